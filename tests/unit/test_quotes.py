"""Quotes: how speakers and the facts inside quotes are tied."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.document import identify
from pipeline.extract.attribution import attribute
from pipeline.extract.quote_entities import quote_entities
from pipeline.extract.quotes import Quote, read_quotes
from pipeline.wording import one_line_macro
from schemas.quotes import (
    CueStance,
    QuoteRole,
    QuoteType,
    SpeakerBasis,
    SpeakerReason,
)

_VARIANTS = Path(__file__).parents[2] / "warehouse" / "marts" / "mart_quote_variants.sql"


@dataclass
class _Mention:
    char_start: int
    char_end: int
    name: str | None
    entity_type: str = "person"
    mention_kind: str = "name"
    document_entity_id: str | None = None
    unresolved_reason: str | None = None
    fact_id: str = ""
    quote_id: str | None = None


def _mention(text: str, surface: str, name: str | None = None, **fields: Any) -> _Mention:
    start = text.index(surface)
    return _Mention(start, start + len(surface), name or surface, fact_id=surface, **fields)


def _only(quotes: list[Quote]) -> Quote:
    (quote,) = quotes
    return quote


def test_a_named_speaker_is_the_mention_that_covers_the_name(analysed: Any) -> None:
    text = '"The ice is thin," said the chief warden, Rosa Diaz.'
    quote = _only(read_quotes(analysed(text), [_mention(text, "Rosa Diaz")])[0])
    assert quote.speaker_basis == SpeakerBasis.NAMED
    assert quote.speaker_mention_id == "Rosa Diaz"
    assert quote.speaker_reason is None


def test_a_pronoun_is_resolved_to_the_only_person_before_it(analysed: Any) -> None:
    text = 'Rosa Diaz spoke on Monday. "The ice is thin," she said.'
    quote = _only(read_quotes(analysed(text), [_mention(text, "Rosa Diaz")])[0])
    assert quote.speaker_surface == "she"
    assert quote.speaker_basis == SpeakerBasis.PRONOUN
    assert quote.speaker_mention_id == "Rosa Diaz"


def test_a_pronoun_with_two_candidates_stays_open(analysed: Any) -> None:
    text = 'Rosa Diaz met Anna Weiss on Monday. "The ice is thin," she said.'
    mentions = [_mention(text, "Rosa Diaz"), _mention(text, "Anna Weiss")]
    quote = _only(read_quotes(analysed(text), mentions)[0])
    assert quote.speaker_mention_id is None
    assert quote.speaker_reason == SpeakerReason.AMBIGUOUS


def test_without_mentions_the_speaker_span_is_the_same(analysed: Any) -> None:
    text = '"The ice is thin," said the chief warden, Rosa Diaz.'
    quote = _only(read_quotes(analysed(text), [])[0])
    assert quote.speaker_surface == "the chief warden, Rosa Diaz"
    assert quote.speaker_mention_id is None


def test_a_quote_nobody_is_said_to_speak_has_a_reason(analysed: Any) -> None:
    quote = _only(read_quotes(analysed('"The ice will not hold for long this year."'), [])[0])
    assert quote.speaker_basis == SpeakerBasis.NONE
    assert quote.speaker_reason == SpeakerReason.NO_CUE


def test_a_questioner_in_a_transcript_has_role_and_outlet(analysed: Any) -> None:
    text = (
        "Secretary General Anna Weiss: We met this morning in the old town hall.\n"
        "Peter Lund (Radio Nord): What did you agree about the northern ports?\n"
        "Secretary General Anna Weiss: We agreed to meet again in the spring."
    )
    quotes = [one for one in read_quotes(analysed(text), [])[0] if one.rule_id == "transcript.turn"]
    assert [one.speaker_surface for one in quotes] == ["Anna Weiss", "Peter Lund", "Anna Weiss"]
    assert quotes[0].speaker_role == "Secretary General"
    assert quotes[1].speaker_outlet == "Radio Nord"


def test_a_turn_of_a_transcript_runs_on_over_lines_without_a_label(analysed: Any) -> None:
    text = (
        "Moderator: Good morning, and thank you all for coming to the harbour office.\n"
        "Anna Weiss: We met this morning in the old town hall, and we spoke of the two ports.\n"
        "We will meet again in the spring, when the ice on the river has gone.\n"
        "Peter Lund: What did you agree about the crane that fell into the dock?"
    )
    quotes = [one for one in read_quotes(analysed(text), [])[0] if one.rule_id == "transcript.turn"]
    assert [one.speaker_surface for one in quotes] == ["Moderator", "Anna Weiss", "Peter Lund"]
    assert text[quotes[1].char_start : quotes[1].char_end].endswith("the river has gone.")


@pytest.mark.parametrize("words", ["The ice will not hold", "Never again"])
def test_a_headline_gives_words_to_the_name_before_its_colon(words: str, analysed: Any) -> None:
    text = (
        f"Weiss: “{words}”\n\n"
        "The ferries stay in port, the warden Anna Weiss said on Monday in the town hall."
    )
    headline = read_quotes(analysed(text), [])[0][0]
    assert headline.speaker_surface == "Weiss"
    assert text[headline.char_start : headline.char_end] == words
    assert headline.is_headline


@pytest.mark.parametrize("told", ["confirmed that", "denied it", "admitted this"])
def test_a_word_that_stands_for_all_that_was_said_is_no_quote(told: str, analysed: Any) -> None:
    assert read_quotes(analysed(f"Anna Weiss {told} on Monday in the town hall."), [])[0] == []


def test_the_addressee_is_named(analysed: Any) -> None:
    text = "Lund told the harbour board that the crane was broken."
    quote = _only(read_quotes(analysed(text), [])[0])
    assert quote.addressee == "the harbour board"
    assert quote.cue_surface == "told"


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", CueStance.SAID),
        ("warned", CueStance.WARNED),
        ("denied", CueStance.DENIED),
        ("admitted", CueStance.ADMITTED),
        ("confirmed", CueStance.CONFIRMED),
        ("suggested", CueStance.SUGGESTED),
        ("claimed", CueStance.CLAIMED),
    ],
)
def test_the_cue_lends_its_stance(analysed: Any, verb: str, stance: CueStance) -> None:
    quote = _only(read_quotes(analysed(f"The minister {verb} that the port was closed."), [])[0])
    assert quote.stance_code == stance


def test_normalized_words_are_the_same_under_other_marks_and_case(analysed: Any) -> None:
    plain = _only(read_quotes(analysed('"The ice, sadly, is THIN," she said.'), [])[0])
    curly = _only(read_quotes(analysed("“The ice sadly is thin,” she said."), [])[0])
    assert plain.quote_text_normalized == curly.quote_text_normalized == "the ice sadly is thin"


def test_words_cut_off_are_flagged(analysed: Any) -> None:
    quote = _only(read_quotes(analysed('"We were told to wait and ..." she said.'), [])[0])
    assert quote.is_truncated


def test_words_marked_without_a_verb_of_speech_have_a_speaker_but_no_cue(analysed: Any) -> None:
    document = analysed('The growers met today to "set clear limits on the use of water".')
    (quote,), _ = read_quotes(document, [])
    assert quote.speaker_surface == "The growers"
    assert (quote.cue_surface, quote.cue_char_start, quote.stance_code) == (None, None, None)


def test_a_missing_mark_is_damage(analysed: Any) -> None:
    quote = _only(read_quotes(analysed("We were told to wait here,” she said."), [])[0])
    assert quote.is_damaged
    assert quote.quote_type == QuoteType.DIRECT


def test_what_is_said_within_a_quote_points_at_it(analysed: Any) -> None:
    document = analysed("Keller said the governor had promised that the money would come.")
    quotes, _ = read_quotes(document, [])
    identify("fct_quote", document.document, list(quotes))
    attribute(quotes, figures=[], dates=[], mentions=[])
    outer, inner = quotes
    assert outer.outer_quote_id is None
    assert inner.outer_quote_id == outer.fact_id
    assert inner.speaker_surface == "the governor"


@dataclass
class _Figure:
    char_start: int
    char_end: int
    quote_id: str | None = None
    speaker_mention_id: str | None = None


def test_figures_and_mentions_in_a_quote_carry_its_id_and_speaker(analysed: Any) -> None:
    text = 'Rosa Diaz said: "We lost 40 boats." The port has 90 left.'
    document = analysed(text)
    mentions = [_mention(text, "Rosa Diaz")]
    quotes, _ = read_quotes(document, mentions)
    identify("fct_quote", document.document, list(quotes))
    inside = _Figure(text.index("40"), text.index("40") + 2)
    outside = _Figure(text.index("90"), text.index("90") + 2)
    attribute(quotes, figures=[inside, outside], dates=[], mentions=mentions)
    assert inside.quote_id == _only(quotes).fact_id
    assert inside.speaker_mention_id == "Rosa Diaz"
    assert outside.quote_id is None
    assert outside.speaker_mention_id is None
    assert mentions[0].quote_id is None


def test_the_narration_between_the_parts_is_not_in_the_quote(analysed: Any) -> None:
    text = '"We will not," said the 3 judges, "wait."'
    document = analysed(text)
    quotes, _ = read_quotes(document, [])
    between = _Figure(text.index("3"), text.index("3") + 1)
    attribute(quotes, figures=[between], dates=[], mentions=[])
    assert between.quote_id is None


def test_a_title_stands_for_the_one_person_who_carries_it(analysed: Any) -> None:
    document = analysed(
        "Harbour Master Ann Keller met the crews on Monday.\n"
        "The harbour master said the pier was safe."
    )
    quotes, _ = read_quotes(
        document, [_mention(document.text, "Ann Keller", document_entity_id="k")]
    )
    assert (quotes[0].speaker_mention_id, quotes[0].speaker_basis) == (
        "Ann Keller",
        SpeakerBasis.ROLE,
    )


def test_a_title_that_two_people_carry_stays_open(analysed: Any) -> None:
    document = analysed(
        "Minister Ann Keller met Minister Paul Rinn.\nThe minister said the pier was safe."
    )
    mentions = [
        _mention(document.text, "Ann Keller", document_entity_id="k"),
        _mention(document.text, "Paul Rinn", document_entity_id="r"),
    ]
    quotes, _ = read_quotes(document, mentions)
    assert quotes[0].speaker_mention_id is None
    assert quotes[0].speaker_reason == SpeakerReason.AMBIGUOUS


def test_leaders_of_an_organization_speak_for_it(analysed: Any) -> None:
    document = analysed("Leaders of the Norden League agreed to reopen the border.")
    league = _mention(
        document.text, "Norden League", document_entity_id="n", entity_type="organization"
    )
    quotes, _ = read_quotes(document, [league])
    assert quotes[0].speaker_mention_id == "Norden League"


def test_somebody_unnamed_or_somebodys_brother_is_nobody_known(analysed: Any) -> None:
    document = analysed(
        "His brother Paul Rinn left.\nHer brother said he was well.\nA Norden official said so too."
    )
    mentions = [
        _mention(document.text, "Paul Rinn", document_entity_id="r"),
        _mention(document.text, "Norden", document_entity_id="n", entity_type="organization"),
    ]
    quotes, _ = read_quotes(document, mentions)
    assert [quote.speaker_mention_id for quote in quotes] == [None] * len(quotes)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Keller did not say whether the pier was safe.", True),
        ("Keller refused to say whether the pier was safe.", True),
        ("Keller said the pier was not safe.", False),
    ],
)
def test_what_was_not_said_is_flagged(analysed: Any, text: str, negated: bool) -> None:
    quotes, _ = read_quotes(analysed(text), [])
    assert [quote.is_negated for quote in quotes] == [negated]


def test_a_relative_pronoun_stands_for_what_its_clause_hangs_on(analysed: Any) -> None:
    document = analysed(
        "Ann Keller, a pilot from Ribe, who said the pier was safe, left on Monday."
    )
    mentions = [
        _mention(document.text, "Ann Keller", document_entity_id="k"),
        _mention(document.text, "Ribe", document_entity_id="v", entity_type="place"),
    ]
    quotes, _ = read_quotes(document, mentions)
    assert [quote.speaker_mention_id for quote in quotes] == ["Ann Keller"]


def test_two_who_speak_together_are_both_speakers_and_those_named_are_topics(analysed: Any) -> None:
    document = analysed("Ann Keller and Mayor Paul Rinn said Norden had told Keller to wait.")
    mentions = [
        _mention(document.text, "Ann Keller", document_entity_id="k"),
        _mention(document.text, "Paul Rinn", document_entity_id="r"),
        _mention(document.text, "Norden", document_entity_id="n", entity_type="organization"),
    ]
    quotes, _ = read_quotes(document, mentions)
    identify("fct_quote", document.document, quotes)
    found = {
        (one.role, one.entity_mention_id)
        for one in quote_entities(document.text, quotes[:1], mentions)
    }
    assert found == {
        (QuoteRole.SPEAKER, "Ann Keller"),
        (QuoteRole.SPEAKER, "Paul Rinn"),
        (QuoteRole.TOPIC, "Norden"),
    }


def test_a_spokesman_does_not_speak_together_with_the_one_he_speaks_for(analysed: Any) -> None:
    document = analysed("Keller spokesman Paul Rinn said the pier was safe.")
    mentions = [
        _mention(document.text, "Keller", document_entity_id="k"),
        _mention(document.text, "Paul Rinn", document_entity_id="r"),
    ]
    quotes, _ = read_quotes(document, mentions)
    speakers = [one.entity_mention_id for one in quote_entities(document.text, quotes, mentions)]
    assert speakers == [quotes[0].speaker_mention_id]


def test_wordings_of_one_utterance_are_lined_up() -> None:
    said = {
        "whole": "we have lost the peace of our harbour and will not get it back",
        "same": "we have lost the peace of our harbour and will not get it back",
        "cut": "lost the peace of our harbour",
        "reworded": "they have destroyed the peace of our harbour for ever",
        "else": "the nature of the sea is not the nature of us",
        "other": "it is in the nature of the man",
    }
    connection = duckdb.connect()
    connection.execute(one_line_macro())
    connection.execute(
        "CREATE TABLE fct_quote (quote_id VARCHAR, document_id VARCHAR, quote_type VARCHAR, "
        "quote_text_normalized VARCHAR, speaker_entity_id VARCHAR, speaker_name VARCHAR, "
        "speaker_surface VARCHAR, surface VARCHAR, is_repeat BOOLEAN)"
    )
    connection.executemany(
        "INSERT INTO fct_quote VALUES (?, ?, 'direct', ?, NULL, NULL, 'she', ?, FALSE)",
        [(name, f"in {name}", words, words) for name, words in said.items()],
    )
    rows = connection.execute(
        f"SELECT shorter_quote_id, longer_quote_id, variant_code, shared_share "
        f"FROM ({_VARIANTS.read_text(encoding='utf-8')})"
    ).fetchall()
    found = {frozenset(row[:2]): row[2:] for row in rows}
    assert found[frozenset(("whole", "same"))] == ("identical", 1.0)
    assert found[frozenset(("whole", "cut"))] == ("cut", 1.0)
    assert found[frozenset(("whole", "reworded"))][0] == "reworded"
    assert frozenset(("else", "other")) not in found


def test_what_cannot_speak_is_no_speaker(analysed: Any) -> None:
    quotes, _ = read_quotes(analysed("Only time will tell whether the pier is safe."), [])
    assert [(quote.speaker_basis, quote.speaker_reason) for quote in quotes] == [
        (SpeakerBasis.NONE, SpeakerReason.NOT_A_SPEAKER)
    ]


def test_the_leaders_are_those_of_the_organization_named_before(analysed: Any) -> None:
    document = analysed("Norden leaders met on Monday.\nThe leaders said the pier was safe.")
    norden = _mention(document.text, "Norden", document_entity_id="n", entity_type="organization")
    quotes, _ = read_quotes(document, [norden])
    assert [quote.speaker_mention_id for quote in quotes] == ["Norden"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Rosa Diaz called that figure "a fantasy" and left.', 'that figure "a fantasy"'),
        ("Rosa Diaz said the sum was “a drop”.", "the sum was “a drop”"),
        ("Rosa Diaz said „nobody came“ to the vote in Lund.", "„nobody came“ to the vote in Lund"),
    ],
)
def test_a_mixed_quote_holds_both_marks_of_the_words_within_it(
    analysed: Any, text: str, words: str
) -> None:
    quote = _only(read_quotes(analysed(text), [])[0])
    assert text[quote.char_start : quote.char_end] == words


def test_a_common_noun_that_opens_a_sentence_is_a_role_and_no_name(analysed: Any) -> None:
    for text in ("Fishermen say the fee is robbery.", "Police say they arrested 14 people."):
        assert _only(read_quotes(analysed(text), [])[0]).speaker_basis == SpeakerBasis.ROLE
    quote = _only(read_quotes(analysed("HARPRESS reported that the mill had closed."), [])[0])
    assert quote.speaker_basis == SpeakerBasis.NAMED


def test_a_label_that_tells_only_the_part_somebody_plays_is_a_role(analysed: Any) -> None:
    text = "MODERATOR: Thank you all.\n\nEVA ROTH: We will stay.\n\nEVA ROTH: We have to."
    bases = {
        quote.speaker_surface: quote.speaker_basis for quote in read_quotes(analysed(text), [])[0]
    }
    assert bases["MODERATOR"] == SpeakerBasis.ROLE
    assert bases["EVA ROTH"] == SpeakerBasis.NAMED
