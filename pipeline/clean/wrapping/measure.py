"""The measure of wrapped lines: how far they reach, and whether they were wrapped at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median_low

from pipeline.clean.wrapping.lines import HYPHENS, WrappedLine

Pair = tuple[WrappedLine, WrappedLine]
"""Two lines, the second below the first."""

MAX_WIDTH = 160
"""No wrapped line is longer ..."""
_MIN_WIDTH = 24
"""... or shorter, unless it ends a paragraph."""
FEW = 2
"""Lines broken off within a sentence that show a text to be wrapped."""
_FEW_LINES = 4
"""A text of no more lines shows it by one of them, if none of the others speaks against it."""
_SHARE = 0.8
"""Of the lines broken off, how many are of like length."""
_EXACT_SHARE = 0.95
"""Of the same lines, how many a width must fill to be the one that they were broken at."""
_BROKEN_SHARE = 0.3
"""Of all lines of that length, how many break off within a sentence. The others end one, or
the next begins with a name."""
_SHORT, _LONG = 0.75, 1.25
"""Lengths alike, as shares of the middle one: lines of proportional type differ."""
_RAGGED = 0.9
"""Share of the middle length that such a line reaches with a word that had no room in it."""


@dataclass(slots=True, frozen=True)
class Measure:
    """How far lines reach."""

    full: float
    """A line that would reach further with the next one's first word is filled."""
    short: float
    """A line that ends before this was not broken because it was full."""


def breaks_sentence(line: WrappedLine, following: WrappedLine) -> bool:
    """Return whether the first line breaks off within a sentence, whatever their lengths."""
    return following.text[0].islower() and not line.ends_sentence


def reach(line: WrappedLine, following: WrappedLine) -> int:
    """Return how wide the line would be with the next one's first word in it."""
    space = 0 if line.text[-1] in HYPHENS else 1
    return line.width + space + len(following.text.split(maxsplit=1)[0])


def measure(pairs: Iterable[Pair]) -> Measure | None:
    """Return how far the lines reach, or None where they do not show that they were wrapped."""
    candidates = [
        (line, following)
        for line, following in pairs
        if _MIN_WIDTH <= line.width <= MAX_WIDTH and not (line.is_apart or following.is_apart)
    ]
    broken = [pair for pair in candidates if breaks_sentence(*pair)]
    if len(broken) < FEW:
        return None
    middle = median_low([line.width for line, _ in broken])
    short, long = _SHORT * middle, _LONG * middle
    alike = sum(short <= line.width <= long for line, _ in broken)
    of_like_length = sum(short <= line.width <= long for line, _ in candidates)
    if alike < FEW or alike < _SHARE * len(broken) or alike < _BROKEN_SHARE * of_like_length:
        return None
    width, filled = _common_width(broken)
    is_exact = filled >= _EXACT_SHARE * len(broken)
    return Measure(full=width if is_exact else _RAGGED * middle, short=short)


def measure_few(lines: Sequence[WrappedLine]) -> Measure | None:
    """Return the measure of a text that is one paragraph of a few lines, else None."""
    pairs = list(pairwise(lines))
    if not 1 < len(lines) <= _FEW_LINES or not any(breaks_sentence(*pair) for pair in pairs):
        return None
    width, filled = _common_width(pairs)
    is_paragraph = filled == len(pairs) and width >= max(line.width for line in lines)
    return Measure(width, width) if is_paragraph and width <= MAX_WIDTH else None


def _common_width(pairs: Sequence[Pair]) -> tuple[int, int]:
    """Return the least width to which most of the lines are filled, and how many of them are."""
    change = [0] * (2 * MAX_WIDTH)
    for line, following in pairs:
        change[min(line.width, len(change) - 1)] += 1
        change[min(reach(line, following), len(change) - 1)] -= 1
    filled = list(accumulate(change))
    most = max(filled)
    return filled.index(most), most
