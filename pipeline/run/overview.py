"""Overview: what the warehouse has found, as one page of it needs."""

from dataclasses import dataclass
from typing import Any

from pipeline.run.reading import open_current, rows_of
from pipeline.run.workspace import current_generation
from pipeline.settings import Settings
from schemas.claims import ClaimStatus, Severity

Rows = list[dict[str, Any]]

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
    """fct_contradiction's rows; with _a and _b, each side's publisher, date and sentence."""
    claims: Rows
    """dim_claim's rows of claims mentioned more than once; `mentions` holds what is said of each:
    publisher, published_date, surface, sentence, offsets, source_path, witness_index and _code."""
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

# An outlet that a digest names speaks for itself; else the publisher does, or the file.
_VOICE = "coalesce(g.outlet_name, d.publisher_name, s.publisher_name, s.source_path)"


def _side(side: str) -> str:
    """Return the columns of one side of a contradiction."""
    return f"""
    SELECT x.contradiction_id, {_VOICE} AS publisher_{side},
           d.published_date AS published_date_{side}, t.text AS sentence_{side},
           t.char_start AS sentence_start_{side}, s.source_path AS source_path_{side}
    FROM fct_contradiction AS x
    JOIN dim_document AS d ON d.document_id = x.document_id_{side}
    JOIN dim_source AS s ON s.source_id = d.source_id
    JOIN dim_sentence AS t ON t.sentence_id = x.sentence_id_{side}
    JOIN dim_paragraph AS p ON p.paragraph_id = t.paragraph_id
    JOIN dim_segment AS g ON g.segment_id = p.segment_id
    """  # noqa: S608 - a or b


_CONTRADICTIONS = f"""
SELECT x.*, a.* EXCLUDE (contradiction_id), b.* EXCLUDE (contradiction_id), c.claim_name
FROM fct_contradiction AS x
JOIN ({_side("a")}) AS a USING (contradiction_id)
JOIN ({_side("b")}) AS b USING (contradiction_id)
LEFT JOIN dim_claim AS c USING (claim_id)
ORDER BY list_position($severities, severity_code), kind_code, explanation, contradiction_id
"""  # noqa: S608
_CLAIMS = """
SELECT * FROM dim_claim WHERE mention_count > 1
ORDER BY list_position($statuses, status_code), witness_count DESC, mention_count DESC,
         claim_name, claim_id
LIMIT $most
"""
_MENTIONS = f"""
WITH said AS (
    SELECT claim_id, witness_index, witness_code, figure_id AS fact_id, surface,
           char_start, char_end, sentence_id, document_id
    FROM bridge_claim_figure JOIN fct_figure USING (figure_id)
    UNION ALL
    SELECT claim_id, witness_index, witness_code, date_mention_id, surface,
           char_start, char_end, sentence_id, document_id
    FROM bridge_claim_date JOIN fct_date_mention USING (date_mention_id)
)
SELECT m.*, t.text AS sentence, t.char_start AS sentence_start, {_VOICE} AS publisher,
       d.published_date, s.source_path
FROM said AS m
JOIN dim_sentence AS t USING (sentence_id)
JOIN dim_paragraph AS p ON p.paragraph_id = t.paragraph_id
JOIN dim_segment AS g ON g.segment_id = p.segment_id
JOIN dim_document AS d ON d.document_id = m.document_id
JOIN dim_source AS s ON s.source_id = d.source_id
WHERE list_contains($claims, m.claim_id)
ORDER BY m.witness_index, d.published_date NULLS LAST, publisher, m.document_id, m.char_start,
         m.fact_id
"""  # noqa: S608
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
SELECT stage, reason_code, count(*) AS reject_count, min(surface) AS example
FROM meta_reject WHERE stage NOT IN ('inventory', 'read')
GROUP BY stage, reason_code ORDER BY reject_count DESC, stage, reason_code
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
        by_id: dict[str, Rows] = {claim["claim_id"]: [] for claim in claims}
        for mention in rows_of(connection, _MENTIONS, {"claims": list(by_id)}):
            by_id[mention["claim_id"]].append(mention)
        for claim in claims:
            claim["mentions"] = by_id[claim["claim_id"]]
        severities = {"severities": [str(one) for one in Severity]}
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
            contradictions=rows_of(connection, _CONTRADICTIONS, severities)[:most],
            claims=claims,
            sources=rows_of(connection, _SOURCES, {"most": most}),
            left_out=rows_of(connection, _LEFT_OUT),
            set_aside=rows_of(connection, _SET_ASIDE),
            unread=rows_of(connection, _UNREAD, {"most": most}),
        )
