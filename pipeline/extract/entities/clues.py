"""Clues: what a document shows of a name, each by a short word.

A clue is seen in the name itself, in the words beside it, in the model's label, or in the other
names of the document. What it weighs for each type is said in weights.py.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.document import AnalysedDocument
from pipeline.extract.entities.actors import actors
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.demonyms import is_demonym
from pipeline.extract.entities.gazetteer import is_place, places, towns
from pipeline.extract.entities.given_names import FAMILY_FIRST, GIVEN_NAMES
from pipeline.extract.entities.neighbours import (
    ADDRESSED,
    BESIDE_FACILITY,
    BESIDE_GROUP,
    BESIDE_ORGANIZATION,
    BESIDE_OTHER,
    BESIDE_PERSON,
    BESIDE_PLACE,
    CORPORATE,
    DIRECTIONS,
    KIN,
    MEMBERSHIP,
    ORGANIZATION_KINDS,
    SPEECH_VERBS,
)
from pipeline.extract.entities.words import (
    BARE_NOUNS,
    BODIES,
    CALENDAR,
    COMPANY_SUFFIXES,
    EVENT_HEADS,
    FACILITY_HEADS,
    NAME_PARTICLES,
    ORGANIZATION_HEADS,
    PAPERS,
    PLACE_HEADS,
    PLACE_PREFIXES,
    PORTFOLIOS,
    WORK_HEADS,
)

# The same names come again in document after document.
_REMEMBERED = 50_000
_ACRONYM = re.compile(r"^[A-Z][A-Z0-9&.\-]{1,7}s?$")
_PREPOSITIONS = frozenset("in at from to near by of with for on against between across".split())
_AGE = re.compile(r"^[1-9][0-9]$")
_PLURALS = ("ers", "ors", "ists", "ans", "ees", "ites", "ards", "ies")
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")
_DEPENDENCIES = frozenset("nsubj nsubjpass dobj pobj compound nmod poss appos conj ROOT".split())
_BESIDE = (
    ("organization", BESIDE_ORGANIZATION),
    ("place", BESIDE_PLACE),
    ("facility", BESIDE_FACILITY),
    ("person", BESIDE_PERSON),
    ("group", BESIDE_GROUP),
    ("other", BESIDE_OTHER),
)


@lru_cache(maxsize=_REMEMBERED)
def name_clues(name: str) -> tuple[str, ...]:
    """Return what the name itself shows."""
    return tuple(_name_clues(name))


def _name_clues(name: str) -> Iterator[str]:
    parts = name.split()
    lowered = [part.lower().rstrip(".") for part in parts]
    last = lowered[-1]
    yield f"words-{min(len(parts), 4)}"
    yield from _of_several_words(parts, lowered) if len(parts) > 1 else _of_one_word(name, last)
    if "-" in name:
        yield "hyphen"
    if any(char.isdigit() for char in name):
        yield "digit"
    if name.isupper() and len(name) > 8:
        yield "shouted"
    if all(map(is_demonym, parts)):
        yield "demonym"
    actor = actors().get(name)
    if actor is not None:
        yield f"known-{actor.entity_type}"
    elif is_place(name):
        yield "country" if places().get(name) else "gazetteer"
    elif name in towns():
        yield "town"


def _of_several_words(parts: list[str], lowered: list[str]) -> Iterator[str]:
    last = lowered[-1]
    if last in COMPANY_SUFFIXES:
        yield "ends-company"
    for kind, heads in (
        ("organization", ORGANIZATION_HEADS),
        ("place", PLACE_HEADS),
        ("facility", FACILITY_HEADS),
        ("event", EVENT_HEADS),
        ("work", WORK_HEADS),
    ):
        if last in heads:
            yield f"ends-{kind}"
        elif any(word in heads for word in lowered[:-1]):
            at = next(i for i, word in enumerate(lowered) if word in heads)
            yield f"head-of-{kind}" if lowered[at + 1] in ("of", "for") else f"holds-{kind}"
    if lowered[0] in PLACE_PREFIXES:
        yield "begins-place"
    if (parts[0].title() if parts[0].isupper() else parts[0]) in GIVEN_NAMES:
        yield "given-name"
    if parts[0] in FAMILY_FIRST and len(parts) <= 3:
        yield "family-first"
    if any(word in NAME_PARTICLES for word in parts[1:]):
        yield "particle"
    if any(len(part.rstrip(".")) == 1 and part.isupper() for part in parts):
        yield "initial"
    if any(word in PORTFOLIOS for word in lowered):
        yield "portfolio"
    if is_demonym(parts[0]) or is_place(parts[0]):
        yield "begins-with-place"
    if lowered[0] in DIRECTIONS and is_place(parts[1]):
        yield "part-of-place-name"
    if is_place(parts[-1]):
        yield "ends-with-place"
    if any(word in ("of", "for") for word in lowered):
        yield "of"
    if "and" in lowered or "&" in parts:
        yield "and"


def _of_one_word(name: str, last: str) -> Iterator[str]:
    if name in GIVEN_NAMES:
        yield "bare-given-name"
    if name in FAMILY_FIRST:
        yield "bare-family-name"
    if last in BODIES:
        yield "bare-body"
    elif last in BARE_NOUNS or last in PORTFOLIOS:
        yield "bare-noun"
    elif last in ORGANIZATION_HEADS | PLACE_HEADS | FACILITY_HEADS | EVENT_HEADS | WORK_HEADS:
        yield "bare-head"
    if last in PAPERS:
        yield "bare-paper"
    if _ACRONYM.match(name):
        yield "acronym"
    elif name[1:] != name[1:].lower():
        yield "camel-case"
    if name.endswith("ism") or name.endswith("ology"):
        yield "ism"
    if name.endswith(_PLURALS):
        yield "plural"
    if name.endswith(("ian", "ians", "ese", "ish")):
        yield "people-ending"


def context_clues(doc: AnalysedDocument, one: Candidate) -> Iterator[str]:
    """Yield what the words beside one mention show."""
    yield f"model-{one.model_type}"
    if one.opening:
        yield f"opens-{one.opening}"
    if one.title:
        yield "title-office" if one.title == "portfolio" else f"title-{one.title}"
    yield from _before(doc, one)
    yield from _after(doc, one)
    yield from _place_in_text(doc, one)


def _before(doc: AnalysedDocument, one: Candidate) -> Iterator[str]:
    words, first = doc.tokens.text, one.first
    before = words[first - 1].lower() if first else ""
    before2 = words[first - 2].lower() if first > 1 else ""
    if before in ("the", "a", "an", "this"):
        yield "the" if before == "the" else "article"
        before, before2 = before2, words[first - 3].lower() if first > 2 else ""
    if before in _PREPOSITIONS:
        yield f"after-{before}"
        if before == "to" and before2 == "according":
            yield "according-to"
        if before == "of":
            for kind, nouns in _BESIDE:
                if before2 in nouns:
                    yield f"{kind}-of"
            if before2 in MEMBERSHIP:
                yield "member-of"
            if before2 in CORPORATE:
                yield "corporate-of"
    elif before in DIRECTIONS:
        yield "direction"
    elif before in (",", "and", "or"):
        yield "comma-before" if before == "," else "joined"
        if before == ",":
            # "Her lawyer, Jane Roe": what the noun before the comma says of the name after it.
            for kind, nouns in _BESIDE:
                if before2 in nouns:
                    yield f"{kind}-comma"
        if first > 1 and is_place(words[first - 2]):
            yield "place-comma"
    elif before == "(":
        yield "bracket"
        if _abbreviates_words(words, first):
            yield "bracket-of-words"
    elif before in ADDRESSED:
        yield "told"
    elif before in SPEECH_VERBS:
        if _outer_token(doc, one)[1] == first - 1:
            yield "said-by"
    elif before in ("“", '"', "‘"):
        after = words[one.end] if one.end < len(words) else ""
        yield "quoted" if after in ("”", '"', "’", "'") else "quote-before"
    else:
        for kind, nouns in _BESIDE:
            if before in nouns:
                yield f"{kind}-before"
        if before in ORGANIZATION_KINDS:
            yield "kind-before"


def _after(doc: AnalysedDocument, one: Candidate) -> Iterator[str]:
    words, tags = doc.tokens.text, doc.tokens.tag
    end, total = one.end, len(words)
    after = words[end].lower() if end < total else ""
    after2 = words[end + 1].lower() if end + 1 < total else ""
    touching = end < total and doc.tokens.start[end] == doc.tokens.end[end - 1]
    if after in ("'s", "’s", "'", "’") and touching:
        yield "possessive"
        if after2 in KIN:
            yield "kin"
        after = ""
    if after in SPEECH_VERBS:
        yield "speaks"
    elif after in ("who", "whose"):
        yield "who"
    elif after == ",":
        if end + 2 < total and (after2.isdigit() and words[end + 2].lower() in CALENDAR):
            yield "comma-date"
        elif _AGE.match(after2):
            yield "age"
        elif after2 in ("who", "whose"):
            yield "who"
        elif after2 in ("a", "an", "the"):
            yield _apposition(words, tags, end + 2)
        elif end + 1 < total and is_place(words[end + 1]):
            yield "comma-place"
        else:
            yield "comma-after"
    elif after in ("and", "or") and end + 1 < total and is_place(words[end + 1]):
        yield "comma-place"
    elif after == "(":
        yield (
            "defines-acronym"
            if _ACRONYM.match(words[end + 1] if end + 1 < total else "")
            else "bracket-after"
        )
    elif after == "-" and touching:
        yield "compound"
    elif end < total and tags[end][:2] == "VB":
        yield "verb-after"
    else:
        for kind, nouns in _BESIDE:
            if after in nouns:
                yield f"{kind}-after"
        if end < total and tags[end][:2] == "NN":
            yield "noun-after"


def _place_in_text(doc: AnalysedDocument, one: Candidate) -> Iterator[str]:
    words, starts, ends = doc.tokens.text, doc.tokens.start, doc.tokens.end
    first, end = one.first, one.end
    dep = doc.tokens.dep[_outer_token(doc, one)[0]]
    if dep in _DEPENDENCIES:
        yield f"is-{dep}"
    if one.in_headline:
        yield "headline"
    if _is_line(doc.text, starts[first], ends[end - 1]):
        yield "whole-line"
    if (
        first == 0
        or words[first - 1] in (".", "”")
        or "\n" in doc.text[ends[first - 1] : starts[first]]
    ):
        yield "sentence-start"
    if not any(tag in ("NNP", "NNPS") for tag in doc.tokens.tag[first:end]):
        yield "no-proper-tag"


def _outer_token(doc: AnalysedDocument, one: Candidate) -> tuple[int, int]:
    """Return the name's token that hangs from a word outside it, and that word."""
    heads, token = doc.tokens.head, one.end - 1
    while one.first <= heads[token] < one.end and heads[token] != token:
        token = heads[token]
    return token, heads[token]


def _abbreviates_words(words: list[str], first: int) -> bool:
    """Return whether common words before a bracket begin with the letters in it."""
    letters = words[first].removesuffix("s").lower()
    before = [
        part
        for word in words[max(0, first - 1 - 2 * len(letters)) : first - 1]
        for part in word.split("-")
        if part
    ][-len(letters) :]
    return "".join(word[0] for word in before) == letters and all(map(str.islower, before))


def _apposition(words: list[str], tags: list[str], index: int) -> str:
    """Return the clue of what follows a name between commas: ", a charity for miners,"."""
    head = ""
    for tag, word in zip(tags[index : index + 6], words[index : index + 6], strict=True):
        if tag[:2] not in ("JJ", "NN", "VB", "CD") and tag not in ("HYPH", "POS"):
            break
        if tag[:2] == "NN":
            head = word.lower()
    for kind, nouns in _BESIDE:
        if head in nouns and not (kind == "organization" and head in MEMBERSHIP):
            return f"apposition-{kind}"
    return "apposition-person" if head in MEMBERSHIP or head.endswith(_AGENTS) else "apposition"


def _is_line(text: str, start: int, end: int) -> bool:
    """Return whether nothing but the name stands on its line: a byline, a heading."""
    return (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")
