"""Tables in plain text: what counts as one, and what never happens while they are read."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.paragraphs import clean
from pipeline.clean.tables import Span, Table, TextLine, find_tables
from pipeline.document import AnalysedDocument
from pipeline.extract.figures import read_figures
from pipeline.extract.figures.tables.measures import measure_in

AnalyseText = Callable[..., AnalysedDocument]


def tables_of(text: str) -> list[Table]:
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            found.append(TextLine(start, line, text[max(0, start - 2) : start] == "\n\n"))
        start += len(line) + 1
    return find_tables(found)


@pytest.mark.parametrize(
    "text",
    [
        "Port | 2021 | 2022\nOrlova | 41 | 38\nKolm | 12 | 19",
        "Port       2021    2022\nOrlova       41      38\nKolm         12      19",
        "Port\t2021\t2022\nOrlova\t41\t38\nKolm\t12\t19",
        "| Port | 2021 | 2022 |\n|:---|---:|---:|\n| Orlova | 41 | 38 |\n| Kolm | 12 | 19 |",
        "2021    2022\nOrlova       41      38\nKolm         12      19",
    ],
)
def test_rows_of_cells_under_heads_are_a_table_however_they_are_parted(text: str):
    (table,) = tables_of(text)
    assert [text[slice(*head)] for head in table.heads] == ["2021", "2022"]
    assert [[text[slice(*cell)] for cell in row.cells] for row in table.rows] == [
        ["41", "38"],
        ["12", "19"],
    ]
    assert [text[slice(*row.label)] for row in table.rows] == ["Orlova", "Kolm"]


@pytest.mark.parametrize(
    "text",
    [
        "Home | World | Sport\nNews | Views | Weather",
        "He left.  She stayed.\nThey met in 2021.  Nobody knew.",
        "Orlova | 41 | 38",
        "Orlova  41\nKolm  12  19\nHalden  1  2  3",
        "Doors open: 14:30",
        "Comments: 12",
        "Share: 12",
        "Ravn: 212 boats were there.",
        "Published: 12 May 2022",
    ],
)
def test_other_lines_are_none(text: str):
    assert tables_of(text) == []


def test_a_wider_gap_ends_labelled_numbers_and_what_stood_above_them():
    first, second = tables_of("Ships (GWh)\nGull: 12\nHeron: 14\n\nPilots: 3\nClerks: 4")
    assert len(first.above) == 1
    assert second.above == []


LINES = st.sampled_from(
    ["Port | 2021 | 2022", "Kolm | 41 | 38", "Kolm  41  38", "|---|---|", "(EUR million)", "",
     "Wind: 611", "Total: 3,640 / 3,325", "Share: 12", "a | b", "Prose that ends in a stop.",
     "Kolm | (41) | n/a", "Catch, in thousand tonnes", "||||", "\t2021\t2022"]
)  # fmt: skip


@given(st.lists(LINES, max_size=20).map("\n".join))
def test_cells_lie_in_their_lines_in_order(text: str):
    paragraphs, _ = clean(text)
    lines = [TextLine(one.char_start, text[one.char_start : one.char_end], False)
             for one in paragraphs]  # fmt: skip
    for table in find_tables(lines):
        assert not table.heads or {len(row.cells) for row in table.rows} == {len(table.heads)}
        for row in table.rows:
            end = lines[row.line].char_start
            for span in (row.label, *row.cells):
                assert end <= span.char_start <= span.char_end
                end = span.char_end
            assert end <= lines[row.line].char_start + len(lines[row.line].text)


@pytest.mark.parametrize("word", ["thousandſ", "mıllion", "of", ""])
def test_what_is_no_unit_gives_none(word: str):
    assert measure_in(f"({word})", Span(0, len(word) + 2), alone=True) is None


def test_every_number_of_a_table_is_a_figure_or_passed_over_once(analysed: AnalyseText):
    text = (
        "The port published its table on Monday, as it does every year.\n\n"
        "Catch (in thousand tonnes)\n\n"
        "Boat          2021    2022\nGull 3        41.5       -\nHeron         12.0    (3.5)\n"
    )
    figures, _, rejects = read_figures(analysed(text), [], [])
    seen = [(one.number_char_start, one.number_char_end) for one in figures]
    seen += [(one.char_start, one.char_end) for one in rejects]
    assert sorted(text[start:end] for start, end in seen) == [
        "12.0", "2021", "2022", "3", "3.5", "41.5", "thousand",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unit",
    ["Comments: 12\n", "a | 1\n", "a  1\n---\n", "a  1\nb  1  2\n", "Wind: 1, 2, 3 / 4\n",
     "a: " * 60 + "\n", "| " * 100 + "\n", "Catch (in thousand thousand tonnes) | 2021\n"],
)  # fmt: skip
def test_the_cost_of_finding_tables_grows_with_the_text(unit: str, assert_in_proportion):
    def finding(length: int):
        return partial(tables_of, unit * (length // len(unit)))

    assert_in_proportion(finding, 6_000)


@pytest.mark.parametrize("unit", ["Gull | 41 | 38\n", "Wind: 1 / 2 / 3\n", "a  1  2  3\n"])
def test_the_cost_of_reading_tables_grows_with_the_text(
    unit: str, analysed: AnalyseText, assert_in_proportion
):
    def reading(length: int):
        return partial(read_figures, analysed(unit * (length // len(unit))), [], [])

    assert_in_proportion(reading, 3_000)
