"""Indirect speech: which words a report governs, by the parse and the commas around it."""

import re

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import VERBS
from pipeline.extract.quotes.ends import (
    before_afterthought,
    with_condition,
    with_infinitive,
    with_next_clause,
)
from pipeline.extract.quotes.reports import Report, Span
from pipeline.extract.quotes.syntax import (
    FINITE,
    SUBJECTS,
    child_of,
    dateline_end,
    has_clause,
    subtree,
)
from schemas.quotes import CueStance

_LEADING = re.compile(
    r"(?:(?:But|And|Yet|So|Still|Meanwhile|However|Indeed|Or|Nor|Instead|Moreover|Also)\b,?\s*)"
)
_NAMES_A_ROLE = frozenset(("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "WP", "PRP$"))
_QUESTIONS = frozenset("whether if why how what who when where which".split())
# Prepositions that lead to what speech is about: "did not speak of it" reports no words.
_TOPICAL = frozenset(("of", "about"))
# How many tokens an addressee, a place or a day may take between a verb and its clause.
_MAX_ADDRESS = 8
# Fewer tokens after a report set off by commas are an adverbial of its own.
_MIN_REST = 5
_EDGE_SPACE = " \t\u00a0\u2009\u202f"
_TRAILING = _EDGE_SPACE + ",;:.-–—―"


def governed(doc: AnalysedDocument, report: Report) -> list[Span]:
    """Return the spans of the words that the report reports; empty when it reports none."""
    if report.content is not None:
        trimmed = _trimmed(doc.text, *report.content)
        return [] if trimmed is None else [trimmed]
    if report.is_aside:
        return _around(doc, report)
    after = following(doc, report)
    if after is not None:
        relative = _relative_before(doc, report)
        return [after] if relative is None else [relative, after]
    if "c" in report.cue.takes and _is_set_off(doc, report):
        return _around(doc, report)
    after = _unparsed(doc, report)
    return [] if after is None else [after]


def following(doc: AnalysedDocument, report: Report) -> Span | None:
    """Return the clause, infinitive or object that follows the verb, if it takes one."""
    tokens = doc.tokens
    verb = report.token
    takes = report.cue.takes
    limit = doc.sentence_at(tokens.start[verb]).char_end
    for child in doc.children[verb]:
        if child < verb:
            continue
        dep = tokens.dep[child]
        if dep in ("ccomp", "oprd") and "l" in takes and not report.is_passive:
            return _labelled(doc, report, child, limit)
        if dep == "ccomp" and takes & {"c", "w", "p"}:
            return _clause(doc, report, child, limit)
        if dep == "xcomp" and "p" in takes:
            told = child_of(doc, verb, "dobj")
            return None if told is None else _clause(doc, report, child, limit, told)
        if dep == "xcomp" and "i" in takes:
            return _clause(doc, report, child, limit)
    if "o" in takes:
        thing = child_of(doc, verb, "dobj")
        if thing == report.speaker_head:
            # ", repeated Smith, ": the parse takes who speaks for what is said.
            return None
        if thing is not None and thing > verb and tokens.tag[thing] != "PRP":
            return _clause(doc, report, thing, limit)
    return _prepositional(doc, report, limit)


def _unparsed(doc: AnalysedDocument, report: Report) -> Span | None:
    """Return the clause that a "that" or a question word opens, where the parse lost it."""
    tokens = doc.tokens
    takes = report.cue.takes
    sentence = doc.sentence_at(tokens.start[report.token])
    if not report.is_finite and not takes & {"a", "w"}:
        return None
    first = doc.tokens_in(report.clause_end, sentence.char_end)
    for token in first[:_MAX_ADDRESS]:
        word = tokens.text[token].lower()
        opens = (word == "that" and "c" in takes) or (word in _QUESTIONS and "w" in takes)
        if opens and has_clause(doc, tokens.start[token], sentence.char_end):
            last = before_afterthought(doc, token, first[-1])
            if word in _QUESTIONS:
                last = _before_comma(doc, token, last)
            return _trimmed(doc.text, tokens.start[token], tokens.end[last])
        if tokens.tag[token] in FINITE or (word == "," and not report.is_passive):
            return None
    return None


def _before_comma(doc: AnalysedDocument, first: int, last: int) -> int:
    for token in range(first, last):
        if doc.tokens.text[token] == ",":
            return token - 1
    return last


def _prepositional(doc: AnalysedDocument, report: Report, limit: int) -> Span | None:
    """Return what follows the preposition that leads to the content: "called for a vote"."""
    tokens = doc.tokens
    verb = report.token
    for child in doc.children[verb]:
        if child <= verb:
            continue
        if tokens.dep[child] == "prep" and tokens.text[child] in report.cue.takes:
            last = subtree(doc, child)[1]
            is_unsaid = tokens.text[child] in _TOPICAL and child_of(doc, verb, "neg") is not None
            if last == child or is_unsaid:
                return None
            first = child + 1
            if tokens.text[child] == "as" or report.cue.stance is CueStance.ACCUSED:
                thing = child_of(doc, verb, "dobj")
                first = first if thing is None else max(verb + 1, subtree(doc, thing)[0])
            last = max(with_infinitive(doc, last), _asked_of(doc, verb, child))
            last = before_afterthought(doc, first, last)
            return _trimmed(doc.text, tokens.start[first], min(tokens.end[last], limit))
    return None


def _labelled(doc: AnalysedDocument, report: Report, label: int, limit: int) -> Span | None:
    """Return a thing and what it is called: "called the plan reckless"."""
    thing = child_of(doc, report.token, "dobj")
    return _clause(doc, report, label, limit, thing)


def _clause(
    doc: AnalysedDocument, report: Report, head: int, limit: int, begin: int | None = None
) -> Span | None:
    """Return the words under `head`, and from `begin` on, as far as they are what is reported."""
    tokens = doc.tokens
    first, last = subtree(doc, head)
    if begin is None and tokens.dep[head] == "ccomp" and "a" not in report.cue.takes:
        # "said prices, which had fallen, would rise": the parse takes the subject for an object.
        thing = child_of(doc, report.token, "dobj")
        if thing is not None and thing > report.token:
            begin = thing
    if begin is not None:
        first = min(first, subtree(doc, begin)[0])
    elif (
        tokens.dep[head] == "ccomp"
        and tokens.tag[head] in FINITE
        and child_of(doc, head, *SUBJECTS, "mark") is None
        and "a" not in report.cue.takes
    ):
        # A finite clause has a subject: the parse has hung it on the verb.
        first = report.token + 1
    first = max(first, report.token + 1)
    last = _before_next_report(doc, report, head, first, last)
    last = with_condition(doc, with_infinitive(doc, last), limit)
    last = with_next_clause(doc, last, limit)
    last = before_afterthought(doc, first, last)
    return _trimmed(doc.text, tokens.start[first], min(tokens.end[last], limit))


def _asked_of(doc: AnalysedDocument, verb: int, preposition: int) -> int:
    """Return the last token of the infinitive that says what those named are asked to do."""
    tokens = doc.tokens
    for child in doc.children[verb]:
        if child > preposition and tokens.dep[child] in ("xcomp", "advcl"):
            to = child_of(doc, child, "aux")
            if to is not None and tokens.tag[to] == "TO":
                return subtree(doc, child)[1]
    return preposition


def _before_next_report(
    doc: AnalysedDocument, report: Report, head: int, first: int, last: int
) -> int:
    """Return the last token before a further report by the same speaker: "... and called on".

    The parse often hangs it on the reported clause.
    """
    tokens = doc.tokens
    for child in doc.children[head]:
        if (
            tokens.dep[child] == "conj"
            and child > head
            and tokens.text[child] in VERBS
            and tokens.tag[child] == tokens.tag[report.token]
            and child_of(doc, child, "nsubj", "nsubjpass") is None
        ):
            joint = child
            while joint > first and tokens.tag[joint - 1] in ("CC", "RB", ",", "MD"):
                joint -= 1
            return joint - 1 if joint < child else last
    return last


def _relative_before(doc: AnalysedDocument, report: Report) -> Span | None:
    """Return the relative pronoun that belongs to the content: "which they say will end"."""
    tokens = doc.tokens
    before = report.first_token - 1
    if before < 0 or tokens.tag[before] not in ("WDT", "WP", "IN"):
        return None
    if tokens.text[before].lower() not in ("which", "that", "who", "whom", "what"):
        return None
    if tokens.start[before] < doc.sentence_at(report.clause_start).char_start:
        return None
    return tokens.start[before], tokens.end[before]


def _is_set_off(doc: AnalysedDocument, report: Report) -> bool:
    """Tell whether commas or the sentence's edge set the report off from what it reports."""
    text = doc.text
    if not report.is_finite or _has_complement(doc, report):
        return False
    sentence = doc.sentence_at(report.clause_start)
    before = text[sentence.char_start : report.clause_start].rstrip(_EDGE_SPACE)
    if not before or before[-1] not in ",—–-”\"'’":
        return False
    if has_clause(doc, sentence.char_start, report.clause_start):
        return True
    # "In some towns, they say, nobody votes": commas on both sides.
    rest = text[report.clause_end : sentence.char_end].lstrip(_EDGE_SPACE)
    return rest.startswith(",") and has_clause(doc, report.clause_end, sentence.char_end)


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


def _around(doc: AnalysedDocument, report: Report) -> list[Span]:
    """Return what stands before and after the report in its sentence."""
    text = doc.text
    sentence = doc.sentence_at(report.clause_start)
    spans = []
    start = sentence.char_start
    if report.token > sentence.token_start:
        start = doc.tokens.start[dateline_end(doc, report.token)]
    leading = _LEADING.match(text, start, report.clause_start)
    if leading is not None:
        start = leading.end()
    before = _trimmed(text, start, report.clause_start)
    if before is not None:
        spans.append(before)
    rest = text[report.clause_end : sentence.char_end].lstrip(_EDGE_SPACE)
    if before is None or rest.startswith((",", "—")):
        after = _trimmed(text, report.clause_end, sentence.char_end)
        if after is not None and (before is None or _goes_on(doc, report, after)):
            spans.append(after)
    return spans


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
    if own_report or len(inside) < _MIN_REST:
        return False
    start = doc.sentence_at(report.clause_start).char_start
    is_complete = has_clause(doc, start, report.clause_start)
    return not is_complete or tokens.tag[opener] not in _NAMES_A_ROLE


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start] in _TRAILING or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    return (start, end) if start < end else None
