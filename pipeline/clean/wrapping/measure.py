"""The measure of wrapped lines: how far they reach, and whether they were wrapped at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median_low

from pipeline.clean.wrapping.hyphens import ends_in_hyphen
from pipeline.clean.wrapping.lines import WrappedLine

Pair = tuple[WrappedLine, WrappedLine]
"""Two lines, the second below the first."""

_MAX_WIDTH = 160
"""No wrapped line is longer ..."""
_MIN_WIDTH = 24
"""... or shorter, unless it ends a paragraph."""
_FEW = 2
"""Lines broken off within a sentence that show a text to be wrapped."""
_FEW_LINES = 4
"""So many lines or fewer show it by one of them, if none of the others speaks against it."""
_SHARE = 0.75
"""Of the lines broken off, how many are of like length."""
_EXACT_SHARE = 0.95
"""Of the same lines, how many a width must fill to be the one that they were broken at."""
_BROKEN_SHARE = 0.3
"""Of all lines of that length, how many break off within a sentence. The others end one, or
the next begins with a name."""
_SHORT, _LONG = 0.75, 1.25
"""Lengths alike, as shares of the middle one: lines of proportional type differ."""
_LIKE = 0.9
"""The same of the middle lengths of two parts of a text."""
_RAGGED = 0.9
"""Share of the middle length that such a line reaches with a word that had no room in it."""


@dataclass(slots=True, frozen=True)
class Measure:
    """How far lines reach."""

    middle: int
    """The middle length of those that break off within a sentence."""
    full: float
    """A line that would reach further with the next one's first word is filled."""

    def is_like(self, other: "Measure") -> bool:
        """Return whether both may be the measure of one text."""
        return _LIKE * self.middle <= other.middle <= self.middle / _LIKE

    def is_too_short(self, line: WrappedLine) -> bool:
        """Return whether the line does not end where it does because it was full."""
        return line.width < _SHORT * self.middle

    def is_alike(self, pair: Pair) -> bool:
        """Return whether the first line is about as long as the others."""
        return _SHORT * self.middle <= pair[0].width <= _LONG * self.middle

    def is_too_long(self, line: WrappedLine) -> bool:
        """Return whether wrapping would have broken the line: a long last word it would not."""
        limit = _LONG * self.middle
        return line.width > limit and line.width - len(line.text.rsplit(maxsplit=1)[-1]) > limit


def breaks_sentence(line: WrappedLine, following: WrappedLine) -> bool:
    """Return whether the first line breaks off within a sentence, whatever their lengths."""
    return following.text[0].islower() and not line.ends_sentence


def reach(line: WrappedLine, following: WrappedLine) -> int:
    """Return how wide the line would be with the next one's first word in it."""
    space = not ends_in_hyphen(line.text, following.text)
    return line.width + space + len(following.text.split(maxsplit=1)[0])


def measure(pairs: Sequence[Pair]) -> Measure | None:
    """Return how far the lines reach, or None where they do not show that they were wrapped."""
    whole = [pair for pair in pairs if not any(line.is_apart for line in pair)]
    candidates = [pair for pair in whole if _MIN_WIDTH <= pair[0].width <= _MAX_WIDTH]
    broken = [pair for pair in candidates if breaks_sentence(*pair)]
    if len(broken) < _FEW:
        return None
    middle = median_low([line.width for line, _ in broken])
    found = Measure(middle, full=_RAGGED * middle)
    alike = sum(map(found.is_alike, broken))
    of_like_length = sum(map(found.is_alike, candidates))
    too_long = sum(any(map(found.is_too_long, pair)) for pair in whole)
    if alike < max(_FEW, _SHARE * len(broken), _BROKEN_SHARE * of_like_length, too_long + 1):
        return None
    width, filled = _common_width(broken)
    return Measure(middle, full=width) if filled >= _EXACT_SHARE * len(broken) else found


def measure_few(lines: Sequence[WrappedLine]) -> Measure | None:
    """Return the measure of lines that are one paragraph, and too few for `measure`, else None."""
    pairs = list(pairwise(lines))
    if not 1 < len(lines) <= _FEW_LINES or not any(breaks_sentence(*pair) for pair in pairs):
        return None
    width, filled = _common_width(pairs)
    is_paragraph = filled == len(pairs) and width >= max(line.width for line in lines)
    return Measure(width, width) if is_paragraph and width <= _MAX_WIDTH else None


def _common_width(pairs: Sequence[Pair]) -> tuple[int, int]:
    """Return the least width to which most of the lines are filled, and how many of them are."""
    change = [0] * (2 * _MAX_WIDTH)
    for line, following in pairs:
        change[min(line.width, len(change) - 1)] += 1
        change[min(reach(line, following), len(change) - 1)] -= 1
    filled = list(accumulate(change))
    most = max(filled)
    return filled.index(most), most
