"""Indirect speech: which words a report governs, by the parse and the commas around it."""

import re

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.reports import Report, Span
from pipeline.extract.quotes.syntax import child_of, subtree

_LEADING = re.compile(
    r"(?:(?:But|And|Yet|So|Still|Meanwhile|However|Indeed|Or|Nor|Instead|Moreover|Also)\b,?\s*)"
)
_EDGE_SPACE = " \t\u00a0\u2009\u202f"
_TRAILING = _EDGE_SPACE + ",;:.-–—―"


def governed(doc: AnalysedDocument, report: Report) -> list[Span]:
    """Return the spans of the words that the report reports; empty when it reports none."""
    if report.is_phrase:
        return _around(doc, report)
    after = _after(doc, report)
    if after is not None:
        return [after]
    if _is_set_off(doc, report):
        return _around(doc, report)
    return []


def _after(doc: AnalysedDocument, report: Report) -> Span | None:
    """Return the clause, infinitive or object that follows the verb, if it takes one."""
    tokens = doc.tokens
    verb = report.token
    takes = report.cue.takes
    limit = doc.sentence_at(tokens.start[verb]).char_end
    for child in doc.children[verb]:
        if child < verb:
            continue
        dep = tokens.dep[child]
        if dep == "ccomp" and takes & {"c", "w"}:
            return _clause(doc, verb, child, limit)
        if dep == "xcomp" and (
            "i" in takes or ("p" in takes and child_of(doc, verb, "dobj", "nsubj") is not None)
        ):
            return _clause(doc, verb, child, limit)
    if "o" in takes:
        thing = child_of(doc, verb, "dobj")
        if thing is not None and thing > verb:
            return _clause(doc, verb, thing, limit)
    return None


def _clause(doc: AnalysedDocument, verb: int, head: int, limit: int) -> Span | None:
    first, last = subtree(doc, head)
    first = max(first, verb + 1)
    start, end = doc.tokens.start[first], min(doc.tokens.end[last], limit)
    return _trimmed(doc.text, start, end)


def _is_set_off(doc: AnalysedDocument, report: Report) -> bool:
    """Tell whether commas or the sentence's edge set the report off from what it reports."""
    text = doc.text
    sentence = doc.sentence_at(report.clause_start)
    before = text[sentence.char_start : report.clause_start].rstrip(_EDGE_SPACE)
    if before and before[-1] not in ",—–-”\"'’":
        return False
    rest = text[report.clause_end : sentence.char_end].strip()
    return bool(before) or rest.startswith(",")


def _around(doc: AnalysedDocument, report: Report) -> list[Span]:
    """Return what stands before and after the report in its sentence."""
    text = doc.text
    sentence = doc.sentence_at(report.clause_start)
    spans = []
    start = sentence.char_start
    leading = _LEADING.match(text, start, report.clause_start)
    if leading is not None:
        start = leading.end()
    before = _trimmed(text, start, report.clause_start)
    if before is not None:
        spans.append(before)
    rest = text[report.clause_end : sentence.char_end]
    if before is None or rest.lstrip(_EDGE_SPACE).startswith((",", "—")):
        after = _trimmed(text, report.clause_end, sentence.char_end)
        if after is not None and (before is None or after[1] - after[0] > 25):
            spans.append(after)
    return spans


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start] in _TRAILING or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    return (start, end) if start < end else None
