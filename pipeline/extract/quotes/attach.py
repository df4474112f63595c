"""Speech: reports and pairs of marks brought together, each word given to one speaker at most."""

import bisect
import re
from dataclasses import dataclass, field

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.indirect import governed
from pipeline.extract.quotes.marks import Loose, Pair, pair_marks
from pipeline.extract.quotes.reports import Report, Span, find_reports

_ENDS_SPEECH = frozenset(",.?!…-–—")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Between a reporting verb and the words it opens stand at most an addressee, a place, a day.
_MAX_BRIDGE = 160
# When this share of a reported clause stands in quotation marks, the marked words are the quote.
_WHOLLY_MARKED = 0.8


@dataclass(slots=True)
class Speech:
    """Words that one report, or none, gives to a speaker."""

    report: Report | None
    spans: list[Span]
    pairs: list[Pair]
    rule_id: str
    is_indirect: bool = False
    continues: "Speech | None" = None
    turn: Span | None = None
    """Who speaks, where that is told by typography and not by a report."""
    role: str | None = None
    outlet: str | None = None

    @property
    def source(self) -> "Speech | None":
        """The speech that names the speaker: this one, or the one that it carries on from."""
        current: Speech | None = self
        while current is not None and current.report is None and current.turn is None:
            current = current.continues
        return current

    @property
    def speaker(self) -> Span | None:
        """Where the speaker is named."""
        if self.turn is not None:
            return self.turn
        return self.report.speaker if self.report is not None else None


@dataclass(slots=True)
class _Claims:
    """The outermost pairs of a document and which speech each of them went to."""

    pairs: list[Pair]
    starts: list[int]
    taken: dict[int, Speech] = field(default_factory=dict)

    def is_inside(self, char: int) -> bool:
        """Tell whether a pair stands around the character."""
        index = bisect.bisect_right(self.starts, char) - 1
        return index >= 0 and char < self.pairs[index].outer_end

    def within(self, start: int, end: int) -> range:
        """Return the indices of the pairs that begin within the span."""
        return range(bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end))


def read_speeches(doc: AnalysedDocument) -> tuple[list[Speech], list[Pair], list[Loose]]:
    """Return the document's speech, its outermost pairs of marks, and its marks in no pair."""
    pairs, loose = pair_marks(doc)
    claims = _Claims(pairs, [pair.outer_start for pair in pairs])
    outside = [report for report in find_reports(doc) if not claims.is_inside(report.cue_span[0])]
    speeches: list[Speech] = []
    silent: list[Report] = []
    for report in outside:
        speech = _direct(doc, claims, report)
        if speech is not None:
            speeches.append(speech)
        else:
            silent.append(report)
    for report in silent:
        speech = _indirect(doc, claims, report)
        if speech is not None:
            speeches.append(speech)
    _absorb_following(doc, claims)
    speeches += _unreported(doc, claims)
    return speeches, pairs, loose


def _direct(doc: AnalysedDocument, claims: _Claims, report: Report) -> Speech | None:
    """Return the marked words that stand right before or after the report."""
    text = doc.text
    before = _claim_before(doc, claims, report)
    after = _claim_after(doc, claims, report)
    taken: list[int] = []
    spans: list[Span] = []
    mixed = False
    if before is not None:
        pair = claims.pairs[before]
        start = doc.sentence_at(pair.outer_start).char_start
        lead = text[start : pair.outer_start].strip()
        taken.append(before)
        if lead and not is_sentence_like(text, pair):
            taken += claims.within(start, pair.outer_start)
            spans.append((start, pair.char_end))
            mixed = True
        else:
            spans += pair.parts
    if after is not None:
        pair = claims.pairs[after]
        between = text[report.clause_end : pair.outer_start].strip()
        sentence_end = doc.sentence_at(pair.outer_end - 1).char_end
        rest = text[pair.outer_end : sentence_end].strip(" .,;:!?'’\"”")
        if (
            before is not None
            or between.endswith((",", ":"))
            or not rest
            or is_sentence_like(text, pair)
        ):
            taken.append(after)
            spans += pair.parts
    if not taken or any(index in claims.taken for index in taken):
        return None
    chosen = [claims.pairs[index] for index in sorted(taken)]
    speech = Speech(report, sorted(spans), chosen, "direct.cue", is_indirect=mixed)
    for index in taken:
        claims.taken[index] = speech
    return speech


