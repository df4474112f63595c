"""One expression of time, as the contract fct_date_mention names its columns."""

import datetime as dt
from dataclasses import dataclass

from pipeline.document import Fact


@dataclass(slots=True, kw_only=True)
class DateMention(Fact):
    """An expression of time in used text and the days it means, if they can be known."""

    date_start: dt.date | None
    date_end: dt.date | None
    granularity: str
    basis: str
    anchor_date: dt.date | None = None
    unresolved_reason: str | None = None
    clock_time: str | None = None
    time_zone: str | None = None
    utc_offset_minutes: int | None = None
    is_ambiguous: bool = False
    is_approximate: bool = False
    quote_id: str | None = None
