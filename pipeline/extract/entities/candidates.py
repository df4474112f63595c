"""Candidates: runs of capitals cut into what may each be one name.

Titles, peoples before a name, portfolios and dates are cut off here; the model's label of what
remains is noted, not believed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.document import AnalysedDocument
from pipeline.extract.entities.actors import actors, longest_beginning_with
from pipeline.extract.entities.demonyms import is_demonym
from pipeline.extract.entities.gazetteer import is_place, places
from pipeline.extract.entities.given_names import GIVEN_NAMES
from pipeline.extract.entities.openings import SPEAKER, Openings, find_openings
from pipeline.extract.entities.runs import Run, find_runs
from pipeline.extract.entities.titles import portfolio_width, title_at, title_before
from pipeline.extract.entities.words import (
    CALENDAR,
    HEADS,
    LEADING_ADJECTIVES,
    NAME_PARTICLES,
)
from schemas.entities import EntityType, MentionMethod

_TYPE_OF_LABEL = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.FACILITY,
    "NORP": EntityType.GROUP,
    "EVENT": EntityType.EVENT,
    "PRODUCT": EntityType.OTHER,
    "WORK_OF_ART": EntityType.OTHER,
    "LAW": EntityType.OTHER,
    "LANGUAGE": EntityType.GROUP,
}


_JOINTS = ("of", "the", "for", "and", "&")


_LONGEST_KNOWN = 5


@dataclass(slots=True)
class Candidate:
    """A span of tokens that may be a name, and what was seen of it so far."""

    first: int
    end: int
    text: str
    model_type: str | None
    method: str
    title: str = ""
    """Kind of title before it: courtesy, office or none."""
    in_headline: bool = False
    opening: str = ""
    """What opening of a line it stands in, if in any."""
    entity_type: str = ""
    rule_id: str = ""
    name: str = ""


def find_candidates(doc: AnalysedDocument) -> list[Candidate]:
    """Return candidates that do not overlap, in document order."""
    labels: list[tuple[int, int, str]] = [
        (entity.token_start, entity.token_end, _TYPE_OF_LABEL[entity.label])
        for entity in doc.model_entities
        if entity.label in _TYPE_OF_LABEL
    ]
    label_at = {index: label for first, end, label in labels for index in range(first, end)}
    # Where the model sees one name, its first word may be no people apart.
    spans = {
        index: f"{label} {first}" for first, end, label in labels for index in range(first, end)
    }
    openings = find_openings(doc)
    found: list[Candidate] = []
    for run in find_runs(doc):
        for first, end, title in _cut(doc, run, spans):
            begin, stop = _trim(doc.tokens.text, first, end)
            if begin < stop and begin not in openings.nameless:
                one = _candidate(doc, begin, stop, title, label_at)
                one.in_headline = run.in_headline
                found.append(one)
    found = _with_wholes(doc, found, openings, label_at)
    return _cut_persons(doc, _cut_headlines(doc, found))


def _with_wholes(
    doc: AnalysedDocument, found: list[Candidate], openings: Openings, label_at: dict[int, str]
) -> list[Candidate]:
    """Return the candidates, those within a line's label replaced by the one that it names."""
    if not openings.wholes:
        return found
    taken = {index for first, end, _ in openings.wholes for index in range(first, end)}
    kept = [one for one in found if taken.isdisjoint(range(one.first, one.end))]
    for first, end, kind in openings.wholes:
        title = title_before(doc.tokens.text, first) if kind == SPEAKER else ""
        one = _candidate(doc, first, end, title, label_at)
        one.opening = kind
        kept.append(one)
    return sorted(kept, key=lambda one: one.first)


def _cut(doc: AnalysedDocument, run: Run, spans: dict[int, str]) -> list[tuple[int, int, str]]:
    """Cut a run at titles and at names that are known to stand alone."""
    words = doc.tokens.text
    lowered = [word.lower().rstrip(".") for word in words[run.first : run.end]]
    pieces: list[tuple[int, int, str]] = []
    title = title_before(words, run.first)
    begin = index = portfolio_width(lowered, 0) if title == "portfolio" else 0
    if title == "portfolio" and not begin:
        title = "of"
    while index < len(lowered):
        width = _known_width(words, run.first + index, run.end)
        if width > 1:
            index += width
            continue
        width, kind = title_at(lowered, index)
        if not width:
            index += 1
            continue
        if begin < index:
            pieces.append((begin, index, title))
        begin = index = index + width
        title = kind
    if begin < len(lowered):
        pieces.append((begin, len(lowered), title))
    return [
        (run.first + first, run.first + end, title)
        for piece in pieces
        for first, end, title in _cut_known(words, run.first, piece, spans)
    ]


def _known_width(words: list[str], first: int, end: int) -> int:
    """Return how many words from the first are a known name: UN High Commissioner for Refugees."""
    longest = longest_beginning_with(words[first])
    for width in range(min(longest, end - first), 1, -1):
        if " ".join(words[first : first + width]) in actors():
            return width
    return 0


