"""One type for each name in a document, decided by all that the document shows of it."""

from collections import Counter, defaultdict

from pipeline.extract.entities.actors import actors
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.demonyms import is_demonym
from pipeline.extract.entities.gazetteer import places
from pipeline.extract.entities.words import (
    COMPANY_SUFFIXES,
    EVENT_HEADS,
    FACILITY_HEADS,
    ORGANIZATION_HEADS,
    PLACE_HEADS,
    PLACE_PREFIXES,
    WORK_HEADS,
)
from schemas.entities import EntityType


def decide_types(candidates: list[Candidate]) -> list[Candidate]:
    """Give every candidate the type of its name; return those that are names."""
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        by_name[one.text].append(one)
    surnames = _surnames(by_name)
    for name, group in by_name.items():
        entity_type, rule_id = _type_of(name, group, surnames)
        for one in group:
            one.entity_type, one.rule_id = entity_type, rule_id
    return [one for one in candidates if one.entity_type]


def _surnames(by_name: dict[str, list[Candidate]]) -> dict[str, str]:
    """Return {last word: full name} of names of two words or more that are persons."""
    table: dict[str, str] = {}
    for name, group in by_name.items():
        if " " in name and _type_of(name, group, {})[0] == EntityType.PERSON:
            table[name.rsplit(" ", 1)[1]] = name
    return table


def _type_of(name: str, group: list[Candidate], surnames: dict[str, str]) -> tuple[str, str]:
    actor = actors().get(name)
    if actor is not None:
        return actor.entity_type, "known-actor"
    words = name.split()
    last = words[-1].lower().rstrip(".")
    if len(words) == 1 and name in surnames:
        return EntityType.PERSON, "surname-of-person"
    if is_demonym(words[0]) and all(map(is_demonym, words)):
        return EntityType.GROUP, "demonym"
    if len(words) > 1:
        for heads, entity_type in (
            (COMPANY_SUFFIXES, EntityType.ORGANIZATION),
            (ORGANIZATION_HEADS, EntityType.ORGANIZATION),
            (PLACE_HEADS, EntityType.PLACE),
            (FACILITY_HEADS, EntityType.FACILITY),
            (EVENT_HEADS, EntityType.EVENT),
            (WORK_HEADS, EntityType.OTHER),
        ):
            if last in heads:
                return entity_type, "head-word"
        if words[0].lower() in ORGANIZATION_HEADS and words[1] in ("of", "for"):
            return EntityType.ORGANIZATION, "head-word"
        if words[0].lower() in PLACE_PREFIXES:
            return EntityType.PLACE, "head-word"
    if any(one.has_title for one in group) and name not in places():
        return EntityType.PERSON, "title"
    if name in places():
        return EntityType.PLACE, "gazetteer"
    votes = Counter(one.model_type for one in group if one.model_type)
    if votes:
        # The commonest label; at a tie the one that comes first in the enumeration's order.
        order = list(EntityType)
        best = max(votes, key=lambda kind: (votes[kind], -order.index(EntityType(kind))))
        return best, "model-majority"
    return "", ""
