"""Values as a reader writes them."""

import datetime as dt

import pytest

from assets.values import claim_values, quantity

NOTHING = dict.fromkeys(("value_low", "value_high", "unit_code", "date_start", "date_end"))


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (40_000.0, None, "40,000"),
        (2.5, "EUR", "2.5 EUR"),
        (31_557_600.0, "s", "1 year"),
        (63_115_200.0, "s", "2 years"),
        (1_209_600.0, "s", "2 weeks"),
        (86_400.0, "s", "1 day"),
        (5_400.0, "s", "90 minutes"),
        (45.0, "s", "45 s"),
        (0.0, "s", "0 s"),
        (1.0, "x\x1b[31m", "1 x\\x1b[31m"),
    ],
)
def test_a_quantity_is_told_in_the_unit_that_it_fills(value, unit, shown):
    assert quantity(value, unit) == shown


def test_a_claim_fixes_a_value_or_a_range_and_a_day_or_several():
    assert list(claim_values(NOTHING)) == []
    one = {"value_low": 7.0, "value_high": 7.0, "unit_code": "t"}
    assert list(claim_values(NOTHING | one)) == [("value", "7 t")]
    days = {"date_start": dt.date(2023, 10, 1), "date_end": dt.date(2023, 10, 31)}
    assert list(claim_values(NOTHING | one | {"value_high": None} | days)) == [
        ("value", "7 t"),
        ("date", "2023-10-01 to 2023-10-31"),
    ]
    assert list(claim_values(NOTHING | {"value_low": 1e3, "value_high": 2e3})) == [
        ("value", "1,000 to 2,000")
    ]
