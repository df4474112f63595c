"""Forget: a source gone from every place the warehouse keeps."""

import shutil
from dataclasses import dataclass

import polars as pl

from pipeline.run.overview import PAGE
from pipeline.run.reading import NoSuchRow
from pipeline.run.staging import needed_keys, read_store
from pipeline.run.steps import run_all
from pipeline.run.stores import analysis_store, extraction_store
from pipeline.run.workspace import Workspace, current_generation
from pipeline.store import KEY
from pipeline.warehouse.generations import generations


class StillThere(RuntimeError):
    """The source still lies in raw/, where the next run would read it again."""


@dataclass(slots=True, frozen=True)
class Forgotten:
    """What was removed."""

    source_path: str
    staged_sources: int
    staged_documents: int
    staged_analyses: int
    generations: int


def forget(workspace: Workspace, source_path: str) -> Forgotten:
    """Publish a generation without the source, and purge all others and all staged rows of it.

    Nothing is removed under raw/: the source must be gone from there first. Staged rows of
    everything else that is no longer in raw/ go too, and older generations with them, and the
    page of the warehouse, which may quote the source.

    Raises:
        StillThere: the file still lies in raw/.
        NoSuchRow: neither a generation nor anything staged holds a source by that path.
        CheckFailed: the generation without it did not pass; nothing was purged.
    """
    if any(entry.path == source_path for entry in workspace.inventory.entries):
        raise StillThere(
            f"{source_path} still lies in {workspace.settings.raw}: remove it there first, or "
            "the next run would read it again"
        )
    if source_path not in _held_paths(workspace):
        raise NoSuchRow(
            f"nothing is held of {source_path!r}: a path is given as in dim_source.source_path, "
            f"relative to {workspace.settings.raw}"
        )
    run_all(workspace)
    current = current_generation(workspace.root)
    gone = [folder for folder in generations(workspace.root) if folder != current]
    for folder in gone:
        shutil.rmtree(folder)
    (workspace.root / PAGE).unlink(missing_ok=True)
    needed = needed_keys(workspace)
    return Forgotten(
        source_path=source_path,
        staged_sources=read_store(workspace.root).keep_only(needed.read),
        staged_documents=extraction_store(workspace.root).keep_only(needed.extraction),
        staged_analyses=analysis_store(workspace.root).keep_only(needed.analysis),
        generations=len(gone),
    )


def _held_paths(workspace: Workspace) -> set[str]:
    """Return the paths of all sources that are staged or in a kept generation."""
    store = read_store(workspace.root)
    staged = store.scan("dim_source", store.index()[KEY]).select("source_path").collect()
    held = set(staged["source_path"])
    for folder in generations(workspace.root):
        parts = folder / "parquet" / "dim_source" / "part-*.parquet"
        held.update(pl.read_parquet(parts, columns=["source_path"])["source_path"])
    return held
