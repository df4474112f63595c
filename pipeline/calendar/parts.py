"""Parts of a longer time: early March, the end of next year, the third quarter of 2021."""

from dataclasses import replace

from pipeline.calendar.line import Line
from pipeline.calendar.named import Reading, day_number, month_first
from pipeline.calendar.relative import BEGINS_PLAIN, Reader, counted, plain
from pipeline.calendar.spans import bare_year
from pipeline.calendar.when import (
    Containing,
    Doubt,
    Named,
    NthOf,
    Part,
    PartOf,
    Recurring,
    Shifted,
    Vague,
    Window,
)
from pipeline.calendar.words import FULL_WEEKDAYS, ORDINALS, PLURAL_UNITS, UNITS
from schemas.dates import Granularity as Unit

_PARTS = {"early": Part.EARLY, "mid": Part.MID, "late": Part.LATE}
_RELATIVE_PARTS = {"earlier": Part.EARLIER, "later": Part.LATER}
_EDGES = {
    "start": Part.START,
    "beginning": Part.START,
    "middle": Part.MID,
    "end": Part.END,
    "close": Part.END,
}
_UNIT_WORDS = UNITS | PLURAL_UNITS | {"half": Unit.HALF}


def period(line: Line, index: int) -> Reading | None:
    """Return the date or the part of a longer time that begins at the index."""
    word = line.at(index)
    if word[:1].isdecimal():
        return _nth(line, index) or plain(line, index) or _ordinal_day(line, index)
    reader = _READERS.get(word)
    return (reader(line, index) if reader is not None else None) or plain(line, index)


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
        whole = plain(line, at) if line.at(at) in ("this", "today", "last", "in", "next") else None
        whole = whole or month_first(line, at)
        part = _RELATIVE_PARTS[word]
        if whole is None or isinstance(whole.when, Vague | Window):
            return None
        if isinstance(whole.when, Shifted) and whole.when.unit is Unit.DAY:
            return replace(whole, rule_id=f"{word}_{whole.rule_id}")
        if isinstance(whole.when, Shifted) and whole.when.count:
            part = Part.EARLY if part is Part.EARLIER else Part.LATE
    else:
        whole, part = plain(line, at), _PARTS[word]
    if whole is None or isinstance(whole.when, Vague | Window | Recurring):
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
    whole = _whole(line, index + 1, _nth_or_plain)
    if whole is None or isinstance(whole.when, Vague):
        return None
    when = PartOf(_EDGES[line.at(index)], whole.when)
    return Reading(when, whole.end, f"{line.at(index)}_of_{whole.rule_id}")


def _whole(line: Line, index: int, read: Reader = plain) -> Reading | None:
    """Return the period after "of": "of June", "of the year", "of the 1990s", "of 2022"."""
    at = index + 1 if line.at(index) == "of" else index
    if line.at(at) in ("the", "each", "every"):
        at += 1
    unit = UNITS.get(line.at(at))
    if unit is not None and line.at(at - 1) == "the" and unit is not Unit.DAY:
        return Reading(Shifted(0, unit), at + 1, "this_unit")
    reading = read(line, at)
    if reading is None or isinstance(reading.when, Recurring):
        return None
    return replace(reading, doubt=None)


def _nth(line: Line, index: int) -> Reading | None:
    """Return the third quarter of 2021, the first half of the year, the first week of March."""
    word, at = line.at(index), index + 1
    if word in ("last", "final"):
        number = -1
    else:
        found = day_number(line, index)
        if found is None or (word.isdecimal() and found[1] == index + 1):
            return None
        number, at = found
    if line.at(at) in FULL_WEEKDAYS:
        return _nth_weekday(line, at, number)
    several = counted(line, at)
    count, at = several if several is not None else (1, at)
    if line.at(at) in ("-", "‑"):
        at += 1
    unit = _UNIT_WORDS.get(line.at(at))
    if unit is None or unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        return None
    end = at + 1
    if line.at(end) == "of":
        whole = _whole(line, end)
        if whole is not None and not isinstance(whole.when, Vague):
            return Reading(NthOf(number, unit, whole.when, count), whole.end, f"nth_{unit.value}")
    if unit is not Unit.QUARTER or several is not None or not 1 <= number <= 4:
        return None
    if line.at(index - 1) not in ("the", "in", "for", "by"):
        return None
    year = bare_year(line, end)
    if year is not None and isinstance(year.when, Named):
        return Reading(Named(Unit.QUARTER, year.when.year, number), end + 1, "quarter_year")
    return Reading(Named(Unit.QUARTER, None, number), end, "quarter_word", Doubt.SEASON_WORD)


def _nth_weekday(line: Line, index: int, number: int) -> Reading | None:
    """Return the first Monday in May, the last Friday of the month."""
    if line.at(index + 1) not in ("of", "in"):
        return None
    whole = _whole(line, index + 2)
    if whole is None or not isinstance(whole.when, Named | Shifted):
        return None
    when = NthOf(number, Unit.DAY, whole.when, weekday=FULL_WEEKDAYS[line.at(index)])
    return Reading(when, whole.end, "nth_weekday")


def _nth_or_plain(line: Line, index: int) -> Reading | None:
    return _nth(line, index) or plain(line, index)


def _ordinal_day(line: Line, index: int) -> Reading | None:
    """Return "24th" in "on the 24th"."""
    found = day_number(line, index)
    if found is None or found[1] == index + 1 or line.at(index - 1) != "the":
        return None
    if line.at(index - 2) not in ("on", "until", "by", "from", "of", "since", "to", "till"):
        return None
    return Reading(Named(Unit.DAY, day=found[0]), found[1], "ordinal_day", Doubt.DAY_NUMBER)


_UNIT_ENDS = {"year": Unit.YEAR, "month": Unit.MONTH, "week": Unit.WEEK}


def _unit_word(line: Line, index: int) -> Reading | None:
    """Return the week of 3 June; year-end and month's end, as in "by year's end"."""
    if line.at(index) == "week" and line.at(index + 1) == "of":
        day = plain(line, index + (3 if line.at(index + 2) == "the" else 2))
        if day is not None and isinstance(day.when, Named) and day.when.day:
            return Reading(Containing(Unit.WEEK, day.when), day.end, "week_of_" + day.rule_id)
        return None
    at = index + 1
    if line.at(at) in ("'", "’") and line.at(at + 1) == "s":
        at += 2
    elif line.at(at) == "-":
        at += 1
    if line.at(at) != "end" or line.at(at + 1) == "of":
        return None
    unit = _UNIT_ENDS[line.at(index)]
    return Reading(PartOf(Part.END, Shifted(0, unit)), at + 1, "unit_end")


_READERS: dict[str, Reader] = {
    **dict.fromkeys((*_PARTS, *_RELATIVE_PARTS), _part),
    **dict.fromkeys(_EDGES, _edge),
    **dict.fromkeys((*ORDINALS, "last", "final"), _nth),
    **dict.fromkeys(_UNIT_ENDS, _unit_word),
}
BEGINS_PERIOD = BEGINS_PLAIN | _READERS.keys()
"""The words that `period` reads from; numbers apart."""
