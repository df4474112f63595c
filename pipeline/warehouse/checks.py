"""Checks in SQL over a whole generation, before anyone may read it.

Each returns the rows that break it; a sound generation returns none. They rest on the contract
alone, not on the code that wrote the rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import duckdb

from schemas.contract import key_of, references_of
from schemas.ddl import identifier
from schemas.registry import TABLES

_SHOWN = 5


class CheckKind(StrEnum):
    """What a check looks after."""

    KEYS = "keys"
    REFERENCES = "references"
    SPANS = "spans"
    BALANCE = "balance"


@dataclass(slots=True, frozen=True)
class Breach:
    """A check that a table does not pass: how many rows break it, and a few of them."""

    kind: CheckKind
    table: str
    check: str
    count: int
    rows: tuple[str, ...]

    def __str__(self) -> str:
        """Return one line that names the table, the check and some rows."""
        shown = ", ".join(self.rows)
        more = "" if self.count <= len(self.rows) else f" and {self.count - len(self.rows)} more"
        return f"{self.table}: {self.check} is broken by {self.count} row(s): {shown}{more}"


def check_generation(connection: duckdb.DuckDBPyConnection) -> list[Breach]:
    """Return every breach of keys, references and spans in the open database."""
    breaches = []
    for kind, table, check, query in _queries():
        count_row = connection.execute(f"SELECT count(*) FROM ({query})").fetchone()  # noqa: S608
        count = int(count_row[0]) if count_row else 0
        if count:
            rows = connection.execute(f"{query} LIMIT {_SHOWN}").fetchall()
            breaches.append(Breach(kind, table, check, count, tuple(str(row[0]) for row in rows)))
    return breaches


def _queries() -> Iterator[tuple[CheckKind, str, str, str]]:
    """Yield (kind, table, check, a query whose rows break it and begin with the row's name)."""
    for kind, queries in (
        (CheckKind.KEYS, _key_queries()),
        (CheckKind.REFERENCES, _reference_queries()),
        (CheckKind.SPANS, _span_queries()),
    ):
        for table, check, query in queries:
            yield kind, table, check, query


def _key_queries() -> Iterator[tuple[str, str, str]]:
    for name, table in TABLES.items():
        key = key_of(table)
        if key is not None:
            yield (
                name,
                "unique key",
                f"SELECT {identifier(key)} FROM {identifier(name)} "  # noqa: S608 - quoted
                f"GROUP BY ALL HAVING count(*) > 1",
            )


def _reference_queries() -> Iterator[tuple[str, str, str]]:
    for name, table in TABLES.items():
        for column, parent in references_of(table).items():
            parent_key = key_of(TABLES[parent])
            yield (
                name,
                f"{column} refers to {parent}",
                f"SELECT child.{identifier(column)} FROM {identifier(name)} AS child "  # noqa: S608
                f"ANTI JOIN {identifier(parent)} AS parent "
                f"ON child.{identifier(column)} = parent.{identifier(str(parent_key))} "
                f"WHERE child.{identifier(column)} IS NOT NULL",
            )


def _span_queries() -> Iterator[tuple[str, str, str]]:
    # Slices of a paragraph, not of the document: the cost of a slice grows with its offset.
    # Paragraphs are themselves checked against the document, so the chain holds.
    yield (
        "dim_paragraph",
        "text is the slice of its span",
        "SELECT paragraph_id FROM dim_paragraph AS p JOIN dim_document AS d USING (document_id) "
        "WHERE substr(d.text, p.char_start + 1, p.char_end - p.char_start) IS DISTINCT FROM p.text",
    )
    yield (
        "dim_sentence",
        "text is the slice of its span",
        "SELECT sentence_id FROM dim_sentence AS s JOIN dim_paragraph AS p USING (paragraph_id) "
        "WHERE substr(p.text, s.char_start - p.char_start + 1, s.char_end - s.char_start) "
        "IS DISTINCT FROM s.text",
    )
    yield (
        "dim_paragraph",
        "lies within its segment",
        "SELECT paragraph_id FROM dim_paragraph AS p JOIN dim_segment AS g USING (segment_id) "
        "WHERE p.document_id <> g.document_id OR p.char_start < g.char_start "
        "OR p.char_end > g.char_end",
    )
    for name, table in TABLES.items():
        if not {"surface", "char_start", "char_end", "paragraph_id"} <= set(table.columns):
            continue
        if not table.columns["paragraph_id"].metadata["reference"]:
            continue
        yield name, "surface is the slice of its span", _surface_query(name, str(key_of(table)))


def _surface_query(name: str, key: str) -> str:
    """Return the query for facts that are not the characters of their span.

    Facts that end in a later paragraph are sliced document by document: joined to each of its
    facts, the text of a long document would fill any memory.
    """
    return f"""
        SELECT f.{identifier(key)} FROM {identifier(name)} AS f
        JOIN dim_paragraph AS p USING (paragraph_id)
        WHERE f.char_end <= f.char_start OR f.char_start < p.char_start
        OR f.segment_id <> p.segment_id OR (f.char_end <= p.char_end AND
        substr(p.text, f.char_start - p.char_start + 1, f.char_end - f.char_start)
        IS DISTINCT FROM f.surface)
        UNION
        SELECT unnest(list_filter(longer.facts, lambda fact:
            substr(d.text, fact.char_start + 1, fact.char_end - fact.char_start)
            IS DISTINCT FROM fact.surface)).key
        FROM dim_document AS d
        JOIN (
            SELECT f.document_id, list({{
                'key': f.{identifier(key)}, 'char_start': f.char_start, 'char_end': f.char_end,
                'surface': f.surface
            }}) AS facts
            FROM {identifier(name)} AS f JOIN dim_paragraph AS p USING (paragraph_id)
            WHERE f.char_end > p.char_end
            GROUP BY f.document_id
        ) AS longer USING (document_id)
    """  # noqa: S608 - names are quoted
