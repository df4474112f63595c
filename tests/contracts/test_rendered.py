"""What is rendered from the contracts: DuckDB tables, comments, the dictionary page."""

from collections.abc import Iterator

import duckdb
import polars as pl
import pytest

from schemas.ddl import column_comment, column_rows, comments, create_table, duckdb_type, literal
from schemas.dictionary import PAGE, render
from schemas.registry import MARTS, TABLES

BI_TYPES = {"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"}


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse with every table and comment."""
    with duckdb.connect() as connection:
        for table in TABLES.values():
            connection.execute(create_table(table))
            for statement in comments(table):
                connection.execute(statement)
        yield connection


def test_duckdb_holds_just_what_is_declared(database: duckdb.DuckDBPyConnection) -> None:
    held = database.execute(
        "SELECT table_name, column_name, column_index - 1, data_type, is_nullable, comment "
        "FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
    ).fetchall()
    declared = [
        (
            row["table_name"],
            row["column_name"],
            row["column_index"],
            row["type_name"],
            row["is_nullable"],
            column_comment(row),
        )
        for row in column_rows(TABLES.values())
    ]
    assert held == sorted(declared)


def test_every_table_carries_its_description(database: duckdb.DuckDBPyConnection) -> None:
    held = dict(database.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
    assert held == {name: table.description for name, table in TABLES.items()}


def test_bi_tools_can_read_every_type() -> None:
    for row in column_rows([*TABLES.values(), *MARTS.values()]):
        kind = row["type_name"]
        is_plain = row["table_name"] in MARTS
        assert kind in BI_TYPES or (kind.startswith("STRUCT(") and not is_plain), row
        assert "HUGEINT" not in kind
        assert "TIME ZONE" not in kind


def test_a_type_without_a_place_is_named() -> None:
    with pytest.raises(TypeError, match="UInt64"):
        duckdb_type(pl.UInt64())
    with pytest.raises(TypeError, match="UTC without a zone"):
        duckdb_type(pl.Datetime("us", "Europe/Paris"))


def test_a_quote_in_a_description_stays_in_it(database: duckdb.DuckDBPyConnection) -> None:
    said = 'the text\'s "hash"; DROP TABLE x'
    assert database.execute(f"SELECT {literal(said)}").fetchone() == (said,)


def test_the_data_dictionary_is_up_to_date() -> None:
    rendered = render([*MARTS.values(), *TABLES.values()])
    assert PAGE.read_text(encoding="utf-8") == rendered, "run: python -m schemas.dictionary"
