"""The warehouse: a DuckDB file built, checked, numbered."""
