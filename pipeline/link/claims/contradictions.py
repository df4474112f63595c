"""Contradictions: how mentions of one claim exclude each other, and how badly.

A later report with a later value is an update, and what its own source has corrected stands no
more. Rounding, bounds and ranges that overlap agree. What remains is typed, graded and put into a
sentence that shows both mentions.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from pipeline.link.claims.corrections import Correction, corrections
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.positions import SHOWN, closest, may_both_hold, positions_of, rivals
from pipeline.link.claims.updates import is_update
from pipeline.link.claims.vetoes import are_members
from pipeline.link.claims.witnesses import chronological
from pipeline.link.claims.words import DECISIONS
from schemas.claims import ClaimKind, ContradictionKind, Qualifier, Severity

# Each pair of phases that cannot hold of one thing at one time. Reading order does not matter.
_PHASE_SEVERITY = {
    frozenset({"future", "state"}): Severity.HARD,
    frozenset({"future", "done"}): Severity.HARD,
    frozenset({"ongoing", "done"}): Severity.SOFT,
    frozenset({"request", "done"}): Severity.SOFT,
    frozenset({"request", "state"}): Severity.SOFT,
}
_PHASE_WORDS = {
    "future": "still to come",
    "ongoing": "under way",
    "done": "done",
    "state": "already so",
    "request": "asked for",
    "conditional": "supposed",
}
_GRAVITY = list(Severity)
_LATER = frozenset({"future", "request", "conditional"})
_PARTS = {
    Qualifier.ADDITIONAL: "additional to what there was",
    Qualifier.TOTAL: "the total",
    Qualifier.UNMARKED: "unqualified",
}


@dataclass(slots=True)
class Contradiction:
    """Two mentions that exclude each other; counts are of mentions that take each position."""

    kind: ContradictionKind
    severity: Severity
    a: Mention
    b: Mention
    explanation: str
    count_a: int = 1
    count_b: int = 1


@dataclass(slots=True)
class Verdict:
    """What a claim's mentions hold of each other."""

    positions: list[list[Mention]]
    contradictions: list[Contradiction]
    is_updated: bool
    superseded: frozenset[str] = frozenset()
    """Ids of mentions that their own source has corrected."""

    @property
    def standing(self) -> list[list[Mention]]:
        """The positions without the mentions that their own source has corrected."""
        return [
            [one for one in position if one.mention_id not in self.superseded]
            for position in self.positions
        ]


Label = Callable[[Mention], str]


def judge(mentions: Sequence[Mention], label: Label) -> Verdict:
    """Return the positions, contradictions and updates among the mentions of one claim."""
    corrected = corrections(mentions)
    verdict = Verdict(
        positions_of(mentions),
        [],
        is_updated=bool(corrected),
        superseded=frozenset(one.mention_id for each in corrected for one in each.superseded),
    )
    standing = [position for position in verdict.standing if position]
    for first, second in rivals(standing):
        pair = closest(first, second)
        if pair is None:
            verdict.is_updated = True
        elif not any(may_both_hold(a, b) for a, b in product(first[:SHOWN], second[:SHOWN])):
            verdict.contradictions.append(_of_values(*pair, len(first), len(second), label))
    if mentions[0].kind == ClaimKind.FIGURE:
        for position in standing:
            found = list(_one_per_pair(_within(position, label)))
            verdict.contradictions += found
            # What was denied and is told later has come about since.
            is_turned = len({one.is_negated for one in position}) > 1
            if is_turned and all(one.kind != ContradictionKind.MODALITY for one in found):
                verdict.is_updated = True
    verdict.contradictions += [_of_correction(one, label) for one in corrected]
    return verdict


