"""Blocks: which pairs of mentions are worth comparing.

Two mentions meet when they share a key: a unit with a noun and a rounded value, a noun with an
entity, and so on. A key that too many share is sharpened with what else their clauses name; of
one that is too common even then, each mention meets the first and its neighbour. The pairs depend
on the set of mentions alone.
"""

import math
from array import array
from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from pipeline.link.claims import words as claim_words
from pipeline.link.claims.mention import Mention
from schemas.claims import ClaimKind

BLOCK_CAP = 40
_MULTIPLIER = 0x9E3779B97F4A7C15
_MASK = 2**64 - 1


class _Keys:
    """Numbers for keys: parts are counted as they come, and mixed into 64 bits.

    Two keys with one number would at worst have mentions compared that share nothing.
    """

    def __init__(self) -> None:
        self._parts: dict[object, int] = {}

    def number(self, *parts: object) -> int:
        """Return the number of the key that the parts make."""
        mixed = len(parts)
        for part in parts:
            mixed = (mixed ^ self._parts.setdefault(part, len(self._parts))) * _MULTIPLIER & _MASK
            mixed ^= mixed >> 29
        return mixed


def candidate_pairs(mentions: Sequence[Mention]) -> pl.DataFrame:
    """Return the pairs to compare as places in `mentions`: a < b, each once, in order."""
    numbers = _Keys()
    places, keys = array("I"), array("Q")
    for place, mention in enumerate(mentions):
        for key in {numbers.number(*one) for one in _keys(mention)}:
            places.append(place)
            keys.append(key)
    sized = _frame(places, keys).with_columns(size=pl.len().over("key")).filter(pl.col("size") > 1)
    small = sized.filter(pl.col("size") <= BLOCK_CAP).select("place", "key")
    places, keys = array("I"), array("Q")
    for place, key in sized.filter(pl.col("size") > BLOCK_CAP).select("place", "key").iter_rows():
        mention = mentions[place]
        for detail in (*mention.around, *mention.stems):
            places.append(place)
            keys.append(numbers.number(key, detail))
    sharp = _frame(places, keys).with_columns(size=pl.len().over("key"))
    met = sharp.filter(pl.col("size").is_between(2, BLOCK_CAP)).select("place", "key")
    return pl.concat([_all_pairs(pl.concat([small, met])), _chained(sharp)]).unique().sort("a", "b")


def _all_pairs(blocks: pl.DataFrame) -> pl.DataFrame:
    return (
        blocks.lazy()
        .rename({"place": "a"})
        .join(blocks.lazy().rename({"place": "b"}), on="key")
        .filter(pl.col("a") < pl.col("b"))
        .select("a", "b")
        .collect()
    )


def _chained(sharp: pl.DataFrame) -> pl.DataFrame:
    """Return, of blocks too large even so, each mention's pair with the first and with the next.

    A sentence that a hundred papers print fills every block it is in; it is still one claim.
    """
    large = (
        sharp.filter(pl.col("size") > BLOCK_CAP)
        .select("key", b="place")
        .sort("key", "b")
        .with_columns(first=pl.col("b").min().over("key"), before=pl.col("b").shift(1).over("key"))
    )
    return (
        pl.concat([large.select("b", a="first"), large.select("b", a="before")])
        .filter(pl.col("a") < pl.col("b"))
        .select("a", "b")
    )


def _frame(places: "array[int]", keys: "array[int]") -> pl.DataFrame:
    return pl.DataFrame(
        {
            "place": np.frombuffer(places, dtype=np.uint32),
            "key": np.frombuffer(keys, dtype=np.uint64),
        },
        schema={"place": pl.UInt32, "key": pl.UInt64},
    )


def _keys(mention: Mention) -> Iterator[tuple[object, ...]]:
    if mention.kind == ClaimKind.DATE:
        yield from _date_keys(mention)
        return
    unit = mention.dimension
    thing = mention.thing[0] if mention.thing else mention.noun
    entities = mention.counted | mention.agents | mention.places | mention.around
    for rounded in _rounded(mention):
        yield "value", unit, thing, rounded
        # Nouns of no known kind, or of different kinds, may still name one thing at one place.
        for entity in entities:
            yield "value at", unit, rounded, entity
        # A number without a noun may count what its clause speaks of.
        for word in mention.stems if not thing else (claim_words.stem(mention.noun),):
            yield "value near", unit, rounded, word
    for word in mention.modifiers:
        yield "thing", unit, thing, word
    for entity in entities | mention.setting if thing else entities:
        yield "thing of", unit, thing, entity


def _date_keys(mention: Mention) -> Iterator[tuple[object, ...]]:
    entities = sorted(mention.around)
    for day in range(int(mention.low), int(mention.high) + 1, 28):
        month = day // 28
        for entity in entities:
            yield "month", month, entity
        for word in mention.stems:
            yield "month near", month, word
    if mention.dimension != "at":
        for entity in entities:
            for word in mention.stems:
                yield "boundary", mention.dimension, entity, word


def _rounded(mention: Mention) -> set[float]:
    """Return the value to one digit, cut and rounded, so that what agrees meets somewhere."""
    values = [mention.value]
    if mention.value is None:
        values = [mention.low, mention.high if math.isfinite(mention.high) else None]
    result: set[float] = set()
    for value in values:
        if value is None or not math.isfinite(value):
            continue
        if value == 0:
            result.add(0.0)
            continue
        unit = 10.0 ** math.floor(math.log10(abs(value)) + 1e-9)
        result |= {math.floor(value / unit + 1e-9) * unit, round(value / unit) * unit}
    return result
