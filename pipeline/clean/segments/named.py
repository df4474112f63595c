"""Items that name their outlet: beside a heading, on a line of its own, after "Source:"."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.moments import is_moment
from pipeline.clean.segments.announced import believed
from pipeline.clean.segments.outlets import Form, Mark, find_mark, outlet_name, undecorated
from pipeline.clean.segments.row import Item, Row, first_heading
from schemas.text import Role, SegmentBasis

_WITHOUT_ITEMS = frozenset(
    {Role.CAPTION, Role.CREDIT, Role.SHARE, Role.SUBSCRIPTION, Role.CORRECTION, Role.RELATED}
)
_MAX_MARKED = 600
"""Characters; a longer line is looked at no further for an outlet's name."""
_NAME_WORDS = 4
_TOPIC_WORDS = 2


def name_outlet(rows: Sequence[Row], item: Item) -> None:
    """Give an item the known outlet that its heading or a line of its own names."""
    for row in rows[item.start : item.end]:
        forms = (Form.BRACKETS, Form.LAST) if row.is_heading else ()
        for form in (*forms, Form.SOURCE):
            mark = find_mark(row.text, form) if len(row.text) <= _MAX_MARKED else None
            if mark and mark.is_known:
                item.outlet, item.layout = mark.outlet, form
                item.title = mark.title or item.title
                return


# --- Outlets beside headings -----------------------------------------------------------------


def _marks(rows: Sequence[Row], form: Form) -> dict[int, Mark]:
    found = {}
    for index, row in enumerate(rows):
        # The last items of a digest may be so short that they look like links.
        is_last = form is Form.ALONE and row.rule_id == "after_last_sentence"
        if row.role in _WITHOUT_ITEMS and form is not Form.SOURCE and not is_last:
            continue
        if len(row.text) <= _MAX_MARKED:
            mark = find_mark(row.text, form)
            if mark:
                found[index] = mark
    return found


def outlets_in_headings(rows: Sequence[Row]) -> list[Item]:
    """Each item has its outlet beside its heading, or at the end of its only paragraph."""
    best: list[Item] = []
    most = 1
    for form in (Form.BRACKETS, Form.LAST, Form.COLON, Form.FIRST):
        marks = _marks(rows, form)
        told = believed(rows, marks, form)
        known = [mark.outlet.lower() for mark in told.values()]
        if len(known) <= most:
            continue
        if any(not mark.is_known for mark in told.values()):
            marks = told
            if 2 * len(marks) < sum(row.is_prose for row in rows[min(marks) :]):
                continue
        if form in {Form.COLON, Form.FIRST}:
            # "Minister: ..." is how speakers are named as well.
            items = _begun(rows, marks) if 3 * len(known) >= 2 * len(marks) else []
            is_digest = len(set(known)) > 1
        else:
            items = _begun_or_closed(rows, marks) if 2 * len(known) >= len(marks) else []
            is_digest = len(set(known)) > 1 or all(rows[index].is_heading for index in marks)
        if is_digest and len(items) > 1 and _tell_something(rows, items):
            best, most = items, len(known)
    return best


def _tell_something(rows: Sequence[Row], items: Sequence[Item]) -> bool:
    """Return whether the items have prose in them, or there is hardly anything else.

    An article may list the polls of several papers, or whom they stand for.
    """
    told = 0
    for item in items:
        first, below = rows[item.start], rows[item.start + 1 : item.start + 3]
        told += first.is_prose or any(row.is_prose for row in below[: item.end - item.start - 1])
    content = sum(row.is_used for row in rows)
    return 3 * told >= 2 * len(items) or 5 * len(items) >= 4 * content


def _begun(rows: Sequence[Row], marks: dict[int, Mark]) -> list[Item]:
    bounds = [*marks, len(rows)]
    return [
        Item(
            start,
            _without_next_topic(rows, start, end),
            SegmentBasis.OUTLET_IN_HEADING,
            marks[start].outlet,
            None if rows[start].is_prose else marks[start].title or None,
            marks[start].form,
        )
        for start, end in pairwise(bounds)
    ]


