"""Voices: under what name and in what office a speaker goes, so that two texts' can be one.

Entities tell two names of one person; who is named in one text and called "the minister" in the
other is told by the office, which stands before the name, after it, or alone.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.link.claims import words as claim_words

# No longer word is a name, and to look for its end costs the same everywhere.
_NAME = re.compile(r"(?<!\bof )(?<!\bfor )(?<!\bin )\b(?:[A-Z][\w’'.-]{0,40}(?: |$))+$")
_BEFORE_COMMA = re.compile(r"\b([A-Z][\w’'-]{1,40})(?=, [a-z])")
_TITLED = re.compile(
    r"(?:, |[“\"] ?|\b(?:said|told|by) )(?P<office>(?:[a-z][a-z-]+ ){1,4})"
    r"(?:[A-Z][\w’'.-]+ ){0,3}(?P<name>[A-Z][\w’'-]+)"
)
_AFTER = re.compile(
    r", (?:the |an? |its |their |his |her |who is |who heads |who leads )?"
    r"(?!who |which |and |but |in |on |at |as |when |while |citing |speaking )"
    r"(?P<office>[a-z][^,;.()“”\"]{2,70}?)(?=[,;.]| said\b| told\b)"
)
_NOBODY = re.compile(
    r"(?:an?|one|another|some|several|many|most|two|three|other|both|no|local) ", re.IGNORECASE
)
_THE = re.compile(r"(?:the|its|their|his|her|our) ", re.IGNORECASE)
# Who speaks for an office speaks as the office; of sources and residents there are many.
_FOR_ANOTHER = claim_words.stems(
    "spokesman spokeswoman spokesperson representative official source witness resident expert "
    "analyst former acting deputy"
)
_STUDY = r"(?:polls?|surveys?|study|studies|census|index|ranking)"
_STUDY_NOUN = re.compile(_STUDY)
_STUDIED_BY = re.compile(
    rf"\b{_STUDY} (?:\w+ )?(?:by|from|of) (?:the )?(?P<by>[A-Z][\w-]{{1,40}})"
    rf"|\b(?!(?:In|The|An|A|This|That|Its|By|One|Our) )(?P<whose>[A-Z][\w-]{{1,40}})(?:['’]s?)? "
    rf"(?:(?!an? |the )\w+ )?{_STUDY}\b"
)
# Those of whom there is one body, whether or not it is called "the" body.
_BODIES = frozenset("organisers organizers prosecutors authorities rebels police".split())
_OFFICE, _NAMED, _STUDIED = "office", "name", "study"


def offices(sentences: Iterable[str]) -> dict[str, set[str]]:
    """Return the offices that sentences give to names: "Marta Ruzin, the mayor of the town".

    >>> offices(["It was Marta Ruzin, the mayor of the town, who came.", "So said mayor Eva Holm."])
    {'ruzin': {'office mayor town'}, 'holm': {'office mayor'}}
    """
    found: dict[str, set[str]] = {}
    for text in sentences:
        for title in _TITLED.finditer(text):
            office = _office(f"the {title['office']}")
            if office:
                found.setdefault(title["name"].lower(), set()).add(f"{_OFFICE} {office}")
        for name in _BEFORE_COMMA.finditer(text):
            after = _AFTER.match(text, name.end())
            office = _office(after.group("office")) if after else ""
            if office:
                found.setdefault(name.group(1).lower(), set()).add(f"{_OFFICE} {office}")
    return found


def voices(
    quote: Mapping[str, Any] | None, sentence: str, known: Mapping[str, set[str]]
) -> frozenset[str]:
    """Return by what name and office the speaker of a quote goes, where one voice is told.

    So does whoever made the poll that its sentence tells of. `known` are the offices that the
    document gives after names.
    """
    studied = frozenset(
        f"{_STUDIED} {(found['by'] or found['whose']).lower()}"
        for found in (_STUDIED_BY.finditer(sentence) if _STUDY_NOUN.search(sentence) else ())
    )
    surface = (quote or {}).get("speaker_surface")
    if quote is None or not surface or quote["speaker_basis"] not in ("named", "role"):
        return studied
    name = _NAME.search(surface) if quote["speaker_basis"] == "named" else None
    told = {_office(surface[: name.start()] if name else surface), _office(quote["speaker_role"])}
    found = {f"{_OFFICE} {one}" for one in told if one}
    if name:
        last = claim_words.words(name.group())[-1]
        found |= {f"{_NAMED} {last}"} | known.get(last, set())
    return studied | found


def is_one_voice(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two speakers go by one name, by one office and no other name, or one study.

    >>> minister = frozenset({"name ruzin", "office defen minis"})
    >>> is_one_voice(minister, frozenset({"office minis"}))
    True
    >>> is_one_voice(minister, frozenset({"name holm", "office minis"}))
    False
    """
    if is_one_study(a, b):
        return True
    names_a, names_b = _of(a, _NAMED), _of(b, _NAMED)
    if names_a and names_b:
        return names_a == names_b
    return any(
        first <= second or second <= first
        for first in map(_words, _of(a, _OFFICE))
        for second in map(_words, _of(b, _OFFICE))
    )


def is_one_study(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two sentences tell of a poll or study by one maker."""
    return bool(_of(a, _STUDIED) & b)


def _of(voices: frozenset[str], kind: str) -> frozenset[str]:
    return frozenset(one for one in voices if one.startswith(kind))


def _words(voice: str) -> frozenset[str]:
    return frozenset(voice.split()[1:])


def _office(text: str | None) -> str:
    """Return the words of an office, or "" where none, or no single one, is told."""
    text = (text or "").strip()
    if _NOBODY.match(text):
        return ""
    bare = _THE.sub("", text, count=1)
    if bare == text and text.endswith("s") and text.lower() not in _BODIES:
        # "The dockers" speak with one voice, "hospitals" do not.
        return ""
    return " ".join(sorted(claim_words.stems(bare) - _FOR_ANOTHER))
