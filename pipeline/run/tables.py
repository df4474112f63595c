"""Tables written for the next generation: checked against their contracts row by row.

A row that its contract refuses, or whose parent was refused, is kept beside as a reject with
table, check and value; the rest is written. Nothing here knows what a table means.
"""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandera.errors
import pandera.polars as pa
import polars as pl

from pipeline.run.outcome import TableReport
from pipeline.run.workspace import Workspace
from schemas.contract import key_of, polars_schema, references_of
from schemas.registry import TABLES

REFUSED_SCHEMA = pl.Schema(
    {
        "table_name": pl.String(),
        "row_id": pl.String(),
        "check_name": pl.String(),
        "value": pl.String(),
        "document_id": pl.String(),
        "paragraph_id": pl.String(),
        "sentence_id": pl.String(),
        "source_id": pl.String(),
        "char_start": pl.Int64(),
        "char_end": pl.Int64(),
    }
)
_PLACE = ("document_id", "paragraph_id", "sentence_id", "source_id", "char_start", "char_end")
"""Where a refused row stood, as far as its table says."""
_REFUSED = "_refused"
_ROW = "_row"


def write_table(
    workspace: Workspace, table: pa.DataFrameSchema, frames: Iterable[pl.DataFrame]
) -> TableReport:
    """Write the frames as the parts of one table and return how many rows it holds.

    Each frame has the contract's columns, in any order. Frames bound the memory used; how the
    rows are cut into frames never shows in the table.
    """
    name = str(table.name)
    folder = workspace.next / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    orphans = {
        column: lost
        for column, parent in references_of(table).items()
        if not table.columns[column].nullable and (lost := _refused_ids(workspace.next, parent))
    }
    rows = 0
    refusals: list[pl.DataFrame] = []
    part = -1
    for part, frame in enumerate(frames):
        good, refused = _sift(table, frame.select(list(table.columns)), orphans)
        good.write_parquet(folder / f"part-{part:05d}.parquet", compression="zstd")
        rows += good.height
        if refused.height:
            refusals.append(refused)
    if part < 0:
        pl.DataFrame(schema=polars_schema(table)).write_parquet(folder / "part-00000.parquet")
    held = pl.concat(refusals) if refusals else pl.DataFrame(schema=REFUSED_SCHEMA)
    refused_folder = workspace.next / _REFUSED
    refused_folder.mkdir(exist_ok=True)
    held.write_parquet(refused_folder / f"{name}.parquet")
    return TableReport(name, rows, held.height)


def refused_rows(workspace: Workspace) -> pl.DataFrame:
    """Return every row that a contract refused: the columns of REFUSED_SCHEMA."""
    paths = sorted((workspace.next / _REFUSED).glob("*.parquet"))
    frames = [pl.read_parquet(path) for path in paths]
    return pl.concat(frames) if frames else pl.DataFrame(schema=REFUSED_SCHEMA)


def drop_dead_references(workspace: Workspace) -> None:
    """Empty every nullable reference to a row that was refused, once all tables are written.

    A row that can do without the refused one stays; references lead both ways between some
    tables, so this cannot be done as each is written.
    """
    for name, table in TABLES.items():
        dead = {
            column: lost
            for column, parent in references_of(table).items()
            if table.columns[column].nullable and (lost := _refused_ids(workspace.next, parent))
        }
        for part in sorted((workspace.next / name).glob("part-*.parquet")) if dead else ():
            frame = pl.read_parquet(part)
            frame.with_columns(
                pl.when(pl.col(column).is_in(sorted(lost)))
                .then(None)
                .otherwise(column)
                .alias(column)
                for column, lost in dead.items()
            ).write_parquet(part, compression="zstd")


def _refused_ids(building: Path, table: str) -> set[str]:
    path = building / _REFUSED / f"{table}.parquet"
    return set(pl.read_parquet(path)["row_id"]) if path.exists() else set()


def _sift(
    table: pa.DataFrameSchema, frame: pl.DataFrame, orphans: dict[str, set[str]]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows that stand and, in REFUSED_SCHEMA, those that do not."""
    failures = [*_orphaned(frame, orphans), *_contract_failures(table, frame)]
    if not failures:
        return frame, pl.DataFrame(schema=REFUSED_SCHEMA)
    first = {row: (check, value) for row, check, value in reversed(failures)}
    numbered = frame.with_row_index(_ROW)
    key = key_of(table)
    columns = {
        "row_id": pl.col(key) if key else pl.lit(None, pl.String),
        **{name: pl.lit(None) for name in _PLACE if name not in frame.columns},
    }
    why = pl.DataFrame(
        [(row, check, value) for row, (check, value) in sorted(first.items())],
        schema={_ROW: pl.get_index_type(), "check_name": pl.String(), "value": pl.String()},
        orient="row",
    )
    refused = (
        numbered.join(why, on=_ROW, how="inner")
        .with_columns(table_name=pl.lit(str(table.name)), **columns)
        .select(REFUSED_SCHEMA.names())
        .cast(REFUSED_SCHEMA)
    )
    return numbered.join(why, on=_ROW, how="anti").drop(_ROW), refused


def _orphaned(
    frame: pl.DataFrame, orphans: dict[str, set[str]]
) -> Iterator[tuple[int, str, str | None]]:
    for column, refused in sorted(orphans.items()):
        lost = frame[column].is_in(sorted(refused)).arg_true()
        for row in lost.to_list():
            yield row, "parent_rejected", frame[column][row]


def _contract_failures(
    table: pa.DataFrameSchema, frame: pl.DataFrame
) -> Iterator[tuple[int, str, str | None]]:
    try:
        table.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        for case in errors.failure_cases.iter_rows(named=True):
            if case["index"] is None:
                # The frame itself is wrong (a missing column, a wrong type), not a row of it.
                raise
            value = case["failure_case"]
            yield (
                int(case["index"]),
                f"{case['column']}: {case['check']}",
                None if value is None else str(value)[:200],
            )
