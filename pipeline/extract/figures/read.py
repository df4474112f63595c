"""The way of a sentence through the rooms, from its text to its figures."""

import bisect
from collections.abc import Sequence
from typing import Final, TypeVar

from pipeline.document import AnalysedDocument, PassedOver, Sentence
from pipeline.extract.figures.assemble import Assembler
from pipeline.extract.figures.counted.lending import Lender
from pipeline.extract.figures.counted.piece import Piece
from pipeline.extract.figures.counted.pieces import PieceMaker
from pipeline.extract.figures.figure import DateSpan, Figure, FigureEntity, Mention
from pipeline.extract.figures.numbers.read import numerals
from pipeline.extract.figures.quantities.drafts import Draft
from pipeline.extract.figures.quantities.ranges import join, joins
from pipeline.extract.figures.screen.screen import Screen
from pipeline.extract.figures.tables.reader import TableReader

Spanned = TypeVar("Spanned", bound=DateSpan)

# Nothing further from a number in its sentence is told of it.
_NEAR: Final = 600


def read_figures(
    doc: AnalysedDocument, mentions: Sequence[Mention], dates: Sequence[DateSpan]
) -> tuple[list[Figure], list[FigureEntity], list[PassedOver]]:
    """Return the figures of a document, their links to entities, and the numbers passed over."""
    figures: list[Figure] = []
    links: list[FigureEntity] = []
    rejects: list[PassedOver] = []
    ordered_mentions = sorted(mentions, key=lambda one: (one.char_start, one.char_end))
    ordered_dates = sorted(dates, key=lambda one: (one.char_start, one.char_end))
    mention_starts = [one.char_start for one in ordered_mentions]
    date_starts = [one.char_start for one in ordered_dates]
    maker, lender, assembler = PieceMaker(doc), Lender(doc), Assembler(doc)
    tables = TableReader(doc, ordered_mentions, ordered_dates)
    parts = (part for sentence in doc.used_sentences for part in tables.stretches(sentence))
    for sentence, cell in parts:
        found = list(numerals(doc.text, sentence.char_start, sentence.char_end))
        found = tables.without_units(found, rejects)
        if not found:
            continue
        inside = slice(
            bisect.bisect_left(mention_starts, sentence.char_start),
            bisect.bisect_left(mention_starts, sentence.char_end),
        )
        dated = slice(
            bisect.bisect_left(date_starts, sentence.char_start),
            bisect.bisect_left(date_starts, sentence.char_end),
        )
        local_mentions = ordered_mentions[inside]
        local_dates = ordered_dates[dated]
        screen = Screen(doc, sentence, found, local_mentions, local_dates)
        drafts = _joined(doc.text, sentence, screen.drafts(), rejects)
        if cell is not None:
            for draft in drafts:
                tables.scale(draft, cell)
        pieces = maker.pieces(drafts, sentence)
        assembler.enter(pieces, sentence)
        for piece in lender.settle(pieces, sentence, rejects):
            figure, tied = assembler.figure(
                piece, sentence, _near(local_mentions, piece), _near(local_dates, piece)
            )
            if cell is not None:
                tied = tables.tell(figure, cell)
            figures.append(figure)
            links += tied
    return figures, links, rejects


def _near(spans: list[Spanned], piece: Piece) -> list[Spanned]:
    """Return those that begin near a number: a sentence of a list may hold thousands."""
    first = bisect.bisect_left(spans, piece.draft.start - _NEAR, key=_start)
    return spans[first : bisect.bisect_left(spans, piece.draft.end + _NEAR, key=_start)]


def _start(span: DateSpan) -> int:
    return span.char_start


def _joined(
    text: str, sentence: Sentence, items: list[Draft | PassedOver], rejects: list[PassedOver]
) -> list[Draft]:
    """Return the drafts with ranges made of pairs; what was passed over goes to the rejects."""
    drafts: list[Draft] = []
    index = 0
    while index < len(items):
        item = items[index]
        index += 1
        if isinstance(item, PassedOver):
            rejects.append(item)
            continue
        ahead = index
        between: list[PassedOver] = []
        while ahead < len(items) and ahead - index < 4:
            following = items[ahead]
            ahead += 1
            if isinstance(following, PassedOver):
                between.append(following)
                continue
            rule = joins(text, item, following, sentence.char_start, not between)
            if rule is not None:
                item = join(item, following, rule)
                rejects += between
                index = ahead
            break
        drafts.append(item)
    return drafts
