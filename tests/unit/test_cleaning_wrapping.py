"""Wrapped text: read as if nobody had ever broken its lines, and told where it stands."""

import re
import textwrap
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.wrapping import unwrap

RAW = Path(__file__).resolve().parents[2] / "raw"
PARAGRAPHS = [
    "The Harbour Authority of Velden will spend EUR 5.8 billion on new quays, cranes and a rail "
    "link of 18 kilometres over the next seven years, its chair said on Tuesday.",
    "“We have waited for twelve years, and the ships have not become smaller,” Maarten Verhulst "
    "told reporters. “Now we build. Whoever is against it should say so before the summer, and "
    "not after it.”",
    "The plan needs the approval of 27 towns along the river.",
    "About 1,400 people will work on the site, of whom 350 come from the town itself. Ana Diaz, "
    "who heads the Seafarers’ Union, called the plan “a gamble with other people’s money” and "
    "said that her members would not accept it before 3 May 2023.",
]
WIDTHS = [50, 60, 72, 80]


def read(text: str) -> str:
    reading = unwrap(text)
    return text if reading is None else reading.text


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]


def wrapped(paragraph: str, width: int, **options: str) -> str:
    return "\n".join(textwrap.wrap(paragraph, width, **options))


# --- Layouts ---------------------------------------------------------------------------------


def blank_lines(width: int) -> str:
    return "\n\n".join(wrapped(one, width) for one in PARAGRAPHS)


def indents(width: int) -> str:
    return "\n".join(wrapped(one, width, initial_indent="    ") for one in PARAGRAPHS)


def margin(width: int) -> str:
    return textwrap.indent(blank_lines(width), "   ")


def double_spaced(width: int) -> str:
    return "\n\n\n".join(wrapped(one, width).replace("\n", "\n\n") for one in PARAGRAPHS)


def answered_mail(width: int) -> str:
    return textwrap.indent(blank_lines(width), "> ", lambda _: True).replace("> \n", ">\n")


def carriage_returns(width: int) -> str:
    return blank_lines(width).replace("\n", "\r\n")


def soft_breaks(width: int) -> str:
    return re.sub(r"(?<=\S)\n(?=\S)", " \n", blank_lines(width))


LAYOUTS = [
    blank_lines, indents, margin, double_spaced, answered_mail, carriage_returns, soft_breaks,
]  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_wrapped_text_is_read_as_its_paragraphs(layout, width: int):
    assert paragraphs(read(layout(width))) == PARAGRAPHS


@pytest.mark.parametrize("width", WIDTHS)
def test_one_paragraph_of_a_few_lines_is_known_by_its_lines_alone(width: int):
    assert read(wrapped(PARAGRAPHS[0], width)) == PARAGRAPHS[0]


def test_several_widths_and_lines_that_were_not_wrapped_stand_in_one_text():
    text = "\n\n".join([wrapped(PARAGRAPHS[1], 50), PARAGRAPHS[0], wrapped(PARAGRAPHS[3], 80)])
    assert paragraphs(read(text)) == [PARAGRAPHS[1], PARAGRAPHS[0], PARAGRAPHS[3]]


def test_lines_of_proportional_type_differ_in_length():
    lines = [
        "The Fund granted 214 million euros to 37 projects in 2021, a third more than in",
        "the year before. Most of it, 160 million, went to dykes on the western shore, where",
        "Storm Ada had caused damage of more than half a billion euros. The Board regrets that",
        "11 projects could not begin on time because permits were missing. In all, they would",
        "have cost 40 million euros.",
    ]
    assert read("\n".join(lines)) == " ".join(lines)


def test_words_parted_by_hyphens_are_whole_and_hyphens_of_words_stay():
    text = (
        "The council of the island decided on Tuesday that the har-\n"
        "bour will be deepened by two metres before the next win-\n"
        "ter, after a debate that went on for a whole day. A five-\n"
        "year plan for the whole harbour was put off once more. The\n"
        "two islands share a school, a doctor and a long-\n"
        "standing quarrel over fish with their Anglo-\n"
        "Norwegian neighbours, the council’s paper says.\n"
    )
    whole = read(text)
    for words in ("harbour will", "winter, after", "A five-year plan", "a long-standing quarrel"):
        assert words in whole
    assert "Anglo-Norwegian neighbours" in whole


# --- What is never joined ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        # A headline, a standfirst and paragraphs, each a line.
        "Ferry to close\nThe last boat sails in March\n" + "\n".join(PARAGRAPHS),
        # Links of like length, in small letters.
        f"{PARAGRAPHS[1]}\nRead also\nhow ferries changed the coast of the north for good\n"
        "why the bridge will not be built before the next year\n"
        f"what the strike means for people who work by the sea\n{PARAGRAPHS[3]}",
        # One sentence a line.
        "\n".join(f"The {day} boat carried some forty people and two lorries." for day in "abcdef"),
        # Names with what they are honoured for.
        "Ana Diaz, for a novel on ferries\nTor Lund, for his life’s work\n"
        "Ingrid Solvang, for reporting from the valley\nMaarten Verhulst, for essays",
        # Rows of a table.
        "Line      Buses   Passengers\n1            12       14,000\n2            30       41,500",
        # A list in small letters.
        "ferries\ntrains\nbuses\nbicycles for hire\ntaxis",
    ],
)
def test_a_line_that_nobody_broke_is_a_paragraph(text: str):
    assert unwrap(text) is None


