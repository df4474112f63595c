"""Claims: who is a witness, and what contradicts what."""

import datetime as dt
from functools import partial
from typing import Any

import pytest
from claim_texts import DAY, DIGEST, STATEMENT, TWO_VOICES, AnalyseText, claims, largest

from pipeline.link.claims.positions import rivals
from pipeline.link.claims.voices import offices, voices


def test_two_publishers_in_their_own_words_corroborate(analysed: AnalyseText) -> None:
    claim = largest(claims(analysed, *TWO_VOICES))
    assert (claim["status_code"], claim["witness_count"]) == ("corroborated", 2)


def test_one_publisher_twice_is_one_witness(analysed: AnalyseText) -> None:
    claim = largest(claims(analysed, *((text, {"publisher": "P"}) for text in TWO_VOICES)))
    assert (claim["status_code"], claim["witness_count"]) == ("repeated", 1)


def test_repeated_wording_is_one_witness(analysed: AnalyseText) -> None:
    frames = claims(analysed, TWO_VOICES[0], f"{TWO_VOICES[0]} Nobody else was there to see it.")
    assert largest(frames)["witness_count"] == 1
    assert "shared_wording" in frames.bridge_claim_figure["witness_code"].to_list()


def test_one_speaker_in_two_papers_is_one_witness(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        'Anna Lindqvist told reporters in Malmo: "We need 640 pumps for the canal."',
        '"There are 640 pumps that the canal in Malmo needs," said Anna Lindqvist.',
    )
    claim = largest(frames)
    assert (claim["document_count"], claim["witness_count"]) == (2, 1)


def test_an_item_of_a_digest_is_a_witness_of_its_own(analysed: AnalyseText) -> None:
    digest = f"{DIGEST}Island Radio\n\nOff Gozo divers found 212 amphorae, all of them for Malta."
    frames = claims(analysed, (digest, {"outlets": ("The Evening Post", "Island Radio")}))
    claim = largest(frames)
    assert (claim["document_count"], claim["publisher_count"], claim["witness_count"]) == (1, 2, 2)
    assert claim["status_code"] == "corroborated"
    assert set(frames.bridge_claim_figure["witness_code"]) == {"digest_item"}
    # The same text without outlets is one voice.
    assert largest(claims(analysed, digest))["witness_count"] == 1


def test_an_item_of_a_digest_counts_once_with_its_outlets_own_text(analysed: AnalyseText) -> None:
    own = (TWO_VOICES[0], {"publisher": "The Evening Post"})
    other = (TWO_VOICES[0], {"publisher": "Island Radio"})
    digest = (DIGEST, {"outlets": ("The Evening Post",)})
    assert largest(claims(analysed, digest, own))["witness_count"] == 1
    assert largest(claims(analysed, digest, other))["witness_count"] == 2


def test_items_of_a_digest_may_contradict_each_other(analysed: AnalyseText) -> None:
    digest = (
        "The Evening Post\n\nThe fire in Porto destroyed 14 warehouses on Friday.\n\n"
        "Island Radio\n\nThe fire in Porto destroyed 23 warehouses on Friday."
    )
    frames = claims(analysed, (digest, {"outlets": ("The Evening Post", "Island Radio")}))
    (explanation,) = frames.fct_contradiction["explanation"]
    assert "The Evening Post (in " in explanation
    assert "Island Radio (in " in explanation
    assert claims(analysed, digest).fct_contradiction.is_empty()


def test_standing_lines_take_no_part(analysed: AnalyseText) -> None:
    line = "Join the 212 amphorae hunters of Malta who read us from Gozo to Sliema."
    text = f"{TWO_VOICES[0]}\n\n{line}"
    with_line = claims(analysed, text)
    without = claims(analysed, (text, {"standing": "Join the 212"}))
    assert with_line.bridge_claim_figure.height == without.bridge_claim_figure.height + 1
    assert "212 amphorae hunters" in with_line.dim_claim["claim_name"].to_list()
    assert "212 amphorae hunters" not in without.dim_claim["claim_name"].to_list()