def _without_next_topic(rows: Sequence[Row], start: int, end: int) -> int:
    """Return where an item ends before headings of a topic that stand above the next one."""
    if end == len(rows):
        return end
    most = _MAX_MARKED if rows[end].is_prose else _TOPIC_WORDS
    while end - 1 > start and _is_topic(rows[end - 1], most):
        end -= 1
    return end


def _is_topic(row: Row, most_words: int) -> bool:
    return (
        row.is_heading
        and not row.is_prose
        and row.line.word_count <= most_words
        and not any(map(str.isdigit, row.text))
    )


def _begun_or_closed(rows: Sequence[Row], marks: dict[int, Mark]) -> list[Item]:
    headings = {index: mark for index, mark in marks.items() if rows[index].is_heading}
    if 2 * len(headings) > len(marks):
        return _begun(rows, headings)
    prose = sum(row.is_prose for row in rows)
    closing = {index: mark for index, mark in marks.items() if rows[index].is_prose}
    if 2 * len(closing) < prose:
        return []
    return _closed(rows, closing, SegmentBasis.OUTLET_IN_HEADING)


def outlets_in_sentences(rows: Sequence[Row]) -> list[Item]:
    """Each paragraph begins with the outlet that says what it tells: a review of the press."""
    marks = {i: mark for i, mark in _marks(rows, Form.TELLS).items() if rows[i].is_prose}
    marks = believed(rows, marks, Form.TELLS)
    prose = sum(row.is_prose for row in rows)
    outlets = {mark.outlet.lower() for mark in marks.values()}
    if len(outlets) < 2 or len(marks) < 3 or 3 * len(marks) < 2 * prose:
        return []
    return [
        Item(
            start,
            _without_next_topic(rows, start, end),
            SegmentBasis.OUTLET_IN_SENTENCE,
            marks[start].outlet,
        )
        for start, end in pairwise([*marks, len(rows)])
    ]


# --- Outlets on lines of their own -----------------------------------------------------------


def outlet_lines(rows: Sequence[Row]) -> list[Item]:
    """Each item has a line that is only its outlet's name or address."""
    alone = {
        index: mark
        for index, mark in _marks(rows, Form.ALONE).items()
        if mark.is_known or _may_head_item(rows, index, mark.outlet)
    }
    marks = believed(rows, alone, Form.ALONE)
    marks |= _written_alike(rows, alone, marks)
    if len({mark.outlet.lower() for mark in marks.values()}) < 2:
        return []
    return _by_lines(rows, marks | _names_above_dates(rows, marks), SegmentBasis.OUTLET_LINE)


def _may_head_item(rows: Sequence[Row], index: int, name: str) -> bool:
    """Return whether a name that no list knows is short and has something told below it."""
    return (
        index > 0
        and len(name.split()) <= _NAME_WORDS
        and any(row.is_prose for row in rows[index + 1 : index + 3])
    )


def _written_alike(
    rows: Sequence[Row], alone: dict[int, Mark], marks: dict[int, Mark]
) -> dict[int, Mark]:
    """Return the names that are emphasized as all known outlets of the document are."""
    styles = {_style(rows[index].text) for index in marks}
    if len(marks) < 2 or len(styles) != 1 or styles == {""}:
        return {}
    return {index: mark for index, mark in alone.items() if _style(rows[index].text) in styles}


def _style(text: str) -> str:
    """Return how a name is emphasized: by the marks before it, by capitals, or not at all."""
    marks = text[: len(text) - len(text.lstrip("*_#>[("))]
    return marks or ("capitals" if text.isupper() else "")


