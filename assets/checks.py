"""Checks: one per contract, made by a factory. They read what was written, not what was meant."""

from collections.abc import Iterator

import dagster as dg
import pandera.errors
import pandera.polars as pa
import polars as pl

from assets.factory import safe_table
from assets.resources import WORKSPACE, HeldWorkspace
from pipeline.run.outcome import CheckFailed
from pipeline.run.step import Step
from pipeline.run.steps import STEPS
from pipeline.run.workspace import Workspace
from schemas.registry import TABLES

CONTRACT = "contract"
_SHOWN = 20
_CASE = pl.Schema(
    {"column": pl.String(), "check": pl.String(), "failure_case": pl.String(), "row": pl.Int64()}
)


def contract_checks(step: Step) -> dg.AssetChecksDefinition:
    """Return, for each table the step writes, the check that its rows are as its contract says.

    A failing check stops the run before the publish. Rows that a contract refused while they
    were written are in meta_reject by then; what this finds, nobody caught.
    """

    @dg.multi_asset_check(
        name=f"{step.name}_{CONTRACT}",
        specs=[
            dg.AssetCheckSpec(
                CONTRACT,
                asset=name,
                description=f"Every row of {name} is as its contract says.",
                blocking=True,
            )
            for name in step.tables
        ],
        required_resource_keys={WORKSPACE},
    )
    def check(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        held: HeldWorkspace = getattr(context.resources, WORKSPACE)
        for name in step.tables:
            yield check_table(held, name)

    return check


def check_table(held: HeldWorkspace, name: str) -> dg.AssetCheckResult:
    """Return how the rows written in this run stand against the table's contract."""
    failed = failing_rows(held.workspace, TABLES[name])
    if failed.is_empty():
        return dg.AssetCheckResult(asset_key=name, check_name=CONTRACT, passed=True)
    message = describe(name, failed)
    held.failures[f"{name}.{CONTRACT}"] = CheckFailed(message)
    return dg.AssetCheckResult(
        asset_key=name,
        check_name=CONTRACT,
        passed=False,
        description=message,
        metadata={
            "failing_values": failed.height,
            "first_of_them": safe_table(failed.head(_SHOWN)),
        },
    )


def failing_rows(workspace: Workspace, table: pa.DataFrameSchema) -> pl.DataFrame:
    """Return what fails the contract among the rows written in this run: none, when idle.

    Columns: column, check, failure_case (the value as text), row (its place in the table).
    """
    cases = [pl.DataFrame(schema=_CASE)]
    before = 0
    for part in sorted((workspace.next / str(table.name)).glob("part-*.parquet")):
        frame = pl.read_parquet(part)
        try:
            table.validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            cases.append(
                errors.failure_cases.select(
                    pl.col("column").cast(pl.String),
                    pl.col("check").cast(pl.String),
                    pl.col("failure_case").cast(pl.String),
                    row=pl.col("index").cast(pl.Int64) + before,
                )
            )
        before += frame.height
    return pl.concat(cases)


def describe(table: str, failed: pl.DataFrame) -> str:
    """Return in a few lines which columns of the table fail, and how often."""
    counted = failed.group_by("column", "check", maintain_order=True).agg(
        pl.len().alias("count"), pl.col("row").first()
    )
    return "\n".join(
        f"{table}.{one['column']}: {one['check']} is broken by {one['count']} value(s), the first "
        f"in row {one['row']}"
        for one in counted.iter_rows(named=True)
    )


CHECKS = [contract_checks(step) for step in STEPS if step.tables]
