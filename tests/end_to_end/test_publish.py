"""Publishing: readers see the last good warehouse, whole, always."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipeline.run.forget import StillThere, forget
from pipeline.run.outcome import WarehouseBusy
from pipeline.run.reading import NoSuchRow
from pipeline.run.status import status
from pipeline.run.workspace import current_database, open_workspace

_TEXT = "BRUSSELS, March 24, 2022 - Some {} people had left, said Petra Lindqvist.\n"

_READER = """
import pathlib, sys, duckdb
pointer, stop = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
seen = []
print("ready", flush=True)
while not stop.exists():
    with duckdb.connect(str(pointer / "newsledger.duckdb"), read_only=True) as connection:
        query = "SELECT count(*), count(DISTINCT document_id) FROM dim_document"
        rows, texts = connection.execute(query).fetchone()
        facts = connection.execute("SELECT count(*) FROM fct_figure").fetchone()[0]
    assert rows == texts == facts, (rows, texts, facts)
    seen.append(rows)
assert seen == sorted(seen), "a reader went back in time"
print(len(seen), len(set(seen)), flush=True)
"""


def test_a_reader_that_never_stops_asking_is_never_blocked(house, tmp_path):
    house.put("0.txt", _TEXT.format(1000))
    house.build()
    stop = tmp_path / "stop"
    reader = subprocess.Popen(
        [sys.executable, "-c", _READER, str(house.root / "current"), str(stop)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert reader.stdout.readline() == "ready\n"
        for number in range(1, 7):
            house.put(f"{number}.txt", _TEXT.format(1000 + number))
            house.build()
    finally:
        stop.touch()
    out, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    asked, states = map(int, out.split())
    assert asked > 10
    assert states > 1


def test_old_generations_go_unless_somebody_holds_them(house):
    house.put("0.txt", _TEXT.format(1000))
    house.build(keep_generations=1)
    first = current_database(house.root)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import duckdb, sys; c = duckdb.connect(sys.argv[1], read_only=True); "
            "print('held', flush=True); sys.stdin.read()",
            str(first),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline() == "held\n"
    for number in (1, 2):
        house.put(f"{number}.txt", _TEXT.format(1000 + number))
        house.build(keep_generations=1)
    assert sorted(path.name for path in (house.root / "generations").iterdir()) == ["1", "3"]
    holder.communicate()
    house.put("3.txt", _TEXT.format(2000))
    house.build(keep_generations=1)
    assert sorted(path.name for path in (house.root / "generations").iterdir()) == ["4"]


def test_two_runs_at_once_are_refused(house):
    house.put("0.txt", _TEXT.format(1000))
    with (
        open_workspace(house.settings, run_id="first"),
        pytest.raises(WarehouseBusy, match="another run"),
        open_workspace(house.settings, run_id="second"),
    ):
        pass


def test_a_killed_run_is_cleared_up_by_the_next(house):
    house.put("0.txt", _TEXT.format(1000))
    house.build()
    before = current_database(house.root).resolve()
    house.put("1.txt", _TEXT.format(2000))
    script = (
        "import sys, time, pathlib\n"
        "import pipeline.run.steps as steps\n"
        "from pipeline.run.workspace import open_workspace\n"
        "from pipeline.settings import Settings\n"
        "settings = Settings(raw=sys.argv[1], warehouse=sys.argv[2], free_disk_bytes=0)\n"
        "with open_workspace(settings, run_id='doomed') as workspace:\n"
        "    for step in steps.STEPS[:4]:\n"
        "        steps.run_step(step, workspace)\n"
        "    print('half', flush=True)\n"
        "    time.sleep(60)\n"
    )
    doomed = subprocess.Popen(
        [sys.executable, "-c", script, str(house.raw), str(house.root)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert doomed.stdout.readline() == "half\n"
    os.kill(doomed.pid, signal.SIGKILL)
    doomed.communicate()
    assert current_database(house.root).resolve() == before
    house.build()
    assert house.query("SELECT status_code FROM meta_run WHERE run_id = 'doomed'") == [("killed",)]
    assert house.query("SELECT count(*) FROM fct_figure") == [(2,)]


def test_a_failed_run_leaves_the_last_good_warehouse(house, monkeypatch):
    house.put("0.txt", _TEXT.format(1000))
    house.build()
    before = current_database(house.root).resolve()
    house.put("1.txt", _TEXT.format(2000))
    monkeypatch.setattr("pipeline.run.publish.flip", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        house.build()
    assert current_database(house.root).resolve() == before
    monkeypatch.undo()
    house.build()
    assert house.query("SELECT count(*) FROM dim_source") == [(2,)]
    assert house.query("SELECT status_code, message FROM meta_run WHERE run_id = 'run-0002'") == [
        ("failed", "ZeroDivisionError: division by zero")
    ]


def test_idle_runs_are_recorded(house):
    house.put("0.txt", _TEXT.format(1000))
    house.build()
    house.build()
    record = json.loads((house.root / "runs" / "run-0002.json").read_text())
    assert record["status"] == "idle"
    assert house.query("SELECT count(*) FROM meta_run") == [(1,)]
    house.put("1.txt", _TEXT.format(2000))
    house.build()
    assert house.query(
        "SELECT run_id, status_code, generation_id, row_count > 0 FROM meta_run ORDER BY run_id"
    ) == [
        ("run-0001", "succeeded", "1", True),
        ("run-0002", "idle", None, False),
        ("run-0003", "succeeded", "2", True),
    ]


def test_a_forgotten_source_leaves_no_trace(house):
    secret = "Ottokar Zwirnbaum"
    house.put("0.txt", _TEXT.format(1000))
    gone = house.put("1.txt", f"Some 77,123 people had left, said {secret}.\n")
    house.build()
    with (
        pytest.raises(StillThere, match="remove it"),
        open_workspace(house.settings, run_id="too-early") as workspace,
    ):
        forget(workspace, "1.txt")
    gone.unlink()
    with (
        pytest.raises(NoSuchRow, match=r"it may have meant '1\.txt'"),
        open_workspace(house.settings, run_id="mistyped") as workspace,
    ):
        forget(workspace, "raw/1.txt")
    assert [run["status"] for run in status(house.settings).runs] == ["succeeded"]
    with open_workspace(house.settings, run_id="forgetting") as workspace:
        forgotten = forget(workspace, "1.txt")
    assert (forgotten.staged_sources, forgotten.staged_documents) == (1, 1)
    assert forgotten.staged_analyses >= 1
    assert house.query("SELECT source_path FROM dim_source") == [("0.txt",)]
    kept = "\n".join(everything_kept(house.root))
    assert "1000" in kept
    assert secret not in kept
    assert "77,123" not in kept


def everything_kept(root: Path) -> Iterator[str]:
    """Yield all that any file below the warehouse's folder holds, as text."""
    for path in sorted(root.rglob("*")):
        if path.suffix == ".parquet":
            yield pl.read_parquet(path).write_ndjson()
        elif path.suffix == ".duckdb":
            with duckdb.connect(str(path), read_only=True) as connection:
                for (table,) in connection.execute(
                    "SELECT table_name FROM duckdb_tables()"
                ).fetchall():
                    yield str(connection.execute(f'FROM "{table}"').fetchall())
        elif path.is_file():
            yield path.read_text(encoding="utf-8")


def test_the_database_is_one_file_without_a_log(house):
    house.put("0.txt", _TEXT.format(1000))
    house.build()
    database = current_database(house.root)
    assert not list(database.parent.glob("*.wal"))
    with duckdb.connect(str(database), read_only=True) as connection:
        tags = connection.execute(
            "SELECT tags FROM duckdb_databases() WHERE NOT internal"
        ).fetchone()[0]
    assert tags.get("storage_version", "").startswith("v1.4")


def test_times_are_those_of_the_run(house):
    began = time.time()
    house.put("0.txt", _TEXT.format(1000))
    house.build()
    ((started,),) = house.query("SELECT epoch(started_at) FROM meta_run")
    assert began - 1 <= started <= time.time() + 1
