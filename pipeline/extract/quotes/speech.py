"""Speech: words that are given to a speaker, and the pairs of marks that they came from."""

import bisect
import re
from dataclasses import dataclass, field

from pipeline.extract.quotes.marks import Pair
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.report import Report

# What comes before the name of a talk, a paper or a campaign.
_NAMING = frozenset("entitled titled subtitled headlined captioned dubbed nicknamed themed".split())
_LONGEST_NAMING = 12
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

_NOT_SPACE = re.compile(r"\S")
_STOPS = frozenset(",.?!…-–—")
_CLOSERS = frozenset("\"'”’»›)] ")


@dataclass(slots=True)
class Speech:
    """Words that one report, or none, gives to a speaker."""

    report: Report | None
    spans: list[Span]
    pairs: list[Pair]
    rule_id: str
    is_indirect: bool = False
    continues: "Speech | None" = None
    turn: Span | None = None
    """Who speaks, where that is told by typography and not by a report."""
    role: str | None = None
    outlet: str | None = None

    def add(self, pair: Pair) -> None:
        """Take in further words of the same speaker."""
        self.spans += pair.parts
        self.pairs.append(pair)

    @property
    def source(self) -> "Speech | None":
        """The speech that names the speaker: this one, or the one that it carries on from."""
        current: Speech | None = self
        while current is not None and current.report is None and current.turn is None:
            current = current.continues
        return current

    @property
    def speaker(self) -> Span | None:
        """Where the speaker is named."""
        if self.turn is not None:
            return self.turn
        return self.report.speaker if self.report is not None else None


@dataclass(slots=True)
class Claims:
    """The outermost pairs of a document and which speech each of them went to."""

    pairs: list[Pair]
    starts: list[int]
    taken: dict[int, Speech] = field(default_factory=dict)

    def is_inside(self, char: int) -> bool:
        """Tell whether a pair stands around the character."""
        index = bisect.bisect_right(self.starts, char) - 1
        return index >= 0 and char < self.pairs[index].outer_end

    def within(self, start: int, end: int) -> range:
        """Return the indices of the pairs that begin within the span."""
        return range(bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end))


def is_blank(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but white space stands between the two offsets."""
    return _NOT_SPACE.search(text, start, end) is None


def ends_like_speech(text: str, pair: Pair) -> bool:
    """Tell whether the words break off at a stop or a comma, as a quoted sentence does."""
    end = pair.char_end
    while end > pair.char_start and text[end - 1] in _CLOSERS:
        end -= 1
    return end > pair.char_start and text[end - 1] in _STOPS


def is_sentence_like(text: str, pair: Pair) -> bool:
    """Tell whether the words between the marks stand as a sentence of their own."""
    words = WORD.findall(text, pair.char_start, min(pair.char_end, pair.char_start + 200))
    if len(words) < 3 or is_title_like(words):
        return False
    first = words[0][0]
    return (first.isupper() or first.isdigit()) and ends_like_speech(text, pair)


def is_remark(text: str, pair: Pair) -> bool:
    """Tell whether the words, few as they may be, begin and stop as a sentence does."""
    words = WORD.findall(text, pair.char_start, min(pair.char_end, pair.char_start + 200))
    if not words or is_title_like(words) or text[pair.char_end - 1] not in ".?!":
        return False
    first: str = words[0][0]
    return first.isupper() or first.isdigit()


def is_title_like(words: list[str]) -> bool:
    """Tell whether the words are written as the title of a work: few of them without capital."""
    capitals = sum(word[0].isupper() for word in words)
    return 2 <= len(words) <= 10 and capitals >= 0.7 * len(words) and words[-1][0].isupper()


def is_titled(text: str, pair: Pair) -> bool:
    """Tell whether the word before the marks says that a title follows: 'a talk entitled "..."'."""
    before = text[max(0, pair.outer_start - _LONGEST_NAMING) : pair.outer_start].rstrip(" ,:")
    return before[before.rfind(" ") + 1 :].lower() in _NAMING


def word_count(text: str, span: Span) -> int:
    """Return how many words the span holds."""
    return len(WORD.findall(text, span[0], span[1]))
