"""What is said of claims: their mentions and contradictions, in a reader's order."""

from collections.abc import Iterable
from typing import Any

import duckdb

from pipeline.run.reading import rows_of
from schemas.claims import Severity

Rows = list[dict[str, Any]]

_MENTIONS = """
SELECT * FROM mart_claim_mention
WHERE list_contains($claims, claim_id)
ORDER BY published_date NULLS LAST, publisher, document_id, char_start, fact_id
"""
_CONTRADICTIONS = """
SELECT * FROM mart_contradictions
WHERE list_contains($claims, claim_id)
ORDER BY list_position($severities, severity_code), kind_code, explanation, contradiction_id
"""


def mentions_of(connection: duckdb.DuckDBPyConnection, claims: Iterable[str]) -> dict[str, Rows]:
    """Return the rows of mart_claim_mention of each claim, the earliest first."""
    return _by_claim(connection, _MENTIONS, claims)


def contradictions_of(
    connection: duckdb.DuckDBPyConnection, claims: Iterable[str]
) -> dict[str, Rows]:
    """Return the rows of mart_contradictions of each claim, the hardest first."""
    return _by_claim(connection, _CONTRADICTIONS, claims, severities=[str(one) for one in Severity])


def _by_claim(
    connection: duckdb.DuckDBPyConnection, query: str, claims: Iterable[str], **more: Any
) -> dict[str, Rows]:
    rows_by_id: dict[str, Rows] = {claim: [] for claim in claims}
    for row in rows_of(connection, query, {"claims": list(rows_by_id), **more}):
        rows_by_id[row["claim_id"]].append(row)
    return rows_by_id
