"""Store: mentions on disk until two of them are compared.

A mention is some forty values and sets of words, three kilobytes as an object and a sixth of
that packed. Mentions are added in any order and are then known by their place in the order of
their ids, so that nothing depends on how they came.
"""

import datetime as dt
import marshal
import os
from array import array
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.link.claims.mention import Mention
from schemas.claims import ClaimKind, Qualifier

BYTES_AT_ONCE = 4_000_000
"""Packed mentions that are held before they are written."""
_NAMES = tuple(one.name for one in fields(Mention))
_VALUES = attrgetter(*_NAMES)
_KIND, _QUALIFIER = _NAMES.index("kind"), _NAMES.index("qualifier")
_KINDS = {str(one): one for one in ClaimKind}
_QUALIFIERS = {str(one): one for one in Qualifier}
_PUBLISHED, _AS_OF = _NAMES.index("published"), _NAMES.index("as_of")


class MentionStore:
    """Mentions in a file; once `seal` was called, by their place in the order of their ids."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held = bytearray()
        self._written = 0
        self._ends = array("Q", [0])
        self._ids: list[str] = []
        self._order: npt.NDArray[np.uint32] = np.empty(0, dtype=np.uint32)
        path.touch()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, mention: Mention) -> None:
        """Add a mention."""
        self._held += _packed(mention)
        self._ends.append(self._written + len(self._held))
        self._ids.append(mention.mention_id)
        if len(self._held) >= BYTES_AT_ONCE:
            self._write()

    def seal(self) -> npt.NDArray[np.uint32]:
        """Order the mentions by id, once all are there; return each one's place, as they came."""
        self._write()
        self._order = pl.Series(self._ids, dtype=pl.String).arg_sort().to_numpy()
        self._ids.clear()
        places = np.empty(len(self), dtype=np.uint32)
        places[self._order] = np.arange(len(self), dtype=np.uint32)
        return places

    def load(self, places: Iterable[int]) -> dict[int, Mention]:
        """Return the mentions at some places."""
        with self._path.open("rb", buffering=0) as file:
            return {place: self._read(file.fileno(), place) for place in places}

    def __getitem__(self, place: int) -> Mention:
        return self.load((place,))[place]

    def _write(self) -> None:
        with self._path.open("ab") as file:
            file.write(self._held)
        self._written += len(self._held)
        self._held.clear()

    def _read(self, file: int, place: int) -> Mention:
        came = int(self._order[place])
        begin, end = self._ends[came], self._ends[came + 1]
        return _unpacked(os.pread(file, end - begin, begin))


def _packed(mention: Mention) -> bytes:
    values: list[Any] = list(_VALUES(mention))
    values[_KIND], values[_QUALIFIER] = str(mention.kind), str(mention.qualifier)
    if mention.published is not None:
        values[_PUBLISHED] = mention.published.toordinal()
    if mention.as_of is not None:
        values[_AS_OF] = tuple(day.toordinal() for day in mention.as_of)
    return marshal.dumps(values)


def _unpacked(packed: bytes) -> Mention:
    values = marshal.loads(packed)  # noqa: S302 - bytes that this process packed
    values[_KIND], values[_QUALIFIER] = _KINDS[values[_KIND]], _QUALIFIERS[values[_QUALIFIER]]
    if values[_PUBLISHED] is not None:
        values[_PUBLISHED] = dt.date.fromordinal(values[_PUBLISHED])
    if values[_AS_OF] is not None:
        first, last = map(dt.date.fromordinal, values[_AS_OF])
        values[_AS_OF] = first, last
    return Mention(*values)
