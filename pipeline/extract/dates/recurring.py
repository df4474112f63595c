"""Dates that come round again: 24 March, April, Thursday, the 24th, spring, 3/4/2022.

Which turn is meant follows from the anchor, and where that leaves two, from the tense.
"""

import datetime as dt
from dataclasses import replace

from pipeline.calendar import period as calendar
from pipeline.calendar.period import OutOfCalendarError, Period
from pipeline.calendar.when import Named
from pipeline.extract.dates.setting import Resolved, Setting, no_anchor, unresolved
from pipeline.extract.dates.tense import Tense
from schemas.dates import DateBasis, UnresolvedReason
from schemas.dates import Granularity as Unit

_SATURDAY = 5
_MOST_OF_A_WEEK = 3
# Within these days the nearest turn of a date is meant, whatever the clause.
_NEAR_DAYS = 60
_DIRECT_TIP = 3.0
_TIPS = {Tense.PAST: 3.0, Tense.FUTURE: 3.0, Tense.OPEN: 1.5, Tense.NONE: 0.0}


def resolve_named(when: Named, setting: Setting) -> Resolved:
    """Return the days of a date called by its place in the calendar."""
    if when.unit is Unit.DECADE and when.year is not None:
        return _explicit(calendar.decade(when.year))
    if when.unit is Unit.CENTURY and when.year is not None:
        return _explicit(calendar.century(when.year))
    if when.unit is Unit.WEEKEND:
        return _weekend(when, setting)
    if when.unit is Unit.DAY and when.number is None and when.day is None:
        return _weekday(when, setting)
    if when.unit is Unit.DAY and when.number is None:
        return _day_of_month(when, setting)
    if when.year is None:
        return _inferred_year(when, setting)
    if when.either:
        return _either_order(when, setting)
    period = in_year(when, when.year)
    contradicts = when.weekday is not None and period.start.weekday() != when.weekday
    return replace(
        _explicit(period), is_ambiguous=contradicts, is_approximate=when.unit is Unit.SEASON
    )


def _explicit(period: Period) -> Resolved:
    return Resolved(period, period.granularity, DateBasis.EXPLICIT)


def in_year(when: Named, year: int) -> Period:
    """Return the days of a date called by name in the given year."""
    number = when.number or 1
    match when.unit:
        case Unit.DAY:
            return calendar.day(calendar.make_date(year, number, when.day or 1))
        case Unit.MONTH:
            return calendar.month(year, number)
        case Unit.QUARTER:
            return calendar.quarter(year, number)
        case Unit.HALF:
            return calendar.half(year, number)
        case Unit.SEASON:
            return calendar.season(year, number)
        case _:
            return calendar.year(year)


def _either_order(when: Named, setting: Setting) -> Resolved:
    """Return 3/4/2022 by the order that the document or a weekday shows, else no days."""
    swapped = replace(when, number=when.day, day=when.number, either=False)
    straight = replace(when, either=False)
    if setting.is_day_first is not None:
        return resolve_named(straight if setting.is_day_first else swapped, setting)
    if when.weekday is not None and when.year is not None:
        fits = [
            reading
            for reading in (straight, swapped)
            if in_year(reading, when.year).start.weekday() == when.weekday
        ]
        if len(fits) == 1:
            return resolve_named(fits[0], setting)
    unknown = unresolved(when, DateBasis.EXPLICIT, UnresolvedReason.DAY_MONTH_ORDER)
    return replace(unknown, is_ambiguous=True)


def _inferred_year(when: Named, setting: Setting) -> Resolved:
    if setting.anchor is None:
        return no_anchor(when, DateBasis.INFERRED_YEAR)
    anchor = setting.anchor
    periods = []
    # Twelve years hold every leap day's next and last turn, and every weekday of a date.
    for year in range(max(1, anchor.year - 12), min(9999, anchor.year + 13)):
        try:
            periods.append(in_year(when, year))
        except OutOfCalendarError:
            continue
    contradicts = False
    if when.weekday is not None:
        near = [one for one in periods if abs(one.start.year - anchor.year) <= 1]
        fitting = [one for one in near if one.start.weekday() == when.weekday]
        contradicts = not fitting
        periods = fitting or near or periods
    if when.direction == 0 and when.unit is not Unit.SEASON:
        periods = [one for one in periods if one.start.year == anchor.year]
    chosen, is_open = _turn(periods, anchor, when.direction, setting)
    if chosen is None:
        return unresolved(when, DateBasis.INFERRED_YEAR, UnresolvedReason.OUT_OF_CALENDAR)
    return Resolved(
        chosen,
        chosen.granularity,
        DateBasis.INFERRED_YEAR,
        anchor,
        is_ambiguous=contradicts or is_open,
        is_approximate=when.unit is Unit.SEASON,
    )


