"""Hyphens at a line's end: whether they belong to the word or only parted it."""

import re

_SOFT = "\u00ad"
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


def is_parted(line: str, following: str) -> bool:
    """Return whether a hyphen at the line's end may part a word that goes on below it.

    Before a capital, beside a number and where a word has another hyphen, it never does.
    """
    if line[-1] == _SOFT:
        return True
    before, after = _LAST_WORD.search(line[-_MAX_WORD:]), _FIRST_WORD.match(following)
    if before is None or after is None:
        return False
    first, last = before.group()[:-1], after.group()
    return first.isalpha() and not first.isupper() and last.isalpha() and last.islower()


def is_of_the_word(text: str, line: str, following: str, *, parts_words: bool) -> bool:
    """Return whether the hyphen of a word that may be parted stands in the word itself.

    The text tells if the word stands elsewhere in it. Else, where lines of the text do not
    part words, it does; where they do, if words are commonly composed with one of the halves.
    """
    if line[-1] == _SOFT:
        return False
    before, after = _LAST_WORD.search(line[-_MAX_WORD:]), _FIRST_WORD.match(following)
    first, last = before.group()[:-1] if before else "", after.group() if after else ""
    if f"{first}-{last}" in text:
        return True
    if f"{first}{last}" in text:
        return False
    return not parts_words or first.lower() in _BEFORE or last in _AFTER
