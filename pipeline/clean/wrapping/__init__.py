"""Wrapping: a text that was broken at some width, read as it was before."""

from pipeline.clean.wrapping.unwrap import unwrap

__all__ = ["unwrap"]
