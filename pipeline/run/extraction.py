"""One batch of work: documents cleaned, analysed and extracted, and staged as Parquet.

The batch function runs alike in this process and in a worker of its own. Which documents share
a batch changes no row.
"""

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.analyse.documents import assemble, units
from pipeline.analyse.frames import SCHEMA as ANALYSIS_SCHEMA
from pipeline.analyse.frames import analyses_from_frame, analyses_to_frame, analysis_key
from pipeline.analyse.model import Analysis, Unit, analyse, load_model, model_identity
from pipeline.clean.paragraphs import clean
from pipeline.code import code_digest, model_version
from pipeline.document import AnalysedDocument, Document, Paragraph, PassedOver, Sentence
from pipeline.extract import dates, entities, figures, quotes
from pipeline.extract.document import extract_facts
from pipeline.identity import content_id
from pipeline.run.rows import (
    Columns,
    fact_columns,
    paragraph_columns,
    passed_over_columns,
    places_of,
    sentence_columns,
)
from pipeline.settings import Settings
from pipeline.store import KEY, BatchStore
from schemas.contract import polars_schema, staged_schema
from schemas.dates import FCT_DATE_MENTION
from schemas.entities import FCT_ENTITY_MENTION
from schemas.figures import BRIDGE_FIGURE_ENTITY, FCT_FIGURE
from schemas.quotes import FCT_QUOTE
from schemas.text import DIM_PARAGRAPH, DIM_SENTENCE

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
_FACTS = (FCT_ENTITY_MENTION, FCT_DATE_MENTION, FCT_FIGURE, BRIDGE_FIGURE_ENTITY, FCT_QUOTE)
"""Tables whose rows are staged without their linked columns."""


@dataclass(slots=True, frozen=True)
class BatchReport:
    """What one batch came to."""

    documents: int
    paragraphs: int
    words: int
    analysed: int
    """Paragraphs that the model read; the others were read before, here or in another text."""


