"""Vetoes: what settles that two figures speak of different things, whatever else they share.

Another unit, soldiers against refugees, two speakers of one text: the rest is a matter of weight.
"""

from itertools import product

from pipeline.link.claims.mention import Mention
from pipeline.link.claims.slots import is_arriving, is_part, on_other_days, told_in_both
from pipeline.link.claims.stories import is_one_story
from pipeline.link.claims.values import RARE, specificity
from pipeline.link.claims.voices import is_one_voice
from pipeline.link.claims.words import LOOSE_FAMILIES, MEMBER_NOUNS, events_exclude, opposed

_QUARTER = 80
"""Days: what is told of a shorter time may be told of another as well."""


def veto_figures(a: Mention, b: Mention, agree: bool) -> str | None:
    """Return what settles that two figures speak of different things, or None."""
    if a.dimension != b.dimension:
        return "another unit"
    if is_correction(a, b):
        return None
    is_changed = is_change(a, b)
    if not is_changed and a.sentence_id == b.sentence_id:
        return "one sentence gives both"
    if not is_changed and not agree and _is_one_voice(a, b):
        return "one document gives both"
    if a.dimension.startswith("age") and not a.around & b.around:
        return "nobody in common"
    if (a.is_vague or b.is_vague) and a.noun != b.noun:
        return "a magnitude of something else"
    is_of_members = are_members(a, b)
    if a.thing and b.thing and not kin(a, b) and not is_of_members:
        return f"{a.noun} against {b.noun}"
    if a.noun != b.noun and opposed(a.noun, b.noun):
        return f"{a.noun} against {b.noun}"
    if (
        a.modifiers
        and b.modifiers
        and any(opposed(x, y) for x, y in product(a.modifiers, b.modifiers))
    ):
        return "two halves of a whole"
    if not agree and is_part(a, b):
        return "one is additional"
    if not agree and (a.is_partitive or b.is_partitive or a.is_incidental or b.is_incidental):
        return "one is some of a number or the mark of something"
    if not agree and (is_arriving(a, b) or is_arriving(b, a)):
        return "one is on its way, the other is there"
    if agree and _of_other_periods(a, b):
        return "of other periods"
    if agree and _is_everyday(a, b) and is_elsewhere(a, b) and not is_one_story(a, b):
        return "elsewhere"
    if not agree and a.window != b.window:
        return "one is of a time alone"
    if not agree and not is_changed and on_other_days(a, b):
        return "of other days"
    if not agree and a.purpose and b.purpose and not a.purpose & b.purpose:
        return "for other purposes"
    if not agree and _is_size_of_change(a, b):
        return "one is the size of a change"
    if not agree and not a.noun and not b.noun:
        if a.dimension == "count":
            return "neither names what it counts"
        if not one_topic(a, b) and not (a.sources & b.sources and is_one_story(a, b)):
            return "about other things"
        if any(opposed(x, y) for x, y in product(a.topic, b.topic)):
            return "two halves of a whole"
    if a.events and b.events and a.events.isdisjoint(b.events):
        for first, second in product(sorted(a.events), sorted(b.events)):
            if events_exclude(first, second):
                return f"{first} against {second}"
    if not agree and a.places and b.places and not a.places & b.places:
        return "other places"
    # One number of Ukrainians and of American soldiers is chance, however near they stand.
    is_of_others = bool(a.counted and b.counted) and a.counted.isdisjoint(b.counted)
    if is_of_others and (not agree or a.noun != b.noun):
        return "others are counted"
    if not agree and a.agents and b.agents and not a.agents & b.agents:
        return "others act"
    return None


def is_change(a: Mention, b: Mention) -> bool:
    """Return whether one is told as what was so before a change, and the other is not."""
    return _is_former(a) != _is_former(b)


def is_correction(a: Mention, b: Mention) -> bool:
    """Return whether a text takes back the one and gives the other, or takes back both for one."""
    return bool(a.correction) and a.correction == b.correction


def _is_size_of_change(a: Mention, b: Mention) -> bool:
    bases = {a.change_basis, b.change_basis}
    if "by" not in bases or len(bases) == 1:
        return False
    # Jobs that are cut, and posts that go, are things counted.
    is_of_things = "to" not in bases and bool(a.thing and a.thing == b.thing)
    return not (is_of_things and is_one_story(a, b))


def _is_former(mention: Mention) -> bool:
    return mention.change_basis == "from" or mention.is_withdrawn


def _is_one_voice(a: Mention, b: Mention) -> bool:
    if a.item_id != b.item_id:
        return False
    return is_one_teller(a, b)


def is_one_teller(a: Mention, b: Mention) -> bool:
    """Return whether nothing in a text says that it has two figures from two speakers."""
    if a.sources and b.sources:
        return bool(a.sources & b.sources)
    if a.sentence_id != b.sentence_id and bool(a.voices) != bool(b.voices):
        # What a text tells itself may be disputed by somebody whom it quotes.
        return False
    return not a.voices or not b.voices or is_one_voice(a.voices, b.voices)


def kin(a: Mention, b: Mention) -> bool:
    """Return whether what two figures count is of one kind, or of kinds that writers mix up."""
    if a.thing is None or b.thing is None:
        return False
    (family_a, kind_a), (family_b, kind_b) = a.thing, b.thing
    if family_a != family_b:
        return False
    return kind_a == kind_b or "any" in (kind_a, kind_b) or family_a in LOOSE_FAMILIES


def _is_everyday(a: Mention, b: Mention) -> bool:
    return max(specificity(a.written or 0.0), specificity(b.written or 0.0)) < RARE


def is_elsewhere(a: Mention, b: Mention) -> bool:
    """Return whether two sentences, and the texts they stand in, name other places.

    A country and a town may be one place.
    """
    if not a.organizations or not b.organizations or _has_nation(a) != _has_nation(b):
        return False
    first, second = a.organizations | a.setting, b.organizations | b.setting
    return first.isdisjoint(second) and not a.sources & b.sources


def _of_other_periods(a: Mention, b: Mention) -> bool:
    """Return whether two figures are each told of a quarter, a year or the like, of another."""
    if a.as_of is None or b.as_of is None:
        return False
    is_long = all((last - first).days >= _QUARTER for first, last in (a.as_of, b.as_of))
    return is_long and (a.as_of[1] < b.as_of[0] or b.as_of[1] < a.as_of[0])


def _has_nation(mention: Mention) -> bool:
    return any(one.startswith("nation ") for one in mention.organizations)


def are_members(a: Mention, b: Mention) -> bool:
    """Return whether both count the members of one body, by whatever name: states, allies."""
    if a.noun not in MEMBER_NOUNS or b.noun not in MEMBER_NOUNS:
        return False
    first, second = (one.agents | one.counted | one.around for one in (a, b))
    bodies = first & second & (a.organizations | b.organizations) - a.places - b.places
    return any(not one.startswith("nation ") for one in bodies)


def one_topic(a: Mention, b: Mention) -> bool:
    """Return whether two numbers without nouns are of one thing: a word, or who does the same."""
    if told_in_both(a, b):
        return True
    if a.frames & b.frames and a.predicate == b.predicate and is_one_story(a, b):
        return True
    return bool(a.subject & b.subject) and a.verb == b.verb
