"""Wrapped text: lines that a mailer, an archive or a page's columns broke at some width.

Most texts are written a paragraph a line and are read as they stand. Where many lines of like
length break off within a sentence, the breaks are none of the writer's: the text is read with
each of them as the space, or the nothing, that stood there before.
"""

import re
from collections.abc import Sequence

from pipeline.clean.wrapping.hyphens import LineHyphens, ends_in_hyphen
from pipeline.clean.wrapping.joints import joined_lines
from pipeline.clean.wrapping.lines import WrappedLine, wrapped_lines
from pipeline.document import Reading

# Without a line that goes on in small letters, no text is wrapped: most are known by that.
_CONTINUED = re.compile(r"[\n\r\u2028\u2029][ \t\u00a0>]*[a-z]")


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
        joined = joined_lines(lines, breaks)
        if joined:
            return _reading(text, lines, joined)
    return None


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
