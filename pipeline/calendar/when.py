"""What an expression of time says, as written, before it is laid on the calendar."""

from dataclasses import dataclass, replace
from enum import Enum

from schemas.dates import Granularity as Unit


class Part(Enum):
    """The part of a period that is meant."""

    START = "start"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"
    EARLIER = "earlier"
    """Of this week, month, year: before the anchor."""
    LATER = "later"
    """After the anchor."""


class Base(Enum):
    """What an offset is counted from."""

    DOCUMENT = "document"
    PREVIOUS = "previous"
    """The date mentioned before."""


class Doubt(Enum):
    """Why the words alone do not settle that an expression is one of time."""

    MONTH_WORD = "month_word"
    WEEKDAY_WORD = "weekday_word"
    SEASON_WORD = "season_word"
    QUARTER_CODE = "quarter_code"
    BARE_YEAR = "bare_year"
    YEAR_RANGE = "year_range"
    DAY_NUMBER = "day_number"
    SHORT_DECADE = "short_decade"
    TODAY_WORD = "today_word"


@dataclass(slots=True, frozen=True)
class Named:
    """A day or a longer unit called by its place in the calendar; what is None is not said."""

    unit: Unit
    year: int | None = None
    """For a decade its first year, for a century its number."""
    number: int | None = None
    """Month of the year, or quarter, half or season."""
    day: int | None = None
    weekday: int | None = None
    direction: int | None = None
    """-1 for "last", 0 for "this", 1 for "next"."""
    either: bool = False
    """Month and day may have been written the other way round."""


@dataclass(slots=True, frozen=True)
class Shifted:
    """So many units before or after a base: the unit as a whole, or the exact day."""

    count: int
    unit: Unit
    exact: bool = False
    base: Base = Base.DOCUMENT


@dataclass(slots=True, frozen=True)
class Within:
    """A date called by name within a year or week told otherwise: "June last year"."""

    inner: Named
    whole: Shifted


@dataclass(slots=True, frozen=True)
class Window:
    """So many units that end, or begin, with the document's day: "the past two weeks"."""

    count: int
    unit: Unit
    direction: int


@dataclass(slots=True, frozen=True)
class PartOf:
    """A part of something longer: "the end of June", "early next week"."""

    part: Part
    whole: "When"


@dataclass(slots=True, frozen=True)
class NthOf:
    """The n-th unit, weekday or `count` units of something longer; -1 is the last."""

    number: int
    unit: Unit
    whole: "When"
    count: int = 1
    weekday: int | None = None


@dataclass(slots=True, frozen=True)
class Containing:
    """The week or weekend that holds a day: "the week of 3 June"."""

    unit: Unit
    inner: Named


@dataclass(slots=True, frozen=True)
class Between:
    """From one date to another, both included."""

    first: "When"
    last: "When"


@dataclass(slots=True, frozen=True)
class Step:
    """So many units after, or before, another date: "three days before 1 May"."""

    count: int
    unit: Unit
    base: "When"


@dataclass(slots=True, frozen=True)
class FromEvent:
    """So many units after, or before, what text[char_start:char_end] tells."""

    count: int
    unit: Unit
    char_start: int
    char_end: int


@dataclass(slots=True, frozen=True)
class Vague:
    """A stretch of time of unknown length or place."""

    unit: Unit


@dataclass(slots=True, frozen=True)
class Recurring:
    """Every such weekday."""


@dataclass(slots=True, frozen=True)
class TimeOfDay:
    """A clock time and nothing about the day."""


When = (
    Named
    | Shifted
    | Within
    | Window
    | PartOf
    | NthOf
    | Containing
    | Between
    | Step
    | FromEvent
    | Vague
    | Recurring
    | TimeOfDay
)


@dataclass(slots=True, frozen=True)
class Clock:
    """A clock time as stated, HH:MM, and its zone."""

    time: str
    zone: str | None = None
    utc_offset_minutes: int | None = None


@dataclass(slots=True, frozen=True)
class Expression:
    """An expression of time in the text, unresolved."""

    when: When
    char_start: int
    char_end: int
    rule_id: str
    doubt: Doubt | None = None
    clock: Clock | None = None
    impossible: bool = False
    """It has the form of a date and there is no such day."""

    def moved(self, char_start: int, rule_id: str | None = None) -> "Expression":
        """Return the same expression beginning elsewhere."""
        return replace(self, char_start=char_start, rule_id=rule_id or self.rule_id)
