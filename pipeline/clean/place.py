"""Place: what a line is by where it stands among the others.

None of these drops a line that holds a sentence about the world.
"""

import re
from collections.abc import Sequence

from pipeline.clean.line import CLOSERS, Line
from pipeline.clean.moments import is_moment
from pipeline.clean.sentence_words import DANGLING
from pipeline.clean.vocabulary import FUNCTION_WORDS
from schemas.text import Role

_QUOTES = '"“”«»'
_ENDS_IN_BRACKETS = re.compile(r"[.!?][\"”’]? [(\[][^()\[\]]+[)\]]$")
_BETWEEN = frozenset({Role.BYLINE, Role.DATELINE, Role.SHARE, Role.NAVIGATION, Role.HEADLINE})
"""What stands between a standfirst and the article, and not between its paragraphs."""

_BUTTONS = frozenset({Role.SHARE, Role.NAVIGATION})
_TEASER_WORDS = 60
_LABEL_WORDS = 3
"""Words in capitals that head a section, with a full stop or without."""
_SUBHEAD = (Role.SUBHEAD, "short_line_above_text")
_JOB = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|journalist|columnist|staff)\b", re.IGNORECASE
)
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
_CORRECTION_HEADER = re.compile(
    r"\W{0,3}(?:correction|clarification)s?( appended)?\W{0,3}", re.IGNORECASE
)
_LONG_NOTICE = 120
_LISTED = re.compile(r"[-*•–—·]|\(?[0-9a-z]{1,3}[.)] |[0-9]{1,3} ")


def related_blocks(lines: Sequence[Line]) -> None:
    """Leave out the links that follow a header such as "Read also", up to the next prose."""
    for index, header in enumerate(lines):
        if header.rule_id != "related_header":
            continue
        end = index + 1
        while end < len(lines) and _may_be_link(lines[end]):
            end += 1
        # Set apart by blank lines, even a teaser among the links belongs to them.
        group = index + 1
        while group < min(len(lines), index + 10) and not lines[group].follows_blank:
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


def _may_be_link(line: Line) -> bool:
    # The next header begins a block of its own.
    return not (line.is_open and line.is_prose) and line.rule_id != "related_header"


def _heads(line: Line, prose: Line, block_length: int) -> bool:
    """Return whether the last line of a block of links is the heading of the prose below it."""
    if block_length > 1 and line.follows_blank and not prose.follows_blank:
        return True
    return len(_stems(line.text) & _stems(prose.text)) >= 2


def corrections(lines: Sequence[Line]) -> None:
    """Leave out the notice below a line that only says "Correction"."""
    for index, header in enumerate(lines):
        found = _CORRECTION_HEADER.fullmatch(header.text)
        if found is None:
            continue
        header.decide(Role.CORRECTION, "correction_notice")
        if not found.group(1) and index >= len(lines) // 2:
            for line in lines[index + 1 : index + 4]:
                if line.is_open and not (line.is_prose and line.word_count > _LONG_NOTICE):
                    line.decide(Role.CORRECTION, "below_correction_header")


def among_buttons(lines: Sequence[Line]) -> None:
    """Read a word between two buttons as a button."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            line.is_open
            and line.word_count <= 2
            and before.role in _BUTTONS
            and after.role in _BUTTONS
        ):
            line.decide(Role.NAVIGATION, "between_buttons")


def below_bylines(lines: Sequence[Line]) -> None:
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


def site_header(head: Sequence[Line], lines: Sequence[Line]) -> None:
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
        if line.is_open and _is_date_line(line):
            line.decide(Role.DATELINE, "place_and_date")
        elif (
            line.is_open
            and line.word_count <= 6
            and line.text[0] not in _QUOTES
            # A sentence, however short, is no name of a site or of its sections.
            and not line.text.endswith((".", "?"))
        ):
            line.decide(Role.NAVIGATION, "site_header")


def _stems(text: str) -> set[str]:
    """Return the beginnings of the content words: "doubles" and "doubling" meet."""
    return {word[:5] for word in _LETTERS.findall(text.lower()) if word not in FUNCTION_WORDS}


def head(lines: Sequence[Line], first_prose: int) -> None:
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
        if not is_heading(line):
            if has_headline and line.is_open and following.role in _BETWEEN:
                line.decide(Role.STANDFIRST, "between_headline_and_body")
            break
        if has_headline:
            line.decide(Role.STANDFIRST, "heading_before_first_sentence")
        else:
            has_headline = line.decide(Role.HEADLINE, "heading_before_first_sentence")


def is_heading(line: Line) -> bool:
    """Return whether the line is undecided and written as headings are."""
    return line.is_open and line.reads_as_heading


def _is_date_line(line: Line) -> bool:
    return line.word_count <= 8 and _DATE.search(line.text) is not None


def tail(tail: Sequence[Line]) -> None:
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
            or (line.word_count > 2 and line.text.rstrip(CLOSERS).endswith((".", "!")))
            or len(_DATE.findall(line.text)) > 1
            or _ENDS_IN_BRACKETS.search(line.text, max(0, len(line.text) - 50)) is not None
            or (line.text[0] in _QUOTES and line.text[-1] in _QUOTES)
        )
        if not is_content and not heads_list:
            line.decide(Role.RELATED, "after_last_sentence")
        heads_list = is_content


def body(lines: Sequence[Line]) -> None:
    """Name what nothing has left out: teaser, prose, place and date, heading, or list.

    A heading has prose below it; short lines one below the other are a list.
    """
    short: list[Line] = []
    for line in lines:
        if not line.is_open:
            continue
        if line.text.endswith(("...", "…")) and line.word_count <= _TEASER_WORDS:
            line.decide(Role.TEASER, "ends_in_ellipsis")
        elif is_moment(line.text):
            line.decide(Role.DATELINE, "only_a_moment")
        elif line.text.isupper() and line.word_count <= _LABEL_WORDS:
            short.append(line)
            continue
        elif (
            line.is_prose
            or line.text[0].islower()
            or line.text.rstrip(CLOSERS)[-1:] in ".!;:"
            # No heading ends in one of these: a sentence was cut here.
            or line.text.rsplit(" ", 1)[-1] in DANGLING
        ):
            line.decide(Role.BODY, "prose")
        elif _is_date_line(line):
            line.decide(Role.DATELINE, "place_and_date")
        else:
            short.append(line)
            continue
        _headings_or_list(short, heads_prose=line.is_prose)
        short = []
    _headings_or_list(short, heads_prose=False)


def _headings_or_list(lines: Sequence[Line], *, heads_prose: bool) -> None:
    """Name short lines that follow each other, with or without prose below them."""
    is_list = len(lines) > 2 or not heads_prose
    for line in lines:
        line.decide(*((Role.BODY, "short_line_in_list") if is_list else _SUBHEAD))
    if len(lines) < 3:
        return
    if not _is_listed(lines[0]) and all(map(_is_listed, lines[1:])):
        lines[0].decide(*_SUBHEAD)
    if heads_prose:
        last, before = lines[-1], lines[-2]
        is_set_apart = last.follows_blank and not before.follows_blank
        is_unlike = _is_listed(before) and not _is_listed(last)
        if is_set_apart or is_unlike:
            last.decide(*_SUBHEAD)


def _is_listed(line: Line) -> bool:
    return _LISTED.match(line.text) is not None or any(map(str.isdigit, line.text))
