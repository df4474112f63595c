"""Form: what a line says of itself, whatever stands around it.

Each rule takes one line, decides what it is and returns True, or leaves it open. It looks at
what lines of a kind have in common in any outlet: glued credits, menus, words that only
sites say.
"""

import re
from collections.abc import Callable

from pipeline.clean.line import INNER_END, Line
from pipeline.clean.prompts import sentence_role
from pipeline.clean.sentences import sentence_spans
from pipeline.clean.vocabulary import (
    INTERFACE,
    INTERFACE_OPENERS,
    RELATED_HEADER_WORDS,
    SERVICE_VERBS,
    SHARE_WORDS,
)
from schemas.text import Role

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PATH_MARK = re.compile(r"[»›>|❯→·•▸/]")
_PATH = re.compile(rf"\s{_PATH_MARK.pattern}\s")
_GLUED = re.compile(r"(?=[A-Z]+[a-z])(?:[A-Z][a-z]{2,}|[A-Z]{2,3}(?=[A-Z][a-z]|$)){4,}")
_GAP = re.compile(r"\s{2,}|\t")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]+\.[^\s@]+|[@#]\w+")
_TAGS = re.compile(r"(?:</?[a-zA-Z][^<>]{0,400}>[\s.]*)+")
_ADDRESS_LABEL = re.compile(
    r"(?:twitter|facebook|instagram|e-?mail|web(?:site)?): ?", re.IGNORECASE
)
_NUMBER_FIRST = re.compile(r"[^\w\s]?[0-9]")
_PICTURES = (
    "Reuters|REUTERS|AP|AFP|EPA|UPI|PTI|Getty|Getty Images|Shutterstock|Alamy|iStock|Xinhua"
    "|Bloomberg|Facebook|Twitter|Instagram|LinkedIn|YouTube|Flickr|Pool|Handout|WireImage"
)
_CREDIT_AT_END = re.compile(
    r"(?:(?:Photo(?:graph)?s?|Picture|Image|Video|Foto|Graphic|Illustration|Credit|PHOTO|IMAGE)"
    r"(?: ?(?:source|credit|by|courtesy of|from))?\s?[:/©]\s?"
    r"|[Ii]mage (?:source|copyright), |\((?:AP|AFP|EPA|Reuters|REUTERS|Getty)\b[^()]{0,20}[/ ]"
    r"|(?:REUTERS|AFP|AP|EPA)\s?/\s?)"
    r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ(][^\s.!?]*)(?: (?:[A-ZÀ-Þ]\.|[^\s.!?]+)){0,6}[.)]?$"
    # A name and an agency in brackets: "[Ana Diaz/Agence du Nord]".
    r"|[\[(][A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){0,4} ?/ ?[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){0,4}[\])]$"
)
# A picture's whole credit: "Ana Diaz/Agence du Nord", "Ana Diaz via Getty Images.".
_PHOTO_CREDIT = re.compile(
    rf"[A-ZÀ-Þ][\w.'’ -]{{2,60}}(?: ?/ ?| via )(?:{_PICTURES})\.?"
    r"|Getty(?: Images)?|Shutterstock|Alamy|iStock|WireImage"
    rf"|(?:{_PICTURES}) ?/ ?[A-ZÀ-Þ][\w.'’ -]{{2,60}}"
)
_CAPTION_LABEL = re.compile(
    r"(?:image|photo|picture|video) (?:caption|source|copyright|credit)\b"
    r"|(?:caption|credit|photo)\s?:",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:Posted|Submitted|Shared|Author)(?: by)?: ?\S"
    r"|(?:(?:[Ww]ritten |[Rr]eported |[Ww]ords )?[Bb]y|BY) "
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May |June|July"
    r"|August|(?:Septem|Octo|Novem|Decem)ber)[A-ZÀ-Þ]|From our (?:own )?\w+"
)
_STAMP = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified|created)\b(?! (?:by|in) )"
    r"[^0-9]{0,30}[0-9]|[0-9]+[- ]?(?:minutes?|mins?|hours?|hrs?|days?) (?:ago|read)$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:press|media) )?(?:contacts?|enquir(?:ies|y)|inquiries|office)\b.{0,80}?"
    r"(?:\+|\(|\b0)[0-9][0-9 ()/-]{6}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:related(?: \w+)?|(?:also )?read(?: (?:more|also|next))?|see also|tags?|topics?|filed under"
    r"|more on|categories|category|keywords|section|sort by|share|most (?:read|popular)|watch"
    r"|listen|in (?:pictures|photos|video))\s*[:|]\s",
    re.IGNORECASE,
)


