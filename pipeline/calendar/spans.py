"""Longer times called by name: 2014, spring 2022, Q3, the 1990s, the 21st century."""

from pipeline.calendar.line import Line
from pipeline.calendar.named import APOSTROPHES, DASHES, Reading, year_after, year_number
from pipeline.calendar.when import Between, Doubt, Named
from pipeline.calendar.words import DECADE_NAMES, ORDINAL_ENDINGS, ORDINALS, SEASONS
from schemas.dates import Granularity as Unit

_SHORT_YEARS_FROM = 2000
_CENTURY_WORDS = ("century", "centuries")


def season_first(line: Line, index: int) -> Reading | None:
    """Return spring 2022, the summer of 2019, winter 2021-22, summer."""
    number = SEASONS.get(line.at(index))
    if number is None:
        return None
    year = year_after(line, index + 1)
    if year is not None:
        return Reading(Named(Unit.SEASON, year[0], number), year[1], "season_year")
    return Reading(Named(Unit.SEASON, None, number), index + 1, "season", Doubt.SEASON_WORD)


def quarter_code(line: Line, index: int) -> Reading | None:
    """Return Q3, Q3 2021, H1 2022, 3Q2022."""
    word, following = line.at(index), line.at(index + 1)
    if word in ("q", "h") and following in "1234" and following and line.glued(index + 1):
        unit = Unit.QUARTER if word == "q" else Unit.HALF
        number, end = int(following), index + 2
        if unit is Unit.HALF and number > 2:
            return None
    elif word in ("1", "2", "3", "4") and following in ("q", "h") and line.glued(index + 1):
        unit, number, end = (Unit.QUARTER if following == "q" else Unit.HALF), int(word), index + 2
        if unit is Unit.HALF and (number > 2 or year_number(line, end, glued_letters=True) is None):
            return None
    else:
        return None
    if not line.raw(index)[0].isupper() and not line.raw(index + 1)[0].isupper():
        return None
    year = year_after(line, end)
    if year is not None:
        return Reading(Named(unit, year[0], number), year[1], "quarter_year")
    if unit is Unit.HALF:
        return None
    return Reading(Named(unit, None, number), end, "quarter", Doubt.QUARTER_CODE)


def fiscal_year(line: Line, index: int) -> Reading | None:
    """Return FY2022, FY 2022, FY22."""
    after = index + 1
    if line.at(index) != "fy" or line.at(after + 1) in (*DASHES, "/"):
        return None
    year, short = year_number(line, after, glued_letters=True), line.at(after)
    if year is None and line.glued(after) and len(short) == 2 and short.isdecimal():
        year = _SHORT_YEARS_FROM + int(short)
    return None if year is None else Reading(Named(Unit.YEAR, year), after + 1, "fiscal_year")


def decade(line: Line, index: int) -> Reading | None:
    """Return 1990s, '90s, 90s and, spelled out, nineties."""
    word = line.at(index)
    if word in DECADE_NAMES:
        return Reading(
            Named(Unit.DECADE, DECADE_NAMES[word]), index + 1, "decade", Doubt.SHORT_DECADE
        )
    after = index + 1
    if line.at(after) in APOSTROPHES and line.glued(after):
        after += 1
    if line.at(after) != "s" or not line.glued(after) or not word.endswith("0"):
        return None
    year = year_number(line, index)
    if year is not None and year % 100 == 0 and year < 2000:
        # "The 1800s" are all hundred years; "the 2000s" are ten of them.
        return Reading(Named(Unit.CENTURY, year // 100 + 1), after + 1, "hundred_years")
    if year is not None:
        return Reading(Named(Unit.DECADE, year), after + 1, "decade")
    if len(word) == 2 and word.isdecimal() and word >= "20" and not line.at(index - 1).isdecimal():
        doubt = None if line.at(index - 1) in APOSTROPHES else Doubt.SHORT_DECADE
        return Reading(Named(Unit.DECADE, 1900 + int(word)), after + 1, "decade", doubt)
    return None


def century(line: Line, index: int) -> Reading | None:
    """Return 21st century, nineteenth-century."""
    word, at = line.at(index), index + 1
    if word in ORDINALS:
        number = ORDINALS[word]
    elif word.isdecimal() and len(word) <= 2 and line.at(at) in ORDINAL_ENDINGS and line.glued(at):
        number, at = int(word), at + 1
    elif word == "twenty" and line.at(at) == "-" and line.at(at + 1) == "first":
        number, at = 21, at + 2
    else:
        return None
    if line.at(at) in DASHES:
        at += 1
    if line.at(at) not in _CENTURY_WORDS or not 1 <= number <= 21:
        return None
    if line.at(at + 1) in ("bc", "bce"):
        return Reading(Named(Unit.CENTURY, -number), at + 2, "century")
    return Reading(Named(Unit.CENTURY, number), at + 1, "century")


def bare_year(line: Line, index: int) -> Reading | None:
    """Return 2014, 2014-15 and 2014/15."""
    year = year_number(line, index)
    if year is None:
        return None
    mark, short = line.at(index + 1), line.at(index + 2)
    if (
        (mark in DASHES or mark == "/")
        and line.glued(index + 1)
        and line.glued(index + 2)
        and len(short) in (1, 2)
        and short.isdecimal()
    ):
        modulus = 10 ** len(short)
        last = year - year % modulus + int(short)
        if year < last and not (line.at(index + 3) in DASHES and line.glued(index + 3)):
            return Reading(
                Between(Named(Unit.YEAR, year), Named(Unit.YEAR, last)),
                index + 3,
                "year_range_short",
                Doubt.YEAR_RANGE,
            )
    return Reading(Named(Unit.YEAR, year), index + 1, "year", Doubt.BARE_YEAR)
