"""Entities: the persons, organizations, places and others that a text names.

Whatever finds a mention and says what kind of thing it is belongs here. Whether two documents
mean the same entity does not: that is pipeline.link.entities.

A mention comes about in four steps: runs of capitals are cut into candidates; the clues of all
mentions of a name decide its type; the document's names are seen together, for acronyms, further
occurrences and full names; roles and pronouns look for the name that they stand for.
"""

from pipeline.document import AnalysedDocument, PassedOver
from pipeline.extract.entities.candidates import find_candidates
from pipeline.extract.entities.document_names import add_repeated, define_acronyms, give_names
from pipeline.extract.entities.evidence import decide_types
from pipeline.extract.entities.mention import NAME, VERSION, EntityMention
from pipeline.extract.entities.pronouns import find_pronouns
from pipeline.extract.entities.roles import find_roles
from pipeline.extract.entities.words import BARE_NOUNS
from pipeline.identity import content_id
from schemas.entities import EntityPassed, MentionKind

__all__ = ["NAME", "VERSION", "EntityMention", "read_entities"]


def read_entities(doc: AnalysedDocument) -> tuple[list[EntityMention], list[PassedOver]]:
    """Return the mentions in document order, and what looked like a name and is none."""
    starts, ends = doc.tokens.start, doc.tokens.end
    candidates = find_candidates(doc)
    decide_types(doc, candidates)
    named = [one for one in candidates if one.entity_type]
    acronyms = define_acronyms(doc, named)
    named = add_repeated(doc, named)
    give_names(doc, named, acronyms)
    taken = {one.first for one in named}
    passed = [
        PassedOver(
            EntityPassed.COMMON_WORD
            if one.text.lower() in BARE_NOUNS
            else EntityPassed.NO_CLEAR_TYPE,
            starts[one.first],
            ends[one.end - 1],
            one.rule_id,
        )
        for one in candidates
        if not one.entity_type and one.first not in taken
    ]
    roles = find_roles(doc, named)
    pronouns = find_pronouns(doc, named, roles)
    type_of = {one.name: one.entity_type for one in named}
    id_of = {
        (kind, name): content_id(doc.document.document_id, kind, name)
        for kind, name in {(one.entity_type, one.name): None for one in named}
    }
    mentions = [
        EntityMention(
            char_start=starts[one.first],
            char_end=ends[one.end - 1],
            rule_id=one.rule_id,
            entity_type=one.entity_type,
            mention_kind=MentionKind.NAME,
            method=one.method,
            name=one.name,
            document_entity_id=id_of[one.entity_type, one.name],
            is_repeat=doc.sentence_at(starts[one.first]).repeat_of is not None,
        )
        for one in named
    ]
    for kind, references in ((MentionKind.ROLE, roles), (MentionKind.PRONOUN, pronouns)):
        mentions += [
            EntityMention(
                char_start=starts[one.first],
                char_end=ends[one.end - 1],
                rule_id=one.rule_id,
                entity_type=type_of.get(one.name or "", one.entity_type),
                mention_kind=kind,
                method=kind,
                name=one.name,
                document_entity_id=one.name and id_of[type_of[one.name], one.name],
                unresolved_reason=one.reason,
                is_repeat=doc.sentence_at(starts[one.first]).repeat_of is not None,
            )
            for one in references
        ]
    mentions.sort(key=lambda one: (one.char_start, -one.char_end))
    return mentions, passed
