"""Paragraphs and sentences: every line of every document, and why it is used or left out."""

from enum import StrEnum

from schemas.contract import TEXT, code, column, contract, count, flag, key, reference, span


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


DIM_PARAGRAPH = contract(
    "dim_paragraph",
    "One row per line or paragraph of a document, used or not.",
    [
        key("paragraph_id", "Derived from the document, its text's hash and the span."),
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
        column("text", TEXT, "The paragraph without white space around it."),
        flag("is_used", "Whether facts are read from it; single sentences may still be left out."),
        *span(),
        column("rule_id", TEXT, "Cleaning rule that decided role and use."),
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
        column("text", TEXT, "The sentence without white space around it."),
        flag("is_used", "Whether facts are read from it."),
        flag("is_truncated", "Cut off before its end, as a teaser is."),
        flag("is_damaged", "Words lost or run together inside it, or quotation marks astray."),
        *span(),
        column("rule_id", TEXT, "Cleaning rule that decided role and use."),
    ],
)
