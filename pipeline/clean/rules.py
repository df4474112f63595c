"""Rules: what each line does in its document, from its form first and then its place.

A rule looks at what lines of a kind have in common in any outlet: glued credits, menus,
words that only sites say, the block after the last sentence. None drops a line that holds a
sentence about the world.
"""

import re
from collections.abc import Callable, Sequence

from pipeline.clean.prompts import sentence_role
from pipeline.clean.sentences import sentence_spans
from pipeline.clean.vocabulary import (
    DANGLING,
    FUNCTION_WORDS,
    INTERFACE,
    INTERFACE_OPENERS,
    RELATED_HEADER_WORDS,
    SERVICE_VERBS,
    SHARE_WORDS,
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

_CLOSERS = "\"'”’»)]"
_QUOTES = '"“”«»'
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", "…")
_BETWEEN = frozenset({Role.BYLINE, Role.DATELINE, Role.SHARE, Role.NAVIGATION, Role.HEADLINE})
"""What stands between a standfirst and the article, and not between its paragraphs."""

_BUTTONS = frozenset({Role.SHARE, Role.NAVIGATION})

_LONG = 500
_PROSE_WORDS = 15


class Line:
    """One line of a document while its role is sought."""

    __slots__ = (
        "char_end",
        "char_start",
        "follows_blank",
        "is_prose",
        "is_used",
        "role",
        "rule_id",
        "text",
        "word_count",
    )

    def __init__(self, char_start: int, text: str, *, follows_blank: bool) -> None:
        self.char_start = char_start
        self.char_end = char_start + len(text)
        self.text = text
        self.follows_blank = follows_blank
        self.role: Role | None = None
        self.rule_id = ""
        self.is_used = True
        self.word_count = len(text.split()) if len(text) <= _LONG else _LONG
        self.is_prose = self.word_count >= _PROSE_WORDS or (
            self.word_count >= 7 and _holds_sentence(text)
        )

    def decide(self, role: Role, rule_id: str, *, is_used: bool | None = None) -> bool:
        """Settle what the line is; return True."""
        self.role, self.rule_id = role, rule_id
        self.is_used = role in USED if is_used is None else is_used
        return True

    @property
    def is_open(self) -> bool:
        """Whether nothing has been decided yet."""
        return self.role is None


def assign_roles(lines: Sequence[Line]) -> None:
    """Decide role, use and rule of every line of a document, in order."""
    for line in lines:
        # No form below is that long; what is, is prose.
        if len(line.text) <= _LONG:
            any(rule(line) for rule in _FORM_RULES)
    _related_blocks(lines)
    _below_bylines(lines)
    _among_buttons(lines)
    prose = [index for index, line in enumerate(lines) if line.is_open and line.is_prose]
    if prose:
        _site_header(lines[: prose[0]], lines)
        _head(lines, prose[0])
        _tail([line for line in lines[prose[-1] + 1 :] if line.is_open])
    elif len(lines) > 1 and _is_heading(lines[0]):
        lines[0].decide(Role.HEADLINE, "first_line")
    for line in lines:
        if line.is_open:
            _body(line)


# --- By form: the line alone ---------------------------------------------------------------

_INNER_END = re.compile(r"(?:[a-z]|[0-9]{4})[.!?][\"'”’»)]{0,3} +[\"'“‘(]?[A-Z]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PATH_MARK = re.compile(r"[»›>|❯→·•▸/]")
_PATH = re.compile(rf"\s{_PATH_MARK.pattern}\s")
_GLUED = re.compile(r"(?=[A-Z]+[a-z])(?:[A-Z][a-z]{2,}|[A-Z]{2,3}(?=[A-Z][a-z]|$)){4,}")
_GAP = re.compile(r"\s{2,}|\t")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|[@#]\w+")
_NUMBER_FIRST = re.compile(r"[^\w\s]?[0-9]")
_CREDIT_AT_END = re.compile(
    r"(?:(?:Photo(?:graph)?s?|Picture|Image|Video|Foto|Graphic|Illustration|Credit|PHOTO|IMAGE)"
    r"(?: ?(?:source|credit|by|courtesy of|from))?\s?[:/©]\s?"
    r"|[Ii]mage (?:source|copyright), |\((?:AP|AFP|EPA|Reuters|REUTERS|Getty)\b[^()]{0,20}[/ ]"
    r"|(?:REUTERS|AFP|AP|EPA)\s?/\s?)"
    r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ(][^\s.!?]*)(?: (?:[A-ZÀ-Þ]\.|[^\s.!?]+)){0,6}[.)]?$"
    # A name and an agency in brackets: "[Ana Diaz/Agence du Nord]".
    r"|[\[(][A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){0,4} ?/ ?[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){0,4}[\])]$"
)
_CAPTION_LABEL = re.compile(
    r"(?:image|photo|picture|video) (?:caption|source|copyright|credit)\b"
    r"|(?:caption|credit|photo)\s?:",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:[Ww]ritten |[Rr]eported |[Ww]ords )?[Bb]y|BY) "
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May |June|July"
    r"|August|(?:Septem|Octo|Novem|Decem)ber)[A-ZÀ-Þ]|From our (?:own )?\w+"
)
_JOB = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|journalist|columnist|staff)\b", re.IGNORECASE
)
_STAMP = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified|created)\b(?! (?:by|in) )"
    r"[^0-9]{0,30}[0-9]|[0-9]+[- ]?(?:minutes?|mins?|hours?|hrs?|days?) (?:ago|read)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:related(?: \w+)?|(?:also )?read(?: (?:more|also|next))?|see also|tags?|topics?|filed under"
    r"|more on|categories|category|keywords|section|sort by|share|most (?:read|popular)|watch"
    r"|listen|in (?:pictures|photos|video))\s*[:|]\s",
    re.IGNORECASE,
)


