"""Reading dates: what comes back for a text, whatever the form, the order and the company."""

import datetime as dt
import itertools
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_documents import plain_document

from pipeline.calendar.grammar import read_expressions
from pipeline.calendar.period import OutOfCalendarError, containing, fraction, shift, year
from pipeline.calendar.when import Named
from pipeline.extract.dates import DateMention, read_dates
from schemas.contract import polars_schema
from schemas.dates import DIM_DATE, FCT_DATE_MENTION, Granularity

MONTHS = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
FORMATS = (
    lambda date: f"{date.day} {MONTHS[date.month - 1]} {date.year}",
    lambda date: f"{MONTHS[date.month - 1]} {date.day}, {date.year}",
    lambda date: f"{MONTHS[date.month - 1]} {date.day} {date.year}",
    lambda date: f"{date.day:02}-{MONTHS[date.month - 1][:3]}-{date.year}",
    lambda date: f"{MONTHS[date.month - 1][:3]}{'.' * (date.month != 5)} {date.day}, {date.year}",
    lambda date: f"the {date.day}th of {MONTHS[date.month - 1]}, {date.year}",
    lambda date: f"{WEEKDAYS[date.weekday()]}, {date.day} {MONTHS[date.month - 1]} {date.year}",
    lambda date: f"{WEEKDAYS[date.weekday()]} ({date.day} {MONTHS[date.month - 1]} {date.year})",
    lambda date: f"{WEEKDAYS[date.weekday()][:3]}, {date.day} {MONTHS[date.month - 1]} {date.year}",
    lambda date: f"{date.day} {MONTHS[date.month - 1]} {date.year} ({WEEKDAYS[date.weekday()]})",
    lambda date: date.isoformat(),
    lambda date: date.strftime("%Y/%m/%d"),
    lambda date: f"{date.day:02}.{date.month:02}.{date.year}",
)
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2199, 12, 31))
SENTENCES = (
    "The bridge reopened on 3 June 2021.",
    "Ministers will meet on Friday, and again next month.",
    "Output fell in 2019 and 2020, more than a year earlier.",
    "The fair ran from 24 to 26 March.",
    "Nobody knew why.",
    "By the end of June, two weeks after the vote, it was over.",
)


def days(text: str) -> list[dt.date]:
    """Return the days called by name in full in a text."""
    return [
        dt.date(one.when.year or 1, one.when.number or 1, one.when.day or 1)
        for one in read_expressions(text, 0, len(text))
        if isinstance(one.when, Named) and one.when.day
    ]


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=60, deadline=None)
@given(date=DAYS)
def test_a_rendered_date_reads_back(form: Callable[[dt.date], str], date: dt.date) -> None:
    assert days(f"It opened on {form(date)}, they said.") == [date]


@settings(max_examples=60, deadline=None)
@given(date=DAYS)
def test_a_slashed_date_reads_back_or_is_flagged(date: dt.date) -> None:
    text = f"due {date.day:02}/{date.month:02}/{date.year}"
    (one,) = read_expressions(text, 0, len(text))
    assert isinstance(one.when, Named)
    if date.day <= 12 and date.day != date.month:
        assert one.when.either
    else:
        assert days(text) == [date]


TEXT_PIECES = st.lists(
    st.sampled_from(
        [
            *(form(dt.date(2022, 3, 24)) for form in FORMATS),
            *("last", "next", "this", "the", "of", "end of", "from", "to", "between", "and", "-"),
            *("Thursday", "March", "24", "2022", "1999", "two", "weeks", "month", "ago", "later"),
            *("before", "after", "early", "mid-", "Q3", "spring", "today", "tonight", "(", ")"),
            *("10:30", "GMT", "at", "first", "quarter", "1/2", "half", "decades", ",", ".", "\n"),
            *("²", "½", "٣", "Ⅷ", "each", "week of", "weekend", "+0200", "Sat"),
            *("May", "century", "21st", "31 February 2022", "9999", "years", "a", "'s", "0"),
        ]
    ),
    max_size=24,
)


@settings(max_examples=300, deadline=None)
@given(pieces=TEXT_PIECES, published=st.one_of(st.none(), st.dates()))
def test_whatever_the_text_spans_slice_and_ends_follow_starts(
    pieces: list[str], published: dt.date | None
) -> None:
    text = " ".join(pieces)
    mentions, passed_over = read_dates(plain_document(text, published))
    ends = [0]
    for one in mentions:
        assert ends[-1] <= one.char_start < one.char_end <= len(text)
        ends.append(one.char_end)
        assert text[one.char_start : one.char_end].strip() == text[one.char_start : one.char_end]
        assert (one.date_start is None) == (one.date_end is None)
        assert (one.date_start is None) == (one.unresolved_reason is not None)
        if one.date_start is not None and one.date_end is not None:
            assert one.date_start <= one.date_end
    assert all(0 <= one.char_start < one.char_end <= len(text) for one in passed_over)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=40), word=st.sampled_from(["March", "2015", "ago", "10:", "st", ""]))
def test_any_text_at_all_is_read_without_error(text: str, word: str) -> None:
    for one in read_expressions(word + text + word, 0, len(text) + 2 * len(word)):
        assert one.char_start < one.char_end


@settings(max_examples=40, deadline=None)
@given(
    sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    added=st.lists(st.sampled_from(SENTENCES), max_size=3),
)
def test_a_paragraph_added_after_changes_no_span_before(
    sentences: list[str], added: list[str]
) -> None:
    published = dt.date(2024, 5, 15)
    text = "\n".join(sentences)
    before, _ = read_dates(plain_document(text, published))
    after, _ = read_dates(plain_document("\n".join([text, *added]), published))
    spans = [(one.char_start, one.char_end, one.rule_id) for one in before]
    assert [
        (one.char_start, one.char_end, one.rule_id) for one in after if one.char_end <= len(text)
    ] == spans


