"""Records: what runs did, what was refused, what rests on what, and what a new text changed."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from pipeline.run.staging import (
    INPUT_REJECT,
    INPUT_REJECT_SCHEMA,
    extraction_keys,
    read_keys,
    read_store,
    reject_row,
    staged_facts,
    staged_sources,
)
from pipeline.run.stores import PASSED_OVER, extraction_store
from pipeline.run.tables import refused_rows
from pipeline.run.workspace import Workspace, step_records
from pipeline.store import KEY, BatchStore
from pipeline.warehouse.generations import next_generation
from schemas.contract import key_of, linked_columns, polars_schema
from schemas.ddl import column_rows
from schemas.meta import META_COLUMN, META_LINEAGE, META_REJECT, META_RELINK, META_RUN
from schemas.registry import MARTS, TABLES

_REJECTS = "_rejects"
_TABLE_OF = {
    "entities": "fct_entity_mention",
    "dates": "fct_date_mention",
    "figures": "fct_figure",
    "quotes": "fct_quote",
}


def write_rejects(workspace: Workspace, step: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep a step's own rejects until the records are written; columns as in meta_reject."""
    folder = workspace.next / _REJECTS
    folder.mkdir(parents=True, exist_ok=True)
    pl.DataFrame(rows, schema=polars_schema(META_REJECT)).write_parquet(folder / f"{step}.parquet")


