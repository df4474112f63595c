"""Publish: the next generation built beside the current one, checked, and flipped in."""

import json
import shutil
from pathlib import Path

from pipeline.run.outcome import CheckFailed, StepReport
from pipeline.run.staging import needed_keys, read_store
from pipeline.run.stores import analysis_store, extraction_store
from pipeline.run.workspace import Workspace, flip
from pipeline.warehouse.balance import unbalanced
from pipeline.warehouse.checks import Breach, check_generation
from pipeline.warehouse.database import add_comments, add_marts, close, connect, load_tables
from pipeline.warehouse.generations import next_generation, prune
from schemas.registry import TABLES

MART_FOLDER = Path(__file__).resolve().parents[2] / "warehouse" / "marts"


def publish(workspace: Workspace) -> StepReport:
    """Build the DuckDB file from the tables in next/, check it, and make it the current one.

    A reader sees the generation before or this one, whole, and never anything between.

    Raises:
        CheckFailed: a key, a reference, a span or a balance is broken; the warehouse that was
            current stays so, and what was built stays in next/ to be looked at.
    """
    database = workspace.next / "newsledger.duckdb"
    for leftover in workspace.next.glob(f"{database.name}*"):
        leftover.unlink()
    marts, breaches = _build(workspace, database)
    if breaches:
        raise CheckFailed("\n".join(str(breach) for breach in breaches), breaches)
    generation = next_generation(workspace.root)
    _arrange(workspace, database, generation)
    flip(workspace.root, generation)
    workspace.published = generation
    prune(workspace.root, keep=workspace.settings.keep_generations, current=generation)
    needed = needed_keys(workspace)
    read_store(workspace.root).tidy(needed.read)
    extraction_store(workspace.root).tidy(needed.extraction)
    analysis_store(workspace.root).tidy(needed.analysis)
    return StepReport("publish", counts={"generation": int(generation.name), "marts": marts})


def _build(workspace: Workspace, database: Path) -> tuple[int, list[Breach]]:
    connection = connect(
        database,
        memory_limit=workspace.settings.memory_limit,
        storage_version=workspace.settings.storage_version,
    )
    try:
        load_tables(connection, {name: workspace.folder(name) for name in TABLES})
        marts = add_marts(connection, MART_FOLDER)
        add_comments(connection)
        breaches = check_generation(connection) + unbalanced(connection, workspace.next)
        close(connection, database)
    finally:
        connection.close()
    return len(marts), breaches


def _arrange(workspace: Workspace, database: Path, generation: Path) -> None:
    """Lay out the generation's folder: database, Parquet export, record."""
    shutil.rmtree(generation, ignore_errors=True)
    parquet = generation / "parquet"
    parquet.mkdir(parents=True)
    for name in TABLES:
        shutil.move(workspace.folder(name), parquet / name)
    shutil.move(database, generation / database.name)
    record = {
        "generation": int(generation.name),
        "run_id": workspace.run_id,
        # An incomplete generation is nobody's equal: the next run tries again.
        "fingerprint": "" if workspace.is_incomplete else workspace.fingerprint,
    }
    (generation / "generation.json").write_text(
        json.dumps(record, indent=1) + "\n", encoding="utf-8"
    )
    shutil.rmtree(workspace.next)
