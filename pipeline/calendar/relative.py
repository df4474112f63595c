"""Dates told from another: today, last month, a month ago, the end of June, two days later.

The readers here have the shape of those in `named`: a line and an index in, what begins
there out.
"""

from dataclasses import replace

from pipeline.calendar.line import Line
from pipeline.calendar.named import (
    Reading,
    bare_year,
    century,
    day_first,
    day_number,
    decade,
    month_first,
    named_day,
    quarter_code,
    season_first,
    weekday_first,
    with_weekday_after,
)
from pipeline.calendar.when import (
    Base,
    Doubt,
    FromEvent,
    Named,
    NthOf,
    Part,
    PartOf,
    Recurring,
    Shifted,
    Step,
    Vague,
    When,
    Window,
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

_DEICTIC_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_DIRECTIONS = {"last": -1, "this": 0, "next": 1}
_WINDOWS = {"past": -1, "last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_FROM_PREVIOUS = {"previous": -1, "preceding": -1, "following": 1, "same": 0, "that": 0}
_PARTS = {"early": Part.EARLY, "mid": Part.MID, "late": Part.LATE}
_RELATIVE_PARTS = {"earlier": Part.EARLIER, "later": Part.LATER}
_EDGES = {
    "start": Part.START,
    "beginning": Part.START,
    "middle": Part.MID,
    "end": Part.END,
    "close": Part.END,
}
_UNIT_WORDS = UNITS | PLURAL_UNITS
# An event is told in a clause; beyond this many words it is another one.
_EVENT_WORDS = 25


def simple(line: Line, index: int) -> Reading | None:
    """Return the single date, named or relative, that begins at the index."""
    word = line.at(index)
    if word[:1].isdigit():
        reading = (
            named_day(line, index)
            or century(line, index)
            or decade(line, index)
            or quarter_code(line, index)
            or _nth(line, index)
            or _ordinal_day(line, index)
            or quantity(line, index)
            or bare_year(line, index)
        )
    elif word in MONTHS:
        reading = month_first(line, index)
    elif word in WEEKDAYS:
        reading = weekday_first(line, index)
    else:
        reader = _READERS.get(word)
        reading = reader(line, index) if reader is not None else None
    return None if reading is None else with_weekday_after(line, reading)


def _deictic_day(line: Line, index: int) -> Reading:
    word = line.at(index)
    end = index + 1
    if word != "tonight" and line.at(end) in PARTS_OF_DAY:
        end += 1
    doubt = Doubt.TODAY_WORD if word == "today" and line.raw(index)[0].isupper() else None
    return Reading(Shifted(_DEICTIC_DAYS[word], Unit.DAY, exact=True), end, word, doubt)


def _day_before_yesterday(line: Line, index: int) -> Reading | None:
    """Return "day before yesterday", "day after tomorrow", "day after", "day earlier"."""
    following, target = line.at(index + 1), line.at(index + 2)
    if following == "before" and target == "yesterday":
        return Reading(Shifted(-2, Unit.DAY, exact=True), index + 3, "day_before_yesterday")
    if following == "after" and target == "tomorrow":
        return Reading(Shifted(2, Unit.DAY, exact=True), index + 3, "day_after_tomorrow")
    if line.at(index - 1) in ("the", "a", "one"):
        return _tail(line, index + 1, 1, Unit.DAY)
    return None


def _directed(line: Line, index: int) -> Reading | None:
    """Return what last, this, next, past, coming ... begin."""
    word, at = line.at(index), index + 1
    following = line.at(at)
    if following in VAGUE_NUMBERS and word in _WINDOWS:
        at += 2 if line.at(at + 1) == "of" else 1
        unit = PLURAL_UNITS.get(line.at(at))
        return None if unit is None else Reading(Vague(unit), at + 1, "vague_window")
    counted = _count(line, at)
    if counted is not None and word in _WINDOWS:
        number, at = counted
        if line.at(at) == "hours" and number % HOURS_PER_DAY == 0:
            window = Window(number // HOURS_PER_DAY, Unit.DAY, _WINDOWS[word])
            return Reading(window, at + 1, "window")
        unit = _UNIT_WORDS.get(line.at(at))
        if unit is None or unit is Unit.WEEKEND:
            return None
        return Reading(Window(number, unit, _WINDOWS[word]), at + 1, "window")
    if following in PLURAL_UNITS and word in ("past", "last", "coming", "next", "recent"):
        return Reading(Vague(PLURAL_UNITS[following]), at + 1, "vague_window")
    has_article = line.at(index - 1) in ("the", "these")
    unit = UNITS.get(following)
    if unit is not None:
        return _directed_unit(line, index, unit, has_article=has_article)
    if following in PARTS_OF_DAY:
        if word in ("this", "last") and not has_article:
            shift = -1 if word == "last" else 0
            return Reading(Shifted(shift, Unit.DAY, exact=True), at + 1, f"{word}_part_of_day")
        return None
    if word not in _DIRECTIONS:
        return None
    direction = _DIRECTIONS[word]
    reading: Reading | None = None
    if following in FULL_WEEKDAYS:
        reading = weekday_first(line, at)
    elif following in FULL_MONTHS:
        reading = month_first(line, at)
    elif following in SEASONS:
        reading = season_first(line, at)
    if reading is None or not isinstance(reading.when, Named):
        return None
    if reading.when.year is not None or (reading.when.day is not None and direction):
        return replace(reading, doubt=None)
    when = replace(reading.when, direction=direction)
    return replace(reading, when=when, doubt=None, rule_id=f"{word}_{reading.rule_id}")


def _directed_unit(line: Line, index: int, unit: Unit, *, has_article: bool) -> Reading | None:
    word, end = line.at(index), index + 2
    if line.at(end) in ("'", "’") and line.at(end + 1) == "s" and line.at(end + 2) == "time":
        return None
    if line.at(end) == "of" and word == "last":
        whole = whole_of(line, end)
        return None if whole is None else replace(whole, when=NthOf(-1, unit, whole.when))
    if has_article and word in ("past", "last", "next", "coming") and unit is not Unit.CENTURY:
        if unit is Unit.DAY and word == "next":
            return Reading(Shifted(1, Unit.DAY, base=Base.PREVIOUS), end, "next_day")
        return Reading(Window(1, unit, _WINDOWS[word]), end, "window")
    if word == "past":
        return Reading(Window(1, unit, -1), end, "window")
    if word in _DIRECTIONS:
        if unit is Unit.DAY:
            return None
        return Reading(Shifted(_DIRECTIONS[word], unit), end, f"{word}_unit")
    if word == "coming":
        return Reading(Shifted(1, unit), end, "next_unit") if has_article else None
    if word == "current":
        return Reading(Shifted(0, unit), end, "this_unit")
    if word in _FROM_PREVIOUS and (word != "that" or line.at(index - 1) not in ("so", "say")):
        return Reading(Shifted(_FROM_PREVIOUS[word], unit, base=Base.PREVIOUS), end, f"{word}_unit")
    return None


def _recent(line: Line, index: int) -> Reading | None:
    unit = PLURAL_UNITS.get(line.at(index + 1))
    return None if unit is None else Reading(Vague(unit), index + 2, "vague_window")


def _plural_unit(line: Line, index: int) -> Reading | None:
    """Return "decades" in "in decades", and "years ago"."""
    unit, following = PLURAL_UNITS[line.at(index)], line.at(index + 1)
    if following in ("ago", "later", "earlier"):
        return Reading(Vague(unit), index + 2, "vague_distance")
    if line.at(index - 1) == "in":
        return Reading(Vague(unit), index + 1, "vague_window")
    return None


def _part(line: Line, index: int) -> Reading | None:
    """Return early March, mid-2014, late last year, earlier this week."""
    word, at = line.at(index), index + 1
    if line.at(at) in ("-", "‑", "–"):
        at += 1
    if line.at(at) in ("in", "on") and word != "mid":
        at += 1
    if line.at(at) == "the":
        at += 1
    if word in _RELATIVE_PARTS:
        whole = simple(line, at) if line.at(at) in ("this", "today", "last", "in", "next") else None
        whole = whole or month_first(line, at)
        part = _RELATIVE_PARTS[word]
        if whole is None or isinstance(whole.when, Vague | Window):
            return None
        if isinstance(whole.when, Shifted) and whole.when.unit is Unit.DAY:
            return replace(whole, rule_id=f"{word}_{whole.rule_id}")
        if isinstance(whole.when, Shifted) and whole.when.count:
            part = Part.EARLY if part is Part.EARLIER else Part.LATE
    else:
        whole, part = simple(line, at), _PARTS[word]
    if whole is None or isinstance(whole.when, Vague | Window | FromEvent | Recurring):
        return None
    if isinstance(whole.when, Named) and whole.when.unit is Unit.DAY:
        # "late Thursday" is that Thursday; "early on 24 March" likewise.
        doubt = None if whole.when.weekday is not None else whole.doubt
        return replace(whole, doubt=doubt, rule_id=f"part_of_{whole.rule_id}")
    doubt = whole.doubt if whole.doubt is Doubt.BARE_YEAR and word != "mid" else None
    return Reading(PartOf(part, whole.when), whole.end, f"{word}_{whole.rule_id}", doubt)


def _edge(line: Line, index: int) -> Reading | None:
    """Return the end of June, the start of next year, the end of the month."""
    if line.at(index + 1) != "of":
        return None
    whole = whole_of(line, index + 1)
    if whole is None or isinstance(whole.when, Vague):
        return None
    when = PartOf(_EDGES[line.at(index)], whole.when)
    return Reading(when, whole.end, f"{line.at(index)}_of_{whole.rule_id}")


def whole_of(line: Line, index: int) -> Reading | None:
    """Return the period after "of": "of June", "of the year", "of the 1990s", "of 2022"."""
    at = index + 1 if line.at(index) == "of" else index
    if line.at(at) in ("the", "each", "every"):
        at += 1
    unit = UNITS.get(line.at(at))
    if unit is not None and line.at(at - 1) == "the" and unit is not Unit.DAY:
        return Reading(Shifted(0, unit), at + 1, "this_unit")
    reading = simple(line, at)
    if reading is None or isinstance(reading.when, Recurring | FromEvent | Step):
        return None
    return replace(reading, doubt=None)


def _nth(line: Line, index: int) -> Reading | None:
    """Return the third quarter of 2021, the first half of the year, the first week of March."""
    word, at = line.at(index), index + 1
    if word in ORDINALS:
        number = ORDINALS[word]
    elif word == "final":
        number = -1
    else:
        found = day_number(line, index)
        if found is None or found[1] == index + 1:
            return None
        number, at = found
    counted = _count(line, at)
    if counted is not None:
        count, at = counted
    else:
        count = 1
    if line.at(at) in ("-", "‑"):
        at += 1
    is_half = line.at(at) == "half"
    unit = Unit.HALF if is_half else _UNIT_WORDS.get(line.at(at))
    if unit is None or unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        return None
    end = at + 1
    if line.at(end) == "of" and (
        line.at(end + 1) in UNITS
        or line.at(end + 1) in MONTHS
        or line.at(end + 1) not in ("a", "an")
    ):
        whole = whole_of(line, end)
        if whole is not None and not isinstance(whole.when, Vague):
            return Reading(NthOf(number, unit, whole.when, count), whole.end, f"nth_{unit.value}")
    if (
        unit is Unit.QUARTER
        and count == 1
        and 1 <= number <= 4
        and line.at(index - 1) in ("the", "in")
    ):
        year = bare_year(line, end)
        if year is not None and isinstance(year.when, Named):
            return Reading(Named(Unit.QUARTER, year.when.year, number), end + 1, "quarter_year")
        if line.at(end) in ("final", "semi", "finals", "back", "finish"):
            return None
        return Reading(Named(Unit.QUARTER, None, number), end, "quarter_word", Doubt.SEASON_WORD)
    return None


def _ordinal_word(line: Line, index: int) -> Reading | None:
    return day_first(line, index) or century(line, index) or _nth(line, index)


def _ordinal_day(line: Line, index: int) -> Reading | None:
    """Return "24th" in "on the 24th"."""
    found = day_number(line, index)
    if found is None or found[1] == index + 1 or line.at(index - 1) != "the":
        return None
    if line.at(index - 2) not in ("on", "until", "by", "from", "of", "since", "to", "till"):
        return None
    return Reading(Named(Unit.DAY, day=found[0]), found[1], "ordinal_day", Doubt.DAY_NUMBER)


def quantity(line: Line, index: int) -> Reading | None:
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
    counted = _count(line, index)
    if counted is None:
        return None
    count, at = counted
    unit = (UNITS if count == 1 else PLURAL_UNITS).get(line.at(at))
    if unit is None or unit is Unit.WEEKEND:
        return None
    at += 1
    if line.at(at) in ("'", "’"):
        at += 2 if line.at(at + 1) == "s" else 1
        if line.at(at) == "time" and line.at(index - 1) == "in":
            return Reading(Shifted(count, unit, exact=True), at + 1, "in_time")
        return None
    return _tail(line, at, count, unit)


def _tail(line: Line, at: int, count: int, unit: Unit) -> Reading | None:
    """Return what the word after a quantity makes of it: ago, later, before, after."""
    word, end = line.at(at), at + 1
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
    target = simple(line, at)
    if target is not None and not isinstance(target.when, Vague | Recurring | FromEvent):
        usable = target.doubt is None or target.doubt is Doubt.WEEKDAY_WORD
        if usable:
            when: When = Step(signed, unit, target.when)
            return Reading(when, target.end, f"step_{word}", impossible=target.impossible)
    last = end
    while last < line.length and last - end < _EVENT_WORDS and line.at(last) not in ",;:—–":
        last += 1
    event = FromEvent(signed, unit, line.start[end], line.end[last - 1])
    return Reading(event, end, f"event_{word}")


def _count(line: Line, index: int) -> tuple[int, int] | None:
    """Return a small whole number, in words or digits, and the index after it."""
    word = line.at(index)
    if word in CARDINALS:
        count, at = CARDINALS[word], index + 1
        if count >= 20 and line.at(at) == "-" and CARDINALS.get(line.at(at + 1), 10) < 10:
            return count + CARDINALS[line.at(at + 1)], at + 2
        return count, at
    number = line.number(index)
    return (number, index + 1) if number is not None and not line.glued(index + 1) else None


def _plural_weekday(_line: Line, index: int) -> Reading:
    return Reading(Recurring(), index + 1, "plural_weekday")


def _every(line: Line, index: int) -> Reading | None:
    if line.at(index + 1) not in FULL_WEEKDAYS:
        return None
    return Reading(Recurring(), index + 2, "every_weekday")


def _twenty(line: Line, index: int) -> Reading | None:
    return century(line, index) or quantity(line, index)


_YEAR_END = {"year": Unit.YEAR, "month": Unit.MONTH, "week": Unit.WEEK}


def _year_end(line: Line, index: int) -> Reading | None:
    """Return year-end, month's end, in "by year's end"."""
    at = index + 1
    if line.at(at) in ("'", "’") and line.at(at + 1) == "s":
        at += 2
    elif line.at(at) == "-":
        at += 1
    if line.at(at) != "end" or line.at(at + 1) == "of":
        return None
    unit = _YEAR_END[line.at(index)]
    return Reading(PartOf(Part.END, Shifted(0, unit)), at + 1, "unit_end")


def _unit_word(line: Line, index: int) -> Reading | None:
    if line.at(index) == "day":
        return _day_before_yesterday(line, index)
    return _year_end(line, index)


_READERS = {
    **dict.fromkeys(_DEICTIC_DAYS, _deictic_day),
    **dict.fromkeys(
        (
            "last",
            "this",
            "next",
            "past",
            "previous",
            "preceding",
            "coming",
            "following",
            "same",
            "that",
            "current",
        ),
        _directed,
    ),
    **dict.fromkeys(("recent",), _recent),
    **dict.fromkeys(PLURAL_UNITS, _plural_unit),
    **dict.fromkeys((*_PARTS, *_RELATIVE_PARTS), _part),
    **dict.fromkeys(_EDGES, _edge),
    **dict.fromkeys((*ORDINALS, "final"), _ordinal_word),
    **dict.fromkeys((*CARDINALS, *VAGUE_NUMBERS), quantity),
    **dict.fromkeys(PLURAL_WEEKDAYS, _plural_weekday),
    **dict.fromkeys(("every", "each"), _every),
    **dict.fromkeys(("day", "year", "month", "week"), _unit_word),
    **dict.fromkeys(SEASONS, season_first),
    **dict.fromkeys(("q", "h"), quarter_code),
    **dict.fromkeys(DECADE_NAMES, decade),
    "twenty": _twenty,
}
