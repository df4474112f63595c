"""When the pipeline runs: on demand, once a day, and when raw/ changes."""

import json
from pathlib import Path

import dagster as dg

from assets.configuration import load_settings
from pipeline.identity import content_id
from pipeline.read.inventory import scan

build_job = dg.define_asset_job(
    "build",
    selection=dg.AssetSelection.all(),
    description="Read what is new in raw/, check everything, and publish the next warehouse.",
)

look_job = dg.define_asset_job(
    "look",
    selection=["inventory"],
    description="See what lies in raw/ and change nothing: what a build with nothing new comes to.",
)

daily = dg.ScheduleDefinition(
    name="daily",
    job=build_job,
    cron_schedule="30 4 * * *",
    execution_timezone="UTC",
    description="Keep the warehouse fresh, whether or not anyone watches raw/.",
)


@dg.sensor(
    name="raw_changes",
    job=build_job,
    minimum_interval_seconds=30,
    description="Start a run when the content of raw/ changes.",
)
def raw_changes(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Ask for a run when the content of raw/ is not what it was at the last look.

    Files are hashed only when a name, size or time has changed; a mere touch starts nothing.
    """
    raw = load_settings().raw
    if not raw.is_dir():
        return dg.SkipReason(f"{raw} is not a folder")
    seen = json.loads(context.cursor) if context.cursor else {}
    looks = _looks_of(raw)
    if looks == seen.get("looks"):
        return dg.SkipReason("Nothing in raw/ has been touched.")
    content = scan(raw).content_key
    changes = seen.get("changes", 0) + (content != seen.get("content"))
    cursor = json.dumps({"looks": looks, "content": content, "changes": changes})
    if content == seen.get("content"):
        return dg.SensorResult(cursor=cursor, skip_reason=dg.SkipReason("Touched, not changed."))
    # The number keeps a change back to an earlier content from being taken for that earlier one.
    request = dg.RunRequest(run_key=f"{content}-{changes}", tags={"newsledger/content": content})
    return dg.SensorResult(run_requests=[request], cursor=cursor)


def _looks_of(raw: Path) -> str:
    """Return a digest of every file's name, size and time of change below the folder."""
    parts: list[str | int] = []
    for path in sorted(raw.rglob("*")):
        try:
            found = path.lstat()
        except OSError:
            continue  # gone since it was listed: the next look will tell
        parts += [str(path), found.st_size, found.st_mtime_ns]
    return content_id(*parts)
