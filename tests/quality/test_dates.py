"""How well dates are read from sentences of every kind, against floors that only rise."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.document import AnalysedDocument
from pipeline.extract.dates import DateMention, read_dates

HERE = Path(__file__).parent
CASES = [json.loads(line) for line in (HERE / "dates_cases.jsonl").read_text("utf-8").splitlines()]
FLOORS = json.loads((HERE / "floors_dates.json").read_text("utf-8"))


def _key(mention: DateMention, text: str) -> tuple[Any, ...]:
    return (
        text[mention.char_start : mention.char_end],
        mention.date_start and mention.date_start.isoformat(),
        mention.date_end and mention.date_end.isoformat(),
        mention.granularity,
        mention.basis,
        mention.unresolved_reason,
    )


def _expected(one: dict[str, Any]) -> tuple[Any, ...]:
    fields = ("surface", "start", "end", "granularity", "basis", "reason")
    return tuple(one[field] for field in fields)


@pytest.fixture(scope="module")
def results(analysed: Callable[..., AnalysedDocument]) -> list[tuple[dict[str, Any], list[Any]]]:
    """Each case with what was read in it."""
    out = []
    for case in CASES:
        published = date.fromisoformat(case["published"]) if case["published"] else None
        mentions, _ = read_dates(analysed(case["text"], published))
        out.append((case, [_key(one, case["text"]) for one in mentions]))
    return out


def test_expressions_found_and_resolved(
    results: list[tuple[dict[str, Any], list[Any]]],
) -> None:
    wanted = found = right = false = 0
    report = []
    for case, read in results:
        expected = [_expected(one) for one in case["dates"]]
        wanted += len(expected)
        surfaces = [one[0] for one in read]
        found += sum(one[0] in surfaces for one in expected)
        right += sum(one in read for one in expected)
        false += sum(one[0] not in [other[0] for other in expected] for one in read)
        if read != expected:
            report.append(f"{case['id']}: {case['text']}\n  wanted {expected}\n  read   {read}")
    measured = {
        "expressions": wanted,
        "found_share": found / wanted,
        "right_share": right / wanted,
        "false_count": false,
    }
    print("\n".join(report))
    print(measured)
    assert measured["expressions"] >= FLOORS["expressions"]
    assert measured["found_share"] >= FLOORS["found_share"], "\n".join(report)
    assert measured["right_share"] >= FLOORS["right_share"], "\n".join(report)
    assert measured["false_count"] <= FLOORS["false_count"], "\n".join(report)


def test_every_kind_of_expression_is_measured() -> None:
    groups = {case["group"] for case in CASES}
    assert groups == {
        "explicit",
        "range",
        "inferred",
        "relative",
        "stated",
        "unresolved",
        "none",
    }
    assert len(CASES) >= FLOORS["cases"]
