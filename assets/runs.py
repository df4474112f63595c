"""Runs as Dagster's instance records them: who holds a warehouse, and who died holding it."""

import os
from pathlib import Path

import dagster as dg

from assets.home import keeps_runs

_WAREHOUSE = "newsledger/warehouse"
_LOCK = "newsledger/lock"
_HELD, _RELEASED = "held", "released"

_UNFINISHED = [
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


def holding_tags(warehouse: Path) -> dict[str, str]:
    """Return the tags of a run that holds the warehouse's lock."""
    return {_WAREHOUSE: str(warehouse), _LOCK: _HELD}


def mark_holding(instance: dg.DagsterInstance, run_id: str, warehouse: Path) -> None:
    """Write down that the run holds the warehouse's lock."""
    instance.add_run_tags(run_id, holding_tags(warehouse))


def mark_released(instance: dg.DagsterInstance, run_id: str) -> None:
    """Write down that the run no longer holds the lock. Call this while it still does."""
    if instance.has_run(run_id):
        instance.add_run_tags(run_id, {_LOCK: _RELEASED})


def bury_dead_runs(instance: dg.DagsterInstance, warehouse: Path) -> list[str]:
    """Report failed every run that died with the warehouse's lock, and return their ids.

    Call this with the lock in hand and before marking it as held: whoever is still marked as
    holding it was killed, and Dagster would show that run as started for ever.
    """
    dead = instance.get_runs(dg.RunsFilter(statuses=_UNFINISHED, tags=holding_tags(warehouse)))
    for run in dead:
        instance.report_run_failed(run, "The run's process ended without a word.")
    return [run.run_id for run in dead]


def open_instance(home: Path) -> dg.DagsterInstance:
    """Return the instance that records runs: the one at DAGSTER_HOME, else the project's own.

    Where there is neither, runs are recorded in memory and forgotten: the warehouse keeps its
    own record of them.
    """
    if not keeps_runs(home):
        return dg.DagsterInstance.ephemeral()
    if os.environ.get("DAGSTER_HOME"):
        return dg.DagsterInstance.get()
    return dg.DagsterInstance.from_config(str(home))
