"""Attribution: facts that stand inside a quote carry its id, and figures its speaker."""

import bisect
from collections.abc import Sequence
from typing import Protocol

from pipeline.extract.quotes import Quote


class _Placed(Protocol):
    char_start: int
    char_end: int
    quote_id: str | None


class _Spoken(_Placed, Protocol):
    speaker_mention_id: str | None


def attribute(
    quotes: Sequence[Quote],
    *,
    figures: Sequence[_Spoken],
    dates: Sequence[_Placed],
    mentions: Sequence[_Placed],
) -> None:
    """Give each fact the id of the innermost quote whose words hold it, and quotes their outer one.

    A figure also gets the mention of the speaker. Nothing changes for facts outside quotes.
    """
    if not quotes:
        return
    pieces = sorted(
        (
            (start, -end, order)
            for order, quote in enumerate(quotes)
            for start, end in _parts(quote)
        ),
    )
    owners = _Owners([(start, -negative, order) for start, negative, order in pieces])
    for fact in (*figures, *dates, *mentions):
        order = owners.innermost(fact.char_start, fact.char_end)
        fact.quote_id = None if order is None else quotes[order].fact_id
    for figure in figures:
        order = owners.innermost(figure.char_start, figure.char_end)
        if order is not None and figure.speaker_mention_id is None:
            figure.speaker_mention_id = quotes[order].speaker_mention_id
    for order, quote in enumerate(quotes):
        start, end = _parts(quote)[0]
        outer = owners.innermost(start, end, besides=order)
        quote.outer_quote_id = None if outer is None else quotes[outer].fact_id


def _parts(quote: Quote) -> list[tuple[int, int]]:
    if quote.parts is None:
        return [(quote.char_start, quote.char_end)]
    return [(part["char_start"], part["char_end"]) for part in quote.parts]


class _Owners:
    """Which pieces of quotes stand around a place, found in logarithmic time and a few steps."""

    def __init__(self, pieces: list[tuple[int, int, int]]) -> None:
        self.pieces = pieces
        self.starts = [start for start, _, _ in pieces]
        self.around = _enclosing([(start, end) for start, end, _ in pieces])

    def innermost(self, start: int, end: int, besides: int | None = None) -> int | None:
        """Return the order of the smallest quote that holds the span, other than `besides`."""
        index: int | None = bisect.bisect_right(self.starts, start) - 1
        while index is not None and index >= 0:
            piece_start, piece_end, order = self.pieces[index]
            if piece_start <= start and end <= piece_end and order != besides:
                return order
            index = self.around[index]
        return None


def _enclosing(spans: list[tuple[int, int]]) -> list[int | None]:
    """For each span, in order of start and then longest first, the nearest one that holds it."""
    around: list[int | None] = []
    stack: list[int] = []
    for index, (start, end) in enumerate(spans):
        while stack and spans[stack[-1]][1] <= start:
            stack.pop()
        holder = next((one for one in reversed(stack) if spans[one][1] >= end), None)
        around.append(holder)
        stack.append(index)
    return around
