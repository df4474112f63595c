"""Reading: what a file becomes, by its bytes and by what is written beside it."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.encodings import decode, detect_encoding
from pipeline.read.inventory import Inventory, scan
from pipeline.read.language import language_code
from pipeline.read.readers import ReadSource, documents_of, read_source

REPORT = "BERGEN, 4 May 2022 - The harbour board met on Wednesday and approved six new cranes.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def read_all(raw: Path) -> dict[str, ReadSource]:
    return {entry.path: read_source(entry) for entry in scan(raw).entries}


def reasons(inventory: Inventory) -> dict[str, str]:
    return {reject.source_path: reject.reason_code.value for reject in inventory.rejects}


# --- Inventory -----------------------------------------------------------------------------


def test_sources_are_the_files_with_a_reader_in_order_of_path(raw: Path):
    (raw / "b").mkdir()
    for name in ("c.txt", "b/a.HTML", "a.jsonl", "README.md", ".hidden.txt", "entities.yaml"):
        (raw / name).write_text("{}", encoding="utf-8")
    (raw / "c.txt.source.yaml").write_text("publisher: Harbour Post", encoding="utf-8")

    inventory = scan(raw)

    assert [entry.path for entry in inventory.entries] == ["a.jsonl", "b/a.HTML", "c.txt"]
    assert inventory.rejects == []
    assert inventory.entries[2].manifest == b"publisher: Harbour Post"


def test_only_path_bytes_or_manifest_change_a_content_key(raw: Path):
    (raw / "a.txt").write_text("One.", encoding="utf-8")
    before = scan(raw)
    (raw / "a.txt").touch()
    assert scan(raw).content_key == before.content_key
    (raw / "a.txt.source.yaml").write_text("title: One", encoding="utf-8")
    with_manifest = scan(raw)
    assert with_manifest.content_key != before.content_key
    (raw / "a.txt").write_text("Two.", encoding="utf-8")
    assert scan(raw).content_key != with_manifest.content_key


# --- Encodings -----------------------------------------------------------------------------

WESTERN = "“It cost £2.5m,” the mayor said – and that’s without the café at Košická street…\r\n"
CYRILLIC = "Портовый совет собрался в среду и одобрил шесть новых кранов для западного причала.\n"


@pytest.mark.parametrize(
    ("text", "written", "recorded"),
    [
        (WESTERN, "utf-8", "utf-8"),
        (WESTERN, "utf-8-sig", "utf-8-sig"),
        (WESTERN, "utf-16", "utf-16"),
        (WESTERN, "utf-16-le", "utf-16-le"),
        (WESTERN.replace("š", "s"), "cp1252", "cp1252"),
        (CYRILLIC, "utf-16-be", "utf-16-be"),
        (CYRILLIC, "cp1251", "cp1251"),
        (WESTERN, "utf-32", "utf-32"),
    ],
)
def test_the_encoding_is_recognised_and_the_text_is_unchanged(
    raw: Path, text: str, written: str, recorded: str
):
    (raw / "a.txt").write_bytes(text.encode(written))

    one = read_all(raw)["a.txt"]

    assert one.source.encoding == recorded
    assert [document.text for document in one.documents] == [text]


@given(st.text(min_size=1))
def test_utf8_is_always_read_as_what_was_written(text: str):
    data = text.encode("utf-8", "ignore")
    encoding = detect_encoding(data)
    if encoding == "utf-8":
        assert decode(data, encoding) == data.decode("utf-8")


# --- What is known about a document -----------------------------------------------------------


def test_a_manifest_says_where_a_text_came_from(raw: Path):
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    (raw / "a.txt.source.yaml").write_text(
        "publisher: Harbour Post\nurl: https://harbour.example/1\npublished: 2022-05-05\n"
        "title: No\nlicence: CC BY 4.0\nrights: none\n",
        encoding="utf-8",
    )

    one = read_all(raw)["a.txt"]
    (document,) = one.documents

    assert (one.source.publisher_name, one.source.source_url) == (
        "Harbour Post",
        "https://harbour.example/1",
    )
    assert (one.source.licence_name, one.source.rights_note) == ("CC BY 4.0", "none")
    assert (document.title, document.external_id) == ("No", "a")
    assert (document.published_date, document.published_basis) == (dt.date(2022, 5, 5), "manifest")
    assert one.rejects == []


def test_without_a_manifest_the_dateline_dates_a_text(raw: Path):
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    one = read_all(raw)["a.txt"]
    assert one.documents[0].published_date == dt.date(2022, 5, 4)
    assert one.documents[0].published_basis == "dateline"
    assert one.source.published_date == dt.date(2022, 5, 4)


def test_a_files_name_dates_a_text_that_does_not_date_itself(raw: Path):
    (raw / "2022-05-06-ferry.txt").write_text("The ferry was late.", encoding="utf-8")
    (raw / "2022-05-06-report.txt").write_text(REPORT, encoding="utf-8")
    found = read_all(raw)
    (ferry,) = found["2022-05-06-ferry.txt"].documents
    assert (ferry.published_date, ferry.published_basis) == (dt.date(2022, 5, 6), "file_name")
    (report,) = found["2022-05-06-report.txt"].documents
    assert (report.published_date, report.published_basis) == (dt.date(2022, 5, 4), "dateline")


def test_a_record_knows_its_own_date_better_than_its_file(raw: Path):
    records = [
        {"id": "x", "text": "The ferry was late.", "published": "2022-05-04T23:30:00-08:00"},
        {"id": 7, "text": "The ferry was early.", "title": "Ferry", "publisher": "Quay News"},
    ]
    lines = "\n".join(json.dumps(one) for one in records)
    (raw / "a.jsonl").write_text(lines, encoding="utf-8")
    (raw / "a.jsonl.source.yaml").write_text(
        "published: 2022-06-01\npublisher: Feed", encoding="utf-8"
    )

    first, second = read_all(raw)["a.jsonl"].documents

    assert (first.external_id, first.published_date) == ("x", dt.date(2022, 5, 4))
    assert (first.published_basis, first.publisher_name) == ("record", "Feed")
    assert (second.external_id, second.title, second.publisher_name) == ("7", "Ferry", "Quay News")
    assert (second.published_date, second.published_basis) == (dt.date(2022, 6, 1), "manifest")


def test_a_page_gives_its_article_and_what_it_says_of_itself(raw: Path):
    body = "<p>The harbour board approved six new cranes on Wednesday, its chair said.</p>" * 3
    (raw / "a.html").write_text(
        "<html><head><title>Cranes | Harbour Post</title>"
        '<meta property="og:title" content="Six cranes for the quay">'
        '<meta property="og:site_name" content="Harbour Post">'
        '<meta property="article:published_time" content="2022-05-04T22:00:00+02:00"></head>'
        "<body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>Six cranes for the quay</h1>{body}</article>"
        "<footer>Privacy</footer><script>var cranes = 99;</script></body></html>",
        encoding="utf-8",
    )

    one = read_all(raw)["a.html"]
    (document,) = one.documents

    assert document.text.startswith("Six cranes for the quay\n")
    assert "approved six new cranes" in document.text
    assert "Sport" not in document.text
    assert "99" not in document.text
    assert (document.title, document.publisher_name) == ("Six cranes for the quay", "Harbour Post")
    assert (document.published_date, document.published_basis) == (
        dt.date(2022, 5, 4),
        "html_metadata",
    )


def test_a_page_is_read_the_same_whatever_was_read_before(raw: Path):
    page = "<html><body><article><h1>Cranes</h1><p>{}</p></article></body></html>"
    (raw / "a.html").write_text(page.format(REPORT * 3), encoding="utf-8")
    (raw / "b.html").write_text(page.format(REPORT * 3 + "And more."), encoding="utf-8")
    first = read_all(raw)
    assert read_all(raw) == first


def test_ids_depend_on_path_and_record_id_and_on_nothing_else(raw: Path):
    (raw / "a.jsonl").write_text('{"id": "x", "text": "One."}\n', encoding="utf-8")
    before = read_all(raw)["a.jsonl"].documents[0]
    (raw / "a.jsonl").write_text(
        '{"id": "y", "text": "Zero."}\n{"id": "x", "text": "One, corrected."}\n', encoding="utf-8"
    )
    after = read_all(raw)["a.jsonl"].documents[1]
    assert (after.document_id, after.source_id) == (before.document_id, before.source_id)
    assert after.text_sha256 != before.text_sha256


def test_the_recorded_reader_gives_the_same_texts_again_from_the_bytes(raw: Path):
    (raw / "a.txt").write_bytes(WESTERN.replace("š", "s").encode("cp1252"))
    (raw / "b.jsonl").write_bytes(b'{"text": "One."}\r\n\r\nbroken\r\n{"text": "Two\\r\\n."}\r\n')
    (raw / "c.html").write_text(
        "<html><body><article><p>" + REPORT * 5 + "</p></article></body></html>", encoding="utf-8"
    )
    for path, one in read_all(raw).items():
        assert one.documents
        assert one.source.encoding is not None
        again = documents_of(one.source.reader_name, (raw / path).read_bytes(), one.source.encoding)
        for document in one.documents:
            assert again[document.document_index] == document.text


# --- Language ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (REPORT * 2, "en"),
        ("Le conseil du port s’est réuni mercredi et a approuvé six nouvelles grues.", "fr"),
        ("Der Hafenrat traf sich am Mittwoch und genehmigte sechs neue Kräne.", "de"),
        (CYRILLIC, "ru"),
        ("Six cranes", None),
        ("1,300 2.4 77%", None),
    ],
)
def test_the_language_is_named_when_the_text_is_long_enough(text: str, code: str | None):
    assert language_code(text) == code


def test_a_text_in_another_language_is_stored_and_refused(raw: Path):
    text = "Le conseil du port s’est réuni mercredi et a approuvé six nouvelles grues."
    (raw / "a.txt").write_text(text, encoding="utf-8")
    one = read_all(raw)["a.txt"]
    assert [document.text for document in one.documents] == [text]
    assert one.documents[0].language_code == "fr"
    (reject,) = one.rejects
    assert (reject.reason_code, reject.value) == ("language_not_supported", "fr")
