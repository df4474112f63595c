"""Persons within a document: whom a surname or a given name stands for.

A person is introduced by full name and then goes by part of it. When two share the part, a title
may tell which ("Mrs Roe"), one of them may be known to all, or the part is used before the second
is introduced; else it stands for itself, and nobody is mistaken for another.
"""

from collections import Counter, defaultdict

from pipeline.extract.entities.actors import actors
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.gender import gender_of_name, gender_of_title
from schemas.entities import EntityType

# So many bearers of one name are a list, not a story.
_MOST_BEARERS = 12
# The first to be introduced keeps the bare name where it is this much commoner than the others.
_DOMINANCE = 3
# Capitals alone, as in "JFK".
_LONGEST_INITIALS = 3


def give_person_names(words: list[str], named: list[Candidate]) -> None:
    """Fill `name` of all persons with the fullest name by which the document calls them."""
    persons = [one for one in named if one.entity_type == EntityType.PERSON]
    # In a headline, words that are no part of the name may stand beside it in capitals.
    told = [one for one in persons if not one.in_headline] or persons
    texts = [ordinary_case(one.text) for one in told]
    counts = Counter(texts)
    introduced = {text: place for place, text in reversed(list(enumerate(texts)))}
    bearers = _bearers(introduced)
    for one in persons:
        fulls = bearers.get(ordinary_case(one.text), [])
        one.name = _bearer(words, one, fulls, introduced, counts)


def ordinary_case(name: str) -> str:
    """Return a name that is in capitals throughout as it is written elsewhere: "ANN ROE"."""
    return name.title() if name.isupper() and len(name) > _LONGEST_INITIALS else name


def _bearers(introduced: dict[str, int]) -> dict[str, list[str]]:
    """Return {first or last words: full names that hold them}, in the order of introduction."""
    longer: dict[str, list[str]] = defaultdict(list)
    for text in sorted(introduced, key=lambda one: introduced[one]):
        words = text.split()
        for width in range(1, len(words)):
            for part in dict.fromkeys((" ".join(words[-width:]), " ".join(words[:width]))):
                if len(longer[part]) < _MOST_BEARERS:
                    longer[part].append(text)
    # "Salim bin Yahya" and "Salim bin Yahya Rashid" are one; "Ann Roe" and "Bo Roe" are two.
    return {
        part: [
            full
            for full in fulls
            if not any(full != other and _is_part(full, other) for other in fulls)
        ]
        for part, fulls in longer.items()
    }


def _bearer(
    words: list[str],
    one: Candidate,
    fulls: list[str],
    introduced: dict[str, int],
    counts: Counter[str],
) -> str:
    text = ordinary_case(one.text)
    if len(fulls) > 1:
        gender = gender_of_title(words, one.first)
        if gender is not None:
            fulls = [full for full in fulls if gender_of_name(full) in (gender, None)]
    if len(fulls) > 1:
        known = [full for full in fulls if full in actors()]
        fulls = known if len(known) == 1 else fulls
    if len(fulls) == 1:
        return fulls[0]
    if fulls and text in introduced:
        first, *others = fulls
        bare = introduced[text]
        is_alone = introduced[first] < bare < min(introduced[full] for full in others)
        often = _DOMINANCE * sum(counts[full] for full in others)
        if is_alone or (introduced[first] < bare and counts[text] >= max(often, _DOMINANCE)):
            return first
    return text


def _is_part(short: str, full: str) -> bool:
    return full.startswith(short + " ") or full.endswith(" " + short)