def _holds_sentence(text: str) -> bool:
    bare = text.rstrip(_CLOSERS)
    if bare.endswith((".", "!")) and not bare.endswith("..."):
        return True
    return _INNER_END.search(text) is not None


def _no_words(line: Line) -> bool:
    if any(map(str.isalnum, line.text)):
        return False
    return line.decide(Role.BOILERPLATE, "no_words")


def _addresses(line: Line) -> bool:
    if not _ADDRESS.match(line.text):
        return False
    left = _ADDRESS.sub("", line.text)
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


def _byline(line: Line) -> bool:
    if line.word_count > 14 or line.is_prose or not _BYLINE.match(line.text):
        return False
    return line.decide(Role.BYLINE, "byline")


def _stamp(line: Line) -> bool:
    if line.word_count > 12 or line.is_prose or not _STAMP.match(line.text):
        return False
    return line.decide(Role.DATELINE, "time_stamp", is_used=False)


def _of_the_site(line: Line) -> bool:
    """A line that is a sentence of the site about itself, with at most a few words around it."""
    found = sentence_role(line.text)
    if found is None or found[0] is Role.SUBSCRIPTION:
        if line.word_count > 30:
            return False
        spans = sentence_spans(line.text, 0, len(line.text))
        parts = [line.text[start:end] for start, end in spans]
        roles = [sentence_role(part) for part in parts]
        found = next((role for role in roles if role is not None), None)
        if any(
            role is None and len(part.split()) > 6 for part, role in zip(parts, roles, strict=True)
        ):
            return False
    return found is not None and line.decide(*found)


_FORM_RULES: tuple[Callable[[Line], bool], ...] = (
    _no_words,
    _addresses,
    _interface,
    _label,
    _menu,
    _caption,
    _byline,
    _stamp,
    _of_the_site,
)


# --- By place: the line among the others ---------------------------------------------------

_LETTERS = re.compile(r"[^\W\d_]{4,}")
_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_DATE = re.compile(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})\b|(?:{_MONTH})\.? [0-9]{{1,2}}\b"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})"
)
_MEASURE = re.compile(r"[0-9] ?%|[$€£] ?[0-9]")
_LISTED = re.compile(r"[-*•–—·]|\(?[0-9a-z]{1,3}[.)] |[0-9]{1,3} ")


def _related_blocks(lines: Sequence[Line]) -> None:
    """Leave out the links that follow a header such as "Read also", up to the next prose."""
    for index, header in enumerate(lines):
        if header.rule_id != "related_header":
            continue
        end = index + 1
        while end < len(lines) and not (lines[end].is_open and lines[end].is_prose):
            end += 1
        # Set apart by blank lines, even a teaser among the links belongs to them.
        group = index + 1
        while group < len(lines) and not lines[group].follows_blank:
            group += 1
        is_set_apart = 1 < group - index <= 9 and group < len(lines)
        if is_set_apart and all(one.word_count <= 20 for one in lines[index + 1 : group]):
            end = max(end, group)
        block = lines[index + 1 : end]
        if end < len(lines) and block and _heads(block[-1], lines[end], len(block)):
            block = block[:-1]
        for line in block:
            if line.is_open:
                line.decide(Role.RELATED, "after_related_header")


