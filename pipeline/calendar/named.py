"""Days and months called by name: 24 March 2022, 24/03/2022, Thursday, March.

Each reader takes a line and an index and returns what begins there, or None. None of them
looks further ahead than a few words, so that a line is read in linear time.
"""

from dataclasses import dataclass, replace

from pipeline.calendar.line import Line
from pipeline.calendar.period import OutOfCalendarError, make_date
from pipeline.calendar.when import Doubt, Named, Recurring, When
from pipeline.calendar.words import (
    ABBREVIATED_MONTHS,
    FULL_MONTHS,
    FULL_WEEKDAYS,
    MONTHS,
    ORDINAL_ENDINGS,
    ORDINALS,
    PARTS_OF_DAY,
    PLURAL_PARTS_OF_DAY,
    WEEKDAYS,
)
from schemas.dates import Granularity as Unit

DASHES = frozenset("-–—‑")
APOSTROPHES = frozenset("'’‘")
_DATE_SEPARATORS = frozenset("/.-")
# After "24 March, 2000 ..." these show that the number counts and names no year.
COUNTED = frozenset(
    """people troops soldiers men women children civilians refugees students workers voters
    protesters protestors police officers homes houses dollars euros pounds rupees shillings naira
    rubles roubles tonnes tons metres meters kilometres kilometers km miles feet hectares acres
    barrels megawatts mw kg jobs cases deaths families members seats votes words hours days weeks
    months years times points others more percent per""".split()
)


@dataclass(slots=True)
class Reading:
    """What stands at an index, and the index after it."""

    when: When
    end: int
    rule_id: str
    doubt: Doubt | None = None
    impossible: bool = False


def day_number(line: Line, index: int) -> tuple[int, int] | None:
    """Return a day of the month, "24", "24th" or "first", and the index after it."""
    word = line.at(index)
    if word in ORDINALS:
        return ORDINALS[word], index + 1
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    if line.glued(index):
        before = line.at(index - 1)
        if (
            before.isalnum()
            or before in "$€£¥#§"
            or (before in ".,:" and line.glued(index - 1) and line.at(index - 2).isdecimal())
        ):
            return None
    after = index + 1
    if line.at(after) in ORDINAL_ENDINGS and line.glued(after):
        return int(word), after + 1
    if line.glued(after) and line.at(after) in "%€£$°":
        return None
    if line.glued(after) and line.at(after) in ".:" and line.glued(after + 1):
        return None
    return int(word), after


def month_word(line: Line, index: int) -> tuple[int, int] | None:
    """Return a month and the index after its name, full or abbreviated, and its full stop."""
    word = line.at(index)
    number = MONTHS.get(word)
    if number is None:
        return None
    after = index + 1
    if word in ABBREVIATED_MONTHS and word != "may" and line.at(after) == "." and line.glued(after):
        after += 1
    return number, after


def year_number(line: Line, index: int, *, glued_letters: bool = False) -> int | None:
    """Return a year of four digits, 1000 to 2199, that is no part of a longer number."""
    word = line.at(index)
    if len(word) != 4 or not "1000" <= word <= "2199" or not word.isdecimal():
        return None
    if line.glued(index) and line.at(index - 1).isalpha():
        return int(word) if glued_letters else None
    if line.glued(index) and line.at(index - 1) in (",", "."):
        # "March 24,2022" and "Sept.2022", where the reader of dates has seen what is before.
        return int(word) if glued_letters else None
    return line.number(index)


