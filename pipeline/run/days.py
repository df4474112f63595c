"""The calendar: one row per day that a fact or a document falls on, and every day between."""

import datetime as dt

import polars as pl

from pipeline.run.workspace import Workspace

_EARLIEST = dt.date(1900, 1, 1)
_LATEST = dt.date(2100, 12, 31)
"""A text that speaks of the year 900 must not cost a calendar of a thousand years."""


def calendar(workspace: Workspace) -> pl.DataFrame:
    """Return dim_date: every day from the first to the last named, within two centuries."""
    days = pl.concat(
        [
            workspace.scan("fct_date_mention").select(day="date_start"),
            workspace.scan("fct_date_mention").select(day="date_end"),
            workspace.scan("dim_document").select(day="published_date"),
        ]
    )
    bounds = (
        days.filter(pl.col("day").is_between(_EARLIEST, _LATEST))
        .select(first=pl.col("day").min(), last=pl.col("day").max())
        .collect()
    )
    first, last = bounds.row(0)
    if first is None:
        return _described(pl.Series("date_key", [], dtype=pl.Date))
    return _described(pl.date_range(first, last, eager=True).alias("date_key"))


def _described(days: pl.Series) -> pl.DataFrame:
    day = pl.col("date_key").dt
    return pl.DataFrame([days]).with_columns(
        year=day.year().cast(pl.Int64),
        quarter=day.quarter().cast(pl.Int64),
        month=day.month().cast(pl.Int64),
        month_name=day.strftime("%B"),
        month_start_date=day.month_start(),
        iso_year=day.iso_year().cast(pl.Int64),
        iso_week=day.week().cast(pl.Int64),
        week_start_date=day.truncate("1w"),
        day=day.day().cast(pl.Int64),
        day_of_year=day.ordinal_day().cast(pl.Int64),
        day_of_week=day.weekday().cast(pl.Int64),
        day_name=day.strftime("%A"),
        is_weekend=day.weekday() >= 6,
    )
