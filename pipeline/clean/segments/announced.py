"""Announcements: what a document calls itself in its first lines, and what that makes of names.

Under "PRESS REVIEW" a name where outlets stand is an outlet's, whether or not a list knows
it; under "News in brief" it may as well be a place or a topic.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

from pipeline.clean.segments.outlet_names import SECTIONS
from pipeline.clean.segments.outlets import Form, Mark
from pipeline.clean.segments.row import Row

_HEAD_ROWS = 5
_MAX_WORDS = 18
_MIN_MARKS = 3
_PRESS = re.compile(
    r"\breview of the (?:\w+ )?(?:press|papers|newspapers)\b"
    r"|\b(?:press|media|papers?|newspapers?) (?:reviews?|digest|round-?up|summary|survey"
    r"|monitor(?:ing)?|clippings?|cuttings|overview|scan|watch)\b"
    r"|\b(?:in|from|across) (?:the|today['’]s|this \w+['’]s) (?:\w+ )?(?:papers|press|newspapers)\b"
    r"|\bwhat (?:the )?(?:\w+ )?(?:papers|press|newspapers|dailies) (?:are saying|say|said)\b"
    r"|\bwhat (?:the )?(?:\w+ )?(?:papers|press|newspapers|dailies|they|others) (?:write|wrote)\b"
    r"|\b(?:papers|papers and agencies|newspapers) say\b|\bfront pages\b"
    r"|^(?:the |this |today['’]s )?(?:weekend|\w+day|morning)(?:['’]s)? (?:news)?papers\b",
    re.IGNORECASE,
)
_ROUND_UP = re.compile(
    r"\b(?:digest|round-?up|in brief|top stories|headlines (?:from|of|today)|newsletter"
    r"|(?:news|morning|evening|daily|weekly|world) (?:briefing|briefs?|bulletin|wrap|headlines)"
    r"|(?:news|week in) (?:reviews?|summary|monitor(?:ing)?))\b",
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"\blive\b|\b(?:latest|live) (?:updates|news)\b|\bthe latest\b|\bas it happened\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:transcript|press conference|interview)\b|(?:q|question)\s?:", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


class Announced(IntEnum):
    """What a document says that it is made of."""

    NOTHING = 0
    ITEMS = 1
    OUTLETS = 2


def announced(rows: Sequence[Row]) -> Announced:
    """Return what the document's first lines say that it is made of."""
    head = [row.text for row in rows[:_HEAD_ROWS] if row.line.word_count <= _MAX_WORDS]
    if any(map(_SPOKEN.search, head)):
        return Announced.NOTHING
    if any(map(_PRESS.search, head)):
        return Announced.OUTLETS
    return Announced.ITEMS if any(map(_ROUND_UP.search, head)) else Announced.NOTHING


def is_live(rows: Sequence[Row]) -> bool:
    """Return whether the document's first lines say that it is written while things happen."""
    return any(row.line.word_count <= _MAX_WORDS and _LIVE.search(row.text) for row in rows[:3])


def believed(rows: Sequence[Row], marks: dict[int, Mark], form: Form) -> dict[int, Mark]:
    """Return the marks whose names are taken for outlets' in a document of that announcement.

    Beyond the known ones those of a document that announces outlets, or whose items end in
    them: three at least, most of them different, and neither topics nor words of the text.
    """
    known = {index: mark for index, mark in marks.items() if mark.is_known}
    said = announced(rows)
    ends_items = form in {Form.BRACKETS, Form.LAST}
    if said is Announced.NOTHING or (said is Announced.ITEMS and not ends_items):
        return known
    words = {word for row in rows for word in _WORD.findall(row.text) if word.islower()}
    trusted = {
        index: mark
        for index, mark in marks.items()
        if mark.is_known or not _is_topic(mark.outlet, words)
    }
    names = {mark.outlet.lower() for mark in trusted.values()}
    if len(trusted) < _MIN_MARKS or 2 * len(names) < len(trusted):
        return known
    return trusted


def _is_topic(name: str, words: set[str]) -> bool:
    written = [word.lower() for word in _WORD.findall(name)]
    return SECTIONS.issuperset(written) or words.issuperset(written)
