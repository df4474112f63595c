"""Segments: what a digest is cut into, seen from outside."""

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.paragraphs import MAX_PARAGRAPH_CHARS, clean
from pipeline.clean.segments import cut_segments
from pipeline.document import Segment

DIGEST = """What the papers say

Ferry crews walk out for a third day (The Harbour Times)
Crews of the Solvind Line stayed ashore on Tuesday and 14 sailings were cancelled.

Island shops run out of milk (Holmey Post)
The four shops on Holmey had sold their last milk by noon on Tuesday.
"""


def segments_of(text: str) -> list[Segment]:
    paragraphs, _ = clean(text)
    return cut_segments(text, paragraphs)


def test_each_item_names_its_outlet_its_heading_and_the_rule_that_cut_it():
    front, first, second = segments_of(DIGEST)
    assert (front.basis, front.outlet_name, front.has_own_outlet) == ("outside", None, False)
    assert first.outlet_name == "The Harbour Times"
    assert first.title == "Ferry crews walk out for a third day"
    assert first.rule_id == "outlet_in_heading:brackets"
    assert first.has_own_outlet
    assert second.outlet_name == "Holmey Post"
    assert DIGEST[second.char_start : second.char_end].startswith("Island shops")
    assert DIGEST[second.char_start : second.char_end].endswith("noon on Tuesday.")


def test_one_item_with_an_outlet_is_an_article():
    article = DIGEST.replace(" (Holmey Post)", "").removeprefix("What the papers say")
    (whole,) = segments_of(article)
    assert (whole.basis, whole.outlet_name, whole.has_own_outlet) == ("whole", None, False)
    assert whole.end_paragraph == 4


def test_in_a_round_up_an_item_without_an_outlet_is_one_nevertheless():
    found = segments_of(DIGEST.replace(" (Holmey Post)", ""))
    assert [one.outlet_name for one in found] == [None, "The Harbour Times", None]
    assert [one.basis for one in found] == ["outside", "heading", "heading"]


def test_under_press_review_a_name_that_no_list_knows_is_an_outlets():
    digest = DIGEST.replace("The Harbour Times", "Obzor").replace("Holmey Post", "Novi Dan")
    third = (
        "\nPears rot on the quay (Castigara)\nAbout 300 lorries waited at the gates on Tuesday.\n"
    )
    front, *items = segments_of(digest + third)
    assert front.outlet_name is None
    assert [one.outlet_name for one in items] == ["Obzor", "Novi Dan", "Castigara"]
    assert all(one.has_own_outlet for one in items)


def test_elsewhere_it_is_any_name():
    digest = DIGEST.replace("The Harbour Times", "Obzor").replace("Holmey Post", "Novi Dan")
    found = segments_of(digest.replace("What the papers say", "Three days in October"))
    assert {one.outlet_name for one in found} == {None}


def test_a_text_without_lines_is_one_segment():
    (whole,) = segments_of(" \n\n ")
    assert (whole.char_start, whole.char_end, whole.end_paragraph) == (0, 0, 0)


def test_a_line_cut_into_several_paragraphs_stays_in_one_segment():
    sentence = "The council met again on Tuesday and put off the vote on the harbour. "
    long = sentence * (2 * MAX_PARAGRAPH_CHARS // len(sentence))
    text = DIGEST.replace("The four shops", f"{long}The four shops")
    assert [one.outlet_name for one in segments_of(text)] == [
        None, "The Harbour Times", "Holmey Post",
    ]  # fmt: skip
    assert len(clean(text)[0]) > 5


def test_a_date_under_each_heading_makes_items():
    first, second = segments_of(
        DIGEST.removeprefix("What the papers say")
        .replace(" (The Harbour Times)", "\n4 October 2022")
        .replace(" (Holmey Post)", "\n5 October 2022")
    )
    assert (first.basis, first.title) == ("date", "Ferry crews walk out for a third day")
    assert (second.basis, second.title) == ("date", "Island shops run out of milk")


def test_what_stands_below_the_last_item_is_of_no_outlet():
    first, second, below = segments_of(
        "Crews of the Solvind Line stayed ashore on Tuesday and 14 sailings were cancelled.\n"
        "Source: The Harbour Times\n\n"
        "The four shops on Holmey had sold their last milk by noon on Tuesday, they said.\n"
        "Source: Holmey Post\n\n"
        "Compiled in the night\n"
    )
    assert [first.outlet_name, second.outlet_name] == ["The Harbour Times", "Holmey Post"]
    assert (below.basis, below.has_own_outlet) == ("outside", False)


def test_all_headings_above_an_outlets_line_belong_to_its_item():
    *_, second = segments_of(
        "Ferry crews walk out for a third day\n"
        "The Harbour Times\n"
        "Crews of the Solvind Line stayed ashore on Tuesday and 14 sailings were cancelled.\n\n"
        "Hunger ashore\n"
        "Island shops run out of milk\n"
        "Holmey Post\n"
        "The four shops on Holmey had sold their last milk by noon on Tuesday.\n"
    )
    assert (second.outlet_name, second.title) == ("Holmey Post", "Hunger ashore")


PIECES = st.sampled_from(
    [
        "Reuters",
        "The Harbour Times",
        "Source: Radio Taar",
        "https://www.harbourpost.com/a",
        "Shops run out of milk (Holmey Post)",
        "Shops run out of milk - Holmey Post",
        "Radio Taar: shops run out of milk",
        "By Hana Petrov",
        "14:05",
        "3 March 2022",
        "---",
        "1. Shops on the island run out",
        "News in brief",
        "The council will act on the reports when it has read ...",
        "TAVRIN, Oct 4 (AP) - The four shops on Holmey had sold their last milk by noon.",
        "The four shops on Holmey had sold their last milk by noon on Tuesday.",
        "Share",
        "",
    ]
)


@given(st.lists(PIECES, max_size=25).map("\n".join))
def test_segments_hold_every_paragraph_once_and_in_order(text: str):
    paragraphs, _ = clean(text)
    segments = cut_segments(text, paragraphs)
    assert [one.index for one in segments] == list(range(len(segments)))
    assert segments[0].first_paragraph == 0
    assert segments[-1].end_paragraph == len(paragraphs)
    for before, after in pairwise(segments):
        assert before.end_paragraph == after.first_paragraph
    for one in segments:
        held = paragraphs[one.first_paragraph : one.end_paragraph]
        if held:
            assert one.char_start == held[0].char_start
            assert one.char_end == held[-1].char_end


@pytest.mark.parametrize(
    "unit",
    [
        "Source: Radio Taar\n",
        "PRESS REVIEW\nOBZOR - Shops on the island ran out of milk on Tuesday.\n\nAbroad\n",
        "Shops run out of milk today (Holmey Post)\n",
        "a - b | c: d (e) [f] ... 14:05 3 March\n",
        "- " * 50 + "\n",
        "((((",
        "1. 2. 3. [4] ",
        "Read more at ",
    ],
)
def test_the_cost_of_cutting_grows_with_the_text_and_no_faster(unit: str, assert_in_proportion):
    def cutting(length: int):
        text = unit * (length // len(unit))
        paragraphs, _ = clean(text)
        return partial(cut_segments, text, paragraphs)

    assert_in_proportion(cutting, 6_000)
