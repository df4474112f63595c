"""Shingles: paragraphs as runs of five words, each a number that never changes.

A word's number is a BLAKE2 digest and a shingle's a polynomial of its words' numbers, so
neither depends on the version of polars, on the machine or on what else is in the corpus.
"""

import hashlib

import polars as pl

SHINGLE_WORDS = 5

_WORD = r"\w+"
_WORD_OR_GAP = r"\w+|\W+"
# Any odd multiplier mixes modulo 2**64; this one is 2**64 over the golden ratio.
_MULTIPLIER = 0x9E3779B97F4A7C15


def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")


def shingles(paragraphs: pl.DataFrame, length: int = SHINGLE_WORDS) -> pl.DataFrame:
    """Return one row per run of `length` words: paragraph, position (its first word's), shingle.

    `paragraphs` has `paragraph` (any integer) and `text`. Words are runs of letters and digits
    in lower case: "Russia’s" and "Russia's" are the same two words. A paragraph of fewer words
    has no shingle.
    """
    words = (
        paragraphs.lazy()
        .select("paragraph", word=pl.col("text").str.to_lowercase().str.extract_all(_WORD))
        .filter(pl.col("word").list.len() >= length)
        .with_columns(position=pl.int_ranges(pl.col("word").list.len(), dtype=pl.UInt32))
        .explode("word", "position")
        .collect()
    )
    if words.is_empty():
        return words.select("paragraph", "position", shingle=pl.lit(None, pl.UInt64))
    vocabulary = words["word"].unique()
    numbers = pl.Series([_number(word) for word in vocabulary], dtype=pl.UInt64)
    numbered = words.select(
        "paragraph",
        "position",
        number=pl.col("word").replace_strict(vocabulary, numbers, return_dtype=pl.UInt64),
    )
    # A left fold over the words that follow; the last words of a paragraph begin no shingle.
    shingle = pl.col("number")
    for step in range(1, length):
        shingle = shingle * pl.lit(_MULTIPLIER, pl.UInt64) + pl.col("number").shift(-step)
    last = pl.col("paragraph").shift(1 - length)
    return numbered.select("paragraph", "position", shingle=shingle, last=last).select(
        pl.col("paragraph", "position", "shingle").filter(pl.col("last") == pl.col("paragraph"))
    )


def word_spans(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Return one row per word: paragraph, position, char_start, char_end within its text."""
    return (
        paragraphs.lazy()
        .select("paragraph", piece=pl.col("text").str.extract_all(_WORD_OR_GAP))
        .explode("piece")
        .with_columns(
            char_end=pl.col("piece").str.len_chars().cast(pl.Int64).cum_sum().over("paragraph")
        )
        .with_columns(char_start=pl.col("char_end") - pl.col("piece").str.len_chars())
        .filter(pl.col("piece").str.contains(rf"^{_WORD}"))
        .select(
            "paragraph",
            pl.int_range(pl.len(), dtype=pl.UInt32).over("paragraph").alias("position"),
            "char_start",
            "char_end",
        )
        .collect()
    )
