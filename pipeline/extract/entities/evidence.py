"""One type for each name in a document, decided by all that the document shows of it.

Every clue speaks for or against each type with the points of weights.py; the type with the most
points wins. Longer names are decided first, then single words, which may be part of them. What
the table of actors knows is believed, unless a courtesy title says that a person is meant.
"""

import re
from collections import Counter, defaultdict

from pipeline.document import AnalysedDocument
from pipeline.extract.entities.actors import actors
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.clues import context_clues, name_clues
from pipeline.extract.entities.person_names import ordinary_case
from pipeline.extract.entities.weights import POINTS
from pipeline.extract.entities.words import NUMBERED
from schemas.entities import EntityType, MentionMethod

_OFTEN = 3
# A label that the model gives to this share of a repeated name's mentions is no accident.
_STEADY = 0.75
_NUMERAL = re.compile(r"^(?:[IVXLC]+|[0-9]+|[A-Z])$")
# How a member of parliament is introduced: (R-Ohio).
_PARTY_AND_STATE = re.compile(r"^[DIR]-[A-Z]")
_LABELS = ("person", "organization", "place", "group", "other")
_FOUND_BY = {
    "known-actor": MentionMethod.GAZETTEER,
    "country": MentionMethod.GAZETTEER,
    "gazetteer": MentionMethod.GAZETTEER,
    "town": MentionMethod.GAZETTEER,
    "title-courtesy": MentionMethod.TITLE,
    "title-office": MentionMethod.TITLE,
}
"""What found a name that the model left out, by the clue that weighed most."""

TYPES = (
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.PLACE,
    EntityType.GROUP,
    EntityType.OTHER,
)
"""The types that clues tell apart, in the order of their points; facilities are places here."""


def group_by_name(candidates: list[Candidate]) -> dict[str, list[Candidate]]:
    """Return the candidates of each name, longer names first."""
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        by_name[one.text].append(one)
    return dict(sorted(by_name.items(), key=lambda item: -item[0].count(" ")))


def clues_of(
    doc: AnalysedDocument, name: str, mentions: list[Candidate], part_of: dict[str, str]
) -> dict[str, float]:
    """Return {clue: strength 0..1} of a name from all its mentions.

    The model's label counts by its share of the mentions; any other clue beside a mention counts
    fully when half of them show it.
    """
    total = len(mentions)
    if total == 1:
        clues = dict.fromkeys(context_clues(doc, mentions[0]), 1.0)
    else:
        seen = Counter(clue for one in mentions for clue in set(context_clues(doc, one)))
        clues = {
            clue: count / total if clue.startswith("model-") else min(1.0, 2 * count / total)
            for clue, count in seen.items()
        }
    clues.update(dict.fromkeys(name_clues(name), 1.0))
    if total >= _OFTEN:
        clues["repeated"] = 1.0
        for kind in _LABELS:
            if clues.get(f"model-{kind}", 0.0) >= _STEADY:
                clues[f"steady-{kind}"] = 1.0
    whole = part_of.get(name) or part_of.get(ordinary_case(name))
    if whole is None and _is_family(name, part_of):
        whole = "person"
    if whole:
        clues[f"part-of-{whole}"] = 1.0
    return clues


def _is_family(name: str, part_of: dict[str, str]) -> bool:
    """Return whether the name is the plural of a surname: the Roes."""
    return name.endswith("s") and part_of.get(name[:-1]) == "person"


def parts_of(name: str, entity_type: str) -> dict[str, str]:
    """Return the words by which a longer name may be called again, each with the name's type."""
    words = name.split()
    if len(words) < 2:
        return {}
    if entity_type == EntityType.PERSON:
        return {words[0]: "given", words[-1]: "person"}
    return {words[0]: entity_type}


def decide_types(doc: AnalysedDocument, candidates: list[Candidate]) -> None:
    """Give every candidate the type of its name and the clue that weighed most."""
    part_of: dict[str, str] = {}
    table = actors()
    by_name = group_by_name(candidates)
    for name, mentions in by_name.items():
        actor = table.get(name)
        if actor is not None and not any(one.title == "courtesy" for one in mentions):
            entity_type, rule_id = str(actor.entity_type), "known-actor"
        elif _is_numbered(name):
            entity_type, rule_id = "", "numbered-part"
        elif _PARTY_AND_STATE.match(name):
            entity_type, rule_id = "", "party-and-state"
        else:
            clues = clues_of(doc, name, mentions, part_of)
            entity_type, rule_id = _weigh(clues)
            entity_type = _refine(entity_type, clues)
        for one in mentions:
            one.entity_type, one.rule_id = entity_type, rule_id
            if one.method == MentionMethod.SHAPE:
                one.method = _FOUND_BY.get(rule_id, one.method)
        for word, kind in parts_of(name, entity_type).items():
            part_of.setdefault(word, kind)
    for name, mentions in by_name.items():
        if not mentions[0].entity_type and ordinary_case(name) != name:
            # What says nothing in capitals is what the text calls so in ordinary case.
            for same in by_name.get(ordinary_case(name), ())[:1]:
                for one in mentions:
                    one.entity_type, one.rule_id = same.entity_type, same.rule_id


def _is_numbered(name: str) -> bool:
    """Return whether the name is that of a part by number: Annex II."""
    first, _, last = name.rpartition(" ")
    return first.lower() in NUMBERED and bool(_NUMERAL.match(last))


def _weigh(clues: dict[str, float]) -> tuple[str, str]:
    totals = [0.0] * len(TYPES)
    for clue, strength in clues.items():
        for index, points in enumerate(POINTS.get(clue, ())):
            totals[index] += strength * points
    best = max(range(len(TYPES)), key=lambda index: (totals[index], -index))
    decisive = max(
        (clue for clue in clues if clue in POINTS),
        key=lambda clue: (clues[clue] * POINTS[clue][best], clue),
        default="none",
    )
    return str(TYPES[best]), decisive


def _refine(entity_type: str, clues: dict[str, float]) -> str:
    """Tell facilities from places, events and texts from what is no name."""
    if entity_type == EntityType.PLACE and (
        "ends-facility" in clues
        or ("model-facility" in clues and "gazetteer" not in clues and "country" not in clues)
    ):
        return EntityType.FACILITY
    if "bare-paper" in clues and "the" in clues:
        return EntityType.ORGANIZATION
    if entity_type == EntityType.OTHER:
        if "ends-event" in clues or "model-event" in clues:
            return EntityType.EVENT
        if "gazetteer" in clues:
            # No name after all, but widely known as a place: "an Ohio company".
            return EntityType.PLACE
        is_name = "ends-work" in clues or any(
            clue.startswith("model-") and clue != "model-None" for clue in clues
        )
        is_word = "bare-noun" in clues or "bracket-of-words" in clues
        return EntityType.OTHER if is_name and not is_word else ""
    return entity_type
