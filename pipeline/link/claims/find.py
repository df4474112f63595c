"""Finding claims: from the linked tables of all documents to the four tables about claims.

Documents are gathered a few thousand at a time and their mentions packed; pairs are compared,
and mentions brought together and judged, a bounded number at a time. What comes out is a
function of the set of rows, whatever the sizes of these portions.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pandera.polars as pa
import polars as pl

from pipeline.link.claims.blocks import Keys
from pipeline.link.claims.context import context
from pipeline.link.claims.contradictions import Label
from pipeline.link.claims.link import Rules, claims_of
from pipeline.link.claims.match import margin, match_figures
from pipeline.link.claims.match_dates import date_margin, match_dates, veto_dates
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.mentions import date_mentions, figure_mentions
from pipeline.link.claims.quotations import quote_contradictions
from pipeline.link.claims.rows import Claim, bridge_row, claim_row, contradiction_row, frame
from pipeline.link.claims.store import MentionStore
from pipeline.link.claims.values import values_agree
from pipeline.link.claims.vetoes import veto_figures
from pipeline.link.claims.witnesses import passages_of
from schemas.claims import (
    BRIDGE_CLAIM_DATE,
    BRIDGE_CLAIM_FIGURE,
    DIM_CLAIM,
    FCT_CONTRADICTION,
)

FACTS_AT_ONCE = 20_000
"""Figures and dates whose sentences, documents and entities are looked up at one time."""

Tables = Mapping[str, pl.DataFrame]


@dataclass(slots=True, frozen=True)
class ClaimFrames:
    """The rows of the four tables."""

    dim_claim: pl.DataFrame
    bridge_claim_figure: pl.DataFrame
    bridge_claim_date: pl.DataFrame
    fct_contradiction: pl.DataFrame


_FIGURES = Rules(
    match_figures,
    lambda a, b: veto_figures(a, b, values_agree(a, b)) is not None,
    lambda match, _a, _b: margin(match),
)
_DATES = Rules(match_dates, lambda a, b: veto_dates(a, b) is not None, date_margin)


def find_claims(
    *,
    figures: pl.DataFrame,
    dates: pl.DataFrame,
    sentences: pl.DataFrame,
    documents: pl.DataFrame,
    paragraphs: pl.DataFrame,
    segments: pl.DataFrame,
    sources: pl.DataFrame,
    reuse: pl.DataFrame,
    quotes: pl.DataFrame,
    mentions: pl.DataFrame,
    figure_entities: pl.DataFrame,
) -> ClaimFrames:
    """Return claims and contradictions over the linked tables of all documents."""
    # What every page of a publisher repeats is told of nothing.
    standing = paragraphs.filter("is_boilerplate").select("paragraph_id")
    quotes = quotes.join(standing, on="paragraph_id", how="anti")
    tables = {
        "figures": figures.join(standing, on="paragraph_id", how="anti"),
        "dates": dates.join(standing, on="paragraph_id", how="anti"),
        "sentences": sentences,
        "documents": documents,
        "paragraphs": paragraphs,
        "segments": segments,
        "sources": sources,
        "quotes": quotes,
        "mentions": mentions,
        "figure_entities": figure_entities,
    }
    labels = _labels(documents, sources)
    passages = passages_of(reuse)
    rows = _Rows()
    with _without_cycle_collection():
        for gathered, bridge in zip(
            _gathered(tables), (BRIDGE_CLAIM_FIGURE, BRIDGE_CLAIM_DATE), strict=True
        ):
            for claims in claims_of(*gathered, passages, _naming(labels)):
                rows.add_claims(claims, bridge)
    rows.add(
        FCT_CONTRADICTION,
        quote_contradictions(quotes, mentions, labels.__getitem__, _order(documents)),
    )
    return ClaimFrames(
        rows.sorted(DIM_CLAIM, "claim_id"),
        rows.sorted(BRIDGE_CLAIM_FIGURE, "figure_id"),
        rows.sorted(BRIDGE_CLAIM_DATE, "date_mention_id"),
        rows.sorted(FCT_CONTRADICTION, "contradiction_id"),
    )


@contextmanager
def _without_cycle_collection() -> Iterator[None]:
    """Keep Python from looking for cycles meanwhile.

    Mentions and claims make none, and to walk over them at every turn takes a third of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _gathered(tables: Tables) -> Iterator[tuple[MentionStore, Keys, Rules]]:
    """Yield all figures, then all dates, packed, with their keys and the rules they go by."""
    kinds = [(MentionStore(), Keys(), rules) for rules in (_FIGURES, _DATES)]
    for part in _by_documents(tables, FACTS_AT_ONCE):
        known = context(**part)
        found = (
            figure_mentions(part["figures"].iter_rows(named=True), known),
            date_mentions(part["dates"].iter_rows(named=True), known),
        )
        for (store, keys, _), mentions in zip(kinds, found, strict=True):
            for one in mentions:
                keys.add(one)
                store.add(one)
    while kinds:
        # Whoever asks for the next has done with the one before.
        yield kinds.pop(0)


