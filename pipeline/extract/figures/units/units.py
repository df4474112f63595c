"""Units: what the marks and words beside a number make of it.

A unit is looked up in one table, as a symbol glued to or beside the digits or as words after
them; the table is asked for these words only, never for a noun that happens to look alike.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from pipeline.extract.figures.numbers.atoms import Numeral
from pipeline.extract.figures.units import table as unit_table


@dataclass(slots=True, frozen=True)
class Unit:
    """One unit of the table."""

    kind: str
    code: str
    name: str
    pint_name: str = ""
    rate: str | None = None
    rate_pint: str = ""

    def per(self, name: str) -> "Unit":
        """Return the unit taken per something else."""
        denominator = WORDS.get(name)
        return replace(
            self,
            rate=name,
            rate_pint=denominator.pint_name if denominator else "",
            code=f"{self.code}/{denominator.code if denominator else name}",
        )

    @property
    def full_name(self) -> str:
        """The name with its rate: "barrel per day"."""
        return self.name if self.rate is None else f"{self.name} per {self.rate}"


def _read_table(table: str, kind: str) -> list[tuple[Unit, list[str], list[str]]]:
    rows = []
    for line in table.strip().splitlines():
        fields = [field.strip() for field in line.split(" ;")]
        code, name = fields[0], fields[1]
        pint_name = fields[2] if kind != "currency" else ""
        words, symbols = fields[-2], fields[-1].rstrip(";").strip()
        rows.append((Unit(kind, code, name, pint_name), _forms(words), _forms(symbols)))
    return rows


def _forms(cell: str) -> list[str]:
    return [form.strip() for form in cell.strip(" ;").split(",") if form.strip()]


WORDS: Final[dict[str, Unit]] = {}
SYMBOLS: Final[dict[str, Unit]] = {}
for _table, _kind in (
    (unit_table.DURATIONS, "duration"),
    (unit_table.PERCENTS, "percent"),
    (unit_table.MEASURES, "measure"),
    (unit_table.RATIOS, "ratio"),
    (unit_table.CURRENCIES, "currency"),
):
    for _unit, _words, _symbols in _read_table(_table, _kind):
        for _form in _words:
            WORDS.setdefault(_form, _unit)
        for _form in _symbols:
            SYMBOLS.setdefault(_form, _unit)

DOLLAR: Final = SYMBOLS["$"]
YEAR_OF_AGE: Final = Unit("age", "a", "year of age", "year")
POUND: Final = Unit("measure", "[lb_av]", "pound-mass", "pound")
STERLING: Final = SYMBOLS["£"]

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
_RATE_NUMBER = re.compile(
    r"[ \u00a0](?:per|for every|out of every|in every)[ \u00a0]([0-9][0-9,]{0,12})[ \u00a0]"
)
_RATE_HEADS = re.compile(
    r"(?:live births|births|people|residents|inhabitants|persons|population|adults|children|women|"
    r"men|households|citizens|students|workers|patients|vehicles|passengers)\b"
)
_RATE_NOUN = re.compile(
    r"(?:[  ](?:per|an?|each|every)[  ]|-(?:per|an?)-|[  ]?/[  ]?|[  ]an?-|[  ]per-)"
    r"(?=([^\W\d_]+(?:[  ][^\W\d_]+)?))"
)


_TIME_AFTER = re.compile(r" (?:ago|earlier|later|before|after|previously|prior|on)\b")


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
    symbol = _unit_symbol(text, position, limit, glued)
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


def _unit_symbol(text: str, start: int, limit: int, glued: bool) -> UnitHit | None:
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


# Beside a number after a space these are letters, marks or words more often than units.
_GLUED_ONLY: Final = frozenset("' \" ″ ′ ” in ins st in. s X × A V Sh C F MP Rs Re Rs. Fr.".split())


def rate_after(text: str, end: int, limit: int) -> tuple[str, int] | None:
    """Return what a quantity is taken per, and where that ends: "a barrel", "per sq m", "/day"."""
    match = _RATE_NOUN.match(text, end, min(limit, end + 40))
    if match is None:
        return _rate_of_number(text, end, limit)
    start = match.end()
    two = match.group(1)
    first = re.split(r"[  ]", two)[0]
    if "per" in match.group() and first.lower() in _RATE_SCALES:
        # "a dollar per thousand cubic feet"
        hit = unit_words(text, start + len(first) + 1, limit)
        return None if hit is None else (f"{first.lower()} {hit.unit.name}", hit.end)
    is_article = match.group().strip(" -\u00a0").lower() in ("a", "an", "each", "every")
    hit = unit_words(text, start, limit) or (
        None if is_article else _unit_symbol(text, start, limit, glued=True)
    )
    if hit is not None:
        if is_article and hit.unit.kind not in ("duration", "measure"):
            return None
        # "from $6 a year earlier" tells a time, not a rate.
        if is_article and _TIME_AFTER.match(text, hit.end, limit):
            return None
        return hit.unit.name, hit.end
    word = first.lower()
    if word in _RATE_NOUNS:
        return _RATE_NOUNS[word], start + len(first)
    if not is_article and "per" in match.group().lower() and word not in _NOT_RATES:
        return word, start + len(first)
    if not is_article and word == "capita":
        return "capita", start + len(first)
    return None


def _rate_of_number(text: str, end: int, limit: int) -> tuple[str, int] | None:
    """Return the base of "12 deaths per 100,000 people", "6 litres per 100 kilometres"."""
    number = _RATE_NUMBER.match(text, end, limit)
    if number is None:
        return None
    hit = unit_words(text, number.end(), limit)
    if hit is not None:
        return f"{number.group(1)} {hit.unit.name}", hit.end
    head = _RATE_HEADS.match(text, number.end(), limit)
    return None if head is None else (f"{number.group(1)} {head.group()}", head.end())


_RATE_SCALES: Final = frozenset(("hundred", "thousand", "million", "billion"))
_NOT_RATES: Final = frozenset(("se", "cent", "capita", "every", "each"))
_RATE_NOUNS: Final = {
    **{
        word: word
        for word in """share head person piece bottle ticket unit game household plate vehicle
            car student seat family child user employee worker litre bag box""".split()
    },
    "pop": "piece",
    "mmbtu": "mega british thermal unit",
    "kwh": "kilowatt hour",
    "troy": "troy ounce",
}


@cache
def _registry() -> Any:
    import pint  # noqa: PLC0415  (half a second to load, and most runs of one text need no conversion)

    return pint.UnitRegistry()


@cache
def _conversion(pint_name: str) -> tuple[float, float, str] | None:
    """Return slope, offset and base unit of the conversion into base units."""
    registry = _registry()
    zero = registry.Quantity(0.0, pint_name).to_base_units()
    one = registry.Quantity(1.0, pint_name).to_base_units()
    return one.magnitude - zero.magnitude, zero.magnitude, f"{one.units:~C}"


def in_base_units(unit: Unit, value: float) -> tuple[float, str] | None:
    """Return a value in the base units of its dimension, or None where that means nothing."""
    if not unit.pint_name or (unit.rate and not unit.rate_pint):
        return None
    name = f"{unit.pint_name}/({unit.rate_pint})" if unit.rate_pint else unit.pint_name
    conversion = _conversion(name)
    if conversion is None:
        return None
    slope, offset, base = conversion
    return value * slope + offset, base
