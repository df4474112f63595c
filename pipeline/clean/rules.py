"""Rules: what each line does in its document, from its form first and then its place."""

from collections.abc import Sequence

from pipeline.clean.form import FORM_RULES
from pipeline.clean.line import LONG, Line
from pipeline.clean.place import (
    among_buttons,
    below_bylines,
    body,
    corrections,
    head,
    is_heading,
    related_blocks,
    site_header,
    tail,
)
from pipeline.clean.tables import table_rows
from schemas.text import Role


def assign_roles(lines: Sequence[Line]) -> None:
    """Decide role, use and rule of every line of a document, in order."""
    table_rows(lines)
    for line in lines:
        # No form is that long; what is, is prose.
        if line.is_open and line.word_count < LONG:
            any(rule(line) for rule in FORM_RULES)
    related_blocks(lines)
    corrections(lines)
    below_bylines(lines)
    among_buttons(lines)
    prose = [index for index, line in enumerate(lines) if line.is_open and line.is_prose]
    if prose:
        site_header(lines[: prose[0]], lines)
        head(lines, prose[0])
        tail([line for line in lines[prose[-1] + 1 :] if line.is_open])
    elif len(lines) > 1 and is_heading(lines[0]):
        lines[0].decide(Role.HEADLINE, "first_line")
    body(lines)