def _cut_known(
    words: list[str], offset: int, piece: tuple[int, int, str], spans: dict[int, str]
) -> list[tuple[int, int, str]]:
    """Part a people, a place or an institution from the person named after it."""
    first, end, title = piece
    part = words[offset + first : offset + end]
    if len(part) < 2:
        return [piece]
    width = _institution_width(part, title)
    if width:
        return [(first, first + width, title), (first + width, end, "office")]
    if any(word.lower().rstrip(".") in HEADS for word in part):
        return [piece]
    for width in range(min(4, len(part)), 0, -1):
        known = " ".join(part[:width])
        if known in places() or known in actors():
            goes_on = width < len(part) and part[width] not in NAME_PARTICLES
            if goes_on and (width > 1 or title == "of" or is_demonym(part[width])):
                return [(first, first + width, title), (first + width, end, "")]
            if width > 1:
                return [piece]
    if is_demonym(part[0]) and not all(map(is_demonym, part)):
        label = spans.get(offset + first)
        if label is not None and spans.get(offset + first + 1) == label:
            kind = label.partition(" ")[0]
            if (
                kind == EntityType.PLACE
                or (kind == EntityType.PERSON and part[0] in GIVEN_NAMES)
                or (len(part) == 2 and kind != EntityType.PERSON and part[1] not in GIVEN_NAMES)
            ):
                return [piece]
        return [(first, first + 1, title), (first + 1, end, title)]
    return [piece]


def _institution_width(part: list[str], title: str) -> int:
    """Return how many words name an institution before a person's name, 0 if none do.

    "head of ACME Jane Roe", "a dean of the College of Riverton Jane Roe".
    """
    if title == "of" and len(part) == 3 and part[0].isupper() and len(part[0]) > 1:
        return 0 if any(word.lower() in HEADS for word in part) else 1
    if "of" in part[:-3]:
        width = part.index("of") + 2
        rest = part[width:]
        if (
            is_place(part[width - 1])
            and 2 <= len(rest) <= 3
            and all(word[0].isupper() and word.lower() not in HEADS for word in rest)
        ):
            return width
    return 0


def _trim(words: list[str], first: int, end: int) -> tuple[int, int]:
    """Return the span without what joins names at its ends."""
    while first < end and (
        not words[first][0].isalnum()
        or words[first] in _JOINTS
        or words[first] in CALENDAR
        or (first + 1 < end and words[first].lower() in LEADING_ADJECTIVES)
    ):
        first += 1
    while end > first and (
        words[end - 1] in _JOINTS
        or (not words[end - 1][-1].isalnum() and words[end - 1][-1] != ".")
    ):
        end -= 1
    return first, end


def _candidate(
    doc: AnalysedDocument, first: int, end: int, title: str, label_at: dict[int, str]
) -> Candidate:
    labels = [label_at[index] for index in range(first, end) if index in label_at]
    label = max(sorted(set(labels)), key=labels.count) if labels else None
    return Candidate(
        first,
        end,
        doc.text[doc.tokens.start[first] : doc.tokens.end[end - 1]],
        label,
        MentionMethod.MODEL if label else MentionMethod.SHAPE,
        title,
    )


def _cut_headlines(doc: AnalysedDocument, found: list[Candidate]) -> list[Candidate]:
    """Replace the runs of headlines by the names in them that are known otherwise.

    Where every word has a capital, a run says nothing of where a name ends; the text below does.
    """
    if not any(one.in_headline for one in found):
        return found
    below = {one.text for one in found if not one.in_headline}
    # A headline calls persons by their surnames.
    elsewhere = below | {text.rsplit(" ", 1)[1] for text in below if 1 <= text.count(" ") <= 2}
    cut: list[Candidate] = []
    for one in found:
        if not one.in_headline or one.text in elsewhere or one.end - one.first == 1:
            cut.append(one)
            continue
        known = list(_known_within(doc, one, elsewhere))
        cut += known or [one]
    return cut


def _known_within(
    doc: AnalysedDocument, one: Candidate, elsewhere: set[str]
) -> Iterator[Candidate]:
    starts, ends = doc.tokens.start, doc.tokens.end
    first = one.first
    while first < one.end:
        for end in range(min(one.end, first + _LONGEST_KNOWN), first, -1):
            text = doc.text[starts[first] : ends[end - 1]]
            if text in elsewhere or text in actors() or is_place(text):
                yield Candidate(first, end, text, one.model_type, one.method, "", True)
                first = end
                break
        else:
            first += 1


def _cut_persons(doc: AnalysedDocument, found: list[Candidate]) -> list[Candidate]:
    """Part a person who is named alone elsewhere from what stands before: ANC Jane Roe."""
    alone = {
        one.text
        for one in found
        if not one.in_headline
        and 1 <= one.text.count(" ") <= 2
        and one.text.split(" ", 1)[0] in GIVEN_NAMES
    }
    words, starts, ends = doc.tokens.text, doc.tokens.start, doc.tokens.end
    cut: list[Candidate] = []
    for one in found:
        cut.append(one)
        for middle in range(one.end - 2, max(one.first, one.end - 6), -1):
            text = doc.text[starts[middle] : ends[one.end - 1]]
            if text not in alone or words[middle - 1] in GIVEN_NAMES:
                continue
            first, end = _trim(words, one.first, middle)
            if first < end:
                cut[-1] = replace(
                    one, first=first, end=end, text=doc.text[starts[first] : ends[end - 1]]
                )
                cut.append(replace(one, first=middle, text=text, title="office"))
            break
    return cut
