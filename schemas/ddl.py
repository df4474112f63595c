"""DuckDB's view of a contract: types, CREATE TABLE, comments, and the rows of meta_column."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandera.polars as pa
import polars as pl
from polars.datatypes import DataTypeClass

from schemas.contract import polars_schema

_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    # UTC by contract: BI tools read TIMESTAMP everywhere, TIMESTAMPTZ hardly anywhere.
    pl.Datetime: "TIMESTAMP",
}


def identifier(name: str) -> str:
    """Return the name quoted as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return the text quoted as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def duckdb_type(dtype: pl.DataType) -> str:
    """Return the DuckDB type that holds values of a polars type.

    Raises:
        TypeError: a contract has no use for such a type.

    >>> duckdb_type(pl.List(pl.Struct({"char_start": pl.Int64(), "char_end": pl.Int64()})))
    'STRUCT("char_start" BIGINT, "char_end" BIGINT)[]'
    """
    if isinstance(dtype, pl.List):
        return f"{duckdb_type(_instance(dtype.inner))}[]"
    if isinstance(dtype, pl.Struct):
        fields = ", ".join(
            f"{identifier(field.name)} {duckdb_type(_instance(field.dtype))}"
            for field in dtype.fields
        )
        return f"STRUCT({fields})"
    if isinstance(dtype, pl.Datetime) and dtype.time_zone is not None:
        raise TypeError(f"no contract may hold {dtype}: times are UTC without a zone")
    try:
        return _TYPES[type(dtype)]
    except KeyError:
        raise TypeError(f"no contract may hold {dtype}") from None


def _instance(dtype: pl.DataType | DataTypeClass) -> pl.DataType:
    """Return the type itself where polars hands out its class."""
    return dtype() if isinstance(dtype, DataTypeClass) else dtype


def create_table(table: pa.DataFrameSchema) -> str:
    """Return the statement that creates the table.

    It declares no keys: DuckDB checks them row by row at four to eight times the load's cost,
    so they are checked in SQL once the rows are in.
    """
    lines = [
        f"    {identifier(name)} {duckdb_type(dtype)}"
        + ("" if table.columns[name].nullable else " NOT NULL")
        for name, dtype in polars_schema(table).items()
    ]
    return f"CREATE TABLE {identifier(_name(table))} (\n" + ",\n".join(lines) + "\n)"


def comments(table: pa.DataFrameSchema, *, kind: str = "TABLE") -> Iterator[str]:
    """Yield the statements that comment on the TABLE or VIEW and on each of its columns."""
    name = _name(table)
    yield f"COMMENT ON {kind} {identifier(name)} IS {literal(table.description or '')}"
    for row in column_rows([table]):
        yield (
            f"COMMENT ON COLUMN {identifier(name)}.{identifier(row['column_name'])} "
            f"IS {literal(column_comment(row))}"
        )


def column_comment(row: dict[str, Any]) -> str:
    """Return one line that says all that `column_rows` knows of a column, save its type."""
    parts = [row["description"]]
    if row["is_key"]:
        parts.append("Key.")
    if row["reference_table"]:
        parts.append(f"Refers to {row['reference_table']}.")
    if row["unit_name"] not in (None, "1"):
        parts.append(f"Unit: {row['unit_name']}.")
    if row["codes"]:
        parts.append(f"One of: {row['codes']}.")
    return " ".join(parts)


def column_rows(tables: Iterable[pa.DataFrameSchema]) -> list[dict[str, Any]]:
    """Return one row of `meta_column` per column of the tables, in their order."""
    return [
        _column_row(table, index, name, dtype)
        for table in tables
        for index, (name, dtype) in enumerate(polars_schema(table).items())
    ]


def _column_row(
    table: pa.DataFrameSchema, index: int, name: str, dtype: pl.DataType
) -> dict[str, Any]:
    declared = table.columns[name]
    metadata = dict[str, Any](declared.metadata or {})
    codes = metadata.get("codes")
    return {
        "table_name": _name(table),
        "column_name": name,
        "column_index": index,
        # As DuckDB itself writes the type of a column.
        "type_name": duckdb_type(dtype).replace('"', ""),
        "is_nullable": bool(declared.nullable),
        "is_key": bool(metadata.get("is_key")),
        "reference_table": metadata.get("reference"),
        "unit_name": metadata.get("unit"),
        "codes": ", ".join(codes) if codes else None,
        "description": declared.description or "",
    }


def _name(table: pa.DataFrameSchema) -> str:
    return str(table.name)
