"""What only the comparison of sources can say: reuse, claims, contradictions."""

import polars as pl

from pipeline.link.claims import ClaimFrames, find_claims
from pipeline.link.reuse import find_reuse
from pipeline.run.workspace import Workspace


def text_reuse(workspace: Workspace) -> pl.DataFrame:
    """Return fct_text_reuse over the used paragraphs of the next generation."""
    return find_reuse(workspace.scan("dim_paragraph").filter("is_used").collect())


def claims(workspace: Workspace) -> ClaimFrames:
    """Return claims and contradictions over the facts of the next generation."""
    return find_claims(
        figures=workspace.scan("fct_figure").collect(),
        figure_entities=workspace.scan("bridge_figure_entity").collect(),
        dates=workspace.scan("fct_date_mention").collect(),
        sentences=workspace.scan("dim_sentence").filter("is_used").collect(),
        documents=workspace.scan("dim_document").drop("text").collect(),
        sources=workspace.scan("dim_source").collect(),
        reuse=workspace.scan("fct_text_reuse").collect(),
        quotes=workspace.scan("fct_quote").collect(),
        mentions=workspace.scan("fct_entity_mention").collect(),
    )
