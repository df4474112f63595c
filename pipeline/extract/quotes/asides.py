"""Reports set off from what they report: "according to her", ", he said, ", "as she put it"."""

import re

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import ACCORDING_CUE, VERBS
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.report import Report
from pipeline.extract.quotes.syntax import FINITE, has_clause, last_naming, subtree

_LEADING = re.compile(
    r"(?:But|And|Yet|So|Still|Meanwhile|However|Indeed|Or|Nor|Instead|Moreover|Also)(?=[ ,]),?\s*"
)
_APPOSED = frozenset(("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP$"))
_NAMES_A_ROLE = _APPOSED | frozenset(("WP",))
# Fewer tokens after a report set off by commas are an adverbial of its own.
_MIN_REST = 5
EDGE_SPACE = " \t\u00a0\u2009\u202f"
"""White space within a line."""
_TRAILING = EDGE_SPACE + ",;:.-–—―"


def is_set_off(doc: AnalysedDocument, report: Report) -> bool:
    """Tell whether commas or the sentence's edge set the report off from what it reports."""
    text = doc.text
    if not report.is_finite or _has_complement(doc, report):
        return False
    if doc.tokens.tag[report.first_token] == "WP$":
        # ", whose book boasts of it": a relative clause.
        return False
    sentence = doc.sentence_at(report.clause_start)
    before = text[sentence.char_start : report.clause_start].rstrip(EDGE_SPACE)
    if not before or before[-1] not in ",—–-”\"'’":
        return False
    if has_clause(doc, sentence.char_start, report.clause_start):
        return True
    # "In some towns, they say, nobody votes": commas on both sides.
    rest = text[report.clause_end : sentence.char_end].lstrip(EDGE_SPACE)
    if not rest.startswith(","):
        return False
    after = doc.tokens_in(report.clause_end, sentence.char_end)
    return any(doc.tokens.tag[at] in FINITE or doc.tokens.dep[at] == "ROOT" for at in after)


def is_parenthetic(doc: AnalysedDocument, report: Report) -> bool:
    """Tell whether commas stand on both sides: "If it rains, she said, they will stay"."""
    text = doc.text
    before = text[doc.sentence_at(report.clause_start).char_start : report.clause_start]
    after = text[report.clause_end : report.clause_end + 1]
    return before.rstrip(EDGE_SPACE).endswith(",") and after == "," and is_set_off(doc, report)


def _has_complement(doc: AnalysedDocument, report: Report) -> bool:
    """Tell whether the verb has something of its own to say, or its subject is "which"."""
    tokens = doc.tokens
    if report.speaker_head is not None and tokens.tag[report.speaker_head] == "WDT":
        return True
    return any(
        child > report.token
        and tokens.dep[child] in ("xcomp", "acomp", "attr", "dobj")
        and child != report.speaker_head
        and not (tokens.dep[child] == "dobj" and "a" in report.cue.takes)
        for child in doc.children[report.token]
    )


def around(doc: AnalysedDocument, report: Report) -> list[Span]:
    """Return what stands before and after the report in its sentence, or in its parenthesis."""
    text = doc.text
    sentence = doc.sentence_at(report.clause_start)
    spans = []
    start = sentence.own_start
    end = sentence.char_end
    begin, stop = report.clause_start, report.clause_end
    if report.is_aside and report.cue is not ACCORDING_CUE:
        # "As she said in May, prices fell": the aside ends where its own clause does.
        last = subtree(doc, report.token)[1]
        if last < doc.tokens.head[report.token]:
            stop = max(stop, doc.tokens.end[last])
    bracket = text.rfind("(", start, begin)
    if bracket >= 0 and text.find(")", bracket, begin) < 0:
        closing = text.find(")", stop, end)
        if closing < 0:
            closing = end
        if text[bracket + 1 : begin].strip() or text[stop:closing].strip():
            start, end = bracket + 1, closing
        else:
            begin, stop = bracket, min(closing + 1, end)
    leading = _LEADING.match(text, start, begin)
    opener = doc.token_at(start)
    if leading is not None and opener is not None and doc.tokens.tag[opener] != "NNP":
        start = leading.end()
    before = trimmed(text, start, begin)
    if before is not None and not _ends_in_report(doc, before):
        spans.append(before)
    is_open = begin == bracket or text[stop:end].lstrip(EDGE_SPACE).startswith((",", "—"))
    if not spans or is_open:
        after = trimmed(text, stop, end)
        if after is not None and (not spans or _goes_on(doc, report, after)):
            spans.append(after)
    return spans


def _ends_in_report(doc: AnalysedDocument, before: Span) -> bool:
    """Tell whether the words only say that somebody speaks: "He added that, according to her,"."""
    words = doc.tokens_in(*before)
    last = words[-1]
    if doc.tokens.text[last] == "that" and last > words.start:
        last -= 1
    return doc.tokens.text[last] in VERBS and doc.tokens.tag[last] in FINITE


def _goes_on(doc: AnalysedDocument, report: Report, after: Span) -> bool:
    """Tell whether what follows the report's comma belongs to the words before it.

    After "said Smith," stands as a rule what Smith is, and after "Smith said," a comment.
    """
    tokens = doc.tokens
    inside = doc.tokens_in(*after)
    opener = inside[0]
    if tokens.tag[opener] in FINITE:
        return True
    own_report = tokens.tag[opener] == "VBG" and tokens.text[opener] in VERBS
    if own_report:
        return False
    start = doc.sentence_at(report.clause_start).char_start
    if not has_clause(doc, start, report.clause_start):
        return True
    if len(inside) < _MIN_REST:
        return False
    named = last_naming(doc, opener, inside.stop)
    if named is not None and tokens.tag[named + 1] in FINITE:
        return tokens.text[named + 1] not in VERBS
    is_after_name = report.speaker is not None and report.speaker[0] > tokens.start[report.token]
    return tokens.tag[opener] not in (_NAMES_A_ROLE if is_after_name else _APPOSED)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without space, commas and dashes at its edges, or None when none is left."""
    while start < end and (text[start] in _TRAILING or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    return (start, end) if start < end else None
