"""Entities: who and what the texts speak of, where each is named, and under which names."""

from enum import StrEnum

from schemas.contract import (
    NUMBER,
    TEXT,
    code,
    column,
    contract,
    count,
    flag,
    key,
    provenance,
    reference,
    span,
)


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    FACILITY = "facility"
    GROUP = "group"
    EVENT = "event"
    OTHER = "other"


class MentionKind(StrEnum):
    """How a text refers to an entity."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


class MentionMethod(StrEnum):
    """What found a mention."""

    MODEL = "model"
    GAZETTEER = "gazetteer"
    TITLE = "title"
    SHAPE = "shape"
    PROPAGATED = "propagated"
    ACRONYM = "acronym"
    ROLE = "role"
    PRONOUN = "pronoun"


class OpenReason(StrEnum):
    """Why a role or a pronoun names nobody."""

    NO_ANTECEDENT = "no_antecedent"
    SEVERAL_ANTECEDENTS = "several_antecedents"
    GENDER_CONFLICT = "gender_conflict"
    INSIDE_QUOTATION = "inside_quotation"


class EntityPassed(StrEnum):
    """Why something that looked like a name is none."""

    COMMON_WORD = "common_word"
    NO_CLEAR_TYPE = "no_clear_type"


class AliasEvidence(StrEnum):
    """Why an alias stands for its entity."""

    SAME_NAME = "same_name"
    SPELLING = "spelling"
    ACRONYM = "acronym"
    CURATED = "curated"
    SURNAME = "surname"
    DOCUMENT = "document"
    OVERRIDE = "override"


class ReviewReason(StrEnum):
    """Why two entities may be one, or one name may stand for several."""

    SIMILAR_NAME = "similar_name"
    SHARED_SURNAME = "shared_surname"
    TYPE_CONFLICT = "type_conflict"


DIM_ENTITY = contract(
    "dim_entity",
    "One row per person, organization, place or other actor that the texts name, whatever the "
    "spelling and the source.",
    [
        key("entity_id", "Entity: a hash of its type and of the spelling-free form of its name."),
        column("entity_name", TEXT, "Preferred name: curated, else the commonest full form."),
        code("entity_type", EntityType, "What kind of thing it is."),
        column(
            "country_code", TEXT, "ISO 3166-1 alpha-2 code where it is a country.", nullable=True
        ),
        count("mention_count", "Mentions by name, role or pronoun."),
        count("document_count", "Documents that mention it."),
        flag("is_overridden", "Whether the user's entities.yaml decided its name, type or extent."),
    ],
)

FCT_ENTITY_MENTION = contract(
    "fct_entity_mention",
    "One row per mention of an entity in a sentence: by name, by role or by pronoun.",
    [
        key("entity_mention_id", "Mention."),
        reference(
            "entity_id",
            "dim_entity",
            "Entity across documents; null for a role or a pronoun left open.",
            nullable=True,
            linked=True,
        ),
        column(
            "document_entity_id",
            TEXT,
            "Entity within its document; null for a role or a pronoun left open.",
            nullable=True,
        ),
        reference("quote_id", "fct_quote", "Quotation that the mention lies in.", nullable=True),
        code("entity_type", EntityType, "What kind of thing is mentioned, judged in its document."),
        code("mention_kind", MentionKind, "Whether by name, by role or by pronoun."),
        code("method", MentionMethod, "What found the mention."),
        column(
            "name",
            TEXT,
            "Fullest name by which the document calls the same entity; null when left open.",
            nullable=True,
        ),
        column("surface", TEXT, "The mention as written: the slice of the span."),
        code(
            "unresolved_reason",
            OpenReason,
            "Why a role or a pronoun was left open; null when it names an entity.",
            nullable=True,
        ),
        flag("is_repeat", "Whether its sentence repeats an earlier one of the document."),
        *span(),
        *provenance(),
    ],
)

BRIDGE_ENTITY_ALIAS = contract(
    "bridge_entity_alias",
    "One row per entity and name that stands for it in some document.",
    [
        reference("entity_id", "dim_entity", "Entity."),
        column("alias", TEXT, "Name as written."),
        count("mention_count", "Mentions written so."),
        count("document_count", "Documents in which it is written so."),
        code("evidence_code", AliasEvidence, "Why the alias stands for the entity."),
    ],
)

META_ENTITY_REVIEW = contract(
    "meta_entity_review",
    "One row per pair of entities that may be one and were left apart, for a person to decide in "
    "entities.yaml.",
    [
        reference("entity_id", "dim_entity", "Entity with the smaller id of the two."),
        reference("other_entity_id", "dim_entity", "The other entity."),
        column("entity_name", TEXT, "Name of the first."),
        column("other_entity_name", TEXT, "Name of the other."),
        code("reason_code", ReviewReason, "Why they may be one."),
        column("similarity", NUMBER, "Likeness of the two names, 0 to 1.", unit="1"),
    ],
)
