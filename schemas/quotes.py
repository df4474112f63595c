"""Quotes: who said what, in whose words, and how sure the text leaves us of the speaker."""

from enum import StrEnum

from schemas.contract import (
    SPANS,
    TEXT,
    code,
    column,
    contract,
    flag,
    key,
    offset,
    provenance,
    reference,
    span,
)


class QuoteType(StrEnum):
    """Whose words the span holds."""

    DIRECT = "direct"
    """The speaker's own words, marked as such (or a turn of a transcript)."""
    MIXED = "mixed"
    """A reported clause of which a part stands in quotation marks."""
    INDIRECT = "indirect"
    """A reported clause in the writer's words."""


class SpeakerBasis(StrEnum):
    """What the text gives for the speaker."""

    NAMED = "named"
    ROLE = "role"
    """A description: "the minister", "two officials"."""
    PRONOUN = "pronoun"
    CONTINUED = "continued"
    """No cue of its own: it carries on from the quote before."""
    DOCUMENT = "document"
    """The document is itself the statement of its author."""
    NONE = "none"


class SpeakerReason(StrEnum):
    """Why a quote has no known speaker."""

    NO_CUE = "no_cue"
    """No reporting verb or phrase reaches the quoted words."""
    NO_SUBJECT = "no_subject"
    """The cue names nobody: "it was said", "reportedly"."""
    NO_MENTION = "no_mention"
    """It looks like a name that no mention of an entity covers."""
    NOT_A_SPEAKER = "not_a_speaker"
    """The subject is nothing that speaks: "the delay suggests that"."""
    AMBIGUOUS = "ambiguous"
    """A pronoun or role that more than one earlier name could answer to."""
    NO_ANTECEDENT = "no_antecedent"
    """A pronoun or role that no earlier name answers to."""


class QuoteRole(StrEnum):
    """What an entity is to a quote."""

    SPEAKER = "speaker"
    """Who speaks, or one of those who speak together."""
    ADDRESSEE = "addressee"
    """Who is spoken to."""
    TOPIC = "topic"
    """Who or what is named in the words."""


class CueStance(StrEnum):
    """What the cue says the speaker did in speaking."""

    SAID = "said"
    ASKED = "asked"
    ANSWERED = "answered"
    ANNOUNCED = "announced"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    ADMITTED = "admitted"
    DENIED = "denied"
    WARNED = "warned"
    PROMISED = "promised"
    URGED = "urged"
    ACCUSED = "accused"
    CRITICIZED = "criticized"
    PRAISED = "praised"
    SUGGESTED = "suggested"
    REPORTED = "reported"
    """Sources and documents: "according to", "the report found"."""


class QuoteRejectReason(StrEnum):
    """Why a quotation mark is no edge of a quote."""

    SCARE_QUOTE = "scare_quote"
    """A term or a phrase held at arm's length, with nobody saying it."""
    TITLE = "title"
    """The name of a work, programme or song."""
    NESTED = "nested"
    """Marks within quoted words."""
    APOSTROPHE = "apostrophe"
    """A possessive or an elision at the edge of a word."""
    MEASURE = "measure"
    """Feet, inches, minutes or seconds after a number."""
    UNPAIRED = "unpaired"
    """A mark without its counterpart."""
    EMPTY = "empty"
    """Nothing but space and punctuation between the marks."""


FCT_QUOTE = contract(
    "fct_quote",
    "One row per stretch of speech: words in quotation marks, a reported clause, or a turn of a "
    "transcript.",
    [
        key("quote_id", "The quote."),
        reference("speaker_entity_id", "dim_entity", "Who spoke.", nullable=True, linked=True),
        reference(
            "speaker_mention_id",
            "fct_entity_mention",
            "Mention that names the speaker: for a pronoun or a role, of its one clear antecedent.",
            nullable=True,
        ),
        reference(
            "addressee_mention_id",
            "fct_entity_mention",
            "Mention of the one spoken to.",
            nullable=True,
        ),
        reference(
            "outer_quote_id",
            "fct_quote",
            "Quote within whose words this one is reported.",
            nullable=True,
        ),
        code("quote_type", QuoteType, "Whose words the span holds."),
        code("speaker_basis", SpeakerBasis, "What the text gives for the speaker."),
        code(
            "speaker_reason",
            SpeakerReason,
            "Why no mention is known for the speaker.",
            nullable=True,
        ),
        code("stance_code", CueStance, "What the cue says was done in speaking.", nullable=True),
        column("speaker_name", TEXT, "Canonical name of the speaker.", nullable=True, linked=True),
        column("speaker_surface", TEXT, "Speaker as the text has it.", nullable=True),
        column("speaker_role", TEXT, "Role given with the speaker's name.", nullable=True),
        column(
            "speaker_outlet", TEXT, "Outlet a questioner in a transcript speaks for.", nullable=True
        ),
        column("addressee", TEXT, "The one spoken to, as the text has it.", nullable=True),
        column("cue_surface", TEXT, "Word or words that report the speech.", nullable=True),
        column("surface", TEXT, "The text between char_start and char_end."),
        column(
            "quote_text_normalized",
            TEXT,
            "The words alone: case folded, marks and other punctuation removed, one space apart.",
        ),
        flag(
            "is_negated",
            'The cue says that this was not said: "did not say", "refused to confirm".',
        ),
        flag("is_repeat", "Its sentence repeats an earlier one of the document."),
        flag("is_headline", "It stands in a headline, where quotes are often paraphrases."),
        flag("is_truncated", "Its words end in an ellipsis."),
        flag("is_damaged", "A quotation mark is missing or misread, so an edge is inferred."),
        column(
            "parts",
            SPANS,
            "Spans of the words when they are discontinuous; else null.",
            nullable=True,
        ),
        column(
            "marked_parts",
            SPANS,
            "Spans in quotation marks within a mixed quote; else null.",
            nullable=True,
        ),
        offset("speaker_char_start", "First code point of the speaker.", nullable=True),
        offset("speaker_char_end", "Code point after the speaker.", nullable=True),
        offset("cue_char_start", "First code point of the cue.", nullable=True),
        offset("cue_char_end", "Code point after the cue.", nullable=True),
        *span(),
        reference("end_paragraph_id", "dim_paragraph", "Paragraph in which the span ends."),
        *provenance(),
    ],
)

BRIDGE_QUOTE_ENTITY = contract(
    "bridge_quote_entity",
    "One row per quote, entity mention tied to it and role of that mention.",
    [
        reference("quote_id", "fct_quote", "The quote."),
        reference("entity_mention_id", "fct_entity_mention", "The mention."),
        reference("entity_id", "dim_entity", "Entity of the mention.", linked=True),
        code(
            "role",
            QuoteRole,
            "What the mention is to the quote: who speaks or one of several who do, who is spoken "
            "to, or who or what is named in the words.",
        ),
    ],
)
