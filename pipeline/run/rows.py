"""Rows: one document's lines, sentences and facts as columns of the contract's tables.

Here offsets into the text as it was read become offsets into the text as it was written, and
the words of a span are those that were written.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandera.polars as pa

from pipeline.document import (
    AnalysedDocument,
    Document,
    Fact,
    Paragraph,
    PassedOver,
    Segment,
    Sentence,
)
from pipeline.identity import content_id
from schemas.contract import OFFSET_UNIT, SPANS, key_of, staged_columns

Columns = dict[str, list[Any]]
_HasSpan = Paragraph | Sentence | Fact | PassedOver


@dataclass(slots=True)
class Places:
    """The ids of a document's segments, paragraphs and sentences, by index."""

    segments: list[str]
    paragraphs: list[str]
    sentences: list[str]
    segment_of: list[str]
    """For each paragraph, its segment's id."""


def places_of(document: Document, segments: Sequence[Segment], sentences: int) -> Places:
    """Return the ids of the segments, their paragraphs and so many sentences of the document."""
    name = (document.document_id, document.text_sha256)
    ids = [content_id("dim_segment", *name, one.index) for one in segments]
    return Places(
        ids,
        [content_id("dim_paragraph", *name, i) for i in range(segments[-1].end_paragraph)],
        [content_id("dim_sentence", *name, index) for index in range(sentences)],
        [
            segment
            for segment, one in zip(ids, segments, strict=True)
            for _ in range(one.first_paragraph, one.end_paragraph)
        ],
    )


def segment_columns(
    document: AnalysedDocument, segments: Sequence[Segment], places: Places
) -> Columns:
    """Return dim_segment's columns for the document."""
    return {
        "segment_id": places.segments,
        "document_id": [document.document.document_id] * len(segments),
        "source_id": [document.document.source_id] * len(segments),
        "segment_index": [one.index for one in segments],
        "first_paragraph_index": [one.first_paragraph for one in segments],
        "paragraph_count": [one.end_paragraph - one.first_paragraph for one in segments],
        "basis": [one.basis for one in segments],
        "outlet_name": [one.outlet_name for one in segments],
        "title": [one.title for one in segments],
        "has_own_outlet": [one.has_own_outlet for one in segments],
        "char_start": [document.written_at(one.char_start) for one in segments],
        "char_end": [document.written_end(one.char_end) for one in segments],
        "rule_id": [one.rule_id for one in segments],
    }


def paragraph_columns(document: AnalysedDocument, places: Places) -> Columns:
    """Return dim_paragraph's columns for the document."""
    paragraphs = document.paragraphs
    return {
        "paragraph_id": places.paragraphs,
        "segment_id": places.segment_of,
        "document_id": [document.document.document_id] * len(paragraphs),
        "source_id": [document.document.source_id] * len(paragraphs),
        "paragraph_index": [one.index for one in paragraphs],
        **_spans(document, paragraphs, "text"),
        "role": [one.role for one in paragraphs],
        "is_used": [one.is_used for one in paragraphs],
        "rule_id": [one.rule_id for one in paragraphs],
        "repeat_of_paragraph_id": [
            None if one.repeat_of is None else places.paragraphs[one.repeat_of]
            for one in paragraphs
        ],
    }


def sentence_columns(document: AnalysedDocument, places: Places) -> Columns:
    """Return dim_sentence's columns for the document."""
    sentences = document.sentences
    return {
        "sentence_id": places.sentences,
        "paragraph_id": [places.paragraphs[one.paragraph] for one in sentences],
        "document_id": [document.document.document_id] * len(sentences),
        "source_id": [document.document.source_id] * len(sentences),
        "sentence_index": [one.index for one in sentences],
        **_spans(document, sentences, "text"),
        "role": [one.role for one in sentences],
        "is_used": [one.is_used for one in sentences],
        "rule_id": [one.rule_id for one in sentences],
        "repeat_of_sentence_id": [
            None if one.repeat_of is None else places.sentences[one.repeat_of] for one in sentences
        ],
        "is_truncated": [one.is_truncated for one in sentences],
        "is_damaged": [one.is_damaged for one in sentences],
        "dateline_char_end": [
            None if one.dateline_end is None else document.written_at(one.dateline_end)
            for one in sentences
        ],
    }


