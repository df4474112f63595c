"""Roles: whom "the Secretary General" and "the alliance's leaders" stand for in a document."""

import bisect
import re
from collections.abc import Sequence
from typing import Protocol

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.speech import WORD

_DETERMINERS = frozenset(("the", "this", "that", "these", "those"))
_OWNERS = frozenset("his her its their our my your".split())
_INDEFINITE = frozenset(("a", "an"))
_BREAKS = '\n,.:;!?()"“”'
# How many words of a title before a name are kept, and how far before it they are looked for.
_MAX_TITLE_WORDS = 6
_MAX_TITLE = 90
_AGE = re.compile(r", (?:aged )?([1-9][0-9]?)(?=[,.;])")
# Who speaks for the organization named beside it, and what it speaks in.
_VOICES = frozenset(
    """leaders officials representatives authorities ministers heads ambassadors spokesman
    spokeswoman spokesperson""".split()
)
_WRITINGS = frozenset("statement statements communique declaration report website".split())
_VOICE = re.compile(rf"(?:['’]s)? ({'|'.join(sorted(_VOICES | _WRITINGS))})\b")


class Mention(Protocol):
    """What is asked of an entity mention."""

    char_start: int
    char_end: int
    fact_id: str
    entity_type: str
    mention_kind: str
    name: str | None
    document_entity_id: str | None
    unresolved_reason: str | None


class Roles:
    """Who carries which title in the document, read off the words before their names."""

    def __init__(
        self, doc: AnalysedDocument, people: Sequence[Mention], organizations: Sequence[Mention]
    ) -> None:
        self.text = doc.text
        self.organizations = organizations
        self.starts = [one.char_start for one in organizations]
        self.holders: dict[str, dict[str, Mention]] = {}
        self.voices: dict[str, dict[str, Mention]] = {}
        for organization in organizations:
            voice = _VOICE.match(doc.text, organization.char_end)
            if voice is not None and organization.document_entity_id is not None:
                of_voice = self.voices.setdefault(voice.group(1), {})
                of_voice.setdefault(organization.document_entity_id, organization)
        for person in people:
            if person.document_entity_id is None:
                continue
            words = self._title(person.char_start)
            age = _AGE.match(doc.text, person.char_end)
            if age is not None:
                aged = self.holders.setdefault(f"{age.group(1)}-year-old", {})
                aged.setdefault(person.document_entity_id, person)
            for first in range(len(words)):
                title = " ".join(words[first:])
                self.holders.setdefault(title, {}).setdefault(person.document_entity_id, person)

    def _title(self, name_start: int) -> list[str]:
        """Return the words right before a name, as far as nothing but space parts them."""
        before = self.text[max(0, name_start - _MAX_TITLE) : name_start]
        before = before[max(before.rfind(mark) for mark in _BREAKS) + 1 :]
        return [word.lower() for word in WORD.findall(before)][-_MAX_TITLE_WORDS:]

    def find(self, span: Span) -> list[Mention]:
        """Return who the role in the span can be.

        That is whoever carries the title, else the organizations whose voice the role is, in its
        own words or where the text first has it. "A Western official" is somebody whom the text
        does not name, and "his brother" is as many people as he may be.
        """
        words = [word.lower() for word in WORD.findall(self.text, *span)]
        written = bool(_WRITINGS.intersection(words))
        if not words or words[0] in _OWNERS or (words[0] in _INDEFINITE and not written):
            return []
        if words[0] in _DETERMINERS:
            words = words[1:]
            if len(words) == 1 and words[0] in self.voices:
                # "The leaders", after "the League's leaders".
                return list(self.voices[words[0]].values())
        held = self.holders.get(" ".join(words))
        if held is not None:
            return list(held.values())
        if not written and not _VOICES.intersection(words):
            return []
        first = bisect.bisect_left(self.starts, span[0])
        named = {
            one.document_entity_id: one
            for one in self.organizations[first : bisect.bisect_left(self.starts, span[1])]
            if one.document_entity_id is not None
        }
        return list(named.values())
