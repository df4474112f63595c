"""Phrases: what the words around a mention say of it, read without a parse.

Which clause it stands in, when what is told holds, whom it is attributed to. Every pattern runs
over a few dozen code points or is anchored, so that no text can make them slow.
"""

import re
from collections.abc import Iterable

from pipeline.extract.nouns import singular
from pipeline.link.claims import words as claim_words

_WINDOW = 110
"""Code points on either side of a mention in which its clause is looked for."""
_FAR = 45
"""A predicate further than this from its figure may be another clause's."""
_FUTURE = re.compile(
    r"(?:\b(?:will|shall|would|to be|going to|due to|set to|(?:is|are) to(?= [a-z]))|['’]ll)\b"
    r"|\b(?:decision|plan|pledge|promise|intention|offer|proposal|order|deal)s? to\b"
)
_ONGOING = re.compile(r"(?:\b(?:is|are|am)|['’](?:s|re|m))\s+(?:\w+\s+){0,2}\w+ing\b")
_DONE = re.compile(r"(?:\b(?:has|have|had|was|were|been)|['’]ve)\b")
_PERFECT = re.compile(r"(?:\b(?:has|have|had)|['’]ve)\b")
_BY_NOW = re.compile(r"\b(?:now|so far|to date|by now|already|still)\b", re.IGNORECASE)
_TIME_ALONE = re.compile(
    r"\b(?:(?P<day>in (?:a|one|a single) day|(?:in|over|during|within) the (?:past|last) "
    r"(?:24 hours|day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day alone)"
    r"|(?P<week>in (?:a|one|a single) week|(?:in|over|during|within) the (?:past|last) "
    r"(?:seven days|week)|this week))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\s(?:(?:has|have|had|was|were|is|are|did|do|does|will|would|could|can) (?:not|never)"
    r"|\w{2,5}n['’]t)\b"
)
_COUNT_OF = re.compile(
    r"\b(?:(?P<toll>toll)|(?:number|count|tally|total) of (?:the |all )?(?P<what>[a-z]+))\b"
)
_HEAD = re.compile(r"(?:[\w-]+ ){0,4}([a-z]+s)(?= (?:in|of|from|at|on|among|across)\b|$)", re.ASCII)
# Stems of verbs by which the number of what is their subject is told.
_LEVELS = frozenset("reach stood stand rise rose risen climb fell fall falle drop total".split())
_ABOARD = re.compile(r"(?: [a-z]+){0,3} (?:aboard|on board)\b")
_CARRIES = re.compile(r"\b(?:aboard|on board|carr(?:y|ies|ied|ying)) (?:[a-z]+ ){0,3}$")
_PARTITIVE = re.compile(
    r"\b(?:both|of (?:the|this|that|these|those|his|her|their))\b", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\b(?:of (?:the|its|their|his|her)|out of"
    r"|(?:share|part|half|most|majority|many|none) of(?: [\w’']+){1,4})\s+$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"(?: \w+){0,2}? (?:for|on|towards?|against) (?:the )?"
    r"((?:(?!(?:in|at|near|from|by|since|until|after|before|to)\b)[\w’'-]+ ?){1,4})"
)
_PAST = re.compile(r"(?:ed|ent|ut|id|own|iven|aken|uilt|oke|ook|ave|ot)$")
_STATES = frozenset("have has is are 's 're 've remain remains stand stands serve serves".split())
_MODALITY_PHASE = {"planned": "future", "requested": "request", "conditional": "conditional"}
_ATTRIBUTES_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,3}?(?:says?|said|puts?|shows?|showed|reports?|reported|estimates?|"
    r"estimated|counts?|counted|registered|data|figures|table|registry|statistics)\b"
)
_ATTRIBUTES_BEFORE = re.compile(
    r"\b(?:according to|(?:figures|data|count|estimate|statistics|numbers) (?:of|from|by))"
    r"\s+(?:the\s+)?$"
)
_BOUNDARIES = {
    "until": "until",
    "till": "until",
    "til": "until",
    "through": "until",
    "to": "until",
    "since": "since",
    "from": "since",
    "after": "after",
    "before": "before",
    "by": "by",
    "between": "since",
}
# A place may stand between these and the date: "begins in the north on 3 May".
_BOUNDARY_VERBS = {
    **dict.fromkeys("end ends ended ending expire expires expired expiry".split(), "until"),
    **dict.fromkeys("begin begins began start starts started starting".split(), "since"),
    **dict.fromkeys("open opens opened opening reopen reopens reopened".split(), "since"),
}  # fmt: skip
_CLAUSE_EDGE = re.compile(
    r"[;:]|, (?=(?:but|while|where|which|who|when)\b)| – | — "
    # A comma before "and" parts clauses when a verb follows soon, and items of a list otherwise.
    r"|, (?=and (?:\w+ ){0,3}(?:is|are|was|were|has|have|had|will|would|could|can)\b)"
    # "..., the ministry said": who reports is no part of what is told.
    r"|, (?=[^,.]{2,50}\b(?:said|says|say|reported)\b)"
)


def clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause around a span begins and ends, as far as it is near."""
    first, last = max(0, start - _WINDOW), min(len(sentence), end + _WINDOW)
    edges = list(_CLAUSE_EDGE.finditer(sentence, first, start))
    if edges:
        first = edges[-1].end()
    edge = _CLAUSE_EDGE.search(sentence, end, last)
    return first, edge.start() if edge else last


def boundary(before: str, surface: str) -> str:
    """Return whether a date ends, begins or merely places what is told: the nearest word says.

    >>> boundary("prolonged by the board until ", "30 April"), boundary("It met on ", "3 May")
    ('until', 'at')
    >>> boundary("The fair begins in the old town on ", "3 May")
    'since'
    """
    told = claim_words.words(before)
    near = [*told[-3:], *claim_words.words(surface)[:1]]
    for words, boundaries in ((near, _BOUNDARIES | _BOUNDARY_VERBS), (told[-6:], _BOUNDARY_VERBS)):
        for word in reversed(words):
            if word in boundaries:
                return boundaries[word]
    return "at"


_IS_A = re.compile(
    r"\s*(?:is|are|was|were|['’]re)(?:n['’]t)? (?:(?:only|still|just|now|not|hardly) )?"
    r"(?:an?|the|enough|too)\b",
    re.IGNORECASE,
)


def phase(before: str, after: str, predicate: str | None, modality: str) -> str:
    """Return when the thing told of holds: future, ongoing, done, state, or "" when unclear.

    >>> phase("The fund has ", " in reserve", "has", "asserted")
    'state'
    >>> phase("The fund has spent ", "", "spent", "asserted")
    'done'
    >>> phase("", " are a warning, no more", "are", "asserted")  # which may be yet to come
    ''
    """
    if modality in _MODALITY_PHASE:
        return _MODALITY_PHASE[modality]
    if _IS_A.match(after):
        return ""
    near = _near(before, after, predicate)
    if not predicate or not near:
        return ""
    if _FUTURE.search(near) or _FUTURE.match(after.lstrip(" ,")):
        return "future"
    if predicate.lower() in _STATES:
        return "future" if _FUTURE.search(after[:_FAR]) else "state"
    if _ONGOING.search(near):
        return "ongoing"
    return "done" if _DONE.search(near) or _PAST.search(predicate) else ""


def is_standing(before: str, after: str, predicate: str, phase: str) -> bool:
    """Return whether something is told as what holds by now, and not as what happened once.

    >>> is_standing("The fund has ", " to farmers", "has", "state")
    True
    >>> is_standing("By now ", " have fled", "fled", "done"), is_standing("", " fled", "fled", "")
    (True, False)
    """
    if phase in ("state", "ongoing") or claim_words.stem(predicate) in _LEVELS:
        return True
    return bool(_PERFECT.search(_near(before, after, predicate)) or _BY_NOW.search(before + after))


def is_aboard(before: str, after: str) -> bool:
    """Return whether a number is told to be aboard something.

    >>> is_aboard("There were ", " on board"), is_aboard("A bus carrying ", ""), is_aboard("", "")
    (True, True, False)
    """
    return bool(_ABOARD.match(after) or _CARRIES.search(before[-40:]))


def is_denied(after: str) -> bool:
    """Return whether the words after a number deny what its sentence would tell of it.

    >>> is_denied(" have not been found"), is_denied(" have been found, not lost")
    (True, False)
    """
    return _DENIED.match(after) is not None


def counted_by(agent: str, topic: str, predicate: str | None) -> str:
    """Return what a number without a noun counts: that of which a number, or a toll, is told.

    The noun comes last in what is returned. `predicate` is the stem of the verb.

    >>> counted_by("number of boats in the harbour", "", "rise"), counted_by("council", "", "rise")
    ('boat', '')
    >>> counted_by("new cases in the north", "", "reach"), counted_by("new cases", "", "cost")
    ('new case', '')
    """
    found = _COUNT_OF.search(f"{agent}, {topic}")
    if found is not None:
        return "death" if found["toll"] else singular(found["what"])
    head = _HEAD.match(agent)
    if head is None or predicate not in _LEVELS:
        return ""
    return f"{agent[: head.start(1)]}{singular(head.group(1))}"


def is_partitive(expression: str) -> bool:
    """Return whether an expression takes some out of a number that is known.

    >>> is_partitive("two of the boats"), is_partitive("two boats")
    (True, False)
    """
    return _PARTITIVE.search(expression) is not None


def is_whole(before: str) -> bool:
    """Return whether the words before a number make it the whole of which a part is told.

    >>> is_whole("Of the "), is_whole("a share of the town's "), is_whole("a fleet with ")
    (True, True, False)
    """
    return _WHOLE.search(before) is not None


def window(clause: str) -> str:
    """Return the time for which alone something is counted: "day", "week" or "".

    >>> window("300 trucks crossed in a single day"), window("300 trucks have crossed so far")
    ('day', '')
    """
    found = _TIME_ALONE.search(clause)
    return str(found.lastgroup) if found else ""


def purpose(after: str) -> str:
    """Return what the words after a figure say it is for, or "".

    >>> purpose(" for new trees near the quays of the river")
    'new trees'
    """
    found = _PURPOSE.match(after)
    return found.group(1).strip() if found else ""


def _near(before: str, after: str, predicate: str | None) -> str:
    """Return the predicate with the few words before it; empty when it is not near the figure."""
    if not predicate:
        return ""
    for text, places in (
        (after[:_FAR], _places(after[:_FAR], predicate)),
        (before, _places(before, predicate)[::-1]),
    ):
        for place in places[:1]:
            end = place + len(predicate)
            if text is before and len(before) - end > _FAR:
                return ""
            whole = after if text is not before else before
            return whole[max(0, place - 24) : end + len(" to be")]
    return ""


def _places(text: str, word: str) -> list[int]:
    """Return where a word stands in a text, whole."""
    found = []
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum():
            found.append(place)
        place = text.find(word, place + 1)
    return found


def named_sources(
    text: str, offset: int, entities: Iterable[tuple[int, int, str, str]]
) -> frozenset[str]:
    """Return the entities that a sentence gives as the source of what it tells."""
    return frozenset(
        entity
        for start, end, entity, type_ in entities
        if type_ in ("organization", "person")
        and (
            _ATTRIBUTES_AFTER.match(text, end - offset)
            or _ATTRIBUTES_BEFORE.search(text, max(0, start - offset - 40), start - offset)
        )
    )
