"""Rates: what a quantity is taken per: "a barrel", "/day", "per 100,000 people"."""

import re
from typing import Final

from pipeline.extract.figures.units.beside import unit_symbol, unit_words

_RATE_NUMBER = re.compile(
    r"[ \u00a0](?:per|for every|out of every|in every)[ \u00a0]([0-9][0-9,]{0,12})[ \u00a0]"
)
_RATE_HEADS = re.compile(
    r"(?:live births|births|people|residents|inhabitants|persons|population|adults|children|women|"
    r"men|households|citizens|students|workers|patients|vehicles|passengers)\b"
)
_RATE_NOUN = re.compile(
    r"(?:[  ](?:per|an?|each|every)[  ]|-(?:per|an?)-|[  ]?/[  ]?|[  ]an?-|[  ]per-)"
    r"(?=([^\W\d_]+(?:[  ][^\W\d_]+)?))"
)
_TIME_AFTER = re.compile(r" (?:ago|earlier|later|before|after|previously|prior|on)\b")
_RATE_SCALES: Final = frozenset(("hundred", "thousand", "million", "billion"))
_NOT_RATES: Final = frozenset(("se", "cent", "every", "each"))
_RATE_NOUNS: Final = {
    **{
        word: word
        for word in """share head person piece bottle ticket unit game household plate vehicle
            car student seat family child user employee worker litre bag box
            capita""".split()
    },
    "pop": "piece",
    "mmbtu": "mega british thermal unit",
    "kwh": "kilowatt hour",
    "troy": "troy ounce",
}


def rate_after(text: str, end: int, limit: int) -> tuple[str, int] | None:
    """Return what a quantity is taken per, and where that ends: "a barrel", "per sq m", "/day"."""
    match = _RATE_NOUN.match(text, end, min(limit, end + 40))
    if match is None:
        return _rate_of_number(text, end, limit)
    start = match.end()
    two = match.group(1)
    first = re.split(r"[  ]", two)[0]
    if "per" in match.group() and first.lower() in _RATE_SCALES:
        # "a dollar per thousand cubic feet"
        hit = unit_words(text, start + len(first) + 1, limit)
        return None if hit is None else (f"{first.lower()} {hit.unit.name}", hit.end)
    is_article = match.group().strip(" -\u00a0").lower() in ("a", "an", "each", "every")
    hit = unit_words(text, start, limit) or (
        None if is_article else unit_symbol(text, start, limit, glued=True)
    )
    if hit is not None:
        if is_article and hit.unit.kind not in ("duration", "measure"):
            return None
        # "from $6 a year earlier" tells a time, not a rate.
        if is_article and _TIME_AFTER.match(text, hit.end, limit):
            return None
        return hit.unit.name, hit.end
    word = first.lower()
    if word in _RATE_NOUNS:
        return _RATE_NOUNS[word], start + len(first)
    if not is_article and "per" in match.group().lower() and word not in _NOT_RATES:
        return word, start + len(first)
    return None


def _rate_of_number(text: str, end: int, limit: int) -> tuple[str, int] | None:
    """Return the base of "12 deaths per 100,000 people", "6 litres per 100 kilometres"."""
    number = _RATE_NUMBER.match(text, end, limit)
    if number is None:
        return None
    hit = unit_words(text, number.end(), limit)
    if hit is not None:
        return f"{number.group(1)} {hit.unit.name}", hit.end
    head = _RATE_HEADS.match(text, number.end(), limit)
    return None if head is None else (f"{number.group(1)} {head.group()}", head.end())
