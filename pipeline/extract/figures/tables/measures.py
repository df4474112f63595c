"""Measures: the unit, scale and noun that a title, head or label gives the numbers of a table."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.clean.tables import Span
from pipeline.extract.figures.units.beside import UnitHit, unit_symbol, unit_words
from pipeline.extract.figures.units.rates import rate_after
from pipeline.extract.figures.units.units import SYMBOLS, Unit
from pipeline.extract.nouns import singular

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,50})[)\]]")
_AFTER_IN = re.compile(r"\bin (?=[^,;:()]{1,50}$)")
_LEAD = re.compile(
    r"(?:(?:unit|units|values?|figures|amounts?|numbers?)(?: (?:are|is))?(?: of measure)?"
    r"[: ]\s*)?(?:expressed )?(?:in )?",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(thousands?|millions?|billions?|trillions?|hundreds?|mn|mln|mio|bn|bln|tn|m(?= )"
    r"|['’]000s?|000s?|1,000(?:,000)?)(?![^\W_])",
    re.IGNORECASE | re.ASCII,
)
_SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mn": 1e6, "mln": 1e6, "mio": 1e6, "m": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "000": 1e3, "1,000": 1e3, "1,000,000": 1e6,
}  # fmt: skip
_SIGN = re.compile(r"[^\W\d_]{1,3}[$€£¥]|[A-Z]{3}(?![^\W_])|[$€£¥₹₽%]")
_NUMBER_OF = re.compile(r"(?:total )?(?:number|no\.?|nr\.?) of (?:the )?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_AFTER = re.compile(r"\s*(?:$|[,;:)*]| (?:of|per|by|at|unless|except)\b)")
_NO_PHRASE: Final = frozenset("of in by at per with for to on from and or as than".split())
_QUANTIFIERS: Final = frozenset("total all other new number the more than of which".split())
# Plurals of money, and of what measures a thing without counting it.
_AMOUNTS: Final = frozenset(
    """assets commissions contributions costs deposits earnings expenditures expenses exports fees
    funds gains grants hours imports incomes investments liabilities loans losses payments prices
    proceeds profits rates receipts reserves revenues sales savings shares taxes turnovers wages
    years months weeks days minutes figures totals results needs species news status units values
    changes stocks volumes quarters points times percentages""".split()
)
_COLLECTIVES: Final = frozenset("people police cattle staff personnel".split())


@dataclass(slots=True, frozen=True)
class Noun:
    """A noun that is counted in a table, and where it is written."""

    text: str
    lemma: str
    modifiers: str | None
    char_start: int
    char_end: int


@dataclass(slots=True, frozen=True)
class Measure:
    """What the numbers of a table are given in."""

    scale: float
    unit: Unit | None
    noun: Noun | None
    span: Span


def measure_in(text: str, span: Span, *, alone: bool) -> Measure | None:
    """Return the measure that a line, head or label gives, or None.

    It stands in brackets, after the last comma or after "in"; `alone` says that the whole may
    be one as well, as in the head "EUR million".
    """
    written = text[span.char_start : span.char_end]
    parts = [(one.start(1), one.end(1)) for one in _IN_BRACKETS.finditer(written)][::-1]
    comma = written.rfind(", ")
    if comma >= 0:
        parts.append((comma + 2, len(written)))
    within = _AFTER_IN.search(written)
    if within:
        parts.append((within.start(), len(written)))
    if alone:
        parts.append((0, len(written)))
    for start, end in parts:
        found = _measure(text, span.char_start + start, span.char_start + end)
        if found is not None:
            return found
    return None


def _measure(text: str, start: int, end: int) -> Measure | None:
    """Return what is nothing but a scale, a unit or both, in any order."""
    lead = _LEAD.match(text, start, end)
    position = lead.end() if lead else start
    scale, unit, noun = 1.0, None, None
    while position < end and _AFTER.match(text, position, end) is None:
        while text[position] in " \u00a0":
            position += 1
        word = _SCALE.match(text, position, end)
        hit = _unit(text, position, end) if unit is None else None
        if word and scale == 1:
            # "Millions of dollars"
            scale = _scale(word.group(1))
            position = word.end() + (4 if text.startswith(" of ", word.end()) else 0)
        elif hit is not None:
            unit, position = hit.unit, hit.end
            rate = rate_after(text, position, end)
            if rate is not None:
                unit, position = unit.per(rate[0]), rate[1]
        elif scale != 1 and unit is None:
            noun = counted(text, Span(position, end))
            position = end
            if noun is None:
                return None
        else:
            return None
    if unit is None and scale == 1:
        return None
    if unit is not None and unit.kind == "duration" and text[start:end].lower() == unit.name:
        return None  # "Year" heads a column of years
    return Measure(scale, unit, noun, Span(start, end))


def _scale(word: str) -> float:
    plain = word.lower().lstrip("'’")
    return _SCALES.get(plain) or _SCALES[plain.rstrip("s")]


def _unit(text: str, start: int, end: int) -> UnitHit | None:
    sign = _SIGN.match(text, start, end)
    known = SYMBOLS.get(sign.group()) if sign else None
    if sign and known is not None and known.kind in {"currency", "percent"}:
        return UnitHit(known, start, sign.end(), "")
    words = unit_words(text, start, end)
    symbol = unit_symbol(text, start, end, glued=False)
    best = words if words and (symbol is None or words.end >= symbol.end) else symbol
    return None if best is None or best.unit.kind == "ratio" else best


def counted(text: str, span: Span) -> Noun | None:
    """Return the noun that a head or label counts: a plural before any "of", "in" or verb.

    "Houses destroyed" counts houses, "Number of staff" staff, and "Net profit" nothing.
    """
    opening = _NUMBER_OF.match(text, span.char_start, span.char_end)
    begin = opening.end() if opening else span.char_start
    words: list[re.Match[str]] = []
    head: int | None = None
    for word in _WORD.finditer(text, begin, span.char_end):
        lowered = word.group().lower()
        if lowered in _NO_PHRASE or (words and text[words[-1].end() : word.start()] not in " -"):
            break
        words.append(word)
        if lowered in _COLLECTIVES or singular(lowered) != lowered:
            head = len(words) - 1
    if head is None or (opening is None and words[head].group().lower() in _AMOUNTS):
        return None
    leading = [one for one in words[:head] if one.group().lower() not in _QUANTIFIERS][-3:]
    modifiers = [one.group() for one in leading]
    return Noun(
        text=" ".join([*modifiers, words[head].group()]),
        lemma=singular(words[head].group().lower()),
        modifiers=", ".join(modifiers) or None,
        char_start=(leading or words[head:])[0].start(),
        char_end=words[head].end(),
    )
