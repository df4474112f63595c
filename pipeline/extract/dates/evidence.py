"""Evidence: whether a word or number that may tell time does so where it stands.

"May" is a month, a prime minister and a verb; 2000 is a year and a number of troops. The
grammar marks what it doubts, and the words and tags beside it decide.
"""

from pipeline.calendar.named import COUNTED
from pipeline.calendar.when import Doubt, Expression, Named
from pipeline.document import AnalysedDocument, Sentence
from schemas.dates import DatePassedOver

_BEFORE_MONTH = frozenset(
    """in since until till by from to through throughout during of before after for between and or
    last next this early mid late around every each - – / end beginning start past""".split()
)
# These months are also names of people or verbs.
_NAME_MONTHS = frozenset({"april", "may", "march", "june", "august"})
_BEFORE_NAME_MONTH = _BEFORE_MONTH - frozenset({"and", "or", "to", "for", "of", "-", "–", "/"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "'s", "’s"})

_WEEKDAY_NAMES_BEFORE = frozenset(
    "black good bloody super ash cyber giving holy palm easter shrove freaky".split()
)
_WEEKDAY_NAMES_AFTER = frozenset(
    "times telegraph mirror mail express herald post star world independent".split()
)
_BEFORE_SEASON = frozenset(
    "in since by during until till before after from of over through throughout for".split()
)

_YEAR_PREPOSITIONS = frozenset(
    """in since until till by before after during from through throughout between circa year
    early mid late of to for spring summer autumn fall winter fy fiscal around pre post""".split()
)
_OLD_YEAR_PREPOSITIONS = frozenset(
    "in since until till by before after during from between circa year early mid late of".split()
)
_QUANTITY_WORDS = frozenset(
    """about some nearly almost approximately roughly least most over under another additional
    exactly only these those all up nearly""".split()
)
_OPENING = frozenset("([\"'“‘|»:")


class Around:
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

    def _index(self, offset: int) -> int | None:
        index = (self._last if offset > 0 else self._first) + offset
        inside = self._sentence.token_start <= index < self._sentence.token_end
        return index if inside else None


def passed_over(
    document: AnalysedDocument,
    sentence: Sentence,
    expression: Expression,
    previous: Expression | None,
) -> DatePassedOver | None:
    """Return why the expression tells no time, or None when it does.

    `previous` is the expression taken just before it in the sentence.
    """
    if expression.doubt is None:
        return None
    around = Around(document, sentence, expression)
    surface = document.text[expression.char_start : expression.char_end]
    match expression.doubt:
        case Doubt.MONTH_WORD:
            told = _is_month(around, surface)
        case Doubt.WEEKDAY_WORD:
            told = _is_weekday(around, surface)
        case Doubt.TODAY_WORD:
            told = _is_today(around)
        case Doubt.SEASON_WORD:
            told = _is_season(around, surface.lower())
        case Doubt.DAY_NUMBER:
            told = not around.tag(1).startswith(("NN", "JJ", "CD"))
        case Doubt.SHORT_DECADE:
            told = around.word(-1) in {"the", "'", "’", "‘"} and surface[:2] >= "50"
        case Doubt.YEAR_RANGE | Doubt.BARE_YEAR:
            told = _is_year(document, around, expression, previous)
            return None if told else DatePassedOver.YEAR_WITHOUT_EVIDENCE
    return None if told else DatePassedOver.NAME_OR_COMMON_WORD


def _is_month(around: Around, surface: str) -> bool:
    name = surface.lower()
    before, after = around.word(-1), around.word(1)
    if not surface[0].isupper():
        return name not in _NAME_MONTHS
    if name not in _NAME_MONTHS:
        return True
    if around.tag(0) in ("MD", "VB", "VBP", "VBZ") and before not in _BEFORE_NAME_MONTH:
        return False
    is_name_after = around.tag(1).startswith("NNP") and around.raw(1)[:1].isupper()
    if before in _BEFORE_NAME_MONTH:
        return not is_name_after or before in ("in", "since", "last", "next", "this")
    if before in _BEFORE_MONTH:
        return not is_name_after and around.tag(1) not in ("VBD", "VBZ")
    if before in _DETERMINERS:
        return around.tag(1).startswith(("NN", "JJ")) or after in ("'s", "’s")
    if name in ("may", "march"):
        return False
    before_is_name = around.tag(-1).startswith("NNP") and around.raw(-1)[:1].isupper()
    return not is_name_after and not before_is_name and around.tag(1) not in ("VBD", "VBZ")


def _is_weekday(around: Around, surface: str) -> bool:
    if not surface[0].isupper():
        return around.word(-1) in {"on", "by", "until", "since", "from", "before", "after"}
    return around.word(-1) not in _WEEKDAY_NAMES_BEFORE and not (
        around.raw(1)[:1].isupper() and around.word(1) in _WEEKDAY_NAMES_AFTER
    )


def _is_today(around: Around) -> bool:
    named = around.tag(-1).startswith("NNP") and around.raw(-1)[:1].isupper()
    return not named and around.word(1) not in {"show", "programme", "program"}


def _is_season(around: Around, surface: str) -> bool:
    before, after = around.word(-1), around.word(1)
    if around.tag(1).startswith("NN"):
        return False
    if surface.startswith("fall") and (after in ("of", "in", "from") or around.tag(0) != "NN"):
        return False
    if before == "the":
        return around.word(-2) in _BEFORE_SEASON and after != "of"
    return before in ("by", "since", "until", "till", "before", "after") and after != "of"


def _is_year(
    document: AnalysedDocument,
    around: Around,
    expression: Expression,
    previous: Expression | None,
) -> bool:
    before, after = around.word(-1), around.word(1)
    digits = document.text[expression.char_start : expression.char_end]
    year = int(next(part for part in _digit_runs(digits)))
    is_modern, is_round = 1900 <= year <= 2099, year % 100 == 0
    if after in COUNTED or around.raw(-1) in ("$", "€", "£", "¥", "#"):
        return False
    if before in _QUANTITY_WORDS or (
        before == "than" and around.word(-2) in ("more", "less", "fewer", "other")
    ):
        return False
    if around.tag(1) == "NNS" and (is_round or not is_modern):
        return False
    if before in ("and", "or", ",", "/", "–", "-") and previous is not None:
        between = document.text[previous.char_end : expression.char_start]
        if _names_year(previous) and between.strip().lower() in ("and", "or", ",", "/", ", and"):
            return True
    if expression.doubt is Doubt.YEAR_RANGE:
        return is_modern or before in _OLD_YEAR_PREPOSITIONS or before in _OPENING
    if not is_modern:
        return before in _OLD_YEAR_PREPOSITIONS and not around.tag(1).startswith("NN")
    if before in _YEAR_PREPOSITIONS or before in _OPENING:
        return True
    if around.tag(1).startswith("NN") or after in ("-", "’s", "'s"):
        return not (is_round and around.tag(1) == "NNS")
    if before in ("-", "–") and around.word(-2) in ("post", "pre", "mid", "early", "late"):
        return True
    if around.tag(-1).startswith("NNP") and around.raw(-1)[:1].isupper():
        return not is_round
    return before in _DETERMINERS and around.tag(1).startswith(("JJ", "VB"))


def _digit_runs(text: str) -> list[str]:
    return "".join(char if "0" <= char <= "9" else " " for char in text).split()


def _names_year(expression: Expression) -> bool:
    return isinstance(expression.when, Named) and expression.when.year is not None
