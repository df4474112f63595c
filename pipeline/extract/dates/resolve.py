"""Resolution: which days an expression means, given what it may be counted from.

Where the days cannot be known the answer is a reason; nothing is guessed.
"""

from dataclasses import replace

from pipeline.calendar import period as calendar
from pipeline.calendar.period import OutOfCalendarError, Period
from pipeline.calendar.when import (
    Base,
    Between,
    Containing,
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
from pipeline.extract.dates.recurring import in_year, resolve_named
from pipeline.extract.dates.setting import (
    Resolved,
    Setting,
    granularity_of,
    no_anchor,
    unresolved,
)
from pipeline.extract.dates.tense import Tense
from schemas.dates import DateBasis, UnresolvedReason
from schemas.dates import Granularity as Unit

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3}
_YEARS = (Unit.YEAR, Unit.DECADE, Unit.CENTURY)
_COARSE = {
    Unit.YEAR: _YEARS,
    Unit.MONTH: (Unit.MONTH, Unit.QUARTER, *_YEARS),
    Unit.QUARTER: (Unit.QUARTER, *_YEARS),
    Unit.WEEK: (Unit.WEEK,),
}


def resolve(when: When, setting: Setting) -> Resolved:
    """Return the days that the expression means in its setting."""
    try:
        return _resolve(when, setting)
    except OutOfCalendarError:
        is_relative = isinstance(when, Shifted | Window | Within)
        basis = DateBasis.DOCUMENT_DATE if is_relative else DateBasis.EXPLICIT
        return unresolved(when, basis, UnresolvedReason.OUT_OF_CALENDAR)


def _resolve(when: When, setting: Setting) -> Resolved:
    match when:
        case Named():
            return resolve_named(when, setting)
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
        case Containing():
            inner = resolve_named(when.inner, setting)
            if inner.period is None:
                return replace(inner, granularity=when.unit)
            period = calendar.containing(inner.period.start, when.unit)
            return replace(inner, period=period, granularity=when.unit)
        case Between():
            return _between(when, setting)
        case Step():
            base = _resolve(when.base, setting)
            return _stepped(base, when.count, when.unit)
        case FromEvent():
            if setting.event is None:
                return unresolved(when, DateBasis.EVENT_DATE, UnresolvedReason.EVENT_NOT_DATED)
            event = Resolved(
                calendar.day(setting.event), Unit.DAY, DateBasis.EVENT_DATE, setting.event
            )
            return _stepped(event, when.count, when.unit)
        case Vague():
            return unresolved(when, DateBasis.VAGUE, UnresolvedReason.VAGUE)
        case Recurring():
            return unresolved(when, DateBasis.RECURRING, UnresolvedReason.RECURRING)
        case TimeOfDay():
            return unresolved(when, DateBasis.EXPLICIT, UnresolvedReason.DAY_NOT_STATED)


def _shifted(when: Shifted, setting: Setting) -> Resolved:
    if when.base is Base.PREVIOUS:
        if setting.previous is None:
            return unresolved(when, DateBasis.STATED_DATE, UnresolvedReason.NO_ANTECEDENT)
        anchor, basis = setting.previous.end, DateBasis.STATED_DATE
        if when.count < 0:
            anchor = setting.previous.start
    elif setting.anchor is None:
        return no_anchor(when, DateBasis.DOCUMENT_DATE)
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
        period = in_year(when.inner, start.year)
    return replace(whole, period=period, granularity=when.inner.unit)


def _window(when: Window, setting: Setting) -> Resolved:
    anchor, basis = setting.anchor, setting.anchor_basis
    if when.direction > 0 and setting.direct is Tense.PAST:
        # "Over the next two years he lost it all": told from within the story.
        if setting.previous is None:
            return unresolved(when, DateBasis.STATED_DATE, UnresolvedReason.NO_ANTECEDENT)
        anchor, basis = setting.previous.end, DateBasis.STATED_DATE
    if anchor is None:
        return no_anchor(when, DateBasis.DOCUMENT_DATE)
    other = calendar.shift(anchor, when.count * when.direction, when.unit)
    period = Period(min(anchor, other), max(anchor, other), Unit.RANGE)
    return Resolved(period, Unit.RANGE, basis, anchor, is_approximate=True)


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
    if when.weekday is not None:
        if when.number < 0:
            return calendar.day(calendar.on_or_before(outer.end, when.weekday))
        first = calendar.on_or_after(outer.start, when.weekday)
        return calendar.day(calendar.shift_days(first, 7 * (when.number - 1)))
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
    if isinstance(when.last, Named):
        # The second bound is the first of its kind after the first one.
        onward = first.period.start
        setting = replace(setting, anchor=onward, direct=Tense.FUTURE, clause=Tense.FUTURE)
    last = _resolve(when.last, setting)
    if last.period is None:
        return replace(last, granularity=Unit.RANGE)
    weaker = first if first.basis is not DateBasis.EXPLICIT else last
    return Resolved(
        Period(first.period.start, last.period.end, Unit.RANGE),
        Unit.RANGE,
        weaker.basis,
        weaker.anchor,
        is_ambiguous=first.is_ambiguous or last.is_ambiguous,
        is_approximate=first.is_approximate or last.is_approximate,
    )


def _stepped(base: Resolved, count: int, unit: Unit) -> Resolved:
    if base.period is None:
        return replace(base, granularity=Unit.DAY)
    start = base.period.end if count > 0 else base.period.start
    date = calendar.shift(start, count, _step_unit(unit))
    return replace(
        base,
        period=calendar.day(date),
        granularity=Unit.DAY,
        is_approximate=base.is_approximate or unit is not Unit.DAY,
    )
