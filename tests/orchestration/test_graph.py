"""The asset graph: what Dagster shows, held to a snapshot and to the contracts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest
from syrupy.assertion import SnapshotAssertion

from assets.definitions import defs
from pipeline.run.steps import STEPS
from schemas.contract import references_of
from schemas.registry import TABLES

ROOT = Path(__file__).resolve().parents[2]
GRAPH = defs.resolve_asset_graph()
STEP_OF = {table: step for step in STEPS for table in step.tables}


def name_of(key: dg.AssetKey) -> str:
    return key.to_user_string()


def upstream(name: str) -> set[str]:
    """Return every asset that the named one is made from, at any distance."""
    return {
        name_of(key)
        for key in dg.AssetSelection.assets(name).upstream(include_self=False).resolve(GRAPH)
    }


def test_the_graph_is_as_it_was_agreed(snapshot: SnapshotAssertion) -> None:
    lines = []
    for key in GRAPH.toposorted_asset_keys:
        node = GRAPH.get(key)
        checks = sorted(check.name for check in node.check_keys)
        lines.append(
            f"{node.group_name} | {name_of(key)} <- "
            f"{', '.join(sorted(map(name_of, node.parent_keys))) or '-'}"
            f" | {'+'.join(sorted(node.kinds))}"
            f" | checks: {', '.join(checks) or '-'}"
            f"{' | kept fresh' if node.freshness_policy else ''}"
        )
    repository = defs.get_repository_def()
    lines += [
        f"job {job.name}" for job in repository.get_all_jobs() if not job.name.startswith("__")
    ]
    lines += [f"schedule {one.name} {one.cron_schedule}" for one in repository.schedule_defs]
    lines += [f"sensor {one.name} -> {one.job_name}" for one in repository.sensor_defs]
    assert "\n".join(lines) == snapshot


def test_every_table_is_one_asset_and_every_asset_is_described() -> None:
    assets = {name_of(key) for key in GRAPH.get_all_asset_keys()}
    assert set(TABLES) <= assets
    for key in GRAPH.get_all_asset_keys():
        node = GRAPH.get(key)
        assert node.description, key
        assert node.owners, key
        assert node.kinds, key


@pytest.mark.parametrize("name", TABLES)
def test_an_asset_shows_its_contract(name: str) -> None:
    node = GRAPH.get(dg.AssetKey(name))
    assert node.description == TABLES[name].description
    shown = node.metadata["dagster/column_schema"]
    assert isinstance(shown, dg.TableSchema)
    assert [column.name for column in shown.columns] == list(TABLES[name].columns)
    assert all(column.description for column in shown.columns)
    assert [key.name for key in node.check_keys] == ["contract"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_lies_downstream_of_what_it_refers_to(name: str) -> None:
    """Unless what it refers to is written by the same step or by a later one."""
    order = [step.name for step in STEPS]
    above = upstream(name)
    for target in references_of(TABLES[name]).values():
        if order.index(STEP_OF[target].name) < order.index(STEP_OF[name].name):
            assert target in above


def test_edges_run_only_where_steps_say_they_read() -> None:
    needs: dict[str, set[str]] = {}
    for step in STEPS:
        needs[step.name] = {step.name, *step.needs}.union(*(needs[one] for one in step.needs))
    for name, step in STEP_OF.items():
        parents = {name_of(key) for key in GRAPH.get(dg.AssetKey(name)).parent_keys}
        for parent in parents - {"inventory"}:
            assert STEP_OF[parent].name in needs[step.name], f"{name} reads {parent}"


def test_a_step_waits_for_every_step_it_needs() -> None:
    for step in STEPS:
        above = set[str]().union(*(upstream(table) for table in step.tables or ["warehouse"]))
        for needed in step.needs:
            assert above & set(next(one for one in STEPS if one.name == needed).tables or [needed])


def test_groups_follow_the_data() -> None:
    for key in GRAPH.get_all_asset_keys():
        for parent in GRAPH.get(key).parent_keys:
            assert str(GRAPH.get(parent).group_name) <= str(GRAPH.get(key).group_name)


def test_the_job_runs_in_one_process_and_retries_the_extraction() -> None:
    job = defs.resolve_job_def("build")
    assert job.executor_def is dg.in_process_executor
    retrying = {node.name for node in job.nodes if node.definition.retry_policy}
    assert retrying == {"extraction"}


def test_dg_finds_the_definitions_and_has_nothing_to_warn_of(tmp_path: Path) -> None:
    shutil.copy(ROOT / "assets" / "dagster.yaml", tmp_path / "dagster.yaml")
    checked = subprocess.run(
        [Path(sys.executable).with_name("dg"), "check", "defs"],
        cwd=ROOT,
        env={**os.environ, "DAGSTER_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = checked.stdout + checked.stderr
    assert checked.returncode == 0, said
    assert "warning" not in said.lower()
