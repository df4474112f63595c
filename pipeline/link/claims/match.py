"""Sameness: whether two mentions speak of one thing, with a score and the reasons for it.

Two mentions are compared property by property. Some differences settle the matter: another
unit, soldiers against refugees, four more against eight in all. Everything else is evidence of
some weight, for or against, and the sum decides. Values that agree are evidence; values that do
not are none against, since a contradiction is about one thing too, but then more is asked of
the rest.
"""

from dataclasses import dataclass, field

from pipeline.link.claims import words as claim_words
from pipeline.link.claims.frames import is_carrying
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.slots import is_named_beside, shared_slots, told_in_both
from pipeline.link.claims.stories import is_one_story
from pipeline.link.claims.values import RARE, specificity, values_agree
from pipeline.link.claims.vetoes import (
    are_members,
    is_change,
    is_correction,
    is_elsewhere,
    kin,
    one_topic,
    veto_figures,
)
from pipeline.link.claims.voices import is_one_study, is_one_voice
from pipeline.link.claims.words import WIDE_NOUNS
from schemas.claims import Qualifier

SAME_WHEN_VALUES_AGREE = 3.6
SAME_WHEN_VALUES_DIFFER = 4.6
_TELLING = 1.25
"""How specific a value is that two texts of one event seldom give of two things."""
_BARE = 3
"""Words in common from which on they tell of one event, whoever is named."""
_FAR_APART = 10
"""Values that differ by more than this factor are seldom of one thing."""


@dataclass(slots=True)
class Match:
    """What a comparison found."""

    score: float = 0.0
    reasons: list[tuple[float, str, tuple[object, ...]]] = field(default_factory=list)
    """Weight, what it is given for, and what that is filled with when somebody reads it."""
    veto: str | None = None
    """What settles that the mentions speak of different things."""
    values_agree: bool = False
    is_one_story: bool = False
    """Both stand in texts of one event."""

    def add(self, weight: float, reason: str, *details: object) -> None:
        """Record evidence; weights below zero speak against."""
        self.score += weight
        self.reasons.append((weight, reason, details))

    @property
    def explanation(self) -> str:
        """The reasons, weightiest first."""
        told = [
            (weight, reason.format(*map(_told, details)))
            for weight, reason, details in self.reasons
        ]
        told.sort(key=lambda one: (-abs(one[0]), one[1]))
        return "; ".join(f"{reason} {weight:+.1f}" for weight, reason in told)


def _told(detail: object) -> str:
    if isinstance(detail, frozenset):
        return ", ".join(sorted(detail))
    return f"{detail:.15g}" if isinstance(detail, float) else str(detail)


def match_figures(a: Mention, b: Mention) -> Match:
    """Return how two figures compare."""
    match = Match(values_agree=values_agree(a, b))
    match.veto = veto_figures(a, b, match.values_agree)
    if match.veto:
        return match
    if is_correction(a, b):
        match.add(SAME_WHEN_VALUES_DIFFER, "the one takes the other back")
    elif is_change(a, b):
        if a.sentence_id == b.sentence_id and a.noun == b.noun:
            match.add(SAME_WHEN_VALUES_DIFFER, "the one is what the other was before a change")
        elif not match.values_agree:
            match.veto = "one is before a change"
            return match
    match.is_one_story = is_one_story(a, b)
    _weigh_value(match, a, b)
    _weigh_thing(match, a, b)
    _weigh_surroundings(match, a, b)
    if not match.values_agree and match.score < SAME_WHEN_VALUES_DIFFER:
        same = shared_slots(a, b, is_one_story=match.is_one_story)
        if same is not None:
            lack = SAME_WHEN_VALUES_DIFFER - match.score
            match.add(lack, "one quantity: same {}, nothing tells them apart", same)
    return match


def margin(match: Match) -> float | None:
    """Return by how much the evidence exceeds what is asked of two figures to be of one quantity.

    None when it does not suffice.
    """
    asked = SAME_WHEN_VALUES_AGREE if match.values_agree else SAME_WHEN_VALUES_DIFFER
    return margin_over(match, asked)


def margin_over(match: Match, asked: float) -> float | None:
    """Return by how much a score exceeds what is asked; None when it does not, or under a veto."""
    # Sums of the same weights in another order differ in their last digits.
    over = round(match.score - asked, 6)
    return None if match.veto or over < 0 else over


