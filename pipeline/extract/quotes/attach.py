"""Speech: reports and pairs of marks brought together, each word given to one speaker at most."""

import bisect
import re

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.indirect import following, governed, has_clause
from pipeline.extract.quotes.marks import Loose, Pair, pair_marks
from pipeline.extract.quotes.reports import Report, Span, find_reports
from pipeline.extract.quotes.speech import (
    Claims,
    Speech,
    ends_like_speech,
    is_blank,
    is_sentence_like,
    word_count,
)
from pipeline.extract.quotes.transcript import (
    read_labelled_headlines,
    read_statement,
    read_turns,
)
from pipeline.extract.quotes.unreported import unreported

_MARKS_OF_SPLIT = frozenset("\"“''«‘„")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Between a reporting verb and the words it opens stand at most an addressee, a place, a day.
_MAX_BRIDGE = 160
# Words before the marks that are part of one reported sentence: more is no sentence.
_MAX_LEAD = 600
# Fewer words after the marks say when or where, and are not said.
_MIN_REST = 3
# When this share of a reported clause stands in quotation marks, the marked words are the quote.
_WHOLLY_MARKED = 0.8


def read_speeches(doc: AnalysedDocument) -> tuple[list[Speech], list[Pair], list[Loose]]:
    """Return the document's speech, its outermost pairs of marks, and its marks in no pair."""
    pairs, loose = pair_marks(doc)
    claims = Claims(pairs, [pair.outer_start for pair in pairs])
    reports = [
        report
        for report in find_reports(doc, claims.is_inside)
        if not claims.is_inside(report.cue_span[0])
    ]
    speeches = [
        speech
        for report, indices in _claimed(doc, claims, reports)
        if (speech := _direct(doc, claims, report, indices)) is not None
    ]
    spoken = {id(speech.report) for speech in speeches}
    for report in reports:
        if id(report) not in spoken:
            speech = _indirect(doc, claims, report)
            if speech is not None:
                speeches.append(speech)
    speeches = _without_asides_within(doc, speeches)
    _absorb_following(doc, claims)
    speeches += unreported(doc, claims, reports)
    turns = read_turns(doc)
    speeches += turns or read_labelled_headlines(doc, claims, speeches)
    speeches += read_statement(doc)
    return speeches, pairs, loose


def _without_asides_within(doc: AnalysedDocument, speeches: list[Speech]) -> list[Speech]:
    """Return the speeches but those within another's clause that are no clause themselves.

    "He said she promised help": what she promised is told, not what she said.
    """
    kept = []
    end = -1
    for speech in sorted(speeches, key=lambda one: (one.spans[0][0], -one.spans[-1][1])):
        last = speech.spans[-1][1]
        inner = speech.is_indirect and not speech.pairs and last <= end
        if not inner or has_clause(doc, *speech.spans[-1]):
            kept.append(speech)
        end = max(end, last)
    return kept


def _claimed(
    doc: AnalysedDocument, claims: Claims, reports: list[Report]
) -> list[tuple[Report, list[int]]]:
    """Return for each report the pairs right beside it; no pair goes to two reports.

    A pair that a report opens with a comma or colon goes to that report, else to the report
    that follows it, else to the one before.
    """
    quoting = [report for report in reports if report.cue.takes & {"c", "q", "w"}]
    owner: dict[int, int] = {}
    opening: set[int] = set()
    for is_tight in (True, None, False):
        for order, report in enumerate(quoting):
            if is_tight is None:
                index = _claim_before(doc, claims, report)
                if index is not None and order in opening:
                    # 'She paused "..." and said: "..."': the report looks ahead, not back.
                    index = index if _is_same_sentence(doc, claims.pairs[index], report) else None
            else:
                index = _claim_after(doc, claims, report, is_tight=is_tight)
            if index is not None and owner.setdefault(index, order) == order and is_tight:
                opening.add(order)
    indices: list[list[int]] = [[] for _ in quoting]
    for index, order in sorted(owner.items()):
        indices[order].append(index)
    return [(report, taken) for report, taken in zip(quoting, indices, strict=True) if taken]


def _runs_on(doc: AnalysedDocument, report: Report, pair: Pair) -> int | None:
    """Return where the clause ends that begins with the marked words: 'said "nobody" came'."""
    text = doc.text
    if pair.outer_start < report.clause_end or ends_like_speech(text, pair):
        return None
    if text[pair.outer_end : pair.outer_end + 1] != " " or not text[pair.outer_end + 1].islower():
        return None
    clause = following(doc, report)
    if clause is None or word_count(text, (pair.outer_end, clause[1])) < _MIN_REST:
        return None
    return clause[1]


