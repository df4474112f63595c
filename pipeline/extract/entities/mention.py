"""The fact that this package reads: a mention of an entity."""

from dataclasses import dataclass

from pipeline.document import Fact

NAME = "entities"
VERSION = "3"


@dataclass(slots=True, kw_only=True)
class EntityMention(Fact):
    """One mention by name, role or pronoun; fields are the columns of fct_entity_mention."""

    entity_type: str
    mention_kind: str
    method: str
    name: str | None = None
    document_entity_id: str | None = None
    unresolved_reason: str | None = None
    quote_id: str | None = None
    is_repeat: bool = False
