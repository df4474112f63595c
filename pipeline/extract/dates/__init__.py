"""Dates: every expression of time in a document, laid on the calendar where that can be done.

What an expression says is read by `pipeline.calendar`; which days it means is decided here,
from the document's own date, other dates in the text and the words around it.
"""

from pipeline.extract.dates.mention import DateMention
from pipeline.extract.dates.read import NAME, VERSION, read_dates

__all__ = ["NAME", "VERSION", "DateMention", "read_dates"]
