"""Roles: phrases that mean a person by the office held, or an organization by its kind.

"The NATO secretary general" means whoever the document calls NATO Secretary General; "the
ministry" means its only ministry. Where two would do, the role is left open with the reason.
"""

from collections import defaultdict
from dataclasses import dataclass

from pipeline.document import AnalysedDocument
from pipeline.extract.entities.actors import short_forms
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.demonyms import COUNTRY_OF
from pipeline.extract.entities.words import (
    HEADING_WORDS,
    OFFICE_MODIFIERS,
    OFFICE_TITLES,
    RANKS,
    ROLE_HEADS,
    ROLE_ORGANIZATIONS,
    UNSPECIFIC,
)
from schemas.entities import EntityType, OpenReason

_PHRASE_TAGS = ("JJ", "NN", "NNP", "NNPS", "POS", "HYPH", "VBN", "VBG", "CD")
_LONGEST_PHRASE = 7
_HYPHENS = ("-", "‐", "‑")


@dataclass(slots=True)
class Reference:
    """A role or a pronoun: tokens [first, end), and the name it stands for or why none."""

    first: int
    end: int
    entity_type: str
    name: str | None
    reason: str | None
    rule_id: str


@dataclass(slots=True)
class _Office:
    """An office that the document gives a person."""

    person: str
    words: tuple[str, ...]
    of: frozenset[str]


@dataclass(slots=True)
class _Phrase:
    first: int
    end: int
    words: tuple[str, ...]
    of: frozenset[str]


def find_roles(doc: AnalysedDocument, named: list[Candidate]) -> list[Reference]:
    """Return the role phrases of a document in order, each with its antecedent or a reason."""
    words = doc.tokens.text
    name_at = {index: one for one in named for index in range(one.first, one.end)}
    named_ending = {one.end: one for one in named}
    persons = [one for one in named if one.entity_type == EntityType.PERSON]
    offices = [
        office for one in persons if (office := _office_before(doc, one, named_ending)) is not None
    ]
    references: list[Reference] = []
    open_phrases: list[tuple[_Phrase, int]] = []
    for index, word in enumerate(words):
        if word in ROLE_HEADS:
            phrase = _phrase(doc, index, name_at)
            if phrase is None:
                continue
            beside = _beside(doc, phrase, name_at, named_ending)
            if beside is None:
                open_phrases.append((phrase, len(references)))
                references.append(
                    Reference(phrase.first, phrase.end, EntityType.PERSON, None, None, "role")
                )
            else:
                offices.append(_Office(beside.name, phrase.words, phrase.of))
                references.append(
                    Reference(
                        phrase.first,
                        phrase.end,
                        EntityType.PERSON,
                        beside.name,
                        None,
                        "role-in-apposition",
                    )
                )
    # All offices are known only now: a title may follow the first bare role.
    for phrase, place in open_phrases:
        one = references[place]
        one.name, one.reason, one.rule_id = _holder(phrase, offices)
    references += _organizations(doc, named)
    references.sort(key=lambda one: one.first)
    return references


def _office_before(
    doc: AnalysedDocument, one: Candidate, named_ending: dict[int, Candidate]
) -> _Office | None:
    """Return the office written before a person's name: NATO Secretary General Jane Roe."""
    words = doc.tokens.text
    begin = one.first
    while begin > 0 and begin not in named_ending and _is_office_word(words[begin - 1]):
        begin -= 1
    office = _office_words(words[begin : one.first])
    if not any(word in OFFICE_TITLES for word in office):
        return None
    if words[begin - 1] in ("'s", "’s"):
        begin -= 1
    holder = named_ending.get(begin)
    return _Office(one.name, office, _qualifiers([holder] if holder else []))


def _is_office_word(word: str) -> bool:
    lowered = word.lower()
    return lowered in OFFICE_TITLES or lowered in OFFICE_MODIFIERS or word in _HYPHENS


def _office_words(words: list[str]) -> tuple[str, ...]:
    return tuple(
        part for word in words for part in word.lower().split("-") if part and part.isalpha()
    )


def _qualifiers(names: list[Candidate]) -> frozenset[str]:
    return frozenset(COUNTRY_OF.get(one.name, one.name) for one in names)


