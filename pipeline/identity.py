"""Ids: 20 hex digits of a hash over content, the same on every machine and in every order."""

import hashlib
from collections.abc import Iterable

_SEPARATOR = b"\x1f"


def content_id(*parts: str | int) -> str:
    """Return the id of what the parts name.

    The parts are joined with a separator, so ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        # A separator inside a part would let two lists of parts meet; escape it.
        digest.update(str(part).encode("utf-8", "surrogatepass").replace(_SEPARATOR, b"\x1f\x1f"))
        digest.update(_SEPARATOR + b".")
    return digest.hexdigest()


def combined_id(ids: Iterable[str]) -> str:
    """Return the id of a set of ids, whatever their order."""
    return content_id(*sorted(ids))
