"""The Dagster job, run in this process over a workspace that is opened first."""

import time
import uuid
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from assets.automation import build_job, look_job
from assets.definitions import defs
from assets.resources import WORKSPACE, HeldWorkspace
from assets.runs import bury_dead_runs, holding_tags, mark_released, open_instance
from pipeline.run.outcome import StepReport
from pipeline.run.workspace import Progress, current_database, open_workspace
from pipeline.settings import Settings

# Failures are raised and told once, by whoever called; Dagster's own log would tell them again.
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


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
        open_instance(home) as instance,
        open_workspace(settings, run_id=run_id, progress=progress) as workspace,
    ):
        bury_dead_runs(instance, workspace.root)
        held = HeldWorkspace(workspace)
        # With nothing new, every step but the first would only say so, at a price.
        job = look_job if workspace.is_idle else build_job
        try:
            defs.resolve_job_def(job.name).execute_in_process(
                run_config=_QUIET,
                instance=instance,
                run_id=run_id,
                # Marked from birth: a run killed at any moment is known for what it is.
                tags=holding_tags(workspace.root),
                resources={WORKSPACE: held},
            )
        except BaseException as error:
            raise _cause(error, held) from error
        finally:
            mark_released(instance, run_id)
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


def _cause(error: BaseException, held: HeldWorkspace) -> BaseException:
    """Return what really ended the run, out of what Dagster wrapped around it."""
    if _is_interrupt(error) or _is_interrupt(error.__cause__):
        return KeyboardInterrupt()
    return next(iter(held.failures.values()), error)


def _is_interrupt(error: BaseException | None) -> bool:
    # DuckDB takes Ctrl-C for itself while a query runs.
    return isinstance(error, KeyboardInterrupt | dg.DagsterExecutionInterruptedError) or (
        isinstance(error, RuntimeError) and str(error) == "Query interrupted"
    )
