"""Short forms: which full name a bare surname or an acronym stands for in a document.

A document that says only "Johnson" means some Johnson; which one is read from what it speaks of
beside him. Where that leaves two, they are left apart.
"""

import polars as pl

from schemas.entities import EntityType


def resolve_short_forms(
    entities: pl.DataFrame, acronyms: pl.DataFrame, sources: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return ({document_id, key, entity_type, full_key}, candidates left apart).

    `entities` holds one row per (document_id, key, entity_type, is_country); `acronyms` one row
    per (key, full_key) that some document defines; `sources` the source_id of each document.
    A candidate counts when its documents share another entity that is no country, or the source,
    with the document in question; the short form is resolved when one candidate counts.
    """
    candidates = pl.concat([_surnames(entities), acronyms]).unique()
    wanted = entities.join(candidates, on=["key", "entity_type"]).select(
        "document_id", "key", "entity_type", "full_key"
    )
    bearers = (
        entities.rename({"key": "full_key", "document_id": "bearer_document_id"})
        .join(candidates.select("full_key", "entity_type").unique(), on=["full_key", "entity_type"])
        .select("full_key", "entity_type", "bearer_document_id")
    )
    company = entities.filter(~pl.col("is_country")).select(
        "document_id", pl.col("key").alias("other"), pl.col("entity_type").alias("other_type")
    )
    beside_bearer = (
        bearers.join(company, left_on="bearer_document_id", right_on="document_id")
        .select("full_key", "entity_type", "other", "other_type")
        .unique()
    )
    # The short and the full form themselves are no company to each other.
    beside_short = wanted.join(company, on="document_id").filter(
        (pl.col("other") != pl.col("key")) & (pl.col("other") != pl.col("full_key"))
    )
    by_company = beside_short.join(
        beside_bearer, on=["full_key", "entity_type", "other", "other_type"], how="semi"
    ).select(wanted.columns)
    by_source = (
        wanted.join(sources, on="document_id")
        .join(
            bearers.join(
                sources.rename({"document_id": "bearer_document_id"}), on="bearer_document_id"
            ),
            on=["full_key", "entity_type", "source_id"],
            how="semi",
        )
        .select(wanted.columns)
    )
    supported = pl.concat([by_company, by_source]).unique()
    alone = pl.len().over("document_id", "key", "entity_type") == 1
    resolved = supported.filter(alone)
    apart = (
        wanted.join(resolved, on=["document_id", "key", "entity_type"], how="anti")
        .select("key", "entity_type", "full_key")
        .unique()
    )
    return resolved, apart


def _surnames(entities: pl.DataFrame) -> pl.DataFrame:
    persons = (
        entities.filter(pl.col("entity_type") == EntityType.PERSON)
        .select(full_key="key", entity_type="entity_type")
        .unique()
        .filter(pl.col("full_key").str.contains(" ", literal=True))
    )
    return persons.select(
        key=pl.col("full_key").str.extract(r" (\S+)$"),
        entity_type="entity_type",
        full_key="full_key",
    )
