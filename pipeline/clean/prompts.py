"""Sentences in which a site speaks of itself: subscribe, cookies, corrections, credits.

Each takes one sentence, wherever it stands: feeds and digests glue such sentences into the
middle of a text. What somebody is quoted as saying is never one of them.
"""

import re

from pipeline.clean.vocabulary import OUTLET_WORDS, READER_WORDS, SERVICE_NOUNS, SERVICE_VERBS
from schemas.text import Role

_WORD = re.compile(r"[a-z][a-z'’-]*")
_QUOTED = frozenset('"“”„«»')
_CORRECTION = re.compile(
    r"\W*(?:this (?:article|story|report|page|post|headline|item)(?:['’]s headline)?"
    r" (?:(?:was|has been|had been) )?(?:\w+ )?(?:amended|corrected|updated|revised|edited)\b"
    r"|(?:an|a previous|the original) (?:earlier |previous )?version of (?:this|the) (?:article"
    r"|story|report|page|post|headline|item)\b"
    r"|(?:corrections?|clarifications?)(?:[ ,(][^:.]{1,30})?:)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:(?:additional |further )?(?:reporting|editing|writing|research|graphics|translation"
    r"|production|photography)(?: and (?:reporting|editing|writing|graphics))? by\b"
    r"|(?:compiled|edited|translated|reported|written) by [A-Z])",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\W*(?:©|\(c\) ?(?:19|20)[0-9]|copyright (?:©|\(c\)|(?:19|20)[0-9])|all rights reserved"
    r"|no part of this (?:site|page|article|publication)"
    r"|[\w ]{1,40} not responsible for the content)",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"\W*(?:have you been affected by|share your (?:story|experience|views?|thoughts)"
    r"|leave a comment|sign up\b|subscribe\b|follow us\b|click here|read (?:part|our) "
    r"|download (?:our|the app)|listen to our|watch our|cancel (?:at )?any ?time"
    r"|don['’]t miss (?:a|an|our)\b|support our journalism|get in touch\b"
    r"|please (?:enable|disable|include a|include your|confirm|verify|enter|log|sign|upgrade)"
    r"|you must be (?:[0-9]+|logged|a subscriber|signed))",
    re.IGNORECASE,
)
# BELGIUM-NATO-UKRAINE: the keyword an agency files a story under.
_SLUG = re.compile(r"[A-Z][A-Z0-9]*(?:[-/][A-Z0-9]+)+\.?")
_MAX_PROMPT = 240


def sentence_role(text: str) -> tuple[Role, str] | None:
    """Return (role, rule) of a sentence in which the site speaks of itself, else None."""
    if _CORRECTION.match(text):
        return Role.CORRECTION, "correction_notice"
    if _CREDIT.match(text):
        return Role.CREDIT, "staff_credit"
    if _RIGHTS.match(text):
        return Role.BOILERPLATE, "rights_notice"
    if len(text) > _MAX_PROMPT:
        return None
    if _SLUG.fullmatch(text):
        return Role.BOILERPLATE, "slug"
    if _INVITATION.match(text):
        found = "reader_invited"
    elif _is_service_prompt(text):
        found = "service_prompt"
    else:
        return None
    return (Role.SUBSCRIPTION, found) if _QUOTED.isdisjoint(text) else None


def _is_service_prompt(text: str) -> bool:
    """Return whether the sentence offers the reader what sites offer.

    It takes two: a thing such as a newsletter, and an imperative with "you" or "our" in it, or
    "we" and cookies. A report about cookie law has the first and not the second.
    """
    lowered = text.lower()
    opening = _WORD.search(lowered)
    if opening is None:
        return False
    first = opening.group()
    if first not in SERVICE_VERBS and first not in OUTLET_WORDS:
        return False
    words = _WORD.findall(lowered)
    if SERVICE_NOUNS.isdisjoint(words):
        return False
    if first in OUTLET_WORDS:
        return "cookies" in words or ("privacy" in words and "your" in words)
    return not (READER_WORDS.isdisjoint(words) and OUTLET_WORDS.isdisjoint(words))
