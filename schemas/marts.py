"""Marts: the views that answer an analyst's questions, one contract each.

Their SQL lies in warehouse/marts/, in files of the same names. A column that a view passes on is
described where its table declares it; what a view works out is described here.
"""

from enum import StrEnum

import pandera.polars as pa

from schemas.claims import BRIDGE_CLAIM_FIGURE, DIM_CLAIM, FCT_CONTRADICTION
from schemas.contract import (
    DATE,
    TEXT,
    code,
    column,
    contract,
    count,
    flag,
    offset,
    passed_on,
    share,
    span,
)
from schemas.dates import FCT_DATE_MENTION
from schemas.entities import DIM_ENTITY
from schemas.figures import FCT_FIGURE
from schemas.meta import META_LINEAGE
from schemas.quotes import FCT_QUOTE
from schemas.sources import DIM_DOCUMENT, DIM_SOURCE
from schemas.text import DIM_SEGMENT, DIM_SENTENCE


class Variant(StrEnum):
    """How two wordings differ that may be one utterance."""

    IDENTICAL = "identical"
    CUT = "cut"
    """The shorter is a piece of the longer."""
    REWORDED = "reworded"


class FactTable(StrEnum):
    """Which table a fact lies in."""

    FIGURE = "fct_figure"
    DATE = "fct_date_mention"
    QUOTE = "fct_quote"
    ENTITY_MENTION = "fct_entity_mention"


_PUBLISHER = (
    "the outlet that an item of a digest names, else the document's publisher, else the path of "
    "its file."
)


def _text(name: str, description: str, *, nullable: bool = False) -> pa.Column:
    return column(name, TEXT, description, nullable=nullable)


_SENTENCE = _text("sentence", "The whole sentence in which it stands.")


def _said_by(suffix: str = "") -> list[pa.Column]:
    """Return who published something, and when."""
    return [
        _text(f"publisher{suffix}", f"Who says so: {_PUBLISHER}"),
        *passed_on(DIM_DOCUMENT, published_date=f"published_date{suffix}"),
    ]


def _address() -> list[pa.Column]:
    """Return what leads a reader to the characters."""
    return [
        *passed_on(DIM_SOURCE, "source_path"),
        *passed_on(DIM_DOCUMENT, "external_id"),
        *span(),
    ]


MART_SEGMENT = contract(
    "mart_segment",
    "One row per document, or per item of one that digests several, and per stretch beside such "
    "items: who publishes it, when, and where it lies. The segment_id of every fact leads here.",
    [
        *_said_by(),
        _text("title", "The item's heading, else the document's title.", nullable=True),
        *passed_on(DIM_SEGMENT, "basis", "has_own_outlet"),
        *_address(),
        *passed_on(DIM_SEGMENT, "segment_id", "document_id", "source_id"),
    ],
)

MART_FIGURE = contract(
    "mart_figure",
    "One row per figure, with the sentence it stands in, who is said to have given it, and its "
    "source. Standing lines of pages are left out.",
    [
        *_said_by(),
        *passed_on(
            FCT_FIGURE,
            *("surface", "value", "value_low", "value_high", "comparator", "change"),
            *("unit_kind", "unit_code", "unit_name", "counted_noun", "context", "agent", "place"),
            *("modality", "is_negated"),
        ),
        _text("speaker_name", "Name of whoever is reported to have given it.", nullable=True),
        column("told_of_date", DATE, "First day of the time that it is told of.", nullable=True),
        _SENTENCE,
        flag("is_sentence_broken", "The sentence is cut off or damaged."),
        *passed_on(FCT_FIGURE, "is_repeat", "is_implicit", "is_vague"),
        *_address(),
        *passed_on(FCT_FIGURE, "figure_id", "document_id"),
        *passed_on(BRIDGE_CLAIM_FIGURE, "claim_id", nullable=True),
    ],
)

MART_QUOTE = contract(
    "mart_quote",
    "One row per quote, with its speaker across all sources and the sentence that reports it. "
    "Standing lines of pages are left out.",
    [
        _text(
            "speaker",
            "Canonical name of who spoke, else the words that describe them; null for a thing, and "
            "for a pronoun nobody answers to.",
            nullable=True,
        ),
        *passed_on(
            FCT_QUOTE,
            *("speaker_surface", "speaker_basis", "speaker_reason", "quote_type", "stance_code"),
            *("cue_surface", "is_negated"),
        ),
        _text("words", "The words, without what interrupts them: an ellipsis stands there."),
        *_said_by(),
        _text("sentence", "The whole sentence in which it begins."),
        *_address(),
        *passed_on(FCT_QUOTE, "quote_id", "speaker_entity_id", "document_id"),
    ],
)

