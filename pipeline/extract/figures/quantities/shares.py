"""Shares: parts of a whole in words, "half an hour", "fell by a third", "an hour and a half"."""

import re
from typing import Final

from pipeline.extract.figures.quantities.drafts import Draft
from pipeline.extract.figures.units.beside import unit_words
from pipeline.extract.figures.units.rates import rate_after
from pipeline.extract.figures.units.units import WORDS, Unit

_OF_A = re.compile(r"[ -](?:of[ -])?(?:an?|one|1)[ -]", re.IGNORECASE)
_POINT = re.compile(r"[- ](percentage[- ])?point\b", re.IGNORECASE)
_RATES_NEAR = re.compile(r"\b(?:rates?|interest|inflation|hikes?|Fed|growth|approval)\b")
_UNIT_AND_A = re.compile(r"\b(an?) ([a-z]+(?:[ -][a-z]+)?) and a $", re.IGNORECASE)
_CUT = re.compile(
    r"\b(?:by|than|about|nearly|almost|over|under|roughly|around|least|approximately|only|just|"
    r"up|down|some)[ ]an?[ ]$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\ban?[ ]$", re.IGNORECASE)
_KINDS: Final = ("duration", "measure", "percent")
_POINTS: Final = WORDS["percentage point"]
# What follows a share that stands alone; a noun would make it "a third party".
_AFTER_SHARE: Final = frozenset(
    ("", "IN", "CC", ",", ".", ":", "VBD", "VBP", "MD", "TO", "RB", "RBR", "JJR", "WP", "WDT",
     "-RRB-", "''", "DT")
)  # fmt: skip


def of_a_unit(text: str, made: Draft, first: int, last: int) -> None:
    """Give a fraction its article and the unit it is a part of: "half an hour"."""
    numeral = made.numeral
    end = numeral.end
    before = _ARTICLE.search(text, max(first, made.start - 3), made.start)
    if before is not None:
        made.start = before.start()
    short = numeral.words in ("half", "quarter")
    point = _POINT.match(text, end, last) if short else None
    if point is not None:
        near = text[max(0, made.start - 60) : end + 60]
        if point.group(1) or _RATES_NEAR.search(near):
            _measure(text, made, _POINTS, point.end(), last)
        return
    article = _OF_A.match(text, end, min(last, end + 12))
    if article is None and not (short and text[end : end + 1] in (" ", "-", "‑")):
        return
    begin = article.end() if article is not None else end + 1
    hit = unit_words(text, begin, last)
    kinds = (*_KINDS, "currency") if article is not None else _KINDS
    if hit is not None and hit.unit.kind in kinds:
        _measure(text, made, hit.unit, hit.end, last)


def _measure(text: str, made: Draft, unit: Unit, end: int, last: int) -> None:
    made.unit, made.end = unit, end
    made.steps.append(f"unit:{unit.name}")
    rate = rate_after(text, end, last)
    if rate is not None:
        made.unit, made.end = unit.per(rate[0]), rate[1]
    made.rule = "fraction:of-a-unit"


def unit_and_a_half(text: str, made: Draft, first: int) -> bool:
    """Make "a year and a half" one quantity; False when no single unit stands before."""
    start = made.numeral.start
    match = _UNIT_AND_A.search(text, max(first, start - 36), start)
    unit = WORDS.get(match.group(2).lower()) if match else None
    if match is None or unit is None or unit.kind not in ("duration", "measure"):
        return False
    made.start = made.number_start = match.start()
    made.unit, made.value = unit, 1 + (made.value or 0.0)
    made.steps.append(f"unit:{unit.name}, with the part after it")
    made.rule = "fraction:unit-and-part"
    return True


def adds_to(text: str, earlier: Draft, made: Draft) -> bool:
    """Add the half of "two hours and a half" to the two; False when it belongs to nothing."""
    numeral = made.numeral
    joined = text[earlier.end : numeral.start].lower() == " and a "
    plain = earlier.unit is not None and earlier.unit.rate is None and earlier.value is not None
    if not (joined and plain) or earlier.is_range or earlier.numeral.scale != 1:
        return False
    earlier.value = (earlier.value or 0.0) + (numeral.value or 0.0)
    earlier.end = earlier.number_end = numeral.end
    earlier.steps.append(f"and a {numeral.words}")
    return True


def stands_alone(text: str, start: int, first: int, next_tag: str, earlier: Draft | None) -> bool:
    """Tell whether "a third" or "a quarter" is a share without saying of what.

    A cue before it says so ("by a third"), or an earlier share it is told beside ("40 percent
    in the north and a third in the south").
    """
    before = text[max(first, start - 20) : start]
    if next_tag not in _AFTER_SHARE or not _ARTICLE.search(before):
        return False
    if _CUT.search(before):
        return True
    if earlier is None or start - earlier.end > 60:
        return False
    return earlier.is_share or (earlier.unit is not None and earlier.unit.kind == "percent")
