"""Context: look-ups over the linked tables that mentions are gathered from."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pipeline.link.claims import words as claim_words
from pipeline.link.claims.stories import gist
from pipeline.link.claims.voices import offices
from schemas.quotes import SpeakerBasis
from schemas.text import SegmentBasis

_OURS = re.compile(r"\bWe\b")
_HEAD = 12
"""Sentences and lines within which a statement says "we" for the first time."""
# What stands beside items is no item; those cut by their dates tell of one thing day by day.
_ONE_TELLER = (
    SegmentBasis.WHOLE,
    SegmentBasis.OUTSIDE,
    SegmentBasis.DATE,
    SegmentBasis.DATELINE,
)
_SETTING = 8
"""Entities at most that a text can be said to be set in."""


@dataclass
class Context:
    """Look-ups over the linked tables, made once."""

    sentences: dict[str, dict[str, Any]]
    documents: dict[str, dict[str, Any]]
    publishers: dict[str, str]
    items: dict[str, tuple[str, str]]
    """Of paragraphs in items of a digest with outlets of their own: the item, and the outlet."""
    parts: dict[str, str]
    """Of paragraphs in any items that may differ with each other, the item."""
    sentence_entities: dict[str, list[tuple[int, int, str, str]]]
    issuers: dict[str, frozenset[str]]
    dates: dict[str, dict[str, Any]]
    quotes: dict[str, dict[str, Any]]
    offices: dict[str, dict[str, set[str]]]
    """Of each document, the offices that its first sentences give to the names of speakers."""
    settings: dict[str, frozenset[str]]
    """The entities that each story names most."""
    gists: dict[str, frozenset[int]]
    """Of each document, what its first words come down to."""
    roles: dict[str, dict[str, list[tuple[int, str]]]] = field(default_factory=dict)
    """Figure -> role -> where the entity is named, and which it is."""


def rows_by(frame: pl.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a frame by one of their columns."""
    return {row[key]: row for row in frame.iter_rows(named=True)}


def context(
    *,
    figures: pl.DataFrame,
    dates: pl.DataFrame,
    sentences: pl.DataFrame,
    documents: pl.DataFrame,
    paragraphs: pl.DataFrame,
    segments: pl.DataFrame,
    sources: pl.DataFrame,
    quotes: pl.DataFrame,
    mentions: pl.DataFrame,
    figure_entities: pl.DataFrame,
) -> Context:
    """Return the look-ups that mentions are gathered from."""
    # Of a large corpus, most sentences give no figure and no date: they are left where they are.
    told = pl.concat([figures["sentence_id"], dates["sentence_id"]]).unique()
    heads = (
        sentences.select("document_id", "sentence_index", "sentence_id", "text", "is_used")
        .sort("document_id", "sentence_index")
        .group_by("document_id", maintain_order=True)
        .head(_HEAD)
    )
    wanted = pl.concat([told, heads["sentence_id"]]).unique()
    named = (
        mentions.filter(pl.col("entity_id").is_not_null())
        .sort("sentence_id", "char_start", "char_end", "entity_mention_id")
        .select(
            "entity_mention_id", "document_id", "paragraph_id", "sentence_id", "char_start",
            "char_end", "name", "entity_id", "entity_type",
        )
    )  # fmt: skip
    sentence_entities = _sentence_entities(
        named.filter(pl.col("sentence_id").is_in(wanted.implode()))
    )
    items = (
        paragraphs.select("paragraph_id", "segment_id")
        .join(segments.filter("has_own_outlet"), on="segment_id")
        .select("paragraph_id", "segment_id", outlet=pl.coalesce("outlet_name", "segment_id"))
    )
    return Context(
        sentences=rows_by(
            sentences.filter(pl.col("sentence_id").is_in(told.implode())).select(
                "sentence_id", "char_start", "dateline_char_end", "text"
            ),
            "sentence_id",
        ),
        documents=rows_by(documents, "document_id"),
        publishers=_publishers(documents, sources),
        items={paragraph: (item, outlet) for paragraph, item, outlet in items.iter_rows()},
        parts=dict(
            paragraphs.select("paragraph_id", "segment_id")
            .join(segments.filter(~pl.col("basis").is_in(_ONE_TELLER)), on="segment_id")
            .select("paragraph_id", "segment_id")
            .iter_rows()
        ),
        sentence_entities=sentence_entities,
        issuers=_issuers(heads, sentence_entities),
        dates=rows_by(
            dates.select("date_mention_id", "date_start", "date_end", "char_start", "surface"),
            "date_mention_id",
        ),
        quotes=rows_by(
            quotes.select(
                "quote_id",
                "speaker_basis",
                "speaker_entity_id",
                "speaker_surface",
                "speaker_role",
                "speaker_char_end",
            ),
            "quote_id",
        ),
        offices=_offices(heads, quotes),
        settings=_settings(named, items),
        gists={
            document_id: gist(texts)
            for document_id, texts in heads.filter("is_used")
            .group_by("document_id", maintain_order=True)
            .agg("text")
            .iter_rows()
        },
        roles=_roles(figure_entities, named),
    )


