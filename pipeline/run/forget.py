"""Forget: a source gone from every place the warehouse keeps."""

import difflib
import shutil
from dataclasses import dataclass

import polars as pl

from pipeline.run.outcome import Refused
from pipeline.run.overview import PAGE
from pipeline.run.reading import NoSuchRow
from pipeline.run.staging import needed_keys, read_store
from pipeline.run.steps import run_all
from pipeline.run.stores import analysis_store, extraction_store
from pipeline.run.workspace import Workspace, current_generation
from pipeline.store import KEY
from pipeline.warehouse.generations import generations


class StillThere(Refused):
    """The source still lies in raw/, where the next run would read it again."""


class NoSuchSource(Refused, NoSuchRow):
    """Nothing is held of a source by that path."""


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
        NoSuchSource: neither a generation nor anything staged holds a source by that path.
        CheckFailed: the generation without it did not pass; nothing was purged.
    """
    if any(entry.path == source_path for entry in workspace.inventory.entries):
        raise StillThere(
            f"{source_path} still lies in {workspace.settings.raw}: remove it there first, or "
            "the next run would read it again"
        )
    held = _held_paths(workspace)
    if source_path not in held:
        raise NoSuchSource(_unknown(source_path, held))
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


def _unknown(source_path: str, held: set[str]) -> str:
    near = difflib.get_close_matches(source_path, sorted(held), n=3)
    meant = f"; it may have meant {' or '.join(map(repr, near))}" if near else ""
    return (
        f"nothing is held of {source_path!r}{meant}: sources are named as in the column "
        "source_path of dim_source"
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
