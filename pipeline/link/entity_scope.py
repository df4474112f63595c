"""Scope: whose Ministry of Health, whose Supreme Court.

A name made of general words alone names one body in each country. Across documents it is one
entity only where the documents speak of the same country, or come from the same source.
"""

import polars as pl

from pipeline.extract.entities.demonyms import COUNTRY_OF
from pipeline.extract.entities.gazetteer import places
from pipeline.extract.entities.words import BODIES, ORGANIZATION_HEADS, PORTFOLIOS
from schemas.entities import EntityType

_GENERAL = sorted(
    ORGANIZATION_HEADS
    | PORTFOLIOS
    | BODIES
    | frozenset(
        (
            "and appeal appeals armed attorney central chief constitutional deputies federal "
            "for general high house joint lower lords main members metropolitan minister "
            "ministers of people's president presidency presidential prime prosecutor "
            "prosecutor's representatives royal state supreme the upper"
        ).split()
    )
)


def with_scope(in_document: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Add `scope`, what a general name holds for, and `country`, its name if it is a country.

    Scope is the country that the document mentions most, else the document's source; it is empty
    for names that say themselves what they name.
    """
    countries = _countries()
    mentioned = (
        in_document.join(countries, on=["name", "entity_type"])
        .group_by("document_id", "country")
        .agg(pl.col("mention_count").sum())
    )
    main = (
        mentioned.filter(
            pl.col("mention_count") == pl.col("mention_count").max().over("document_id")
        )
        .filter(pl.len().over("document_id") == 1)
        .select("document_id", "country")
    )
    names = in_document.select("name").unique()
    general = names.filter(
        pl.col("name")
        .str.to_lowercase()
        .str.replace_all(",", "", literal=True)
        .str.split(" ")
        .list.eval(pl.element().is_in(_GENERAL))
        .list.all()
    )["name"]
    is_general = (pl.col("entity_type") == EntityType.ORGANIZATION) & pl.col("name").is_in(
        general.implode()
    )
    return (
        in_document.join(main, on="document_id", how="left")
        .join(documents.select("document_id", "source_id"), on="document_id", how="left")
        .with_columns(
            country=pl.when(is_general).then("country"),
            scope=pl.when(is_general)
            .then(pl.coalesce("country", "source_id", "document_id"))
            .otherwise(pl.lit("")),
        )
        .drop("source_id")
    )


def _countries() -> pl.DataFrame:
    rows = [(name, str(EntityType.PLACE), name) for name, code in places().items() if code]
    rows += [(people, str(EntityType.GROUP), country) for people, country in COUNTRY_OF.items()]
    return pl.DataFrame(
        rows,
        schema={"name": pl.String, "entity_type": pl.String, "country": pl.String},
        orient="row",
    ).unique(["name", "entity_type"], keep="first", maintain_order=True)