MART_QUOTE_VARIANTS = contract(
    "mart_quote_variants",
    "One row per pair of quotes in two documents that may be one utterance: identical, one cut "
    "from the other, or reworded.",
    [
        code("variant_code", Variant, "How the two differ."),
        flag("is_same_speaker", "Both are said by one entity; false also where either is unknown."),
        share(
            "shared_share",
            "Share of the shorter quote's three-word runs that stand in the longer one; 1 when it "
            "is a piece of it.",
        ),
        _text(
            "shared_words",
            "The longer words in those runs, by which the two were found; quotes that share only "
            "one are no pair.",
        ),
        _text("shorter_speaker_name", "Who spoke, by name or as written.", nullable=True),
        _text("longer_speaker_name", "Who spoke, by name or as written.", nullable=True),
        _text("shorter_surface", "The shorter quote as written."),
        _text("longer_surface", "The longer quote as written."),
        *passed_on(FCT_QUOTE, speaker_entity_id="shorter_speaker_entity_id"),
        *passed_on(FCT_QUOTE, document_id="shorter_document_id", quote_id="shorter_quote_id"),
        *passed_on(FCT_QUOTE, speaker_entity_id="longer_speaker_entity_id"),
        *passed_on(FCT_QUOTE, document_id="longer_document_id", quote_id="longer_quote_id"),
    ],
)

MART_CLAIM_MENTION = contract(
    "mart_claim_mention",
    "One row per figure or date that belongs to a claim: who says it, when, in which sentence, and "
    "with which witness it counts.",
    [
        *passed_on(DIM_CLAIM, "claim_name", "claim_kind", "status_code"),
        *_said_by(),
        _text("surface", "The figure or date as written."),
        *passed_on(FCT_FIGURE, "value", "value_low", "value_high", nullable=True),
        *passed_on(FCT_DATE_MENTION, "date_start", "date_end", nullable=True),
        *passed_on(
            BRIDGE_CLAIM_FIGURE,
            *("witness_index", "witness_code", "position_index", "is_superseded", "match_score"),
            "match_reasons",
        ),
        _SENTENCE,
        *_address(),
        offset("sentence_char_start", "First code point of the sentence in dim_document.text."),
        _text(
            "fact_id",
            "Key of the figure in fct_figure, or of the date in fct_date_mention, by claim_kind.",
        ),
        *passed_on(FCT_FIGURE, "sentence_id", "document_id"),
        *passed_on(DIM_CLAIM, "claim_id"),
    ],
)

MART_FIGURE_AGREEMENT = contract(
    "mart_figure_agreement",
    "One row per claim that is mentioned more than once: what, which values, who says so, how "
    "independently, what is disputed.",
    [
        *passed_on(
            DIM_CLAIM,
            *("claim_name", "claim_kind", "status_code", "value_low", "value_high", "unit_code"),
            *("date_start", "date_end"),
        ),
        _text(
            "who_says_what",
            "Each value in the words of its earliest mention, with those who give it in brackets.",
        ),
        *passed_on(
            DIM_CLAIM,
            *("witness_count", "publisher_count", "document_count", "mention_count"),
            "contradiction_count",
        ),
        count("hard_contradiction_count", "Contradictions that cannot both be true as written."),
        _text(
            "disputes",
            "What its mentions contradict each other in, if at all.",
            nullable=True,
        ),
        _text(
            "corrections",
            "What its sources have taken back, and for what, if anything.",
            nullable=True,
        ),
        *passed_on(DIM_CLAIM, "is_updated", "first_published_date", "last_published_date"),
        _text("earliest_publisher", f"Who said so first: {_PUBLISHER}"),
        _text("earliest_sentence", "In which sentence."),
        *passed_on(DIM_CLAIM, "claim_id"),
    ],
)


def _side(side: str) -> list[pa.Column]:
    return [
        *_said_by(f"_{side}"),
        *passed_on(FCT_CONTRADICTION, f"surface_{side}"),
        _text(f"sentence_{side}", f"The whole sentence of mention {side}."),
        *passed_on(FCT_CONTRADICTION, f"mention_count_{side}"),
    ]


def _side_address(side: str) -> list[pa.Column]:
    return [
        *passed_on(DIM_SOURCE, source_path=f"source_path_{side}"),
        *passed_on(DIM_DOCUMENT, external_id=f"external_id_{side}"),
        *passed_on(FCT_CONTRADICTION, f"char_start_{side}", f"char_end_{side}"),
        offset(
            f"sentence_char_start_{side}", f"First code point of the sentence of mention {side}."
        ),
    ]


MART_CONTRADICTIONS = contract(
    "mart_contradictions",
    "One row per contradiction: its kind and severity, a sentence that explains it, and both "
    "mentions where they stand.",
    [
        *passed_on(FCT_CONTRADICTION, "severity_code", "kind_code", "explanation"),
        *passed_on(DIM_CLAIM, "claim_name", nullable=True),
        *_side("a"),
        *_side("b"),
        *_side_address("a"),
        *_side_address("b"),
        *passed_on(FCT_CONTRADICTION, "claim_id", "contradiction_id"),
    ],
)