RELEASE = """\
FOR IMMEDIATE RELEASE

Harbour Authority of Velden to spend EUR 5.8 billion on quays, cranes
and a rail link by 2030
By Ana Diaz

{body}

- 12 quays of 400 metres each, of which the first will be opened in
  June 2025 and the last in 2030;
- 40 cranes from three makers;
- a rail link of 18 kilometres, for which the town will pay one half.

1. The Authority runs the ports of Velden, Holmey and Orlova, and two
dozen smaller ones.
2. It belongs to the towns.

Port        Ships    Tonnes
Velden      1,200    14,000
Holmey        310     2,500

00:00:01,000 --> 00:00:04,000
The strike at the docks of Velden began in May and has ended after day
19.

MODERATOR: We have the chair with us for thirty minutes, and will have
questions after a short statement.
VERHULST: Thank you. We have decided to build, and the first of the new
quays will be there in March.
MODERATOR: Are you sure?

Press office: https://velden.example/press/a-long-address-that-never-fits
"""


def test_around_wrapped_text_all_that_has_a_line_of_its_own_keeps_it():
    body = wrapped(PARAGRAPHS[3], 70)
    assert paragraphs(read(RELEASE.format(body=body))) == [
        "FOR IMMEDIATE RELEASE",
        "Harbour Authority of Velden to spend EUR 5.8 billion on quays, cranes and a rail link by "
        "2030",
        "By Ana Diaz",
        PARAGRAPHS[3],
        "- 12 quays of 400 metres each, of which the first will be opened in June 2025 and the "
        "last in 2030;",
        "- 40 cranes from three makers;",
        "- a rail link of 18 kilometres, for which the town will pay one half.",
        "1. The Authority runs the ports of Velden, Holmey and Orlova, and two dozen smaller ones.",
        "2. It belongs to the towns.",
        "Port        Ships    Tonnes",
        "Velden      1,200    14,000",
        "Holmey        310     2,500",
        "00:00:01,000 --> 00:00:04,000",
        "The strike at the docks of Velden began in May and has ended after day 19.",
        "MODERATOR: We have the chair with us for thirty minutes, and will have questions after a "
        "short statement.",
        "VERHULST: Thank you. We have decided to build, and the first of the new quays will be "
        "there in March.",
        "MODERATOR: Are you sure?",
        "Press office: https://velden.example/press/a-long-address-that-never-fits",
    ]


@pytest.mark.parametrize("path", sorted(RAW.glob("*.txt")), ids=lambda path: path.stem)
def test_the_samples_are_read_as_they_stand(path: Path):
    assert unwrap(path.read_bytes().decode("utf-8", "replace")) is None


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", sorted(RAW.glob("*.txt")), ids=lambda path: path.stem)
def test_the_samples_wrapped_are_read_as_the_samples(path: Path, width: int):
    whole = paragraphs(path.read_bytes().decode("utf-8", "replace"))
    # No menu is wrapped, and no row of buttons.
    whole = [" ".join(one.split()) for one in whole if "|" not in one]
    text = "\n\n".join(wrapped(one, width) for one in whole)
    assert paragraphs(read(text)) == whole


# --- Offsets -------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *(line for one in PARAGRAPHS for line in textwrap.wrap(one, 60)),
        "the plan needs an appro-",
        "val by the towns along the river and the two islands",
        "    said the chair of the board, who has been there for",
        "> and left without a word for the town that waits for",
        ">> since the summer of the year before, when nobody was",
        "- a list",
        "Velden      1,200    14,000",
        ">",
        "",
        "\r",
        "…",
        "\u2028",
    ]
)


@given(st.lists(PIECES, max_size=30).map("\n".join))
def test_whatever_is_read_stands_where_the_reading_says(text: str):
    reading = unwrap(text)
    if reading is None:
        return
    places = [reading.written_at(char) for char in range(len(reading.text))]
    assert places == sorted(set(places))
    for char, place in enumerate(places):
        assert reading.text[char] == text[place] or reading.text[char].isspace()
        assert reading.written_end(char + 1) == place + 1
    skipped = "".join(text[place] for place in sorted(set(range(len(text))) - set(places)))
    assert not skipped.strip("-> \t\r\n\u2028")


@pytest.mark.parametrize(
    "unit",
    [
        "and so on\n",
        "har-\nbour\n",
        "> " * 40 + "x y\n",
        "\t" * 60 + "a b\n",
        "A b:\n",
        ">\n",
        "a\n\n",
        f"{'x ' * 70}\n",
        "Aa " * 2_000 + "\n",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(unit: str, assert_in_proportion):
    assert_in_proportion(lambda length: partial(unwrap, unit * (length // len(unit))), 40_000)
