"""Direct speech: which report, if any, each pair of marks stands beside."""

import bisect

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import ACCORDING_CUE
from pipeline.extract.quotes.indirect import following
from pipeline.extract.quotes.marks import Pair
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.report import Report
from pipeline.extract.quotes.speech import (
    WORD,
    Claims,
    Speech,
    ends_like_speech,
    is_blank,
    is_sentence_like,
    is_title_like,
    word_count,
)

_MARKS_OF_SPLIT = frozenset("\"“'«‘„")
# Between a reporting verb and the words it opens stand at most an addressee, a place, a day.
_MAX_BRIDGE = 160
# Words before the marks that are part of one reported sentence: more is no sentence.
_MAX_LEAD = 600
# A clause that breaks off so near to an opening mark goes on behind it.
_NEAR = 4
# Fewer words after the marks say when or where, and are not said.
_MIN_REST = 3


def claimed_pairs(
    doc: AnalysedDocument, claims: Claims, reports: list[Report]
) -> list[tuple[Report, list[int]]]:
    """Return for each report the pairs right beside it; no pair goes to two reports.

    A pair that a report opens with a comma or colon goes to that report, else to the report
    that follows it, else to the one before.
    """
    quoting = [report for report in reports if report.cue.takes & {"c", "q", "w"}]
    owner: dict[int, int] = {}
    for order, report in enumerate(quoting):
        index = _claim_after(doc, claims, report, is_tight=True)
        if index is not None and (
            index not in owner or _opens(doc.text, report, claims.pairs[index])
        ):
            # "..., she said, adding, ": the nearest one opens the words.
            owner[index] = order
    opening = set(owner.values())
    for order, report in enumerate(quoting):
        index = _claim_before(doc, claims, report)
        if index is None or _is_told_before(doc, claims.pairs[index], quoting, order):
            continue
        # 'She paused. "..." And then she said: "..."': the report looks ahead, not back.
        if order not in opening or _is_same_sentence(doc, claims.pairs[index], report):
            owner.setdefault(index, order)
    for order, report in enumerate(quoting):
        index = _claim_after(doc, claims, report, is_tight=False)
        if index is not None:
            owner.setdefault(index, order)
    indices: list[list[int]] = [[] for _ in quoting]
    for index, order in sorted(owner.items()):
        indices[order].append(index)
    return [(report, taken) for report, taken in zip(quoting, indices, strict=True) if taken]


def _opens(text: str, report: Report, pair: Pair) -> bool:
    """Tell whether nothing but a comma or colon stands between the report and the words."""
    return text[report.clause_end : pair.outer_start].strip() in (",", ":")


def _is_told_before(doc: AnalysedDocument, pair: Pair, quoting: list[Report], order: int) -> bool:
    """Tell whether an earlier report leads up to the words: 'He said it was "mad," adding'."""
    if order == 0 or not doc.text[pair.char_start].islower():
        return False
    earlier = quoting[order - 1]
    if earlier.clause_end > pair.outer_start:
        return False
    if earlier.clause_start < doc.sentence_at(pair.outer_start).char_start:
        return False
    clause = following(doc, earlier)
    return clause is not None and clause[0] < pair.outer_start <= clause[1] + _NEAR


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


def direct_speech(
    doc: AnalysedDocument, claims: Claims, report: Report, indices: list[int]
) -> Speech | None:
    """Return the marked words beside the report, with what leads up to them in their sentence."""
    text = doc.text
    spans: list[Span] = []
    taken = list(indices)
    mixed = False
    pair = claims.pairs[indices[0]]
    if pair.outer_end <= report.clause_start:
        start = doc.sentence_at(pair.outer_start).own_start
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
    words = WORD.findall(between)
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
    words = WORD.findall(between)
    if words and (report.cue is ACCORDING_CUE or words[0] == "that"):
        # The words before the marks are reported too.
        return None
    if words and not is_tight and is_title_like(WORD.findall(text, *pair.parts[0])):
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
