"""Analyses kept: the key of one, and many of them as a compact table.

One row per paragraph text. Token starts are kept as gaps after the token before, heads as
distances from the token itself: small numbers that repeat, a byte or so each in Parquet.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.analyse.analysis import Analysis
from pipeline.identity import content_id

# Raised whenever the same model and text would give another Analysis than before.
ANALYSIS_VERSION = "1"

_TOKEN_COLUMNS: dict[str, pl.DataType] = {
    "gap": pl.UInt32(),
    "length": pl.UInt32(),
    "tag": pl.Categorical(),
    "dep": pl.Categorical(),
    "head": pl.Int32(),
}
_ENTITY_COLUMNS: dict[str, pl.DataType] = {
    "entity_start": pl.UInt32(),
    "entity_length": pl.UInt32(),
    "entity_label": pl.Categorical(),
}
SCHEMA = pl.Schema(
    {
        "analysis_key": pl.String(),
        **{name: pl.List(dtype) for name, dtype in (_TOKEN_COLUMNS | _ENTITY_COLUMNS).items()},
    }
)


def analysis_key(text: str, starts: Sequence[int], model_identity: str) -> str:
    """Return the key under which the analysis of this paragraph by this model is kept."""
    boundaries = ",".join(map(str, starts))
    return content_id("analysis", ANALYSIS_VERSION, model_identity, boundaries, text)


def analyses_to_frame(keys: Sequence[str], analyses: Sequence[Analysis]) -> pl.DataFrame:
    """Return the analyses as a table with the columns of `SCHEMA`, a row each, in order."""
    counts = [len(one.start) for one in analyses]
    start = _flat(one.start for one in analyses)
    end = _flat(one.end for one in analyses)
    before = np.concatenate([[0], end])[: len(end)]
    before[_first_places(counts)] = 0
    head = _flat(one.head for one in analyses)
    entities = list(chain.from_iterable(one.entities for one in analyses))
    frame = pl.DataFrame({"analysis_key": pl.Series(keys, dtype=pl.String)}).with_row_index("row")
    for columns, sizes, values in (
        (
            _TOKEN_COLUMNS,
            counts,
            {
                "gap": start - before,
                "length": end - start,
                "tag": list(chain.from_iterable(one.tag for one in analyses)),
                "dep": list(chain.from_iterable(one.dep for one in analyses)),
                "head": head - _places(counts),
            },
        ),
        (
            _ENTITY_COLUMNS,
            [len(one.entities) for one in analyses],
            {
                "entity_start": [first for first, _, _ in entities],
                "entity_length": [last - first for first, last, _ in entities],
                "entity_label": [label for _, _, label in entities],
            },
        ),
    ):
        rows = np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)
        flat = pl.DataFrame(values, schema=columns).with_columns(
            pl.Series("row", rows, dtype=pl.get_index_type())
        )
        frame = frame.join(
            flat.group_by("row", maintain_order=True).agg(pl.all()), on="row", how="left"
        )
    empty = [pl.col(name).fill_null(pl.lit([], dtype=SCHEMA[name])) for name in SCHEMA.names()[1:]]
    return frame.sort("row").select("analysis_key", *empty)


def analyses_from_frame(frame: pl.DataFrame) -> dict[str, Analysis]:
    """Return the analyses in a table that `analyses_to_frame` made, by their keys."""
    counts = frame["gap"].list.len().to_list()
    length = _exploded(frame, "length").to_numpy().astype(np.int64)
    end = (_exploded(frame, "gap").to_numpy() + length).cumsum()
    # Gaps count from the paragraph's first character, not from the paragraph before.
    ends_before = np.concatenate([[0], end])[_offsets(counts)]
    end -= np.repeat(ends_before, counts)
    head = _exploded(frame, "head").to_numpy() + _places(counts)
    starts, ends, heads = (end - length).tolist(), end.tolist(), head.tolist()
    tags, deps = (_strings(_exploded(frame, name)) for name in ("tag", "dep"))
    entity_first = _exploded(frame, "entity_start").to_numpy().astype(np.int64)
    entity_last = entity_first + _exploded(frame, "entity_length").to_numpy()
    entities = list(
        zip(
            entity_first.tolist(),
            entity_last.tolist(),
            _strings(_exploded(frame, "entity_label")),
            strict=True,
        )
    )
    token_cuts = list(accumulate(counts, initial=0))
    entity_cuts = list(accumulate(frame["entity_start"].list.len().to_list(), initial=0))
    return {
        key: Analysis(
            start=starts[first:last],
            end=ends[first:last],
            tag=tags[first:last],
            dep=deps[first:last],
            head=heads[first:last],
            entities=entities[entity_cuts[row] : entity_cuts[row + 1]],
        )
        for row, (key, first, last) in enumerate(
            zip(frame["analysis_key"].to_list(), token_cuts, token_cuts[1:], strict=False)
        )
    }


def _flat(lists: Iterable[list[int]]) -> npt.NDArray[np.int64]:
    return np.fromiter(chain.from_iterable(lists), dtype=np.int64)


def _offsets(counts: Sequence[int]) -> npt.NDArray[np.int64]:
    """Return where each list begins when all are laid end to end."""
    return np.cumsum([0, *counts[:-1]], dtype=np.int64)[: len(counts)]


def _first_places(counts: Sequence[int]) -> npt.NDArray[np.int64]:
    return _offsets(counts)[np.array(counts, dtype=np.int64) > 0]


def _places(counts: Sequence[int]) -> npt.NDArray[np.int64]:
    """Return each token's place within its own list, for lists laid end to end."""
    total = int(np.sum(counts, dtype=np.int64))
    return np.arange(total, dtype=np.int64) - np.repeat(_offsets(counts), counts)


def _exploded(frame: pl.DataFrame, name: str) -> pl.Series:
    values = frame[name]
    return values.filter(values.list.len() > 0).explode()


def _strings(values: pl.Series) -> list[str]:
    """Return the categories by name; equal names are one string in memory."""
    distinct = values.unique()
    names = dict(zip(distinct.to_physical().to_list(), distinct.to_list(), strict=True))
    return [names[code] for code in values.to_physical().to_list()]
