"""Reading the published warehouse: one way in, which can neither write nor reach outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb

from pipeline.duckdb_config import CONFIG
from pipeline.run.workspace import current_database
from pipeline.settings import Settings


class NothingPublished(RuntimeError):
    """There is no warehouse to read yet."""


class OtherVersion(RuntimeError):
    """The warehouse was built by another version of the program, with other tables or columns."""


class NoSuchRow(LookupError):
    """The warehouse holds nothing by that id or path."""


class AmbiguousId(LookupError):
    """Several rows have ids that begin as the one that was asked for."""


@contextmanager
def open_current(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the current warehouse for reading: no writes, no files, no extensions, no network.

    Raises:
        NothingPublished: no generation has been published.
        OtherVersion: a table or column that the program asks for is not there.
    """
    database = current_database(settings.warehouse)
    if database is None or not database.exists():
        raise NothingPublished(
            f"{settings.warehouse} holds no warehouse yet: run `newsledger build` first"
        )
    with duckdb.connect(
        str(database),
        read_only=True,
        config={
            **CONFIG,
            "autoload_known_extensions": False,
            "enable_external_access": False,
            "lock_configuration": True,
        },
    ) as connection:
        try:
            yield connection
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise OtherVersion(
                f"{settings.warehouse} was built by another version of newsledger: "
                "run `newsledger build` to build it anew"
            ) from error


def rows_of(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    parameters: list[Any] | dict[str, Any] | None = None,
) -> list[dict[str, Any]]:
    """Return the rows of a query as {column: value}."""
    cursor = connection.execute(query, parameters or [])
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
