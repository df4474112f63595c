"""A stretch of text cut into words, numbers and marks, and the test whether to cut it at all."""

import re

from pipeline.calendar.words import DECADE_NAMES, FULL_MONTHS, MONTHS, SEASONS, WEEKDAYS

_LEXEME = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]")

_TRIGGER_WORDS = sorted(
    {
        *("today", "tonight", "tomorrow", "yesterday", "noon", "midnight"),
        *("day", "week", "month", "quarter", "year", "decade", "centur", "half", "o'clock"),
        *("morning", "afternoon", "evening", "night", "hours", "fortnight", "ago"),
        *(name[:3] for name in (*MONTHS, *WEEKDAYS)),
        *FULL_MONTHS,
        *SEASONS,
        *DECADE_NAMES,
    }
)
_FIRST_LETTERS = "".join(sorted({word[0] for word in _TRIGGER_WORDS}))
# A prefix is enough to look closer. The first letters are tried as one set, so that a word
# that begins like none of them costs one test.
_TRIGGER = re.compile(
    rf"\b(?=[0-9{_FIRST_LETTERS}])(?:{'|'.join(_TRIGGER_WORDS)}"
    r"|[0-9](?:[0-9]{3}|[0-9]s|[0-9]?[:/.\-][0-9]|[0-9]? ?(?:am|pm|a\.m|p\.m|st|nd|rd|th)\b)"
    r"|[1-4][qh][12]|[qh][1-4]\b)"
)


def may_tell_time(text: str, char_start: int, char_end: int) -> bool:
    """Return False only when the stretch can hold no expression of time."""
    return _TRIGGER.search(text[char_start:char_end].lower()) is not None


class Line:
    """The words, numbers and marks of text[char_start:char_end], lower case, with offsets."""

    __slots__ = ("end", "length", "start", "text", "word")

    def __init__(self, text: str, char_start: int, char_end: int) -> None:
        self.text = text
        spans = [match.span() for match in _LEXEME.finditer(text, char_start, char_end)]
        self.start = [first for first, _ in spans]
        self.end = [last for _, last in spans]
        self.word = [text[first:last].lower() for first, last in spans]
        self.length = len(spans)

    def at(self, index: int) -> str:
        """Return the lexeme at the index, or "" beyond either end."""
        return self.word[index] if 0 <= index < self.length else ""

    def raw(self, index: int) -> str:
        """Return the lexeme as written, or ""."""
        if 0 <= index < self.length:
            return self.text[self.start[index] : self.end[index]]
        return ""

    def glued(self, index: int) -> bool:
        """Return whether nothing stands between the lexeme and the one before it."""
        return 0 < index < self.length and self.start[index] == self.end[index - 1]

    def number(self, index: int) -> int | None:
        """Return the whole number at the index, unless it is part of a longer one.

        "3" in "3.5", "300" in "1,300" and "15" in "B15" are parts.
        """
        word = self.at(index)
        if not ("0" <= word[:1] <= "9") or len(word) > 4:
            return None
        if self.glued(index):
            before = self.at(index - 1)
            if before in "$€£¥#§" or before.isalnum():
                return None
            if before in ".,:" and self.glued(index - 1) and self.at(index - 2).isdecimal():
                return None
        if self.glued(index + 1):
            after = self.at(index + 1)
            if after in "%€£$°":
                return None
            if after in ".,:" and self.glued(index + 2) and self.at(index + 2).isdecimal():
                return None
        return int(word)
