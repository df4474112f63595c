"""Times: clock times and years written like plain numbers: 16.00, five o'clock, nineteen ten."""

import re
from typing import Final

from pipeline.extract.figures.numbers.atoms import Numeral
from pipeline.extract.figures.screen.rejects import Reason
from pipeline.extract.figures.words import MONTHS, WEEKDAYS
from schemas.figures import FigureReject

_O_CLOCK = re.compile(r" ?o['’]clock\b")
_PAST = re.compile(r"\b(?:half|quarter) (?:past|to)[ ]$", re.IGNORECASE)
_HOUR = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
_HOUR_BEFORE = re.compile(
    r"(?:\b(?:at|by|until|till|from|before|after|around|about|since|and|to|or)|,)[ ]$",
    re.IGNORECASE,
)
_DAYS = "|".join(sorted(one for one in WEEKDAYS | (MONTHS - {"may", "march"}) if len(one) > 3))
_DAY_NEAR = re.compile(
    rf"\b(?:{_DAYS}|[0-9]{{1,2}} May|May [0-9]{{1,2}}|today|tomorrow|tonight|yesterday|morning|"
    r"afternoon|evening|noon|hours|local time|kick-?off|flights?|departs?|departed|arriv(?:es?|ed)|"
    r"depart(?:ure|ing)|lands?|landed|begins?|starts?|opens?|reopens?|doors|ceremony|scheduled)\b",
    re.IGNORECASE,
)
_PRICE_NEAR = re.compile(
    r"\b(?:shares?|stocks?|index|price|priced|trad(?:e|ed|ing)|yield|rate|average|points?|odds|"
    r"dollars?|euros?|yen|pence|seconds|metres|score|ratio)\b",
    re.IGNORECASE,
)
_CENTURIES: Final = frozenset(("sixteen", "seventeen", "eighteen", "nineteen", "twenty"))
_YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|year|before|after)[ ]$", re.IGNORECASE
)


def clock(text: str, numeral: Numeral, first: int, last: int) -> Reason | None:
    """Return why a number is the time of day, by the words around it."""
    start, end = numeral.start, numeral.end
    spoken = _O_CLOCK.match(text, end, last)
    if spoken is not None:
        return Reason(FigureReject.CLOCK_TIME, start, spoken.end(), "clock:o'clock")
    before = text[max(first, start - 24) : start]
    if not numeral.is_digits:
        past = numeral.scale == 1 and (numeral.value or 99) <= 12 and _PAST.search(before)
        return Reason(FigureReject.CLOCK_TIME, start, end, "clock:past") if past else None
    if numeral.decimals != 2 or numeral.scale != 1 or not _HOUR.fullmatch(numeral.words):
        return None
    near = text[max(first, start - 60) : min(last, end + 24)]
    timed = _HOUR_BEFORE.search(before) and _DAY_NEAR.search(near)
    if timed is None or _PRICE_NEAR.search(near):
        return None
    return Reason(FigureReject.CLOCK_TIME, start, end, "clock:point")


def spoken_year(text: str, left: Numeral, right: Numeral) -> bool:
    """Tell whether two number words are a year: "nineteen ninety-nine", "twenty twenty-two"."""
    if left.is_digits or right.is_digits or left.words not in _CENTURIES:
        return False
    whole = left.end - left.start == len(left.words) and left.kind == right.kind == "cardinal"
    plain = left.scale == right.scale == 1 and 10 <= (right.value or 0) <= 99
    return whole and plain and text[right.end : right.end + 1] not in ("-", "‑")


def year_in_words(text: str, numeral: Numeral, first: int, next_tag: str) -> Reason | None:
    """Return why "two thousand (and) nineteen" after "in" or "since" is a year."""
    start = numeral.start
    if numeral.is_digits or numeral.scale != 1 or not 2000 <= (numeral.value or 0) < 2100:
        return None
    if next_tag.startswith(("NN", "JJ")):
        return None
    if _YEAR_CUE.search(text, max(first, start - 12), start) is None:
        return None
    return Reason(FigureReject.YEAR, start, numeral.end, "year:words")
