"""Evidence: whether a word or number that may tell time does so where it stands.

"May" is a month, a prime minister and a verb; 2000 is a year and a number of troops. The
grammar marks what it doubts, and the words and tags beside it decide.
"""

import re
from functools import cached_property

from pipeline.calendar.named import COUNTED
from pipeline.calendar.when import Doubt, Expression, Named
from pipeline.calendar.words import FULL_MONTHS, FULL_WEEKDAYS
from pipeline.document import AnalysedDocument, Sentence
from schemas.dates import DatePassedOver
from schemas.dates import Granularity as Unit

_BEFORE_MONTH = frozenset(
    """in since until till by from to through throughout during of before after for between and or
    that early mid late around every each into beyond past - – / end beginning start""".split()
)
# These months are also names of people or verbs; after these words they are months all the same.
_NAME_MONTHS = frozenset({"april", "may", "march", "june", "august"})
_BEFORE_NAME_MONTH = frozenset(
    "in since until till throughout during between that early mid late every each into".split()
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "'s", "’s"})

_WEEKDAY_NAMES_BEFORE = frozenset(
    "black good bloody super ash cyber giving holy palm easter shrove freaky".split()
)
_WEEKDAY_NAMES_AFTER = frozenset(
    "times telegraph mirror mail express herald post star world independent".split()
)
_BEFORE_LOWER_WEEKDAY = frozenset("on by until since from before after every".split())
_BEFORE_SEASON = frozenset(
    """in since by during until till before after from of over through throughout for into at
    on""".split()
)
_BEFORE_BARE_SEASON = frozenset("by since until till before after".split())

_YEAR_PREPOSITIONS = frozenset(
    """in since until till by before after during from through throughout between circa year of to
    for into early mid late spring summer autumn fall winter fy fiscal post pre""".split()
)
_OLD_YEAR_PREPOSITIONS = frozenset(
    """ad a.d. ce in since until till by before after during from between circa year early mid
    late""".split()
)
_ABOUT = frozenset({"around", "about"})
_QUANTITY_WORDS = frozenset(
    """some nearly almost approximately roughly least most over under another additional exactly
    only these those all no number article section rule flight page room channel route""".split()
)
_OPENING = frozenset("([\"'“‘|»:")
_LIST_LINKS = frozenset({"and", "or", ",", ", and", "/", "to", "-", "–"})
_DIGITS = re.compile(r"[0-9]+")
_AFTER_NUMBER = re.compile(r"[0-9][-–]$")
_BEFORE_NUMBER = re.compile(r"[-–][0-9]")
_NAMED_MONTH = re.compile(rf"([A-Z][\w.]*) ({'|'.join(m.title() for m in sorted(_NAME_MONTHS))})\b")
_NO_FIRST_NAMES = FULL_MONTHS.keys() | FULL_WEEKDAYS.keys() | _BEFORE_MONTH | _DETERMINERS


class _Around:
    """The tokens just before and after an expression, within its sentence."""

    __slots__ = ("_document", "_first", "_last", "_sentence")

    def __init__(
        self, document: AnalysedDocument, sentence: Sentence, expression: Expression
    ) -> None:
        inside = document.tokens_in(expression.char_start, expression.char_end)
        self._document, self._sentence = document, sentence
        self._first, self._last = inside.start, inside.stop - 1

    def word(self, offset: int) -> str:
        """Return the token so many places before (-1) or after (1), lower case, or ""."""
        return self.raw(offset).lower()

    def raw(self, offset: int) -> str:
        """Return that token as written, or ""."""
        index = self._index(offset)
        return "" if index is None else self._document.tokens.text[index]

    def tag(self, offset: int) -> str:
        """Return its part-of-speech tag, or ""; 0 is the expression's own first token."""
        index = self._index(offset)
        return "" if index is None else self._document.tokens.tag[index]

    def is_name(self, offset: int) -> bool:
        """Return whether that token is a capitalised proper noun."""
        return self.tag(offset).startswith("NNP") and self.raw(offset)[:1].isupper()

    def _index(self, offset: int) -> int | None:
        index = (self._last if offset > 0 else self._first) + offset
        inside = self._sentence.token_start <= index < self._sentence.token_end
        return index if inside else None