def _offices(heads: pl.DataFrame, quotes: pl.DataFrame) -> dict[str, dict[str, set[str]]]:
    """Return the offices that the first sentences of each document give to those it quotes."""
    speakers: dict[str, set[str]] = defaultdict(set)
    named = quotes.filter(pl.col("speaker_basis") == SpeakerBasis.NAMED)
    for document_id, surface in named.select("document_id", "speaker_surface").iter_rows():
        speakers[document_id].update((surface or "").split()[-1:])
    spoken = heads.filter(pl.col("document_id").is_in(sorted(speakers)))
    return {
        document_id: offices(
            text for text in texts if any(name in text for name in speakers[document_id])
        )
        for document_id, texts in spoken.group_by("document_id", maintain_order=True)
        .agg("text")
        .iter_rows()
    }


def _publishers(documents: pl.DataFrame, sources: pl.DataFrame) -> dict[str, str]:
    """Return who published each document; where nobody says, the source stands for it."""
    names = dict(sources.select("source_id", "publisher_name").iter_rows())
    return {
        document: publisher or names.get(source) or source
        for document, source, publisher in documents.select(
            "document_id", "source_id", "publisher_name"
        ).iter_rows()
    }


def _sentence_entities(named: pl.DataFrame) -> dict[str, list[tuple[int, int, str, str]]]:
    """Return where each sentence names which entities, of what type."""
    found: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    columns = ("sentence_id", "char_start", "char_end", "name", "entity_id", "entity_type")
    for sentence_id, start, end, name, entity_id, kind in named.select(columns).iter_rows():
        entity = claim_words.nation(name or "") or entity_id
        found[sentence_id].append((start, end, entity, kind))
    return found


def _roles(
    figure_entities: pl.DataFrame, named: pl.DataFrame
) -> dict[str, dict[str, list[tuple[int, str]]]]:
    """Return the entities of each figure by the part they have in it, with their places."""
    tied = (
        figure_entities.select("figure_id", "entity_mention_id", "role")
        .join(
            named.select("entity_mention_id", "name", "char_start", "entity_id"),
            on="entity_mention_id",
        )
        .sort("figure_id", "entity_mention_id", "role")
    )
    roles: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for figure_id, _, role, name, start, entity_id in tied.iter_rows():
        roles[figure_id][role].append((start, claim_words.nation(name or "") or entity_id))
    return roles


def _settings(named: pl.DataFrame, items: pl.DataFrame) -> dict[str, frozenset[str]]:
    """Return what each story is set in: what it names more than half as often as any.

    A text that names many things once each is set nowhere in particular.
    """
    distinct = named.select("name").unique()
    nations = distinct.with_columns(
        nation=pl.Series(
            [claim_words.nation(one or "") for one in distinct["name"]], dtype=pl.String
        )
    )
    often = (
        named.filter(pl.col("entity_type") != "person")
        .join(nations, on="name", how="left", nulls_equal=True)
        .join(items.select("paragraph_id", "segment_id"), on="paragraph_id", how="left")
        .select(
            "sentence_id",
            entity=pl.coalesce("nation", "entity_id"),
            story=pl.coalesce("segment_id", "document_id"),
        )
        .group_by("story", "entity")
        .agg(times=pl.col("sentence_id").n_unique())
        .filter(pl.col("times") * 2 > pl.col("times").max().over("story"))
        .group_by("story")
        .agg(pl.col("entity").sort())
        .filter(pl.col("entity").list.len() <= _SETTING)
    )
    return {story: frozenset(entities) for story, entities in often.iter_rows()}


def _issuers(
    heads: pl.DataFrame, entities: Mapping[str, list[tuple[int, int, str, str]]]
) -> dict[str, frozenset[str]]:
    """Return the organizations that each document headed as a statement by "we" speaks for.

    `heads` are the first lines and sentences of all documents, in order.
    """
    found = {}
    for row in (
        heads.group_by("document_id", maintain_order=True).agg("sentence_id", "text").iter_rows()
    ):
        document_id, ids, texts = row
        ours = next((place for place, text in enumerate(texts) if _OURS.search(text)), None)
        if ours is None:
            continue
        is_headed = any(
            len(text) < 90 and claim_words.STATEMENT_NOUNS.intersection(claim_words.words(text))
            for text in texts[: ours + 1]
        )
        if is_headed:
            found[document_id] = frozenset(
                entity
                for sentence_id in ids[: ours + 1]
                for _, _, entity, kind in entities.get(sentence_id, ())
                if kind == "organization"
            )
    return found
