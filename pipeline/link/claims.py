"""Claims: figures and dates that speak of one thing, who stands behind them, who contradicts.

Mentions are gathered, blocked, compared pair by pair and brought together; each claim then has
its witnesses counted and its contradictions typed. Everything is a function of the set of rows.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.identity import content_id
from pipeline.link.claim_blocks import candidate_pairs
from pipeline.link.claim_clusters import clusters
from pipeline.link.claim_match import Match, is_same, is_same_date, match_dates, match_figures
from pipeline.link.claim_mentions import Context, Mention, context, date_mentions, figure_mentions
from pipeline.link.claim_witnesses import Witness, Wording, chronological, witnesses
from pipeline.link.contradictions import Contradiction, Verdict, judge
from schemas.claims import (
    BRIDGE_CLAIM_DATE,
    BRIDGE_CLAIM_FIGURE,
    DIM_CLAIM,
    FCT_CONTRADICTION,
    ClaimKind,
    ClaimStatus,
    ContradictionKind,
    Severity,
)
from schemas.contract import polars_schema


@dataclass(slots=True, frozen=True)
class ClaimFrames:
    """The rows of the four tables."""

    dim_claim: pl.DataFrame
    bridge_claim_figure: pl.DataFrame
    bridge_claim_date: pl.DataFrame
    fct_contradiction: pl.DataFrame


@dataclass(slots=True)
class _Claim:
    claim_id: str
    mentions: list[Mention]
    witnesses: dict[str, Witness]
    verdict: Verdict


def find_claims(
    figures: pl.DataFrame,
    dates: pl.DataFrame,
    sentences: pl.DataFrame,
    documents: pl.DataFrame,
    sources: pl.DataFrame,
    reuse: pl.DataFrame,
    quotes: pl.DataFrame,
    mentions: pl.DataFrame,
    figure_entities: pl.DataFrame,
) -> ClaimFrames:
    """Return claims and contradictions over the linked tables of all documents."""
    known = context(dates, sentences, documents, sources, mentions, figure_entities)
    wording = Wording(reuse)
    label = _labels(known)
    claims: list[_Claim] = []
    matches: dict[str, Match] = {}
    told_figures = figure_mentions(figures.sort("figure_id").iter_rows(named=True), known)
    claims += _claims(told_figures, match_figures, is_same, wording, label, matches)
    told_dates = date_mentions(dates.sort("date_mention_id").iter_rows(named=True), known)
    claims += _claims(told_dates, match_dates, is_same_date, wording, label, matches)
    bridge = [_bridge_row(claim, one, matches) for claim in claims for one in claim.mentions]
    kinds = {one.mention_id: one.kind for claim in claims for one in claim.mentions}
    return ClaimFrames(
        _frame(DIM_CLAIM, [_claim_row(one) for one in claims], "claim_id"),
        _frame(
            BRIDGE_CLAIM_FIGURE,
            [_renamed(row, "figure_id") for row in bridge if kinds[row["id"]] == ClaimKind.FIGURE],
            "figure_id",
        ),
        _frame(
            BRIDGE_CLAIM_DATE,
            [
                _renamed(row, "date_mention_id")
                for row in bridge
                if kinds[row["id"]] == ClaimKind.DATE
            ],
            "date_mention_id",
        ),
        _frame(
            FCT_CONTRADICTION,
            [
                _contradiction_row(claim.claim_id, one)
                for claim in claims
                for one in claim.verdict.contradictions
            ],
            "contradiction_id",
        ),
    )


def _claims(
    mentions: list[Mention],
    compare: Callable[[Mention, Mention], Match],
    suffices: Callable[[Match, Mention, Mention], bool],
    wording: Wording,
    label: Callable[[Mention], str],
    matches: dict[str, Match],
) -> list[_Claim]:
    """Return the claims that the mentions make, and note each mention's best match."""
    edges = []
    for a, b in candidate_pairs(mentions).iter_rows():
        match = compare(mentions[a], mentions[b])
        if not suffices(match, mentions[a], mentions[b]):
            continue
        edges.append((match.score, a, b))
        for one in (mentions[a].mention_id, mentions[b].mention_id):
            best = matches.get(one)
            if best is None or (best.score, best.explanation) < (match.score, match.explanation):
                matches[one] = match
    groups = clusters(
        len(mentions),
        edges,
        lambda a, b: compare(mentions[a], mentions[b]).veto is not None,
        [one.mention_id for one in mentions],
    )
    result = []
    for group in groups:
        members = [mentions[place] for place in group]
        result.append(
            _Claim(
                content_id(DIM_CLAIM.name, members[0].mention_id),
                members,
                witnesses(members, wording),
                judge(members, label),
            )
        )
    return result


def _labels(known: Context) -> Callable[[Mention], str]:
    """Return how a mention's document is called in an explanation."""

    def label(mention: Mention) -> str:
        document = known.documents[mention.document_id]
        if mention.publisher != mention.source_id:
            return mention.publisher
        return str(document["external_id"])

    return label


_DISPUTING = {
    ContradictionKind.VALUE,
    ContradictionKind.THING_COUNTED,
    ContradictionKind.DATE_VALUE,
}


