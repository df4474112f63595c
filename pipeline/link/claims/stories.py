"""Stories: whether two texts tell of one event, by the names and words of their first lines.

Two reports of one event say little else alike: each number stands in words of its own. That both
texts are about that event is then the best evidence that their numbers are, too.
"""

import re
from collections.abc import Iterable
from functools import cache
from zlib import crc32

from pipeline.link.claims.mention import Mention
from pipeline.link.claims.words import event_of, stem, thing

_READ = 60
"""Words of a text that say what it is about: its headline and what news begins with."""
_WORD = re.compile(r"[^\W\d_]+")
_APART = 14
"""Days between two reports of one event at most."""
_IN_COMMON = 3
"""Words, names among them, that two texts of one event share at least."""
_SHARE, _LARGE_SHARE = 0.2, 0.33
"""The same as a part of the words of the shorter, and what is a large part."""
_KEPT = 3
_ANYBODY = ("people", "any")


def gist(lines: Iterable[str]) -> frozenset[int]:
    """Return what stands for the words with which a text begins: an even number for each.

    The odd number that follows it is there too for a word whose capital shows a name.

    >>> len(gist(["The ferry to Palu sank."])), len(gist(["the ferry to them sank."]))
    (4, 2)
    """
    found: set[int] = set()
    left = _READ
    for line in lines:
        words = _WORD.findall(line)[:left]
        left -= len(words)
        for place, word in enumerate(words):
            number = _number(word)
            if number is None:
                continue
            found.add(number)
            following = words[place + 1 : place + 2]
            # Every sentence begins with a capital.
            is_first = place == 0 and not (following and following[0][0].isupper())
            if word[0].isupper() and not is_first:
                found.add(number + 1)
    return frozenset(found)


def first_names(of: frozenset[int]) -> list[int]:
    """Return some names of a gist, by which texts of one event may find each other."""
    return sorted(number for number in of if number % 2)[:_KEPT]


@cache
def _number(word: str) -> int | None:
    """Return what stands for a word, the same for all that name one kind of thing or event."""
    kind = thing(word.lower()) or thing(word.lower().removesuffix("s"))
    if kind == _ANYBODY:
        return None
    told = " ".join(kind) if kind else event_of(word) or stem(word)
    return None if told is None else crc32(told.encode()) // 2 * 2


def is_one_story(a: Mention, b: Mention) -> bool:
    """Return whether two mentions stand in different texts of one event, as far as is seen."""
    shared = a.gist & b.gist
    if len(shared) < _IN_COMMON or a.story_id == b.story_id:
        return False
    share = len(shared) / min(len(a.gist), len(b.gist))
    if share < _SHARE:
        return False
    if a.published and b.published and abs((a.published - b.published).days) > _APART:
        return False
    words = [number for number in shared if number % 2 == 0]
    if len(words) < _IN_COMMON:
        return False
    # A name may stand first in one text, and then shows by no capital.
    names = sum(number + 1 in a.gist or number + 1 in b.gist for number in words)
    if not names:
        # A bulletin may name nobody; two texts that name others tell of two events.
        is_nameless = not (first_names(a.gist) and first_names(b.gist))
        return is_nameless and len(words) > _IN_COMMON and share >= _LARGE_SHARE
    return names > 1 or len(words) > _IN_COMMON or share >= _LARGE_SHARE
