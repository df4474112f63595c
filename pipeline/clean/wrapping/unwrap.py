"""Wrapped text: lines that a mailer, an archive or a page's columns broke at some width.

Most texts are written a paragraph a line and are read as they stand. Where many lines of like
length break off within a sentence, the breaks are none of the writer's: the text is read with
each of them as the space, or the nothing, that stood there before.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.wrapping.hyphens import LineHyphens, ends_in_hyphen
from pipeline.clean.wrapping.lines import Opening, WrappedLine, wrapped_lines
from pipeline.clean.wrapping.measure import (
    Measure,
    breaks_sentence,
    measure,
    measure_few,
    reach,
)
from pipeline.document import Reading

# Without a line that goes on in small letters, no text is wrapped: most are known by that.
_CONTINUED = re.compile(r"[\n\r\u2028\u2029][ \t\u00a0>]*[a-z]")
_BYLINE = re.compile(r"(?:By|BY) [A-Z]")
_BYLINE_WORDS = 8


def unwrap(text: str) -> Reading | None:
    """Return the text as it read before it was wrapped; None if its lines are its paragraphs.

    A paragraph ends with a blank line, with a line that is not filled and before an indent;
    titles, items of a list, turns of speakers and rows of tables stay lines of their own. In
    double-spaced text one blank line is a break like others.
    """
    if _CONTINUED.search(text) is None:
        return None
    lines = wrapped_lines(text)
    for breaks in (1, 2):
        joined = _joined(lines, breaks)
        if joined:
            return _reading(text, lines, joined)
    return None


def _joined(lines: Sequence[WrappedLine], breaks: int) -> set[int]:
    """Return the indices of the lines that go on the paragraph of the line before them.

    Lines stand together when so many line breaks part them.
    """
    blocks = list(_blocks(lines, breaks))
    of_all = measure([pair for block in blocks for pair in pairwise(block)])
    if len(blocks) == 1:
        of_all = of_all or measure_few(lines)
    joined: set[int] = set()
    first = 0
    for block in blocks:
        # What was put together from several sources may be wrapped at several widths.
        own = measure(list(pairwise(block)))
        reached = of_all if own is None or (of_all and own.is_like(of_all)) else own
        if reached is not None:
            joined.update(first + index for index in _going_on(block, reached))
        first += len(block)
    return joined


def _blocks(lines: Sequence[WrappedLine], breaks: int) -> Iterator[Sequence[WrappedLine]]:
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


def _going_on(block: Sequence[WrappedLine], reached: Measure) -> Iterator[int]:
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


def _reading(text: str, lines: Sequence[WrappedLine], joined: set[int]) -> Reading:
    """Return the text with what stands between joined lines as one space, or as nothing.

    The marks of an answered mail are no part of its text.
    """
    hyphens = LineHyphens(text, [(lines[i - 1].text, lines[i].text) for i in sorted(joined)])
    edits: list[tuple[int, int, str]] = []
    end = 0
    for index, line in enumerate(lines):
        before = lines[index - 1].text
        if index not in joined:
            between = text[end : line.char_start]
            if ">" in between:
                edits.append((end, line.char_start, between.replace(">", "")))
        elif ends_in_hyphen(before, line.text):
            is_dropped = hyphens.is_dropped(before, line.text)
            edits.append((end - is_dropped, line.char_start, ""))
        else:
            edits.append((end, line.char_start, " "))
        end = line.char_end
    return Reading.of(text, edits)
