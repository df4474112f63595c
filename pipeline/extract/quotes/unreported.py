"""Marked words that no reporting verb reaches: who speaks is told by what stands around them."""

import bisect
import re

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import PLAIN_CUE, VERBS
from pipeline.extract.quotes.marks import Pair
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.report import Report
from pipeline.extract.quotes.speech import (
    WORD,
    Claims,
    Speech,
    is_blank,
    is_sentence_like,
    is_title_like,
    is_titled,
    word_count,
)
from pipeline.extract.quotes.syntax import FINITE, last_naming, nearby_subject, noun_phrase, subject
from pipeline.extract.quotes.transcript import NO_SPEAKER

_MIN_WORDS = 5
_MAX_LABEL = 80
# How far around the marks their sentence is searched; a longer one was never parsed well.
_MAX_LEAD = 600
_MIN_LABELLED = 3
_MIN_FRAGMENT = 4
_NAME = re.compile(r"[^\W_][\w.'’-]*")
_MAX_CLIMB = 12
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
        if is_titled(text, pair):
            continue
        speech = _told_beside(doc, claims, reports, pair)
        if speech is None and is_sentence_like(text, pair):
            if word_count(text, pair.parts[0]) < _MIN_WORDS:
                continue
            if last is not None and _goes_on(doc, last, pair):
                last.add(pair)
                claims.taken[index] = last
                continue
            heard = _last_heard(doc, reports, pair)
            if heard is None and last is not None and _carries_on(doc, last, pair):
                heard = last.source
            speech = Speech(None, list(pair.parts), [pair], "direct.continued", continues=heard)
        elif speech is None:
            speech = _fragment(doc, claims, pair)
        if speech is not None:
            claims.taken[index] = last = speech
            found.append(speech)
    return found


def _told_beside(
    doc: AnalysedDocument, claims: Claims, reports: list[Report], pair: Pair
) -> Speech | None:
    """Return the words as speech of whoever stands beside them, if anybody does."""
    label = _label(doc, pair)
    if label is not None:
        return Speech(None, list(pair.parts), [pair], "direct.label", turn=label)
    if not is_sentence_like(doc.text, pair):
        return None
    report = _said_so(doc, reports, pair) or _plain_report(doc, claims, pair)
    if report is not None:
        return Speech(report, list(pair.parts), [pair], "direct.beside")
    signature = _named_after(doc, pair) or _signature(doc, pair)
    if signature is not None:
        return Speech(None, list(pair.parts), [pair], "direct.signed", turn=signature)
    return None


def _goes_on(doc: AnalysedDocument, last: Speech, pair: Pair) -> bool:
    """Tell whether the speaker goes on in the same line, after one sentence at most.

    What lost its opening mark may be anybody's: it must follow at once.
    """
    if last.is_indirect or last.rule_id == "direct.fragment":
        return False
    before, here = doc.sentence_at(_end(last) - 1), doc.sentence_at(pair.outer_start)
    between = here.index - before.index - 1
    return before.paragraph == here.paragraph and between <= (pair.open is not None)


def _end(speech: Speech) -> int:
    """Return where the words or, behind them, the report of who says them ends."""
    end = speech.pairs[-1].outer_end
    return end if speech.report is None else max(end, speech.report.clause_end)


def _carries_on(doc: AnalysedDocument, last: Speech, pair: Pair) -> bool:
    """Tell whether a line of marked words carries on from the speech in the line before."""
    here = doc.paragraph_at(pair.outer_start)
    if pair.open is None or not is_blank(doc.text, here.char_start, pair.outer_start):
        return False
    return here.index - doc.paragraph_at(last.spans[-1][1] - 1).index <= 1


def _label(doc: AnalysedDocument, pair: Pair) -> Span | None:
    """Return the name in a label before the words: 'Smith:', 'NATO, Smith:', 'Smith to NATO:'."""
    text = doc.text
    start = doc.sentence_at(pair.outer_start).own_start
    if not 0 < pair.outer_start - start <= _MAX_LABEL:
        return None
    lead = text[start : pair.outer_start].rstrip()
    if not lead.endswith(":") or word_count(text, pair.parts[0]) < _MIN_LABELLED:
        return None
    name = lead[:-1].split(" to ")[0]
    words = _NAME.findall(name)
    if not words or not words[-1][0].isupper() or not words[0][0].isupper():
        return None
    if not NO_SPEAKER.isdisjoint(word.lower() for word in words):
        return None
    if any(doc.tokens.tag[token] in FINITE for token in doc.tokens_in(start, pair.outer_start)):
        return None
    name = name.rsplit(",", 1)[-1].strip()
    begin = text.rindex(name, start, start + len(lead)) if name else start
    return (begin, begin + len(name)) if name else None


