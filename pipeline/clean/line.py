"""A line while its role is sought: what rules ask of it, and what they decide."""

import re

from schemas.text import Role

USED = frozenset(
    {
        Role.HEADLINE,
        Role.STANDFIRST,
        Role.BODY,
        Role.SUBHEAD,
        Role.TEASER,
        Role.REPEAT,
        Role.DATELINE,
    }
)
"""Roles that facts are read from, unless a rule says otherwise."""


CLOSERS = "\"'”’»)]"
INNER_END = re.compile(r"(?:[a-z]|[0-9]{4})[.!?][\"'”’»)]{0,3} +[\"'“‘(]?[A-Z]")

LONG = 500
"""Words, or characters, from which on a line is not measured further: it is prose."""
_PROSE_WORDS = 15
_HEADING_WORDS = 40
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", "…")


class Line:
    """One line of a document while its role is sought."""

    __slots__ = (
        "char_end",
        "char_start",
        "follows_blank",
        "is_prose",
        "is_used",
        "role",
        "rule_id",
        "text",
        "word_count",
    )

    def __init__(self, char_start: int, text: str, *, follows_blank: bool) -> None:
        self.char_start = char_start
        self.char_end = char_start + len(text)
        self.text = text
        self.follows_blank = follows_blank
        self.role: Role | None = None
        self.rule_id = ""
        self.is_used = True
        self.word_count = len(text.split()) if len(text) <= LONG else LONG
        self.is_prose = self.word_count >= _PROSE_WORDS or (
            self.word_count >= 7 and _holds_sentence(text)
        )

    def decide(self, role: Role, rule_id: str, *, is_used: bool | None = None) -> bool:
        """Settle what the line is; return True."""
        self.role, self.rule_id = role, rule_id
        self.is_used = role in USED if is_used is None else is_used
        return True

    @property
    def is_open(self) -> bool:
        """Whether nothing has been decided yet."""
        return self.role is None

    @property
    def reads_as_heading(self) -> bool:
        """Whether it is one sentence without its full stop, as headings are."""
        return (
            self.word_count <= _HEADING_WORDS
            and not self.text.rstrip(CLOSERS).endswith(_SENTENCE_ENDS)
            and INNER_END.search(self.text) is None
        )


def _holds_sentence(text: str) -> bool:
    bare = text.rstrip(CLOSERS)
    if bare.endswith((".", "!")) and not bare.endswith("..."):
        return True
    return INNER_END.search(text) is not None
