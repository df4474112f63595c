"""Sentences: where one ends and the next begins, by rule, before any model is asked.

Boundaries drawn here hold for the parser too, so that a quotation is not torn from its
"he said", and the same text gives the same sentences whatever model reads it.
"""

import re

from pipeline.clean.sentence_words import (
    ABBREVIATIONS,
    ABBREVIATIONS_THAT_MAY_END,
    ALSO_WORDS,
    BEFORE_NUMBERS,
    OPENERS,
    SPEECH_VERBS,
    STARTERS,
    TIME_WORDS,
)

_CLOSING = "\"'”’»)]"
_CLOSERS = re.escape(_CLOSING)
# A run of end marks with the marks that may close after it, then space; or no space where
# scraping lost it, between a small letter and a capital. One class leads, for speed.
_END = re.compile(
    rf"[.!?…](?:(?<![.!?].)[.!?]*+(?: \.){{0,5}}[{_CLOSERS}]*(?=\s)"
    rf"|(?<=[a-z]{{3}}[.!?])[{_CLOSERS}]*(?=[A-Z][a-z]|[“‘][A-Z])(?!(?:Com|Org|Net)\b))"
)
_OPENING = re.compile(r"[\"'“‘«(\[\s]*([^\W\d_]+)")
_NAME_SPEAKS = re.compile(
    rf"[A-Z][\w.'’-]*(?:,? [A-Z][\w.'’-]*){{0,4}},? (?:{'|'.join(sorted(SPEECH_VERBS))})\b(\W?)"
)
_ENUMERATOR = re.compile(r"[(\[]?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]*")
# A capital that no sentence has inside it: words were lost between two sentences.
_RUN_TOGETHER = re.compile(rf"(?<=[a-z,'’]) +(?=(?:{'|'.join(sorted(OPENERS))}) [a-z]{{2}})")
# The longest word looked at; a bound keeps the scan linear.
_MAX_WORD = 64


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
        if _is_boundary(text, begin, match, following, char_end):
            _append(spans, text, begin, end)
            begin = following
    _append(spans, text, begin, char_end)
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the span without outer space, cut where two sentences have run together."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if not OPENERS.isdisjoint(text[start:end].split()[1:]):
        for match in _RUN_TOGETHER.finditer(text, start, end):
            before = text[max(start, match.start() - _MAX_WORD) : match.start()].split()
            if len(before) > 1 and (before[-1][0].islower() or before[-1][-1] in ",'’"):
                spans.append((start, match.start()))
                start = match.end()
    spans.append((start, end))


def _is_boundary(text: str, begin: int, marks: re.Match[str], following: int, limit: int) -> bool:
    """Return whether a sentence that began at `begin` ends with the marks."""
    mark, end = marks.span()
    first = text[following]
    if first in ".,;:)]”’»–—…":
        return False
    start = max(begin, mark - _MAX_WORD)
    space = max(text.rfind(" ", start, mark), text.rfind("\u00a0", start, mark))
    word = text[max(space + 1, start) : mark].lstrip("([\"'“‘«")
    if not word:
        # An ellipsis between spaces ends a sentence only when another mark or word says so.
        if first.islower() or begin >= space:
            return False
        ends = text[max(begin, space - 4) : space].rstrip().endswith((".", "!", "?"))
        return ends or _next_word(text, following, limit) in STARTERS
    if first.islower():
        # A sentence whose capital was lost; after a quotation "he said" follows instead.
        return (
            marks.group() == "."
            and len(word) >= 3
            and word.isalpha()
            and word.islower()
            and word not in ABBREVIATIONS
        )
    if _ENUMERATOR.fullmatch(text, begin, end):
        return False
    if text[end - 1] in _CLOSING and _is_spoken_before(text, mark, following, limit):
        return False
    return marks.group() != "." or not _is_abbreviation(text, word, following, limit)


def _is_spoken_before(text: str, mark: int, following: int, limit: int) -> bool:
    """Return whether a name and a verb such as "said" follow the quotation that ends here.

    After a full stop they open a sentence more often than they close one.
    """
    speaks = _NAME_SPEAKS.match(text, following, min(limit, following + 120))
    return (
        speaks is not None
        and (text[mark] in "?!" or speaks.group(1) in {".", ",", ";"})
        and _next_word(text, following, limit) not in STARTERS
    )


def _is_abbreviation(text: str, word: str, following: int, limit: int) -> bool:
    """Return whether the full stop after `word` belongs to it and does not end a sentence."""
    low = word.lower()
    is_initial = len(word) == 1 and word.isalpha()
    if low in BEFORE_NUMBERS and (word == "p" or not is_initial):
        return text[following : following + 2].lstrip("(")[:1].isdigit()
    is_known = low in ABBREVIATIONS and not (word.islower() and low in ALSO_WORDS)
    # Capitals with full stops between them that no list holds: "F.B.I.", "J.R.R.".
    is_dotted = len(word) <= 8 and word[1:2] == "." and word.replace(".", "").isupper()
    if not (is_initial or is_known or is_dotted):
        return False
    if low in {"a.m", "p.m"}:
        return _next_word(text, following, limit) in TIME_WORDS
    if is_initial or low in ABBREVIATIONS_THAT_MAY_END or not is_known:
        return _next_word(text, following, limit) not in STARTERS
    return True


def _next_word(text: str, following: int, limit: int) -> str:
    """Return the first word from `following` on, in small letters, without opening marks."""
    match = _OPENING.match(text, following, min(limit, following + 40))
    return match.group(1).lower() if match else ""
