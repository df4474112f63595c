"""Witnesses: how many independent voices stand behind the mentions of a claim.

Mentions of one document, of one item of a digest, of one publisher, of one text, of one speaker
or of one statement are one witness. So are reports of what an organization plans, which nobody
else can know, and of what it does, when its own announcement is among the mentions and the
reports name no other source.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from pipeline.link.claims.mention import Mention
from pipeline.link.claims.voices import is_one_voice
from pipeline.link.claims.words import words
from schemas.claims import WitnessReason

_RUN = 5
_LONG_RUN = 10
_CONTAINED = 0.3
_STATEMENT_DAYS = 3
# What an actor does and therefore announces; what merely happens has other witnesses.
_ACTS = frozenset({"deploy", "create", "pay", "promise", "extend", "sanction"})


@dataclass(slots=True)
class Witness:
    """With which witness a mention counts, and why."""

    index: int
    reason: WitnessReason


Passages = Mapping[tuple[str, str], list[dict[str, int]]]


def passages_of(reuse: pl.DataFrame) -> Passages:
    """Return the passages that two paragraphs share, by the ids of both, the lesser first."""
    columns = reuse.select("paragraph_id_a", "paragraph_id_b", "passages")
    return {(a, b): passages for a, b, passages in columns.iter_rows()}


class Wording:
    """Answers whether two mentions stand in wording that one took from the other."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}

    def shared(self, a: Mention, b: Mention) -> bool:
        """Return whether a shared passage holds both, or one sentence much of the other."""
        if a.paragraph_id > b.paragraph_id:
            a, b = b, a
        for one in self._passages.get((a.paragraph_id, b.paragraph_id), ()):
            inside_a = one["char_start_a"] < a.char_end and a.char_start < one["char_end_a"]
            inside_b = one["char_start_b"] < b.char_end and b.char_start < one["char_end_b"]
            if inside_a and inside_b:
                return True
        first, second = self._runs_of(a), self._runs_of(b)
        if not first or not second:
            return False
        both = len(first & second)
        return both >= _LONG_RUN - _RUN + 1 or both / min(len(first), len(second)) >= _CONTAINED

    def _runs_of(self, mention: Mention) -> frozenset[tuple[str, ...]]:
        found = self._runs.get(mention.sentence_id)
        if found is None:
            tokens = words(mention.sentence)
            found = frozenset(
                tuple(tokens[place : place + _RUN]) for place in range(len(tokens) - _RUN + 1)
            )
            self._runs[mention.sentence_id] = found
        return found


def chronological(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions by date of publication, undated last, then by document and place."""
    return sorted(
        mentions,
        key=lambda one: (
            one.published is None,
            one.published or 0,
            one.document_id,
            one.char_start,
            one.mention_id,
        ),
    )


def witnesses(mentions: Sequence[Mention], wording: Wording) -> dict[str, Witness]:
    """Return the witness of each mention, by its id. Witnesses are numbered chronologically."""
    ordered = chronological(mentions)
    announced = frozenset(entity for one in ordered if one.is_first_hand for entity in one.issuers)
    parent = list(range(len(ordered)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    reasons = [
        WitnessReason.OWN_WITNESS if one.story_id == one.document_id else WitnessReason.DIGEST_ITEM
        for one in ordered
    ]
    for later in range(len(ordered)):
        for earlier in range(later):
            if root(earlier) == root(later):
                continue
            reason = _common(ordered[earlier], ordered[later], wording, announced)
            if reason is None:
                continue
            first, second = sorted((root(earlier), root(later)))
            parent[second] = first
            # The witness that ceases to be one of its own says why.
            reasons[second] = reason
    numbers: dict[int, int] = {}
    return {
        one.mention_id: Witness(numbers.setdefault(root(place), len(numbers)), reasons[place])
        for place, one in enumerate(ordered)
    }


def _common(
    a: Mention, b: Mention, wording: Wording, announced: frozenset[str]
) -> WitnessReason | None:
    if a.story_id == b.story_id:
        return WitnessReason.SAME_DOCUMENT
    if a.publisher == b.publisher:
        return WitnessReason.SAME_PUBLISHER
    if wording.shared(a, b):
        return WitnessReason.SHARED_WORDING
    if a.sources & b.sources or is_one_voice(a.voices, b.voices):
        return WitnessReason.SAME_SPEAKER
    if _one_statement(a, b):
        return WitnessReason.SAME_STATEMENT
    if _goes_back(a, announced) and _goes_back(b, announced):
        return WitnessReason.ANNOUNCED_BY_ACTOR
    if a.is_plan and b.is_plan and (a.agents | a.organizations) & (b.agents | b.organizations):
        return WitnessReason.ANNOUNCED_BY_ACTOR
    return None


def _one_statement(a: Mention, b: Mention) -> bool:
    if not (a.is_statement or a.is_first_hand) or not (b.is_statement or b.is_first_hand):
        return False
    if a.published and b.published and abs((a.published - b.published).days) > _STATEMENT_DAYS:
        return False
    return bool(_voices(a) & _voices(b))


def _voices(mention: Mention) -> frozenset[str]:
    return mention.issuers if mention.is_first_hand else mention.around


def _goes_back(mention: Mention, announced: frozenset[str]) -> bool:
    """Return whether a mention is the announcement or tells of the announcer's act unsourced."""
    if mention.is_first_hand:
        return bool(mention.issuers & announced)
    if mention.sources:
        return bool(mention.sources & announced)
    if mention.agents:
        return bool(mention.agents & announced)
    return bool(mention.events & _ACTS and mention.around & announced)
