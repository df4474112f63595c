"""Blocks: which pairs of mentions are worth comparing.

Two mentions meet when they share a key. A key that too many share is sharpened with what else
their clauses name; of one that is too common even then, each mention meets the first and its
neighbour. The pairs depend on the set of mentions alone.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.link.claims.scratch import connect, parquet
from schemas.ddl import literal

BLOCK_CAP = 40
BLOCKED_AT_ONCE = 1_000_000
"""Mentions in blocks, each as often as it is in one, that are made into pairs at one time."""

_BLOCKS = (
    """
    CREATE TABLE named AS
        SELECT place, key FROM {keys} JOIN {places} USING (came)
    """,
    """
    CREATE TABLE sizes AS
        SELECT key, count(*) AS size FROM named GROUP BY key HAVING size > 1
    """,
    """
    CREATE TABLE sharp AS
        SELECT place, hash(key, detail) AS block
        FROM (SELECT place, key FROM named JOIN sizes USING (key) WHERE size > {cap})
        JOIN {places} USING (place)
        JOIN {details} USING (came)
    """,
    """
    CREATE TABLE sharp_sizes AS
        SELECT block, count(*) AS size FROM sharp GROUP BY block HAVING size > 1
    """,
    """
    CREATE TABLE blocks AS
        SELECT place, key AS block FROM named JOIN sizes USING (key) WHERE size <= {cap}
        UNION ALL
        SELECT place, block FROM sharp JOIN sharp_sizes USING (block) WHERE size <= {cap}
    """,
    "CREATE TABLE meetings (a UINTEGER, b UINTEGER, block UBIGINT)",
)
# A sentence that a hundred papers print fills every block it is in; it is still one claim.
_MEETINGS = """
    INSERT INTO meetings
    WITH sized AS (
        SELECT place, block, size
        FROM sharp JOIN sharp_sizes USING (block)
        WHERE size > {cap} AND block % {portions} = {portion}
    ),
    full_blocks AS (
        SELECT
            block,
            place AS b,
            min(place) OVER (PARTITION BY block) AS first,
            lag(place) OVER (PARTITION BY block ORDER BY place) AS before
        FROM sized
    ),
    small AS (SELECT place, block FROM blocks WHERE block % {portions} = {portion}),
    met AS (
        SELECT one.place AS a, other.place AS b, block
        FROM small AS one JOIN small AS other USING (block)
        WHERE one.place < other.place
        UNION ALL
        SELECT first, b, block FROM full_blocks WHERE first < b
        UNION ALL
        SELECT before, b, block FROM full_blocks WHERE before < b
    )
    SELECT a, b, min(block) FROM met GROUP BY a, b
"""
_PAIRS = """
    COPY (
        WITH pairs AS (SELECT a, b, min(block) AS block FROM meetings GROUP BY a, b)
        SELECT a, b FROM pairs ORDER BY block, a, b
    ) TO {pairs} (FORMAT parquet)
"""


def candidate_pairs(folder: Path, places: npt.NDArray[np.uint32]) -> pl.LazyFrame:
    """Return the pairs to compare, each once, a < b, block by block.

    Keys and details lie in the folder; `places` has the place of each mention, as they came.
    """
    named, pairs = folder / "places.parquet", folder / "pairs.parquet"
    pl.DataFrame({"place": places}).with_row_index("came").write_parquet(named)
    names = {
        "keys": parquet(folder / "keys-*.parquet"),
        "details": parquet(folder / "details-*.parquet"),
        "places": parquet(named),
        "pairs": literal(str(pairs)),
        "cap": BLOCK_CAP,
    }
    with connect(folder) as connection:
        for statement in _BLOCKS:
            connection.execute(statement.format(**names))
        (blocked,) = connection.sql("SELECT count(*) FROM blocks").fetchall()[0]
        portions = 1 + blocked // BLOCKED_AT_ONCE
        for portion in range(portions):
            connection.execute(_MEETINGS.format(**names, portions=portions, portion=portion))
        connection.execute(_PAIRS.format(**names))
    return pl.scan_parquet(pairs)
