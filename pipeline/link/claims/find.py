"""Finding claims: from the linked tables of all documents to the four tables about claims.

Documents are gathered a few thousand at a time and their mentions packed; pairs are compared,
and mentions brought together and judged, a bounded number at a time; everything else waits on
disk. What comes out is a function of the set of rows, whatever the sizes of these portions.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandera.polars as pa
import polars as pl

from pipeline.link.claims.blocks import candidate_pairs
from pipeline.link.claims.context import context
from pipeline.link.claims.contradictions import Label
from pipeline.link.claims.keys import Keys
from pipeline.link.claims.link import PassagesOf, Rules, claims_of
from pipeline.link.claims.match import margin, match_figures
from pipeline.link.claims.match_dates import date_margin, match_dates, veto_dates
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.mentions import date_mentions, figure_mentions
from pipeline.link.claims.portions import Tables, cut
from pipeline.link.claims.quotations import quote_contradictions
from pipeline.link.claims.rows import Claim, bridge_row, claim_row, contradiction_row, frame
from pipeline.link.claims.scratch import connect, parquet
from pipeline.link.claims.store import MentionStore
from pipeline.link.claims.values import values_agree
from pipeline.link.claims.vetoes import veto_figures
from pipeline.link.claims.witnesses import Passages, passages_of
from schemas.claims import (
    BRIDGE_CLAIM_DATE,
    BRIDGE_CLAIM_FIGURE,
    DIM_CLAIM,
    FCT_CONTRADICTION,
)
from schemas.ddl import literal

FACTS_AT_ONCE = 20_000
"""Figures and dates whose sentences, documents and entities are looked up at one time."""
ROWS_AT_ONCE = 100_000
"""Rows of a table that are held before they are written."""


@dataclass(slots=True, frozen=True)
class ClaimFrames:
    """The rows of the four tables, each sorted by its key, on disk."""

    dim_claim: pl.LazyFrame
    bridge_claim_figure: pl.LazyFrame
    bridge_claim_date: pl.LazyFrame
    fct_contradiction: pl.LazyFrame


_FIGURES = Rules(
    match_figures,
    lambda a, b: veto_figures(a, b, values_agree(a, b)) is not None,
    lambda match, _a, _b: margin(match),
)
_DATES = Rules(match_dates, lambda a, b: veto_dates(a, b) is not None, date_margin)


def find_claims(
    scratch: Path,
    *,
    figures: pl.LazyFrame,
    dates: pl.LazyFrame,
    sentences: pl.LazyFrame,
    documents: pl.LazyFrame,
    paragraphs: pl.LazyFrame,
    segments: pl.LazyFrame,
    sources: pl.LazyFrame,
    reuse: pl.LazyFrame,
    quotes: pl.LazyFrame,
    mentions: pl.LazyFrame,
    figure_entities: pl.LazyFrame,
) -> ClaimFrames:
    """Return claims and contradictions over the linked tables of all documents.

    `scratch` is an empty folder for what does not fit into memory. The rows returned lie there
    too: whoever gives the folder removes it once they are read.
    """
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
    rows = _Rows(scratch / "rows")
    with _without_cycle_collection():
        for (store, pairs, rules), bridge in zip(
            _gathered(tables, scratch), (BRIDGE_CLAIM_FIGURE, BRIDGE_CLAIM_DATE), strict=True
        ):
            for claims in claims_of(store, pairs, rules, _passages(reuse), _naming(labels)):
                rows.add_claims(claims, bridge)
    rows.add(
        FCT_CONTRADICTION,
        quote_contradictions(
            quotes.collect(),
            mentions.select("entity_id", "entity_type").unique().collect(),
            labels.__getitem__,
            _order(documents),
        ),
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


def _gathered(tables: Tables, scratch: Path) -> Iterator[tuple[MentionStore, pl.LazyFrame, Rules]]:
    """Yield all figures, then all dates, packed, with the pairs to compare and how."""
    kinds = []
    for name, rules in (("figures", _FIGURES), ("dates", _DATES)):
        folder = scratch / name
        folder.mkdir()
        kinds.append((MentionStore(folder / "packed"), Keys(folder), rules))
    for part in cut(tables, scratch / "portions", FACTS_AT_ONCE):
        known = context(**part)
        # In the order of the text, wherever their rows lay: what is taken back is replaced by
        # what stands beside it.
        figures = part["figures"].sort("document_id", "char_start", "figure_id")
        found = (
            figure_mentions(figures.iter_rows(named=True), known),
            date_mentions(part["dates"].iter_rows(named=True), known),
        )
        for (store, keys, _), mentions in zip(kinds, found, strict=True):
            for one in mentions:
                keys.add(one)
                store.add(one)
    while kinds:
        # Whoever asks for the next has done with the one before.
        store, keys, rules = kinds.pop(0)
        keys.write()
        yield store, candidate_pairs(keys.folder, store.seal()), rules


def _passages(reuse: pl.LazyFrame) -> PassagesOf:
    """Return what looks up the passages that some paragraphs share."""

    def of(paragraphs: set[str]) -> Passages:
        ids = pl.lit(pl.Series(sorted(paragraphs), dtype=pl.String).implode())
        return passages_of(
            reuse.filter(
                pl.col("paragraph_id_a").is_in(ids), pl.col("paragraph_id_b").is_in(ids)
            ).collect()
        )

    return of


class _Rows:
    """The rows of several tables, as they come: in files, which are sorted in the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, list[pl.DataFrame]] = defaultdict(list)
        self._files = 0

    def add(self, table: pa.DataFrameSchema, rows: list[dict[str, Any]]) -> None:
        held = self._held[str(table.name)]
        held.append(frame(table, rows))
        if sum(one.height for one in held) >= ROWS_AT_ONCE:
            self._write(table)

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

    def sorted(self, table: pa.DataFrameSchema, key: str) -> pl.LazyFrame:
        """Return the rows of a table, all of which have been added, by their key."""
        self._write(table)
        parts, whole = self._folder / str(table.name), self._folder / f"{table.name}.parquet"
        with connect(self._folder) as connection:
            connection.execute(
                f"COPY (FROM {parquet(parts / '*.parquet')} ORDER BY {key}) "
                f"TO {literal(str(whole))} (FORMAT parquet)"
            )
        return pl.scan_parquet(whole)

    def _write(self, table: pa.DataFrameSchema) -> None:
        held = [frame(table, []), *self._held.pop(str(table.name), [])]
        parts = self._folder / str(table.name)
        parts.mkdir(parents=True, exist_ok=True)
        pl.concat(held).write_parquet(parts / f"{self._files:05d}.parquet")
        self._files += 1


def _labels(documents: pl.LazyFrame, sources: pl.LazyFrame) -> dict[str, str]:
    """Return how each document is called in an explanation: by its publisher, else its own id."""
    named = documents.select("document_id", "source_id", "external_id", "publisher_name").join(
        sources.select("source_id", source_publisher="publisher_name"), on="source_id", how="left"
    )
    return dict(
        named.select(
            "document_id", pl.coalesce("publisher_name", "source_publisher", "external_id")
        )
        .collect()
        .iter_rows()
    )


def _naming(labels: Mapping[str, str]) -> Label:
    """Return what names a mention's source: an item of a digest by its outlet and its document."""

    def label(mention: Mention) -> str:
        whole = labels[mention.document_id]
        is_named = mention.story_id not in (mention.document_id, mention.publisher)
        return f"{mention.publisher} (in {whole})" if is_named else whole

    return label


def _order(documents: pl.LazyFrame) -> Callable[[str], tuple[Any, ...]]:
    """Return what sorts documents by publication, undated last."""
    published = dict(documents.select("document_id", "published_date").collect().iter_rows())

    def order(document_id: str) -> tuple[Any, ...]:
        day = published[document_id]
        return day is None, day or 0, document_id

    return order
