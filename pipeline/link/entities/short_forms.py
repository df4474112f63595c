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
    per (key, entity_type, full_key) that some document defines; `sources` the source_id of each
    document. A candidate counts when its documents share another entity that is no country, or
    the source, with the document in question; the short form is resolved when one candidate
    counts.
    """
    candidates = pl.concat([_surnames(entities), acronyms]).unique()
    # The joins below meet every document with every entity: small numbers keep them small.
    numbers = entities.select("key", "entity_type").unique().with_row_index("entity")
    pages = (
        entities.select("document_id")
        .unique()
        .with_row_index("page")
        .join(sources, on="document_id", how="left")
        .with_columns(source=pl.col("source_id").rank("dense").cast(pl.UInt32))
        .select("document_id", "page", "source")
    )
    seen = (
        entities.join(numbers, on=["key", "entity_type"])
        .join(pages.select("document_id", "page"), on="document_id")
        .select("page", "entity", "is_country")
    )
    pairs = (
        candidates.join(numbers, on=["key", "entity_type"])
        .join(numbers.rename({"key": "full_key", "entity": "full"}), on=["full_key", "entity_type"])
        .select("entity", "full")
    )
    wanted = seen.join(pairs, on="entity").select("page", "entity", "full")
    bearers = seen.join(pairs.select(entity="full").unique(), on="entity", how="semi").select(
        full="entity", page="page"
    )
    supported = pl.concat(
        [
            _by_company(wanted, bearers, seen.filter(~pl.col("is_country"))),
            _by_source(wanted, bearers, pages.select("page", "source")),
        ]
    ).unique()
    resolved = supported.filter(pl.len().over("page", "entity") == 1)
    apart = wanted.join(resolved, on=["page", "entity"], how="anti")
    return (
        resolved.join(pages.select("page", "document_id"), on="page")
        .join(numbers, on="entity")
        .join(numbers.select(full="entity", full_key="key"), on="full")
        .select("document_id", "key", "entity_type", "full_key"),
        apart.select("entity", "full")
        .unique()
        .join(numbers, on="entity")
        .join(numbers.select(full="entity", full_key="key"), on="full")
        .select("key", "entity_type", "full_key"),
    )


def _by_company(wanted: pl.DataFrame, bearers: pl.DataFrame, company: pl.DataFrame) -> pl.DataFrame:
    """Return the wanted rows whose page shares an entity with a page of the full name."""
    others = company.select("page", other="entity")
    beside_bearer = bearers.join(others, on="page").select("full", "other").unique()
    # The short and the full form themselves are no company to each other.
    return (
        wanted.join(others, on="page")
        .filter((pl.col("other") != pl.col("entity")) & (pl.col("other") != pl.col("full")))
        .join(beside_bearer, on=["full", "other"], how="semi")
        .select("page", "entity", "full")
        .unique()
    )


def _by_source(wanted: pl.DataFrame, bearers: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Return the wanted rows whose source names the full name in another of its documents."""
    named = bearers.join(sources, on="page").select("full", "source").unique()
    return (
        wanted.join(sources, on="page")
        .join(named, on=["full", "source"], how="semi")
        .select("page", "entity", "full")
    )


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
