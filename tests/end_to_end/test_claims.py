"""Claims over a warehouse's life: what may change a verdict, and what may not."""

import json

import pytest

TEXTS = {
    "tide.txt": "ROTTERDAM, March 24, 2022 (Tide News) - Seven lifeboats left Rotterdam for Odesa "
    "on Wednesday. More than 1.2 million people have fled Moldova, the harbour office said.\n",
    "post.txt": "ROTTERDAM, March 24, 2022 (Evening Post) - On Wednesday nine lifeboats left "
    "Rotterdam for Odesa. The bridge at Tulcea is 1,640 metres long.\n",
    "later.txt": "ROTTERDAM, March 30, 2022 (Tide News) - More than 1.6 million people have now "
    "fled Moldova, the harbour office said. Tulcea has a bridge of 1,640 metres.\n",
}
STRANGER = "REYKJAVIK, March 24, 2022 (Frost) - A bakery in Reykjavik sold 77 loaves of rye.\n"
_VERDICTS = {
    "claims": "SELECT * FROM dim_claim ORDER BY ALL",
    "figures": "SELECT * FROM bridge_claim_figure ORDER BY ALL",
    "dates": "SELECT * FROM bridge_claim_date ORDER BY ALL",
    "contradictions": "SELECT * FROM fct_contradiction ORDER BY ALL",
    "agreement": "SELECT * FROM mart_figure_agreement ORDER BY ALL",
}


def verdicts(house) -> dict[str, list[tuple]]:
    return {name: house.query(query) for name, query in _VERDICTS.items()}


@pytest.fixture
def built(house):
    for name, text in TEXTS.items():
        house.put(name, text)
    house.build()
    return house


def test_the_texts_dispute_update_and_corroborate_each_other(built):
    assert built.query(
        "SELECT claim_name, status_code, is_updated FROM dim_claim WHERE document_count > 1 "
        "ORDER BY ALL"
    ) == [
        ("1,640 metres", "corroborated", False),
        ("More than 1.6 million people", "repeated", True),
        ("Seven lifeboats", "disputed", False),
    ]


def test_one_text_after_the_other_is_as_good_as_all_at_once(built, house_at, tmp_path):
    (tmp_path / "slow").mkdir()
    slow = house_at(tmp_path / "slow")
    # Against the order of names and of dates.
    for name in sorted(TEXTS, reverse=True):
        slow.put(name, TEXTS[name])
        slow.build()
    assert verdicts(slow) == verdicts(built)


def test_the_order_of_documents_in_a_file_changes_no_verdict(house, house_at, tmp_path):
    (tmp_path / "other").mkdir()
    other = house_at(tmp_path / "other")
    records = [json.dumps({"id": name, "text": text}) for name, text in TEXTS.items()]
    house.put("all.jsonl", "\n".join(records))
    other.put("all.jsonl", "\n".join(reversed(records)))
    house.build()
    other.build()
    assert house.query("SELECT count(*) FROM fct_contradiction") > [(0,)]
    assert verdicts(house) == verdicts(other)


def test_an_unrelated_text_changes_no_verdict(built):
    before = verdicts(built)
    built.put("stranger.txt", STRANGER)
    built.build()
    after = verdicts(built)
    for name, rows in before.items():
        assert set(rows) <= set(after[name]), name
    assert after["contradictions"] == before["contradictions"]
    assert len(after["claims"]) > len(before["claims"])


def test_what_rested_on_a_source_is_retired_with_it(built):
    (disputed,) = built.query("SELECT claim_id FROM fct_contradiction")
    (built.raw / "post.txt").unlink()
    built.build()
    assert built.query("SELECT count(*) FROM fct_contradiction") == [(0,)]
    assert built.query(
        "SELECT claim_name, status_code, document_count FROM dim_claim "
        "WHERE counted_noun_lemma = 'lifeboat' OR unit_code = 'm' ORDER BY ALL"
    ) == [
        ("1,640 metres", "single_source", 1),
        ("Seven lifeboats", "single_source", 1),
    ]
    assert built.query(
        "SELECT count(*) FROM mart_contradictions WHERE claim_id = ?", *disputed
    ) == [(0,)]


def test_the_samples_agree_and_disagree_as_their_readme_says(samples):
    def disputed(noun: str) -> list[tuple]:
        return samples.query(
            "SELECT kind_code, least(surface_a, surface_b), greatest(surface_a, surface_b) "
            "FROM fct_contradiction JOIN dim_claim USING (claim_id) "
            "WHERE counted_noun_lemma = ? AND kind_code = 'value'",
            noun,
        )

    assert disputed("corridor") == [
        ("value", "Nine humanitarian corridors", "Seven humanitarian corridors")
    ]
    assert disputed("missile") == [("value", "4,000 missiles", "6,000 more missiles")]
    ((name, low, high, updated, disputes),) = samples.query(
        "SELECT claim_name, value_low, value_high, is_updated, contradiction_count "
        "FROM dim_claim WHERE claim_id IN (SELECT claim_id FROM bridge_claim_figure "
        "JOIN fct_figure USING (figure_id) WHERE surface = '4,019,287 refugees')"
    )
    assert (name, low, high) == ("More than 3.6 million people", 3_600_000, 4_019_287)
    assert (updated, disputes) == (True, 0)


def test_what_did_not_fit_into_memory_goes_from_disk_when_linking_fails(built, monkeypatch):
    before = verdicts(built)
    built.put("more.txt", STRANGER)

    def full(folder, places):
        assert list(folder.glob("keys-*.parquet"))
        raise OSError(f"no space left for {len(places)} places")

    monkeypatch.setattr("pipeline.link.claims.find.candidate_pairs", full)
    with pytest.raises(OSError, match="no space left"):
        built.build()
    building = built.root / "next"
    assert (building / "fct_figure").is_dir()
    assert not list(building.glob("_claims*"))
    assert verdicts(built) == before
