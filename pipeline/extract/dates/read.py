"""The reader of date mentions: every used sentence in order, then what points at events."""

import bisect
import datetime as dt
import re
from dataclasses import dataclass, field, replace

from pipeline.calendar.grammar import read_expressions
from pipeline.calendar.period import OutOfCalendarError, Period, make_date
from pipeline.calendar.when import Expression, FromEvent, Named
from pipeline.document import AnalysedDocument, PassedOver, Sentence
from pipeline.extract.dates.events import DatedEvents
from pipeline.extract.dates.evidence import Evidence
from pipeline.extract.dates.mention import DateMention
from pipeline.extract.dates.resolve import Resolved, Setting, resolve
from pipeline.extract.dates.tense import Tense, tense_at
from schemas.dates import DateBasis, DatePassedOver
from schemas.dates import Granularity as Unit

NAME = "dates"
VERSION = "1"

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_AND = frozenset({"and", "or", ",", "&", "to", "-", "–"})


@dataclass(slots=True)
class _Taken:
    """An expression accepted as one of time, with its sentence."""

    expression: Expression
    sentence: Sentence
    mention: DateMention | None = field(default=None)


def read_dates(document: AnalysedDocument) -> tuple[list[DateMention], list[PassedOver]]:
    """Return every expression of time in used text, in order, and what only looked like one.

    A relative one is counted from the document's date or, failing that, from the nearest day
    that the text states together with its weekday; text that is not used counts for that.
    """
    taken, rejects = _expressions(document)
    stated = _stated_days(document, taken)
    is_day_first = _day_first_order(document.text, taken)
    previous: Period | None = None
    paragraph = -1
    told: Named | None = None
    for index, one in enumerate(taken):
        if one.sentence.paragraph != paragraph:
            paragraph, previous = one.sentence.paragraph, None
        if index == 0 or taken[index - 1].sentence is not one.sentence:
            told = None
        if isinstance(one.expression.when, FromEvent):
            continue
        setting = _setting(
            document,
            one.expression,
            stated,
            previous=previous,
            told=told,
            is_day_first=is_day_first,
        )
        resolved = resolve(one.expression.when, setting)
        one.mention = _mention(one.expression, resolved)
        if resolved.period is not None and resolved.granularity is not Unit.CENTURY:
            previous = resolved.period
        when = one.expression.when
        if isinstance(when, Named) and when.year and when.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR):
            told = when
    _resolve_events(document, taken)
    return [one.mention for one in taken if one.mention is not None], rejects


def _expressions(document: AnalysedDocument) -> tuple[list[_Taken], list[PassedOver]]:
    taken: list[_Taken] = []
    rejects: list[PassedOver] = []
    evidence = Evidence(document)
    for sentence in document.used_sentences:
        expressions = read_expressions(document.text, sentence.char_start, sentence.char_end)
        if not expressions:
            continue
        expressions = _outside_addresses(document.text, sentence, expressions)
        kept: list[Expression] = []
        for expression in _with_shared_years(document.text, expressions):
            reason = (
                DatePassedOver.IMPOSSIBLE_DATE
                if expression.impossible
                else evidence.against(sentence, expression, kept[-1] if kept else None)
            )
            if reason is None:
                kept.append(expression)
            else:
                rejects.append(
                    PassedOver(
                        reason, expression.char_start, expression.char_end, expression.rule_id
                    )
                )
        taken += [_Taken(expression, sentence) for expression in kept]
    return taken, rejects


def _outside_addresses(
    text: str, sentence: Sentence, expressions: list[Expression]
) -> list[Expression]:
    """Return the expressions that are not part of a web address."""
    addresses = [
        match.span() for match in _ADDRESS.finditer(text, sentence.char_start, sentence.char_end)
    ]
    if not addresses:
        return expressions
    return [
        one
        for one in expressions
        if not any(first <= one.char_start < last for first, last in addresses)
    ]


def _with_shared_years(text: str, expressions: list[Expression]) -> list[Expression]:
    """Return the expressions, the year of a list's last member given to those before it.

    "In March and April 2020" names two months of 2020.
    """
    out = list(expressions)
    for index in range(len(out) - 2, -1, -1):
        one, following = out[index], out[index + 1]
        if (
            isinstance(one.when, Named)
            and isinstance(following.when, Named)
            and one.when.unit is following.when.unit
            and one.when.number is not None
            and one.when.year is None
            and following.when.year is not None
            and (following.when.number or 0) > one.when.number
            and text[one.char_end : following.char_start].strip().lower() in _AND
        ):
            out[index] = replace(one, when=replace(one.when, year=following.when.year))
    return out


