"""Clock times as news writes them: 10:30, 10.30 a.m., 1800 GMT, noon."""

from pipeline.calendar.line import Line
from pipeline.calendar.when import Clock
from pipeline.calendar.words import ZONES

_TIMES_OF_DAY = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_BEFORE_A_TIME = frozenset("at by until till from around about before after since between".split())
_ZONE_WORDS = frozenset("local eastern pacific central mountain moscow london".split())


def clock_at(line: Line, index: int) -> tuple[Clock, int] | None:
    """Return the clock time that begins at the index and the index after it."""
    if line.word[index] in _TIMES_OF_DAY:
        if line.at(index - 1) not in _BEFORE_A_TIME:
            return None
        return _with_zone(line, _TIMES_OF_DAY[line.word[index]], index + 1)
    digits = line.word[index]
    if not digits.isdecimal() or (line.glued(index) and line.at(index - 1) not in "(\"'“‘[–—-tT"):
        return None
    if len(digits) == 4:
        return _military(line, index)
    if len(digits) > 2:
        return None
    hour, minute, after = int(digits), 0, index + 1
    mark = line.at(after)
    has_minutes = (
        mark in (":", ".")
        and line.glued(after)
        and line.glued(after + 1)
        and len(line.at(after + 1)) == 2
        and line.at(after + 1).isdecimal()
    )
    if has_minutes:
        minute, after = int(line.at(after + 1)), after + 2
        if mark == ":" and line.at(after) == ":" and line.glued(after) and line.glued(after + 1):
            after += 2
    half_day, after_half = _half_of_day(line, after)
    if half_day is not None:
        if not 1 <= hour <= 12 or minute > 59:
            return None
        hour = hour % 12 + half_day
        return _with_zone(line, f"{hour:02}:{minute:02}", after_half)
    if line.at(after) == "o" and line.at(after + 1) in ("'", "’") and line.at(after + 2) == "clock":
        return (Clock(f"{hour:02}:00"), after + 3) if hour <= 12 else None
    if not has_minutes or hour > 24 or minute > 59:
        return None
    clock, end = _with_zone(line, f"{hour % 24:02}:{minute:02}", after)
    if clock.zone is None and (mark == "." or line.at(index - 1) not in {*_BEFORE_A_TIME, "t"}):
        # "won 10:30 on points", "rose 10.30": only a zone or a preposition tells a time.
        return None
    return clock, end


def adjoining_clock_at(line: Line, index: int) -> tuple[Clock, int] | None:
    """Return a clock time beside a date, where hh:mm needs no further evidence."""
    found = clock_at(line, index)
    if found is not None or not line.at(index).isdecimal():
        return found
    hour, minute = line.at(index), line.at(index + 2)
    if (
        line.at(index + 1) == ":"
        and line.glued(index + 1)
        and line.glued(index + 2)
        and len(hour) <= 2
        and len(minute) == 2
        and minute.isdecimal()
        and int(hour) < 24
        and int(minute) < 60
    ):
        after = index + 3
        if line.at(after) == ":" and line.glued(after) and line.glued(after + 1):
            after += 2
        return _with_zone(line, f"{int(hour):02}:{minute}", after)
    return None


def _military(line: Line, index: int) -> tuple[Clock, int] | None:
    hour, minute = int(line.word[index][:2]), int(line.word[index][2:])
    if hour > 24 or minute > 59:
        return None
    if line.at(index + 1) in ("hours", "hrs") and (
        line.word[index][0] == "0" or line.at(index - 1) == "at"
    ):
        return _with_zone(line, f"{hour % 24:02}:{minute:02}", index + 2)
    clock, end = _with_zone(line, f"{hour % 24:02}:{minute:02}", index + 1)
    return (clock, end) if clock.zone is not None else None


def _half_of_day(line: Line, index: int) -> tuple[int | None, int]:
    """Return the hours that "a.m." or "pm" add, and the index after it."""
    word = line.at(index)
    if word in ("am", "pm"):
        return (12 if word == "pm" else 0), index + 1
    if (
        word in ("a", "p")
        and line.at(index + 1) == "."
        and line.at(index + 2) == "m"
        and line.glued(index + 1)
        and line.glued(index + 2)
    ):
        end = index + 3
        if line.at(end) == "." and line.glued(end):
            end += 1
        return (12 if word == "p" else 0), end
    return None, index


def _with_zone(line: Line, time: str, index: int) -> tuple[Clock, int]:
    raw = line.raw(index)
    if raw.isupper() and raw.lower() in ZONES:
        return Clock(time, raw, ZONES[raw.lower()]), index + 1
    if line.at(index + 1) == "time" and (raw.lower() in _ZONE_WORDS):
        return Clock(time, f"{raw} {line.raw(index + 1)}"), index + 2
    if raw in ("+", "-") and line.glued(index + 1) and line.at(index + 1).isdecimal():
        sign = -1 if raw == "-" else 1
        digits, end = line.at(index + 1), index + 2
        if len(digits) == 2 and line.at(end) == ":" and line.glued(end + 1):
            digits, end = digits + line.at(end + 1), end + 2
        if len(digits) == 4 and digits.isdecimal() and int(digits[:2]) <= 14:
            zone = line.text[line.start[index] : line.end[end - 1]]
            return Clock(time, zone, sign * (int(digits[:2]) * 60 + int(digits[2:]))), end
    return Clock(time), index
