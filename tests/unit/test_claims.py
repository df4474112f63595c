"""Claims: who is a witness, what contradicts what, and what verdicts do not depend on."""

import datetime as dt
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import polars as pl
import pytest

from pipeline.document import AnalysedDocument
from pipeline.extract.document import extract_facts
from pipeline.identity import content_id
from pipeline.link.claims import ClaimFrames, find_claims
from pipeline.link.claims.clusters import clusters
from pipeline.link.claims.context import context
from pipeline.link.claims.mentions import date_mentions, figure_mentions
from pipeline.link.claims.store import MentionStore
from pipeline.link.entities import Overrides, link_entities
from pipeline.link.reuse import find_reuse
from schemas.claims import BRIDGE_CLAIM_DATE, BRIDGE_CLAIM_FIGURE, DIM_CLAIM, FCT_CONTRADICTION
from schemas.contract import polars_schema
from schemas.dates import FCT_DATE_MENTION
from schemas.entities import FCT_ENTITY_MENTION
from schemas.figures import BRIDGE_FIGURE_ENTITY, FCT_FIGURE
from schemas.quotes import FCT_QUOTE

AnalyseText = Callable[..., AnalysedDocument]
DAY = dt.date(2031, 5, 10)

STATEMENT = (
    "Statement of the Harbour Council\n\n"
    "We, the members of the Harbour Council, met in Antwerp today. "
    "We have placed 1,800 dredgers in Antwerp and will keep them there."
)


def read(
    analysed: AnalyseText, *texts: str | tuple[str, dict[str, Any]]
) -> dict[str, pl.DataFrame]:
    """Return the linked tables over texts, each its own publisher's unless it says otherwise."""
    rows: dict[str, list[dict[str, Any]]] = {
        name: []
        for name in (
            "figures dates sentences paragraphs segments documents sources quotes mentions "
            "figure_entities"
        ).split()
    }
    for one in texts:
        text, about = one if isinstance(one, tuple) else (one, {})
        published = about.get("published", DAY)
        document = analysed(text, published)
        base = {"document_id": document.document.document_id, "source_id": content_id("s", text)}
        rows["documents"].append(
            {
                **base,
                "external_id": text[:12],
                "publisher_name": about.get("publisher", content_id("p", text)),
                "published_date": published,
            }
        )
        rows["sources"].append({**base, "publisher_name": None})
        _add_text(rows, document, base, about)
        _add_facts(rows, document, base)
    frames = {
        "figures": _frame(rows["figures"], FCT_FIGURE),
        "dates": _frame(rows["dates"], FCT_DATE_MENTION),
        "quotes": _frame(rows["quotes"], FCT_QUOTE),
        "figure_entities": _frame(rows["figure_entities"], BRIDGE_FIGURE_ENTITY),
        "sentences": pl.DataFrame(rows["sentences"]),
        "paragraphs": pl.DataFrame(rows["paragraphs"]),
        "segments": pl.DataFrame(
            rows["segments"], schema_overrides={"outlet_name": pl.String}
        ).unique("segment_id", maintain_order=True),
        "documents": pl.DataFrame(rows["documents"], schema_overrides={"published_date": pl.Date}),
        "sources": pl.DataFrame(rows["sources"], schema_overrides={"publisher_name": pl.String}),
        "reuse": find_reuse(pl.DataFrame(rows["paragraphs"])),
    }
    mentions = _frame(rows["mentions"], FCT_ENTITY_MENTION)
    linked = link_entities(
        mentions.drop("entity_id"),
        frames["documents"].select("document_id", "source_id"),
        Overrides(),
    ).document_entities
    frames["mentions"] = (
        mentions.drop("entity_id")
        .join(linked, on="document_entity_id", how="left")
        .select(mentions.columns)
    )
    entity_of = frames["mentions"].select("entity_mention_id", "entity_id")
    frames["quotes"] = (
        frames["quotes"]
        .drop("speaker_entity_id")
        .join(
            entity_of.rename(
                {"entity_mention_id": "speaker_mention_id", "entity_id": "speaker_entity_id"}
            ),
            on="speaker_mention_id",
            how="left",
        )
        .with_columns(speaker_name=pl.col("speaker_surface"))
    )
    return frames


