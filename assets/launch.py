"""A build: what the command line runs, and what it came to."""

import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from assets.home import keeps_runs
from pipeline.run.outcome import StepReport
from pipeline.run.staging import crew_ahead
from pipeline.run.steps import STEPS, run_step
from pipeline.run.workspace import Progress, current_database, open_workspace
from pipeline.settings import Settings


@dataclass(slots=True, frozen=True)
class Build:
    """What a build did, and where its warehouse is."""

    run_id: str
    reports: list[StepReport]
    is_idle: bool
    database: Path
    seconds: float

    @property
    def rows(self) -> dict[str, int]:
        """Rows written, by table; none for an idle build."""
        return {one.table: one.rows for report in self.reports for one in report.tables}

    @property
    def refused(self) -> int:
        """Rows that a contract refused."""
        return sum(one.refused for report in self.reports for one in report.tables)

    @property
    def counts(self) -> dict[str, int]:
        """What the steps counted besides rows."""
        return {name: count for one in self.reports for name, count in one.counts.items()}


def build(settings: Settings, *, home: Path, progress: Progress | None = None) -> Build:
    """Run the job and return what it did. `home` is Dagster's folder, if there is one.

    Raises:
        WarehouseBusy: another run holds the lock.
        CheckFailed: a check stopped the publish; the last good warehouse stands.
        DiskFull: there is too little room to begin.
    """
    began = time.monotonic()
    run_id = str(uuid.uuid4())
    with (
        open_workspace(settings, run_id=run_id, progress=progress) as workspace,
        crew_ahead(workspace),
    ):
        if workspace.is_idle and not keeps_runs(home):
            # There is nothing to run, and nobody who would record that it ran.
            run_step(STEPS[0], workspace)
        else:
            # Dagster takes a second to import: workers load meanwhile.
            from assets.job import run_job  # noqa: PLC0415

            run_job(workspace, home)
        database = current_database(workspace.root)
        if database is None:
            raise RuntimeError(f"run {run_id} ended well and yet published nothing")
        return Build(
            run_id=run_id,
            reports=list(workspace.reports),
            is_idle=workspace.is_idle,
            database=database,
            seconds=time.monotonic() - began,
        )
