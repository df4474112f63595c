"""Portions: the linked tables, cut on disk into what they have of some documents at a time."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl

Tables = Mapping[str, pl.LazyFrame]


def cut(tables: Tables, folder: Path, facts: int) -> Iterator[dict[str, pl.DataFrame]]:
    """Yield what the tables have of some documents, which have about so many facts.

    Figures and dates are the facts. Of documents without any nothing is told.
    """
    documents = (
        pl.concat([tables[name].select("document_id") for name in ("figures", "dates")])
        .group_by("document_id")
        .len()
        .sort("document_id")
        .select("document_id", portion=(pl.col("len").cum_sum() - pl.col("len")) // facts)
        .collect()
    )
    figures = tables["figures"].select("figure_id", "document_id")
    placed = {
        **tables,
        "figure_entities": tables["figure_entities"].join(figures, on="figure_id"),
        "sources": tables["documents"]
        .select("document_id", "source_id")
        .join(tables["sources"], on="source_id"),
    }
    for name, table in placed.items():
        table.join(documents.lazy(), on="document_id").sink_parquet(
            pl.PartitionBy(folder / name, key="portion", include_key=False), mkdir=True
        )
    empty = {name: table.collect_schema().to_frame() for name, table in placed.items()}
    for portion in documents["portion"].unique(maintain_order=True):
        part = {}
        for name, none in empty.items():
            paths = sorted((folder / name / f"portion={portion}").glob("*.parquet"))
            part[name] = pl.concat([none, *map(pl.read_parquet, paths)])
        yield part
    shutil.rmtree(folder, ignore_errors=True)
