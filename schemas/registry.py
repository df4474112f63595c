"""Every published table, in the order in which a run writes them, and every view over them."""

from types import ModuleType

import pandera.polars as pa

from schemas import claims, dates, entities, figures, marts, meta, quotes, reuse, sources, text

MODULES: tuple[ModuleType, ...] = (
    sources,
    text,
    entities,
    dates,
    figures,
    quotes,
    reuse,
    claims,
    meta,
)

TABLES: dict[str, pa.DataFrameSchema] = {
    str(table.name): table
    for module in MODULES
    for table in vars(module).values()
    if isinstance(table, pa.DataFrameSchema)
}
"""Contract by table name."""

MARTS: dict[str, pa.DataFrameSchema] = {
    str(mart.name): mart
    for mart in vars(marts).values()
    if isinstance(mart, pa.DataFrameSchema) and mart.name not in TABLES
}
"""Contract by the view's name; a view may rest on those before it."""
