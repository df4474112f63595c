"""Mentions: figures and dates with everything by which two of them are compared.

A mention gathers, from the linked tables, what its own row, its sentence and its document say.
It decides nothing: that two mentions speak of one thing is `claim_match`.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pipeline.link import claim_words
from schemas.claims import ClaimKind, Qualifier

_WINDOW = 110
"""Code points on either side of a mention in which its clause is looked for."""

_FUTURE = re.compile(
    r"(?:\b(?:will|shall|would|to be|going to|due to|set to)|['’]ll)\b"
    r"|\b(?:decision|plan|pledge|promise|intention|offer|proposal|order|deal)s? to\b"
)
_ONGOING = re.compile(r"(?:\b(?:is|are|am)|['’](?:s|re|m))\s+(?:\w+\s+){0,2}\w+ing\b")
_DONE = re.compile(r"(?:\b(?:has|have|had|was|were|been)|['’]ve)\b")
_PAST = re.compile(r"(?:ed|ent|ut|id|own|iven|aken|uilt|oke|ook|ave|ot)$")
_STATES = frozenset("have has is are 's 're 've remain remains stand stands serve serves".split())
_NEAR = 0.1
"""Share of a value by which "about", "over" and "nearly" may miss it."""
_ROUNDING = 0.05
"""Share of a value by which a round number may miss it."""
_ATTRIBUTES_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,3}?(?:says?|said|puts?|shows?|showed|reports?|reported|estimates?|"
    r"estimated|counts?|counted|registered|data|figures|table|registry|statistics)\b"
)
_ATTRIBUTES_BEFORE = re.compile(
    r"\b(?:according to|(?:figures|data|count|estimate|statistics|numbers) (?:of|from|by))"
    r"\s+(?:the\s+)?$"
)
_ACTING = frozenset({"organization", "place", "group"})
_FAR = 45
"""A predicate further than this from its figure may be another clause's."""
_BOUNDARIES = {
    "until": "until", "till": "until", "til": "until", "through": "until", "to": "until",
    "since": "since", "from": "since", "after": "after", "before": "before", "by": "by",
    "between": "since",
}  # fmt: skip
_CLAUSE_EDGE = re.compile(
    r"[;:]|, (?=(?:and|but|while|where|which|who|when)\b)| – | — "
    # "..., the ministry said": who reports is no part of what is told.
    r"|, (?=[^,.]{2,50}\b(?:said|says|say|reported)\b)"
)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_MODALITY_PHASE = {"planned": "future", "requested": "request", "conditional": "conditional"}


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
    """Told as decided or still to come, which only who plans it can know."""
    stems: frozenset[str] = frozenset()
    """What the words of its clause come down to."""
    subject: frozenset[str] = frozenset()
    """Stems of the subject of the verb that governs the figure."""
    about: frozenset[str] = frozenset()
    """Stems of what the figure is about, apart from that subject."""
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


@dataclass
class Context:
    """Look-ups over the linked tables, made once."""

    sentences: dict[str, dict[str, Any]]
    documents: dict[str, dict[str, Any]]
    publishers: dict[str, str]
    sentence_entities: dict[str, list[tuple[int, int, str, str]]]
    mention_entity: dict[str, str]
    issuers: dict[str, frozenset[str]]
    dates: dict[str, dict[str, Any]]
    roles: dict[str, dict[str, list[str]]] = field(default_factory=dict)


