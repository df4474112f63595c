"""What the command line shows: progress while a run is at work, rows, a few plain lines."""

import csv
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text

from assets.display import csv_cell, safe

_WIDE = 10_000
"""Where nobody looks at a terminal, no row is folded."""


def out() -> Console:
    """Return the console for answers: standard output, as wide as whoever reads it has said."""
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDE
    return console


def print_rows(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as a table; text from sources is shown, never obeyed."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    rows = list(rows)
    for index, name in enumerate(names):
        numeric = all(isinstance(row[index], int | float | None) for row in rows)
        table.add_column(Text(safe(name)), justify="right" if numeric else "left")
    for row in rows:
        table.add_row(*(Text(_shown(value)) for value in row))
    out().print(table)


def print_csv(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as CSV in which no cell is a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([csv_cell(name) for name in names])
    writer.writerows([csv_cell(value) for value in row] for row in rows)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return f"{value:.0f}"
    return safe(str(value))


@contextmanager
def showing_progress() -> Iterator["ShownProgress | None"]:
    """Show progress on standard error while someone looks at it; else yield None."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        _Done(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as shown:
        yield ShownProgress(shown)


class ShownProgress:
    """Stages of a run as bars: what is done, and how fast."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._tasks: dict[str, TaskID] = {}

    def start(self, stage: str, total: int | None) -> None:
        """A stage begins, with so many units of work, if known."""
        self._tasks[stage] = self._shown.add_task(
            stage, total=total, files=0, paragraphs=0, words=0
        )

    def advance(
        self, stage: str, *, done: int = 1, files: int = 0, paragraphs: int = 0, words: int = 0
    ) -> None:
        """Some work of the stage is done."""
        task = self._shown.tasks[self._tasks[stage]]
        self._shown.update(
            task.id,
            advance=done,
            files=task.fields["files"] + files,
            paragraphs=task.fields["paragraphs"] + paragraphs,
            words=task.fields["words"] + words,
        )

    def finish(self, stage: str) -> None:
        """The stage is over."""
        task = self._shown.tasks[self._tasks[stage]]
        self._shown.update(task.id, total=task.completed or 1, completed=task.completed or 1)


class _Done(ProgressColumn):
    """Files, paragraphs and words done, and each per second."""

    def render(self, task: Task) -> Text:
        """Return what the task has counted."""
        seconds = (task.finished_time if task.finished else task.elapsed) or 0
        parts = [
            f"{task.fields[unit]:,} {unit}"
            + (f" ({task.fields[unit] / seconds:,.0f}/s)" if seconds >= 1 else "")
            for unit in ("files", "paragraphs", "words")
            if task.fields.get(unit)
        ]
        return Text(", ".join(parts))
