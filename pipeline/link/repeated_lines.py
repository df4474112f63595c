"""Repeated lines: what a publisher's pages, or everybody's, have in common.

One document cannot tell a site's standing line from a sentence of the article; many can. The
verdict is linked, so a new file may change it, and no span or value of any fact.
"""

import polars as pl

from pipeline.wording import one_line
from schemas.text import BoilerplateRule, Role

_MAX_CHARS = 300
_PROSE_WORDS = 15
"""Words from which on two texts share a line because one is a version of the other."""
_SENTENCE_WORDS = 7
# A fragment may repeat by chance, a sentence of background from one follow-up to the next.
_FEW_DOCUMENTS = 3
_FEW_DOCUMENTS_WITH_SENTENCE = 5
_SHARE = 0.1
_SHARE_WITH_SENTENCE = 0.5
_MANY_DOCUMENTS = 50
# Headlines, dates and names return because the news does.
_OF_THE_DOCUMENT = [Role.HEADLINE, Role.STANDFIRST, Role.DATELINE, Role.BYLINE]

_LINE = "line"
_PUBLISHER = "publisher_name"


def lines_of(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Return what the comparison needs of the used rows of dim_paragraph: no text."""
    text = one_line(pl.col("text"))
    word_count = 1 + text.str.count_matches(" ", literal=True)
    last_mark = text.str.strip_chars_end("\"'”’»)").str.slice(-1)
    return paragraphs.filter("is_used").select(
        "paragraph_id",
        "document_id",
        text.str.to_lowercase().hash().alias(_LINE),
        word_count=word_count,
        is_short=text.str.len_chars() <= _MAX_CHARS,
        is_of_the_document=pl.col("role").is_in(_OF_THE_DOCUMENT),
        is_sentence=(word_count >= _SENTENCE_WORDS) & last_mark.is_in([".", "!", "?"]),
    )


def find_boilerplate(lines: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Return paragraph_id and boilerplate_rule_id of the paragraphs that are standing lines.

    `lines` as lines_of returns them; `documents` with document_id and publisher_name.
    """
    known = lines.join(documents.select("document_id", _PUBLISHER), on="document_id", how="left")
    by_publisher = _document_counts(known.drop_nulls(_PUBLISHER), [_PUBLISHER])
    by_anyone = _document_counts(known, [])
    published = documents.group_by(_PUBLISHER).agg(pl.len().alias("published"))
    few, share = (
        pl.when("is_sentence").then(with_sentence).otherwise(without)
        for with_sentence, without in (
            (_FEW_DOCUMENTS_WITH_SENTENCE, _FEW_DOCUMENTS),
            (_SHARE_WITH_SENTENCE, _SHARE),
        )
    )
    rule = (
        pl.when(
            (pl.col("of_publisher") >= few)
            & (pl.col("of_publisher") >= share * pl.col("published"))
        )
        .then(pl.lit(BoilerplateRule.REPEATED_BY_PUBLISHER.value))
        .when(pl.col("of_anyone") >= _MANY_DOCUMENTS)
        .then(pl.lit(BoilerplateRule.REPEATED_IN_CORPUS.value))
    )
    return (
        known.filter("is_short", ~pl.col("is_of_the_document"))
        .join(
            by_publisher.rename({"documents": "of_publisher"}), on=[_PUBLISHER, _LINE], how="left"
        )
        .join(by_anyone.rename({"documents": "of_anyone"}), on=_LINE, how="left")
        .join(published, on=_PUBLISHER, how="left")
        .select("paragraph_id", boilerplate_rule_id=rule)
        .drop_nulls("boilerplate_rule_id")
    )


def with_boilerplate(paragraphs: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Add is_boilerplate and boilerplate_rule_id to rows of dim_paragraph."""
    return paragraphs.join(found, on="paragraph_id", how="left").with_columns(
        is_boilerplate=pl.col("boilerplate_rule_id").is_not_null()
    )


def _document_counts(lines: pl.DataFrame, group: list[str]) -> pl.DataFrame:
    """Return in how many documents of the group each line stands, versions counted once.

    A document is a version of others when at least half of its long lines stand in them; of
    those the one with the smallest id is counted.
    """
    long = lines.filter(pl.col("word_count") >= _PROSE_WORDS)
    first = long.group_by(*group, _LINE).agg(pl.col("document_id").min().alias("first"))
    versions = (
        long.join(first, on=[*group, _LINE])
        .group_by("document_id")
        .agg((pl.col("first") == pl.col("document_id")).mean().alias("own"))
        .filter(pl.col("own") <= 0.5)
    )
    return (
        lines.filter("is_short")
        .join(versions, on="document_id", how="anti")
        .group_by(*group, _LINE)
        .agg(pl.col("document_id").n_unique().alias("documents"))
    )
