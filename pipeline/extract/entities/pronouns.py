"""Pronouns: he and she as subjects, each with the one person it can mean.

A pronoun looks back over its own sentence and the two before it in the paragraph or the one
before. One person there is the antecedent; of several, the one who was the subject of the nearest
sentence. Titles and given names that tell a man from a woman rule persons out. What stands inside
quotation marks is left open: it is somebody else's "he".
"""

from bisect import bisect_left

from pipeline.document import AnalysedDocument
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.gender import FEMALE, MALE, gender_of_name, gender_of_title
from pipeline.extract.entities.roles import Reference
from schemas.entities import EntityType, OpenReason

_PRONOUNS = {"he": MALE, "He": MALE, "she": FEMALE, "She": FEMALE}
_SUBJECTS = ("nsubj", "nsubjpass")
_SENTENCES_BACK = 3
# A sentence without end may name thousands; a reader looks at the last ones only.
_LOOKED_AT = 40
_OPENING = ("“", "«", "``")
_EITHER = ('"', "''")
_MARKS = frozenset((*_OPENING, *_EITHER, "”", "»"))


def find_pronouns(
    doc: AnalysedDocument, named: list[Candidate], roles: list[Reference]
) -> list[Reference]:
    """Return the subject pronouns in order, each with its antecedent or a reason."""
    words, deps = doc.tokens.text, doc.tokens.dep
    places = [
        index for index, word in enumerate(words) if word in _PRONOUNS and deps[index] in _SUBJECTS
    ]
    if not places:
        return []
    persons = sorted(
        [(one.first, one.end, one.name) for one in named if one.entity_type == EntityType.PERSON]
        + [
            (one.first, one.end, one.name)
            for one in roles
            if one.name is not None and one.entity_type == EntityType.PERSON
        ]
    )
    gender = _genders(doc, named)
    quotations = _quotations(doc)
    references: list[Reference] = []
    # What a pronoun was found to mean carries on to the next one.
    for index in places:
        name, reason, rule_id = _antecedent(doc, index, persons, gender, quotations)
        references.append(Reference(index, index + 1, EntityType.PERSON, name, reason, rule_id))
        if name is not None:
            persons.insert(bisect_left(persons, (index,)), (index, index + 1, name))
    return references


def _antecedent(
    doc: AnalysedDocument,
    index: int,
    persons: list[tuple[int, int, str]],
    gender: dict[str, str],
    quotations: list[int],
) -> tuple[str | None, str | None, str]:
    if _is_quoted(quotations, index):
        return None, OpenReason.INSIDE_QUOTATION, "pronoun-in-quotation"
    wanted = _PRONOUNS[doc.tokens.text[index]]
    sentence = doc.sentence_at(doc.tokens.start[index])
    paragraph = sentence.paragraph
    last = bisect_left(persons, (index,))
    conflict = False
    several = False
    for back in range(_SENTENCES_BACK):
        if sentence.index < back:
            break
        near = doc.sentences[sentence.index - back]
        if not near.is_used or near.paragraph < paragraph - 1:
            break
        first = bisect_left(persons, (near.token_start,))
        stop = min(last, bisect_left(persons, (near.token_end,)))
        here = [
            one
            for one in persons[max(first, stop - _LOOKED_AT) : stop]
            if not _is_quoted(quotations, one[0])
        ]
        fitting = [one for one in here if gender.get(one[2], wanted) == wanted]
        conflict = conflict or len(fitting) < len(here)
        names = dict.fromkeys(name for _, _, name in fitting)
        if len(names) == 1:
            return next(iter(names)), None, "only-person-nearby"
        if names:
            subjects = dict.fromkeys(
                name
                for begin, end, name in fitting
                if any(_is_subject(doc, token) for token in range(begin, end))
            )
            if len(subjects) == 1:
                return next(iter(subjects)), None, "subject-nearby"
            several = True
            break
    if several:
        return None, OpenReason.SEVERAL_ANTECEDENTS, "pronoun-open"
    reason = OpenReason.GENDER_CONFLICT if conflict else OpenReason.NO_ANTECEDENT
    return None, reason, "pronoun-open"


def _is_subject(doc: AnalysedDocument, token: int) -> bool:
    """Return whether the token is a subject, or joined to one by "and"."""
    deps, heads = doc.tokens.dep, doc.tokens.head
    while deps[token] == "conj" and heads[token] != token:
        token = heads[token]
    return deps[token] in _SUBJECTS


def _genders(doc: AnalysedDocument, named: list[Candidate]) -> dict[str, str]:
    """Return {person: gender} where a title or the given name tells."""
    told: dict[str, str] = {}
    for one in named:
        if one.entity_type == EntityType.PERSON:
            by_title = gender_of_title(doc.tokens.text, one.first)
            gender = by_title or told.get(one.name) or gender_of_name(one.name)
            if gender is not None:
                told[one.name] = gender
    return told


def _quotations(doc: AnalysedDocument) -> list[int]:
    """Return the tokens at which quotations begin and end, in turn.

    Marks are balanced within a paragraph: one left open ends with it.
    """
    words, starts = doc.tokens.text, doc.tokens.start
    bounds: list[int] = []
    paragraph_end = -1
    for index, word in enumerate(words):
        if word not in _MARKS:
            continue
        if starts[index] >= paragraph_end:
            if len(bounds) % 2:
                bounds.append(bisect_left(starts, paragraph_end))
            paragraph_end = doc.paragraph_at(starts[index]).char_end
        is_open = len(bounds) % 2 == 1
        if (word in _EITHER) or (word in _OPENING) != is_open:
            bounds.append(index)
    if len(bounds) % 2:
        bounds.append(bisect_left(starts, paragraph_end))
    return bounds


def _is_quoted(quotations: list[int], index: int) -> bool:
    return bisect_left(quotations, index) % 2 == 1
