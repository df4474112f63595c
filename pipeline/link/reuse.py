"""Text reuse: which paragraphs share wording, how much of it, and where.

Found by equi-joins on runs of five words, then measured exactly on the pairs found. Whether a
shared passage makes two mentions one witness is not decided here: that is `claims`.
"""

from collections.abc import Iterator

import polars as pl

from pipeline.identity import content_id
from pipeline.link.shingles import SHINGLE_WORDS, shingles, word_spans
from schemas.contract import polars_schema
from schemas.reuse import FCT_TEXT_REUSE, PASSAGES

NAME = "reuse"
VERSION = "1"

# Wording in more paragraphs than this links each of them to the first alone: the number of
# pairs would otherwise grow with the square of a stock phrase's popularity.
FREQUENCY_CAP = 40
# One run of five words in common is a stock phrase. Two pairs of neighbouring words in five
# are not: texts that merely tell of the same thing share about one in ten.
_MIN_SHARED = 2
_MIN_PASSAGE_WORDS = 12
_MIN_CONTAINMENT = 0.2
_MIN_WORD_PAIRS = 0.4
_PARAGRAPHS_AT_ONCE = 50_000
_PAIRS_AT_ONCE = 50_000
_HASH_PARTITIONS = 8


def find_reuse(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of `fct_text_reuse` for the used paragraphs among `paragraphs`.

    The result depends on the set of rows, not on their order, and is sorted by the two ids.
    """
    used = (
        paragraphs.filter("is_used")
        .select("paragraph_id", "document_id", "source_id", "char_start", "text")
        .sort("paragraph_id")
        .with_row_index("paragraph")
    )
    all_shingles = _all_shingles(used)
    pairs = _candidates(all_shingles)
    sizes = all_shingles.group_by("paragraph").agg(pl.col("shingle").n_unique().alias("size"))
    parts = [
        _measure(chunk, all_shingles, sizes, used)
        for chunk in pairs.sort("a", "b").iter_slices(_PAIRS_AT_ONCE)
        if len(chunk)
    ]
    if not parts:
        return pl.DataFrame(schema=polars_schema(FCT_TEXT_REUSE))
    return pl.concat(parts)


def _all_shingles(used: pl.DataFrame) -> pl.DataFrame:
    # In slices: the words themselves take far more room than their numbers.
    parts = [shingles(chunk) for chunk in used.iter_slices(_PARAGRAPHS_AT_ONCE) if len(chunk)]
    if not parts:
        return pl.DataFrame(
            schema={"paragraph": pl.UInt32, "position": pl.UInt32, "shingle": pl.UInt64}
        )
    return pl.concat(parts)


def _candidates(all_shingles: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs (a < b) that at least `_MIN_SHARED` shingles lead to.

    The shingles are joined in partitions of their numbers, which bounds memory.
    """
    found = list(_partition_pairs(all_shingles.select("paragraph", "shingle")))
    if not found:
        return pl.DataFrame(schema={"a": pl.UInt32, "b": pl.UInt32})
    return (
        pl.concat(found)
        .group_by("a", "b")
        .agg(pl.col("shared").sum())
        .filter(pl.col("shared") >= _MIN_SHARED)
        .select("a", "b")
    )


def _partition_pairs(all_shingles: pl.DataFrame) -> Iterator[pl.DataFrame]:
    for part in range(_HASH_PARTITIONS):
        mine = all_shingles.lazy().filter(pl.col("shingle") % _HASH_PARTITIONS == part)
        frequency = mine.group_by("shingle").agg(
            pl.len().alias("frequency"), pl.col("paragraph").min().alias("first")
        )
        repeated = (
            mine.join(frequency.filter(pl.col("frequency") > 1), on="shingle")
            .unique(["paragraph", "shingle"])
            .collect()
        )
        rare = repeated.lazy().filter(pl.col("frequency") <= FREQUENCY_CAP)
        every_pair = (
            rare.select("shingle", a="paragraph")
            .join(rare.select("shingle", b="paragraph"), on="shingle")
            .filter(pl.col("a") < pl.col("b"))
            .select("a", "b")
        )
        to_the_first = (
            repeated.lazy()
            .filter(pl.col("frequency") > FREQUENCY_CAP, pl.col("paragraph") > pl.col("first"))
            .select(a="first", b="paragraph")
        )
        yield (
            pl.concat([every_pair, to_the_first])
            .group_by("a", "b")
            .agg(pl.len().alias("shared"))
            .collect()
        )


def _measure(
    pairs: pl.DataFrame, all_shingles: pl.DataFrame, sizes: pl.DataFrame, used: pl.DataFrame
) -> pl.DataFrame:
    """Return the contract's rows for those of the pairs that share more than a stock phrase."""
    involved = pl.concat([pairs["a"], pairs["b"]]).unique()
    mine = all_shingles.filter(pl.col("paragraph").is_in(involved.implode()))
    shared = (
        pairs.join(mine.rename({"paragraph": "a", "position": "position_a"}), on="a")
        .join(mine.rename({"paragraph": "b", "position": "position_b"}), on=["b", "shingle"])
        # A shingle counts once, where it stands first.
        .group_by("a", "b", "shingle")
        .agg(pl.col("position_a").min(), pl.col("position_b").min())
    )
    runs = _runs(shared)
    measured = (
        runs.group_by("a", "b")
        .agg(
            pl.col("length").sum().alias("shared"),
            (pl.col("length").max() + SHINGLE_WORDS - 1).alias("longest"),
            pl.len().alias("runs"),
        )
        .filter(pl.col("shared") >= _MIN_SHARED)
        .join(sizes.rename({"paragraph": "a", "size": "size_a"}), on="a")
        .join(sizes.rename({"paragraph": "b", "size": "size_b"}), on="b")
        .with_columns(
            containment_a=pl.col("shared") / pl.col("size_a"),
            containment_b=pl.col("shared") / pl.col("size_b"),
        )
    )
    plain = (pl.col("longest") >= _MIN_PASSAGE_WORDS) | (
        pl.max_horizontal("containment_a", "containment_b") >= _MIN_CONTAINMENT
    )
    # A single short run is a stock phrase: rewriting leaves several.
    doubtful = measured.filter(~plain, pl.col("runs") > 1)
    edges = pl.concat(
        [
            measured.filter(plain),
            doubtful.join(_rewritten(doubtful, used), on=["a", "b"], how="semi"),
        ]
    ).sort("a", "b")
    passages = _passages(runs.join(edges.select("a", "b"), on=["a", "b"], how="semi"), used)
    return _rows(edges.join(passages, on=["a", "b"]).sort("a", "b"), used)


def _rewritten(pairs: pl.DataFrame, used: pl.DataFrame) -> pl.DataFrame:
    """Return those of the pairs of which one shares much of its word pairs with the other.

    A text of which every sixth word was changed keeps few runs of five, but most pairs.
    """
    involved = pl.concat([pairs["a"], pairs["b"]]).unique()
    mine = used.filter(pl.col("paragraph").is_in(involved.implode()))
    word_pairs = shingles(mine, 2).unique(["paragraph", "shingle"]).drop("position")
    sizes = word_pairs.group_by("paragraph").agg(pl.len().alias("size"))
    return (
        pairs.select("a", "b")
        .join(word_pairs.rename({"paragraph": "a"}), on="a")
        .join(word_pairs.rename({"paragraph": "b"}), on=["b", "shingle"])
        .group_by("a", "b")
        .agg(pl.len().alias("shared"))
        .join(sizes.rename({"paragraph": "a", "size": "size_a"}), on="a")
        .join(sizes.rename({"paragraph": "b", "size": "size_b"}), on="b")
        .filter(pl.col("shared") / pl.min_horizontal("size_a", "size_b") >= _MIN_WORD_PAIRS)
        .select("a", "b")
    )


def _runs(shared: pl.DataFrame) -> pl.DataFrame:
    """Return the maximal runs of consecutive shared shingles: where they begin and how many."""
    diagonal = pl.col("position_a").cast(pl.Int64) - pl.col("position_b").cast(pl.Int64)
    begins = (
        (pl.col("a") != pl.col("a").shift(1))
        | (pl.col("b") != pl.col("b").shift(1))
        | (pl.col("diagonal") != pl.col("diagonal").shift(1))
        | (pl.col("position_a") != pl.col("position_a").shift(1) + 1)
    ).fill_null(True)
    return (
        shared.with_columns(diagonal=diagonal)
        .sort("a", "b", "diagonal", "position_a")
        .with_columns(run=begins.cum_sum())
        .group_by("a", "b", "run", maintain_order=True)
        .agg(
            pl.col("position_a").first(),
            pl.col("position_b").first(),
            pl.len().cast(pl.Int64).alias("length"),
        )
    )


def _passages(runs: pl.DataFrame, used: pl.DataFrame) -> pl.DataFrame:
    """Return the passages of each pair, with offsets into the two documents, and their hulls."""
    involved = pl.concat([runs["a"], runs["b"]]).unique()
    mine = used.filter(pl.col("paragraph").is_in(involved.implode()))
    words = (
        word_spans(mine)
        .join(mine.select("paragraph", offset="char_start"), on="paragraph")
        .select(
            "paragraph",
            "position",
            char_start=pl.col("char_start") + pl.col("offset"),
            char_end=pl.col("char_end") + pl.col("offset"),
        )
    )
    placed = runs.with_columns(word_count=pl.col("length") + SHINGLE_WORDS - 1)
    for side in ("a", "b"):
        position = pl.col(f"position_{side}")
        last = (position.cast(pl.Int64) + pl.col("word_count") - 1).cast(pl.UInt32)
        placed = (
            placed.with_columns(last=last)
            .join(
                words.select(
                    pl.col("paragraph").alias(side),
                    pl.col("position").alias(f"position_{side}"),
                    pl.col("char_start").alias(f"char_start_{side}"),
                ),
                on=[side, f"position_{side}"],
            )
            .join(
                words.select(
                    pl.col("paragraph").alias(side),
                    pl.col("position").alias("last"),
                    pl.col("char_end").alias(f"char_end_{side}"),
                ),
                on=[side, "last"],
            )
        )
    fields = [field.name for field in PASSAGES.inner.fields]  # type: ignore[union-attr]
    return (
        placed.sort("a", "b", "position_a", "position_b")
        .group_by("a", "b", maintain_order=True)
        .agg(
            pl.col("char_start_a").min(),
            pl.col("char_end_a").max(),
            pl.col("char_start_b").min(),
            pl.col("char_end_b").max(),
            pl.struct(fields).alias("passages"),
        )
    )


def _rows(edges: pl.DataFrame, used: pl.DataFrame) -> pl.DataFrame:
    sides = edges
    for side in ("a", "b"):
        sides = sides.join(
            used.select(
                pl.col("paragraph").alias(side),
                pl.col("paragraph_id", "document_id", "source_id").name.suffix(f"_{side}"),
            ),
            on=side,
        )
    sides = sides.sort("a", "b")
    ids = [
        content_id(FCT_TEXT_REUSE.name, a, b)
        for a, b in zip(sides["paragraph_id_a"], sides["paragraph_id_b"], strict=True)
    ]
    complete = sides.with_columns(
        pl.Series("text_reuse_id", ids, dtype=pl.String),
        shared_shingle_count=pl.col("shared"),
        containment_a_share=pl.col("containment_a"),
        containment_b_share=pl.col("containment_b"),
        longest_run_count=pl.col("longest"),
        is_within_document=pl.col("document_id_a") == pl.col("document_id_b"),
        extractor_name=pl.lit(NAME),
        extractor_version=pl.lit(VERSION),
    )
    schema = polars_schema(FCT_TEXT_REUSE)
    return complete.select(schema.names()).cast(schema)
