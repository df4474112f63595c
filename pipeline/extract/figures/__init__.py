"""Figures: numbers a reader would quote, each with unit, bound, noun and context."""

from pipeline.extract.figures.figure import NAME, VERSION, Figure, FigureEntity
from pipeline.extract.figures.figures import read_figures

__all__ = ["NAME", "VERSION", "Figure", "FigureEntity", "read_figures"]
