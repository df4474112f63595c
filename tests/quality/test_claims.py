"""How well claims are told apart, on pairs of texts written for this project.

All pairs are read and linked in one run, so that a mention of one pair that is brought together
with a mention of another counts as a mistake too. The floors beside this file only rise:
`python tests/quality/test_claims.py` prints what is reached now, and writes it with `--raise`.
"""

import json
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from floors import read_floors, report

from pipeline.run.steps import STEPS, run_step
from pipeline.run.workspace import open_workspace
from pipeline.settings import Settings
from schemas.claims import ContradictionKind

HERE = Path(__file__).parent
FLOORS = HERE / "floors_claims.json"
CASES = [json.loads(line) for line in (HERE / "claims_cases.jsonl").read_text("utf8").splitlines()]
KINDS = ("same", "different", "contradiction", "update")
# In which facts a kind of contradiction is looked for, where not in figures.
_TABLE_OF = {
    "date_value": "fct_date_mention",
    "date_granularity": "fct_date_mention",
    "speaker": "fct_quote",
    "wording": "fct_quote",
}


@dataclass
class Linked:
    """What a run over all pairs found, by the place where it was read."""

    claim_of: dict[str, list[tuple[int, int, str, str, str]]]
    """External id -> (char_start, char_end, table, mention id, claim id)."""
    kinds: dict[frozenset[str], set[str]]
    """Two mention ids -> kinds of contradiction between them."""
    hard: set[frozenset[str]]
    updated: set[str]
    witnesses: dict[str, int]
    contradictions: list[tuple[str, str]]
    """Case and kind of each contradiction between two texts."""


