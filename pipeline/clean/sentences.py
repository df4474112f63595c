"""Sentences: where one ends and the next begins, by rule, before any model is asked.

Boundaries drawn here hold for the parser too, so that a quotation is not torn from its
"he said", and the same text gives the same sentences whatever model reads it.
"""

import re

# A run of closing punctuation, the marks that may close after it, then space.
_END = re.compile(r"(?:[.!?]+|…)[\"'”’»)\]]*(?=\s)")

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sen rep gov gen lt col maj capt cmdr sgt adm rev hon st jr sr vs etc no
    nos vol art fig inc ltd co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov
    dec mon tue wed thu fri sat sun e.g i.e cf al u.s u.k u.n e.u a.m p.m d.c ph.d""".split()
)
# These may end a sentence too: "in the U.S. Officials said" is left to the next word.
_MAY_END = frozenset("u.s u.k u.n e.u a.m p.m d.c etc inc ltd co corp jr sr ph.d al".split())
_STARTERS = frozenset(
    """the a an in on at it he she they we i you this that these those there but and so if when
    while after before as for from his her their its our my according meanwhile however""".split()
)
_WORD_BEFORE = re.compile(r"([^\s(\[\"“‘«]*?)[.!?…]+[\"'”’»)\]]*$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[\s]*([^\W\d_]+)")


def sentence_spans(text: str, char_start: int, char_end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences in text[char_start:char_end], without outer space.

    Between them the spans hold every character that is not white space.
    """
    spans: list[tuple[int, int]] = []
    begin = char_start
    for match in _END.finditer(text, char_start, char_end):
        end = match.end()
        following = end
        while following < char_end and text[following].isspace():
            following += 1
        if following >= char_end:
            break
        if _is_boundary(text, begin, end, following, char_end):
            _append_stripped(spans, text, begin, end)
            begin = following
    _append_stripped(spans, text, begin, char_end)
    return spans


def _append_stripped(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _is_boundary(text: str, begin: int, end: int, following: int, limit: int) -> bool:
    first = text[following]
    if first.islower() or first in ",;:)]–—…":
        return False
    # Sixty-four characters hold any abbreviation; a bound keeps the scan linear.
    before = _WORD_BEFORE.search(text[max(begin, end - 64) : end])
    word = before.group(1).lower() if before else ""
    closing = text[end - 1]
    if closing != ".":
        return True
    next_word = _NEXT_WORD.match(text, following, min(limit, following + 40))
    starts = next_word is not None and next_word.group(1).lower() in _STARTERS
    if len(word) == 1 and word.isalpha():
        # An initial ("J. Smith") unless the letter ends a sentence ("Plan B. The ...").
        return starts
    if word in _ABBREVIATIONS:
        return starts and word in _MAY_END
    return True
