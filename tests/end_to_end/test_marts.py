"""The marts as analysts and BI tools meet them: names, types, comments, rows."""

import shutil

import duckdb
import polars as pl
import pytest

from pipeline.run.publish import MART_FOLDER
from pipeline.run.workspace import current_database
from schemas.contract import polars_schema
from schemas.ddl import column_comment, column_rows
from schemas.registry import MARTS


def test_every_relation_and_column_carries_its_description(samples):
    bare = samples.query(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL "
        "AND NOT internal "
        "UNION ALL SELECT table_name, NULL FROM duckdb_tables() WHERE comment IS NULL "
        "UNION ALL SELECT view_name, NULL FROM duckdb_views() WHERE comment IS NULL "
        "AND NOT internal"
    )
    assert bare == []


@pytest.mark.parametrize("name", MARTS)
def test_a_mart_has_the_columns_types_and_comments_of_its_contract(samples, name):
    held = samples.query(
        "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = ? "
        "ORDER BY column_index",
        name,
    )
    assert held == [
        (row["column_name"], row["type_name"], column_comment(row))
        for row in column_rows([MARTS[name]])
    ]


@pytest.mark.parametrize("name", MARTS)
def test_the_rows_of_a_mart_keep_its_contract(samples, name):
    contract = MARTS[name]
    rows = samples.query(f"SELECT * FROM {name}")
    assert rows, "the samples have something for every mart"
    assert len(set(rows)) == len(rows)
    contract.validate(pl.DataFrame(rows, schema=polars_schema(contract), orient="row"), lazy=True)


def test_every_figure_date_and_quote_of_the_marts_has_an_address(samples):
    """What a mart says of its characters leads to just these characters."""
    for name, words in (
        ("mart_figure", "surface"),
        ("mart_claim_mention", "surface"),
        ("mart_fact_origin", "surface"),
    ):
        assert (
            samples.query(
                f"SELECT m.* FROM {name} AS m JOIN dim_source AS s USING (source_path) "
                "JOIN dim_document AS d ON d.source_id = s.source_id "
                "AND d.external_id = m.external_id "
                f"WHERE substr(d.text, char_start + 1, char_end - char_start) <> {words}"
            )
            == []
        )


@pytest.mark.parametrize("name", MARTS)
def test_a_mart_says_the_same_on_whatever_connection(samples, name):
    """An analyst's own connection is not set as ours are."""
    ask = f"SELECT * FROM {name} ORDER BY ALL"
    expected = samples.query(ask)
    with duckdb.connect(str(current_database(samples.root)), read_only=True) as connection:
        assert connection.execute(ask).fetchall() == expected


def test_both_sides_of_contradictions_can_be_asked_at_once(samples):
    """DuckDB takes two joins for one unless it is told not to."""
    asked = "SELECT contradiction_id, publisher_{0} AS publisher FROM mart_contradictions"
    sides = [samples.query(asked.format(side)) for side in "ab"]
    both = samples.query(f"{asked.format('a')} UNION ALL {asked.format('b')} ORDER BY ALL")
    assert both == sorted(sides[0] + sides[1])
    counts = {name: 0 for _, name in both}
    for _, name in set(both):
        counts[name] += 1
    assert counts == dict(
        samples.query(
            "SELECT publisher, contradiction_count FROM mart_source_profile "
            "WHERE contradiction_count > 0"
        )
    )


def test_a_mart_of_one_s_own_is_built_with_the_comment_that_opens_it(house, tmp_path, monkeypatch):
    folder = tmp_path / "marts"
    shutil.copytree(MART_FOLDER, folder)
    (folder / "mart_a_wish.sql").write_text(
        "-- One row per figure,\n-- and nothing else.\nSELECT figure_id FROM mart_figure;\n"
    )
    monkeypatch.setattr("pipeline.run.publish.MART_FOLDER", folder)
    house.put("a.txt", "Forty ships left the port.\n")
    house.build()
    assert house.query("SELECT count(*) FROM mart_a_wish") == [(1,)]
    assert house.query("SELECT comment FROM duckdb_views() WHERE view_name = 'mart_a_wish'") == [
        ("One row per figure, and nothing else.",)
    ]
