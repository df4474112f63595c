"""Claims: what figures and dates of all sources say of one thing, who agrees, who does not."""

from enum import StrEnum

import pandera.polars as pa

from schemas.contract import (
    DATE,
    NUMBER,
    TEXT,
    code,
    column,
    contract,
    count,
    flag,
    key,
    offset,
    reference,
)


class ClaimKind(StrEnum):
    """What a claim fixes."""

    FIGURE = "figure"
    DATE = "date"


class ClaimStatus(StrEnum):
    """How well a claim is borne out, worst first."""

    DISPUTED = "disputed"
    """Its mentions contradict each other, in more than wording or precision."""
    CORROBORATED = "corroborated"
    """Two or more independent witnesses agree."""
    REPEATED = "repeated"
    """Several documents, or items of a digest, say it, and all go back to one witness."""
    SINGLE_SOURCE = "single_source"
    """One document, or one item of a digest, says it."""


class Qualifier(StrEnum):
    """Which part of a quantity a figure gives."""

    TOTAL = "total"
    ADDITIONAL = "additional"
    UNMARKED = "unmarked"


class WitnessReason(StrEnum):
    """Why a mention counts with another as one witness."""

    SAME_DOCUMENT = "same_document"
    SAME_PUBLISHER = "same_publisher"
    SHARED_WORDING = "shared_wording"
    SAME_SPEAKER = "same_speaker"
    SAME_STATEMENT = "same_statement"
    ANNOUNCED_BY_ACTOR = "announced_by_actor"
    """It reports an act that the actor's own words, another mention, announce."""
    DIGEST_ITEM = "digest_item"
    """It is the first of its witness, in an item of a digest that has an outlet of its own."""
    OWN_WITNESS = "own_witness"
    """It is the first of its witness, or stands alone."""


class ContradictionKind(StrEnum):
    """In what two statements differ."""

    VALUE = "value"
    THING_COUNTED = "thing_counted"
    QUALIFIER = "qualifier"
    MODALITY = "modality"
    DATE_VALUE = "date_value"
    DATE_GRANULARITY = "date_granularity"
    SPEAKER = "speaker"
    WORDING = "wording"
    CORRECTION = "correction"
    """The source of the first takes it back and gives the second: no dispute."""


class Severity(StrEnum):
    """How far two statements exclude each other."""

    HARD = "hard"
    """They cannot both be true as written."""
    SOFT = "soft"
    """They can, if one of them is loosely worded."""
    RECONCILABLE = "reconcilable"
    """They can both be true as written; a reader should know that they differ."""


CLAIM_COUNTS = (
    ("mention_count", "Mentions."),
    ("document_count", "Documents that mention it."),
    (
        "publisher_count",
        "Publishers of those documents or items; unknown ones count by source, and an item of a "
        "digest without an outlet's name with the digest.",
    ),
    ("witness_count", "Independent witnesses: what repeats one text, speaker or statement is one."),
)

DIM_CLAIM = contract(
    "dim_claim",
    "One row per thing that one or more figures or dates speak of: the same quantity or date of "
    "the same matter. Every figure, and every date that can be compared, belongs to exactly one, "
    "but for those read in boilerplate.",
    [
        key("claim_id", "Derived from the first of its mentions by id."),
        code("claim_kind", ClaimKind, "Whether it fixes a figure or a date."),
        code("status_code", ClaimStatus, "How well it is borne out."),
        column("claim_name", TEXT, "What it is about, in words of one of its mentions."),
        column("unit_kind", TEXT, "Kind of unit of its figures.", nullable=True),
        column(
            "unit_code",
            TEXT,
            "Unit of its values: a currency, or the base unit of the dimension, s for durations.",
            nullable=True,
        ),
        column("counted_noun_lemma", TEXT, "What most of its figures count.", nullable=True),
        code("qualifier_code", Qualifier, "Which part of the quantity it gives.", nullable=True),
        column(
            "value_low", NUMBER, "Smallest value or bound given and not taken back.", nullable=True
        ),
        column(
            "value_high", NUMBER, "Largest value or bound given and not taken back.", nullable=True
        ),
        column("date_start", DATE, "Earliest day meant.", nullable=True),
        column("date_end", DATE, "Latest day meant.", nullable=True),
        *(count(name, description) for name, description in CLAIM_COUNTS),
        count("position_count", "Different values given, however often each."),
        count("contradiction_count", "Contradictions among its mentions, of whatever severity."),
        count("correction_count", "Values that their own source took back for another."),
        flag("is_updated", "A later or corrected report gives another value: no contradiction."),
        column("first_published_date", DATE, "Earliest publication, where known.", nullable=True),
        column("last_published_date", DATE, "Latest publication, where known.", nullable=True),
    ],
)


