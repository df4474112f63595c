"""Why a figure was read as it was, in words that a reader of news understands."""

import datetime as dt

import pytest

from assets.explanation import explanation_lines, summary
from pipeline.run.explain import FigureLinks
from pipeline.run.trace import Trace

TEXT = "Yesterday Chad's army said at least 1,200 rebels will be freed in Abéché by May 2031."


def span(words):
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def row():
    start, end = span("at least 1,200 rebels")
    number, cue, noun = span("1,200"), span("at least"), span("rebels")
    return {
        "figure_id": "f1", "value": 1200.0, "value_low": 1200.0, "value_high": None,
        "comparator": "ge", "unit_kind": "count", "unit_name": "rebel", "counted_noun": "rebels",
        "change": None, "change_basis": None, "context": None, "agent": None,
        "predicate": "freed", "place": "Abéché", "modality": "planned", "is_negated": False,
        "is_truncated": True, "extractor_name": "figures", "extractor_version": "1",
        "rule_id": "cardinal", "char_start": start, "char_end": end,
        "number_char_start": number[0], "number_char_end": number[1],
        "noun_char_start": noun[0], "noun_char_end": noun[1],
        "cue_char_start": cue[0], "cue_char_end": cue[1],
        "reading": "digits:comma-grouped; comparator: 'at least'; noun:rebels; predicate:freed; "
        "modality:planned 'will'; place:in Abéché (hangs on its verb); "
        "date:'May 2031' (hangs on its verb); a rule of tomorrow",
    }  # fmt: skip


@pytest.fixture
def told(row):
    found = Trace(
        table="fct_figure", row=row, sentence={"text": TEXT, "char_start": 0}, paragraph=None,
        document=None, source=None, lineage=None, run=None,
    )  # fmt: skip
    links = FigureLinks(
        date={
            "surface": "May 2031",
            "date_start": dt.date(2031, 5, 1),
            "date_end": dt.date(2031, 5, 31),
        },
        entities=[
            {
                "role": "place",
                "surface": "Abéché",
                "entity_name": "Abéché",
                "entity_type": "place",
            }
        ],
        speaker="Chad's army",
        claim={"claim_name": "1,200 \x1b[31mrebels", "status_code": "single_source"},
    )
    return "\n".join(explanation_lines(found, links))


@pytest.mark.parametrize(
    "line",
    [
        "figure f1: at least 1,200 rebels",
        "said [at least [1,200] rebels] will be freed",
        "written in digits, comma-grouped",
        "'at least' says so",
        "rebels, characters 42 to 48",
        "planned -- 'will' says so",
        "Abéché -- 'in Abéché' hangs on its verb",
        "May 2031: 2031-05-01 to 2031-05-31 -- it hangs on its verb",
        "told by     Chad's army",
        "the sentence is cut off",
        "cardinal, by figures 1",
    ],
)
def test_each_rule_is_said_in_plain_words(told, line):
    assert line in told


def test_a_step_without_words_of_its_own_is_shown_as_it_is(told):
    assert "a rule of tomorrow" in told


def test_what_strangers_wrote_stays_text(told):
    assert "\x1b" not in told
    assert "\\x1b[31mrebels" in told


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"value": 5.0, "unit_kind": "percent", "unit_name": "percentage",
          "counted_noun": "voters"}, "5 percent of voters"),
        ({"value": None, "value_low": 3.0, "value_high": 9.0, "comparator": "range",
          "counted_noun": "ships"}, "a range, 3 to 9 ships"),
        ({"value": 0.5, "is_share": True, "counted_noun": "seats"}, "0.5 of seats"),
    ],
)  # fmt: skip
def test_summary(values, words):
    assert summary({"comparator": "eq", "unit_kind": "count"} | values) == words
