"""Values: in what dimension a figure can be compared, and what its words allow."""

from collections.abc import Mapping
from typing import Any

_NEAR = 0.1
"""Share of a value by which "about", "over" and "nearly" may miss it."""
_ROUNDING = 0.05
"""Share of a value by which a round number may miss it."""


def dimension(row: Mapping[str, Any]) -> str:
    """Return the dimension in which a figure's value can be compared with another's."""
    kind = row["unit_kind"]
    unit = row.get("base_unit_code") or row.get("unit_code") or row.get("unit_name") or ""
    rate = f"/{row['rate_name']}" if row.get("rate_name") else ""
    multiple = "x" if row.get("is_multiple") else ""
    if row.get("is_share"):
        return f"share{multiple}{rate}"
    if kind in ("count", "none"):
        return f"count{multiple}{rate}"
    return f"{kind}:{unit}{multiple}{rate}"


def bounds(row: Mapping[str, Any]) -> tuple[float, float, float | None, bool]:
    """Return (low, high, value, exact): what the words allow, in the base unit where there is one.

    A round number stands for everything that is rounded to it, and one in millions also for
    what is cut to it: a count of 3,674,952 is written "3.6 million" as often as "3.7 million".
    "Over" and "nearly" stand for what is near: nobody writes "over 30" of 400.
    """
    value, base = row["value"], row.get("value_base")
    scale = base / value if base is not None and value else 1.0
    comparator = row["comparator"]
    if value is None:
        low, high = row["value_low"], row["value_high"]
        low = 0.0 if low is None else low * scale
        high = float("inf") if high is None else high * scale
        return low, high, None, False
    value *= scale
    near = abs(value) * _NEAR
    if comparator in ("ge", "gt"):
        return value, value + near, value, False
    if comparator in ("le", "lt"):
        return value - near, value, value, False
    step = rounding_step(value)
    rounding = abs(value) * _ROUNDING
    slack = min(step * 0.499, rounding)
    if comparator == "approx" or row["unit_kind"] == "duration":
        # Four weeks are a month to whoever counts in months.
        return value - near, value + near, value, False
    up = min(step * 0.999, rounding) if abs(value) >= 1_000_000 else slack
    return value - slack, value + up, value, True


def rounding_step(value: float) -> float:
    """Return the place of the last digit that is not nought; 0 for numbers too small to be round.

    >>> rounding_step(3_600_000), rounding_step(45), rounding_step(1650)
    (100000.0, 0.0, 10.0)
    """
    if abs(value) < 1000 or value != int(value):
        return 0.0
    digits = str(int(abs(value)))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))
