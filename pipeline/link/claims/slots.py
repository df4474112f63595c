"""Slots: whether two figures with different values are nevertheless of one quantity.

What is counted, of which part, by what kind of doing, who, where, when and what for are compared
one by one. A slot is the same in both, open, because one of them leaves it unsaid, or apart. One
slot that is apart keeps two figures apart; enough that are the same make them one claim, in
dispute or brought up to date.
"""

from collections.abc import Callable
from enum import Enum

from pipeline.link.claims.frames import is_carrying
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.words import LOOSE_FAMILIES, WIDE_NOUNS, opposed, stem
from schemas.claims import Qualifier


class Outcome(Enum):
    """How two figures compare in one slot."""

    SAME = "same"
    OPEN = "open"
    APART = "apart"


_ENOUGH = 3
"""Slots that are the same in figures that are of one quantity."""
_FACTOR = 3
"""Values that differ by more are seldom of one thing, unless more speaks for it."""
_FACTOR_OF_ONE_EVENT = 5
"""The same in texts of one event: of a crowd, say, two counts may be that far apart."""
_FLOWS = frozenset({"give", "open"})
"""What is given or opened is additional without saying so."""
_ARRIVING = frozenset({"give", "deploy"})
_PEOPLE = "people"


def shared_slots(a: Mention, b: Mention, *, is_one_story: bool) -> frozenset[str] | None:
    """Return what is the same in two figures of one quantity whose values differ.

    None when a slot tells them apart, or too little is the same. That their texts tell of one
    event is as good as one slot more, and as a place that both name.
    """
    if a.is_vague or b.is_vague or a.is_whole or b.is_whole or a.item_id == b.item_id:
        return None
    first = abs(a.low if a.value is None else a.value)
    second = abs(b.low if b.value is None else b.value)
    factor = _FACTOR_OF_ONE_EVENT if is_one_story else _FACTOR
    if first > factor * second or second > factor * first or _most(a, b) < _ENOUGH:
        return None
    thing = _thing(a, b, is_one_story)
    if thing is Outcome.APART:
        return None
    same = {"event"} if is_one_story else set()
    if thing is Outcome.SAME:
        same.add("thing")
    for name, compare in _SLOTS.items():
        outcome = compare(a, b)
        if outcome is Outcome.APART:
            if is_one_story and name == "setting":
                continue
            return None
        if outcome is Outcome.SAME:
            same.add(name)
    if not same & {"thing", "doing"}:
        # An event has many numbers of people: what they are or what they do says which.
        same.discard("event")
    # Everybody counts people and gives shares: there, who or where must be said beside the number.
    is_common = not a.noun or _is_of_people(a)
    placed = {"who", "where", "event"} if is_common else {"who", "where", "setting", "event"}
    return frozenset(same) if same & placed and len(same) >= _ENOUGH else None


def _most(a: Mention, b: Mention) -> int:
    """Return how many slots can be the same at most, seen from which of them both fill."""
    both_fill = (
        a.modifiers and b.modifiers,
        a.frames and b.frames,
        a.purpose and b.purpose,
        a.agents and b.agents,
        a.setting and b.setting,
        (a.as_of and b.as_of) or (a.is_standing and b.is_standing),
        a.gist and b.gist,
    )
    # The thing, the place and the scene can be had from other words.
    return 3 + sum(map(bool, both_fill))


def is_part(a: Mention, b: Mention) -> bool:
    """Return whether one of two different values is an addition and the other is not."""
    parts = {a.qualifier, b.qualifier}
    if Qualifier.ADDITIONAL not in parts or len(parts) == 1:
        return False
    return Qualifier.TOTAL in parts or not _FLOWS & (a.frames | b.frames)


def is_arriving(a: Mention, b: Mention) -> bool:
    """Return whether the one is sent or given and the other is what there is.

    What a text says is there is more than what it says was sent to it.
    """
    return b.phase == "state" and a.phase not in ("", "state") and bool(a.frames & _ARRIVING)


def on_other_days(a: Mention, b: Mention) -> bool:
    """Return whether what happened is told of two times; what stands may be told anew."""
    if a.as_of is None or b.as_of is None or (a.is_standing and b.is_standing):
        return False
    return a.as_of[1] < b.as_of[0] or b.as_of[1] < a.as_of[0]


def _topic(a: Mention, b: Mention, is_one_story: bool) -> Outcome:
    if a.subject - b.subject and b.subject - a.subject:
        return Outcome.APART
    shared = told_in_both(a, b)
    if not shared and is_one_story and a.predicate == b.predicate and a.frames & b.frames:
        shared = 1
    if shared > 1 or (shared and a.agents & b.agents):
        return Outcome.SAME
    # Of one event too, the price of one thing is not that of another.
    has_own = bool(_own_words(a, b) and _own_words(b, a))
    return Outcome.SAME if shared and is_one_story and not has_own else Outcome.APART


