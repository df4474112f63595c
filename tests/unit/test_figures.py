"""Figures as a user meets them: values, spans, what is passed over, and what never happens."""

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

import inflect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.document import AnalysedDocument, Document, Paragraph, PassedOver, Sentence, Tokens
from pipeline.extract.figures import Figure, FigureEntity, read_figures
from pipeline.extract.figures.numbers.read import numerals
from schemas.contract import polars_schema
from schemas.figures import BRIDGE_FIGURE_ENTITY, FCT_FIGURE, FigureReject

AnalyseText = Callable[..., AnalysedDocument]


@dataclass
class Span:
    """A mention or a date, as far as figures look at one."""

    char_start: int
    char_end: int
    entity_type: str = "person"
    mention_kind: str = "name"
    fact_id: str = "0" * 20


def unparsed(text: str) -> AnalysedDocument:
    """Return a document of one sentence with tokens and without a sensible parse."""
    tokens = Tokens([], [], [], [], [], [])
    for match in re.finditer(r"\w+|[^\w\s]", text):
        index = len(tokens.text)
        tokens.text.append(match.group())
        tokens.start.append(match.start())
        tokens.end.append(match.end())
        tokens.tag.append("CD" if match.group()[0].isdigit() else "NNS")
        tokens.dep.append("dep")
        tokens.head.append(max(0, index - 1))
    count = len(tokens)
    used = {"role": "body", "is_used": True, "rule_id": "test"}
    paragraph = Paragraph(index=0, char_start=0, char_end=len(text), **used)
    sentence = Sentence(
        index=0, paragraph=0, char_start=0, char_end=len(text), token_end=count, **used
    )
    document = Document(
        document_id="d", source_id="s", document_index=0, external_id="t", text=text,
        text_sha256="0",
    )  # fmt: skip
    return AnalysedDocument(document, [paragraph], [sentence], tokens, [])


@pytest.fixture(scope="session")
def figures(analysed: AnalyseText) -> Callable[[str], list[Figure]]:
    return lambda text: read_figures(analysed(text), [], [])[0]


# Numbers


@given(st.integers(0, 10**12), st.sampled_from([" ", "\u00a0", "\u202f", ",", "'"]))
def test_a_grouped_number_reads_back(number: int, mark: str) -> None:
    text = f"({number:,})".replace(",", mark)
    (numeral,) = numerals(text, 0, len(text))
    assert numeral.value == number
    assert text[numeral.start : numeral.end] == text[1:-1]


@given(st.integers(0, 999_999_999))
def test_a_number_in_words_reads_back(number: int) -> None:
    text = str(inflect.engine().number_to_words(number, comma=""))
    (numeral,) = numerals(text, 0, len(text))
    assert numeral.value == number
    assert (numeral.start, numeral.end) == (0, len(text))


