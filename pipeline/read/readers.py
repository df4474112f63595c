"""Readers: from one file's bytes to its source row, its documents and what was refused.

A reader is named and versioned. What it makes of the same bytes never changes without its
version, for every offset in the warehouse counts characters of its output: `documents_of`
gives that output again from nothing but the bytes and what dim_source recorded.
"""

import datetime as dt
import hashlib
import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pipeline.document import Document
from pipeline.identity import content_id
from pipeline.read.encodings import declared_encoding, decode, detect_encoding
from pipeline.read.html import Page, read_page
from pipeline.read.inventory import (
    MANIFEST_SUFFIX,
    SUFFIXES,
    SourceEntry,
    open_regular,
    unreadable,
)
from pipeline.read.language import MODEL_LANGUAGES, language_code
from pipeline.read.manifest import Manifest, parse_date, read_manifest
from pipeline.read.published import ANCHOR_CONFIDENCE, published_from_text
from pipeline.read.records import read_records
from pipeline.read.rejects import InputReject
from schemas.sources import InputReason, PublishedBasis

VERSIONS = {"text": "1", "html": "1", "records": "1"}
"""Each reader and its version, which changes whenever its output may."""

_READERS = {"text/plain": "text", "text/html": "html", "application/x-ndjson": "records"}
_STAGE = "read"
_REPLACED = "\N{REPLACEMENT CHARACTER}"


@dataclass(slots=True, frozen=True, kw_only=True)
class Limits:
    """How much is read before a file or text is refused."""

    max_document_chars: int = 2_000_000
    max_source_bytes: int = 1_000_000_000


@dataclass(slots=True, frozen=True, kw_only=True)
class Source:
    """One row of dim_source."""

    source_id: str
    source_path: str
    publisher_name: str | None
    source_url: str | None
    published_date: dt.date | None
    published_basis: str
    media_type: str
    encoding: str | None
    size_bytes: int
    sha256: str
    reader_name: str
    reader_version: str
    licence_name: str | None
    rights_note: str | None


@dataclass(slots=True)
class ReadSource:
    """A source, the documents in it, and what could not be read of it."""

    source: Source
    documents: list[Document]
    rejects: list[InputReject]


@dataclass(slots=True)
class _Text:
    """One text of a file before it is a document, with what the file says of it."""

    index: int
    text: str
    record_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: PublishedBasis = PublishedBasis.NONE


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    entry: SourceEntry
    limits: Limits
    reader: str
    encoding: str | None = None
    texts: list[_Text] = field(default_factory=list)
    rejects: list[InputReject] = field(default_factory=list)

    def refuse(
        self,
        reason: InputReason,
        message: str,
        *,
        line: int | None = None,
        char: int | None = None,
        value: str | None = None,
    ) -> None:
        place = self.entry.path if line is None else f"{self.entry.path}, line {line}"
        self.rejects.append(
            InputReject(
                stage=_STAGE,
                reason_code=reason,
                source_path=self.entry.path,
                message=f"{place}: {message}",
                line=line,
                char_start=char,
                value=value,
            )
        )


def documents_of(reader_name: str, data: bytes, encoding: str) -> dict[int, str]:
    """Return {document_index: text} as the named reader finds them in a file's bytes."""
    content = decode(data, encoding)
    if reader_name == "text":
        return {0: content}
    if reader_name == "html":
        return {0: read_page(content).text}
    if reader_name == "records":
        return {one.index: one.text for one in read_records(content) if not one.problem}
    raise ValueError(f"no reader is named {reader_name!r}; known are {', '.join(VERSIONS)}")


def read_text(reader_name: str, data: bytes, encoding: str) -> str:
    """Return the one text that the named reader finds in a file's bytes."""
    return documents_of(reader_name, data, encoding)[0]


