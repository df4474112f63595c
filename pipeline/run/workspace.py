"""The workspace of one run: its folders, its lock, its record, what it refuses.

warehouse/
stage/{read,analysis,extract}/   staged batches, see pipeline.store
next/<table>/part-*.parquet      the generation being built
generations/<n>/                 published ones: newsledger.duckdb, parquet/, generation.json
current -> generations/<n>
runs/<run id>.json               one record a run, failed and idle ones too
"""

import contextlib
import datetime as dt
import fcntl
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, Any, Protocol

import polars as pl

from pipeline.analyse.pool import Crew
from pipeline.code import code_digest, model_version
from pipeline.identity import combined_id, content_id
from pipeline.read.inventory import Inventory, scan
from pipeline.read.readers import ReadSource
from pipeline.run.outcome import Refused, StepReport, UnusablePath, WarehouseBusy
from pipeline.settings import Settings

_POINTER = "current"
_PATTERN_MARKS = frozenset("*?[")


class Progress(Protocol):
    """Whoever shows how far a long stage is."""

    def start(self, stage: str, total: int | None) -> None:
        """A stage begins, with so many units of work, if known."""

    def advance(
        self, stage: str, *, done: int = 1, files: int = 0, paragraphs: int = 0, words: int = 0
    ) -> None:
        """Some work of the stage is done."""

    def finish(self, stage: str) -> None:
        """The stage is over."""


class Silence:
    """A progress that shows nothing."""

    def start(self, stage: str, total: int | None) -> None:
        """Show nothing."""

    def advance(
        self, stage: str, *, done: int = 1, files: int = 0, paragraphs: int = 0, words: int = 0
    ) -> None:
        """Show nothing."""

    def finish(self, stage: str) -> None:
        """Show nothing."""


def current_generation(root: Path) -> Path | None:
    """Return the folder of the published generation, or None before the first publish."""
    pointer = root / _POINTER
    if pointer.is_symlink():
        target = root / pointer.readlink()
    elif pointer.is_file():
        target = root / pointer.read_text(encoding="utf-8").strip()
    else:
        return None
    return target if target.is_dir() else None


def current_database(root: Path) -> Path | None:
    """Return the published DuckDB file, or None before the first publish."""
    generation = current_generation(root)
    return None if generation is None else generation / "newsledger.duckdb"


def flip(root: Path, generation: Path) -> None:
    """Make `generation` the current one, in one rename."""
    target = generation.relative_to(root)
    beside = root / f".{_POINTER}"
    beside.unlink(missing_ok=True)
    try:
        beside.symlink_to(target)
    except OSError:
        # A file system without links: a file that holds the same words.
        beside.write_text(f"{target}\n", encoding="utf-8")
    beside.replace(root / _POINTER)