def _weigh_value(match: Match, a: Mention, b: Mention) -> None:
    if not match.values_agree:
        smaller, larger = sorted((abs(a.value or a.low), abs(b.value or b.low)))
        if larger > _FAR_APART * smaller:
            match.add(-1.5, "values of another order")
        return
    if match.is_one_story:
        is_told = min(specificity(one.written or 0.0) for one in (a, b)) >= _TELLING
        # Shares of many things are told at once, and are seldom above a hundred.
        is_told &= not a.dimension.startswith("percent") or told_in_both(a, b) > 0
        match.add(2.0 if is_told else 0.75, "in texts of one event")
        if a.sources & b.sources or is_one_voice(a.voices, b.voices):
            match.add(1.0, "from one speaker")
    if a.is_vague or b.is_vague:
        match.add(0.2, "one magnitude")
        return
    if a.value is not None and a.value == b.value:
        written = min((a.written or 0.0, b.written or 0.0), key=specificity)
        match.add(specificity(written), "same value {}", float(written))
        return
    finer = max(
        (one for one in (a.written, b.written) if one is not None), key=specificity, default=0.0
    )
    match.add(0.6 * min(2.5, specificity(finer)), "values within rounding")


def _weigh_thing(match: Match, a: Mention, b: Mention) -> None:
    if are_members(a, b):
        match.add(2.0, "{} and {} are members of one body", a.noun, b.noun)
    elif a.noun and a.noun == b.noun:
        match.add(1.0 if a.noun in WIDE_NOUNS else 2.0, "both count {}", a.noun)
    elif _is_by_deed(a, b) or _is_by_deed(b, a):
        match.add(1.0, "{} and {} are told of by one deed", a.noun, b.noun)
    elif a.thing and b.thing:
        if a.thing == b.thing:
            is_wide = a.thing == ("people", "any") or {a.noun, b.noun} & WIDE_NOUNS
            match.add(0.8 if is_wide else 1.5, "{} and {} are one kind", a.noun, b.noun)
        else:
            match.add(0.5, "{} and {} are kin", a.noun, b.noun)
    elif a.noun and b.noun:
        match.add(-2.0, "{} against {}", a.noun, b.noun)
    elif not a.noun and not b.noun:
        match.add(0.5, "both in {}", a.dimension)
    elif a.dimension == "count" or is_named_beside(a, b):
        _weigh_unnamed(match, *((b, a) if a.noun else (a, b)))
    elif not match.values_agree:
        match.add(-1.5, "one names no noun")
    elif a.dimension.startswith("percent") and not (_is_people(a) or _is_people(b)):
        match.add(-0.75, "a share of {}", a.noun or b.noun)
    if a.is_partitive or b.is_partitive:
        # "Both parties" are two that the text has told of before.
        match.add(-1.0, "one is some of a known number")
    shared = a.modifiers & b.modifiers
    if shared:
        match.add(min(1.5, 0.75 * len(shared)), "both {}", shared)
    if a.qualifier == b.qualifier:
        if a.qualifier != Qualifier.UNMARKED:
            match.add(0.75, "both {}", a.qualifier)
    elif Qualifier.UNMARKED in (a.qualifier, b.qualifier):
        match.add(-0.5, "one is marked as a part or a total")
    else:
        match.add(-1.0, "{} against {}", a.qualifier, b.qualifier)


def _is_people(mention: Mention) -> bool:
    return mention.thing is not None and mention.thing[0] == "people"


def _is_by_deed(a: Mention, b: Mention) -> bool:
    """Return whether the one counts people by their deed, and the other says that people do it.

    "Marchers" are people who marched, "employees" people whom somebody employs.
    """
    deeds = b.frames | {b.predicate}
    return b.thing == ("people", "any") and a.noun != b.noun and claim_words.stem(a.noun) in deeds


def _weigh_unnamed(match: Match, bare: Mention, named: Mention) -> None:
    """Weigh whether a number without a noun counts what the other names."""
    told = claim_words.stem(named.noun)
    if not match.values_agree and not is_named_beside(bare, named):
        match.add(-1.5, "one names no noun")
    elif told is not None and told in bare.topic:
        match.add(1.5, "the one is about {}, which the other counts", named.noun)
    elif told is not None and told in bare.stems:
        match.add(0.5, "the one speaks of {}, which the other counts", named.noun)
    else:
        match.add(-0.5, "one names no noun")


