"""Near matches: pairs of entities that a person may want to join, proposed and not merged."""

import polars as pl
from rapidfuzz import fuzz, process

# Bounds on the work: entities compared, members of a block, proposals kept.
_COMPARED = 50_000
_BLOCK = 20
_KEPT = 10_000
_ALIKE = 88.0


def similar_names(entities: pl.DataFrame) -> pl.DataFrame:
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
