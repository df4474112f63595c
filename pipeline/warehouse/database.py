"""The DuckDB file of one generation: tables, comments and views, loaded from Parquet parts."""

import itertools
from collections.abc import Mapping
from pathlib import Path

import duckdb

from pipeline.duckdb_config import CONFIG
from pipeline.wording import one_line_macro
from schemas.ddl import comments, create_table, identifier, literal
from schemas.registry import MARTS, TABLES

# Rows lie in the order in which a reader meets them, so that min/max indexes help and two
# builds of the same facts also look the same.
_ORDER = ("source_path", "document_id", "paragraph_index", "sentence_index", "char_start")


def connect(path: Path, *, memory_limit: str, storage_version: str) -> duckdb.DuckDBPyConnection:
    """Open a new database file for building, readable by clients as old as `storage_version`."""
    connection = duckdb.connect(config={**CONFIG, "memory_limit": memory_limit})
    connection.execute(
        f"ATTACH {literal(str(path))} AS newsledger (STORAGE_VERSION {literal(storage_version)})"
    )
    connection.execute("USE newsledger")
    return connection


def load_tables(connection: duckdb.DuckDBPyConnection, parts: Mapping[str, Path]) -> None:
    """Create every table of the contract and fill it from the Parquet parts in its folder."""
    for name, table in TABLES.items():
        if not any(parts[name].glob("part-*.parquet")):
            raise FileNotFoundError(f"{parts[name]} has no parts: the step of {name} has not run")
        connection.execute(create_table(table))
        order = [column for column in _ORDER if column in table.columns]
        ordered = f" ORDER BY {', '.join(order)}" if order else ""
        columns = ", ".join(identifier(str(column)) for column in table.columns)
        source = literal(str(parts[name] / "part-*.parquet"))
        connection.execute(
            f"INSERT INTO {identifier(name)} SELECT {columns} "  # noqa: S608 - names are quoted
            f"FROM read_parquet({source}){ordered}"
        )


def add_comments(connection: duckdb.DuckDBPyConnection) -> None:
    """Give every table, every view of ours and every column the description of its contract."""
    # One transaction: hundreds of statements, each its own, took a second and a half.
    connection.begin()
    for kind, contracts in (("TABLE", TABLES), ("VIEW", MARTS)):
        for contract in contracts.values():
            for statement in comments(contract, kind=kind):
                connection.execute(statement)
    connection.commit()


def add_marts(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[str]:
    """Create one view for each `mart_*.sql` in the folder, and return their names.

    A file holds one SELECT. Ours come first, so that a user's own may rest on them; the comment
    lines that open a user's file become the view's comment. A view may call one_line(words).
    """
    connection.execute(one_line_macro())
    own = sorted(path.stem for path in folder.glob("mart_*.sql") if path.stem not in MARTS)
    for name in (*MARTS, *own):
        text = (folder / f"{name}.sql").read_text(encoding="utf-8")
        connection.execute(f"CREATE VIEW {identifier(name)} AS {text.rstrip().rstrip(';')}")
        if name in own:
            connection.execute(
                f"COMMENT ON VIEW {identifier(name)} IS {literal(opening_comment(text))}"
            )
    return [*MARTS, *own]


def opening_comment(text: str) -> str:
    r"""Return the comment lines that open a view's file, as one line.

    >>> opening_comment("-- One row per figure,\n-- with its sentence.\nSELECT 1")
    'One row per figure, with its sentence.'
    """
    lead = itertools.takewhile(lambda line: line.startswith("--"), text.splitlines())
    return " ".join(line.removeprefix("--").strip() for line in lead)


def close(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write everything into the one file and let go of it.

    Raises:
        RuntimeError: a write-ahead log is left beside the file, without which it cannot be read.
    """
    connection.execute("CHECKPOINT newsledger")
    connection.execute("USE memory")
    connection.execute("DETACH newsledger")
    connection.close()
    if path.with_name(f"{path.name}.wal").exists():
        raise RuntimeError(f"{path} was not closed cleanly: a write-ahead log is left beside it")
