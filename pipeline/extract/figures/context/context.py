"""Context: what governs a figure in its sentence, read from the dependency parse."""

from dataclasses import dataclass, field
from typing import Final

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.context.subjects import SUBJECTS, SubjectFinder, is_clause
from pipeline.extract.figures.words import MONTHS, WEEKDAYS

_LEFT_PARTS: Final = frozenset(("compound", "amod", "nmod", "poss", "npadvmod", "punct"))
_LINKS: Final = frozenset(("down", "up", "by", ",", "+", "-", "at", "off", ":", "("))
_OBJECTS: Final = frozenset(("dobj", "attr", "dative", "oprd"))
# What is a number of something is no doer: "a total of 40 firms applied".
_QUANTITIES: Final = frozenset(
    "total number sum average minimum maximum majority rest record couple".split()
)
_MODIFIERS: Final = frozenset(("nummod", "quantmod", "compound", "nmod"))
_PRONOUNS: Final = frozenset(("PRP", "PRP$", "WP", "WP$", "WDT", "EX", "DT", "WRB"))
_CLOCK: Final = frozenset(("a.m", "p.m", "am", "pm", "today", "yesterday", "tomorrow"))
# Behind a preposition they tell when, not what: "in recent weeks".
_TIMES: Final = frozenset(
    """today yesterday tomorrow morning afternoon evening night week weeks weekend
    month months year years day days decade decades""".split()
)
_DAYS: Final = WEEKDAYS | {"today", "tomorrow", "yesterday", "tonight"}
_MAX_CLIMB = 12
_MAX_WORDS = 12


