"""Clusters: mentions brought together into claims by the pairs that match.

The strongest pairs are joined first. Two groups join only when no member of one is ruled out as
speaking of the same thing as a member of the other, so that a chain of near matches cannot tie
soldiers to refugees. Nothing depends on the order in which mentions or pairs arrive.
"""

from collections.abc import Callable, Iterable

_CHECKED = 12
"""Members of each group that are checked against the other's: enough, and bounded."""


def clusters(
    size: int, pairs: Iterable[tuple[int, int]], excludes: Callable[[int, int], bool]
) -> list[list[int]]:
    """Return the groups of 0..size-1, each sorted, in order of their first members.

    `pairs` are what matches, the strongest first; `excludes(a, b)` says that two can never be in
    one group.
    """
    group_of: list[list[int]] = [[index] for index in range(size)]
    for a, b in pairs:
        first, second = group_of[a], group_of[b]
        if first is second:
            continue
        if any(excludes(x, y) for x in first[:_CHECKED] for y in second[:_CHECKED]):
            continue
        if len(first) < len(second):
            first, second = second, first
        first += second
        first.sort()
        for one in second:
            group_of[one] = first
    unique = {id(group): group for group in group_of}
    return sorted(unique.values(), key=lambda group: group[0])
