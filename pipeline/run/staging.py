"""Sources read and documents extracted: only what no earlier run has staged."""

import dataclasses
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.analyse.pool import Outcome
from pipeline.code import code_digest
from pipeline.document import Document
from pipeline.identity import content_id
from pipeline.read.inventory import SourceEntry
from pipeline.read.readers import Limits, ReadSource, read_source
from pipeline.read.rejects import InputReject
from pipeline.run.batch import Batch, BatchReport
from pipeline.run.crew import hire
from pipeline.run.stores import ANALYSIS_USE, extraction_key, extraction_store
from pipeline.run.workspace import Workspace
from pipeline.settings import Settings
from pipeline.store import KEY, BatchStore
from schemas.contract import polars_schema
from schemas.sources import DIM_DOCUMENT, DIM_SOURCE, InputReason

INPUT_REJECT = "input_reject"
INPUT_REJECT_SCHEMA = pl.Schema(
    {
        "stage": pl.String(),
        "reason_code": pl.String(),
        "source_path": pl.String(),
        "source_id": pl.String(),
        "message": pl.String(),
        "char_start": pl.Int64(),
        "value": pl.String(),
    }
)
_PASSING = frozenset({InputReason.CHANGED_WHILE_READING, InputReason.UNREADABLE})
"""Reasons that the next run may find gone, so nothing is staged under the source's content."""
_READ_BATCH = 500
_FEW = 1_000
"""Documents few enough that it is worth counting their words before workers are started."""
_BYTES_A_WORD = 6
_PART = 20_000
"""Keys whose rows are held in memory at once."""


def read_store(root: Path) -> BatchStore:
    """Return the store of everything read, keyed by `read_key`."""
    return BatchStore(
        root / "stage" / "read",
        {
            "dim_source": polars_schema(DIM_SOURCE),
            "dim_document": polars_schema(DIM_DOCUMENT),
            INPUT_REJECT: INPUT_REJECT_SCHEMA,
        },
    )


READ_CODE = (
    "pipeline/identity.py",
    "pipeline/document.py",
    "pipeline/read",
    "pipeline/calendar",
    "schemas/contract.py",
    "schemas/dates.py",
    "schemas/sources.py",
)
"""What staged texts rest on: an edit of any of it makes them be read anew."""


def read_key(entry: SourceEntry, limits: Limits) -> str:
    """Return the key of what a source reads as: its content, the limits, the code that reads it."""
    return content_id(
        "read",
        code_digest(*READ_CODE),
        entry.content_key,
        limits.max_document_chars,
        limits.max_source_bytes,
    )


def read_keys(workspace: Workspace) -> dict[str, str]:
    """Return {source path: read key} for everything in the inventory."""
    limits = _limits(workspace.settings)
    return {entry.path: read_key(entry, limits) for entry in workspace.inventory.entries}


def _limits(settings: Settings) -> Limits:
    return Limits(
        max_document_chars=settings.max_document_chars, max_source_bytes=settings.max_source_bytes
    )


def stage_sources(workspace: Workspace) -> int:
    """Read the sources that are not staged yet, and return how many there were."""
    store = read_store(workspace.root)
    keys = read_keys(workspace)
    missing = set(store.missing(keys.values()))
    entries = [entry for entry in workspace.inventory.entries if keys[entry.path] in missing]
    limits = _limits(workspace.settings)
    workspace.progress.start("read", len(entries))
    for first in range(0, len(entries), _READ_BATCH):
        read: dict[str, ReadSource] = {}
        for entry in entries[first : first + _READ_BATCH]:
            one = read_source(entry, limits=limits)
            if any(reject.reason_code in _PASSING for reject in one.rejects):
                workspace.passing.append(one)
            else:
                read[keys[entry.path]] = one
            words = sum(len(document.text.split()) for document in one.documents)
            workspace.progress.advance("read", files=1, words=words)
        if read:
            store.write(dict.fromkeys(read, workspace.run_id), _read_frames(read))
    workspace.progress.finish("read")
    return len(entries)


