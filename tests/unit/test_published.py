"""The document's own date, read out of its text."""

import datetime as dt
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read.published import ANCHOR_CONFIDENCE, published_from_text
from pipeline.read.title_block import day_in_name

DAY = dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Harbour reopens\nPublished: 15 May 2024\nShips returned.", "stamp"),
        ("Harbour reopens\nPosted on Wednesday, May 15, 2024 by admin\nShips returned.", "stamp"),
        ("Harbour reopens\nBy Ada Brown | Updated May 15, 2024 09:30 GMT\nShips came.", "stamp"),
        ("Harbour reopens\n15 May 2024\nShips returned.", "stamp"),
        ("Harbour reopens\nWed, 15 May 2024 10:15 GMT | 4 min read\nShips returned.", "stamp"),
        ("Ships returned.\nAll is well.\nFirst published 15 May 2024", "stamp"),
        ("LISBON, May 15, 2024 (Wire) - Ships returned to the harbour.", "dateline"),
        ("Lisbon, 15 May 2024 — Ships returned to the harbour.", "dateline"),
        ("PORT VILA (15 May 2024): Ships returned to the harbour.", "dateline"),
        ("Harbour Summit Lisbon, Portugal May 15, 2024\nStatement of the Chairs", "dateline"),
        ("Harbour reopens\nBy Ada Brown, 15 May 2024\nShips returned.", "byline"),
        ("TRANSCRIPT - Press conference, 15 May 2024\n\nQ: When do ships return?", "stamp"),
        ("Press release 2024/114 | 15.05.2024\n\nShips return\n\nThey came by sea.", "stamp"),
        ("PORT COUNCIL\nSitting of Wednesday, 15 May 2024\nThe council met at 14:30.", "stamp"),
        ("The Pier podcast\nEpisode 4: Ships - recorded 15 May 2024\nHost: Hello.", "stamp"),
        ("Harbour flood\nSituation report no. 7\nAs of 15 May 2024\nWater fell.", "stamp"),
        ("Morning briefing, 15 May 2024\n\nShips return today.", "stamp"),
        ("Re: ships\nby gull9 » Wed May 15, 2024 8:14 pm\nThey are back.", "stamp"),
        ("HARBOUR SNAPSHOT (as of 15 May 2024)\n\nWater fell.", "stamp"),
        ("Harbour notes · 15 May 2024\nShips returned to the pier.", "stamp"),
        ("FOR IMMEDIATE RELEASE: May 15, 2024\nShips return\nThey came by sea.", "stamp"),
        ("EMBARGOED UNTIL 00:01, 15 May 2024\nShips return\nThey came by sea.", "stamp"),
        ("Harbour reopens\nPublished 14:05, 15/05/2024\nShips returned.", "stamp"),
        ("https://news.example/2024/05/15/harbour-reopens\n\nShips returned.", "address"),
        ("https://news.example/article?ud=20240515000767\n\nShips returned.", "address"),
        ("Ships returned to Lisbon, Portugal, May 15, 2024. Photo: Wire\nAll is well.", "caption"),
        ("Ships returned on Wednesday, 15 May 2024, after a storm.", "text"),
        ("The mayor opened the pier today (15 May 2024) in the rain.", "text"),
        ("The ships returned on 15 May 2024 and the mayor spoke.", "text"),
        (
            "https://news.example/x\nLISBON, May 15: Ships returned.\n© 2024 Harbour News",
            "dateline",
        ),
    ],
)
def test_the_day_is_found_where_news_puts_it(text: str, basis: str) -> None:
    found = published_from_text(text)
    assert found is not None
    assert (found.date, found.basis) == (DAY, basis)
    assert 0 < found.confidence < 1
    assert 0 <= found.char_start < found.char_end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ships returned to the harbour.",
        "The term runs until 30 September 2031.",
        "The bridge, opened on 3 May 1935, will close. Traffic doubled in 2023.",
        "On Saturday, 18 May 1974, the pier burned. It was rebuilt in 1981 and sold in 2022.",
        "LISBON, May 15 (Wire) - Ships returned, nobody says in which year.",
        "The form is dated 03/04/2022 and nobody knows the order.",
        "Posted on 31 February 2022",
        "Main » News » 2022 » Harbour reopens",
        "FOR IMMEDIATE RELEASE: May 15\nShips return\nThey came by sea.",
    ],
)
def test_nothing_is_claimed_where_the_text_does_not_say(text: str) -> None:
    assert published_from_text(text) is None


