"""Ranges: two numbers that together give one quantity's bounds, or dollars and cents."""

import re
from dataclasses import replace
from typing import Final

from pipeline.extract.figures.numbers.atoms import scaled
from pipeline.extract.figures.quantities.comparators import comparator_before
from pipeline.extract.figures.quantities.drafts import Draft
from pipeline.extract.figures.quantities.movements import DECREASES, INCREASES

_DASH: Final = frozenset(("-", "–", "—", "‑", " – ", " - ", "−", " — ", "~"))
_OR: Final = frozenset((" or ", "-or-", " or even ", "- or "))
# "More than 40 but fewer than 60", "at least 5 and at most 8": a bound on each side.
_OTHER_BOUND = re.compile(r",?(?: and| but) (?:also )?([a-z ]+?) $", re.IGNORECASE)
_KINDS: Final = frozenset(("cardinal", "fraction"))
_AND = re.compile(r" and (?:about |around |roughly |as many as |up to )?")
_TO = re.compile(
    r"(?:-to-|- to | to -?| to-|-to | through | up to | until | till )"
    r"(?:as (?:much|many|high) as |about |around |nearly |more than |almost |over |up to |"
    r"roughly )?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|between|ranging|anywhere from|range of|aged)[ ]"
    r"(?:about |around |up to |as (?:low|little|few) as |"
    r"approximately |roughly |some |a |an |the |ages? |of )*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:between|anywhere between)[ ](?:about |around |roughly |some |an? |the |ages? |of )*$",
    re.IGNORECASE,
)
_CLAUSE_TO = re.compile(
    r" to (?:about |around |nearly |more than |over |just |as (?:much|many|high) as )?$"
)
_STOP = re.compile(r"[;!?]|\.\s|, (?:and|but|while) ")
_MAX_CLAUSE = 60
# Bounds of one change lie nearer: "rose by 2 to 5 percent", but "rose by 2 to 84".
_LEVEL = 5


def joins(text: str, left: Draft, right: Draft, first: int, is_next: bool) -> str | None:
    """Return the rule that makes two drafts one, or None.

    `is_next` says that no other number stands between them.
    """
    if left.is_range or right.is_range or left.value is None or right.value is None:
        return None
    if left.numeral.kind not in _KINDS or right.numeral.kind not in _KINDS:
        return None
    gap = text[left.end : right.start]
    if is_next and gap in (" ", " and ") and _are_cents(left, right):
        return "sum:cents"
    if not _same_unit(left, right):
        return None
    if len(gap) > _MAX_CLAUSE:
        return None
    before = text[max(first, left.start - 32) : left.start]
    opened = _FROM.search(before) is not None
    ascending = _scaled_left(left, right) <= right.value
    if not is_next:
        if opened and _CLAUSE_TO.search(gap) and not _STOP.search(gap):
            return "range:from-to-clause"
        return None
    if gap in _DASH:
        return "range:dash" if ascending and left.value != right.value else None
    if _TO.fullmatch(gap):
        if _moved_by(before) and abs(right.value) > _LEVEL * abs(_scaled_left(left, right)):
            return None
        return "range:to" if opened or (ascending and _goes_to(left, right, before)) else None
    if _AND.fullmatch(gap):
        return "range:between" if _BETWEEN.search(before) else None
    if gap in _OR:
        return "range:or" if _are_alternatives(left, right, gap) else None
    if _bounded(text, left, right, first, gap):
        return "range:two bounds"
    if opened and _CLAUSE_TO.search(gap) and not _STOP.search(gap):
        return "range:from-to-clause"
    return None


def _goes_to(left: Draft, right: Draft, before: str) -> bool:
    """Tell whether "to" leads from a lower bound to an upper without a "from" that says so."""
    if left.unit is not None and right.unit is not None:
        return not _moved(before)  # "fell 4p to 90p" tells by how much, then where to
    return left.unit is None or left.has_sign or right.unit is not None


