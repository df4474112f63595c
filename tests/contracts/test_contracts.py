"""Every table's contract keeps the house's rules, and the names that users rely on."""

import re
from pathlib import Path

import pandera.polars as pa
import polars as pl
import pytest

from schemas.contract import (
    FLAG,
    INTEGER,
    TEXT,
    TIMESTAMP,
    key_of,
    polars_schema,
    references_of,
    staged_schema,
)
from schemas.registry import MARTS, TABLES

PROVENANCE = [
    "document_id",
    "segment_id",
    "paragraph_id",
    "sentence_id",
    "source_id",
    "extractor_name",
    "extractor_version",
    "rule_id",
]

PUBLIC: dict[str, list[str]] = {
    head: names.split()
    for head, names in re.findall(
        r"^([a-z_]+):((?:.*\n)(?: .*\n)*)",
        Path(__file__).with_name("public_names.txt").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}
"""What users' SQL, dashboards and scores depend on: a name may be added, none may go."""


@pytest.fixture(params=TABLES.values(), ids=TABLES)
def table(request: pytest.FixtureRequest) -> pa.DataFrameSchema:
    """Each contract in turn."""
    found: pa.DataFrameSchema = request.param
    return found


@pytest.fixture(params=[*TABLES.values(), *MARTS.values()], ids=[*TABLES, *MARTS])
def relation(request: pytest.FixtureRequest) -> pa.DataFrameSchema:
    """Each contract in turn, of tables and of views."""
    found: pa.DataFrameSchema = request.param
    return found


@pytest.mark.parametrize("name", PUBLIC)
def test_public_names_stand(name: str) -> None:
    assert set(PUBLIC[name]) <= set({**TABLES, **MARTS}[name].columns)


def test_a_description_begins_with_the_grain(relation: pa.DataFrameSchema) -> None:
    assert (relation.description or "").startswith("One row per ")


def test_every_column_is_described_in_a_sentence(relation: pa.DataFrameSchema) -> None:
    for name, column in relation.columns.items():
        description = column.description or ""
        assert re.match(r"[A-Z].*\.$", description, re.DOTALL), f"{name}: {description!r}"


def test_a_table_is_named_after_what_it_is(table: pa.DataFrameSchema) -> None:
    assert re.fullmatch(r"(dim|fct|bridge|meta)(_[a-z]+)+", str(table.name))


@pytest.mark.parametrize("name", MARTS)
def test_a_mart_is_named_so_and_has_no_key_of_its_own(name: str) -> None:
    assert re.fullmatch(r"mart(_[a-z]+)+", name)
    assert key_of(MARTS[name]) is None


def test_a_dimension_or_fact_has_a_key_of_its_own(table: pa.DataFrameSchema) -> None:
    name = str(table.name)
    if name.startswith(("dim_", "fct_")):
        kind = name.partition("_")[2]
        assert key_of(table) in {f"{kind}_id", f"{kind}_key"}
        assert next(iter(table.columns)) == key_of(table)


def test_a_reference_leads_to_a_table_with_a_key(relation: pa.DataFrameSchema) -> None:
    for column, target in references_of(relation).items():
        assert target in TABLES, f"{column} refers to {target}, which no contract declares"
        key = key_of(TABLES[target])
        assert key is not None, f"{column} refers to {target}, which has no key"
        assert polars_schema(relation)[column] == polars_schema(TABLES[target])[key]


def test_names_tell_types(relation: pa.DataFrameSchema) -> None:
    for name, dtype in polars_schema(relation).items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
        assert (dtype == FLAG) == name.startswith(("is_", "has_")), name
        if dtype == FLAG:
            continue
        if name.endswith(("_id", "_code", "_name", "_reason", "_basis")):
            assert dtype == TEXT, name
        if name.endswith(("_count", "_index", "char_start", "char_end")):
            assert dtype == INTEGER, name
        if name.endswith("_share"):
            assert dtype == pl.Float64, name
        if name.endswith("_date"):
            assert dtype == pl.Date, name
        assert (dtype == TIMESTAMP) == name.endswith("_at"), name


def test_spans_come_in_pairs(relation: pa.DataFrameSchema) -> None:
    for name, column in relation.columns.items():
        if "char_start" in name and not name.startswith("sentence_"):
            end = relation.columns[name.replace("char_start", "char_end")]
            assert column.nullable == end.nullable


def test_a_fact_says_where_it_was_read(table: pa.DataFrameSchema) -> None:
    if {"surface", "extractor_name"} <= set(table.columns):
        names = list(table.columns)
        assert names[-len(PROVENANCE) :] == PROVENANCE
        assert {"char_start", "char_end"} <= set(names)


def test_staged_rows_lack_only_what_linking_adds(table: pa.DataFrameSchema) -> None:
    linked = set(polars_schema(table)) - set(staged_schema(table))
    assert linked <= {
        "entity_id",
        "speaker_entity_id",
        "speaker_name",
        "is_boilerplate",
        "boilerplate_rule_id",
    }


def test_a_bad_row_is_listed_with_its_column_and_value() -> None:
    good = {
        "table_name": "fct_figure",
        "column_name": "value",
        "column_index": 5,
        "type_name": "DOUBLE",
        "is_nullable": True,
        "is_key": False,
        "reference_table": None,
        "unit_name": None,
        "codes": None,
        "description": "The number.",
    }
    contract = TABLES["meta_column"]
    frame = pl.DataFrame(
        [good, good | {"column_index": -7}, good | {"description": None}],
        schema=polars_schema(contract),
    )
    contract.validate(frame.head(1))
    with pytest.raises(pa.errors.SchemaErrors) as failed:
        contract.validate(frame, lazy=True)
    cases = failed.value.failure_cases
    listed = set(cases.select("column", "failure_case", "index").iter_rows())
    assert ("column_index", "-7", 1) in listed
    assert any(column == "description" and index == 2 for column, _, index in listed)


def test_a_value_outside_its_closed_set_is_refused() -> None:
    contract = TABLES["fct_entity_mention"].columns["mention_kind"]
    one = pa.DataFrameSchema({"mention_kind": contract})
    one.validate(pl.DataFrame({"mention_kind": ["name"]}))
    with pytest.raises(pa.errors.SchemaError, match="mention_kind"):
        one.validate(pl.DataFrame({"mention_kind": ["nickname"]}))