def test_reports_of_an_act_go_back_to_the_actors_own_statement(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        STATEMENT.replace("Harbour Council", "OSCE").replace("dredgers", "monitors"),
        "The OSCE has placed 1,800 monitors in Antwerp, which surprised the neighbours.",
    )
    claim = largest(frames)
    assert (claim["document_count"], claim["witness_count"]) == (2, 1)


def test_who_gives_another_value_does_not_corroborate(analysed: AnalyseText) -> None:
    claim = largest(
        claims(
            analysed,
            "The fire in Porto destroyed 14 warehouses on Friday.",
            "The fire in Porto destroyed 23 warehouses on Friday.",
        )
    )
    assert (claim["status_code"], claim["position_count"]) == ("disputed", 2)


def test_a_later_value_in_a_later_report_is_an_update(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        "The fire in Porto has destroyed 14 warehouses.",
        (
            "The fire in Porto has destroyed 23 warehouses.",
            {"published": DAY + dt.timedelta(days=2)},
        ),
    )
    assert largest(frames)["is_updated"]
    assert frames.fct_contradiction.is_empty()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("about 40,000 crates", "more than 40,000 crates"),
        ("some 3.6 million crates", "3,674,952 crates"),
        ("at least 120 crates", "131 crates"),
        ("between 80 and 120 crates", "95 crates"),
    ],
)
def test_rounding_bounds_and_ranges_agree(analysed: AnalyseText, first: str, second: str) -> None:
    frames = claims(
        analysed,
        f"The harbour of Rotterdam shipped {first} of tulips to Oslo in March.",
        f"In March the harbour of Rotterdam shipped {second} of tulips to Oslo.",
    )
    assert largest(frames)["document_count"] == 2
    assert frames.fct_contradiction.is_empty()


def test_a_quotation_in_two_mouths_is_a_contradiction(analysed: AnalyseText) -> None:
    words = "Nobody in this valley will ever again drink water that a mine has touched"
    frames = claims(
        analysed,
        f'"{words}," said Marta Kowalska in Gdansk.',
        f'"{words}," said Pavel Dvorak in Prague.',
    )
    (row,) = frames.fct_contradiction.iter_rows(named=True)
    assert (row["kind_code"], row["claim_id"]) == ("speaker", None)


def test_an_excerpt_of_a_quotation_contradicts_nothing(analysed: AnalyseText) -> None:
    words = "Nobody in this valley will ever again drink water that a mine has touched"
    frames = claims(
        analysed,
        f'"{words}," said Marta Kowalska in Gdansk.',
        f'"{words.removeprefix("Nobody in this valley ")}," Marta Kowalska said.',
    )
    assert frames.fct_contradiction.is_empty()


def test_long_wordings_are_shown_where_they_part(analysed: AnalyseText) -> None:
    ending = "every lighthouse on the northern coast will be lit by {} lamps before the winter."
    before = "Nobody who sails past this harbour at night shall ever again have to guess, and that "
    aside = "Every pilot, cook, clerk and rower of this town has asked me for years, and I agree: "
    for first, second in ((before, before), ("", f"Every {aside}{aside}")):
        frames = claims(
            analysed,
            f'"{first}{ending.format("electric")}" said Maren Olsdatter.',
            f'"{second}{ending.format("modern gas")}" said Maren Olsdatter.',
        )
        (explanation,) = frames.fct_contradiction["explanation"]
        for lamps in ("electric lamps", "modern gas lamps"):
            assert f"the northern coast will be lit by {lamps}" in explanation


def test_what_a_source_corrects_disputes_nothing_and_leaves_a_trail(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        ("Police in Oslo arrested 12 skaters on Sunday.", {"publisher": "The Post"}),
        (
            "Police in Oslo arrested 19 skaters on Sunday, correcting an earlier figure of 12.",
            {"publisher": "The Post"},
        ),
        "On Sunday 19 skaters were arrested by police in Oslo.",
    )
    (row,) = frames.fct_contradiction.iter_rows(named=True)
    assert (row["kind_code"], row["severity_code"]) == ("correction", "reconcilable")
    assert (row["surface_a"], row["surface_b"]) == ("12 skaters", "19 skaters")
    assert "takes back “12”" in row["explanation"]
    claim = largest(frames)
    assert (claim["contradiction_count"], claim["correction_count"]) == (0, 1)
    assert (claim["value_low"], claim["value_high"], claim["is_updated"]) == (19, 19, True)
    superseded = frames.bridge_claim_figure.filter("is_superseded")
    assert superseded.height == 2


