"""Paragraphs and sentences: every line of every document, and why it is used or left out."""

from enum import StrEnum

from schemas.contract import (
    FLAG,
    TEXT,
    code,
    column,
    contract,
    count,
    flag,
    key,
    offset,
    reference,
    span,
)


class Role(StrEnum):
    """What a line or sentence does in its document."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    SUBHEAD = "subhead"
    TEASER = "teaser"
    REPEAT = "repeat"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    NAVIGATION = "navigation"
    RELATED = "related"
    SHARE = "share"
    SUBSCRIPTION = "subscription"
    CORRECTION = "correction"
    BOILERPLATE = "boilerplate"


class SegmentBasis(StrEnum):
    """What tells that a document is made of such items."""

    WHOLE = "whole"
    OUTSIDE = "outside"
    OUTLET_IN_HEADING = "outlet_in_heading"
    OUTLET_LINE = "outlet_line"
    OUTLET_IN_SENTENCE = "outlet_in_sentence"
    SOURCE_LINE = "source_line"
    DATELINE = "dateline"
    BYLINE = "byline"
    DATE = "date"
    NUMBER = "number"
    BULLET = "bullet"
    HEADING = "heading"
    TEASER = "teaser"
    RULE = "rule"


class BoilerplateRule(StrEnum):
    """What tells that a line stands on many pages and is no part of the text."""

    REPEATED_BY_PUBLISHER = "repeated_by_publisher"
    REPEATED_IN_CORPUS = "repeated_in_corpus"


DIM_SEGMENT = contract(
    "dim_segment",
    "One row per item of a document that digests several and per stretch beside its items, or per "
    "ordinary document.",
    [
        key("segment_id", "Derived from the document, its text's hash and the place in it."),
        reference("document_id", "dim_document", "Document the segment is part of."),
        reference("source_id", "dim_source", "Source the document came from."),
        count("segment_index", "Place in the document, from 0."),
        count("first_paragraph_index", "Place in the document of its first paragraph."),
        count("paragraph_count", "Paragraphs in it, used or not."),
        code(
            "basis",
            SegmentBasis,
            "What tells that the document is made of such items; whole for an ordinary document, "
            "outside for what stands before, between and after items.",
        ),
        column(
            "outlet_name",
            TEXT,
            "Outlet that the item names as its own; null if none, as for an ordinary document, "
            "whose publisher is in dim_document.",
            nullable=True,
        ),
        column("title", TEXT, "The item's heading, without the outlet's name.", nullable=True),
        flag(
            "has_own_outlet",
            "Whether the item names or implies an outlet apart from the document's publisher, and "
            "so is a witness of its own.",
        ),
        *span(),
        column("rule_id", TEXT, "Rule that cut it: the basis, and where the outlet stands."),
    ],
)

DIM_PARAGRAPH = contract(
    "dim_paragraph",
    "One row per paragraph of a document, used or not: a line, or the lines it was wrapped to.",
    [
        key("paragraph_id", "Derived from the document, its text's hash and the span."),
        reference("segment_id", "dim_segment", "Segment the paragraph is part of."),
        reference("document_id", "dim_document", "Document the paragraph is part of."),
        reference("source_id", "dim_source", "Source the document came from."),
        count("paragraph_index", "Place in the document, from 0; blank lines do not count."),
        reference(
            "repeat_of_paragraph_id",
            "dim_paragraph",
            "Earlier paragraph of the document with the same words.",
            nullable=True,
        ),
        code("role", Role, "What the paragraph does in its document."),
        column(
            "text",
            TEXT,
            "The paragraph as written, without white space around it. One that was wrapped at some "
            "width holds its line breaks; it is read as if they were spaces.",
        ),
        flag("is_used", "Whether facts are read from it; single sentences may still be left out."),
        column(
            "is_boilerplate",
            FLAG,
            "Used, but a standing line of its publisher or of many: claims and marts leave out "
            "what was read in it. Other documents decide, so it may change with them.",
            linked=True,
        ),
        *span(),
        column("rule_id", TEXT, "Cleaning rule that decided role and use."),
        column(
            "boilerplate_rule_id",
            TEXT,
            "Rule by which the line is boilerplate; null if it is not.",
            nullable=True,
            codes=BoilerplateRule,
            linked=True,
        ),
    ],
)

DIM_SENTENCE = contract(
    "dim_sentence",
    "One row per sentence or line fragment of a paragraph, used or not.",
    [
        key("sentence_id", "Derived from the document, its text's hash and the span."),
        reference("paragraph_id", "dim_paragraph", "Paragraph the sentence is part of."),
        reference("document_id", "dim_document", "Document the sentence is part of."),
        reference("source_id", "dim_source", "Source the document came from."),
        count("sentence_index", "Place in the document, from 0."),
        reference(
            "repeat_of_sentence_id",
            "dim_sentence",
            "Earlier sentence of the document with the same words.",
            nullable=True,
        ),
        code("role", Role, "What the sentence does in its document."),
        column("text", TEXT, "The sentence as written, without white space around it."),
        flag("is_used", "Whether facts are read from it."),
        flag("is_truncated", "Cut off before its end, as a teaser is."),
        flag(
            "is_damaged",
            "Words lost or run together inside it, misread bytes, or a quotation mark or bracket "
            "without its partner.",
        ),
        *span(),
        offset(
            "dateline_char_end",
            "Where its own words begin after the dateline, outlet's label or time of day that it "
            "opens with; null if it opens with none.",
            nullable=True,
        ),
        column("rule_id", TEXT, "Cleaning rule that decided role and use."),
    ],
)
