"""Sentences: where one ends, on the cases that news text brings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "written",
    [
        # Plain ends.
        "The port closed.|Nobody knew why.",
        "Who pays?|The county does.",
        "It rose to 4.5 million.|In 2019 it was 3.",
        "The ship sank in 2014.|Two men drowned.",
        # Quotations end with their marks, and "said" stays with them.
        "“The port is closed.”|The mayor left.",
        '"Why now?" she asked.|Nobody answered.',
        '"Why now?" Lindqvist asked the board.|Nobody answered.',
        "“What a night!” Captain Ravn said of the storm.|It lasted nine hours.",
        "“We are tired.” Ravn said.|He left.",
        "“We are tired.”|He added, “We are leaving.”",
        "“We are tired.”|Ravn said he would leave in May.",
        "He spoke of “the end of the port.” in a letter.",
        "He spoke of 'a full stop.' and left.",
        "The talks ended (nobody knows when.)|They begin again in May.",
        "“Nobody came.”|“Nobody was asked.”",
        "Ravn said: “We go.|We stay.|We sleep.”",
        # Abbreviations, initials and dotted capitals.
        "Mr. Ravn met Dr. Aker and Gov. Holm in St. Olden.|They dined.",
        "J. R. Ravn and Tor W. Lund signed it.|So did A.B. Quist.",
        "The F.B.I. Director spoke.|The U.S. Senate listened.",
        "It is made in the U.S. and sold in the U.K. at a loss.",
        "It is made in the U.S.|The plant employs 40.",
        "The plant is in the U.S.|Officials said so.",
        "He works for Solvind Co. and for Orlova Inc. in Tavrin.",
        "They sell nets, ropes, etc.|The shop is small.",
        "It began at 9 a.m. on Monday and ended at 2 p.m. EST.",
        "It ended at 2 p.m.|Foreigners were barred.",
        "Since Feb. 24 and Sept. 3 it has rained.|It rained in Oct. too.",
        "See No. 5 and p. 12 of vol. 3.",
        "Will it close?|No.|It will grow.",
        "The law (No. (12) of 2018) stands.",
        "In Holm v. Lund the court found for Holm.",
        # Enumerations.
        "1. We, the members, met today.|We agreed.",
        "(a) The channel is dredged.|(b) The quay is built.",
        # Ellipses.
        "We thought … but no.|He left.",
        "It was late ... and cold.",
        "It was late. ...|The boat had gone.",
        "He waited . . . and waited . . . for a boat.",
        "… and then he left.|She stayed.",
        # No boundary where there is no sentence.
        "Visit Quay.com or mail a.b@quay.example for more.",
        "Yahoo! said so.",
        "Version 2.0.1 of the E.U. rules",
        "A headline without an end",
    ],
)
def test_where_sentences_end(written: str):
    assert "|".join(split(written.replace("|", " "))) == written


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The quay is long.The mole is short.", ["The quay is long.", "The mole is short."]),
        ("“He left.”She stayed.", ["“He left.”", "She stayed."]),
        ("It is late.“Come,” he said.", ["It is late.", "“Come,” he said."]),
        ("We are worried We call on you.", ["We are worried", "We call on you."]),
        ("They gave support to We have men.", ["They gave support to", "We have men."]),
        ("A harder time, In light of it all.", ["A harder time,", "In light of it all."]),
        ("The talks ended. the guests left.", ["The talks ended.", "the guests left."]),
        ("It was war.” in the north.", ["It was war.” in the north."]),
    ],
)
def test_sentences_that_scraping_or_translation_ran_together(text: str, sentences: list[str]):
    assert split(text) == sentences


PIECES = st.sampled_from(
    [
        "The port",
        " closed",
        ".",
        "!",
        "?",
        "…",
        " ",
        "  ",
        "\u00a0",
        '"',
        "“",
        "”",
        "’",
        "(",
        ")",
        "We are",
        " he said",
        " U.S.",
        " Mr.",
        " 5",
        "1.",
        " no",
        "\t",
        ",",
        "A",
        "é",
        "\U0001f6a2",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(0, 5), st.integers(0, 5))
def test_spans_hold_every_character_once_and_in_order(text: str, skip: int, leave: int):
    start, end = min(skip, len(text)), max(min(skip, len(text)), len(text) - leave)
    position = start
    for first, last in sentence_spans(text, start, end):
        assert position <= first < last <= end
        assert not text[position:first].strip()
        assert not text[first].isspace()
        assert not text[last - 1].isspace()
        position = last
    assert not text[position:end].strip()
