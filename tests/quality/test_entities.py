"""How well entities are read from texts written for this project, against floors that only rise.

A case is a text with its mentions marked: [surface|type], [surface|type|full name in the
document], [surface|role|name], [surface|pronoun|name]; a dash stands for one left open.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.document import AnalysedDocument
from pipeline.extract.entities import read_entities

HERE = Path(__file__).parent
CASES = [
    json.loads(line)
    for line in (HERE / "entities_cases.jsonl").read_text(encoding="utf-8").splitlines()
]
FLOORS = json.loads((HERE / "floors_entities.json").read_text(encoding="utf-8"))
_MARK = re.compile(r"\[([^|\]]+)\|([a-z]+)(?:\|([^\]]+))?\]")
_REFERENCES = ("role", "pronoun")


def unmark(marked: str) -> tuple[str, dict[tuple[int, int], tuple[str, str | None]]]:
    """Return the plain text and {span: (type or kind, name)} of what is marked in it."""
    text, last, spans = "", 0, {}
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        surface, kind, name = match.groups()
        spans[len(text), len(text) + len(surface)] = (
            kind,
            None if name == "-" else name or surface,
        )
        text += surface
        last = match.end()
    return text + marked[last:], spans


@pytest.fixture(scope="module")
def scores(analysed: Callable[[str], AnalysedDocument]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for case in CASES:
        text, marked = unmark(case["marked"])
        mentions, _ = read_entities(analysed(text))
        found = {
            (one.char_start, one.char_end): (
                one.entity_type if one.mention_kind == "name" else one.mention_kind,
                one.name,
            )
            for one in mentions
        }
        names = {span: told for span, told in marked.items() if told[0] not in _REFERENCES}
        # Names inside a role ("the NATO secretary general") are not marked again.
        roles = [span for span, told in marked.items() if told[0] == "role"]
        read = {
            span: told
            for span, told in found.items()
            if told[0] not in _REFERENCES
            and not any(first <= span[0] and span[1] <= last for first, last in roles)
        }
        counts["marked"] += len(names)
        counts["read"] += len(read)
        for span, (kind, name) in names.items():
            hit = read.get(span)
            counts["right"] += hit is not None and hit[0] == kind
            counts["named"] += hit is not None and hit == (kind, name)
        references = {span: told for span, told in marked.items() if told[0] in _REFERENCES}
        counts["references"] += len(references)
        counts["resolved"] += sum(found.get(span) == told for span, told in references.items())
    precision = counts["right"] / counts["read"]
    recall = counts["right"] / counts["marked"]
    return {
        "names_f1": 100 * 2 * precision * recall / (precision + recall),
        "full_name_share": 100 * counts["named"] / counts["marked"],
        "reference_share": 100 * counts["resolved"] / counts["references"],
    }


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_no_measure_falls_below_its_floor(measure: str, scores: dict[str, float]) -> None:
    assert scores[measure] >= FLOORS[measure], scores


def test_there_are_cases_of_every_kind() -> None:
    kinds = {re.sub(r" [0-9]+$", "", case["case"]) for case in CASES}
    assert len(CASES) >= 80
    assert len(kinds) >= 15
