"""The names of one document seen together: acronyms, repeated names, the full name of each.

A document introduces an actor once in full and then says "Stoltenberg", "the Fund" or "WHO". What
follows such an introduction is found here wherever the model and the runs of capitals missed it.
"""

import re
from collections import defaultdict

from pipeline.document import AnalysedDocument
from pipeline.extract.entities.actors import actors, short_forms
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.demonyms import COUNTRY_OF, singular
from pipeline.extract.entities.gazetteer import places
from pipeline.extract.entities.openings import DATELINE
from pipeline.extract.entities.person_names import give_person_names, ordinary_case
from pipeline.extract.entities.words import (
    BARE_NOUNS,
    COMPANY_SUFFIXES,
    FUNCTION_WORDS,
    GENERAL_WORDS,
    ORGANIZATION_HEADS,
    PAPERS,
    PORTFOLIOS,
    STATE_BODIES,
)
from schemas.entities import EntityType, MentionMethod

_SHORT = re.compile(r"^[A-Za-z][A-Za-z0-9&.'’\-]{1,11}$")
_INTRODUCED = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.FACILITY, EntityType.OTHER)
_LONGEST_ACRONYM = 8
_BUSINESS = COMPANY_SUFFIXES | ORGANIZATION_HEADS | PORTFOLIOS


def define_acronyms(doc: AnalysedDocument, named: list[Candidate]) -> dict[str, Candidate]:
    """Return {acronym: the name it was introduced with}, having typed and added what is missing.

    An introduction is a name of several words with its acronym in brackets, or the reverse.
    """
    words = doc.tokens.text
    at = {one.first: one for one in named}
    before = {one.end: one for one in named}
    defined: dict[str, Candidate] = {}
    for full in list(named):
        if full.entity_type not in _INTRODUCED or " " not in full.text:
            continue
        if full.end + 2 < len(words) and words[full.end] == "(" and words[full.end + 2] == ")":
            place = full.end + 1
        elif full.first >= 2 and words[full.first - 1] == "(" and full.end < len(words):
            other = before.get(full.first - 1)
            if other is None or words[full.end] != ")" or other.end - other.first > 1:
                continue
            place = other.first
        else:
            continue
        short = words[place]
        if short in defined or not _abbreviates(short, full.text):
            continue
        defined[short] = full
        if place not in at:
            added = Candidate(place, place + 1, short, None, MentionMethod.ACRONYM)
            at[place] = added
            named.append(added)
    for one in named:
        if one.text in defined:
            one.entity_type = defined[one.text].entity_type
            one.rule_id = "acronym-in-brackets"
    named.sort(key=lambda one: one.first)
    return defined


def _abbreviates(short: str, full: str) -> bool:
    if not _SHORT.match(short) or short.lower() in FUNCTION_WORDS:
        return False
    if short.isupper() and len(short) <= _LONGEST_ACRONYM:
        # Acronyms are often those of the name in another language.
        return True
    letters = iter(full.lower())
    return any(map(str.isupper, short[1:])) and all(
        letter in letters for letter in short.lower() if letter.isalpha()
    )


def add_repeated(doc: AnalysedDocument, named: list[Candidate]) -> list[Candidate]:
    """Return the candidates with each further occurrence of a decided name, in order."""
    wanted: dict[str, tuple[str, str]] = {}
    for one in named:
        words = one.text.split()
        if one.entity_type == EntityType.PERSON and len(words) > 1 and len(words[-1]) > 1:
            wanted.setdefault(words[-1], (one.entity_type, "surname-in-document"))
    for one in named:
        if " " not in one.text and one.end - one.first == 1 and one.text.lower() not in BARE_NOUNS:
            wanted[one.text] = (one.entity_type, "name-in-document")
    taken = {index for one in named for index in range(one.first, one.end)}
    added = []
    for index, word in enumerate(doc.tokens.text):
        if word in wanted and index not in taken and not _is_word(doc, index):
            entity_type, rule_id = wanted[word]
            added.append(
                Candidate(
                    index,
                    index + 1,
                    word,
                    None,
                    MentionMethod.PROPAGATED,
                    entity_type=entity_type,
                    rule_id=rule_id,
                )
            )
    return sorted([*named, *added], key=lambda one: one.first)


