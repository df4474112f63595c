"""Rejects: numbers that are not figures, each with the reason.

The rules look at the characters around a number first (clock times, dates, codes, labels),
then at the words, and know nothing of units: whoever asks has found none.
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.extract.figures.numbers.atoms import Numeral
from pipeline.extract.figures.screen.words import LABELS, SCORE_NOUNS
from pipeline.extract.figures.words import MONTHS
from schemas.figures import FigureReject


@dataclass(slots=True, frozen=True)
class Reason:
    """Why a number is no figure, and the span that shows it."""

    code: FigureReject
    start: int
    end: int
    rule_id: str


_CLOCK_AFTER = re.compile(
    r"(?::[0-9]{2})*(?:\.[0-9]+)?[ \u00a0]?(?:[ap]\.?[ ]?m\b\.?|o['’]clock\b|noon\b|midnight\b"
    r"|(?:hrs|hours)?[ ]?(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|ET|PT|IST|AEST)\b)",
    re.IGNORECASE,
)
_CLOCK_COLON = re.compile(r":[0-9]{2}")
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)\b")
_DECADE = re.compile(r"['’]?s\b")
_MONTH = "|".join(sorted(MONTHS, key=lambda word: (-len(word), word)))
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?: of)?[ \u00a0-](?:{_MONTH})\b(?!s)", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTH})\.?,?[ \u00a0-](?:the )?$", re.IGNORECASE)
_MONTH_DAY_BEFORE = re.compile(
    rf"\b(?:{_MONTH})\.?[ \u00a0][0-9]{{1,2}}(?:st|nd|rd|th)?"
    rf"(?:,? |, ?| ?[-–—/] ?| and | to | or |, and )$",
    re.IGNORECASE,
)
_DAY_RANGE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?: ?[-–—/] ?| and | to | or |, )[0-9]{{1,2}}(?:st|nd|rd|th)?"
    rf"[ \u00a0](?:{_MONTH})\b",
    re.IGNORECASE,
)
_DIGIT_DATE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|during|from|of|for|before|after|around|circa|late|early|mid|"
    r"through|throughout|year|years|between|to|and|or|the|winter|spring|summer|autumn|fall|"
    r"annual|fiscal|fy|a\.d\.|ad|b\.c\.|bc|born|b\.|©|c\.|than|this|his|her|its|their|a|an|"
    r"season|vs|versus|as of|via|classic|edition|back to|–|—|-|on|at|into|mid-|early-|late-)"
    r"[ \u00a0-]?(?:early |late |mid-?)?$",
    re.IGNORECASE,
)
_BY_ANOTHER = re.compile(r" ?[x×] ?[0-9]")
_SPAN_END = re.compile(r"[-–—](?:[12])?[0-9]{2,3}\b")
_COUNT_BEFORE = re.compile(
    r"\b(?:than|least|most|about|around|some|nearly|almost|over|under|up to|roughly|additional|"
    r"another|approximately|exactly|estimated)[ \u00a0]$",
    re.IGNORECASE,
)
_NUMBERED_BEFORE = re.compile(
    r"\b(?:number|no\.?|code|ID|account|reg(?:istration)?)(?: is| was|:)?[ ]$", re.IGNORECASE
)
_FLIGHT_BEFORE = re.compile(r"\b[A-Z][A-Z0-9] $")
_FLIGHT_NEAR = re.compile(
    r"\b(?:flights?|airlines?|airways|outbound|inbound|aircraft|Airbus|Boeing|departed|landed|"
    r"leaving at|arriving)\b",
    re.IGNORECASE,
)
_ISO_DATE = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9])")
_LABEL_BEFORE = re.compile(r"([^\W\d_]+)\.?(?:[ \u00a0][#(-]?|-)$")
_WORD_BEFORE = re.compile(r"([^\W_]+(?:['’][^\W\d_]+)?)[ \u00a0]$")
_STREET_AFTER = re.compile(
    r"(?: ?[-–] ?[0-9]+)?(?:[A-Za-z])?(?:[ ][A-Z][^\W\d_]*\.?){1,4}?[ ]"
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Lane|Drive|Boulevard|Blvd|Square|Place|Way|Terrace|"
    r"Court|Crescent|Highway|Parkway|Row|Gardens|Hill)"
)
_PHONE = re.compile(r"\+?\(?[0-9]{2,5}\)?(?:[-. ][0-9]{2,5}){2,5}(?![0-9])")
_PHONE_SHORT = re.compile(r"[0-9]{3}-[0-9]{4}(?![0-9-])")
_WORD_RUN = re.compile(r"[^\W\d_]+")
PREFIX_WORDS: Final = frozenset(
    "sub minus plus over under to mid non pre post near above below another all multi".split()
)
_ONE_COMPOUND = re.compile(r"[-‑](?:time|off\b|on-one|side|way\b)")
_IDIOMS_AFTER_ONE: Final = frozenset("hand thing point way respect sense moment".split())
_PRONOUN_BEFORE: Final = frozenset(
    """this that which each every no any some the only another what whichever new big good old last
    first next right wrong same loved little young better best other easy hard nice bad great
    more such many""".split()
)
_VERB_AFTER_ONE: Final = frozenset(("VBZ", "VBD", "VBP", "MD", "WP", "WDT", "TO"))


def _window(text: str, start: int, end: int, limit: int, last: int) -> tuple[str, str]:
    return text[max(limit, start - 24) : start], text[end : min(last, end + 24)]


def by_characters(text: str, numeral: Numeral, first: int, last: int) -> Reason | None:
    """Return why the marks around a number of digits make it no figure.

    `first` and `last` bound the sentence.
    """
    start, end = numeral.start, numeral.end
    before, after = _window(text, start, end, first, last)
    word = _surrounding(text, start, end, first, last)
    if word is not None and (_is_address(word[2]) or len(word[2]) > 60):
        return Reason(FigureReject.CODE, word[0], word[1], "url-or-handle")
    if "," not in numeral.words:
        clock = _CLOCK_AFTER.match(text, end, min(last, end + 24))
        if clock and (numeral.value or 0) < 2400 and not before.endswith(("$", "£", "€")):
            return Reason(FigureReject.CLOCK_TIME, start, clock.end(), "clock:am-pm-zone")
    if _CLOCK_COLON.match(after) or re.search(r"[0-9]:$", before):
        return Reason(FigureReject.CLOCK_TIME, start, end, "clock:colon")
    if numeral.scale == 1:
        suffix = _ORDINAL_SUFFIX.match(after)
        if suffix and _agrees(suffix.group().lower(), int(numeral.value or 0)):
            return Reason(FigureReject.ORDINAL, start, end + suffix.end(), "ordinal:suffix")
        date = _date(text, numeral, first, last)
        if date is not None:
            return date
        if _DECADE.match(after) and (numeral.value or 0) % 10 == 0:
            return Reason(FigureReject.DECADE, start, end + 1, "decade")
        if _DECADE.match(after) and len(numeral.words) == 4 and 1000 <= (numeral.value or 0) < 2100:
            return Reason(FigureReject.YEAR, start, end, "year:possessive")
    if start - 1 == first and text[first] == "(" and after.startswith(")"):
        return Reason(FigureReject.LIST_MARKER, first, end + 1, "list:parenthesis")
    inline = before.endswith(" ") and after.startswith(") ") and numeral.is_bare_integer
    if inline and "(" not in before and (numeral.value or 99) < 30:
        return Reason(FigureReject.LIST_MARKER, start, end + 1, "list:inline")
    if start == first and re.match(r"[.)](?: |$)", after) and (numeral.value or 99) < 100:
        return Reason(FigureReject.LIST_MARKER, start, end + 1, "list:marker")
    return None


def _agrees(suffix: str, value: int) -> bool:
    """11st is a weight in stone; other suffixes are ordinals, well spelt or not."""
    return suffix != "st" or (value % 10 == 1 and value % 100 != 11)


def _date(text: str, numeral: Numeral, first: int, last: int) -> Reason | None:
    start, end = numeral.start, numeral.end
    before, after = _window(text, start, end, first, last)
    value = numeral.value or 0
    if numeral.is_bare_integer:
        day = 1 <= value <= 31 and len(numeral.words) <= 2
        year = len(numeral.words) == 4 and 1000 <= value < 2200
        if day:
            month = _MONTH_AFTER.match(text, end, min(last, end + 24))
            if month and not re.match(r"(?: of)?[ -](?:may|march)\b", month.group()):
                return Reason(FigureReject.DATE, start, month.end(), "date:day-month")
            if _DAY_RANGE_AFTER.match(text, end, min(last, end + 32)):
                return Reason(FigureReject.DATE, start, end, "date:day-range")
        if day or year:
            month = _MONTH_BEFORE.search(before)
            is_name = month and not re.match(r"(?:may|march)\b", month.group())
            if month and is_name and not re.match(r"[ ]?(?:%|per|people)", after):
                return Reason(FigureReject.DATE, start - len(month.group()), end, "date:month-day")
            month = _MONTH_DAY_BEFORE.search(text[max(first, start - 32) : start])
            if month:
                return Reason(FigureReject.DATE, start, end, "date:month-day-list")
    if _DIGIT_DATE.fullmatch(numeral.words):
        return Reason(FigureReject.DATE, start, end, "date:digits")
    if (after[:1] in "-/." and after[1:2].isdigit()) or before[-1:] in ("-", "/"):
        low = max(first, start - 8)
        for match in _DIGIT_DATE.finditer(text, low, min(last, end + 8)):
            if match.start() <= start and end <= match.end():
                return Reason(FigureReject.DATE, match.start(), match.end(), "date:digits")
    return None


def year(
    text: str, numeral: Numeral, first: int, last: int, tags: tuple[str, str]
) -> Reason | None:
    """Return why four bare digits are a year, when they are.

    `tags` are those of the tokens before and after.
    """
    previous_tag, next_tag = tags
    value = numeral.value or 0
    if not numeral.is_bare_integer or len(numeral.words) != 4 or not 1000 <= value < 2200:
        return None
    before, after = _window(text, numeral.start, numeral.end, first, last)
    rule = ""
    if _BY_ANOTHER.match(after):
        return None
    if _COUNT_BEFORE.search(before) and next_tag in ("NNS", "NNPS", "JJ", "NN"):
        return None
    if 1900 <= value < 2060:
        counts = next_tag == "NNS" and (value % 100 == 0 or previous_tag.startswith("VB"))
        if counts and not re.search(r"\b(?:the|in|since|by)[ ]$", before, re.IGNORECASE):
            return None
        rule = "year:range"
    elif _YEAR_BEFORE.search(before) and next_tag not in ("NNS", "NNPS", "NN"):
        named = re.search(r"\b[A-Z][a-z]+ of $", before) is not None
        if not named and re.search(
            r"\b(?:to|at|of|than|on|an?|its|their|for)[ ]$", before, re.IGNORECASE
        ):
            return None
        rule = "year:cue"
    elif (_SPAN_END.match(after) and value < 2060) or re.search(
        r"between 1[0-9]{3} and $", before, re.IGNORECASE
    ):
        rule = "year:span"
    if not rule:
        return None
    return Reason(FigureReject.YEAR, numeral.start, numeral.end, rule)


def by_glue(text: str, numeral: Numeral, first: int, last: int) -> Reason | None:
    """Return why letters joined to the digits make a code or a name: G7, B-52, 3D, 1NATO."""
    start, end = numeral.start, numeral.end
    if start > first:
        previous = text[start - 1]
        begin = start - 1 if previous in "-‑–/." else start
        if begin > first and text[begin - 1].isalpha():
            low = begin - 1
            while low > first and start - low < 30 and text[low - 1].isalpha():
                low -= 1
            word = text[low:begin].lower()
            is_prefix = previous == "-" and word in PREFIX_WORDS
            if not is_prefix:
                return Reason(FigureReject.NAME, low, end, "glued:letters-before")
        if previous in "*@" or text[max(first, start - 2) : start] == '="':
            return Reason(FigureReject.CODE, start, end, "glued:mark-before")
        if previous in "'’" and len(numeral.words) == 2 and not text[start - 2 : start - 1].strip():
            return Reason(FigureReject.YEAR, start - 1, end, "year:short")
        if previous == "#":
            return Reason(FigureReject.LABEL, start - 1, end, "label:number-sign")
    if end < last and text[end].isalpha():
        run = _WORD_RUN.match(text, end, min(last, end + 30))
        stop = run.end() if run else end + 1
        return Reason(FigureReject.CODE, start, stop, "glued:letters-after")
    return None


def label(text: str, numeral: Numeral, first: int) -> Reason | None:
    """Return why the word before makes the number a label: Article 5, Flight 370, Game 6."""
    if numeral.decimals > 1 or numeral.is_grouped or numeral.scale != 1:
        return None
    before = text[max(first, numeral.start - 24) : numeral.start]
    match = _LABEL_BEFORE.search(before)
    numbered = numeral.is_bare_integer and len(numeral.words) > 4
    if numbered and _NUMBERED_BEFORE.search(before):
        return Reason(FigureReject.LABEL, numeral.start, numeral.end, "label:registered")
    if match is None or match.group(1).lower() not in LABELS:
        return None
    if match.group(1).lower() == "no":
        # "No 10" and "no. 10"; but "no 10 people".
        marked = match.group(1)[0].isupper() or match.group().startswith("no.")
        if not (marked and numeral.is_digits):
            return None
    return Reason(
        FigureReject.LABEL,
        numeral.start - len(match.group()),
        numeral.end,
        f"label:{match.group(1).lower()}",
    )


def address(text: str, numeral: Numeral, last: int) -> Reason | None:
    """Return why the number is that of a house or a telephone."""
    if not numeral.is_digits:
        return None
    street = _STREET_AFTER.match(text, numeral.end, min(last, numeral.end + 60))
    if street and numeral.is_bare_integer:
        return Reason(FigureReject.ADDRESS, numeral.start, street.end(), "address:street")
    if numeral.decimals:
        return None  # "11.17-11.18 million"
    date = _ISO_DATE.match(text, numeral.start, last)
    if date is not None:
        return Reason(FigureReject.DATE, numeral.start, date.end(), "date:digits")
    phone = _PHONE.match(text, numeral.start, last) or _PHONE_SHORT.match(text, numeral.start, last)
    if phone and sum(c.isdigit() for c in phone.group()) >= 7:
        return Reason(FigureReject.PHONE, numeral.start, phone.end(), "phone")
    return None


def flight(text: str, numeral: Numeral, first: int, last: int) -> Reason | None:
    """Return why a number behind an airline's two letters is a flight's: "the inbound UO 809"."""
    start, end = numeral.start, numeral.end
    if not numeral.is_bare_integer or len(numeral.words) > 4:
        return None
    letters = _FLIGHT_BEFORE.search(text, max(first, start - 3), start)
    near = text[max(first, start - 80) : min(last, end + 80)]
    if letters is None or _FLIGHT_NEAR.search(near) is None:
        return None
    return Reason(FigureReject.LABEL, letters.start(), end, "label:flight")


def score(left: Numeral, right: Numeral, next_word: str) -> Reason | None:
    """Return why two numbers joined by a dash are the state of a game or a vote: 3-2, 52-48."""
    if not (left.is_bare_integer and right.is_bare_integer):
        return None
    low, high = left.value or 0, right.value or 0
    plain = next_word.lower() in SCORE_NOUNS
    if low < high and low >= 1000 and not plain:
        return None
    if low >= high or plain or low == 0 or not next_word[:1].isalpha():
        return Reason(FigureReject.SCORE, left.start, right.end, "score")
    return None


def one(text: str, numeral: Numeral, next_word: str, next_tag: str, first: int) -> Reason | None:
    """Return why the word `one` stands for something else than a number."""
    before = text[max(first, numeral.start - 24) : numeral.start]
    match = _WORD_BEFORE.search(before)
    previous = match.group(1).lower() if match else ""
    lower = next_word.lower()
    after = text[numeral.end : numeral.end + 6]
    counted = next_tag[:2] in ("NN", "JJ") and previous in ("the", "only")
    if previous in _PRONOUN_BEFORE and not counted:
        return Reason(FigureReject.PRONOUN, numeral.start, numeral.end, "one:after-determiner")
    if after.startswith(("'s", "’s", "self")):
        return Reason(FigureReject.PRONOUN, numeral.start, numeral.end, "one:possessive")
    if lower == "another":
        return Reason(FigureReject.PRONOUN, numeral.start, numeral.end, "one:another")
    if lower in _IDIOMS_AFTER_ONE:
        return Reason(FigureReject.IDIOM, numeral.start, numeral.end, f"one:{lower}")
    if lower == "day" and previous in ("", "could", "will", "would", "may", "might", "and", "but"):
        return Reason(FigureReject.IDIOM, numeral.start, numeral.end, "one:day")
    if lower == "time" and previous == "at":
        return Reason(FigureReject.IDIOM, numeral.start, numeral.end, "one:time")
    if _ONE_COMPOUND.match(text, numeral.end):
        return Reason(FigureReject.IDIOM, numeral.start, numeral.end, "one:compound")
    if next_tag in _VERB_AFTER_ONE or (next_tag in ("RB", "PRP", "IN") and lower != "of"):
        return Reason(FigureReject.PRONOUN, numeral.start, numeral.end, "one:pronoun")
    return None


def _surrounding(
    text: str, start: int, end: int, first: int, last: int
) -> tuple[int, int, str] | None:
    """Return the run without spaces around a number, when it is more than the number."""
    low, high = start, end
    floor, ceiling = max(first, start - 120), min(last, end + 120)
    while low > floor and not text[low - 1].isspace():
        low -= 1
    while high < ceiling and not text[high].isspace():
        high += 1
    return (low, high, text[low:high]) if high - low > end - start + 2 else None


def _is_address(word: str) -> bool:
    lower = word.lower()
    return (
        "://" in lower
        or "www." in lower
        or ("@" in lower and not lower.endswith("@"))
        or lower.startswith("#")
        or ".com" in lower
        or ".org" in lower
        or "_" in lower
        or ".html" in lower
    )
