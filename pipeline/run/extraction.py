"""One batch of work: documents cleaned, analysed and extracted, and staged as Parquet.

The batch function runs alike in this process and in a worker of its own. Which documents share
a batch changes no row.
"""

import traceback
from collections.abc import Sequence

import polars as pl
from spacy.language import Language

from pipeline.analyse.analysis import Analysis, Unit
from pipeline.analyse.documents import CleanedDocument, assemble, clean_document, units
from pipeline.analyse.frames import analyses_from_frame, analyses_to_frame, analysis_key
from pipeline.analyse.model import analyse, model_identity
from pipeline.clean.segments import cut_segments
from pipeline.document import AnalysedDocument, PassedOver
from pipeline.extract import dates, entities, figures, quotes
from pipeline.extract.document import extract_facts
from pipeline.run.batch import Batch, BatchReport
from pipeline.run.rows import (
    Columns,
    fact_columns,
    paragraph_columns,
    passed_over_columns,
    places_of,
    segment_columns,
    sentence_columns,
)
from pipeline.run.stores import (
    ANALYSIS_USE,
    PASSED_OVER,
    PASSED_OVER_SCHEMA,
    analysis_store,
    extraction_store,
)
from pipeline.settings import Settings
from pipeline.store import KEY
from schemas.dates import FCT_DATE_MENTION
from schemas.entities import FCT_ENTITY_MENTION
from schemas.figures import BRIDGE_FIGURE_ENTITY, FCT_FIGURE
from schemas.quotes import BRIDGE_QUOTE_ENTITY, FCT_QUOTE


class BatchExtractor:
    """Extracts batches of documents with one loaded model, and stages what it finds."""

    def __init__(self, model: Language, settings: Settings, run_id: str) -> None:
        self._settings = settings
        self._run_id = run_id
        self._facts = extraction_store(settings.warehouse)
        self._analyses = analysis_store(settings.warehouse)
        self._model = model
        self._model_identity = model_identity(self._model)

    def extract(self, batch: Batch) -> BatchReport:
        """Clean, analyse and extract the documents, each under its key, and stage the rows."""
        cleaned = [clean_document(document) for _, document in batch]
        names, analyses, analysed = self._analyse(cleaned)
        rows: dict[str, list[tuple[str, Columns]]] = {
            ANALYSIS_USE: [
                (key, {"analysis_key": used}) for (key, _), used in zip(batch, names, strict=True)
            ]
        }
        words = paragraphs = 0
        for (key, _), document, found in zip(batch, cleaned, analyses, strict=True):
            paragraphs += len(document.paragraphs)
            words += len(document.text.split())
            for table, columns in _staged(assemble(document, found)).items():
                rows.setdefault(table, []).append((key, columns))
        self._facts.write(
            {key: self._run_id for key, _ in batch},
            {table: _frame(self._facts.tables[table], parts) for table, parts in rows.items()},
        )
        return BatchReport(len(batch), paragraphs, words, analysed)

    def _analyse(
        self, cleaned: Sequence[CleanedDocument]
    ) -> tuple[list[list[str]], list[list[Analysis]], int]:
        """Return keys and analyses of each document's used paragraphs, and how many are new."""
        asked = [units(one) for one in cleaned]
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


def _staged(document: AnalysedDocument) -> dict[str, Columns]:
    """Return the rows of one document by table.

    A fault of an extractor costs this document's facts, not the run: each sentence is a reject,
    until the code changes.
    """
    segments = cut_segments(document.text, document.paragraphs)
    places = places_of(document.document, segments, len(document.sentences))
    staged = {
        "dim_segment": segment_columns(document, segments, places),
        "dim_paragraph": paragraph_columns(document, places),
        "dim_sentence": sentence_columns(document, places),
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
    staged[str(BRIDGE_QUOTE_ENTITY.name)] = {
        "quote_id": [one.quote.fact_id for one in found.quote_entities],
        "entity_mention_id": [one.entity_mention_id for one in found.quote_entities],
        "role": [one.role for one in found.quote_entities],
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
