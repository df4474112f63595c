"""Records: `.jsonl`, one JSON object a line, each a document."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

FIELDS = ("text", "id", "title", "published", "url", "publisher")


@dataclass(slots=True)
class Record:
    """One line of a file of records: its fields, or what is wrong with it."""

    index: int
    """Line in the file, less one."""
    text: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    misread: list[str] = field(default_factory=list)
    """Fields that are there and are not text."""


def read_records(content: str) -> Iterator[Record]:
    """Yield the record, or what is wrong with it, of each line that is not blank.

    Only a line feed ends a line: JSON escapes it inside strings, and leaves the other
    separators that Unicode knows as they are.
    """
    for index, line in enumerate(content.split("\n")):
        if line and not line.isspace():
            yield _read_record(index, line)


def _read_record(index: int, line: str) -> Record:
    try:
        value = json.loads(line)
    except RecursionError:
        return Record(index, problem="nested too deeply")
    except json.JSONDecodeError as error:
        return Record(index, problem=f"not JSON: {error.msg} (character {error.pos + 1})")
    except ValueError as error:  # a number of thousands of digits
        return Record(index, problem=f"not JSON: {error}")
    if not isinstance(value, dict):
        return Record(index, problem="not an object with a `text`")
    text = value.get("text")
    if not isinstance(text, str):
        return Record(index, problem="no `text`, or one that is not a string")
    if not text.strip():
        return Record(index, problem="its `text` is empty")
    record = Record(index, text=text)
    for name in FIELDS[1:]:
        found = value.get(name)
        if name == "id" and isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if isinstance(found, str):
            if found.strip():
                record.fields[name] = found.strip()
        elif found is not None:
            record.misread.append(name)
    return record
