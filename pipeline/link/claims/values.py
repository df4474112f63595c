"""Values: in what dimension a figure can be compared, and what its words allow."""

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pipeline.link.claims.mention import Mention
from schemas.figures import UnitKind

_NEAR = 0.1
"""Share of a value by which "about", "over" and "nearly" may miss it at most."""
_NEAR_AT_LEAST = 0.025
"""The same for numbers with many digits, about which nobody would say so."""
_BELOW = re.compile(
    r"(?:nearly|almost|just (?:under|below|short of)|close to|approaching|not quite)\b",
    re.IGNORECASE,
)
_EVERYDAY = 3
"""Numbers up to this are in every text."""
RARE = 2.5
"""How specific a value is that texts do not give by chance."""
_ROUNDING = 0.05
"""Share of a value by which a round number may miss it."""


def dimension(row: Mapping[str, Any]) -> str:
    """Return the dimension in which a figure's value can be compared with another's."""
    kind = row["unit_kind"]
    unit = row.get("base_unit_code") or row.get("unit_code") or row.get("unit_name") or ""
    rate = f"/{row['rate_name']}" if row.get("rate_name") else ""
    multiple = "x" if row.get("is_multiple") else ""
    if row.get("is_share") and kind != UnitKind.PERCENT:
        return f"percent:%{multiple}{rate}"
    if kind in ("count", "none"):
        return f"count{multiple}{rate}"
    return f"{kind}:{unit}{multiple}{rate}"


def bounds(row: Mapping[str, Any]) -> tuple[float, float, float | None, bool]:
    """Return (low, high, value, exact): what the words allow, in the base unit where there is one.

    A round number stands for everything that is rounded to it, and one in millions also for
    what is cut to it: a count of 3,674,952 is written "3.6 million" as often as "3.7 million".
    "Over", "about" and "nearly" stand for what is near, on their side of the number, and the
    nearer the more digits the number has: nobody writes "over 30" of 400, nor "nearly 2.2
    million" of 2.34 million.
    """
    value, base = row["value"], row.get("value_base")
    scale = base / value if base is not None and value else 1.0
    is_fraction = bool(row["is_share"]) and row["unit_kind"] != UnitKind.PERCENT
    if is_fraction:
        scale = 100.0
    comparator = row["comparator"]
    if value is None:
        low, high = row["value_low"], row["value_high"]
        low = 0.0 if low is None else low * scale
        high = float("inf") if high is None else high * scale
        return low, high, None, False
    # A third is a third of something, more or less.
    near = value * _ROUNDING * scale if is_fraction else _nearness(value) * scale
    value *= scale
    if comparator in ("ge", "gt"):
        return value, value + max(near, abs(value) * _ROUNDING), value, False
    if comparator in ("le", "lt") or (comparator == "approx" and _BELOW.match(row["surface"])):
        return value - near, value, value, False
    if row["unit_kind"] == "duration":
        # Four weeks are a month to whoever counts in months.
        return value * (1 - _NEAR), value * (1 + _NEAR), value, False
    if comparator == "approx" or is_fraction:
        return value - near, value + near, value, False
    step = rounding_step(value)
    rounding = abs(value) * _ROUNDING
    slack = min(step * 0.499, rounding)
    up = min(step * 0.999, rounding) if abs(value) >= 1_000_000 else slack
    return value - slack, value + up, value, True


def _nearness(value: float) -> float:
    """Return how far from a number what is said to be about it may be: half its last step.

    >>> _nearness(40_000), _nearness(350), _nearness(2_200_000), _nearness(3_674_952) < 92_000
    (4000.0, 25.0, 55000.0, True)
    """
    digits = f"{abs(value):.12f}".rstrip("0")
    whole, _, decimals = digits.partition(".")
    # Steps of five are taken as often as those of ten.
    written = (whole + decimals).rstrip("0")
    zeros = 0 if decimals else len(whole) - len(written)
    step = 10.0 ** (zeros - len(decimals)) * (5 if written.endswith("5") else 1)
    return min(max(step / 2, abs(value) * _NEAR_AT_LEAST), abs(value) * _NEAR)


@cache
def specificity(value: float) -> float:
    """Return how much it says that two texts give this very number.

    >>> specificity(4) < specificity(40_000) < specificity(3_674_952)
    True
    """
    if abs(value) <= _EVERYDAY:
        return 0.25 * abs(value)
    written = f"{abs(value):.12g}"
    digits = len(written.replace(".", "").strip("0")) if "e" not in written else 1
    size = max(0, math.floor(math.log10(abs(value))))
    # Round numbers recur, however large; four digits or more do not by chance.
    return min(4.0 if digits >= 4 else 2.5, 0.5 + 0.5 * digits + 0.25 * size)


def values_agree(a: Mention, b: Mention) -> bool:
    """Return whether both values can be meant by one exact number."""
    if a.value is not None and b.low <= a.value <= b.high:
        return True
    if b.value is not None and a.low <= b.value <= a.high:
        return True
    if a.value is None and b.value is None:
        return max(a.low, b.low) <= min(a.high, b.high)
    return False


def rounding_step(value: float) -> float:
    """Return the place of the last digit that is not nought; 0 for numbers too small to be round.

    >>> rounding_step(3_600_000), rounding_step(45), rounding_step(1650)
    (100000.0, 0.0, 10.0)
    """
    if abs(value) < 1000 or value != int(value):
        return 0.0
    digits = str(int(abs(value)))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))
