"""The grammar of dates: a line of text in, every expression of time in it out, in order.

Single dates come from `named` and `relative`; ranges, lists and clock times are put together
here. The longest reading wins, and what was read is not read again.
"""

from dataclasses import replace

from pipeline.calendar.clock import adjoining_clock_at, clock_at
from pipeline.calendar.distance import BEGINS_SINGLE, single
from pipeline.calendar.line import Line, may_tell_time
from pipeline.calendar.named import DASHES, Reading, day_number, named_day, year_after
from pipeline.calendar.when import (
    Between,
    Clock,
    Doubt,
    Expression,
    Named,
    PartOf,
    Shifted,
    TimeOfDay,
    When,
)
from pipeline.calendar.words import MONTHS, PARTS_OF_DAY
from schemas.dates import Granularity as Unit

_BEGINS = BEGINS_SINGLE | {"noon", "midday", "midnight"}
_TO = frozenset({"to", "until", "till", "through", "thru", *DASHES})
# "24, 25 and 26 March": a longer list of bare numbers is a table.
_LIST_LIMIT = 6
_RANGE_OF_DAYS = "range_of_days"
_CLOCK_LINKS = frozenset({",", "at", "around", "about", "-", "–", "|", "•", "·", "@", "t"})
_DATE_LINKS = frozenset({",", "on", "the", "-", "–", "|"})


def read_expressions(text: str, char_start: int, char_end: int) -> list[Expression]:
    """Return the expressions of time in text[char_start:char_end], in order, none overlapping."""
    if not may_tell_time(text, char_start, char_end):
        return []
    return read_line(Line(text, char_start, char_end))


def read_line(line: Line) -> list[Expression]:
    """Return the expressions of time in a line."""
    expressions: list[Expression] = []
    index = 0
    while index < line.length:
        word = line.word[index]
        if word not in _BEGINS and not word[0].isdecimal():
            index += 1
            continue
        found = _at(line, index)
        if found is None:
            index += 1
        else:
            read, index = found
            expressions += read
    return expressions


def _at(line: Line, index: int) -> tuple[list[Expression], int] | None:
    word = line.word[index]
    if word[0].isdecimal():
        listed = _days_before_month(line, index)
        if listed is not None:
            return listed
    if word[0].isdecimal() or word in ("noon", "midday", "midnight"):
        clocked = _clock_first(line, index)
        if clocked is not None:
            return clocked
    reading = single(line, index)
    if reading is None:
        return None
    ranged = _range(line, index, reading)
    if ranged is not None:
        return [_expression(line, index, ranged)], ranged.end
    more = _days_after_month(line, index, reading)
    if more is not None:
        return more
    return _with_clock(line, index, reading)


def _expression(line: Line, index: int, reading: Reading, clock: Clock | None = None) -> Expression:
    return Expression(
        when=reading.when,
        char_start=line.start[index],
        char_end=line.end[reading.end - 1],
        rule_id=reading.rule_id,
        doubt=reading.doubt,
        clock=clock,
        impossible=reading.impossible,
    )


def _clock_first(line: Line, index: int) -> tuple[list[Expression], int] | None:
    found = clock_at(line, index)
    if found is None:
        return None
    clock, end = found
    if line.at(end) == "(":
        # "6 a.m. local time (0400 GMT)": the same time, told twice.
        again = clock_at(line, end + 1) if end + 1 < line.length else None
        if again is not None and line.at(again[1]) == ")":
            end = again[1] + 1
    at = end
    while line.at(at) in _DATE_LINKS and at < end + 2:
        at += 1
    reading = single(line, at)
    if reading is not None and _is_day(reading.when):
        return [_expression(line, index, replace(reading, doubt=None), clock)], reading.end
    alone = Reading(TimeOfDay(), end, "clock_time")
    return [_expression(line, index, alone, clock)], end


def _with_clock(line: Line, index: int, reading: Reading) -> tuple[list[Expression], int]:
    at = reading.end
    if _is_day(reading.when):
        while line.at(at) in _CLOCK_LINKS and at < reading.end + 2:
            at += 1
        found = adjoining_clock_at(line, at) if at < line.length else None
        if found is not None:
            clock, end = found
            return [_expression(line, index, replace(reading, end=end), clock)], end
    return [_expression(line, index, reading)], reading.end


def _is_day(when: When) -> bool:
    return isinstance(when, Named | Shifted) and when.unit is Unit.DAY


def _range(line: Line, index: int, first: Reading) -> Reading | None:
    """Return "Monday to Friday", "2015-2018", "March 24 - April 2, 2022", "between A and B"."""
    at = first.end
    between = line.at(index - 1) == "between" or line.at(index - 2) == "between"
    if not (line.at(at) in _TO or (between and line.at(at) == "and")):
        return None
    if isinstance(first.when, Shifted | TimeOfDay) and line.at(at) in DASHES:
        return None
    after = at + 2 if line.at(at + 1) == "the" else at + 1
    same_month = _day_within(line, at, first)
    if same_month is not None:
        return same_month
    last = single(line, after)
    if last is None or not _comparable(first.when, last.when):
        return None
    when, rule = _joined(first.when, last.when), f"range_{last.rule_id}"
    if _are_reversed_years(first.when, last.when):
        return None
    is_years = first.doubt is Doubt.BARE_YEAR and last.doubt is Doubt.BARE_YEAR
    doubt = Doubt.YEAR_RANGE if is_years else None
    if first.doubt is Doubt.WEEKDAY_WORD and line.at(at) in DASHES and not line.glued(at):
        # "on Thursday - Friday's paper": a dash with space around it also parts clauses.
        return None
    return Reading(when, last.end, rule, doubt, first.impossible or last.impossible)