def _turn(
    periods: list[Period], anchor: dt.date, direction: int | None, setting: Setting
) -> tuple[Period | None, bool]:
    """Return the period among a recurring one's turns that is meant, and whether another may be."""
    if direction is not None and direction < 0:
        return next((one for one in reversed(periods) if one.end < anchor), None), False
    if direction is not None and direction > 0:
        return next((one for one in periods if one.start > anchor), None), False
    back = [one for one in periods if one.start <= anchor]
    ahead = [one for one in periods if one.end >= anchor]
    if direction == 0 or not back or not ahead or back[-1] == ahead[0]:
        return min(periods, key=lambda one: _distance(one, anchor), default=None), False
    if setting.direct is Tense.PAST:
        return back[-1], False
    if setting.direct is Tense.FUTURE:
        return ahead[0], False
    behind, away = _distance(back[-1], anchor), _distance(ahead[0], anchor)
    nearest = back[-1] if behind < away else ahead[0]
    if min(behind, away) <= _NEAR_DAYS:
        return nearest, False
    # Far off either way: the clause may still tip it.
    tip = _TIPS[setting.clause] if setting.direct is Tense.NONE else _DIRECT_TIP
    if max(behind, away) < tip * min(behind, away):
        nearest = back[-1] if setting.clause is Tense.PAST else ahead[0]
    told = {Tense.PAST: back[-1], Tense.FUTURE: ahead[0]}.get(setting.clause)
    return nearest, nearest is not told


def _distance(period: Period, anchor: dt.date) -> int:
    if period.start <= anchor <= period.end:
        return 0
    return min(abs((period.start - anchor).days), abs((period.end - anchor).days))


def _weekday(when: Named, setting: Setting) -> Resolved:
    if setting.anchor is None or when.weekday is None:
        return no_anchor(when, DateBasis.DOCUMENT_DATE)
    anchor, weekday = setting.anchor, when.weekday
    is_ambiguous = False
    if when.direction is None:
        date, is_ambiguous = _bare_weekday(anchor, weekday, setting)
    elif when.direction == 0:
        date = calendar.shift_days(calendar.week(anchor).start, weekday)
    elif when.direction < 0:
        date = calendar.on_or_before(calendar.shift_days(anchor, -1), weekday)
        is_ambiguous = date >= calendar.week(anchor).start
    else:
        date = calendar.shift_days(calendar.week(anchor).start, 7 + weekday)
        is_ambiguous = weekday > anchor.weekday()
    return Resolved(
        calendar.day(date), Unit.DAY, setting.anchor_basis, anchor, is_ambiguous=is_ambiguous
    )


def _weekend(when: Named, setting: Setting) -> Resolved:
    """Return "the weekend": the one at hand, or by the tense the last or the next one."""
    if setting.anchor is None:
        return no_anchor(when, DateBasis.DOCUMENT_DATE)
    anchor = setting.anchor
    saturday, is_ambiguous = anchor, False
    if anchor.weekday() < _SATURDAY:
        saturday, is_ambiguous = _bare_weekday(anchor, _SATURDAY, setting)
    period = calendar.weekend(saturday)
    return Resolved(period, Unit.WEEKEND, setting.anchor_basis, anchor, is_ambiguous=is_ambiguous)


def _bare_weekday(anchor: dt.date, weekday: int, setting: Setting) -> tuple[dt.date, bool]:
    """Return the day that a weekday alone means, and whether the other side is possible too.

    The tense decides where there is one; then a noun's day is the nearer one ("Sunday's
    speech"), and a present or an infinitive looks ahead unless that is most of a week.
    """
    back, ahead = calendar.on_or_before(anchor, weekday), calendar.on_or_after(anchor, weekday)
    if back == ahead or setting.direct is Tense.PAST or setting.clause is Tense.PAST:
        return back, False
    if setting.direct is Tense.FUTURE:
        return ahead, False
    behind, away = (anchor - back).days, (ahead - anchor).days
    if setting.direct is Tense.OPEN:
        return (back if away - behind >= _MOST_OF_A_WEEK else ahead), True
    if setting.clause is Tense.NONE:
        return back, True
    return (back if behind < away else ahead), True


def _day_of_month(when: Named, setting: Setting) -> Resolved:
    """Return "the 24th": that day of the month that lies nearest to the anchor."""
    if setting.anchor is None:
        return no_anchor(when, DateBasis.DOCUMENT_DATE)
    anchor = setting.anchor
    turns = []
    for months in (-2, -1, 0, 1, 2):
        first = calendar.shift(anchor.replace(day=1), months, Unit.MONTH)
        try:
            turns.append(calendar.day(calendar.make_date(first.year, first.month, when.day or 1)))
        except OutOfCalendarError:
            continue
    if when.weekday is not None:
        turns = [one for one in turns if one.start.weekday() == when.weekday] or turns
    chosen, is_open = _turn(turns, anchor, None, setting)
    if chosen is None:
        return unresolved(when, DateBasis.DOCUMENT_DATE, UnresolvedReason.OUT_OF_CALENDAR)
    return Resolved(chosen, Unit.DAY, setting.anchor_basis, anchor, is_ambiguous=is_open)