def _add_text(
    rows: dict[str, list[dict[str, Any]]],
    document: AnalysedDocument,
    base: dict[str, str],
    about: dict[str, Any],
) -> None:
    """Add a text's rows. `about` gives the outlets whose items follow them, and standing words."""
    outlet = None
    for paragraph in document.paragraphs:
        text = document.text[paragraph.char_start : paragraph.char_end]
        outlet = text if text in about.get("outlets", ()) else outlet
        segment_id = content_id("g", base["document_id"], outlet or "")
        rows["segments"].append(
            {
                **base,
                "segment_id": segment_id,
                "outlet_name": outlet,
                "has_own_outlet": outlet is not None,
            }
        )
        rows["paragraphs"].append(
            {
                **base,
                "paragraph_id": content_id("p", base["document_id"], paragraph.char_start),
                "segment_id": segment_id,
                "char_start": paragraph.char_start,
                "text": text,
                "is_used": True,
                "is_boilerplate": about.get("standing", "\0") in text,
            }
        )
    for sentence in document.sentences:
        rows["sentences"].append(
            {
                **base,
                "sentence_id": content_id("t", base["document_id"], sentence.char_start),
                "sentence_index": sentence.index,
                "char_start": sentence.char_start,
                "dateline_char_end": sentence.dateline_end,
                "text": document.text[sentence.char_start : sentence.char_end],
            }
        )


def _add_facts(
    rows: dict[str, list[dict[str, Any]]], document: AnalysedDocument, base: dict[str, str]
) -> None:
    facts = extract_facts(document)
    for table, key, found in (
        ("figures", "figure_id", facts.figures),
        ("dates", "date_mention_id", facts.dates),
        ("quotes", "quote_id", facts.quotes),
        ("mentions", "entity_mention_id", facts.mentions),
    ):
        for fact in found:
            sentence = document.sentence_at(fact.char_start)
            paragraph = document.paragraph_at(fact.char_start)
            rows[table].append(
                {
                    **{field.name: getattr(fact, field.name) for field in fields(fact)},
                    **base,
                    key: fact.fact_id,
                    "surface": document.text[fact.char_start : fact.char_end],
                    "sentence_id": content_id("t", base["document_id"], sentence.char_start),
                    "paragraph_id": content_id("p", base["document_id"], paragraph.char_start),
                }
            )
    for link in facts.figure_entities:
        rows["figure_entities"].append(
            {
                "figure_id": link.figure.fact_id,
                "entity_mention_id": link.entity_mention_id,
                "role": link.role,
            }
        )


def _frame(rows: list[dict[str, Any]], table: Any) -> pl.DataFrame:
    schema = polars_schema(table)
    return pl.DataFrame(
        {name: [row.get(name) for row in rows] for name in schema.names()}, schema=schema
    )


def claims(analysed: AnalyseText, *texts: str | tuple[str, dict[str, Any]]) -> ClaimFrames:
    frames = find_claims(**read(analysed, *texts))
    DIM_CLAIM.validate(frames.dim_claim)
    BRIDGE_CLAIM_FIGURE.validate(frames.bridge_claim_figure)
    BRIDGE_CLAIM_DATE.validate(frames.bridge_claim_date)
    FCT_CONTRADICTION.validate(frames.fct_contradiction)
    return frames


def largest(frames: ClaimFrames) -> dict[str, Any]:
    """Return the claim with most mentions."""
    return frames.dim_claim.sort("mention_count", "claim_id", descending=True).row(0, named=True)


TWO_VOICES = (
    "Divers in Malta recovered 212 amphorae from the wreck off Gozo on Tuesday.",
    "A museum in Malta has 212 amphorae which were recovered off Gozo.",
)


def test_two_publishers_in_their_own_words_corroborate(analysed: AnalyseText) -> None:
    claim = largest(claims(analysed, *TWO_VOICES))
    assert (claim["status_code"], claim["witness_count"]) == ("corroborated", 2)


def test_one_publisher_twice_is_one_witness(analysed: AnalyseText) -> None:
    claim = largest(claims(analysed, *((text, {"publisher": "P"}) for text in TWO_VOICES)))
    assert (claim["status_code"], claim["witness_count"]) == ("repeated", 1)


def test_repeated_wording_is_one_witness(analysed: AnalyseText) -> None:
    frames = claims(analysed, TWO_VOICES[0], f"{TWO_VOICES[0]} Nobody else was there to see it.")
    assert largest(frames)["witness_count"] == 1
    assert "shared_wording" in frames.bridge_claim_figure["witness_code"].to_list()