def fact_columns(
    document: AnalysedDocument,
    table: pa.DataFrameSchema,
    facts: Sequence[Fact],
    places: Places,
    *,
    extractor_name: str,
    extractor_version: str,
) -> Columns:
    """Return the staged columns of a fact table: the facts' own fields and their provenance."""
    spans = _spans(document, facts, "surface")
    sentences = [document.sentence_at(fact.char_start) for fact in facts]
    common: dict[str, Callable[[], list[Any]]] = {
        str(key_of(table)): lambda: [fact.fact_id for fact in facts],
        **{column: partial(spans.__getitem__, column) for column in spans},
        "document_id": lambda: [document.document.document_id] * len(facts),
        "source_id": lambda: [document.document.source_id] * len(facts),
        "segment_id": lambda: [places.segment_of[one.paragraph] for one in sentences],
        "paragraph_id": lambda: [places.paragraphs[one.paragraph] for one in sentences],
        "end_paragraph_id": lambda: [
            places.paragraphs[document.paragraph_at(fact.char_end - 1).index] for fact in facts
        ],
        "sentence_id": lambda: [places.sentences[one.index] for one in sentences],
        "is_repeat": lambda: [one.repeat_of is not None for one in sentences],
        "extractor_name": lambda: [extractor_name] * len(facts),
        "extractor_version": lambda: [extractor_version] * len(facts),
    }
    return {
        column: (
            common[column]() if column in common else _as_written(document, table, column, facts)
        )
        for column in staged_columns(table)
    }


def passed_over_columns(
    document: AnalysedDocument, stage: str, passed: Sequence[PassedOver], places: Places
) -> Columns:
    """Return what an extractor saw and did not take: columns as in PASSED_OVER_SCHEMA."""
    sentences = [document.sentence_at(one.char_start) for one in passed]
    return {
        "stage": [stage] * len(passed),
        "reason_code": [one.reason_code for one in passed],
        "rule_id": [one.rule_id for one in passed],
        "detail": [one.detail for one in passed],
        **_spans(document, passed, "surface"),
        "document_id": [document.document.document_id] * len(passed),
        "paragraph_id": [places.paragraphs[one.paragraph] for one in sentences],
        "sentence_id": [places.sentences[one.index] for one in sentences],
        "source_id": [document.document.source_id] * len(passed),
    }


def _spans(document: AnalysedDocument, rows: Sequence[_HasSpan], words: str) -> Columns:
    """Return the spans of the rows in the document's text, and under `words` what they hold."""
    start = [document.written_at(one.char_start) for one in rows]
    end = [document.written_end(one.char_end) for one in rows]
    text = document.document.text
    return {
        "char_start": start,
        "char_end": end,
        words: [text[first:last] for first, last in zip(start, end, strict=True)],
    }


def _as_written(
    document: AnalysedDocument, table: pa.DataFrameSchema, column: str, facts: Sequence[Fact]
) -> list[Any]:
    """Return a field of the facts, with offsets and words that have a span as they are written."""
    values = [getattr(fact, column) for fact in facts]
    if document.reading is None:
        return values
    start, end = (f"{column.removesuffix('_surface')}_char_{edge}" for edge in ("start", "end"))
    if column.endswith("_surface") and start in table.columns:
        text = document.document.text
        return [
            text[first:last] if first is not None else value
            for value, first, last in zip(
                values,
                _as_written(document, table, start, facts),
                _as_written(document, table, end, facts),
                strict=True,
            )
        ]
    if table.columns[column].dtype.type == SPANS:
        return [value and [_written_span(document, part) for part in value] for value in values]
    if table.columns[column].metadata["unit"] == OFFSET_UNIT:
        written = document.written_end if column.endswith("_end") else document.written_at
        return [None if value is None else written(value) for value in values]
    return values


def _written_span(document: AnalysedDocument, span: dict[str, int]) -> dict[str, int]:
    return {
        "char_start": document.written_at(span["char_start"]),
        "char_end": document.written_end(span["char_end"]),
    }
