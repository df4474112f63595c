"""The job, run in process over small folders of texts."""

import json
import os
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import dagster as dg
import polars as pl
import pytest

from assets.definitions import defs
from assets.resources import WORKSPACE, HeldWorkspace
from pipeline.run import publish
from pipeline.run.outcome import CheckFailed, StepReport
from pipeline.run.step import Step
from pipeline.run.workspace import current_generation, open_workspace
from pipeline.warehouse.checks import Breach, CheckKind

if TYPE_CHECKING:
    from tests.conftest import House

TEXT = """Harbour reopens

RIVERTON, 3 May 2023 - At least 40 ships left the port of Riverton on Wednesday.

"We have waited for three weeks," said Maria Ellwood, head of the Riverton Port Authority.
"""
STRANGE = "The \x1b[31mmayor\u202e said 12 <b>bridges</b> were closed.\n"


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    """A Dagster instance that forgets."""
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral


@pytest.fixture
def town(house: "House", monkeypatch: pytest.MonkeyPatch) -> "House":
    """A house with two texts, whose settings reach Dagster through the environment."""
    house.put("harbour.txt", TEXT)
    house.put("strange.txt", STRANGE)
    monkeypatch.setenv("NEWSLEDGER_RAW", str(house.raw))
    monkeypatch.setenv("NEWSLEDGER_WAREHOUSE", str(house.root))
    monkeypatch.setenv("NEWSLEDGER_WORKERS", "1")
    monkeypatch.setenv("NEWSLEDGER_FREE_DISK_BYTES", "0")
    return house


def run_job(instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    return defs.resolve_job_def("build").execute_in_process(instance=instance, raise_on_error=False)


def records(house: "House") -> list[dict[str, Any]]:
    """Return the runs as the warehouse recorded them, in order."""
    found = [json.loads(path.read_text()) for path in (house.root / "runs").glob("*.json")]
    return sorted(found, key=lambda record: str(record["started_at"]))


def test_two_files_become_a_warehouse(town: "House", instance: dg.DagsterInstance) -> None:
    result = run_job(instance)
    assert result.success
    for name in ("dim_document", "fct_figure", "fct_quote", "meta_reject"):
        ((published,),) = town.query(f"SELECT count(*) FROM {name}")
        event = instance.get_latest_materialization_event(dg.AssetKey(name))
        assert event is not None
        assert event.asset_materialization is not None
        shown = event.asset_materialization.metadata["dagster/row_count"].value
        assert shown == published
    assert all(check.passed for check in result.get_asset_check_evaluations())
    assert [record["status"] for record in records(town)] == ["succeeded"]
    assert records(town)[0]["run_id"] == result.run_id


def test_samples_in_the_ui_are_plain_text(town: "House", instance: dg.DagsterInstance) -> None:
    assert "\x1b" in (town.raw / "strange.txt").read_text()
    run_job(instance)
    event = instance.get_latest_materialization_event(dg.AssetKey("dim_document"))
    assert event is not None
    assert event.asset_materialization is not None
    sample = event.asset_materialization.metadata["sample"]
    assert isinstance(sample, dg.TableMetadataValue)
    texts = [str(record.data["text"]) for record in sample.records]
    assert any("\\x1b[31mmayor\\u202e" in text for text in texts)
    assert not any("\x1b" in text or "\u202e" in text for text in texts)


def test_a_second_run_publishes_nothing_new(town: "House", instance: dg.DagsterInstance) -> None:
    run_job(instance)
    first = current_generation(town.root)
    versions = {name: version_of(instance, name) for name in ("fct_figure", "warehouse")}
    assert run_job(instance).success
    assert current_generation(town.root) == first
    assert versions == {name: version_of(instance, name) for name in versions}
    assert [record["status"] for record in records(town)] == ["succeeded", "idle"]


def version_of(instance: dg.DagsterInstance, name: str) -> str:
    event = instance.get_latest_materialization_event(dg.AssetKey(name))
    assert event is not None
    assert event.asset_materialization is not None
    return str((event.asset_materialization.tags or {})["dagster/data_version"])


class Vandal(HeldWorkspace):
    """A workspace in which the text of every quote is lost after it was written."""

    def run(self, step: Step) -> StepReport:
        """Run the step, then spoil its work."""
        report = super().run(step)
        if step.name == "quotes":
            (part, *_) = (self.workspace.next / "fct_quote").glob("part-*.parquet")
            pl.read_parquet(part).with_columns(surface=pl.lit(None, pl.String)).write_parquet(part)
        return report


def spoiled_run(house: "House", instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    """Run the job with a vandal at work, as the command line runs it."""
    with open_workspace(house.settings, run_id="spoiled") as workspace:
        held = Vandal(workspace)
        result = defs.resolve_job_def("build").execute_in_process(
            instance=instance, resources={WORKSPACE: held}, raise_on_error=False
        )
        with pytest.raises(CheckFailed, match=r"fct_quote\.surface"):
            held.raise_failure()
    return result


def test_a_failing_check_stops_the_publish(town: "House", instance: dg.DagsterInstance) -> None:
    run_job(instance)
    before = current_generation(town.root)
    town.put("later.txt", '"No comment," said Anna Brandt on Friday.\n')
    result = spoiled_run(town, instance)
    assert not result.success
    (failed,) = (one for one in result.get_asset_check_evaluations() if not one.passed)
    assert failed.asset_key.to_user_string() == "fct_quote"
    assert "fct_quote.surface" in str(failed.description)
    assert "publish" not in {event.step_key for event in result.get_step_success_events()}
    assert current_generation(town.root) == before
    assert town.query("SELECT count(*) FROM dim_document") == [(2,)]


def test_a_breach_in_sql_fails_its_own_check(
    town: "House", instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    breach = Breach(CheckKind.KEYS, "dim_source", "unique key", 1, ("a-row",))
    monkeypatch.setattr(publish, "check_generation", lambda _: [breach])
    result = run_job(instance)
    assert not result.success
    evaluations = {
        one.check_name: one
        for one in result.get_asset_check_evaluations()
        if one.asset_key.to_user_string() == "warehouse"
    }
    assert {name for name, one in evaluations.items() if not one.passed} == {"keys"}
    assert "a-row" in str(evaluations["keys"].description)
    assert current_generation(town.root) is None
    assert records(town)[-1]["status"] == "failed"
    assert "dim_source: unique key" in records(town)[-1]["message"]


def test_a_stopped_run_is_no_idle_one(
    town: "House", instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        publish, "check_generation", lambda _: os.kill(os.getpid(), signal.SIGINT) or []
    )
    assert not run_job(instance).success
    assert records(town)[-1]["status"] == "failed"
    assert "stopped" in records(town)[-1]["message"]


def test_a_busy_warehouse_fails_the_run_and_says_so(
    town: "House", instance: dg.DagsterInstance
) -> None:
    with open_workspace(town.settings, run_id="first"):
        result = run_job(instance)
    assert not result.success
    failure = result.get_run_failure_event()
    assert "another run is at work" in json.dumps(
        failure.event_specific_data.error.to_string()  # type: ignore[union-attr]
    )
