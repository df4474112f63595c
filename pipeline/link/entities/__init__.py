"""Entities across documents: one row for each actor, whatever the spelling and the source.

What a document means by a name was decided when it was read. Here names of different documents
are brought together: by spelling, by the table of known actors, by short forms that their
documents explain, and before all by what the user wrote in entities.yaml. Whatever is only alike
is proposed for review and left apart. Everything is decided on distinct names, so that the order
of documents cannot matter and a million mentions take seconds.
"""

from pipeline.link.entities.link import LinkedEntities, link_entities
from pipeline.link.entities.overrides import Overrides, load_overrides

__all__ = ["LinkedEntities", "Overrides", "link_entities", "load_overrides"]