@dataclass
class Workspace:
    """What the steps of one run share. Opened by `open_workspace`, which holds the lock."""

    settings: Settings
    run_id: str
    started_at: dt.datetime
    progress: Progress
    reports: list[StepReport] = field(default_factory=list)
    """What the steps have reported so far."""
    passing: list[ReadSource] = field(default_factory=list)
    """Sources that could not be read this time for a reason that may pass: never staged."""
    is_incomplete: bool = False
    """Whether something was left out that the next run should try again."""
    crew: Crew[Any, Any] | None = None
    """Workers hired before there was work for them."""
    published: Path | None = None
    """The generation that this run has published, once it has."""

    @property
    def root(self) -> Path:
        """The warehouse's folder."""
        return self.settings.warehouse

    @property
    def next(self) -> Path:
        """The folder of the tables being built."""
        return self.root / "next"

    @property
    def current(self) -> Path | None:
        """The folder of the published generation, or None."""
        return current_generation(self.root)

    @cached_property
    def inventory(self) -> Inventory:
        """What lies in raw/, taken once a run."""
        return scan(self.settings.raw)

    @cached_property
    def fingerprint(self) -> str:
        """Names everything that published facts are a function of."""
        choices = self.settings.model_dump_json(
            include={"model", "max_document_chars", "max_source_bytes", "storage_version"}
        )
        overrides = self.overrides_path
        is_read = overrides.is_file() and not overrides.is_symlink()
        decided = overrides.read_bytes() if is_read else b""
        refused = combined_id(
            content_id(one.source_path, one.reason_code) for one in self.inventory.rejects
        )
        return content_id(
            "generation",
            code_digest(),
            model_version(self.settings.model),
            choices,
            hashlib.sha256(decided).hexdigest(),
            self.inventory.content_key,
            refused,
        )

    @property
    def overrides_path(self) -> Path:
        """The user's own decisions about entities, if there are any."""
        return self.settings.raw / "entities.yaml"

    @cached_property
    def is_idle(self) -> bool:
        """Whether the published generation was built from just this."""
        return self.generation_record().get("fingerprint") == self.fingerprint

    def generation_record(self) -> dict[str, Any]:
        """Return what the published generation says of itself, or nothing before the first."""
        if self.current is None:
            return {}
        record: dict[str, Any] = json.loads(
            (self.current / "generation.json").read_text(encoding="utf-8")
        )
        return record

    def folder(self, table: str) -> Path:
        """Return the folder that holds the table's parts: in next/, else as published."""
        building = self.next / table
        if building.is_dir() or self.current is None:
            return building
        return self.current / "parquet" / table

    def scan(self, table: str) -> pl.LazyFrame:
        """Return the rows of a table that an earlier step, or the last publish, has written."""
        return pl.scan_parquet(self.folder(table) / "part-*.parquet")

    def has(self, table: str) -> bool:
        """Return whether `scan` would find the table."""
        return any(self.folder(table).glob("part-*.parquet"))

    @property
    def record_path(self) -> Path:
        """The file that records this run."""
        return self.root / "runs" / f"{self.run_id}.json"

    def record(self, status: str, message: str = "") -> None:
        """Write down how the run stands: started, succeeded, idle or failed."""
        now = dt.datetime.now(dt.UTC)
        written = {
            "run_id": self.run_id,
            "status": status,
            "message": message,
            "started_at": self.started_at.isoformat(),
            "ended_at": None if status == "started" else now.isoformat(),
            "generation": None if self.published is None else self.published.name,
            "steps": step_records(self.reports),
        }
        _write_whole(self.record_path, json.dumps(written, indent=1) + "\n")


def step_records(reports: list[StepReport]) -> dict[str, dict[str, Any]]:
    """Return what the steps reported, as a run's record holds it."""
    return {
        report.step: {
            "idle": report.is_idle,
            "tables": {one.table: [one.rows, one.refused] for one in report.tables},
            "counts": report.counts,
        }
        for report in reports
    }


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


@contextlib.contextmanager
def open_workspace(
    settings: Settings, *, run_id: str, progress: Progress | None = None
) -> Iterator[Workspace]:
    """Hold the warehouse's lock for one run, and write down how the run ends.

    A run that was killed before it could say so is recorded as killed.

    Raises:
        WarehouseBusy: another run holds the lock.
        UnusablePath: the warehouse's folder has a name that is a pattern to Polars and DuckDB.
    """
    settings = settings.model_copy(
        update={"raw": settings.raw.resolve(), "warehouse": settings.warehouse.resolve()}
    )
    if not _PATTERN_MARKS.isdisjoint(str(settings.warehouse)):
        raise UnusablePath(
            f"{settings.warehouse}: no folder on the way to a warehouse may have one of "
            f"{' '.join(sorted(_PATTERN_MARKS))} in its name; name another with --warehouse"
        )
    settings.warehouse.mkdir(parents=True, exist_ok=True)
    with (settings.warehouse / ".lock").open("a+", encoding="utf-8") as lock:
        _take(lock, settings.warehouse)
        _clear_killed(settings.warehouse)
        workspace = Workspace(
            settings=settings,
            run_id=run_id,
            started_at=dt.datetime.now(dt.UTC),
            progress=progress or Silence(),
        )
        workspace.record("started")
        try:
            yield workspace
        except Refused:
            workspace.record_path.unlink()
            raise
        except BaseException as error:
            workspace.record("failed", f"{type(error).__name__}: {error}")
            raise
        workspace.record("idle" if workspace.published is None else "succeeded")


def _take(lock: IO[str], root: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise WarehouseBusy(
            f"another run is at work on {root}: wait for it to end, or stop it"
        ) from None


def _clear_killed(root: Path) -> None:
    """Say of runs that never ended that they were killed: the lock is ours, so they are gone."""
    for path in sorted((root / "runs").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["status"] == "started":
            record["status"] = "killed"
            record["message"] = "the process ended without a word"
            _write_whole(path, json.dumps(record, indent=1) + "\n")
