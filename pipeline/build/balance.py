"""The balance: every number and every quotation mark in used text is accounted for.

Numbers and marks are counted here by scans that share nothing with the extractors' grammars;
a balance that asked the grammar what a number is could not fail.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl

from pipeline.build.checks import Breach, CheckKind

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
        connection.execute(f"CREATE OR REPLACE TEMP TABLE covering AS {covering}")
        count, shown = 0, []
        for batch in _found(connection, pattern):
            batch.write_parquet(scratch / "found.parquet")
            lost = connection.execute(
                "SELECT f.surface, f.sentence_id FROM read_parquet(?) AS f ANTI JOIN covering AS c "
                "ON f.document_id = c.document_id "
                "AND c.char_start <= f.position AND f.position < c.char_end "
                "ORDER BY f.sentence_id, f.position",
                [str(scratch / "found.parquet")],
            ).fetchall()
            count += len(lost)
            shown += [f"{surface!r} in sentence {sentence}" for surface, sentence in lost]
        connection.execute("DROP TABLE covering")
        (scratch / "found.parquet").unlink(missing_ok=True)
        if count:
            breaches.append(Breach(CheckKind.BALANCE, table, check, count, tuple(shown[:_SHOWN])))
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
    cursor = connection.cursor()
    cursor.execute(
        "SELECT document_id, sentence_id, char_start, text FROM dim_sentence WHERE is_used"
    )
    while rows := cursor.fetchmany(_BATCH):
        hits = [
            (document_id, sentence_id, start + match.start(), match.group())
            for document_id, sentence_id, start, text in rows
            for match in pattern.finditer(text)
        ]
        yield pl.DataFrame(
            hits,
            schema={
                "document_id": pl.String(),
                "sentence_id": pl.String(),
                "position": pl.Int64(),
                "surface": pl.String(),
            },
            orient="row",
        )
