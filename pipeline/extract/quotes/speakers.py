"""Speakers: which mention the words that name a speaker stand for, or why none is known."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.roles import Mention, Roles
from pipeline.extract.quotes.speechless import SPEECHLESS
from pipeline.extract.speaking_parts import SPEAKING_PARTS
from schemas.quotes import SpeakerBasis, SpeakerReason

_PERSONAL = frozenset("he she him her his hers himself herself".split())
_PRONOUNS = _PERSONAL | frozenset(
    """i me my we us our you they them their it its this that these those who whom which someone
    somebody everyone everybody others another one both many some all none neither either several
    most few""".split()
)
_DETERMINERS = frozenset("the a an this that these those his her its their our my your".split())
_RELATIVE = frozenset(("who", "whom", "which", "that"))


@dataclass(slots=True)
class Resolved:
    """What is known about the one whom a span of text names."""

    basis: SpeakerBasis
    mention: Mention | None
    reason: SpeakerReason | None


class Speakers:
    """The mentions of one document, and who was last heard speaking in it."""

    def __init__(self, doc: AnalysedDocument, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.mentions = sorted(mentions, key=lambda one: (one.char_start, -one.char_end))
        self.starts = [one.char_start for one in self.mentions]
        self.people = [one for one in self.mentions if one.entity_type == "person" and _named(one)]
        self.people_starts = [one.char_start for one in self.people]
        organizations = [
            one for one in self.mentions if one.entity_type == "organization" and _named(one)
        ]
        self.roles = Roles(doc, self.people, organizations)

    def resolve(
        self, span: Span, head: Span | None = None, antecedent: Span | None = None
    ) -> Resolved:
        """Return what is known about the one named in the span.

        `head` is its chief word; `antecedent` is what a relative pronoun stands for.
        """
        surface = self.doc.text[span[0] : span[1]]
        lower = surface.lower()
        if lower in _RELATIVE and antecedent is not None:
            found = self._in(antecedent, None)
            reason = None if found is not None else SpeakerReason.NO_ANTECEDENT
            return Resolved(SpeakerBasis.PRONOUN, found, reason)
        if lower in _PRONOUNS:
            own = self._in(span, head)
            if own is not None and own.document_entity_id is not None:
                return Resolved(SpeakerBasis.PRONOUN, own, None)
            if lower in _PERSONAL and own is None:
                found, reason = self._antecedent(span[0])
                return Resolved(SpeakerBasis.PRONOUN, found, reason)
            return Resolved(SpeakerBasis.PRONOUN, None, _reason(own))
        if _is_part(lower):
            return Resolved(SpeakerBasis.ROLE, None, SpeakerReason.NO_ANTECEDENT)
        if head is not None and self.doc.text[head[0] : head[1]] in SPEECHLESS:
            return Resolved(SpeakerBasis.NONE, None, SpeakerReason.NOT_A_SPEAKER)
        found = self._in(span, head)
        if found is not None and _named(found):
            return Resolved(SpeakerBasis.NAMED, found, None)
        if found is not None and found.document_entity_id is not None:
            return Resolved(SpeakerBasis.ROLE, found, None)
        holders = self.roles.find(span)
        if len(holders) == 1:
            return Resolved(SpeakerBasis.ROLE, holders[0], None)
        if holders:
            return Resolved(SpeakerBasis.ROLE, None, SpeakerReason.AMBIGUOUS)
        is_name = head is None or self._is_proper(head)
        if is_name and surface[:1].isupper() and lower.split()[0] not in _DETERMINERS:
            return Resolved(SpeakerBasis.NAMED, None, SpeakerReason.NO_MENTION)
        return Resolved(SpeakerBasis.ROLE, None, _reason(found))

    def _is_proper(self, head: Span) -> bool:
        """Tell whether the chief word is a name: "Fishermen say" only opens a sentence."""
        word = self.doc.text[head[0] : head[1]]
        token = self.doc.token_at(head[0])
        is_noun = token is not None and self.doc.tokens.tag[token] in ("NN", "NNS")
        return word[0].isupper() and not (is_noun and word[1:].islower())

    def _in(self, span: Span, head: Span | None) -> Mention | None:
        """Return the mention that names the one in the span.

        That is a person named in it, else the mention around its chief word, else, for a span
        that is little more than a name, any mention in it.
        """
        first = bisect.bisect_left(self.starts, span[0])
        # A mention may begin before the span, with an article or a title.
        first = max(0, first - 2)
        beyond = bisect.bisect_left(self.starts, span[1])
        inside = [one for one in self.mentions[first:beyond] if one.char_end > span[0]]
        chief = [
            one
            for one in inside
            if head is not None and one.char_start <= head[0] and one.char_end >= head[1]
        ]
        for group in (chief, inside):
            for mention in group:
                if mention.entity_type == "person" and _named(mention):
                    return mention
        for mention in chief:
            if _named(mention):
                return mention
        if chief:
            return chief[0]
        if head is not None:
            return None
        # Without syntax, the mention must reach the end of the span to be its chief word.
        return next((one for one in reversed(inside) if one.char_end >= span[1]), None)

    def _antecedent(self, char: int) -> tuple[Mention | None, SpeakerReason | None]:
        """Return the one person whom the pronoun at `char` can stand for."""
        here = self.doc.paragraph_at(char)
        begin = here.char_start
        if here.index > 0:
            begin = self.doc.paragraphs[here.index - 1].char_start
        first = bisect.bisect_left(self.people_starts, begin)
        last = bisect.bisect_left(self.people_starts, char)
        names: dict[str, Mention] = {}
        for mention in self.people[first:last]:
            key = mention.document_entity_id or (mention.name or "").split(" ")[-1]
            names[key] = mention
        if len(names) == 1:
            return next(iter(names.values())), None
        if names:
            return None, SpeakerReason.AMBIGUOUS
        return None, SpeakerReason.NO_ANTECEDENT


def _is_part(lower: str) -> bool:
    """Tell whether a label tells only the part its speaker plays: "q3", "unidentified male"."""
    words = lower.rstrip("0123456789. ").split()
    return bool(words) and all(word in SPEAKING_PARTS for word in words)


def _reason(open_mention: Mention | None) -> SpeakerReason:
    """Return why the mention names nobody: too many earlier names, or none."""
    if open_mention is None or open_mention.unresolved_reason in (None, "no_antecedent"):
        return SpeakerReason.NO_ANTECEDENT
    return SpeakerReason.AMBIGUOUS


def _named(mention: Mention) -> bool:
    return mention.mention_kind == "name"