def _heads(line: Line, prose: Line, block_length: int) -> bool:
    """Return whether the last line of a block of links is the heading of the prose below it."""
    if block_length > 1 and line.follows_blank and not prose.follows_blank:
        return True
    return len(_stems(line.text) & _stems(prose.text)) >= 2


def _among_buttons(lines: Sequence[Line]) -> None:
    """Read a word between two buttons as a button."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            line.is_open
            and line.word_count <= 2
            and before.role in _BUTTONS
            and after.role in _BUTTONS
        ):
            line.decide(Role.NAVIGATION, "between_buttons")


def _below_bylines(lines: Sequence[Line]) -> None:
    """Read the line under a name as the job or outlet of whoever it names."""
    for line, above in zip(lines[1:], lines, strict=False):
        if (
            above.rule_id == "byline"
            and line.is_open
            and not line.is_prose
            and line.word_count <= 8
            and (not line.follows_blank or _JOB.search(line.text))
        ):
            line.decide(Role.BYLINE, "below_byline")


def _site_header(head: Sequence[Line], lines: Sequence[Line]) -> None:
    """Leave out short lines above the headline that share no words with the article."""
    if sum(line.is_open for line in head) < 2:
        return
    article: set[str] = set()
    for line in lines:
        if line.is_open and line.is_prose:
            article |= _stems(line.text)
    # Words such as "Thursday" say nothing of what a text is about.
    shared = [
        len(_stems(line.text) & article) if line.is_open and not _is_date_line(line) else 0
        for line in head
    ]
    most = min(2, max(shared))
    headline = next(index for index, count in enumerate(shared) if count >= most)
    for line in head[:headline]:
        if line.is_open and line.word_count <= 6:
            line.decide(Role.NAVIGATION, "site_header")


def _stems(text: str) -> set[str]:
    """Return the beginnings of the content words: "doubles" and "doubling" meet."""
    return {word[:5] for word in _LETTERS.findall(text.lower()) if word not in FUNCTION_WORDS}


def _head(lines: Sequence[Line], first_prose: int) -> None:
    """Name the title block: headlines, place and date, and a standfirst set apart."""
    has_headline = False
    for line in lines[:first_prose]:
        if not line.is_open:
            continue
        if has_headline and _is_date_line(line):
            line.decide(Role.DATELINE, "place_and_date")
        else:
            has_headline = line.decide(Role.HEADLINE, "before_first_sentence")
    for index in range(first_prose, len(lines) - 1):
        line, following = lines[index], lines[index + 1]
        if not _is_heading(line):
            if has_headline and line.is_open and following.role in _BETWEEN:
                line.decide(Role.STANDFIRST, "between_headline_and_body")
            break
        if has_headline:
            line.decide(Role.STANDFIRST, "heading_before_first_sentence")
        else:
            has_headline = line.decide(Role.HEADLINE, "heading_before_first_sentence")


def _is_heading(line: Line) -> bool:
    """Return whether the line is one sentence without its full stop, as headings are."""
    return (
        line.is_open
        and line.word_count <= 40
        and not line.text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)
        and _INNER_END.search(line.text) is None
    )


def _is_date_line(line: Line) -> bool:
    return line.word_count <= 8 and _DATE.search(line.text) is not None


def _tail(tail: Sequence[Line]) -> None:
    """Leave out what stands after the last sentence: links, footers, sign-offs.

    A list of results is no list of links: its items are numbered, or end in full stops.
    """
    if 2 * sum(line.text[-1] in ".!?:" for line in tail) > len(tail):
        return
    heads_list = False
    for line in reversed(tail):
        is_content = (
            line.text[0].islower()
            or _LISTED.match(line.text) is not None
            or (line.word_count <= 4 and _MEASURE.search(line.text) is not None)
            or (line.word_count > 2 and line.text.rstrip(_CLOSERS).endswith((".", "!")))
            or (line.text[0] in _QUOTES and line.text[-1] in _QUOTES)
        )
        if not is_content and not heads_list:
            line.decide(Role.RELATED, "after_last_sentence")
        heads_list = is_content


def _body(line: Line) -> None:
    if line.text.endswith(("...", "…")):
        line.decide(Role.TEASER, "ends_in_ellipsis")
    elif (
        line.is_prose
        or line.text[0].islower()
        or line.text.rstrip(_CLOSERS)[-1:] in ".!;:"
        # No heading ends in one of these: a sentence was cut here.
        or line.text.rsplit(" ", 1)[-1] in DANGLING
    ):
        line.decide(Role.BODY, "prose")
    elif _is_date_line(line):
        line.decide(Role.DATELINE, "place_and_date")
    else:
        line.decide(Role.SUBHEAD, "short_line_between_prose")
