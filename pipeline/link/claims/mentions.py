"""Mentions: figures and dates with everything by which two of them are compared.

A mention gathers, from the linked tables, what its own row, its sentence and its document say.
It decides nothing: that two mentions speak of one thing is `match`.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import polars as pl

from pipeline.link.claims import words as claim_words
from pipeline.link.claims.phrases import boundary, clause, named_sources, phase
from pipeline.link.claims.values import bounds, dimension
from schemas.claims import ClaimKind, Qualifier

_ACTING = frozenset({"organization", "place", "group"})
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_OURS = re.compile(r"\bWe\b")
_HEAD = 12
"""Sentences and lines within which a statement says "we" for the first time."""


@dataclass(slots=True)
class Mention:
    """A figure or a date, comparable."""

    kind: ClaimKind
    mention_id: str
    document_id: str
    source_id: str
    publisher: str
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
    phase: str = ""
    is_negated: bool = False
    as_of: tuple[dt.date, dt.date] | None = None
    counted: frozenset[str] = frozenset()
    """Entities the figure counts or is about."""
    agents: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
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
    about: frozenset[str] = frozenset()
    """Stems of what the figure is about, apart from that subject."""
    topic: frozenset[str] = frozenset()
    """Both of these, without names."""
    names: frozenset[str] = frozenset()
    """Stems of the words of the names in its sentence: entities stand for them."""
    sources: frozenset[str] = frozenset()
    """Entities that its words come from, or that its sentence gives for it."""
    quote_id: str | None = None
    is_statement: bool = False
    """Its sentence names a statement, communique or the like as what it rests on."""
    is_first_hand: bool = False
    """Said by "we" in the document's own voice."""
    issuers: frozenset[str] = frozenset()
    """Entities that a first-hand document speaks for."""
    sentence: str = ""


_SETS = tuple(one.name for one in fields(Mention) if one.type == frozenset[str])


@dataclass
class Context:
    """Look-ups over the linked tables, made once."""

    sentences: dict[str, dict[str, Any]]
    documents: dict[str, dict[str, Any]]
    publishers: dict[str, str]
    sentence_entities: dict[str, list[tuple[int, int, str, str]]]
    issuers: dict[str, frozenset[str]]
    dates: dict[str, dict[str, Any]]
    quotes: dict[str, dict[str, Any]]
    roles: dict[str, dict[str, list[str]]] = field(default_factory=dict)


