"""Quotes: who said what, in whose words, on what evidence.

Whatever turns marks, reporting verbs and turns of speech into attributed words belongs here.
Who a named speaker is in other documents does not: that is linking.
"""

from pipeline.extract.quotes.quote import NAME, VERSION, Quote
from pipeline.extract.quotes.read import read_quotes

__all__ = ["NAME", "VERSION", "Quote", "read_quotes"]