@dataclass(slots=True)
class Context:
    """What the parse says of a figure."""

    first: int = 0
    """The figure's tokens are [first, last)."""
    last: int = 0
    path: list[int] = field(default_factory=list)
    """Tokens from the one that carries the figure up to the one below its verb."""
    verb: int | None = None
    """Token of the verb that governs the figure."""
    is_subject: bool = False
    """The figure stands in the subject of that verb."""
    about: list[str] = field(default_factory=list)
    spans: list[tuple[str, int, int, int]] = field(default_factory=list)
    """(role, char_start, char_end, start of the head) of phrases an entity may be named in."""
    agent: str | None = None
    steps: list[str] = field(default_factory=list)

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
        self.subjects = SubjectFinder(doc)
        self.blocked: frozenset[int] = frozenset()
        """Tokens of the sentence's numbers and units: no figure is about another's unit."""
        self.begin = 0
        """First token of the sentence."""

    def read(
        self, anchor: int, first: int, last: int, of_token: int | None, lead: int | None = None
    ) -> Context:
        """Return the context of the figure whose tokens are [first, last), led by `anchor`.

        `lead` is the name that stands for subject and verb in "Poland 5, Latvia 3".
        """
        context = Context(first, last)
        if of_token is not None:
            self._add(context, "about", of_token)
        if lead is not None:
            self._name_agent(context, lead, "its verb left out")
        else:
            self._beside(context, anchor)
        if lead is None and self._is_aside(context, anchor):
            context.path.append(anchor)
        else:
            self._climb(context, anchor, led=lead is not None)
        verb = context.verb
        if verb is None:
            self._fall_back(context)
            return context
        context.steps.append(f"predicate:{self.tokens.text[verb]}")
        if lead is not None:
            return context
        self._take_subject(context, verb)
        self._add_object(context, verb)
        if not context.about:
            self._add_neighbours(context, verb)
        if not context.about:
            self._fall_back(context)
        return context

    # Upwards

    def _climb(self, context: Context, anchor: int, *, led: bool) -> None:
        """Collect the nouns above the figure and find the verb that governs it."""
        tokens = self.tokens
        node = anchor
        if is_clause(tokens, node):
            context.verb = node
            context.is_subject = tokens.tag[node] == "VBN"
            return
        for _ in range(_MAX_CLIMB):
            context.path.append(node)
            above = tokens.head[node]
            if above == node:
                # A root that is no verb: a headline, or a parse gone wrong.
                for child in self.children[node]:
                    if tokens.dep[child] in SUBJECTS and not self._within(context, child):
                        self._add(context, "agent", child)
                    elif tokens.dep[child] == "acl" and child > anchor and context.verb is None:
                        # "Three men arrested in Rome", "a total of 40 firms applied"
                        context.verb = child
                        context.is_subject = True
                return
            if tokens.dep[above] in ("aux", "auxpass"):
                above = tokens.head[above]
            outside = not self._within(context, above)
            if outside and is_clause(tokens, above):
                context.verb = above
                context.is_subject = tokens.dep[node] in SUBJECTS
                return
            noun = outside and above not in self.blocked and tokens.tag[above].startswith("NN")
            noun = noun and tokens.text[above].lower() not in _QUANTITIES
            if noun and not context.about and not led:
                self._add(context, "about", above)
            if noun and tokens.dep[node] == "appos" and node != anchor and not led:
                # What describes a noun in passing is no part of that noun's clause.
                context.path.append(above)
                return
            node = above

    def _is_aside(self, context: Context, anchor: int) -> bool:
        """Tell whether the figure is told in passing of a name: "Lee, 34, said".

        It is then no part of the name's clause.
        """
        tokens, first = self.tokens, context.first
        return (
            tokens.dep[anchor] in ("appos", "nummod")
            and first - 2 >= self.begin
            and context.last - first == 1
            and tokens.text[first - 1] in (",", "(")
            and tokens.tag[first - 2] in ("NNP", "NNPS")
            and tokens.head[anchor] == first - 2
        )

    @staticmethod
    def _within(context: Context, token: int) -> bool:
        return context.first <= token < context.last

    # Subject and agent

    def _take_subject(self, context: Context, verb: int) -> None:
        """Name who does what the verb says; of a passive, the subject is what it is about."""
        tokens = self.tokens
        passive = self.subjects.is_passive(verb)
        doer = self.subjects.doer(verb) if passive else None
        if doer is not None and not self._within(context, doer) and doer not in context.path:
            self._name_agent(context, doer, "named with 'by'")
        subject, how = self.subjects.of(verb)
        if subject is None or self._within(context, subject):
            return
        if subject in context.path and self._shared(context, subject):
            modifies = any(tokens.dep[node] in _MODIFIERS for node in context.path)
            if modifies and tokens.text[subject].lower() not in _QUANTITIES:
                self._add(context, "about", subject)
            return
        if subject in self.blocked:
            if subject in context.path:
                return  # "twelve of the 20 boats sailed": the 20 are told by the twelve
            words = self._figure_text(subject)
            context.about.append(words)
            if not passive:
                context.agent = words
                context.steps.append(f"agent:{words} ({how})")
        elif passive and tokens.tag[subject] in _PRONOUNS:
            context.spans.append(("about", *self._bounds(context, subject), tokens.start[subject]))
        elif passive:
            self._add(context, "about", subject)
        elif not (doer is not None and context.agent):
            self._name_agent(context, subject, how)

    def _name_agent(self, context: Context, token: int, how: str) -> None:
        tokens = self.tokens
        if tokens.text[token].lower() in _DAYS:
            return  # "Today marks one month of war": a day does nothing
        if tokens.tag[token] in _PRONOUNS:
            context.spans.append(("agent", *self._bounds(context, token), tokens.start[token]))
            return
        context.agent = self.noun_text(token, context)
        context.steps.append(f"agent:{context.agent} ({how})")
        self._add(context, "agent", token)

    def _shared(self, context: Context, subject: int) -> bool:
        """Tell whether the figure is itself (a member of) the subject: "3 men and 2 women fled"."""
        for node in context.path:
            if node == subject:
                return True
            partitive = self.tokens.text[subject].lower() in _QUANTITIES
            if not partitive and self.tokens.dep[node] not in ("conj", *_MODIFIERS):
                return False
        return False

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

    # Beside the figure

    def _beside(self, context: Context, anchor: int) -> None:
        """Name what the figure is for, and the name it is set against: "Nasdaq +0.8%"."""
        tokens = self.tokens
        for child in self.children[anchor]:
            if child > anchor and tokens.text[child].lower() == "for":
                for below in self.children[child]:
                    if tokens.dep[below] == "pobj" and tokens.tag[below].startswith("N"):
                        self._add(context, "about", below)
            elif child < context.first and tokens.dep[child] == "poss":
                self._add(context, "about", child)  # "Chad's 23 provinces"
        left = context.first - 1
        while (
            left > self.begin and context.first - left < 4 and tokens.text[left].lower() in _LINKS
        ):
            left -= 1
        if self.begin <= left < context.first - 1 and tokens.tag[left] in ("NNP", "NNPS"):
            self._add(context, "about", left)

    def _add_object(self, context: Context, verb: int) -> None:
        """A figure beside the verb's object is about that too: "cut the rate by 2%"."""
        for child in self.children[verb]:
            if self.tokens.dep[child] == "dobj" and child < context.first:
                self._add(context, "about", child)

    def _add_neighbours(self, context: Context, verb: int) -> None:
        """Without a subject or noun above, name the object and the places beside the figure."""
        tokens = self.tokens
        for child in self.children[verb]:
            if self._within(context, child):
                continue
            if tokens.dep[child] in _OBJECTS and tokens.tag[child].startswith("N"):
                self._add(context, "about", child)
            elif tokens.dep[child] == "prep":
                for below in self.children[child]:
                    noun = tokens.dep[below] == "pobj" and tokens.tag[below].startswith("N")
                    if noun and not self._within(context, below) and not self._is_time(below):
                        self._add(context, "about", below)

    def _fall_back(self, context: Context) -> None:
        """Without a parse to go by, the nearest noun before the figure is what it is about."""
        tokens = self.tokens
        first, last = context.first, context.last
        for index in range(first - 1, max(self.begin, first - 11) - 1, -1):
            if context.is_subject and tokens.tag[index][0] in ",:V":
                return  # what stands before the subject is not what it is about
            if tokens.dep[index] == "ROOT" and tokens.tag[index][0] not in "NJ":
                return
            if tokens.tag[index].startswith("NN") and index not in self.blocked:
                self._add(context, "about", index)
                return
        if last < len(tokens) and not context.about and tokens.tag[last][0] in "NJV":
            for index in range(last, min(last + 5, len(tokens))):
                if tokens.tag[index].startswith("NN"):
                    self._add(context, "about", index)
                    return
                if tokens.tag[index][0] not in "JV":
                    return

    def _is_time(self, token: int) -> bool:
        return self.tokens.text[token].lower() in _TIMES

    # Phrases

    def _add(self, context: Context, role: str, token: int) -> None:
        tokens = self.tokens
        if tokens.tag[token] in _PRONOUNS or token in self.blocked:
            return
        if token in self.subjects.datelines:
            return
        word = tokens.text[token].lower().rstrip(".")
        if not word[:1].isalnum() or word in WEEKDAYS | MONTHS | _CLOCK:
            return
        text = self.noun_text(token, context)
        if text and text not in context.about:
            context.about.append(text)
            context.spans.append((role, *self._bounds(context, token), tokens.start[token]))

    def _bounds(self, context: Context, token: int) -> tuple[int, int]:
        return self.tokens.start[self._left(token, context)], self.tokens.end[token]

    def _left(self, token: int, context: Context | None) -> int:
        tokens = self.tokens
        left = token
        while left > 0 and token - left < 6:
            before = left - 1
            if context is not None and self._within(context, before):
                break
            if before in self.subjects.datelines:
                break
            if tokens.tag[before] == "POS" and left - token < 5:
                left = before
                continue
            under = before < tokens.head[before] <= token
            close = tokens.dep[before] in _LEFT_PARTS
            if not under or not close or tokens.tag[before] in ("PRP$", ",", ":"):
                break
            left = before
        while left < token and not tokens.text[left][0].isalnum():
            left += 1
        return left

    def noun_text(self, token: int, context: Context) -> str:
        """Return a noun with its close modifiers and one "of" phrase, outside the figure."""
        tokens, text = self.tokens, self.doc.text
        left = self._left(token, context)
        phrase = text[tokens.start[left] : tokens.end[token]]
        for child in self.children[token]:
            if child != token + 1 or tokens.text[child].lower() not in ("of", "for", "in"):
                continue
            for below in self.children[child]:
                apart = not child < context.first <= below and not self._within(context, below)
                when = tokens.text[child].lower() == "in" and self._is_time(below)
                apart = apart and not when
                if apart and tokens.dep[below] == "pobj" and tokens.tag[below].startswith("NN"):
                    start = self._left(below, context)
                    tail = text[tokens.start[start] : tokens.end[below]]
                    phrase = f"{phrase} {tokens.text[child]} {tail}"
        return " ".join(phrase.split())
