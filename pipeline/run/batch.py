"""A batch of work: what it is, and what it came to."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Document

Batch = Sequence[tuple[str, Document]]
"""Documents, each with the key its rows are staged under."""


@dataclass(slots=True, frozen=True)
class BatchReport:
    """What one batch came to."""

    documents: int
    paragraphs: int
    words: int
    analysed: int
    """Paragraphs that the model read; the others were read before, here or in another text."""
