"""Readers: from one file to its source row, its documents and what was refused.

What the bytes hold is texts.py; what is known about it, and from whom, is decided here.
"""

import datetime as dt
import hashlib
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.document import Document
from pipeline.identity import content_id
from pipeline.read.inventory import (
    MANIFEST_SUFFIX,
    SUFFIXES,
    SourceEntry,
    open_regular,
    unreadable,
)
from pipeline.read.language import MODEL_LANGUAGES, language_code
from pipeline.read.manifest import Manifest, read_manifest
from pipeline.read.published import ANCHOR_CONFIDENCE, published_from_text
from pipeline.read.rejects import InputReject
from pipeline.read.texts import (
    DEFAULT_LIMITS,
    STAGE,
    VERSIONS,
    Limits,
    Reading,
    Text,
    documents_of,
    read_text,
    read_texts,
)
from pipeline.read.title_block import day_in_name
from schemas.sources import InputReason, PublishedBasis

__all__ = [
    "VERSIONS",
    "Limits",
    "ReadSource",
    "Source",
    "documents_of",
    "read_source",
    "read_text",
]

_READERS = {"text/plain": "text", "text/html": "html", "application/x-ndjson": "records"}


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


def read_source(entry: SourceEntry, *, limits: Limits = DEFAULT_LIMITS) -> ReadSource:
    """Return the source, its documents, and a reject for all that could not be read.

    Nothing in a file makes this raise. A source that yields no document is still a source.
    """
    media_type = SUFFIXES[PurePosixPath(entry.path).suffix.lower()]
    reading = Reading(entry, limits, _READERS[media_type])
    manifest = Manifest()
    if entry.manifest is not None:
        manifest, problems = read_manifest(entry.manifest, entry.path + MANIFEST_SUFFIX)
        reading.rejects += problems
    data = _bytes_of(reading)
    if data is not None:
        read_texts(reading, data)
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


def _bytes_of(reading: Reading) -> bytes | None:
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
        reading.rejects.append(unreadable(entry.path, error, stage=STAGE))
        return None
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        reading.refuse(
            InputReason.CHANGED_WHILE_READING,
            "its content is no longer what the scan of the folder found; run again",
        )
        return None
    return data


def _documents(reading: Reading, source_id: str, manifest: Manifest) -> list[Document]:
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
        published, basis = _published(one, manifest, own_name if line is None else "")
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


def _published(
    one: Text, manifest: Manifest, file_name: str
) -> tuple[dt.date | None, PublishedBasis]:
    """Return the day of publication and what says so, the most certain first.

    A record's own date is closer to it than the manifest of the file that holds many. A file's
    name may tell when it was saved: it counts last, and gives a dateline its year.
    """
    if one.published is not None and one.published_basis is PublishedBasis.RECORD:
        return one.published, PublishedBasis.RECORD
    if manifest.published is not None:
        return manifest.published, PublishedBasis.MANIFEST
    if one.published is not None:
        return one.published, one.published_basis
    named = day_in_name(file_name)
    read = published_from_text(one.text, near=named)
    if read is not None and read.confidence >= ANCHOR_CONFIDENCE:
        return read.date, read.basis
    return (None, PublishedBasis.NONE) if named is None else (named, PublishedBasis.FILE_NAME)