def _last_heard(doc: AnalysedDocument, reports: list[Report], pair: Pair) -> Speech | None:
    """Return the last one who is reported to speak in the paragraph before the pair."""
    index = bisect.bisect_left(reports, pair.outer_start, key=lambda one: one.clause_start) - 1
    if index < 0 or reports[index].speaker is None:
        return None
    if reports[index].clause_start < doc.paragraph_at(pair.outer_start).char_start:
        return None
    return Speech(reports[index], [], [], "direct.cue")


def _said_so(doc: AnalysedDocument, reports: list[Report], pair: Pair) -> Report | None:
    """Return the report in the next sentence that points back: "This was stated by Smith"."""
    following = doc.sentence_at(min(pair.outer_end + 1, len(doc.text) - 1))
    if doc.text[pair.outer_end : following.char_start].strip():
        return None
    first = doc.tokens.text[following.token_start : following.token_start + 1]
    if first not in (["This"], ["That"], ["So"]):
        return None
    index = bisect.bisect_left(reports, following.char_start, key=lambda one: one.clause_start)
    if index < len(reports) and reports[index].clause_end <= following.char_end:
        return reports[index] if reports[index].is_passive else None
    return None


def _plain_report(doc: AnalysedDocument, claims: Claims, pair: Pair) -> Report | None:
    """Return what says beside the pair, with any verb, that somebody speaks."""
    tokens = doc.tokens
    text = doc.text
    sentence = doc.sentence_at(pair.outer_start)
    lead_start = max(sentence.char_start, pair.outer_start - _MAX_LEAD)
    if text[lead_start : pair.outer_start].rstrip().endswith(":"):
        inside = doc.tokens_in(lead_start, pair.outer_start)
    else:
        after = doc.sentence_at(min(pair.outer_end + 1, len(text) - 1))
        if after.char_start > pair.outer_end + 1:
            return None
        inside = doc.tokens_in(pair.outer_end, after.char_end)[:_REACH]
    for token in inside:
        if tokens.tag[token] in ("VBD", "VBZ") and not claims.is_inside(tokens.start[token]):
            report = _told_by(doc, claims, token)
            if report is not None:
                return report
    return None


def _fragment(doc: AnalysedDocument, claims: Claims, pair: Pair) -> Speech | None:
    """Return words too many for a term: 'met to "set limits on what may be sold"'.

    Whoever the sentence is about is taken to have used them.
    """
    words = WORD.findall(doc.text, *pair.parts[0])
    if len(words) < _MIN_FRAGMENT or is_title_like(words):
        return None
    report = None
    verb = _governing_verb(doc, claims, pair)
    if verb is not None:
        report = _told_by(doc, claims, verb)
    return Speech(report, list(pair.parts), [pair], "direct.fragment")


def _governing_verb(doc: AnalysedDocument, claims: Claims, pair: Pair) -> int | None:
    """Return the verb that the words before the marks hang on: 'offering "a sincere apology"'."""
    tokens = doc.tokens
    sentence = doc.sentence_at(pair.outer_start)
    before = doc.tokens_in(max(sentence.char_start, pair.outer_start - _MAX_LEAD), pair.outer_start)
    if not before:
        return None
    token = before[-1]
    for _ in range(_MAX_CLIMB):
        if tokens.tag[token].startswith("V") and not claims.is_inside(tokens.start[token]):
            return token
        if tokens.head[token] == token:
            return None
        token = tokens.head[token]
    return None


def _told_by(doc: AnalysedDocument, claims: Claims, verb: int) -> Report | None:
    """Return the verb as a report of its subject's words, if it has one."""
    tokens = doc.tokens
    head = subject(doc, verb)
    if head is None or claims.is_inside(tokens.start[head]):
        head = nearby_subject(doc, verb, claims.is_inside)
    if head is None:
        return None
    first, last = noun_phrase(doc, head)
    speaker = (tokens.start[first], tokens.end[last])
    start, end = tokens.start[verb], tokens.end[verb]
    return Report(
        token=verb,
        cue=VERBS.get(tokens.text[verb], PLAIN_CUE),
        cue_span=(start, end),
        speaker_head=head,
        speaker=speaker,
        first_token=verb,
        clause_start=min(start, speaker[0]),
        clause_end=max(end, speaker[1]),
    )


def _named_after(doc: AnalysedDocument, pair: Pair) -> Span | None:
    """Return the name right after a comma and a closing mark: '"...," Smith from the deck'."""
    tokens = doc.tokens
    if doc.text[pair.char_end - 1] != ",":
        return None
    after = doc.tokens_in(pair.outer_end, min(len(doc.text), pair.outer_end + _MAX_LABEL))
    if not after or tokens.start[after.start] != pair.outer_end + 1:
        return None
    named = last_naming(doc, after.start, after.stop)
    if named is None or tokens.tag[named] != "NNP":
        return None
    return tokens.start[after.start], tokens.end[named]


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
