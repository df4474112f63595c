"""`newsledger trace`: every row leads back to its characters, a claim to all that is said of it."""

import pytest

from assets.lines import trace_lines
from pipeline.run.reading import AmbiguousId, NoSuchRow
from pipeline.run.trace import trace
from schemas.contract import ID_PATTERN, key_of
from schemas.registry import TABLES

WITH_KEY = {
    name: key
    for name, table in TABLES.items()
    if (key := key_of(table)) is not None
    and [check.statistics for check in table.columns[key].checks] == [{"pattern": ID_PATTERN}]
}


def told(samples, row_id):
    return "\n".join(trace_lines(trace(samples.settings, row_id)))


@pytest.mark.parametrize("name", WITH_KEY)
def test_the_first_and_last_row_of_every_table_is_found(samples, name):
    key = WITH_KEY[name]
    for (row_id,) in samples.query(
        f"SELECT min({key}) FROM {name} UNION ALL SELECT max({key}) FROM {name}"
    ):
        found = trace(samples.settings, row_id)
        assert (found.table, found.row[key]) == (name, row_id)
        shown = told(samples, row_id)
        assert shown.startswith(f"{name} {row_id}")
        assert len(shown.splitlines()) > 1
        assert all(line.isprintable() for line in shown.splitlines())


def test_a_claim_is_followed_to_its_mentions_witnesses_and_disputes(samples):
    claims = samples.query(
        "SELECT claim_id FROM dim_claim WHERE mention_count BETWEEN 2 AND 20 ORDER BY ALL"
    )
    assert claims
    for (claim,) in claims:
        shown = told(samples, claim)
        mentions = samples.query(
            "SELECT fact_id, source_path, char_start, char_end, witness_index + 1, witness_code "
            "FROM mart_claim_mention WHERE claim_id = ?",
            claim,
        )
        assert mentions
        for fact, path, start, end, witness, reason in mentions:
            assert f"{fact}  characters {start} to {end} of {path}" in shown
            assert f"witness {witness} ({reason})" in shown
        for (explanation,) in samples.query(
            "SELECT explanation FROM fct_contradiction WHERE claim_id = ?", claim
        ):
            assert explanation in shown


def test_a_figure_leads_to_its_claim_and_a_source_to_its_documents(samples):
    figure, claim = samples.query("SELECT figure_id, claim_id FROM bridge_claim_figure LIMIT 1")[0]
    assert claim in told(samples, figure)
    source, *_ = samples.query(
        "SELECT source_id FROM dim_document GROUP BY ALL ORDER BY count(*) DESC LIMIT 1"
    )[0]
    shown = told(samples, source)
    documents = samples.query("SELECT document_id FROM dim_document WHERE source_id = ?", source)
    assert len(documents) > 1
    assert all(document in shown for (document,) in documents)


def test_a_contradiction_and_an_entity_lead_to_the_words(samples):
    contradiction, *sides = samples.query(
        "SELECT contradiction_id, coalesce(figure_id_a, date_mention_id_a), "
        "coalesce(figure_id_b, date_mention_id_b) FROM fct_contradiction "
        "WHERE claim_id IS NOT NULL LIMIT 1"
    )[0]
    assert all(f"{side}  characters" in told(samples, contradiction) for side in sides)
    (entity,) = samples.query("SELECT entity_id FROM dim_entity WHERE mention_count = 2")[0]
    for mention, surface in samples.query(
        "SELECT entity_mention_id, surface FROM fct_entity_mention WHERE entity_id = ?", entity
    ):
        assert mention in told(samples, entity)
        assert f"[{surface}]" in told(samples, entity)


def test_the_first_digits_will_do_where_they_are_nobody_else_s(samples):
    ids = [
        row_id
        for name, key in WITH_KEY.items()
        for (row_id,) in samples.query(f"SELECT {key} FROM {name}")
    ]
    assert trace(samples.settings, ids[0][:16]).row == trace(samples.settings, ids[0]).row
    begins = [row_id[:4] for row_id in ids]
    shared = next(begin for begin in begins if begins.count(begin) > 1)
    with pytest.raises(AmbiguousId) as refused:
        trace(samples.settings, shared)
    assert sum(row_id in str(refused.value) for row_id in ids) == min(begins.count(shared), 5)


@pytest.mark.parametrize("row_id", ["", "0", "000", "no such thing", "%", "0" * 20, "'"])
def test_what_is_no_id_is_told_with_the_remedy(samples, row_id):
    with pytest.raises(NoSuchRow, match="20 hex digits"):
        trace(samples.settings, row_id)
