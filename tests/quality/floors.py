"""Floors of measured quality: files that an update refuses to lower."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def read_floors(place: Path) -> dict[str, float]:
    """Return the floor of each measure."""
    floors: dict[str, float] = json.loads(place.read_text(encoding="utf-8"))
    return floors


def raised(floors: Mapping[str, float], reached: Mapping[str, float]) -> dict[str, float]:
    """Return the new floors.

    Raises:
        SystemExit: a floor would fall.
    """
    lower = {name: reached.get(name) for name in floors if reached.get(name, 0) < floors[name]}
    if lower:
        raise SystemExit(f"refused: these are below their floors: {lower}")
    return dict(reached)


def report(place: Path, reached: Mapping[str, float], failures: Sequence[str]) -> None:
    """Print what is reached; with --raise on the command line, make that the floors."""
    print(*failures, json.dumps(reached, indent=1), sep="\n")
    if "--raise" in sys.argv:
        floors = read_floors(place) if place.exists() else {}
        place.write_text(json.dumps(raised(floors, reached), indent=2) + "\n", encoding="utf-8")
