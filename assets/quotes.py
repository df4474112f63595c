"""Quotes: who said what, to whom and of whom."""

from assets.factory import FRESH, step_assets

GROUP = "3_facts"

QUOTES = step_assets(
    "quotes",
    group=GROUP,
    kinds={"polars", "parquet"},
    reads={
        "fct_quote": ["fct_entity_mention"],
        "bridge_quote_entity": ["fct_quote"],
    },
    freshness=FRESH,
)
