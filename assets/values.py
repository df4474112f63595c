"""Values as a reader writes them: numbers with separators, durations in the unit they fill."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from assets.display import safe

_DURATIONS: Final = (
    ("year", 31_557_600),
    ("month", 2_629_800),
    ("week", 604_800),
    ("day", 86_400),
    ("hour", 3_600),
    ("minute", 60),
)
"""Seconds in each, as the units of figures have them."""


def plain(value: object) -> str:
    """Return a number with separators of thousands, anything else as it is.

    >>> plain(40000.0), plain(2.5), plain("troops")
    ('40,000', '2.5', 'troops')
    """
    return f"{value:,.15g}" if isinstance(value, float) else str(value)


def quantity(value: float, unit_code: str | None) -> str:
    """Return a value with its unit; a duration in the longest unit that it fills.

    >>> quantity(31_557_600.0, "s"), quantity(1_209_600.0, "s"), quantity(40.0, "USD")
    ('1 year', '2 weeks', '40 USD')
    """
    if unit_code == "s":
        for name, seconds in _DURATIONS:
            if value and value % seconds == 0:
                count = value / seconds
                return f"{plain(count)} {name}{'' if count == 1 else 's'}"
    return plain(value) + (f" {safe(unit_code)}" if unit_code else "")


def claim_values(claim: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the value and the day that a claim fixes, each as one or as a range, where it has them.

    `claim` is a row of dim_claim.
    """
    values = [
        quantity(one, claim["unit_code"])
        for one in (claim["value_low"], claim["value_high"])
        if one is not None
    ]
    days = [str(one) for one in (claim["date_start"], claim["date_end"]) if one is not None]
    for name, ends in (("value", values), ("date", days)):
        if ends:
            yield name, " to ".join(dict.fromkeys(ends))
