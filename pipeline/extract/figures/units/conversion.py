"""Conversion: a value in the base units of its dimension."""

from functools import cache
from typing import Any

from pipeline.extract.figures.units.units import Unit


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
