"""Heads: which word of the phrase behind a number is the one that it counts."""

from typing import Final

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.words import MONTHS, WEEKDAYS
from pipeline.extract.nouns import singular

NOUNS: Final = frozenset(("NN", "NNS", "NNP", "NNPS"))
ADJECTIVES: Final = frozenset(("JJ", "JJR", "JJS"))
PARTICIPLES: Final = frozenset(("VBN", "VBG"))
_INSIDE: Final = NOUNS | ADJECTIVES | PARTICIPLES | {"HYPH", "POS", "AFX", "FW"}
_NEVER_COUNTED: Final = frozenset(
    """today tomorrow yesterday tonight morning evening afternoon earlier later respectively
    apiece each overall altogether total instead percent cent am pm gmt est pst utc et pt mark
    milestone threshold barrier""".split()
)
_LONGEST: Final = 12


class HeadSearch:
    """Walks over the modifiers behind a number to the head of its noun phrase."""

    def __init__(
        self,
        doc: AnalysedDocument,
        first: int,
        limit: int,
        numbers: dict[int, int],
        *,
        number: int,
        hyphenated: bool,
    ) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.limit = limit
        self.numbers = numbers
        self.number = number
        self.hyphenated = hyphenated
        self.first = first
        """First token of the phrase: it moves on over a possessor and another number."""
        self.head = -1
        """Token of the head; -1 while only modifiers were seen."""
        self._position = first

    def run(self) -> None:
        """Find the head, and the first word of the phrase that it ends."""
        while (
            self._position < self.limit
            and self._position - self.first < _LONGEST
            and self._goes_on()
        ):
            pass

    def _goes_on(self) -> bool:
        """Take in one token, or several; False when the phrase ends before or with it."""
        position = self._position
        kind = self.tokens.tag[position]
        beyond = self.numbers.get(position)
        if beyond is not None and position != self.number:
            return self._passes_number(beyond)
        if kind in NOUNS:
            return self._takes_noun(kind)
        if kind == "POS":
            self.first, self.head = position + 1, -1
        elif self._ends_before(kind):
            return False
        self._position += 1
        return True

    def _passes_number(self, beyond: int) -> bool:
        """A number with a unit of its own stands among the modifiers: "two 18-year-old men"."""
        tokens = self.tokens
        if self.head >= 0 or beyond >= self.limit or tokens.tag[beyond] not in NOUNS:
            return False
        if self.doc.text[tokens.end[beyond - 1] - 1].isdigit():
            return False
        self.first = self._position = beyond
        return True

    def _takes_noun(self, kind: str) -> bool:
        tokens, position = self.tokens, self._position
        word = tokens.text[position].lower()
        when = kind == "NNP" and (word in WEEKDAYS or word.rstrip(".") in MONTHS)
        if when or word.rstrip(".") in _NEVER_COUNTED:
            return False
        self.head = position
        following = tokens.tag[position + 1] if position + 1 < self.limit else ""
        if following == "HYPH" and position + 2 < self.limit:
            return self._passes_compound()
        if following == "POS":
            self._position += 1
            return True
        if following in NOUNS:
            # "sales staff" goes on; "players Saturday" and "tests London ordered" do not.
            if kind in ("NNS", "NNPS") and tokens.head[position] <= position:
                return False
        elif following in ("CC", ",", "IN") or following in ADJECTIVES | PARTICIPLES:
            if not _continues(self.doc, position, self.limit):
                return False
            self._position += 1
        self._position += 1
        return True

    def _passes_compound(self) -> bool:
        """What is hyphenated is a modifier until a noun follows: "coal-fired plants"."""
        self.head = self._position if self.hyphenated else -1
        self._position += 2
        if self.tokens.tag[self._position] in NOUNS:
            return True
        self._position += 1
        return not self.hyphenated

    def _ends_before(self, kind: str) -> bool:
        """Tell whether a token of a kind that is no noun stands outside the phrase."""
        found = self.head >= 0
        if kind in ("CC", ","):
            return found or not _continues(self.doc, self._position - 1, self.limit)
        if kind in ("RB", "RBR", "RBS", "NFP", "``", "''"):
            return found
        if kind == "CD":
            return found or self._position == self.first
        apart = found and kind != "HYPH" and not _continues(self.doc, self.head, self.limit)
        return kind not in _INSIDE or apart


def parsed_head(
    doc: AnalysedDocument, first: int, limit: int, governed: int, numbers: dict[int, int]
) -> int:
    """Return the plural that the parse hangs the number or "of" on, past a mistagged modifier.

    "44 pledged envoys" and "thousands of COVID-19 tests" have a verb behind the number as
    far as the tagger knows; the parser still makes one phrase of them. -1 when there is none.
    """
    tokens = doc.tokens
    if governed < 0:
        return -1
    for index in range(first, min(first + 5, limit)):
        kind = tokens.tag[index]
        if index in numbers or kind in ("CD", "CC", ":") or "," in tokens.text[index]:
            break
        if kind == "NNS":
            whole = tokens.head[index] == governed or (
                tokens.head[governed] == index and tokens.dep[governed] == "nummod"
            )
            return index if whole and tokens.text[index].lower() not in _NEVER_COUNTED else -1
    return -1


def further_plural(doc: AnalysedDocument, head: int, limit: int, number: int) -> int:
    """Return the plural that the parse counts behind a singular: "12 town, port and city halls"."""
    tokens = doc.tokens
    target = tokens.head[number]
    plural = tokens.tag[target] in ("NNS", "NNPS") and tokens.dep[number] == "nummod"
    if not plural or tokens.tag[head] not in ("NN", "NNP") or not head < target < limit:
        return head
    between = tokens.tag[head + 1 : target]
    joined = all(kind in _INSIDE or kind in ("CC", ",") for kind in between)
    return target if joined and len(between) <= 5 else head


def measure_noun(doc: AnalysedDocument, first: int, head: int, hyphenated: bool) -> int:
    """Return the head that is counted: "page" in a 12 page document and a 12-page report."""
    tag = doc.tokens.tag
    if tag[first] != "NN" or first == head or tag[first + 1] == "HYPH":
        return head
    return first if hyphenated or tag[head] == "NN" else head


def single_noun(doc: AnalysedDocument, first: int, head: int) -> int:
    """Return the singular before a plural that one cannot count: "the one gift children want"."""
    tokens = doc.tokens
    if head == first or tokens.tag[head] not in ("NNS", "NNPS") or tokens.tag[head - 1] != "NN":
        return head
    is_plural = singular(tokens.text[head]) != tokens.text[head]
    return head - 1 if is_plural else head


def _continues(doc: AnalysedDocument, token: int, limit: int) -> bool:
    """Tell whether the parse hangs a noun or adjective on a noun further right."""
    tokens = doc.tokens
    head = tokens.head[token]
    return (
        token < head < limit
        and head - token <= 5
        and tokens.tag[head] in NOUNS
        and tokens.dep[token] in ("compound", "nmod", "amod", "poss", "conj")
    )
