"""Staged work: immutable Parquet batches, each row under the key of the content it came from.

A batch is packing, never identity: the same keys give the same rows however they were packed,
so a store can be pruned, compacted or thrown away without changing a fact.
"""

import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import polars as pl

from pipeline.identity import combined_id

KEY = "stage_key"
_INDEX = "_keys"
_SCHEMA = pl.Schema({KEY: pl.String(), "batch": pl.String(), "run_id": pl.String()})
_SMALL_BATCH = 5_000
"""Keys below which a batch is small."""
_MANY_BATCHES = 64
"""Small batches beyond which they are merged."""


class BatchStore:
    """Content-addressed batches of some tables below one folder.

    `tables` gives the polars schema of each table, without the key column.
    """

    def __init__(self, root: Path, tables: Mapping[str, pl.Schema]) -> None:
        self.root = root
        self.tables = {
            name: pl.Schema({KEY: pl.String(), **schema}) for name, schema in tables.items()
        }

    def index(self) -> pl.DataFrame:
        """Return the stored keys: columns stage_key (unique), batch, run_id."""
        frames = [
            pl.read_parquet(path).with_columns(batch=pl.lit(path.parent.name))
            for path in sorted(self.root.glob(f"*/{_INDEX}.parquet"))
        ]
        if not frames:
            return pl.DataFrame(schema=_SCHEMA)
        return (
            pl.concat(frame.select(_SCHEMA.names()) for frame in frames)
            .sort(KEY, "batch")
            .unique(KEY, keep="first", maintain_order=True)
        )

    def missing(self, keys: Iterable[str]) -> list[str]:
        """Return the keys that are not stored, in the order given, each once."""
        stored = set(self.index()[KEY])
        return [key for key in dict.fromkeys(keys) if key not in stored]

    def write(self, runs: Mapping[str, str], frames: Mapping[str, pl.DataFrame]) -> str:
        """Store the rows of some keys as one batch and return the batch's name.

        `runs` names, for each key of the batch, the run that did the work. A batch appears
        whole or not at all. Each frame has a column `stage_key`; a table left out has no rows.
        """
        batch = combined_id(runs)
        target = self.root / batch
        if target.exists():
            return batch
        self.root.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=".", dir=self.root))
        for name, schema in self.tables.items():
            frame = frames.get(name)
            if frame is None or frame.is_empty():
                frame = pl.DataFrame(schema=schema)
            frame.select(schema.names()).cast(schema).write_parquet(
                building / f"{name}.parquet", compression="zstd"
            )
        pl.DataFrame(
            sorted(runs.items()), schema={KEY: pl.String(), "run_id": pl.String()}, orient="row"
        ).write_parquet(building / f"{_INDEX}.parquet")
        try:
            building.rename(target)
        except OSError:
            # Another worker stored the same batch in the meantime: its rows are the same.
            if not target.exists():
                raise
            shutil.rmtree(building)
        return batch

    def scan(self, table: str, keys: Iterable[str]) -> pl.LazyFrame:
        """Return the stored rows of `table` under the keys, in no particular order."""
        schema = self.tables[table]
        index = self.index()
        wanted = pl.DataFrame({KEY: list(dict.fromkeys(keys))}, schema={KEY: pl.String()})
        held = index.join(wanted, on=KEY, how="semi")
        batches = held["batch"].unique().sort()
        if batches.is_empty():
            return pl.LazyFrame(schema=schema)
        paths = [self.root / batch / f"{table}.parquet" for batch in batches]
        where = held.select(
            KEY,
            _path=pl.lit(f"{self.root}/") + pl.col("batch") + pl.lit(f"/{table}.parquet"),
        )
        return (
            pl.scan_parquet(paths, include_file_paths="_path", glob=False)
            .join(where.lazy(), on=[KEY, "_path"], how="semi")
            .select(schema.names())
        )

    def parts(self, table: str, keys: Iterable[str], *, most: int) -> Iterator[pl.DataFrame]:
        """Yield the stored rows of `table` under the keys, in frames of at least one batch each.

        A frame takes in further batches while it holds the rows of fewer than `most` keys.
        """
        index = self.index()
        wanted = pl.DataFrame({KEY: list(dict.fromkeys(keys))}, schema={KEY: pl.String()})
        held = index.join(wanted, on=KEY, how="semi").sort("batch", KEY)
        chunk: list[str] = []
        for _, batch in held.group_by("batch", maintain_order=True):
            chunk += batch[KEY].to_list()
            if len(chunk) >= most:
                yield self.scan(table, chunk).collect()
                chunk = []
        if chunk:
            yield self.scan(table, chunk).collect()

    def keep_only(self, keys: Collection[str]) -> int:
        """Remove every key that is not in `keys` and return how many were removed."""
        index = self.index()
        kept = pl.DataFrame({KEY: sorted(keys)}, schema={KEY: pl.String()})
        going = index.join(kept, on=KEY, how="anti")
        for batch in going["batch"].unique().sort():
            staying = index.filter(pl.col("batch") == batch).join(kept, on=KEY, how="semi")
            self._repack([batch], staying)
        self._sweep()
        return going.height

    def tidy(self, keys: Collection[str]) -> None:
        """Merge small batches that have piled up; drop rows beyond `keys` once they outweigh them.

        Rows of a key that is not needed now cost only their room, and may be needed again.
        """
        index = self.index()
        if index.height > 2 * len(keys):
            self.keep_only(keys)
            index = self.index()
        small = index.filter(pl.len().over("batch") < _SMALL_BATCH)
        batches = small["batch"].unique().sort().to_list()
        if len(batches) > _MANY_BATCHES:
            self._repack(batches, small)
        self._sweep()

    def _repack(self, batches: list[str], staying: pl.DataFrame) -> None:
        """Put the rows of the keys in `staying` (a part of the index) in place of the batches."""
        runs = dict(staying.select(KEY, "run_id").iter_rows())
        stays = None
        if runs:
            stays = self.write(
                runs, {name: self.scan(name, runs).collect() for name in self.tables}
            )
        for batch in batches:
            if batch != stays:
                shutil.rmtree(self.root / batch)

    def _sweep(self) -> None:
        """Remove what a killed run left half-written, and batches no key leads to."""
        if not self.root.exists():
            return
        for leftover in self.root.glob(".*"):
            shutil.rmtree(leftover, ignore_errors=True)
        held = set(self.index()["batch"])
        for batch in self.root.iterdir():
            if batch.name not in held:
                shutil.rmtree(batch)