def read_source(entry: SourceEntry, *, limits: Limits = Limits()) -> ReadSource:
    """Return the source, its documents, and a reject for all that could not be read.

    Nothing in a file makes this raise. A source that yields no document is still a source.
    """
    media_type = SUFFIXES[PurePosixPath(entry.path).suffix.lower()]
    reading = _Reading(entry, limits, _READERS[media_type])
    manifest = Manifest()
    if entry.manifest is not None:
        manifest, problems = read_manifest(entry.manifest, entry.path + MANIFEST_SUFFIX)
        reading.rejects += problems
    data = _bytes_of(reading)
    if data is not None:
        _read_texts(reading, data)
    source_id = content_id("source", entry.path)
    documents = _documents(reading, source_id, manifest)
    published, basis = manifest.published, PublishedBasis.MANIFEST
    publisher, url = manifest.publisher, manifest.url
    if reading.reader != "records" and documents:
        # A file that is one text is what that text is.
        published, basis = documents[0].published_date, PublishedBasis(documents[0].published_basis)
        publisher, url = documents[0].publisher_name, documents[0].url
    source = Source(
        source_id=source_id,
        source_path=entry.path,
        publisher_name=publisher,
        source_url=url,
        published_date=published,
        published_basis=basis if published else PublishedBasis.NONE,
        media_type=media_type,
        encoding=reading.encoding,
        size_bytes=entry.size_bytes,
        sha256=entry.sha256,
        reader_name=reading.reader,
        reader_version=VERSIONS[reading.reader],
        licence_name=manifest.licence,
        rights_note=manifest.rights,
    )
    return ReadSource(source, documents, reading.rejects)


def _bytes_of(reading: _Reading) -> bytes | None:
    """Return the file's bytes as they were scanned, or None with a reject."""
    entry, limits = reading.entry, reading.limits
    if entry.size_bytes == 0:
        reading.refuse(InputReason.EMPTY, "the file is empty; fill or remove it")
        return None
    setting, limit, most = {
        # No codec here spends more than four bytes on a character.
        "text": ("max_document_chars", limits.max_document_chars, 4 * limits.max_document_chars),
        # A page's mark-up counts too: the time to parse it is not bounded by its text.
        "html": ("max_document_chars", limits.max_document_chars, limits.max_document_chars),
        "records": ("max_source_bytes", limits.max_source_bytes, limits.max_source_bytes),
    }[reading.reader]
    if entry.size_bytes > most:
        is_container = reading.reader == "records"
        reading.refuse(
            InputReason.SOURCE_TOO_LARGE if is_container else InputReason.DOCUMENT_TOO_LONG,
            f"{entry.size_bytes:,} bytes are more than {setting} = {limit:,} allows;"
            " split the file or raise the setting",
            value=str(entry.size_bytes),
        )
        return None
    try:
        with os.fdopen(open_regular(entry.absolute), "rb") as file:
            data = file.read()
    except OSError as error:
        reading.rejects.append(unreadable(entry.path, error, stage=_STAGE))
        return None
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        reading.refuse(
            InputReason.CHANGED_WHILE_READING,
            "its content is no longer what the scan of the folder found; run again",
        )
        return None
    return data


def _read_texts(reading: _Reading, data: bytes) -> None:
    encoding = detect_encoding(data)
    if encoding is None:
        place = max(data.find(b"\0"), 0)
        reading.refuse(
            InputReason.BINARY_CONTENT,
            f"not text: a NUL or too many control characters (first at byte {place:,}); remove"
            " them, or the file if it is no text",
            value=str(place),
        )
        return
    if reading.reader == "html" and encoding == "cp1252":
        encoding = declared_encoding(data) or encoding
    reading.encoding = encoding
    content = decode(data, encoding)
    _refuse_invalid_bytes(reading, data, content)
    if reading.reader == "records":
        _read_lines(reading, content)
        return
    if reading.reader == "html":
        page = _page(reading, content)
        one = _Text(
            0,
            page.text,
            title=page.title,
            publisher=page.publisher,
            url=page.url,
            published=page.published,
            published_basis=PublishedBasis.HTML_METADATA,
        )
    else:
        one = _Text(0, content)
    if not one.text.strip():
        reading.refuse(InputReason.NO_TEXT_FOUND, "no text was found in it; remove it")
    elif _fits(reading, one):
        reading.texts.append(one)


def _page(reading: _Reading, content: str) -> Page:
    try:
        return read_page(content)
    except Exception as error:
        # Whatever a page does to the parser, the other files are still read.
        reading.refuse(InputReason.UNREADABLE, f"the page cannot be parsed ({error!r}); mend it")
        return Page("")


