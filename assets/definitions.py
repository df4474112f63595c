"""What Dagster knows of newsledger: assets, checks, job, schedule, sensor, resource."""

import dagster as dg

from assets import (
    automation,
    claims,
    dates,
    entities,
    figures,
    meta,
    quotes,
    reuse,
    sources,
    text,
    warehouse,
)
from assets.checks import CHECKS
from assets.resources import WORKSPACE, workspace_resource

defs = dg.Definitions(
    assets=[
        sources.RAW,
        sources.inventory,
        sources.SOURCES,
        text.TEXT,
        entities.ENTITIES,
        dates.DATES,
        figures.FIGURES,
        quotes.QUOTES,
        reuse.REUSE,
        claims.CLAIMS,
        meta.RECORDS,
        warehouse.publish,
    ],
    asset_checks=CHECKS,
    jobs=[automation.build_job, automation.look_job],
    schedules=[automation.daily],
    sensors=[automation.raw_changes],
    resources={WORKSPACE: workspace_resource},
    # Steps share one open workspace and its lock; work is spread over processes inside a step.
    executor=dg.in_process_executor,
)
