"""The document's own date, read out of its text: dateline, byline, "Posted on", first date.

Whether a manifest, a record or the page's metadata knows better is decided by the caller;
this is what the words alone say, how they say it, and how far that can be trusted.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.calendar.grammar import read_expressions
from pipeline.calendar.period import OutOfCalendarError, make_date
from pipeline.calendar.when import Expression, Named
from pipeline.read.title_block import dates_its_text
from schemas.sources import PublishedBasis as Basis

ANCHOR_CONFIDENCE = 0.5
"""From here on a date found in the text may anchor relative dates."""

# How often the day so found is the day of publication, on news that carries both.
_PUBLISHED_STAMP = 0.95
_DATELINE = 0.9
_ADDRESS_DAY = 0.9
_BYLINE_DAY = 0.9
_DATE_LINE = 0.85
_TITLE_BLOCK = 0.8
_UPDATED_STAMP = 0.8
_CALLED_TODAY = 0.9
_CAPTION_DAY = 0.6
_WEEKDAY_DAY = 0.6
_FIRST_DAY = 0.4
_LATEST_ITEM = 0.6

# Datelines and bylines stand above the story, stamps above or below it.
_HEAD_LINES = 40
_FOOT_LINES = 8
_TITLE_LINES = 8
_MASTHEAD_LINES = 3
_MANY_DATELINES = 3
_HALF_A_YEAR = dt.timedelta(days=183)
_SHORT_LINE = 140
_FURNITURE = 60
_BEFORE_A_DAY = 100

_STAMP = re.compile(
    r"(?:^|[|•·–—.\-]\s*|\b[Bb]y [^|\n]{2,60}?[,|\s]\s*)"
    r"((?:first |originally |last )?(?:published|posted|released|issued|filed|date|dated"
    r"|updated|modified|amended|publication date|release date|for immediate release"
    r"|(?:embargoed|under embargo) until)(?: date)?)"
    r"\s*(?:[:\-–—|]\s*|(?:on|at)\b\s*){0,3}"
    r"(?:[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: ?,|\s(?:on\b)?)\s*)?$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\s*(?:By|BY|Author:?|Written by|Story by)\s+\S")
# Words that are no names may stand between the places of a dateline.
_PLACE_WORDS = frozenset("de of la le al el the and upon sur von".split())
_NO_PLACES = frozenset("on in at by since from until till before after as".split())
_AFTER_DATELINE = re.compile(r"\s*(?:$|[-–—:()|/.]|,\s*[A-Z(])")
_OPENS_STORY = re.compile(r"\s*(?:\([^)]{2,40}\)\s*|\)\s*)?[-–—:]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s/]+/\S*")
_DAY_IN_ADDRESS = re.compile(
    r"[/=_\-]((?:19|20)[0-9]{2})"
    r"(?:([/\-])(1[0-2]|0?[1-9])\2([12][0-9]|3[01]|0?[1-9])(?![0-9])"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]))"
)
_YEAR_NOTICE = re.compile(r"(?:©|\([Cc]\)|[Cc]opyright)\s*((?:19|20)[0-9]{2})(?![0-9\-–])")
_CREDIT = re.compile(
    r"\b(?:photos?|photograph|picture|image|credit|afp|getty|reuters|epa|ap)\b", re.IGNORECASE
)
_ARCHIVE = re.compile(r"\b(?:file|archive)\b", re.IGNORECASE)
# What these words introduce lies ahead of the telling, or far behind it.
_NOT_ITS_OWN_DAY = re.compile(
    r"(?:\b(?:until|till|by|before|through|from|since|to|of)\s+(?:the\s+|about\s+|end of\s+){0,2}"
    r"|\b(?:born|will|due|scheduled|expected|planned|deadline|expires?|ends?|anniversary)\b"
    r"[^.!?\n]*)$",
    re.IGNORECASE,
)
_PAST_YEAR = re.compile(
    r"\b(?:in|since|during|after)\s+(?:[A-Z][a-z]+\s+)?((?:19|20)[0-9]{2})(?![0-9A-Za-z%]|[,.][0-9])"
)


@dataclass(slots=True, frozen=True)
class PublishedDate:
    """A publication date, what it was read from and where."""

    date: dt.date
    basis: Basis
    confidence: float
    char_start: int
    char_end: int


@dataclass(slots=True, frozen=True)
class _Day:
    """A day called by its number, and the line it stands in."""

    expression: Expression
    named: Named
    line_index: int
    line_start: int
    line_end: int


def published_from_text(text: str, *, near: dt.date | None = None) -> PublishedDate | None:
    """Return the day that the text gives as its own, or None when it gives none.

    Of several the most certain wins, and of equally certain ones the first. A dateline
    without a year counts only where an address or a copyright notice gives the year, or a day
    that is known to be `near`.
    """
    lines = list(_lines(text))
    days = [
        day for index, (start, end) in enumerate(lines) for day in _days(text, index, start, end)
    ]
    found = list(_in_addresses(text, lines[:_HEAD_LINES]))
    year = found[0].date.year if found else _year_of_notice(text)
    datelines: list[tuple[_Day, PublishedDate]] = []
    for day in days:
        is_outside = day.line_index < _HEAD_LINES or day.line_index >= len(lines) - _FOOT_LINES
        basis = _basis(text, day, is_outside=is_outside)
        if basis is None:
            continue
        date = _date(day.named, year) or _date_near(day.named, near)
        if date is not None:
            own = PublishedDate(date, *basis, day.expression.char_start, day.expression.char_end)
            found.append(own)
            if own.basis is Basis.DATELINE:
                datelines.append((day, own))
    if _are_items(text, datelines):
        # A digest is as old as the latest of its items.
        latest = max((one for _, one in datelines), key=lambda one: one.date)
        kept = [one for one in found if one.basis is not Basis.DATELINE]
        found = [*kept, replace(latest, basis=Basis.TEXT, confidence=_LATEST_ITEM)]
    if not found:
        found = list(_told(text, days))
    return max(found, key=lambda one: (one.confidence, -one.char_start), default=None)


def _are_items(text: str, datelines: list[tuple[_Day, PublishedDate]]) -> bool:
    """Return whether datelines of several days stand below each other, none of them on top."""
    if len(datelines) < _MANY_DATELINES or len({one.date for _, one in datelines}) < 2:
        return False
    first = datelines[0][0]
    is_numbered = text[first.line_start : first.line_end].lstrip()[:1].isdigit()
    return is_numbered or first.line_index >= _MASTHEAD_LINES


def _date_near(named: Named, near: dt.date | None) -> dt.date | None:
    """Return the day in the year that brings it nearest to another, within half a year."""
    if near is None:
        return None
    dates = [_date(named, near.year + shift) for shift in (-1, 0, 1)]
    known = [date for date in dates if date is not None and abs(date - near) < _HALF_A_YEAR]
    return min(known, key=lambda date: abs(date - near), default=None)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each line that holds anything but white space."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start and not text[start:end].isspace():
            yield start, end
        start = end + 1


def _days(text: str, index: int, start: int, end: int) -> Iterator[_Day]:
    for expression in read_expressions(text, start, end):
        named = expression.when
        if (
            isinstance(named, Named)
            and named.day
            and named.number
            and not named.either
            and not expression.impossible
        ):
            yield _Day(expression, named, index, start, end)


def _date(named: Named, year: int | None) -> dt.date | None:
    year = named.year or year
    try:
        return None if year is None else make_date(year, named.number or 1, named.day or 1)
    except OutOfCalendarError:
        return None


def _year_of_notice(text: str) -> int | None:
    """Return the year of the text's copyright notices when they agree."""
    years = {int(match.group(1)) for match in _YEAR_NOTICE.finditer(text)}
    return years.pop() if len(years) == 1 else None