def test_a_stamp_outweighs_what_the_story_tells() -> None:
    text = "Published 15 May 2024\nOn Monday, 6 May 2024, ships sank.\nUpdated: 17 May 2024"
    found = published_from_text(text)
    assert found is not None
    assert found.date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "Harbour summit to be held on 12 July 2024\nThe council said so.",
        "Debate on the pier scheduled for 12 July 2024\nThe council said so.",
        "Ships may return before 12 July 2024\nThe council said so.",
        "Programme of the session until 12 July 2024\nThe council said so.",
        "The report of 12 July 2019 says that ships returned, and the mayor read it.",
    ],
)
def test_the_day_of_something_else_in_the_first_line_is_no_publication(text: str) -> None:
    found = published_from_text(text)
    assert found is None or found.confidence < ANCHOR_CONFIDENCE


def test_when_it_was_published_outweighs_when_it_was_updated() -> None:
    found = published_from_text(
        "Harbour reopens\nUpdated 16:40, 17/05/2024\nPublished 14:05, 15/05/2024\nShips came."
    )
    assert found is not None
    assert found.date == DAY


def test_a_digest_is_as_old_as_its_latest_item() -> None:
    found = published_from_text(
        "What they write about us\n\n1. Pier Times, 13 May 2024\nShips sank.\n\n"
        "2. Radio Gull, 15 May 2024\nShips swam.\n\n3. Wave Post, 14 May 2024\nShips flew."
    )
    assert found is not None
    assert found.date == DAY
    assert found.confidence >= ANCHOR_CONFIDENCE


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("LISBON, May 15 (Wire) - Ships returned.", dt.date(2024, 5, 16), DAY),
        ("LISBON, Dec 31 (Wire) - Ships returned.", dt.date(2024, 1, 2), dt.date(2023, 12, 31)),
    ],
)
def test_a_day_known_to_be_near_gives_a_dateline_its_year(
    text: str, near: dt.date, day: dt.date
) -> None:
    found = published_from_text(text, near=near)
    assert found is not None
    assert (found.date, found.basis) == (day, "dateline")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-05-15-harbour", DAY),
        ("harbour_20240515", DAY),
        ("2024_05_15", DAY),
        ("20240515_ships_2", DAY),
        ("harbour-2024-13-15", None),
        ("harbour-2024-02-31", None),
        ("000_df7820240515cb", None),
        ("harbour-2024", None),
        ("120240515", None),
    ],
)
def test_a_files_name_gives_a_day_where_it_is_written_in_full(
    name: str, day: dt.date | None
) -> None:
    assert day_in_name(name) == day


def test_a_sentence_about_publishing_is_no_stamp() -> None:
    found = published_from_text("She published on 3 May 2010 a book that nobody read.")
    assert found is None or found.confidence < ANCHOR_CONFIDENCE


def test_a_digest_is_dated_by_the_day_it_tells_most_often() -> None:
    found = published_from_text(
        "Ships sank on Friday (17 May 2024).\nEnvoys met on Wednesday (15 May 2024).\n"
        "They shook hands on Wednesday (15 May 2024)."
    )
    assert found is not None
    assert found.date == DAY


def test_a_bare_first_date_does_not_anchor() -> None:
    found = published_from_text("The ships returned on 15 May 2024 and the mayor spoke.")
    assert found is not None
    assert found.confidence < ANCHOR_CONFIDENCE


@settings(max_examples=100, deadline=None)
@given(date=st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_any_day_is_read_from_a_stamp_and_an_address(date: dt.date) -> None:
    stamped = published_from_text(f"Published: {date.day} {date.strftime('%B')} {date.year}\nX")
    address = published_from_text(f"https://a.example/{date.strftime('%Y/%m/%d')}/x\n\nX")
    assert stamped is not None
    assert address is not None
    assert stamped.date == address.date == date


@pytest.mark.parametrize(
    "piece",
    [
        "Posted on ",
        "By x, ",
        "15 May 2024 until ",
        "1/",
        "© 2024 ",
        "\n15 May 2024",
        "report | 15 May 2024 ",
        f"Minutes, 15 May 2024{' ' * 110}x\n",
        "\n1. LISBON, 15 May 2024 - ",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str, assert_in_proportion) -> None:
    def reading(length: int):
        return partial(published_from_text, (piece * (length // len(piece) + 1))[:length])

    assert_in_proportion(reading, 4_000)
