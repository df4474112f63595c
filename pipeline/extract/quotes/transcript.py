"""Turns of a transcript, labelled headlines, and documents that are somebody's statement."""

import bisect
import re
from dataclasses import dataclass

from pipeline.clean.segments.outlets import is_known_outlet
from pipeline.document import AnalysedDocument, ModelEntity, Sentence
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.speech import Claims, Speech
from pipeline.extract.quotes.syntax import has_clause

_LABEL = re.compile(r"[^\s:\"“”«»?!;][^\n:\"“”«»?!;]{0,118}:(?=\s)")
_OUTLET = re.compile(r"\s*\(([^()]{2,60})\)\s*\Z")
_WORD = re.compile(r"[^\W_][\w.'’-]*")
# Words that may stand in a name or a role without a capital.
_SMALL = frozenset("of the and for de la le van von der den bin al el da di du to at in".split())
NO_SPEAKER = frozenset(
    """note update updated photo photos image images picture video watch read listen related source
    sources correction editor topics tags date time where when who what why how latest live news
    breaking analysis opinion exclusive contact contacts example warning caution file media location
    venue twitter facebook contributing remember revealed report subject re cc from title
    interview headline quote""".split()
)
"""Capitalised words before a colon that name a kind of text and not a speaker."""
# Words by which papers are named and which, last in a label, are somebody's office as well.
_OFFICES = frozenset(
    "correspondent editor examiner host messenger observer presenter reporter secretary".split()
)
_ASKED = frozenset(("q", "question"))
_ANSWERED = frozenset(("a", "answer"))
_DASH = re.compile(r" [-–—|] ")
_MIN_TURN_WORDS = 3
_STOPS = frozenset(".!?…;:")
_OPENING = frozenset("\"“„«‘'")
_STATEMENT = re.compile(r"We, (the [^\n]{3,120}?), ")
_NUMBER = re.compile(r"\s*\(?[0-9]{1,3}[.)]\s*\Z")
_STATEMENT_SHARE = 0.3
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")


@dataclass(slots=True)
class _Label:
    """Who a label says speaks: the name itself, the role before it, the outlet after it."""

    name: Span
    role: str | None
    outlet: str | None
    content_start: int
    is_outlet: bool
    """Whether the name is a paper's or a station's: what follows is most often a headline."""
    side: frozenset[str] | None = None
    """Which side of an interview speaks, when the label is "Q" or "Answer"."""


def read_turns(doc: AnalysedDocument) -> list[Speech]:
    """Return the turns of a transcript: from one speaker's label to the next.

    One label alone makes no transcript, unless it gives the questioner's outlet. Papers that
    are named before headlines make none; in an interview, what a paper asks is its turn.
    """
    labels = [
        (sentence, label)
        for sentence in doc.used_sentences
        if (label := _label(doc, sentence)) is not None
        and (label.side or sentence.role != "headline" or _is_shouted(doc, label))
        and not opens_quote(doc.text, label.content_start)
    ]
    headlines = [one for one in labels if one[1].is_outlet and not _asks(doc, *one)]
    if headlines and 2 * len(headlines) >= len(labels):
        return []
    labels = _with_both_sides(doc, labels)
    sure = [one for one in labels if one[1].side or _is_person(doc, one[1])]
    if len(sure) < 2 and not any(label.outlet for _, label in sure):
        return []
    at_line_start = sum(_begins_line(doc, sentence) for sentence, _ in sure)
    runs_on = at_line_start > len(sure) / 2
    # "Moderator:" is sure enough among such labels; "On the ports:" within a line is not.
    if runs_on:
        labels = [one for one in labels if one[1].side or _begins_line(doc, one[0])]
    else:
        labels = sure
    turns = []
    for index, (sentence, label) in enumerate(labels):
        if label.is_outlet and not _asks(doc, sentence, label):
            continue
        following = labels[index + 1][0] if index + 1 < len(labels) else None
        end = _turn_end(doc, sentence, following, runs_on=runs_on)
        span = _stripped(doc.text, label.content_start, end)
        if span is None:
            continue
        if not label.side and len(_WORD.findall(doc.text, *span)) < _MIN_TURN_WORDS:
            continue
        if not has_clause(doc, *span) and doc.text[span[1] - 1] not in "?!":
            continue
        turns.append(
            Speech(
                None,
                [span],
                [],
                "transcript.turn",
                turn=label.name,
                role=label.role,
                outlet=label.outlet,
            )
        )
    return turns


