"""Datelines: the place, date and agency that a report's first sentence opens with."""

import re

from pipeline.clean.moments import is_date_word

_HEAD = 120
_SEPARATOR = re.compile(r" ?--|\.[-–—] | [-–—―] ?|[—―]|(?<=[0-9)]): ")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_DATE_AND_COLON = re.compile(r"[\w ,.]{4,20}: ")
_WORD = re.compile(r"[^\s,/&]+")
# Labels in capitals before a dash that name no place.
_LABELS = frozenset(
    """EXCLUSIVE BREAKING UPDATE UPDATED VIDEO WATCH OPINION ANALYSIS LIVE INTERVIEW REPORT NEWS
    REVIEW COMMENT EDITORIAL FACTBOX EXPLAINER TIMELINE CORRECTED CORRECTION READ MORE NOTE
    DEVELOPING ALERT URGENT POLL QUESTION ANSWER Q A""".split()
)


def dateline_end(text: str, char_start: int, char_end: int) -> int | None:
    """Return where the sentence's own words begin after a dateline, or None without one.

    A place in capitals is a dateline before a dash alone; any other needs a date or an agency
    in brackets beside it, and before a colon a date. What follows opens a sentence.
    """
    head = text[char_start : min(char_end, char_start + _HEAD)]
    separator = _SEPARATOR.search(head)
    if separator is None:
        return None
    before_colon = separator.group().startswith(":")
    if not _is_label(head[: separator.start()], before_colon=before_colon):
        return None
    end = separator.end()
    # Some write the date after the dash: CAIRO - 26 July 2022: ...
    dated = _DATE_AND_COLON.match(head, end)
    if dated and all(map(is_date_word, _WORD.findall(dated.group()))):
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
        if words and not any(map(is_date_word, words)):
            return found.group(1)
    return None


def _is_label(label: str, *, before_colon: bool) -> bool:
    """Return whether the words before the separator are a place, a date or an agency."""
    brackets = _BRACKETS.findall(label)
    words = _WORD.findall(_BRACKETS.sub(" ", label))
    places = [word for word in words if not is_date_word(word)]
    if "(" in _BRACKETS.sub("", label) or len(places) > 6 or not (places or brackets):
        return False
    if not all(word[0].isupper() or word in {"and", "de", "al", "el", "of"} for word in places):
        return False
    if not _LABELS.isdisjoint(places):
        return False
    dated = [*words, *_WORD.findall(" ".join(brackets))]
    has_date = any(map(is_date_word, dated))
    if not places:
        return has_date or len(brackets) == 1
    if has_date or (brackets and not before_colon):
        return True
    # A name, perhaps with an outlet in brackets, before a colon is who speaks.
    is_capitals = len(places[0]) > 1 and (places[0].isupper() or "." in places[0])
    return is_capitals and len(places) <= 4 and not before_colon