def year_after(line: Line, index: int) -> tuple[int, int] | None:
    """Return the year that completes a month or a day: ", 2022", " of 2022", " '22"."""
    at = index
    if line.at(at) in (",", "of", "in") or (line.at(at) in DASHES and line.glued(at)):
        at += 1
    if line.at(at) in APOSTROPHES and line.glued(at + 1) and len(line.at(at + 1)) == 2:
        short = line.at(at + 1)
        if short.isdecimal() and at == index:
            return 2000 + int(short) - 100 * (int(short) > 50), at + 2
    number = year_number(line, at, glued_letters=True)
    if number is None or line.at(at + 1) in COUNTED:
        return None
    if line.at(at + 1) in DASHES and line.glued(at + 1) and line.at(at + 2).isdecimal():
        # "March 2021-22": the short year is read with the range.
        return number, at + 1
    if (
        line.glued(at + 1)
        and line.at(at + 1) in ".,"
        and line.glued(at + 2)
        and line.at(at + 2).isdecimal()
    ):
        return None
    return number, at + 1


def checked(reading: Reading) -> Reading:
    """Return the reading, marked impossible when no year has such a day."""
    when = reading.when
    if isinstance(when, Named) and when.unit is Unit.DAY and when.number and when.day:
        try:
            make_date(when.year or 2000, when.number, when.day)
        except OutOfCalendarError:
            return replace(reading, impossible=True)
    return reading


def numeric_date(line: Line, index: int) -> Reading | None:
    """Return 2022-03-24, 24/03/2022, 24.03.22 or 03-24-2022."""
    first, mark, second = line.at(index), line.at(index + 1), line.at(index + 2)
    third = line.at(index + 4)
    if (
        mark not in _DATE_SEPARATORS
        or line.at(index + 3) != mark
        or not all(line.glued(index + step) for step in (1, 2, 3, 4))
        or not (first.isdecimal() and second.isdecimal() and third.isdecimal())
        or (line.glued(index) and line.at(index - 1) not in "(\"'“‘[|,")
        or (line.at(index + 5) in (mark, "/") and line.glued(index + 5) and line.glued(index + 6))
    ):
        return None
    end = index + 5
    if len(first) == 4 and len(second) <= 2 and len(third) <= 2:
        if not "1000" <= first <= "2199":
            return None
        named = Named(Unit.DAY, int(first), int(second), int(third))
        return checked(Reading(named, end, "numeric_year_first"))
    if len(first) > 2 or len(second) > 2 or len(third) not in (2, 4):
        return None
    if len(third) == 2 and mark == ".":
        # "1.10.22" is as often a version or a section.
        return None
    year = int(third) if len(third) == 4 else 2000 + int(third) - 100 * (int(third) > 50)
    if not 1000 <= year <= 2199:
        return None
    day, month = int(first), int(second)
    if mark != "." and day <= 12 and month <= 12:
        named = Named(Unit.DAY, year, month, day, either=day != month)
    elif mark != "." and day <= 12 < month:
        named = Named(Unit.DAY, year, day, month)
    else:
        named = Named(Unit.DAY, year, month, day)
    return checked(Reading(named, end, "numeric"))


def day_first(line: Line, index: int) -> Reading | None:
    """Return 24 March 2022, 24th of March, 24-Mar-22."""
    found = day_number(line, index)
    if found is None:
        return None
    day, at = found
    if line.at(at) == "of" or (line.at(at) in DASHES and line.glued(at) and line.glued(at + 1)):
        at += 1
    if line.at(at) == "the" and line.at(at - 1) == "of":
        return None
    after = month_word(line, at)
    if after is None:
        return None
    month, end = after
    year = year_after(line, end)
    if year is None:
        if _may_be_verb(line, at):
            return None
        return checked(Reading(Named(Unit.DAY, None, month, day), end, "day_month"))
    return checked(Reading(Named(Unit.DAY, year[0], month, day), year[1], "day_month_year"))


def _may_be_verb(line: Line, index: int) -> bool:
    """Return whether a month's name is one of those that are verbs, and is written like one."""
    return line.at(index) in ("may", "march", "mar") and line.raw(index).islower()