class _StatedDays:
    """Days that the text states together with their weekday, by place."""

    def __init__(self, days: list[tuple[int, dt.date]]) -> None:
        self._places = [place for place, _ in sorted(days)]
        self._days = [day for _, day in sorted(days)]

    def nearest(self, char: int) -> dt.date | None:
        """Return the day stated nearest to the place, of two equally near the one before it."""
        if not self._places:
            return None
        after = bisect.bisect_right(self._places, char)
        around = [index for index in (after - 1, after) if 0 <= index < len(self._places)]
        return self._days[min(around, key=lambda index: abs(self._places[index] - char))]


def _stated_days(document: AnalysedDocument, taken: list[_Taken]) -> _StatedDays:
    if document.document.published_date is not None:
        return _StatedDays([])
    expressions = [one.expression for one in taken]
    for paragraph in document.paragraphs:
        if not paragraph.is_used:
            expressions += read_expressions(document.text, paragraph.char_start, paragraph.char_end)
    days = []
    for expression in expressions:
        when = expression.when
        if (
            isinstance(when, Named)
            and when.weekday is not None
            and when.year
            and when.number
            and when.day
            and not when.either
        ):
            try:
                days.append((expression.char_start, make_date(when.year, when.number, when.day)))
            except OutOfCalendarError:
                continue
    return _StatedDays(days)


def _day_first_order(text: str, taken: list[_Taken]) -> bool | None:
    """Return the order of the numeric dates that can be read one way only, if they agree."""
    orders = []
    for one in taken:
        when = one.expression.when
        if isinstance(when, Named) and "numeric" in one.expression.rule_id and not when.either:
            if "numeric_year_first" in one.expression.rule_id or when.day == when.number:
                continue
            surface = text[one.expression.char_start : one.expression.char_end]
            first = next(part for part in re.findall(r"[0-9]+", surface))
            orders.append(int(first) == when.day)
    return orders[0] if orders and len(set(orders)) == 1 else None


def _setting(
    document: AnalysedDocument,
    expression: Expression,
    stated: _StatedDays,
    *,
    previous: Period | None,
    told: Named | None,
    is_day_first: bool | None,
) -> Setting:
    published = document.document.published_date
    anchor, basis = published, DateBasis.DOCUMENT_DATE
    if published is None:
        anchor, basis = stated.nearest(expression.char_start), DateBasis.STATED_DATE
    direct, clause = tense_at(document, expression.char_start)
    when = expression.when
    if (
        told is not None
        and told.year is not None
        and isinstance(when, Named)
        and when.number is not None
        and when.year is None
        and when.direction is None
        and (anchor is None or told.year != anchor.year)
    ):
        # "It was founded in May 2010 and closed in November": the same story, later on.
        anchor = make_date(told.year, told.number or 1, 1)
        direct = Tense.FUTURE
    return Setting(
        anchor=anchor,
        anchor_basis=basis,
        previous=previous,
        direct=direct,
        clause=clause,
        is_day_first=is_day_first,
    )


def _resolve_events(document: AnalysedDocument, taken: list[_Taken]) -> None:
    waiting = [one for one in taken if isinstance(one.expression.when, FromEvent)]
    if not waiting:
        return
    events = DatedEvents(
        document,
        [
            (one.expression.char_start, one.mention.date_start)
            for one in taken
            if one.mention is not None
            and one.mention.granularity == Unit.DAY
            and one.mention.date_start is not None
        ],
    )
    setting = Setting(
        anchor=None,
        anchor_basis=DateBasis.EVENT_DATE,
        event_date=lambda event: events.date_of(event.char_start, event.char_end),
    )
    for one in waiting:
        one.mention = _mention(one.expression, resolve(one.expression.when, setting))


def _mention(expression: Expression, resolved: Resolved) -> DateMention:
    clock = expression.clock
    return DateMention(
        char_start=expression.char_start,
        char_end=expression.char_end,
        rule_id=expression.rule_id,
        date_start=resolved.period.start if resolved.period else None,
        date_end=resolved.period.end if resolved.period else None,
        granularity=resolved.granularity,
        basis=resolved.basis,
        anchor_date=resolved.anchor,
        unresolved_reason=resolved.reason,
        clock_time=clock.time if clock else None,
        time_zone=clock.zone if clock else None,
        utc_offset_minutes=clock.utc_offset_minutes if clock else None,
        is_ambiguous=resolved.is_ambiguous,
        is_approximate=resolved.is_approximate,
    )
