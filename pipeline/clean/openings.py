"""Openings: what stands before a line's own words, be it a dateline, an outlet or a time of day."""

import re

from pipeline.clean.datelines import dateline_end
from pipeline.clean.segments.outlets import Form, find_mark

# Characters up to the colon, and so many behind it tell whether a sentence follows.
_LONGEST_LABEL = 80
_TIME = re.compile(
    r"[(\[]?[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?(?: ?(?:[ap]\.?m\.?|[A-Z]{2,4}))?[)\]]?"
    r"(?: ?[-–—|•·:](?! ?[0-9]{1,2}[:.h][0-9]) ?|(?<=[)\]]) )"
    # "09:12 The minister resigns": written so exactly, a space will do.
    r"|[0-9]{2}:[0-9]{2} (?=[^\W\d_a-z])"
)


def opening_end(text: str, char_start: int, char_end: int) -> int | None:
    """Return where the own words of the sentence that begins a line begin, or None at its start.

    "Harbor Tribune: ", "18:30 - " and "VIENNA, May 3 (Agency) -" tell whence and when.
    """
    end = dateline_end(text, char_start, char_end)
    if end is not None:
        return end
    time = _TIME.match(text, char_start, char_end)
    end = _label_end(text, char_start, char_end) if time is None else time.end()
    if end is None:
        return None
    while end < char_end and text[end].isspace():
        end += 1
    return end if end < char_end else None


def _label_end(text: str, char_start: int, char_end: int) -> int | None:
    """Return where the label ends in which a known outlet stands before a colon."""
    colon = text.find(": ", char_start, min(char_end, char_start + _LONGEST_LABEL))
    if colon < 0:
        return None
    mark = find_mark(text[char_start : min(char_end, colon + _LONGEST_LABEL)], Form.COLON)
    return colon + 1 if mark is not None and mark.is_known else None
