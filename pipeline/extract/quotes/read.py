"""Quotes of one document: pairs of marks and reports brought together, then told as facts."""

import re
from collections.abc import Sequence

from pipeline.document import AnalysedDocument, PassedOver
from pipeline.extract.quotes.attach import read_speeches
from pipeline.extract.quotes.cues import PLAIN_CUE
from pipeline.extract.quotes.marks import Loose, Mark, Pair
from pipeline.extract.quotes.quote import Quote, Span
from pipeline.extract.quotes.report import Report
from pipeline.extract.quotes.roles import Mention
from pipeline.extract.quotes.speakers import Resolved, Speakers
from pipeline.extract.quotes.speech import Speech, is_titled
from schemas.quotes import QuoteRejectReason, QuoteType, SpeakerBasis, SpeakerReason

_WORDS = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_FIRST_PERSON = frozenset(("i", "we"))
_CUT_OFF = ("...", "…", ". . .")


def read_quotes(
    doc: AnalysedDocument, mentions: Sequence[Mention]
) -> tuple[list[Quote], list[PassedOver]]:
    """Return the document's quotes, in order, and every quotation mark that is at no quote's edge.

    A speaker's span comes from syntax and typography; it is then tied to the mention that
    covers it. Without mentions the spans are the same and no speaker is identified.
    """
    speeches, pairs, loose = read_speeches(doc)
    speakers = Speakers(doc, mentions)
    quotes = [_quote(doc, speech, speakers) for speech in speeches]
    quotes.sort(key=lambda quote: (quote.char_start, -quote.char_end, quote.rule_id))
    _resolve_first_person(quotes)
    return quotes, _passed_over(doc.text, speeches, pairs, loose)


def _resolve_first_person(quotes: Sequence[Quote]) -> None:
    """Give "I said" and "we said" within quoted words the speaker of those words."""
    around: list[Quote] = []
    for quote in quotes:
        while around and around[-1].char_end <= quote.char_start:
            around.pop()
        if (
            around
            and quote.speaker_mention_id is None
            and (quote.speaker_surface or "").casefold() in _FIRST_PERSON
        ):
            quote.speaker_mention_id = around[-1].speaker_mention_id
            quote.speaker_reason = around[-1].speaker_reason
        if quote.quote_type == QuoteType.DIRECT:
            around.append(quote)


def _quote(doc: AnalysedDocument, speech: Speech, speakers: Speakers) -> Quote:
    text = doc.text
    spans = sorted(speech.spans)
    source = speech.source
    report = source.report if source is not None else None
    resolved = _speaker(doc, speech, speakers)
    span = source.speaker if source is not None else None
    words = " ".join(text[start:end] for start, end in spans)
    told = _told_in(speech)
    cue = told.cue_span if told is not None else None
    addressee = report.addressee if report is not None else None
    spoken_to = speakers.resolve(addressee).mention if addressee is not None else None
    bare = words.rstrip("\"'”’ ")
    return Quote(
        char_start=spans[0][0],
        char_end=max(end for _, end in spans),
        rule_id=speech.rule_id,
        quote_type=_type(speech),
        speaker_basis=resolved.basis,
        speaker_reason=resolved.reason,
        stance_code=told.cue.stance if told is not None else None,
        speaker_mention_id=resolved.mention.fact_id or None if resolved.mention else None,
        addressee_mention_id=spoken_to.fact_id or None if spoken_to is not None else None,
        speaker_surface=text[span[0] : span[1]] if span is not None else None,
        speaker_role=speech.role,
        speaker_outlet=speech.outlet,
        addressee=text[addressee[0] : addressee[1]] if addressee is not None else None,
        cue_surface=text[cue[0] : cue[1]] if cue is not None else None,
        quote_text_normalized=" ".join(_WORDS.findall(words.casefold())),
        is_negated=told.is_negated if told is not None else False,
        is_headline=doc.sentence_at(spans[0][0]).role == "headline",
        is_truncated=bare.endswith(_CUT_OFF) or bare.rstrip(".").endswith("…"),
        is_damaged=any(pair.is_damaged for pair in speech.pairs),
        parts=_structs(spans) if len(spans) > 1 else None,
        marked_parts=_structs([part for pair in speech.pairs for part in pair.parts])
        if speech.is_indirect and speech.pairs
        else None,
        speaker_char_start=span[0] if span is not None else None,
        speaker_char_end=span[1] if span is not None else None,
        cue_char_start=cue[0] if cue is not None else None,
        cue_char_end=cue[1] if cue is not None else None,
    )


def _told_in(speech: Speech) -> Report | None:
    """Return the report whose verb says that somebody speaks.

    'They met to "set limits on sales"' gives the words to those who met; no verb says so.
    """
    report = speech.report
    if report is not None and speech.rule_id == "direct.fragment" and report.cue is PLAIN_CUE:
        return None
    return report


def _type(speech: Speech) -> QuoteType:
    if not speech.is_indirect:
        return QuoteType.DIRECT
    return QuoteType.MIXED if speech.pairs else QuoteType.INDIRECT


def _structs(spans: Sequence[Span]) -> list[dict[str, int]]:
    return [{"char_start": start, "char_end": end} for start, end in spans]


def _speaker(doc: AnalysedDocument, speech: Speech, speakers: Speakers) -> Resolved:
    source = speech.source
    if source is None or source.speaker is None:
        reason = SpeakerReason.NO_CUE if source is None else SpeakerReason.NO_SUBJECT
        return Resolved(SpeakerBasis.NONE, None, reason)
    head = antecedent = None
    if source.report is not None and source.report.speaker_head is not None:
        token = source.report.speaker_head
        head = (doc.tokens.start[token], doc.tokens.end[token])
        antecedent = source.report.antecedent
    resolved = speakers.resolve(source.speaker, head, antecedent)
    if speech.rule_id == "statement.document":
        return Resolved(SpeakerBasis.DOCUMENT, resolved.mention, resolved.reason)
    if source is not speech:
        return Resolved(SpeakerBasis.CONTINUED, resolved.mention, resolved.reason)
    return resolved


def _passed_over(
    text: str, speeches: Sequence[Speech], pairs: Sequence[Pair], loose: Sequence[Loose]
) -> list[PassedOver]:
    """Return a record for every mark that opens or closes no quoted words."""
    used = {id(mark) for speech in speeches for pair in speech.pairs for mark in pair.marks}
    passed = [_passed(one.mark, one.reason) for one in loose if id(one.mark) not in used]
    waiting = list(pairs)
    while waiting:
        pair = waiting.pop()
        waiting += pair.inner
        reason = _reason(text, pair)
        passed += [_passed(mark, reason) for mark in pair.marks if id(mark) not in used]
    passed.sort(key=lambda one: one.char_start)
    return passed


def _passed(mark: Mark, reason: QuoteRejectReason) -> PassedOver:
    return PassedOver(reason, mark.start, mark.end, f"marks.{reason}")


def _reason(text: str, pair: Pair) -> QuoteRejectReason:
    if pair.is_inner:
        return QuoteRejectReason.NESTED
    if is_titled(text, pair):
        return QuoteRejectReason.TITLE
    words = _WORDS.findall(text, pair.char_start, min(pair.char_end, pair.char_start + 200))
    capitals = sum(word[0].isupper() for word in words)
    if len(words) >= 2 and capitals >= len(words) / 2 and words[-1][0].isupper():
        return QuoteRejectReason.TITLE
    return QuoteRejectReason.SCARE_QUOTE
