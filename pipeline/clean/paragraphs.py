"""Paragraphs: every line of a document with its role, and the sentences within it.

Nothing is deleted: a line left out is a row that says so. A line ends at a line feed, a
carriage return, both together, or U+2028 and U+2029, which mean nothing else; `splitlines`
also cuts at form feeds and U+0085, which stand inside lines of mis-decoded text.
"""

import re

from pipeline.clean.damage import is_damaged, is_truncated, stray_bracket, stray_quotation
from pipeline.clean.datelines import dateline_end
from pipeline.clean.line import Line
from pipeline.clean.openings import opening_end
from pipeline.clean.prompts import sentence_role
from pipeline.clean.rules import assign_roles
from pipeline.clean.sentences import sentence_spans
from pipeline.document import Paragraph, Sentence
from pipeline.read.language import MODEL_LANGUAGES
from schemas.text import Role

MAX_PARAGRAPH_CHARS = 10_000
"""A longer line is cut into several paragraphs, at the end of a sentence where there is one."""

_LONGEST_DATELINE = 40
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STRAIGHT = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'))


def clean(text: str, *, language_code: str | None = "en") -> tuple[list[Paragraph], list[Sentence]]:
    """Return the paragraphs of the text and the sentences within them, in order.

    Together they hold every character that is not white space. In a language without a model
    nothing is used.
    """
    lines = _lines(text)
    if language_code is None or language_code in MODEL_LANGUAGES:
        assign_roles(lines)
    else:
        for line in lines:
            line.decide(Role.BODY, "language_not_supported", is_used=False)
    cleaned = _Cleaned(text)
    for number, line in enumerate(lines):
        following = lines[number + 1].text[0] if number + 1 < len(lines) else ""
        cleaned.add(line, following)
    return cleaned.paragraphs, cleaned.sentences


class _Cleaned:
    """The paragraphs and sentences of one document as they are found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs: list[Paragraph] = []
        self.sentences: list[Sentence] = []
        self._first_paragraph: dict[tuple[str, ...], int] = {}
        self._first_sentence: dict[str, int] = {}

    def add(self, line: Line, following: str) -> None:
        """Add a line whose role is decided; `following` begins the next one."""
        spans = sentence_spans(self.text, line.char_start, line.char_end)
        damaged: set[int] = set()
        if line.is_used:
            astray = (
                stray_quotation(self.text, spans, following),
                stray_bracket(self.text, spans),
            )
            damaged = {spans[index][0] for index in astray if index is not None}
        for piece in _bounded(spans):
            self._add_paragraph(line, piece, damaged)

    def _add_paragraph(self, line: Line, spans: list[tuple[int, int]], damaged: set[int]) -> None:
        paragraph = Paragraph(
            index=len(self.paragraphs),
            char_start=spans[0][0],
            char_end=spans[-1][1],
            role=line.role or Role.BODY,
            is_used=line.is_used,
            rule_id=line.rule_id,
        )
        self.paragraphs.append(paragraph)
        written = [self.text[start:end] for start, end in spans]
        same = [_same(one) for one in written] if paragraph.is_used else written
        if paragraph.is_used:
            earlier = self._first_paragraph.setdefault(tuple(same), paragraph.index)
            if earlier != paragraph.index:
                paragraph.repeat_of = earlier
                paragraph.role, paragraph.rule_id = Role.REPEAT, "same_words_as_earlier"
        for (start, end), words, key in zip(spans, written, same, strict=True):
            sentence = Sentence(
                index=len(self.sentences),
                paragraph=paragraph.index,
                char_start=start,
                char_end=end,
                role=paragraph.role,
                is_used=paragraph.is_used,
                rule_id=paragraph.rule_id,
            )
            self.sentences.append(sentence)
            if not paragraph.is_used:
                continue
            found = sentence_role(words)
            if found is not None:
                sentence.role, sentence.rule_id = found
                sentence.is_used = False
                continue
            if start == paragraph.char_start:
                sentence.dateline_end = opening_end(self.text, start, end)
            elif start - paragraph.char_start <= _LONGEST_DATELINE:
                # "MINSK. March 11. AGENCY - ": a dateline may look like sentences of its own.
                sentence.dateline_end = dateline_end(self.text, start, end)
            sentence.is_truncated = is_truncated(
                words, ends_line=end == line.char_end, is_prose=line.rule_id == "prose"
            )
            sentence.is_damaged = start in damaged or is_damaged(words)
            earlier = self._first_sentence.setdefault(key, sentence.index)
            if earlier != sentence.index:
                sentence.repeat_of = earlier


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        written = match.group()
        bare = written.strip()
        if not bare:
            continue
        start = match.start() + len(written) - len(written.lstrip())
        breaks = text.count("\n", previous_end, start) or text.count("\r", previous_end, start)
        lines.append(Line(start, bare, follows_blank=breaks > 1))
        previous_end = start + len(bare)
    return lines


def _bounded(spans: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the sentences in runs of at most MAX_PARAGRAPH_CHARS; a longer one is cut."""
    if spans[-1][1] - spans[0][0] <= MAX_PARAGRAPH_CHARS:
        return [spans]
    runs: list[list[tuple[int, int]]] = []
    for start, end in spans:
        for begin in range(start, end, MAX_PARAGRAPH_CHARS):
            piece = (begin, min(end, begin + MAX_PARAGRAPH_CHARS))
            if runs and piece[1] - runs[-1][0][0] <= MAX_PARAGRAPH_CHARS:
                runs[-1].append(piece)
            else:
                runs.append([piece])
    return runs


def _same(text: str) -> str:
    """Return the text as compared for repeats: quotes straight, spaces single, case folded."""
    if not text.isascii():
        for curly, straight in _STRAIGHT:
            text = text.replace(curly, straight)
    return " ".join(text.lower().split())
