"""Floors of measured quality only rise."""

import pytest
from floors import raised


def test_floors_are_never_lowered() -> None:
    assert raised({"value": 90.0}, {"value": 91.0}) == {"value": 91.0}
    with pytest.raises(SystemExit, match="value"):
        raised({"value": 90.0}, {"value": 89.9})
    with pytest.raises(SystemExit, match="value"):
        raised({"value": 90.0}, {"other": 95.0})