def rows_by(frame: pl.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a frame by one of their columns."""
    return {row[key]: row for row in frame.iter_rows(named=True)}


def context(
    *,
    dates: pl.DataFrame,
    sentences: pl.DataFrame,
    documents: pl.DataFrame,
    sources: pl.DataFrame,
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
    known = mentions.filter(pl.col("entity_id").is_not_null()).sort("sentence_id", "char_start")
    sentence_entities: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    mention_entity: dict[str, str] = {}
    for row in known.iter_rows(named=True):
        entity = claim_words.nation(row["name"] or "") or row["entity_id"]
        mention_entity[row["entity_mention_id"]] = entity
        sentence_entities[row["sentence_id"]].append(
            (row["char_start"], row["char_end"], entity, row["entity_type"])
        )
    roles: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in figure_entities.sort("figure_id", "entity_mention_id").iter_rows(named=True):
        entity = mention_entity.get(row["entity_mention_id"])
        if entity is not None:
            roles[row["figure_id"]][row["role"]].append(entity)
    return Context(
        sentences=rows_by(sentences, "sentence_id"),
        documents=rows_by(documents, "document_id"),
        publishers=publishers,
        sentence_entities=sentence_entities,
        mention_entity=mention_entity,
        issuers=_issuers(sentences, sentence_entities),
        dates=rows_by(dates, "date_mention_id"),
        roles=roles,
    )


def _issuers(
    sentences: pl.DataFrame, entities: Mapping[str, list[tuple[int, int, str, str]]]
) -> dict[str, frozenset[str]]:
    """Return the organizations that each document headed as a statement by "we" speaks for."""
    heads: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in sentences.sort("document_id", "sentence_index").iter_rows(named=True):
        if len(heads[row["document_id"]]) < 12:
            heads[row["document_id"]].append((row["sentence_id"], row["text"]))
    found = {}
    for document_id, head in heads.items():
        is_headed = any(
            len(text) < 90 and claim_words.STATEMENT_NOUNS.intersection(claim_words.words(text))
            for _, text in head
        )
        if is_headed and any(re.search(r"\bWe\b", text) for _, text in head):
            found[document_id] = frozenset(
                entity
                for sentence_id, _ in head
                for _, _, entity, kind in entities.get(sentence_id, ())
                if kind == "organization"
            )
    return found


def figure_mentions(figures: Iterable[dict[str, Any]], known: Context) -> list[Mention]:
    """Return the figures as mentions."""
    return [_figure(row, known) for row in figures]


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
    mention.change_basis = row["change_basis"] or ""
    mention.verb = row["predicate"] or ""
    mention.predicate = claim_words.stem(mention.verb) or ""
    events = {claim_words.event_of(row["predicate"] or "")}
    events |= {claim_words.event_of(one) for one in [*modifiers, lemma]}
    events |= {claim_words.event_of(one) for one in claim_words.words(after)[:2]}
    mention.events = frozenset(one for one in events if one)
    mention.is_negated = row["is_negated"]
    mention.phase = phase(before, after, row["predicate"], row["modality"])
    mention.is_plan = mention.phase == "future" or mention.predicate in claim_words.DECISIONS
    roles = known.roles.get(row["figure_id"], {})
    mention.counted = frozenset(
        [*roles.get("counted", ()), *roles.get("about", ()), *claim_words.nations(modifiers)]
    )
    mention.agents = frozenset(roles.get("agent", ()))
    mention.places = frozenset(roles.get("place", ()))
    mention.stems = (
        claim_words.stems(f"{before} {after} {row['context'] or ''}") - mention.modifiers
    )
    # "Mayor of the town": who acts is named before the preposition.
    mention.subject = claim_words.stems(re.split(r" (?:of|in|for) ", row["agent"] or "")[0])
    mention.about = claim_words.stems(row["context"] or "") - mention.subject
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
    offset = sentence["char_start"]
    start, end = row["char_start"] - offset, row["char_end"] - offset
    first, last = _clause(text, start, end)
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
        sources=_named_sources(text, offset, in_sentence),
        quote_id=row.get("quote_id"),
        is_statement=bool(claim_words.STATEMENT_NOUNS.intersection(claim_words.words(text))),
        is_first_hand=bool(issuers) and bool(_WE.search(text)) and row.get("quote_id") is None,
        issuers=issuers,
        sentence=text,
    )
    return mention, text[first:start], text[end:last]


def _named_sources(
    text: str, offset: int, entities: Iterable[tuple[int, int, str, str]]
) -> frozenset[str]:
    """Return the entities that a sentence gives as the source of what it tells."""
    return frozenset(
        entity
        for start, end, entity, type_ in entities
        if type_ in ("organization", "person")
        and (
            _ATTRIBUTES_AFTER.match(text, end - offset)
            or _ATTRIBUTES_BEFORE.search(text, max(0, start - offset - 40), start - offset)
        )
    )


def date_mentions(rows: Iterable[dict[str, Any]], known: Context) -> list[Mention]:
    """Return the dates that can be compared as mentions: resolved, and no wider than a year."""
    return [
        _date(row, known)
        for row in rows
        if row["date_start"]
        and row["date_end"]
        and (row["date_end"] - row["date_start"]).days < 367
        and row["granularity"] != "time"
        and not _is_today(row, known)
    ]


def _is_today(row: Mapping[str, Any], known: Context) -> bool:
    """Return whether a date is the day of the report, on which everything it tells of happens."""
    published = known.documents[row["document_id"]]["published_date"]
    if published is None:
        return row["basis"] == "document_date"
    return abs((row["date_start"] - published).days) <= 1 and bool(row["date_end"] <= published)


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
    return mention


def boundary(before: str, surface: str) -> str:
    """Return whether a date ends, begins or merely places what is told: the nearest word says.

    >>> boundary("prolonged by the board until ", "30 April"), boundary("It met on ", "3 May")
    ('until', 'at')
    """
    near = [*claim_words.words(before)[-3:], *claim_words.words(surface)[:1]]
    return next((_BOUNDARIES[word] for word in reversed(near) if word in _BOUNDARIES), "at")


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause around a span begins and ends, as far as it is near."""
    first, last = max(0, start - _WINDOW), min(len(sentence), end + _WINDOW)
    edges = list(_CLAUSE_EDGE.finditer(sentence, first, start))
    if edges:
        first = edges[-1].end()
    edge = _CLAUSE_EDGE.search(sentence, end, last)
    return first, edge.start() if edge else last


def dimension(row: Mapping[str, Any]) -> str:
    """Return the dimension in which a figure's value can be compared with another's."""
    kind = row["unit_kind"]
    unit = row.get("base_unit_code") or row.get("unit_code") or row.get("unit_name") or ""
    rate = f"/{row['rate_name']}" if row.get("rate_name") else ""
    multiple = "x" if row.get("is_multiple") else ""
    if kind in ("count", "none"):
        return f"count{multiple}{rate}"
    return f"{kind}:{unit}{multiple}{rate}"


def bounds(row: Mapping[str, Any]) -> tuple[float, float, float | None, bool]:
    """Return (low, high, value, exact): what the words allow, in the base unit where there is one.

    A round number stands for everything that is rounded to it, and one in millions also for
    what is cut to it: a count of 3,674,952 is written "3.6 million" as often as "3.7 million".
    "Over" and "nearly" stand for what is near: nobody writes "over 30" of 400.
    """
    value, base = row["value"], row.get("value_base")
    scale = base / value if base is not None and value else 1.0
    comparator = row["comparator"]
    if value is None:
        low, high = row["value_low"], row["value_high"]
        low = 0.0 if low is None else low * scale
        high = float("inf") if high is None else high * scale
        return low, high, None, False
    value *= scale
    near = abs(value) * _NEAR
    if comparator in ("ge", "gt"):
        return value, value + near, value, False
    if comparator in ("le", "lt"):
        return value - near, value, value, False
    step = rounding_step(value)
    rounding = abs(value) * _ROUNDING
    slack = min(step * 0.499, rounding)
    if comparator == "approx":
        return value - near, value + near, value, False
    up = min(step * 0.999, rounding) if abs(value) >= 1_000_000 else slack
    return value - slack, value + up, value, True


def rounding_step(value: float) -> float:
    """Return the place of the last digit that is not nought; 0 for numbers too small to be round.

    >>> rounding_step(3_600_000), rounding_step(45), rounding_step(1650)
    (100000.0, 0.0, 10.0)
    """
    if abs(value) < 1000 or value != int(value):
        return 0.0
    digits = str(int(abs(value)))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def phase(before: str, after: str, predicate: str | None, modality: str) -> str:
    """Return when the thing told of holds: future, ongoing, done, state, or "" when unclear.

    >>> phase("The fund has ", " in reserve", "has", "asserted")
    'state'
    >>> phase("The fund has spent ", "", "spent", "asserted")
    'done'
    """
    if modality in _MODALITY_PHASE:
        return _MODALITY_PHASE[modality]
    near = _near(before, after, predicate)
    if not predicate or not near:
        return ""
    if _FUTURE.search(near) or _FUTURE.match(after.lstrip(" ,")):
        return "future"
    if predicate.lower() in _STATES:
        return "future" if _FUTURE.search(after[:_FAR]) else "state"
    if _ONGOING.search(near):
        return "ongoing"
    return "done" if _DONE.search(near) or _PAST.search(predicate) else ""


def _near(before: str, after: str, predicate: str | None) -> str:
    """Return the predicate with the few words before it; empty when it is not near the figure."""
    if not predicate:
        return ""
    pattern = rf"(?<!\w){re.escape(predicate)}(?!\w)"
    found = re.search(pattern, after[:_FAR])
    if found:
        return after[max(0, found.start() - 24) : found.end() + len(" to be")]
    found = None
    for found in re.finditer(pattern, before):  # noqa: B007
        pass
    if found and len(before) - found.end() <= _FAR:
        return before[max(0, found.start() - 24) : found.end() + len(" to be")]
    return ""
