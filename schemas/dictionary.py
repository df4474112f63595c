"""The data dictionary: one Markdown page rendered from the contracts.

`python -m schemas.dictionary` writes it beside this module.
"""

from collections.abc import Iterable
from pathlib import Path

import pandera.polars as pa

from schemas.ddl import column_rows
from schemas.registry import MARTS, TABLES

PAGE = Path(__file__).with_name("DICTIONARY.md")

_HEAD = """\
# Data dictionary

Every view and table of the warehouse, rendered from the contracts in this folder by
`python -m schemas.dictionary`; a test fails when it is stale. The same descriptions are comments on
the views, tables and columns in DuckDB, and rows of `meta_column`.

The views, `mart_*`, answer questions; the tables are what they are made of.

Ids are 20 hex digits derived from content. Spans are half-open, in Unicode code points into
`dim_document.text`. Times are UTC."""


def render(tables: Iterable[pa.DataFrameSchema]) -> str:
    """Return the page: a list of the views and tables, then each with its columns."""
    tables = list(tables)
    index = ["| view or table | holds |", "|---|---|"]
    index += [f"| [{one.name}](#{one.name}) | {_grain(one)} |" for one in tables]
    return "\n\n".join([_HEAD, "\n".join(index), *map(_section, tables)]) + "\n"


def _grain(table: pa.DataFrameSchema) -> str:
    """Return the first sentence of the table's description."""
    grain, _, _ = (table.description or "").partition(". ")
    return _cell(grain.removesuffix(".") + ".")


def _section(table: pa.DataFrameSchema) -> str:
    lines = [
        f"## {table.name}",
        "",
        str(table.description),
        "",
        "| column | type | null | what it says |",
        "|---|---|---|---|",
    ]
    for row in column_rows([table]):
        says = _cell(row["description"])
        if row["is_key"]:
            says += " **Key.**"
        if row["reference_table"]:
            says += f" → [{row['reference_table']}](#{row['reference_table']})"
        if row["unit_name"] not in (None, "1"):
            says += f" Unit: {_cell(row['unit_name'])}."
        if row["codes"]:
            says += f" One of: {' · '.join(f'`{code}`' for code in row['codes'].split(', '))}."
        null = "yes" if row["is_nullable"] else ""
        kind = _cell(row["type_name"].replace('"', ""))
        lines.append(f"| `{row['column_name']}` | {kind} | {null} | {says} |")
    return "\n".join(lines)


def _cell(text: str | None) -> str:
    """Return the text as it can stand in a Markdown table."""
    return (text or "").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(render([*MARTS.values(), *TABLES.values()]), encoding="utf-8")
