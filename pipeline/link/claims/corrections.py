"""Corrections: numbers that a text takes back, and what it puts in their place.

"Correcting an earlier figure of 12", "not 12, as reported", "revised down from 14": such a
number is of the same thing as the one that replaces it, whatever its own words say of that. A
number that nothing in its text replaces is not taken back.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.link.claims.mention import Mention
from pipeline.link.claims.values import values_agree
from pipeline.link.claims.vetoes import kin
from pipeline.link.claims.witnesses import chronological

_NEAR = 90
"""Code points before a number in which words may take it back."""
_TOLD = (
    r"(?:figures?|counts?|numbers?|tolls?|tall(?:y|ies)|totals?|estimates?|forecasts?|"
    r"projections?|reports?|statements?|versions?|announcements?|outlook)"
)
_EARLIER = r"(?:earlier|previous|initial|prior|original|preliminary)"
_REPORTED = (
    r"(?:reported|said|stated|announced|given|put|estimated|thought|believed|feared|"
    r"claimed|published|printed)"
)
_BEFORE = re.compile(
    rf"\b(?:correct(?:s|ed|ing)|{_EARLIER}) (?:(?!in |on |this )\w+ ){{0,3}}{_TOLD} "
    r"(?:[\w’']+ ){0,7}$"
    rf"|\b(?:previously|earlier|initially|originally|wrongly|mistakenly) {_REPORTED} "
    r"(?:[\w’']+ ){0,6}$"
    r"|\b(?:revis|correct)(?:es|ed|ing|s) (?:[\w’']+ ){0,6}from (?:the |an? )?(?:[\w’']+ )?$"
    r"|\b(?:revis|correct|lower|rais|cut|trimm|reduc|slash|increas|hik|upgrad|downgrad)"
    r"(?:es|e|s|ed|ing|ting)? "
    r"(?:[\w’']+ ){0,3}(?:estimate|forecast|projection|outlook|count|figure) "
    r"(?:[\w’'%$€£.,]+ ){0,12}from (?:the |an? )?$",
    re.IGNORECASE,
)
# Without one of these no number is taken back: most sentences are let go at once.
_CUE = re.compile(
    r"not |orrect|evis|arli|revious|nitial|rior|rigin|relimin|rongly|mistake|irst|ower|rais|cut|"
    r"trim|educ|slash|ncreas|hik|grad|before"
)
_DENIED = re.compile(r"(?:[,–—-] ?|\band )not (?:the )?$")
_NOT = re.compile(r"\bnot (?:the )?$")
_BUT = re.compile(r",? but\b(?! also)")
_AFTER = re.compile(
    rf"[\w’' ]{{0,24}}?,? (?:as )?(?:was |were |had been )?"
    rf"(?:(?:previously|earlier|first|initially|originally|wrongly|mistakenly) {_REPORTED}"
    rf"|{_REPORTED} (?:previously|earlier|at first|initially|originally|before))\b",
    re.IGNORECASE,
)
_IN_COMMON = 2
"""Stems that a number taken back in a sentence of its own shares with the one in its place."""
_BESIDE = 200
"""Code points from a number that is taken back, within which another may be told in its place."""
_FAR_APART = 10
"""A number that says neither what it counts nor its unit stands for none this many times it."""
# What a number is in itself; everything else it has from what stands in its place.
_OWN = (
    *("mention_id", "paragraph_id", "sentence_id", "char_start", "char_end", "surface"),
    *("written", "is_exact", "comparator", "is_vague", "sentence"),
)


def is_withdrawn(before: str, after: str) -> bool:
    """Return whether the words before and after a number take it back.

    >>> is_withdrawn("It lost nine boats, not ", ", as it had said.")
    True
    >>> is_withdrawn("The count was cut, correcting an earlier figure of ", ".")
    True
    >>> is_withdrawn("It lost ", " boats.")
    False
    """
    near = before[-_NEAR:]
    if not _CUE.search(near) and not _CUE.search(after, 0, _NEAR):
        return False
    if _NOT.search(near) and (_DENIED.search(near) or _BUT.match(after)):
        return True
    return bool(_BEFORE.search(near) or _AFTER.match(after))


def with_corrections(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the figures of some documents, those taken back tied to what replaces them.

    What nothing replaces is left as it is, and not taken back.
    """
    found = list(mentions)
    stories: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        stories[one.story_id].append(place)
    for place, one in enumerate(found):
        if not one.is_withdrawn:
            continue
        instead = _instead(one, [found[other] for other in stories[one.story_id]])
        if instead is None:
            one.is_withdrawn = False
            continue
        instead.correction = instead.mention_id
        own = {name: getattr(one, name) for name in _OWN}
        factor = _factor(one, instead)
        found[place] = replace(
            instead,
            **own,
            value=None if one.value is None else one.value * factor,
            low=one.low * factor,
            high=one.high * factor,
            is_withdrawn=True,
            sources=instead.sources | one.sources,
            stems=instead.stems | one.stems,
        )
    return found


@dataclass(slots=True, frozen=True)
class Correction:
    """A number taken back, what stands in its place, and whoever is corrected by that."""

    withdrawn: Mention
    instead: Mention
    superseded: list[Mention]
    """What its source had given before, in order of time; last what is taken back."""


def corrections(mentions: Sequence[Mention]) -> list[Correction]:
    """Return the corrections among the mentions of a claim.

    What somebody else had given stands: only its own publisher or speaker takes it back.
    """
    ordered = chronological(mentions)
    instead = {one.correction: one for one in ordered if one.correction and not one.is_withdrawn}
    return [
        Correction(
            one,
            instead[one.correction],
            [other for other in ordered if _is_superseded(other, one)] + [one],
        )
        for one in ordered
        if one.is_withdrawn and one.correction in instead
    ]


def _is_superseded(other: Mention, withdrawn: Mention) -> bool:
    is_own = other.publisher == withdrawn.publisher or bool(other.sources & withdrawn.sources)
    is_later = bool(
        other.published and withdrawn.published and other.published > withdrawn.published
    )
    return is_own and not is_later and not other.is_withdrawn and values_agree(other, withdrawn)


def _factor(one: Mention, instead: Mention) -> float:
    """Return what turns a number into the unit of what stands in its place, if it names none."""
    if one.dimension != instead.dimension and instead.value and instead.written:
        return instead.value / instead.written
    return 1.0


def _instead(one: Mention, story: Sequence[Mention]) -> Mention | None:
    """Return what the story puts in the place of a number that it takes back: the nearest."""
    fit = [
        other
        for other in story
        if not other.is_withdrawn and _may_replace(other, one) and not values_agree(one, other)
    ]
    near = [other for other in fit if other.sentence_id == one.sentence_id] or [
        other
        for other in fit
        if len(one.stems & other.stems) >= _IN_COMMON
        or abs(other.char_start - one.char_start) < _BESIDE
    ]
    return min(
        near,
        key=lambda other: (
            -len(one.stems & other.stems) if other.sentence_id != one.sentence_id else 0,
            abs(other.char_start - one.char_start),
            other.char_start,
        ),
        default=None,
    )


def _may_replace(other: Mention, one: Mention) -> bool:
    """Return whether units and nouns of two numbers allow the first to replace the second."""
    if one.dimension == "count" and not one.noun and one.written and other.written:
        smaller, larger = sorted((abs(one.written), abs(other.written)))
        return larger < _FAR_APART * smaller
    if other.dimension != one.dimension:
        return False
    return not one.noun or not other.noun or one.noun == other.noun or kin(one, other)
