"""Linking: pairs of mentions are compared, and those of one thing brought together and judged.

Only so many mentions are unpacked at one time. Pairs are taken in the order of the blocks they
met in, so that few mentions are unpacked twice; what a mention is compared with does not depend
on it. Mentions that no match connects never meet, so that each connected part is judged alone.
"""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass

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

PAIRS_AT_ONCE = 50_000
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
        places = np.sort(order[first:last]).tolist()
        lowest, highest = part_of[order[first]], part_of[order[last - 1]]
        begin = np.searchsorted(part_of_edge, lowest, side="left")
        end = np.searchsorted(part_of_edge, highest, side="right")
        local = {place: index for index, place in enumerate(places)}
        mentions = list(store.load(places).values())
        yield _claims(
            mentions,
            [(strength, local[a], local[b]) for strength, a, b in edges[begin:end].tolist()],
            rules,
            Wording(passages({one.paragraph_id for one in mentions})),
            label,
        )


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

    for some in np.array_split(edges, 1 + len(edges) // PAIRS_AT_ONCE):
        for _, a, b in some.tolist():
            first, second = sorted((root(a), root(b)))
            parent[second] = first
    for place in range(size):
        # Parents come before their children, so that theirs is the root by now.
        parent[place] = parent[parent[place]]
    return np.frombuffer(parent, dtype=np.uint32)


def _portions(parts: Places) -> Iterator[tuple[int, int]]:
    """Yield slices of mentions sorted by part: whole parts, with about so many mentions."""
    begins = np.flatnonzero(np.r_[True, parts[1:] != parts[:-1]]) if len(parts) else parts
    first = 0
    for begin in [*begins[1:].tolist(), len(parts)]:
        if begin - first >= MENTIONS_AT_ONCE or begin == len(parts) > first:
            yield first, begin
            first = begin


def _claims(
    mentions: list[Mention],
    edges: list[tuple[float, int, int]],
    rules: Rules,
    wording: Wording,
    label: Label,
) -> list[Claim]:
    """Return the claims that mentions make, given the pairs among them that match."""
    groups = clusters(
        len(mentions),
        edges,
        lambda a, b: rules.excludes(mentions[a], mentions[b]),
        [one.mention_id for one in mentions],
    )
    group_of = {place: number for number, group in enumerate(groups) for place in group}
    best: dict[int, tuple[float, int]] = {}
    for strength, a, b in edges:
        if group_of[a] != group_of[b]:
            continue
        for one, other in ((a, b), (b, a)):
            if one not in best or (strength, other) > best[one]:
                best[one] = strength, other
    result = []
    for group in groups:
        members = [mentions[place] for place in group]
        # The reasons of the best match alone are told, so they alone are kept.
        matches = {
            mentions[place].mention_id: rules.compare(mentions[place], mentions[best[place][1]])
            for place in group
            if place in best
        }
        result.append(
            Claim(
                content_id(DIM_CLAIM.name, members[0].mention_id),
                members,
                matches,
                witnesses(members, wording),
                judge(members, label),
            )
        )
    return result
