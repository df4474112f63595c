"""Sources and documents: what lies in raw/, and the texts read from it."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from assets.factory import OWNERS, STEP, data_version, run_step_in, step_assets
from assets.resources import WORKSPACE

GROUP = "1_sources"

RAW = dg.AssetSpec(
    "raw",
    description="The folder of news texts: put there by people and feeds, never changed by a run.",
    group_name=GROUP,
    owners=OWNERS,
    kinds={"file"},
)


@dg.multi_asset(
    name="inventory",
    description=STEP["inventory"].description,
    specs=[
        dg.AssetSpec(
            "inventory",
            deps=["raw"],
            description="One entry per file in raw/, by content: what a run compares with what "
            "is staged. Lives for one run.",
            group_name=GROUP,
            owners=OWNERS,
            kinds={"python"},
        )
    ],
    required_resource_keys={WORKSPACE},
)
def inventory(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[Any]]:
    """Take the inventory of raw/."""
    workspace, report = run_step_in(context, STEP["inventory"])
    yield dg.MaterializeResult(
        metadata={
            "raw": dg.MetadataValue.path(workspace.settings.raw),
            "is_nothing_new": report.is_idle,
            **report.counts,
        },
        data_version=data_version(workspace, "inventory"),
    )


SOURCES = step_assets(
    "sources",
    group=GROUP,
    kinds={"polars", "parquet"},
    reads={"dim_source": ["inventory"], "dim_document": ["dim_source"]},
)
