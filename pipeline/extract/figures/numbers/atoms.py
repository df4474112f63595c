"""Atoms: runs of digits and number words, and what a run of digits is worth.

One regular expression finds them, without nesting, so the scan is linear in the text.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.figures.numbers.words import VULGAR, WORDS


class Atom(NamedTuple):
    """A run of digits or one number word."""

    kind: str
    value: float
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Numeral:
    """One number as written."""

    kind: str
    """cardinal, fraction, magnitude, multiple, vague, implicit, ordinal or unreadable."""
    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    scale: float = 1.0
    """The factor that a scale word or letter contributed."""
    mantissa: float = 0.0
    is_digits: bool = False
    is_grouped: bool = False
    decimals: int = 0
    is_ambiguous: bool = False
    words: str = ""
    """The number's first word, lower case: what rules about `one`, `both` or `half` ask for."""
    steps: list[str] = field(default_factory=list)

    @property
    def is_bare_integer(self) -> bool:
        """Digits alone: no grouping, decimals or scale."""
        return self.is_digits and not self.is_grouped and not self.decimals and self.scale == 1


def scaled(value: float, factor: float) -> float:
    """Return a number times its scale as a reader would write it: 16.4 million is 16400000.

    Binary floats would make it 16399999.999999998.
    """
    return float(Decimal(repr(value)) * Decimal(factor))


def _alternatives(words: list[str]) -> str:
    """Return the words as one expression that branches on the first letter only once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda one: (one[0], -len(one), one)):
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_VULGAR = "".join(VULGAR)
_ATOM = re.compile(
    r"[0-9]+(?:[.,'’][0-9]+)*"
    rf"|[{_VULGAR}]"
    rf"|(?<![^\W_])(?i:{_alternatives(list(WORDS))})(?![^\W_])"
    r"|(?![0-9])\d+"
)
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN_GROUPS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_POINT_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?")
_APOSTROPHE_GROUPS = re.compile(r"[0-9]{1,3}(?:['’][0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
_ONE_POINT_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_MAX_DIGITS = 200  # with any scale the value still fits a float


def atoms(text: str, start: int, end: int) -> list[Atom]:
    """Return every run of digits and every number word between the offsets."""
    found: list[Atom] = []
    for match in _ATOM.finditer(text, start, end):
        first, last = match.span()
        run = match.group()
        word = WORDS.get(run.lower())
        if word is not None:
            found.append(Atom(word.kind, word.value, first, last, run.lower()))
        elif run in VULGAR:
            found.append(Atom("vulgar", VULGAR[run], first, last, run))
        elif "0" <= run[0] <= "9":
            found.append(Atom("digits", 0.0, first, last, run))
        else:
            found.append(Atom("other_script", 0.0, first, last, run))
    return found


def digit_value(run: str) -> tuple[float | None, bool, int, bool, str]:
    """Return value, is grouped, decimals, is ambiguous and the step for a run of digits."""
    if len(run) > _MAX_DIGITS:
        return None, False, 0, False, ""
    if run.isdigit():
        return float(run), False, 0, False, "digits"
    if _COMMA_GROUPS.fullmatch(run) or _INDIAN_GROUPS.fullmatch(run):
        decimals = len(run.partition(".")[2])
        return float(run.replace(",", "")), True, decimals, False, "digits:comma-grouped"
    if _DECIMAL.fullmatch(run):
        ambiguous = _ONE_POINT_GROUP.fullmatch(run) is not None
        return float(run), False, len(run.partition(".")[2]), ambiguous, "digits:decimal"
    if _POINT_GROUPS.fullmatch(run):
        whole, _, part = run.partition(",")
        value = float(whole.replace(".", "") + "." + (part or "0"))
        return value, True, len(part), False, "digits:point-grouped"
    if _APOSTROPHE_GROUPS.fullmatch(run):
        return float(re.sub("['’]", "", run)), True, 0, False, "digits:apostrophe-grouped"
    if _DECIMAL_COMMA.fullmatch(run):
        value = float(run.replace(",", "."))
        return value, False, len(run.partition(",")[2]), True, "digits:decimal-comma"
    return None, False, 0, False, ""