def _read_frames(read: dict[str, ReadSource]) -> dict[str, pl.DataFrame]:
    sources, documents, rejects = [], [], []
    for key, one in read.items():
        sources.append({KEY: key, **dataclasses.asdict(one.source)})
        documents += [{KEY: key, **document_row(document)} for document in one.documents]
        rejects += [
            {KEY: key, **reject_row(reject, one.source.source_id)} for reject in one.rejects
        ]
    return {
        name: pl.DataFrame(rows, schema={KEY: pl.String(), **schema})
        for name, rows, schema in (
            ("dim_source", sources, polars_schema(DIM_SOURCE)),
            ("dim_document", documents, polars_schema(DIM_DOCUMENT)),
            (INPUT_REJECT, rejects, INPUT_REJECT_SCHEMA),
        )
    }


def document_row(document: Document) -> dict[str, Any]:
    """Return dim_document's row for the document."""
    return {
        **{name: value for name, value in dataclasses.asdict(document).items() if name != "url"},
        "document_url": document.url,
        "char_count": len(document.text),
        "word_count": len(document.text.split()),
    }


def reject_row(reject: InputReject, source_id: str | None) -> dict[str, Any]:
    """Return the reject as a row of INPUT_REJECT_SCHEMA."""
    return {
        "stage": reject.stage,
        "reason_code": str(reject.reason_code),
        "source_path": reject.source_path,
        "source_id": source_id,
        "message": reject.message,
        "char_start": reject.char_start,
        "value": reject.value,
    }


def staged_sources(workspace: Workspace, table: str) -> Iterator[pl.DataFrame]:
    """Yield the rows of dim_source, dim_document or the input's rejects that were staged."""
    for frame in read_store(workspace.root).parts(table, read_keys(workspace).values(), most=_PART):
        yield frame.drop(KEY)
    if workspace.passing:
        # Tried and recorded, under no key.
        frames = _read_frames({one.source.source_path: one for one in workspace.passing})
        yield frames[table].drop(KEY)


def extraction_keys(workspace: Workspace) -> dict[str, str]:
    """Return {document id: extraction key} for every document of the next generation."""
    rows = (
        workspace.scan("dim_document")
        .select(
            "document_id", "text_sha256", "title", "published_date", "published_basis",
            "language_code", "publisher_name",
        )
        .collect()
    )  # fmt: skip
    return {
        row["document_id"]: extraction_key(row, workspace.settings)
        for row in rows.iter_rows(named=True)
    }


@dataclass(slots=True)
class FailedBatch:
    """Documents that got no facts in this run, and why; the next run tries them again."""

    documents: list[tuple[str, str]]
    """Document and source ids."""
    failure: str


def stage_facts(workspace: Workspace) -> tuple[BatchReport, list[FailedBatch]]:
    """Extract the documents that are not staged yet, and return what was done and what was not."""
    store = extraction_store(workspace.root)
    keys = extraction_keys(workspace)
    missing = set(store.missing(keys.values()))
    wanted = sorted(document for document, key in keys.items() if key in missing)
    done: list[BatchReport] = []
    failed: list[FailedBatch] = []
    if wanted:
        workspace.progress.start("extract", len(wanted))
        handed_out: list[list[tuple[str, str]]] = []
        for outcome in _outcomes(workspace, wanted, keys, handed_out):
            if outcome.value is None:
                failure = outcome.failure or "no reason given"
                failed.append(FailedBatch(handed_out[outcome.index], failure))
                continue
            one = outcome.value
            done.append(one)
            workspace.progress.advance(
                "extract", done=one.documents, paragraphs=one.paragraphs, words=one.words
            )
        workspace.progress.finish("extract")
    total = BatchReport(
        sum(one.documents for one in done),
        sum(one.paragraphs for one in done),
        sum(one.words for one in done),
        sum(one.analysed for one in done),
    )
    return total, failed


