"""Tables: what plain text lays out in rows, told from the shape of its lines alone.

A row is cells between bars, tabs or wide gaps, the first of them a label and the others
numbers; or a label, a colon and a number. Rows of cells are a table where they follow each
other and agree in how many cells they have.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.clean.line import Line
from pipeline.clean.moments import is_moment
from pipeline.clean.vocabulary import CONTACT_FIELDS, INTERFACE_OPENERS, OWN_FIELDS
from schemas.text import Role

_MAX_LINE = 400
_MAX_CELLS = 40
_LABEL_WORDS = 12
_CELL_WORDS = 6
_DATED_WORDS = 2
_TITLE_WORDS = 20

# Between the words of a cell stands one space; more of them, or a tab, part two cells.
_BETWEEN_GAPS = re.compile(r"[^\s]+(?:[ \u00a0\u202f][^\s]+)*")
_RULE = re.compile(r"[-=+_|:\s]*[-=_]{2}[-=+_|:\s]*")
_BULLET = re.compile(r"[-*•·▪●◦–—][ \t]+")
_LABELLED = re.compile(r"([^:|\t]{2,70}):[ \t]+(?=\S)")
_BETWEEN_VALUES = re.compile(r"[ \t]+[/|;][ \t]+|;[ \t]+|,[ \t]+(?=[^\w\s]{0,2}[0-9])")
_SIGNS = r"[-+−–~<>≥≤≈±(]{0,3} ?(?:[A-Z]{0,3}[$€£¥₹₽]|[A-Z]{3}\b)? ?[-−(]?"
_VALUE = re.compile(
    r"(?i:(?:about|around|approx\.?|approximately|some|nearly|almost|over|under|up to|more than"
    rf"|less than|at least|at most|minus|plus) )?{_SIGNS}[0-9]"
)
_NO_VALUE = re.compile(r"(?:[-–—.…*:]{1,3}|n\.?/?a\.?|nil)", re.IGNORECASE)
_CLOCK = re.compile(
    r"[0-9]{1,2}(?:[:h][0-9]{2}(?![0-9])|(?:\.[0-9]{2})? ?[ap]\.?m\b)", re.IGNORECASE
)
_OF_DATES = re.compile(r"[^\W\d_]|[0-9][./-][0-9]{1,2}[./-][0-9]")
_DURATION = re.compile(r"[0-9]+ (?:minutes?|mins?|hours?|hrs?)")
_PERIOD = re.compile(
    r"(?:(?:Q[1-4]|H[12]|FY|[0-9]{1,2}|[A-Z][a-z]{2,8}\.?)[ /-]?){0,3}"
    r"(?:19|20)[0-9]{2}(?: ?[/–-] ?[0-9]{2,4})?(?: ?Q[1-4]| ?[a-z*]{1,2})?"
)
_ENDS_SENTENCE = (".", "!", "?")
_NO_TITLE = (*_ENDS_SENTENCE, ",")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_COUNTER = re.compile(r"[0-9][0-9.,]*[KkMm]?")


class Span(NamedTuple):
    """A stretch of the document's text."""

    char_start: int
    char_end: int


class TextLine(NamedTuple):
    """A line, or a paragraph of several, which is never a row."""

    char_start: int
    text: str
    follows_blank: bool

    @property
    def may_be_row(self) -> bool:
        """Whether it is one line, and none so long that it can only be prose."""
        return len(self.text) <= _MAX_LINE and "\n" not in self.text


@dataclass(slots=True, frozen=True)
class TableRow:
    """One line of a table: its label and its cells, each with a place among the columns."""

    line: int
    label: Span
    cells: tuple[Span, ...]


@dataclass(slots=True)
class Table:
    """Rows below each other, the heads of their columns and the lines that stand above them."""

    rows: list[TableRow]
    heads: tuple[Span, ...] = ()
    """As many as a row has cells, or none."""
    corner: Span | None = None
    """What stands above the labels, in the line of the heads."""
    above: list[Span] = field(default_factory=list)
    """At most two short lines, the nearest first."""
    head_line: int | None = None

    @property
    def first_line(self) -> int:
        """The line that the table begins with, below its title."""
        return self.rows[0].line if self.head_line is None else self.head_line


