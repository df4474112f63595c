"""Verify: every span of the published warehouse proved against the bytes it was read from.

The warehouse's own texts are not asked: the raw bytes are hashed, read again with the reader
and encoding that dim_source records, and sliced.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from pipeline.identity import content_id
from pipeline.read.inventory import open_regular
from pipeline.read.readers import VERSIONS, documents_of
from pipeline.run.reading import open_current, rows_of
from pipeline.run.workspace import Progress, Silence
from pipeline.settings import Settings
from schemas.contract import key_of
from schemas.ddl import identifier
from schemas.registry import TABLES

_SOURCES = 200
"""Sources whose texts are held in memory at once."""
_NAMED = 3
"""Files named of those that are not there."""


@dataclass(slots=True, frozen=True)
class Failure:
    """One thing that is not as the warehouse says: where, and what to do."""

    place: str
    message: str


@dataclass(slots=True)
class Verification:
    """What was proved, and what was not."""

    sources: int = 0
    documents: int = 0
    spans: dict[str, int] = field(default_factory=dict)
    """Spans proved, by table."""
    failures: list[Failure] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether everything was proved."""
        return not self.failures


def verify(settings: Settings, progress: Progress | None = None) -> Verification:
    """Prove every span of the current warehouse against the raw bytes.

    Raises:
        NothingPublished: there is no warehouse yet.
    """
    progress = progress or Silence()
    result = Verification(spans={name: 0 for name, _ in _SPANS})
    with open_current(settings) as connection:
        sources = rows_of(connection, "SELECT * FROM dim_source ORDER BY source_path")
        if sources and not any((settings.raw / one["source_path"]).is_file() for one in sources):
            result.failures.append(_elsewhere(settings.raw, sources))
            return result
        progress.start("verify", len(sources))
        for first in range(0, len(sources), _SOURCES):
            chunk = sources[first : first + _SOURCES]
            texts: dict[str, str] = {}
            for source in chunk:
                texts.update(_texts(settings.raw, connection, source, result))
                progress.advance("verify", files=1)
            result.sources += len(chunk)
            ids = [one["source_id"] for one in chunk]
            for name, columns in _SPANS:
                for row in _rows_with_spans(connection, name, columns, ids):
                    _prove(name, row, texts, result)
        progress.finish("verify")
    return result


def _elsewhere(raw: Path, sources: list[dict[str, Any]]) -> Failure:
    """Return the failure of a folder that is not the one the warehouse was built from."""
    wanted = [str(one["source_path"]) for one in sources]
    named = ", ".join(wanted[:_NAMED]) + (", ..." if len(wanted) > _NAMED else "")
    return Failure(
        str(raw),
        f"holds none of the {len(wanted):,} files that the warehouse was built from ({named}): "
        "name the folder that does with --raw",
    )


def _texts(
    raw: Path,
    connection: duckdb.DuckDBPyConnection,
    source: dict[str, Any],
    result: Verification,
) -> Iterator[tuple[str, str]]:
    """Yield (document id, text as the raw bytes give it) for each document of the source."""
    path = str(source["source_path"])
    documents = rows_of(
        connection,
        "SELECT document_id, document_index, text_sha256 FROM dim_document WHERE source_id = ?",
        [source["source_id"]],
    )
    if not documents:
        return
    if source["source_id"] != content_id("source", path):
        result.failures.append(Failure(path, "its id is not derived from its path"))
    try:
        with os.fdopen(open_regular(raw / path), "rb") as file:
            data = file.read()
    except OSError as error:
        result.failures.append(
            Failure(path, f"cannot be read ({error.strerror or error}): restore it, or build again")
        )
        return
    if hashlib.sha256(data).hexdigest() != source["sha256"]:
        result.failures.append(
            Failure(path, "has changed since the warehouse was built: build again")
        )
        return
    if VERSIONS.get(source["reader_name"]) != source["reader_version"]:
        result.failures.append(
            Failure(path, "was read by another version of its reader: build again")
        )
        return
    found = documents_of(source["reader_name"], data, source["encoding"])
    for document in documents:
        text = found.get(document["document_index"])
        place = f"{path}, document {document['document_index']}"
        if text is None:
            result.failures.append(Failure(place, "is not found in the raw bytes"))
        elif hashlib.sha256(text.encode()).hexdigest() != document["text_sha256"]:
            result.failures.append(Failure(place, "the text does not have the recorded hash"))
        else:
            result.documents += 1
            yield document["document_id"], text


def _span_tables() -> list[tuple[str, tuple[tuple[str, str, str], ...]]]:
    """Return, for each table with spans, its (start, end, surface) columns."""
    tables = []
    for name, table in TABLES.items():
        names = set(table.columns)
        if not {"document_id", "char_start", "char_end"} <= names or key_of(table) is None:
            continue
        surface = "surface" if "surface" in names else "text"
        spans = [("char_start", "char_end", surface)]
        for column in sorted(names):
            lead = column.removesuffix("_surface")
            if lead != column and {f"{lead}_char_start", f"{lead}_char_end"} <= names:
                spans.append((f"{lead}_char_start", f"{lead}_char_end", column))
        if surface in names:
            tables.append((name, tuple(spans)))
    return tables


_SPANS = _span_tables()


def _rows_with_spans(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    spans: tuple[tuple[str, str, str], ...],
    sources: list[str],
) -> Iterator[tuple[Any, ...]]:
    """Yield (row id, document id, start, end, surface, start, end, surface ...)."""
    columns = [
        str(key_of(TABLES[table])), "document_id", *(column for span in spans for column in span)
    ]  # fmt: skip
    cursor = connection.execute(
        f"SELECT {', '.join(identifier(column) for column in columns)} "  # noqa: S608 - quoted
        f"FROM {identifier(table)} WHERE list_contains(?, source_id)",
        [sources],
    )
    while rows := cursor.fetchmany(10_000):
        yield from rows


def _prove(table: str, row: tuple[Any, ...], texts: dict[str, str], result: Verification) -> None:
    row_id, document_id, *values = row
    text = texts.get(document_id)
    if text is None:
        return  # its document's failure is already recorded
    for start, end, surface in zip(values[::3], values[1::3], values[2::3], strict=True):
        if start is None:
            continue
        if text[start:end] == surface:
            result.spans[table] += 1
        else:
            result.failures.append(
                Failure(f"{table} {row_id}", f"[{start}:{end}] is not {surface!r}")
            )
