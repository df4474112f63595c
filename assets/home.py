"""Dagster's home: whether there is one that keeps a record of runs. Dagster is not imported."""

import os
from pathlib import Path


def keeps_runs(home: Path) -> bool:
    """Return whether runs are recorded, at DAGSTER_HOME or else in the project's own home."""
    return bool(os.environ.get("DAGSTER_HOME")) or (home / "dagster.yaml").is_file()