def _phrase(doc: AnalysedDocument, head: int, name_at: dict[int, Candidate]) -> _Phrase | None:
    """Return the definite noun phrase with this head, or None where it means nobody."""
    words, tags = doc.tokens.text, doc.tokens.tag
    end = head + 1
    if end < len(words) and words[end] in _HYPHENS:
        end += 1
    if end < len(words) and words[end].lower() in ("general", "executive"):
        end += 1
    elif end != head + 1:
        return None
    # A title before a name, or part of a longer noun: "the president elect".
    if end < len(words) and (end in name_at or tags[end] in ("NN", "NNS", "NNP")):
        return None
    begin = head
    while (
        begin > 0
        and head - begin < _LONGEST_PHRASE
        and (tags[begin - 1] in _PHRASE_TAGS or begin - 1 in name_at)
    ):
        begin -= 1
    inner = words[begin:head]
    if any(word.lower() in UNSPECIFIC for word in inner):
        return None
    qualifying = [name_at[index] for index in range(begin, head) if index in name_at]
    plain = [word for index, word in enumerate(inner, begin) if index not in name_at]
    office = _office_words([word for word in plain if _is_office_word(word)] + words[head:end])
    short = [
        meant[0]
        for word in plain
        if len(meant := short_forms().get(word.capitalize(), ())) == 1 and word.islower()
    ]
    has_owner = any(word in ("'s", "’s") for word in inner)
    if begin > 0 and words[begin - 1].lower() == "the":
        begin -= 1
    elif not qualifying or not (has_owner or (begin > 0 and words[begin - 1] == ",")):
        return None
    # "Wants to be the nominee", "as the nominee": a state, not a person.
    if doc.tokens.dep[head] == "attr" or (begin > 0 and words[begin - 1].lower() == "as"):
        return None
    of = _qualifiers(qualifying) | frozenset(short)
    if end + 1 < len(words) and words[end] == "of":
        after = end + 2 if words[end + 1] == "the" and end + 2 < len(words) else end + 1
        if after not in name_at or name_at[after].entity_type == EntityType.GROUP:
            return None
        of |= _qualifiers([name_at[after]])
        end = name_at[after].end
    return _Phrase(begin, end, office, of)


def _beside(
    doc: AnalysedDocument,
    phrase: _Phrase,
    name_at: dict[int, Candidate],
    named_ending: dict[int, Candidate],
) -> Candidate | None:
    """Return the person named right before or after the phrase."""
    words = doc.tokens.text
    following = name_at.get(phrase.end)
    if following is not None and following.entity_type == EntityType.PERSON:
        return following
    if phrase.first > 0 and words[phrase.first - 1] == ",":
        before = named_ending.get(phrase.first - 1)
        if before is not None and before.entity_type == EntityType.PERSON:
            return before
    if phrase.end + 1 < len(words) and words[phrase.end] in (",", "(", "["):
        after = name_at.get(phrase.end + 1)
        if after is not None and after.entity_type == EntityType.PERSON:
            return after
    return None


def _holder(phrase: _Phrase, offices: list[_Office]) -> tuple[str | None, str | None, str]:
    """Return the person who holds the office, or the reason why none is named."""
    holders = dict.fromkeys(office.person for office in offices if _is_same_office(phrase, office))
    if len(holders) == 1:
        return next(iter(holders)), None, "role-of-titled-person"
    reason = OpenReason.SEVERAL_ANTECEDENTS if holders else OpenReason.NO_ANTECEDENT
    return None, reason, "role-open"


def _is_same_office(phrase: _Phrase, office: _Office) -> bool:
    # "The Ukrainian president" is no President of whom the document does not say of what.
    if phrase.of and not phrase.of & office.of:
        return False
    if phrase.words[-1] in HEADING_WORDS:
        # "The NATO chief" may hold any office, but of NATO.
        return bool(phrase.of) and not RANKS & set(office.words)
    width = len(phrase.words)
    return office.words[-width:] == phrase.words and not RANKS & set(office.words[:-width])


def _organizations(doc: AnalysedDocument, named: list[Candidate]) -> list[Reference]:
    """Return "the ministry", "the alliance" and their like where the document has one such."""
    words, tags = doc.tokens.text, doc.tokens.tag
    by_head: dict[str, dict[str, str]] = defaultdict(dict)
    for one in named:
        if one.entity_type == EntityType.ORGANIZATION:
            for word in (one.name + " " + one.text).lower().split():
                if word in ROLE_ORGANIZATIONS:
                    by_head[word][one.name] = one.entity_type
    names = {one.name: one.entity_type for one in named}
    for short, meant in short_forms().items():
        for name in meant:
            if name in names and short.lower() in ROLE_ORGANIZATIONS:
                by_head[short.lower()][name] = names[name]
    references = []
    for index, word in enumerate(words):
        if (
            word in by_head
            and index > 0
            and words[index - 1].lower() == "the"
            and (index + 1 == len(words) or tags[index + 1] not in ("NN", "NNS", "NNP"))
            and (index + 1 == len(words) or words[index + 1] not in ("of", "for", "-"))
        ):
            meant_names = by_head[word]
            single = len(meant_names) == 1
            name, entity_type = next(iter(meant_names.items()))
            references.append(
                Reference(
                    index - 1,
                    index + 1,
                    entity_type if single else EntityType.ORGANIZATION,
                    name if single else None,
                    None if single else OpenReason.SEVERAL_ANTECEDENTS,
                    "only-one-of-its-kind" if single else "role-open",
                )
            )
    return references