def month_first(line: Line, index: int) -> Reading | None:
    """Return March 24, 2022; March 2022; March."""
    found = month_word(line, index)
    if found is None:
        return None
    month, at = found
    joined = line.at(at) in DASHES and line.glued(at) and line.glued(at + 1)
    day = day_number(line, at + 1 if joined or line.at(at) == "the" else at)
    if day is not None and line.at(at) not in ORDINALS:
        end = day[1]
        year = year_after(line, end)
        if year is not None:
            return checked(
                Reading(Named(Unit.DAY, year[0], month, day[0]), year[1], "month_day_year")
            )
        if line.at(end) not in COUNTED and not _may_be_verb(line, index):
            return checked(Reading(Named(Unit.DAY, None, month, day[0]), end, "month_day"))
    if _may_be_verb(line, index):
        return None
    year = year_after(line, at)
    if year is not None:
        return Reading(Named(Unit.MONTH, year[0], month), year[1], "month_year")
    if line.at(index) in FULL_MONTHS:
        return Reading(Named(Unit.MONTH, None, month), index + 1, "month", Doubt.MONTH_WORD)
    return None


def weekday_first(line: Line, index: int) -> Reading | None:
    """Return Thursday; Thursday, 24 March 2022; Thursday (9 May); Thursday night."""
    word = line.at(index)
    weekday = WEEKDAYS.get(word)
    if weekday is None:
        return None
    is_full = word in FULL_WEEKDAYS
    if not is_full and not line.raw(index)[0].isupper():
        return None
    at = index + 1
    if not is_full and line.at(at) == "." and line.glued(at):
        at += 1
    start = at
    if line.at(at) in PARTS_OF_DAY:
        at += 1
    bracket = line.at(at) == "("
    if bracket or line.at(at) == ",":
        at += 1
    if line.at(at) == "on":
        at += 1
    if line.at(at) == "the":
        at += 1
    named = named_day(line, at)
    if named is not None and isinstance(named.when, Named):
        end = named.end
        if bracket and line.at(end) != ")":
            bracket = False
        elif bracket:
            end += 1
        if bracket or line.at(start) != "(":
            rule = "weekday_" + named.rule_id
            with_weekday = replace(named.when, weekday=weekday)
            return replace(named, when=with_weekday, end=end, rule_id=rule)
    if not is_full:
        return None
    numbered = day_number(line, start)
    if numbered is not None and line.at(numbered[1] - 1) in ORDINAL_ENDINGS:
        # "Wednesday 15th", the month left out.
        return Reading(
            Named(Unit.DAY, day=numbered[0], weekday=weekday), numbered[1], "weekday_day"
        )
    if line.at(index + 1) in PLURAL_PARTS_OF_DAY:
        return Reading(Recurring(), index + 2, "weekday_plural")
    end = index + 2 if line.at(index + 1) in PARTS_OF_DAY else index + 1
    return Reading(Named(Unit.DAY, weekday=weekday), end, "weekday", Doubt.WEEKDAY_WORD)


def named_day(line: Line, index: int) -> Reading | None:
    """Return a day called by its number: 24 March, March 24, 24/03/2022."""
    word = line.at(index)
    if word[:1].isdecimal() or word in ORDINALS:
        return numeric_date(line, index) or day_first(line, index)
    if word in MONTHS:
        reading = month_first(line, index)
        if reading is not None and isinstance(reading.when, Named) and reading.when.day:
            return reading
    return None


def with_weekday_after(line: Line, reading: Reading) -> Reading:
    """Return the day with the weekday that follows it in brackets or after a comma."""
    when, at = reading.when, reading.end
    if not isinstance(when, Named) or when.day is None or when.weekday is not None:
        return reading
    opens = line.at(at) == "("
    if not opens and line.at(at) != ",":
        return reading
    weekday = WEEKDAYS.get(line.at(at + 1))
    if weekday is None or (opens and line.at(at + 2) != ")"):
        return reading
    if not opens and (line.at(at + 2) in MONTHS or line.at(at + 2)[:1].isdecimal()):
        return reading
    end = at + 3 if opens else at + 2
    return replace(
        reading, when=replace(when, weekday=weekday), end=end, rule_id=reading.rule_id + "_weekday"
    )
