"""Quotation marks: which are marks at all, and which belong together.

Marks are paired by what is open at that point of the document, never by a pattern over the
words between them, so the work is linear in the text however the marks fall. A mark that
finds no counterpart, or is none, is loose, with a reason: none is lost.
"""

import re
from dataclasses import dataclass, field

from pipeline.document import AnalysedDocument
from schemas.quotes import QuoteRejectReason

# Two apostrophes or two backticks are one double mark in newspaper archives, and two curly ones
# or two commas before a word elsewhere. The sequences that begin with "â€" are UTF-8 marks read
# as Windows-1252; U+0091 to U+0094 are Windows-1252 marks read as Latin-1; U+FFFD is whatever an
# encoding fault swallowed.
_MARK = re.compile(
    "''|``|[‘’]’|‘‘|‚‚|(?<![^\\s(\\[]),,(?=[^\\W_])|â€œ|â€\x9d|â€™|â€˜|[\"“”„‟″«»‹›‚‛\x91\x93\x94‘]"
    "|(?<![^\\W_])['’`\x92\ufffd]|['’`\x92\ufffd](?![^\\W_])"
)
_DOUBLED = {"‘’": "''", "’’": "''", "‘‘": "''", "‚‚": "„", ",,": "„"}
_OPENING = frozenset(("“", "„", "‟", "``", "\x93", "â€œ", "‘", "‚", "‛", "`", "\x91", "â€˜"))
_CLOSING = frozenset(("”", "″", "\x94", "â€\x9d", "’", "\x92", "â€™"))
_SINGLE = frozenset(("'", "‘", "’", "‚", "‛", "`", "\x91", "\x92", "â€˜", "â€™"))
_ANGLE = frozenset("«»‹›")
_MISREAD = frozenset(("\x91", "\x92", "\x93", "\x94", "â€œ", "â€\x9d", "â€˜", "â€™", "\ufffd"))

_BEFORE_OPENING = frozenset("([{<-–—―/…:=>|\"“„‟«‹‘‚‛'`\x91\x93\ufffd")
_AFTER_CLOSING = frozenset(".,;:!?)]}>-–—―…/|\"”‟″»›’'`\x92\x94\ufffd“")
# Words that are written with an apostrophe at their beginning.
_ELISIONS = frozenset("em til tis twas cause bout round n neath cuz nuff kay ello".split())
_WORD = re.compile(r"[^\W_]+")
# How many marks may stand open at once. Deeper nesting is not language, and looking further
# down for a partner would make the worst case quadratic.
_MAX_OPEN = 6


@dataclass(slots=True)
class Mark:
    """One quotation mark and what its surroundings let it be."""

    start: int
    end: int
    glyph: str
    family: str
    can_open: bool
    can_close: bool


@dataclass(slots=True)
class Loose:
    """A mark that is in no pair, and why."""

    mark: Mark
    reason: QuoteRejectReason


@dataclass(slots=True)
class Pair:
    """The words between two marks that belong together; a missing mark is None."""

    open: Mark | None
    close: Mark | None
    parts: list[tuple[int, int]]
    """The words between the marks, one span a paragraph, without outer space."""
    continued: list[Mark]
    """Marks that open again in each further paragraph."""
    is_damaged: bool = False
    inner: list["Pair"] = field(default_factory=list)
    is_inner: bool = False

    @property
    def char_start(self) -> int:
        """The first character between the marks."""
        return self.parts[0][0]

    @property
    def char_end(self) -> int:
        """The character after the last one between the marks."""
        return self.parts[-1][1]

    @property
    def outer_start(self) -> int:
        """Where the opening mark stands."""
        return self.open.start if self.open is not None else self.parts[0][0]

    @property
    def outer_end(self) -> int:
        """Where the closing mark ends."""
        return self.close.end if self.close is not None else self.parts[-1][1]

    @property
    def marks(self) -> list[Mark]:
        """All marks of the pair itself."""
        return [mark for mark in (self.open, *self.continued, self.close) if mark is not None]


@dataclass(slots=True)
class _Open:
    """A mark that waits for its counterpart, with the paragraphs it has run through."""

    mark: Mark
    begin: int
    parts: list[tuple[int, int]] = field(default_factory=list)
    continued: list[Mark] = field(default_factory=list)


