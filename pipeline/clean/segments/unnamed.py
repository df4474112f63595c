"""Items that name no outlet: wire reports, signed or dated pieces, results of a search."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.datelines import dateline_agency, dateline_end
from pipeline.clean.moments import is_moment
from pipeline.clean.segments.announced import Announced, announced, is_live
from pipeline.clean.segments.outlets import undecorated
from pipeline.clean.segments.row import Item, Row, first_heading
from schemas.text import SegmentBasis

_RULE = re.compile(r"(?:[-=_*~—–•·#] ?){3,}")
_NUMBERED = re.compile(r"[(\[]?([0-9]{1,3})[.)\]]\s")
_CLOCK = re.compile(r"[0-9]{1,2}(?:[:.] ?[0-9]{2}\b| ?[ap]\.?m\b)")
_CLOCK_FIRST = re.compile(
    r"[0-9]{1,2}[:.h][0-9]{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})? +(?=[^\W\d_])"
)
_LISTED = re.compile(r"(?:[-*•·▪●◦–—]|[(\[]?[0-9]{1,3}[.)\]])[ \t]+\S")
_MIN_LISTED = 3
_MAX_TEASER = 400
"""Characters."""
_AFTER_LABEL = re.compile(r" [-–—|] |: ")


# --- Items without an outlet beside them ------------------------------------------------------


def dateline_items(rows: Sequence[Row]) -> list[Item]:
    """Wire items, each opening with its place, date or agency."""
    agencies: dict[int, str | None] = {}
    for index, row in enumerate(rows):
        if row.is_prose:
            text = undecorated(row.text)
            end = dateline_end(text, 0, len(text))
            if end is not None:
                agencies[index] = dateline_agency(text, 0, end)
    headed = {index for index in agencies if index > 0 and rows[index - 1].is_heading}
    covers = len(agencies) == sum(row.is_prose for row in rows)
    if len(agencies) < 2 or (len(headed) < len(agencies) - 1 and not covers):
        return []
    starts = {index - 1 if index in headed else index: name for index, name in agencies.items()}
    return [
        Item(start, end, SegmentBasis.DATELINE, starts[start], first_heading(rows, start, end))
        for start, end in pairwise([*sorted(starts), len(rows)])
    ]


def byline_items(rows: Sequence[Row]) -> list[Item]:
    """Signed pieces: a heading, and who wrote it on the line below."""
    return _under_headings(
        rows, [i for i, row in enumerate(rows) if row.rule_id == "byline"], SegmentBasis.BYLINE
    )


def dated_items(rows: Sequence[Row]) -> list[Item]:
    """Pieces with a date or time of day above, under or before each heading."""
    dated = [index for index, row in enumerate(rows) if is_moment(row.text)]
    items = _under_headings(rows, dated, SegmentBasis.DATE)
    if not items and dated and rows[dated[0]].rule_id == "time_stamp":
        # The page's own stamp stands above all of them.
        items = _under_headings(rows, dated[1:], SegmentBasis.DATE)
    if items:
        return items
    opened = [i for i, row in enumerate(rows) if _opens_with_moment(row) and _heads(rows, i)]
    if len(opened) > 2:
        return _with_prose(rows, opened, SegmentBasis.DATE)
    told = [i for i, row in enumerate(rows) if row.is_prose and _CLOCK_FIRST.match(row.text)]
    if len(told) > 2 and 2 * len(told) >= sum(row.is_prose for row in rows) and is_live(rows):
        return _with_prose(rows, told, SegmentBasis.DATE)
    if len(dated) < 2:
        return []
    if not all(_CLOCK.match(rows[i].text) or _heads(rows, i + 1) for i in dated):
        return []
    return _with_prose(rows, dated, SegmentBasis.DATE)


def _under_headings(rows: Sequence[Row], lines: Sequence[int], basis: SegmentBasis) -> list[Item]:
    headed = [i for i in lines if i > 0 and rows[i - 1].is_heading]
    if len(headed) < 2 or len(headed) < len(lines):
        return []
    return _with_prose(rows, [i - 1 for i in headed], basis)


def _heads(rows: Sequence[Row], index: int) -> bool:
    """Return whether a heading of at least three words stands there, with prose below it."""
    return (
        index + 1 < len(rows)
        and rows[index].is_heading
        and rows[index].line.word_count > (1 if _NUMBERED.match(rows[index].text) else 2)
        and rows[index + 1].is_prose
        and not rows[index + 1].is_heading
    )


def _with_prose(rows: Sequence[Row], starts: Sequence[int], basis: SegmentBasis) -> list[Item]:
    """Return the items that begin there, or none where one of them tells nothing."""
    bounds = list(pairwise([*starts, len(rows)]))
    if not all(any(row.is_prose for row in rows[start:end]) for start, end in bounds):
        return []
    return [Item(start, end, basis, None, first_heading(rows, start, end)) for start, end in bounds]


def _opens_with_moment(row: Row) -> bool:
    if _CLOCK_FIRST.match(row.text):
        return True
    label = _AFTER_LABEL.split(row.text[:40], maxsplit=1)
    return len(label) > 1 and is_moment(label[0])


def teasers(rows: Sequence[Row]) -> list[Item]:
    """Results of a search: what a page begins with, cut off, then extracts from it."""
    content = [index for index, row in enumerate(rows) if row.is_used]
    cuts = {
        i
        for i in content
        if rows[i].text.endswith(("...", "…")) and len(rows[i].text) <= _MAX_TEASER
    }
    followed = sum(
        i in cuts and len(rows[after].text) > len(rows[i].text) for i, after in pairwise(content)
    )
    if followed < 2 or 4 * len(cuts) < len(content):
        return []
    longest = max(len(rows[i].text) for i in cuts)
    is_short = {i: len(rows[i].text) <= longest for i in content}
    # Where every extract is one line, a short line is one more beginning.
    alternates = not any(not is_short[a] and not is_short[b] for a, b in pairwise(content))
    starts: list[int] = []
    for before, i in pairwise([-1, *content]):
        follows_start = before in starts[-1:]
        has_heading = follows_start and before not in cuts and rows[before].is_heading
        if (i in cuts and not has_heading) or (alternates and is_short[i] and not follows_start):
            starts.append(i)
    # Writers pause with an ellipsis too: two of them take a layout that is nothing else.
    if len(cuts) == 2 and not (alternates and 2 * len(starts) >= len(content)):
        return []
    return [
        Item(start, end, SegmentBasis.TEASER, None, None)
        for start, end in pairwise([*starts, len(rows)])
    ]


def between_rules(rows: Sequence[Row]) -> list[Item]:
    """Headed pieces with a line of dashes or stars between them."""
    is_rule = [_RULE.fullmatch(row.text) is not None for row in rows]
    rules = [index for index, is_one in enumerate(is_rule) if is_one]
    blocks = [(a, b) for a, b in pairwise([0, *rules, len(rows)]) if b > a + 1]
    headed = [(a, b) for a, b in blocks if _heads(rows, a + is_rule[a])]
    wanted = 3 if announced(rows) is Announced.NOTHING else 2
    if len(headed) < wanted or len(blocks) - len(headed) > 2:
        return []
    return [
        Item(start, end, SegmentBasis.RULE, None, first_heading(rows, start + 1, end))
        for start, end in headed
    ]


def listed(rows: Sequence[Row]) -> list[Item]:
    """Bulleted or numbered paragraphs, in a document that calls itself a round-up."""
    starts = [i for i, row in enumerate(rows) if row.is_used and _LISTED.match(row.text)]
    if announced(rows) is Announced.NOTHING or len(starts) < _MIN_LISTED:
        return []
    content = sum(row.is_used for row in rows[starts[0] :])
    if 3 * len(starts) < 2 * content:
        return []
    numbered = all(_NUMBERED.match(rows[i].text) for i in starts)
    basis = SegmentBasis.NUMBER if numbered else SegmentBasis.BULLET
    return _with_prose(rows, starts, basis)


def headed(rows: Sequence[Row]) -> list[Item]:
    """Headings with prose below them, in a document that calls itself a round-up."""
    if announced(rows) is Announced.NOTHING:
        return []
    starts = [index for index in range(1, len(rows)) if _heads(rows, index)]
    numbers = [_NUMBERED.match(rows[index].text) for index in starts]
    if len(starts) < 2:
        return []
    basis = SegmentBasis.NUMBER if all(numbers) else SegmentBasis.HEADING
    return _with_prose(rows, starts, basis)
