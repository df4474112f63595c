"""Entities: the persons, organizations, places and others that a text names.

Whatever finds a mention and says what kind of thing it is belongs here. Whether two documents
mean the same entity does not: that is pipeline.link.entities.
"""

from pipeline.document import AnalysedDocument, PassedOver
from pipeline.extract.entities.candidates import find_candidates
from pipeline.extract.entities.document_names import add_propagated, give_names
from pipeline.extract.entities.evidence import decide_types
from pipeline.extract.entities.mention import NAME, VERSION, EntityMention
from pipeline.identity import content_id
from schemas.entities import MentionKind

__all__ = ["NAME", "VERSION", "EntityMention", "read_entities"]


def read_entities(doc: AnalysedDocument) -> tuple[list[EntityMention], list[PassedOver]]:
    """Return the mentions in document order, and what looked like a name and is none."""
    candidates, passed = find_candidates(doc)
    named = add_propagated(doc, decide_types(candidates))
    give_names(named)
    starts, ends = doc.tokens.start, doc.tokens.end
    document_id = doc.document.document_id
    mentions = [
        EntityMention(
            char_start=starts[one.first],
            char_end=ends[one.end - 1],
            rule_id=one.rule_id,
            entity_type=one.entity_type,
            mention_kind=MentionKind.NAME,
            method=one.method,
            name=one.name,
            document_entity_id=content_id(document_id, one.entity_type, one.name),
            is_repeat=doc.sentence_at(starts[one.first]).repeat_of is not None,
        )
        for one in named
    ]
    return mentions, passed
