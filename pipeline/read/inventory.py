"""Inventory: which files lie under raw/, by content.

Nothing is followed out of raw/, nothing but regular files is opened, nothing is written.
What the bytes mean is readers.py.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from pipeline.identity import content_id
from pipeline.read.rejects import InputReject
from schemas.sources import InputReason

SUFFIXES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".jsonl": "application/x-ndjson",
}
"""The suffixes that have a reader, and the media type each stands for."""

MANIFEST_SUFFIX = ".source.yaml"
_SETTINGS_FILES = frozenset({"entities.yaml"})
_MAX_MANIFEST_BYTES = 65_536
_STAGE = "inventory"


@dataclass(slots=True, frozen=True, kw_only=True)
class SourceEntry:
    """One file to read, as it was when the folder was scanned."""

    path: str
    """Relative to raw/, with forward slashes."""
    absolute: Path
    size_bytes: int
    sha256: str
    manifest: bytes | None
    content_key: str
    """Changes when path, bytes or manifest change, and only then."""


@dataclass(frozen=True)
class Inventory:
    """The files to read, ordered by path, and what lies beside them unread."""

    entries: list[SourceEntry]
    rejects: list[InputReject]

    @cached_property
    def content_key(self) -> str:
        """One key for the content of the whole folder."""
        return content_id(*(entry.content_key for entry in self.entries))


def scan(raw: Path) -> Inventory:
    """Return what lies under `raw`; raise NotADirectoryError when it is no folder."""
    if not raw.is_dir():
        raise NotADirectoryError(f"{raw} is not a folder: create it, or name another with --raw")
    root = raw.resolve()
    rejects: list[InputReject] = []
    files = dict(_files_below(root, root, rejects))
    entries = []
    manifests = {name for name in files if name.endswith(MANIFEST_SUFFIX)}
    for name in sorted(files):
        if name in manifests:
            if name.removesuffix(MANIFEST_SUFFIX) not in files:
                rejects.append(_orphan(name))
            continue
        if PurePosixPath(name).suffix.lower() not in SUFFIXES:
            rejects.append(_unknown_suffix(name))
            continue
        try:
            data_size, sha256 = _hash_file(files[name])
        except OSError as error:
            rejects.append(unreadable(name, error, stage=_STAGE))
            continue
        manifest_name = name + MANIFEST_SUFFIX
        manifest = None
        if manifest_name in manifests:
            manifest = _read_manifest(manifest_name, files[manifest_name], rejects)
        manifest_hash = "" if manifest is None else hashlib.sha256(manifest).hexdigest()
        entries.append(
            SourceEntry(
                path=name,
                absolute=files[name],
                size_bytes=data_size,
                sha256=sha256,
                manifest=manifest,
                content_key=content_id("source", name, sha256, manifest_hash),
            )
        )
    rejects.sort(key=lambda reject: (reject.source_path, reject.reason_code, reject.message))
    return Inventory(entries, rejects)


def open_regular(path: Path) -> int:
    """Return a descriptor of the regular file at `path`; raise OSError for anything else."""
    # A FIFO put in the file's place since the scan must not hang the run.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"{path} is not a regular file")
    return descriptor


def unreadable(name: str, error: OSError, *, stage: str) -> InputReject:
    """Return the reject of a file that the system would not let us read."""
    reason = error.strerror or str(error)
    return InputReject(
        stage=stage,
        reason_code=InputReason.UNREADABLE,
        source_path=name,
        message=f"{name}: cannot be read ({reason}); restore it or its permissions and run again",
        value=reason,
    )


def _files_below(
    root: Path, folder: Path, rejects: list[InputReject]
) -> Iterator[tuple[str, Path]]:
    """Yield (relative name, path to open) of each candidate below `folder`."""
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            children = sorted(os.scandir(here), key=lambda child: child.name)
        except OSError as error:
            rejects.append(unreadable(_relative(here, root), error, stage=_STAGE))
            continue
        for child in children:
            path = Path(child.path)
            name = _relative(path, root)
            if child.name.startswith(".") or child.name == "README.md" or name in _SETTINGS_FILES:
                continue
            if not _is_text(name):
                rejects.append(_name_not_text(name))
            elif child.is_symlink():
                target = _link_target(path, root)
                if target is None:
                    rejects.append(_link(name))
                else:
                    yield name, target
            elif child.is_dir(follow_symlinks=False):
                pending.append(path)
            elif child.is_file(follow_symlinks=False):
                yield name, path
            else:
                rejects.append(_not_regular(name))


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _link_target(path: Path, root: Path) -> Path | None:
    """Return the file below `root` that a link leads to, or None."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return target if target.is_relative_to(root) and target.is_file() else None


def _hash_file(path: Path) -> tuple[int, str]:
    with open(open_regular(path), "rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return file.tell(), digest.hexdigest()


def _read_manifest(name: str, path: Path, rejects: list[InputReject]) -> bytes | None:
    try:
        with open(open_regular(path), "rb") as file:
            data = file.read(_MAX_MANIFEST_BYTES + 1)
    except OSError as error:
        rejects.append(unreadable(name, error, stage=_STAGE))
        return None
    if len(data) <= _MAX_MANIFEST_BYTES:
        return data
    rejects.append(
        InputReject(
            stage=_STAGE,
            reason_code=InputReason.MANIFEST_INVALID,
            source_path=name,
            message=f"{name}: a manifest holds a few lines, this is over {_MAX_MANIFEST_BYTES:,}"
            " bytes; the source is read without it",
        )
    )
    return None


def _orphan(name: str) -> InputReject:
    wanted = name.removesuffix(MANIFEST_SUFFIX)
    return InputReject(
        stage=_STAGE,
        reason_code=InputReason.MANIFEST_WITHOUT_SOURCE,
        source_path=name,
        message=f"{name}: there is no {wanted} beside it; a manifest is named as the whole file"
        f" name with {MANIFEST_SUFFIX}",
    )


def _unknown_suffix(name: str) -> InputReject:
    known = ", ".join(SUFFIXES)
    return InputReject(
        stage=_STAGE,
        reason_code=InputReason.UNKNOWN_SUFFIX,
        source_path=name,
        message=f"{name}: no reader for {PurePosixPath(name).suffix or 'a name without suffix'!r};"
        f" known are {known}",
        value=PurePosixPath(name).suffix,
    )


def _link(name: str) -> InputReject:
    return InputReject(
        stage=_STAGE,
        reason_code=InputReason.LINK_NOT_FOLLOWED,
        source_path=name,
        message=f"{name}: a link is followed only to a file below the same folder;"
        " put a copy in its place",
    )


def _not_regular(name: str) -> InputReject:
    return InputReject(
        stage=_STAGE,
        reason_code=InputReason.NOT_A_REGULAR_FILE,
        source_path=name,
        message=f"{name}: neither file nor folder (a pipe, socket or device); remove it",
    )


def _name_not_text(name: str) -> InputReject:
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return InputReject(
        stage=_STAGE,
        reason_code=InputReason.NAME_NOT_TEXT,
        source_path=shown,
        message=f"{shown}: the name is not valid UTF-8; rename the file",
    )
