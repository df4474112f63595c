"""The project's own samples, from raw files to tables: what a user would notice."""

import duckdb
import pytest

from pipeline.run.trace import trace
from pipeline.run.verify import verify
from schemas.registry import TABLES

# Tables that are rightly empty for a first build of the samples.
_MAY_BE_EMPTY = {"meta_relink"}


def test_every_table_of_the_contract_is_filled(samples):
    empty = [
        name
        for name in TABLES
        if name not in _MAY_BE_EMPTY and samples.query(f'SELECT count(*) FROM "{name}"')[0][0] == 0
    ]
    assert empty == []


def test_every_span_is_proved_against_the_raw_bytes(samples):
    proof = verify(samples.settings)
    assert proof.failures == []
    assert all(count > 0 for count in proof.spans.values()), proof.spans
    assert proof.documents == samples.query("SELECT count(*) FROM dim_document")[0][0]


def test_a_fact_can_be_traced_to_its_characters(samples):
    ((figure, surface),) = samples.query(
        "SELECT figure_id, surface FROM mart_figure "
        "WHERE source_path = 'wire-report.txt' AND value = 3674952"
    )
    found = trace(samples.settings, figure)
    text = (samples.raw / found.source["source_path"]).read_text(encoding="utf-8")
    assert text[found.row["char_start"] : found.row["char_end"]] == surface
    assert surface in found.sentence["text"]
    assert found.run["run_id"] == "run-0001"


@pytest.mark.parametrize(
    ("path", "where", "expected"),
    [
        ("communique.txt", "number_text = '40,000'", (40000.0, "eq", "troop", "count")),
        ("machine-translated.txt", "number_text = '12.000'", (12000.0, "ge", "vehicle", "count")),
        (
            "broadcaster-page.txt",
            "number_text = '300,000'",
            (300000.0, "approx", "civilian", "count"),
        ),
        ("appeal-note-cp1252.txt", "surface LIKE '£1.75m%'", (1750000.0, "eq", None, "currency")),
    ],
)
def test_figures_are_read_as_written(samples, path, where, expected):
    rows = samples.query(
        "WITH f AS (SELECT f.*, s.source_path, substr(d.text, number_char_start + 1, "
        "number_char_end - number_char_start) AS number_text FROM fct_figure AS f "
        "JOIN dim_document AS d USING (document_id) "
        "JOIN dim_source AS s ON s.source_id = f.source_id) "
        "SELECT value, comparator, counted_noun_lemma, unit_kind FROM f "
        f"WHERE source_path = ? AND {where}",
        path,
    )
    assert expected in rows


def test_what_was_passed_over_names_its_file(samples):
    assert {path for path, _ in samples.rejects("ordinal")} >= {"communique.txt"}
    assert samples.query(
        "SELECT count(*) FROM meta_reject WHERE source_id IS NOT NULL AND source_path IS NULL"
    ) == [(0,)]


def test_a_text_in_another_language_is_stored_and_not_read(samples):
    ((code, length),) = samples.query(
        "SELECT language_code, char_count FROM dim_document WHERE external_id = 'depeche-bruxelles'"
    )
    assert code == "fr"
    assert length > 200
    assert samples.rejects("language_not_supported") != []
    facts = samples.query(
        "SELECT count(*) FROM mart_fact_origin WHERE source_path = 'depeche-bruxelles.txt'"
    )
    assert facts == [(0,)]


def test_the_encoding_is_recorded_and_the_text_unchanged(samples):
    ((encoding, text),) = samples.query(
        "SELECT encoding, text FROM dim_source JOIN dim_document USING (source_id) "
        "WHERE source_path = 'appeal-note-cp1252.txt'"
    )
    raw = (samples.raw / "appeal-note-cp1252.txt").read_bytes()
    assert text.encode(encoding) == raw


def test_nobody_can_reach_outside_through_the_reading_connection(samples):
    with pytest.raises(duckdb.PermissionException):
        samples.query("SELECT * FROM read_text('/etc/hostname')")
    with pytest.raises(duckdb.Error):
        samples.query("SET enable_external_access = true")
