"""Every published table, in the order in which a run writes them."""

from types import ModuleType

import pandera.polars as pa

from schemas import claims, dates, entities, figures, meta, quotes, reuse, sources, text

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
