"""Fixtures shared by all tests."""

import datetime as dt
import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from spacy.language import Language

from pipeline.analyse.documents import analyse_document
from pipeline.analyse.model import load_model
from pipeline.document import AnalysedDocument
from pipeline.run.outcome import StepReport
from pipeline.run.reading import open_current
from pipeline.run.steps import run_all
from pipeline.run.workspace import open_workspace
from pipeline.settings import Settings

# A busy machine slows an example by chance; `assert_in_proportion` tells slow work from that.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_unconfigure() -> None:
    """Let go of what hypothesis hangs on the collector, where Python keeps it to the very end.

    Through it every module of tests would outlive the interpreter's last clearing up, and DuckDB's
    binding list all that it then still holds.
    """
    gc.callbacks.clear()


AnalyseText = Callable[..., AnalysedDocument]


@pytest.fixture(scope="session")
def model() -> Language:
    """The statistical model, loaded once for all tests."""
    return _loaded_once()


_loaded_once = cache(load_model)


@pytest.fixture(autouse=True, scope="session")
def _one_model() -> Iterator[None]:
    """Builds in this process share the model: half a second each, for the same annotations."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.analyse.model.load_model", _loaded_once)
        yield


@pytest.fixture(scope="session")
def analysed(model: Language) -> AnalyseText:
    """Return a function that cleans and analyses one text as a document of its own."""

    def analyse_text(text: str, published: dt.date | None = None) -> AnalysedDocument:
        return analyse_document(model, text, published=published)

    return analyse_text


Work = Callable[[], object]
_TIMES = 8
_ATTEMPTS = 3
# What the processor's clock can tell, and what a first call costs, drown below this.
_SHORTEST_SECONDS = 0.002


@pytest.fixture(scope="session")
def assert_in_proportion() -> Callable[[Callable[[int], Work], int], None]:
    """Return a function that fails if work grows with the square of its text, or nearly.

    It is given what prepares the work on a text of some length, and a length. Eight times the
    text may take up to 8 ** 1.5, some twenty-three times the processor time: linear work takes
    eight, squared work sixty-four. The best of several attempts counts, since a busy machine
    slows each by chance; squared work passes none.
    """

    def check(prepare: Callable[[int], Work], length: int) -> None:
        ratios = []
        for _ in range(_ATTEMPTS):
            short = min(_processor_seconds(prepare(length)) for _ in range(_ATTEMPTS))
            long = _processor_seconds(prepare(_TIMES * length))
            ratios.append(long / max(short, _SHORTEST_SECONDS))
            if ratios[-1] <= _TIMES**1.5:
                return
        raise AssertionError(f"{_TIMES} times the text takes {min(ratios):.0f} times the time")

    return check


def _processor_seconds(work: Work) -> float:
    # The collector would walk through all that the tests before this one have left.
    gc.disable()
    try:
        begin = time.process_time()
        work()
        return time.process_time() - begin
    finally:
        gc.enable()


@dataclass
class House:
    """A folder of raw texts and the warehouse built from it, as a user has them."""

    settings: Settings
    runs: int = 0

    @property
    def raw(self) -> Path:
        """The folder of the texts."""
        return self.settings.raw

    @property
    def root(self) -> Path:
        """The warehouse's folder."""
        return self.settings.warehouse

    def put(self, name: str, content: str | bytes) -> Path:
        """Write one file under raw/."""
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def build(self, **changes: Any) -> list[StepReport]:
        """Run every step, without Dagster, and return the reports."""
        self.runs += 1
        settings = self.settings.model_copy(update=changes)
        with open_workspace(settings, run_id=f"run-{self.runs:04d}") as workspace:
            return run_all(workspace)

    def query(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a query over the current warehouse."""
        with open_current(self.settings) as connection:
            return connection.execute(sql, list(parameters)).fetchall()

    def rejects(self, reason: str) -> list[tuple[str, str]]:
        """Return (source path, message) of each reject with that reason."""
        return self.query(
            "SELECT source_path, message FROM meta_reject WHERE reason_code = ? ORDER BY ALL",
            reason,
        )


@pytest.fixture(scope="session")
def house_at() -> Callable[[Path], House]:
    """Return a function that makes an empty raw/ and a warehouse folder beside it."""

    def make(top: Path) -> House:
        settings = Settings(
            raw=top / "raw", warehouse=top / "warehouse", workers=1, free_disk_bytes=0
        )
        settings.raw.mkdir()
        return House(settings)

    return make


@pytest.fixture
def house(tmp_path: Path, house_at: Callable[[Path], House]) -> House:
    """An empty raw/ and a warehouse folder beside it."""
    return house_at(tmp_path)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The project's own sample corpus, built once for all tests that only read."""
    raw = Path(__file__).resolve().parent.parent / "raw"
    built = House(Settings(raw=raw, warehouse=tmp_path_factory.mktemp("samples"), workers=1))
    built.build()
    return built
