"""Runs that end badly: each says why, has a code of its own, and leaves what was published."""

import os
import shutil
import signal
from pathlib import Path

import dagster as dg
import duckdb

from assets.exit_codes import Exit
from pipeline.run import publish
from pipeline.run.workspace import current_database, open_workspace
from pipeline.settings import Settings
from pipeline.warehouse.checks import Breach, CheckKind

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_published_has_its_own_code(shell):
    for words in (["query", "SELECT 1"], ["trace", "0" * 20], ["verify"]):
        asked = shell(*words)
        assert asked.code == Exit.NOTHING_PUBLISHED
        assert "newsledger build" in asked.err
    assert shell("status").code == Exit.DONE


def test_a_warehouse_of_another_version_has_its_own_message(harbour):
    assert harbour("build").code == Exit.DONE
    database = current_database(harbour.warehouse)
    with duckdb.connect(str(database)) as connection:
        connection.execute("DROP TABLE dim_segment CASCADE")
    for words in (["status"], ["trace", "0" * 20], ["report"]):
        asked = harbour(*words)
        assert asked.code == Exit.NOTHING_PUBLISHED
        assert "another version" in asked.err
        assert "Traceback" not in asked.err


def test_a_busy_warehouse_has_its_own_code(shell):
    settings = Settings(raw=shell.raw, warehouse=shell.warehouse)
    with open_workspace(settings, run_id="first"):
        second = shell("build")
    assert second.code == Exit.BUSY
    assert "another run" in second.err


def test_a_warehouse_in_a_folder_named_like_a_pattern_is_refused(shell):
    refused = shell("build", "--warehouse", str(shell.warehouse / "news [2022]"))
    assert refused.code == Exit.USAGE
    assert "may have one of" in refused.err
    assert "Traceback" not in refused.err
    assert not (shell.warehouse / "news [2022]").exists()


def test_too_little_disk_has_its_own_code(harbour):
    refused = harbour("build", NEWSLEDGER_FREE_DISK_BYTES=str(10**18))
    assert refused.code == Exit.DISK_FULL
    assert "make room" in refused.err


def test_a_check_that_fails_has_its_own_code(harbour, monkeypatch):
    """A warehouse in which a key is found twice is not published."""
    breach = Breach(CheckKind.KEYS, "dim_source", "unique key", 1, ("a-row",))
    monkeypatch.setattr(publish, "check_generation", lambda _: [breach])
    stopped = harbour("build")
    assert stopped.code == Exit.CHECK_STOPPED
    assert "dim_source: unique key is broken" in stopped.err
    assert "a-row" in stopped.err
    assert "Traceback" not in stopped.err
    assert not (harbour.warehouse / "current").exists()


def test_a_fault_of_the_program_is_told_in_full(harbour, monkeypatch):
    def fault(_: object):
        raise ZeroDivisionError("a fault \x1b[31m within")

    monkeypatch.setattr(publish, "check_generation", fault)
    failed = harbour("build")
    assert failed.code == Exit.UNEXPECTED
    assert "in fault" in failed.err
    assert "a fault \\x1b[31m within" in failed.err
    assert "\x1b" not in failed.err


def test_an_interrupted_build_publishes_nothing_and_says_so(harbour, monkeypatch):
    monkeypatch.setattr(
        publish, "check_generation", lambda _: os.kill(os.getpid(), signal.SIGINT) or []
    )
    interrupted = harbour("build")
    assert interrupted.code == Exit.INTERRUPTED
    assert interrupted.err == "newsledger: interrupted; what is staged is kept for the next run\n"
    assert not (harbour.warehouse / "current").exists()


KILLED = """
import os, signal, sys
import pipeline.run.publish as publish
publish.check_generation = lambda _: os.kill(os.getpid(), signal.SIGKILL)
sys.argv = ["newsledger", "build"]
from assets.cli import main
main()
"""


def test_a_killed_run_is_reported_failed_by_the_next(harbour):
    home = harbour.here / ".dagster"
    home.mkdir()
    shutil.copy(ROOT / "assets" / "dagster.yaml", home)
    killed = harbour.process("-c", KILLED)
    killed.communicate(timeout=240)
    assert killed.returncode == -signal.SIGKILL
    with dg.DagsterInstance.from_config(str(home)) as instance:
        (run,) = instance.get_runs()
        assert run.status == dg.DagsterRunStatus.STARTED

    built = harbour("build")
    assert built.code == Exit.DONE, built.err
    with dg.DagsterInstance.from_config(str(home)) as instance:
        statuses = {one.run_id: one.status for one in instance.get_runs()}
    assert statuses.pop(run.run_id) == dg.DagsterRunStatus.FAILURE
    assert list(statuses.values()) == [dg.DagsterRunStatus.SUCCESS]
    assert harbour.rows("SELECT status_code FROM meta_run ORDER BY started_at") == [
        ("killed",),
        ("succeeded",),
    ]
