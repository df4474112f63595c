"""Each check before a publish catches what it is there for; a sound build passes them all."""

import duckdb
import polars as pl
import pytest

from pipeline.run import extraction
from pipeline.run.outcome import CheckFailed
from pipeline.run.workspace import current_database
from pipeline.warehouse.balance import unbalanced
from pipeline.warehouse.checks import check_generation

_TEXT = (
    "BRUSSELS, March 24, 2022 - Some 300,000 people had left, said Petra Lindqvist.\n\n"
    '"We need 40 trucks," she said on Thursday.\n'
)
_QUOTE_OF_TWO_PARAGRAPHS = (
    '\n"The road is closed," she said. "It will be open soon.\n\n"Nobody else will send any."\n'
)


@pytest.fixture
def broken(house, tmp_path):
    """Return a function that breaks a copy of a sound warehouse and returns what checks say."""
    house.put("a.txt", _TEXT + _QUOTE_OF_TWO_PARAGRAPHS)
    house.build()
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(current_database(house.root).read_bytes())

    def checked(*statements: str) -> list[tuple[str, str]]:
        with duckdb.connect(str(copy)) as connection:
            for statement in statements:
                connection.execute(statement)
            found = check_generation(connection) + unbalanced(connection, tmp_path)
            return [(breach.table, breach.check) for breach in found]

    return checked


def test_a_sound_warehouse_passes(broken):
    assert broken() == []


def test_many_facts_of_one_long_text_are_checked_in_little_memory(broken):
    found = broken(
        "UPDATE dim_document SET text = text || repeat('x', 2_000_000)",
        "INSERT INTO dim_paragraph SELECT p.* REPLACE (paragraph_id || i AS paragraph_id) "
        "FROM dim_paragraph AS p, range(10_000) AS copies(i)",
        "INSERT INTO fct_figure SELECT f.* REPLACE (figure_id || i AS figure_id) "
        "FROM fct_figure AS f, range(2_000) AS copies(i)",
        "SET memory_limit = '500MB'",
    )
    assert found == []


@pytest.mark.parametrize(
    ("statement", "table", "check"),
    [
        ("UPDATE fct_figure SET char_start = char_start + 1", "fct_figure", "surface is the slice"),
        ("UPDATE fct_figure SET surface = 'x'", "fct_figure", "surface is the slice"),
        (
            "UPDATE fct_quote SET surface = 'x' WHERE contains(surface, 'Nobody')",
            "fct_quote",
            "surface is the slice",
        ),
        ("UPDATE dim_sentence SET text = text || '.'", "dim_sentence", "text is the slice"),
        ("UPDATE dim_paragraph SET char_end = char_end + 1", "dim_paragraph", "text is the slice"),
        (
            "UPDATE dim_segment SET char_end = char_end - 1",
            "dim_paragraph",
            "lies within its segment",
        ),
        ("UPDATE fct_figure SET segment_id = 'x'", "fct_figure", "surface is the slice"),
        ("INSERT INTO fct_quote FROM fct_quote", "fct_quote", "unique key"),
        ("DELETE FROM dim_sentence", "fct_figure", "sentence_id refers to dim_sentence"),
        ("DELETE FROM fct_figure", "fct_figure", "every number"),
        ("DELETE FROM fct_quote", "fct_quote", "every quotation mark"),
    ],
)
def test_a_broken_warehouse_is_caught(broken, statement, table, check):
    assert any(t == table and c.startswith(check) for t, c in broken(statement))


def test_a_breach_stops_the_publish_and_names_the_rows(house, monkeypatch):
    house.put("a.txt", _TEXT)
    house.build()
    before = current_database(house.root).resolve()
    house.put("b.txt", "Nine ships came on Friday.\n")

    def shifted(workspace, table):
        from pipeline.run.staging import staged_facts  # noqa: PLC0415 - the unpatched one

        for frame in staged_facts(workspace, table):
            if table == "fct_figure":
                yield frame.with_columns(pl.col("char_end") + 1)
            else:
                yield frame

    monkeypatch.setattr("pipeline.run.steps.staged_facts", shifted)
    with pytest.raises(CheckFailed, match=r"fct_figure: surface is the slice .* [0-9a-f]{20}"):
        house.build()
    assert current_database(house.root).resolve() == before
    assert house.query("SELECT count(*) FROM dim_source") == [(1,)]


def test_a_row_that_its_contract_refuses_is_kept_aside_with_what_hangs_on_it(house, monkeypatch):
    house.put("a.txt", _TEXT)
    sentence = "Some 300,000 people had left"

    def spoilt(workspace, table):
        from pipeline.run.staging import staged_facts  # noqa: PLC0415 - the unpatched one

        for frame in staged_facts(workspace, table):
            if table == "dim_sentence":
                wrong = pl.col("text").str.contains(sentence, literal=True)
                yield frame.with_columns(
                    role=pl.when(wrong).then(pl.lit("nonsense")).otherwise("role")
                )
            else:
                yield frame

    monkeypatch.setattr("pipeline.run.steps.staged_facts", spoilt)
    house.build()
    assert house.query("SELECT count(*) FROM dim_sentence WHERE contains(text, ?)", sentence) == [
        (0,)
    ]
    ((check, value),) = house.query(
        "SELECT check_name, surface FROM meta_reject "
        "WHERE reason_code = 'contract_failed' AND table_name = 'dim_sentence'"
    )
    assert check.startswith("role: isin")
    assert value == "nonsense"
    orphans = {
        table
        for (table,) in house.query(
            "SELECT DISTINCT table_name FROM meta_reject WHERE reason_code = 'parent_rejected'"
        )
    }
    assert {"fct_figure", "fct_entity_mention"} <= orphans


def test_a_fault_of_an_extractor_costs_one_document_and_is_told(house, monkeypatch):
    house.put("good.txt", _TEXT)
    house.put("cursed.txt", _TEXT.replace("300,000", "666"))
    extract = extraction.extract_facts

    def failing(document):
        if "666" in document.text:
            raise ValueError("a rule that was not thought through")
        return extract(document)

    monkeypatch.setattr(extraction, "extract_facts", failing)
    house.build()
    assert house.query(
        "SELECT DISTINCT source_path FROM fct_figure JOIN dim_source USING (source_id)"
    ) == [("good.txt",)]
    told = house.query(
        "SELECT message FROM meta_reject AS r JOIN dim_source AS s USING (source_id) "
        "WHERE reason_code = 'extractor_fault' AND s.source_path = 'cursed.txt'"
    )
    assert len(told) == 2
    assert all("not thought through" in message for (message,) in told)
