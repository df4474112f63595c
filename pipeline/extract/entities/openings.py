"""Openings of lines: datelines, the labels of outlets and of speakers, directions of the stage.

What stands there has a part of its own: a dateline's place is nobody, a label in capitals names
who speaks, and "(END VIDEO CLIP)" names nothing.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.clean.datelines import dateline_agency
from pipeline.clean.moments import is_date_word
from pipeline.document import AnalysedDocument, Sentence
from pipeline.extract.entities.given_names import GIVEN_NAMES
from pipeline.extract.entities.titles import title_at
from pipeline.extract.speaking_parts import SPEAKING_PARTS

DATELINE, OUTLET, SPEAKER = "dateline", "outlet", "speaker"
_LONGEST_LABEL = 70
_MIN_LABELS = 2
_HYPHENS = ("-", "‐", "‑")


@dataclass(slots=True)
class Openings:
    """What the openings of a document's lines name."""

    wholes: list[tuple[int, int, str]] = field(default_factory=list)
    """Spans of tokens that are one name each, and the kind of their opening."""
    nameless: set[int] = field(default_factory=set)
    """Tokens that are no part of a name."""


@dataclass(slots=True)
class _Label:
    first: int
    """Its first token that is no title."""
    end: int
    has_title: bool


def find_openings(doc: AnalysedDocument) -> Openings:
    """Return what the document's lines open with."""
    openings = Openings()
    labels: list[_Label] = []
    for sentence in doc.used_sentences:
        if sentence.dateline_end is not None:
            _add_dateline(doc, sentence, sentence.dateline_end, openings)
        elif sentence.char_start == doc.paragraphs[sentence.paragraph].char_start:
            label = _label(doc, sentence)
            if label is not None:
                labels.append(label)
            elif _is_direction(doc, sentence):
                openings.nameless.update(range(sentence.token_start, sentence.token_end))
    if len(labels) >= _MIN_LABELS:
        _add_speakers(doc, labels, openings)
    return openings


def _add_dateline(doc: AnalysedDocument, sentence: Sentence, end: int, openings: Openings) -> None:
    """Add the places and the agency of a dateline, or the outlet of a label."""
    words = doc.tokens.text
    inside = doc.tokens_in(sentence.char_start, end)
    opening = doc.text[sentence.char_start : end].rstrip()
    if opening.endswith(":") and not any(map(str.isdigit, opening)):
        named = [at for at in inside if words[at][0].isalnum()]
        if named:
            openings.wholes.append((named[0], named[-1] + 1, OUTLET))
        return
    rest = words[inside.stop : sentence.token_end]
    begins_line = sentence.char_start == doc.paragraphs[sentence.paragraph].char_start
    if not begins_line or not any(map(str.islower, rest)):
        # "MORNING BRIEFING - 11 May" is a heading; "March 11. AGENCY - " names no place.
        return
    if words[inside.start].lower() == "by":
        return
    openings.nameless.update(at for at in inside if is_date_word(words[at]))
    openings.wholes += [(first, stop, DATELINE) for first, stop in _places(doc, inside)]
    agency = dateline_agency(doc.text, sentence.char_start, end)
    if agency is not None:
        at = doc.text.index(agency, sentence.char_start)
        within = doc.tokens_in(at, at + len(agency))
        openings.wholes.append((within.start, within.stop, OUTLET))


def _places(doc: AnalysedDocument, inside: range) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each place in a dateline, dates and what brackets hold left out."""
    words, starts, ends = doc.tokens.text, doc.tokens.start, doc.tokens.end
    first = inside.start
    in_brackets = False
    for token in inside:
        word = words[token]
        in_brackets = word == "(" or (in_brackets and word != ")")
        is_joint = word[0].isalpha() and word[-1] not in "-–—" and word.lower() != "and"
        if word in _HYPHENS and token + 1 < inside.stop:
            is_joint = ends[token - 1] == starts[token] and ends[token] == starts[token + 1]
        if in_brackets or is_date_word(word) or not is_joint:
            if first < token:
                yield first, token
            first = token + 1
    if first < inside.stop:
        yield first, inside.stop


def _label(doc: AnalysedDocument, sentence: Sentence) -> _Label | None:
    """Return the label in capitals before a colon that the line begins with: "MAYOR ROE, LUND:"."""
    text = doc.text
    limit = min(sentence.char_end, sentence.char_start + _LONGEST_LABEL)
    colon = text.find(":", sentence.char_start, limit)
    if colon < 0:
        return None
    words = doc.tokens.text
    inside = doc.tokens_in(sentence.char_start, colon)
    end = next((at for at in inside if words[at] in (",", "(", "[")), inside.stop)
    if not all(word.isupper() or not word[0].isalpha() for word in words[inside.start : end]):
        return None
    lowered = [word.lower().rstrip(".") for word in words[inside.start : end]]
    first = 0
    while first < len(lowered) and (width := _title_width(lowered, first)):
        first += width
    return _Label(inside.start + first, end, first > 0)


def _title_width(lowered: list[str], first: int) -> int:
    """Return how many words from the first are a title, or the full stop behind one."""
    return 1 if not lowered[first] else title_at(lowered, first)[0]


def _add_speakers(doc: AnalysedDocument, labels: list[_Label], openings: Openings) -> None:
    """Add those whom labels name; one that names a part, such as the moderator, names nobody."""
    words = doc.tokens.text
    names = [words[one.first : one.end] for one in labels]
    counts = Counter(name[-1] for name in names if name)
    ordinary = set(words)
    for label, name in zip(labels, names, strict=True):
        if not name:
            continue
        if not SPEAKING_PARTS.isdisjoint(word.lower() for word in name):
            openings.nameless.update(range(label.first, label.end))
        elif not any(map(str.isdigit, "".join(name))) and (
            label.has_title
            or counts[name[-1]] > 1
            or name[-1].title() in ordinary
            or (len(name) > 1 and name[0].title() in GIVEN_NAMES)
        ):
            openings.wholes.append((label.first, label.end, SPEAKER))


def _is_direction(doc: AnalysedDocument, sentence: Sentence) -> bool:
    """Tell whether the line is in capitals and brackets: "(END VIDEO CLIP)"."""
    line = doc.text[sentence.char_start : sentence.char_end]
    return line.isupper() and line[0] in "([" and line[-1] in ")]"
