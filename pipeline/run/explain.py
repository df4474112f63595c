"""Explain: a figure with all that its row points at, for whoever asks why it was read so."""

from dataclasses import dataclass
from typing import Any

from pipeline.run.reading import open_current, rows_of
from pipeline.run.trace import Trace
from pipeline.settings import Settings


@dataclass(slots=True, frozen=True)
class FigureLinks:
    """The rows that a figure is tied to."""

    date: dict[str, Any] | None
    entities: list[dict[str, Any]]
    """role, surface, entity_name and entity_type of each mention tied to it."""
    speaker: str | None
    """Words of the mention that names who gave it."""
    claim: dict[str, Any] | None


_ENTITIES = """
    SELECT b.role, m.surface, e.entity_name, e.entity_type
    FROM bridge_figure_entity AS b
    JOIN fct_entity_mention AS m USING (entity_mention_id)
    JOIN dim_entity AS e ON e.entity_id = b.entity_id
    WHERE b.figure_id = ?
    ORDER BY b.role, m.char_start
"""
_CLAIM = """
    SELECT c.claim_id, c.claim_name, c.status_code, c.witness_count
    FROM bridge_claim_figure AS b JOIN dim_claim AS c USING (claim_id)
    WHERE b.figure_id = ?
"""


def figure_links(settings: Settings, found: Trace) -> FigureLinks:
    """Return what a traced figure is tied to in the current warehouse.

    Raises:
        NothingPublished: there is no warehouse yet.
    """
    row = found.row
    with open_current(settings) as connection:

        def first(query: str, value: Any) -> dict[str, Any] | None:
            rows = [] if value is None else rows_of(connection, query, [value])
            return rows[0] if rows else None

        speaker = first(
            "SELECT surface FROM fct_entity_mention WHERE entity_mention_id = ?",
            row["speaker_mention_id"],
        )
        return FigureLinks(
            date=first(
                "SELECT surface, date_start, date_end FROM fct_date_mention "
                "WHERE date_mention_id = ?",
                row["date_mention_id"],
            ),
            entities=rows_of(connection, _ENTITIES, [row["figure_id"]]),
            speaker=None if speaker is None else str(speaker["surface"]),
            claim=first(_CLAIM, row["figure_id"]),
        )
