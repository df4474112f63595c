"""Mentions: figures and dates gathered with what their rows, sentences and documents say.

Nothing is decided here: that two mentions speak of one thing is `match`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.link.claims import words as claim_words
from pipeline.link.claims.context import Context
from pipeline.link.claims.corrections import is_withdrawn, with_corrections
from pipeline.link.claims.frames import TELLERS, frames, frames_of, is_carrying
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.phrases import (
    boundary,
    clause,
    counted_by,
    is_aboard,
    is_denied,
    is_partitive,
    is_standing,
    is_whole,
    named_sources,
    phase,
    purpose,
    window,
)
from pipeline.link.claims.stories import gist
from pipeline.link.claims.values import bounds, dimension
from pipeline.link.claims.voices import voices
from schemas.claims import ClaimKind

_ACTING = frozenset({"organization", "place", "group"})
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_OF_ONE = re.compile(r"\bmembers? of (?:the )?(\w+)")
_OF_WHAT = re.compile(r" (?:of|in|for) ")
_OF_PEOPLE = frozenset({"kill", "injure", "arrest"})
_NOTHING: frozenset[int] = frozenset()
_YEAR = 366
"""Days."""


def figure_mentions(figures: Iterable[dict[str, Any]], known: Context) -> Iterator[Mention]:
    """Yield the figures as mentions."""
    yield from with_corrections(_figure(row, known) for row in figures)


def _figure(row: dict[str, Any], known: Context) -> Mention:
    mention, before, after = _mention(ClaimKind.FIGURE, row["figure_id"], row, known)
    modifiers = [one for one in (row["counted_modifiers"] or "").split(", ") if one]
    _add_thing(mention, row, modifiers, before, after)
    _add_value(mention, row, after)
    mention.qualifier = claim_words.qualifier(
        before, f"{' '.join(modifiers)} {row['surface']}", after
    )
    mention.is_whole = is_whole(before)
    _add_doing(mention, row, before, after, modifiers)
    mention.window = window(f"{before} {mention.surface} {after}")
    mention.purpose = claim_words.stems(purpose(after))
    mention.stems = (
        claim_words.stems(f"{before} {after} {row['context'] or ''}")
        - mention.modifiers
        - mention.names
    )
    about = claim_words.stems(row["context"] or "")
    if mention.predicate not in TELLERS:
        # "Mayor of the town": who acts is named before the preposition.
        mention.subject = claim_words.stems(_OF_WHAT.split(row["agent"] or "", maxsplit=1)[0])
        about |= mention.subject
    # A word at the head of a sentence may be taken for a name.
    mention.topic = (about - mention.names) or about
    mention.as_of = _as_of(
        known.dates.get(row["date_mention_id"] or ""), known.sentences[row["sentence_id"]]
    )
    _add_roles(mention, row, known, modifiers)
    begin = known.sentences[row["sentence_id"]]["char_start"]
    # "Not a single boat" takes nothing back.
    mention.is_withdrawn = not mention.is_incidental and is_withdrawn(
        mention.sentence[: row["char_start"] - begin], mention.sentence[row["char_end"] - begin :]
    )
    return mention


def _add_thing(
    mention: Mention, row: Mapping[str, Any], modifiers: list[str], before: str, after: str
) -> None:
    """Add what is counted, and of which kind it is."""
    lemma = row["counted_noun_lemma"] or ""
    if not lemma and dimension(row) == "count":
        told = counted_by(
            row["agent"] or "", row["context"] or "", claim_words.stem(row["predicate"] or "")
        )
        *modifiers, lemma = told.split() or [""]
        if not lemma:
            lemma = _whom(before, after)
    of_what = _OF_ONE.search(f"{row['surface']}{after}")
    described = [of_what.group(1)] if lemma == "member" and of_what else modifiers
    compound = f"{described[-1]}-{lemma}" if described else lemma
    mention.thing = claim_words.thing(compound) or claim_words.thing(lemma)
    if lemma == "product" and "gross" in modifiers:
        lemma, modifiers = "GDP", []
    if mention.thing is None and lemma[:1].isupper() and not lemma.isupper():
        # "3.6 million Ukrainians": a people is counted by its name.
        mention.thing = ("people", "any")
    mention.noun = lemma.lower()
    mention.modifiers = claim_words.stems(" ".join([*modifiers, _complement(row["surface"])]))
    mention.modifiers -= claim_words.stems(mention.noun)


def _whom(before: str, after: str) -> str:
    """Return "people" for a number without a noun beside what befalls nobody else.

    >>> _whom("The storm killed ", ""), _whom("", " were wounded"), _whom("It sank ", " in all")
    ('people', 'people', '')
    """
    near = [*claim_words.words(before)[-1:], *claim_words.words(after)[:2]]
    return "people" if any(claim_words.event_of(word) in _OF_PEOPLE for word in near) else ""


def _add_value(mention: Mention, row: Mapping[str, Any], after: str) -> None:
    """Add the value, its unit and how it is meant."""
    mention.dimension = dimension(row)
    mention.low, mention.high, mention.value, mention.is_exact = bounds(row)
    mention.comparator = row["comparator"]
    mention.unit_kind = row["unit_kind"]
    # The values compared are those of the base unit where there is one.
    mention.unit_code = row["base_unit_code"] or row["unit_code"]
    mention.is_vague = bool(row["is_vague"]) or row["comparator"] == "magnitude"
    mention.change_basis = row["change_basis"] or ""
    mention.is_negated = row["is_negated"] or is_denied(after)
    if mention.dimension == "count":
        mention.is_partitive = is_partitive(mention.surface)
        is_mark = bool(mention.noun and f"-{mention.noun}" in mention.surface.lower())
        mention.is_incidental = mention.value == 1 or is_mark


def _add_doing(
    mention: Mention, row: Mapping[str, Any], before: str, after: str, modifiers: list[str]
) -> None:
    """Add what is done with what is counted, and when that holds."""
    mention.verb = row["predicate"] or ""
    mention.predicate = claim_words.stem(mention.verb) or ""
    near = claim_words.words(after)[:2]
    # "Spoke of nine deaths": the noun says what was done where the verb does not.
    noun = [mention.noun] if is_carrying(mention.predicate) else []
    mention.frames = frames(mention.verb, [*near, *noun, *claim_words.words(row["agent"] or "")])
    mention.frames |= frames_of(mention.noun)
    if is_aboard(before, after):
        mention.frames |= {"carry"}
    told = [mention.verb, *modifiers, mention.noun, *near]
    mention.events = frozenset(one for one in map(claim_words.event_of, told) if one)
    mention.phase = phase(before, after, row["predicate"], row["modality"])
    mention.is_standing = is_standing(before, after, mention.verb, mention.phase)
    mention.is_plan = (
        mention.phase == "future"
        or mention.predicate in claim_words.DECISIONS
        or bool(mention.events & claim_words.ACTS_OF_WILL)
    )


def _add_roles(
    mention: Mention, row: Mapping[str, Any], known: Context, modifiers: list[str]
) -> None:
    """Add the entities by their part in the figure, apart from where it was written."""
    sentence = known.sentences[row["sentence_id"]]
    begin, own = sentence["char_start"], _own_words(sentence)
    roles = {
        role: [entity for at, entity in tied if not begin <= at < own]
        for role, tied in known.roles.get(row["figure_id"], {}).items()
    }
    mention.agents = frozenset(roles.get("agent", ()))
    mention.places = frozenset(roles.get("place", ()))
    mention.sources |= frozenset(roles.get("speaker", ()))
    if row["speaker_entity_id"]:
        mention.sources |= {row["speaker_entity_id"]}
    counted = [*roles.get("counted", ()), *roles.get("about", ()), *claim_words.nations(modifiers)]
    # Whose table lists it is not what is counted.
    mention.counted = frozenset(counted) - mention.sources


def _complement(surface: str) -> str:
    """Return what a counted noun is further told to be of: cases "of measles"."""
    return "" if is_partitive(surface) else surface.partition(" of ")[2]


def _own_words(sentence: Mapping[str, Any]) -> int:
    """Return where a sentence's own words begin: where it was written is not what it tells of."""
    return int(sentence["dateline_char_end"] or sentence["char_start"])


