"""The sensor asks for a run when the content of raw/ changes, and only then."""

import os
from pathlib import Path

import dagster as dg
import pytest

from assets.automation import raw_changes


class Watch:
    """The sensor, ticking as the daemon does, with its cursor kept between ticks."""

    def __init__(self) -> None:
        self.cursor: str | None = None

    def tick(self) -> list[str]:
        """Return the run keys that one tick asks for."""
        context = dg.build_sensor_context(cursor=self.cursor)
        result = raw_changes(context)
        if isinstance(result, dg.SkipReason):
            return []
        assert isinstance(result, dg.SensorResult)
        self.cursor = result.cursor
        return [str(request.run_key) for request in result.run_requests or []]


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one text, which the settings name."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "one.txt").write_text("Forty lorries crossed the border.\n")
    monkeypatch.setenv("NEWSLEDGER_RAW", str(folder))
    return folder


def test_the_first_look_asks_for_a_run_and_the_second_does_not(raw: Path) -> None:
    assert list(raw.iterdir())
    watch = Watch()
    assert len(watch.tick()) == 1
    assert watch.tick() == []


def test_a_touch_asks_for_nothing(raw: Path) -> None:
    watch = Watch()
    watch.tick()
    os.utime(raw / "one.txt", (1, 1))
    assert watch.tick() == []
    assert watch.tick() == []


def test_new_changed_and_removed_files_each_ask_for_one_run(raw: Path) -> None:
    watch = Watch()
    keys = watch.tick()
    (raw / "two.txt").write_text("Two officials resigned.\n")
    keys += watch.tick()
    (raw / "two.txt").write_text("Three officials resigned.\n")
    keys += watch.tick()
    (raw / "two.txt").unlink()
    keys += watch.tick()
    assert watch.tick() == []
    # The last content is the first again, and yet it is news.
    assert len(set(keys)) == 4


def test_a_manifest_is_content(raw: Path) -> None:
    watch = Watch()
    watch.tick()
    (raw / "one.txt.source.yaml").write_text("publisher: The Harbour Gazette\n")
    assert len(watch.tick()) == 1


def test_an_absent_folder_is_said_not_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLEDGER_RAW", str(tmp_path / "nowhere"))
    skipped = raw_changes(dg.build_sensor_context())
    assert isinstance(skipped, dg.SkipReason)
    assert "nowhere" in str(skipped.skip_message)