def _of_values(a: Mention, b: Mention, count_a: int, count_b: int, label: Label) -> Contradiction:
    if a.kind == ClaimKind.DATE:
        return _of_dates(a, b, count_a, count_b, label)
    is_dated = a.published is not None and b.published is not None
    is_told_alike = not a.phase or not b.phase or a.phase == b.phase
    # What was agreed and what came of it may both be so.
    is_settled = (a.predicate in DECISIONS) == (b.predicate in DECISIONS)
    is_of_digest = a.story_id == b.story_id and a.item_id != b.item_id
    is_of_one_publisher = a.document_id != b.document_id and a.publisher == b.publisher
    is_of_one_day = is_dated and a.published == b.published
    is_of_one_time = is_of_one_day and not is_of_digest and not is_of_one_publisher
    is_hard = a.is_exact and b.is_exact and is_of_one_time and is_told_alike and is_settled
    when = "and nothing says that they speak of different times"
    if not is_dated:
        when = "and one of them has no date, so that it may be an update"
    elif is_of_digest:
        when = "in two items, which may tell of different hours"
    elif is_of_one_publisher:
        when = "and the publisher may have brought the one up to date with the other"
    elif not is_of_one_day:
        when = "and two speakers tell of one event, though on two days"
    if not is_told_alike:
        when += f"; the one is {_PHASE_WORDS[a.phase]}, the other {_PHASE_WORDS[b.phase]}"
    elif not is_settled:
        when += "; the one was agreed, which need not be what came about"
    return Contradiction(
        ContradictionKind.VALUE,
        Severity.HARD if is_hard else Severity.SOFT,
        a,
        b,
        f"{label(a)} gives “{a.surface}”, {label(b)} “{b.surface}”, {when}.",
        count_a,
        count_b,
    )


def _of_dates(a: Mention, b: Mention, count_a: int, count_b: int, label: Label) -> Contradiction:
    gap = max(a.low, b.low) - min(a.high, b.high)
    if gap <= 1 and a.granularity != b.granularity:
        return Contradiction(
            ContradictionKind.DATE_GRANULARITY,
            Severity.SOFT,
            a,
            b,
            f"{label(a)} has “{a.surface}”, {label(b)} “{b.surface}”: the two meet, and differ by "
            f"no more than the precision of the {max(a, b, key=_width).granularity}.",
            count_a,
            count_b,
        )
    return Contradiction(
        ContradictionKind.DATE_VALUE,
        Severity.HARD if a.is_exact and b.is_exact else Severity.SOFT,
        a,
        b,
        f"{label(a)} has “{a.surface}”, {label(b)} “{b.surface}”: {gap:.0f} days apart.",
        count_a,
        count_b,
    )


def _of_correction(found: Correction, label: Label) -> Contradiction:
    first, instead = found.superseded[0], found.instead
    told = (
        f"{label(instead)} takes back “{found.withdrawn.surface}”{_on(instead)} and gives "
        f"“{instead.surface}”"
    )
    if first is not found.withdrawn:
        told += f"; {label(first)} had given “{first.surface}”{_on(first)}"
    return Contradiction(
        ContradictionKind.CORRECTION,
        Severity.RECONCILABLE,
        first,
        instead,
        f"{told}.",
        len(found.superseded),
    )


def _on(mention: Mention) -> str:
    day = mention.published
    return f" on {day.day} {day:%B %Y}" if day else ""


def _width(mention: Mention) -> float:
    return mention.high - mention.low


def _within(position: list[Mention], label: Label) -> Iterable[Contradiction]:
    """Yield what mentions that give one value differ in otherwise."""
    ordered = chronological(position)
    yield from _contrasts(ordered, _kind_of_thing, _of_things, label)
    yield from _contrasts(ordered, _part, _of_parts, label)
    yield from _contrasts(ordered, _phase, _of_phases, label)
    yield from _contrasts(ordered, _denial, _of_denials, label)


def _one_per_pair(found: Iterable[Contradiction]) -> Iterable[Contradiction]:
    """Yield one contradiction for each two mentions: the gravest, told with what else it is."""
    pairs: dict[frozenset[str], list[Contradiction]] = {}
    for one in found:
        pairs.setdefault(frozenset({one.a.mention_id, one.b.mention_id}), []).append(one)
    for same in pairs.values():
        gravest, *others = sorted(same, key=lambda one: _GRAVITY.index(one.severity))
        gravest.explanation = " ".join(one.explanation for one in (gravest, *others))
        yield gravest


