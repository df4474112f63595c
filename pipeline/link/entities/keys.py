"""Spelling keys: what is left of a name when its spelling no longer matters.

Two names with one key are one name written twice. The key knows nothing of who is meant.
"""

import polars as pl

from schemas.entities import EntityType

APART = "\x1f"
"""What no spelling contains: added to a key, it keeps the name from meeting any other."""

_UNDECOMPOSED = {
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
}  # fmt: skip
# British and American spellings of words that organizations are named with.
_BRITISH = {
    "isation": "ization",
    "centre": "center",
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "theatre": "theater",
    "harbour": "harbor",
}
_COMPANY_FORM = (
    r"(?: (?:inc|incorporated|ltd|limited|llc|plc|corp|corporation|co|gmbh|ag|sa|spa|nv|ab|pty"
    r"|sdn|bhd|jsc))+$"
)


def base_key(name: pl.Expr) -> pl.Expr:
    """Return the name without case, accents, marks, a leading article."""
    folded = (
        name.str.normalize("NFKD")
        .str.replace_all(r"\p{M}+", "")
        .str.to_lowercase()
        .str.replace_many(_UNDECOMPOSED)
        .str.replace_all(r"['’‘`.]", "")
        .str.replace_all("&", " and ", literal=True)
        .str.replace_all(r"[^\p{L}\p{N}]+", " ")
        .str.strip_chars()
        .str.strip_prefix("the ")
    )
    # A name of marks alone keeps them: an empty key would make one entity of all such names.
    return pl.when(folded == "").then(name).otherwise(folded)


def spelling_key(base: pl.Expr, entity_type: pl.Expr) -> pl.Expr:
    """Return the base key with what spelling alone tells apart in names of its type folded.

    Persons: transliterated endings (-skiy, -skyy, -skii), initials after a first name.
    Organizations: the company's legal form, British and American spelling, "ministry of".
    """
    person = base.str.replace_all(r"(?:iy|yy|yi|ii|ij)\b", "y").str.replace(
        r"^(\S{2,}) (?:\S )+(\S{2,})", "${1} ${2}"
    )
    organization = (
        base.str.replace_many(_BRITISH)
        .str.replace(_COMPANY_FORM, "")
        .str.replace(r"^(ministry|department) (?:of|for) (?:the )?(.+)$", "${2} ${1}")
    )
    place = base.str.replace(r"^saint ", "st ")
    return (
        pl.when(entity_type == EntityType.PERSON)
        .then(person)
        .when(entity_type == EntityType.ORGANIZATION)
        .then(organization)
        .when(entity_type == EntityType.PLACE)
        .then(place)
        .otherwise(base)
    )