def _in_addresses(text: str, lines: list[tuple[int, int]]) -> Iterator[PublishedDate]:
    """Yield the day in an address that has a line of the head for itself."""
    for start, end in lines:
        if not _ADDRESS.fullmatch(text[start:end].strip()):
            continue
        match = _DAY_IN_ADDRESS.search(text, start, end)
        if match is None:
            continue
        try:
            date = make_date(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))
        except OutOfCalendarError:
            continue
        yield PublishedDate(date, Basis.ADDRESS, _ADDRESS_DAY, match.start(1), match.end())


def _basis(text: str, day: _Day, *, is_outside: bool) -> tuple[Basis, float] | None:
    """Return what makes the day the text's own by its place, and how certainly."""
    before = text[day.line_start : day.expression.char_start]
    after = text[day.expression.char_end : day.line_end]
    if len(before) <= _SHORT_LINE:
        stamp = _STAMP.search(before)
        if stamp is not None:
            renewed = stamp.group(1).lower().endswith(("updated", "modified", "amended"))
            return Basis.STAMP, _UPDATED_STAMP if renewed else _PUBLISHED_STAMP
    if not is_outside:
        return None
    is_short = day.line_end - day.line_start <= _SHORT_LINE
    if is_short and _BYLINE.match(before):
        return Basis.BYLINE, _BYLINE_DAY
    if is_short and day.line_index < _TITLE_LINES and dates_its_text(before, after):
        return Basis.STAMP, _TITLE_BLOCK
    if len(before) > _FURNITURE or not _AFTER_DATELINE.match(after):
        return None
    words = re.findall(r"[^\W\d_]+", before)
    if not words:
        if _OPENS_STORY.match(after):
            return Basis.DATELINE, _DATELINE
        return (Basis.STAMP, _DATE_LINE) if len(after.strip()) <= _FURNITURE else None
    if _are_places(words) and not before.rstrip().endswith((".", "!", "?")):
        return Basis.DATELINE, _DATELINE
    return None


