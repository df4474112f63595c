"""Text from sources, made safe to look at.

What stands in a news text was written by strangers. Shown on a terminal, in a page or in a
spreadsheet it must stay text: no escape sequence, no mark that turns the line around, no
markup, no formula. Stored text is never changed.
"""

import unicodedata

# Cf also holds the two joiners, without which Persian or Hindi cannot be written.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")
# Spreadsheets in East Asian settings also take the full-width forms.
_FORMULA = tuple("=+-@＝＋－＠")


def safe(text: str, *, lines: bool = False) -> str:
    r"""Return the text with every character that is not seen written out as an escape.

    Line feeds stay when `lines` is set.

    >>> safe("a\x1b[31mred\u202e")
    'a\\x1b[31mred\\u202e'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character
        if (lines and character == "\n")
        or character in _JOINERS
        or unicodedata.category(character) not in _UNSEEN
        else _escape(character)
        for character in text
    )


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def is_text(given: str) -> bool:
    """Return whether what the system handed over is text: bytes that are not come as surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in given)


def shorten(text: str, length: int) -> str:
    """Return the safe text, cut to `length` characters with an ellipsis where it was longer."""
    shown = safe(text)
    return shown if len(shown) <= length else shown[: length - 1] + "…"


def csv_cell(value: object) -> str:
    """Return the value as a CSV cell that no spreadsheet takes for a formula.

    A text that begins with = + - @ gets an apostrophe in front; numbers stay as they are.

    >>> csv_cell("=1+1"), csv_cell(-1)
    ("'=1+1", '-1')
    """
    if value is None:
        return ""
    shown = safe(str(value), lines=True)
    if isinstance(value, str) and shown.lstrip().startswith(_FORMULA):
        return f"'{shown}"
    return shown
