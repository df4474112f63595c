"""Generations: numbered folders, the newest few kept, none taken from under a reader."""

import fcntl
import re
import shutil
from pathlib import Path

_NUMBER = re.compile(r"[0-9]+")


def generations(root: Path) -> list[Path]:
    """Return the published generations below the warehouse's folder, oldest first."""
    folders = [
        path
        for path in (root / "generations").glob("*")
        if path.is_dir() and _NUMBER.fullmatch(path.name)
    ]
    return sorted(folders, key=lambda path: int(path.name))


def next_generation(root: Path) -> Path:
    """Return the folder the next generation will have."""
    published = generations(root)
    number = int(published[-1].name) + 1 if published else 1
    return root / "generations" / str(number)


def prune(root: Path, *, keep: int, current: Path | None) -> list[Path]:
    """Remove old generations beyond the newest `keep` and return what was removed.

    The current one, and one whose database a reader holds open, stay.
    """
    removed = []
    for folder in generations(root)[:-keep]:
        if folder == current or is_held(folder / "newsledger.duckdb"):
            continue
        shutil.rmtree(folder)
        removed.append(folder)
    return removed


def is_held(database: Path) -> bool:
    """Return whether another process has the DuckDB file open: readers hold a shared lock."""
    if not database.exists():
        return False
    with database.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
