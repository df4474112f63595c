"""Modes: whether the text asserts a number, plans, asks for, allows, conditions or denies it."""

from typing import Final, NamedTuple

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.context.context import Context
from pipeline.extract.figures.context.mode_words import (
    AFFIRMING,
    CONDITIONS,
    DENIALS,
    DONE_TO_OBJECT,
    HEDGED_AS_PASSIVE,
    HEDGES,
    MODALS,
    NEGATIONS,
    NOUN_MODE,
    ONLY_WITH_INFINITIVE,
    REPORTING,
    base_of,
    mode_of_verb,
)

_MODIFYING: Final = frozenset(("nmod", "compound", "nummod", "amod", "quantmod"))
_ACCUSING: Final = frozenset("accuse accuses accused suspect suspects suspected charged".split())
_COMPLEMENTS: Final = frozenset(("xcomp", "ccomp"))
# A number in one of these sets the scene of what did not happen; it is not itself denied.
_ADJUNCTS: Final = frozenset(("npadvmod", "advcl", "advmod"))
_SCENES: Final = frozenset(
    "in for since during after before at on by from within until over through throughout".split()
)
_DEFINITE: Final = frozenset("the these those his her its their our my your all".split())
_MAX_CLIMB = 5


class Mode(NamedTuple):
    """In what mode a figure is given, and the words that said so."""

    modality: str
    step: str
    """Empty when nothing but the indicative says so."""


