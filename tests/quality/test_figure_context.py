"""How well a figure's surroundings are read: who, where, when, in what mode, told by whom.

The sentences were written for this project; each asks for the columns it is about. Entities and
dates are read as in a run. The floors beside this file only rise: `python
tests/quality/test_figure_context.py` prints what is reached now, and writes it with `--raise`,
never below what the file says.
"""

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from floors import read_floors, report

from pipeline.document import AnalysedDocument
from pipeline.extract.document import ExtractedDocument, extract_facts
from pipeline.extract.figures import Figure

HERE = Path(__file__).parent
FLOORS = HERE / "floors_figure_context.json"
CASES = [
    json.loads(line)
    for line in (HERE / "figure_context_cases.jsonl").read_text("utf8").splitlines()
]
COLUMNS = {
    "agent": "agent",
    "predicate": "predicate",
    "place": "place",
    "noun": "counted_noun",
    "modality": "modality",
    "negated": "is_negated",
}

AnalyseText = Callable[..., AnalysedDocument]


class Read:
    """The figures of one case, and what they point at, in the words of the text."""

    def __init__(self, text: str, facts: ExtractedDocument) -> None:
        self.text = text
        self.facts = facts
        self.words = {
            fact.fact_id: text[fact.char_start : fact.char_end]
            for fact in (*facts.mentions, *facts.dates)
        }

    def figure(self, number: str) -> Figure | None:
        """Return the first figure whose number is written so."""
        for figure in self.facts.figures:
            if self.text[figure.number_char_start : figure.number_char_end] == number:
                return figure
        return None

    def found(self, figure: Figure, name: str) -> Any:
        """Return what the figure has in a column, what it points at in the words of the text."""
        if name in COLUMNS:
            return getattr(figure, COLUMNS[name])
        if name == "date":
            return self.words.get(figure.date_mention_id or "")
        if name == "speaker":
            return self.words.get(figure.speaker_mention_id or "")
        if name == "context":
            return figure.context
        roles: dict[str, list[str]] = {}
        for link in self.facts.figure_entities:
            if link.figure is figure:
                roles.setdefault(link.role, []).append(self.words[link.entity_mention_id])
        return roles


def is_met(name: str, want: Any, got: Any) -> bool:
    if name == "roles":
        return all(set(words) <= set(got.get(role, [])) for role, words in want.items())
    if name == "context":
        return want in (got or "").split(", ")
    return bool(want == got)


def measure(analysed: AnalyseText) -> tuple[dict[str, float], list[str]]:
    """Return the share of each column that is as expected, and a line for each failure."""
    met: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    failures: list[str] = []
    for case in CASES:
        published = case.get("published")
        day = dt.date.fromisoformat(published) if published else None
        read = Read(case["text"], extract_facts(analysed(case["text"], day)))
        for want in case["figures"]:
            figure = read.figure(want["number"])
            asked["found"] += 1
            met["found"] += figure is not None
            for name in want.keys() - {"number"}:
                got = None if figure is None else read.found(figure, name)
                right = figure is not None and is_met(name, want[name], got)
                asked[name] += 1
                met[name] += right
                if not right:
                    failures.append(
                        f"{case['form']}: {case['text']} [{want['number']}] {name} "
                        f"is {want[name]!r}, GOT {got!r}"
                    )
    reached = {name: round(100 * met[name] / asked[name], 1) for name in sorted(asked)}
    return reached, sorted(failures)


@pytest.fixture(scope="module")
def measured(analysed: AnalyseText) -> tuple[dict[str, float], list[str]]:
    return measure(analysed)


@pytest.mark.parametrize("name", sorted(read_floors(FLOORS)))
def test_context_is_not_below_its_floor(
    measured: tuple[dict[str, float], list[str]], name: str
) -> None:
    reached, failures = measured
    floor = read_floors(FLOORS)[name]
    assert reached[name] >= floor, "\n".join(failures)


def test_every_column_is_asked_for_often_enough_to_mean_something() -> None:
    asked = Counter(name for case in CASES for want in case["figures"] for name in want)
    assert len(CASES) >= 90
    assert len({case["text"] for case in CASES}) == len(CASES)
    assert min(asked[name] for name in ("agent", "place", "date", "modality", "negated")) >= 10


if __name__ == "__main__":
    from pipeline.analyse.documents import analyse_document
    from pipeline.analyse.model import load_model

    model = load_model()
    report(FLOORS, *measure(lambda text, day: analyse_document(model, text, published=day)))
