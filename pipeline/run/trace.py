"""Trace: a row followed back to its characters, its source and the run that read it."""

import re
from dataclasses import dataclass, field
from typing import Any

import duckdb

from pipeline.run.claim_rows import Rows, contradictions_of, mentions_of
from pipeline.run.reading import AmbiguousId, NoSuchRow, open_current, rows_of
from pipeline.settings import Settings
from schemas.contract import TEXT, key_of, polars_schema
from schemas.ddl import identifier, literal
from schemas.registry import TABLES

Row = dict[str, Any]

_CLAIMED = ("fct_figure", "fct_date_mention")
_FACTS = ("fct_figure", "fct_date_mention", "fct_quote", "fct_entity_mention")
_PLACES = ("dim_source", "dim_document", "dim_segment", "dim_paragraph", "dim_sentence")
_FEWEST_DIGITS = 4
_SHOWN = 5
_DOCUMENTS = """
SELECT document_id, external_id, title, published_date, language_code, word_count
FROM dim_document WHERE source_id = ? ORDER BY document_index
"""
_ENTITY_MENTIONS = """
SELECT m.entity_mention_id AS row_id, g.publisher, g.published_date, m.surface,
       concat_ws(', ', m.mention_kind, m.method) AS note, t.text AS sentence,
       t.char_start AS sentence_char_start, g.source_path, g.external_id, m.char_start, m.char_end
FROM fct_entity_mention AS m
JOIN mart_segment AS g USING (segment_id)
JOIN dim_sentence AS t USING (sentence_id)
WHERE m.entity_id = ?
ORDER BY g.published_date NULLS LAST, g.publisher, m.document_id, m.char_start, row_id
"""
_SIDES = {
    "fct_contradiction": """
SELECT coalesce(x.figure_id_{0}, x.date_mention_id_{0}, x.quote_id_{0}) AS row_id,
       c.publisher_{0} AS publisher, c.published_date_{0} AS published_date,
       c.surface_{0} AS surface, format('mentions that say so: {{}}', c.mention_count_{0}) AS note,
       c.sentence_{0} AS sentence, c.sentence_char_start_{0} AS sentence_char_start,
       c.source_path_{0} AS source_path, c.external_id_{0} AS external_id,
       c.char_start_{0} AS char_start, c.char_end_{0} AS char_end
FROM fct_contradiction AS x JOIN mart_contradictions AS c USING (contradiction_id)
WHERE x.contradiction_id = ?
""",
    "fct_text_reuse": """
SELECT p.paragraph_id AS row_id, g.publisher, g.published_date,
       substr(p.text, x.char_start_{0} - p.char_start + 1, x.char_end_{0} - x.char_start_{0})
           AS surface,
       format('{{:.0f}} % of it is in the other', 100 * x.containment_{0}_share) AS note,
       p.text AS sentence, p.char_start AS sentence_char_start,
       g.source_path, g.external_id, x.char_start_{0} AS char_start, x.char_end_{0} AS char_end
FROM fct_text_reuse AS x
JOIN dim_paragraph AS p ON p.paragraph_id = x.paragraph_id_{0}
JOIN mart_segment AS g USING (segment_id)
WHERE x.text_reuse_id = ?
""",
}


@dataclass(slots=True, frozen=True)
class Trace:
    """A row and everything it rests on; a part that the row's table has no way to is empty."""

    table: str
    row: Row
    sentence: Row | None = None
    paragraph: Row | None = None
    document: Row | None = None
    source: Row | None = None
    lineage: Row | None = None
    run: Row | None = None
    claim: Row | None = None
    """Row of mart_claim_mention, of a figure or date that belongs to a claim."""
    mentions: Rows = field(default_factory=list)
    """Where a claim, an entity, a contradiction or shared wording stands in the texts: row_id,
    publisher, published_date, surface, note, sentence, source_path, external_id, offsets."""
    contradictions: Rows = field(default_factory=list)
    """Rows of mart_contradictions, of a claim."""
    documents: Rows = field(default_factory=list)
    """Rows of dim_document, of a source, without their texts."""
    facts: dict[str, int] = field(default_factory=dict)
    """Facts read in a source, a document or a part of one, by table."""


