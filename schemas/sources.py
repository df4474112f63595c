"""Sources and documents: where text came from, and the text every offset points into."""

from enum import StrEnum

import pandera.polars as pa

from schemas.contract import (
    DATE,
    TEXT,
    code,
    column,
    contract,
    count,
    key,
    reference,
)


class PublishedBasis(StrEnum):
    """What a publication date rests on, strongest first."""

    MANIFEST = "manifest"
    RECORD = "record"
    HTML_METADATA = "html_metadata"
    DATELINE = "dateline"
    BYLINE = "byline"
    ADDRESS = "address"
    STAMP = "stamp"
    CAPTION = "caption"
    HEADLINE = "headline"
    TEXT = "text"
    FILE_NAME = "file_name"
    NONE = "none"


class InputReason(StrEnum):
    """Why something under raw/ was not read, or not read as written."""

    BINARY_CONTENT = "binary_content"
    BROKEN_RECORD = "broken_record"
    CHANGED_WHILE_READING = "changed_while_reading"
    DOCUMENT_TOO_LONG = "document_too_long"
    DUPLICATE_RECORD_ID = "duplicate_record_id"
    EMPTY = "empty"
    INVALID_BYTES = "invalid_bytes"
    LANGUAGE_NOT_SUPPORTED = "language_not_supported"
    LINK_NOT_FOLLOWED = "link_not_followed"
    MANIFEST_INVALID = "manifest_invalid"
    MANIFEST_UNKNOWN_KEY = "manifest_unknown_key"
    MANIFEST_WITHOUT_SOURCE = "manifest_without_source"
    NAME_NOT_TEXT = "name_not_text"
    NOT_A_REGULAR_FILE = "not_a_regular_file"
    NO_TEXT_FOUND = "no_text_found"
    PAGE_NOT_PARSED = "page_not_parsed"
    RECORD_FIELD_INVALID = "record_field_invalid"
    SOURCE_TOO_LARGE = "source_too_large"
    UNKNOWN_SUFFIX = "unknown_suffix"
    UNREADABLE = "unreadable"


_SHA256 = pa.Check.str_matches(r"^[0-9a-f]{64}$")

DIM_SOURCE = contract(
    "dim_source",
    "One row per file under raw/ that a reader was tried on.",
    [
        key("source_id", "Derived from the path, so a file that changes stays the same source."),
        column("source_path", TEXT, "Path relative to raw/, with forward slashes."),
        column("publisher_name", TEXT, "Who published it, by its manifest or page.", nullable=True),
        column("source_url", TEXT, "Where it was published.", nullable=True),
        column("published_date", DATE, "Day of publication, when known.", nullable=True),
        code("published_basis", PublishedBasis, "What published_date rests on."),
        column("media_type", TEXT, "Media type by the file's suffix."),
        column("encoding", TEXT, "Codec the bytes were decoded with.", nullable=True),
        count("size_bytes", "Size of the file.", unit="byte"),
        column("sha256", TEXT, "Hash of the file's bytes.", checks=[_SHA256]),
        column("reader_name", TEXT, "Reader that turned the bytes into text."),
        column("reader_version", TEXT, "Version of that reader."),
        column("licence_name", TEXT, "Licence by the manifest.", nullable=True),
        column("rights_note", TEXT, "Rights by the manifest.", nullable=True),
    ],
)

DIM_DOCUMENT = contract(
    "dim_document",
    "One row per text: a file, or one record of a file that holds several.",
    [
        key(
            "document_id",
            "Derived from the source and the record's id, or its index where it has no id.",
        ),
        reference("source_id", "dim_source", "File the text was read from."),
        count("document_index", "Line of the record in its file less one; 0 for a whole file."),
        column("external_id", TEXT, "The record's own id, else the file's name without suffix."),
        column("title", TEXT, "Title by manifest, record or page.", nullable=True),
        column("publisher_name", TEXT, "Publisher by manifest, record or page.", nullable=True),
        column("document_url", TEXT, "Address by manifest, record or page.", nullable=True),
        column("published_date", DATE, "Day of publication, when known.", nullable=True),
        code("published_basis", PublishedBasis, "What published_date rests on."),
        column(
            "language_code",
            TEXT,
            "ISO 639-1 code of the detected language; null when the text is too short to say.",
            nullable=True,
        ),
        column("text", TEXT, "What the reader returned; every offset counts its code points."),
        column("text_sha256", TEXT, "Hash of the text in UTF-8.", checks=[_SHA256]),
        count("char_count", "Length of the text.", unit="code point"),
        count("word_count", "Runs of characters between white space.", unit="word"),
    ],
)
