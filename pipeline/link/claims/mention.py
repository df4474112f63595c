"""Mention: a figure or a date with everything by which two of them are compared."""

import datetime as dt
from dataclasses import dataclass

from schemas.claims import ClaimKind, Qualifier


@dataclass(slots=True)
class Mention:
    """A figure or a date, comparable."""

    kind: ClaimKind
    mention_id: str
    document_id: str
    story_id: str
    """The document, or the item of a digest that is a witness of its own."""
    item_id: str
    """The item of a digest, witness of its own or not, else the document: what tells it once."""
    publisher: str
    """Whoever published the story; where unknown, its source or the story itself."""
    imprint: str
    """The same, but of an item of a digest without an outlet's name, whoever made the digest."""
    paragraph_id: str
    sentence_id: str
    char_start: int
    char_end: int
    surface: str
    published: dt.date | None
    dimension: str
    """Unit or boundary in which values are compared: "count", "currency:USD", "until"."""
    low: float
    high: float
    """Bounds of what the words allow; days since 1970 for a date."""
    value: float | None
    written: float | None
    """The number as written, before its unit was turned into the base unit."""
    is_exact: bool
    """Written without "about", "over" or a range."""
    comparator: str = ""
    unit_kind: str | None = None
    unit_code: str | None = None
    is_vague: bool = False
    """A magnitude in words: "several", "hundreds"."""
    is_partitive: bool = False
    """Some of a number that is known: "two of the boats", "both sisters"."""
    is_incidental: bool = False
    """A single one, or the mark of something else: "one boat", "a five-star hotel"."""
    is_whole: bool = False
    """A number of which a part is told: "of the ten boats"."""
    granularity: str = ""
    noun: str = ""
    thing: tuple[str, str] | None = None
    qualifier: Qualifier = Qualifier.UNMARKED
    change_basis: str = ""
    modifiers: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    verb: str = ""
    """Verb that governs the figure, as written."""
    predicate: str = ""
    """Stem of that verb; empty for one that says nothing, as "is"."""
    frames: frozenset[str] = frozenset()
    """What kind of doing the number is told of: its events and its verb, the same for all verbs
    that writers exchange; empty when the words say nothing of it."""
    phase: str = ""
    is_standing: bool = False
    """Told as what holds when it is told, so that a later report tells of it anew."""
    window: str = ""
    """The time in which what is counted happened, where it is counted for that time alone."""
    is_negated: bool = False
    is_withdrawn: bool = False
    """Taken back by its own text, which puts another in its place."""
    correction: str = ""
    """The same in a number taken back and in what stands in its place; else empty."""
    as_of: tuple[dt.date, dt.date] | None = None
    counted: frozenset[str] = frozenset()
    """Entities the figure counts or is about."""
    agents: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    purpose: frozenset[str] = frozenset()
    """Stems of what it is for."""
    setting: frozenset[str] = frozenset()
    """Entities that its text names most: where a sentence plays that names no place itself."""
    gist: frozenset[int] = frozenset()
    """What the first words of its story come down to: see `stories`."""
    around: frozenset[str] = frozenset()
    """Entities of its clause, whatever their part in it."""
    organizations: frozenset[str] = frozenset()
    """Organizations and countries of its sentence: who may act in it."""
    is_plan: bool = False
    """Told as decided or still to come, or an act of will, which only who wills it can know."""
    stems: frozenset[str] = frozenset()
    """What the words of its clause come down to."""
    subject: frozenset[str] = frozenset()
    """Stems of the subject of the verb that governs the figure."""
    topic: frozenset[str] = frozenset()
    """Stems of that subject and of what the figure is about, without names."""
    names: frozenset[str] = frozenset()
    """Stems of the words of the names in its sentence: entities stand for them."""
    sources: frozenset[str] = frozenset()
    """Entities that its words come from, or that its sentence gives for it."""
    voices: frozenset[str] = frozenset()
    """By what name or office the speaker goes whose words it comes from."""
    is_statement: bool = False
    """Its sentence names a statement, communique or the like as what it rests on."""
    is_first_hand: bool = False
    """Said by "we" in the document's own voice."""
    issuers: frozenset[str] = frozenset()
    """Entities that a first-hand document speaks for."""
    sentence: str = ""
