"""Text reuse: which paragraphs say the same in the same words."""

import pandera.polars as pa
import polars as pl

from schemas.contract import (
    TEXT,
    column,
    contract,
    count,
    flag,
    key,
    offset,
    reference,
    share,
)

PASSAGES = pl.List(
    pl.Struct(
        {
            "char_start_a": pl.Int64(),
            "char_end_a": pl.Int64(),
            "char_start_b": pl.Int64(),
            "char_end_b": pl.Int64(),
            "word_count": pl.Int64(),
        }
    )
)


def _sides(side: str) -> list[pa.Column]:
    return [
        reference(f"paragraph_id_{side}", "dim_paragraph", f"Paragraph {side}."),
        reference(f"document_id_{side}", "dim_document", f"Document of paragraph {side}."),
        reference(f"source_id_{side}", "dim_source", f"Source of paragraph {side}."),
    ]


def _hull(side: str) -> list[pa.Column]:
    return [
        offset(
            f"char_start_{side}", f"First code point of the wording shared, in document {side}."
        ),
        offset(f"char_end_{side}", f"Code point after the wording shared, in document {side}."),
    ]


FCT_TEXT_REUSE = contract(
    "fct_text_reuse",
    "One row per pair of used paragraphs that share wording, paragraph a being the one whose id "
    "sorts first. Words are compared without case and punctuation. Pairs are observed, never "
    "inferred: that a shares with b and b with c does not make a pair of a and c. Wording that "
    "stands in very many paragraphs links each of them to the first only.",
    [
        key("text_reuse_id", "Identifier of the pair."),
        *_sides("a"),
        *_sides("b"),
        count("shared_shingle_count", "Distinct runs of five words that stand in both."),
        share("containment_a_share", "Share of a's distinct runs of five words that b has too."),
        share("containment_b_share", "Share of b's distinct runs of five words that a has too."),
        count("longest_run_count", "Words in the longest passage that is the same in both."),
        flag("is_within_document", "Both paragraphs stand in one document."),
        *_hull("a"),
        *_hull("b"),
        column(
            "passages",
            PASSAGES,
            "Each passage of at least five words that is the same in both, in order of a.",
        ),
        column("extractor_name", TEXT, "What compared the paragraphs."),
        column("extractor_version", TEXT, "Version of that comparison."),
    ],
)
