"""Near matches: pairs of entities that a person may want to join, proposed and not merged."""

import polars as pl
from rapidfuzz import fuzz, process

from pipeline.extract.entities.actors import actors
from pipeline.extract.entities.gazetteer import places
from pipeline.link.entities.keys import APART
from schemas.contract import polars_schema
from schemas.entities import META_ENTITY_REVIEW, ReviewReason

# Bounds on the work: entities compared, members of a block, proposals kept.
_COMPARED = 50_000
_BLOCK = 20
_KEPT = 10_000
_ALIKE = 88.0


def propose_reviews(
    names: pl.DataFrame, ids: pl.DataFrame, dim_entity: pl.DataFrame, apart: pl.DataFrame
) -> pl.DataFrame:
    """Return the rows of meta_entity_review.

    `names` holds base, key and final_type of each name; `ids` the entity_id of each key and type;
    `apart` the short forms that linking left open, with the full names they may mean.
    """
    keyed = dim_entity.join(ids, on="entity_id").filter(
        ~pl.col("key").str.contains(APART, literal=True)
    )
    known = [*places(), *(actor.name for actor in actors().values())]
    similar = _similar_names(
        # Two names that the world tells apart are no spellings of one: West and East Africa.
        keyed.filter(~pl.col("entity_name").is_in(known)).select(
            "entity_id", "entity_type", "key", "mention_count"
        )
    ).with_columns(reason_code=pl.lit(str(ReviewReason.SIMILAR_NAME)))
    by_key = keyed.select("entity_id", "key", entity_type="final_type")
    shared = (
        apart.join(by_key, on=["key", "entity_type"])
        .join(
            by_key.rename({"entity_id": "other_entity_id", "key": "full_key"}),
            on=["full_key", "entity_type"],
        )
        .select("entity_id", "other_entity_id")
        .with_columns(reason_code=pl.lit(str(ReviewReason.SHARED_SURNAME)), similarity=pl.lit(1.0))
    )
    typed = (
        names.filter(~pl.col("key").str.contains(APART, literal=True))
        .select("base", "key", "final_type")
        .unique()
        .join(ids, on=["key", "final_type"])
        .select("base", "final_type", "entity_id")
        .unique()
    )
    conflict = (
        typed.join(typed, on="base", suffix="_other")
        .filter(pl.col("final_type") != pl.col("final_type_other"))
        .select("entity_id", other_entity_id="entity_id_other")
        .filter(pl.col("entity_id") < pl.col("other_entity_id"))
        .with_columns(reason_code=pl.lit(str(ReviewReason.TYPE_CONFLICT)), similarity=pl.lit(1.0))
    )
    columns = ["entity_id", "other_entity_id", "reason_code", "similarity"]
    pairs = pl.concat([shared.select(columns), conflict.select(columns), similar.select(columns)])
    swapped = pl.col("entity_id") > pl.col("other_entity_id")
    title = dim_entity.select("entity_id", "entity_name")
    return (
        pairs.filter(pl.col("entity_id") != pl.col("other_entity_id"))
        .with_columns(
            entity_id=pl.when(swapped).then("other_entity_id").otherwise("entity_id"),
            other_entity_id=pl.when(swapped).then("entity_id").otherwise("other_entity_id"),
        )
        .unique(["entity_id", "other_entity_id"], keep="first", maintain_order=True)
        .join(title, on="entity_id")
        .join(
            title.rename({"entity_id": "other_entity_id", "entity_name": "other_entity_name"}),
            on="other_entity_id",
        )
        .select(list(polars_schema(META_ENTITY_REVIEW)))
        .sort("entity_id", "other_entity_id")
    )


def _similar_names(entities: pl.DataFrame) -> pl.DataFrame:
    """Return {entity_id, other_entity_id, similarity} for likely spellings of one name.

    `entities` holds entity_id, entity_type, key and mention_count. Only names of one type that
    share the beginning of a word are compared; the most mentioned come first where a bound bites.
    """
    compared = entities.sort(["mention_count", "entity_id"], descending=[True, False]).head(
        _COMPARED
    )
    blocks = (
        compared.with_columns(word=pl.col("key").str.split(" "))
        .explode("word")
        .filter(pl.col("word").str.len_chars() >= 4)
        .with_columns(word=pl.col("word").str.slice(0, 5))
        .unique(["entity_id", "word"], keep="first", maintain_order=True)
        .filter(pl.len().over("entity_type", "word") <= _BLOCK)
        .select("entity_id", "entity_type", "word", "key")
    )
    pairs = (
        blocks.join(blocks, on=["entity_type", "word"], suffix="_other")
        .filter(pl.col("entity_id") < pl.col("entity_id_other"))
        .unique(["entity_id", "entity_id_other"], keep="any")
        .sort("entity_id", "entity_id_other")
    )
    ratios = process.cpdist(
        pairs["key"].to_list(), pairs["key_other"].to_list(), scorer=fuzz.token_sort_ratio
    )
    return (
        pairs.with_columns(similarity=pl.Series(ratios, dtype=pl.Float64))
        .filter(pl.col("similarity") >= _ALIKE)
        .sort(["similarity", "entity_id", "entity_id_other"], descending=[True, False, False])
        .head(_KEPT)
        .select(
            "entity_id",
            other_entity_id="entity_id_other",
            similarity=(pl.col("similarity") / 100).round(3),
        )
    )
