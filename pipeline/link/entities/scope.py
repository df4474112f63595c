"""Scope: whose Ministry of Health, whose Supreme Court.

A name made of general words alone, one of them of the state, names one body in each country.
Across documents it is one entity only where the text says the country ("the Chilean Ministry of
Health"), where the documents speak mostly of the same country, or where they come from the same
source.
"""

import polars as pl

from pipeline.extract.entities.demonyms import COUNTRY_OF
from pipeline.extract.entities.gazetteer import places
from pipeline.extract.entities.words import GENERAL_WORDS, STATE_WORDS
from schemas.entities import EntityType

_STATED = r" \(([^()]+)\)$"


def with_scope(in_document: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Add `scope`, what a general name holds for, `country` if it is one, `plain` without it.

    Scope is the country stated with the name, else the one that makes up most of what the document
    mentions of countries, else the document's source. It is empty for names that say themselves
    what they name.
    """
    countries = _countries()
    in_document = in_document.with_columns(
        plain=pl.col("name").str.replace(_STATED, ""), stated=pl.col("name").str.extract(_STATED)
    ).with_columns(
        stated=pl.when(pl.col("stated").is_in(countries["country"].implode())).then("stated")
    )
    in_document = in_document.with_columns(
        plain=pl.when(pl.col("stated").is_null()).then("name").otherwise("plain")
    )
    mentioned = (
        in_document.join(countries, on=["name", "entity_type"])
        .group_by("document_id", "country")
        .agg(pl.col("mention_count").sum())
    )
    main = mentioned.filter(
        2 * pl.col("mention_count") > pl.col("mention_count").sum().over("document_id")
    ).select("document_id", "country")
    names = in_document.select("plain").unique()
    words = pl.col("plain").str.to_lowercase().str.replace_all(",", "", literal=True).str.split(" ")
    general = names.filter(
        words.list.eval(pl.element().is_in(sorted(GENERAL_WORDS))).list.all()
        & words.list.eval(pl.element().is_in(sorted(STATE_WORDS))).list.any()
    )["plain"]
    is_general = (pl.col("entity_type") == EntityType.ORGANIZATION) & pl.col("plain").is_in(
        general.implode()
    )
    return (
        in_document.join(main, on="document_id", how="left")
        .join(documents.select("document_id", "source_id"), on="document_id", how="left")
        .with_columns(country=pl.when(is_general).then(pl.coalesce("stated", "country")))
        .with_columns(
            scope=pl.when(is_general)
            .then(pl.coalesce("country", "source_id", "document_id"))
            .otherwise(pl.lit("")),
            plain=pl.when(is_general).then("plain").otherwise("name"),
        )
        .drop("source_id", "stated")
    )


def _countries() -> pl.DataFrame:
    rows = [(name, str(EntityType.PLACE), name) for name, code in places().items() if code]
    rows += [(people, str(EntityType.GROUP), country) for people, country in COUNTRY_OF.items()]
    return pl.DataFrame(
        rows,
        schema={"name": pl.String, "entity_type": pl.String, "country": pl.String},
        orient="row",
    ).unique(["name", "entity_type"], keep="first", maintain_order=True)
