"""Figures: numbers a reader would quote, each with unit, bound, noun and context.

Whatever turns text into a measured value belongs here. Whether two figures agree does not:
that is for claims. Every number word and run of digits of a used sentence ends up in a
figure, in a date that an earlier step read, or in a reject with its reason.

A sentence goes through the rooms in this order, and no room knows a later one:

- numbers: digits and number words become values;
- units: the marks and words beside a value become its unit;
- quantities: value, sign, unit and bound become a draft, two drafts a range;
- screen: dates, labels, scores and names are passed over, each with why;
- counted: a draft takes its place among the tokens and the noun that it counts;
- context: the parse tells who, what, where, when and in what mode;
- tables: a cell is read alone, and its label, column and title tell what a parse cannot.

`read` leads through them, `assemble` puts a figure together from what they found.
"""

from pipeline.extract.figures.figure import NAME, VERSION, Figure, FigureEntity
from pipeline.extract.figures.read import read_figures

__all__ = ["NAME", "VERSION", "Figure", "FigureEntity", "read_figures"]
