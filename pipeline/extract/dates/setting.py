"""What an expression may be counted from, and what comes of it."""

import datetime as dt
from dataclasses import dataclass

from pipeline.calendar.period import Period
from pipeline.calendar.when import (
    Between,
    Containing,
    Named,
    NthOf,
    Part,
    PartOf,
    Shifted,
    TimeOfDay,
    Vague,
    When,
    Window,
    Within,
)
from pipeline.extract.dates.tense import Tense
from schemas.dates import DateBasis, UnresolvedReason
from schemas.dates import Granularity as Unit


@dataclass(slots=True, frozen=True)
class Setting:
    """What an expression may be counted from, and how its clause lies in time."""

    anchor: dt.date | None
    """The document's date, or the stated date nearest to the expression."""
    anchor_basis: DateBasis
    previous: Period | None = None
    """What was mentioned before in the same paragraph."""
    direct: Tense = Tense.NONE
    clause: Tense = Tense.NONE
    is_day_first: bool | None = None
    """Order of day and month in this document's numeric dates, where it shows."""
    event: dt.date | None = None
    """The day of the event that the expression is counted from."""


@dataclass(slots=True, frozen=True)
class Resolved:
    """The days meant, or why they are not known."""

    period: Period | None
    granularity: Unit
    basis: DateBasis
    anchor: dt.date | None = None
    reason: UnresolvedReason | None = None
    is_ambiguous: bool = False
    is_approximate: bool = False


def granularity_of(when: When) -> Unit:
    """Return the width that the words alone give."""
    match when:
        case Named(unit=unit) | Vague(unit=unit) | NthOf(unit=unit) | Containing(unit=unit):
            return unit
        case Within(inner=inner):
            return inner.unit
        case Shifted(unit=unit, exact=exact):
            return Unit.DAY if exact else unit
        case PartOf(part=part, whole=whole):
            return Unit.DAY if part in (Part.START, Part.END) else granularity_of(whole)
        case Window() | Between():
            return Unit.RANGE
        case TimeOfDay():
            return Unit.TIME
    return Unit.DAY


def unresolved(when: When, basis: DateBasis, reason: UnresolvedReason) -> Resolved:
    """Return that the days are not known, and why."""
    return Resolved(None, granularity_of(when), basis, reason=reason)


def no_anchor(when: When, basis: DateBasis) -> Resolved:
    """Return that there is no date to count from."""
    return unresolved(when, basis, UnresolvedReason.NO_DOCUMENT_DATE)
