"""Sameness of dates: whether two of them are told of one event, by what begins or ends on them."""

from pipeline.link.claims.match import Match, margin_over
from pipeline.link.claims.mention import Mention

_NEAR_BOUNDARIES = (
    frozenset({"until", "by"}),
    frozenset({"at", "since"}),
    frozenset({"at", "by"}),
)

_ALIKE = 3
"""Words and names in common from which on it counts how large a part of the clauses they are."""


def veto_dates(a: Mention, b: Mention) -> str | None:
    """Return what settles that two dates are of different events, or None."""
    boundaries = frozenset({a.dimension, b.dimension})
    if len(boundaries) > 1 and boundaries not in _NEAR_BOUNDARIES:
        return f"{a.dimension} against {b.dimension}"
    if a.sentence_id == b.sentence_id:
        return "one sentence gives both"
    if max(a.low, b.low) > min(a.high, b.high) and a.item_id == b.item_id:
        return "one document gives both"
    return None


def match_dates(a: Mention, b: Mention) -> Match:
    """Return how two dates compare: by what begins, ends or happens on them."""
    gap = max(a.low, b.low) - min(a.high, b.high)
    # Days between the two; the last of a month and the first of the next are neighbours.
    agree = gap <= 0
    match = Match(values_agree=agree)
    match.veto = veto_dates(a, b)
    if match.veto:
        return match
    if a.dimension == b.dimension and a.dimension != "at":
        match.add(1.0, "both {}", a.dimension)
    if agree:
        width = min(a.high - a.low, b.high - b.low)
        match.add(1.5 if width == 0 else 1.0 if width < 32 else 0.5, "dates agree")
    elif gap <= 1 and a.granularity != b.granularity:
        match.add(0.75, "dates meet within their precision")
    shared = a.stems & b.stems
    if shared:
        match.add(min(3.5, 0.7 * len(shared)), "words in common: {}", shared)
    entities = a.around & b.around
    told = len(shared) + len(entities)
    if not agree and a.dimension == b.dimension != "at" and told >= _ALIKE:
        smaller = min(len(one.stems | one.around) for one in (a, b))
        match.add(1.5 * told / smaller, "{} of {} words and names in common", told, smaller)
    if entities:
        match.add(min(2.0, 0.6 * len(entities)), "{} entities in common", len(entities))
    elif a.around and b.around:
        # A name that one text spells out and the other leaves out is none against.
        match.add(-1.0 if len(shared) < 4 else -0.25, "other entities")
    return match


def date_margin(match: Match, a: Mention, b: Mention) -> float | None:
    """Return by how much the evidence exceeds what is asked of two dates of one event, or None."""
    if match.values_agree:
        return margin_over(match, 4.2)
    # On a day of its own many things happen; a term has one end.
    return margin_over(match, 4.2 if a.dimension == b.dimension != "at" else 6.0)
