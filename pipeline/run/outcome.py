"""How a step or a run came out: what it reports, and what stops it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.warehouse.checks import Breach


@dataclass(slots=True, frozen=True)
class TableReport:
    """How many rows of a table were written, and how many its contract refused."""

    table: str
    rows: int
    refused: int = 0


@dataclass(slots=True, frozen=True)
class StepReport:
    """What a step did. An idle step found everything done already and wrote nothing."""

    step: str
    is_idle: bool = False
    tables: tuple[TableReport, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    """Other things counted, by name: files, paragraphs, words ..."""


class CheckFailed(RuntimeError):
    """A check stopped the publish; the last good warehouse stands. The message names rows."""

    def __init__(self, message: str, breaches: Sequence[Breach] = ()) -> None:
        super().__init__(message)
        self.breaches = tuple(breaches)


class Refused(Exception):
    """A request that cannot be followed: nothing was done, and no run is recorded."""


class WarehouseBusy(RuntimeError):
    """Another run holds the warehouse's lock."""


class UnusablePath(ValueError):
    """A warehouse cannot be built in a folder of that name."""


class DiskFull(RuntimeError):
    """There is too little room on the disk to begin a build."""