def test_one_speaker_in_two_papers_is_one_witness(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        'Anna Lindqvist told reporters in Malmo: "We need 640 pumps for the canal."',
        '"There are 640 pumps that the canal in Malmo needs," said Anna Lindqvist.',
    )
    claim = largest(frames)
    assert (claim["document_count"], claim["witness_count"]) == (2, 1)


DIGEST = "The Evening Post\n\nA museum in Malta has 212 amphorae which were recovered off Gozo.\n\n"


def test_an_item_of_a_digest_is_a_witness_of_its_own(analysed: AnalyseText) -> None:
    digest = f"{DIGEST}Island Radio\n\nOff Gozo divers found 212 amphorae, all of them for Malta."
    frames = claims(analysed, (digest, {"outlets": ("The Evening Post", "Island Radio")}))
    claim = largest(frames)
    assert (claim["document_count"], claim["publisher_count"], claim["witness_count"]) == (1, 2, 2)
    assert claim["status_code"] == "corroborated"
    assert set(frames.bridge_claim_figure["witness_code"]) == {"digest_item"}
    # The same text without outlets is one voice.
    assert largest(claims(analysed, digest))["witness_count"] == 1


def test_an_item_of_a_digest_counts_once_with_its_outlets_own_text(analysed: AnalyseText) -> None:
    own = (TWO_VOICES[0], {"publisher": "The Evening Post"})
    other = (TWO_VOICES[0], {"publisher": "Island Radio"})
    digest = (DIGEST, {"outlets": ("The Evening Post",)})
    assert largest(claims(analysed, digest, own))["witness_count"] == 1
    assert largest(claims(analysed, digest, other))["witness_count"] == 2


def test_items_of_a_digest_may_contradict_each_other(analysed: AnalyseText) -> None:
    digest = (
        "The Evening Post\n\nThe fire in Porto destroyed 14 warehouses on Friday.\n\n"
        "Island Radio\n\nThe fire in Porto destroyed 23 warehouses on Friday."
    )
    frames = claims(analysed, (digest, {"outlets": ("The Evening Post", "Island Radio")}))
    (explanation,) = frames.fct_contradiction["explanation"]
    assert "The Evening Post (in " in explanation
    assert "Island Radio (in " in explanation
    assert claims(analysed, digest).fct_contradiction.is_empty()


def test_standing_lines_take_no_part(analysed: AnalyseText) -> None:
    line = "Join the 212 amphorae hunters of Malta who read us from Gozo to Sliema."
    text = f"{TWO_VOICES[0]}\n\n{line}"
    with_line = claims(analysed, text)
    without = claims(analysed, (text, {"standing": "Join the 212"}))
    assert with_line.bridge_claim_figure.height == without.bridge_claim_figure.height + 1
    assert "212 amphorae hunters" in with_line.dim_claim["claim_name"].to_list()
    assert "212 amphorae hunters" not in without.dim_claim["claim_name"].to_list()


def test_reports_of_an_act_go_back_to_the_actors_own_statement(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        STATEMENT.replace("Harbour Council", "OSCE").replace("dredgers", "monitors"),
        "The OSCE has placed 1,800 monitors in Antwerp, which surprised the neighbours.",
    )
    claim = largest(frames)
    assert (claim["document_count"], claim["witness_count"]) == (2, 1)


def test_who_gives_another_value_does_not_corroborate(analysed: AnalyseText) -> None:
    claim = largest(
        claims(
            analysed,
            "The fire in Porto destroyed 14 warehouses on Friday.",
            "The fire in Porto destroyed 23 warehouses on Friday.",
        )
    )
    assert (claim["status_code"], claim["position_count"]) == ("disputed", 2)


def test_a_later_value_in_a_later_report_is_an_update(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        "The fire in Porto has destroyed 14 warehouses.",
        (
            "The fire in Porto has destroyed 23 warehouses.",
            {"published": DAY + dt.timedelta(days=2)},
        ),
    )
    assert largest(frames)["is_updated"]
    assert frames.fct_contradiction.is_empty()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("about 40,000 crates", "more than 40,000 crates"),
        ("some 3.6 million crates", "3,674,952 crates"),
        ("at least 120 crates", "131 crates"),
        ("between 80 and 120 crates", "95 crates"),
    ],
)
def test_rounding_bounds_and_ranges_agree(analysed: AnalyseText, first: str, second: str) -> None:
    frames = claims(
        analysed,
        f"The harbour of Rotterdam shipped {first} of tulips to Oslo in March.",
        f"In March the harbour of Rotterdam shipped {second} of tulips to Oslo.",
    )
    assert largest(frames)["document_count"] == 2
    assert frames.fct_contradiction.is_empty()