def _bridge_columns() -> list[pa.Column]:
    return [
        count("witness_index", "Which of the claim's witnesses the mention counts with, from 0."),
        code("witness_code", WitnessReason, "Why it counts with that witness."),
        count("position_index", "Which of the claim's values it gives, from 0."),
        flag("is_superseded", "Its own publisher or speaker has taken it back for another value."),
        column(
            "match_score",
            NUMBER,
            "Evidence that it speaks of the same as its closest fellow mention; null when alone.",
            nullable=True,
        ),
        column("match_reasons", TEXT, "That evidence, in order of weight.", nullable=True),
    ]


BRIDGE_CLAIM_FIGURE = contract(
    "bridge_claim_figure",
    "One row per figure that is not read in boilerplate: the claim it belongs to, why, and with "
    "which witness it counts.",
    [
        reference("claim_id", "dim_claim", "The claim."),
        reference("figure_id", "fct_figure", "The figure."),
        *_bridge_columns(),
    ],
)

BRIDGE_CLAIM_DATE = contract(
    "bridge_claim_date",
    "One row per date that can be compared: the claim it belongs to, why, and its witness.",
    [
        reference("claim_id", "dim_claim", "The claim."),
        reference("date_mention_id", "fct_date_mention", "The date."),
        *_bridge_columns(),
    ],
)


def _mention(side: str) -> list[pa.Column]:
    return [
        reference(f"figure_id_{side}", "fct_figure", f"Figure {side}.", nullable=True),
        reference(f"date_mention_id_{side}", "fct_date_mention", f"Date {side}.", nullable=True),
        reference(f"quote_id_{side}", "fct_quote", f"Quote {side}.", nullable=True),
        reference(f"document_id_{side}", "dim_document", f"Document of mention {side}."),
        reference(f"sentence_id_{side}", "dim_sentence", f"Sentence of mention {side}."),
    ]


def _evidence(side: str) -> list[pa.Column]:
    return [
        column(f"surface_{side}", TEXT, f"Mention {side} as written."),
        count(f"mention_count_{side}", f"Mentions of the claim that take the position of {side}."),
        offset(f"char_start_{side}", f"First code point of mention {side}."),
        offset(f"char_end_{side}", f"Code point after mention {side}."),
    ]


FCT_CONTRADICTION = contract(
    "fct_contradiction",
    "One row per way in which two positions on one claim, or two versions of one quotation, "
    "exclude each other; each position is shown by its first mention. A later value in a later "
    "report is an update and has no row; what its own source takes back has one, as a correction.",
    [
        key("contradiction_id", "Derived from the kind and the two mentions shown."),
        reference("claim_id", "dim_claim", "Claim; null for quotations.", nullable=True),
        *_mention("a"),
        *_mention("b"),
        code("kind_code", ContradictionKind, "In what they differ."),
        code("severity_code", Severity, "How far they exclude each other."),
        column("explanation", TEXT, "The contradiction in a sentence."),
        *_evidence("a"),
        *_evidence("b"),
    ],
)
