"""Trace: one fact followed back to its characters, its source and the run that read it."""

from dataclasses import dataclass
from typing import Any

from pipeline.run.reading import NoSuchRow, open_current, rows_of
from pipeline.settings import Settings
from schemas.contract import key_of
from schemas.ddl import identifier
from schemas.registry import TABLES


@dataclass(slots=True, frozen=True)
class Trace:
    """A row and everything it rests on; a part that the row's table has no way to is None."""

    table: str
    row: dict[str, Any]
    sentence: dict[str, Any] | None
    paragraph: dict[str, Any] | None
    document: dict[str, Any] | None
    source: dict[str, Any] | None
    lineage: dict[str, Any] | None
    run: dict[str, Any] | None


def trace(settings: Settings, row_id: str) -> Trace:
    """Return the row with that id, in whatever table, and what it rests on.

    Raises:
        NoSuchRow: no table of the current warehouse has it.
        NothingPublished: there is no warehouse yet.
    """
    with open_current(settings) as connection:

        def one(table: str, column: str, value: Any) -> dict[str, Any] | None:
            if value is None:
                return None
            found = rows_of(
                connection,
                f"SELECT * FROM {identifier(table)} WHERE {identifier(column)} = ?",  # noqa: S608
                [value],
            )
            return found[0] if found else None

        for name, table in TABLES.items():
            key = key_of(table)
            row = None if key is None or key == "date_key" else one(name, key, row_id)
            if row is None:
                continue
            sentence = one("dim_sentence", "sentence_id", row.get("sentence_id"))
            paragraph = one("dim_paragraph", "paragraph_id", row.get("paragraph_id"))
            document = one("dim_document", "document_id", row.get("document_id"))
            source_id = row.get("source_id") or (document or {}).get("source_id")
            lineage = one("meta_lineage", "document_id", row.get("document_id"))
            run = one("meta_run", "run_id", (lineage or {}).get("extraction_run_id"))
            return Trace(
                table=name,
                row=row,
                sentence=sentence,
                paragraph=paragraph,
                document=document,
                source=one("dim_source", "source_id", source_id),
                lineage=lineage,
                run=run,
            )
    raise NoSuchRow(
        f"no row of the current warehouse has the id {row_id!r}: ids are 20 hex digits, as in "
        "the first column of every table"
    )
