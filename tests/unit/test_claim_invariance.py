"""Claims: what verdicts do not depend on."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from claim_texts import (
    DIGEST,
    STATEMENT,
    TWO_VOICES,
    AnalyseText,
    Claims,
    claims,
    found_in,
    largest,
    read,
)

from pipeline.link.claims.clusters import clusters
from pipeline.link.claims.context import context
from pipeline.link.claims.mentions import date_mentions, figure_mentions
from pipeline.link.claims.store import MentionStore


def test_every_figure_belongs_to_exactly_one_claim(analysed: AnalyseText) -> None:
    tables = read(analysed, *TWO_VOICES, STATEMENT)
    frames = found_in(tables)
    assert sorted(frames.bridge_claim_figure["figure_id"]) == sorted(tables["figures"]["figure_id"])
    assert set(frames.bridge_claim_figure["claim_id"]) | set(
        frames.bridge_claim_date["claim_id"]
    ) == set(frames.dim_claim["claim_id"])


MIXED = (
    *TWO_VOICES,
    STATEMENT,
    (
        f"{DIGEST}Island Radio\n\nOff Gozo divers found 212 amphorae.",
        {"outlets": ("Island Radio",)},
    ),
    "The fire in Porto destroyed 14 warehouses on Friday.",
    "The fire in Porto destroyed 23 warehouses on Friday.",
    "Ines Prado has led the Bank of Lisbon since 12 February 2029.",
    "Since 3 October 2030 Ines Prado has led the Bank of Lisbon.",
)


def as_rows(frames: Claims) -> list[list[tuple[Any, ...]]]:
    return [
        frame.rows()
        for frame in (
            frames.dim_claim,
            frames.bridge_claim_figure,
            frames.bridge_claim_date,
            frames.fct_contradiction,
        )
    ]


@pytest.mark.parametrize("portion", [1, 2, 5])
def test_verdicts_do_not_depend_on_how_much_is_looked_at_at_one_time(
    analysed: AnalyseText, monkeypatch: pytest.MonkeyPatch, portion: int
) -> None:
    tables = read(analysed, *MIXED)
    at_once = as_rows(found_in(tables))
    assert tables["figures"].height > portion
    monkeypatch.setattr("pipeline.link.claims.find.FACTS_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.find.ROWS_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.keys.KEYS_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.store.BYTES_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.blocks.BLOCKED_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.link.PAIRS_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.link.MENTIONS_AT_ONCE", portion)
    assert as_rows(found_in(tables)) == at_once


def test_a_block_that_is_full_still_brings_one_story_together(
    analysed: AnalyseText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.link.claims.blocks.BLOCK_CAP", 3)
    tellings = [
        f"{TWO_VOICES[0]} Paper number {word} has it." for word in "one two six ten".split()
    ]
    claim = largest(claims(analysed, *TWO_VOICES, *tellings))
    assert (claim["document_count"], claim["witness_count"]) == (6, 2)


def test_packed_mentions_come_back_whole(analysed: AnalyseText, tmp_path: Path) -> None:
    tables = read(analysed, *MIXED)
    known = context(**{name: frame for name, frame in tables.items() if name != "reuse"})
    gathered = [
        *figure_mentions(tables["figures"].iter_rows(named=True), known),
        *date_mentions(tables["dates"].iter_rows(named=True), known),
    ]
    assert any(one.as_of for one in gathered)
    store = MentionStore(tmp_path / "packed")
    for one in reversed(gathered):
        store.add(one)
    places = store.seal().tolist()
    assert list(store.load(reversed(places)).values()) == gathered
    in_order = store.load(range(len(store))).values()
    assert [one.mention_id for one in in_order] == sorted(one.mention_id for one in gathered)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(analysed: AnalyseText, seed: int) -> None:
    tables = read(analysed, *MIXED)
    shuffled = {
        name: frame.sample(fraction=1, shuffle=True, seed=seed) for name, frame in tables.items()
    }
    assert as_rows(found_in(shuffled)) == as_rows(found_in(tables))


def test_an_unrelated_document_changes_no_verdict(analysed: AnalyseText) -> None:
    before = claims(analysed, *MIXED)
    stranger = "A bakery in Reykjavik sold 77 rye loaves before noon, its owner said."
    after = claims(analysed, *MIXED, stranger)
    known = before.dim_claim["claim_id"]
    assert after.dim_claim.filter(pl.col("claim_id").is_in(known.implode())).equals(
        before.dim_claim
    )
    assert after.fct_contradiction.equals(before.fct_contradiction)


def test_what_rested_on_a_source_goes_with_it(analysed: AnalyseText) -> None:
    with_both = claims(analysed, *MIXED)
    without = claims(analysed, *(one for one in MIXED if "23 warehouses" not in one))
    assert "value" in with_both.fct_contradiction["kind_code"].to_list()
    assert "value" not in without.fct_contradiction["kind_code"].to_list()
    fires = [
        frames.dim_claim.filter(pl.col("claim_name").str.contains("warehouses"))
        for frames in (with_both, without)
    ]
    assert [one["status_code"].to_list() for one in fires] == [["disputed"], ["single_source"]]


def test_groups_do_not_join_over_a_member_that_is_ruled_out() -> None:
    # 0-1 and 1-2 match; 0 and 2 cannot be one.
    groups = clusters(3, [(0, 1), (1, 2)], lambda a, b: {a, b} == {0, 2})
    assert groups == [[0, 1], [2]]


def test_nothing_gives_empty_tables(analysed: AnalyseText) -> None:
    frames = claims(analysed, "The choir sang and the rain fell on the square.")
    assert frames.dim_claim.is_empty()
    assert frames.fct_contradiction.is_empty()
