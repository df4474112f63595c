"""Damage: sentences cut off before their end, and sentences that lost words inside."""

import operator
import re

from pipeline.clean.vocabulary import DANGLING_AT_END, OPENERS

_ENDS = frozenset(".!?:;")
_CLOSERS = "\"'”’»)]"
_DOUBLE_MARKS = re.compile('["“”]')
_OPENING_QUOTES = frozenset('"“„«')
# A small word twice in a row; "had had" and "that that" are grammar.
_NEVER_TWICE = frozenset("the a an of to for and with by at from his her its their our was".split())


def is_truncated(text: str, *, ends_line: bool, is_prose: bool) -> bool:
    """Return whether the sentence stops before its end.

    An ellipsis cuts only at the end of a line: elsewhere writers pause with it. Headings end
    without a full stop by custom, so only prose is missing one.
    """
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(("...", "…")):
        # "We never ..." inside quotation marks is how somebody spoke.
        return ends_line and len(bare) == len(text)
    return is_prose and bare != "" and bare[-1] not in _ENDS


def is_damaged(text: str) -> bool:
    """Return whether words were lost or run together inside the sentence."""
    words = text.split()
    for index, is_twice in enumerate(map(operator.eq, words, words[1:])):
        if is_twice and words[index] in _NEVER_TWICE:
            return True
    if words[-1].rstrip(".") in DANGLING_AT_END:
        return True
    return not OPENERS.isdisjoint(words[1:]) and _has_stray_opener(words)


def _has_stray_opener(words: list[str]) -> bool:
    """Return whether a capital stands where only a new sentence would put one."""
    # In a heading, most words begin with a capital.
    if 2 * sum(word[0].isupper() for word in words) > len(words):
        return False
    return any(
        word in OPENERS and before[-1].isalpha() and after.islower() and after.isalpha()
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def stray_quotation(text: str, spans: list[tuple[int, int]], following: str) -> int | None:
    """Return which sentence of a paragraph holds a quotation mark without its partner.

    A quotation may go on in the next paragraph, which then begins with a mark again;
    `following` is that paragraph's first character.
    """
    opened: int | None = None
    for index, (start, end) in enumerate(spans):
        for mark in _DOUBLE_MARKS.findall(text, start, end):
            if mark == "”" and opened is None:
                return index
            # Translators mix the shapes: a straight mark closes what any mark opened.
            if mark == "“" and opened is not None:
                return opened
            opened = index if opened is None else None
    return None if following in _OPENING_QUOTES else opened
