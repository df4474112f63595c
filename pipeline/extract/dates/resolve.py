"""Resolution: which days an expression means, given what it may be counted from.

Where the days cannot be known the answer is a reason; nothing is guessed.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.calendar import period as calendar
from pipeline.calendar.period import OutOfCalendarError, Period
from pipeline.calendar.when import (
    Base,
    Between,
    FromEvent,
    Named,
    NthOf,
    Part,
    PartOf,
    Recurring,
    Shifted,
    Step,
    TimeOfDay,
    Vague,
    When,
    Window,
    Within,
)
from pipeline.extract.dates.tense import Tense
from schemas.dates import DateBasis, UnresolvedReason
from schemas.dates import Granularity as Unit


@dataclass(slots=True, frozen=True)
class Setting:
    """What an expression may be counted from, and how its clause lies in time."""

    anchor: dt.date | None
    """The document's date, or the stated date nearest to the expression."""
    anchor_basis: DateBasis
    previous: Period | None = None
    """What was mentioned before in the same paragraph."""
    direct: Tense = Tense.NONE
    clause: Tense = Tense.NONE
    is_day_first: bool | None = None
    """Order of day and month in this document's numeric dates, where it shows."""
    event_date: Callable[[FromEvent], dt.date | None] = lambda _event: None


@dataclass(slots=True, frozen=True)
class Resolved:
    """The days meant, or why they are not known."""

    period: Period | None
    granularity: Unit
    basis: DateBasis
    anchor: dt.date | None = None
    reason: UnresolvedReason | None = None
    is_ambiguous: bool = False
    is_approximate: bool = False


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}
_YEARS = (Unit.YEAR, Unit.DECADE, Unit.CENTURY)
_COARSE = {
    Unit.YEAR: _YEARS,
    Unit.MONTH: (Unit.MONTH, Unit.QUARTER, *_YEARS),
    Unit.QUARTER: (Unit.QUARTER, *_YEARS),
    Unit.WEEK: (Unit.WEEK,),
}


# Within these days the nearest turn of a date is meant, whatever the clause.
_NEAR_DAYS = 60
_TIPS = {Tense.PAST: 3.0, Tense.FUTURE: 3.0, Tense.OPEN: 1.5, Tense.NONE: 0.0}


def resolve(when: When, setting: Setting) -> Resolved:
    """Return the days that the expression means in its setting."""
    try:
        return _resolve(when, setting)
    except OutOfCalendarError:
        return _unresolved(when, DateBasis.EXPLICIT, UnresolvedReason.OUT_OF_CALENDAR)


def _resolve(when: When, setting: Setting) -> Resolved:
    match when:
        case Named():
            return _named(when, setting)
        case Shifted():
            return _shifted(when, setting)
        case Within():
            return _within(when, setting)
        case Window():
            return _window(when, setting)
        case PartOf():
            return _part(when, setting)
        case NthOf():
            return _nth(when, setting)
        case Between():
            return _between(when, setting)
        case Step():
            base = _resolve(when.base, setting)
            return _stepped(base, when.count, when.unit, base.basis)
        case FromEvent():
            date = setting.event_date(when)
            if date is None:
                return _unresolved(when, DateBasis.EVENT_DATE, UnresolvedReason.EVENT_NOT_DATED)
            event = Resolved(calendar.day(date), Unit.DAY, DateBasis.EVENT_DATE, date)
            return replace(
                _stepped(event, when.count, when.unit, DateBasis.EVENT_DATE), anchor=date
            )
        case Vague():
            return _unresolved(when, DateBasis.VAGUE, UnresolvedReason.VAGUE)
        case Recurring():
            return _unresolved(when, DateBasis.RECURRING, UnresolvedReason.RECURRING)
        case TimeOfDay():
            return _unresolved(when, DateBasis.EXPLICIT, UnresolvedReason.DAY_NOT_STATED)


def granularity_of(when: When) -> Unit:
    """Return the width that the words alone give."""
    match when:
        case Named(unit=unit) | Vague(unit=unit) | NthOf(unit=unit):
            return unit
        case Within(inner=inner):
            return inner.unit
        case Shifted(unit=unit, exact=exact):
            return Unit.DAY if exact else unit
        case PartOf(part=part, whole=whole):
            return Unit.DAY if part in (Part.START, Part.END) else granularity_of(whole)
        case Window() | Between():
            return Unit.RANGE
        case TimeOfDay():
            return Unit.TIME
    return Unit.DAY


