"""`newsledger compare`: what all sources say of one thing, and where they disagree."""

import datetime as dt
import subprocess
import sys

import pytest

from assets.lines import comparison_lines
from pipeline.run.compare import compare
from pipeline.run.reading import NothingPublished


def test_a_disputed_claim_comes_first_with_all_its_mentions_and_its_contradiction(samples):
    first, *others = compare(samples.settings, "troops").claims
    assert first.claim["status_code"] == "disputed"
    assert first.claim["value_low"] == first.claim["value_high"] == 100_000
    assert {one["severity_code"] for one in first.contradictions} == {"hard"}
    assert {one["kind_code"] for one in first.contradictions} == {"modality"}
    assert "disputed" not in {one.claim["status_code"] for one in others}

    said = {(one["source_path"], one["published_date"]) for one in first.mentions}
    assert said == {
        ("wire-report.txt", dt.date(2022, 3, 24)),
        ("broadcaster-page.txt", dt.date(2022, 3, 24)),
        ("machine-translated.txt", dt.date(2022, 3, 25)),
        ("outlets-digest.txt", None),
    }
    # The digest repeats the wire report and is no witness of its own.
    witnesses = {one["source_path"]: one["witness_index"] for one in first.mentions}
    assert witnesses["wire-report.txt"] == witnesses["outlets-digest.txt"]
    assert witnesses["wire-report.txt"] != witnesses["machine-translated.txt"]


def test_claims_are_shown_whole(samples):
    compared = compare(samples.settings, "", limit=10_000)
    assert [(compared.found,)] == samples.query("SELECT count(*) FROM dim_claim")
    for one in compared.claims:
        assert len(one.mentions) == one.claim["mention_count"]
        assert len({said["witness_index"] for said in one.mentions}) == one.claim["witness_count"]
        told = one.claim["contradiction_count"] + one.claim["correction_count"]
        assert len(one.contradictions) == told
        assert all(said["surface"] in said["sentence"] for said in one.mentions)
        days = [said["published_date"] or dt.date.max for said in one.mentions]
        assert days == sorted(days)


def test_words_match_whole_in_any_case_and_number(samples):
    def found(words: str) -> list[str]:
        compared = compare(samples.settings, words, limit=1_000)
        return [one.claim["claim_id"] for one in compared.claims]

    assert found("troops") == found("TROOP") != []
    assert found("troo") == []
    # One claim counts them as soldiers in one text and as troops in another.
    assert set(found("40,000 troops")) == set(found("40,000")) & set(found("troops")) != set()
    assert found("february") != []
    # What a figure is about counts as well as its own words.
    for claim_id, context in samples.query(
        "SELECT claim_id, context FROM bridge_claim_figure JOIN fct_figure USING (figure_id) "
        "WHERE regexp_full_match(context, '[a-z]+') ORDER BY ALL LIMIT 5"
    ):
        assert claim_id in found(context)
    assert found("( .* [") == []


def test_only_so_many_are_shown_and_the_others_counted(samples):
    compared = compare(samples.settings, "troops", limit=1)
    assert len(compared.claims) == 1 < compared.found
    *_, last = comparison_lines(compared)
    assert f"1 of {compared.found} claims" in last


def test_text_of_strangers_is_shown_and_never_obeyed(house):
    house.put("strange.txt", "The \x1b[31mmayor\u202e of Riverton said 12 bridges were closed.\n")
    house.build()
    shown = list(comparison_lines(compare(house.settings, "bridges")))
    assert any("\\x1b[31mmayor\\u202e" in line for line in shown)
    assert all(line.isprintable() for line in shown)


def test_nothing_to_compare(house):
    with pytest.raises(NothingPublished):
        compare(house.settings, "troops")


def test_the_command_prints_status_witnesses_sentences_and_disputes(samples):
    def told(*words: str) -> str:
        command = [sys.executable, "-m", "assets.cli", "compare", "--warehouse", str(samples.root)]
        ended = subprocess.run([*command, *words], capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    shown = told("troops")
    for one in compare(samples.settings, "troops").claims:
        assert one.claim["claim_name"] in shown
        assert one.claim["status_code"] in shown
        assert all(said["publisher"] in shown for said in one.mentions)
        assert all(said["sentence"] in shown for said in one.mentions)
        assert all(dispute["explanation"] in shown for dispute in one.contradictions)
    assert told("no-such-thing") == "No claim speaks of no-such-thing.\n"
