"""Wrapped text, from raw files to tables: the facts are those of the text before it was wrapped.

The samples are built as they stand and with their lines broken at a width.
"""

import json
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from pipeline.run.verify import verify

RAW = Path(__file__).resolve().parents[2] / "raw"
FIGURES = (
    "SELECT source_path, surface, value, value_low, value_high, comparator, unit_kind, unit_name, "
    "counted_noun, modality FROM mart_figure"
)
DATES = (
    "SELECT source_path, one_line(f.surface), date_start, date_end, f.basis "
    "FROM fct_date_mention AS f JOIN dim_source USING (source_id)"
)
QUOTES = "SELECT source_path, quote_type, speaker, words FROM mart_quote"
MENTIONS = (
    "SELECT source_path, f.entity_type, f.name, one_line(f.surface) "
    "FROM fct_entity_mention AS f JOIN dim_source USING (source_id)"
)
ALIASES = "SELECT entity_name, alias FROM bridge_entity_alias JOIN dim_entity USING (entity_id)"
CLAIMS = "SELECT claim_name, status_code, mention_count, witness_count FROM dim_claim"
CONTRADICTIONS = "SELECT kind_code, explanation FROM mart_contradictions"


def wrapped(text: str, width: int) -> str:
    """Return the text with each line broken at the width, and a blank line below those."""
    lines = []
    for line in text.splitlines():
        broken = textwrap.wrap(line, width)
        lines += [*broken, ""] if len(broken) > 1 else [line]
    return "\n".join(lines)


@pytest.fixture(scope="module", params=[60, 72])
def wrapped_samples(request, tmp_path_factory, house_at):
    """The samples that are plain text, wrapped, and what is known of them."""
    house = house_at(tmp_path_factory.mktemp("wrapped"))
    for path in sorted(RAW.iterdir()):
        data = path.read_bytes()
        if path.suffix == ".txt":
            encoding = "cp1252" if "cp1252" in path.name else "utf-8"
            data = wrapped(data.decode(encoding), request.param).encode(encoding)
        elif path.suffix == ".jsonl":
            records = [json.loads(line) for line in data.decode().splitlines()]
            data = "\n".join(
                json.dumps({**one, "text": wrapped(one["text"], request.param)}) for one in records
            ).encode()
        house.put(path.name, data)
    house.build()
    return house


@pytest.mark.parametrize(
    ("query", "floor"),
    [
        pytest.param(FIGURES, 0.99, id="figures"),
        pytest.param(DATES, 0.99, id="dates"),
        pytest.param(QUOTES, 0.97, id="quotes"),
        pytest.param(MENTIONS, 0.97, id="mentions"),
        pytest.param(ALIASES, 0.97, id="aliases"),
        pytest.param(CLAIMS, 0.97, id="claims"),
        pytest.param(CONTRADICTIONS, 1.0, id="contradictions"),
    ],
)
def test_the_facts_are_those_of_the_text_before(wrapped_samples, samples, query, floor):
    before, after = Counter(samples.query(query)), Counter(wrapped_samples.query(query))
    same = (before & after).total()
    assert same >= floor * max(before.total(), after.total()), (before - after, after - before)


def test_spans_are_those_of_the_text_as_it_is_written(wrapped_samples):
    proof = verify(wrapped_samples.settings)
    assert proof.failures == []
    broken = wrapped_samples.query(
        "SELECT surface FROM fct_figure WHERE contains(surface, chr(10))"
    )
    assert len(broken) > 10


def test_what_people_read_stands_on_one_line(wrapped_samples):
    for mart, column in (
        ("mart_figure", "surface"), ("mart_figure", "sentence"), ("mart_quote", "words"),
        ("mart_quote", "speaker"), ("mart_claim_mention", "sentence"),
        ("mart_contradictions", "sentence_a"), ("mart_reuse", "longest_shared_hull"),
        ("bridge_entity_alias", "alias"), ("dim_claim", "claim_name"),
    ):  # fmt: skip
        lines = wrapped_samples.query(
            f"SELECT count(*), count(*) FILTER (regexp_matches({column}, '[\\r\\n]')) FROM {mart}"
        )
        assert lines[0][0] > 0
        assert lines[0][1] == 0, (mart, column)
