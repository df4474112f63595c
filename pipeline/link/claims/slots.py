"""Slots: whether two figures with different values are nevertheless of one quantity.

What is counted, of which part, by what kind of doing, who, where, when and what for are compared
one by one. A slot is the same in both, open, because one of them leaves it unsaid, or apart. One
slot that is apart keeps two figures apart; enough that are the same make them one claim, in
dispute or brought up to date.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pipeline.link.claims.mention import Mention
from pipeline.link.claims.words import LOOSE_FAMILIES, WIDE_NOUNS, opposed
from schemas.claims import Qualifier


class Outcome(Enum):
    """How two figures compare in one slot."""

    SAME = "same"
    OPEN = "open"
    APART = "apart"


@dataclass(slots=True, frozen=True)
class Slot:
    """The outcome of one slot, and what is the same in it."""

    name: str
    outcome: Outcome
    detail: str = ""


_ENOUGH = 3
"""Slots that are the same in figures that are of one quantity."""
_FACTOR = 3
"""Values that differ by more are seldom of one thing, unless more speaks for it."""
_FLOWS = frozenset({"give", "open"})
"""What is given or opened is additional without saying so."""
_PEOPLE = "people"


def compared(a: Mention, b: Mention) -> list[Slot]:
    """Return the slots of two figures, each compared."""
    return list(_slots(a, b))


def are_one_quantity(a: Mention, b: Mention, slots: list[Slot]) -> bool:
    """Return whether figures whose values differ are of one quantity by their slots."""
    if any(one.outcome is Outcome.APART for one in slots):
        return False
    if a.is_vague or b.is_vague or a.is_whole or b.is_whole:
        return False
    smaller, larger = sorted(abs(one.low if one.value is None else one.value) for one in (a, b))
    if larger > _FACTOR * smaller:
        return False
    same = {one.name for one in slots if one.outcome is Outcome.SAME}
    # Everybody counts people and gives shares: there, who or where must be said beside the number.
    is_common = not a.noun or _is_of_people(a)
    placed = {"who", "where"} if is_common else {"who", "where", "setting"}
    return bool(same & placed) and len(same) >= _ENOUGH


def is_part(a: Mention, b: Mention) -> bool:
    """Return whether one of two different values is an addition and the other is not."""
    parts = {a.qualifier, b.qualifier}
    if Qualifier.ADDITIONAL not in parts or len(parts) == 1:
        return False
    return Qualifier.TOTAL in parts or not _FLOWS & (a.frames | b.frames)


def on_other_days(a: Mention, b: Mention) -> bool:
    """Return whether what happened is told of two times; what stands may be told anew."""
    if a.as_of is None or b.as_of is None or (a.is_standing and b.is_standing):
        return False
    return a.as_of[1] < b.as_of[0] or b.as_of[1] < a.as_of[0]


def _slots(a: Mention, b: Mention) -> Iterator[Slot]:
    yield _thing(a, b)
    yield _sets("kind", a.modifiers, b.modifiers)
    yield _apart("part") if is_part(a, b) else Slot("part", Outcome.OPEN)
    yield _sets("doing", a.frames, b.frames)
    yield _sets("who", a.agents, b.agents)
    yield _where(a, b)
    yield _setting(a, b)
    yield _time(a, b)
    yield Slot("window", Outcome.OPEN if a.window == b.window else Outcome.APART)
    yield _sets("purpose", a.purpose, b.purpose)
    yield Slot("denial", Outcome.OPEN if a.is_negated == b.is_negated else Outcome.APART)


def _sets(name: str, a: frozenset[str], b: frozenset[str]) -> Slot:
    if not a or not b:
        return Slot(name, Outcome.OPEN)
    shared = a & b
    return Slot(name, Outcome.SAME, ", ".join(sorted(shared))) if shared else _apart(name)


def _apart(name: str) -> Slot:
    return Slot(name, Outcome.APART)


def _is_of_people(mention: Mention) -> bool:
    return mention.thing is not None and mention.thing[0] == _PEOPLE


def _thing(a: Mention, b: Mention) -> Slot:
    if not a.noun and not b.noun and a.dimension != "count":
        has_own = bool(a.subject - b.subject and b.subject - a.subject)
        is_told = len(a.topic & b.topic) > 1 and not has_own
        return Slot("thing", Outcome.SAME) if is_told else _apart("thing")
    if not a.noun or not b.noun or opposed(a.noun, b.noun):
        return _apart("thing")
    if a.noun == b.noun:
        # That both speak of people says too little to count.
        is_telling = a.noun not in WIDE_NOUNS and not _is_of_people(a)
        return Slot("thing", Outcome.SAME if is_telling else Outcome.OPEN, a.noun)
    if a.thing is None or a.thing != b.thing:
        return _apart("thing")
    family, kind = a.thing
    is_one_kind = kind != "any" or family not in {_PEOPLE, *LOOSE_FAMILIES}
    return Slot("thing", Outcome.OPEN if is_one_kind else Outcome.APART)


def _where(a: Mention, b: Mention) -> Slot:
    first, second = a.places | a.counted, b.places | b.counted
    if a.places and b.places and not a.places & b.places:
        return _apart("where")
    if a.counted and b.counted and not a.counted & b.counted:
        return _apart("where")
    shared = (first & (second | b.around)) | (second & a.around) | (a.around & b.around)
    if shared:
        return Slot("where", Outcome.SAME)
    # One text names who or where in the sentence, the other is set there.
    near = ((first | a.agents) & b.setting) | ((second | b.agents) & a.setting)
    return Slot("where", Outcome.SAME if near else Outcome.OPEN)


def _setting(a: Mention, b: Mention) -> Slot:
    is_said = bool((a.places | a.counted | a.agents) and (b.places | b.counted | b.agents))
    if is_said or not a.setting or not b.setting:
        return Slot("setting", Outcome.OPEN)
    return _sets("setting", a.setting | a.around, b.setting | b.around)


def _time(a: Mention, b: Mention) -> Slot:
    if a.as_of is None or b.as_of is None:
        is_series = a.is_standing and b.is_standing and a.published != b.published
        return Slot("when", Outcome.SAME if is_series else Outcome.OPEN, "told anew")
    if on_other_days(a, b):
        return _apart("when")
    is_series = a.as_of[1] < b.as_of[0] or b.as_of[1] < a.as_of[0]
    return Slot("when", Outcome.SAME, "told anew" if is_series else "the same date")
