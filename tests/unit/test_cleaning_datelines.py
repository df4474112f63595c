"""Datelines: where a report's own words begin."""

import pytest

from pipeline.clean.datelines import dateline_agency, dateline_end
from pipeline.clean.paragraphs import clean

BODY = "The council approved on Monday a loan of 14 million crowns for the market roof."


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("TAVRIN, Oct 4 (Meridian Wire) - ", "Meridian Wire"),
        ("ORLOVA (AP) — ", "AP"),
        ("NEW HALDEN, N.H. — ", None),
        ("TAVRIN -- ", None),
        ("Tavrin, 4 October 2022 (AFP) – ", "AFP"),
        ("Tavrin & Olden, Oct 4 2022 (IPS) - ", "IPS"),
        ("(VALLEYWORLD) - ", "VALLEYWORLD"),
        ("OLDEN (Feb. 25, 2021) — ", None),
        ("TAVRIN – 26 July 2022: ", None),
        ("LAKE CITY, July 25: ", None),
        ("OLDEN (4 October): ", None),
        ("March 24 (Reuters) - ", "Reuters"),
        ("TAVRIN, ORLOVA.- ", None),
    ],
)
def test_a_sentence_begins_after_place_date_and_agency(dateline: str, agency: str | None):
    text = f"{dateline}{BODY}"
    _, sentences = clean(text)
    assert sentences[0].dateline_end == len(dateline)
    assert dateline_agency(text, 0, len(dateline)) == agency


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Tavrin – a town of 40,000 people – has no bridge.",
        "EXCLUSIVE – The council knew of the crack in the roof since May.",
        "Q1: How much will the new roof cost the town?",
        "NATO - the alliance - was founded in 1949.",
        "The mayor (Liberal) - who had been ill - came back on Monday.",
        "Three judges - Derek Pang, Hana Olsen and Jon Abara - heard the case.",
        "At 14:05 - the council had just met - the lights went out.",
        "1999 - The year in which the bridge was built.",
        "Hana Moss (Channel Olden): Will the roof be closed before the winter?",
        "TAVRIN - ",
    ],
)
def test_other_dashes_and_colons_end_no_dateline(text: str):
    assert dateline_end(text, 0, len(text)) is None


def test_a_dateline_counts_from_where_the_sentence_begins():
    text = f"Loan for the market roof\n\nTAVRIN (AP) — {BODY} Nobody voted against it."
    _, sentences = clean(text)
    assert [one.dateline_end for one in sentences] == [None, text.index(BODY), None]


@pytest.mark.parametrize(
    "opening",
    [
        "Tavrin Gazette: ",
        "The Orlova Herald: ",
        "Radio Olden: ",
        "17:42 - ",
        "[18:30] ",
        "6.05pm: ",
        "09:15 | ",
        "09:12 ",
    ],
)
def test_a_sentence_begins_after_an_outlet_or_a_time_of_day(opening: str) -> None:
    _, sentences = clean(f"{opening}{BODY}")
    assert sentences[0].own_start == len(opening)


@pytest.mark.parametrize("opening", ["Minister Paju: ", "In Tavrin: ", "17:42 - 18:30 ", "10.50 "])
def test_who_speaks_and_what_is_counted_are_no_opening(opening: str) -> None:
    _, sentences = clean(f"{opening}{BODY}")
    assert sentences[0].own_start == 0


def test_a_dateline_may_look_like_sentences_of_its_own() -> None:
    text = f"MINTSK-OLDEN. March 11. MERIDIAN - {BODY}"
    _, sentences = clean(text)
    assert sentences[-1].own_start == text.index("The council")