def _contrasts(
    ordered: list[Mention],
    trait: Callable[[Mention], str],
    make: Callable[[Mention, Mention, int, int, Label], Contradiction | None],
    label: Label,
) -> Iterable[Contradiction]:
    """Yield one contradiction for each two values of a trait that exclude each other."""
    groups: dict[str, list[Mention]] = {}
    for mention in ordered:
        value = trait(mention)
        if value:
            groups.setdefault(value, []).append(mention)
    for first, second in combinations(sorted(groups), 2):
        for a, b in product(groups[first][:SHOWN], groups[second][:SHOWN]):
            if a.story_id == b.story_id and (not a.sources or a.sources & b.sources):
                # In one text it is style, unless two who are quoted there disagree.
                continue
            made = make(a, b, len(groups[first]), len(groups[second]), label)
            if made is not None:
                yield made
                break


def _kind_of_thing(mention: Mention) -> str:
    # The general word for a family names no kind of it: "units" denies no battalion.
    return mention.thing[1] if mention.thing and mention.thing[1] != "any" else ""


def _of_things(
    a: Mention, b: Mention, count_a: int, count_b: int, label: Label
) -> Contradiction | None:
    return Contradiction(
        ContradictionKind.THING_COUNTED,
        Severity.SOFT,
        a,
        b,
        f"The number is the same, the thing counted is not: “{a.surface}” ({label(a)}), "
        f"“{b.surface}” ({label(b)}).",
        count_a,
        count_b,
    )


def _part(mention: Mention) -> str:
    is_flow = bool(mention.events & {"create", "extend"}) or "give" in mention.frames
    if mention.qualifier == Qualifier.UNMARKED and is_flow:
        # What is created, prolonged or given is additional without saying so.
        return ""
    return str(mention.qualifier)


def _of_parts(
    a: Mention, b: Mention, count_a: int, count_b: int, label: Label
) -> Contradiction | None:
    if {a.qualifier, b.qualifier} == {Qualifier.TOTAL, Qualifier.UNMARKED}:
        return None
    marked = Qualifier.UNMARKED not in (a.qualifier, b.qualifier)
    return Contradiction(
        ContradictionKind.QUALIFIER,
        Severity.HARD if marked else Severity.SOFT,
        a,
        b,
        f"“{a.surface}” ({label(a)}) is {_PARTS[a.qualifier]}, “{b.surface}” ({label(b)}) "
        f"{_PARTS[b.qualifier]}.",
        count_a,
        count_b,
    )


def _denial(mention: Mention) -> str:
    return "denied" if mention.is_negated else "told"


def _of_denials(
    a: Mention, b: Mention, count_a: int, count_b: int, label: Label
) -> Contradiction | None:
    """Return what is denied and told of one time; what is not yet so may be still to come."""
    is_of_one_time = a.phase == b.phase or not _LATER & {a.phase, b.phase}
    if is_update(a, b) or not is_of_one_time:
        return None
    return Contradiction(
        ContradictionKind.MODALITY,
        Severity.HARD if a.phase and b.phase else Severity.SOFT,
        a,
        b,
        f"“{a.surface}” is denied by {label(a)} and told by {label(b)}.",
        count_a,
        count_b,
    )


def _phase(mention: Mention) -> str:
    if mention.predicate in DECISIONS or "promise" in mention.events or mention.is_negated:
        return ""
    return mention.phase


def _of_phases(
    a: Mention, b: Mention, count_a: int, count_b: int, label: Label
) -> Contradiction | None:
    severity = _PHASE_SEVERITY.get(frozenset({a.phase, b.phase}))
    # How many members a body has does not hang on what they are said to do.
    if severity is None or is_update(a, b) or are_members(a, b):
        return None
    one_event = (
        bool(a.events & b.events)
        or a.predicate == b.predicate
        or a.predicate in b.stems
        or b.predicate in a.stems
    )
    if "state" not in (a.phase, b.phase) and not one_event:
        # What is asked for and what is given are two events, each with a time of its own.
        return None
    return Contradiction(
        ContradictionKind.MODALITY,
        severity,
        a,
        b,
        f"By {label(a)}, “{a.surface}” is {_PHASE_WORDS[a.phase]}; by {label(b)}, “{b.surface}” is "
        f"{_PHASE_WORDS[b.phase]}.",
        count_a,
        count_b,
    )
