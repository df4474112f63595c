"""The published file opens in the DuckDB clients that analysts have today."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.run.workspace import current_database

# `make test` installs each client into a folder of its own, by tests/clients/*.lock.
CLIENTS = Path(__file__).resolve().parents[2] / ".venv" / "clients"

_ASK = """
import json, sys, duckdb
names = "SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views() "
with duckdb.connect(sys.argv[1], read_only=True) as connection:
    ask = lambda query: connection.execute(query).fetchall()
    relations = [name for name, in ask(names + "WHERE view_name LIKE 'mart_%'")]
    counts = {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for name in relations}
    comment = ask("SELECT comment FROM duckdb_tables() WHERE table_name = 'fct_figure'")[0][0]
print(json.dumps({"version": duckdb.__version__, "counts": counts, "comment": comment}))
"""


@pytest.mark.parametrize("client", ["1.4", "1.5"])
def test_an_older_client_reads_every_table_and_mart(samples, client):
    installed = CLIENTS / f"duckdb-{client}"
    assert installed.is_dir(), f"{installed} is missing: `make test` installs it"
    asked = subprocess.run(
        [sys.executable, "-c", _ASK, str(current_database(samples.root))],
        env={"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert answer["version"].startswith(f"{client}.")
    assert answer["counts"]["fct_figure"] == samples.query("SELECT count(*) FROM fct_figure")[0][0]
    assert (
        len(answer["counts"])
        == samples.query(
            "SELECT (SELECT count(*) FROM duckdb_tables()) + "
            "(SELECT count(*) FROM duckdb_views() WHERE view_name LIKE 'mart_%')"
        )[0][0]
    )
    assert answer["comment"].startswith("One row per number")
