"""Sentences in which a site speaks of itself: subscribe, cookies, corrections, credits.

Each takes one sentence, wherever it stands: feeds and digests glue such sentences into the
middle of a text. What somebody is quoted as saying is never one of them.
"""

import re

from pipeline.clean.vocabulary import OUTLET_WORDS, READER_WORDS, SERVICE_NOUNS, SERVICE_VERBS
from schemas.text import Role

_WORD = re.compile(r"[a-z][a-z'’-]*", re.IGNORECASE)
_QUOTED = frozenset('"“”„«»')
_CORRECTION = re.compile(
    r"\W*(?:(?:this|the|an? (?:earlier|previous)) (?:\w+ ){0,3}(?:article|story|report|version|page"
    r"|post|headline|item) (?:of this \w+ )?(?:was|has been|have been|had been|were)? ?"
    r"(?:\w+ ){0,2}?(?:amended|corrected|updated|revised|edited|clarified|changed|published|said"
    r"|stated|misstated|gave|incorrectly|wrongly|misspelled)\b"
    r"|an (?:earlier|previous) version of (?:this|the)\b"
    r"|(?:corrections?|clarification|editor['’]?s?['’]? note|updates?)(?: [^:.]{1,30})?:)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:(?:additional |writing and |further )?(?:reporting|editing|writing|research|graphics"
    r"|production|translation|compiled|photography|edited|translated|written)"
    r"(?: and (?:reporting|editing|writing|graphics))? by\b)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\W*(?:©|\(c\) ?(?:19|20)[0-9]|copyright (?:©|\(c\)|(?:19|20)[0-9])|all rights reserved"
    r"|no part of this (?:site|page|article|publication)"
    r"|(?:we are|[\w ]{1,30} is) not responsible for the content)",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[A-Z][A-Z0-9]*(?:[-/][A-Z0-9]+)+\.?")
_INVITATION = re.compile(
    r"\W*(?:get in touch|have you been affected by|share your (?:story|experience|views?|thoughts)"
    r"|what do you think\?|let us know|tell us|leave a comment|sign up|subscribe\b|follow us"
    r"|click here|watch our|read more\b|read (?:part|our) |download (?:our|the app)"
    r"|listen to our|cancel (?:any ?time|at any time)|accept all|manage (?:options|cookies)"
    r"|don['’]t miss (?:a|an|our)|support our journalism|please (?:enable|disable|include|contact"
    r"|confirm|verify|enter|log|sign|upgrade)|you must be (?:[0-9]+|logged|a subscriber|signed))",
    re.IGNORECASE,
)


def sentence_role(text: str) -> tuple[Role, str] | None:
    """Return (role, rule) of a sentence in which the site speaks of itself, else None."""
    if _SLUG.fullmatch(text):
        return Role.BOILERPLATE, "slug"
    if not _QUOTED.isdisjoint(text):
        return None
    if _CORRECTION.match(text):
        return Role.CORRECTION, "correction_notice"
    if _RIGHTS.match(text):
        return Role.BOILERPLATE, "rights_notice"
    if _CREDIT.match(text):
        return Role.CREDIT, "staff_credit"
    if _INVITATION.match(text):
        return Role.SUBSCRIPTION, "reader_invited"
    if _is_service_prompt(text):
        return Role.SUBSCRIPTION, "service_prompt"
    return None


def _is_service_prompt(text: str) -> bool:
    """Return whether the sentence speaks to the reader of what the site offers.

    Two keys turn this lock: a thing that sites offer, and either the reader or an imperative
    with the outlet. A report about cookie law has the first and not the second.
    """
    if len(text) > 240:
        return False
    words = _WORD.findall(text.lower())
    if SERVICE_NOUNS.isdisjoint(words):
        return False
    speaks_to_reader = not READER_WORDS.isdisjoint(words)
    speaks_of_outlet = not OUTLET_WORDS.isdisjoint(words)
    begins = bool(words) and words[0] in SERVICE_VERBS
    return (
        (begins
        and (speaks_to_reader or speaks_of_outlet))
        or (speaks_of_outlet and (speaks_to_reader or "cookies" in words or "partners" in words))
    )
