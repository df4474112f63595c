"""Keys: what two mentions of one thing have in common, so that they are worth comparing.

A unit with a noun and a rounded value, a noun with an entity, and so on. A mention has about a
dozen keys; they are written to files as they come.
"""

import math
from array import array
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from pipeline.link.claims import words as claim_words
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.stories import first_names
from schemas.claims import ClaimKind

KEYS_AT_ONCE = 500_000
"""Keys that are held before they are written."""
_MULTIPLIER = 0x9E3779B97F4A7C15
_MASK = 2**64 - 1


class Keys:
    """The keys of mentions as numbers, and the details by which a common key is sharpened.

    In the files `keys-*.parquet`, `came` and `key`: `came` counts mentions in the order in which
    they were added. In `details-*.parquet`, `came` and `detail`. Parts of keys are counted as
    they come and mixed into 64 bits: two keys with one number would at worst have mentions
    compared that share nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts: dict[object, int] = {}
        self._keyed, self._keys = array("I"), array("Q")
        self._detailed, self._details = array("I"), array("I")
        self._count = 0
        self._files = 0

    def add(self, mention: Mention) -> None:
        """Add the keys of a mention, the next in the order in which they come."""
        for number in {self._number(*one) for one in _keys(mention)}:
            self._keyed.append(self._count)
            self._keys.append(number)
        for detail in mention.around | mention.stems:
            self._detailed.append(self._count)
            self._details.append(self._part(detail))
        self._count += 1
        if len(self._keys) >= KEYS_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what is held."""
        for name, came, numbers, dtype in (
            ("key", self._keyed, self._keys, pl.UInt64),
            ("detail", self._detailed, self._details, pl.UInt32),
        ):
            pl.DataFrame(
                {"came": memoryview(came), name: memoryview(numbers)},
                schema={"came": pl.UInt32, name: dtype},
            ).write_parquet(self.folder / f"{name}s-{self._files:05d}.parquet")
            del came[:], numbers[:]
        self._files += 1

    def _part(self, part: object) -> int:
        return self._parts.setdefault(part, len(self._parts))

    def _number(self, *parts: object) -> int:
        mixed = len(parts)
        for part in parts:
            mixed = (mixed ^ self._part(part)) * _MULTIPLIER & _MASK
            mixed ^= mixed >> 29
        return mixed


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
        for entity in entities | mention.setting | mention.sources:
            yield "value at", unit, rounded, entity
        # A number without a noun may count what its clause speaks of.
        for word in mention.stems if not thing else (claim_words.stem(mention.noun),):
            yield "value near", unit, rounded, word
    for word in mention.modifiers:
        yield "thing", unit, thing, word
    # Who names neither whom nor where tells of what the text is set in.
    for entity in entities | mention.setting:
        yield "thing of", unit, thing, entity
    if not entities:
        for name in first_names(mention.gist):
            yield "event", unit, thing, name


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