def runs(workspace: Workspace) -> Iterator[pl.DataFrame]:
    """Yield meta_run: every run so far; this one, which publishes, has not ended yet."""
    rows = []
    for path in sorted((workspace.root / "runs").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["run_id"] == workspace.run_id:
            # Its own record was written when it began; it is about to succeed, or this warehouse
            # will never be seen.
            record |= {
                "status": "succeeded",
                "generation": next_generation(workspace.root).name,
                "steps": step_records(workspace.reports),
            }
        tables = [counts for step in record["steps"].values() for counts in step["tables"].values()]
        rows.append(
            {
                "run_id": record["run_id"],
                "status_code": record["status"],
                "generation_id": record.get("generation"),
                "started_at": _utc(record["started_at"]),
                "ended_at": _utc(record["ended_at"]),
                "row_count": sum(rows for rows, _ in tables),
                "refused_count": sum(refused for _, refused in tables),
                "steps_json": json.dumps(record["steps"], sort_keys=True),
                "message": record["message"],
            }
        )
    yield pl.DataFrame(rows, schema=polars_schema(META_RUN))


def _utc(written: str | None) -> dt.datetime | None:
    if written is None:
        return None
    return dt.datetime.fromisoformat(written).astimezone(dt.UTC).replace(tzinfo=None)


def rejects(workspace: Workspace) -> Iterator[pl.DataFrame]:
    """Yield meta_reject: what the input, the extractors, the contracts and the links refused."""
    paths = workspace.scan("dim_source").select("source_id", path="source_path").collect()
    for part in _rejects(workspace):
        yield part.join(paths, on="source_id", how="left", maintain_order="left").select(
            pl.coalesce("source_path", "path").alias(name) if name == "source_path" else name
            for name in part.columns
        )


def _rejects(workspace: Workspace) -> Iterator[pl.DataFrame]:
    yield _completed(
        pl.DataFrame(
            [reject_row(one, None) for one in workspace.inventory.rejects],
            schema=INPUT_REJECT_SCHEMA,
        ).pipe(_input_rejects)
    )
    for part in staged_sources(workspace, INPUT_REJECT):
        yield _completed(_input_rejects(part))
    for part in staged_facts(workspace, PASSED_OVER):
        yield _completed(_passed_over(part))
    yield _completed(_contract_rejects(refused_rows(workspace)))
    for path in sorted((workspace.next / _REJECTS).glob("*.parquet")):
        yield pl.read_parquet(path).select(polars_schema(META_REJECT).names())


def _input_rejects(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(
        table_name=pl.lit("dim_document"),
        check_name=pl.col("reason_code"),
        surface=pl.col("value"),
        # A place without an extent: where the trouble begins.
        char_start=pl.lit(None),
    )


def _passed_over(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(
        stage=pl.lit("extract"),
        table_name=pl.col("stage").replace_strict(_TABLE_OF, default="dim_sentence"),
        check_name=pl.col("rule_id"),
        message=pl.when(pl.col("detail") == "")
        .then(pl.format("{}: no fact, by rule {}", "reason_code", "rule_id"))
        .otherwise("detail"),
    )


def _contract_rejects(frame: pl.DataFrame) -> pl.DataFrame:
    orphaned = pl.col("check_name") == "parent_rejected"
    return frame.with_columns(
        stage=pl.lit("check"),
        reason_code=pl.when(orphaned)
        .then(pl.lit("parent_rejected"))
        .otherwise(pl.lit("contract_failed")),
        surface=pl.col("value"),
        message=pl.format(
            "row {} of {} was left out: {} is broken by {}; this is a fault of the program, "
            "please report it",
            pl.col("row_id").fill_null("?"),
            "table_name",
            "check_name",
            pl.col("value").fill_null("null"),
        ),
    )


def _completed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with meta_reject's columns and no others; missing ones are null."""
    schema = polars_schema(META_REJECT)
    return frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in schema.items()
    )


def lineage(workspace: Workspace) -> Iterator[pl.DataFrame]:
    """Yield meta_lineage: for each document its bytes, its keys and the runs that did the work."""
    sources = workspace.scan("dim_source").select("source_id", "source_path", "sha256").collect()
    documents = workspace.scan("dim_document").select("document_id", "source_id").collect()
    yield (
        documents.join(sources, on="source_id", how="left")
        .rename({"sha256": "source_sha256"})
        .join(_keys("source_path", "read_key", read_keys(workspace)), on="source_path", how="left")
        .join(
            _keys("document_id", "extraction_key", extraction_keys(workspace)),
            on="document_id",
            how="left",
        )
        .join(_run_of(read_store(workspace.root), "read"), on="read_key", how="left")
        .join(
            _run_of(extraction_store(workspace.root), "extraction"),
            on="extraction_key",
            how="left",
        )
        # What could not be staged was done by this very run.
        .with_columns(
            pl.col("read_run_id", "extraction_run_id").fill_null(workspace.run_id),
        )
        .select(polars_schema(META_LINEAGE).names())
    )


def _keys(name: str, key: str, keys: Mapping[str, str]) -> pl.DataFrame:
    return pl.DataFrame(
        {name: list(keys), key: list(keys.values())}, schema={name: pl.String(), key: pl.String()}
    )


def _run_of(store: BatchStore, work: str) -> pl.DataFrame:
    return store.index().select(
        pl.col(KEY).alias(f"{work}_key"), pl.col("run_id").alias(f"{work}_run_id")
    )


def relinks(workspace: Workspace) -> Iterator[pl.DataFrame]:
    """Yield meta_relink: linked values that differ from the generation published before."""
    published = workspace.current
    empty = pl.DataFrame(schema=polars_schema(META_RELINK))
    yield empty
    for name, table in TABLES.items():
        key, columns = key_of(table), linked_columns(table)
        if published is None or key is None or not columns:
            continue
        before = published / "parquet" / name / "part-*.parquet"
        old = pl.scan_parquet(before)
        if not {key, *columns} <= set(old.collect_schema().names()):
            continue
        both = (
            workspace.scan(name)
            .select(key, *columns)
            .join(old.select(key, *columns), on=key, how="inner", suffix="_before")
        )
        for column in columns:
            yield (
                both.filter(pl.col(column).ne_missing(pl.col(f"{column}_before")))
                .select(
                    table_name=pl.lit(name),
                    row_id=pl.col(key),
                    column_name=pl.lit(column),
                    old_value=pl.col(f"{column}_before").cast(pl.String),
                    new_value=pl.col(column).cast(pl.String),
                )
                .collect()
            )


def columns(_: Workspace) -> Iterator[pl.DataFrame]:
    """Yield meta_column: one row per column of every table and mart."""
    rows = column_rows([*TABLES.values(), *MARTS.values()])
    yield pl.DataFrame(rows, schema=polars_schema(META_COLUMN))


RECORDS: dict[str, Callable[[Workspace], Iterable[pl.DataFrame]]] = {
    "meta_run": runs,
    "meta_reject": rejects,
    "meta_lineage": lineage,
    "meta_relink": relinks,
    "meta_column": columns,
}
