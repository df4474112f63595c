"""Dates: expressions of time, and the calendar they fall in."""

from assets.factory import FRESH, step_assets

GROUP = "3_facts"

DATES = step_assets(
    "dates",
    group=GROUP,
    kinds={"polars", "parquet"},
    reads={"fct_date_mention": ["dim_sentence"], "dim_date": ["fct_date_mention"]},
    freshness=FRESH,
)
