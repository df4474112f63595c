"""Linking: pairs of mentions are compared, and those of one thing brought together and judged.

Only so many mentions are unpacked at one time. Pairs are taken in the order of the blocks they
met in, so that few mentions are unpacked twice; what a mention is compared with does not depend
on it. Mentions that no match connects never meet, so that each connected part is judged alone.
"""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.identity import content_id
from pipeline.link.claims.clusters import clusters
from pipeline.link.claims.contradictions import Label, judge
from pipeline.link.claims.match import Match
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.rows import Claim
from pipeline.link.claims.scratch import slices
from pipeline.link.claims.store import MentionStore
from pipeline.link.claims.witnesses import Passages, Wording, witnesses
from schemas.claims import DIM_CLAIM

PAIRS_AT_ONCE = 25_000
MENTIONS_AT_ONCE = 5_000

Places = npt.NDArray[np.uint32]
Edges = npt.NDArray[np.void]
_EDGE = np.dtype([("strength", np.float64), ("a", np.uint32), ("b", np.uint32)])
PassagesOf = Callable[[set[str]], Passages]
"""Returns the passages that the paragraphs of some ids share."""


@dataclass(slots=True, frozen=True)
class Rules:
    """How mentions of one kind are compared, and by how much the evidence suffices, if it does."""

    compare: Callable[[Mention, Mention], Match]
    excludes: Callable[[Mention, Mention], bool]
    margin: Callable[[Match, Mention, Mention], float | None]


def claims_of(
    store: MentionStore, pairs: pl.LazyFrame, rules: Rules, passages: PassagesOf, label: Label
) -> Iterator[list[Claim]]:
    """Yield the claims that the mentions make, some at a time, given the pairs to compare."""
    edges = _edges(store, pairs, rules)
    part_of = _parts(len(store), edges)
    # Edges and mentions part by part; within a part, in the order of their ids.
    edges = edges[np.argsort(part_of[edges["a"]], kind="stable")]
    part_of_edge = part_of[edges["a"]]
    order = np.argsort(part_of, kind="stable")
    for first, last in _portions(part_of[order]):
        places = np.sort(order[first:last])
        begin = np.searchsorted(part_of_edge, part_of[order[first]], side="left")
        end = np.searchsorted(part_of_edge, part_of[order[last - 1]], side="right")
        local = edges[begin:end].copy()
        local["a"], local["b"] = (np.searchsorted(places, local[side]) for side in ("a", "b"))
        for some in _grouped(store, places, local, rules):
            wording = Wording(
                passages({one.paragraph_id for members, _ in some for one in members})
            )
            yield [
                Claim(
                    content_id(DIM_CLAIM.name, members[0].mention_id),
                    members,
                    matches,
                    witnesses(members, wording),
                    judge(members, label),
                )
                for members, matches in some
            ]


def _edges(store: MentionStore, pairs: pl.LazyFrame, rules: Rules) -> Edges:
    """Return the pairs that match."""
    edges = [np.empty(0, dtype=_EDGE)]
    for some in slices(pairs, PAIRS_AT_ONCE):
        mentions = store.load(set(some["a"]).union(some["b"]))
        matching = []
        for a, b in some.iter_rows():
            match = rules.compare(mentions[a], mentions[b])
            strength = rules.margin(match, mentions[a], mentions[b])
            if strength is not None:
                matching.append((strength, a, b))
        edges.append(np.array(matching, dtype=_EDGE))
    return np.concatenate(edges)


def _parts(size: int, edges: Edges) -> Places:
    """Return, for each mention, the first of those that matches connect it with."""
    parent = array("I", range(size))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for _, a, b in _each(edges):
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    for place in range(size):
        # Parents come before their children, so that theirs is the root by now.
        parent[place] = parent[parent[place]]
    return np.frombuffer(parent, dtype=np.uint32)


def _each(edges: Edges) -> Iterator[tuple[float, int, int]]:
    """Yield the edges one by one, few at a time of which take the room of Python's numbers."""
    for some in np.array_split(edges, 1 + len(edges) // PAIRS_AT_ONCE):
        yield from some.tolist()


def _portions(parts: Places) -> Iterator[tuple[int, int]]:
    """Yield slices of mentions sorted by part: whole parts, with about so many mentions."""
    begins = np.flatnonzero(np.r_[True, parts[1:] != parts[:-1]]) if len(parts) else parts
    first = 0
    for begin in [*begins[1:].tolist(), len(parts)]:
        if begin - first >= MENTIONS_AT_ONCE or begin == len(parts) > first:
            yield first, begin
            first = begin


def _grouped(
    store: MentionStore, places: npt.NDArray[Any], edges: Edges, rules: Rules
) -> Iterator[list[tuple[list[Mention], dict[str, Match]]]]:
    """Yield groups of mentions that tell of one thing, some at a time, with their best matches.

    Edges give mentions by their index in `places`. One part may hold far more mentions than fit
    into memory: only those looked at last are at hand.
    """

    @lru_cache(maxsize=2 * MENTIONS_AT_ONCE)
    def at(index: int) -> Mention:
        return store[int(places[index])]

    strongest = edges[np.lexsort((edges["b"], edges["a"], -edges["strength"]))]
    groups = clusters(
        len(places),
        ((a, b) for _, a, b in _each(strongest)),
        lambda a, b: rules.excludes(at(a), at(b)),
    )
    best = _best(groups, edges)
    for some in _batches(groups):
        yield [
            (
                [at(index) for index in group],
                # The reasons of the best match alone are told, so they alone are kept.
                {
                    at(index).mention_id: rules.compare(at(index), at(best[index]))
                    for index in group
                    if index in best
                },
            )
            for group in some
        ]


def _best(groups: list[list[int]], edges: Edges) -> dict[int, int]:
    """Return with which of its own group each mention matches best, where it matches any."""
    group_of = np.empty(sum(map(len, groups)), dtype=np.uint32)
    for number, group in enumerate(groups):
        group_of[group] = number
    within = edges[group_of[edges["a"]] == group_of[edges["b"]]]
    one = np.concatenate([within["a"], within["b"]])
    other = np.concatenate([within["b"], within["a"]])
    order = np.lexsort((other, np.tile(within["strength"], 2), one))
    # Of each one's, the last is the best, and the last to be kept.
    return dict(zip(one[order].tolist(), other[order].tolist(), strict=True))


def _batches(groups: list[list[int]]) -> Iterator[list[list[int]]]:
    """Yield the groups, some at a time, with about so many mentions."""
    some: list[list[int]] = []
    size = 0
    for group in groups:
        some.append(group)
        size += len(group)
        if size >= MENTIONS_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some
