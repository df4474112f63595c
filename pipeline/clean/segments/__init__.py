"""Segments: a document that digests several outlets or items, cut into its items."""

from pipeline.clean.segments.cut import cut_segments

__all__ = ["cut_segments"]
