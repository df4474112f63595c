"""Damage: sentences cut off before their end, and sentences that lost words inside."""

import operator
import re

from pipeline.clean.sentence_words import DANGLING_AT_END, OPENERS, RELATIONAL_ADJECTIVES

_ENDS = frozenset(".!?:;")
_CLOSERS = "\"'”’»)]“‘"
_DOUBLE_MARKS = re.compile('["“”]')
_OPENING_QUOTES = frozenset('"“„«')
# What UTF-8 looks like when it is read as Windows-1252, and what stands for bytes that were lost.
_MOJIBAKE = re.compile("â€|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]|\ufffd|ï»¿")
# The first word of a sentence, glued to the last word of the one before.
_GLUED = re.compile(r"\b[a-z]{2,}(?:The|This|These|There|That|In|It|He|She|But|And|We|They|For)\b")
# A name after such an adjective, or whose possession follows a superlative: the adjective's noun
# was lost, and a new sentence begins.
_WITHOUT_NOUN = re.compile(
    rf"\b(?:{'|'.join(sorted(RELATIONAL_ADJECTIVES))})"
    r" [A-Z]\w+(?:['’]s| [A-Z]\w+ (?:also|are|has|have|is|was|were|will))\b"
    r"|\bthe [a-z]{3,12}est [A-Z]\w+['’]s\b"
)
_BRACKETS = {")": "(", "]": "["}
_BRACKET = re.compile(r"[()\[\]]")
_ENUMERATOR = re.compile(r"(?:^|\W)[0-9a-z]{1,3}\)$")
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
    if words[-1].rstrip(".") in DANGLING_AT_END and words[-1] != "his.":
        return True
    if _GLUED.search(text) or _WITHOUT_NOUN.search(text):
        return True
    if not text.isascii() and _MOJIBAKE.search(text):
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
        for found in _DOUBLE_MARKS.finditer(text, start, end):
            mark = found.group()
            if mark == "”" and opened is None:
                return index
            # Translators mix the shapes: a straight mark closes what any mark opened, and so does
            # an opening one after a full stop.
            if mark == "“" and opened is not None and text[found.start() - 1] not in ".,!?":
                return opened
            opened = index if opened is None else None
    return None if following in _OPENING_QUOTES else opened


def stray_bracket(text: str, spans: list[tuple[int, int]]) -> int | None:
    """Return which sentence of a paragraph holds a bracket without its partner."""
    opened: list[tuple[str, int]] = []
    for index, (start, end) in enumerate(spans):
        for found in _BRACKET.finditer(text, start, end):
            mark = found.group()
            if mark not in _BRACKETS:
                opened.append((mark, index))
            elif opened and opened[-1][0] == _BRACKETS[mark]:
                opened.pop()
            elif not _ENUMERATOR.search(text[max(start, found.end() - 5) : found.end()]):
                return index
    return opened[0][1] if opened else None