@given(
    st.decimals(0, 9999, places=2),
    st.sampled_from([("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)]),
)
def test_a_scaled_decimal_reads_back(number: Decimal, scale: tuple[str, float]) -> None:
    text = f"{number} {scale[0]}"
    (numeral,) = numerals(text, 0, len(text))
    assert numeral.value == float(number * Decimal(scale[1]))
    assert numeral.end == len(text)


# Any input

WORDS = """one two seven twenty hundred thousand million dozen half third hundreds of
    thousands and a from to between $ € % - – ( ) / . , : 1 12 2019 3.5 1,300 20.000 1/2 7am
    May people years twice both no per °C m bn -old x ½ first 3rd several few couple pair '
    " # @ www. point cents pounds of extra over fifths percent R1,000 ~ o'clock""".split()
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
)
# Counted without the grammar: runs of digits and the words that are numbers anywhere.
NUMBERS = re.compile(
    r"[0-9]+|(?<![^\W_])(?:one|two|seven|twenty|hundred|thousand|million|dozen|half|third|first|"
    r"hundreds|thousands|twice)(?![^\W_])"
)


@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXTS)
def test_every_number_is_a_figure_or_passed_over(text: str) -> None:
    figures, _, rejects = read_figures(unparsed(text), [], [])
    covered = [(one.char_start, one.char_end) for one in [*figures, *rejects]]
    for match in NUMBERS.finditer(text):
        assert any(start <= match.start() and match.end() <= end for start, end in covered)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text_and_within_each_other(text: str) -> None:
    figures, _, rejects = read_figures(unparsed(text), [], [])
    for figure in figures:
        assert 0 <= figure.char_start <= figure.number_char_start
        assert figure.number_char_start < figure.number_char_end <= figure.char_end <= len(text)
        bounds = (figure.value, figure.value_low, figure.value_high)
        assert any(bound is not None for bound in bounds)
        if figure.value_low is not None and figure.value_high is not None:
            assert figure.value_low <= figure.value_high
    for one in rejects:
        assert 0 <= one.char_start < one.char_end <= len(text)
        FigureReject(one.reason_code)


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1.", "$", "$1 ", '"', "one ", "from 1 to ", "1-", "(1) ", "hundred thousand ",
     "thousands of ", "1 000 ", "1a", "-1 ", "1 per ", "aged 5, ", "1/2 ", "€", "'1", "Bob, 5, ",
     "one point one ", "an extra ", "1 million ", "1.000 ", "a third ", "and a half ", "1~",
     "more than 1 but ", "R1,000 ", "5 dollars 5 cents ", "per 1 "],
)  # fmt: skip
def test_hostile_text_costs_linear_time(piece: str, assert_in_proportion) -> None:
    def reading(size: int):
        return partial(read_figures, unparsed((piece * (size // len(piece) + 1))[:size]), [], [])

    # Of digits and marks alone 100,000 characters are read; of figures upon figures fewer.
    assert_in_proportion(reading, 1_500 if any(map(str.isspace, piece)) else 12_500)


PARAGRAPHS = [
    "The port shipped 3.1 million tonnes in 2022, up 12% on 2021.",
    "Hundreds of farmers blocked 14 roads near Ottawa.",
    "Ana Prica, 41, paid $900 for it; her brother paid twice as much.",
    "At least 20.000 rifles and between 5 and 7 tanks were lost.",
    "No. 5 Squadron flew on 3 May at 9.30am.",
    "The wall is 1.900 metres high and fell by a third in two hours and a half.",
    "The bridge cost 2.400.000 euros, 12.000 rupees and 2,5 million pounds.",
]


@pytest.mark.parametrize("first", PARAGRAPHS)
@pytest.mark.parametrize("second", PARAGRAPHS)
def test_a_paragraph_after_changes_nothing_before(
    figures: Callable[[str], list[Figure]], first: str, second: str
) -> None:
    def numbers(text: str) -> list[tuple[float | None, float | None, float | None, int, int]]:
        return [
            (one.value, one.value_low, one.value_high, one.number_char_start, one.number_char_end)
            for one in figures(text)
        ]

    alone = numbers(first)
    assert numbers(f"{first}\n{second}")[: len(alone)] == alone


# Behaviour


def test_a_point_before_three_digits_is_thousands_only_for_what_is_countable(
    figures: Callable[[str], list[Figure]],
) -> None:
    (counted,) = figures("The depot lost 20.000 helmets.")
    (measured,) = figures("The needle moved 20.125 millimetres.")
    assert (counted.value, counted.is_ambiguous) == (20000, True)
    assert "point read as thousands" in counted.reading
    assert (measured.value, measured.is_ambiguous) == (20.125, True)


def test_a_point_is_read_by_what_the_document_wrote_before(
    figures: Callable[[str], list[Figure]],
) -> None:
    plain = "The path is 1.900 kilometres long."
    grouped = "The town lost 12.000 olive trees and 2.400.000 euros."
    assert [one.value for one in figures(plain)] == [1.9]
    assert [one.value for one in figures(f"{grouped}\n{plain}")] == [12000, 2400000, 1900]
    # What comes in a later paragraph changes nothing.
    assert figures(f"{plain}\n{grouped}")[0].value == 1.9


@pytest.mark.parametrize(
    ("place", "amount", "code"),
    [
        ("Lahore", "90 million rupees", "PKR"),
        ("Port Louis", "Rs 90 million", "MUR"),
        ("Mumbai", "Rs 90 million", "INR"),
        ("Kigali", "90 million francs", "RWF"),
        ("Santiago", "90 million pesos", "CLP"),
        ("Kampala", "90 million shillings", "UGX"),
        ("Cairo", "90 million Swiss francs", "CHF"),
    ],
)
def test_a_shared_currency_name_follows_the_country_the_document_speaks_of(
    figures: Callable[[str], list[Figure]], place: str, amount: str, code: str
) -> None:
    (figure,) = figures(f"The mayor of {place} asked for {amount}.")
    assert figure.unit_code == code


def test_a_bare_dollar_follows_the_country_the_document_speaks_of(
    figures: Callable[[str], list[Figure]],
) -> None:
    (canadian,) = figures("The mayor of Toronto asked for $40 million.")
    (american,) = figures("The mayor asked for $40 million.")
    assert (canadian.unit_code, canadian.unit_name) == ("CAD", "dollar")
    assert american.unit_code == "USD"
    assert "Toronto" in canadian.reading
    assert "no other country" in american.reading


def test_values_are_given_in_base_units_too(figures: Callable[[str], list[Figure]]) -> None:
    (speed,) = figures("Winds reached 90 km/h.")
    (heat,) = figures("It was 25 degrees Celsius at noon.")
    assert (speed.value_base, speed.base_unit_code) == (pytest.approx(25.0), "m/s")
    assert (heat.value_base, heat.base_unit_code) == (pytest.approx(298.15), "K")


def test_a_duration_inside_a_date_serves_both(analysed: AnalyseText) -> None:
    text = "Two weeks after the vote the court sat on 9 June 2021."
    doc = analysed(text)
    dates = [Span(0, 24, fact_id="a" * 20), Span(42, 53, fact_id="b" * 20)]
    figures, _, rejects = read_figures(doc, [], dates)
    (figure,) = figures
    assert (figure.value, figure.unit_name) == (2, "week")
    assert (figure.is_date_part, figure.date_mention_id) == (True, "a" * 20)
    assert rejects == []


def test_a_figure_is_tied_to_the_date_told_with_it(analysed: AnalyseText) -> None:
    doc = analysed("The yard launched six ferries on Monday.")
    (figure,), _, _ = read_figures(doc, [], [Span(33, 39, fact_id="c" * 20)])
    assert (figure.date_mention_id, figure.is_date_part) == ("c" * 20, False)


def test_entities_are_tied_with_their_role(analysed: AnalyseText) -> None:
    text = "Estonia sent 300 Latvian trucks to Kharkiv."
    mentions = [
        Span(0, 7, "place", fact_id="a" * 20),
        Span(17, 24, "group", fact_id="b" * 20),
    ]
    _, links, _ = read_figures(analysed(text), mentions, [])
    assert {(link.entity_mention_id[0], link.role) for link in links} == {
        ("a", "agent"),
        ("b", "counted"),
    }
    assert all(isinstance(link, FigureEntity) for link in links)


def test_whoever_reports_a_figure_is_its_speaker(analysed: AnalyseText) -> None:
    text = "Marta Olen said the fire killed 40 horses."
    _, links, _ = read_figures(analysed(text), [Span(0, 10, fact_id="d" * 20)], [])
    assert [(link.role, link.figure.speaker_mention_id) for link in links] == [
        ("speaker", "d" * 20)
    ]


def test_context_says_what_the_number_is_about(figures: Callable[[str], list[Figure]]) -> None:
    (figure,) = figures("The price of copper fell by 3%.")
    assert figure.context == "price of copper"
    assert (figure.agent, figure.predicate, figure.change) == (
        "price of copper",
        "fell",
        "decrease",
    )


def test_damage_is_told(analysed: AnalyseText) -> None:
    doc = analysed("The quake destroyed 900 houses")
    doc.sentences[0].is_truncated = True
    (figure,), _, _ = read_figures(doc, [], [])
    assert (figure.is_truncated, figure.is_damaged) == (True, False)


def test_unused_sentences_are_not_read(analysed: AnalyseText) -> None:
    doc = analysed("The quake destroyed 900 houses.")
    doc.sentences[0].is_used = False
    assert read_figures(doc, [], []) == ([], [], [])


def test_every_figure_names_its_rule_and_reading(figures: Callable[[str], list[Figure]]) -> None:
    (figure,) = figures("At least $3.6 million was raised.")
    assert figure.rule_id
    assert figure.reading == (
        "digits:decimal; scale:million; unit:currency-sign $; "
        "currency:USD (no other country with a dollar in the document); comparator: 'At least'; "
        "change: 'raised' by; predicate:raised"
    )


def test_fields_are_the_contracts_columns() -> None:
    common = {"figure_id", "surface", "speaker_entity_id", "document_id", "paragraph_id",
              "sentence_id", "segment_id", "source_id", "extractor_name",
              "extractor_version"}  # fmt: skip
    fields = {field.name for field in dataclasses.fields(Figure)} - {"fact_id"}
    assert fields == set(polars_schema(FCT_FIGURE)) - common
    assert {"entity_mention_id", "role"} <= set(polars_schema(BRIDGE_FIGURE_ENTITY))


def test_rejects_are_records_of_the_document() -> None:
    _, _, (reject,) = read_figures(unparsed("Article 5"), [], [])
    assert reject == PassedOver("label", 0, 9, "label:article")
