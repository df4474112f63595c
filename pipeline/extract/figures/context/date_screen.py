"""Screening of dates: which dates of a sentence tell of something else than a figure."""

from collections.abc import Sequence
from typing import Final

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.context.context import Context
from pipeline.extract.figures.context.subjects import HAVE
from pipeline.extract.figures.figure import DateSpan, Figure
from pipeline.extract.figures.words import WEEKDAYS

# "Until May", "till 2030": how far it holds, not when it happened.
_LIMITS: Final = frozenset(("until", "till"))
# Works, laws and makes go by the year they came out in.
_WORKS: Final = frozenset(
    """album book car convention edition film law model movie novel painting song treaty version
    vintage""".split()
)
# Things happen on a day; what is "up 5% on the year" is compared with it.
_PERIODS: Final = frozenset("year years quarter month months decade earlier".split())
_DAYS: Final = WEEKDAYS | {"day", "days", "eve", "weekend", "anniversary"}
# "Two days after": what follows is the event that the days are counted from.
_COUNTED_FROM: Final = frozenset(("after", "before"))
_CLIMB = 24
"""Steps up the parse in which the lead of a clause is looked for."""


class DateScreen:
    """Knows of a document's dates which are limits, bases of comparison or names of things."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.children = doc.children

    def names_thing(self, date: DateSpan) -> bool:
        """Tell whether a year says which of several works it is: "the 1998 edition"."""
        after = self.doc.tokens_in(date.char_start, date.char_end).stop
        following = self.tokens.text[after] if after < len(self.tokens) else ""
        is_year = self.text[date.char_start : date.char_end].isdecimal()
        return is_year and following in _WORKS

    def of_its_event(self, dates: Sequence[DateSpan], context: Context) -> Sequence[DateSpan]:
        """Return the dates without those of an event told so long after or before the figure's.

        "Reopened on Tuesday, nine days after a storm sank two tugs": neither says when they sank.
        """
        for index in range(len(dates) - 1, -1, -1):
            date = dates[index]
            leading = self.doc.tokens_in(date.char_start, date.char_end).stop - 1
            if (
                0 <= leading < context.first
                and self.tokens.text[leading].lower() in _COUNTED_FROM
                and self._is_led_by(leading, context.first)
            ):
                return dates[index + 1 :]
        return dates

    def _is_led_by(self, leading: int, node: int) -> bool:
        """Tell whether a token stands in the clause or phrase that "after" or "before" leads."""
        tokens = self.tokens
        led = tokens.head[leading] if tokens.dep[leading] == "mark" else leading
        for _ in range(_CLIMB):
            if node == led:
                return True
            if tokens.head[node] == node:
                return False
            node = tokens.head[node]
        return False

    def is_base(self, date: DateSpan, leading: int, figure: Figure) -> bool:
        """Tell whether a date is what a figure is set against, or how far it holds."""
        if leading < 0:
            return False
        word = self.tokens.text[leading].lower()
        if word == "on":
            inside = self.doc.tokens_in(date.char_start, date.char_end)
            words = [self.tokens.text[index].lower() for index in inside]
            day = any(one in _DAYS or one[0].isdigit() for one in words)
            return words[-1] in _PERIODS and not day
        if word == "since":
            return not self._is_time_since(leading, figure)
        return word in _LIMITS

    def _is_time_since(self, since: int, figure: Figure) -> bool:
        """Tell whether it tells when: "has sold 40 since May", not "the most since May"."""
        tokens = self.tokens
        verb = tokens.head[since]
        perfect = any(tokens.text[child].lower() in HAVE for child in self.children[verb])
        between = self.doc.tokens_in(figure.char_end, tokens.start[since])
        return perfect and all(tokens.text[index] != "," for index in between)

    def is_span(self, date: DateSpan) -> bool:
        """Tell whether a date after "from" goes on to an end: "from May to July"."""
        words = self.text[date.char_start : date.char_end + 10].lower()
        return any(mark in words for mark in (" to ", " until ", " through "))
