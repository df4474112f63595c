"""Dates told from the day of telling: today, last month, next Thursday, the past two weeks.

The readers here have the shape of those in `named`: a line and an index in, what begins
there out. None reads what another module builds on them, so no expression nests in itself.
"""

from collections.abc import Callable
from dataclasses import replace

from pipeline.calendar.line import Line
from pipeline.calendar.named import (
    Reading,
    day_first,
    month_first,
    named_day,
    weekday_first,
    with_weekday_after,
)
from pipeline.calendar.spans import (
    bare_year,
    century,
    decade,
    fiscal_year,
    quarter_code,
    season_first,
)
from pipeline.calendar.when import (
    Base,
    Doubt,
    Named,
    Recurring,
    Shifted,
    Vague,
    Window,
    Within,
)
from pipeline.calendar.words import (
    CARDINALS,
    DECADE_NAMES,
    FULL_MONTHS,
    FULL_WEEKDAYS,
    HOURS_PER_DAY,
    MONTHS,
    ORDINALS,
    PARTS_OF_DAY,
    PLURAL_UNITS,
    PLURAL_WEEKDAYS,
    SEASONS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)
from schemas.dates import Granularity as Unit

Reader = Callable[[Line, int], Reading | None]

_DEICTIC_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_DIRECTIONS = {"last": -1, "this": 0, "next": 1}
_WINDOWS = {"past": -1, "last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_YEAR_POINTERS = frozenset("last this next that same previous following".split())
_FROM_PREVIOUS = {"previous": -1, "preceding": -1, "following": 1, "same": 0, "that": 0}
_POSSESSIVES = frozenset("my your his her its our their".split())


def plain(line: Line, index: int) -> Reading | None:
    """Return the date, called by name or told from the day of telling, that begins there."""
    word = line.at(index)
    if word[:1].isdecimal():
        reading = (
            named_day(line, index)
            or century(line, index)
            or decade(line, index)
            or quarter_code(line, index)
            or bare_year(line, index)
        )
    elif word in MONTHS:
        reading = month_first(line, index)
    elif word in WEEKDAYS:
        reading = weekday_first(line, index)
    else:
        reader = _READERS.get(word)
        reading = reader(line, index) if reader is not None else None
    return None if reading is None else _within(line, with_weekday_after(line, reading))


def counted(line: Line, index: int) -> tuple[int, int] | None:
    """Return a small whole number, in words or digits, and the index after it."""
    word = line.at(index)
    if word in CARDINALS:
        count, at = CARDINALS[word], index + 1
        if count >= 20 and line.at(at) == "-" and CARDINALS.get(line.at(at + 1), 10) < 10:
            return count + CARDINALS[line.at(at + 1)], at + 2
        return count, at
    number = line.number(index)
    return (number, index + 1) if number is not None and not line.glued(index + 1) else None


def _within(line: Line, reading: Reading) -> Reading:
    """Return the reading, and with it the year or week that follows: "June [of] last year"."""
    when = reading.when
    if not isinstance(when, Named) or when.year is not None or when.direction is not None:
        return reading
    at = reading.end + 1 if line.at(reading.end) == "of" else reading.end
    if line.at(at) == "the":
        at += 1
    if line.at(at) not in _YEAR_POINTERS or line.at(at + 1) not in ("year", "week"):
        return reading
    whole = _directed(line, at)
    if whole is None or not isinstance(whole.when, Shifted):
        return reading
    if (when.number is None) != (whole.when.unit is Unit.WEEK):
        return reading
    rule = f"{reading.rule_id}_{whole.rule_id}"
    return Reading(Within(when, whole.when), whole.end, rule, impossible=reading.impossible)


def _deictic_day(line: Line, index: int) -> Reading:
    word = line.at(index)
    end = index + 1
    if word != "tonight" and line.at(end) in PARTS_OF_DAY:
        end += 1
    opens = line.at(end) == "("
    if opens or line.at(end) == ",":
        # "today (24 March 2022)", "tomorrow, Friday, 25 March": the same day, called twice.
        named = named_day(line, end + 1) or weekday_first(line, end + 1)
        if named is not None and isinstance(named.when, Named) and named.when.number:
            closes = opens and line.at(named.end) == ")"
            rule = f"{word}_{named.rule_id}"
            return replace(named, end=named.end + closes, rule_id=rule, doubt=None)
    doubt = Doubt.TODAY_WORD if word == "today" and line.raw(index)[0].isupper() else None
    return Reading(Shifted(_DEICTIC_DAYS[word], Unit.DAY, exact=True), end, word, doubt)


def _directed(line: Line, index: int) -> Reading | None:
    """Return what last, this, next, past, coming, that ... begin."""
    word, following = line.at(index), line.at(index + 1)
    if word in _WINDOWS:
        window = _window(line, index)
        if window is not None:
            return window
    unit = UNITS.get(following)
    if unit is not None or following in PARTS_OF_DAY:
        if _is_title(line, index):
            return None
        return _directed_unit(line, index, unit) if unit else _part_of_day(line, index)
    if word not in _DIRECTIONS:
        return None
    reading: Reading | None = None
    if following in FULL_WEEKDAYS:
        reading = weekday_first(line, index + 1)
    elif following in FULL_MONTHS:
        reading = month_first(line, index + 1)
    elif following in SEASONS:
        reading = season_first(line, index + 1)
    if reading is None or not isinstance(reading.when, Named):
        return None
    if reading.when.year is not None or reading.when.day is not None:
        # "last March 24, 2022", "this 24 March": the number says it all.
        return replace(reading, doubt=None)
    when = replace(reading.when, direction=_DIRECTIONS[word])
    return replace(reading, when=when, doubt=None, rule_id=f"{word}_{reading.rule_id}")


def _window(line: Line, index: int) -> Reading | None:
    """Return the past two weeks, the last 24 hours, the next few days, the coming months."""
    direction, at = _WINDOWS[line.at(index)], index + 1
    if line.at(at) in PLURAL_UNITS:
        return Reading(Vague(PLURAL_UNITS[line.at(at)]), at + 1, "vague_window")
    if line.at(at) in VAGUE_NUMBERS:
        at += 2 if line.at(at + 1) == "of" else 1
        unit = PLURAL_UNITS.get(line.at(at))
        return None if unit is None else Reading(Vague(unit), at + 1, "vague_window")
    found = counted(line, at)
    # "Their last ten years" and "the last ten years of life" are no years of the calendar.
    if found is None or line.at(index - 1) in _POSSESSIVES or line.at(found[1] + 1) == "of":
        return None
    count, at = found
    if line.at(at) == "hours" and count % HOURS_PER_DAY == 0:
        return Reading(Window(count // HOURS_PER_DAY, Unit.DAY, direction), at + 1, "window")
    unit = PLURAL_UNITS.get(line.at(at))
    if unit is None or unit is Unit.WEEKEND:
        return None
    return Reading(Window(count, unit, direction), at + 1, "window")


def _part_of_day(line: Line, index: int) -> Reading | None:
    word = line.at(index)
    if word not in ("this", "last") or line.at(index - 1) == "the":
        return None
    shifted = Shifted(-1 if word == "last" else 0, Unit.DAY, exact=True)
    return Reading(shifted, index + 2, f"{word}_part_of_day")


def _directed_unit(line: Line, index: int, unit: Unit) -> Reading | None:
    word, end = line.at(index), index + 2
    if line.at(end) in ("'", "’") and line.at(end + 1) == "s" and line.at(end + 2) == "time":
        return None
    if unit is Unit.DAY and word == "next":
        return Reading(Shifted(1, Unit.DAY, base=Base.PREVIOUS), end, "next_day")
    if word in _FROM_PREVIOUS:
        return Reading(Shifted(_FROM_PREVIOUS[word], unit, base=Base.PREVIOUS), end, f"{word}_unit")
    has_article = line.at(index - 1) in ("the", "these", "this")
    if word == "past" or (has_article and word in ("last", "next", "coming")):
        # "Over the last year" ends today, "last year" is the calendar's.
        return Reading(Window(1, unit, _WINDOWS[word]), end, "window")
    if word == "current":
        return Reading(Shifted(0, unit), end, "this_unit")
    if word not in _DIRECTIONS or unit is Unit.DAY:
        return None
    return Reading(Shifted(_DIRECTIONS[word], unit), end, f"{word}_unit")


def _is_title(line: Line, index: int) -> bool:
    """Return whether the words are written as a name is: "This Week", "Last Night"."""
    second = line.raw(index + 1)
    return second[0].isupper() and not second.isupper() and line.raw(index)[0].isupper()


def _recent(line: Line, index: int) -> Reading | None:
    unit = PLURAL_UNITS.get(line.at(index + 1))
    return None if unit is None else Reading(Vague(unit), index + 2, "vague_window")


def _weekend(line: Line, index: int) -> Reading | None:
    """Return "weekend" in "over the weekend"."""
    if line.at(index - 1) != "the":
        return None
    return Reading(Named(Unit.WEEKEND), index + 1, "weekend", Doubt.SEASON_WORD)


def _plural_weekday(_line: Line, index: int) -> Reading:
    return Reading(Recurring(), index + 1, "plural_weekday")


def _every(line: Line, index: int) -> Reading | None:
    if line.at(index + 1) in FULL_WEEKDAYS or line.at(index + 1) in FULL_MONTHS:
        return Reading(Recurring(), index + 2, "every_turn")
    return None


def _ordinal(line: Line, index: int) -> Reading | None:
    return day_first(line, index) or century(line, index)


_READERS: dict[str, Reader] = {
    **dict.fromkeys(_DEICTIC_DAYS, _deictic_day),
    **dict.fromkeys((*_DIRECTIONS, *_WINDOWS, *_FROM_PREVIOUS, "current"), _directed),
    **dict.fromkeys(("recent",), _recent),
    **dict.fromkeys((*ORDINALS, "twenty"), _ordinal),
    **dict.fromkeys(PLURAL_WEEKDAYS, _plural_weekday),
    **dict.fromkeys(("every", "each"), _every),
    **dict.fromkeys(SEASONS, season_first),
    **dict.fromkeys(("q", "h"), quarter_code),
    "fy": fiscal_year,
    **dict.fromkeys(DECADE_NAMES, decade),
    "weekend": _weekend,
}
BEGINS_PLAIN = frozenset(_READERS) | MONTHS.keys() | WEEKDAYS.keys()
"""The words that `plain` reads from; numbers apart."""
