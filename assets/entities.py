"""Entities: mentions, and who they are across documents."""

from assets.factory import FRESH, step_assets

GROUP = "3_facts"

ENTITIES = step_assets(
    "entities",
    group=GROUP,
    kinds={"polars", "parquet"},
    reads={
        "dim_entity": ["dim_sentence"],
        "bridge_entity_alias": ["dim_entity"],
        "fct_entity_mention": ["dim_entity"],
        "meta_entity_review": ["dim_entity"],
    },
    freshness=FRESH,
)
