"""Sentences in which a site speaks of itself: subscribe, cookies, corrections, credits.

Each takes one sentence, wherever it stands: feeds and digests glue such sentences into the
middle of a text. What somebody is quoted as saying is never one of them.
"""

import re

from pipeline.clean.vocabulary import (
    OUTLET_WORDS,
    READER_WORDS,
    SERVICE_NOUNS,
    SERVICE_VERBS,
    SITE_WORDS,
)
from schemas.text import Role

_WORD = re.compile(r"[a-z][a-z'’-]*")
_QUOTED = frozenset('"“”„«»')
_TEXT = (
    "article|story|report|page|post|headline|item|piece|column|analysis|blog|dispatch|transcript"
)
_CORRECTION = re.compile(
    rf"\W*(?:this (?:{_TEXT})(?:['’]s headline)?"
    r" (?:(?:was|has been|had been) )?(?:\w+ )?(?:amended|corrected|updated|revised|edited)\b"
    rf"|(?:an|a previous|the original) (?:earlier |previous )?version of (?:this|the) (?:{_TEXT})\b"
    r"|(?:corrections?|clarifications?)(?:[ ,(][^:.]{1,30})?:)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:(?:(?i:additional|further) )?(?i:reporting|editing|writing|research|graphics"
    r"|translation|production|photography)(?: and (?:reporting|editing|writing|graphics))?"
    r" by (?:the )?[A-ZÀ-Þ]|(?i:compiled|edited|translated|reported|written|interview) by [A-ZÀ-Þ]"
    r"|(?i:contributing):\s*[A-ZÀ-Þ]|\(?(?i:h/t):? [A-Z@]"
    r"|(?i:this (?:article|story|piece|post) (?:was )?(?:originally|first) (?:published|appeared))"
    r"|(?:[A-ZÀ-Þ][\w.'’-]{1,30},? (?:and )?){1,6}reported from"
    r"(?: (?:and |from )?[A-ZÀ-Þ][\w.'’-]{1,30}[,;]?){1,8}$"
    r"|[^.]{1,160} contributed (?:reporting )?to this (?:article|story|report|piece|dispatch)\b)",
)
_RIGHTS = re.compile(
    r"\W*(?:©|\(c\) ?(?:19|20)[0-9]|copyright (?:©|\(c\)|(?:19|20)[0-9])|all rights reserved"
    r"|reprinted (?:courtesy of|by permission|with (?:the )?permission)\b"
    r"|no part of this (?:site|page|article|publication)"
    r"|[\w ]{1,40} not responsible for the content"
    r"|our (?:editorial )?(?:guidelines|policies|policy|principles|standards):"
    r"|[\w ,]{1,80} (?:protected by copyright|may not be (?:reproduced|published|republished"
    r"|redistributed|broadcast|copied)))",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"\W*(?:have you been affected by|share your (?:story|experience|views?|thoughts)"
    r"|leave a comment|sign up\b|subscribe\b|follow us\b|click here"
    r"|follow [^.!?]{1,130} on (?:twitter|facebook|instagram|threads|telegram|youtube)\b"
    r"|(?:find|join|like) us on |read our "
    r"|(?:watch|listen to|see|read) (?:the |it )?[\w ]{1,40} (?:below|above)\W*$"
    r"|do you have (?:a|an|any) [\w ]{1,30} (?:for us|to (?:share|submit|tell))\b"
    r"|download (?:our|the app)|listen to our|watch our|cancel (?:at )?any ?time"
    r"|by (?:continuing|using this|clicking|signing up|subscribing)\b"
    r"|don['’]t miss (?:a|an|our)\b|support (?:our|independent|local|quality) journalism"
    r"|get in touch\b|like (?:our|this) page\b"
    r"|please (?:enable|disable|include a|include your|confirm|verify|enter|log|sign|upgrade)"
    r"|you must be (?:[0-9]+|logged|a subscriber|signed))",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\W*(?:this is a (?:breaking|developing)\b|(?:more|details) to follow\W*$"
    r"|a post shared by\b)",
    re.IGNORECASE,
)
# BELGIUM-NATO-UKRAINE: the keyword an agency files a story under.
_SLUG = re.compile(r"[A-Z][A-Z0-9]*(?:[-/][A-Z0-9]+)+\.?")
_MAX_PROMPT = 180
# Cheap to look for, and every sentence that speaks to the reader holds one of them.
_ADDRESSING = (" you", " please", " our ", " we ", " we'", " we’", " us")


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
    if _NOTICE.match(text):
        return Role.BOILERPLATE, "page_notice"
    if _INVITATION.match(text):
        found = "reader_invited"
    elif _is_service_prompt(text):
        found = "service_prompt"
    else:
        return None
    return (Role.SUBSCRIPTION, found) if _QUOTED.isdisjoint(text) else None


def _is_service_prompt(text: str) -> bool:
    """Return whether the sentence offers the reader what sites offer.

    It takes three: a thing such as a newsletter, the reader or the outlet spoken of as "you" or
    "we", and hardly a word that sites do not use. A report about cookie law has the first alone.
    """
    lowered = f" {text.lower()}"
    first = _WORD.search(lowered)
    if first is None or not (
        first.group() in SERVICE_VERBS or any(map(lowered.__contains__, _ADDRESSING))
    ):
        return False
    words = _WORD.findall(lowered)
    speaks = not (READER_WORDS.isdisjoint(words) and OUTLET_WORDS.isdisjoint(words))
    if SERVICE_NOUNS.isdisjoint(words):
        return speaks and "@" in text
    is_order = words[0] in SERVICE_VERBS
    if not speaks and not is_order:
        return False
    known = sum(word in SITE_WORDS for word in words) / len(words)
    return known >= (0.5 if speaks and is_order else 0.8)
