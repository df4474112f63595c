"""The fact this package reads, and what it asks of the entities and dates read before it."""

from dataclasses import dataclass
from typing import Protocol

from pipeline.document import Fact

NAME = "figures"
VERSION = "4"


@dataclass(slots=True, kw_only=True)
class Figure(Fact):
    """One number a reader would quote; fields are named as the columns of fct_figure."""

    value: float | None
    value_low: float | None
    value_high: float | None
    comparator: str
    unit_kind: str
    number_char_start: int
    number_char_end: int
    change: str | None = None
    change_basis: str | None = None
    unit_code: str | None = None
    unit_name: str | None = None
    rate_name: str | None = None
    value_base: float | None = None
    base_unit_code: str | None = None
    counted_noun: str | None = None
    counted_noun_lemma: str | None = None
    counted_modifiers: str | None = None
    context: str | None = None
    agent: str | None = None
    predicate: str | None = None
    place: str | None = None
    modality: str = "asserted"
    reading: str = ""
    is_negated: bool = False
    is_implicit: bool = False
    is_vague: bool = False
    is_multiple: bool = False
    is_share: bool = False
    is_elided_unit: bool = False
    is_ambiguous: bool = False
    is_date_part: bool = False
    is_truncated: bool = False
    is_damaged: bool = False
    is_repeat: bool = False
    noun_char_start: int | None = None
    noun_char_end: int | None = None
    cue_char_start: int | None = None
    cue_char_end: int | None = None
    date_mention_id: str | None = None
    quote_id: str | None = None
    speaker_mention_id: str | None = None


@dataclass(slots=True)
class FigureEntity:
    """An entity mention tied to a figure, and what it is to it."""

    figure: Figure
    entity_mention_id: str
    role: str


class Mention(Protocol):
    """What is asked of an entity mention."""

    char_start: int
    char_end: int
    entity_type: str
    fact_id: str


class DateSpan(Protocol):
    """What is asked of a date mention."""

    char_start: int
    char_end: int
    fact_id: str
