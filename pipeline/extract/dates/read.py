"""The reader of date mentions: what the text says of time, in order, and what it means."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from pipeline.calendar.grammar import read_expressions
from pipeline.calendar.period import Period
from pipeline.calendar.when import (
    Base,
    Expression,
    FromEvent,
    Named,
    Recurring,
    Shifted,
    When,
    Window,
)
from pipeline.document import AnalysedDocument, PassedOver, Sentence
from pipeline.extract.dates.anchors import StatedDays, day_first_order
from pipeline.extract.dates.events import DatedDay, DatedEvents
from pipeline.extract.dates.evidence import Evidence
from pipeline.extract.dates.mention import DateMention
from pipeline.extract.dates.resolve import resolve
from pipeline.extract.dates.setting import Resolved, Setting
from pipeline.extract.dates.tense import Tense, Tenses
from schemas.dates import DateBasis, DatePassedOver
from schemas.dates import Granularity as Unit

NAME = "dates"
VERSION = "2"

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LIST_LINKS = frozenset({"and", "or", ",", ", and", "&", "to", "-", "–"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Characters between the members of a list: ", in ", " and ".
_AT_ONCE = 6
# What may stand between a date and the distance that says it again.
_RESTATES = re.compile(r"\s*[,(—–-]\s*(?:(?:just|only|exactly|less than|almost|nearly)\s+)?")


@dataclass(slots=True)
class _Taken:
    """An expression accepted as one of time, its sentence, and what it was found to mean."""

    expression: Expression
    sentence: Sentence
    resolved: Resolved | None = None


@dataclass(slots=True, frozen=True)
class _Story:
    """Where in time a sentence has arrived by naming a year."""

    date: dt.date
    char_end: int
    verb: int | None
    """The verb whose time was told, where the story goes on with that verb's conjuncts; a year
    told from today, "last year, in March", only holds for what follows at once."""


def read_dates(document: AnalysedDocument) -> tuple[list[DateMention], list[PassedOver]]:
    """Return every expression of time in used text, in order, and what only looked like one.

    A relative one is counted from the document's date or, failing that, from the nearest day
    that the text states together with its weekday; text that is not used counts for that.
    """
    taken, rejects = _expressions(document)
    _resolve_in_order(document, taken)
    _resolve_events(document, taken)
    mentions = [_mention(one.expression, one.resolved) for one in taken if one.resolved is not None]
    return mentions, rejects


def _expressions(document: AnalysedDocument) -> tuple[list[_Taken], list[PassedOver]]:
    taken: list[_Taken] = []
    rejects: list[PassedOver] = []
    evidence = Evidence(document)
    for sentence in document.used_sentences:
        expressions = read_expressions(document.text, sentence.char_start, sentence.char_end)
        if not expressions:
            continue
        expressions = _outside_addresses(document.text, sentence, expressions)
        previous: Expression | None = None
        for expression in _with_shared_years(document.text, expressions):
            reason = (
                DatePassedOver.IMPOSSIBLE_DATE
                if expression.impossible
                else evidence.against(sentence, expression, previous)
            )
            if reason is None:
                taken.append(_Taken(expression, sentence))
                previous = expression
            else:
                span = expression.char_start, expression.char_end
                rejects.append(PassedOver(reason, *span, expression.rule_id))
    return taken, rejects


def _outside_addresses(
    text: str, sentence: Sentence, expressions: list[Expression]
) -> list[Expression]:
    """Return the expressions that are not part of a web address."""
    inside = {
        place
        for match in _ADDRESS.finditer(text, sentence.char_start, sentence.char_end)
        for place in range(*match.span())
    }
    return [one for one in expressions if one.char_start not in inside]


def _with_shared_years(text: str, expressions: list[Expression]) -> list[Expression]:
    """Return the expressions, the year of a list's last member given to those before it.

    "In March and April 2020" names two months of 2020.
    """
    out = list(expressions)
    for index in range(len(out) - 2, -1, -1):
        one, following = out[index].when, out[index + 1].when
        link = text[out[index].char_end : out[index + 1].char_start].strip().lower()
        if (
            link in _LIST_LINKS
            and isinstance(one, Named)
            and isinstance(following, Named)
            and one.unit is following.unit
            and one.number is not None
            and one.year is None
            and following.year is not None
            and (following.number or 0) >= one.number
        ):
            out[index] = replace(out[index], when=replace(one, year=following.year))
    return out


def _resolve_in_order(document: AnalysedDocument, taken: list[_Taken]) -> None:
    """Resolve all but what is counted from an event, each in the light of those before it."""
    published = document.document.published_date
    stated = StatedDays(document, [one.expression for one in taken]) if not published else None
    is_day_first = day_first_order(document.text, [one.expression for one in taken])
    tenses = Tenses(document)
    previous: Period | None = None
    story: _Story | None = None
    last: Sentence | None = None
    for one in taken:
        expression, when = one.expression, _as_told(document, one.expression.when)
        if last is None or last.paragraph != one.sentence.paragraph:
            previous = None
        if last is not one.sentence:
            story = None
        last = one.sentence
        if isinstance(when, FromEvent):
            continue
        anchor, basis = published, DateBasis.DOCUMENT_DATE
        if stated is not None:
            anchor, basis = stated.nearest(expression.char_start), DateBasis.STATED_DATE
        direct, clause = tenses.of(expression.char_start, expression.char_end)
        setting = Setting(anchor, basis, previous, direct, clause, is_day_first)
        verb = tenses.verb_of(expression.char_start, expression.char_end)
        goes_on = story is not None and (
            expression.char_start - story.char_end <= _AT_ONCE
            or tenses.are_coordinate(story.verb, verb)
        )
        in_story = _in_story(expression, story, setting) if goes_on else setting
        one.resolved = resolve(when, in_story)
        if one.resolved.period is not None and _may_be_counted_from(expression):
            previous = one.resolved.period
        story = _story_after(one, story, verb, told_in_story=in_story is not setting)


def _as_told(document: AnalysedDocument, when: When) -> When:
    """Return the distance as one from what was told before, where no event follows it.

    In "the day before had been quiet" a verb stands where the event would.
    """
    if isinstance(when, FromEvent):
        follows = document.token_at(when.char_start)
        if follows is not None and document.tokens.tag[follows] in _FINITE:
            return Shifted(when.count, when.unit, exact=True, base=Base.PREVIOUS)
    return when


def _in_story(expression: Expression, story: _Story | None, setting: Setting) -> Setting:
    """Return the setting, moved to where the sentence's story has arrived.

    "It was founded in May 2010 and closed in November": the same story, later on.
    """
    when = expression.when
    if (
        story is None
        or not isinstance(when, Named)
        or when.number is None
        or when.year is not None
        or when.direction is not None
        or (setting.anchor is not None and story.date.year == setting.anchor.year)
        or (setting.anchor is not None and setting.direct is Tense.FUTURE)
    ):
        return setting
    return replace(setting, anchor=story.date, direct=Tense.FUTURE)


def _story_after(
    one: _Taken, story: _Story | None, verb: int | None, *, told_in_story: bool
) -> _Story | None:
    """Return where the story stands after an expression."""
    when, end = one.expression.when, one.expression.char_end
    period = one.resolved.period if one.resolved is not None else None
    if period is None:
        return story
    if isinstance(when, Named) and when.year and when.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR):
        return _Story(period.start, end, verb)
    if isinstance(when, Shifted) and when.unit is Unit.YEAR and when.count:
        return _Story(period.start, end, None)
    if told_in_story and story is not None:
        return _Story(period.start, end, None if story.verb is None else verb)
    return story


def _may_be_counted_from(expression: Expression) -> bool:
    """Return whether "two days later" may mean later than this."""
    when = expression.when
    if isinstance(when, Shifted):
        return when.base is Base.PREVIOUS or when.count != 0
    return not isinstance(when, Window | Recurring)


def _resolve_events(document: AnalysedDocument, taken: list[_Taken]) -> None:
    """Resolve what is counted from an event, now that the days of the document are known."""
    if not any(one.resolved is None for one in taken):
        return
    days = [
        DatedDay(one.expression.char_start, one.resolved.period.start)
        for one in taken
        if one.resolved is not None
        and one.resolved.period is not None
        and one.resolved.granularity is Unit.DAY
    ]
    events = DatedEvents(document, days)
    for index, one in enumerate(taken):
        when = one.expression.when
        if not isinstance(when, FromEvent) or one.resolved is not None:
            continue
        restated = _restated(document.text, taken, index, when)
        if restated is not None:
            one.resolved = restated
            continue
        event = events.date_of(when.char_start, when.char_end)
        one.resolved = resolve(when, Setting(None, DateBasis.EVENT_DATE, event=event))


def _restated(text: str, taken: list[_Taken], index: int, when: FromEvent) -> Resolved | None:
    """Return the time beside a distance that says it again: "on Monday, a day after ..."."""
    one = taken[index]
    before = taken[index - 1] if index else None
    after = taken[index + 1] if index + 1 < len(taken) else None
    for other, first, last in (
        (before, before.expression.char_end if before else 0, one.expression.char_start),
        (after, when.char_end, after.expression.char_start if after else 0),
    ):
        if other is None or other.sentence is not one.sentence or other.resolved is None:
            continue
        period = other.resolved.period
        if period is not None and _RESTATES.fullmatch(text, first, last):
            return Resolved(period, period.granularity, DateBasis.STATED_DATE, period.start)
    return None


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
