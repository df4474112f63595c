"""The reader of tables: each cell is read alone, then told by its label, column and title."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.clean.tables import Span, Table, TableRow, TextLine, find_tables
from pipeline.document import AnalysedDocument, PassedOver, Sentence
from pipeline.extract.figures.figure import DateSpan, Figure, FigureEntity, Mention
from pipeline.extract.figures.numbers.atoms import Numeral, scaled
from pipeline.extract.figures.quantities.drafts import Draft
from pipeline.extract.figures.tables.measures import Measure, counted, measure_in
from schemas.figures import FigureReject

# Steps of a reading that rest on a parse, which a row of cells has none of.
_PARSED: Final = ("predicate:", "agent:", "place:", "date:", "modality:", "negation:", "change:")


@dataclass(slots=True, frozen=True)
class Cell:
    """Where in a table a number stands."""

    table: Table
    row: TableRow
    column: int


class TableReader:
    """Knows the tables of one document."""

    def __init__(
        self, doc: AnalysedDocument, mentions: Sequence[Mention], dates: Sequence[DateSpan]
    ) -> None:
        self.doc = doc
        self.text = doc.text
        self.mentions = mentions
        self.dates = dates
        self._mention_starts = [mention.char_start for mention in mentions]
        self._date_starts = [date.char_start for date in dates]
        self.tables = find_tables(list(_lines(doc)))
        self._rows = {row.line: (table, row) for table in self.tables for row in table.rows}
        self._measures: dict[Span, Measure | None] = {}
        self._units = sorted(self._spans_of_measures())

    # --- Before a number is read -------------------------------------------------------------

    def stretches(self, sentence: Sentence) -> list[tuple[Sentence, Cell | None]]:
        """Return the parts of a sentence that are read each by itself: cells, or all of it."""
        known = self._rows.get(sentence.paragraph)
        if known is None:
            return [(sentence, None)]
        table, row = known
        # A label and its only colon are read with the first number: "Room: 12" is no figure.
        is_labelled = self.text[row.label.char_end : row.label.char_end + 1] == ":"
        parts: list[tuple[Sentence, Cell | None]] = []
        begin = sentence.char_start
        for column, span in enumerate(row.cells):
            inside = sentence.char_start <= span.char_start < span.char_end <= sentence.char_end
            if not inside:
                continue
            if not is_labelled and not parts and begin < span.char_start:
                parts.append((self._part(sentence, begin, span.char_start), None))
            cell = Cell(table, row, column)
            # In brackets a number alone would be one of a list's.
            mark = int(self._is_bracketed(cell))
            start = begin if is_labelled and not parts else span.char_start + mark
            parts.append((self._part(sentence, start, span.char_end - mark), cell))
            begin = span.char_end
        return parts or [(sentence, None)]

    def _part(self, sentence: Sentence, start: int, end: int) -> Sentence:
        inside = self.doc.tokens_in(start, end)
        return replace(
            sentence,
            char_start=start,
            char_end=end,
            token_start=inside.start,
            token_end=max(inside.start, inside.stop),
        )

    def without_units(self, found: list[Numeral], rejects: list[PassedOver]) -> list[Numeral]:
        """Return the numbers without those that scale a table: "(in thousand tonnes)"."""
        if not self._units:
            return found
        kept = []
        for one in found:
            index = bisect.bisect_right(self._units, Span(one.start, len(self.text))) - 1
            if index >= 0 and one.end <= self._units[index].char_end:
                rejects.append(
                    PassedOver(FigureReject.LABEL.value, one.start, one.end, "table:unit")
                )
            else:
                kept.append(one)
        return kept

    def _spans_of_measures(self) -> Iterator[Span]:
        for table in self.tables:
            for span in [*table.above, *table.heads, *([table.corner] if table.corner else [])]:
                found = self._measure(span, alone=True)
                if found is not None:
                    yield found.span

    def _measure(self, span: Span, *, alone: bool) -> Measure | None:
        if span not in self._measures:
            self._measures[span] = measure_in(self.text, span, alone=alone)
        return self._measures[span]

    # --- A number with its unit --------------------------------------------------------------

    def scale(self, draft: Draft, cell: Cell) -> None:
        """Give a bare number the unit and scale that label, head or title give its cell."""
        found = self._given(cell)
        if found is None or draft.unit is not None or draft.numeral.kind != "cardinal":
            return
        said = self._said(found.span)
        draft.unit = found.unit
        if draft.is_currency and draft.value is not None and self._is_bracketed(cell):
            draft.value = -draft.value
            draft.steps.append("sign:minus (brackets of an account)")
        if found.scale != 1 and draft.numeral.scale == 1:
            draft.value = None if draft.value is None else scaled(draft.value, found.scale)
            draft.low = None if draft.low is None else scaled(draft.low, found.scale)
            draft.high = None if draft.high is None else scaled(draft.high, found.scale)
            draft.steps.append(f"scale:{found.scale:,.0f} ('{said}' of the table)")
        if found.unit is not None:
            draft.steps.append(f"unit:{found.unit.full_name} ('{said}' of the table)")

    def _is_bracketed(self, cell: Cell) -> bool:
        start, end = cell.row.cells[cell.column]
        return self.text[start] == "(" and self.text[end - 1] == ")"

    def _given(self, cell: Cell) -> Measure | None:
        """Return the measure nearest to a cell: its label's, its column's, the table's."""
        table = cell.table
        found = self._measure(cell.row.label, alone=False)
        if found is None and table.heads:
            found = self._measure(table.heads[cell.column], alone=True)
        for span in [*([table.corner] if table.corner else []), *table.above]:
            if found is None:
                found = self._measure(span, alone=True)
        return found

    # --- A figure with its words -------------------------------------------------------------

    def tell(self, figure: Figure, cell: Cell) -> list[FigureEntity]:
        """Say of a cell's figure what its label, head and title do; return its entities."""
        label, head = cell.row.label, self._head(cell)
        steps = [step for step in figure.reading.split("; ") if not step.startswith(_PARSED)]
        steps.append(f"label:'{self._said(label)}'")
        if head is not None:
            steps.append(f"column:'{self._said(head)}'")
        steps += self._count(figure, cell, head)
        steps += self._date(figure, cell, head)
        figure.context = self._context(cell, head)
        # The parse of a row knows no clause: only what the label itself does is a predicate.
        figure.agent = figure.place = figure.speaker_mention_id = None
        if (figure.predicate or "").lower() not in self._said(label).lower().split():
            figure.predicate = None
        links = []
        for mention in self._mentioned(label):
            is_place = mention.entity_type == "place"
            links.append(FigureEntity(figure, mention.fact_id, "place" if is_place else "about"))
            if is_place and figure.place is None:
                figure.place = self.text[mention.char_start : mention.char_end]
                steps.append(f"place:{figure.place} (labels its row)")
        figure.reading = "; ".join(steps)
        return links

    def _context(self, cell: Cell, head: Span | None) -> str | None:
        """Return label, head of the column and title, without dates and units."""
        told = [self._said(cell.row.label)]
        if head is not None and not self._dated(head):
            told.append(self._without_unit(head))
        told.append(self._title(cell))
        return ", ".join(dict.fromkeys(filter(None, told))) or None

    def _mentioned(self, span: Span) -> list[Mention]:
        first = bisect.bisect_left(self._mention_starts, span.char_start)
        after = bisect.bisect_left(self._mention_starts, span.char_end)
        return [one for one in self.mentions[first:after] if one.char_end <= span.char_end]

    def _head(self, cell: Cell) -> Span | None:
        heads = cell.table.heads
        span = heads[cell.column] if heads else None
        return span if span is not None and span.char_end > span.char_start else None

    def _count(self, figure: Figure, cell: Cell, head: Span | None) -> list[str]:
        """Give a number without unit the noun of its title's unit, its column or its label."""
        if figure.unit_kind != "none" or (figure.value or 0) % 1:
            return []
        given = self._given(cell)
        noun, told = given.noun if given else None, "unit"
        if noun is None and head is not None and not self._dated(head):
            noun, told = counted(self.text, head), "column"
        if noun is None:
            noun, told = counted(self.text, cell.row.label), "label"
        if noun is None:
            return []
        figure.unit_kind, figure.unit_name = "count", noun.lemma
        figure.counted_noun, figure.counted_noun_lemma = noun.text, noun.lemma
        figure.counted_modifiers = noun.modifiers
        figure.noun_char_start, figure.noun_char_end = noun.char_start, noun.char_end
        return [f"noun:told by its {told}"]

    def _date(self, figure: Figure, cell: Cell, head: Span | None) -> list[str]:
        """Give a cell the date of its column, else of its label, else the title's only one."""
        if figure.is_date_part:
            return []
        figure.date_mention_id = None
        for span, said in [
            (cell.row.cells[cell.column], "stands in its cell"),
            (head, "heads its column"),
            (cell.row.label, "labels its row"),
            *((one, "stands above the table") for one in cell.table.above),
        ]:
            dates = [] if span is None else self._dated(span)
            if len(dates) == 1:
                figure.date_mention_id = dates[0].fact_id or None
                date = self._said(Span(dates[0].char_start, dates[0].char_end))
                return [f"date:'{date}' ({said})"]
        return []

    def _dated(self, span: Span) -> list[DateSpan]:
        first = bisect.bisect_left(self._date_starts, span.char_start)
        after = bisect.bisect_left(self._date_starts, span.char_end)
        return list(self.dates[first:after])

    def _title(self, cell: Cell) -> str:
        """Return what the line above a table says it shows, without its unit."""
        for span in cell.table.above[:2]:
            found = self._measure(span, alone=True)
            named = self._said(span)
            if found is not None and named.strip("()[]") == self._said(found.span):
                continue
            # A line that gives neither unit, date nor columns may be any heading.
            if found is None and not self._dated(span) and not cell.table.heads:
                return ""
            return self._without_unit(span)
        return ""

    def _without_unit(self, span: Span) -> str:
        """Return what a head or title says beside the unit that it gives."""
        found = self._measure(span, alone=True)
        if found is None:
            return self._said(span).rstrip(" :")
        left = self._said(Span(span.char_start, found.span.char_start)).rstrip(" ,:([")
        right = self._said(Span(found.span.char_end, span.char_end)).lstrip(" ,:)]")
        return f"{left} {right}".strip(" :")

    def _said(self, span: Span) -> str:
        return " ".join(self.text[span.char_start : span.char_end].split())


def _lines(doc: AnalysedDocument) -> Iterator[TextLine]:
    end = 0
    for one in doc.paragraphs:
        follows_blank = doc.text.count("\n", end, one.char_start) > 1
        end = one.char_end
        yield TextLine(one.char_start, doc.text[one.char_start : end], follows_blank)
