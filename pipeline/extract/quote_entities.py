"""Quote entities: who speaks in each quote, who is spoken to, and who is spoken of.

A quote's own columns name one speaker. Two who speak together, and what the words are about,
are told here.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.entities import EntityMention
from pipeline.extract.quotes import Quote
from schemas.quotes import QuoteRole

# What stands between two that speak together: ", Mrs. ", " and House Speaker ".
_JOINED = re.compile(r"\s*(?:,?\s+(?:and|&)\s[^,;:]{0,60}|,(?:\s+[A-Z][\w.'’-]*){0,3}\s+)")


@dataclass(slots=True, frozen=True)
class QuoteEntity:
    """One entity mention tied to one quote."""

    quote: Quote
    entity_mention_id: str
    role: QuoteRole


def quote_entities(
    text: str, quotes: Sequence[Quote], mentions: Sequence[EntityMention]
) -> list[QuoteEntity]:
    """Return the entities of each quote: speakers, who is spoken to, and each one named in it.

    Quotes and mentions have their ids. An entity that is named again in the same words has one
    row, for its first mention.
    """
    named = sorted(
        (one for one in mentions if one.mention_kind == "name" and one.fact_id),
        key=lambda one: (one.char_start, one.char_end),
    )
    starts = [one.char_start for one in named]
    found = []
    for quote in quotes:
        ids = [one.fact_id for one in _speakers(text, quote, named, starts)]
        if quote.speaker_mention_id is not None and quote.speaker_mention_id not in ids:
            ids.insert(0, quote.speaker_mention_id)
        found += [QuoteEntity(quote, one, QuoteRole.SPEAKER) for one in ids]
        if quote.addressee_mention_id is not None:
            found.append(QuoteEntity(quote, quote.addressee_mention_id, QuoteRole.ADDRESSEE))
        topics: dict[str, str] = {}
        for start, end in _parts(quote):
            for one in _within(named, starts, start, end):
                topics.setdefault(one.document_entity_id or one.fact_id, one.fact_id)
        found += [QuoteEntity(quote, one, QuoteRole.TOPIC) for one in topics.values()]
    return found


def _speakers(
    text: str, quote: Quote, named: Sequence[EntityMention], starts: Sequence[int]
) -> list[EntityMention]:
    """Return those whom the words for the speaker join with the one that is known."""
    begin, end = quote.speaker_char_start, quote.speaker_char_end
    if begin is None or end is None or quote.speaker_mention_id is None:
        return []
    chain: list[EntityMention] = []
    for one in _within(named, starts, begin, end):
        if chain and not _are_joined(text, chain[-1], one):
            if any(other.fact_id == quote.speaker_mention_id for other in chain):
                break
            chain = []
        chain.append(one)
    known = any(one.fact_id == quote.speaker_mention_id for one in chain)
    return chain if known else []


def _are_joined(text: str, one: EntityMention, other: EntityMention) -> bool:
    between = text[one.char_end : other.char_start]
    return one.entity_type == other.entity_type and _JOINED.fullmatch(between) is not None


def _within(
    named: Sequence[EntityMention], starts: Sequence[int], begin: int, end: int
) -> list[EntityMention]:
    inside = named[bisect.bisect_left(starts, begin) : bisect.bisect_left(starts, end)]
    return [one for one in inside if one.char_end <= end]


def _parts(quote: Quote) -> list[tuple[int, int]]:
    if quote.parts is None:
        return [(quote.char_start, quote.char_end)]
    return [(part["char_start"], part["char_end"]) for part in quote.parts]
