"""Comparators: the words around a number that bound it."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(slots=True)
class Cue:
    """A comparator and the words that said so."""

    comparator: str
    start: int
    end: int
    step: str


_CUES: Final[dict[tuple[str, ...], str]] = {
    tuple(phrase.split()): comparator
    for comparator, phrases in {
        "approx": """about|around|approximately|approx|approx.|roughly|some|nearly|almost|circa|ca|
            ca.|near|close to|in the region of|on the order of|in the order of|an estimated|
            estimated|estimated at|somewhere around|just about|virtually|practically|barely|
            in the neighborhood of|in the neighbourhood of|in the vicinity of|~|≈|c.""",
        "ge": """at least|a minimum of|minimum of|no less than|not less than|no fewer than|
            not fewer than|upwards of|upward of|≥|as little as|as few as|starting at|
            starting from|at the very least|well at least|>=|more than or equal to|
            greater than or equal to|equal to or more than|equal to or greater than|
            at least or equal to|higher than or equal to|greater or equal than|
            higher or equal than|larger or equal than|bigger or equal than""",
        "gt": """more than|over|above|greater than|in excess of|exceeding|higher than|larger than|
            better than|longer than|bigger than|older than|north of|>|upward of|well over|
            just over|slightly more than|just above|far more than|heavier than|taller than|
            a little over|a little more than|a bit more than|slightly over|well above|far above|
            well in excess of""",
        "le": """at most|up to|as many as|as much as|no more than|not more than|a maximum of|
            maximum of|≤|no greater than|no larger than|no longer than|capped at|no higher than|
            anything up to|at the most|<=|less than or equal to|fewer than or equal to|
            equal to or less than|equal to or fewer than|not exceeding|lower than or equal to|
            less or equal than|lower or equal than|smaller or equal than""",
        "lt": """less than|fewer than|under|below|just under|lower than|smaller than|shorter than|
            younger than|short of|just short of|just shy of|shy of|<|just below|slightly under|
            well under|well below|slightly less than|slightly below|not quite|a little under|
            a little less than|a bit less than|far fewer than|far less than""",
    }.items()
    for phrase in re.split(r"\|\s*", phrases.strip())
}
_LONGEST = max(len(phrase) for phrase in _CUES)
# Words that may stand between a comparator and its number.
_FILLERS: Final = frozenset("a an another the its his her their further additional".split())
# After these a determiner makes another phrase: "over the past 3 years", "some of the 5".
_NO_FILLER: Final = frozenset({("over",), ("under",), ("above",), ("below",), ("some",),
                               ("around",), ("about",), ("near",), ("barely",)})  # fmt: skip
_LAST_WORDS = re.compile(r"[^\W\d_]+\.?|[<>]=|[~≈≥≤<>]")
_INSIDE = re.compile(r"-plus\b| plus\b|\+ |[- ]odd\b| or so\b")
_AFTER: Final = tuple(
    (re.compile(pattern), comparator)
    for pattern, comparator in (
        (r"(?: or|-or| and)[ -](?:more|above|over|older|higher|greater|better|up|longer)\b", "ge"),
        (r"(?: or|-or| and)[ -](?:less|fewer|below|under|younger|lower|shorter)\b", "le"),
        (r"[ -]or[ -]so\b|-ish\b|[ -]odd\b|,? give or take\b|,? or thereabouts\b", "approx"),
        (r"\+(?![0-9])|-plus\b| plus(?= [a-z]+s\b)|,? at least\b|,? at a minimum\b", "ge"),
        (r",? at (?:the )?most\b|,? (?:at )?maximum\b|,? or so\b", "le"),
    )
)


def comparator_before(text: str, start: int, limit: int) -> Cue | None:
    """Return the comparator whose words end just before an offset."""
    begin = max(limit, start - 48)
    if text[begin:start].endswith("sub-"):
        return Cue("lt", start - 4, start, "comparator: 'sub-'")
    words = [
        (match.group().lower(), match.start(), match.end())
        for match in _LAST_WORDS.finditer(text, begin, start)
    ]
    filled = False
    end = start
    while words:
        gap = text[words[-1][2] : end]
        if gap.strip(" \u00a0-"):
            return None
        for length in range(min(_LONGEST, len(words)), 0, -1):
            phrase = tuple(word for word, _, _ in words[-length:])
            comparator = _CUES.get(phrase)
            if comparator and not (filled and phrase in _NO_FILLER):
                if filled and length == 1:
                    break
                first, last = words[-length][1], words[-1][2]
                if "-" in text[last:start] and phrase not in (("over",), ("under",)):
                    return None
                return Cue(comparator, first, last, f"comparator: '{text[first:last]}'")
        if words[-1][0] not in _FILLERS:
            return None
        filled = True
        end = words[-1][1]
        words.pop()
    return None


def comparator_inside(text: str, start: int, end: int) -> Cue | None:
    """Return the comparator between a number and its scale: "600-plus billion"."""
    match = _INSIDE.search(text, start, end)
    if match is None:
        return None
    comparator = "ge" if "plus" in match.group() or "+" in match.group() else "approx"
    return Cue(comparator, match.start(), match.end(), f"comparator: '{match.group().strip()}'")


def comparator_after(text: str, end: int, limit: int) -> Cue | None:
    """Return the comparator whose words begin at an offset: "or more", "or so", "+"."""
    if end >= limit or text[end] not in " -,+":
        return None
    for pattern, comparator in _AFTER:
        match = pattern.match(text, end, limit)
        if match:
            return Cue(
                comparator, end, match.end(), f"comparator: '{match.group().strip(' ,')}' after"
            )
    return None