def _is_word(doc: AnalysedDocument, index: int) -> bool:
    """Return whether a surname is only a word here: "Will he go?"."""
    words, tags = doc.tokens.text, doc.tokens.tag
    if words[index].lower() not in FUNCTION_WORDS or tags[index] in ("NNP", "NNPS"):
        return False
    opens = doc.sentence_at(doc.tokens.start[index]).token_start == index
    return opens and tags[index + 1 : index + 2] not in (["VBD"], ["VBZ"])


def give_names(
    doc: AnalysedDocument, named: list[Candidate], acronyms: dict[str, Candidate]
) -> None:
    """Fill `name` with the fullest name by which the document calls the same entity."""
    give_person_names(doc.tokens.text, named)
    companies, papers = _companies(named), _papers(named)
    table = actors()
    known = {table[one.text].name for one in named if one.text in table}
    shorts = short_forms()
    countries = _countries(doc, named)
    for one in named:
        full = one.text
        if full in acronyms:
            full = acronyms[full].text
        elif full in table:
            pass
        elif full in countries:
            plain, stated = countries[full]
            told = dict.fromkeys(stated.values())
            country = stated.get(one.first) or (next(iter(told)) if len(told) == 1 else None)
            full = f"{plain} ({country})" if country else plain
        elif one.entity_type == EntityType.PERSON:
            full = one.name
        elif one.opening == DATELINE:
            full = ordinary_case(full)
        elif one.entity_type == EntityType.ORGANIZATION:
            full = papers.get(full) or companies.get(full, full)
        elif one.entity_type == EntityType.GROUP:
            full = singular(full)
        actor = table.get(full)
        if actor is not None and actor.entity_type == one.entity_type:
            full = actor.name
        elif one.text in shorts:
            meant = [name for name in shorts[one.text] if name in known]
            if len(meant) == 1:
                full = meant[0]
                one.entity_type, one.rule_id = table[full].entity_type, "short-form-in-document"
        one.name = full


def _countries(
    doc: AnalysedDocument, named: list[Candidate]
) -> dict[str, tuple[str, dict[int, str]]]:
    """Return {name: (its general part, {place of a mention: the country stated with it})}.

    "The Chilean Ministry of Health", "Kenya's Supreme Court": each country has its own.
    """
    words = doc.tokens.text
    ending = {one.end: one.text for one in named}
    found: dict[str, tuple[str, dict[int, str]]] = {}
    for one in named:
        if one.entity_type != EntityType.ORGANIZATION:
            continue
        first, _, rest = one.text.partition(" ")
        country = _country_of(first)
        if (
            country
            and _is_general(rest)
            and any(word in STATE_BODIES for word in rest.lower().split())
        ):
            # The bare name that follows shares what was stated here.
            stated = found.setdefault(rest, (rest, {}))[1]
            found.setdefault(one.text, (rest, stated))
            stated[one.first] = country
        elif _is_general(one.text):
            at = one.first - 1 if one.first and words[one.first - 1] in ("'s", "’s") else one.first
            country = _country_of(ending.get(at, ""))
            if country:
                found.setdefault(one.text, (one.text, {}))[1][one.first] = country
    return found


def _is_general(name: str) -> bool:
    return all(word in GENERAL_WORDS for word in name.lower().replace(",", "").split())


def _country_of(name: str) -> str | None:
    """Return the country that a demonym or a country's name means, None for any other name."""
    if name in COUNTRY_OF:
        return COUNTRY_OF[name]
    if not places().get(name):
        return None
    actor = actors().get(name)
    return actor.name if actor else name


def _companies(named: list[Candidate]) -> dict[str, str]:
    """Return {first word: company} where what follows only says what the company does."""
    table: dict[str, str | None] = {}
    for text in dict.fromkeys(
        one.text for one in named if one.entity_type == EntityType.ORGANIZATION
    ):
        first, *rest = text.split()
        if (
            rest
            and not first.isupper()
            and all(word.lower().rstrip(".") in _BUSINESS for word in rest)
        ):
            table[first] = None if first in table else text
    return {first: text for first, text in table.items() if text is not None}


def _papers(named: list[Candidate]) -> dict[str, str]:
    """Return {last word: paper} for the papers that go by it: "the Gazette"."""
    table: dict[str, set[str]] = defaultdict(set)
    for one in named:
        *before, last = one.text.split()
        if one.entity_type == EntityType.ORGANIZATION and before and last.lower() in PAPERS:
            table[last].add(one.text)
    return {last: min(texts) for last, texts in table.items() if len(texts) == 1}
