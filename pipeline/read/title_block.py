"""The title block: lines above a story that say what kind of text it is, and of which day."""

import datetime as dt
import re

from pipeline.calendar.period import OutOfCalendarError, make_date

_KIND = (
    r"(?:transcript|minutes|communiqu[eé]|statement|remarks|speech|address|interview|hansard"
    r"|sitting|session|hearing|debates?|readout|dispatch|bulletin|briefing|newsletter|digest"
    r"|round-?up|reviews?|edition|issue|update|memo(?:randum)?|circular|fact ?sheet|sitrep"
    r"|(?:press|news|media) (?:release|conference|note|notice|summary|advisory)|report"
    r"|announcement|podcast|episode|recorded|delivered|aired|broadcast|as (?:of|at))"
)
_OF_A_KIND = re.compile(
    rf"\b{_KIND}\b(?:[^.!?\n]{{0,60}}?[\s,:;|–—-]|\s*(?:of|on)\s+)"
    r"(?:[0-9]{1,2}[:.][0-9]{2},? )?$",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:until|till|by|before|after|since|from|will|to be|due|ahead|upcoming|next|in|on|for|at)$"
    r"|\b(?:will|to be (?:held|published)|due|scheduled|ahead of|upcoming)\b",
    re.IGNORECASE,
)
_KIND_ITSELF = re.compile(rf"\b{_KIND}(?: (?:of|on))?(?: the)?$", re.IGNORECASE)
_PART_BEFORE = re.compile(r"[|•·»]\s*$|[^\s0-9]\s+[–—-]\s*$")
_REST = re.compile(
    r",? ?(?:at )?(?:[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?)? ?(?:[ap]\.?m\.?)?"
    r" ?(?:\(?[A-Z]{2,4}\)?)? ?[)\]]? ?(?:$|[|•·»(])",
)
_DAY_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])"
    r"(?![0-9A-Za-z])"
)


def dates_its_text(before: str, after: str) -> bool:
    """Return whether a day in a line of the title block is the day of the text itself.

    The line names the kind of text, as "TRANSCRIPT - Press conference, 15 June 2023" does, or
    gives the day a part of its own: "Harbour news | 15 June 2023". `before` and `after` are the
    rest of the line.
    """
    if not _REST.match(" ".join(after.split())):
        return False
    bare = before.rstrip(" ,:;|–—-(")
    if _TO_COME.search(bare) and not _KIND_ITSELF.search(bare):
        return False
    return _OF_A_KIND.search(before) is not None or _PART_BEFORE.search(before) is not None


def day_in_name(name: str) -> dt.date | None:
    """Return the day that a file's name holds as 2023-06-15, 2023_06_15 or 20230615."""
    found = _DAY_IN_NAME.search(name)
    if found is None:
        return None
    try:
        return make_date(int(found[1]), int(found[3]), int(found[4]))
    except OutOfCalendarError:
        return None
