"""Segments: a document that digests several outlets or items, cut into its items.

Every paragraph is in one segment and every document has at least one, so that nothing is
lost by a join; an ordinary article is one segment whatever its subheads.
"""

from collections.abc import Sequence

from pipeline.clean.line import Line
from pipeline.clean.segments.items import find_items
from pipeline.clean.segments.row import Item, Row
from pipeline.document import Paragraph, Segment
from schemas.text import SegmentBasis


def cut_segments(text: str, paragraphs: Sequence[Paragraph]) -> list[Segment]:
    """Return the segments of the text, in order: together they hold every paragraph."""
    rows, firsts = _rows(text, paragraphs)
    items = find_items(rows)
    if not items:
        return [_segment(0, paragraphs, 0, len(paragraphs), Item(0, len(rows), SegmentBasis.WHOLE))]
    segments: list[Segment] = []
    for item in _without_gaps(items, len(rows)):
        first, last = firsts[item.start], firsts[item.end]
        segments.append(_segment(len(segments), paragraphs, first, last, item))
    return segments


def _rows(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Row], list[int]]:
    """Return the document's lines, and for each the index of its first paragraph.

    A line longer than a paragraph may be stands in several of them.
    """
    rows: list[Row] = []
    firsts: list[int] = []
    end = 0
    for one in paragraphs:
        between = text[end : one.char_start]
        breaks = between.count("\n") or sum(map(between.count, "\r\u2028\u2029"))
        end = one.char_end
        if breaks or not rows:
            line = Line(one.char_start, text[one.char_start : end], follows_blank=breaks > 1)
            rows.append(Row(line, one.role, one.is_used, one.rule_id))
            firsts.append(one.index)
    return rows, [*firsts, len(paragraphs)]


def _without_gaps(items: Sequence[Item], end: int) -> list[Item]:
    """Return the items with what stands before, between and after them as items of its own."""
    whole: list[Item] = []
    position = 0
    for item in items:
        if item.start > position:
            whole.append(Item(position, item.start, SegmentBasis.OUTSIDE))
        whole.append(item)
        position = item.end
    if position < end:
        whole.append(Item(position, end, SegmentBasis.OUTSIDE))
    return whole


def _segment(
    index: int, paragraphs: Sequence[Paragraph], first: int, end: int, item: Item
) -> Segment:
    held = paragraphs[first:end]
    return Segment(
        index=index,
        char_start=held[0].char_start if held else 0,
        char_end=held[-1].char_end if held else 0,
        first_paragraph=first,
        end_paragraph=end,
        basis=item.basis,
        outlet_name=item.outlet,
        title=item.title,
        # Results of a search are extracts from pages of others, named or not.
        has_own_outlet=item.outlet is not None or item.basis is SegmentBasis.TEASER,
        rule_id=f"{item.basis}:{item.layout}" if item.layout else item.basis,
    )