def status(claim: Sequence[Mention], witness_count: int, found: Sequence[Contradiction]) -> str:
    """Return how well a claim is borne out."""
    if any(
        one.severity == Severity.HARD or (one.severity == Severity.SOFT and one.kind in _DISPUTING)
        for one in found
    ):
        return ClaimStatus.DISPUTED
    if witness_count > 1:
        return ClaimStatus.CORROBORATED
    if len({one.document_id for one in claim}) > 1:
        return ClaimStatus.REPEATED
    return ClaimStatus.SINGLE_SOURCE


def _claim_row(claim: _Claim) -> dict[str, Any]:
    mentions = claim.mentions
    first = chronological(mentions)[0]
    is_figure = first.kind == ClaimKind.FIGURE
    published = [one.published for one in mentions if one.published]
    found = claim.verdict.contradictions
    witness_count = len({one.index for one in claim.witnesses.values()})
    low = min(one.low if one.value is None else one.value for one in mentions)
    high = max(one.high if one.value is None else one.value for one in mentions)
    return {
        "claim_id": claim.claim_id,
        "claim_kind": first.kind,
        "status_code": status(mentions, witness_count, found),
        "claim_name": _name(mentions),
        "unit_kind": first.dimension.split(":")[0].split("/")[0].rstrip("x") if is_figure else None,
        "unit_code": (first.dimension.partition(":")[2] or None) if is_figure else None,
        "counted_noun_lemma": _commonest([one.noun for one in mentions if one.noun]),
        "qualifier_code": _commonest([str(one.qualifier) for one in mentions])
        if is_figure
        else None,
        "value_low": low if is_figure else None,
        "value_high": high if is_figure and high != float("inf") else None,
        "date_start": int(low) if not is_figure else None,
        "date_end": int(high) if not is_figure else None,
        "mention_count": len(mentions),
        "document_count": len({one.document_id for one in mentions}),
        "publisher_count": len({one.publisher for one in mentions}),
        "witness_count": witness_count,
        "position_count": len(claim.verdict.positions),
        "contradiction_count": len(found),
        "is_updated": claim.verdict.is_updated,
        "first_published_date": min(published, default=None),
        "last_published_date": max(published, default=None),
    }


def _commonest(values: Sequence[str]) -> str | None:
    """Return the commonest value, of equals the first in the alphabet."""
    if not values:
        return None
    counts = Counter(values)
    return min(counts, key=lambda one: (-counts[one], one))


def _name(mentions: Sequence[Mention]) -> str:
    """Return a phrase that tells the claim from others: the plainest mention as written."""
    fullest = max(mentions, key=lambda one: (len(one.surface) <= 80, len(one.surface), one.surface))
    return " ".join(fullest.surface.split())


def _bridge_row(claim: _Claim, mention: Mention, matches: dict[str, Match]) -> dict[str, Any]:
    witness = claim.witnesses[mention.mention_id]
    match = matches.get(mention.mention_id) if len(claim.mentions) > 1 else None
    position = next(
        place
        for place, group in enumerate(claim.verdict.positions)
        if any(one is mention for one in group)
    )
    return {
        "claim_id": claim.claim_id,
        "id": mention.mention_id,
        "witness_index": witness.index,
        "witness_code": witness.reason,
        "position_index": position,
        "match_score": None if match is None else round(match.score, 3),
        "match_reasons": None if match is None else match.explanation,
    }


def _renamed(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {key: row["id"], **{name: value for name, value in row.items() if name != "id"}}


def _contradiction_row(claim_id: str | None, found: Contradiction) -> dict[str, Any]:
    row: dict[str, Any] = {
        "contradiction_id": content_id(
            FCT_CONTRADICTION.name,
            found.kind,
            *sorted((found.a.mention_id, found.b.mention_id)),
        ),
        "claim_id": claim_id,
        "kind_code": found.kind,
        "severity_code": found.severity,
        "explanation": found.explanation,
    }
    for side, mention, count in (("a", found.a, found.count_a), ("b", found.b, found.count_b)):
        column = "figure_id" if mention.kind == ClaimKind.FIGURE else "date_mention_id"
        row |= {
            f"{column}_{side}": mention.mention_id,
            f"document_id_{side}": mention.document_id,
            f"sentence_id_{side}": mention.sentence_id,
            f"surface_{side}": mention.surface,
            f"mention_count_{side}": count,
            f"char_start_{side}": mention.char_start,
            f"char_end_{side}": mention.char_end,
        }
    return row


def _frame(table: Any, rows: list[dict[str, Any]], order: str) -> pl.DataFrame:
    schema = polars_schema(table)
    if not rows:
        return pl.DataFrame(schema=schema)
    columns = {name: [row.get(name) for row in rows] for name in schema.names()}
    frame = pl.DataFrame(
        columns, schema_overrides={n: t for n, t in schema.items() if t != pl.Date}
    )
    return (
        frame.with_columns(
            pl.col(name).cast(pl.Int32, strict=False).cast(pl.Date)
            for name in ("date_start", "date_end")
            if name in schema
        )
        .select(pl.col(name).cast(dtype) for name, dtype in schema.items())
        .sort(order)
    )
