"""Context: what governs a figure in its sentence, read from the dependency parse."""

from dataclasses import dataclass, field
from typing import Final

from pipeline.document import AnalysedDocument

_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "csubj"))
_LEFT_PARTS: Final = frozenset(("compound", "amod", "nmod", "poss", "npadvmod", "punct", "case"))
_LINKS: Final = frozenset(("down", "up", "by", ",", "+", "-", "at", "off", ":", "("))
_CLAUSES: Final = frozenset(
    ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "acomp", "oprd", "attr")
)
_PLANNED: Final = frozenset(
    """will shall 'll wo plan plans planned planning agree agrees agreed pledge pledges pledged
    expect expects expected aim aims aimed intend intends intended schedule scheduled promise
    promises promised target targets targeted project projects projected forecast forecasts
    forecasted announce announced slated set vow vows vowed decide decided commit committed
    hope hopes propose proposes proposed proposing anticipate anticipates anticipated""".split()
)
_REQUESTED: Final = frozenset(
    """ask asks asked asking call calls called calling urge urges urged demand demands demanded
    request requests requested seek seeks sought seeking want wants wanted need needs needed
    require requires required appeal appeals appealed must should ought recommend recommends
    recommended order orders ordered""".split()
)
# As the figure's own verb these assert: "set 4 records", "committed 3 murders".
_NOT_AS_PREDICATE: Final = frozenset(("set", "committed", "commit", "announced", "announce"))
_POSSIBLE: Final = frozenset(
    "may might could can possibly perhaps likely potentially probably reportedly".split()
)
_CONDITIONAL: Final = frozenset(("would", "'d"))
_CONDITIONS: Final = frozenset(("if", "unless", "whether", "provided"))
REPORTING: Final = frozenset(
    """say says said saying tell tells told report reports reported estimate estimates estimated
    claim claims claimed add adds added announce announces announced state states stated warn
    warns warned note notes noted show shows showed shown find finds found reveal reveals revealed
    according predict predicts predicted put puts confirm confirms confirmed argue argues argued
    suggest suggests suggested indicate indicates indicated declare declares declared write writes
    wrote tweet tweets tweeted insist insists insisted acknowledge acknowledged admit admits
    admitted conclude concludes concluded calculate calculates calculated""".split()
)
_PRONOUNS: Final = frozenset(("PRP", "PRP$", "WP", "WDT", "EX", "DT", "WRB"))
_MAX_CLIMB = 12
_MAX_WORDS = 12


@dataclass(slots=True)
class Context:
    """What the parse says of a figure."""

    about: list[str] = field(default_factory=list)
    spans: list[tuple[str, int, int]] = field(default_factory=list)
    """(role, char_start, char_end) of the phrases an entity may be named in."""
    agent: str | None = None
    predicate: str | None = None
    modality: str = "asserted"
    is_negated: bool = False

    @property
    def phrase(self) -> str | None:
        """What the number is about, in at most twelve words."""
        words: list[str] = []
        parts: list[str] = []
        for part in self.about:
            size = len(part.split())
            if part in parts or len(words) + size > _MAX_WORDS:
                continue
            parts.append(part)
            words += part.split()
        return ", ".join(parts) or None