def _claim_before(doc: AnalysedDocument, claims: _Claims, report: Report) -> int | None:
    """Return the pair that closes just before the report's clause: '"...," she said'."""
    index = bisect.bisect_left(claims.starts, report.clause_start) - 1
    if index < 0 or index in claims.taken:
        return None
    pair = claims.pairs[index]
    text = doc.text
    if pair.outer_end > report.clause_start or report.clause_start - pair.outer_end > 40:
        return None
    between = text[pair.outer_end : report.clause_start]
    if "\n" in between:
        return None
    between = between.strip()
    words = _WORD.findall(between)
    if len(words) > 2 or any(word[0].isupper() for word in words):
        return None
    ends = text[pair.char_end - 1] in _ENDS_SPEECH or between[:1] in (",", "-", "—", "–")
    return index if ends else None


def _claim_after(doc: AnalysedDocument, claims: _Claims, report: Report) -> int | None:
    """Return the pair that the report opens: 'she said: "..."'."""
    index = bisect.bisect_left(claims.starts, report.clause_end)
    if index >= len(claims.pairs) or index in claims.taken:
        return None
    pair = claims.pairs[index]
    if pair.outer_start - report.clause_end > _MAX_BRIDGE:
        return None
    text = doc.text
    between = text[report.clause_end : pair.outer_start].strip()
    sentence = doc.sentence_at(report.clause_start)
    if pair.outer_start >= sentence.char_end:
        rest = text[sentence.char_end : pair.outer_start]
        return index if not rest.strip() and between.endswith(":") else None
    return index if not between or _is_bridge(doc, report, pair) else None


def _is_bridge(doc: AnalysedDocument, report: Report, pair: Pair) -> bool:
    """Tell whether no other clause stands between the report and the opening mark."""
    tokens = doc.tokens
    return not any(
        token != report.token and tokens.tag[token] in ("VBD", "VBZ", "VBP", "MD", "VB")
        for token in doc.tokens_in(report.clause_end, pair.outer_start)
    )


def _indirect(doc: AnalysedDocument, claims: _Claims, report: Report) -> Speech | None:
    """Return what the report governs in the writer's words, with any marks inside it."""
    spans = governed(doc, report)
    inside = [index for span in spans for index in claims.within(*span)]
    if not spans or any(index in claims.taken for index in inside):
        return None
    pairs = [claims.pairs[index] for index in inside]
    marked = [part for pair in pairs for part in pair.parts]
    total = sum(word_count(doc.text, span) for span in spans)
    if total == 0:
        return None
    speech = Speech(report, spans, pairs, "indirect.parse", is_indirect=True)
    if sum(word_count(doc.text, part) for part in marked) >= _WHOLLY_MARKED * total:
        speech = Speech(report, marked, pairs, "direct.clause")
    for index in inside:
        claims.taken[index] = speech
    return speech


def _absorb_following(doc: AnalysedDocument, claims: _Claims) -> None:
    """Give the words that go on right after a reported quote to the same speech.

    '"We will go," she said. "We have to."'
    """
    text = doc.text
    for index in range(1, len(claims.pairs)):
        pair = claims.pairs[index]
        before = claims.taken.get(index - 1)
        if index in claims.taken or before is None or before.report is None:
            continue
        if not is_sentence_like(text, pair):
            continue
        previous = claims.pairs[index - 1]
        if "\n" in text[previous.outer_end : pair.outer_start]:
            continue
        end = doc.sentence_at(max(previous.outer_end, before.report.clause_end) - 1).char_end
        if pair.outer_start < end or text[end : pair.outer_start].strip():
            continue
        before.spans = sorted([*before.spans, *pair.parts])
        before.pairs.append(pair)
        claims.taken[index] = before


def _unreported(doc: AnalysedDocument, claims: _Claims) -> list[Speech]:
    """Return the marked sentences that no report reaches: they carry on from the one before."""
    text = doc.text
    found = []
    last: Speech | None = None
    for index, pair in enumerate(claims.pairs):
        if index in claims.taken:
            last = claims.taken[index]
        elif is_sentence_like(text, pair) and word_count(text, pair.parts[0]) >= 5:
            last = Speech(None, list(pair.parts), [pair], "direct.continued", continues=last)
            claims.taken[index] = last
            found.append(last)
    return found


def is_sentence_like(text: str, pair: Pair) -> bool:
    """Tell whether the words between the marks stand as a sentence of their own."""
    words = _WORD.findall(text, pair.char_start, min(pair.char_end, pair.char_start + 200))
    if len(words) < 3:
        return False
    first = words[0][0]
    return (first.isupper() or first.isdigit()) and text[pair.char_end - 1] in ".,!?…—-'’\""


def word_count(text: str, span: Span) -> int:
    """Return how many words the span holds."""
    return len(_WORD.findall(text, span[0], span[1]))