def _with_both_sides(
    doc: AnalysedDocument, labels: list[tuple[Sentence, _Label]]
) -> list[tuple[Sentence, _Label]]:
    """Return the labels without a lone "A:", which lists things, and without a lone "Q:"."""
    heard = {label.side for _, label in labels}
    has_person = any(_is_person(doc, label) for _, label in labels)
    allowed: set[frozenset[str] | None] = {None}
    if _ASKED in heard and (_ANSWERED in heard or has_person):
        allowed |= {_ASKED, _ANSWERED}
    return [one for one in labels if one[1].side in allowed]


def _is_shouted(doc: AnalysedDocument, label: _Label) -> bool:
    """Tell whether the label is in capitals: a short first turn looks like a headline."""
    return doc.text[label.name[0] : label.name[1]].isupper()


def _asks(doc: AnalysedDocument, sentence: Sentence, label: _Label) -> bool:
    """Tell whether a question stands in the line that the label begins."""
    line = doc.paragraphs[sentence.paragraph]
    return "?" in doc.text[label.content_start : line.char_end]


def _begins_line(doc: AnalysedDocument, sentence: Sentence) -> bool:
    return sentence.char_start == doc.paragraphs[sentence.paragraph].char_start


def _turn_end(
    doc: AnalysedDocument, sentence: Sentence, following: Sentence | None, *, runs_on: bool
) -> int:
    """Return where the turn that begins in the sentence ends.

    Where labels begin lines, a turn runs on over lines without one; where they stand within
    lines, the line ends it.
    """
    end = doc.paragraphs[sentence.paragraph].char_end
    if following is not None and following.paragraph == sentence.paragraph:
        return following.char_start
    if not runs_on:
        return end
    for paragraph in doc.paragraphs[sentence.paragraph + 1 :]:
        if following is not None and paragraph.index >= following.paragraph:
            break
        if not paragraph.is_used or paragraph.role != "body":
            break
        end = paragraph.char_end
    return end


def _label(doc: AnalysedDocument, sentence: Sentence) -> _Label | None:
    """Return the label that the sentence begins with, if it has the shape of one."""
    text = doc.text
    limit = min(sentence.char_end, sentence.char_start + 122)
    colon = text.find(":", sentence.char_start, limit)
    if colon < 0:
        return None
    match = _LABEL.match(text, sentence.char_start, min(len(text), colon + 2))
    if match is None:
        return None
    end = match.end() - 1
    outlet = _OUTLET.search(text, sentence.char_start, end)
    name_end = outlet.start() if outlet is not None else end
    words = list(_WORD.finditer(text, sentence.char_start, name_end))
    if not words or len(words) > 10:
        return None
    if not all(word.group()[0].isupper() or word.group() in _SMALL for word in words):
        return None
    if any(word.group().lower() in NO_SPEAKER for word in words):
        return None
    start = sentence.char_start
    name = text[start:name_end].strip()
    side = name.lower().rstrip("0123456789. ")
    for one in (_ASKED, _ANSWERED):
        if side in one:
            return _Label((start, name_end), None, None, match.end(), False, one)
    if len(name) == 1:
        return None
    is_outlet = names_outlet(name)
    role = None
    person = _person_in(doc, start, name_end)
    if person is not None and person[0] > start:
        role = text[start : person[0]].strip(" ,") or None
        start = person[0]
        # "Press Secretary Ann Holt", "Fox News host Ann Holt": a person, whatever the role names.
        is_outlet = False
    elif outlet is not None and _entity_in(doc, name_end, end, "GPE", "LOC") is not None:
        # "Le Quotidien (Lyon)": the place of a paper.
        is_outlet = is_outlet or not is_known_outlet(outlet.group(1))
    return _Label(
        (start, name_end),
        role,
        outlet.group(1) if outlet is not None else None,
        match.end(),
        is_outlet,
    )


