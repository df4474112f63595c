"""Marked words that no reporting verb reaches: who speaks is told by what stands around them."""

import bisect
import re

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import PLAIN_CUE
from pipeline.extract.quotes.marks import Pair
from pipeline.extract.quotes.reports import Report, Span
from pipeline.extract.quotes.speech import (
    Claims,
    Speech,
    ends_like_speech,
    is_sentence_like,
    word_count,
)
from pipeline.extract.quotes.syntax import nearby_subject, noun_phrase, subject

_MIN_WORDS = 5
_SIGNED = re.compile(r"\s*[-–—―]+\s*([^\W\d_][^\n]{1,80}?)[.,]?\s*\Z")
_MAX_SIGNATURE_WORDS = 10
# How far after the closing mark a verb may stand that says somebody spoke.
_REACH = 6


def unreported(doc: AnalysedDocument, claims: Claims, reports: list[Report]) -> list[Speech]:
    """Return the marked sentences left over, each with the speaker its surroundings give.

    In turn: a verb beside them that is no reporting verb ("..." she snapped), the subject of
    a sentence that ends in a colon, a signature in the next line, and whoever spoke before.
    """
    text = doc.text
    found: list[Speech] = []
    last: Speech | None = None
    for index, pair in enumerate(claims.pairs):
        if index in claims.taken:
            last = claims.taken[index]
            continue
        if not is_sentence_like(text, pair):
            continue
        speech = None
        report = _plain_report(doc, claims, pair)
        if report is not None:
            speech = Speech(report, list(pair.parts), [pair], "direct.beside")
        elif word_count(text, pair.parts[0]) < _MIN_WORDS:
            continue
        else:
            gap = text[claims.pairs[index - 1].outer_end : pair.outer_start] if index else "\n"
            signature = _signature(doc, pair)
            if signature is not None:
                speech = Speech(None, list(pair.parts), [pair], "direct.signed", turn=signature)
            elif last is not None and not last.is_indirect and "\n" not in gap:
                last.add(pair)
                claims.taken[index] = last
                continue
            elif (heard := _last_heard(doc, reports, pair)) is not None:
                speech = Speech(None, list(pair.parts), [pair], "direct.continued", continues=heard)
            else:
                speech = Speech(None, list(pair.parts), [pair], "direct.continued", continues=last)
        claims.taken[index] = speech
        found.append(speech)
        last = speech
    return found


def _last_heard(doc: AnalysedDocument, reports: list[Report], pair: Pair) -> Speech | None:
    """Return the last one who is reported to speak in the paragraph before the pair."""
    index = bisect.bisect_left(reports, pair.outer_start, key=lambda one: one.clause_start) - 1
    if index < 0 or reports[index].speaker is None:
        return None
    if reports[index].clause_start < doc.paragraph_at(pair.outer_start).char_start:
        return None
    return Speech(reports[index], [], [], "direct.cue")


def _plain_report(doc: AnalysedDocument, claims: Claims, pair: Pair) -> Report | None:
    tokens = doc.tokens
    text = doc.text
    sentence = doc.sentence_at(pair.outer_start)
    lead = text[sentence.char_start : pair.outer_start].rstrip()
    if lead.endswith(":"):
        inside = doc.tokens_in(sentence.char_start, pair.outer_start)
    elif ends_like_speech(text, pair):
        after = doc.sentence_at(min(pair.outer_end + 1, len(text) - 1))
        if after.char_start > pair.outer_end + 1:
            return None
        inside = doc.tokens_in(pair.outer_end, after.char_end)[:_REACH]
    else:
        return None
    for token in inside:
        if tokens.tag[token] not in ("VBD", "VBZ") or claims.is_inside(tokens.start[token]):
            continue
        head = subject(doc, token)
        if head is None or claims.is_inside(tokens.start[head]):
            head = nearby_subject(doc, token, claims.is_inside)
        if head is None:
            continue
        speaker = _chars(doc, noun_phrase(doc, head))
        start, end = tokens.start[token], tokens.end[token]
        return Report(
            token=token,
            cue=PLAIN_CUE,
            cue_span=(start, end),
            speaker_head=head,
            speaker=speaker,
            first_token=token,
            clause_start=min(start, speaker[0]),
            clause_end=max(end, speaker[1]),
        )
    return None


def _signature(doc: AnalysedDocument, pair: Pair) -> Span | None:
    """Return the name on the next line: '"..."', then '- Ann Smith'."""
    here = doc.paragraph_at(pair.outer_end - 1)
    if doc.text[pair.outer_end : here.char_end].strip() or here.index + 1 >= len(doc.paragraphs):
        return None
    below = doc.paragraphs[here.index + 1]
    if below.char_end - below.char_start > 100:
        return None
    match = _SIGNED.match(doc.text, below.char_start, below.char_end)
    if match is None or word_count(doc.text, match.span(1)) > _MAX_SIGNATURE_WORDS:
        return None
    return match.span(1)


def _chars(doc: AnalysedDocument, span: Span) -> Span:
    return doc.tokens.start[span[0]], doc.tokens.end[span[1]]
