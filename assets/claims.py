"""Claims: what several sources say of the same quantity or day, and where they disagree."""

from assets.factory import FRESH, step_assets

GROUP = "4_across_sources"

CLAIMS = step_assets(
    "claims",
    group=GROUP,
    kinds={"polars", "parquet"},
    reads={
        "dim_claim": ["bridge_figure_entity", "fct_quote", "fct_text_reuse"],
        "bridge_claim_figure": ["dim_claim"],
        "bridge_claim_date": ["dim_claim"],
        "fct_contradiction": ["dim_claim"],
    },
    freshness=FRESH,
)
