"""Dates: the contract of what the text says about time, and of the calendar it is joined to."""

from enum import StrEnum

import pandera.polars as pa

from schemas.contract import (
    DATE,
    INTEGER,
    TEXT,
    code,
    column,
    contract,
    count,
    flag,
    key,
    provenance,
    reference,
    span,
)


class Granularity(StrEnum):
    """How wide the named piece of calendar is."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    TIME = "time"


class DateBasis(StrEnum):
    """What the dates of a row rest on."""

    EXPLICIT = "explicit"
    """Everything needed stands in the expression."""
    INFERRED_YEAR = "inferred_year"
    """Day or month as written, the year from the anchor: "in April"."""
    DOCUMENT_DATE = "document_date"
    """Counted from the document's own date: "last month"."""
    STATED_DATE = "stated_date"
    """Counted from a date stated elsewhere in the text: "two days later"."""
    EVENT_DATE = "event_date"
    """Counted from an event: "a month after the talks began"."""
    RECURRING = "recurring"
    """Names many days: "on Sundays"."""
    VAGUE = "vague"
    """Names no definite stretch of time: "in recent decades"."""


class UnresolvedReason(StrEnum):
    """Why a row has no dates."""

    NO_DOCUMENT_DATE = "no_document_date"
    NO_ANTECEDENT = "no_antecedent"
    EVENT_NOT_DATED = "event_not_dated"
    DAY_MONTH_ORDER = "day_month_order"
    DAY_NOT_STATED = "day_not_stated"
    OUT_OF_CALENDAR = "out_of_calendar"
    RECURRING = "recurring"
    VAGUE = "vague"


class DatePassedOver(StrEnum):
    """Why something that looks like a date was not taken for one."""

    IMPOSSIBLE_DATE = "impossible_date"
    NAME_OR_COMMON_WORD = "name_or_common_word"
    YEAR_WITHOUT_EVIDENCE = "year_without_evidence"


FCT_DATE_MENTION = contract(
    "fct_date_mention",
    "One row per expression of time in used text: a date, a stretch of days, a clock time.",
    [
        key("date_mention_id", "Hash of the document, its text and the span."),
        reference("quote_id", "fct_quote", "Quote the expression stands in.", nullable=True),
        column("date_start", DATE, "First day meant; null when it cannot be known.", nullable=True),
        column(
            "date_end",
            DATE,
            "Last day meant, never before date_start; null when date_start is.",
            nullable=True,
        ),
        code("granularity", Granularity, "How wide the named piece of calendar is."),
        code("basis", DateBasis, "What date_start and date_end rest on."),
        column(
            "anchor_date",
            DATE,
            "Day the expression was counted from; null for one that needs none or lacks it.",
            nullable=True,
        ),
        code("unresolved_reason", UnresolvedReason, "Why there are no dates.", nullable=True),
        column(
            "clock_time",
            TEXT,
            "Clock time stated with the date, HH:MM on the 24-hour clock.",
            nullable=True,
        ),
        column("time_zone", TEXT, "Time zone as written beside the clock time.", nullable=True),
        column(
            "utc_offset_minutes",
            INTEGER,
            "Minutes east of UTC; null when the zone is not stated or has summer time.",
            nullable=True,
            unit="min",
        ),
        column("surface", TEXT, "The expression as written: dim_document.text over the span."),
        flag(
            "is_ambiguous",
            "The text allows another day: 3/4/2022, a weekday that contradicts its date, "
            '"next Friday" said on a Monday.',
        ),
        flag(
            "is_approximate",
            'The bounds are a convention: "a month ago", "early 2022", "spring".',
        ),
        *span(),
        *provenance(),
    ],
)


DIM_DATE = contract(
    "dim_date",
    "One row per calendar day from the first to the last that a fact names, within 1900 to 2100.",
    [
        pa.Column(
            DATE,
            name="date_key",
            description="The day itself, which facts and documents join to.",
            metadata={"unit": None, "codes": None, "reference": None, "is_key": True},
        ),
        count("year", "Calendar year."),
        count("quarter", "Quarter of the year, 1 to 4."),
        count("month", "Month of the year, 1 to 12."),
        column("month_name", TEXT, "English name of the month."),
        column("month_start_date", DATE, "First day of the month."),
        count("iso_year", "Year that the ISO 8601 week belongs to."),
        count("iso_week", "ISO 8601 week, 1 to 53."),
        column("week_start_date", DATE, "Monday of the week."),
        count("day", "Day of the month, 1 to 31."),
        count("day_of_year", "Day of the year, 1 to 366."),
        count("day_of_week", "Day of the week, Monday 1 to Sunday 7."),
        column("day_name", TEXT, "English name of the weekday."),
        flag("is_weekend", "Saturday or Sunday."),
    ],
)
