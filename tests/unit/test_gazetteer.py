"""The gazetteer holds what GeoNames says, and no more."""

import json

from pipeline.extract.entities.gazetteer import NAMES, is_place, places, towns
from pipeline.extract.entities.geonames import names


def test_the_kept_names_are_those_that_geonames_gives() -> None:
    """If this fails after an update: python -m pipeline.extract.entities.geonames."""
    assert json.loads(NAMES.read_text(encoding="utf-8")) == names()


def test_places_are_known_with_and_without_accents_and_in_capitals() -> None:
    assert is_place("São Paulo")
    assert is_place("Sao Paulo")
    assert is_place("GOTHENBURG")
    assert not is_place("Ostrow")
    assert "Cambridge" not in towns(), "named after it are persons, and towns in English"
    assert places()["Norway"] == "NO"
    assert places()["Oslo"] is None, "a place, and no country"