def _no_words(line: Line) -> bool:
    if any(map(str.isalnum, line.text)):
        return False
    return line.decide(Role.BOILERPLATE, "no_words")


def _markup(line: Line) -> bool:
    return _TAGS.fullmatch(line.text) is not None and line.decide(Role.BOILERPLATE, "only_markup")


def _addresses(line: Line) -> bool:
    label = _ADDRESS_LABEL.match(line.text)
    text = line.text[label.end() :] if label else line.text
    if not _ADDRESS.match(text):
        return False
    left = _ADDRESS.sub("", text)
    return not any(map(str.isalnum, left)) and line.decide(Role.BOILERPLATE, "only_addresses")


def _interface(line: Line) -> bool:
    if line.word_count > 10:
        return False
    words = _WORD.findall(line.text.lower())
    # A button has no full stop, unless it is an order: "Listen to this story."
    if line.text[-1] in ".?" and (not words or words[0] not in SERVICE_VERBS):
        return False
    if not words or words[0] not in INTERFACE_OPENERS or not INTERFACE.issuperset(words):
        return False
    if words != ["more"] and not RELATED_HEADER_WORDS.isdisjoint(words):
        return line.decide(Role.RELATED, "related_header")
    role = Role.SHARE if words[0] in SHARE_WORDS else Role.NAVIGATION
    return line.decide(role, "interface_words")


def _label(line: Line) -> bool:
    if line.word_count > 25 or not _LABEL.match(line.text):
        return False
    return line.decide(Role.RELATED, "labelled_list")


def _menu(line: Line) -> bool:
    """A path such as "Home » World", or entries side by side, each a few words."""
    if line.word_count == 1 and _GLUED.fullmatch(line.text):
        return line.decide(Role.NAVIGATION, "menu_or_path")
    if _PATH_MARK.search(line.text) is None and "  " not in line.text and "\t" not in line.text:
        return False
    if _PATH.search(line.text):
        parts = _PATH.split(line.text)
    else:
        parts = _GAP.split(line.text)
        if len(parts) < 3 or any(part[:1].islower() for part in parts):
            return False
    parts = [part.strip() for part in parts if part.strip()]
    if len(parts) < 3 or any(_NUMBER_FIRST.match(part) for part in parts[:2]):
        return False
    if any(len(part.split()) > 4 or part[-1] in ".!?," for part in parts[:-1]):
        return False
    return line.decide(Role.NAVIGATION, "menu_or_path")


def _caption(line: Line) -> bool:
    if line.word_count > 70:
        return False
    found = _CAPTION_LABEL.match(line.text)
    if found is None:
        found = _CREDIT_AT_END.search(line.text, max(0, len(line.text) - 120))
    return found is not None and line.decide(Role.CAPTION, "caption_with_credit")


def _photo_credit(line: Line) -> bool:
    if line.word_count > 8 or not _PHOTO_CREDIT.fullmatch(line.text):
        return False
    return line.decide(Role.CREDIT, "photo_credit")


def _byline(line: Line) -> bool:
    if line.word_count > 14 or line.is_prose or not _BYLINE.match(line.text):
        return False
    return line.decide(Role.BYLINE, "byline")


def _stamp(line: Line) -> bool:
    if line.word_count > 12 or line.is_prose or not _STAMP.match(line.text):
        return False
    return line.decide(Role.DATELINE, "time_stamp", is_used=False)


def _contact(line: Line) -> bool:
    if line.word_count > 25 or not _CONTACT.match(line.text):
        return False
    return line.decide(Role.BOILERPLATE, "contact")


def _of_the_site(line: Line) -> bool:
    """A line that is a sentence of the site about itself, with at most a few words around it."""
    found = sentence_role(line.text)
    if found is not None and found[0] is not Role.SUBSCRIPTION:
        return line.decide(*found)
    if line.word_count > 30:
        return False
    if INNER_END.search(line.text) is None and "?" not in line.text:
        return found is not None and line.decide(*found)
    spans = sentence_spans(line.text, 0, len(line.text))
    parts = [line.text[start:end] for start, end in spans]
    roles = [sentence_role(part) for part in parts]
    if any(role is None and len(part.split()) > 6 for part, role in zip(parts, roles, strict=True)):
        return False
    found = next((role for role in roles if role is not None), None)
    return found is not None and line.decide(*found)


FORM_RULES: tuple[Callable[[Line], bool], ...] = (
    _no_words,
    _markup,
    _addresses,
    _interface,
    _label,
    _menu,
    _caption,
    _photo_credit,
    _byline,
    _stamp,
    _contact,
    _of_the_site,
)
"""In the order in which they are asked; the first that knows the line decides."""
