"""Text from sources is shown, never obeyed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.display import csv_cell, safe, shorten


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("Kyiv – Київ « 40 % » 東京 👩‍🚀", "Kyiv – Київ « 40 % » 東京 👩‍🚀"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("left\u202eright\u2066", "left\\u202eright\\u2066"),
        ("one\u2028two\x85", "one\\u2028two\\x85"),
        ("\ufefftag\U000e0041", "\\ufefftag\\U000e0041"),
        ("half \ud800", "half \\ud800"),
    ],
)
def test_what_is_not_seen_is_written_out(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_line_feeds_stay_where_asked() -> None:
    assert safe("a\nb\x1b", lines=True) == "a\nb\\x1b"


@given(st.text())
def test_shown_text_has_no_control_character_and_can_be_printed(text: str) -> None:
    shown = safe(text)
    assert not any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in shown)
    shown.encode()


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_shortened_text_is_no_longer_than_asked(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1", "－1"])
def test_a_text_cell_is_no_formula(cell: str) -> None:
    assert csv_cell(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("value", "cell"), [(-5, "-5"), (-0.5, "-0.5"), (None, ""), (True, "True"), ("a=b", "a=b")]
)
def test_values_that_are_no_text_stay_as_they_are(value: object, cell: str) -> None:
    assert csv_cell(value) == cell


@given(st.text())
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    assert not csv_cell(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
