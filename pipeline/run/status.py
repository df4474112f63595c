"""Status: what the warehouse holds, what raw/ holds beyond it, how the last runs went."""

import json
from dataclasses import dataclass
from typing import Any

from pipeline.read.inventory import scan
from pipeline.run.reading import NothingPublished, open_current, rows_of
from pipeline.run.workspace import current_generation
from pipeline.settings import Settings
from schemas.ddl import identifier
from schemas.registry import TABLES


@dataclass(slots=True, frozen=True)
class Status:
    """The state of a warehouse and of the folder it is read from."""

    generation: str | None
    rows: dict[str, int]
    """Rows by table of the current warehouse."""
    new: list[str]
    changed: list[str]
    removed: list[str]
    """Paths under raw/ that differ from what the warehouse was built from."""
    runs: list[dict[str, Any]]
    """The last runs, newest first, as recorded."""
    rejects: list[dict[str, Any]]
    """reason_code, table_name, reject_count: the commonest first."""


def status(settings: Settings, *, last_runs: int = 5) -> Status:
    """Return how things stand; an unpublished warehouse is an empty one."""
    rows: dict[str, int] = {}
    rejects: list[dict[str, Any]] = []
    held: dict[str, str] = {}
    try:
        with open_current(settings) as connection:
            for name in TABLES:
                counted = connection.execute(f"SELECT count(*) FROM {identifier(name)}").fetchone()  # noqa: S608
                rows[name] = int(counted[0]) if counted else 0
            rejects = rows_of(
                connection,
                "SELECT reason_code, table_name, count(*) AS reject_count FROM meta_reject "
                "GROUP BY ALL ORDER BY reject_count DESC, reason_code, table_name",
            )
            held = dict(connection.execute("SELECT source_path, sha256 FROM dim_source").fetchall())
    except NothingPublished:
        pass
    present = {entry.path: entry.sha256 for entry in scan(settings.raw).entries}
    current = current_generation(settings.warehouse)
    records = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in (settings.warehouse / "runs").glob("*.json")
    ]
    records.sort(key=lambda record: (record["started_at"], record["run_id"]), reverse=True)
    return Status(
        generation=None if current is None else current.name,
        rows=rows,
        new=sorted(present.keys() - held.keys()),
        changed=sorted(
            path for path in present.keys() & held.keys() if present[path] != held[path]
        ),
        removed=sorted(held.keys() - present.keys()),
        runs=records[:last_runs],
        rejects=rejects,
    )
