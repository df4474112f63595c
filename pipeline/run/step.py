"""A step of a run."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.run.outcome import StepReport
from pipeline.run.workspace import Workspace


@dataclass(slots=True, frozen=True)
class Step:
    """One pass of a run: the tables it writes and the steps whose tables it reads."""

    name: str
    description: str
    function: Callable[[Workspace], StepReport]
    tables: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