class ContextReader:
    """Reads the context of one figure after another from a document's parse."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.children = doc.children
        self.blocked: frozenset[int] = frozenset()
        """Tokens of the sentence's numbers and units: no figure is about another's unit."""

    def read(self, anchor: int, first: int, last: int, of_token: int | None) -> Context:
        """Return the context of the figure whose tokens are [first, last), led by `anchor`."""
        tokens = self.tokens
        context = Context()
        if of_token is not None:
            self._add(context, "about", of_token, first, last)
        self._beside(context, anchor, first, last)
        predicate = self._climb(context, anchor, first, last)
        if predicate is None:
            self._fall_back(context, first, last)
            return context
        context.predicate = tokens.text[predicate]
        subject = self._subject(predicate, first, last)
        if subject is not None:
            inside = first <= subject < last
            if subject in self.blocked and not inside:
                context.agent = self._figure_text(subject)
                context.about.append(context.agent)
            elif not inside and tokens.tag[subject] not in _PRONOUNS:
                context.agent = self.noun_text(subject, first, last)
                self._add(context, "agent", subject, first, last)
        self._add_object(context, predicate, first, last)
        if not context.about:
            self._add_neighbours(context, predicate, first, last)
        if not context.about:
            self._fall_back(context, first, last)
        self._mode(context, predicate)
        return context

    def _figure_text(self, token: int) -> str:
        """Return the words of another figure that is the subject: "a 65-year-old"."""
        left = token
        while (
            left > 0
            and token - left < 8
            and (left - 1 in self.blocked or self.tokens.tag[left - 1].startswith("NN"))
        ):
            left -= 1
        words = self.doc.text[self.tokens.start[left] : self.tokens.end[token]]
        return " ".join(words.split())

    def _beside(self, context: Context, anchor: int, first: int, last: int) -> None:
        """Name what the figure is for, and the name it is set against: "Nasdaq +0.8%"."""
        tokens = self.tokens
        for child in self.children[anchor]:
            if child > anchor and tokens.text[child].lower() == "for":
                for below in self.children[child]:
                    if tokens.dep[below] == "pobj" and tokens.tag[below].startswith("N"):
                        self._add(context, "about", below, first, last)
        left = first - 1
        while left > 0 and first - left < 4 and tokens.text[left].lower() in _LINKS:
            left -= 1
        if 0 <= left < first - 1 and tokens.tag[left] in ("NNP", "NNPS"):
            self._add(context, "about", left, first, last)

    def _add_object(self, context: Context, predicate: int, first: int, last: int) -> None:
        """A figure beside the verb's object is about that too: "cut the rate by 2%"."""
        for child in self.children[predicate]:
            if self.tokens.dep[child] == "dobj" and child < first:
                self._add(context, "about", child, first, last)

    def _fall_back(self, context: Context, first: int, last: int) -> None:
        """Without a parse to go by, the nearest noun before the figure is what it is about."""
        tokens = self.tokens
        for index in range(first - 1, max(-1, first - 12), -1):
            if tokens.dep[index] == "ROOT" and tokens.tag[index][0] not in "NJ":
                return
            if tokens.tag[index].startswith("NN") and index not in self.blocked:
                self._add(context, "about", index, first, last)
                return
        if last < len(tokens) and not context.about and tokens.tag[last][0] in "NJV":
            for index in range(last, min(last + 5, len(tokens))):
                if tokens.tag[index].startswith("NN"):
                    self._add(context, "about", index, first, last)
                    return
                if tokens.tag[index][0] not in "JV":
                    return

    def _climb(self, context: Context, anchor: int, first: int, last: int) -> int | None:
        """Collect the nouns above the figure and return the verb that governs it."""
        tokens = self.tokens
        node = anchor
        for _ in range(_MAX_CLIMB):
            above = tokens.head[node]
            tag = tokens.tag[above]
            if tag.startswith("VB") and not first <= above < last:
                return above
            if above == node:
                # A root that is no verb: a headline, or a parse gone wrong.
                for child in self.children[node]:
                    if tokens.dep[child] in _SUBJECTS and not first <= child < last:
                        self._add(context, "agent", child, first, last)
                return node if tag.startswith("VB") else None
            outside = not first <= above < last and above not in self.blocked
            if outside and tag.startswith("NN") and not context.about:
                self._add(context, "about", above, first, last)
            node = above
        return None

    def _subject(self, predicate: int, first: int, last: int) -> int | None:
        tokens = self.tokens
        node = predicate
        for _ in range(6):
            for child in self.children[node]:
                if tokens.dep[child] in _SUBJECTS:
                    if tokens.tag[child] in ("WDT", "WP") and tokens.dep[node] == "relcl":
                        return tokens.head[node]
                    return child
            above = tokens.head[node]
            if above == node:
                return None
            if tokens.dep[node] in ("acl", "relcl") and not first <= above < last:
                return above
            if tokens.dep[node] not in _CLAUSES and not tokens.tag[above].startswith("VB"):
                return None
            node = above
        return None

    def _add_neighbours(self, context: Context, predicate: int, first: int, last: int) -> None:
        """Without a subject or noun above, name the object and the places beside the figure."""
        tokens = self.tokens
        for child in self.children[predicate]:
            if first <= child < last:
                continue
            if tokens.dep[child] in ("dobj", "attr", "dative") and tokens.tag[child].startswith(
                "N"
            ):
                self._add(context, "about", child, first, last)
            elif tokens.dep[child] == "prep":
                for below in self.children[child]:
                    noun = tokens.dep[below] == "pobj" and tokens.tag[below].startswith("N")
                    if noun and not first <= below < last:
                        self._add(context, "about", below, first, last)

    def _add(self, context: Context, role: str, token: int, first: int, last: int) -> None:
        tokens = self.tokens
        if tokens.tag[token] in _PRONOUNS or token in self.blocked:
            return
        if not tokens.text[token][0].isalnum():
            return
        text = self.noun_text(token, first, last)
        if text and text not in context.about:
            context.about.append(text)
            left = self._left(token, first, last)
            context.spans.append((role, tokens.start[left], tokens.end[token]))

    def _left(self, token: int, first: int, last: int) -> int:
        tokens = self.tokens
        left = token
        while left > 0 and token - left < 6:
            before = left - 1
            if first <= before < last:
                break
            dep = tokens.dep[before]
            under = tokens.head[before] > before and tokens.head[before] <= token
            if not under or dep not in _LEFT_PARTS or tokens.tag[before] in ("PRP$", ",", ":"):
                break
            left = before
        while left < token and not tokens.text[left][0].isalnum():
            left += 1
        return left

    def noun_text(self, token: int, first: int, last: int) -> str:
        """Return a noun with its close modifiers and one "of" phrase, outside the figure."""
        tokens, text = self.tokens, self.doc.text
        left = self._left(token, first, last)
        phrase = text[tokens.start[left] : tokens.end[token]]
        for child in self.children[token]:
            if child != token + 1 or tokens.text[child].lower() not in ("of", "for", "in"):
                continue
            for below in self.children[child]:
                apart = not child < first <= below and not first <= below < last
                if apart and tokens.dep[below] == "pobj" and tokens.tag[below].startswith("NN"):
                    start = self._left(below, first, last)
                    tail = text[tokens.start[start] : tokens.end[below]]
                    phrase = f"{phrase} {tokens.text[child]} {tail}"
        return " ".join(phrase.split())

    def _mode(self, context: Context, predicate: int) -> None:
        tokens = self.tokens
        node = predicate
        for step in range(4):
            for child in self.children[node]:
                word = tokens.text[child].lower()
                dep = tokens.dep[child]
                if dep == "neg" and step == 0:
                    context.is_negated = True
                elif dep in ("aux", "advmod"):
                    self._raise(context, word)
                elif dep == "mark" and word in _CONDITIONS:
                    context.modality = "conditional"
            word = tokens.text[node].lower()
            if word not in (REPORTING if step else _NOT_AS_PREDICATE):
                self._raise(context, word)
            above = tokens.head[node]
            if above == node or tokens.dep[node] not in ("xcomp", "ccomp", "acl", "conj", "advcl"):
                return
            if tokens.dep[node] in ("conj", "advcl"):
                return
            node = above

    @staticmethod
    def _raise(context: Context, word: str) -> None:
        if context.modality != "asserted":
            return
        if word in _CONDITIONAL:
            context.modality = "conditional"
        elif word in _POSSIBLE:
            context.modality = "possible"
        elif word in _REQUESTED:
            context.modality = "requested"
        elif word in _PLANNED:
            context.modality = "planned"

    def speaker(self, predicate: int) -> tuple[int, int] | None:
        """Return the span of whoever is reported to have said the clause of a predicate."""
        tokens = self.tokens
        node = predicate
        for _ in range(6):
            above = tokens.head[node]
            if above == node:
                break
            if (
                tokens.dep[node] in ("ccomp", "parataxis")
                and tokens.text[above].lower() in REPORTING
            ):
                for child in self.children[above]:
                    if tokens.dep[child] in _SUBJECTS:
                        return self._span(child)
            node = above
        for child in self.children[node]:
            # "according to X" and "X said" set off by a comma hang on the main verb.
            if tokens.text[child].lower() == "according":
                for to in self.children[child]:
                    for below in self.children[to]:
                        if tokens.dep[below] == "pobj":
                            return self._span(below)
        return None

    def _span(self, token: int) -> tuple[int, int]:
        left = self._left(token, len(self.tokens), len(self.tokens))
        return self.tokens.start[left], self.tokens.end[token]