def _weigh_surroundings(match: Match, a: Mention, b: Mention) -> None:
    if a.predicate and a.predicate == b.predicate:
        match.add(1.0, "same verb {}", a.predicate)
    elif a.events & b.events:
        match.add(0.75, "both tell of {}", a.events & b.events)
    around = a.around & b.around
    counted = a.counted & b.counted
    if counted:
        match.add(min(1.5, len(counted)), "same entity counted")
    elif a.counted and b.counted:
        match.add(-1.5, "other entities counted")
    elif (a.counted or b.counted) and match.values_agree and around:
        match.add(0.5, "the entity counted stands beside the other")
    agents = a.agents & b.agents
    if agents:
        match.add(1.0, "same agent")
    elif a.agents and b.agents:
        match.add(-0.5, "other agents")
    places = a.places & b.places
    others = len(places | (around - counted - agents))
    if others:
        weight = 0.75 * min(4, others) if others > 1 else 0.5
        match.add(weight, "{} other entities in common", others)
    if a.places and b.places and not places:
        match.add(-2.5 if match.values_agree and is_elsewhere(a, b) else -1.5, "other places")
    elif a.around and b.around and not around and not match.is_one_story:
        is_rare = match.values_agree and specificity(a.written or 0.0) >= RARE
        match.add(-0.4 if is_rare else -1.0, "no entity in common")
    _weigh_words(match, a, b, len(around))
    if is_one_study(a.voices, b.voices):
        match.add(0.5, "of one study")
    if a.as_of and b.as_of:
        if a.as_of == b.as_of:
            match.add(0.5, "told of the same date")
        elif a.as_of[0] > b.as_of[1] or b.as_of[0] > a.as_of[1]:
            match.add(-1.0, "told of other dates")
    if a.published and b.published:
        apart = abs((a.published - b.published).days)
        if apart <= 3:
            match.add(0.25, "published within three days")
        elif apart > 60:
            match.add(-1.0, "published {} days apart", apart)


def _weigh_words(match: Match, a: Mention, b: Mention, around: int) -> None:
    """Weigh the words of the two clauses, both how many they share and how large a part.

    `around` is how many entities the clauses share.
    """
    nouns = {a.noun[:5], b.noun[:5]}
    shared = (a.stems & b.stems) - nouns
    if shared:
        match.add(min(2.1, 0.35 * len(shared)), "words in common: {}", shared)
    told = len(shared) + around
    if told > 1 and (a.noun == b.noun or kin(a, b)):
        # Sentences built alike are evidence, unless they are alike but for what they count.
        smaller = min(len((one.stems - nouns) | one.around) for one in (a, b))
        # Two bare words in common, and nobody named, are those of any such event.
        is_bare = told < _BARE and not around and not match.is_one_story
        weight = 1.0 if is_bare and not match.values_agree else 2.0
        match.add(weight * told / smaller, "{} of {} words and names in common", told, smaller)
        if not match.values_agree and told < smaller:
            # Without a noun, the words around a number are all that says what it is of.
            match.add(-0.5 if a.noun or b.noun else -1.0, "each has words of its own")
    if a.dimension.startswith("percent") and _other_names(a, b):
        match.add(-1.5, "shares of others")
    elif not (a.noun or b.noun) and _other_subjects(a, b):
        # Without a noun counted, the subject is what the number is of.
        is_near = match.is_one_story and match.values_agree
        match.add(-1.0 if is_near else -2.0, "other subjects")
    if not (a.noun or b.noun):
        if not match.values_agree and a.subject - b.subject and b.subject - a.subject:
            match.add(-0.75, "each subject has a word of its own")
        if one_topic(a, b):
            match.add(0.75, "about one thing")
        else:
            is_near = match.is_one_story and match.values_agree
            match.add(-0.25 if is_near else -1.0, "about other things")
    if _other_verbs(a, b):
        if not match.values_agree:
            match.add(-0.75, "{} against {}", a.predicate, b.predicate)
        elif a.noun in WIDE_NOUNS or b.noun in WIDE_NOUNS:
            # Of people, the verb says which.
            match.add(
                -0.5 if match.is_one_story else -1.0, "{} against {}", a.predicate, b.predicate
            )


def _other_subjects(a: Mention, b: Mention) -> bool:
    return (
        bool(a.subject and b.subject)
        and not a.subject & (b.subject | b.stems | b.names)
        and not b.subject & (a.stems | a.names)
        and not a.events & b.events
    )


def _other_names(a: Mention, b: Mention) -> bool:
    """Return whether both name whose share it is, and name others."""
    first, second = a.subject & a.names, b.subject & b.names
    return bool(first and second) and not first & second


def _other_verbs(a: Mention, b: Mention) -> bool:
    if not (a.predicate and b.predicate) or a.predicate == b.predicate:
        return False
    if a.predicate in b.stems or b.predicate in a.stems:
        return False
    if is_carrying(a.predicate) or is_carrying(b.predicate):
        return False
    first, second = claim_words.event_of(a.verb), claim_words.event_of(b.verb)
    return first is None or first != second
