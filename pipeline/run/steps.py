"""The steps of a run, in the order in which data flows."""

import shutil
from collections.abc import Iterable, Iterator

import polars as pl

from pipeline.link.claims.scratch import slices
from pipeline.link.entities import link_entities, load_overrides
from pipeline.link.repeated_lines import with_boilerplate
from pipeline.run.cross_source import boilerplate, claims, text_reuse
from pipeline.run.days import calendar
from pipeline.run.links import mention_entities, with_entity, with_speaker
from pipeline.run.outcome import DiskFull, StepReport
from pipeline.run.publish import publish
from pipeline.run.records import RECORDS, write_rejects
from pipeline.run.staging import (
    stage_facts,
    stage_sources,
    staged_facts,
    staged_sources,
)
from pipeline.run.step import Step
from pipeline.run.tables import drop_dead_references, write_table
from pipeline.run.workspace import Workspace
from schemas.contract import staged_schema
from schemas.registry import TABLES

_ROWS_AT_ONCE = 100_000


def take_inventory(workspace: Workspace) -> StepReport:
    """Look at what lies in raw/, and clear the ground if there is anything new."""
    counts = {
        "files": len(workspace.inventory.entries),
        "bytes": sum(entry.size_bytes for entry in workspace.inventory.entries),
        "refused": len(workspace.inventory.rejects),
    }
    if not workspace.is_idle:
        free = shutil.disk_usage(workspace.root).free
        # Staged rows, the next generation and its Parquet come to about ten times the texts.
        wanted = workspace.settings.free_disk_bytes + 10 * counts["bytes"]
        if free < wanted:
            raise DiskFull(
                f"{workspace.root}: {free:,} bytes are free and a build may need {wanted:,}: "
                "make room, or lower free_disk_bytes"
            )
        shutil.rmtree(workspace.next, ignore_errors=True)
        workspace.next.mkdir(parents=True)
    return StepReport("inventory", workspace.is_idle, counts=counts)


def read_sources(workspace: Workspace) -> StepReport:
    """Read what is new, and write the sources and documents of the next generation."""
    new = stage_sources(workspace)
    workspace.is_incomplete = bool(workspace.passing)
    return _written(
        workspace,
        "sources",
        {name: staged_sources(workspace, name) for name in ("dim_source", "dim_document")},
        counts={"new_files": new},
    )


def extract_documents(workspace: Workspace) -> StepReport:
    """Clean, analyse and extract what is new, and write the lines and sentences."""
    total, failed = stage_facts(workspace)
    if failed:
        workspace.is_incomplete = True
        write_rejects(
            workspace,
            "extraction",
            [
                {
                    "stage": "extract",
                    "table_name": "dim_paragraph",
                    "check_name": "worker",
                    "reason_code": "worker_lost",
                    "document_id": document,
                    "source_id": source,
                    "message": f"document {document}: not extracted in this run, the next tries "
                    f"again: {batch.failure[-300:]}",
                }
                for batch in failed
                for document, source in batch.documents
            ],
        )
    standing = boilerplate(workspace)
    return _written(
        workspace,
        "extraction",
        {
            "dim_segment": staged_facts(workspace, "dim_segment"),
            "dim_paragraph": (
                with_boilerplate(part, standing)
                for part in staged_facts(workspace, "dim_paragraph")
            ),
            "dim_sentence": staged_facts(workspace, "dim_sentence"),
        },
        counts={
            "new_documents": total.documents,
            "new_paragraphs": total.paragraphs,
            "new_words": total.words,
            "analysed_paragraphs": total.analysed,
            "failed_documents": sum(len(batch.documents) for batch in failed),
        },
    )


def link_all_entities(workspace: Workspace) -> StepReport:
    """Find who is who across documents, and write entities, their names and their mentions."""
    overrides, problems = load_overrides(workspace.overrides_path)
    write_rejects(
        workspace,
        "entities",
        [
            {
                "stage": "link",
                "table_name": "dim_entity",
                "check_name": "entities.yaml",
                "reason_code": "override_invalid",
                "source_path": workspace.overrides_path.name,
                "message": problem,
            }
            for problem in problems
        ],
    )
    mentions = _gathered(workspace, "fct_entity_mention")
    documents = workspace.scan("dim_document").select("document_id", "source_id").collect()
    linked = link_entities(mentions, documents, overrides)

    def facts() -> Iterator[pl.DataFrame]:
        for part in staged_facts(workspace, "fct_entity_mention"):
            yield part.join(linked.document_entities, on="document_entity_id", how="left")

    return _written(
        workspace,
        "entities",
        {
            "dim_entity": [linked.dim_entity],
            "bridge_entity_alias": [linked.bridge_entity_alias],
            "fct_entity_mention": facts(),
            "meta_entity_review": [linked.review],
        },
    )


def write_dates(workspace: Workspace) -> StepReport:
    """Write the date mentions and the calendar they fall in."""
    report = _written(
        workspace,
        "dates",
        {"fct_date_mention": staged_facts(workspace, "fct_date_mention")},
    )
    days = _written(workspace, "dates", {"dim_date": [calendar(workspace)]})
    return StepReport("dates", tables=report.tables + days.tables)


