"""Claims: figures and dates that speak of one thing, who stands behind them, who contradicts.

Mentions are gathered, blocked, compared pair by pair and brought together; each claim then has
its witnesses counted and its contradictions typed. Everything is a function of the set of rows.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.identity import content_id
from pipeline.link.claims.blocks import candidate_pairs
from pipeline.link.claims.clusters import clusters
from pipeline.link.claims.context import Context, context
from pipeline.link.claims.contradictions import Contradiction, Verdict, judge
from pipeline.link.claims.match import (
    Match,
    margin,
    match_figures,
    values_agree,
    veto_figures,
)
from pipeline.link.claims.match_dates import date_margin, match_dates, veto_dates
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.mentions import date_mentions, figure_mentions
from pipeline.link.claims.quotations import quote_contradictions
from pipeline.link.claims.witnesses import Witness, Wording, chronological, witnesses
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
    matches: dict[str, Match]
    """Each mention's best match within the claim."""
    witnesses: dict[str, Witness]
    verdict: Verdict


@dataclass(slots=True, frozen=True)
class _Rules:
    """How mentions of one kind are compared, and when that suffices."""

    compare: Callable[[Mention, Mention], Match]
    excludes: Callable[[Mention, Mention], bool]
    margin: Callable[[Match, Mention, Mention], float | None]


_FIGURES = _Rules(
    match_figures,
    lambda a, b: veto_figures(a, b, values_agree(a, b)) is not None,
    lambda match, _a, _b: margin(match),
)
_DATES = _Rules(match_dates, lambda a, b: veto_dates(a, b) is not None, date_margin)


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
    figures = figures.join(standing, on="paragraph_id", how="anti")
    dates = dates.join(standing, on="paragraph_id", how="anti")
    known = context(
        figures=figures,
        dates=dates,
        sentences=sentences,
        documents=documents,
        paragraphs=paragraphs,
        segments=segments,
        sources=sources,
        quotes=quotes,
        mentions=mentions,
        figure_entities=figure_entities,
    )
    wording = Wording(reuse)
    document_label, order = _labels(known), _order(known)

    def label(mention: Mention) -> str:
        whole = document_label(mention.document_id)
        is_named = mention.story_id not in (mention.document_id, mention.publisher)
        return f"{mention.publisher} (in {whole})" if is_named else whole

    told = figure_mentions(figures.sort("figure_id").iter_rows(named=True), known)
    dated = date_mentions(dates.sort("date_mention_id").iter_rows(named=True), known)
    claims = [
        *_claims(told, _FIGURES, wording, label),
        *_claims(dated, _DATES, wording, label),
    ]
    bridge = [_bridge_row(claim, one) for claim in claims for one in claim.mentions]
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
                *(
                    _contradiction_row(claim.claim_id, one)
                    for claim in claims
                    for one in claim.verdict.contradictions
                ),
                *quote_contradictions(quotes, mentions, document_label, order),
            ],
            "contradiction_id",
        ),
    )


def _claims(
    mentions: list[Mention], rules: _Rules, wording: Wording, label: Callable[[Mention], str]
) -> list[_Claim]:
    """Return the claims that the mentions make."""
    edges: list[tuple[float, int, int]] = []
    for a, b in candidate_pairs(mentions).iter_rows():
        match = rules.compare(mentions[a], mentions[b])
        over = rules.margin(match, mentions[a], mentions[b])
        if over is not None:
            edges.append((over, a, b))
    groups = clusters(
        len(mentions),
        edges,
        lambda a, b: rules.excludes(mentions[a], mentions[b]),
        [one.mention_id for one in mentions],
    )
    group_of = {place: number for number, group in enumerate(groups) for place in group}
    best: dict[int, tuple[float, str, int]] = {}
    for score, a, b in edges:
        if group_of[a] != group_of[b]:
            continue
        for one, other in ((a, b), (b, a)):
            rival = best.get(one)
            candidate = (score, mentions[other].mention_id, other)
            if rival is None or candidate > rival:
                best[one] = candidate
    result = []
    for group in groups:
        members = [mentions[place] for place in group]
        # The reasons of the best match alone are told, so they alone are kept.
        matches = {
            mentions[place].mention_id: rules.compare(mentions[place], mentions[best[place][2]])
            for place in group
            if place in best
        }
        result.append(
            _Claim(
                content_id(DIM_CLAIM.name, members[0].mention_id),
                members,
                matches,
                witnesses(members, wording),
                judge(members, label),
            )
        )
    return result


def _labels(known: Context) -> Callable[[str], str]:
    """Return how a document is called in an explanation: by its publisher, else by its own id."""

    def label(document_id: str) -> str:
        document = known.documents[document_id]
        publisher = known.publishers[document_id]
        return str(document["external_id"]) if publisher == document["source_id"] else publisher

    return label


def _order(known: Context) -> Callable[[str], tuple[Any, ...]]:
    """Return what sorts documents by publication, undated last."""

    def order(document_id: str) -> tuple[Any, ...]:
        published = known.documents[document_id]["published_date"]
        return published is None, published or 0, document_id

    return order


_DISPUTING = {
    ContradictionKind.VALUE,
    ContradictionKind.THING_COUNTED,
    ContradictionKind.DATE_VALUE,
}


def status(
    positions: Sequence[Sequence[Mention]],
    voices: Mapping[str, Witness],
    found: Sequence[Contradiction],
) -> str:
    """Return how well a claim is borne out: witnesses corroborate who give the same value."""
    if any(
        one.severity == Severity.HARD or (one.severity == Severity.SOFT and one.kind in _DISPUTING)
        for one in found
    ):
        return ClaimStatus.DISPUTED
    if any(len({voices[one.mention_id].index for one in group}) > 1 for group in positions):
        return ClaimStatus.CORROBORATED
    if len({one.story_id for group in positions for one in group}) > 1:
        return ClaimStatus.REPEATED
    return ClaimStatus.SINGLE_SOURCE


def _claim_row(claim: _Claim) -> dict[str, Any]:
    mentions = claim.mentions
    first = chronological(mentions)[0]
    is_figure = first.kind == ClaimKind.FIGURE
    published = [one.published for one in mentions if one.published]
    found = claim.verdict.contradictions
    low = min(one.low if one.value is None else one.value for one in mentions)
    high = max(one.high if one.value is None else one.value for one in mentions)
    return {
        "claim_id": claim.claim_id,
        "claim_kind": first.kind,
        "status_code": status(claim.verdict.positions, claim.witnesses, found),
        "claim_name": _name(mentions),
        "unit_kind": _commonest([one.unit_kind for one in mentions if one.unit_kind]),
        "unit_code": _commonest([one.unit_code for one in mentions if one.unit_code]),
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
        "witness_count": len({one.index for one in claim.witnesses.values()}),
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
    """Return the wording that most of the mentions have, of equals the longest.

    "Eight" names nothing where another mention says eight of what.
    """
    telling = [one for one in mentions if one.noun] or mentions
    wordings = Counter(" ".join(one.surface.split()) for one in telling)
    return max(wordings, key=lambda one: (wordings[one], len(one), one))


def _bridge_row(claim: _Claim, mention: Mention) -> dict[str, Any]:
    witness = claim.witnesses[mention.mention_id]
    match = claim.matches.get(mention.mention_id)
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