def _unresolved(when: When, basis: DateBasis, reason: UnresolvedReason) -> Resolved:
    return Resolved(None, granularity_of(when), basis, reason=reason)


def _no_anchor(when: When, basis: DateBasis) -> Resolved:
    return _unresolved(when, basis, UnresolvedReason.NO_DOCUMENT_DATE)


def _named(when: Named, setting: Setting) -> Resolved:
    if when.unit is Unit.DECADE and when.year is not None:
        return _explicit(calendar.decade(when.year))
    if when.unit is Unit.CENTURY and when.year is not None:
        return _explicit(calendar.century(when.year))
    if when.unit is Unit.DAY and when.number is None and when.day is None:
        return _weekday(when, setting)
    if when.unit is Unit.DAY and when.number is None:
        return _day_of_month(when, setting)
    if when.year is None:
        return _inferred_year(when, setting)
    if when.either:
        return _either_order(when, setting)
    period = _in_year(when, when.year)
    contradicts = when.weekday is not None and period.start.weekday() != when.weekday
    return replace(
        _explicit(period), is_ambiguous=contradicts, is_approximate=when.unit is Unit.SEASON
    )


def _explicit(period: Period) -> Resolved:
    return Resolved(period, period.granularity, DateBasis.EXPLICIT)


def _in_year(when: Named, year: int) -> Period:
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
        return _named(straight if setting.is_day_first else swapped, setting)
    if when.weekday is not None and when.year is not None:
        fits = [
            reading
            for reading in (straight, swapped)
            if _in_year(reading, when.year).start.weekday() == when.weekday
        ]
        if len(fits) == 1:
            return _named(fits[0], setting)
    unknown = _unresolved(when, DateBasis.EXPLICIT, UnresolvedReason.DAY_MONTH_ORDER)
    return replace(unknown, is_ambiguous=True)


def _inferred_year(when: Named, setting: Setting) -> Resolved:
    if setting.anchor is None:
        return _no_anchor(when, DateBasis.INFERRED_YEAR)
    anchor = setting.anchor
    periods = []
    # Twelve years hold every leap day's next and last turn, and every weekday of a date.
    for year in range(max(1, anchor.year - 12), min(9999, anchor.year + 13)):
        try:
            periods.append(_in_year(when, year))
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
    chosen = _choose(periods, anchor, when.direction, setting)
    if chosen is None:
        return _unresolved(when, DateBasis.INFERRED_YEAR, UnresolvedReason.OUT_OF_CALENDAR)
    return Resolved(
        chosen,
        chosen.granularity,
        DateBasis.INFERRED_YEAR,
        anchor,
        is_ambiguous=contradicts,
        is_approximate=when.unit is Unit.SEASON,
    )


def _choose(
    periods: list[Period], anchor: dt.date, direction: int | None, setting: Setting
) -> Period | None:
    """Return the period among a recurring one's turns that is meant."""
    back = [one for one in periods if one.start <= anchor]
    ahead = [one for one in periods if one.end >= anchor]
    if direction is not None and direction < 0:
        return next((one for one in reversed(periods) if one.end < anchor), None)
    if direction is not None and direction > 0:
        return next((one for one in periods if one.start > anchor), None)
    if direction is None and setting.direct is Tense.PAST and back:
        return back[-1]
    if direction is None and setting.direct is Tense.FUTURE and ahead:
        return ahead[0]
    nearest = min(periods, key=lambda one: _distance(one, anchor), default=None)
    if direction is None and back and ahead and back[-1] != ahead[0]:
        # A date that hangs from a noun, far off either way: the clause may still tip it.
        before, after = _distance(back[-1], anchor), _distance(ahead[0], anchor)
        tip = _TIPS[setting.clause]
        if min(before, after) > _NEAR_DAYS and max(before, after) < tip * min(before, after):
            return back[-1] if setting.clause is Tense.PAST else ahead[0]
    return nearest


def _distance(period: Period, anchor: dt.date) -> int:
    if period.start <= anchor <= period.end:
        return 0
    return min(abs((period.start - anchor).days), abs((period.end - anchor).days))