def _are_alternatives(left: Draft, right: Draft, gap: str) -> bool:
    """Tell whether two numbers are written alike and near enough to be one guess: "5 or 6"."""
    least, most = _scaled_left(left, right), right.value or 0.0
    close = least < most <= max(least + 10, least * 2)
    alike = left.numeral.is_digits == right.numeral.is_digits
    plain = left.unit is None and not left.is_hyphenated
    return close and alike and plain and (gap != "- or " or right.is_hyphenated)


def _bounded(text: str, left: Draft, right: Draft, first: int, gap: str) -> bool:
    """Tell whether one number is the lower bound of a quantity and the other the upper."""
    match = _OTHER_BOUND.fullmatch(gap)
    if match is None:
        return False
    left_cue = comparator_before(text, left.start, first)
    right_cue = comparator_before(text, right.start, left.end)
    if left_cue is None or right_cue is None or right_cue.start > left.end + match.start(1):
        return False
    sides = (left_cue.comparator[0], right_cue.comparator[0])
    ascending = _scaled_left(left, right) < (right.value or 0.0)
    return sides == ("g", "l") if ascending else sides == ("l", "g")


def _moved(before: str) -> bool:
    """Tell whether the last word before a number is of a movement."""
    word = before.rstrip().rsplit(" ", 1)[-1].lower()
    return before.endswith(" ") and (word in INCREASES or word in DECREASES)


def _moved_by(before: str) -> bool:
    """Tell whether a number says by how much something moved: "rose by 30 to 400"."""
    return before.endswith(" by ") and _moved(before[: -len("by ")])


def _are_cents(left: Draft, right: Draft) -> bool:
    """Tell whether the right amount is the small change of the left: "3 dollars 50 cents"."""
    if left.unit is None or right.unit is None or not left.is_currency:
        return False
    change = right.unit.code == f"{left.unit.code}/100" and not right.has_sign
    return change and left.numeral.decimals == 0 and 0 < (right.value or 0.0) < 100


def _same_unit(left: Draft, right: Draft) -> bool:
    if left.unit is None or right.unit is None:
        return not (left.has_sign and right.unit is not None and not right.is_currency)
    if left.unit.kind != right.unit.kind:
        return False
    return left.unit.name == right.unit.name or left.is_currency


def shares_scale(left: Draft, right: Draft) -> bool:
    """Tell whether the right number's scale word serves the left one too.

    "four to five thousand" and "$20 to $35 billion" share; "$700 to $9 million" does not.
    """
    if right.numeral.scale <= 1 or left.numeral.scale > 1 or left.value is None:
        return False
    if left.numeral.is_grouped:
        return False
    mantissa = abs(right.value or 0.0) / right.numeral.scale
    return abs(left.value) <= mantissa or (left.value < 1000 and left.unit is None and mantissa > 1
                                           and abs(left.value) < mantissa * 2)  # fmt: skip


def _scaled_left(left: Draft, right: Draft) -> float:
    value = left.value or 0.0
    return scaled(value, right.numeral.scale) if shares_scale(left, right) else value


def join(left: Draft, right: Draft, rule: str) -> Draft:
    """Return the range or sum of two drafts, spans from the first to the last character."""
    if rule == "sum:cents":
        value = (left.value or 0.0) + (right.value or 0.0) / 100
        steps = [*left.steps, *right.steps, rule]
        return replace(left, end=right.end, number_end=right.number_end, value=value, steps=steps)
    low, high = _scaled_left(left, right), right.value or 0.0
    steps = [*left.steps, *right.steps, rule]
    if shares_scale(left, right):
        steps.append("range:shared scale")
    if low > high:
        low, high = high, low
        steps.append("range:reversed")
    unit = right.unit or left.unit
    if left.unit is not None and right.unit is not None and right.unit.rate is None:
        unit = left.unit if left.unit.rate else right.unit
    return Draft(
        left.numeral,
        left.start,
        right.end,
        left.number_start,
        right.number_end,
        None,
        low,
        high,
        unit=unit,
        has_sign=left.has_sign or right.has_sign,
        is_hyphenated=right.is_hyphenated,
        is_range=True,
        upper=right.numeral,
        is_multiple=right.is_multiple,
        steps=steps,
        rule="range",
    )
