"""What only the comparison of sources can say: reuse, claims, contradictions."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import polars as pl

from pipeline.link.claims import COLUMNS, ClaimFrames, find_claims
from pipeline.link.repeated_lines import find_boilerplate, lines_of
from pipeline.link.reuse import find_reuse
from pipeline.run.staging import staged_facts
from pipeline.run.workspace import Workspace
from pipeline.wording import breaks_as_spaces, one_line
from schemas.contract import staged_schema
from schemas.text import DIM_PARAGRAPH

_WORDS = pl.col("^(?:surface|speaker_surface)$")
_SENTENCE = pl.col("^text$")


def boilerplate(workspace: Workspace) -> pl.DataFrame:
    """Return which staged paragraphs are standing lines, and by which rule."""
    none = lines_of(pl.DataFrame(schema=staged_schema(DIM_PARAGRAPH)))
    lines = [none, *map(lines_of, staged_facts(workspace, "dim_paragraph"))]
    documents = workspace.scan("dim_document").select("document_id", "publisher_name").collect()
    return find_boilerplate(pl.concat(lines), documents)


def text_reuse(workspace: Workspace) -> pl.DataFrame:
    """Return fct_text_reuse over the used paragraphs of the next generation."""
    paragraphs = workspace.scan("dim_paragraph").filter("is_used", ~pl.col("is_boilerplate"))
    return find_reuse(paragraphs.collect())


@contextmanager
def claims(workspace: Workspace) -> Iterator[ClaimFrames]:
    """Give claims and contradictions over the facts of the next generation, while they are used."""

    def table(name: str) -> pl.LazyFrame:
        # Claims look for words that stand side by side, whatever parts them; in sentences they
        # look where a fact stands.
        return workspace.scan(name).with_columns(one_line(_WORDS), breaks_as_spaces(_SENTENCE))

    def known(name: str) -> pl.LazyFrame:
        return table(name).select(COLUMNS[name])

    scratch = workspace.next / "_claims"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    try:
        yield find_claims(
            scratch,
            figures=known("fct_figure"),
            figure_entities=known("bridge_figure_entity"),
            dates=known("fct_date_mention"),
            sentences=table("dim_sentence").filter("is_used").select(COLUMNS["dim_sentence"]),
            documents=known("dim_document"),
            paragraphs=known("dim_paragraph"),
            segments=known("dim_segment"),
            sources=known("dim_source"),
            reuse=known("fct_text_reuse"),
            mentions=known("fct_entity_mention"),
            quotes=known("fct_quote"),
        )
    finally:
        shutil.rmtree(scratch)
