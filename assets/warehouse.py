"""The warehouse: one DuckDB file per generation, built beside the current one and flipped in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg

from assets.factory import OWNERS, STEP, column_schema, data_version, run_step_in
from assets.resources import WORKSPACE
from pipeline.code import code_digest
from pipeline.run.outcome import CheckFailed
from pipeline.run.publish import MART_FOLDER
from pipeline.run.workspace import current_database
from pipeline.warehouse.checks import CheckKind
from pipeline.warehouse.database import opening_comment
from schemas.registry import MARTS

GROUP = "6_warehouse"

_CHECKS = {
    CheckKind.KEYS: "Every key is unique.",
    CheckKind.REFERENCES: "Every reference leads to a row.",
    CheckKind.SPANS: "Every text is the slice of its span.",
    CheckKind.BALANCE: "Every number and every quotation mark in used text is accounted for.",
}


def _mart_spec(path: Path) -> dg.AssetSpec:
    """Return the asset of one view: ours have a contract, a user's own an opening comment."""
    contract = MARTS.get(path.stem)
    if contract is None:
        description = opening_comment(path.read_text(encoding="utf-8"))
        columns = {}
    else:
        description = contract.description or ""
        columns = {"dagster/column_schema": column_schema(contract)}
    return dg.AssetSpec(
        path.stem,
        deps=["warehouse"],
        description=description,
        group_name=GROUP,
        owners=OWNERS,
        kinds={"duckdb", "sql"},
        metadata={"dagster/table_name": f"newsledger.main.{path.stem}", **columns},
    )


_MART_SPECS = [_mart_spec(path) for path in sorted(MART_FOLDER.glob("mart_*.sql"))]


@dg.multi_asset(
    name="publish",
    description=STEP["publish"].description,
    specs=[
        dg.AssetSpec(
            "warehouse",
            deps=["meta_run", "meta_reject", "meta_lineage", "meta_relink", "meta_column"],
            description="The published DuckDB file with every table, its comments and views. "
            "Readers see the last good one, whole, always.",
            group_name=GROUP,
            owners=OWNERS,
            kinds={"duckdb"},
            code_version=code_digest(),
        ),
        *_MART_SPECS,
    ],
    check_specs=[
        dg.AssetCheckSpec(kind.value, asset="warehouse", description=says, blocking=True)
        for kind, says in _CHECKS.items()
    ],
    required_resource_keys={WORKSPACE},
)
def publish(
    context: dg.AssetExecutionContext,
) -> Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]:
    """Build, check and flip in the next generation, or leave the current one standing."""
    try:
        workspace, report = run_step_in(context, STEP["publish"])
    except dg.Failure as failure:
        if isinstance(failure.__cause__, CheckFailed):
            yield from _results(failure.__cause__)
        raise
    yield from _results(None)
    database = current_database(workspace.root)
    if database is None:
        raise dg.DagsterInvariantViolationError("published, and yet there is no database")
    for name in ("warehouse", *(spec.key.to_user_string() for spec in _MART_SPECS)):
        yield dg.MaterializeResult(
            asset_key=name,
            metadata={
                "database": dg.MetadataValue.path(database),
                "is_nothing_new": report.is_idle,
                "generation": database.parent.name,
            },
            data_version=data_version(workspace, name),
        )


def _results(failed: CheckFailed | None) -> Iterator[dg.AssetCheckResult]:
    """Yield how each check in SQL went; a failed one names rows."""
    breaches = [] if failed is None else failed.breaches
    for kind, says in _CHECKS.items():
        broken = [str(breach) for breach in breaches if breach.kind == kind]
        yield dg.AssetCheckResult(
            asset_key="warehouse",
            check_name=kind.value,
            passed=not broken,
            description="\n".join(broken) or says,
        )
