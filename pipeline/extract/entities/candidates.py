"""Where names may be: the model's own spans, put straight, and runs of capitals it left out."""

from dataclasses import dataclass

from pipeline.document import AnalysedDocument, PassedOver
from pipeline.extract.entities.demonyms import is_demonym
from pipeline.extract.entities.words import (
    BARE_NOUNS,
    CALENDAR,
    COURTESY_TITLES,
    NAME_PARTICLES,
    OFFICE_MODIFIERS,
    OFFICE_TITLES,
)
from schemas.entities import EntityPassed, EntityType, MentionMethod

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
_TRIMMED = frozenset("the a an this that these those all".split()) | frozenset(
    "' \" “ ” ‘ ’ « » , . ; : - – — ( ) [ ] / | 's ’s © * … & and of".split()
)


@dataclass(slots=True)
class Candidate:
    """A span of tokens that may be a name, and what was seen of it so far."""

    first: int
    end: int
    text: str
    model_type: str | None
    method: str
    has_title: bool = False
    entity_type: str = ""
    rule_id: str = ""
    name: str = ""


def find_candidates(doc: AnalysedDocument) -> tuple[list[Candidate], list[PassedOver]]:
    """Return candidates that do not overlap, in order, and the spans that are no names."""
    passed: list[PassedOver] = []
    found: list[Candidate] = []
    taken: set[int] = set()
    for entity in doc.model_entities:
        entity_type = _TYPE_OF_LABEL.get(entity.label)
        if entity_type is None:
            continue
        for first, end in _pieces(doc, entity.token_start, entity.token_end):
            _keep(doc, first, end, entity_type, MentionMethod.MODEL, found, taken, passed)
    for first, end in _runs(doc, taken):
        _keep(doc, first, end, None, MentionMethod.SHAPE, found, taken, passed)
    found.sort(key=lambda one: one.first)
    return found, passed


def _pieces(doc: AnalysedDocument, first: int, end: int) -> list[tuple[int, int]]:
    """Cut a model span where a name cannot go on: at a bracket, a line's end, a date."""
    words, starts, ends = doc.tokens.text, doc.tokens.start, doc.tokens.end
    pieces = []
    begin = first
    for index in range(first, end):
        word = words[index]
        if word in ("(", ")", "/", "|", '"', "“", "”", ";", ":", "–", "—") or (
            word == "-" and (starts[index] > ends[index - 1] if index > first else True)
        ):
            pieces.append((begin, index))
            begin = index + 1
        elif index > begin and "\n" in doc.text[ends[index - 1] : starts[index]]:
            pieces.append((begin, index))
            begin = index
    pieces.append((begin, end))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _runs(doc: AnalysedDocument, taken: set[int]) -> list[tuple[int, int]]:
    """Return the runs of capitalised proper nouns that no candidate covers."""
    words, tags = doc.tokens.text, doc.tokens.tag
    runs: list[tuple[int, int]] = []
    for sentence in doc.used_sentences:
        begin = -1
        for index in range(sentence.token_start, sentence.token_end + 1):
            inside = (
                index < sentence.token_end
                and index not in taken
                and words[index][0].isupper()
                and tags[index] in ("NNP", "NNPS")
            )
            if inside and begin < 0:
                begin = index
            elif not inside and begin >= 0:
                runs.append((begin, index))
                begin = -1
    return runs


def _keep(
    doc: AnalysedDocument,
    first: int,
    end: int,
    model_type: str | None,
    method: str,
    found: list[Candidate],
    taken: set[int],
    passed: list[PassedOver],
) -> None:
    words, starts, ends = doc.tokens.text, doc.tokens.start, doc.tokens.end
    while first < end and words[first].lower() in _TRIMMED:
        first += 1
    while end > first and words[end - 1].lower() in _TRIMMED:
        end -= 1
    has_title = False
    begin = first
    while first < end and _is_title(words[first]):
        has_title = True
        first += 1
    if begin == first and first > 0:
        has_title = words[first - 1].lower().rstrip(".") in COURTESY_TITLES | OFFICE_TITLES
    while first < end and words[end - 1].lower().rstrip(".") in CALENDAR:
        end -= 1
    while first < end and words[first].lower().rstrip(".") in CALENDAR:
        first += 1
    if first == end:
        reason = EntityPassed.BARE_TITLE if has_title else EntityPassed.DATE_WORD
        if begin < len(starts):
            passed.append(PassedOver(reason, starts[begin], ends[begin], "trimmed-away"))
        return
    start_char, end_char = starts[first], ends[end - 1]
    text = doc.text[start_char:end_char]
    no_name = _no_name(text)
    if no_name:
        passed.append(PassedOver(no_name, start_char, end_char, "no-name"))
        return
    if any(index in taken for index in range(first, end)):
        return
    taken.update(range(begin, end))
    found.append(Candidate(first, end, text, model_type, method, has_title))


def _is_title(word: str) -> bool:
    lowered = word.lower().rstrip(".")
    return lowered in COURTESY_TITLES or lowered in OFFICE_TITLES or lowered in OFFICE_MODIFIERS


def _no_name(text: str) -> str | None:
    if "://" in text or text.startswith("www.") or "@" in text:
        return EntityPassed.ADDRESS
    if not any(char.isalpha() for char in text):
        return EntityPassed.NO_LETTERS
    if text.lower() in BARE_NOUNS or (not any(map(str.isupper, text)) and not is_demonym(text)):
        return EntityPassed.COMMON_WORD
    return None


PARTICLES = NAME_PARTICLES
