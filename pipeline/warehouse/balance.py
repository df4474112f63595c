"""The balance: every number and every quotation mark in used text is accounted for.

Numbers and marks are counted here by scans that share nothing with the extractors' grammars;
a balance that asked the grammar what a number is could not fail.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl

from pipeline.warehouse.checks import Breach, CheckKind

# ASCII digits only: `\d` would also take the digits of other scripts.
_NUMBER = re.compile(
    r"[0-9]+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|hundreds|thousand|thousands|million|millions|billion|billions"
    r"|trillion|dozen|dozens|half|twice)\b",
    re.IGNORECASE,
)
_MARK = re.compile('["“”„«»]')
_BATCH = 50_000
_SHOWN = 5


def unbalanced(connection: duckdb.DuckDBPyConnection, scratch: Path) -> list[Breach]:
    """Return a breach for numbers, and one for marks, that no row of the generation covers.

    `scratch` is a folder for what was counted, on its way from the scan to SQL.
    """
    breaches = []
    for table, check, pattern, covering in (
        ("fct_figure", "every number is a figure, part of a date, or a reject", _NUMBER, _NUMBERS),
        ("fct_quote", "every quotation mark is at a quote or a reject", _MARK, _MARKS),
    ):
        found = scratch / "found"
        found.mkdir()
        for index, batch in enumerate(_found(connection, pattern)):
            batch.write_parquet(found / f"part-{index:05d}.parquet")
        lost = (
            f"WITH covering AS ({covering}), "  # noqa: S608 - no outside text
            "covered AS (SELECT document_id, char_start, max(char_end) OVER "
            "(PARTITION BY document_id ORDER BY char_start) AS reach FROM covering) "
            "SELECT f.surface, f.sentence_id FROM read_parquet(?) AS f "
            "ASOF LEFT JOIN covered AS c "
            "ON f.document_id = c.document_id AND f.position >= c.char_start "
            "WHERE c.reach IS NULL OR c.reach <= f.position"
        )
        parts = [str(found / "part-*.parquet")]
        counted = connection.execute(f"SELECT count(*) FROM ({lost})", parts).fetchone()  # noqa: S608
        if counted and counted[0]:
            rows = connection.execute(f"{lost} ORDER BY ALL LIMIT {_SHOWN}", parts).fetchall()
            shown = tuple(f"{surface!r} in sentence {sentence}" for surface, sentence in rows)
            breaches.append(Breach(CheckKind.BALANCE, table, check, int(counted[0]), shown))
        shutil.rmtree(found)
    return breaches


_NUMBERS = """
    SELECT document_id, char_start, char_end FROM fct_figure
    UNION ALL SELECT document_id, char_start, char_end FROM fct_date_mention
    UNION ALL SELECT document_id, char_start, char_end FROM meta_reject
    WHERE char_start IS NOT NULL AND document_id IS NOT NULL
"""
# A mark stands just outside the quoted words, or within words quoted by other marks.
_MARKS = """
    SELECT document_id, char_start - 3 AS char_start, char_end + 3 AS char_end FROM fct_quote
    UNION ALL SELECT document_id, char_start, char_end FROM meta_reject
    WHERE char_start IS NOT NULL AND document_id IS NOT NULL
"""


def _found(
    connection: duckdb.DuckDBPyConnection, pattern: re.Pattern[str]
) -> Iterator[pl.DataFrame]:
    """Yield what the pattern finds in used sentences, by document, sentence and position."""
    schema = pl.Schema(
        {
            "document_id": pl.String(),
            "sentence_id": pl.String(),
            "position": pl.Int64(),
            "surface": pl.String(),
        }
    )
    yield pl.DataFrame(schema=schema)
    cursor = connection.execute(
        "SELECT document_id, sentence_id, char_start, text FROM dim_sentence WHERE is_used"
    )
    while rows := cursor.fetchmany(_BATCH):
        hits = [
            (document_id, sentence_id, start + match.start(), match.group())
            for document_id, sentence_id, start, text in rows
            for match in pattern.finditer(text)
        ]
        yield pl.DataFrame(hits, schema=schema, orient="row")