def test_a_quotation_in_two_mouths_is_a_contradiction(analysed: AnalyseText) -> None:
    words = "Nobody in this valley will ever again drink water that a mine has touched"
    frames = claims(
        analysed,
        f'"{words}," said Marta Kowalska in Gdansk.',
        f'"{words}," said Pavel Dvorak in Prague.',
    )
    (row,) = frames.fct_contradiction.iter_rows(named=True)
    assert (row["kind_code"], row["claim_id"]) == ("speaker", None)


def test_an_excerpt_of_a_quotation_contradicts_nothing(analysed: AnalyseText) -> None:
    words = "Nobody in this valley will ever again drink water that a mine has touched"
    frames = claims(
        analysed,
        f'"{words}," said Marta Kowalska in Gdansk.',
        f'"{words.removeprefix("Nobody in this valley ")}," Marta Kowalska said.',
    )
    assert frames.fct_contradiction.is_empty()


def test_long_wordings_are_shown_where_they_part(analysed: AnalyseText) -> None:
    ending = "every lighthouse on the northern coast will be lit by {} lamps before the winter."
    before = "Nobody who sails past this harbour at night shall ever again have to guess, and that "
    aside = "Every pilot, cook, clerk and rower of this town has asked me for years, and I agree: "
    for first, second in ((before, before), ("", f"Every {aside}{aside}")):
        frames = claims(
            analysed,
            f'"{first}{ending.format("electric")}" said Maren Olsdatter.',
            f'"{second}{ending.format("modern gas")}" said Maren Olsdatter.',
        )
        (explanation,) = frames.fct_contradiction["explanation"]
        for lamps in ("electric lamps", "modern gas lamps"):
            assert f"the northern coast will be lit by {lamps}" in explanation


def test_every_figure_belongs_to_exactly_one_claim(analysed: AnalyseText) -> None:
    tables = read(analysed, *TWO_VOICES, STATEMENT)
    frames = find_claims(**tables)
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


def as_rows(frames: ClaimFrames) -> list[list[tuple[Any, ...]]]:
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
    at_once = as_rows(find_claims(**tables))
    assert tables["figures"].height > portion
    monkeypatch.setattr("pipeline.link.claims.find.FACTS_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.blocks.KEYS_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.link.PAIRS_AT_ONCE", portion)
    monkeypatch.setattr("pipeline.link.claims.link.MENTIONS_AT_ONCE", portion)
    assert as_rows(find_claims(**tables)) == at_once


def test_a_block_that_is_full_still_brings_one_story_together(
    analysed: AnalyseText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.link.claims.blocks.BLOCK_CAP", 3)
    tellings = [
        f"{TWO_VOICES[0]} Paper number {word} has it." for word in "one two six ten".split()
    ]
    claim = largest(claims(analysed, *TWO_VOICES, *tellings))
    assert (claim["document_count"], claim["witness_count"]) == (6, 2)


def test_packed_mentions_come_back_whole(analysed: AnalyseText) -> None:
    tables = read(analysed, *MIXED)
    known = context(**{name: frame for name, frame in tables.items() if name != "reuse"})
    gathered = [
        *figure_mentions(tables["figures"].iter_rows(named=True), known),
        *date_mentions(tables["dates"].iter_rows(named=True), known),
    ]
    assert any(one.as_of for one in gathered)
    store = MentionStore()
    for one in reversed(gathered):
        store.add(one)
    places = store.seal()
    assert [store[int(place)] for place in reversed(places)] == gathered
    assert [store[place].mention_id for place in range(len(store))] == sorted(
        one.mention_id for one in gathered
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(analysed: AnalyseText, seed: int) -> None:
    tables = read(analysed, *MIXED)
    shuffled = {
        name: frame.sample(fraction=1, shuffle=True, seed=seed) for name, frame in tables.items()
    }
    assert as_rows(find_claims(**shuffled)) == as_rows(find_claims(**tables))


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
    edges = [(5.0, 0, 1), (4.0, 1, 2)]
    groups = clusters(3, edges, lambda a, b: {a, b} == {0, 2}, ["a", "b", "c"])
    assert groups == [[0, 1], [2]]


def test_nothing_gives_empty_tables(analysed: AnalyseText) -> None:
    frames = claims(analysed, "The choir sang and the rain fell on the square.")
    assert frames.dim_claim.is_empty()
    assert frames.fct_contradiction.is_empty()
