"""Items: what a digest is made of, told from the layout of the whole document.

One line with an outlet's name says nothing: an article names papers too. A document is a
digest when lines of one form come back and each has something to tell below it.
"""

from collections.abc import Callable, Sequence

from pipeline.clean.segments.named import (
    name_outlet,
    outlet_lines,
    outlets_in_headings,
    outlets_in_sentences,
    source_lines,
)
from pipeline.clean.segments.row import Item, Row
from pipeline.clean.segments.unnamed import (
    between_rules,
    byline_items,
    dated_items,
    dateline_items,
    headed,
    listed,
    teasers,
)

_FINDERS: tuple[Callable[[Sequence[Row]], list[Item]], ...] = (
    outlets_in_headings,
    outlet_lines,
    source_lines,
    outlets_in_sentences,
    dateline_items,
    byline_items,
    dated_items,
    teasers,
    between_rules,
    headed,
    listed,
)


def find_items(rows: Sequence[Row]) -> list[Item]:
    """Return the items that the document is made of, in order; none if it is one text."""
    for finder in _FINDERS:
        items = finder(rows)
        if len(items) > 1:
            for item in items:
                if item.outlet is None:
                    name_outlet(rows, item)
            return items
    return []
