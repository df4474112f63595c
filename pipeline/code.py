"""What the code itself is: digests by which staged work knows the code it was done with."""

import hashlib
import importlib.metadata
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_SUFFIXES = {".py", ".yaml", ".json", ".sql"}


@cache
def code_digest(*places: str) -> str:
    """Return a digest of the code in the places, or of all that a published fact rests on.

    A place is a file or folder relative to the top of the project. An edit of one extractor
    changes the digest that its staged rows are kept under, so no version number can be
    forgotten.
    """
    digest = hashlib.blake2b(digest_size=10)
    for place in places or ("pipeline", "schemas", "warehouse/marts"):
        root = _ROOT / place
        files = [root] if root.is_file() else sorted(root.rglob("*"))
        for file in files:
            if file.suffix in _SUFFIXES:
                digest.update(str(file.relative_to(_ROOT)).encode() + b"\0")
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@cache
def model_version(model: str) -> str:
    """Return the versions of the model's package and of spaCy, without importing either."""
    versions = []
    for package in (model, "spacy"):
        try:
            versions.append(f"{package}-{importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            # A model in a folder has no version of its own; its path must do.
            versions.append(package)
    return " ".join(versions)
