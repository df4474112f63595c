"""Figures: numbers a reader would quote, and the entities each one is tied to."""

from enum import StrEnum

from schemas.contract import (
    FLAG,
    NUMBER,
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


class Comparator(StrEnum):
    """How the written number bounds the quantity."""

    EQ = "eq"
    APPROX = "approx"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    RANGE = "range"
    MAGNITUDE = "magnitude"


class Change(StrEnum):
    """Which way the quantity is said to have moved."""

    INCREASE = "increase"
    DECREASE = "decrease"


class ChangeBasis(StrEnum):
    """What the figure is of a movement: its size, where it began or where it ended."""

    BY = "by"
    FROM = "from"
    TO = "to"


class UnitKind(StrEnum):
    """What kind of unit the number is given in."""

    COUNT = "count"
    CURRENCY = "currency"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    RATIO = "ratio"
    NONE = "none"


class Modality(StrEnum):
    """In what mode the text gives the number."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    REQUESTED = "requested"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class FigureRole(StrEnum):
    """What an entity is to a figure."""

    COUNTED = "counted"
    ABOUT = "about"
    AGENT = "agent"
    PLACE = "place"
    SPEAKER = "speaker"


class FigureReject(StrEnum):
    """Why a number was passed over."""

    DATE = "date"
    YEAR = "year"
    DECADE = "decade"
    CLOCK_TIME = "clock_time"
    ORDINAL = "ordinal"
    LABEL = "label"
    NAME = "name"
    CODE = "code"
    ADDRESS = "address"
    PHONE = "phone"
    SCORE = "score"
    PRONOUN = "pronoun"
    IDIOM = "idiom"
    LIST_MARKER = "list_marker"
    RATE_BASE = "rate_base"
    PERIOD = "period"
    OTHER_SCRIPT = "other_script"
    UNREADABLE = "unreadable"


FCT_FIGURE = contract(
    "fct_figure",
    "One row per number a reader would quote, with its unit, bound, noun and context.",
    [
        key("figure_id", "Content-derived identifier of the figure."),
        reference(
            "date_mention_id",
            "fct_date_mention",
            "Date the figure is told of: the one it lies in, else the one that the parse hangs on "
            "its phrase or its clause; null where dates of its sentence hang on other words.",
            nullable=True,
        ),
        reference("quote_id", "fct_quote", "Quote the figure lies in.", nullable=True),
        reference(
            "speaker_mention_id",
            "fct_entity_mention",
            "Mention of whoever is reported to have given the figure.",
            nullable=True,
        ),
        reference(
            "speaker_entity_id",
            "dim_entity",
            "Entity reported to have given the figure.",
            nullable=True,
            linked=True,
        ),
        column("value", NUMBER, "The number; null for a range or a magnitude.", nullable=True),
        column("value_low", NUMBER, "Lower bound of a range, magnitude or bound.", nullable=True),
        column("value_high", NUMBER, "Upper bound of a range, magnitude or bound.", nullable=True),
        code("comparator", Comparator, "How the number bounds the quantity."),
        code("change", Change, "Direction of the movement the figure belongs to.", nullable=True),
        code(
            "change_basis",
            ChangeBasis,
            "Whether the figure is the size, the start or the end of that movement.",
            nullable=True,
        ),
        code("unit_kind", UnitKind, "Kind of unit."),
        column(
            "unit_code",
            TEXT,
            "ISO 4217 for currencies, UCUM-like for measures, % for percentages.",
            nullable=True,
        ),
        column("unit_name", TEXT, "Unit in singular English, with its rate.", nullable=True),
        column("rate_name", TEXT, "What the unit is taken per: day, share.", nullable=True),
        column(
            "value_base",
            NUMBER,
            "The value in the base unit of its dimension (metre, second, kilogram ...).",
            nullable=True,
        ),
        column("base_unit_code", TEXT, "Base unit of value_base.", nullable=True),
        column("counted_noun", TEXT, "What is counted: a short noun phrase.", nullable=True),
        column("counted_noun_lemma", TEXT, "Singular head of that phrase.", nullable=True),
        column("counted_modifiers", TEXT, "Its modifiers, separated by commas.", nullable=True),
        column("context", TEXT, "What the number is about: a phrase.", nullable=True),
        column(
            "agent",
            TEXT,
            "Who does what the predicate says: its subject, or whom a passive names with by.",
            nullable=True,
        ),
        column("predicate", TEXT, "Verb that governs it.", nullable=True),
        column(
            "place",
            TEXT,
            "Place the figure is told of: named in its phrase or its clause.",
            nullable=True,
        ),
        code("modality", Modality, "Mode in which the text gives the number."),
        column("reading", TEXT, "How the number was read, rule by rule."),
        column("surface", TEXT, "The whole expression as written."),
        flag("is_negated", "The text denies the figure."),
        flag("is_implicit", "No numeral is written: an extra year, both, twice."),
        flag("is_vague", "The words give a magnitude only: several, hundreds of thousands."),
        flag("is_multiple", "The number multiplies another quantity: twice, four times."),
        flag(
            "is_share", "The number is a part of what is counted: a third of voters, one in five."
        ),
        flag("is_elided_unit", "Unit or noun are taken from a parallel figure or from the clause."),
        flag("is_ambiguous", "Another reading of the marks is possible: 20.000."),
        flag("is_date_part", "The same words also serve a date: one month after."),
        flag("is_truncated", "The sentence is cut off."),
        flag("is_damaged", "The sentence is broken."),
        column("is_repeat", FLAG, "The sentence repeats an earlier one of the document."),
        *span(),
        offset("number_char_start", "First code point of the number with its currency sign."),
        offset("number_char_end", "Code point after the number and its scale word."),
        offset("noun_char_start", "First code point of the counted noun phrase.", nullable=True),
        offset("noun_char_end", "Code point after that phrase.", nullable=True),
        offset("cue_char_start", "First code point of the comparator's words.", nullable=True),
        offset("cue_char_end", "Code point after them.", nullable=True),
        *provenance(),
    ],
)

BRIDGE_FIGURE_ENTITY = contract(
    "bridge_figure_entity",
    "One row per figure and entity mention tied to it, with the mention's role.",
    [
        reference("figure_id", "fct_figure", "The figure."),
        reference("entity_mention_id", "fct_entity_mention", "The mention."),
        reference("entity_id", "dim_entity", "Entity of the mention.", linked=True),
        code("role", FigureRole, "What the entity is to the figure."),
    ],
)
