"""Figures: numbers a reader would quote, and the entities they are tied to."""

from assets.factory import FRESH, step_assets

GROUP = "3_facts"

FIGURES = step_assets(
    "figures",
    group=GROUP,
    kinds={"polars", "parquet"},
    reads={
        "fct_figure": ["fct_entity_mention", "fct_date_mention"],
        "bridge_figure_entity": ["fct_figure"],
    },
    freshness=FRESH,
)