def names_outlet(label: str) -> bool:
    """Tell whether a label begins with the name of a paper, an agency or a station."""
    name = _DASH.split(label, 1)[0].strip()
    words = _WORD.findall(name)
    return bool(words) and words[-1].lower() not in _OFFICES and is_known_outlet(name)


def _person_in(doc: AnalysedDocument, start: int, end: int) -> Span | None:
    """Return the span from the person that the model marked to the end of the label."""
    entity = _entity_in(doc, start, end, "PERSON")
    return None if entity is None else (doc.tokens.start[entity.token_start], end)


def _entity_in(doc: AnalysedDocument, start: int, end: int, *labels: str) -> ModelEntity | None:
    inside = doc.tokens_in(start, end)
    index = bisect.bisect_left(doc.model_entities, inside.start, key=lambda one: one.token_start)
    for entity in doc.model_entities[index : index + len(inside)]:
        if entity.token_start < inside.stop and entity.label in labels:
            return entity
    return None


def _is_person(doc: AnalysedDocument, label: _Label) -> bool:
    """Tell whether a label can be a speaker: an outlet, a person, or two words of a title."""
    if label.is_outlet or label.side:
        return False
    words = _WORD.findall(doc.text, *label.name)
    return (
        label.outlet is not None
        or _person_in(doc, *label.name) is not None
        or (len(words) >= 2 and _entity_in(doc, *label.name, "GPE", "LOC") is None)
        or (len(words) == 1 and len(words[0]) > 2 and words[0].isupper())
    )


def read_labelled_headlines(
    doc: AnalysedDocument, claims: Claims, spoken: list[Speech]
) -> list[Speech]:
    """Return what headlines give to somebody before a colon: 'Smith: taxes must fall'.

    The label counts only when the text itself reports the same name to speak.
    """
    if not doc.sentences:
        return []
    text = doc.text
    heard = set()
    for speech in spoken:
        if speech.speaker is not None:
            heard.update(_WORD.findall(text, *speech.speaker))
    found = []
    for sentence in doc.used_sentences:
        is_first = sentence.index == doc.used_sentences[0].index
        if sentence.role != "headline" and not is_first:
            continue
        label = _label(doc, sentence)
        if label is None or label.is_outlet:
            continue
        words = _WORD.findall(text, *label.name)
        span = _stripped(text, label.content_start, sentence.char_end)
        if words[-1] not in heard or span is None:
            continue
        inside = claims.within(*span)
        if any(index in claims.taken for index in inside):
            continue
        pairs = [claims.pairs[index] for index in inside]
        speech = Speech(None, [span], pairs, "headline.label", is_indirect=True, turn=label.name)
        if len(pairs) == 1 and (pairs[0].outer_start, pairs[0].outer_end) == span:
            speech.spans, speech.is_indirect = list(pairs[0].parts), False
        found.append(speech)
        for index in inside:
            claims.taken[index] = speech
    return found


def read_statement(doc: AnalysedDocument) -> list[Speech]:
    """Return the paragraphs of a document that is itself a statement: "We, the Ministers ..."."""
    match = _STATEMENT.search(doc.text)
    if match is None:
        return []
    line = doc.paragraph_at(match.start())
    if _WORD.search(doc.text, line.char_start, match.start()) and not _NUMBER.match(
        doc.text, line.char_start, match.start()
    ):
        return []
    spans = [
        span
        for one in doc.paragraphs
        if one.is_used
        and one.role == "body"
        and (span := _stripped(doc.text, max(one.char_start, match.start()), one.char_end))
        and (doc.text[span[1] - 1] in _STOPS or has_clause(doc, *span))
    ]
    own = sum(_FIRST_PERSON.search(doc.text, *span) is not None for span in spans)
    if own < 2 or own < _STATEMENT_SHARE * len(spans):
        return []
    return [Speech(None, [span], [], "statement.document", turn=match.span(1)) for span in spans]


def opens_quote(text: str, char: int) -> bool:
    """Tell whether the first character that is not space is a quotation mark."""
    while char < len(text) and text[char].isspace():
        char += 1
    return text[char : char + 1] in _OPENING


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