class _Pairing:
    """The state of the document between one mark and the next."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.text = doc.text
        self.stack: list[_Open] = []
        self.pairs: list[Pair] = []
        self.loose: list[Loose] = []
        self.behind = 0
        """End of the last double mark."""

    def read(self) -> None:
        """Go through every used paragraph, in order."""
        for paragraph in self.doc.paragraphs:
            if paragraph.is_used:
                self._paragraph(paragraph.char_start, paragraph.char_end)
        self._finish_all()
        self.pairs.sort(key=lambda pair: (pair.outer_start, -pair.outer_end))

    def _paragraph(self, start: int, end: int) -> None:
        marks = self._marks(start, end)
        if self.stack:
            waiting = self.stack[-1]
            if marks and self._reopens(marks[0], start, waiting.mark):
                waiting.continued.append(marks[0])
                waiting.begin = marks[0].end
                marks = marks[1:]
            else:
                self._finish_all()
        for index, mark in enumerate(marks):
            following = marks[index + 1] if index + 1 < len(marks) else None
            self._take(mark, following)
        self._end_paragraph(end)

    def _marks(self, start: int, end: int) -> list[Mark]:
        """Return the marks in text[start:end], apostrophes within words left out."""
        text = self.text
        marks = []
        for match in _MARK.finditer(text, start, end):
            begin, stop = match.span()
            glyph = _DOUBLED.get(match.group(), match.group())
            before = text[begin - 1] if begin > start else " "
            after = text[stop] if stop < end else " "
            free_before = before.isspace() or before in _BEFORE_OPENING
            free_after = after.isspace() or after in _AFTER_CLOSING
            single = glyph in _SINGLE
            if glyph in _OPENING:
                can_open = free_before or not free_after
                can_close = glyph == "“" or not can_open
            elif glyph in _CLOSING:
                can_close = free_after or not free_before
                can_open = not can_close and glyph not in "’\x92"
            else:
                can_open = free_before or not free_after
                can_close = free_after or not free_before
                if single and not free_before:
                    # Between a word and anything else a straight single mark opens nothing.
                    can_open = False
            family = "single" if single else "angle" if glyph in _ANGLE else "double"
            marks.append(Mark(begin, stop, glyph, family, can_open, can_close))
        return marks

    def _reopens(self, mark: Mark, paragraph_start: int, waiting: Mark) -> bool:
        """Tell whether the mark opens a further paragraph of words still open."""
        return (
            mark.can_open
            and mark.family == waiting.family
            and not self.text[paragraph_start : mark.start].strip()
        )

    def _take(self, mark: Mark, following: Mark | None) -> None:
        self._decide(mark, following)
        if mark.family != "single":
            self.behind = mark.end

    def _decide(self, mark: Mark, following: Mark | None) -> None:
        if mark.family == "single" and self._is_apostrophe(mark, following):
            self.loose.append(Loose(mark, QuoteRejectReason.APOSTROPHE))
            return
        partner = self._partner(mark) if mark.can_close else None
        if partner is not None:
            self._close(partner, mark)
        elif self._is_measure(mark):
            self.loose.append(Loose(mark, QuoteRejectReason.MEASURE))
        elif mark.can_open and len(self.stack) < _MAX_OPEN:
            if mark.glyph == '"' and any(one.mark.glyph == '"' for one in self.stack):
                # Straight marks do not nest: the one that stands open lost its counterpart.
                self._finish_all(mark.start)
            self.stack.append(_Open(mark, mark.end))
        elif mark.family == "double" and not mark.can_open:
            self._close_unopened(mark)
        else:
            self.loose.append(Loose(mark, QuoteRejectReason.UNPAIRED))

    def _close_unopened(self, mark: Mark) -> None:
        """Pair a closing mark whose counterpart is lost with the beginning of its sentence."""
        start = max(self.doc.sentence_at(mark.start).char_start, self.behind)
        is_speech = mark.start > start and self.text[mark.start - 1] in ",.?!"
        part = self._stripped(start, mark.start) if is_speech else None
        if part is None or not self.text[part[0]].isupper():
            self.loose.append(Loose(mark, QuoteRejectReason.UNPAIRED))
        else:
            self.pairs.append(Pair(None, mark, [part], [], is_damaged=True))

    def _is_apostrophe(self, mark: Mark, following: Mark | None) -> bool:
        text = self.text
        word = _WORD.match(text, mark.end)
        if mark.can_open and not mark.can_close:
            return word is not None and (
                word.group().lower() in _ELISIONS or word.group()[0].isdigit()
            )
        if not mark.can_close or not any(one.mark.family == "single" for one in self.stack):
            return mark.glyph in "'’\x92"
        if text[mark.start - 1] in "sS" and self._is_possessive(mark):
            return True
        # "the workers' rights'": a plural's possessive when a later mark closes as well.
        return (
            text[mark.start - 1] in "sS"
            and text[mark.end : mark.end + 1] == " "
            and text[mark.end + 1 : mark.end + 2].isalpha()
            and following is not None
            and following.family == "single"
            and not following.can_open
        )

    def _is_possessive(self, mark: Mark) -> bool:
        token = self.doc.token_at(mark.start)
        return token is not None and self.doc.tokens.tag[token] == "POS"

    def _is_measure(self, mark: Mark) -> bool:
        return mark.glyph in "\"'’”″''" and self.text[mark.start - 1 : mark.start].isdigit()

    def _partner(self, mark: Mark) -> int | None:
        """Return where in the stack the mark's counterpart stands."""
        for index in range(len(self.stack) - 1, -1, -1):
            waiting = self.stack[index].mark
            if waiting.family == mark.family and _match(waiting.glyph, mark):
                return index
            if mark.family == "single":
                # A single mark does not close across a double one.
                return None
        return None

    def _close(self, index: int, mark: Mark) -> None:
        for inner in self.stack[index + 1 :]:
            self._finish(inner)
        waiting = self.stack[index]
        del self.stack[index:]
        last = self._stripped(waiting.begin, mark.start)
        parts = [*waiting.parts, last] if last is not None else waiting.parts
        if not parts:
            self.loose.append(Loose(waiting.mark, QuoteRejectReason.EMPTY))
            self.loose.append(Loose(mark, QuoteRejectReason.EMPTY))
            return
        end = parts[-1][1]
        if last is None and self.text[end : mark.start].strip():
            # The words ended in an earlier line, and what follows them is none: nothing is closed.
            empty = [one for one in waiting.continued if one.start >= end]
            self.loose += [Loose(one, QuoteRejectReason.EMPTY) for one in (*empty, mark)]
            continued = [one for one in waiting.continued if one.start < end]
            self.pairs.append(Pair(waiting.mark, None, parts, continued, is_damaged=True))
            return
        damaged = waiting.mark.glyph in _MISREAD or mark.glyph in _MISREAD
        self.pairs.append(Pair(waiting.mark, mark, parts, waiting.continued, damaged))

    def _end_paragraph(self, end: int) -> None:
        """Keep open only what may go on in the next paragraph."""
        keep = None
        for waiting in self.stack:
            if keep is None and waiting.mark.family != "single":
                keep = waiting
            else:
                self._finish(waiting)
        self.stack = []
        if keep is not None:
            part = self._stripped(keep.begin, end)
            if part is None:
                self._finish(keep)
            elif self.text[part[1] - 1] == "…" or self.text.endswith("...", part[0], part[1]):
                # A teaser that breaks off does not go on in the next line.
                self.pairs.append(
                    Pair(keep.mark, None, [*keep.parts, part], keep.continued, is_damaged=True)
                )
            else:
                keep.parts.append(part)
                self.stack = [keep]

    def _finish_all(self, limit: int | None = None) -> None:
        for waiting in self.stack:
            self._finish(waiting, limit)
        self.stack = []

    def _finish(self, waiting: _Open, limit: int | None = None) -> None:
        """Give up waiting for a counterpart.

        Words that a double mark opened run to the end of their sentence, or to `limit` if that
        comes first, or to the end of the last paragraph that opened them again.
        """
        if waiting.mark.family == "single":
            reason = QuoteRejectReason.APOSTROPHE
            if waiting.mark.glyph not in "'’\x92":
                reason = QuoteRejectReason.UNPAIRED
            self.loose.append(Loose(waiting.mark, reason))
            return
        if waiting.continued:
            self.pairs.append(
                Pair(waiting.mark, None, waiting.parts, waiting.continued, is_damaged=True)
            )
            return
        sentence = self.doc.sentence_at(waiting.mark.start)
        end = sentence.char_end if limit is None else min(limit, sentence.char_end)
        part = self._stripped(waiting.mark.end, end)
        if part is None:
            self.loose.append(Loose(waiting.mark, QuoteRejectReason.UNPAIRED))
        else:
            self.pairs.append(Pair(waiting.mark, None, [part], [], is_damaged=True))

    def _stripped(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span without outer space, or None when no letter or digit is in it."""
        text = self.text
        if _WORD.search(text, start, end) is None:
            return None
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        return start, end


def _match(opening: str, mark: Mark) -> bool:
    """Tell whether the mark may close what the glyph opened.

    Straight, curly and misread marks are mixed in damaged text; what two apostrophes open,
    only two apostrophes close, and angle marks keep their size.
    """
    closing = mark.glyph
    if opening in ("''", "``") or closing == "''":
        return closing in ("''", '"') and opening in ("''", "``", "„")
    if opening in _ANGLE or closing in _ANGLE:
        return opening != closing and {opening, closing} in ({"«", "»"}, {"‹", "›"})
    # The German closing mark is the English opening one.
    return closing != "“" or opening == "„" or not mark.can_open


def pair_marks(doc: AnalysedDocument) -> tuple[list[Pair], list[Loose]]:
    """Return the outermost pairs of marks in used text, in order, and the marks in no pair.

    A pair within another is reached through the outer one's `inner`.
    """
    pairing = _Pairing(doc)
    pairing.read()
    outermost: list[Pair] = []
    around: list[Pair] = []
    for pair in pairing.pairs:
        while around and around[-1].outer_end <= pair.outer_start:
            around.pop()
        if around:
            around[-1].inner.append(pair)
            pair.is_inner = True
        else:
            outermost.append(pair)
        around.append(pair)
    return outermost, pairing.loose
