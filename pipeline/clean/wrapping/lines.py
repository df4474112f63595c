"""Lines as wrapping sees them: how wide each is, where it begins and what it opens with."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.clean.line import CLOSERS

_BREAKS = ("\n", "\r", "\u2028", "\u2029")
"""What ends a line. Carriage return and line feed together are one."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# Before a line's own words may stand space and the marks of a mail that is answered.
_LEAD = re.compile(r"[ \t\u00a0]*(?:> ?)*[ \t\u00a0]*")
_TAB = 8
_MAX_NUMBER = 16
"""Characters of a number with what stands beside it."""
_BETWEEN_CELLS = re.compile(r"\t|\||[ \u00a0]{3}")
_ENDS_SENTENCE = (".", "!", "?", ":", ";", "…")


class Opening(StrEnum):
    """What a line of its own may open with."""

    BULLET = "bullet"
    DASH = "dash"
    NUMBER = "number"
    LABEL = "label"


_OPENINGS = (
    (Opening.BULLET, re.compile(r"[*•·▪●◦‣■□]\s?(?=\w)")),
    (Opening.DASH, re.compile(r"[-–—] ")),
    (Opening.NUMBER, re.compile(r"[(\[]?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]] ")),
    # A speaker, a field of a mail's head, a question.
    (
        Opening.LABEL,
        re.compile(
            r"[A-Z][\w.'’-]*(?: (?:[A-Z(][\w.'’()-]*|of|the|and|for|de|van|von|al)){0,6}:(?:\s|$)"
            r"|[QA][.:] "
        ),
    ),
)
_LEAST = {Opening.NUMBER: 0.0, Opening.DASH: 0.0, Opening.LABEL: 0.05}
"""Share of the lines that must open so, and two at least: one line may by chance."""


@dataclass(slots=True)
class WrappedLine:
    """A line that is not blank, and what joining it to its neighbours asks."""

    char_start: int
    text: str
    """Its own words: without space around them and without a mail's marks."""
    indent: int
    """How many columns are blank before them."""
    width: int
    """The column in which they end."""
    quote_depth: int
    """How many marks of answered mails stand before them."""
    breaks_before: int
    opening: Opening | None
    is_apart: bool
    """A row of cells or numbers, or a rule between two items: it is never joined."""

    @property
    def char_end(self) -> int:
        """Where its own words end."""
        return self.char_start + len(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether a mark ends it that a sentence or a clause may end with."""
        return self.text.rstrip(CLOSERS).endswith(_ENDS_SENTENCE)


def wrapped_lines(text: str) -> list[WrappedLine]:
    """Return the lines of the text that are not blank, in order."""
    lines: list[WrappedLine] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        lead = _LEAD.match(text, *match.span())
        start = lead.end() if lead else match.start()
        own = text[start : match.end()].rstrip()
        if not own:
            continue
        between, before = text[previous_end : match.start()], text[match.start() : start]
        indent = len(before[before.rfind(">") + 1 :].expandtabs(_TAB))
        lines.append(
            WrappedLine(
                char_start=start,
                text=own,
                indent=indent,
                width=indent + len(own),
                quote_depth=before.count(">"),
                breaks_before=next(filter(None, map(between.count, _BREAKS)), 0),
                opening=next((name for name, opens in _OPENINGS if opens.match(own)), None),
                is_apart=_BETWEEN_CELLS.search(own) is not None or _is_rule(own),
            )
        )
        previous_end = start + len(own)
    _forget_chance_openings(lines)
    return lines


def _is_rule(own: str) -> bool:
    """Return whether marks or a row of numbers stand there, and nothing of a sentence.

    A number or what ends a sentence may come to stand alone in a paragraph's last line.
    """
    if any(map(str.isalpha, own)):
        return False
    if len(own) > _MAX_NUMBER:
        return True
    return not any(map(str.isdigit, own)) and own.strip(CLOSERS + "".join(_ENDS_SENTENCE)) != ""


def _forget_chance_openings(lines: Sequence[WrappedLine]) -> None:
    counts = Counter(line.opening for line in lines)
    by_chance = {
        name for name, share in _LEAST.items() if counts[name] < max(2, share * len(lines))
    }
    for line in lines:
        if line.opening in by_chance:
            line.opening = None
