"""How every DuckDB connection of ours is set, whatever it is opened for."""

from typing import Final

CONFIG: Final[dict[str, str | int | float | list[str]]] = {
    "autoinstall_known_extensions": False,
    # DuckDB 1.5 and 2.0 may take two joins for one and answer wrongly: duckdb/duckdb#25819.
    "disabled_optimizers": "common_subplan",
}
