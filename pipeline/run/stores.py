"""What is staged: the stores of everything read, analysed and extracted, and their keys."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.analyse.frames import SCHEMA as ANALYSIS_SCHEMA
from pipeline.code import code_digest, model_version
from pipeline.identity import content_id
from pipeline.settings import Settings
from pipeline.store import BatchStore
from schemas.contract import polars_schema, staged_schema
from schemas.dates import FCT_DATE_MENTION
from schemas.entities import FCT_ENTITY_MENTION
from schemas.figures import BRIDGE_FIGURE_ENTITY, FCT_FIGURE
from schemas.quotes import BRIDGE_QUOTE_ENTITY, FCT_QUOTE
from schemas.text import DIM_PARAGRAPH, DIM_SEGMENT, DIM_SENTENCE

PASSED_OVER = "passed_over"
PASSED_OVER_SCHEMA = pl.Schema(
    {
        "stage": pl.String(),
        "reason_code": pl.String(),
        "rule_id": pl.String(),
        "detail": pl.String(),
        "surface": pl.String(),
        "char_start": pl.Int64(),
        "char_end": pl.Int64(),
        "document_id": pl.String(),
        "paragraph_id": pl.String(),
        "sentence_id": pl.String(),
        "source_id": pl.String(),
    }
)
ANALYSIS_USE = "analysis_use"
"""Staged table: which analyses a document's facts rest on."""
EXTRACTION_CODE = (
    "pipeline/identity.py",
    "pipeline/document.py",
    "pipeline/read/language.py",
    "pipeline/analyse",
    "pipeline/calendar",
    "pipeline/clean",
    "pipeline/extract",
    "pipeline/run/extraction.py",
    "pipeline/run/stores.py",
    "pipeline/run/rows.py",
    "schemas/contract.py",
    "schemas/dates.py",
    "schemas/entities.py",
    "schemas/figures.py",
    "schemas/quotes.py",
    "schemas/text.py",
)
"""What staged facts rest on: an edit of any of it makes them be extracted anew."""
_FACTS = (
    FCT_ENTITY_MENTION,
    FCT_DATE_MENTION,
    FCT_FIGURE,
    BRIDGE_FIGURE_ENTITY,
    FCT_QUOTE,
    BRIDGE_QUOTE_ENTITY,
)
"""Tables whose rows are staged without their linked columns."""


def extraction_store(root: Path) -> BatchStore:
    """Return the store of everything extracted, keyed by `extraction_key`."""
    return BatchStore(
        root / "stage" / "extract",
        {
            "dim_segment": polars_schema(DIM_SEGMENT),
            "dim_paragraph": staged_schema(DIM_PARAGRAPH),
            "dim_sentence": polars_schema(DIM_SENTENCE),
            **{str(table.name): staged_schema(table) for table in _FACTS},
            PASSED_OVER: PASSED_OVER_SCHEMA,
            ANALYSIS_USE: pl.Schema({"analysis_key": pl.String()}),
        },
    )


def analysis_store(root: Path) -> BatchStore:
    """Return the store of the model's analyses, keyed by `analysis_key`."""
    return BatchStore(root / "stage" / "analysis", {"analysis": ANALYSIS_SCHEMA})


def extraction_key(document: Mapping[str, Any], settings: Settings) -> str:
    """Return the key of a document's facts: its content and metadata, the model, the code.

    `document` is a row of dim_document.
    """
    return content_id(
        "extraction",
        code_digest(*EXTRACTION_CODE),
        settings.model,
        model_version(settings.model),
        *(
            str(document[name])
            for name in (
                "document_id",
                "text_sha256",
                "title",
                "published_date",
                "published_basis",
                "language_code",
                "publisher_name",
            )
        ),
    )
