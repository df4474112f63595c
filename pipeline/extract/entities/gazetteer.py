"""Places that the world knows: countries, capitals, cities and towns, from GeoNames."""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.extract.entities.actors import actors

NAMES = Path(__file__).with_name("geonames.json")
SHORTEST = 4
"""Below this length a city's name is too often a word, a surname or a syllable."""


@cache
def places() -> dict[str, str | None]:
    """Return {name: ISO code if it is a country, else None} for what is widely known."""
    table: dict[str, str | None] = {
        spelled: None for name in _names()["places"] for spelled in (name, _plain(name))
    }
    table.update(_names()["countries"])
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
    return frozenset(spelled for name in _names()["towns"] for spelled in (name, _plain(name)))


def is_place(word: str) -> bool:
    """Return whether the word is a widely known place, in capitals throughout or not."""
    table = places()
    return word in table or (len(word) >= SHORTEST and word.isupper() and word.title() in table)


@cache
def _names() -> dict[str, Any]:
    """Return what geonames.py has taken out of GeoNames."""
    names: dict[str, Any] = json.loads(NAMES.read_text(encoding="utf-8"))
    return names


def _plain(name: str) -> str:
    """Return the name without accents, as news agencies write it."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).replace("ł", "l")
