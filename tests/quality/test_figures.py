"""How well figures are read, on sentences written for this project, one for each form.

The floors beside this file only rise: `python tests/quality/test_figures.py` prints what is
reached now, and writes it with `--raise`, never below what the file says.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from floors import read_floors, report

from pipeline.document import AnalysedDocument
from pipeline.extract.figures import Figure, read_figures

HERE = Path(__file__).parent
FLOORS = HERE / "floors_figures.json"
CASES = [json.loads(line) for line in (HERE / "figures_cases.jsonl").read_text("utf8").splitlines()]

AnalyseText = Callable[..., AnalysedDocument]


def close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))


def judged(want: dict[str, Any], got: Figure) -> Iterator[tuple[str, bool]]:
    """Yield each measure that this expected figure asks for, and whether it is met."""
    value = want.get("value")
    right = close(value, got.value)
    if value is None:
        right = close(want["low"], got.value_low) and close(want["high"], got.value_high)
    yield "value", right
    yield "comparator", right and want["comparator"] == got.comparator
    yield (
        "unit",
        right
        and (want["kind"], want.get("unit"))
        == (
            got.unit_kind,
            None if got.unit_kind == "count" or "unit" not in want else got.unit_name,
        ),
    )
    if "noun" in want or got.unit_kind == "count":
        yield "noun", right and want.get("noun") == got.counted_noun
    fields = {"change": got.change, "basis": got.change_basis, "modality": got.modality,
              "rate": got.rate_name, "modifiers": got.counted_modifiers, "code": got.unit_code,
              "is_implicit": got.is_implicit, "is_vague": got.is_vague,
              "is_multiple": got.is_multiple, "is_share": got.is_share,
              "is_ambiguous": got.is_ambiguous, "is_negated": got.is_negated}  # fmt: skip
    for name, found in fields.items():
        if name in want:
            yield "other", right and want[name] == found


def measure(analysed: AnalyseText) -> tuple[dict[str, float], list[str]]:
    """Return the share of each measure that is met, and a line for each failure."""
    met: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    failures: list[str] = []
    for case in CASES:
        text = case["text"]
        figures, _, rejects = read_figures(analysed(text), [], [])
        left = list(figures)
        for want in case["figures"]:
            asked["span"] += 1
            got = next(
                (
                    figure
                    for figure in left
                    if text[figure.number_char_start : figure.number_char_end] == want["number"]
                ),
                None,
            )
            if got is None:
                asked.update(("value", "comparator", "unit"))
                failures.append(f"{case['form']}: {text} MISSED {want['number']}")
                continue
            left.remove(got)
            met["span"] += 1
            for name, is_met in judged(want, got):
                asked[name] += 1
                met[name] += is_met
                if not is_met:
                    failures.append(f"{case['form']}: {text} {name} of {want} GOT {got}")
        asked["precision"] += len(figures)
        met["precision"] += len(figures) - len(left)
        failures += [
            f"{case['form']}: {text} EXTRA {text[f.char_start : f.char_end]}" for f in left
        ]
        for want in case["passed"]:
            asked["passed"] += 1
            found = any(
                want["number"] in text[one.char_start : one.char_end]
                and one.reason_code == want["reason"]
                for one in rejects
            )
            met["passed"] += found
            if not found:
                failures.append(f"{case['form']}: {text} PASSED {want} GOT {rejects}")
    return {name: round(100 * met[name] / asked[name], 1) for name in sorted(asked)}, failures


@pytest.fixture(scope="module")
def measured(analysed: AnalyseText) -> tuple[dict[str, float], list[str]]:
    return measure(analysed)


@pytest.mark.parametrize("name", sorted(read_floors(FLOORS)))
def test_quality_is_not_below_its_floor(
    measured: tuple[dict[str, float], list[str]], name: str
) -> None:
    reached, failures = measured
    floor = read_floors(FLOORS)[name]
    assert reached[name] >= floor, "\n".join(failures)


def test_there_is_a_case_for_each_form() -> None:
    assert len(CASES) >= 150
    assert len({case["text"] for case in CASES}) == len(CASES)


if __name__ == "__main__":
    from pipeline.analyse.documents import analyse_document
    from pipeline.analyse.model import load_model

    model = load_model()
    report(FLOORS, *measure(lambda text: analyse_document(model, text)))
