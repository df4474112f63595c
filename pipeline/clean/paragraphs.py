"""Paragraphs: every line of a document with its role, and the sentences within it.

Nothing is deleted: a line left out is a row that says so. A line ends at a line feed, a
carriage return, both together, or U+2028 and U+2029, which mean nothing else; `splitlines`
also cuts at form feeds and U+0085, which stand inside lines of mis-decoded text.
"""

import re

from pipeline.clean.damage import is_damaged, is_truncated
from pipeline.clean.prompts import sentence_role
from pipeline.clean.rules import Line, assign_roles
from pipeline.clean.sentences import sentence_spans
from pipeline.document import Paragraph, Sentence
from pipeline.read.language import MODEL_LANGUAGES
from schemas.text import Role

MAX_PARAGRAPH_CHARS = 10_000
"""A longer line is cut into several paragraphs, at the end of a sentence where there is one."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STRAIGHT = str.maketrans("‘’“”„«»\u00a0\u202f", '\'\'"""""  ')


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
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    first_paragraph: dict[str, int] = {}
    first_sentence: dict[str, int] = {}
    for line in lines:
        spans = sentence_spans(text, line.char_start, line.char_end)
        for piece in _bounded(spans):
            paragraph = Paragraph(
                index=len(paragraphs),
                char_start=piece[0][0],
                char_end=piece[-1][1],
                role=line.role or Role.BODY,
                is_used=line.is_used,
                rule_id=line.rule_id,
            )
            if paragraph.is_used:
                same = _same(text[paragraph.char_start : paragraph.char_end])
                paragraph.repeat_of = first_paragraph.setdefault(same, paragraph.index)
                if paragraph.repeat_of == paragraph.index:
                    paragraph.repeat_of = None
                else:
                    paragraph.role, paragraph.rule_id = Role.REPEAT, "same_words_as_earlier"
            paragraphs.append(paragraph)
            for start, end in piece:
                sentences.append(
                    _sentence(text, paragraph, len(sentences), start, end, line, first_sentence)
                )
    return paragraphs, sentences


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
        lines.append(Line(start, start + len(bare), bare, follows_blank=breaks > 1))
        previous_end = start + len(bare)
    return lines


def _bounded(spans: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the sentences in runs of at most MAX_PARAGRAPH_CHARS; a longer one is cut."""
    runs: list[list[tuple[int, int]]] = []
    for start, end in spans:
        for begin in range(start, end, MAX_PARAGRAPH_CHARS):
            piece = (begin, min(end, begin + MAX_PARAGRAPH_CHARS))
            if runs and piece[1] - runs[-1][0][0] <= MAX_PARAGRAPH_CHARS:
                runs[-1].append(piece)
            else:
                runs.append([piece])
    return runs


def _sentence(  # noqa: PLR0917
    text: str,
    paragraph: Paragraph,
    index: int,
    start: int,
    end: int,
    line: Line,
    seen: dict[str, int],
) -> Sentence:
    written = text[start:end]
    sentence = Sentence(
        index=index,
        paragraph=paragraph.index,
        char_start=start,
        char_end=end,
        role=paragraph.role,
        is_used=paragraph.is_used,
        rule_id=paragraph.rule_id,
    )
    if not paragraph.is_used:
        return sentence
    found = sentence_role(written)
    if found is not None:
        sentence.role, sentence.rule_id = found
        sentence.is_used = False
        return sentence
    sentence.is_truncated = is_truncated(
        written, ends_line=end == line.char_end, is_prose=paragraph.role == Role.BODY
    )
    sentence.is_damaged = is_damaged(written)
    earlier = seen.setdefault(_same(written), index)
    sentence.repeat_of = None if earlier == index else earlier
    return sentence


def _same(text: str) -> str:
    """Return the text as compared for repeats: quotes straight, spaces single, case folded."""
    return " ".join(text.translate(_STRAIGHT).casefold().split())
