"""Anchors found in the text itself, for documents whose own date is not known."""

import bisect
import datetime as dt
import re

from pipeline.calendar.grammar import read_expressions
from pipeline.calendar.period import OutOfCalendarError, make_date
from pipeline.calendar.when import Expression, Named
from pipeline.document import AnalysedDocument

_DIGITS = re.compile(r"[0-9]+")


class StatedDays:
    """Days that the text states together with their weekday, or calls today, by place.

    News tells its own days so, and those of long ago without: "on Thursday (9 May 2024)".
    """

    def __init__(self, document: AnalysedDocument, used: list[Expression]) -> None:
        expressions = list(used)
        for paragraph in document.paragraphs:
            if not paragraph.is_used:
                expressions += read_expressions(
                    document.text, paragraph.char_start, paragraph.char_end
                )
        days = []
        for expression in expressions:
            date = _own_day(expression)
            if date is not None:
                days.append((expression.char_start, date))
        days.sort()
        self._places = [place for place, _ in days]
        self._days = [date for _, date in days]

    def nearest(self, char: int) -> dt.date | None:
        """Return the day stated nearest to the place, of two equally near the one before it."""
        after = bisect.bisect_right(self._places, char)
        around = [index for index in (after - 1, after) if 0 <= index < len(self._places)]
        chosen = min(around, key=lambda index: abs(self._places[index] - char), default=None)
        return None if chosen is None else self._days[chosen]


def _own_day(expression: Expression) -> dt.date | None:
    when = expression.when
    if not isinstance(when, Named) or not (when.year and when.number and when.day) or when.either:
        return None
    if when.weekday is None and not expression.rule_id.startswith("today_"):
        return None
    try:
        return make_date(when.year, when.number, when.day)
    except OutOfCalendarError:
        return None


def day_first_order(text: str, expressions: list[Expression]) -> bool | None:
    """Return whether this text's numeric dates put the day first, if they show and agree."""
    orders = set()
    for expression in expressions:
        when = expression.when
        if (
            expression.rule_id.endswith("numeric")
            and isinstance(when, Named)
            and not when.either
            and when.day != when.number
        ):
            first = _DIGITS.search(text, expression.char_start, expression.char_end)
            orders.add(first is not None and int(first.group()) == when.day)
    return orders.pop() if len(orders) == 1 else None
