"""Outlets: what a line says of the paper, agency or station that it was taken from.

A line is asked for a mark: a name in brackets or after a dash at its end, a name before a
colon or dash at its beginning, a name or an address that stands alone, "Source: name". One
mark says little; whether a document is made of such items, its layout decides.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.clean.segments.outlet_names import (
    CAPITAL_ENDINGS,
    DOMAINS,
    LONG_OUTLETS,
    OUTLET_ENDINGS,
    OUTLET_WORDS,
    OUTLETS,
    TELLING_STEMS,
)


class Form(StrEnum):
    """Where in a line an outlet's name stands."""

    BRACKETS = "brackets"
    LAST = "last"
    COLON = "colon"
    FIRST = "first"
    ALONE = "alone"
    SOURCE = "source"
    TELLS = "tells"


@dataclass(slots=True, frozen=True)
class Mark:
    """An outlet as a line names it, and the line's own words without the name."""

    form: Form
    outlet: str
    title: str
    is_known: bool
    """Whether the name alone tells an outlet; else only its place does."""


_MAX_NAME = 60
_MIN_TITLE = 3
"""Words from which on what stands beside a name tells something."""
# A link as Markdown writes it.
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{1,400}\)")
_DECORATION = re.compile(
    r"(?:[#>*_•·▪●◦–—-]+[ \t]*|[(\[]?[0-9]{1,3}[.)\]][ \t]+|\[[0-9]{1,3}\][ \t]*"
    r"|(?:title|headline)\s?:\s)+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]][ .*_]*$")
_LAST = re.compile(r"(?: [-–—|·•/] ?|[|·•] ?|—)([^|·•—–]{2,60})$")
_COLON = re.compile(
    r"[\"“„«]?((?:[^:.!?;()\"“”„«»]|\.(?=\w)){2,40})[\"”“»]?(?: ?\([^()]{2,30}\))?:[*_]* +(?=\S)"
)
# "(private daily, centre-right)" beside a name says what it is of.
_DESCRIBED = re.compile(
    r"\s*[(\[][^()\[\]]{0,40}\b(?:daily|weekly|(?:news)?paper|magazine|radio|tv|television|broadcaster"
    r"|(?:news )?agency|portal|website|blog|online|tabloid|broadsheet)\b[^()\[\]]{0,40}[)\]]$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"([^|–—\"“”!?;]{2,40}?)[*_]*(?: [-–—|·•]+ +| ?[|—] ?)(?=\S)")
_BRACKETS_FIRST = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]] +(?=\S)")
# A review of the press names a paper at the head of each paragraph, as the one who says it.
_TELLS = re.compile(
    r"(?:according to |in |over at |meanwhile,? )?[\"“„«]?(?-i:(?:the )?([A-Z][\w.'’&-]{0,30}"
    r"(?: (?:(?:of|the|and|de|di|del|des|der|la|le) )?[A-Z0-9][\w.'’&-]{0,30}){0,4}))"
    rf"[\"”“»]?(?:,? (?:also |too |itself |has |is )?(?:{'|'.join(TELLING_STEMS)})"
    r"(?:s|es|ed|ing)?\b| has an?\b|, )",
    re.IGNORECASE,
)
# People say and ask as well: a name that no list knows is a paper's where it writes.
_WRITES = re.compile(
    r"(?:according to |in |over at )|.*\b(?:writes|wrote|reports|reported|leads|headlines|carries"
    r"|publishes|prints|quotes|features|splashes|has an?)$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\W{0,3}(?:(?:sources?|via|quelle|originally (?:published|appeared)|first published"
    r"|courtesy|credit)(?: (?:by|in|on|from|of|at))?[:\s]\s*"
    r"|(?:read (?:more|on|the (?:full|rest|whole|original|entire)[ \w]{0,20})|full (?:story"
    r"|article|text|report|version)|continue reading|more)(?: (?:here|at|on|in|from|via))?:?\s+)"
    r"(?:(?:at|on|in|from|by|via)\s+)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]{1,40}\.){1,4}([a-z]{2,6}))(?:/\S*)?")
# A moment beside a name: "Harbor Tribune, 24 March 2022", "Channel Nord · 3 hours ago".
_MOMENT = re.compile(
    r"[\s,·•|–—(-]+(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)?[ .]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? [0-9]"
    r"|[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]|[0-9]{1,2}:[0-9]{2}"
    r"|[0-9]{1,3} ?(?:m|h|d|min|mins|minutes?|hours?|days?|weeks?)\b).{0,30}$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W_][\w.'’&/-]*")
_SMALL = frozenset(
    "a al an and da das de del der des di die du el en for il in la le les of on the".split()
)


def find_mark(text: str, form: Form) -> Mark | None:
    """Return the outlet that the line names in that form, or None."""
    return _FINDERS[form](_LINK.sub(r"\1", undecorated(text)))


