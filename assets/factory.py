"""One Dagster asset per published table, one multi-asset per step of a run."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import dagster as dg
import pandera.polars as pa
import polars as pl

from assets.display import shorten
from assets.resources import WORKSPACE, HeldWorkspace
from pipeline.code import code_digest
from pipeline.identity import content_id
from pipeline.run.outcome import StepReport
from pipeline.run.step import Step
from pipeline.run.steps import STEPS
from pipeline.run.workspace import Workspace
from schemas.ddl import column_rows
from schemas.registry import TABLES

OWNERS = ["team:newsledger"]
FRESH = dg.FreshnessPolicy.time_window(
    fail_window=dt.timedelta(hours=36), warn_window=dt.timedelta(hours=26)
)
"""The schedule runs daily: facts older than a day and a half were not kept up to date."""

_SAMPLE_ROWS = 5
_SAMPLE_LENGTH = 120
STEP: dict[str, Step] = {step.name: step for step in STEPS}
"""Step by name."""


def step_assets(
    name: str,
    *,
    group: str,
    reads: Mapping[str, Sequence[str]],
    kinds: set[str],
    freshness: dg.FreshnessPolicy | None = None,
    retry_policy: dg.RetryPolicy | None = None,
) -> dg.AssetsDefinition:
    """Return the assets of the tables that the step `name` writes.

    `reads` gives for each of them the assets that it is made from.
    """
    step = STEP[name]
    specs = [
        table_spec(TABLES[table], deps=reads[table], group=group, kinds=kinds, freshness=freshness)
        for table in step.tables
    ]

    @dg.multi_asset(
        name=name,
        description=step.description,
        specs=specs,
        required_resource_keys={WORKSPACE},
        retry_policy=retry_policy,
    )
    def run(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[Any]]:
        workspace, _ = run_step_in(context, step)
        for table in step.tables:
            yield dg.MaterializeResult(
                asset_key=table,
                metadata=table_metadata(workspace, table),
                data_version=data_version(workspace, table),
            )

    return run


def table_spec(
    table: pa.DataFrameSchema,
    *,
    deps: Sequence[str],
    group: str,
    kinds: set[str],
    freshness: dg.FreshnessPolicy | None = None,
) -> dg.AssetSpec:
    """Return the asset of one table: everything but `deps` comes from its contract."""
    return dg.AssetSpec(
        str(table.name),
        deps=deps,
        description=table.description,
        group_name=group,
        owners=OWNERS,
        kinds=kinds,
        freshness_policy=freshness,
        code_version=code_digest(),
        metadata={
            "dagster/column_schema": column_schema(table),
            "dagster/table_name": f"newsledger.main.{table.name}",
        },
    )


def column_schema(table: pa.DataFrameSchema) -> dg.TableSchema:
    """Return the contract's columns as Dagster shows them."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                row["column_name"],
                type=row["type_name"],
                description=row["description"],
                constraints=dg.TableColumnConstraints(
                    nullable=row["is_nullable"],
                    unique=row["is_key"],
                    other=[
                        *([f"key of {row['reference_table']}"] if row["reference_table"] else []),
                        *([f"one of: {row['codes']}"] if row["codes"] else []),
                        *([f"unit: {row['unit_name']}"] if row["unit_name"] else []),
                    ],
                ),
            )
            for row in column_rows([table])
        ]
    )


def run_step_in(context: dg.AssetExecutionContext, step: Step) -> tuple[Workspace, StepReport]:
    """Run the step in the run's workspace, and return that and the step's report.

    Raises:
        dagster.Failure: another try would fail as this one did.
    """
    held: HeldWorkspace = getattr(context.resources, WORKSPACE)
    try:
        report = held.run(step)
    except (OSError, MemoryError):
        # The machine was at fault: where the step has a retry policy, another try may help.
        raise
    except (KeyboardInterrupt, dg.DagsterExecutionInterruptedError) as interrupt:
        # Whoever stops a run does not want it to try again.
        raise dg.Failure("interrupted", allow_retries=False) from interrupt
    except Exception as error:
        raise dg.Failure(str(error), allow_retries=False) from error
    for counted, number in report.counts.items():
        context.log.info("%s: %d", counted, number)
    return held.workspace, report


def table_metadata(workspace: Workspace, table: str) -> dict[str, dg.MetadataValue[Any]]:
    """Return how many rows the table holds, and a few of them with their text made safe."""
    if not workspace.has(table):
        return {}
    rows = workspace.scan(table)
    count = rows.select(pl.len()).collect().item()
    return {
        "dagster/row_count": dg.MetadataValue.int(count),
        "sample": safe_table(rows.head(_SAMPLE_ROWS).collect()),
    }


def safe_table(frame: pl.DataFrame) -> dg.TableMetadataValue:
    """Return the rows as plain text for the UI, each value short and without hidden characters."""
    return dg.MetadataValue.table(
        records=[
            dg.TableRecord(
                {
                    name: value
                    if isinstance(value, bool | int | float)
                    else shorten("" if value is None else str(value), _SAMPLE_LENGTH)
                    for name, value in row.items()
                }
            )
            for row in frame.iter_rows(named=True)
        ],
        schema=dg.TableSchema([dg.TableColumn(name) for name in frame.columns]),
    )


def data_version(workspace: Workspace, name: str) -> dg.DataVersion:
    """Return the version of an asset's content: the same while nothing new has come in."""
    return dg.DataVersion(content_id(name, workspace.fingerprint))
