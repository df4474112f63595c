"""How well numbers in plain-text tables and after labels are told: by row, column and title.

The tables were written for this project; each asks for the columns it is about, and names the
numbers that must be no figures. The floors beside this file only rise: `python
tests/quality/test_tables.py` prints what is reached now, and writes it with `--raise`, never
below what the file says.
"""

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
FLOORS = HERE / "floors_tables.json"
CASES = [json.loads(line) for line in (HERE / "tables_cases.jsonl").read_text("utf8").splitlines()]
COLUMNS = {"unit": "unit_code", "noun": "counted_noun"}

AnalyseText = Callable[..., AnalysedDocument]


def found(text: str, facts: ExtractedDocument, figure: Figure, name: str) -> Any:
    """Return what the figure has in a column, its date in the words of the text."""
    if name != "date":
        return getattr(figure, COLUMNS.get(name, name))
    dates = {date.fact_id: text[date.char_start : date.char_end] for date in facts.dates}
    return dates.get(figure.date_mention_id or "")


def measure(analysed: AnalyseText) -> tuple[dict[str, float], list[str]]:
    """Return the share of each column that is as expected, and a line for each failure."""
    met: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    failures: list[str] = []

    def judge(case: dict[str, Any], number: str, name: str, want: Any, got: Any) -> None:
        asked[name] += 1
        met[name] += want == got
        if want != got:
            failures.append(f"{case['form']} [{number}] {name} is {want!r}, GOT {got!r}")

    for case in CASES:
        text = case["text"]
        facts = extract_facts(analysed(text, None))
        figures: dict[str, Figure] = {}
        for figure in facts.figures:
            written = text[figure.number_char_start : figure.number_char_end].lstrip("$ ")
            figures.setdefault(written.split()[0], figure)
        for want in case["figures"]:
            number = want["number"]
            judge(case, number, "found", True, number in figures)
            for name in want.keys() - {"number"} if number in figures else ():
                judge(case, number, name, want[name], found(text, facts, figures[number], name))
        for number in case.get("absent", ()):
            judge(case, number, "absent", True, number not in figures)
    reached = {name: round(100 * met[name] / asked[name], 1) for name in sorted(asked)}
    return reached, sorted(failures)


@pytest.fixture(scope="module")
def measured(analysed: AnalyseText) -> tuple[dict[str, float], list[str]]:
    return measure(analysed)


@pytest.mark.parametrize("name", sorted(read_floors(FLOORS)))
def test_what_tables_tell_is_not_below_its_floor(
    measured: tuple[dict[str, float], list[str]], name: str
) -> None:
    reached, failures = measured
    assert reached[name] >= read_floors(FLOORS)[name], "\n".join(failures)


if __name__ == "__main__":
    from pipeline.analyse.documents import analyse_document
    from pipeline.analyse.model import load_model

    model = load_model()
    report(FLOORS, *measure(lambda text, day: analyse_document(model, text, published=day)))
