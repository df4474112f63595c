"""What is known of names beforehand: countries, regions, institutions, a few people."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from schemas.entities import EntityType

_TABLE = Path(__file__).with_name("actors.yaml")
_SHORT_FORMS = Path(__file__).with_name("short_forms.yaml")
_TYPES = {
    "countries": EntityType.PLACE,
    "places": EntityType.PLACE,
    "organizations": EntityType.ORGANIZATION,
    "persons": EntityType.PERSON,
}


@dataclass(slots=True, frozen=True)
class Actor:
    """What the table says of one name."""

    name: str
    entity_type: str
    country_code: str | None = None


@cache
def actors() -> dict[str, Actor]:
    """Return {name or alias: actor}, spelled as written."""
    table: dict[str, Actor] = {}
    sections = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    for section, entries in sections.items():
        for name, entry in entries.items():
            actor = Actor(name, _TYPES[section], entry.get("code"))
            for alias in (name, *entry.get("aliases", ())):
                table[alias] = table[alias.replace("'", "’")] = actor
    return table


@cache
def short_forms() -> dict[str, tuple[str, ...]]:
    """Return {short form: actors it stands for where the document names one of them}."""
    sections = yaml.safe_load(_SHORT_FORMS.read_text(encoding="utf-8"))
    return {short: tuple(names) for short, names in sections.items()}


@cache
def known_beginnings() -> frozenset[str]:
    """Return the beginnings of known names that go on after a small word: Bosnia and ..."""
    beginnings: set[str] = set()
    for name in actors():
        words = name.split()
        if any(word.islower() for word in words):
            beginnings.update(
                " ".join(words[: end + 1])
                for end in range(1, len(words))
                if words[end - 1].islower() and not words[end].islower()
            )
    return frozenset(beginnings)


def longest_beginning_with(word: str) -> int:
    """Return how many words the longest known name has that begins with this one."""
    return _longest().get(word, 0)


@cache
def _longest() -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in actors():
        words = name.split()
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest
