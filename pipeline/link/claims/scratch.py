"""Scratch: tables larger than memory, cut, joined and sorted in a folder on disk.

Polars and DuckDB meet in Parquet files there. Whoever gives the folder removes it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from pipeline.duckdb_config import CONFIG
from schemas.ddl import literal

_LIMITS: Final[dict[str, str | int | float | list[str]]] = {"memory_limit": "512MB", "threads": 2}
"""What a join or sort may hold before it goes to disk: every thread asks for room of its own."""


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """Return a connection that joins and sorts what lies in a folder."""
    return duckdb.connect(
        config={
            **CONFIG,
            "temp_directory": str(folder / "spilled"),
            "preserve_insertion_order": False,
            **_LIMITS,
        }
    )


def parquet(path: Path) -> str:
    """Return what names Parquet files in SQL; their names may have a `*`."""
    return f"read_parquet({literal(str(path))})"


def slices(table: pl.LazyFrame, rows: int) -> Iterator[pl.DataFrame]:
    """Yield the rows of a table, in order, so many at a time."""
    count = table.select(pl.len()).collect().item()
    for first in range(0, count, rows):
        yield table.slice(first, rows).collect()