class ModeReader:
    """Reads modality and negation of one figure after another."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.tokens = doc.tokens
        self.children = doc.children

    def read(self, context: Context, passive: bool) -> Mode:
        """Return the mode of a figure: that of the nearest word above it that sets one."""
        found = self._of_noun(context)
        if found is not None:
            return found
        verb = context.verb
        if verb is None:
            return Mode("asserted", "")
        condition = self._condition(verb)
        if condition is not None:
            return condition
        return self._of_clauses(verb, context, passive) or Mode("asserted", "")

    def _of_noun(self, context: Context) -> Mode | None:
        """Return the mode set by the noun above the number: "a target of 40%", "a call for 5"."""
        tokens = self.tokens
        if len(context.path) > 1 and tokens.dep[context.path[0]] in _MODIFYING:
            # "a 5 percent target"
            word = tokens.text[context.path[1]].lower()
            if word in NOUN_MODE and context.path[1] >= context.last:
                return Mode(NOUN_MODE[word], f"'{tokens.text[context.path[1]]}'")
        links = (at for at, node in enumerate(context.path) if tokens.tag[node] == "IN")
        at = next(links, len(context.path))
        if at + 1 >= len(context.path) or at > 2:
            return None
        node, link = context.path[at + 1], tokens.text[context.path[at]].lower()
        word = tokens.text[node].lower()
        mode = NOUN_MODE.get(word)
        if mode is None or node >= context.first or not tokens.tag[node].startswith("NN"):
            return None
        fits = link == "for" if mode == "requested" else word not in ONLY_WITH_INFINITIVE
        return Mode(mode, f"'{tokens.text[node]}'") if fits and link in ("of", "for") else None

    def _condition(self, verb: int) -> Mode | None:
        """Return the mode of a clause that begins with "if", or has such a clause beside it."""
        tokens = self.tokens
        for child in self.children[verb]:
            word = tokens.text[child].lower()
            if tokens.dep[child] == "mark" and word in CONDITIONS:
                return Mode("conditional", f"'{tokens.text[child]}'")
            if tokens.dep[child] == "advcl":
                for below in self.children[child]:
                    even = below > 0 and tokens.text[below - 1].lower() in ("even", "as")
                    if tokens.text[below].lower() in ("if", "unless") and not even:
                        return Mode("conditional", f"'{tokens.text[below]}'")
        return None

    def _of_clauses(self, verb: int, context: Context, passive: bool) -> Mode | None:
        tokens = self.tokens
        node, below = verb, context.path[-1] if context.path else None
        for step in range(_MAX_CLIMB):
            found = self._of_helpers(node)
            if found is None:
                found = self._of_verb(node, below, step, context, passive)
            if found is not None:
                return found
            above, dep = tokens.head[node], tokens.dep[node]
            if above == node:
                return None
            if dep == "acl" and self._is_infinitive(node):
                word = tokens.text[above].lower()
                mode = NOUN_MODE.get(word)
                return Mode(mode, f"'{tokens.text[above]} to'") if mode else None
            if dep == "pcomp":
                governor = tokens.head[above]
                mode = NOUN_MODE.get(tokens.text[governor].lower())
                if mode is not None and tokens.text[above].lower() in ("of", "for", "to"):
                    return Mode(mode, f"'{tokens.text[governor]} {tokens.text[above]}'")
                if tokens.dep[governor] == "dobj":
                    governor = tokens.head[governor]
                if tokens.text[governor].lower() in _ACCUSING:
                    return Mode("possible", f"'{tokens.text[governor]} {tokens.text[above]}'")
                if tokens.text[above].lower() not in ("by", "through"):
                    return None
                # "will grow by opening 5 shops": the means are in the mode of the end.
                node, below = governor, node
                continue
            shares = dep == "conj" and tokens.tag[node] == "VB" and step == 0
            if dep == "advcl" and self._is_infinitive(node):
                return None
            if dep not in _COMPLEMENTS and not shares:
                return None
            node, below = above, node
        return None

    def _of_helpers(self, node: int) -> Mode | None:
        """Return the mode that a clause's auxiliary or adverb sets."""
        tokens = self.tokens
        for child in self.children[node]:
            word = tokens.text[child].lower()
            if tokens.dep[child] == "aux" and word in MODALS:
                if MODALS[word] == "conditional":
                    if word != "would" and tokens.tag[node] == "VBN":
                        continue  # "we'd seen": had
                    return self._would(node, child)
                return Mode(MODALS[word], f"'{tokens.text[child]}'")
            if tokens.dep[child] == "advmod" and word in HEDGES:
                return Mode("possible", f"'{tokens.text[child]}'")
        return None

    def _would(self, node: int, modal: int) -> Mode:
        """Return planned for "said it would", which is "will" told afterwards, else conditional."""
        tokens = self.tokens
        above = tokens.head[node]
        teller = tokens.text[above].lower()
        told = tokens.dep[node] == "ccomp" and tokens.tag[above] in ("VBD", "VBN")
        if told and (teller in REPORTING or mode_of_verb(teller) == "planned"):
            return Mode("planned", f"'{tokens.text[above]} ... {tokens.text[modal]}'")
        return Mode("conditional", f"'{tokens.text[modal]}'")

    def _of_verb(
        self, node: int, below: int | None, step: int, context: Context, passive: bool
    ) -> Mode | None:
        """Return the mode that a verb sets for what stands below it."""
        tokens = self.tokens
        word = tokens.text[node].lower()
        said = f"'{tokens.text[node]}'"
        if step and tokens.dep[below or node] == "xcomp":
            if word == "going":
                return Mode("planned", "'going to'")
            if word in ("have", "has", "'ve", "’ve"):
                return Mode("requested", f"'{tokens.text[node]} to'")
            if word in ("is", "are", "was", "were") and below and self._is_infinitive(below):
                return self._of_equation(node) or (
                    Mode("planned", f"'{tokens.text[node]} to'") if word in ("is", "are") else None
                )
        mode = mode_of_verb(word)
        if mode is None:
            return None
        base = base_of(word)
        if step == 0:
            if context.is_subject and not passive:
                return None  # who plans is told, not what
            link = tokens.text[below].lower() if below is not None else ""
            asked_for = base in ("call", "ask", "press", "plead", "petition") and link == "for"
            hedged = base in HEDGED_AS_PASSIVE and passive
            present = base in ("need", "require") and tokens.tag[node] in ("VBP", "VBZ", "VB")
            if base in DONE_TO_OBJECT and not (asked_for or hedged or present):
                return None
            return Mode(mode, said)
        if base in HEDGED_AS_PASSIVE and not self._is_passive_form(node):
            return None
        if word in REPORTING and base != "insist":
            return None
        return Mode(mode, said)

    def _of_equation(self, copula: int) -> Mode | None:
        """Return the mode of what a subject is said to be: "the plan was to hire 5"."""
        tokens = self.tokens
        for child in self.children[copula]:
            mode = NOUN_MODE.get(tokens.text[child].lower())
            if tokens.dep[child] == "nsubj" and mode is not None:
                return Mode(mode, f"'{tokens.text[child]} {tokens.text[copula]} to'")
        return None

    def _is_passive_form(self, node: int) -> bool:
        tokens = self.tokens
        return any(tokens.dep[child] in ("auxpass", "nsubjpass") for child in self.children[node])

    def _is_infinitive(self, verb: int) -> bool:
        return any(self.tokens.tag[child] == "TO" for child in self.children[verb])

    # Negation

    def negation(self, context: Context) -> str | None:
        """Return the word that denies the figure; None when the number itself stands.

        Denied is what a negated verb takes as its object or complement. "Ten men did not vote"
        tells of ten men, "in four years I never went home" of four years.
        """
        tokens = self.tokens
        before = context.first - 1
        if before >= 0 and tokens.text[before].lower() == "not":
            # "hundreds, if not thousands"
            concedes = before > 0 and tokens.text[before - 1].lower() == "if"
            return None if concedes else tokens.text[before]
        verb = context.verb
        if verb is None or self._is_scene(context) or self._is_presupposed(context):
            return None
        node = verb
        for step in range(_MAX_CLIMB):
            own = context.is_subject and step == 0
            for child in self.children[node]:
                word = tokens.text[child].lower()
                if tokens.dep[child] != "neg" or word not in NEGATIONS or own:
                    continue
                affirmed = tokens.text[min(child + 1, len(tokens) - 1)].lower() in AFFIRMING
                copula = node < child < context.first and self._is_copula(node)
                if child < context.first and (child < node or copula) and not affirmed:
                    return tokens.text[child]
            above, dep = tokens.head[node], tokens.dep[node]
            if above == node:
                return None
            if dep == "pcomp" and tokens.text[above].lower() == "without":
                return tokens.text[above]
            if dep in _COMPLEMENTS and tokens.text[above].lower() in DENIALS:
                return tokens.text[above]
            if dep != "xcomp":
                return None
            node = above
        return None

    def _is_scene(self, context: Context) -> bool:
        """Tell whether the figure is told of beside the verb: "never in 4 years", "for 3 days"."""
        if not context.path:
            return False
        tokens = self.tokens
        top = context.path[-1]
        if tokens.dep[top] in _ADJUNCTS:
            return True
        return tokens.dep[top] == "prep" and tokens.text[top].lower() in _SCENES

    def _is_presupposed(self, context: Context) -> bool:
        """Tell whether the number is that of something known: "did not name the 5 victims".

        So is one deep in a phrase: "gave no details of its talks with 5 firms".
        """
        tokens = self.tokens
        before = [index for index in (context.first - 1, context.first - 2) if index >= 0]
        if before and tokens.tag[before[0]] not in ("JJ", "RB"):
            before = before[:1]
        if any(tokens.text[index].lower() in _DEFINITE for index in before):
            return True
        nouns = (
            node
            for node in context.path[1:]
            if tokens.tag[node].startswith("NN") and tokens.dep[node] != "conj"
        )
        return any(not context.first <= node < context.last for node in nouns)

    def _is_copula(self, node: int) -> bool:
        return self.tokens.text[node].lower() in ("is", "are", "was", "were", "'s", "’s", "am")