def _refuse_invalid_bytes(reading: _Reading, data: bytes, content: str) -> None:
    """Say where bytes could not be decoded; the text is read with U+FFFD in their place."""
    if _REPLACED not in content or reading.encoding is None:
        return
    try:
        data.decode(reading.encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        char = content.find(_REPLACED)
        reading.refuse(
            InputReason.INVALID_BYTES,
            f"byte {error.start:,} is not {reading.encoding}; it and others like it are read as"
            f" U+FFFD, {content.count(_REPLACED):,} in all; save the file as UTF-8",
            line=line,
            char=char if reading.reader == "text" else None,
            value=data[error.start : error.start + 8].hex(" "),
        )


def _read_lines(reading: _Reading, content: str) -> None:
    found = False
    for record in read_records(content):
        found = True
        line = record.index + 1
        if record.problem:
            reading.refuse(
                InputReason.BROKEN_RECORD,
                f"{record.problem}; the line is left out, the others are read",
                line=line,
            )
            continue
        for name in record.misread:
            reading.refuse(
                InputReason.RECORD_FIELD_INVALID,
                f"'{name}' must be a string; the record is read without it",
                line=line,
                value=name,
            )
        published = None
        if (written := record.fields.get("published")) is not None:
            published = parse_date(written)
            if published is None:
                reading.refuse(
                    InputReason.RECORD_FIELD_INVALID,
                    f"'published' is {written!r}; write a day as 2022-03-24",
                    line=line,
                    value=written,
                )
        one = _Text(
            record.index,
            record.text,
            record_id=record.fields.get("id"),
            title=record.fields.get("title"),
            publisher=record.fields.get("publisher"),
            url=record.fields.get("url"),
            published=published,
            published_basis=PublishedBasis.RECORD,
        )
        if _fits(reading, one, line):
            reading.texts.append(one)
    if not found:
        reading.refuse(InputReason.NO_TEXT_FOUND, "it holds no record; fill or remove it")


def _fits(reading: _Reading, one: _Text, line: int | None = None) -> bool:
    """Return whether the text can be stored and is short enough to be read."""
    problem = _unstorable(one.text)
    if problem:
        reading.refuse(InputReason.BINARY_CONTENT, problem, line=line)
        return False
    limit = reading.limits.max_document_chars
    if len(one.text) <= limit:
        return True
    reading.refuse(
        InputReason.DOCUMENT_TOO_LONG,
        f"{len(one.text):,} characters are more than max_document_chars = {limit:,};"
        " split the text or raise the setting",
        line=line,
        value=str(len(one.text)),
    )
    return False


def _unstorable(text: str) -> str:
    """Return why a text cannot be held by a database, or nothing."""
    if (place := text.find("\0")) >= 0:
        return f"NUL at character {place:,} of the text; remove it"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return f"half a character (a lone surrogate) at {error.start:,} of the text; mend it"
    return ""


def _documents(reading: _Reading, source_id: str, manifest: Manifest) -> list[Document]:
    ids = Counter(one.record_id for one in reading.texts if one.record_id is not None)
    own_name = PurePosixPath(reading.entry.path).stem
    documents = []
    for one in reading.texts:
        line = one.index + 1 if reading.reader == "records" else None
        is_unique = one.record_id is not None and ids[one.record_id] == 1
        if one.record_id is not None and not is_unique:
            reading.refuse(
                InputReason.DUPLICATE_RECORD_ID,
                f"the id {one.record_id!r} is used by {ids[one.record_id]} records; the line's"
                " place names the document instead",
                line=line,
                value=one.record_id,
            )
        language = language_code(one.text)
        if language is not None and language not in MODEL_LANGUAGES:
            reading.refuse(
                InputReason.LANGUAGE_NOT_SUPPORTED,
                f"the text is in {language!r}; it is stored, and facts are read only from"
                f" {', '.join(MODEL_LANGUAGES)}",
                line=line,
                value=language,
            )
        published, basis = _published(one, manifest)
        whole = manifest if reading.reader != "records" else None
        documents.append(
            Document(
                document_id=content_id("document", source_id, "id", one.record_id or "")
                if is_unique
                else content_id("document", source_id, "index", one.index),
                source_id=source_id,
                document_index=one.index,
                external_id=one.record_id or own_name,
                text=one.text,
                text_sha256=hashlib.sha256(one.text.encode()).hexdigest(),
                title=(whole and whole.title) or one.title,
                publisher_name=(whole and whole.publisher) or one.publisher or manifest.publisher,
                url=(whole and whole.url) or one.url,
                published_date=published,
                published_basis=basis,
                language_code=language,
            )
        )
    return documents


def _published(one: _Text, manifest: Manifest) -> tuple[dt.date | None, PublishedBasis]:
    """Return the day of publication and what says so, the most certain first.

    A record's own date is closer to it than the manifest of the file that holds many.
    """
    if one.published is not None and one.published_basis is PublishedBasis.RECORD:
        return one.published, PublishedBasis.RECORD
    if manifest.published is not None:
        return manifest.published, PublishedBasis.MANIFEST
    if one.published is not None:
        return one.published, one.published_basis
    read = published_from_text(one.text)
    if read is not None and read.confidence >= ANCHOR_CONFIDENCE:
        return read.date, read.basis
    return None, PublishedBasis.NONE