def _weekday(when: Named, setting: Setting) -> Resolved:
    if setting.anchor is None or when.weekday is None:
        return _no_anchor(when, DateBasis.DOCUMENT_DATE)
    anchor, weekday = setting.anchor, when.weekday
    is_ambiguous = False
    if when.direction is None:
        is_ahead = setting.clause in (Tense.FUTURE, Tense.OPEN)
        step = calendar.on_or_after if is_ahead else calendar.on_or_before
        date = step(anchor, weekday)
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


def _day_of_month(when: Named, setting: Setting) -> Resolved:
    """Return "the 24th": that day of the month that lies nearest to the anchor."""
    if setting.anchor is None:
        return _no_anchor(when, DateBasis.DOCUMENT_DATE)
    anchor = setting.anchor
    turns = []
    for months in (-2, -1, 0, 1, 2):
        first = calendar.shift(anchor.replace(day=1), months, Unit.MONTH)
        try:
            turns.append(calendar.day(calendar.make_date(first.year, first.month, when.day or 1)))
        except OutOfCalendarError:
            continue
    chosen = _choose(turns, anchor, None, setting)
    if chosen is None:
        return _unresolved(when, DateBasis.DOCUMENT_DATE, UnresolvedReason.OUT_OF_CALENDAR)
    return Resolved(chosen, Unit.DAY, setting.anchor_basis, anchor)


def _shifted(when: Shifted, setting: Setting) -> Resolved:
    if when.base is Base.PREVIOUS:
        if setting.previous is None:
            return _unresolved(when, DateBasis.STATED_DATE, UnresolvedReason.NO_ANTECEDENT)
        anchor, basis = setting.previous.end, DateBasis.STATED_DATE
        if when.count < 0:
            anchor = setting.previous.start
    elif setting.anchor is None:
        return _no_anchor(when, DateBasis.DOCUMENT_DATE)
    else:
        anchor, basis = setting.anchor, setting.anchor_basis
    date = calendar.shift(anchor, when.count, _step_unit(when.unit))
    if when.exact and when.base is Base.PREVIOUS and setting.previous is not None:
        # "In 2019 ... a year earlier" is 2018, no day of it.
        unit = setting.previous.granularity
        if unit in _COARSE and when.unit in _COARSE[unit]:
            return Resolved(calendar.containing(date, unit), unit, basis, anchor)
    if when.exact:
        approximate = when.unit is not Unit.DAY
        return Resolved(calendar.day(date), Unit.DAY, basis, anchor, is_approximate=approximate)
    return Resolved(calendar.containing(date, when.unit), when.unit, basis, anchor)


def _step_unit(unit: Unit) -> Unit:
    return Unit.WEEK if unit is Unit.WEEKEND else unit


def _within(when: Within, setting: Setting) -> Resolved:
    whole = _shifted(when.whole, setting)
    if whole.period is None:
        return replace(whole, granularity=when.inner.unit)
    start = whole.period.start
    if when.inner.weekday is not None and when.inner.number is None:
        period = calendar.day(calendar.shift_days(start, when.inner.weekday))
    else:
        period = _in_year(when.inner, start.year)
    return replace(whole, period=period, granularity=when.inner.unit)


def _window(when: Window, setting: Setting) -> Resolved:
    if setting.anchor is None:
        return _no_anchor(when, DateBasis.DOCUMENT_DATE)
    anchor = setting.anchor
    other = calendar.shift(anchor, when.count * when.direction, when.unit)
    period = Period(min(anchor, other), max(anchor, other), Unit.RANGE)
    return Resolved(period, Unit.RANGE, setting.anchor_basis, anchor, is_approximate=True)


def _part(when: PartOf, setting: Setting) -> Resolved:
    whole = _resolve(when.whole, setting)
    if whole.period is None:
        return replace(whole, granularity=granularity_of(when))
    period = whole.period
    match when.part:
        case Part.START:
            period = calendar.day(period.start)
        case Part.END:
            period = calendar.day(period.end)
        case Part.EARLIER if setting.anchor is not None and period.start < setting.anchor:
            period = replace(period, end=min(period.end, setting.anchor))
        case Part.LATER if setting.anchor is not None and period.end > setting.anchor:
            period = replace(period, start=max(period.start, setting.anchor))
        case Part.EARLY | Part.EARLIER:
            period = calendar.fraction(period, 3, 0)
        case Part.MID:
            period = calendar.fraction(period, 3, 1)
        case Part.LATE | Part.LATER:
            period = calendar.fraction(period, 3, 2)
    return replace(whole, period=period, granularity=period.granularity, is_approximate=True)


