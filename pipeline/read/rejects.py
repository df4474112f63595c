"""What could not be read, said so that whoever put it there can mend it."""

from dataclasses import dataclass

from schemas.sources import InputReason


@dataclass(slots=True, frozen=True, kw_only=True)
class InputReject:
    """Something under raw/ that was not read, or not read as written.

    `message` names the file, the place in it and the remedy. Offsets are code points into the
    document's text, lines count from 1.
    """

    stage: str
    reason_code: InputReason
    source_path: str
    message: str
    line: int | None = None
    char_start: int | None = None
    value: str | None = None
