"""Rules: what each line does in its document, from its form first and then its place.

A rule looks at what lines of a kind have in common in any outlet: glued credits, menus,
words that only sites say, the block after the last sentence. None drops a line that holds a
sentence about the world.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from pipeline.clean.prompts import sentence_role
from pipeline.clean.vocabulary import (
    FUNCTION_WORDS,
    INTERFACE,
    INTERFACE_OPENERS,
    RELATED_HEADER_WORDS,
)
from schemas.text import Role

USED = frozenset(
    {
        Role.HEADLINE,
        Role.STANDFIRST,
        Role.BODY,
        Role.SUBHEAD,
        Role.TEASER,
        Role.REPEAT,
        Role.DATELINE,
    }
)
"""Roles that facts are read from, unless a rule says otherwise."""


@dataclass
class Line:
    """One line of a document while its role is sought."""

    char_start: int
    char_end: int
    text: str
    follows_blank: bool
    role: Role | None = None
    rule_id: str = ""
    is_used: bool = True

    def decide(self, role: Role, rule_id: str, *, is_used: bool | None = None) -> None:
        """Settle what the line is."""
        self.role, self.rule_id = role, rule_id
        self.is_used = role in USED if is_used is None else is_used

    @cached_property
    def words(self) -> list[str]:
        """The words between white space."""
        return self.text.split()

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line holds at least one sentence rather than a heading or label."""
        if len(self.words) >= 15:
            return True
        if len(self.words) < 5:
            return False
        bare = self.text.rstrip("\"'”’»)]")
        return (
            (bare.endswith((".", "!"))
            and not bare.endswith("..."))
            or bool(_INNER_END.search(self.text))
        )

    @cached_property
    def stems(self) -> set[str]:
        """The beginnings of its content words: "doubles" and "doubling" meet."""
        return {
            word[:5] for word in _LETTERS.findall(self.text.lower()) if word not in FUNCTION_WORDS
        }


_INNER_END = re.compile(r"[a-z0-9][.!?][\"'”’»)]* +[\"'“‘(]?[A-Z]")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SEPARATORS = re.compile(r"\s+[»›>|❯→·•▸/]\s+|\s*\t\s*|\s{2,}")
_URLS = re.compile(r"(?:(?:https?://|www\.)\S+|\S+@\S+\.\S+|[@#]\w+|\s|[|,;·])+")
_NUMBER_FIRST = re.compile(r"[^\w\s]?[0-9]")
_CREDIT_AT_END = re.compile(
    r"(?:(?:Photo(?:graph)?s?|Picture|Image|Video|Foto|Graphic|Illustration|Credit|PHOTO|IMAGE)"
    r"(?: ?(?:source|credit|by|courtesy of|from))?\s?[:/©]\s?"
    r"|[Ii]mage (?:source|copyright), |\((?:AP|AFP|EPA|Reuters|REUTERS|Getty)\b[^()]{0,20}[/ ]"
    r"|(?:REUTERS|AFP|AP|EPA)\s?/\s?)"
    r"(?:[A-Z(][^\s.!?]*[.)]?|/|&|and|via|for|the|of|[-–])(?: (?:[A-Z(][^\s.!?]*[.)]?|/|&|and|via"
    r"|for|the|of|[-–])){0,7}$"
)
_CAPTION_LABEL = re.compile(
    r"(?:image|photo|picture|video) (?:caption|source|copyright|credit)\b"
    r"|(?:caption|credit|photo)\s?:",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:written |reported |story |words )?by |from )(?!the |a |an )[^\W\d_a-z]", re.IGNORECASE
)
_JOB = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|journalist|columnist|staff|bureau chief)\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|created)\b(?! (?:by|in) )|[0-9]+ "
    r"(?:minutes?|mins?|hours?|days?) (?:ago|read)\b|[0-9]+[- ]min(?:ute)? read)",
    re.IGNORECASE,
)
_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_DATE = re.compile(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})\b|(?:{_MONTH})\.? [0-9]{{1,2}}\b"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})"
)
_LABEL = re.compile(
    r"(?:related(?: \w+)?|read (?:more|also|next)|see also|tags?|topics?|filed under|more on|"
    r"categories|category|keywords|section|sort by|share|source|sources|most (?:read|popular))"
    r"\s*:",
    re.IGNORECASE,
)


def assign_roles(lines: list[Line]) -> None:
    """Decide role, use and rule of every line of a document, in order."""
    for line in lines:
        for rule in _FORM_RULES:
            if rule(line):
                break
    _related_blocks(lines)
    prose = [index for index, line in enumerate(lines) if line.role is None and line.is_prose]
    if prose:
        _site_header(lines[: prose[0]], lines)
        _head(lines, prose[0])
        _tail(lines[prose[-1] + 1 :])
    for line in lines:
        if line.role is None:
            _place(line)


# --- By form: the line alone ---------------------------------------------------------------


def _no_words(line: Line) -> bool:
    if any(char.isalnum() for char in line.text[:200]):
        return False
    line.decide(Role.BOILERPLATE, "no_words")
    return True


def _addresses(line: Line) -> bool:
    if len(line.text) > 500 or not _URLS.fullmatch(line.text):
        return False
    line.decide(Role.BOILERPLATE, "only_addresses")
    return True


