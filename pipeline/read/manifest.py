"""Manifests: the origin of a file, authored beside it as `<file name>.source.yaml`."""

import datetime as dt
from dataclasses import dataclass

import yaml

from pipeline.read.rejects import InputReject
from schemas.sources import InputReason

KEYS = ("publisher", "url", "published", "title", "licence", "rights")


@dataclass(slots=True, frozen=True)
class Manifest:
    """What a manifest says; None where it says nothing."""

    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None
    title: str | None = None
    licence: str | None = None
    rights: str | None = None


def read_manifest(data: bytes, path: str) -> tuple[Manifest, list[InputReject]]:
    """Return what the manifest at `path` says, and a reject for each part that is no use.

    The rest of a manifest with a mistake in it is used.
    """
    rejects: list[InputReject] = []

    def refuse(reason: InputReason, message: str, value: str | None = None) -> None:
        rejects.append(
            InputReject(
                stage="read",
                reason_code=reason,
                source_path=path,
                message=f"{path}: {message}",
                value=value,
            )
        )

    try:
        # Every scalar stays the text it was written as: `no` is no Boolean, 1.10 no number.
        content = yaml.load(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        reason = " ".join(str(error).split())
        refuse(InputReason.MANIFEST_INVALID, f"is not YAML in UTF-8 ({reason}); it is not used")
        return Manifest(), rejects
    if content in (None, ""):
        return Manifest(), rejects
    if not isinstance(content, dict):
        refuse(InputReason.MANIFEST_INVALID, "must hold `key: value` lines; it is not used")
        return Manifest(), rejects

    texts: dict[str, str | None] = dict.fromkeys(KEYS)
    for name, value in content.items():
        if name not in KEYS:
            known = ", ".join(KEYS)
            refuse(
                InputReason.MANIFEST_UNKNOWN_KEY,
                f"unknown key {name!r}; known are {known}",
                str(name),
            )
        elif not isinstance(value, str):
            refuse(InputReason.MANIFEST_INVALID, f"{name!r} must be one text", name)
        else:
            texts[name] = value.strip() or None
    published = None
    if (written := texts.pop("published")) is not None:
        published = parse_date(written)
        if published is None:
            refuse(
                InputReason.MANIFEST_INVALID,
                f"'published' is {written!r}; write a day as 2022-03-24",
                written,
            )
    return Manifest(published=published, **texts), rejects


def parse_date(written: str) -> dt.date | None:
    """Return the day of an ISO date or date and time, as written, whatever its time zone."""
    try:
        return dt.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        return None
