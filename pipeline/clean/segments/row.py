"""A line as items are sought in it, and an item."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.line import Line
from pipeline.clean.moments import is_moment
from pipeline.clean.segments.outlets import is_known_outlet, outlet_name, undecorated
from schemas.text import SegmentBasis


@dataclass(slots=True)
class Row:
    """One line of a cleaned document, as items are sought in it."""

    line: Line
    role: str
    is_used: bool
    rule_id: str

    @property
    def text(self) -> str:
        """The line's own characters."""
        return self.line.text

    @property
    def is_prose(self) -> bool:
        """Whether it tells something of the world in a sentence."""
        return self.is_used and self.line.is_prose

    @property
    def tells(self) -> bool:
        """Whether it is prose, or a sentence too short to be known for prose by itself."""
        return self.is_prose or (
            self.is_used and self.line.word_count > 3 and self.text.endswith((".", "!"))
        )

    @property
    def is_heading(self) -> bool:
        """Whether it is one short sentence without its full stop."""
        return self.is_used and self.line.reads_as_heading


@dataclass(slots=True)
class Item:
    """One item of a digest: its lines [start, end), and the outlet it names."""

    start: int
    end: int
    basis: SegmentBasis
    outlet: str | None = None
    title: str | None = None
    layout: str = ""
    """Where in the item its outlet stands."""


def first_heading(
    rows: Sequence[Row], start: int, end: int, outlet: str | None = None
) -> str | None:
    """Return the heading that the lines [start, end) open with, or None; their outlet is none."""
    for row in rows[start : min(end, start + 3)]:
        text = undecorated(row.text)
        if row.is_heading and not is_moment(text) and not _is_outlet(text, outlet):
            return text
        if row.is_prose:
            break
    return None


def _is_outlet(text: str, own: str | None) -> bool:
    name = outlet_name(text)
    return name is not None and (name == own or is_known_outlet(name))