class Evidence:
    """What the words of a document say about expressions that the grammar doubts."""

    def __init__(self, document: AnalysedDocument) -> None:
        self._document = document

    def against(
        self, sentence: Sentence, expression: Expression, previous: Expression | None
    ) -> DatePassedOver | None:
        """Return why the expression tells no time, or None when it does.

        `previous` is the expression taken just before it in the sentence.
        """
        if expression.doubt is None:
            return None
        around = _Around(self._document, sentence, expression)
        surface = self._document.text[expression.char_start : expression.char_end]
        in_list = previous is not None and self._continues(previous, expression)
        match expression.doubt:
            case Doubt.MONTH_WORD:
                told = self._is_month(around, surface)
            case Doubt.WEEKDAY_WORD:
                told = _is_weekday(around, surface)
            case Doubt.TODAY_WORD:
                told = not around.is_name(-1) and around.word(1) not in _PROGRAMMES
            case Doubt.QUARTER_CODE:
                told = around.word(1) != ":" and around.word(-1) != ""
            case Doubt.SEASON_WORD:
                told = _is_season(around, surface.lower())
            case Doubt.DAY_NUMBER:
                told = not around.tag(1).startswith(("NN", "JJ", "CD"))
            case Doubt.SHORT_DECADE:
                told = in_list or _is_decade(around, surface)
            case Doubt.BARE_YEAR | Doubt.YEAR_RANGE:
                told = self._is_year(around, expression, in_list=in_list)
                return None if told else DatePassedOver.YEAR_WITHOUT_EVIDENCE
        return None if told else DatePassedOver.NAME_OR_COMMON_WORD

    def _continues(self, previous: Expression, expression: Expression) -> bool:
        """Return whether the two are members of one list of years or decades."""
        link = self._document.text[previous.char_end : expression.char_start].strip().lower()
        return (
            link in _LIST_LINKS
            and isinstance(previous.when, Named)
            and previous.when.unit in (Unit.YEAR, Unit.DECADE)
        )

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The months that stand behind a capitalised word, as in "Theresa May"."""
        return frozenset(
            match[2].lower()
            for match in _NAMED_MONTH.finditer(self._document.text)
            if match[1].lower() not in _NO_FIRST_NAMES and not match[1].isupper()
        )

    def _is_month(self, around: _Around, surface: str) -> bool:
        name = surface.lower()
        if name not in _NAME_MONTHS:
            return True
        before = around.word(-1)
        if not surface[0].isupper():
            return False
        if before in _BEFORE_NAME_MONTH:
            return True
        if around.tag(0) in ("MD", "VB", "VBP", "VBZ") or around.is_name(1):
            return False
        if before in _BEFORE_MONTH:
            return name not in self._surnames and around.tag(1) not in ("VBD", "VBZ")
        if around.is_name(-1) or name in self._surnames:
            return False
        if before in _DETERMINERS or around.tag(-1) == "JJ":
            return around.tag(1).startswith(("NN", "JJ"))
        return before != "" and around.tag(1) not in ("VBD", "VBZ", "MD")

    def _is_year(self, around: _Around, expression: Expression, *, in_list: bool) -> bool:
        text, start = self._document.text, expression.char_start
        digits = _DIGITS.search(text, start, expression.char_end)
        year = int(digits.group()) if digits else 0
        before, after = around.word(-1), around.word(1)
        is_modern, is_round = 1900 <= year <= 2099, year % 50 == 0
        if after in COUNTED or before in _QUANTITY_WORDS or text[start - 1 : start] in _GLUED:
            return False
        if _AFTER_NUMBER.search(text[max(0, start - 2) : start]) or _BEFORE_NUMBER.match(
            text, expression.char_end
        ):
            # A telephone or file number: "555-1990".
            return False
        if before == "than" and around.word(-2) in ("more", "less", "fewer"):
            return False
        if in_list:
            return True
        if text[max(0, start - 6) : start].lower().endswith(_YEAR_PREFIXES):
            return is_modern
        is_counting = "NNS" in (around.tag(1), around.tag(1) == "JJ" and around.tag(2))
        if is_counting and (is_round or not is_modern):
            return False
        if before in _ABOUT:
            return not is_round and not around.tag(1).startswith("NN")
        if not is_modern:
            is_placed = before in _OLD_YEAR_PREPOSITIONS or (
                before in _OPENING and expression.doubt is Doubt.YEAR_RANGE
            )
            return is_placed and around.tag(1) != "NN"
        if before in _YEAR_PREPOSITIONS or before in _OPENING:
            return True
        if is_counting:
            return before in _DETERMINERS
        return expression.doubt is Doubt.YEAR_RANGE or not is_round


_PROGRAMMES = frozenset({"show", "programme", "program"})
_YEAR_PREFIXES = ("post-", "pre-", "mid-", "early-", "late-")
_GLUED = frozenset("$€£¥₹₦#/")


def _is_weekday(around: _Around, surface: str) -> bool:
    if not surface[0].isupper():
        return around.word(-1) in _BEFORE_LOWER_WEEKDAY
    if around.word(-1) in _WEEKDAY_NAMES_BEFORE:
        return False
    words = surface.split()
    if len(words) > 1 and words[1][0].isupper() and around.is_name(1):
        # "Monday Night Football".
        return False
    if around.word(-1) == "the" and around.is_name(1):
        # "The Monday Club".
        return False
    return not (around.raw(1)[:1].isupper() and around.word(1) in _WEEKDAY_NAMES_AFTER)


def _is_season(around: _Around, surface: str) -> bool:
    before, after = around.word(-1), around.word(1)
    if around.tag(1).startswith("NN"):
        return False
    if surface == "fall" and (after in ("of", "in", "from") or around.tag(0) != "NN"):
        return False
    if before == "the":
        return around.word(-2) in _BEFORE_SEASON and after != "of"
    return before in _BEFORE_BARE_SEASON and after != "of"


def _is_decade(around: _Around, surface: str) -> bool:
    return (
        around.word(-1) in {"the", "early", "mid", "late", "-"} and not "20" <= surface[:2] < "50"
    )