def _as_of(
    told: Mapping[str, Any] | None, sentence: Mapping[str, Any]
) -> tuple[dt.date, dt.date] | None:
    """Return the days that a figure is told of.

    The date of the report is none of them, and "since then" means no day in particular.
    """
    if not told or not told["date_start"] or not told["date_end"]:
        return None
    begin = sentence["char_start"]
    if begin <= told["char_start"] < _own_words(sentence):
        return None
    before = sentence["text"][: max(0, told["char_start"] - begin)]
    if boundary(before, told["surface"]) in ("since", "after"):
        return None
    return told["date_start"], told["date_end"]


def _mention(
    kind: ClaimKind, mention_id: str, row: dict[str, Any], known: Context
) -> tuple[Mention, str, str]:
    """Return the mention as far as its kind does not matter, and its clause before and after it."""
    sentence = known.sentences[row["sentence_id"]]
    document = known.documents[row["document_id"]]
    text = sentence["text"]
    whole = known.publishers[row["document_id"]]
    story_id, publisher = known.items.get(row["paragraph_id"], (row["document_id"], whole))
    issuers = known.issuers.get(row["document_id"], frozenset())
    quote = known.quotes.get(row["quote_id"] or "")
    basis = quote["speaker_basis"] if quote else None
    offset = sentence["char_start"]
    start, end = row["char_start"] - offset, row["char_end"] - offset
    first, last = clause(text, start, end)
    own = _own_words(sentence)
    first = max(first, min(own - offset, start))
    in_sentence = [
        one for one in known.sentence_entities.get(row["sentence_id"], ()) if own <= one[0]
    ]
    mention = Mention(
        kind=kind,
        mention_id=mention_id,
        document_id=row["document_id"],
        story_id=story_id,
        item_id=known.parts.get(row["paragraph_id"], row["document_id"]),
        publisher=publisher,
        imprint=whole if publisher == story_id else publisher,
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
        voices=voices(quote, text, known.offices.get(row["document_id"], {})),
        is_statement=bool(claim_words.STATEMENT_NOUNS.intersection(claim_words.words(text))),
        is_first_hand=bool(issuers) and bool(_WE.search(text)) and basis in (None, "document"),
        issuers=issuers,
        setting=known.settings.get(story_id, frozenset()),
        # An item of a digest is seldom more than the sentence.
        gist=known.gists.get(story_id, _NOTHING)
        if story_id == row["document_id"]
        else gist([text]),
        sentence=text,
    )
    return mention, text[first:start], text[end:last]


def date_mentions(rows: Iterable[dict[str, Any]], known: Context) -> Iterator[Mention]:
    """Yield the dates that can be compared as mentions: resolved, and no wider than a year."""
    for row in rows:
        if not row["date_start"] or not row["date_end"] or row["granularity"] == "time":
            continue
        if (row["date_end"] - row["date_start"]).days > _YEAR or _is_today(row, known):
            continue
        mention = _date(row, known)
        # In a year many things happen; only what lasts until or since then can be told apart.
        if mention.granularity != "year" or mention.dimension != "at":
            yield mention


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
