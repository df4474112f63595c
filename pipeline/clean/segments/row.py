"""A line as items are sought in it, and an item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.line import CLOSERS, INNER_END, Line
from pipeline.clean.segments.outlets import is_known_outlet, outlet_name, undecorated
from schemas.text import SegmentBasis

_DATE_WORDS = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs)?|fri|sat|sun"
    r"|(?:january|february|march|april|august|september|october|november|december)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[ap]\.?m\.?|[a-z]{1,2}[est]t|gmt|utc|at|on"
    r"|updated?|published|posted|hours?|minutes?|mins?|hrs?|ago|[0-9]{1,4}(?:st|nd|rd|th|h|m|am|pm)?)"
)
_WORD = re.compile(r"[^\W_]+(?:\.[ap-]?m\b)?")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", "…")


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
    def is_heading(self) -> bool:
        """Whether it is one short sentence without its full stop."""
        bare = self.text.rstrip(CLOSERS)
        return (
            self.is_used
            and self.line.word_count <= 40
            and not bare.endswith(_SENTENCE_ENDS)
            and INNER_END.search(self.text) is None
        )


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


def first_heading(rows: Sequence[Row], start: int, end: int) -> str | None:
    """Return the heading that the lines [start, end) open with, or None."""
    for row in rows[start : min(end, start + 3)]:
        text = undecorated(row.text)
        if row.is_heading and not is_moment(text) and not _is_outlet(text):
            return text
        if row.is_prose:
            break
    return None


def _is_outlet(text: str) -> bool:
    name = outlet_name(text)
    return name is not None and is_known_outlet(name)


def is_moment(text: str) -> bool:
    """Return whether the line is nothing but a date or a time of day."""
    if len(text) > 40 or not any(map(str.isdigit, text)):
        return False
    return all(_DATE_WORDS.fullmatch(word) for word in _WORD.findall(text.lower()))