MART_ENTITY_PROFILE = contract(
    "mart_entity_profile",
    "One row per entity: its names, how many sources name it, what it is named with, what it said, "
    "what is counted of it.",
    [
        *passed_on(DIM_ENTITY, "entity_name", "entity_type", "country_code"),
        _text("aliases", "Its names as written, the commonest first, semicolons between."),
        *passed_on(DIM_ENTITY, "mention_count", "document_count"),
        count("source_count", "Sources that mention it."),
        _text(
            "named_with",
            "Up to ten other entities of its sentences, the commonest first, semicolons between; "
            "null when it is always named alone.",
            nullable=True,
        ),
        count("quote_count", "Quotes of which it is the speaker."),
        count("figure_count", "Figures to which it is tied."),
        *passed_on(DIM_ENTITY, "entity_id"),
    ],
)

MART_ENTITY_TIMELINE = contract(
    "mart_entity_timeline",
    "One row per entity, day and sentence: where an entity is named in the sentence that names the "
    "day. Standing lines of pages are left out.",
    [
        *passed_on(DIM_ENTITY, "entity_name", "entity_type"),
        *passed_on(FCT_DATE_MENTION, "date_start", "date_end", nullable=False),
        *passed_on(FCT_DATE_MENTION, "granularity", surface="date_as_written"),
        _text("sentence", "The whole sentence that names both."),
        *_said_by(),
        *passed_on(DIM_SOURCE, "source_path"),
        *passed_on(DIM_SENTENCE, "sentence_id"),
        *passed_on(DIM_ENTITY, "entity_id"),
    ],
)

MART_REUSE = contract(
    "mart_reuse",
    "One row per pair of documents that share wording: who repeats whom, the earlier first, how "
    "much, and the longest passage.",
    [
        _text("earlier_publisher", "Publisher of the earlier, else the path of its file."),
        _text("later_publisher", "Publisher of the later, else the path of its file."),
        *passed_on(DIM_DOCUMENT, published_date="earlier_published_date"),
        *passed_on(DIM_DOCUMENT, published_date="later_published_date"),
        flag(
            "is_order_known",
            "Both days are known, and differ; else which is called the earlier is a convention.",
        ),
        count("paragraph_pair_count", "Pairs of their paragraphs that share wording."),
        count("shared_word_count", "Words in the passages that are the same in both.", unit="word"),
        share(
            "largest_containment_share",
            "Largest share of the five-word runs of one of the later document's paragraphs that "
            "the earlier one has too.",
        ),
        _text(
            "longest_shared_hull",
            "Text of the earlier document from the first to the last word shared, in the pair of "
            "paragraphs with the longest passage.",
        ),
        *passed_on(DIM_DOCUMENT, document_id="earlier_document_id"),
        *passed_on(DIM_DOCUMENT, document_id="later_document_id"),
    ],
)

MART_SOURCE_PROFILE = contract(
    "mart_source_profile",
    "One row per publisher, or outlet that a digest names: how many claims it makes, how often it "
    "is alone, corroborated, repeats others, or is contradicted.",
    [
        _text("publisher", f"Who speaks: {_PUBLISHER}"),
        count("document_count", "Documents in which it speaks."),
        count("claim_count", "Claims it makes."),
        count("alone_count", "Claims that nobody else makes."),
        count("corroborated_count", "Claims that two or more independent witnesses bear out."),
        count(
            "repeating_count",
            "Claims that others make too, and in which it is no witness of its own.",
        ),
        count("disputed_count", "Claims in dispute."),
        count("contradiction_count", "Contradictions in which it stands on either side."),
        count("hard_contradiction_count", "Those that cannot both be true as written."),
        share(
            "alone_share",
            "Share of its claims that nobody else makes; null without claims.",
            nullable=True,
        ),
        share(
            "repeating_share",
            "Share of its claims in which it repeats others; null without claims.",
            nullable=True,
        ),
    ],
)

MART_CLEANING = contract(
    "mart_cleaning",
    "One row per source, role and rule: how many sentences and lines it decided on, whether they "
    "are used, and one of them.",
    [
        *passed_on(DIM_SOURCE, "source_path"),
        *passed_on(DIM_SENTENCE, "role"),
        flag("is_used", "Whether facts are read from them, and count in claims and marts."),
        _text("rule_id", "Rule that decided role and use."),
        count("sentence_count", "Sentences and fragments it decided on."),
        count("paragraph_count", "Lines or paragraphs in which they stand."),
        count("char_count", "Length of the sentences.", unit="code point"),
        _text("example", "The first of them."),
    ],
)

MART_FACT_ORIGIN = contract(
    "mart_fact_origin",
    "One row per fact of any kind: the characters it was read from, by which rule, and in which "
    "run.",
    [
        code("table_name", FactTable, "Table in which the fact lies."),
        _text("fact_id", "Its key there."),
        _text("surface", "The fact as written: the slice of the span."),
        *span(),
        _SENTENCE,
        *passed_on(DIM_SOURCE, "source_path"),
        *passed_on(DIM_DOCUMENT, "external_id"),
        *passed_on(DIM_SOURCE, "encoding", "reader_name", "reader_version", sha256="source_sha256"),
        *passed_on(FCT_FIGURE, "extractor_name", "extractor_version", "rule_id"),
        *passed_on(META_LINEAGE, "extraction_run_id", "document_id"),
    ],
)
