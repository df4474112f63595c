"""Rows: claims and contradictions as the tables have them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandera.polars as pa
import polars as pl

from pipeline.identity import content_id
from pipeline.link.claims.contradictions import Contradiction, Verdict
from pipeline.link.claims.match import Match
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.witnesses import Witness, chronological
from schemas.claims import (
    FCT_CONTRADICTION,
    ClaimKind,
    ClaimStatus,
    ContradictionKind,
    Severity,
)
from schemas.contract import polars_schema


@dataclass(slots=True)
class Claim:
    """Mentions of one thing, with everything that was found of them."""

    claim_id: str
    mentions: list[Mention]
    matches: dict[str, Match]
    """Each mention's best match within the claim."""
    witnesses: dict[str, Witness]
    verdict: Verdict


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


def claim_row(claim: Claim) -> dict[str, Any]:
    """Return the claim's row of dim_claim."""
    mentions = claim.mentions
    standing = [one for group in claim.verdict.standing for one in group] or mentions
    first = chronological(mentions)[0]
    is_figure = first.kind == ClaimKind.FIGURE
    published = [one.published for one in mentions if one.published]
    found = claim.verdict.contradictions
    corrected = sum(one.kind == ContradictionKind.CORRECTION for one in found)
    # "Thousands" says nothing of the range where numbers are given.
    telling = [one for one in standing if not one.is_vague] or standing
    low = min(one.low if one.value is None else one.value for one in telling)
    high = max(one.high if one.value is None else one.value for one in telling)
    return {
        "claim_id": claim.claim_id,
        "claim_kind": first.kind,
        "status_code": status(claim.verdict.standing, claim.witnesses, found),
        "claim_name": _name(standing),
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
        "publisher_count": len({one.imprint for one in mentions}),
        "witness_count": len({one.index for one in claim.witnesses.values()}),
        "position_count": len(claim.verdict.positions),
        "contradiction_count": len(found) - corrected,
        "correction_count": corrected,
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
    wordings = Counter(_wording(one) for one in telling)
    return max(wordings, key=lambda one: (wordings[one], len(one), one))


def _wording(mention: Mention) -> str:
    """Return a mention as written, and "not" before it where its text denies it."""
    return " ".join(["not"] * mention.is_negated + mention.surface.split())


def key_of(mention: Mention) -> str:
    """Return the column that names mentions of its kind."""
    return "figure_id" if mention.kind == ClaimKind.FIGURE else "date_mention_id"


def bridge_row(claim: Claim, mention: Mention) -> dict[str, Any]:
    """Return the mention's row of the bridge that its kind has."""
    witness = claim.witnesses[mention.mention_id]
    match = claim.matches.get(mention.mention_id)
    position = next(
        place
        for place, group in enumerate(claim.verdict.positions)
        if any(one is mention for one in group)
    )
    return {
        "claim_id": claim.claim_id,
        key_of(mention): mention.mention_id,
        "witness_index": witness.index,
        "witness_code": witness.reason,
        "position_index": position,
        "is_superseded": mention.mention_id in claim.verdict.superseded,
        "match_score": None if match is None else round(match.score, 3),
        "match_reasons": None if match is None else match.explanation,
    }


def contradiction_row(claim_id: str | None, found: Contradiction) -> dict[str, Any]:
    """Return the row of fct_contradiction for what excludes each other in a claim."""
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
        row |= {
            f"{key_of(mention)}_{side}": mention.mention_id,
            f"document_id_{side}": mention.document_id,
            f"sentence_id_{side}": mention.sentence_id,
            f"surface_{side}": mention.surface,
            f"mention_count_{side}": count,
            f"char_start_{side}": mention.char_start,
            f"char_end_{side}": mention.char_end,
        }
    return row


def frame(table: pa.DataFrameSchema, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return rows as the table's contract has them; what a row lacks is null."""
    schema = polars_schema(table)
    if not rows:
        return pl.DataFrame(schema=schema)
    columns = {name: [row.get(name) for row in rows] for name in schema.names()}
    made = pl.DataFrame(columns, schema_overrides={n: t for n, t in schema.items() if t != pl.Date})
    return made.with_columns(
        pl.col(name).cast(pl.Int32, strict=False).cast(pl.Date)
        for name in ("date_start", "date_end")
        if name in schema
    ).select(pl.col(name).cast(dtype) for name, dtype in schema.items())
