"""Contracts: what a published table promises, declared once.

A contract is a pandera schema. Everything said about a column (type, nullability, unit,
description, codes, what it refers to) is said here and in the table modules beside this one;
DDL, comments, the Dagster column schema and the data dictionary are rendered from it.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

import pandera.polars as pa
import polars as pl

ID_PATTERN = r"^[0-9a-f]{20}$"

TEXT = pl.String()
INTEGER = pl.Int64()
NUMBER = pl.Float64()
FLAG = pl.Boolean()
DATE = pl.Date()
TIMESTAMP = pl.Datetime("us")
SPANS = pl.List(pl.Struct({"char_start": pl.Int64(), "char_end": pl.Int64()}))
OFFSET_UNIT = "code point"

Codes = type[StrEnum] | Sequence[StrEnum]
"""A closed set of values: one enumeration, or members of several."""


def column(
    name: str,
    dtype: pl.DataType,
    description: str,
    *,
    nullable: bool = False,
    unit: str | None = None,
    codes: Codes | None = None,
    reference: str | None = None,
    linked: bool = False,
    checks: Sequence[pa.Check] = (),
) -> pa.Column:
    """Return one column of a contract.

    `codes` closes the set of values; `reference` names the table whose key this column holds.
    A `linked` column is known only when all documents have been compared: it is absent from
    the rows staged for one document and added by the linking step.
    """
    all_checks = list(checks)
    if codes is not None:
        all_checks.append(pa.Check.isin([code.value for code in codes]))
    return pa.Column(
        dtype,
        name=name,
        description=description,
        nullable=nullable,
        checks=all_checks,
        metadata={
            "unit": unit,
            "codes": None if codes is None else [code.value for code in codes],
            "reference": reference,
            "is_linked": linked,
        },
    )


def key(name: str, description: str, *, pattern: str = ID_PATTERN) -> pa.Column:
    """Return the table's own identifier, unique and never null.

    It is 20 hex digits derived from content, unless `pattern` says otherwise.
    """
    return pa.Column(
        TEXT,
        name=name,
        description=description,
        checks=[pa.Check.str_matches(pattern)],
        metadata={"unit": None, "codes": None, "reference": None, "is_key": True},
    )


def reference(
    name: str, table: str, description: str, *, nullable: bool = False, linked: bool = False
) -> pa.Column:
    """Return a column that holds the key of a row in `table`."""
    return column(name, TEXT, description, nullable=nullable, reference=table, linked=linked)


def code(name: str, codes: Codes, description: str, *, nullable: bool = False) -> pa.Column:
    """Return a column whose values come from a closed set."""
    return column(name, TEXT, description, nullable=nullable, codes=codes)


def flag(name: str, description: str, *, nullable: bool = False) -> pa.Column:
    """Return a boolean column."""
    return column(name, FLAG, description, nullable=nullable)


def count(name: str, description: str, *, nullable: bool = False, unit: str = "1") -> pa.Column:
    """Return a whole number that is never negative."""
    return column(name, INTEGER, description, nullable=nullable, unit=unit, checks=[pa.Check.ge(0)])


def share(name: str, description: str, *, nullable: bool = False) -> pa.Column:
    """Return a part of a whole, from 0 to 1."""
    return column(
        name, NUMBER, description, nullable=nullable, unit="1", checks=[pa.Check.in_range(0, 1)]
    )


def offset(name: str, description: str, *, nullable: bool = False) -> pa.Column:
    """Return an offset in Unicode code points into `dim_document.text`."""
    return count(name, description, nullable=nullable, unit=OFFSET_UNIT)


def span() -> list[pa.Column]:
    """Return the half-open span of a row in its document's text."""
    return [
        offset("char_start", "First code point of the span in dim_document.text."),
        offset("char_end", "Code point after the last one of the span."),
    ]


def provenance() -> list[pa.Column]:
    """Return the columns that say where a fact was read, by what, and by which rule."""
    return [
        reference("document_id", "dim_document", "Document the fact was read in."),
        reference("segment_id", "dim_segment", "Segment of the document the fact was read in."),
        reference("paragraph_id", "dim_paragraph", "Paragraph in which the span begins."),
        reference("sentence_id", "dim_sentence", "Sentence in which the span begins."),
        reference("source_id", "dim_source", "Source the document came from."),
        column("extractor_name", TEXT, "Extractor that read the fact."),
        column("extractor_version", TEXT, "Version of that extractor."),
        column("rule_id", TEXT, "Rule of the extractor that decided."),
    ]


def passed_on(
    table: pa.DataFrameSchema, *names: str, nullable: bool | None = None, **renamed: str
) -> list[pa.Column]:
    """Return columns of a table as a view passes them on, under their names or as renamed.

    A view has no key: the table's becomes a reference to it. An outer join makes a column
    `nullable`, and a condition may free it of nulls.
    """
    columns = []
    for name, new_name in (dict.fromkeys(names) | renamed).items():
        one = table.columns[name]
        metadata = dict[str, Any](one.metadata or {})
        if metadata.pop("is_key", False):
            metadata["reference"] = table.name
        columns.append(
            pa.Column(
                one.dtype,
                name=new_name or name,
                description=one.description,
                nullable=one.nullable if nullable is None else nullable,
                checks=one.checks,
                metadata=metadata,
            )
        )
    return columns


def contract(name: str, description: str, columns: Iterable[pa.Column]) -> pa.DataFrameSchema:
    """Return the contract of one table.

    `description` begins with the table's grain. Columns are strict and ordered.
    """
    by_name: dict[str, pa.Column] = {}
    for one in columns:
        if one.name in by_name:
            raise ValueError(f"{name} declares the column {one.name} twice")
        by_name[one.name] = one
    return pa.DataFrameSchema(
        by_name, name=name, description=description, strict=True, ordered=True
    )


def polars_schema(table: pa.DataFrameSchema) -> pl.Schema:
    """Return the polars schema (column name -> type) that the contract declares."""
    return pl.Schema({name: one.dtype.type for name, one in table.columns.items()})


def staged_schema(table: pa.DataFrameSchema) -> pl.Schema:
    """Return the polars schema of the rows staged for one document: no linked column."""
    return pl.Schema({name: table.columns[name].dtype.type for name in staged_columns(table)})


def staged_columns(table: pa.DataFrameSchema) -> list[str]:
    """Return the names of the columns that are known before all documents have been compared."""
    return [
        str(name)
        for name, one in table.columns.items()
        if not (one.metadata or {}).get("is_linked")
    ]


def key_of(table: pa.DataFrameSchema) -> str | None:
    """Return the name of the contract's key column, or None for a table without one."""
    for name, one in table.columns.items():
        if (one.metadata or {}).get("is_key"):
            return str(name)
    return None


def references_of(table: pa.DataFrameSchema) -> dict[str, str]:
    """Return {column: table it refers to} for the contract."""
    return {
        str(name): str(metadata["reference"])
        for name, one in table.columns.items()
        if (metadata := dict[str, Any](one.metadata or {})).get("reference")
    }


def linked_columns(table: pa.DataFrameSchema) -> list[str]:
    """Return the names of the columns that only the comparison of all documents can fill."""
    return [
        str(name) for name, one in table.columns.items() if (one.metadata or {}).get("is_linked")
    ]
