"""Whatever lies under raw/, reading says what is wrong and where, and goes on."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.read.inventory import scan
from pipeline.read.readers import Limits, ReadSource, read_source
from pipeline.read.rejects import InputReject

GOOD = "The harbour board met on Wednesday and approved six new cranes for the quay.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def read_one(raw: Path, name: str, *, limits: Limits | None = None) -> ReadSource:
    (entry,) = (entry for entry in scan(raw).entries if entry.path == name)
    return read_source(entry, limits=limits or Limits())


def only(rejects: list[InputReject]) -> InputReject:
    (reject,) = rejects
    assert reject.source_path in reject.message
    return reject


# --- Files that are no text ------------------------------------------------------------------


def test_an_empty_file(raw: Path):
    (raw / "bad.txt").touch()
    one = read_one(raw, "bad.txt")
    assert one.documents == []
    assert only(one.rejects).reason_code == "empty"
    assert one.source.size_bytes == 0


@pytest.mark.parametrize("content", [" \r\n\t\n", "\ufeff\n"])
def test_a_file_of_white_space(raw: Path, content: str):
    (raw / "bad.txt").write_text(content, encoding="utf-8")
    assert only(read_one(raw, "bad.txt").rejects).reason_code == "no_text_found"


def test_a_binary_file(raw: Path):
    (raw / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    one = read_one(raw, "bad.txt")
    assert one.documents == []
    assert only(one.rejects).reason_code == "binary_content"


def test_a_nul_in_a_text_is_named_by_its_place(raw: Path):
    (raw / "bad.txt").write_bytes(b"Six new cranes\0 were approved.")
    reject = only(read_one(raw, "bad.txt").rejects)
    assert reject.reason_code == "binary_content"
    assert "byte 14" in reject.message


def test_invalid_bytes_are_marked_and_the_rest_is_read(raw: Path):
    (raw / "bad.txt").write_bytes("Le café.\nL’été ".encode() + b"\xff\xfe" + "à Évian.".encode())
    one = read_one(raw, "bad.txt")
    assert one.documents[0].text.count("\ufffd") == 2
    assert one.source.encoding == "utf-8"
    reject = next(reject for reject in one.rejects if reject.reason_code == "invalid_bytes")
    assert (reject.line, reject.value) == (2, "ff fe c3 a0 20 c3 89 76")
    assert one.documents[0].text[reject.char_start or 0] == "\ufffd"


def test_a_page_without_an_article(raw: Path):
    (raw / "bad.html").write_text("<html><body></body></html>", encoding="utf-8")
    assert only(read_one(raw, "bad.html").rejects).reason_code == "no_text_found"


# --- Files that are too much -----------------------------------------------------------------


def test_a_line_of_fifty_megabytes_is_refused_at_once(raw: Path):
    (raw / "bad.txt").write_bytes(b"word " * 10_000_000)
    inventory = scan(raw)
    one = read_source(inventory.entries[0])
    assert one.documents == []
    reject = only(one.rejects)
    assert reject.reason_code == "document_too_long"
    assert "max_document_chars = 2,000,000" in reject.message


def test_a_text_just_over_the_limit_is_refused_and_one_at_it_read(raw: Path):
    (raw / "bad.txt").write_text("é" * 101, encoding="utf-8")
    (raw / "fits.txt").write_text("é" * 100, encoding="utf-8")
    limits = Limits(max_document_chars=100)
    assert only(read_one(raw, "bad.txt", limits=limits).rejects).value == "101"
    assert len(read_one(raw, "fits.txt", limits=limits).documents) == 1


def test_a_long_record_does_not_take_the_others_with_it(raw: Path):
    (raw / "bad.jsonl").write_text(
        '{"text": "Short."}\n{"text": "' + "long " * 100 + '"}\n', encoding="utf-8"
    )
    one = read_one(raw, "bad.jsonl", limits=Limits(max_document_chars=100))
    assert [document.text for document in one.documents] == ["Short."]
    assert (only(one.rejects).line, one.rejects[0].reason_code) == (2, "document_too_long")


# --- Records -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        '{"text": "cut',
        "[1, 2]",
        '{"title": "no text"}',
        '{"text": 5}',
        '{"text": " "}',
        "[" * 100_000,
        '{"text": "x", "id": ' + "9" * 10_000 + "}",
    ],
)
def test_a_broken_line_in_the_middle(raw: Path, line: str):
    (raw / "bad.jsonl").write_text(
        f'{{"text": "First."}}\n{line}\n\n{{"text": "Fourth."}}\n', encoding="utf-8"
    )
    one = read_one(raw, "bad.jsonl")
    assert [(document.document_index, document.text) for document in one.documents] == [
        (0, "First."),
        (3, "Fourth."),
    ]
    reject = only(one.rejects)
    assert (reject.reason_code, reject.line) == ("broken_record", 2)
    assert "bad.jsonl, line 2:" in reject.message


@pytest.mark.parametrize("escape", ["\\u0000", "\\ud83d"])
def test_a_record_that_no_table_can_hold(raw: Path, escape: str):
    (raw / "bad.jsonl").write_text(f'{{"text": "a{escape}b"}}\n{{"text": "c"}}', encoding="utf-8")
    one = read_one(raw, "bad.jsonl")
    assert [document.text for document in one.documents] == ["c"]
    assert (only(one.rejects).reason_code, one.rejects[0].line) == ("binary_content", 1)


def test_records_with_the_same_id_are_told_apart_by_their_place(raw: Path):
    (raw / "bad.jsonl").write_text(
        '{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n{"id": "b", "text": "Three."}',
        encoding="utf-8",
    )
    one = read_one(raw, "bad.jsonl")
    assert len({document.document_id for document in one.documents}) == 3
    assert [(reject.reason_code.value, reject.line) for reject in one.rejects] == [
        ("duplicate_record_id", 1),
        ("duplicate_record_id", 2),
    ]


def test_fields_that_are_no_text_are_left_out(raw: Path):
    (raw / "bad.jsonl").write_text(
        '{"text": "One.", "title": ["x"], "published": "yesterday", "url": null}', encoding="utf-8"
    )
    one = read_one(raw, "bad.jsonl")
    assert (one.documents[0].title, one.documents[0].published_date) == (None, None)
    assert sorted(reject.value or "" for reject in one.rejects) == ["title", "yesterday"]


# --- Manifests -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason", "said"),
    [
        ("publisher: Quay News\neditor: X\n", "manifest_unknown_key", "'editor'"),
        ("publisher: Quay News\npublished: last week\n", "manifest_invalid", "'last week'"),
        ("publisher: Quay News\ntitle: [a, b]\n", "manifest_invalid", "'title'"),
    ],
)
def test_a_mistake_in_a_manifest_leaves_the_rest_of_it(
    raw: Path, content: str, reason: str, said: str
):
    (raw / "good.txt.source.yaml").write_text(content, encoding="utf-8")
    one = read_one(raw, "good.txt")
    assert one.source.publisher_name == "Quay News"
    assert one.documents[0].text == GOOD
    reject = only(one.rejects)
    assert reject.reason_code == reason
    assert reject.source_path == "good.txt.source.yaml"
    assert said in reject.message


@pytest.mark.parametrize(
    "content",
    [
        b"publisher: [unclosed",
        b"\xff\xfe\x00",
        b"just a sentence",
        b"- a\n- b",
        b"!!python/object/apply:os.system ['true']",
        b"[" * 5000,
        b"a: &a [x]\nb: *a\n? [1]\n: 2",
    ],
)
def test_a_manifest_that_is_none_is_said_and_not_used(raw: Path, content: bytes):
    (raw / "good.txt.source.yaml").write_bytes(content)
    one = read_one(raw, "good.txt")
    assert one.documents[0].text == GOOD
    assert {reject.reason_code.value for reject in one.rejects} <= {
        "manifest_invalid",
        "manifest_unknown_key",
    }
    assert one.rejects


def test_a_manifest_without_its_file(raw: Path):
    (raw / "gone.txt.source.yaml").write_text("publisher: X", encoding="utf-8")
    assert only(scan(raw).rejects).reason_code == "manifest_without_source"


def test_a_manifest_of_a_megabyte(raw: Path):
    (raw / "good.txt.source.yaml").write_bytes(b"#" * 1_000_000)
    assert only(scan(raw).rejects).reason_code == "manifest_invalid"


# --- Things that are no files of the folder --------------------------------------------------


def test_a_link_out_of_the_folder_is_not_followed(raw: Path, tmp_path: Path):
    (tmp_path / "secret.txt").write_text("Secret.", encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (raw / "bad.txt").symlink_to(tmp_path / "secret.txt")
    (raw / "folder").symlink_to(tmp_path / "elsewhere")
    (raw / "loop").symlink_to(raw)
    (raw / "broken.txt").symlink_to(raw / "nothing.txt")
    inventory = scan(raw)
    assert [entry.path for entry in inventory.entries] == ["good.txt"]
    assert {reject.source_path for reject in inventory.rejects} == {
        "bad.txt",
        "folder",
        "loop",
        "broken.txt",
    }
    assert {reject.reason_code.value for reject in inventory.rejects} == {"link_not_followed"}


def test_a_link_within_the_folder_is_another_name_of_the_file(raw: Path):
    (raw / "other.txt").symlink_to(raw / "good.txt")
    first, second = scan(raw).entries
    assert (first.path, second.path) == ("good.txt", "other.txt")
    assert first.sha256 == second.sha256


def test_a_pipe_is_never_opened(raw: Path):
    os.mkfifo(raw / "bad.txt")
    inventory = scan(raw)
    assert [entry.path for entry in inventory.entries] == ["good.txt"]
    assert only(inventory.rejects).reason_code == "not_a_regular_file"


def test_a_pipe_put_in_the_place_of_a_file_after_the_scan(raw: Path):
    (entry,) = scan(raw).entries
    (raw / "good.txt").unlink()
    os.mkfifo(raw / "good.txt")
    assert only(read_source(entry).rejects).reason_code == "unreadable"


def test_a_file_that_vanishes_after_the_scan(raw: Path):
    (entry,) = scan(raw).entries
    (raw / "good.txt").unlink()
    one = read_source(entry)
    assert one.documents == []
    reject = only(one.rejects)
    assert reject.reason_code == "unreadable"
    assert "No such file" in reject.message


def test_a_file_that_changes_after_the_scan(raw: Path):
    (entry,) = scan(raw).entries
    (raw / "good.txt").write_text("Something else.", encoding="utf-8")
    one = read_source(entry)
    assert one.documents == []
    assert only(one.rejects).reason_code == "changed_while_reading"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_to_read(raw: Path):
    (raw / "bad.txt").write_text("Text.", encoding="utf-8")
    (raw / "bad.txt").chmod(0)
    assert only(scan(raw).rejects).reason_code == "unreadable"


def test_a_suffix_that_nobody_reads(raw: Path):
    (raw / "bad.docx").write_bytes(b"PK")
    reject = only(scan(raw).rejects)
    assert (reject.reason_code, reject.value) == ("unknown_suffix", ".docx")
    assert ".jsonl" in reject.message


def test_a_name_that_is_no_text(raw: Path):
    name = os.fsencode(raw) + b"/bad\xff.txt"
    try:
        Path(os.fsdecode(name)).touch()
    except OSError:
        pytest.skip("the file system takes no such name")
    reject = only(scan(raw).rejects)
    assert (reject.reason_code, reject.source_path) == ("name_not_text", "bad\\xff.txt")


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(NotADirectoryError, match="--raw"):
        scan(tmp_path / "nothing")


# --- Anything at all -------------------------------------------------------------------------


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
        st.lists(
            st.sampled_from(
                [
                    b"<p>",
                    b"<div>",
                    b'{"text": "',
                    b'"}',
                    b"\n",
                    b"\r",
                    b"\xff",
                    b"Six cranes. ",
                    b"\0",
                ]
            )
        ).map(b"".join),
    ),
    suffix=st.sampled_from([".txt", ".jsonl", ".html"]),
)
def test_no_bytes_make_reading_fail(raw: Path, content: bytes, suffix: str):
    (raw / f"any{suffix}").write_bytes(content)
    try:
        one = read_one(raw, f"any{suffix}")
    finally:
        (raw / f"any{suffix}").unlink()
    assert one.documents or one.rejects
    for reject in one.rejects:
        assert reject.message.startswith("any")
