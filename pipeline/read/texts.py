"""Texts: what the named, versioned readers find in a file's bytes.

What a reader makes of the same bytes never changes without its version, for every offset in
the warehouse counts characters of its output: `documents_of` gives that output again from
nothing but the bytes and what dim_source recorded.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from importlib.metadata import version

from pipeline.read.encodings import declared_encoding, decode, detect_encoding
from pipeline.read.html import Page, read_page
from pipeline.read.inventory import SourceEntry
from pipeline.read.manifest import parse_date
from pipeline.read.records import Record, read_records
from pipeline.read.rejects import InputReject
from schemas.sources import InputReason, PublishedBasis

VERSIONS = {"text": "1", "html": f"1, trafilatura {version('trafilatura')}", "records": "1"}
"""Each reader and its version, which changes whenever its output may."""

STAGE = "read"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"


@dataclass(slots=True, frozen=True, kw_only=True)
class Limits:
    """How much is read before a file or text is refused."""

    max_document_chars: int = 2_000_000
    max_source_bytes: int = 1_000_000_000


DEFAULT_LIMITS = Limits()


@dataclass(slots=True)
class Text:
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
class Reading:
    """One file while it is read."""

    entry: SourceEntry
    limits: Limits
    reader: str
    encoding: str | None = None
    texts: list[Text] = field(default_factory=list)
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
        """Add a reject whose message begins with the file and the line."""
        place = self.entry.path if line is None else f"{self.entry.path}, line {line}"
        self.rejects.append(
            InputReject(
                stage=STAGE,
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


def read_texts(reading: Reading, data: bytes) -> None:
    """Put the texts that the bytes hold into the reading, or rejects that say why not."""
    encoding = detect_encoding(data)
    if encoding is None:
        control = _CONTROL.search(data)
        place = control.start() if control else 0
        reading.refuse(
            InputReason.BINARY_CONTENT,
            f"not text: a NUL or too many control characters (first at byte {place:,}); remove"
            " them, or the file if it is no text",
            value=str(place),
        )
        return
    if reading.reader == "html" and not encoding.startswith("utf"):
        encoding = declared_encoding(data) or encoding
    reading.encoding = encoding
    content = decode(data, encoding)
    _refuse_invalid_bytes(reading, data, content)
    if reading.reader == "records":
        _read_lines(reading, content)
        return
    if reading.reader == "html":
        page = _page(reading, content)
        if page is None:
            return
        one = Text(
            0,
            page.text,
            title=page.title,
            publisher=page.publisher,
            url=page.url,
            published=page.published,
            published_basis=PublishedBasis.HTML_METADATA,
        )
    else:
        one = Text(0, content)
    if not one.text.strip():
        reading.refuse(InputReason.NO_TEXT_FOUND, "no text was found in it; remove it")
    elif _fits(reading, one):
        reading.texts.append(one)


def _page(reading: Reading, content: str) -> Page | None:
    try:
        return read_page(content)
    except Exception as error:
        # Whatever a page does to the parser, the other files are still read.
        reading.refuse(
            InputReason.PAGE_NOT_PARSED, f"the page cannot be parsed ({error!r}); mend or remove it"
        )
        return None


def _refuse_invalid_bytes(reading: Reading, data: bytes, content: str) -> None:
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


def _read_lines(reading: Reading, content: str) -> None:
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
        one = Text(
            record.index,
            record.text,
            record_id=record.fields.get("id"),
            title=record.fields.get("title"),
            publisher=record.fields.get("publisher"),
            url=record.fields.get("url"),
            published=_record_date(reading, record),
            published_basis=PublishedBasis.RECORD,
        )
        if _fits(reading, one, line):
            reading.texts.append(one)
    if not found:
        reading.refuse(InputReason.NO_TEXT_FOUND, "it holds no record; fill or remove it")


def _record_date(reading: Reading, record: Record) -> dt.date | None:
    written = record.fields.get("published")
    if written is None:
        return None
    published = parse_date(written)
    if published is None:
        reading.refuse(
            InputReason.RECORD_FIELD_INVALID,
            f"'published' is {written!r}; write a day as 2022-03-24",
            line=record.index + 1,
            value=written,
        )
    return published


def _fits(reading: Reading, one: Text, line: int | None = None) -> bool:
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
