r"""Wording: what was written over several lines, shown and compared as on one.

Surfaces in the warehouse are the written characters, line breaks and all. Whoever compares them
between documents, or shows them, asks for them on one line.
"""

import polars as pl

_BREAK = r"[\r\n\x{2028}\x{2029}]"
_TO_ONE_LINE = (
    (rf"(\w-)[ \t]*{_BREAK}[\s>]*", "${1}"),
    (rf"\s*{_BREAK}[\s>]*", " "),
)
"""A hyphen at a line's end goes on without a space; marks of an answered mail are no words."""


def one_line(words: pl.Expr) -> pl.Expr:
    r"""Return the words with line breaks, and what belongs to them, as single spaces.

    >>> pl.select(one_line(pl.lit("the\n> twenty-\n  year plan"))).item()
    'the twenty-year plan'
    """
    for pattern, replacement in _TO_ONE_LINE:
        words = words.str.replace_all(pattern, replacement)
    return words


def breaks_as_spaces(words: pl.Expr) -> pl.Expr:
    """Return the words with each character that breaks a line as a space: offsets stay."""
    return words.str.replace_all(_BREAK, " ")


def one_line_macro() -> str:
    """Return the SQL that creates the function one_line(words), which marts show words by."""
    shown = "words"
    for pattern, replacement in _TO_ONE_LINE:
        backward = replacement.replace("${1}", r"\1")
        shown = f"regexp_replace({shown}, '{pattern}', '{backward}', 'g')"
    return f"CREATE MACRO one_line(words) AS {shown}"
