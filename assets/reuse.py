"""Text reuse: which paragraphs share their wording."""

from assets.factory import step_assets

GROUP = "4_across_sources"

REUSE = step_assets(
    "reuse",
    group=GROUP,
    kinds={"polars", "parquet"},
    reads={"fct_text_reuse": ["dim_paragraph"]},
)
