"""Distances in time: a month ago, two days later, three weeks before 1 May.

This is the widest reader of a single expression: what it measures from may be any date or
part of one, and a distance measures from no other distance.
"""

from pipeline.calendar.line import Line
from pipeline.calendar.named import Reading
from pipeline.calendar.parts import BEGINS_PERIOD, period
from pipeline.calendar.relative import Reader, counted
from pipeline.calendar.when import (
    Base,
    Doubt,
    FromEvent,
    Recurring,
    Shifted,
    Step,
    Vague,
)
from pipeline.calendar.words import CARDINALS, PLURAL_UNITS, UNITS, VAGUE_NUMBERS
from schemas.dates import Granularity as Unit

_HALVES = {"year": (6, Unit.MONTH), "decade": (5, Unit.YEAR), "century": (50, Unit.YEAR)}
# An event is told in a clause; beyond this many words it is another one.
_EVENT_WORDS = 25


def single(line: Line, index: int) -> Reading | None:
    """Return the single expression of time, of whatever kind, that begins at the index."""
    word = line.at(index)
    reader = _READERS.get(word)
    if reader is None and word[:1].isdecimal():
        reader = _quantity
    return (reader(line, index) if reader is not None else None) or period(line, index)


def _beside(line: Line, index: int) -> Reading | None:
    """Return the day before yesterday, the day after tomorrow, the week before, the year after."""
    unit = UNITS[line.at(index)]
    following, target = line.at(index + 1), line.at(index + 2)
    if unit is Unit.DAY and following == "before" and target == "yesterday":
        return Reading(Shifted(-2, Unit.DAY, exact=True), index + 3, "day_before_yesterday")
    if unit is Unit.DAY and following == "after" and target == "tomorrow":
        return Reading(Shifted(2, Unit.DAY, exact=True), index + 3, "day_after_tomorrow")
    if following == "before" and target == "last":
        return Reading(Shifted(-2, unit), index + 3, "unit_before_last")
    # "Two years to the day after the attack" are two years.
    if line.at(index - 1) != "the" or line.at(index - 2) == "to":
        return None
    return _tail(line, index + 1, 1, unit)


def _plural_unit(line: Line, index: int) -> Reading | None:
    """Return "decades" in "in decades", and "years ago"."""
    unit, following = PLURAL_UNITS[line.at(index)], line.at(index + 1)
    if following in ("ago", "later", "earlier"):
        return Reading(Vague(unit), index + 2, "vague_distance")
    if line.at(index - 1) == "in":
        return Reading(Vague(unit), index + 1, "vague_window")
    return None


def _quantity(line: Line, index: int) -> Reading | None:
    """Return a month ago, two days later, three weeks before 1 May, in ten days' time."""
    word = line.at(index)
    if word in VAGUE_NUMBERS or (word == "a" and line.at(index + 1) in VAGUE_NUMBERS):
        at = index + (2 if word == "a" else 1)
        if line.at(at) == "of":
            at += 1
        unit = PLURAL_UNITS.get(line.at(at))
        if unit is not None and line.at(at + 1) in ("ago", "later", "earlier"):
            return Reading(Vague(unit), at + 2, "vague_distance")
        return None
    found = counted(line, index)
    if found is None or line.at(index - 1) == "half":
        return None
    count, at = found
    unit = (UNITS if count == 1 else PLURAL_UNITS).get(line.at(at))
    if line.at(at) in ("fortnight", "fortnights"):
        count, unit = 2 * count, Unit.WEEK
    if unit is None or unit is Unit.WEEKEND:
        return None
    at += 1
    if line.at(at) in ("'", "’"):
        at += 2 if line.at(at + 1) == "s" else 1
        if line.at(at) == "time" and line.at(index - 1) == "in":
            return Reading(Shifted(count, unit, exact=True), at + 1, "in_time")
        return None
    return _tail(line, at, count, unit)


def _half(line: Line, index: int) -> Reading | None:
    """Return half a century ago, half a year later."""
    if line.at(index + 1) != "a" or line.at(index + 2) not in _HALVES:
        return None
    return _tail(line, index + 3, *_HALVES[line.at(index + 2)])


def _tail(line: Line, at: int, count: int, unit: Unit) -> Reading | None:
    """Return what the word after a quantity makes of it: ago, later, before, after."""
    word, end = line.at(at), at + 1
    if word == "ago" and line.at(end) == "today":
        step = Step(-count, unit, Shifted(0, Unit.DAY, exact=True))
        return Reading(step, end + 1, "ago_today")
    if word == "ago":
        return Reading(Shifted(-count, unit, exact=True), end, "ago")
    if word == "from" and line.at(end) in ("now", "today"):
        return Reading(Shifted(count, unit, exact=True), end + 1, "from_now")
    if word in ("later", "afterwards", "afterward"):
        return Reading(Shifted(count, unit, exact=True, base=Base.PREVIOUS), end, "later")
    if word in ("earlier", "previously", "beforehand"):
        return Reading(Shifted(-count, unit, exact=True, base=Base.PREVIOUS), end, "earlier")
    if word == "prior" and line.at(end) == "to":
        word, end = "before", end + 1
    if word not in ("before", "after"):
        return None
    signed = count if word == "after" else -count
    at = end + 1 if line.at(end) == "the" else end
    if not (line.at(at).isalnum() or line.at(at) in ("'", "’", '"', "“", "‘")):
        return Reading(Shifted(signed, unit, exact=True, base=Base.PREVIOUS), end, word)
    target = period(line, at)
    if target is not None and not isinstance(target.when, Vague | Recurring):
        usable = target.doubt is None or target.doubt is Doubt.WEEKDAY_WORD
        if usable:
            step = Step(signed, unit, target.when)
            return Reading(step, target.end, f"step_{word}", impossible=target.impossible)
    last = end
    while last < line.length and last - end < _EVENT_WORDS and line.at(last) not in ",;:—–":
        last += 1
    event = FromEvent(signed, unit, line.start[end], line.end[last - 1])
    return Reading(event, end, f"event_{word}")


_READERS: dict[str, Reader] = {
    **dict.fromkeys((*CARDINALS, *VAGUE_NUMBERS), _quantity),
    **dict.fromkeys(PLURAL_UNITS, _plural_unit),
    **dict.fromkeys(("day", "week", "month", "year"), _beside),
    "half": _half,
}
BEGINS_SINGLE = BEGINS_PERIOD | _READERS.keys()
"""The words that `single` reads from; numbers apart."""