def write_figures(workspace: Workspace) -> StepReport:
    """Write the figures, each with its speaker, and the entities they are tied to."""
    mentions = mention_entities(workspace)
    return _written(
        workspace,
        "figures",
        {
            "fct_figure": (
                with_speaker(part, mentions) for part in staged_facts(workspace, "fct_figure")
            ),
            "bridge_figure_entity": (
                with_entity(part, mentions)
                for part in staged_facts(workspace, "bridge_figure_entity")
            ),
        },
    )


def write_quotes(workspace: Workspace) -> StepReport:
    """Write the quotes, each with its speaker, and the entities they are tied to."""
    mentions = mention_entities(workspace)
    return _written(
        workspace,
        "quotes",
        {
            "fct_quote": (
                with_speaker(part, mentions) for part in staged_facts(workspace, "fct_quote")
            ),
            "bridge_quote_entity": (
                with_entity(part, mentions)
                for part in staged_facts(workspace, "bridge_quote_entity")
            ),
        },
    )


def compare_wording(workspace: Workspace) -> StepReport:
    """Find which paragraphs share wording."""
    return _written(workspace, "reuse", {"fct_text_reuse": [text_reuse(workspace)]})


def compare_claims(workspace: Workspace) -> StepReport:
    """Find what several mentions say of one thing, who agrees, and who does not."""
    with claims(workspace) as found:
        return _written(
            workspace,
            "claims",
            {
                "dim_claim": slices(found.dim_claim, _ROWS_AT_ONCE),
                "bridge_claim_figure": slices(found.bridge_claim_figure, _ROWS_AT_ONCE),
                "bridge_claim_date": slices(found.bridge_claim_date, _ROWS_AT_ONCE),
                "fct_contradiction": slices(found.fct_contradiction, _ROWS_AT_ONCE),
            },
        )


def write_records(workspace: Workspace) -> StepReport:
    """Write what the runs did, refused and changed."""
    drop_dead_references(workspace)
    return _written(
        workspace, "records", {name: record(workspace) for name, record in RECORDS.items()}
    )


def _written(
    workspace: Workspace,
    step: str,
    tables: dict[str, Iterable[pl.DataFrame]],
    *,
    counts: dict[str, int] | None = None,
) -> StepReport:
    reports = [write_table(workspace, TABLES[name], frames) for name, frames in tables.items()]
    return StepReport(step, tables=tuple(reports), counts=counts or {})


def _gathered(workspace: Workspace, table: str) -> pl.LazyFrame:
    frames = list(staged_facts(workspace, table))
    return pl.concat(frames).lazy() if frames else pl.LazyFrame(schema=staged_schema(TABLES[table]))


STEPS: tuple[Step, ...] = (
    Step("inventory", "What lies in raw/, by content.", take_inventory),
    Step(
        "sources",
        "Files read, decoded and dated.",
        read_sources,
        ("dim_source", "dim_document"),
        ("inventory",),
    ),
    Step(
        "extraction",
        "Lines and sentences cut, analysed, and read for facts.",
        extract_documents,
        ("dim_segment", "dim_paragraph", "dim_sentence"),
        ("sources",),
    ),
    Step(
        "entities",
        "Who is who across documents.",
        link_all_entities,
        ("dim_entity", "bridge_entity_alias", "fct_entity_mention", "meta_entity_review"),
        ("extraction",),
    ),
    Step(
        "dates",
        "Expressions of time, and the calendar they fall in.",
        write_dates,
        ("fct_date_mention", "dim_date"),
        ("extraction",),
    ),
    Step(
        "figures",
        "Numbers a reader would quote.",
        write_figures,
        ("fct_figure", "bridge_figure_entity"),
        ("entities", "dates"),
    ),
    Step(
        "quotes",
        "Who said what.",
        write_quotes,
        ("fct_quote", "bridge_quote_entity"),
        ("entities",),
    ),
    Step(
        "reuse",
        "Which paragraphs share wording.",
        compare_wording,
        ("fct_text_reuse",),
        ("extraction",),
    ),
    Step(
        "claims",
        "What several mentions say of one thing: who agrees, who does not.",
        compare_claims,
        ("dim_claim", "bridge_claim_figure", "bridge_claim_date", "fct_contradiction"),
        ("figures", "quotes", "reuse"),
    ),
    Step(
        "records",
        "What the runs did, refused and changed.",
        write_records,
        tuple(RECORDS),
        ("claims",),
    ),
    Step(
        "publish",
        "The DuckDB warehouse, built beside the current one, checked and flipped in.",
        publish,
        (),
        ("records",),
    ),
)


def run_all(workspace: Workspace) -> list[StepReport]:
    """Run every step in order, without Dagster, and return what each reported.

    Raises:
        CheckFailed: a check stopped the publish.
    """
    for step in STEPS:
        run_step(step, workspace)
    return workspace.reports


def run_step(step: Step, workspace: Workspace) -> StepReport:
    """Run one step and keep its report in the workspace.

    Once the inventory has found that nothing is new, every step after it is idle.
    """
    if step.needs and workspace.is_idle:
        report = StepReport(step.name, is_idle=True)
    else:
        report = step.function(workspace)
    workspace.reports.append(report)
    return report
