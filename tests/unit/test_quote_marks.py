"""Marks of quotation: every one is accounted for, in any text, in time proportional to it."""

from functools import partial
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from plain_documents import plain_document

from pipeline.extract.quotes import Quote, read_quotes
from schemas.quotes import QuoteRejectReason

_MARKS = '"“”„«»'


# What the marks alone decide.
_unparsed = partial(plain_document, has_tokens=False)


def _edges(quotes: list[Quote]) -> set[int]:
    """Offsets at which quoted words begin or end."""
    edges = set()
    for quote in quotes:
        spans = [(quote.char_start, quote.char_end)]
        for parts in (quote.parts, quote.marked_parts):
            spans += [(part["char_start"], part["char_end"]) for part in parts or []]
        for start, end in spans:
            edges |= {start, end}
    return edges


def _unaccounted(text: str, quotes: list[Quote], passed: list[Any]) -> list[int]:
    """Marks that are at no quote's edge and in no record of what was passed over."""
    edges = _edges(quotes)
    rejected = {at for one in passed for at in range(one.char_start, one.char_end)}
    missing = []
    for position, character in enumerate(text):
        if character not in _MARKS or position in rejected:
            continue
        before, after = position, position + 1
        while before > 0 and text[before - 1].isspace():
            before -= 1
        while after < len(text) and text[after].isspace():
            after += 1
        if not edges & {position, position + 1, before, after}:
            missing.append(position)
    return missing


_ANY_MARKS = [*_MARKS, "'", "’", "‘", "''", "``", "\x93", "\x94", "\ufffd"]
_TEXT = st.lists(
    st.sampled_from(
        [*_ANY_MARKS, " ", " ", "\n", ". ", ", ", "…", "We go", "he said", "rights", "5", "A", "s"]
    ),
    max_size=40,
).map("".join)


@given(_TEXT)
@example('"We go“We go\n""')
@settings(max_examples=400, deadline=None)
def test_every_mark_is_accounted_for_whatever_the_text(text: str) -> None:
    quotes, passed = read_quotes(_unparsed(text), [])
    assert _unaccounted(text, quotes, passed) == []


@given(_TEXT)
@settings(max_examples=400, deadline=None)
def test_spans_lie_in_the_text_and_parts_span_the_quote(text: str) -> None:
    for quote in read_quotes(_unparsed(text), [])[0]:
        assert 0 <= quote.char_start < quote.char_end <= len(text)
        if quote.parts is not None:
            assert quote.parts[0]["char_start"] == quote.char_start
            assert quote.parts[-1]["char_end"] == quote.char_end
            ends = [part["char_end"] for part in quote.parts]
            starts = [part["char_start"] for part in quote.parts]
            assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "”",
        "'",
        "''",
        '" "',
        '"a',
        "“a ",
        "a” ",
        'a." ',
        "‘a ",
        '"a\n',
        "“A b c.\n",
        "s' a'",
        '"We go right now again." ',
    ],
)
def test_marks_without_end_cost_time_in_proportion(unit: str, assert_in_proportion) -> None:
    def reading(characters: int):
        return partial(read_quotes, _unparsed(unit * (characters // len(unit))), [])

    assert_in_proportion(reading, 12_500)


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '" " "',
        "“We went on.\n\n“And on.\n\nThey stopped.",
        'He said: "It never ends' + " and goes on" * 3_000,
        "”“”“",
        "",
    ],
)
def test_odd_marks_and_endless_quotes_lose_nothing(text: str) -> None:
    quotes, passed = read_quotes(_unparsed(text), [])
    assert _unaccounted(text, quotes, passed) == []


def test_marks_in_unused_lines_are_not_read() -> None:
    document = _unparsed('"We have come back." said nobody')
    document.paragraphs[0].is_used = False
    assert read_quotes(document, []) == ([], [])


def test_reasons_are_of_the_closed_set(analysed: Any) -> None:
    document = analysed(
        'The "smart" miners\' hall was 5\'10" wide. They saw "The Long Winter" there.'
    )
    _, passed = read_quotes(document, [])
    reasons = {QuoteRejectReason(one.reason_code) for one in passed}
    assert reasons == {
        QuoteRejectReason.SCARE_QUOTE,
        QuoteRejectReason.APOSTROPHE,
        QuoteRejectReason.MEASURE,
        QuoteRejectReason.TITLE,
    }