def _day_within(line: Line, at: int, first: Reading) -> Reading | None:
    """Return the range "March 24 to 26[, 2022]" when only a day follows the connector."""
    when = first.when
    if not isinstance(when, Named) or when.day is None or when.number is None or when.either:
        return None
    if named_day(line, at + 1) is not None or not first.rule_id.endswith("month_day"):
        return None
    found = day_number(line, at + 1)
    if found is None or found[0] <= when.day:
        return None
    last, end = found
    year, end = _year_behind(line, end)
    return Reading(
        Between(replace(when, year=year), Named(Unit.DAY, year, when.number, last)),
        end,
        _RANGE_OF_DAYS,
    )


def _year_behind(line: Line, index: int) -> tuple[int | None, int]:
    found = year_after(line, index)
    return found if found is not None else (None, index)


def _are_reversed_years(first: When, last: When) -> bool:
    return (
        isinstance(first, Named)
        and isinstance(last, Named)
        and first.unit is Unit.YEAR
        and (first.year or 0) >= (last.year or 0)
    )


def _comparable(first: When, last: When) -> bool:
    """Return whether the two may bound a range: units of the same kind."""
    return _unit(first) is not None and _unit(first) == _unit(last)


def _unit(when: When) -> Unit | None:
    match when:
        case Named(unit=unit) | Shifted(unit=unit):
            return unit
        case PartOf(whole=whole):
            return _unit(whole)
    return None


def _joined(first: When, last: When) -> Between:
    """Return the range, the first bound completed from the last: "24 March - 2 April 2022"."""
    if isinstance(first, Named) and isinstance(last, Named) and first.year is None and last.year:
        wraps = first.number is not None and last.number is not None and first.number > last.number
        return Between(replace(first, year=last.year - wraps), last)
    if isinstance(first, PartOf) and isinstance(last, PartOf):
        inner = _joined(first.whole, last.whole)
        return Between(replace(first, whole=inner.first), replace(last, whole=inner.last))
    return Between(first, last)


def _days_before_month(line: Line, index: int) -> tuple[list[Expression], int] | None:
    """Return the days of "24-26 March 2022" (one range) or "3, 5 and 7 May" (three dates)."""
    days: list[tuple[int, int, int]] = []
    at = index
    is_range = line.at(index - 1) == "between"
    while len(days) < _LIST_LIMIT:
        found = day_number(line, at)
        if found is None:
            return None
        days.append((at, *found))
        at = found[1]
        if line.at(at) in _TO:
            is_range = True
        elif line.at(at) not in (",", "and", "&", "or", "/"):
            break
        at += 2 if line.at(at) == "," and line.at(at + 1) == "and" else 1
        at += line.at(at) == "the"
    if len(days) < 2 or not (line.at(at) in MONTHS or line.at(at) == "of"):
        return None
    last = named_day(line, days[-1][0])
    if last is None or not isinstance(last.when, Named) or last.impossible:
        return None
    when = last.when
    if is_range:
        if len(days) > 2 or days[0][1] >= days[1][1]:
            return None
        reading = Reading(Between(replace(when, day=days[0][1]), when), last.end, _RANGE_OF_DAYS)
        return [_expression(line, index, reading)], last.end
    out = [
        _expression(line, place, Reading(replace(when, day=day), end, "listed_day"))
        for place, day, end in days[:-1]
    ]
    return [*out, _expression(line, days[-1][0], last)], last.end


_AFTER_LISTED_DAY = PARTS_OF_DAY | frozenset(
    """at in on when as after to from for with by while before where who which but and or of
    . , ; : ) ! ?""".split()
)


def _days_after_month(
    line: Line, index: int, first: Reading
) -> tuple[list[Expression], int] | None:
    """Return the days of "March 24, 25 and 26, 2022" as dates of their own."""
    if not first.rule_id.endswith("month_day") or not isinstance(first.when, Named):
        return None
    days: list[tuple[int, int, int]] = []
    at = first.end
    while len(days) < _LIST_LIMIT and line.at(at) in (",", "and", "&", "/"):
        after = at + 2 if line.at(at) == "," and line.at(at + 1) in ("and", "&") else at + 1
        found = day_number(line, after)
        if found is None or named_day(line, after) is not None:
            break
        closes = line.at(after - 1) != ","
        if closes and line.at(found[1]) and line.at(found[1]) not in _AFTER_LISTED_DAY:
            break
        days.append((after, found[0], found[1]))
        at = found[1]
        if closes:
            break
    if not days or line.at(days[-1][0] - 1) == ",":
        return None
    year, end = _year_behind(line, days[-1][2])
    when = replace(first.when, year=year)
    out = [_expression(line, index, replace(first, when=when))]
    for place, day, after in days:
        listed = Reading(replace(when, day=day, weekday=None), after, "listed_day")
        out.append(_expression(line, place, listed))
    if end != days[-1][2]:
        out[-1] = replace(out[-1], char_end=line.end[end - 1])
    return out, end
