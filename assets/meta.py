"""Records: what runs did, refused and changed, and what rests on what."""

from assets.factory import step_assets

GROUP = "5_records"

# The last tables of each line of work: all others lie upstream of them.
_RESULTS = [
    "bridge_entity_alias",
    "meta_entity_review",
    "dim_date",
    "bridge_claim_figure",
    "bridge_claim_date",
    "fct_contradiction",
]

RECORDS = step_assets(
    "records",
    group=GROUP,
    kinds={"polars", "parquet"},
    reads={
        # A run's counts, and what it refused, cover every table before these.
        "meta_run": _RESULTS,
        "meta_reject": _RESULTS,
        "meta_relink": _RESULTS,
        "meta_lineage": ["dim_document"],
        "meta_column": [],
    },
)
