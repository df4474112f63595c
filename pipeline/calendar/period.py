"""Periods: stretches of whole days on the Gregorian calendar, and steps between them."""

import calendar
import datetime as dt
from dataclasses import dataclass

from schemas.dates import Granularity as Unit

_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}


class OutOfCalendarError(ValueError):
    """The day lies outside the years 1 to 9999 or does not exist."""


@dataclass(slots=True, frozen=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: dt.date
    end: dt.date
    granularity: Unit

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise OutOfCalendarError(f"{self.end} is before {self.start}")


def make_date(year: int, month: int, day: int) -> dt.date:
    """Return the day, or raise OutOfCalendarError when there is none."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise OutOfCalendarError(f"{year}-{month}-{day}") from error


def day(date: dt.date) -> Period:
    """Return one day."""
    return Period(date, date, Unit.DAY)


def month_span(year: int, month: int, months: int, granularity: Unit) -> Period:
    """Return the whole months that begin with `month` of `year`."""
    last = year * 12 + month - 1 + months - 1
    last_year, last_month = divmod(last, 12)
    start = make_date(year, month, 1)
    make_date(last_year, last_month + 1, 1)
    length = calendar.monthrange(last_year, last_month + 1)[1]
    return Period(start, make_date(last_year, last_month + 1, length), granularity)


def month(year: int, number: int) -> Period:
    """Return a calendar month."""
    return month_span(year, number, 1, Unit.MONTH)


def quarter(year: int, number: int) -> Period:
    """Return a quarter of a calendar year."""
    return month_span(year, 3 * number - 2, 3, Unit.QUARTER)


def half(year: int, number: int) -> Period:
    """Return a half of a calendar year."""
    return month_span(year, 6 * number - 5, 6, Unit.HALF)


def season(year: int, number: int) -> Period:
    """Return a meteorological season of the northern hemisphere.

    Spring is 1. Winter is 4, and belongs to the year in which it begins.
    """
    return month_span(year, 3 * number, 3, Unit.SEASON)


def year(number: int) -> Period:
    """Return a calendar year."""
    return month_span(number, 1, 12, Unit.YEAR)


def years(first: int, last: int) -> Period:
    """Return the years from `first` to `last`."""
    return Period(make_date(first, 1, 1), make_date(last, 12, 31), Unit.RANGE)


def decade(first: int) -> Period:
    """Return the ten years that begin with `first`."""
    return Period(make_date(first, 1, 1), make_date(first + 9, 12, 31), Unit.DECADE)


def century(number: int) -> Period:
    """Return a century: the 21st is 2001 to 2100."""
    return Period(make_date(100 * number - 99, 1, 1), make_date(100 * number, 12, 31), Unit.CENTURY)


def week(date: dt.date) -> Period:
    """Return the week, Monday to Sunday, that holds the day."""
    monday = shift_days(date, -date.weekday())
    return Period(monday, shift_days(monday, 6), Unit.WEEK)


def weekend(date: dt.date) -> Period:
    """Return the Saturday and Sunday of the week that holds the day."""
    monday = shift_days(date, -date.weekday())
    return Period(shift_days(monday, 5), shift_days(monday, 6), Unit.WEEKEND)


def containing(date: dt.date, unit: Unit) -> Period:
    """Return the calendar unit that holds the day."""
    match unit:
        case Unit.WEEK:
            return week(date)
        case Unit.WEEKEND:
            return weekend(date)
        case Unit.MONTH:
            return month(date.year, date.month)
        case Unit.QUARTER:
            return quarter(date.year, (date.month + 2) // 3)
        case Unit.HALF:
            return half(date.year, (date.month + 5) // 6)
        case Unit.SEASON:
            return season(date.year - (date.month < 3), date.month // 3 or 4)
        case Unit.YEAR:
            return year(date.year)
        case Unit.DECADE:
            return decade(date.year // 10 * 10)
        case Unit.CENTURY:
            return century((date.year + 99) // 100)
        case _:
            return day(date)


def shift_days(date: dt.date, days: int) -> dt.date:
    """Return the day so many days later, or raise OutOfCalendarError."""
    try:
        return date + dt.timedelta(days=days)
    except OverflowError as error:
        raise OutOfCalendarError(f"{date} {days:+} days") from error


def shift(date: dt.date, count: int, unit: Unit) -> dt.date:
    """Return the day so many units later: a month after 31 January is the last of February."""
    if unit in _DAYS_IN:
        return shift_days(date, count * _DAYS_IN[unit])
    to_year, to_month = divmod(date.year * 12 + date.month - 1 + count * _MONTHS_IN[unit], 12)
    if not 1 <= to_year <= 9999:
        raise OutOfCalendarError(f"{date} {count:+} {unit}")
    length = calendar.monthrange(to_year, to_month + 1)[1]
    return dt.date(to_year, to_month + 1, min(date.day, length))


def on_or_before(date: dt.date, weekday: int) -> dt.date:
    """Return the last such weekday (Monday 0) up to the day itself."""
    return shift_days(date, -((date.weekday() - weekday) % 7))


def on_or_after(date: dt.date, weekday: int) -> dt.date:
    """Return the first such weekday (Monday 0) from the day itself on."""
    return shift_days(date, (weekday - date.weekday()) % 7)


def fraction(whole: Period, parts: int, part: int) -> Period:
    """Return one of so many equal parts of a period, in whole months where it has them."""
    if not 0 <= part < parts:
        raise OutOfCalendarError(f"part {part} of {parts}")
    first, last = whole.start, whole.end
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months % parts == 0:
        begin = shift(first, months // parts * part, Unit.MONTH)
        return month_span(begin.year, begin.month, months // parts, whole.granularity)
    days = (last - first).days + 1
    begin = shift_days(first, days * part // parts)
    return Period(begin, shift_days(first, days * (part + 1) // parts - 1), whole.granularity)