def _outcomes(
    workspace: Workspace,
    wanted: list[str],
    keys: dict[str, str],
    handed_out: list[list[tuple[str, str]]],
) -> Iterator[Outcome[BatchReport]]:
    """Yield what became of each batch; `handed_out` takes note of whose batch it was."""

    def batches() -> Iterator[Batch]:
        for batch in _batches(workspace, wanted, keys):
            handed_out.append([(one.document_id, one.source_id) for _, one in batch])
            yield batch

    crew = workspace.crew
    if crew is None:
        crew = hire(workspace.settings, workspace.run_id, size=_workers(workspace, wanted))
    yield from crew.run(batches())


@contextmanager
def crew_ahead(workspace: Workspace) -> Iterator[None]:
    """Have workers load their model meanwhile, if much that is new lies in raw/."""
    keys = read_keys(workspace)
    missing = set(read_store(workspace.root).missing(keys.values()))
    new = sum(
        entry.size_bytes for entry in workspace.inventory.entries if keys[entry.path] in missing
    )
    settings = workspace.settings
    if new <= _BYTES_A_WORD * settings.batch_words:
        yield
        return
    workspace.crew = hire(settings, workspace.run_id, size=_most_workers(settings))
    workspace.crew.start()
    try:
        yield
    finally:
        workspace.crew.close()


def _workers(workspace: Workspace, wanted: list[str]) -> int:
    """Return how many processes to extract in: one for little work, as starting costs time."""
    if len(wanted) < _FEW:
        words = (
            workspace.scan("dim_document")
            .join(pl.LazyFrame({"document_id": wanted}), on="document_id", how="semi")
            .select(pl.col("word_count").sum())
            .collect()
            .item()
        )
        if words < workspace.settings.batch_words:
            return 1
    return _most_workers(workspace.settings)


def _most_workers(settings: Settings) -> int:
    return settings.workers or os.cpu_count() or 1


def _batches(
    workspace: Workspace, wanted: Sequence[str], keys: dict[str, str]
) -> Iterator[list[tuple[str, Document]]]:
    """Yield the wanted documents in batches of about so many words."""
    batch: list[tuple[str, Document]] = []
    words = 0
    names = {field.name for field in dataclasses.fields(Document)}
    for first in range(0, len(wanted), _PART):
        chosen = pl.LazyFrame({"document_id": wanted[first : first + _PART]})
        rows = (
            workspace.scan("dim_document")
            .join(chosen, on="document_id", how="semi")
            .rename({"document_url": "url"})
            .sort("source_id", "document_index")
            .collect()
        )
        for row in rows.iter_rows(named=True):
            document = Document(**{name: row[name] for name in names})
            batch.append((keys[document.document_id], document))
            words += row["word_count"]
            if words >= workspace.settings.batch_words:
                yield batch
                batch, words = [], 0
    if batch:
        yield batch


def staged_facts(workspace: Workspace, table: str) -> Iterator[pl.DataFrame]:
    """Yield the staged rows of one table for the documents of the next generation."""
    keys = extraction_keys(workspace)
    for frame in extraction_store(workspace.root).parts(table, keys.values(), most=_PART):
        yield frame.drop(KEY)


@dataclass(slots=True, frozen=True)
class NeededKeys:
    """The keys of all staged rows that the published generation rests on."""

    read: set[str]
    extraction: set[str]
    analysis: set[str]


def needed_keys(workspace: Workspace) -> NeededKeys:
    """Return the keys of everything staged that the inventory leads to."""
    extraction = set(extraction_keys(workspace).values())
    used = (
        extraction_store(workspace.root)
        .scan(ANALYSIS_USE, extraction)
        .select(pl.col("analysis_key").unique())
        .collect()
    )
    return NeededKeys(
        read=set(read_keys(workspace).values()),
        extraction=extraction,
        analysis=set(used["analysis_key"]),
    )
