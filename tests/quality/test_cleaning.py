"""How well lines are told apart, on pages written for this project.

Each page is read twice, with and without blank lines between its lines. The floors only rise.
"""

import json
from pathlib import Path

import pytest

from pipeline.clean.paragraphs import clean
from pipeline.clean.segments import cut_segments

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors_cleaning.json").read_text(encoding="utf-8"))


def read(name: str) -> list[dict]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def measured_lines() -> dict[str, float]:
    counts = {"noise": [0, 0], "content": [0, 0], "role": [0, 0]}
    for case in read("cleaning_cases.jsonl"):
        for separator in ("\n", "\n\n"):
            text = separator.join(line["text"] for line in case["lines"])
            paragraphs, _ = clean(text)
            assert len(paragraphs) == len(case["lines"])
            for line, paragraph in zip(case["lines"], paragraphs, strict=True):
                kind = "content" if line["is_used"] else "noise"
                counts[kind][0] += paragraph.is_used == line["is_used"]
                counts[kind][1] += 1
                if "role" in line:
                    counts["role"][0] += paragraph.role == line["role"]
                    counts["role"][1] += 1
    return {f"{kind}_right": right / total for kind, (right, total) in counts.items()}


def measured_damage() -> dict[str, float]:
    counts = {"truncated": [0, 0], "damaged": [0, 0], "sound": [0, 0]}
    for case in read("cleaning_damage.jsonl"):
        # In the middle of an article, where nothing is a heading.
        around = "The port of Orlova has been closed since the storm of Monday night."
        text = f"{around}\n\n{case['text']}\n\n{around}\n"
        _, sentences = clean(text)
        of_it = [one for one in sentences if one.paragraph == 1]
        found = {
            "truncated": any(one.is_truncated for one in of_it),
            "damaged": any(one.is_damaged for one in of_it),
            "sound": not any(one.is_truncated or one.is_damaged for one in of_it),
        }
        counts[case["expected"]][0] += found[case["expected"]]
        counts[case["expected"]][1] += 1
    return {f"{kind}_right": right / total for kind, (right, total) in counts.items()}


def layouts(segments: list[dict]) -> list[str]:
    """Return the segments' lines with blank lines between segments, nowhere, and everywhere."""
    lines = [line for segment in segments for line in segment["lines"]]
    return [
        "\n\n".join("\n".join(segment["lines"]) for segment in segments),
        "\n".join(lines),
        "\n\n".join(lines),
    ]


def measured_segments() -> dict[str, float]:
    counts = {"digests": [0, 0], "single_texts": [0, 0], "outlets": [0, 0]}
    for case in read("cleaning_segments.jsonl"):
        expected: list[tuple[int, int, str | None]] = []
        for segment in case["segments"]:
            first = expected[-1][1] if expected else 0
            expected.append((first, first + len(segment["lines"]), segment["outlet"]))
        kind = "digests" if len(expected) > 1 else "single_texts"
        for text in layouts(case["segments"]):
            paragraphs, _ = clean(text)
            found = {
                (one.first_paragraph, one.end_paragraph): one.outlet_name
                for one in cut_segments(text, paragraphs)
            }
            counts[kind][0] += list(found) == [(first, end) for first, end, _ in expected]
            counts[kind][1] += 1
            for first, end, outlet in expected:
                counts["outlets"][0] += found.get((first, end), "no such segment") == outlet
                counts["outlets"][1] += 1
    return {f"{kind}_right": right / total for kind, (right, total) in counts.items()}


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_no_floor_is_undercut(measure: str):
    measured = measured_lines() | measured_damage() | measured_segments()
    assert set(measured) == set(FLOORS)
    assert measured[measure] >= FLOORS[measure]
