"""Datelines: the place, date and agency that a report's first sentence opens with."""

import re

_HEAD = 120
_SEPARATOR = re.compile(r" ?--|\.[-–—] | [-–—―] ?|[—―]|(?<=[0-9)]): ")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_DATE_AND_COLON = re.compile(r"[\w ,.]{4,20}: ")
_WORD = re.compile(r"[^\s,/&]+")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec".split())
_DAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
_MOMENT = re.compile(r"[0-9]{1,4}(?:st|nd|rd|th)?(?:[./-][0-9]{1,4}){0,2}[.:]?")
_MONTH_OR_DAY = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[.:]?",
    re.IGNORECASE,
)
# Labels in capitals before a dash that name no place.
_LABELS = frozenset(
    """EXCLUSIVE BREAKING UPDATE UPDATED VIDEO WATCH OPINION ANALYSIS LIVE INTERVIEW REPORT NEWS
    REVIEW COMMENT EDITORIAL FACTBOX EXPLAINER TIMELINE CORRECTED CORRECTION READ MORE NOTE
    DEVELOPING ALERT URGENT POLL QUESTION ANSWER Q A""".split()
)


def dateline_end(text: str, char_start: int, char_end: int) -> int | None:
    """Return where the sentence's own words begin after a dateline, or None without one.

    A place in capitals is a dateline before a dash alone; any other needs a date or an agency
    in brackets beside it. What follows opens a sentence.
    """
    head = text[char_start : min(char_end, char_start + _HEAD)]
    separator = _SEPARATOR.search(head)
    if separator is None:
        return None
    needs_date = separator.group().startswith(":")
    if not _is_label(head[: separator.start()], needs_date=needs_date):
        return None
    end = separator.end()
    # Some write the date after the dash: CAIRO - 26 July 2022: ...
    dated = _DATE_AND_COLON.match(head, end)
    if dated and all(map(_is_moment, _WORD.findall(dated.group()))):
        end = dated.end()
    end += char_start
    while end < char_end and text[end].isspace():
        end += 1
    opens = text[end : end + 1] if text[end : end + 1].isalnum() else text[end + 1 : end + 2]
    return end if end < char_end and (opens.isupper() or opens.isdigit()) else None


def dateline_agency(text: str, char_start: int, char_end: int) -> str | None:
    """Return what stands in brackets in a dateline's span and is no date."""
    for found in _BRACKETS.finditer(text, char_start, char_end):
        words = _WORD.findall(found.group(1))
        if words and not any(map(_is_moment, words)):
            return found.group(1)
    return None


def _is_label(label: str, *, needs_date: bool) -> bool:
    brackets = _BRACKETS.findall(label)
    words = _WORD.findall(_BRACKETS.sub(" ", label))
    places = [word for word in words if not _is_moment(word)]
    if "(" in _BRACKETS.sub("", label) or len(places) > 6 or not (places or brackets):
        return False
    if not all(word[0].isupper() or word in {"and", "de", "al", "el", "of"} for word in places):
        return False
    if not _LABELS.isdisjoint(places):
        return False
    has_date = len(places) < len(words)
    if not places:
        return has_date or len(brackets) == 1
    is_capitals = len(places[0]) > 1 and all(
        word.isupper() or "." in word or index > 0 for index, word in enumerate(places)
    )
    if brackets or has_date:
        return True
    return is_capitals and len(places) <= 4 and not needs_date


def _is_moment(word: str) -> bool:
    lowered = word.strip(".,:").lower()
    return (
        lowered in _MONTHS
        or lowered in _DAYS
        or _MOMENT.fullmatch(word) is not None
        or _MONTH_OR_DAY.fullmatch(word) is not None
    )
