"""Entities within one document: spans, types, full names, roles, pronouns."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.document import (
    AnalysedDocument,
    Document,
    ModelEntity,
    Paragraph,
    Sentence,
    Tokens,
)
from pipeline.extract.entities import EntityMention, read_entities

Analysed = Callable[[str], AnalysedDocument]


def names(mentions: list[EntityMention], text: str) -> list[tuple[str, str, str | None]]:
    return [
        (text[one.char_start : one.char_end], one.entity_type, one.name)
        for one in mentions
        if one.mention_kind == "name"
    ]


def references(
    mentions: list[EntityMention], text: str
) -> list[tuple[str, str | None, str | None]]:
    return [
        (text[one.char_start : one.char_end], one.name, one.unresolved_reason)
        for one in mentions
        if one.mention_kind != "name"
    ]


def document_of(words: list[str], tag: str = "NNP") -> AnalysedDocument:
    """A document of one sentence, made without a model."""
    text = " ".join(words)
    starts, position = [], 0
    for word in words:
        starts.append(position)
        position += len(word) + 1
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    count = len(words)
    return AnalysedDocument(
        Document(
            document_id="d",
            source_id="s",
            document_index=0,
            external_id="d",
            text=text,
            text_sha256="0",
        ),
        [
            Paragraph(
                index=0, char_start=0, char_end=len(text), role="body", is_used=True, rule_id="r"
            )
        ],
        [
            Sentence(
                index=0,
                paragraph=0,
                char_start=0,
                char_end=len(text),
                role="body",
                is_used=True,
                rule_id="r",
                token_end=count,
            )
        ],
        Tokens(words, starts, ends, [tag] * count, ["nsubj"] * count, list(range(count))),
        [ModelEntity(0, 1, "PERSON")],
    )


def test_a_surname_stands_for_the_person_named_in_full(analysed: Analysed) -> None:
    text = "Ilse Dorran left on Monday. Dorran had led the institute for ten years."
    mentions, _ = read_entities(analysed(text))
    assert names(mentions, text) == [
        ("Ilse Dorran", "person", "Ilse Dorran"),
        ("Dorran", "person", "Ilse Dorran"),
    ]
    assert len({one.document_entity_id for one in mentions}) == 1


def test_a_surname_borne_by_two_is_nobody_in_particular(analysed: Analysed) -> None:
    text = "Ann Weller met Peter Weller in June. Weller said it was a good day."
    mentions, _ = read_entities(analysed(text))
    assert names(mentions, text)[-1] == ("Weller", "person", "Weller")


def test_a_surname_used_before_its_second_bearer_comes_means_the_first(analysed: Analysed) -> None:
    text = "Boris Lund won. Lund thanked the crowd. His father, Stanley Lund, looked on."
    mentions, _ = read_entities(analysed(text))
    assert ("Lund", "person", "Boris Lund") in names(mentions, text)


def test_one_name_has_one_type_throughout_a_document(analysed: Analysed) -> None:
    text = (
        "Mr Kestrel spoke. In the evening Kestrel was seen at the harbour. "
        "The crowd waited for Kestrel. Kestrel did not come."
    )
    mentions, _ = read_entities(analysed(text))
    assert {kind for surface, kind, _ in names(mentions, text) if surface == "Kestrel"} == {
        "person"
    }


def test_an_acronym_in_brackets_stands_for_the_name_before_it(analysed: Analysed) -> None:
    text = "The Coastal Fisheries Authority (CFA) closed the bay. Boats may return, the CFA said."
    mentions, _ = read_entities(analysed(text))
    assert names(mentions, text) == [
        ("Coastal Fisheries Authority", "organization", "Coastal Fisheries Authority"),
        ("CFA", "organization", "Coastal Fisheries Authority"),
        ("CFA", "organization", "Coastal Fisheries Authority"),
    ]


@pytest.mark.parametrize(
    ("text", "surface", "kind", "name"),
    [
        ("Trains to Kiev are late.", "Kiev", "place", "Kyiv"),
        ("Nato ministers will meet in May.", "Nato", "organization", "NATO"),
        ("Zelenskyy asked for aircraft.", "Zelenskyy", "person", "Volodymyr Zelensky"),
        ("They flew to the U.S. on Friday.", "U.S.", "place", "United States"),
        (
            "Voters in Bosnia and Herzegovina stayed away.",
            "Bosnia and Herzegovina",
            "place",
            "Bosnia and Herzegovina",
        ),
    ],
)
def test_known_actors_go_by_their_preferred_name(
    analysed: Analysed, text: str, surface: str, kind: str, name: str
) -> None:
    mentions, _ = read_entities(analysed(text))
    assert (surface, kind, name) in names(mentions, text)


def test_the_alliance_is_nato_only_where_nato_is_named(analysed: Analysed) -> None:
    named = "NATO will send ships. The Alliance has four groups there."
    mentions, _ = read_entities(analysed(named))
    assert ("Alliance", "organization", "NATO") in names(mentions, named)
    alone = "The Alliance will send ships. Members of the Alliance met in June."
    mentions, _ = read_entities(analysed(alone))
    assert not any(name == "NATO" for _, _, name in names(mentions, alone))


def test_a_general_name_is_of_the_country_stated_with_it(analysed: Analysed) -> None:
    text = "The Chilean Ministry of Health spoke. Later the Ministry of Health denied it."
    mentions, _ = read_entities(analysed(text))
    assert [name for _, kind, name in names(mentions, text) if kind == "organization"] == [
        "Ministry of Health (Chile)",
        "Ministry of Health (Chile)",
    ]


def test_titles_articles_and_possessives_are_outside_the_name(analysed: Analysed) -> None:
    text = "Prime Minister Jonas Lind praised the Halden Institute's director and Mrs Ferreira."
    mentions, _ = read_entities(analysed(text))
    assert [surface for surface, _, _ in names(mentions, text)] == [
        "Jonas Lind",
        "Halden Institute",
        "Ferreira",
    ]


def test_no_name_crosses_a_line(analysed: Analysed) -> None:
    text = "Published by Meridian Wire\nIlse Dorran\nBrussels\nThe bridge was closed."
    mentions, _ = read_entities(analysed(text))
    assert mentions
    assert all("\n" not in text[one.char_start : one.char_end] for one in mentions)


def test_an_address_is_no_name(analysed: Analysed) -> None:
    text = "More at https://news.example.org/World/Kenya/Dorran today."
    mentions, _ = read_entities(analysed(text))
    assert names(mentions, text) == []


def test_what_only_looks_like_a_name_is_passed_over_with_a_reason(analysed: Analysed) -> None:
    text = "Take the Constitution seriously, we told them."
    mentions, passed = read_entities(analysed(text))
    assert names(mentions, text) == []
    assert {(text[one.char_start : one.char_end], one.reason_code) for one in passed} == {
        ("Constitution", "common_word")
    }


def test_a_role_means_the_person_who_bears_the_title(analysed: Analysed) -> None:
    text = (
        "NATO Secretary General Pieter Janssens spoke at noon. "
        "The NATO secretary general asked for patience."
    )
    mentions, _ = read_entities(analysed(text))
    assert references(mentions, text) == [("The NATO secretary general", "Pieter Janssens", None)]


def test_a_role_with_two_bearers_is_left_open(analysed: Analysed) -> None:
    text = "President Ada Obi met President Juan Cruz. The president smiled."
    mentions, _ = read_entities(analysed(text))
    (one,) = [one for one in mentions if one.mention_kind == "role"]
    assert one.unresolved_reason == "several_antecedents"
    assert one.name is None
    assert one.document_entity_id is None


def test_a_role_of_another_country_is_not_the_only_president_named(analysed: Analysed) -> None:
    text = "Kenyan President Ada Obi spoke. Later the Chilean president called."
    mentions, _ = read_entities(analysed(text))
    assert ("the Chilean president", None, "no_antecedent") in references(mentions, text)


def test_a_pronoun_means_the_only_person_it_can(analysed: Analysed) -> None:
    text = "Mr Halloran called Mrs Ferreira twice. She did not answer, and he went home."
    mentions, _ = read_entities(analysed(text))
    assert references(mentions, text)[0] == ("She", "Ferreira", None)


def test_a_pronoun_inside_a_quotation_is_left_open(analysed: Analysed) -> None:
    text = "“He never paid,” said Mona Lind."
    mentions, _ = read_entities(analysed(text))
    assert references(mentions, text) == [("He", None, "inside_quotation")]


def test_a_repeated_sentence_gives_repeated_mentions(analysed: Analysed) -> None:
    document = analysed("Ilse Dorran left.\nIlse Dorran left.")
    document.sentences[1].repeat_of = 0
    mentions, _ = read_entities(document)
    assert [one.is_repeat for one in mentions] == [False, True]


@example(["Ann", "Ann", "Ann", "\n", "he", "Weller"])
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ann", "Weller", "NATO", "of", "the", "and", "-", "(", ")", "“", "”", "'s", ",", ".",
             "President", "King", "Bank", "said", "he", "She", "Kenya", "bin", "UN", "\n", "x", "É"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_every_mention_is_a_slice_and_names_do_not_overlap(
    analysed: Analysed, words: list[str]
) -> None:
    document = analysed(" ".join(words))
    # Lines that read as wrapped are one: offsets are of what is read, until rows are made.
    text = document.text
    mentions, passed = read_entities(document)
    assert [one.char_start for one in mentions] == sorted(one.char_start for one in mentions)
    last = 0
    for one in mentions:
        surface = text[one.char_start : one.char_end]
        assert surface
        assert surface == surface.strip()
        assert "\n" not in surface
        assert (one.document_entity_id is None) == (one.unresolved_reason is not None)
        assert (one.document_entity_id is None) == (one.name is None)
        if one.mention_kind == "name":
            assert one.char_start >= last
            last = one.char_end
    assert all(0 <= one.char_start < one.char_end <= len(text) for one in passed)
    assert read_entities(document)[0] == mentions


@pytest.mark.parametrize(
    "unit",
    [
        ["King"],
        ["Al", "bin"],
        ["Bank", "of"],
        ["A", "-"],
        ["President", "Roe", "he"],
        ["the", "president", "of"],
        ["(", "UN", ")"],
        ["Trinidad", "and"],
    ],
)
def test_time_grows_with_the_length_of_hostile_text_not_its_square(
    unit: list[str], assert_in_proportion
) -> None:
    def reading(repeats: int):
        return partial(read_entities, document_of(unit * repeats))

    assert_in_proportion(reading, 1_000)