def rows_by(frame: pl.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a frame by one of their columns."""
    return {row[key]: row for row in frame.iter_rows(named=True)}


def context(
    *,
    figures: pl.DataFrame,
    dates: pl.DataFrame,
    sentences: pl.DataFrame,
    documents: pl.DataFrame,
    sources: pl.DataFrame,
    quotes: pl.DataFrame,
    mentions: pl.DataFrame,
    figure_entities: pl.DataFrame,
) -> Context:
    """Return the look-ups that mentions are gathered from."""
    names = dict(sources.select("source_id", "publisher_name").iter_rows())
    publishers = {
        row["document_id"]: row.get("publisher_name")
        or names.get(row["source_id"])
        or row["source_id"]
        for row in documents.iter_rows(named=True)
    }
    # Of a large corpus, most sentences give no figure and no date: they are left where they are.
    told = pl.concat([figures["sentence_id"], dates["sentence_id"]]).unique()
    heads = (
        sentences.select("document_id", "sentence_index", "sentence_id", "text")
        .sort("document_id", "sentence_index")
        .group_by("document_id", maintain_order=True)
        .head(_HEAD)
    )
    wanted = pl.concat([told, heads["sentence_id"]]).unique()
    named = (
        mentions.filter(pl.col("entity_id").is_not_null())
        .sort("sentence_id", "char_start", "char_end", "entity_mention_id")
        .select(
            "entity_mention_id", "sentence_id", "char_start", "char_end", "name", "entity_id",
            "entity_type",
        )
    )  # fmt: skip
    sentence_entities: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    nearby = named.filter(pl.col("sentence_id").is_in(wanted.implode()))
    for _, sentence_id, start, end, name, entity_id, kind in nearby.iter_rows():
        entity = claim_words.nation(name or "") or entity_id
        sentence_entities[sentence_id].append((start, end, entity, kind))
    roles: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    tied = (
        figure_entities.select("figure_id", "entity_mention_id", "role")
        .join(named.select("entity_mention_id", "name", entity="entity_id"), on="entity_mention_id")
        .sort("figure_id", "entity_mention_id", "role")
    )
    for figure_id, _, role, name, entity_id in tied.iter_rows():
        roles[figure_id][role].append(claim_words.nation(name or "") or entity_id)
    return Context(
        sentences=rows_by(
            sentences.filter(pl.col("sentence_id").is_in(told.implode())).select(
                "sentence_id", "char_start", "text"
            ),
            "sentence_id",
        ),
        documents=rows_by(documents, "document_id"),
        publishers=publishers,
        sentence_entities=sentence_entities,
        issuers=_issuers(heads, sentence_entities),
        dates=rows_by(dates.select("date_mention_id", "date_start", "date_end"), "date_mention_id"),
        quotes=rows_by(quotes.select("quote_id", "speaker_basis", "speaker_entity_id"), "quote_id"),
        roles=roles,
    )


def _issuers(
    heads: pl.DataFrame, entities: Mapping[str, list[tuple[int, int, str, str]]]
) -> dict[str, frozenset[str]]:
    """Return the organizations that each document headed as a statement by "we" speaks for.

    `heads` are the first lines and sentences of all documents, in order.
    """
    found = {}
    for row in (
        heads.group_by("document_id", maintain_order=True).agg("sentence_id", "text").iter_rows()
    ):
        document_id, ids, texts = row
        ours = next((place for place, text in enumerate(texts) if _OURS.search(text)), None)
        if ours is None:
            continue
        is_headed = any(
            len(text) < 90 and claim_words.STATEMENT_NOUNS.intersection(claim_words.words(text))
            for text in texts[: ours + 1]
        )
        if is_headed:
            found[document_id] = frozenset(
                entity
                for sentence_id in ids[: ours + 1]
                for _, _, entity, kind in entities.get(sentence_id, ())
                if kind == "organization"
            )
    return found


def figure_mentions(figures: Iterable[dict[str, Any]], known: Context) -> list[Mention]:
    """Return the figures as mentions."""
    return _slim(_figure(row, known) for row in figures)


def _slim(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with one object for all sets that are equal, most of which are empty."""
    sets: dict[frozenset[str], frozenset[str]] = {}
    result = []
    for mention in mentions:
        for name in _SETS:
            value = getattr(mention, name)
            setattr(mention, name, sets.setdefault(value, value))
        result.append(mention)
    return result


def _figure(row: dict[str, Any], known: Context) -> Mention:
    mention, before, after = _mention(ClaimKind.FIGURE, row["figure_id"], row, known)
    modifiers = [one for one in (row["counted_modifiers"] or "").split(", ") if one]
    lemma = row["counted_noun_lemma"] or ""
    compound = f"{modifiers[-1]}-{lemma}" if modifiers else lemma
    mention.thing = claim_words.thing(compound) or claim_words.thing(lemma)
    if mention.thing is None and lemma[:1].isupper():
        # "3.6 million Ukrainians": a people is counted by its name.
        mention.thing = ("people", "any")
    mention.noun = lemma.lower()
    mention.modifiers = claim_words.stems(" ".join(modifiers))
    mention.dimension = dimension(row)
    mention.low, mention.high, mention.value, mention.is_exact = bounds(row)
    mention.qualifier = claim_words.qualifier(
        before, f"{' '.join(modifiers)} {row['surface']}", after
    )
    mention.comparator = row["comparator"]
    mention.unit_kind = row["unit_kind"]
    # The values compared are those of the base unit where there is one.
    mention.unit_code = row["base_unit_code"] or row["unit_code"]
    mention.is_vague = bool(row["is_vague"]) or row["comparator"] == "magnitude"
    mention.change_basis = row["change_basis"] or ""
    mention.verb = row["predicate"] or ""
    mention.predicate = claim_words.stem(mention.verb) or ""
    events = {claim_words.event_of(row["predicate"] or "")}
    events |= {claim_words.event_of(one) for one in [*modifiers, lemma]}
    events |= {claim_words.event_of(one) for one in claim_words.words(after)[:2]}
    mention.events = frozenset(one for one in events if one)
    mention.is_negated = row["is_negated"]
    mention.phase = phase(before, after, row["predicate"], row["modality"])
    mention.is_plan = (
        mention.phase == "future"
        or mention.predicate in claim_words.DECISIONS
        or bool(mention.events & claim_words.ACTS_OF_WILL)
    )
    roles = known.roles.get(row["figure_id"], {})
    mention.counted = frozenset(
        [*roles.get("counted", ()), *roles.get("about", ()), *claim_words.nations(modifiers)]
    )
    mention.agents = frozenset(roles.get("agent", ()))
    mention.places = frozenset(roles.get("place", ()))
    mention.stems = (
        claim_words.stems(f"{before} {after} {row['context'] or ''}")
        - mention.modifiers
        - mention.names
    )
    # "Mayor of the town": who acts is named before the preposition.
    mention.subject = claim_words.stems(re.split(r" (?:of|in|for) ", row["agent"] or "")[0])
    mention.about = claim_words.stems(row["context"] or "") - mention.subject - mention.names
    mention.topic = (mention.about | mention.subject) - mention.names
    told = known.dates.get(row["date_mention_id"] or "")
    if told and told["date_start"] and told["date_end"]:
        mention.as_of = (told["date_start"], told["date_end"])
    mention.sources |= frozenset(roles.get("speaker", ()))
    if row.get("speaker_entity_id"):
        mention.sources |= {row["speaker_entity_id"]}
    return mention


def _mention(
    kind: ClaimKind, mention_id: str, row: dict[str, Any], known: Context
) -> tuple[Mention, str, str]:
    """Return the mention as far as its kind does not matter, and its clause before and after it."""
    sentence = known.sentences[row["sentence_id"]]
    document = known.documents[row["document_id"]]
    text = sentence["text"]
    in_sentence = known.sentence_entities.get(row["sentence_id"], ())
    issuers = known.issuers.get(row["document_id"], frozenset())
    quote = known.quotes.get(row.get("quote_id") or "")
    basis = quote["speaker_basis"] if quote else None
    offset = sentence["char_start"]
    start, end = row["char_start"] - offset, row["char_end"] - offset
    first, last = clause(text, start, end)
    mention = Mention(
        kind=kind,
        mention_id=mention_id,
        document_id=row["document_id"],
        source_id=row["source_id"],
        publisher=known.publishers[row["document_id"]],
        paragraph_id=row["paragraph_id"],
        sentence_id=row["sentence_id"],
        char_start=row["char_start"],
        char_end=row["char_end"],
        surface=row["surface"],
        published=document["published_date"],
        dimension="",
        low=0.0,
        high=0.0,
        value=None,
        written=row.get("value"),
        is_exact=True,
        around=frozenset(entity for at, _, entity, _ in in_sentence if first <= at - offset < last),
        organizations=frozenset(entity for _, _, entity, type_ in in_sentence if type_ in _ACTING),
        names=claim_words.stems(
            " ".join(text[at - offset : to - offset] for at, to, _, _ in in_sentence)
        ),
        sources=named_sources(text, offset, in_sentence)
        | ({quote["speaker_entity_id"]} if quote and quote["speaker_entity_id"] else set()),
        quote_id=row.get("quote_id"),
        is_statement=bool(claim_words.STATEMENT_NOUNS.intersection(claim_words.words(text))),
        is_first_hand=bool(issuers) and bool(_WE.search(text)) and basis in (None, "document"),
        issuers=issuers,
        sentence=text,
    )
    return mention, text[first:start], text[end:last]


def date_mentions(rows: Iterable[dict[str, Any]], known: Context) -> list[Mention]:
    """Return the dates that can be compared as mentions: resolved, and no wider than a year."""
    found = _slim(
        _date(row, known)
        for row in rows
        if row["date_start"]
        and row["date_end"]
        and (row["date_end"] - row["date_start"]).days < 367
        and row["granularity"] != "time"
        and not _is_today(row, known)
    )
    # In a year many things happen; only what lasts until or since then can be told apart.
    return [one for one in found if one.granularity != "year" or one.dimension != "at"]


def _is_today(row: Mapping[str, Any], known: Context) -> bool:
    """Return whether a date is the day of the report, on which everything it tells of happens."""
    published = known.documents[row["document_id"]]["published_date"]
    if published is None:
        return bool(row["basis"] == "document_date")
    return bool(abs((row["date_start"] - published).days) <= 1 and row["date_end"] <= published)


_EPOCH = dt.date(1970, 1, 1)


def _date(row: dict[str, Any], known: Context) -> Mention:
    mention, before, after = _mention(ClaimKind.DATE, row["date_mention_id"], row, known)
    mention.dimension = boundary(before, mention.surface)
    mention.low = float((row["date_start"] - _EPOCH).days)
    mention.high = float((row["date_end"] - _EPOCH).days)
    mention.is_exact = not row["is_approximate"]
    mention.granularity = row["granularity"]
    mention.stems = claim_words.stems(f"{before} {after}")
    mention.events = frozenset(
        one for one in map(claim_words.event_of, claim_words.words(f"{before} {after}")) if one
    )
    mention.is_plan = bool(mention.events & claim_words.ACTS_OF_WILL)
    return mention
