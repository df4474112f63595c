"""Drafts: a number with its sign, scale letter and unit, before its neighbours are asked."""

import re
from dataclasses import dataclass, field
from typing import Final

from pipeline.extract.figures.numbers.atoms import Numeral, scaled
from pipeline.extract.figures.numbers.words import SCALE_LETTERS
from pipeline.extract.figures.units.beside import (
    UnitHit,
    currency_before,
    letter_currency,
    unit_after,
)
from pipeline.extract.figures.units.rates import rate_after
from pipeline.extract.figures.units.units import (
    DOLLAR,
    POUND,
    STERLING,
    SYMBOLS,
    WORDS,
    YEAR_OF_AGE,
    Unit,
)

_GLUED = re.compile(r"[A-Za-zµμ]+")
_MINUS_WORD = re.compile(r"(?<!plus or )(?<!plus-or-)\b(?:minus|negative)[- ]$", re.IGNORECASE)
# "The over-65s": people of that age, and no seconds.
_OVER_AGE = re.compile(r"\b(?:over|under)[-\u2011]$", re.IGNORECASE)
_OLD = re.compile(
    r"[-\u2011 ](year|month|week|day)s?(?:[- ]| ?- ?)(?:olds?)\b"
    r"|[ ](year|month|week|day)s of age\b",
    re.IGNORECASE,
)
_TRAILING_COUNTRY = re.compile(
    r" ?(U\.S\.|US|USD|Australian|Canadian|American|NZ|EUR|CAD|AUD)(?![a-z-])"
)
_LEADING_COUNTRY = re.compile(r"(?:US|U\.S\.|HK|NZ|AU|CA) ?$")
_POUNDS = re.compile(r"[ -](pounds?)\b(?![- ](?:feet|foot|force))", re.IGNORECASE)
_MONEY_NEAR = re.compile(
    r"\b(?:pay|paid|cost|costs|price|prices|worth|fine|fined|spent|spend|bill|salary|budget|tax|"
    r"donat|fund|raise|raised|debt|loan|cash|money|bank|sterling|profit|revenue|investment|"
    r"invest|wage|fee|bonus)",
    re.IGNORECASE,
)
_WEIGHT_NEAR = re.compile(
    r"\b(?:weigh|heav|bomb|thrust|cocaine|heroin|explosives|payload|meat|beef|fish\b|lift)",
    re.IGNORECASE,
)
_LOST_NEAR = re.compile(r"\b(?:lost|lose|losing|gain|drop|shed|put on)", re.IGNORECASE)
_MONEY_OF = re.compile(
    r" of (?:\w+ )?(?:debts?|damages?|fund|invest|aid\b|cash|money|public|tax|savings|cuts|"
    r"spending|loans?|assets|support|compensation|revenue|sales|profits?|loss|costs?|contracts?|grants?|"
    r"income|bonds|shares|business|government|state|exports|imports|orders|work\b|benefits)",
    re.IGNORECASE,
)
_METRES_AFTER = re.compile(
    r"[- )](?:long|tall|high|wide|deep|away|race|sprint|final|pool|freestyle|hurdles|relay|"
    r"swim|run|dash|butterfly|backstroke|individual|mark|above|below|from|x|by|\(|in (?:length|"
    r"height|width|depth|diameter))",
)
_METRES_NEAR = re.compile(
    r"\b(?:tall|high|height|wide|width|deep|depth|long|length|jump|jumped|threw|throw|cleared|ran|"
    r"run|swim|swam|waves?|snow|river|tower|race|distance|metres?|meters?|hurdles|sprint)\b",
    re.IGNORECASE,
)
# Without these "737s" are aircraft and "the 60s" a decade.
_TIMED = re.compile(r"\b(?:in|by|within|every|for|after|about|just|under|over|of|than)[ ]$")
_INCHES_AFTER = re.compile(
    r" (?:long|tall|wide|deep|high|thick|in diameter|screens?|displays?|monitors?|TVs?|"
    r"televisions?|discs?|singles?|vinyl|guns?|pipes?|wheels?|x )"
)
_MILLIONS_NEAR = re.compile(r"[0-9],[0-9]{3}|[0-9](?:m|bn)\b|\b(?:million|billion)\b")
_COUNTABLE_AFTER = re.compile(
    r" (?:people|tonnes|tons|barrels|pounds|euros|dollars|users|customers|homes|jobs|shares|"
    r"[a-z]+s\b)"
)
_MULTIPLE_AFTER = re.compile(
    r" (?:the|as|more|less|higher|larger|bigger|greater|faster|lower|its|their|his|her|that|what|"
    r"earnings|book|sales|revenue|forward|annual|normal|average|likelier|over|those|this|longer|"
    r"smaller|worse|better|fewer|stronger)\b"
)
_SPACED_SCALES: Final = frozenset(("m", "b", "M", "B", "bn", "mn", "tn", "mil", "bil"))
FIXED_DOLLARS: Final = {
    "u.s.": "USD", "us": "USD", "usd": "USD", "american": "USD", "australian": "AUD",
    "aud": "AUD", "canadian": "CAD", "cad": "CAD", "nz": "NZD", "eur": "EUR",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A number read with what is attached to it."""

    numeral: Numeral
    start: int
    """First character, with sign, currency and country."""
    end: int
    """Character after number, unit and rate."""
    number_start: int
    number_end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: Unit | None = None
    has_sign: bool = False
    """The unit was written by a sign or code before the number."""
    is_hyphenated: bool = False
    """A hyphen joins number and what follows: "four-door"."""
    is_range: bool = False
    upper: Numeral | None = None
    """The second number of a range."""
    is_multiple: bool = False
    is_elided: bool = False
    change: str | None = None
    steps: list[str] = field(default_factory=list)
    rule: str = ""

    @property
    def is_share(self) -> bool:
        """A part of what is counted: a third of it, one in five."""
        return self.rule == "share" or (
            self.unit is None and self.numeral.kind == "fraction" and not self.numeral.is_digits
        )

    @property
    def is_currency(self) -> bool:
        """The unit is money."""
        return self.unit is not None and self.unit.kind == "currency"


def draft(text: str, numeral: Numeral, first: int, last: int) -> Draft:
    """Return a number with sign, scale letter and unit as the characters around it give them."""
    made = Draft(
        numeral,
        numeral.start,
        numeral.end,
        numeral.start,
        numeral.end,
        numeral.value,
        numeral.low,
        numeral.high,
        steps=list(numeral.steps),
        rule=numeral.kind,
    )
    money = None
    if numeral.kind in ("cardinal", "magnitude", "fraction", "vague"):
        money = currency_before(text, numeral.start, first) or letter_currency(text, numeral, first)
    if money is not None:
        _take_currency(text, made, money, first)
    _take_sign(text, made, first)
    _take_scale_letter(text, made, last)
    if made.unit is None:
        _take_unit(text, made, first, last)
    else:
        country = _TRAILING_COUNTRY.match(text, made.end, min(last, made.end + 12))
        if country and made.unit is DOLLAR:
            code = FIXED_DOLLARS[country.group(1).lower()]
            made.unit = SYMBOLS[code]
            made.end = country.end()
            made.steps.append(f"currency:{code} written after")
        elif made.unit.kind == "currency":
            # "$3 billion dollars", "€5 euros", "Rs 500 rupees"
            again = unit_after(text, made.end, last)
            if again and again.unit.kind == "currency" and again.unit.code != "GBP/100":
                made.end = again.end
    if made.unit is not None:
        rate = rate_after(text, made.end, last)
        if rate is not None and not (made.unit.kind == "duration" and "per" in rate[0]):
            made.unit = made.unit.per(rate[0])
            made.end = rate[1]
            made.steps.append(f"rate:per {rate[0]}")
    return made


def _take_currency(text: str, made: Draft, money: UnitHit, first: int) -> None:
    made.unit, made.has_sign = money.unit, True
    made.start = money.start
    made.steps.append(money.step)
    if not text[made.numeral.start - 1].isalnum() and text[made.numeral.start - 1] not in "-−= .":
        made.number_start = made.numeral.start - 1
    if text[money.start] == "$":
        country = _LEADING_COUNTRY.search(text, max(first, money.start - 5), money.start)
        if country and made.unit is DOLLAR:
            made.start = country.start()
            code = {"HK": "HK$", "NZ": "NZ$", "AU": "AU$", "CA": "CA$"}.get(
                country.group().strip(), "US$"
            )
            made.unit = SYMBOLS[code]
            made.steps.append(f"currency:{code}")
    if (
        "-" in text[money.start : made.numeral.start]
        or "−" in text[money.start : made.numeral.start]
    ):
        _negate(made, "sign:minus")


def _negate(made: Draft, step: str) -> None:
    if made.value is not None:
        made.value = -made.value
    made.steps.append(step)


def _take_sign(text: str, made: Draft, first: int) -> None:
    start = made.start
    if start <= first:
        return
    mark = text[start - 1]
    free = start - 1 == first or text[start - 2] in " (\u00a0,:/[<>="
    if mark in "-−–" and free and not (mark == "–" and text[start - 2 : start - 1] == " "):
        made.start -= 1
        _negate(made, "sign:minus")
    elif mark == "+" and free:
        made.start -= 1
        made.change = "increase"
        made.steps.append("sign:plus")
    else:
        word = _MINUS_WORD.search(text, max(first, start - 10), start)
        if word:
            made.start = word.start()
            _negate(made, "sign:minus (word)")


def _take_scale_letter(text: str, made: Draft, last: int) -> None:
    """Read 12.3m, $5bn, 12k: a letter is a scale by what stands before and after it."""
    numeral = made.numeral
    if not numeral.is_digits or numeral.scale != 1:
        return
    end = made.end
    glued = _GLUED.match(text, end, min(last, end + 12))
    spaced = False
    if glued is None and end < last and text[end] == " ":
        glued = _GLUED.match(text, end + 1, min(last, end + 6))
        spaced = True
    if glued is None:
        return
    letters = glued.group()
    factor = SCALE_LETTERS.get(letters)
    if factor is None or (glued.end() < last and text[glued.end()].isdigit()):
        return
    if spaced and not (made.has_sign and letters in _SPACED_SCALES):
        return
    if len(letters) == 1 and not made.has_sign:
        grouped_metres = numeral.is_grouped and letters == "m"  # the 8,848m peak
        if not _letter_is_scale(text, letters, glued.end(), grouped_metres):
            return
    made.end = made.number_end = glued.end()
    if made.value is not None:
        made.value = scaled(made.value, factor)
    numeral.scale = factor
    made.steps.append(f"scale:{letters}")


def _letter_is_scale(text: str, letter: str, end: int, grouped: bool) -> bool:
    after = text[end : end + 24]
    if letter in "kK":
        return not re.match(r" (?:run|race|walk)\b", after)
    if letter in "bB":
        return True
    if letter in "mM":
        if _METRES_AFTER.match(after) or after[:1] in "²³/":
            return False
        if letter == "M" or _COUNTABLE_AFTER.match(after):
            return True
        if grouped:
            return False
        # Among other large numbers, and with nothing that is measured near, it is millions.
        near = text[max(0, end - 60) : end - 3], text[end : end + 40]
        return not any(map(_METRES_NEAR.search, near)) and any(map(_MILLIONS_NEAR.search, near))
    return letter == "T" or bool(_COUNTABLE_AFTER.match(after))


def _take_unit(text: str, made: Draft, first: int, last: int) -> None:
    numeral = made.numeral
    if numeral.kind in ("implicit", "multiple"):
        return
    end = made.end
    old = _OLD.match(text, end, min(last, end + 24))
    if old:
        name = (old.group(1) or old.group(2)).lower()
        made.unit = (
            YEAR_OF_AGE
            if name == "year"
            else Unit("age", WORDS[name].code, f"{name} of age", WORDS[name].pint_name)
        )
        made.end = old.end()
        made.is_hyphenated = old.group()[0] != " "
        made.steps.append("unit:age")
        return
    plural = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum()
    if plural and _OVER_AGE.search(text, max(first, made.start - 6), made.start):
        made.unit, made.end = YEAR_OF_AGE, end + 1
        made.steps.append("unit:age")
        return
    pounds = _POUNDS.match(text, end, min(last, end + 10))
    if pounds:
        near = text[max(first, made.start - 60) : min(last, end + 60)]
        money = _are_money(near, text[pounds.end() : pounds.end() + 24], numeral.scale >= 1000)
        made.unit = STERLING if money else POUND
        made.end = pounds.end()
        made.is_hyphenated = pounds.group()[0] == "-"
        made.steps.append("unit:pounds " + ("of money" if money else "of mass"))
        return
    hit = unit_after(text, end, last)
    if hit is None:
        made.is_hyphenated = text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha()
        return
    if not numeral.is_digits and hit.end - hit.start <= 2 and numeral.scale == 1:
        return  # "one in", "two m": a letter after a word is no unit
    if not _fits(text, numeral, hit, end, last):
        return
    made.is_hyphenated = text[end : end + 1] in ("-", "‑")
    made.unit = hit.unit
    made.end = hit.end
    made.steps.append(hit.step)
    if hit.unit.kind == "ratio":
        glued = text[end : end + 1] in "xX×"
        made.is_multiple = glued or bool(_MULTIPLE_AFTER.match(text, hit.end, last))
        if not made.is_multiple:
            made.unit, made.end = None, end
            made.steps[-1] = "times:occurrences"


def _are_money(near: str, after: str, scaled: bool) -> bool:
    """Tell whether pounds are money by the words around them and what they are pounds of."""
    if after.startswith(" of "):
        return _MONEY_OF.match(after) is not None
    if _WEIGHT_NEAR.search(near) or (not scaled and _LOST_NEAR.search(near)):
        return False
    return scaled or _MONEY_NEAR.search(near) is not None or "£" in near


def _fits(text: str, numeral: Numeral, hit: UnitHit, end: int, last: int) -> bool:
    """Tell whether what looks like a unit is one after this number."""
    form = text[hit.start : hit.end]
    if form == "s" and end == hit.start and not numeral.decimals:
        return _TIMED.search(text, max(0, numeral.start - 12), numeral.start) is not None
    if form in ("'", "′"):
        before = text[max(0, numeral.start - 60) : numeral.start]
        return end == hit.start and before.count(" '") == 0
    if form in ('"', "”", "″"):
        return form == "″" or (end == hit.start and bool(_INCHES_AFTER.match(text, hit.end)))
    if form.lower() in ("stone", "stones", "cup", "cups", "second", "quarters", "sterling"):
        noun_follows = re.match(r"[ -][a-z]+s?\b", text[hit.end : last][:12]) is not None
        return form.islower() and not (noun_follows and form == "stone")
    if form in ("t", "l", "g", "b", "C", "F", "K") and hit.start > end:
        return hit.end >= last or not text[hit.end].isalpha()
    return True
