"""Beside a number: the units that the marks before it and the words after it write.

The table is asked for these words only, never for a noun that happens to look alike.
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.extract.figures.numbers.atoms import Numeral
from pipeline.extract.figures.units.units import STERLING, SYMBOLS, WORDS, Unit

_MAX_WORDS = max(len(re.split(r"[ -]", form)) for form in WORDS)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
_SYMBOL = re.compile(
    r"[^\W\d_]+(?:[-/⋅. ](?:[^\W\d_]+))?[²³23]?|[^\w\s(),;:.!?\-–—\[\]{}]+ ?[^\W\d_]?"
)
_CURRENCY_BEFORE: Final[dict[str, list[str]]] = {}
"""Signs and codes that stand before a number, by their last character, the longest first."""
for _form in sorted(SYMBOLS, key=lambda form: (-len(form), form)):
    if SYMBOLS[_form].kind == "currency" and _form != "p":
        _CURRENCY_BEFORE.setdefault(_form[-1], []).append(_form)
_LOST_POUND: Final = "PS"  # what is left of the pound sign after a bad conversion
_LETTER_MONEY: Final = {"R": SYMBOLS["ZAR"], "N": SYMBOLS["NGN"], "P": SYMBOLS["PHP"]}
_LARGE = re.compile(r"(?:m|mn|bn|b|million|billion)\b", re.IGNORECASE)
# Beside a number after a space these are letters, marks or words more often than units.
_GLUED_ONLY: Final = frozenset("' \" ″ ′ ” in ins st in. s X × A V Sh C F MP Rs Re Rs. Fr.".split())


@dataclass(slots=True)
class UnitHit:
    """A unit found beside a number, with the outer span of what wrote it."""

    unit: Unit
    start: int
    end: int
    step: str


def currency_before(text: str, start: int, limit: int) -> UnitHit | None:
    """Return the currency whose sign or code stands before a number, with at most one space."""
    end = start
    if end > limit and text[end - 1] in "-−" and end - 1 > limit:
        end -= 1
    if end > limit and text[end - 1] in " \u00a0":
        end -= 1
    if end <= limit or text[end - 1] not in _CURRENCY_BEFORE:
        return None
    spaced = end < start and text[end] != "-"
    for form in _CURRENCY_BEFORE[text[end - 1]]:
        begin = end - len(form)
        if begin < limit or not text.startswith(form, begin):
            continue
        if begin > limit and form[0].isalnum() and text[begin - 1].isalnum():
            continue
        if form.isalpha() and spaced and len(form) < 2:
            continue
        return UnitHit(SYMBOLS[form], begin, start, f"unit:currency-sign {form}")
    begin = end - len(_LOST_POUND)
    alone = not spaced and begin >= limit and not text[begin - 1 : begin].isalnum()
    if alone and text.startswith(_LOST_POUND, begin):
        return UnitHit(STERLING, begin, start, f"unit:currency-code {_LOST_POUND}")
    return None


def letter_currency(text: str, numeral: Numeral, limit: int) -> UnitHit | None:
    """Return the currency of a bare letter before an amount: "R2.5 billion", "N500,000".

    Only a large number shows that it is money: "R22" is a road, "N95" a mask.
    """
    start = numeral.start
    unit = _LETTER_MONEY.get(text[start - 1 : start]) if start > limit else None
    if unit is None or not numeral.is_digits or text[start - 2 : start - 1].isalnum():
        return None
    large = numeral.scale >= 1000 or numeral.is_grouped or _LARGE.match(text, numeral.end)
    return (
        UnitHit(unit, start - 1, start, f"unit:currency-letter {text[start - 1]}")
        if large
        else None
    )


def unit_after(text: str, end: int, limit: int) -> UnitHit | None:
    """Return the unit that follows a number: glued, hyphenated or after one space."""
    position = end
    glued = True
    if text[end : end + 2] in ('" ', "” "):
        # What is quoted is the number alone: "99.9" percent.
        hit = unit_words(text, end + 2, limit)
        if hit is not None and hit.unit.kind == "percent":
            return hit
    if position < limit and text[position] in "-\u2011\u2013" and position + 1 < limit:
        if not text[position + 1].isalpha():
            return None
        position, glued = position + 1, False
    elif position < limit and text[position] in " \u00a0\u202f\u2009":
        position, glued = position + 1, False
    if position >= limit:
        return None
    words = unit_words(text, position, limit)
    symbol = unit_symbol(text, position, limit, glued)
    if words is None or (symbol is not None and symbol.end > words.end):
        return symbol
    return words


def unit_words(text: str, start: int, limit: int) -> UnitHit | None:
    """Return the longest unit that the next words write."""
    words: list[str] = []
    best: UnitHit | None = None
    position = start
    for _ in range(_MAX_WORDS):
        match = _WORD.match(text, position, min(limit, position + 40))
        if match is None:
            break
        word = match.group().lower()
        for written in {word: match.end(), word.rstrip("."): match.end() - word.endswith(".")}:
            unit = WORDS.get(" ".join([*words, written]))
            if unit is not None:
                stop = match.end() - (len(word) - len(written))
                if stop >= limit or not text[stop].isalnum():
                    best = UnitHit(unit, start, stop, f"unit:{unit.name}")
        words.append(word)
        position = match.end()
        if position < limit and text[position] in " -\u00a0":
            position += 1
        else:
            break
    return best


def unit_symbol(text: str, start: int, limit: int, glued: bool) -> UnitHit | None:
    """Return the unit whose case-sensitive symbol stands here, the longest that fits."""
    match = _SYMBOL.match(text, start, min(limit, start + 8))
    if match is None:
        return None
    for stop in range(match.end(), start, -1):
        form = text[start:stop]
        unit = SYMBOLS.get(form)
        if unit is None or (stop < limit and form[-1].isalnum() and text[stop].isalnum()):
            continue
        if not glued and form in _GLUED_ONLY:
            continue
        if glued and form in "CF" and form.isalpha():
            return UnitHit(unit, start, stop, f"unit:{unit.name}")
        if form == "$" and text[stop : stop + 2].strip()[:1].isdigit():
            continue  # "10 $20 bills"
        return UnitHit(unit, start, stop, f"unit:{unit.name}")
    return None