def _nth(when: NthOf, setting: Setting) -> Resolved:
    whole = _resolve(when.whole, setting)
    if whole.period is None:
        return replace(whole, granularity=when.unit)
    outer = whole.period
    if when.unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        period = _nth_days(when, outer)
    elif when.unit is Unit.HALF:
        period = calendar.fraction(outer, 2, when.number - 1 if when.number > 0 else 1)
        period = replace(period, granularity=Unit.HALF)
    else:
        period = _nth_months(when, outer)
    if not outer.start <= period.start <= period.end <= outer.end:
        raise OutOfCalendarError(f"no {when.unit} number {when.number} in {outer}")
    approximate = whole.is_approximate or when.unit is Unit.WEEK
    return replace(whole, period=period, granularity=period.granularity, is_approximate=approximate)


def _nth_months(when: NthOf, outer: Period) -> Period:
    months = _MONTHS[when.unit]
    if when.number < 0:
        first = calendar.shift(outer.end.replace(day=1), 1 - months * when.count, Unit.MONTH)
    else:
        first = calendar.shift(outer.start, months * (when.number - 1), Unit.MONTH)
    granularity = when.unit if when.count == 1 else Unit.RANGE
    return calendar.month_span(first.year, first.month, months * when.count, granularity)


def _nth_days(when: NthOf, outer: Period) -> Period:
    length = 7 if when.unit is Unit.WEEK else 1
    granularity = when.unit if when.count == 1 else Unit.RANGE
    if when.unit is Unit.WEEKEND:
        saturday = calendar.on_or_after(outer.start, 5)
        if when.number < 0:
            saturday = calendar.on_or_before(calendar.shift_days(outer.end, -1), 5)
        else:
            saturday = calendar.shift_days(saturday, 7 * (when.number - 1))
        return Period(saturday, calendar.shift_days(saturday, 1), Unit.WEEKEND)
    if when.number < 0:
        start = calendar.shift_days(outer.end, 1 - length * when.count)
    else:
        start = calendar.shift_days(outer.start, length * (when.number - 1))
    end = calendar.shift_days(start, length * when.count - 1)
    # The last days of a month belong to its fourth week or make a short fifth.
    return Period(start, min(end, outer.end), granularity)


def _between(when: Between, setting: Setting) -> Resolved:
    first = _resolve(when.first, setting)
    if first.period is None:
        return replace(first, granularity=Unit.RANGE)
    onward = setting
    if first.basis is not DateBasis.EXPLICIT or not isinstance(when.first, Named):
        onward = replace(setting, anchor=first.period.start)
    onward = replace(onward, direct=Tense.FUTURE, clause=Tense.FUTURE)
    last = _resolve(when.last, onward if isinstance(when.last, Named) else setting)
    if last.period is None:
        return replace(last, granularity=Unit.RANGE)
    period = Period(first.period.start, last.period.end, Unit.RANGE)
    basis = first.basis if first.basis is not DateBasis.EXPLICIT else last.basis
    return Resolved(
        period,
        Unit.RANGE,
        basis,
        first.anchor or (None if basis is DateBasis.EXPLICIT else setting.anchor),
        is_ambiguous=first.is_ambiguous or last.is_ambiguous,
        is_approximate=first.is_approximate or last.is_approximate,
    )


def _stepped(base: Resolved, count: int, unit: Unit, basis: DateBasis) -> Resolved:
    if base.period is None:
        return replace(base, granularity=Unit.DAY)
    start = base.period.end if count > 0 else base.period.start
    date = calendar.shift(start, count, _step_unit(unit))
    return replace(
        base,
        period=calendar.day(date),
        granularity=Unit.DAY,
        basis=basis,
        is_approximate=base.is_approximate or unit is not Unit.DAY,
    )
