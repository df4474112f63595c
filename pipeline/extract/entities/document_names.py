"""The full name that each mention stands for within its document."""

from collections import defaultdict

from pipeline.document import AnalysedDocument
from pipeline.extract.entities.actors import actors
from pipeline.extract.entities.candidates import Candidate
from schemas.entities import EntityType, MentionMethod


def add_propagated(doc: AnalysedDocument, named: list[Candidate]) -> list[Candidate]:
    """Return the candidates with every other occurrence of a decided name added, in order."""
    words = doc.tokens.text
    taken = {index for one in named for index in range(one.first, one.end)}
    wanted: dict[str, Candidate] = {}
    for one in named:
        pieces = one.text.split()
        if one.entity_type == EntityType.PERSON and len(pieces) > 1 and len(pieces[-1]) > 2:
            wanted.setdefault(pieces[-1], one)
        elif len(pieces) == 1 and len(one.text) > 2:
            wanted.setdefault(one.text, one)
    added = [
        Candidate(
            index,
            index + 1,
            word,
            None,
            MentionMethod.PROPAGATED,
            entity_type=wanted[word].entity_type,
            rule_id="same-name-in-document",
        )
        for index, word in enumerate(words)
        if word in wanted and index not in taken
    ]
    return sorted([*named, *added], key=lambda one: one.first)


def give_names(named: list[Candidate]) -> None:
    """Fill `name` with the fullest name by which the document calls the same entity."""
    by_surname: dict[str, set[str]] = defaultdict(set)
    for one in named:
        if one.entity_type == EntityType.PERSON and " " in one.text:
            by_surname[one.text.rsplit(" ", 1)[1]].add(one.text)
    table = actors()
    for one in named:
        full = one.text
        if one.entity_type == EntityType.PERSON and len(by_surname.get(full, ())) == 1:
            (full,) = by_surname[full]
        actor = table.get(full)
        if actor is not None and actor.entity_type == one.entity_type:
            full = actor.name
        one.name = full