def _names_above_dates(rows: Sequence[Row], marks: dict[int, Mark]) -> dict[int, Mark]:
    """Return names that no list knows, where all known ones stand between heading and date."""

    def is_between(index: int) -> bool:
        return (
            0 < index < len(rows) - 1
            and rows[index - 1].is_heading
            and is_moment(rows[index + 1].text)
        )

    if not all(map(is_between, marks)):
        return {}
    names = {
        index: outlet_name(undecorated(row.text))
        for index, row in enumerate(rows)
        if index not in marks and row.line.word_count <= 6 and is_between(index)
    }
    return {
        index: Mark(Form.ALONE, name, "", is_known=False) for index, name in names.items() if name
    }


def source_lines(rows: Sequence[Row]) -> list[Item]:
    """Each item has a line such as "Source: name" or "Read more at name"."""
    return _by_lines(rows, _marks(rows, Form.SOURCE), SegmentBasis.SOURCE_LINE)


def _by_lines(rows: Sequence[Row], marks: dict[int, Mark], basis: SegmentBasis) -> list[Item]:
    """Cut where the lines stand: under headings, above what they give, or below it.

    Articles have lines with a photograph's source among their paragraphs. So an outlet above
    or below its item counts where items begin with a heading, or hardly have a second paragraph.
    """
    if len(marks) < 2:
        return []
    lines = sorted(marks)
    told = [
        any(row.tells for row in rows[one + 1 : end]) for one, end in pairwise([*lines, len(rows)])
    ]
    are_under = all(
        one > 0 and rows[one - 1].is_heading and one - 1 not in marks for one in lines[1:]
    )
    if all(told) and are_under:
        starts = {_heading_above(rows, one, marks): marks[one] for one in lines}
        return _opened(rows, starts, basis, "under_heading")
    has_front = any(row.is_prose for row in rows[: lines[0]])
    if not told[-1]:
        items = _closed(rows, marks, basis) if has_front else []
        heads = [item.start for item in items]
    elif has_front and (basis is SegmentBasis.SOURCE_LINE or _are_addresses(marks)):
        return []
    else:
        items = _opened(rows, marks, basis, "above")
        heads = [item.start + 1 for item in items]
    prose = sum(row.is_prose for item in items for row in rows[item.start : item.end])
    is_digest = all(rows[one].is_heading for one in heads) or 2 * len(items) >= prose
    return items if is_digest else []


def _are_addresses(marks: dict[int, Mark]) -> bool:
    return all("." in mark.outlet for mark in marks.values())


def _heading_above(rows: Sequence[Row], index: int, marks: dict[int, Mark]) -> int:
    """Return the first of the headings that stand above the line without a blank between."""
    start = index - 1
    while (
        start > 0
        and not rows[start].line.follows_blank
        and rows[start - 1].is_heading
        and start - 1 not in marks
    ):
        start -= 1
    return start


def _opened(
    rows: Sequence[Row], starts: dict[int, Mark], basis: SegmentBasis, layout: str
) -> list[Item]:
    """Return what each line opens; one with nothing to tell adds to the item before it."""
    items: list[Item] = []
    for start, end in pairwise([*sorted(starts), len(rows)]):
        if any(row.tells for row in rows[start:end]):
            outlet = starts[start].outlet
            title = first_heading(rows, start, end, outlet)
            items.append(Item(start, end, basis, outlet, title, layout))
        elif items:
            items[-1].end = end
    return items


def _closed(rows: Sequence[Row], ends: dict[int, Mark], basis: SegmentBasis) -> list[Item]:
    items: list[Item] = []
    start = 0
    for index in sorted(ends):
        if any(row.is_prose for row in rows[start : index + 1]):
            title = first_heading(rows, start, index)
            items.append(Item(start, index + 1, basis, ends[index].outlet, title, "below"))
        start = index + 1
    if len(items) > 1 and all(item.end - item.start == 1 for item in items[1:]):
        # What stands above items of one paragraph each is the heading of all.
        items[0].start, items[0].title = items[0].end - 1, None
    return items
