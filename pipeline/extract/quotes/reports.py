"""Reports: where verbs, nouns and "according to" say that somebody speaks."""

from collections.abc import Callable

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import ACCORDING_CUE, CUE_WORDS, NOUNS, VERBS, Cue
from pipeline.extract.quotes.ends import with_infinitive
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.report import Report, chars
from pipeline.extract.quotes.syntax import child_of, noun_phrase, subtree
from pipeline.extract.quotes.verb_reports import is_mistagged, read_verb
from schemas.quotes import CueStance

# A longer stretch without an end is a list or a fault: its parse says nothing, and following
# it for every verb in it would cost the square of its length.
_MAX_SENTENCE_TOKENS = 400


def find_reports(doc: AnalysedDocument, is_quoted: Callable[[int], bool]) -> list[Report]:
    """Return every report in the document's sentences, in order.

    `is_quoted` tells whether a character stands in quotation marks: a report never has its
    subject on the other side of them.
    """
    tokens = doc.tokens
    reports = []
    # One pass at the speed of a look-up; everything else happens around hits only.
    for index in [at for at, word in enumerate(tokens.text) if word in CUE_WORDS]:
        sentence = doc.sentence_at(tokens.start[index])
        if sentence.token_end - sentence.token_start > _MAX_SENTENCE_TOKENS:
            continue
        word = tokens.text[index]
        report = None
        if (cue := VERBS.get(word)) is not None and (
            tokens.tag[index].startswith("VB") or is_mistagged(doc, index)
        ):
            report = read_verb(doc, index, cue, is_quoted)
        elif (cue := NOUNS.get(word)) is not None and tokens.tag[index].startswith("N"):
            report = _noun_report(doc, index, cue)
        elif word.lower() == "according":
            report = _phrase_report(doc, index)
        if report is not None:
            reports.append(report)
    return reports


def _noun_report(doc: AnalysedDocument, noun: int, cue: Cue) -> Report | None:
    """Read "the minister's claim that", "her promise to", "its call for": with whose it is."""
    tokens = doc.tokens
    owner = child_of(doc, noun, "poss")
    if owner is None:
        return None
    content = None
    for child in doc.children[noun]:
        if child < noun:
            continue
        if tokens.dep[child] in ("acl", "ccomp"):
            mark = child_of(doc, child, "mark", "aux")
            if mark is not None and tokens.text[mark] in ("that", "to"):
                content = subtree(doc, child)
        elif tokens.text[child] == "for" and cue.stance is CueStance.URGED:
            last = with_infinitive(doc, subtree(doc, child)[1])
            content = (child + 1, last) if last > child else None
    if content is None:
        return None
    first = noun_phrase(doc, owner)
    return Report(
        token=noun,
        cue=cue,
        cue_span=(tokens.start[noun], tokens.end[noun]),
        speaker_head=owner,
        speaker=_without_possessive(doc, first),
        first_token=first[0],
        clause_start=tokens.start[first[0]],
        clause_end=tokens.end[noun],
        content=chars(doc, content),
    )


def _without_possessive(doc: AnalysedDocument, span: Span) -> Span:
    first, last = span
    while last > first and doc.tokens.tag[last] == "POS":
        last -= 1
    return chars(doc, (first, last))


def _phrase_report(doc: AnalysedDocument, word: int) -> Report | None:
    """Read "according to X"."""
    tokens = doc.tokens
    if word + 1 >= len(tokens) or tokens.text[word + 1] != "to":
        return None
    head = child_of(doc, word + 1, "pobj")
    if head is None:
        return None
    first, last = subtree(doc, head)
    if tokens.text[last] == ",":
        last -= 1
    speaker = chars(doc, noun_phrase(doc, head))
    return Report(
        token=word,
        cue=ACCORDING_CUE,
        cue_span=(tokens.start[word], tokens.end[word + 1]),
        speaker_head=head,
        speaker=speaker,
        first_token=word,
        clause_start=tokens.start[word],
        clause_end=max(tokens.end[last], speaker[1]) if first > word else speaker[1],
        is_aside=True,
    )
