"""Speech: reports and pairs of marks brought together, each word given to one speaker at most."""

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import ACCORDING_CUE
from pipeline.extract.quotes.direct import claimed_pairs, direct_speech
from pipeline.extract.quotes.indirect import governed
from pipeline.extract.quotes.marks import Loose, Pair, pair_marks
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.remarks import is_own_remark
from pipeline.extract.quotes.report import Report
from pipeline.extract.quotes.reports import find_reports
from pipeline.extract.quotes.speech import (
    Claims,
    Speech,
    is_remark,
    is_sentence_like,
    word_count,
)
from pipeline.extract.quotes.syntax import has_clause
from pipeline.extract.quotes.transcript import (
    read_labelled_headlines,
    read_statement,
    read_turns,
)
from pipeline.extract.quotes.unreported import unreported

# When this share of a reported clause stands in quotation marks, the marked words are the quote.
_WHOLLY_MARKED = 0.8

# An opening mark may be two apostrophes, and space may follow it.
_WIDEST_MARK = 3


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
        for report, indices in claimed_pairs(doc, claims, reports)
        if (speech := direct_speech(doc, claims, report, indices)) is not None
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
    speeches = [one for one in speeches if not _is_own_remark(doc, one, turns)]
    speeches += turns or read_labelled_headlines(doc, claims, speeches)
    speeches += read_statement(doc)
    for speech in speeches:
        speech.spans = [_with_both_marks(claims, span) for span in speech.spans]
    return speeches, pairs, loose


def _is_own_remark(doc: AnalysedDocument, speech: Speech, turns: list[Speech]) -> bool:
    """Tell whether a speaker only says in his own turn that he says so: "Let me add that"."""
    report = speech.report
    if report is None or speech.pairs or not is_own_remark(doc, report):
        return False
    return any(turn.spans[0][0] <= speech.spans[0][0] < turn.spans[0][1] for turn in turns)


def _with_both_marks(claims: Claims, span: Span) -> Span:
    """Return the span with the closing mark of words whose opening mark it holds, or the reverse.

    'called the plan "a fantasy"': the span begins before the marks and ends with them.
    """
    start, end = span
    for index in claims.within(start - _WIDEST_MARK, end):
        pair = claims.pairs[index]
        if start < pair.outer_start and end == pair.char_end:
            end = pair.outer_end
        elif start == pair.char_start and pair.close is not None and end >= pair.outer_end:
            start = pair.outer_start
    return start, end


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


def _indirect(doc: AnalysedDocument, claims: Claims, report: Report) -> Speech | None:
    """Return what the report governs in the writer's words, with any marks inside it."""
    spans = _with_whole_pairs(doc, claims, governed(doc, report))
    inside = [index for span in spans for index in claims.within(*span)]
    if not spans or any(
        index in claims.taken and not _is_nested(report, spans, claims.taken[index].spans)
        for index in inside
    ):
        return None
    pairs = [claims.pairs[index] for index in inside]
    marked = [part for pair in pairs for part in pair.parts]
    total = sum(word_count(doc.text, span) for span in spans)
    if total == 0:
        return None
    speech = Speech(report, spans, pairs, "indirect.parse", is_indirect=True)
    if sum(word_count(doc.text, part) for part in marked) >= _WHOLLY_MARKED * total:
        if any(index in claims.taken and not claims.taken[index].is_indirect for index in inside):
            return None
        speech = Speech(report, marked, pairs, "direct.clause")
    for index in inside:
        claims.taken.setdefault(index, speech)
    return speech


def _is_nested(report: Report, spans: list[Span], others: list[Span]) -> bool:
    """Tell whether one of the two stands within the other: "Smith said Jones had told him"."""
    here, there = (spans[0][0], spans[-1][1]), (others[0][0], others[-1][1])
    if _holds(there, here):
        return here != there
    return _holds(here, there) and (report.clause_end <= here[0] or report.cue is ACCORDING_CUE)


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


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
        if not is_sentence_like(text, pair) and not is_remark(text, pair):
            continue
        previous = claims.pairs[index - 1]
        if "\n" in text[previous.outer_end : pair.outer_start]:
            continue
        end = doc.sentence_at(max(previous.outer_end, before.report.clause_end) - 1).char_end
        if pair.outer_start < end or text[end : pair.outer_start].strip():
            continue
        before.add(pair)
        claims.taken[index] = before
