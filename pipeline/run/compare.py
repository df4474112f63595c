"""Compare: what all sources say of one thing, mention by mention, and where they disagree."""

import re
from dataclasses import dataclass
from typing import Any

from pipeline.extract.nouns import singular
from pipeline.run.claim_rows import contradictions_of, mentions_of
from pipeline.run.reading import open_current, rows_of
from pipeline.settings import Settings
from schemas.claims import ClaimStatus


@dataclass(slots=True, frozen=True)
class ComparedClaim:
    """One claim with everything said of it."""

    claim: dict[str, Any]
    """Its row of dim_claim."""
    mentions: list[dict[str, Any]]
    """Its rows of mart_claim_mention, the earliest first."""
    contradictions: list[dict[str, Any]]
    """Its rows of mart_contradictions, the hardest first."""


@dataclass(slots=True, frozen=True)
class Comparison:
    """The claims that speak of some words: those that need a reader's eye first."""

    words: str
    found: int
    """How many claims match, shown or not."""
    claims: list[ComparedClaim]


_SAID = """
WITH said AS (
    SELECT claim_id, concat_ws(' ', surface, context, agent, place) AS wording
    FROM bridge_claim_figure JOIN fct_figure USING (figure_id)
    UNION ALL
    SELECT claim_id, surface
    FROM bridge_claim_date JOIN fct_date_mention USING (date_mention_id)
),
gathered AS (SELECT claim_id, string_agg(wording, ' ') AS wording FROM said GROUP BY claim_id),
worded AS (
    SELECT c.*, concat_ws(' ', c.claim_name, c.counted_noun_lemma, g.wording) AS wording
    FROM dim_claim AS c JOIN gathered AS g USING (claim_id)
)
SELECT * EXCLUDE (wording), count(*) OVER () AS found
FROM worded
WHERE true
"""
_HAS_WORD = "AND regexp_matches(wording, ?, 'i')\n"
"""One for each word: DuckDB prepares a pattern once only where it is a constant."""
_WORST_FIRST = """
ORDER BY list_position(?, status_code), witness_count DESC, mention_count DESC, claim_name, claim_id
LIMIT ?
"""


def compare(settings: Settings, words: str, *, limit: int = 20) -> Comparison:
    """Return the claims whose name, counted noun, mentions or their context have all the words.

    Neither case nor number matters: "Troops" also finds "one troop". At most `limit` claims are
    returned, disputed ones first.

    Raises:
        NothingPublished: there is no warehouse yet.
    """
    with open_current(settings) as connection:
        patterns = [_pattern(word) for word in words.split()]
        claims = rows_of(
            connection,
            _SAID + _HAS_WORD * len(patterns) + _WORST_FIRST,
            [*patterns, [str(one) for one in ClaimStatus], limit],
        )
        found = max((claim.pop("found") for claim in claims), default=0)
        ids = [claim["claim_id"] for claim in claims]
        mentions = mentions_of(connection, ids)
        contradictions = contradictions_of(connection, ids)
    return Comparison(
        words=words,
        found=found,
        claims=[
            ComparedClaim(claim, mentions[claim["claim_id"]], contradictions[claim["claim_id"]])
            for claim in claims
        ],
    )


def _pattern(word: str) -> str:
    """Return a pattern of the word as a whole, in the singular or the plural."""
    forms = "|".join(dict.fromkeys(re.escape(one) for one in (word, singular(word.lower()))))
    return rf"(?:^|[^\pL\pN])(?:{forms})(?:e?s)?(?:[^\pL\pN]|$)"