def _is_same_sentence(doc: AnalysedDocument, pair: Pair, report: Report) -> bool:
    """Tell whether the words run into the report: they do not end in a full stop before it."""
    if doc.text[pair.char_end - 1] != ".":
        return True
    return doc.sentence_at(report.clause_start).char_start < pair.outer_end


def _direct(
    doc: AnalysedDocument, claims: Claims, report: Report, indices: list[int]
) -> Speech | None:
    """Return the marked words beside the report, with what leads up to them in their sentence."""
    text = doc.text
    spans: list[Span] = []
    taken = list(indices)
    mixed = False
    pair = claims.pairs[indices[0]]
    if pair.outer_end <= report.clause_start:
        start = doc.sentence_at(pair.outer_start).char_start
        earlier = claims.within(start, pair.outer_start)
        if earlier and earlier[-1] in claims.taken:
            start = claims.pairs[earlier[-1]].outer_end
        leads_up = pair.outer_start - start <= _MAX_LEAD and not is_blank(
            text, start, pair.outer_start
        )
        if leads_up and not is_sentence_like(text, pair):
            taken += [one for one in claims.within(start, pair.outer_start) if one not in taken]
            spans.append((start, pair.char_end))
            indices = indices[1:]
            mixed = True
    spans += [part for index in indices for part in claims.pairs[index].parts]
    if spans and (rest := _runs_on(doc, report, claims.pairs[taken[-1]])) is not None:
        spans[-1] = (spans[-1][0], rest)
        mixed = True
    if any(index in claims.taken for index in taken):
        return None
    chosen = [claims.pairs[index] for index in sorted(taken)]
    speech = Speech(report, sorted(spans), chosen, "direct.cue", is_indirect=mixed)
    for index in taken:
        claims.taken[index] = speech
    return speech


def _claim_before(doc: AnalysedDocument, claims: Claims, report: Report) -> int | None:
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
    if not ends_like_speech(text, pair) and between[:1] not in (",", "-", "—", "–"):
        return None
    # A report with words of its own after it has not been waiting for these.
    return None if _reports_further(doc, report) else index


def _reports_further(doc: AnalysedDocument, report: Report) -> bool:
    clause = following(doc, report)
    return clause is not None and doc.text[clause[0] - 1] not in _MARKS_OF_SPLIT


def _claim_after(
    doc: AnalysedDocument, claims: Claims, report: Report, *, is_tight: bool
) -> int | None:
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
        return index if is_tight and not rest.strip() and between.endswith(":") else None
    if is_tight != between.endswith((",", ":")) or not _is_bridge(doc, report, pair):
        return None
    if between and not is_tight:
        clause = following(doc, report)
        if clause is not None and clause[0] < pair.outer_start - 1:
            return None
    return index


def _is_bridge(doc: AnalysedDocument, report: Report, pair: Pair) -> bool:
    """Tell whether no other clause stands between the report and the opening mark."""
    tokens = doc.tokens
    return not any(
        token != report.token and tokens.tag[token] in ("VBD", "VBZ", "VBP", "MD", "VB")
        for token in doc.tokens_in(report.clause_end, pair.outer_start)
    )


def _indirect(doc: AnalysedDocument, claims: Claims, report: Report) -> Speech | None:
    """Return what the report governs in the writer's words, with any marks inside it."""
    spans = _with_whole_pairs(doc, claims, governed(doc, report))
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


def _with_whole_pairs(doc: AnalysedDocument, claims: Claims, spans: list[Span]) -> list[Span]:
    """Return the spans, the last one stretched over marked words that it breaks off in."""
    if not spans:
        return spans
    start, end = spans[-1]
    inside = claims.within(start, end + 4)
    if inside:
        pair = claims.pairs[inside[-1]]
        begins_here = not doc.text[end : pair.outer_start].strip(" ,:")
        if pair.char_end > end and (begins_here or end > pair.outer_start):
            end = pair.char_end
    return [*spans[:-1], (start, end)]


def _absorb_following(doc: AnalysedDocument, claims: Claims) -> None:
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
        before.add(pair)
        claims.taken[index] = before
