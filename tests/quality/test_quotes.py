"""Quotes against written cases: whose words, by whom, and which marks are none.

A case counts only when all its quotes are found with every part of their words, their type and
their speaker, and nothing else is. Floors only rise: change them to what is measured, never
below.
"""

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes import Quote, read_quotes

_HERE = Path(__file__).parent
_CASES = [
    json.loads(line)
    for line in (_HERE / "quotes_cases.jsonl").read_text(encoding="utf-8").splitlines()
]
_FLOORS: dict[str, float] = json.loads((_HERE / "floors_quotes.json").read_text(encoding="utf-8"))
_EDGES = " .,;:!?\"'“”‘’«»…-–—"


def _words(document: AnalysedDocument, quote: Quote) -> tuple[str, ...]:
    if quote.parts is None:
        return (document.text[quote.char_start : quote.char_end].strip(_EDGES),)
    return tuple(
        document.text[part["char_start"] : part["char_end"]].strip(_EDGES) for part in quote.parts
    )


@pytest.fixture(scope="module")
def outcome(analysed: Any) -> dict[str, dict[str, bool]]:
    """For each case, what was right: words, types, speakers, passed."""
    results = {}
    for case in _CASES:
        document = analysed(case["text"])
        quotes, passed = read_quotes(document, [])
        found = {_words(document, one): (one.quote_type, one.speaker_surface) for one in quotes}
        wanted = {
            tuple(part.strip(_EDGES) for part in one["parts"]): (one["type"], one["speaker"])
            for one in case["quotes"]
        }
        same = found.keys() & wanted.keys()
        reasons = Counter(str(one.reason_code) for one in passed)
        results[case["id"]] = {
            "words": found.keys() == wanted.keys(),
            "types": all(found[one][0] == wanted[one][0] for one in same),
            "speakers": all(found[one][1] == wanted[one][1] for one in same),
            "passed": "passed" not in case or reasons == Counter(case["passed"]),
        }
    return results


def test_there_are_enough_cases() -> None:
    assert len(_CASES) >= 180
    assert len({case["id"] for case in _CASES}) == len(_CASES)


@pytest.mark.parametrize("measure", ["words", "types", "speakers", "passed"])
def test_share_of_right_cases_does_not_fall(
    outcome: dict[str, dict[str, bool]], measure: str
) -> None:
    right = sum(one[measure] for one in outcome.values()) / len(outcome)
    wrong = sorted(name for name, one in outcome.items() if not one[measure])
    assert right >= _FLOORS[measure], f"{measure}: {right:.3f}, wrong: {wrong}"


def test_no_kind_of_case_is_lost(outcome: dict[str, dict[str, bool]]) -> None:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for case in _CASES:
        kinds[case["kind"]].append(all(outcome[case["id"]].values()))
    low = {
        kind: sum(right) / len(right)
        for kind, right in kinds.items()
        if sum(right) / len(right) < _FLOORS["every_kind"]
    }
    assert not low
