"""Damage: sentences cut off before their end, and sentences that lost words inside."""

import re

_ELLIPSIS = ("...", "…")
_CLOSERS = "\"'”’»)]"
# Words that open an English sentence and inside one are written small.
_OPENERS = (
    "We|They|He|She|It|This|These|Those|There|The|In|At|For|And|But|By|As|If|When|While|After"
    "|Our|Their|His|Its|All|Any|Some|To|With|From|On|Since|According"
)
_RUN_TOGETHER = re.compile(rf"(?<![.!?:;…\-–—\"“”‘(\[]) (?:{_OPENERS}) (?=[a-z]{{2}})")
_DOUBLED = re.compile(r"\b(the|a|an|of|to|in|for|and|with|by|at|from) \1\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\W\d_]+)[.\"'”’]*$")
_DANGLING = frozenset(
    "the a an of to in for and with by at from or that which who its their his her our".split()
)


def is_truncated(text: str, *, ends_line: bool, is_prose: bool) -> bool:
    """Return whether the sentence stops before its end.

    An ellipsis cuts only at the end of a line: elsewhere writers pause with it. Headings end
    without a full stop by custom, so only prose is missing one.
    """
    if not ends_line:
        return False
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(_ELLIPSIS):
        return len(bare) == len(text)
    return is_prose and bare[-1:] not in ".!?:;"


def is_damaged(text: str) -> bool:
    """Return whether words were lost or run together inside the sentence."""
    if _DOUBLED.search(text):
        return True
    match = _RUN_TOGETHER.search(text)
    if match is not None and match.start() > 0 and not _is_title(text):
        return True
    last = _LAST_WORD.search(text[-40:])
    return last is not None and last.group(1) in _DANGLING and text[-1:] == "."


def _is_title(text: str) -> bool:
    """Return whether most words begin with a capital, as in a heading."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) > len(words)
