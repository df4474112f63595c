"""Encodings: which codec turns a file's bytes into text, decided the same way every time."""

import codecs
import re

from charset_normalizer import from_bytes

# A signature is not text: these codecs drop it, so offset 0 is the first character proper.
_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose signature begins the same
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 65_536
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_DECLARED = re.compile(
    rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)


# Python's codecs also hold hex, rot13 and escapes, which no page is written in.
_EIGHT_BIT_FAMILIES = ("cp125", "cp8", "iso8859", "koi8", "mac", "shift_jis", "euc_", "gb", "big5")


def detect_encoding(data: bytes) -> str | None:
    """Return the name of the codec to decode `data` with, or None when it is not text.

    UTF-8 and UTF-16 are recognised by their own structure. Bytes that are neither are read as
    Windows-1252, unless whole words of them are not ASCII, as no Western language writes.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if b"\0" in data:
        return _utf16_without_signature(data[:_SAMPLE_BYTES])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _eight_bit(data, error.start)
    return "utf-8"


def declared_encoding(data: bytes) -> str | None:
    """Return the codec that an HTML page names for itself, if Python has one."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
    except LookupError:
        return None
    if name in {"iso8859-1", "ascii"}:
        # Browsers read both as Windows-1252, and pages are written for browsers.
        return "cp1252"
    return name if name.startswith(_EIGHT_BIT_FAMILIES) else None


def decode(data: bytes, encoding: str) -> str:
    """Return the text; a byte that the codec does not know becomes U+FFFD."""
    return data.decode(encoding, errors="replace")


def _utf16_without_signature(sample: bytes) -> str | None:
    # Spaces and Latin letters put a NUL into every other byte; binary files put them anywhere.
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) > 0.01 * max(even, odd):
        return None
    text = sample.decode(name, errors="replace")
    # Bytes paired at random fall among the ideographs, far beyond the alphabets.
    readable = sum(char < "\u0600" and (char.isalnum() or char.isspace()) for char in text)
    return name if readable > 0.7 * len(text) else None


def _eight_bit(data: bytes, first_bad: int) -> str | None:
    sample = data[max(0, first_bad - _SAMPLE_BYTES // 2) :][:_SAMPLE_BYTES]
    if _control_share(sample) > 0.05:
        return None
    if _is_damaged_utf8(sample):
        return "utf-8"
    runs = [len(match.group()) for match in _HIGH_BYTES.finditer(sample)]
    # A Western accent stands among ASCII letters; other scripts fill whole words.
    if 2 * sum(run for run in runs if run > 2) <= sum(runs):
        return "cp1252"
    best = from_bytes(sample).best()
    return "cp1252" if best is None else str(best.encoding)


def _control_share(sample: bytes) -> float:
    controls = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13))
    return controls / max(1, len(sample))


def _is_damaged_utf8(sample: bytes) -> bool:
    """Return whether more characters beyond ASCII decode as UTF-8 than fail to."""
    text = sample.decode("utf-8", errors="replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(1 for char in text if char > "\x7f") - bad
    return good > bad
