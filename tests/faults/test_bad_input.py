"""Bad input costs itself alone: a message with place and remedy, a row, and the run goes on."""

import os
import socket
from pathlib import Path

import pytest

from assets.lines import status_lines
from pipeline.read import inventory
from pipeline.run import staging
from pipeline.run.status import status
from pipeline.run.verify import verify

_GOOD = "BRUSSELS, March 24, 2022 - Some 300,000 people had left, said Petra Lindqvist.\n"


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory, house_at):
    """A house in which everything that can be wrong with a file is wrong with one."""
    top = tmp_path_factory.mktemp("messy")
    built = house_at(top)
    built.put("good.txt", _GOOD)
    built.put("empty.txt", b"")
    built.put("binary.txt", bytes(range(256)) * 20)
    built.put(
        "invalid.txt", _GOOD.encode() * 3 + b"caf\xe9 \xff\xfe na\xefve \x81\n" + _GOOD.encode()
    )
    built.put("nul.txt", b"Twelve ships\0 left.\n")
    built.put("long-line.txt", b"Twelve ships left. " * (50_000_000 // 19))
    built.put(
        "broken.jsonl", b'{"text": "Four ships left."}\n{"text": \n{"text": "Six ships came."}\n'
    )
    built.put("key.txt", _GOOD)
    built.put("key.txt.source.yaml", "publisher: Example\npublihser: Example\n")
    built.put("tag.txt", _GOOD)
    built.put("tag.txt.source.yaml", "publisher: !!python/object/apply:os.system ['touch pwned']\n")
    built.put("photo.jpeg", b"\xff\xd8\xff")
    outside = top / "outside.txt"
    outside.write_text("Ninety-nine secrets.\n", encoding="utf-8")
    (built.raw / "link.txt").symlink_to(outside)
    (built.raw / "round.txt").symlink_to("about.txt")
    (built.raw / "about.txt").symlink_to("round.txt")
    (built.raw / "folder").mkdir()
    (built.raw / "folder" / "again").symlink_to("..", target_is_directory=True)
    built.put("[red]two\nlines[/red].txt", _GOOD)
    built.put("[red]no\nsuffix[/red]", _GOOD)
    Path(os.fsdecode(os.fsencode(built.raw) + b"/bytes\xff.txt")).write_text(_GOOD)
    built.put("marks-only.txt", b"\xef\xbb\xbf")
    (built.raw / "entities.yaml").symlink_to(outside)
    os.mkfifo(built.raw / "pipe.txt")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(built.raw / "socket.txt"))
    built.put("control.txt", "\x1b[31mTwelve ships\x1b[0m left, said <b>Petra Lindqvist</b>.\n")
    built.build()
    listening.close()
    return built


@pytest.mark.parametrize(
    ("reason", "path", "says"),
    [
        ("empty", "empty.txt", "empty"),
        ("binary_content", "binary.txt", "not text"),
        ("binary_content", "nul.txt", "byte 12"),
        ("document_too_long", "long-line.txt", "max_document_chars"),
        ("broken_record", "broken.jsonl", "line 2"),
        ("manifest_unknown_key", "key.txt.source.yaml", "publihser"),
        ("manifest_invalid", "tag.txt.source.yaml", "tag.txt.source.yaml"),
        ("unknown_suffix", "photo.jpeg", ".txt"),
        ("link_not_followed", "link.txt", "copy"),
        ("link_not_followed", "round.txt", "copy"),
        ("link_not_followed", "folder/again", "copy"),
        ("unknown_suffix", "[red]no\nsuffix[/red]", ".txt"),
        ("name_not_text", "bytes\\xff.txt", "rename"),
        ("no_text_found", "marks-only.txt", "remove it"),
        ("override_invalid", "entities.yaml", "copy"),
        ("not_a_regular_file", "pipe.txt", "remove it"),
        ("not_a_regular_file", "socket.txt", "remove it"),
    ],
)
def test_each_fault_is_a_row_that_names_file_place_and_remedy(messy, reason, path, says):
    found = dict(messy.rejects(reason))
    assert path in found
    assert path in found[path]
    assert says in found[path]


def test_invalid_bytes_are_read_and_said(messy):
    # A stray byte makes the whole file another encoding, or costs one character; never the file.
    ((encoding, text),) = messy.query(
        "SELECT encoding, text FROM dim_document JOIN dim_source USING (source_id) "
        "WHERE source_path = 'invalid.txt'"
    )
    assert text.count("300,000") == 4
    assert encoding != "utf-8" or messy.rejects("invalid_bytes")


def test_all_else_is_published_and_proved(messy):
    assert messy.query("SELECT count(*) FROM mart_figure WHERE source_path = 'good.txt'") == [(1,)]
    assert messy.query("SELECT count(*) FROM mart_figure WHERE source_path = 'broken.jsonl'") == [
        (2,)
    ]
    assert messy.query("SELECT publisher_name FROM dim_source WHERE source_path = 'key.txt'") == [
        ("Example",)
    ]
    assert verify(messy.settings).failures == []


def test_a_name_with_marks_and_line_ends_is_a_name_like_any_other(messy):
    name = "[red]two\nlines[/red].txt"
    assert messy.query("SELECT count(*) FROM mart_figure WHERE source_path = ?", name) == [(1,)]
    shown = "\n".join(status_lines(status(messy.settings)))
    assert "\n[" not in shown
    moved = messy.settings.model_copy(update={"raw": messy.root})
    assert "[red]two\\nlines[/red].txt" in "\n".join(status_lines(status(moved)))


def test_nothing_outside_raw_was_read_and_nothing_in_it_changed(messy):
    assert messy.query("SELECT count(*) FROM dim_document WHERE contains(text, 'secrets')") == [
        (0,)
    ]
    assert not Path("pwned").exists()
    assert (messy.raw / "good.txt").read_text(encoding="utf-8") == _GOOD


def test_a_file_that_vanishes_between_scan_and_read_is_tried_again(house, monkeypatch):
    house.put("good.txt", _GOOD)
    going = house.put("going.txt", _GOOD)
    read = staging.read_source

    def vanishing(entry, **limits):
        if entry.path == "going.txt":
            going.unlink(missing_ok=True)
        return read(entry, **limits)

    monkeypatch.setattr(staging, "read_source", vanishing)
    house.build()
    ((path, message),) = house.rejects("unreadable")
    assert path == "going.txt"
    assert "run again" in message
    assert house.query("SELECT count(*) FROM fct_figure") == [(1,)]
    monkeypatch.undo()
    house.put("going.txt", _GOOD)
    house.build()
    assert house.rejects("unreadable") == []
    assert house.query("SELECT count(*) FROM fct_figure") == [(2,)]


def test_a_file_that_may_not_be_read_is_a_row(house, monkeypatch):
    house.put("good.txt", _GOOD)
    house.put("locked.txt", _GOOD)
    open_regular = inventory.open_regular

    # The tests may run as root, who may read everything.
    def refusing(path):
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return open_regular(path)

    monkeypatch.setattr(inventory, "open_regular", refusing)
    house.build()
    ((path, message),) = house.rejects("unreadable")
    assert path == "locked.txt"
    assert "Permission denied" in message
    assert house.query("SELECT source_path FROM dim_source") == [("good.txt",)]


def test_a_folder_that_may_not_be_looked_into_is_a_row(house, monkeypatch):
    house.put("good.txt", _GOOD)
    house.put("closed/hidden.txt", _GOOD)
    look = os.scandir

    def refusing(path):
        if isinstance(path, Path) and path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(inventory.os, "scandir", refusing)
    house.build()
    ((path, message),) = house.rejects("unreadable")
    assert path == "closed"
    assert "permissions" in message
    assert house.query("SELECT source_path FROM dim_source") == [("good.txt",)]


def test_many_small_files_are_all_read(house):
    for number in range(1, 1_001):
        house.put(f"{number % 7}/{number}.txt", f"{number} ships left.\n")
    house.build()
    assert house.query("SELECT count(*), sum(value) FROM fct_figure") == [(1_000, 500_500)]


def test_an_empty_folder_publishes_an_empty_warehouse(house):
    house.build()
    assert house.query("SELECT count(*) FROM dim_source") == [(0,)]
    assert house.query("SELECT count(*) FROM mart_figure") == [(0,)]