def trace(settings: Settings, row_id: str) -> Trace:
    """Return the row with that id, in whatever table, and what it rests on.

    The first digits of an id will do where no other id begins with them.

    Raises:
        NoSuchRow: no table of the current warehouse has it.
        AmbiguousId: several ids begin so.
        NothingPublished: there is no warehouse yet.
    """
    with open_current(settings) as connection:
        table, key = _found(connection, row_id)

        def one(name: str, column: str, value: Any) -> Row | None:
            query = f"SELECT * FROM {identifier(name)} WHERE {identifier(column)} = ?"  # noqa: S608
            found = [] if value is None else rows_of(connection, query, [value])
            return found[0] if found else None

        row = one(table, str(key_of(TABLES[table])), key) or {}
        document = one("dim_document", "document_id", row.get("document_id"))
        lineage = one("meta_lineage", "document_id", row.get("document_id"))
        source_id = row.get("source_id") or (document or {}).get("source_id")
        return Trace(
            table=table,
            row=row,
            sentence=one("dim_sentence", "sentence_id", row.get("sentence_id")),
            paragraph=one("dim_paragraph", "paragraph_id", row.get("paragraph_id")),
            document=document,
            source=one("dim_source", "source_id", source_id),
            lineage=lineage,
            run=one("meta_run", "run_id", (lineage or {}).get("extraction_run_id")),
            claim=one("mart_claim_mention", "fact_id", key) if table in _CLAIMED else None,
            mentions=_mentions(connection, table, key),
            contradictions=contradictions_of(connection, [key])[key]
            if table == "dim_claim"
            else [],
            documents=rows_of(connection, _DOCUMENTS, [key]) if table == "dim_source" else [],
            facts=_facts(connection, table, key),
        )


def _found(connection: duckdb.DuckDBPyConnection, row_id: str) -> tuple[str, str]:
    """Return the table and the whole id of the one row whose id this is, or begins."""
    is_part = re.fullmatch(rf"[0-9a-f]{{{_FEWEST_DIGITS},}}[0-9a-f-]*", row_id) is not None
    query = " UNION ALL ".join(
        f"SELECT {literal(name)} AS table_name, {identifier(key)} AS row_id "  # noqa: S608
        f"FROM {identifier(name)} WHERE "
        + (f"starts_with({identifier(key)}, $id)" if is_part else f"{identifier(key)} = $id")
        for name, table in TABLES.items()
        if (key := key_of(table)) is not None and polars_schema(table)[key] == TEXT
    )
    found = rows_of(connection, f"{query} ORDER BY row_id <> $id, row_id", {"id": row_id})
    if not found:
        raise NoSuchRow(
            f"nothing in the current warehouse has the id {row_id!r}: an id is 20 hex digits, of "
            f"which the first {_FEWEST_DIGITS} or more will do, as in the columns figure_id, "
            "quote_id, claim_id, entity_id or document_id of the marts"
        )
    if len(found) > 1 and found[0]["row_id"] != row_id:
        shown = ", ".join(f"{one['row_id']} in {one['table_name']}" for one in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else ""
        raise AmbiguousId(f"{len(found):,} ids begin with {row_id!r}: {shown}{more}")
    return found[0]["table_name"], found[0]["row_id"]


def _mentions(connection: duckdb.DuckDBPyConnection, table: str, key: str) -> Rows:
    """Return where the row stands in the texts, if it stands in several places."""
    if table == "dim_claim":
        return [
            {
                **mention,
                "row_id": mention["fact_id"],
                "note": f"witness {mention['witness_index'] + 1} ({mention['witness_code']})",
            }
            for mention in mentions_of(connection, [key])[key]
        ]
    if table == "dim_entity":
        return rows_of(connection, _ENTITY_MENTIONS, [key])
    if table in _SIDES:
        return [
            row for side in "ab" for row in rows_of(connection, _SIDES[table].format(side), [key])
        ]
    return []


def _facts(connection: duckdb.DuckDBPyConnection, table: str, key: str) -> dict[str, int]:
    """Return how many facts of each kind were read in a source or a part of it."""
    if table not in _PLACES:
        return {}
    column = identifier(str(key_of(TABLES[table])))
    query = "SELECT count(*) AS facts FROM {} WHERE {} = ?"
    return {
        name: rows_of(connection, query.format(identifier(name), column), [key])[0]["facts"]
        for name in _FACTS
    }
