"""The Dagster job, run in this process over a workspace that is open."""

from pathlib import Path

import dagster as dg

from assets.automation import build_job, look_job
from assets.definitions import defs
from assets.resources import WORKSPACE, HeldWorkspace
from assets.runs import bury_dead_runs, holding_tags, mark_released, open_instance
from pipeline.run.workspace import Workspace

# Failures are raised and told once, by whoever called; Dagster's own log would tell them again.
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def run_job(workspace: Workspace, home: Path) -> None:
    """Run the job, and have Dagster record it where it keeps runs.

    Raises:
        BaseException: whatever ended the run, and not what Dagster wrapped around it.
    """
    with open_instance(home) as instance:
        bury_dead_runs(instance, workspace.root)
        held = HeldWorkspace(workspace)
        # With nothing new, every step but the first would only say so, at a price.
        job = look_job if workspace.is_idle else build_job
        try:
            defs.resolve_job_def(job.name).execute_in_process(
                run_config=_QUIET,
                instance=instance,
                run_id=workspace.run_id,
                # Marked from birth: a run killed at any moment is known for what it is.
                tags=holding_tags(workspace.root),
                resources={WORKSPACE: held},
            )
        except BaseException as error:
            raise _cause(error, held) from error
        finally:
            mark_released(instance, workspace.run_id)


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
