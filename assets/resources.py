"""The workspace of one run, as Dagster's steps share it.

All steps of a run work in one process and under one lock: the job's executor is in-process,
and the extraction step parallelises inside itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import dagster as dg
from dagster._utils.interrupts import check_captured_interrupt

from assets.configuration import load_settings
from assets.runs import bury_dead_runs, mark_holding, mark_released
from pipeline.run.outcome import StepReport
from pipeline.run.step import Step
from pipeline.run.steps import run_step
from pipeline.run.workspace import Workspace, open_workspace

WORKSPACE = "workspace"


@dataclass
class HeldWorkspace:
    """An open workspace, and what has failed in it so far.

    Dagster swallows a step's exception; kept here, it still reaches whoever opened the workspace
    and is written into the run's record.
    """

    workspace: Workspace
    failures: dict[str, Exception] = field(default_factory=dict)
    """The last failure of each step or check that has not succeeded since."""

    def run(self, step: Step) -> StepReport:
        """Run one step in the workspace."""
        _look_for_interrupt()
        try:
            report = run_step(step, self.workspace)
        except Exception as error:
            self.failures[step.name] = error
            raise
        except (KeyboardInterrupt, dg.DagsterExecutionInterruptedError):
            self.failures[step.name] = RuntimeError("the run was stopped")
            raise
        self.failures.pop(step.name, None)
        return report

    def raise_failure(self) -> None:
        """Raise the first failure, if there was one."""
        for failure in self.failures.values():
            raise failure


def _look_for_interrupt() -> None:
    """Raise KeyboardInterrupt if Ctrl-C was pressed while Dagster was at work between steps.

    Dagster holds it back there, and in process never looks again.
    """
    if check_captured_interrupt():
        raise KeyboardInterrupt


@dg.resource(description="Settings, folders and lock of one run over one warehouse.")
def workspace_resource(context: dg.InitResourceContext) -> Iterator[HeldWorkspace]:
    """Open the workspace for one run that Dagster started, and close it with the run's outcome."""
    if context.run is None or context.instance is None:
        raise dg.DagsterInvariantViolationError("a workspace belongs to a run")
    run_id, instance = context.run.run_id, context.instance
    held: HeldWorkspace | None = None
    try:
        with open_workspace(load_settings(), run_id=run_id) as workspace:
            bury_dead_runs(instance, workspace.root)
            mark_holding(instance, run_id, workspace.root)
            try:
                held = HeldWorkspace(workspace)
                yield held
                held.raise_failure()
            finally:
                mark_released(instance, run_id)
    except Exception as error:
        # A step's failure was raised for the workspace to record; Dagster knows it already.
        if held is None or error not in held.failures.values():
            raise
