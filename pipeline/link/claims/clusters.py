"""Clusters: mentions brought together into claims by the pairs that match.

The strongest pairs are joined first. Two groups join only when no member of one is ruled out as
speaking of the same thing as a member of the other, so that a chain of near matches cannot tie
soldiers to refugees. Nothing depends on the order in which mentions or pairs arrive.
"""

from collections.abc import Callable, Iterable, Sequence

_CHECKED = 12
"""Members of each group that are checked against the other's: enough, and bounded."""

Edge = tuple[float, int, int]


def clusters(
    size: int, edges: Iterable[Edge], excludes: Callable[[int, int], bool], rank: Sequence[str]
) -> list[list[int]]:
    """Return the groups of 0..size-1, each sorted by `rank`, in order of their first members.

    `edges` are (strength, a, b); `excludes(a, b)` says that two can never be in one group.
    """
    group_of: list[list[int]] = [[index] for index in range(size)]
    ordered = sorted(
        edges, key=lambda one: (-round(one[0], 6), *sorted((rank[one[1]], rank[one[2]])))
    )
    for _, a, b in ordered:
        first, second = group_of[a], group_of[b]
        if first is second:
            continue
        if any(excludes(x, y) for x in first[:_CHECKED] for y in second[:_CHECKED]):
            continue
        if len(first) < len(second):
            first, second = second, first
        first += second
        first.sort(key=lambda one: rank[one])
        for one in second:
            group_of[one] = first
    unique = {id(group): group for group in group_of}
    return sorted(unique.values(), key=lambda group: rank[group[0]])
