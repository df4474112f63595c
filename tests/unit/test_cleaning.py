"""Cleaning: what becomes of lines, seen from outside."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.paragraphs import MAX_PARAGRAPH_CHARS, clean
from pipeline.document import Paragraph
from schemas.text import Role

STORY = (
    "The ferry company will lay off 140 of its 610 workers by the end of March, it said on Monday."
)
MORE = "The company lost €12 million in the winter season, twice as much as in the year before."


def by_text(text: str) -> dict[str, Paragraph]:
    paragraphs, _ = clean(text)
    return {text[one.char_start : one.char_end]: one for one in paragraphs}


# --- Lines and offsets -----------------------------------------------------------------------


def test_a_line_ends_where_a_line_separator_stands_and_nowhere_else():
    text = f"{STORY}\r\n{MORE}\r\u2028One\x0cline\x85here.\n\n \t\n{STORY}"
    paragraphs, _ = clean(text)
    assert [text[one.char_start : one.char_end] for one in paragraphs] == [
        STORY,
        MORE,
        "One\x0cline\x85here.",
        STORY,
    ]
    assert [one.index for one in paragraphs] == [0, 1, 2, 3]


PIECES = st.sampled_from(
    [
        STORY,
        MORE,
        "Share",
        "Read also:",
        "Photo: AFP",
        "…",
        "...",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u2029",
        "We urge",
        '"',
        "”",
        "“",
        "1. ",
        "By Tor Lund",
        "https://a.example/b",
        "x",
        "\u00a0",
        ".",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_paragraphs_and_sentences_hold_all_that_is_written(text: str):
    paragraphs, sentences = clean(text)
    position = 0
    for paragraph in paragraphs:
        assert not text[position : paragraph.char_start].strip()
        inside = paragraph.char_start
        for sentence in (one for one in sentences if one.paragraph == paragraph.index):
            assert not text[inside : sentence.char_start].strip()
            assert sentence.char_start < sentence.char_end <= paragraph.char_end
            assert not (sentence.is_used and not paragraph.is_used)
            inside = sentence.char_end
        assert inside == paragraph.char_end
        position = inside
    assert not text[position:].strip()
    assert [one.index for one in sentences] == list(range(len(sentences)))
    roles = set(Role)
    assert all(one.role in roles and one.rule_id for one in [*paragraphs, *sentences])


@pytest.mark.parametrize("piece", ["word ", STORY + " ", "“", "a.", "…"])
def test_a_long_line_is_cut_into_paragraphs_that_are_bounded(piece: str):
    text = piece * (60_000 // len(piece))
    paragraphs, sentences = clean(text)
    assert len(paragraphs) > 1
    assert max(one.char_end - one.char_start for one in paragraphs) <= MAX_PARAGRAPH_CHARS
    if piece.startswith(STORY):
        assert {text[one.char_start : one.char_end] for one in sentences} == {STORY}


@pytest.mark.parametrize(
    "piece",
    [".", '"', " ", "A.B. ", "… ", " . ", "a\n", "“ ", "We x ", "» a ", f"www.x {'@' * 490}\n"],
)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str, assert_in_proportion):
    assert_in_proportion(lambda length: partial(clean, piece * (length // len(piece))), 6_000)


# --- Use ---------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [STORY, "Ferry to close", "The mill cost $4.2 million", "40 dead"])
def test_a_document_of_one_line_is_used(text: str):
    (paragraph,), _ = clean(text)
    assert paragraph.is_used


def test_nothing_is_used_in_a_language_without_a_model():
    paragraphs, sentences = clean(f"{STORY}\n{MORE}", language_code="fr")
    assert not any(one.is_used for one in [*paragraphs, *sentences])
    assert {one.rule_id for one in paragraphs} == {"language_not_supported"}
    paragraphs, _ = clean(STORY, language_code=None)
    assert paragraphs[0].is_used


def test_a_sentence_of_the_site_is_left_out_of_a_paragraph_that_stays():
    prompt = "Sign up to our newsletter for stories like this."
    text = f"{STORY}\n\n{MORE} {prompt} It has four ships."
    paragraphs, sentences = clean(text)
    assert all(one.is_used for one in paragraphs)
    (left_out,) = (one for one in sentences if not one.is_used)
    assert text[left_out.char_start : left_out.char_end] == prompt
    assert left_out.role == "subscription"


def test_what_somebody_says_is_no_prompt():
    text = f"{STORY}\n\n“Sign up to our newsletter, you will not regret it,” the owner said.\n"
    assert all(one.is_used for one in clean(text)[1])


def test_a_repeat_stays_used_and_points_at_the_first():
    said = "It said: “We have no ships.”"
    text = f'{STORY}\n\n{MORE} {said}\n\n{STORY.upper()}\n\nIt said: "We have no ships."\n'
    paragraphs, sentences = clean(text)
    assert [one.repeat_of for one in paragraphs] == [None, None, 0, None]
    assert paragraphs[2].role == "repeat"
    assert all(one.is_used for one in paragraphs)
    assert [one.repeat_of for one in sentences] == [None, None, None, 0, 2]


def test_a_teaser_is_used_and_known_to_be_cut():
    text = f"{STORY}\n\nThe board will decide on Friday whether the night boat ...\n"
    paragraphs, sentences = clean(text)
    assert (paragraphs[1].role, paragraphs[1].is_used) == ("teaser", True)
    assert [one.is_truncated for one in sentences] == [False, True]


# --- Context -------------------------------------------------------------------------------


def test_links_after_a_header_are_left_out_and_the_next_heading_stays():
    lines = by_text(
        f"{STORY}\n\nRead also\nTen ferries to love\nWhy we sail\n\nThe routes\n{MORE}\n"
    )
    assert not lines["Ten ferries to love"].is_used
    assert not lines["Why we sail"].is_used
    assert lines["The routes"].role == "subhead"


def test_links_at_the_end_are_left_out_and_results_are_not():
    links = by_text(f"{STORY}\n{MORE}\n\nTen ferries to love\nWhy we sail\n")
    assert not links["Why we sail"].is_used
    results = by_text(f"{STORY}\n{MORE}\n\nThe fleet:\n1. Solvind 34\n2. Olden 31\n")
    assert results["2. Olden 31"].is_used


def test_the_name_of_a_site_above_the_headline_is_left_out():
    lines = by_text(f"Quay News\nFirst with the tide\nFerry company lays off workers\n\n{STORY}\n")
    assert (lines["Quay News"].is_used, lines["First with the tide"].is_used) == (False, False)
    assert lines["Ferry company lays off workers"].role == "headline"


def test_a_caption_goes_with_its_credit_and_a_sentence_about_a_photo_stays():
    lines = by_text(
        f"{STORY}\n\nThe ferry in MayPhoto: Arne Lisk / Quay News\n\n"
        f"The photo shows the ferry on the rocks off Olden in May.\n\n{MORE}"
    )
    assert lines["The ferry in MayPhoto: Arne Lisk / Quay News"].role == "caption"
    assert lines["The photo shows the ferry on the rocks off Olden in May."].is_used