def find_tables(lines: Sequence[TextLine]) -> list[Table]:
    """Return the tables among the lines of a document, in order."""
    read = [_cells(line.char_start, line.text) if line.may_be_row else [] for line in lines]
    rules = [line.may_be_row and _RULE.fullmatch(line.text) is not None for line in lines]
    tables: list[Table] = []
    index = 0
    while index < len(lines):
        table = _of_cells(lines, read, rules, index)
        after = index + 1
        if table is None:
            labelled = _labelled_from(lines, index)
            after += max(0, len(labelled) - 1)
            table = _of_labels(lines, labelled)
        if table is not None:
            table.above = _above(lines, rules, table)
            tables.append(table)
            after = table.rows[-1].line + 1
        index = after
    return tables


def table_rows(lines: Sequence[Line]) -> None:
    """Keep the rows of tables, and the short line above one: menus and buttons look alike."""
    written = [TextLine(line.char_start, line.text, line.follows_blank) for line in lines]
    for line, text in zip(lines, written, strict=True):
        if _is_line_of_values(text):
            line.decide(Role.BODY, "table_row")
    for table in find_tables(written):
        if table.head_line is not None:
            lines[table.head_line].decide(Role.BODY, "table_head")
        for row in table.rows:
            lines[row.line].decide(Role.BODY, "table_row")
        title = lines[table.first_line - 1]
        if table.above and title.is_open and not title.is_prose and table.first_line > 1:
            title.decide(Role.SUBHEAD, "above_table")


def _is_line_of_values(line: TextLine) -> bool:
    """Return whether the line is nothing but numbers set apart, as a box of key figures has."""
    cells = _cells(line.char_start, line.text) if line.may_be_row else []
    texts = (
        line.text[cell.char_start - line.char_start : cell.char_end - line.char_start]
        for cell in cells
    )
    return bool(cells) and all(map(_is_value, texts)) and not is_moment(line.text)


# --- Rows of cells ---------------------------------------------------------------------------


def _cells(start: int, text: str) -> list[Span]:
    """Return what bars, tabs or wide gaps part in a line; nothing where they part nothing."""
    if "|" in text:
        found = _between_bars(start, text)
    elif "\t" in text or "  " in text:
        found = [
            Span(start + one.start(), start + one.end()) for one in _BETWEEN_GAPS.finditer(text)
        ]
    else:
        return []
    return found if 2 <= len(found) <= _MAX_CELLS else []


def _between_bars(start: int, text: str) -> list[Span]:
    """Return the cells between bars, empty ones too, but for those beyond the outer bars."""
    found = []
    position = 0
    for part in text.split("|"):
        begin = start + position + len(part) - len(part.lstrip())
        found.append(Span(begin, max(begin, start + position + len(part.rstrip()))))
        position += len(part) + 1
    first = 1 if text.startswith("|") else 0
    return found[first : -1 if text.endswith("|") else None]


def _of_cells(
    lines: Sequence[TextLine], read: Sequence[list[Span]], rules: Sequence[bool], first: int
) -> Table | None:
    """Return the table whose rows of cells begin at a line, or None."""

    def texts(index: int) -> list[str]:
        begin, text, _ = lines[index]
        return [text[cell.char_start - begin : cell.char_end - begin] for cell in read[index]]

    size = len(read[first])
    if size < 2 or not _is_row(texts(first)):
        return None
    held = []
    index = first
    while index < len(lines) and (rules[index] or len(read[index]) == size):
        if not rules[index]:
            if not _is_row(texts(index)):
                break
            held.append(index)
        index += 1
    head: int | None = None
    if all(map(_is_period, texts(first)[1:])):
        head = held.pop(0)
    else:
        above = first - 1
        while above > 0 and rules[above]:
            above -= 1
        if above >= 0 and _is_head(texts(above), size):
            head = above
    if len(held) < (2 if head is not None or size > 2 else 3):
        return None
    rows = [TableRow(one, read[one][0], tuple(read[one][1:])) for one in held]
    if head is None:
        return Table(rows)
    heads = read[head]
    corner = heads[0] if len(heads) == size else None
    return Table(rows, tuple(heads[len(heads) - size + 1 :]), corner, head_line=head)


def _is_row(cells: Sequence[str]) -> bool:
    label, *values = cells
    if len(label.split()) > _LABEL_WORDS or not (_is_period(label) or _LETTER.search(label)):
        return False
    return any(map(_is_value, values)) and all(
        not one or _is_value(one) or _NO_VALUE.fullmatch(one) for one in values
    )


