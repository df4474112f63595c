"""What a user decides about entities in raw/entities.yaml.

aliases:                       # other names of an entity
  Boris Johnson: [BoJo, Mr Brexit]
merges:                        # entities that are one; the first name is kept
  - [Halden Institute, Halden Institute for Security]
splits:                        # names that stay apart, whatever the rules say
  - [Alexei Petrov, Aleksei Petrov]
types:                         # person, organization, place, facility, group, event, other
  Halden Institute: organization
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from schemas.entities import EntityType


@dataclass(slots=True, frozen=True)
class Overrides:
    """The user's decisions, name by name."""

    aliases: dict[str, str] = field(default_factory=dict)
    """{other name: name to use}."""
    merges: tuple[tuple[str, ...], ...] = ()
    splits: tuple[tuple[str, ...], ...] = ()
    types: dict[str, str] = field(default_factory=dict)


def load_overrides(path: Path) -> tuple[Overrides, list[str]]:
    """Return the user's decisions and a message for each thing in the file that says nothing.

    A missing file decides nothing. What is understood is applied, whatever stands beside it.
    """
    if path.is_symlink():
        return Overrides(), [f"{path.name}: a link is not followed; put a copy in its place"]
    if not path.is_file():
        return Overrides(), []
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, OSError, RecursionError, ValueError) as error:
        reason = " ".join(str(error).split())
        return Overrides(), [f"{path.name}: cannot be read and is left aside ({reason})"]
    if content is None:
        return Overrides(), []
    if not isinstance(content, dict):
        return Overrides(), [f"{path.name}: must hold aliases, merges, splits or types"]
    messages = [
        f"{path.name}: unknown key {section!r}; known are aliases, merges, splits, types"
        for section in content
        if section not in ("aliases", "merges", "splits", "types")
    ]
    return (
        Overrides(
            aliases=_aliases(content.get("aliases"), path.name, messages),
            merges=tuple(_groups(content.get("merges"), f"{path.name}: merges", messages)),
            splits=tuple(_groups(content.get("splits"), f"{path.name}: splits", messages)),
            types=_types(content.get("types"), path.name, messages),
        ),
        messages,
    )


def _aliases(section: Any, file: str, messages: list[str]) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for name, others in _items(section, f"{file}: aliases", messages):
        for other in others if isinstance(others, list) else [others]:
            if not isinstance(other, str):
                messages.append(f"{file}: aliases of {name!r}: {other!r} is not a name")
            elif aliases.setdefault(other, name) != name:
                messages.append(
                    f"{file}: aliases: {other!r} stands for {aliases[other]!r} already, "
                    f"not for {name!r}"
                )
    return aliases


def _types(section: Any, file: str, messages: list[str]) -> dict[str, str]:
    types: dict[str, str] = {}
    for name, entity_type in _items(section, f"{file}: types", messages):
        if entity_type in set(EntityType):
            types[name] = entity_type
        else:
            known = ", ".join(EntityType)
            messages.append(f"{file}: types: {name!r} cannot be {entity_type!r}; known: {known}")
    return types


def _items(section: Any, where: str, messages: list[str]) -> Iterator[tuple[str, Any]]:
    if section is None:
        return
    if not isinstance(section, dict):
        messages.append(f"{where}: must be names, each with its value")
        return
    for name, value in section.items():
        if isinstance(name, str):
            yield name, value
        else:
            messages.append(f"{where}: {name!r} is not a name; put it in quotation marks")


def _groups(section: Any, where: str, messages: list[str]) -> Iterator[tuple[str, ...]]:
    if section is None:
        return
    if not isinstance(section, list):
        messages.append(f"{where}: must be a list of lists of names")
        return
    for group in section:
        names = group if isinstance(group, list) else [group]
        if len(names) < 2 or not all(isinstance(name, str) for name in names):
            messages.append(f"{where}: {group!r} is not a list of two or more names")
        else:
            yield tuple(names)