def _own_words(a: Mention, b: Mention) -> bool:
    own = a.stems - b.stems
    if a.frames & b.frames:
        own -= {a.predicate}
    return any(not is_carrying(word) for word in own)


def told_in_both(a: Mention, b: Mention) -> int:
    """Return how many words say in both what a number is of, as a noun or as a verb.

    "Repairing it will cost" and "the cost of the repair" are of one thing.
    """
    crossed = (a.predicate in b.topic - a.topic, b.predicate in a.topic - b.topic)
    return len(a.topic & b.topic) + sum(crossed)


def is_named_beside(a: Mention, b: Mention) -> bool:
    """Return whether of two amounts the one is of what the other is told to be about."""
    if bool(a.noun) == bool(b.noun) or a.dimension == "count":
        return False
    named, bare = (a, b) if a.noun else (b, a)
    return stem(named.noun) in bare.topic


def _sets(a: frozenset[str], b: frozenset[str]) -> Outcome:
    if not a or not b:
        return Outcome.OPEN
    return Outcome.APART if a.isdisjoint(b) else Outcome.SAME


def _open_unless(is_apart: bool) -> Outcome:
    return Outcome.APART if is_apart else Outcome.OPEN


def _is_of_people(mention: Mention) -> bool:
    return mention.thing is not None and mention.thing[0] == _PEOPLE


def _thing(a: Mention, b: Mention, is_one_story: bool) -> Outcome:
    if not a.noun and not b.noun and a.dimension != "count":
        return _topic(a, b, is_one_story)
    if is_named_beside(a, b):
        return Outcome.SAME
    if not a.noun or not b.noun or opposed(a.noun, b.noun):
        return Outcome.APART
    if a.noun == b.noun:
        # That both speak of people says too little to count.
        is_one_doing = is_one_story and a.frames & b.frames
        is_telling = a.noun not in WIDE_NOUNS and (is_one_doing or not _is_of_people(a))
        return Outcome.SAME if is_telling else Outcome.OPEN
    if _is_toll(a, b):
        return Outcome.OPEN
    if a.thing is None or a.thing != b.thing:
        return Outcome.APART
    if is_one_story:
        return Outcome.OPEN
    family, kind = a.thing
    return _open_unless(kind == "any" and family in {_PEOPLE, *LOOSE_FAMILIES})


def _is_toll(a: Mention, b: Mention) -> bool:
    """Return whether one counts people and the other casualties of the same kind of event."""
    if not a.thing or not b.thing or not a.events & b.events:
        return False
    return {a.thing, b.thing} == {(_PEOPLE, "any"), (_PEOPLE, "casualty")}


def _where(a: Mention, b: Mention) -> Outcome:
    places, counted = _sets(a.places, b.places), _sets(a.counted, b.counted)
    if Outcome.APART in (places, counted):
        return Outcome.APART
    first, second = a.places | a.counted, b.places | b.counted
    if first & (second | b.around) or second & a.around or a.around & b.around:
        return Outcome.SAME
    # One text names who or where in the sentence, the other is set there.
    is_near = (first | a.agents) & b.setting or (second | b.agents) & a.setting
    return Outcome.SAME if is_near else Outcome.OPEN


def _setting(a: Mention, b: Mention) -> Outcome:
    is_said = bool((a.places | a.counted | a.agents) and (b.places | b.counted | b.agents))
    if is_said or not a.setting or not b.setting:
        return Outcome.OPEN
    return _sets(a.setting | a.around, b.setting | b.around)


def _scene(a: Mention, b: Mention) -> Outcome:
    """Compare what else the clauses tell of: "the blast at the mill" is one scene."""
    nouns = {a.noun[:5], b.noun[:5]}
    shared = (a.stems & b.stems) - nouns
    smaller = min(len(one.stems - nouns) for one in (a, b))
    is_one = len(shared) > 1 and 2 * len(shared) >= smaller
    return Outcome.SAME if is_one else Outcome.OPEN


def _when(a: Mention, b: Mention) -> Outcome:
    if on_other_days(a, b):
        return Outcome.APART
    if a.as_of is not None and b.as_of is not None:
        return Outcome.SAME
    is_series = a.is_standing and b.is_standing and a.published != b.published
    return Outcome.SAME if is_series else Outcome.OPEN


_SLOTS: dict[str, Callable[[Mention, Mention], Outcome]] = {
    "part": lambda a, b: _open_unless(is_part(a, b)),
    "window": lambda a, b: _open_unless(a.window != b.window),
    "denial": lambda a, b: _open_unless(a.is_negated != b.is_negated),
    "kind": lambda a, b: _sets(a.modifiers, b.modifiers),
    "doing": lambda a, b: _sets(a.frames, b.frames),
    "purpose": lambda a, b: _sets(a.purpose, b.purpose),
    "who": lambda a, b: _sets(a.agents, b.agents),
    "where": _where,
    "setting": _setting,
    "scene": _scene,
    "when": _when,
}