def extraction_store(root: Path) -> BatchStore:
    """Return the store of everything extracted, keyed by `extraction_key`."""
    return BatchStore(
        root / "stage" / "extract",
        {
            "dim_paragraph": polars_schema(DIM_PARAGRAPH),
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
        code_digest(
            "pipeline/document.py",
            "pipeline/analyse",
            "pipeline/calendar",
            "pipeline/clean",
            "pipeline/extract",
            "pipeline/run/extraction.py",
            "pipeline/run/rows.py",
            "schemas",
        ),
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


Batch = Sequence[tuple[str, Document]]
"""Documents, each with the key its rows are staged under."""


class BatchExtractor:
    """Extracts batches of documents with one loaded model, and stages what it finds."""

    def __init__(self, settings: Settings, run_id: str) -> None:
        self._settings = settings
        self._run_id = run_id
        self._facts = extraction_store(settings.warehouse)
        self._analyses = analysis_store(settings.warehouse)
        self._model = load_model(settings.model, gemm=settings.gemm)
        self._model_identity = model_identity(self._model)

    def extract(self, batch: Batch) -> BatchReport:
        """Clean, analyse and extract the documents, each under its key, and stage the rows."""
        cleaned = [
            clean(document.text, language_code=document.language_code) for _, document in batch
        ]
        names, analyses, analysed = self._analyse([one for _, one in batch], cleaned)
        rows: dict[str, list[tuple[str, Columns]]] = {
            ANALYSIS_USE: [
                (key, {"analysis_key": used}) for (key, _), used in zip(batch, names, strict=True)
            ]
        }
        words = paragraphs = 0
        for (key, document), (lines, sentences), found in zip(
            batch, cleaned, analyses, strict=True
        ):
            whole = assemble(document, lines, sentences, found)
            paragraphs += len(lines)
            words += len(document.text.split())
            for table, columns in _staged(whole).items():
                rows.setdefault(table, []).append((key, columns))
        self._facts.write(
            {key: self._run_id for key, _ in batch},
            {table: _frame(self._facts.tables[table], parts) for table, parts in rows.items()},
        )
        return BatchReport(len(batch), paragraphs, words, analysed)

    def _analyse(
        self,
        documents: Sequence[Document],
        cleaned: Sequence[tuple[list[Paragraph], list[Sentence]]],
    ) -> tuple[list[list[str]], list[list[Analysis]], int]:
        """Return keys and analyses of each document's used paragraphs, and how many are new."""
        asked = [
            units(document, *parts) for document, parts in zip(documents, cleaned, strict=True)
        ]
        keys = [
            [analysis_key(text, starts, self._model_identity) for text, starts in one]
            for one in asked
        ]
        inputs: dict[str, Unit] = {
            key: unit
            for names, one in zip(keys, asked, strict=True)
            for key, unit in zip(names, one, strict=True)
        }
        stored = analyses_from_frame(self._analyses.scan("analysis", inputs).collect())
        missing = sorted(key for key in inputs if key not in stored)
        if missing:
            fresh = list(analyse(self._model, [inputs[key] for key in missing]))
            frame = analyses_to_frame(missing, fresh).with_columns(
                pl.col("analysis_key").alias(KEY)
            )
            self._analyses.write(dict.fromkeys(missing, self._run_id), {"analysis": frame})
            stored.update(zip(missing, fresh, strict=True))
        return keys, [[stored[key] for key in names] for names in keys], len(missing)


def extract_batch(extractor: BatchExtractor, batch: Batch) -> BatchReport:
    """Extract one batch; a module's own function, so that a worker can be told of it."""
    return extractor.extract(batch)


def _staged(document: AnalysedDocument) -> dict[str, Columns]:
    """Return the rows of one document by table.

    A fault of an extractor costs this document's facts, not the run: each sentence is a reject,
    until the code changes.
    """
    places = places_of(document.document, len(document.paragraphs), len(document.sentences))
    staged = {
        "dim_paragraph": paragraph_columns(document.document, document.paragraphs, places),
        "dim_sentence": sentence_columns(document.document, document.sentences, places),
    }
    if not document.paragraphs:
        return staged
    try:
        found = extract_facts(document)
    except (MemoryError, OSError):
        # The machine's fault and not the text's: another try may pass.
        raise
    except Exception:
        faults = _faults(document, traceback.format_exc()[-500:])
        staged[PASSED_OVER] = passed_over_columns(document, "extraction", faults, places)
        return staged
    for table, facts, room in (
        (FCT_ENTITY_MENTION, found.mentions, entities),
        (FCT_DATE_MENTION, found.dates, dates),
        (FCT_FIGURE, found.figures, figures),
        (FCT_QUOTE, found.quotes, quotes),
    ):
        staged[str(table.name)] = fact_columns(
            document, table, facts, places,
            extractor_name=room.NAME, extractor_version=room.VERSION,
        )  # fmt: skip
    staged[str(BRIDGE_FIGURE_ENTITY.name)] = {
        "figure_id": [one.figure.fact_id for one in found.figure_entities],
        "entity_mention_id": [one.entity_mention_id for one in found.figure_entities],
        "role": [one.role for one in found.figure_entities],
    }
    passed = [
        passed_over_columns(document, stage, items, places)
        for stage, items in found.passed_over.items()
    ]
    staged[PASSED_OVER] = {
        name: [value for columns in passed for value in columns[name]]
        for name in PASSED_OVER_SCHEMA
    }
    return staged


def _faults(document: AnalysedDocument, trace: str) -> list[PassedOver]:
    """Return a reject for each used sentence, so that all that is in them is accounted for."""
    return [
        PassedOver("extractor_fault", one.char_start, one.char_end, "fault", trace)
        for one in document.used_sentences
    ]


def _frame(schema: pl.Schema, parts: Sequence[tuple[str, Columns]]) -> pl.DataFrame:
    columns: Columns = {name: [] for name in schema}
    for key, part in parts:
        height = len(next(iter(part.values())))
        columns[KEY].extend([key] * height)
        for name, values in part.items():
            columns[name].extend(values)
    return pl.DataFrame(columns, schema=schema)
