"""What a model is asked and what it answers, as plain data: nothing of spaCy is imported here."""

from collections.abc import Sequence
from dataclasses import dataclass

# A paragraph and the offsets, relative to it, at which its sentences begin.
Unit = tuple[str, Sequence[int]]


@dataclass(slots=True)
class Analysis:
    """What the model says of one paragraph; offsets are relative to the paragraph."""

    start: list[int]
    end: list[int]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entities: list[tuple[int, int, str]]
