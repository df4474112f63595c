"""Moments: lines and words that are a date or a time of day, whichever it is."""

import re

_MONTHS_AND_DAYS = frozenset(
    """jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december
    mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun
    sunday""".split()
)
# What stands beside them in a line that says when a text was written.
_BESIDE_MOMENTS = frozenset(
    """am pm a.m p.m at on ago gmt utc hour hours hr hrs minute minutes min mins posted published
    update updated""".split()
)
_TIME_ZONE = re.compile(r"[a-z]{1,2}[est]t")
_NUMBER = re.compile(r"[0-9]{1,4}(?:st|nd|rd|th|h|m|am|pm)?")
_NUMERIC_DATE = re.compile(r"[0-9]{1,4}(?:st|nd|rd|th)?(?:[./-][0-9]{1,4}){0,2}")
_WORD = re.compile(r"[^\W_]+(?:\.m\b)?")
_MAX_LINE = 40


def is_moment(text: str) -> bool:
    """Return whether the line is nothing but a date or a time of day."""
    if len(text) > _MAX_LINE or not any(map(str.isdigit, text)):
        return False
    return all(
        word in _MONTHS_AND_DAYS
        or word in _BESIDE_MOMENTS
        or _NUMBER.fullmatch(word)
        or _TIME_ZONE.fullmatch(word)
        for word in _WORD.findall(text.lower())
    )


def is_date_word(word: str) -> bool:
    """Return whether the word is a month, a day of the week, a number or a date in figures."""
    bare = word.strip(".,:").lower()
    return bare in _MONTHS_AND_DAYS or _NUMERIC_DATE.fullmatch(bare) is not None
