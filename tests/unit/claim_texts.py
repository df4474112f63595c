"""Texts made into the linked tables that claims are found in."""

import datetime as dt
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.document import AnalysedDocument
from pipeline.extract.document import extract_facts
from pipeline.identity import content_id
from pipeline.link.claims import COLUMNS, find_claims
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
_TABLE_OF = {
    "figures": "fct_figure",
    "dates": "fct_date_mention",
    "quotes": "fct_quote",
    "mentions": "fct_entity_mention",
    "figure_entities": "bridge_figure_entity",
    "sentences": "dim_sentence",
    "paragraphs": "dim_paragraph",
    "segments": "dim_segment",
    "documents": "dim_document",
    "sources": "dim_source",
    "reuse": "fct_text_reuse",
}


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
                "basis": "whole" if outlet is None else "outlet_line",
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
                "is_used": True,
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


@dataclass
class Claims:
    """The rows of the four tables."""

    dim_claim: pl.DataFrame
    bridge_claim_figure: pl.DataFrame
    bridge_claim_date: pl.DataFrame
    fct_contradiction: pl.DataFrame


def found_in(tables: dict[str, pl.DataFrame]) -> Claims:
    """Return what is found in linked tables, of which only the columns promised are shown."""
    known = {name: table.lazy().select(COLUMNS[_TABLE_OF[name]]) for name, table in tables.items()}
    with tempfile.TemporaryDirectory() as scratch:
        frames = find_claims(Path(scratch), **known)
        return Claims(
            *(getattr(frames, one.name).collect() for one in fields(Claims)),
        )


def claims(analysed: AnalyseText, *texts: str | tuple[str, dict[str, Any]]) -> Claims:
    frames = found_in(read(analysed, *texts))
    DIM_CLAIM.validate(frames.dim_claim)
    BRIDGE_CLAIM_FIGURE.validate(frames.bridge_claim_figure)
    BRIDGE_CLAIM_DATE.validate(frames.bridge_claim_date)
    FCT_CONTRADICTION.validate(frames.fct_contradiction)
    return frames


def largest(frames: Claims) -> dict[str, Any]:
    """Return the claim with most mentions."""
    return frames.dim_claim.sort("mention_count", "claim_id", descending=True).row(0, named=True)


TWO_VOICES = (
    "Divers in Malta recovered 212 amphorae from the wreck off Gozo on Tuesday.",
    "A museum in Malta has 212 amphorae which were recovered off Gozo.",
)

STATEMENT = (
    "Statement of the Harbour Council\n\n"
    "We, the members of the Harbour Council, met in Antwerp today. "
    "We have placed 1,800 dredgers in Antwerp and will keep them there."
)

DIGEST = "The Evening Post\n\nA museum in Malta has 212 amphorae which were recovered off Gozo.\n\n"
