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

from pipeline.identity import content_id
from pipeline.link.claims.blocks import Keys, candidate_pairs
from pipeline.link.claims.clusters import clusters
from pipeline.link.claims.contradictions import Label, judge
from pipeline.link.claims.match import Match
from pipeline.link.claims.mention import Mention
from pipeline.link.claims.rows import Claim
from pipeline.link.claims.store import MentionStore
from pipeline.link.claims.witnesses import Passages, Wording, witnesses
from schemas.claims import DIM_CLAIM

PAIRS_AT_ONCE = 50_000
MENTIONS_AT_ONCE = 5_000

Places = npt.NDArray[np.uint32]


@dataclass(slots=True, frozen=True)
class Rules:
    """How mentions of one kind are compared, and by how much the evidence suffices, if it does."""

    compare: Callable[[Mention, Mention], Match]
    excludes: Callable[[Mention, Mention], bool]
    margin: Callable[[Match, Mention, Mention], float | None]


@dataclass(slots=True, frozen=True)
class _Edges:
    """The pairs that match, as columns."""

    strength: npt.NDArray[np.float64]
    a: Places
    b: Places


def claims_of(
    store: MentionStore, keys: Keys, rules: Rules, passages: Passages, label: Label
) -> Iterator[list[Claim]]:
    """Yield the claims that the mentions make, some at a time."""
    edges = _edges(store, keys, rules)
    part_of = _parts(len(store), edges)
    # Edges and mentions part by part; within a part, in the order of their ids.
    by_part = np.argsort(part_of[edges.a], kind="stable")
    sorted_edges = _Edges(edges.strength[by_part], edges.a[by_part], edges.b[by_part])
    part_of_edge = part_of[sorted_edges.a]
    order = np.argsort(part_of, kind="stable")
    for first, last in _portions(part_of[order]):
        places = order[first:last]
        lowest, highest = part_of[places[0]], part_of[places[-1]]
        begin = np.searchsorted(part_of_edge, lowest, side="left")
        end = np.searchsorted(part_of_edge, highest, side="right")
        local = {int(place): index for index, place in enumerate(np.sort(places))}
        yield _claims(
            [store[place] for place in local],
            [
                (strength, local[a], local[b])
                for strength, a, b in zip(
                    sorted_edges.strength[begin:end].tolist(),
                    sorted_edges.a[begin:end].tolist(),
                    sorted_edges.b[begin:end].tolist(),
                    strict=True,
                )
            ],
            rules,
            Wording(passages),
            label,
        )


def _edges(store: MentionStore, keys: Keys, rules: Rules) -> _Edges:
    strengths, first, second = array("d"), array("I"), array("I")
    for pairs in candidate_pairs(keys, store).iter_slices(PAIRS_AT_ONCE):
        mentions = store.load(set(pairs["a"]).union(pairs["b"]))
        for a, b in pairs.iter_rows():
            match = rules.compare(mentions[a], mentions[b])
            strength = rules.margin(match, mentions[a], mentions[b])
            if strength is not None:
                strengths.append(strength)
                first.append(a)
                second.append(b)
    return _Edges(
        np.frombuffer(strengths, dtype=np.float64),
        np.frombuffer(first, dtype=np.uint32),
        np.frombuffer(second, dtype=np.uint32),
    )


def _parts(size: int, edges: _Edges) -> Places:
    """Return, for each mention, the first of those that matches connect it with."""
    parent = list(range(size))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for a, b in zip(edges.a.tolist(), edges.b.tolist(), strict=True):
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    for place in range(size):
        # Parents come before their children, so that theirs is the root by now.
        parent[place] = parent[parent[place]]
    return np.array(parent, dtype=np.uint32)


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
