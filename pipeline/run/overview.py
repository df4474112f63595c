"""Overview: what the warehouse has found, as one page of it needs."""

from dataclasses import dataclass

from pipeline.run.claim_rows import Rows, mentions_of
from pipeline.run.reading import open_current, rows_of
from pipeline.run.workspace import current_generation
from pipeline.settings import Settings
from schemas.claims import ClaimStatus, Severity

PAGE = "report.html"
"""Where the page is written within the warehouse, unless another place is asked for."""


@dataclass(slots=True, frozen=True)
class Overview:
    """The published generation at a glance; every list begins with what matters most."""

    generation: str
    most: int
    """How much of a long list is given."""
    counts: dict[str, int]
    """Rows, by what they are in a reader's words."""
    contradictions: Rows
    """Rows of mart_contradictions, the hardest first."""
    claims: Rows
    """Rows of dim_claim of claims mentioned more than once; `mentions` holds those of
    mart_claim_mention, by witness."""
    sources: Rows
    """One per source: its publisher, texts, words, and how its claims stand."""
    left_out: Rows
    """One per rule that left out lines: role, rule_id, line_count, example."""
    set_aside: Rows
    """One per reason of a reject: stage, reason_code, reject_count, example."""
    unread: Rows
    """Messages about inputs that were not read, or not as written."""


_COUNTS = {
    "texts": "dim_document",
    "words": "dim_document",
    "figures": "fct_figure",
    "dates": "fct_date_mention",
    "quotes": "fct_quote",
    "entities": "dim_entity",
    "claims": "dim_claim",
    "contradictions": "fct_contradiction",
}
_SUMMED = {"words": "sum(word_count)::BIGINT"}

_CONTRADICTIONS = """
SELECT * FROM mart_contradictions
ORDER BY list_position($severities, severity_code), kind_code, explanation, contradiction_id
LIMIT $most
"""
_CLAIMS = """
SELECT * FROM dim_claim WHERE mention_count > 1
ORDER BY list_position($statuses, status_code), witness_count DESC, mention_count DESC,
         claim_name, claim_id
LIMIT $most
"""
_SOURCES = """
WITH texts AS (
    SELECT source_id, count(*) AS text_count, sum(word_count)::BIGINT AS word_count,
           min(published_date) AS first_date, max(published_date) AS last_date
    FROM dim_document GROUP BY source_id
),
lines AS (
    SELECT source_id,
           sum(char_end - char_start) FILTER (is_used) / sum(char_end - char_start) AS used_share
    FROM dim_paragraph GROUP BY source_id
)
SELECT s.source_path, s.publisher_name, s.source_url, s.licence_name, t.* EXCLUDE (source_id),
       l.used_share,
       (SELECT count(*) FROM fct_figure AS f WHERE f.source_id = s.source_id) AS figure_count,
       (SELECT count(*) FROM fct_quote AS q WHERE q.source_id = s.source_id) AS quote_count
FROM dim_source AS s
LEFT JOIN texts AS t USING (source_id)
LEFT JOIN lines AS l USING (source_id)
ORDER BY s.source_path
LIMIT $most
"""
_LEFT_OUT = """
SELECT role, rule_id, sum(paragraph_count)::BIGINT AS line_count, min(example) AS example
FROM mart_cleaning WHERE NOT is_used
GROUP BY role, rule_id ORDER BY line_count DESC, role, rule_id
"""
_SET_ASIDE = """
SELECT r.stage, r.reason_code, count(*) AS reject_count,
       -- A mark alone says little.
       min(CASE WHEN length(r.surface) > 1 THEN r.surface ELSE t.text END) AS example
FROM meta_reject AS r LEFT JOIN dim_sentence AS t USING (sentence_id)
WHERE r.stage NOT IN ('inventory', 'read')
GROUP BY ALL ORDER BY reject_count DESC, stage, reason_code
"""
_UNREAD = """
SELECT reason_code, message FROM meta_reject WHERE stage IN ('inventory', 'read')
ORDER BY message, reason_code
LIMIT $most
"""


def overview(settings: Settings, *, most: int = 200) -> Overview:
    """Return what the current warehouse has found; of long lists, the first `most`.

    Raises:
        NothingPublished: there is no warehouse yet.
    """
    with open_current(settings) as connection:
        claims = rows_of(
            connection, _CLAIMS, {"statuses": [str(one) for one in ClaimStatus], "most": most}
        )
        mentions = mentions_of(connection, (claim["claim_id"] for claim in claims))
        for claim in claims:
            claim["mentions"] = sorted(
                mentions[claim["claim_id"]], key=lambda mention: mention["witness_index"]
            )
        generation = current_generation(settings.warehouse)
        return Overview(
            generation="" if generation is None else generation.name,
            most=most,
            counts={
                name: rows_of(
                    connection,
                    f"SELECT coalesce({_SUMMED.get(name, 'count(*)')}, 0) AS found FROM {table}",  # noqa: S608
                )[0]["found"]
                for name, table in _COUNTS.items()
            },
            contradictions=rows_of(
                connection,
                _CONTRADICTIONS,
                {"severities": [str(one) for one in Severity], "most": most},
            ),
            claims=claims,
            sources=rows_of(connection, _SOURCES, {"most": most}),
            left_out=rows_of(connection, _LEFT_OUT),
            set_aside=rows_of(connection, _SET_ASIDE),
            unread=rows_of(connection, _UNREAD, {"most": most}),
        )