def _is_value(cell: str) -> bool:
    return len(cell.split()) <= _CELL_WORDS and _VALUE.match(cell) is not None


def _is_period(cell: str) -> bool:
    return _PERIOD.fullmatch(cell) is not None


def _is_head(cells: Sequence[str], size: int) -> bool:
    """Return whether cells name the columns of rows with so many cells, with a corner or not."""
    if len(cells) not in {size, size - 1} or len(cells) < 2:
        return False
    return all(
        len(one.split()) <= _CELL_WORDS
        and (_is_period(one) or (not _is_value(one) and not one.endswith(_ENDS_SENTENCE)))
        for one in cells
    )


# --- Labels with their numbers ---------------------------------------------------------------


def _labelled_from(lines: Sequence[TextLine], first: int) -> list[TableRow]:
    """Return the labelled numbers that follow each other from a line on, up to a wider gap."""
    rows: list[TableRow] = []
    for index in range(first, len(lines)):
        row = _labelled(lines[index], index)
        if row is None or (len(rows) > 1 and _is_set_apart(lines, index)):
            break
        rows.append(row)
    return rows


def _is_set_apart(lines: Sequence[TextLine], index: int) -> bool:
    return lines[index].follows_blank and not lines[index - 1].follows_blank


def _of_labels(lines: Sequence[TextLine], rows: list[TableRow]) -> Table | None:
    """Return the table of labelled numbers, or None where only buttons bear numbers.

    "Share: 12" alone is a button, but "Other: 12" among measures is one of them.
    """
    return Table(rows) if any(not _is_counter(lines[row.line], row) for row in rows) else None


def _is_counter(line: TextLine, row: TableRow) -> bool:
    word = _WORD.search(line.text, row.label.char_start - line.char_start)
    values = line.text[row.cells[0].char_start - line.char_start :]
    return (
        word is not None
        and word.group().lower() in INTERFACE_OPENERS
        and _COUNTER.fullmatch(values) is not None
    )


def _labelled(line: TextLine, index: int) -> TableRow | None:
    """Return the row of a line such as "Houses destroyed: 2,911", or None."""
    start, text, _ = line
    if not line.may_be_row or text.endswith(_ENDS_SENTENCE):
        return None
    bullet = _BULLET.match(text)
    found = _LABELLED.match(text, bullet.end() if bullet else 0)
    if found is None:
        return None
    words = [word.lower() for word in _WORD.findall(found.group(1))]
    if not words or len(words) > _LABEL_WORDS:
        return None
    if OWN_FIELDS.issuperset(words) or not CONTACT_FIELDS.isdisjoint(words):
        return None
    values = text[found.end() :]
    if _CLOCK.match(values) or (_is_date(values) and not _DURATION.fullmatch(values)):
        return None
    if _is_date(found.group(1)) and len(values.split()) > _DATED_WORDS:
        # "9 March: 410 passengers stranded" tells an event.
        return None
    cells = []
    begin = found.end()
    for mark in [*_BETWEEN_VALUES.finditer(text, begin), None]:
        end = mark.start() if mark else len(text)
        if not _is_value(text[begin:end]):
            return None
        cells.append(Span(start + begin, start + end))
        begin = mark.end() if mark else end
    return TableRow(index, Span(start + found.start(1), start + found.end(1)), tuple(cells))


def _is_date(text: str) -> bool:
    return is_moment(text) and _OF_DATES.search(text) is not None


def _above(lines: Sequence[TextLine], rules: Sequence[bool], table: Table) -> list[Span]:
    """Return the short lines above a table that may tell what it shows, the nearest first."""
    first = table.first_line
    is_labelled = lines[first].text.startswith(
        ":", table.rows[0].label.char_end - lines[first].char_start
    )
    found: list[Span] = []
    for index in range(first - 1, -1, -1):
        start, text, _ = lines[index]
        if rules[index]:
            continue
        if len(found) == 2 or len(text.split()) > _TITLE_WORDS or text.endswith(_NO_TITLE):
            break
        # What stands above labelled numbers and is labelled too is one of them in other words.
        if ": " in text and (is_labelled or _labelled(lines[index], index) is not None):
            break
        found.append(Span(start, start + len(text)))
    return found