def undecorated(text: str) -> str:
    """Return the line without bullets, numbers and marks of emphasis around it."""
    found = _DECORATION.match(text)
    return text[found.end() if found else 0 :].rstrip("*_# \t")


def outlet_name(text: str) -> str | None:
    """Return the text as an outlet's name if it looks like any name, without a date beside it."""
    text = text.strip(" \t*_,.;:–—-|")
    moment = _MOMENT.search(text[: 2 * _MAX_NAME])
    if moment:
        text = text[: moment.start()]
    if not 2 <= len(text) <= _MAX_NAME:
        return None
    address = _ADDRESS.fullmatch(text)
    if address:
        last = address.group(2)
        return address.group(1) if last in DOMAINS or len(last) == 2 else None
    words = text.split()
    if len(words) > 6 or text[-1] in "?!" or not text[0].isalnum():
        return None
    if any(_NAME_WORD.fullmatch(word) is None for word in words):
        return None
    if any(not _is_name_word(word) for word in words):
        return None
    return text if any(word[0].isupper() for word in words) else None


def is_known_outlet(name: str) -> bool:
    """Return whether the name tells by itself that it is a paper's, an agency's or a station's."""
    lowered = name.lower()
    bare = lowered.removeprefix("the ")
    if lowered in LONG_OUTLETS or bare in OUTLETS or _ADDRESS.fullmatch(lowered):
        return True
    words = lowered.split()
    if not OUTLET_WORDS.isdisjoint(words) or words[-1].endswith(OUTLET_ENDINGS):
        return True
    if len(words) > 1 and not OUTLETS.isdisjoint(words):
        return True
    return name.rsplit(maxsplit=1)[-1][0].isupper() and words[-1].endswith(CAPITAL_ENDINGS)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL or word == "&"


def _mark(form: Form, name: str, title: str) -> Mark | None:
    outlet = outlet_name(name)
    if outlet is None:
        return None
    return Mark(form, outlet, title.strip(" \t*_–—-|·•"), is_known_outlet(outlet))


def _in_brackets(text: str) -> Mark | None:
    found = _BRACKETS.search(text, max(0, len(text) - _MAX_NAME - 6))
    if found is None or len(text[: found.start()].split()) < _MIN_TITLE:
        return None
    return _mark(Form.BRACKETS, found.group(1), text[: found.start()])


def _last(text: str) -> Mark | None:
    begin = max(0, len(text) - 2 * _MAX_NAME)
    moment = _MOMENT.search(text, begin)
    cut = text[: moment.start()] if moment and moment.start() > 20 else text
    found = _LAST.search(cut, max(0, len(cut) - _MAX_NAME - 4))
    if found is None or len(cut[: found.start()].split()) < _MIN_TITLE:
        return None
    return _mark(Form.LAST, found.group(1), cut[: found.start()])


def _before_colon(text: str) -> Mark | None:
    found = _COLON.match(text)
    return _leading(Form.COLON, text, found)


def _first(text: str) -> Mark | None:
    return _leading(Form.FIRST, text, _BRACKETS_FIRST.match(text) or _FIRST.match(text))


def _leading(form: Form, text: str, found: re.Match[str] | None) -> Mark | None:
    """Return the name that opens the line, unless only a moment follows it."""
    if found is None or _MOMENT.match(text, found.end() - 1):
        return None
    if len(text[found.end() :].split(maxsplit=_MIN_TITLE)) < _MIN_TITLE:
        return None
    return _mark(form, found.group(1), text[found.end() :])


def _alone(text: str) -> Mark | None:
    if len(text) > 2 * _MAX_NAME:
        return None
    described = _DESCRIBED.search(text)
    if described:
        mark = _mark(Form.ALONE, text[: described.start()], "")
        return mark and replace(mark, is_known=True)
    return _mark(Form.ALONE, text.strip("()[]:"), "")


def _source(text: str) -> Mark | None:
    found = _SOURCE.match(text)
    if found is None or len(text) > 2 * _MAX_NAME + len(found.group()):
        return None
    address = _ADDRESS.search(text, found.end())
    mark = _mark(Form.SOURCE, address.group() if address else text[found.end() :], "")
    return mark if mark and (mark.is_known or ":" in found.group()) else None


def _tells(text: str) -> Mark | None:
    found = _TELLS.match(text)
    mark = _mark(Form.TELLS, found.group(1), "") if found else None
    if found is None or mark is None:
        return None
    return mark if mark.is_known or _WRITES.match(found.group()) else None


_FINDERS = {
    Form.BRACKETS: _in_brackets,
    Form.LAST: _last,
    Form.COLON: _before_colon,
    Form.FIRST: _first,
    Form.ALONE: _alone,
    Form.SOURCE: _source,
    Form.TELLS: _tells,
}