def _interface(line: Line) -> bool:
    if len(line.words) > 10:
        return False
    words = [word.lower() for word in _WORD.findall(line.text)]
    if not words or words[0] not in INTERFACE_OPENERS or not INTERFACE.issuperset(words):
        return False
    if not RELATED_HEADER_WORDS.isdisjoint(words) and len(words) > 1:
        line.decide(Role.RELATED, "related_header")
    elif words[0] in {"share", "tweet", "copy", "facebook", "twitter", "email", "print"}:
        line.decide(Role.SHARE, "interface_words")
    else:
        line.decide(Role.NAVIGATION, "interface_words")
    return True


def _label(line: Line) -> bool:
    if len(line.words) > 25 or not _LABEL.match(line.text):
        return False
    line.decide(Role.RELATED, "labelled_list")
    return True


def _menu(line: Line) -> bool:
    if len(line.words) > 40:
        return False
    parts = [part for part in _SEPARATORS.split(line.text) if part]
    if len(parts) < 3 or any(_NUMBER_FIRST.match(part) for part in parts[:2]):
        return False
    if any(len(part.split()) > 4 or part[-1] in ".!?" for part in parts[:-1]):
        return False
    line.decide(Role.NAVIGATION, "menu_or_path")
    return True


def _caption(line: Line) -> bool:
    if len(line.words) > 70:
        return False
    if _CAPTION_LABEL.match(line.text) or _CREDIT_AT_END.search(
        line.text, max(0, len(line.text) - 120)
    ):
        line.decide(Role.CAPTION, "caption_with_credit")
        return True
    return False


def _byline(line: Line) -> bool:
    if len(line.words) > 14 or line.is_prose or not _BYLINE.match(line.text):
        return False
    line.decide(Role.BYLINE, "byline")
    return True


def _stamp(line: Line) -> bool:
    if len(line.words) > 12 or line.is_prose or not _STAMP.match(line.text):
        return False
    line.decide(Role.DATELINE, "time_stamp", is_used=False)
    return True


def _prompt(line: Line) -> bool:
    if len(line.words) > 60:
        return False
    found = sentence_role(line.text)
    if found is None or (_INNER_END.search(line.text) and found[0] is Role.SUBSCRIPTION):
        return False
    line.decide(*found)
    return True


_FORM_RULES: tuple[Callable[[Line], bool], ...] = (
    _no_words,
    _addresses,
    _interface,
    _label,
    _menu,
    _caption,
    _byline,
    _stamp,
    _prompt,
)


# --- By place: the line among the others ---------------------------------------------------


def _related_blocks(lines: list[Line]) -> None:
    """Leave out the links that follow a header such as "Read also", up to the next prose."""
    index = 0
    while index < len(lines):
        header = lines[index]
        index += 1
        if header.rule_id != "related_header":
            continue
        block = []
        while index < len(lines) and not (lines[index].role is None and lines[index].is_prose):
            block.append(lines[index])
            index += 1
        # A heading that stands with the prose after it, apart from the links, is that prose's.
        if (
            len(block) > 1
            and index < len(lines)
            and block[-1].follows_blank
            and not lines[index].follows_blank
        ):
            block.pop()
        for line in block:
            if line.role is None:
                line.decide(Role.RELATED, "after_related_header")


def _site_header(head: list[Line], lines: list[Line]) -> None:
    """Leave out short lines above the headline that share no words with the article."""
    article: set[str] = set()
    for line in lines:
        if line.role is None and line.is_prose:
            article |= line.stems
    shares = [
        len(line.stems & article) / len(line.stems) if line.role is None and line.stems else 0.0
        for line in head
    ]
    headline = next((index for index, share in enumerate(shares) if share >= 0.5), None)
    for line, share in zip(head[:headline] if headline else [], shares, strict=False):
        if line.role is None and share < 0.34 and len(line.words) <= 6:
            line.decide(Role.NAVIGATION, "site_header")


def _head(lines: list[Line], first_prose: int) -> None:
    """Name the title block: headlines, place and date, and a standfirst set apart."""
    for line in lines[:first_prose]:
        if line.role is None:
            is_date = len(line.words) <= 8 and _DATE.search(line.text) is not None
            if is_date and any(one.role is Role.HEADLINE for one in lines[:first_prose]):
                line.decide(Role.DATELINE, "place_and_date")
            else:
                line.decide(Role.HEADLINE, "before_first_sentence")
    following = lines[first_prose + 1 : first_prose + 2]
    begins_article = any(one.role is Role.HEADLINE for one in lines[:first_prose])
    if begins_article and following and not (following[0].role is None and following[0].is_prose):
        lines[first_prose].decide(Role.STANDFIRST, "between_headline_and_body")


def _tail(tail: list[Line]) -> None:
    """Leave out what stands after the last sentence: links, footers, sign-offs."""
    for line in tail:
        if line.role is None and not line.text[0].islower() and line.text[0] not in '-*•–—("“':
            line.decide(Role.RELATED, "after_last_sentence")


def _place(line: Line) -> None:
    bare = line.text.rstrip("\"'”’»)]")
    if bare.endswith(("...", "…")):
        line.decide(Role.TEASER, "ends_in_ellipsis")
    elif line.is_prose or line.text[0].islower():
        line.decide(Role.BODY, "prose")
    else:
        line.decide(Role.SUBHEAD, "short_line_between_prose")
