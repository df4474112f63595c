"""Records: what the runs did, what they refused, what changed, and what every column means."""

from enum import StrEnum

import pandera.polars as pa

from schemas.contract import (
    TEXT,
    TIMESTAMP,
    code,
    column,
    contract,
    count,
    flag,
    key,
    offset,
    reference,
)
from schemas.dates import DatePassedOver
from schemas.entities import EntityPassed
from schemas.figures import FigureReject
from schemas.quotes import QuoteRejectReason
from schemas.sources import InputReason

RUN_ID_PATTERN = r"^[0-9A-Za-z_-]{1,64}$"


class RunStatus(StrEnum):
    """How a run ended."""

    STARTED = "started"
    """It is the run that built this very warehouse."""
    SUCCEEDED = "succeeded"
    IDLE = "idle"
    """It found nothing new and published nothing."""
    FAILED = "failed"
    KILLED = "killed"
    """Its process ended without a word; a later run wrote this down."""


class RejectStage(StrEnum):
    """Where in the flow something was refused or passed over."""

    INVENTORY = "inventory"
    READ = "read"
    CLEAN = "clean"
    ANALYSE = "analyse"
    EXTRACT = "extract"
    LINK = "link"
    CHECK = "check"
    """A row that its table's contract, or a row it hangs on, did not let through."""


class RowReject(StrEnum):
    """Why a row that was written did not reach its table."""

    CONTRACT_FAILED = "contract_failed"
    """A value is not what the table's contract promises."""
    PARENT_REJECTED = "parent_rejected"
    """A row that this one refers to was itself refused."""


class RunReject(StrEnum):
    """Why a run could not use something whole."""

    WORKER_LOST = "worker_lost"
    """The process at work on a document died twice; the next run tries again."""
    OVERRIDE_INVALID = "override_invalid"
    """An entry of entities.yaml says nothing that can be followed."""
    EXTRACTOR_FAULT = "extractor_fault"
    """An extractor failed on a document, which is stored without facts."""


REJECT_REASONS: tuple[StrEnum, ...] = tuple(
    dict.fromkeys(
        [
            *InputReason,
            *EntityPassed,
            *DatePassedOver,
            *FigureReject,
            *QuoteRejectReason,
            *RowReject,
            *RunReject,
        ]
    )
)
"""Why anything at all was refused: the reasons of every stage, each once."""


def _run_key(name: str, description: str) -> pa.Column:
    """Return the key of a run: named by who started it, since a run has no content to hash."""
    return key(name, description, pattern=RUN_ID_PATTERN)


META_RUN = contract(
    "meta_run",
    "One row per run of the pipeline, failed and idle ones too.",
    [
        _run_key("run_id", "Run: the id that Dagster or the command line gave it."),
        code("status_code", RunStatus, "How the run ended."),
        column("generation_id", TEXT, "Generation that the run published, if any.", nullable=True),
        column("started_at", TIMESTAMP, "When it began, UTC."),
        column(
            "ended_at",
            TIMESTAMP,
            "When it ended, UTC; null for the one that publishes this.",
            nullable=True,
        ),
        count("row_count", "Rows written to published tables."),
        count("refused_count", "Rows that a contract refused."),
        column("steps_json", TEXT, "What each step counted, as a JSON object."),
        column("message", TEXT, "Why it failed; empty when it did not."),
    ],
)

META_REJECT = contract(
    "meta_reject",
    "One row per thing that was seen and not taken: a file, a record, a number, a mark, a row.",
    [
        # No reference to the tables of these ids: what was refused may be the very row they name.
        column("source_id", TEXT, "Source it lies in, as in dim_source.", nullable=True),
        column("document_id", TEXT, "Document it lies in, as in dim_document.", nullable=True),
        column("paragraph_id", TEXT, "Paragraph it lies in.", nullable=True),
        column("sentence_id", TEXT, "Sentence it lies in.", nullable=True),
        code("stage", RejectStage, "Where in the flow it was refused."),
        column("table_name", TEXT, "Table in which it would have become a row."),
        column("check_name", TEXT, "Rule or check that decided."),
        code("reason_code", REJECT_REASONS, "Why it was refused."),
        column("source_path", TEXT, "File, relative to raw/.", nullable=True),
        column("column_name", TEXT, "Column with the refused value, if one.", nullable=True),
        column("surface", TEXT, "The value, or the text of the span.", nullable=True),
        column("message", TEXT, "What was refused, where it lies, and what can be done."),
        offset("char_start", "First code point of the span in dim_document.text.", nullable=True),
        offset("char_end", "Code point after the last one of the span.", nullable=True),
    ],
)

META_LINEAGE = contract(
    "meta_lineage",
    "One row per document: the bytes it came from, the keys its staged work is kept under, and "
    "the runs that did that work.",
    [
        reference("document_id", "dim_document", "Document."),
        reference("source_id", "dim_source", "Source it came from."),
        column("source_sha256", TEXT, "SHA-256 of the source's bytes, in hex."),
        column("read_key", TEXT, "Key of the read text: bytes, manifest and reader."),
        column("extraction_key", TEXT, "Key of the extracted facts: text, metadata and code."),
        column("read_run_id", TEXT, "Run that read the text."),
        column("extraction_run_id", TEXT, "Run that extracted the facts."),
    ],
)

META_RELINK = contract(
    "meta_relink",
    "One row per value that this generation changed in a fact that was already published: other "
    "documents arrived or left, and its links with them.",
    [
        column("table_name", TEXT, "Table of the fact."),
        column("row_id", TEXT, "Key of the fact in that table."),
        column("column_name", TEXT, "Column that changed."),
        column("old_value", TEXT, "Value in the generation before, as text.", nullable=True),
        column("new_value", TEXT, "Value in this generation, as text.", nullable=True),
    ],
)

META_COLUMN = contract(
    "meta_column",
    "One row per column of every table and mart: what it holds.",
    [
        column("table_name", TEXT, "Table or view."),
        column("column_name", TEXT, "Column."),
        count("column_index", "Place in it, from 0."),
        column("type_name", TEXT, "DuckDB type."),
        flag("is_nullable", "Whether it may be null."),
        flag("is_key", "Whether it identifies the row."),
        column("reference_table", TEXT, "Table whose key it holds.", nullable=True),
        column("unit_name", TEXT, "Unit of its values.", nullable=True),
        column("codes", TEXT, "The values it may take, comma between.", nullable=True),
        column("description", TEXT, "What it says."),
    ],
)
