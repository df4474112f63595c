"""Blocks: which pairs of mentions are worth comparing.

Two mentions meet when they share a key: a unit with a noun and a rounded value, a noun with an
entity, and so on. A key that too many share is sharpened with what else their clauses name; of
one that is too common even then, each mention meets the first and its neighbour. The pairs depend
on the set of mentions alone.
"""

import math
from array import array
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.link.claims import words as claim_words
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.store import MentionStore
from schemas.claims import ClaimKind

BLOCK_CAP = 40
KEYS_AT_ONCE = 250_000
"""Keys whose blocks are made into pairs at one time."""
_MULTIPLIER = 0x9E3779B97F4A7C15
_MASK = 2**64 - 1


class Keys:
    """The keys of mentions, as numbers: parts are counted as they come, and mixed into 64 bits.

    Two keys with one number would at worst have mentions compared that share nothing.
    """

    def __init__(self) -> None:
        self._parts: dict[object, int] = {}
        self._places = array("I")
        self._numbers = array("Q")
        self._count = 0

    def add(self, mention: Mention) -> None:
        """Add the keys of a mention, which has the next place."""
        for number in {self.number(*one) for one in _keys(mention)}:
            self._places.append(self._count)
            self._numbers.append(number)
        self._count += 1

    def number(self, *parts: object) -> int:
        """Return the number of the key that the parts make."""
        mixed = len(parts)
        for part in parts:
            mixed = (mixed ^ self._parts.setdefault(part, len(self._parts))) * _MULTIPLIER & _MASK
            mixed ^= mixed >> 29
        return mixed

    def frame(self, places: npt.NDArray[np.uint32]) -> pl.DataFrame:
        """Return place and key of each, the places renamed."""
        named = places[np.frombuffer(self._places, dtype=np.uint32)]
        return _frame(named, np.frombuffer(self._numbers, dtype=np.uint64))


def candidate_pairs(keys: Keys, store: MentionStore) -> pl.DataFrame:
    """Return the pairs to compare as places in the store: a < b, each once, block by block."""
    blocks = keys.frame(store.seal())
    portions = 1 + len(blocks) // KEYS_AT_ONCE
    pairs = [
        _pairs(blocks.filter(pl.col("key") % portions == portion), keys, store)
        for portion in range(portions)
    ]
    return _unique(pl.concat(pairs)).sort("key", "a", "b").select("a", "b")


def _pairs(blocks: pl.DataFrame, keys: Keys, store: MentionStore) -> pl.DataFrame:
    """Return the pairs that some of the blocks hold, each with one of the keys it has."""
    sized = (
        blocks.with_columns(size=pl.len().over("key"))
        .filter(pl.col("size") > 1)
        .sort("place", "key")
    )
    small = sized.filter(pl.col("size") <= BLOCK_CAP).select("place", "key")
    places, numbers = array("I"), array("Q")
    large = sized.filter(pl.col("size") > BLOCK_CAP).group_by("place", maintain_order=True)
    for place, theirs in large.agg("key").iter_rows():
        mention = store[place]
        for key in theirs:
            for detail in (*mention.around, *mention.stems):
                places.append(place)
                numbers.append(keys.number(key, detail))
    sharp = _frame(
        np.frombuffer(places, dtype=np.uint32), np.frombuffer(numbers, dtype=np.uint64)
    ).with_columns(size=pl.len().over("key"))
    met = sharp.filter(pl.col("size").is_between(2, BLOCK_CAP)).select("place", "key")
    return _unique(pl.concat([_all_pairs(pl.concat([small, met])), _chained(sharp)]))


def _unique(pairs: pl.DataFrame) -> pl.DataFrame:
    return pairs.group_by("a", "b").agg(pl.col("key").min())


def _all_pairs(blocks: pl.DataFrame) -> pl.DataFrame:
    return (
        blocks.lazy()
        .rename({"place": "a"})
        .join(blocks.lazy().rename({"place": "b"}), on="key")
        .filter(pl.col("a") < pl.col("b"))
        .select("a", "b", "key")
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
        pl.concat([large.select("key", "b", a="first"), large.select("key", "b", a="before")])
        .filter(pl.col("a") < pl.col("b"))
        .select("a", "b", "key")
    )


def _frame(places: npt.NDArray[np.uint32], keys: npt.NDArray[np.uint64]) -> pl.DataFrame:
    return pl.DataFrame(
        {"place": places, "key": keys}, schema={"place": pl.UInt32, "key": pl.UInt64}
    )


def _keys(mention: Mention) -> Iterator[tuple[object, ...]]:
    if mention.kind == ClaimKind.DATE:
        yield from _date_keys(mention)
        return
    if mention.correction:
        yield "correction", mention.correction
    unit = mention.dimension
    thing = mention.thing[0] if mention.thing else mention.noun
    told = mention.counted | mention.agents | mention.places
    entities = told | mention.around
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
    # Who names neither whom nor where tells of what the text is set in.
    for entity in entities if told or not thing else entities | mention.setting:
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
