"""Segments, paragraphs and sentences, and the one pass that reads all facts from them."""

import dagster as dg

from assets.factory import step_assets

GROUP = "2_text"

# A machine short of memory or disk may not be so a minute later; what is staged stays.
RETRIES = dg.RetryPolicy(
    max_retries=2, delay=5, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS
)

TEXT = step_assets(
    "extraction",
    group=GROUP,
    kinds={"spacy", "polars", "parquet"},
    reads={
        "dim_segment": ["dim_document"],
        "dim_paragraph": ["dim_segment"],
        "dim_sentence": ["dim_paragraph"],
    },
    retry_policy=RETRIES,
)