def _are_places(words: list[str]) -> bool:
    return words[0].lower() not in _NO_PLACES and all(
        word[0].isupper() or word in _PLACE_WORDS for word in words
    )


def _told(text: str, days: list[_Day]) -> Iterator[PublishedDate]:
    """Yield what captions and the story itself tell, when nothing around it gives a date."""
    own = []
    for day in days:
        date = _date(day.named, None)
        begin = max(day.line_start, day.expression.char_start - _BEFORE_A_DAY)
        before = text[begin : day.expression.char_start]
        if date is not None and not _NOT_ITS_OWN_DAY.search(before):
            own.append((date, day))
    if not own:
        return
    today = [date for date, day in own if day.expression.rule_id.startswith("today_")]
    with_weekday = Counter(date for date, day in own if day.named.weekday == date.weekday())
    captioned = [date for date, day in own if _is_caption(text, day)]
    if today:
        chosen, basis, confidence = today[0], Basis.TEXT, _CALLED_TODAY
    elif with_weekday:
        # A digest tells several days, its own most often; a story's own is its last.
        chosen = max(with_weekday, key=lambda date: (with_weekday[date], date))
        basis, confidence = Basis.TEXT, _WEEKDAY_DAY
    elif captioned:
        chosen, basis, confidence = captioned[0], Basis.CAPTION, _CAPTION_DAY
    else:
        chosen, basis, confidence = own[0][0], Basis.TEXT, _FIRST_DAY
    if chosen.year < _latest_year(text, own):
        # It looks back: a text is no older than the latest year it tells of.
        return
    place = next(day for date, day in own if date == chosen).expression
    yield PublishedDate(chosen, basis, confidence, place.char_start, place.char_end)


def _is_caption(text: str, day: _Day) -> bool:
    line = text[day.line_start : day.line_end]
    return (
        len(line) <= 4 * _SHORT_LINE
        and _CREDIT.search(line) is not None
        and _ARCHIVE.search(line) is None
    )


def _latest_year(text: str, own: list[tuple[dt.date, _Day]]) -> int:
    """Return the latest year that the text tells of and does not place ahead."""
    latest = max(date for date, _ in own).year
    for match in _PAST_YEAR.finditer(text):
        begin = max(0, match.start() - _BEFORE_A_DAY)
        if int(match[1]) > latest and not _NOT_ITS_OWN_DAY.search(text[begin : match.start()]):
            latest = int(match[1])
    return latest
