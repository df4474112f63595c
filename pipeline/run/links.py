"""Linked columns: what a fact refers to once all documents have been compared."""

import polars as pl

from pipeline.run.workspace import Workspace


def mention_entities(workspace: Workspace) -> pl.DataFrame:
    """Return the entity of each mention that has one: entity_mention_id, entity_id, entity_name."""
    names = workspace.scan("dim_entity").select("entity_id", "entity_name")
    return (
        workspace.scan("fct_entity_mention")
        .select("entity_mention_id", "entity_id")
        .drop_nulls()
        .join(names, on="entity_id", how="left")
        .collect()
    )


def with_speaker(facts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add speaker_entity_id and speaker_name to facts that have a speaker_mention_id."""
    speakers = mentions.select(
        speaker_mention_id="entity_mention_id",
        speaker_entity_id="entity_id",
        speaker_name="entity_name",
    )
    return facts.join(speakers, on="speaker_mention_id", how="left")


def with_entity(rows: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add entity_id to rows that have an entity_mention_id; rows whose mention is open go."""
    return rows.join(
        mentions.select("entity_mention_id", "entity_id"), on="entity_mention_id", how="inner"
    )