def test_who_has_taken_nothing_back_still_disputes(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        "Police in Oslo arrested 19 skaters on Sunday, correcting an earlier figure of 12.",
        "On Sunday 12 skaters were arrested by police in Oslo.",
    )
    kinds = sorted(frames.fct_contradiction["kind_code"])
    assert kinds == ["correction", "value"]


def test_two_mentions_make_one_contradiction_told_with_all_reasons(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        "Denmark will send 600 extra soldiers to Estonia.",
        "Denmark has sent 600 soldiers to Estonia.",
    )
    (row,) = frames.fct_contradiction.iter_rows(named=True)
    assert (row["kind_code"], row["severity_code"]) == ("modality", "hard")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("harbour master Ole Brand said", "the harbour master said"),
        ("the navy said", "according to the navy"),
        ("said Ole Brand, the head of the harbour office", "the harbour office's head said"),
    ],
)
def test_one_voice_under_a_name_and_an_office_is_one_witness(
    analysed: AnalyseText, first: str, second: str
) -> None:
    frames = claims(
        analysed,
        f"The storm off Skagen sank 17 cutters, {first}.",
        f"Off Skagen 17 cutters went down when it blew hardest, {second}.",
    )
    claim = largest(frames)
    assert (claim["document_count"], claim["witness_count"]) == (2, 1)


@pytest.mark.parametrize("piece", ["A-", "A'", "A, a", "poll A ", ", a b "])
def test_voices_are_sought_in_proportion_to_the_text(piece: str, assert_in_proportion) -> None:
    def seeking(length: int):
        return partial(_seek_voices, "poll " + piece * (length // len(piece)))

    assert_in_proportion(seeking, 1_000)


def _seek_voices(text: str) -> None:
    offices([text])
    voices(None, text, {})


def test_two_offices_are_two_witnesses(analysed: AnalyseText) -> None:
    frames = claims(
        analysed,
        "The storm off Skagen sank 17 cutters, the navy said.",
        "Off Skagen 17 cutters went down when it blew hardest, the mayor said.",
    )
    assert largest(frames)["witness_count"] == 2


def test_a_denied_figure_is_named_as_denied(analysed: AnalyseText) -> None:
    frames = claims(analysed, "Not a single lorry has come to Skagen.")
    assert largest(frames)["claim_name"] == "not a single lorry"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("nearly 2.2 million crates", "2,336,799 crates"),
        ("about 54,000 crates", "nearly 60,000 crates"),
        ("more than 1,640 crates", "1,790 crates"),
    ],
)
def test_the_more_digits_the_less_does_about_reach(
    analysed: AnalyseText, first: str, second: str
) -> None:
    frames = claims(
        analysed,
        f"The harbour of Rotterdam shipped {first} of tulips to Oslo in March.",
        f"In March the harbour of Rotterdam shipped {second} of tulips to Oslo.",
    )
    assert largest(frames)["position_count"] == 2


def test_one_publisher_that_gives_two_values_may_have_brought_one_up_to_date(
    analysed: AnalyseText,
) -> None:
    texts = (
        "The fire in Porto destroyed 14 warehouses on Friday.",
        "The fire in Porto destroyed 23 warehouses on Friday.",
    )
    two = claims(analysed, *texts).fct_contradiction
    one = claims(analysed, *((text, {"publisher": "The Post"}) for text in texts)).fct_contradiction
    assert [*two["severity_code"], *one["severity_code"]] == ["hard", "soft"]


def test_of_very_many_values_each_stands_against_the_most_told_alone() -> None:
    few: list[list[Any]] = [["mention"] * (1 + (place == 2)) for place in range(5)]
    many: list[list[Any]] = [["mention"] * (1 + (place == 2)) for place in range(900)]
    assert len(list(rivals(few))) == 10
    pairs = list(rivals(many))
    assert len(pairs) == 899
    assert all(many[2] is first or many[2] is second for first, second in pairs)