@cache
def linked() -> Linked:
    """Run the pipeline over all pairs, as far as claims."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        raw.mkdir()
        with (raw / "pairs.jsonl").open("w", encoding="utf8") as file:
            for case in CASES:
                for side in "ab":
                    later = case["expect"] == "update" and side == "b"
                    record = {
                        "id": f"{case['id']}/{side}",
                        "text": case[side],
                        "publisher": f"{case['id']}/{case.get('publisher', side)}",
                        "published": "2031-05-13" if later else "2031-05-10",
                    }
                    file.write(json.dumps(record) + "\n")
        settings = Settings(raw=raw, warehouse=Path(folder) / "warehouse", workers=1)
        with open_workspace(settings, run_id="quality") as workspace:
            for step in STEPS:
                run_step(step, workspace)
                if step.name == "claims":
                    break
            tables = {
                name: workspace.scan(name).collect()
                for name in (
                    "dim_document",
                    "fct_figure",
                    "fct_date_mention",
                    "fct_quote",
                    "dim_claim",
                    "bridge_claim_figure",
                    "bridge_claim_date",
                    "fct_contradiction",
                )
            }
    return _linked(tables)


def _linked(tables: dict[str, pl.DataFrame]) -> Linked:
    names = dict(tables["dim_document"].select("document_id", "external_id").iter_rows())
    claim_of = defaultdict(list)
    for table, bridge, key in (
        ("fct_figure", "bridge_claim_figure", "figure_id"),
        ("fct_date_mention", "bridge_claim_date", "date_mention_id"),
    ):
        joined = tables[table].join(tables[bridge], on=key).sort(key)
        for row in joined.iter_rows(named=True):
            claim_of[names[row["document_id"]]].append(
                (
                    row["char_start"],
                    row["char_end"],
                    table,
                    row[key],
                    row["claim_id"],
                )
            )
    for row in tables["fct_quote"].sort("quote_id").iter_rows(named=True):
        # A quotation is of no claim: it is compared by its words alone.
        found = (row["char_start"], row["char_end"], "fct_quote", row["quote_id"], "quotations")
        claim_of[names[row["document_id"]]].append(found)
    kinds = defaultdict(set)
    hard = set()
    for row in tables["fct_contradiction"].iter_rows(named=True):
        pair = frozenset(
            row[f"figure_id_{s}"] or row[f"date_mention_id_{s}"] or row[f"quote_id_{s}"]
            for s in "ab"
        )
        kinds[pair].add(row["kind_code"])
        if row["severity_code"] == "hard":
            hard.add(pair)
    updated = tables["dim_claim"].filter("is_updated")["claim_id"].to_list()
    witnesses = dict(tables["dim_claim"].select("claim_id", "witness_count").iter_rows())
    told = [
        (names[a].rpartition("/")[0], kind)
        for a, b, kind in tables["fct_contradiction"]
        .select("document_id_a", "document_id_b", "kind_code")
        .iter_rows()
        # What a text takes back that nobody had told before is a row of one text alone.
        if a != b
    ]
    return Linked(claim_of, kinds, hard, set(updated), witnesses, told)


def mention(case: dict[str, Any], side: str, found: Linked) -> tuple[str, str] | None:
    """Return (mention id, claim id) of what a case names, or None when it was not read."""
    start = case[side].lower().index(case[f"surface_{side}"].lower())
    end = start + len(case[f"surface_{side}"])
    wanted = _TABLE_OF.get(case.get("contradiction", ""), "fct_figure")
    for char_start, char_end, table, mention_id, claim_id in found.claim_of[f"{case['id']}/{side}"]:
        if char_start < end and start < char_end and table == wanted:
            return mention_id, claim_id
    return None


def is_right(case: dict[str, Any], found: Linked) -> bool:
    a, b = mention(case, "a", found), mention(case, "b", found)
    if a is None or b is None:
        return False
    together = a[1] == b[1]
    pair = frozenset((a[0], b[0]))
    kinds = found.kinds.get(pair, set())
    match case["expect"]:
        case "same":
            return together and pair not in found.hard
        case "different":
            return not together
        case "contradiction":
            return together and case["contradiction"] in kinds
        case _:
            return together and a[1] in found.updated and not kinds


def witnesses(case: dict[str, Any], found: Linked) -> int | None:
    """Return how many witnesses the claim of a pair was found to have."""
    read = mention(case, "a", found)
    return None if read is None else found.witnesses[read[1]]


def measure() -> tuple[dict[str, float], list[str]]:
    """Return recall by kind of pair, precision of joins and contradictions, and the failures."""
    found = linked()
    right = [is_right(case, found) for case in CASES]
    asked, met = Counter(), Counter()
    for case, ok in zip(CASES, right, strict=True):
        asked[case["expect"]] += 1
        met[case["expect"]] += ok
    members = defaultdict(set)
    for document, mentions in found.claim_of.items():
        for _, _, table, _, claim_id in mentions:
            if table != "fct_quote":
                members[claim_id].add(document.rpartition("/")[0])
    # A claim that holds mentions of two pairs, or of a pair that is to be kept apart, is a mistake.
    joined = {one: cases for one, cases in members.items() if len(cases) > 1}
    false_joins = len(joined) + asked["different"] - met["different"]
    true_joins = met["same"] + met["contradiction"] + met["update"]
    expected = {
        (case["id"], kind)
        for case in CASES
        if case["expect"] == "contradiction"
        for kind in (case["contradiction"], *case.get("also", ()))
    }
    true_contradictions = [one for one in found.contradictions if one in expected]
    measures = {kind: met[kind] / asked[kind] for kind in KINDS}
    counted = [case for case in CASES if "witnesses" in case]
    well_counted = [case for case in counted if witnesses(case, found) == case["witnesses"]]
    measures["witnesses"] = len(well_counted) / len(counted)
    measures["join_precision"] = true_joins / max(1, true_joins + false_joins)
    measures["contradiction_precision"] = len(true_contradictions) / len(found.contradictions)
    failures = [
        f"{case['id']}: {case['a']} | {case['b']}"
        for case, ok in zip(CASES, right, strict=True)
        if not ok
    ]
    failures += [f"{case['id']}: witnesses" for case in counted if case not in well_counted]
    failures += [f"one claim holds {', '.join(sorted(cases))}" for cases in joined.values()]
    return {name: round(value, 4) for name, value in measures.items()}, failures


def test_there_are_forty_pairs_of_each_kind_and_each_names_what_it_compares() -> None:
    counts = Counter(case["expect"] for case in CASES)
    assert all(counts[kind] >= 40 for kind in KINDS)
    kinds = {case["contradiction"] for case in CASES if case["expect"] == "contradiction"}
    assert kinds == set(ContradictionKind)
    for case in CASES:
        for side in "ab":
            assert case[f"surface_{side}"].lower() in case[side].lower()
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert {case["witnesses"] for case in CASES if "witnesses" in case} == {1, 2}


@pytest.mark.parametrize("name", read_floors(FLOORS))
def test_no_measure_falls_below_its_floor(name: str) -> None:
    measures, failures = measure()
    assert measures[name] >= read_floors(FLOORS)[name], "\n".join(failures)


if __name__ == "__main__":
    report(FLOORS, *measure())