class _Rows:
    """The rows of several tables, as they come: as columns, which take little room."""

    def __init__(self) -> None:
        self._parts: dict[str, list[pl.DataFrame]] = defaultdict(list)

    def add(self, table: pa.DataFrameSchema, rows: list[dict[str, Any]]) -> None:
        self._parts[table.name].append(frame(table, rows))

    def add_claims(self, claims: list[Claim], bridge: pa.DataFrameSchema) -> None:
        """Add claims with their mentions, whose rows `bridge` takes, and contradictions."""
        self.add(DIM_CLAIM, [claim_row(claim) for claim in claims])
        self.add(bridge, [bridge_row(claim, one) for claim in claims for one in claim.mentions])
        self.add(
            FCT_CONTRADICTION,
            [
                contradiction_row(claim.claim_id, one)
                for claim in claims
                for one in claim.verdict.contradictions
            ],
        )

    def sorted(self, table: pa.DataFrameSchema, key: str) -> pl.DataFrame:
        return pl.concat([frame(table, []), *self._parts.pop(table.name, [])]).sort(key)


def _by_documents(tables: Tables, facts: int) -> Iterator[dict[str, pl.DataFrame]]:
    """Yield what the tables have of some documents at a time, which have about so many facts."""
    counted = (
        pl.concat([tables[name].select("document_id") for name in ("figures", "dates")])
        .group_by("document_id")
        .len()
        .sort("document_id")
        .with_columns(portion=(pl.col("len").cum_sum() - pl.col("len")) // facts)
    )
    for portion in counted.partition_by("portion", maintain_order=True):
        part = {
            name: table.join(portion, on="document_id", how="semi")
            if "document_id" in table.columns
            else table
            for name, table in tables.items()
        }
        part["figure_entities"] = part["figure_entities"].join(
            part["figures"], on="figure_id", how="semi"
        )
        yield part


def _labels(documents: pl.DataFrame, sources: pl.DataFrame) -> dict[str, str]:
    """Return how each document is called in an explanation: by its publisher, else its own id."""
    named = documents.select("document_id", "source_id", "external_id", "publisher_name").join(
        sources.select("source_id", source_publisher="publisher_name"), on="source_id", how="left"
    )
    return dict(
        named.select(
            "document_id", pl.coalesce("publisher_name", "source_publisher", "external_id")
        ).iter_rows()
    )


def _naming(labels: Mapping[str, str]) -> Label:
    """Return what names a mention's source: an item of a digest by its outlet and its document."""

    def label(mention: Mention) -> str:
        whole = labels[mention.document_id]
        is_named = mention.story_id not in (mention.document_id, mention.publisher)
        return f"{mention.publisher} (in {whole})" if is_named else whole

    return label


def _order(documents: pl.DataFrame) -> Callable[[str], tuple[Any, ...]]:
    """Return what sorts documents by publication, undated last."""
    published = dict(documents.select("document_id", "published_date").iter_rows())

    def order(document_id: str) -> tuple[Any, ...]:
        day = published[document_id]
        return day is None, day or 0, document_id

    return order
