"""Hyphens at a line's end: whether they belong to the word or only parted it."""

import re
from collections.abc import Sequence

_SOFT = "\u00ad"
_HYPHENS = f"-\u2010{_SOFT}"
_PARTING_SHARE = 0.05
"""Of the lines that go on, how many end so in a text whose lines part words."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\s\"'“‘(\[—–]+$")
_FIRST_WORD = re.compile(r"[\w-]+")
_MAX_WORD = 40
# What English composes words with by a hyphen, before it and after it.
_BEFORE = frozenset(
    """all anti cease co counter cross decision double early east eight eighteen eighty eleven ex
    far fast fifteen fifty first five follow forty four fourteen full half hard high higher hundred
    inter large larger late law left less long longer low lower medium mid middle multi near newly
    nine nineteen ninety no non north nuclear often on once one open over peace policy post pre
    pro quasi right second self semi seven seventeen seventy short single six sixteen sixty small
    so south state ten third thirteen thirty three top tri twelve twenty two ultra under vice war
    well west wide year""".split()
)
_AFTER = frozenset(
    """affairs age aged ago armed average backed based border bound called capita century class
    conflict control core cost cut day days dollar east edge elect euro fire fold foot free friendly
    general goods government growth held hour hours house in income intensive kilometer kilometre
    known law led less level like line located long looking made making member mile mill million
    minister minute month months new off old on one out owned party paying per percent person point
    pound powered president presidents price profile profit quarter quarters range ranking rate
    related rich round run running sale scale school secretary service sized speed square standing
    state style term time times ton tonne track traded up ups value wave week weeks west wide wing
    winning work world year years""".split()
)


class LineHyphens:
    """What the hyphens at the ends of a text's lines mean."""

    def __init__(self, text: str, pairs: Sequence[tuple[str, str]]) -> None:
        """Take the text, and its lines that go on with the lines below them."""
        parted = [pair for pair in pairs if _halves(*pair) is not None]
        self._parts_words = len(parted) > max(1, _PARTING_SHARE * len(pairs))
        self._words = frozenset(_WORD.findall(text)) if parted else frozenset()

    def is_dropped(self, line: str, following: str) -> bool:
        """Return whether the hyphen only parts a word; else it stands in the word itself.

        The text tells if the word stands elsewhere in it. Else, where lines of the text do not
        part words, it stands; where they do, if words are commonly composed with such a half.
        """
        if line[-1] == _SOFT:
            return True
        halves = _halves(line, following)
        if halves is None:
            return False
        first, last = halves
        if f"{first}-{last}" in self._words:
            return False
        if f"{first}{last}" in self._words:
            return True
        return self._parts_words and first.lower() not in _BEFORE and last not in _AFTER


def ends_in_hyphen(line: str, following: str) -> bool:
    """Return whether a hyphen, and no dash, ends the line, and the word goes on below it."""
    return line[-1] in _HYPHENS and line[-2:-1].isalnum() and following[0].isalnum()


def _halves(line: str, following: str) -> tuple[str, str] | None:
    """Return the halves of a word that may be parted by a hyphen between the lines.

    Before a capital, beside a number and where the word has another hyphen, none is.
    """
    if not ends_in_hyphen(line, following):
        return None
    before, after = _LAST_WORD.search(line[-_MAX_WORD:]), _FIRST_WORD.match(following)
    if before is None or after is None:
        return None
    first, last = before.group()[:-1], after.group()
    is_parted = first.isalpha() and not first.isupper() and last.isalpha() and last.islower()
    return (first, last) if is_parted else None