@pytest.mark.parametrize(
    "piece",
    [
        *("1/", "24, 25 and ", "2015-", "end of ", "last week of ", "a day before ", "May "),
        *("March 24, ", "10:30 ", "two days after the ", "today, ", "early "),
        "http://a.example/2015/ 2016 ",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str, assert_in_proportion) -> None:
    def reading(length: int):
        return partial(read_dates, plain_document((piece * (length // len(piece) + 1))[:length]))

    assert_in_proportion(reading, 2_000)


def only(mentions: list[DateMention]) -> DateMention:
    (one,) = mentions
    return one


def test_text_that_is_not_used_anchors_and_is_not_read() -> None:
    document = plain_document("Photo taken Thursday (9 May 2024)\nEnvoys return tomorrow")
    document.paragraphs[0].is_used = False
    document.sentences[0].is_used = False
    one = only(read_dates(document)[0])
    assert one.date_start == dt.date(2024, 5, 10)
    assert one.basis == "stated_date"
    assert one.anchor_date == dt.date(2024, 5, 9)


def test_an_impossible_day_is_passed_over_with_its_reason() -> None:
    mentions, passed_over = read_dates(plain_document("Signed on 31 February 2022"))
    assert mentions == []
    assert [one.reason_code for one in passed_over] == ["impossible_date"]


@pytest.mark.parametrize(
    ("text", "clock", "zone", "offset"),
    [
        ("at 10:30 GMT on 3 May 2024", "10:30", "GMT", 0),
        ("on 3 May 2024 at 7.15 p.m.", "19:15", None, None),
        ("on 3 May 2024, 12 am ET", "00:00", "ET", None),
        ("2024-05-03T22:05:00+02:00", "22:05", "+02:00", 120),
        ("by noon on 3 May 2024", "12:00", None, None),
        ("on 3 May 2024 at 0600 IST", "06:00", "IST", 330),
    ],
)
def test_clock_times_are_kept_with_their_zone(
    text: str, clock: str, zone: str | None, offset: int | None
) -> None:
    one = only(read_dates(plain_document(text))[0])
    assert (one.clock_time, one.time_zone, one.utc_offset_minutes) == (clock, zone, offset)
    assert one.date_start == dt.date(2024, 5, 3)


def test_the_documents_other_dates_settle_day_and_month() -> None:
    mentions, _ = read_dates(plain_document("Sent 03/04/2022\nReceived 17/04/2022"))
    assert [one.date_start for one in mentions] == [dt.date(2022, 4, 3), dt.date(2022, 4, 17)]
    mentions, _ = read_dates(plain_document("Sent 03/04/2022\nReceived 04/17/2022"))
    assert [one.date_start for one in mentions] == [dt.date(2022, 3, 4), dt.date(2022, 4, 17)]
    alone = only(read_dates(plain_document("Sent 03/04/2022"))[0])
    assert alone.date_start is None
    assert alone.is_ambiguous
    assert alone.unresolved_reason == "day_month_order"


def test_a_weekday_that_contradicts_its_date_is_flagged() -> None:
    one = only(read_dates(plain_document("on Friday, 16 May 2024"))[0])
    assert one.date_start == dt.date(2024, 5, 16)
    assert one.is_ambiguous


def test_a_weekday_chooses_the_year() -> None:
    anchor = dt.date(2024, 5, 15)
    one = only(read_dates(plain_document("on Sunday, 24 December", anchor))[0])
    assert one.date_start == dt.date(2023, 12, 24)
    assert not one.is_ambiguous


@given(date=st.dates(), count=st.integers(-2000, 2000), unit=st.sampled_from(Granularity))
def test_steps_on_the_calendar_go_the_right_way(
    date: dt.date, count: int, unit: Granularity
) -> None:
    if unit in (Granularity.HALF, Granularity.SEASON, Granularity.RANGE, Granularity.TIME):
        return
    try:
        moved = shift(date, count, unit)
    except OutOfCalendarError:
        return
    assert (moved > date) == (count > 0)
    assert (moved == date) == (count == 0)


@given(date=st.dates(dt.date(10, 1, 1), dt.date(9898, 1, 1)), unit=st.sampled_from(Granularity))
def test_a_day_lies_in_the_unit_that_contains_it(date: dt.date, unit: Granularity) -> None:
    period = containing(date, unit)
    if unit is not Granularity.WEEKEND:
        assert period.start <= date <= period.end


@given(number=st.integers(1, 9999), parts=st.sampled_from([2, 3, 5]))
def test_the_parts_of_a_year_follow_each_other_and_fill_it(number: int, parts: int) -> None:
    whole = year(number)
    pieces = [fraction(whole, parts, part) for part in range(parts)]
    assert pieces[0].start == whole.start
    assert pieces[-1].end == whole.end
    for one, following in itertools.pairwise(pieces):
        assert following.start - one.end == dt.timedelta(days=1)


def test_the_fact_has_the_contracts_columns() -> None:
    added_by_all = {
        *("date_mention_id", "surface", "document_id", "paragraph_id", "sentence_id"),
        *("segment_id", "source_id", "extractor_name", "extractor_version"),
    }
    fields = set(DateMention.__slots__) | {"char_start", "char_end", "rule_id"}
    assert set(polars_schema(FCT_DATE_MENTION).names()) == fields | added_by_all
    assert "date_key" in polars_schema(DIM_DATE).names()
