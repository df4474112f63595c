"""Joints: which lines go on the paragraph of the line before them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.wrapping.lines import Opening, WrappedLine
from pipeline.clean.wrapping.measure import (
    Measure,
    breaks_sentence,
    measure,
    measure_few,
    reach,
)

_BYLINE = re.compile(r"(?:By|BY) [A-Z]")
_BYLINE_WORDS = 8
_FEW_HEADINGS = 2
"""Headings on a line of their own, right above their text, that show how a text is laid out."""

# A teaser breaks off for good.
_CUT = ("...", "…")

Block = Sequence[WrappedLine]
"""Lines that stand together."""


def joined_lines(lines: Sequence[WrappedLine], breaks: int) -> set[int]:
    """Return the indices of the lines that go on the paragraph of the line before them.

    Lines stand together when so many line breaks part them.
    """
    blocks = list(_blocks(lines, breaks))
    measures = _measures(blocks)
    gaps_above_headings = _gaps_above_headings(blocks, measures)
    joined: set[int] = set()
    first = 0
    for block, reached in zip(blocks, measures, strict=True):
        if reached is not None:
            going_on = set(_going_on(block, reached))
            if block[0].breaks_before in gaps_above_headings and _may_have_heading(block):
                going_on.discard(1)
            joined.update(first + index for index in going_on)
        first += len(block)
    return joined


def _blocks(lines: Sequence[WrappedLine], breaks: int) -> Iterator[Block]:
    """Yield the lines in runs that so many breaks part and that are quoted alike."""
    first = 0
    for index in range(1, len(lines) + 1):
        if (
            index == len(lines)
            or lines[index].breaks_before != breaks
            or lines[index].quote_depth != lines[first].quote_depth
        ):
            yield lines[first:index]
            first = index


def _measures(blocks: Sequence[Block]) -> list[Measure | None]:
    """Return how far the lines of each block reach, or None for one that was not wrapped."""
    of_all = measure([pair for block in blocks for pair in pairwise(block)])
    if of_all is None and len(blocks) == 1:
        return [measure_few(blocks[0])]
    return [_measure_of(block, of_all) for block in blocks]


def _measure_of(block: Block, of_all: Measure | None) -> Measure | None:
    """Return a block's measure: what is put together may be wrapped at several widths."""
    own = measure(list(pairwise(block)))
    if of_all is None or (own is not None and not own.is_like(of_all)):
        return own
    return measure_few(block) if any(map(of_all.is_too_long, block)) else of_all


def _gaps_above_headings(blocks: Sequence[Block], measures: Sequence[Measure | None]) -> set[int]:
    """Return how many line breaks stand above blocks of which each begins with its heading.

    There, a heading that happens to fill its line is known by its place alone.
    """
    headed: Counter[int] = Counter()
    unheaded: Counter[int] = Counter()
    for block, reached in zip(blocks, measures, strict=True):
        gap = block[0].breaks_before
        if reached is not None and _may_have_heading(block):
            headed[gap] += reach(block[0], block[1]) <= reached.full
        elif len(block) > 1:
            unheaded[gap] += breaks_sentence(block[0], block[1])
    return {gap for gap, count in headed.items() if count >= max(_FEW_HEADINGS, 2 * unheaded[gap])}


def _may_have_heading(block: Block) -> bool:
    """Return whether the first line may be a heading, and the second one begin its text."""
    return (
        len(block) > 1
        and block[0].opening is None
        and not block[0].ends_sentence
        and not block[1].text[0].islower()
        and block[-1].ends_sentence
    )


def _going_on(block: Block, reached: Measure) -> Iterator[int]:
    """Yield the indices of the lines that go on the paragraph of the line before them."""
    margin = min(line.indent for line in block)
    item = block[0].opening
    for index, (line, following) in enumerate(pairwise(block), start=1):
        if _goes_on(line, following, reached, margin, item):
            yield index
        else:
            item = following.opening


def _goes_on(
    line: WrappedLine,
    following: WrappedLine,
    reached: Measure,
    margin: int,
    item: Opening | None,
) -> bool:
    """Return whether the second line goes on the first one's paragraph, which opens with `item`."""
    if any(one.is_apart or reached.is_too_long(one) for one in (line, following)):
        return False
    is_broken = breaks_sentence(line, following) and following.opening is None
    if reach(line, following) <= reached.full:
        return is_broken and not reached.is_too_short(line)
    if is_broken:
        return True
    if line.text.endswith(_CUT):
        return False
    # Items of a list hang: their first line stands out, and not in.
    is_indented = following.indent > margin + 1 and item is None
    return not (is_indented or _opens_paragraph(line, following, item))


def _opens_paragraph(line: WrappedLine, following: WrappedLine, item: Opening | None) -> bool:
    """Return whether the second line begins as no line within a paragraph does by chance."""
    if line.text.isupper() and not following.text.isupper():
        return True
    match following.opening:
        case Opening.BULLET:
            return True
        case Opening.DASH:
            # A dash within a sentence may come to stand first in a line, too.
            return line.ends_sentence or item is Opening.DASH or not following.text[2:3].islower()
        case Opening.NUMBER:
            return line.ends_sentence or item is Opening.NUMBER
        case Opening.LABEL:
            return line.ends_sentence or line.opening is Opening.LABEL
    return (
        _BYLINE.match(following.text) is not None
        and len(following.text.split()) <= _BYLINE_WORDS
        and not line.ends_sentence
    )
