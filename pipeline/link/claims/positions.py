"""Positions: the values that a claim's mentions take, and which of them stand against which."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from pipeline.link.claims.mention import Mention
from pipeline.link.claims.updates import is_update
from pipeline.link.claims.values import values_agree
from pipeline.link.claims.witnesses import chronological
from schemas.claims import ClaimKind

SHOWN = 25
"""Mentions of a position that are looked at for the pair to show."""
_ALL_COMPARED = 12
"""Positions of one claim of which each is compared with each."""


def rivals(positions: list[list[Mention]]) -> Iterator[tuple[list[Mention], list[Mention]]]:
    """Yield the pairs of positions to compare: all, or of very many each with the most told.

    Nobody reads how each of hundreds of values differs from each.
    """
    most = max(map(len, positions), default=0)
    leading = next((one for one in positions if len(one) == most), None)
    for first, second in combinations(positions, 2):
        if len(positions) <= _ALL_COMPARED or first is leading or second is leading:
            yield first, second


def may_both_hold(a: Mention, b: Mention) -> bool:
    """Return whether one value lies within what the other, taken by the letter, leaves open."""
    if a.kind == ClaimKind.DATE or a.value is None or b.value is None:
        return False
    return any(
        (one.comparator in ("ge", "gt") and other.value >= one.value)
        or (one.comparator in ("le", "lt") and other.value <= one.value)
        for one, other in ((a, b), (b, a))
        if one.value is not None and other.value is not None
    )


def positions_of(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions grouped by value: each group's agree with its most exact member."""

    def precision(one: Mention) -> tuple[bool, float, float, float, str]:
        return (one.value is None, one.high - one.low, one.low, one.high, one.mention_id)

    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=precision):
        for group in groups:
            if _agree(group[0], mention):
                group.append(mention)
                break
        else:
            groups.append([mention])
    return sorted(groups, key=lambda group: (group[0].low, group[0].high))


def _agree(a: Mention, b: Mention) -> bool:
    if a.kind == ClaimKind.DATE:
        return max(a.low, b.low) <= min(a.high, b.high)
    return values_agree(a, b)


def closest(first: list[Mention], second: list[Mention]) -> tuple[Mention, Mention] | None:
    """Return the earliest pair that speaks of one time, or None when all pairs are updates.

    "Thousands" disputes little, so that numbers are shown before magnitudes.
    """
    sides = [
        sorted(chronological(side)[:SHOWN], key=lambda one: one.is_vague)
        for side in (first, second)
    ]
    for a, b in product(*sides):
        if not is_update(a, b):
            return a, b
    return None
