"""Events: the day of what a clause tells, when the document dates the same thing elsewhere.

"One month after the plant closed" can be laid on the calendar in a document that also says
"the plant closed on 3 May".
"""

import bisect
import datetime as dt
from dataclasses import dataclass

from pipeline.document import AnalysedDocument

_CONTENT_TAGS = ("NN", "VB", "JJ")
_ENDINGS = ("ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e")
_SHORTEST_STEM = 4
# A clause reaches this many tokens around its verb; more is another clause.
_REACH = 40
# A document that dates more clauses is a chronicle; a bound keeps the comparison linear.
_MOST_CLAUSES = 300
_INNER_CLAUSES = frozenset({"ccomp", "advcl", "relcl"})
# Nouns that say of another one only when it began or ended.
_EDGE_NOUNS = frozenset("start beginning outset outbreak launch end close".split())


@dataclass(slots=True, frozen=True)
class DatedDay:
    """A known day and where the text names it."""

    char_start: int
    date: dt.date


@dataclass(slots=True, frozen=True)
class _Clause:
    sentence: int
    date: dt.date
    words: frozenset[str]


class DatedEvents:
    """The clauses of a document that hold a known day, by the words they are told in."""

    def __init__(self, document: AnalysedDocument, days: list[DatedDay]) -> None:
        self._document = document
        self._days = days
        self._places = [day.char_start for day in days]
        self._clauses = [self._clause_at(day) for day in days[:_MOST_CLAUSES]]

    def date_of(self, char_start: int, char_end: int) -> dt.date | None:
        """Return the day of the event told in the span, or None when it is not certain.

        The span may hold the day itself. Otherwise one dated clause of another sentence has
        to tell of the same thing: share the word that heads the span, and one more.
        """
        first = bisect.bisect_left(self._places, char_start)
        if first < len(self._days) and self._places[first] < char_end:
            return self._days[first].date
        inside = self._document.tokens_in(char_start, char_end)
        told, heads = self._words(inside), self._heads(inside)
        home = self._document.sentence_at(char_start).index
        best: dict[dt.date, int] = {}
        for clause in self._clauses:
            shared = told & clause.words
            # "A month after the war began, today ..." dates today, not the war.
            if clause.sentence != home and len(shared) >= 2 and not heads.isdisjoint(shared):
                best[clause.date] = max(best.get(clause.date, 0), len(shared))
        most = max(best.values(), default=0)
        dates = [date for date, shared in best.items() if shared == most]
        return dates[0] if len(dates) == 1 else None

    def _heads(self, inside: range) -> set[str]:
        """Return the stems of the word that heads a span, and of what an edge noun edges."""
        tokens = self._document.tokens
        root = next(
            (
                index
                for index in inside
                if tokens.head[index] not in inside or tokens.head[index] == index
                if tokens.tag[index].startswith(_CONTENT_TAGS)
            ),
            None,
        )
        if root is None:
            return set()
        if tokens.text[root].lower() not in _EDGE_NOUNS:
            return {_stem(tokens.text[root].lower())}
        return {
            _stem(tokens.text[index].lower())
            for index in inside
            if index != root and tokens.tag[index] in ("NN", "NNS")
        }

    def _clause_at(self, day: DatedDay) -> _Clause:
        """Return the innermost clause around a date."""
        tokens = self._document.tokens
        sentence = self._document.sentence_at(day.char_start)
        index = self._document.token_at(day.char_start)
        if index is None:
            return _Clause(sentence.index, day.date, frozenset())
        while not tokens.tag[index].startswith("VB") and tokens.head[index] != index:
            index = tokens.head[index]
        first = max(sentence.token_start, index - _REACH)
        last = min(sentence.token_end, index + _REACH)
        inside = [place for place in range(first, last) if self._is_under(place, index)]
        return _Clause(sentence.index, day.date, self._words(inside))

    def _is_under(self, index: int, verb: int) -> bool:
        """Return whether the token belongs to the verb's clause and to no clause within it."""
        tokens = self._document.tokens
        for _ in range(_REACH):
            if index == verb:
                return True
            if tokens.head[index] == index or tokens.dep[index] in _INNER_CLAUSES:
                return False
            index = tokens.head[index]
        return False

    def _words(self, indices: list[int] | range) -> frozenset[str]:
        """Return the stems of the content words among the tokens."""
        tokens = self._document.tokens
        return frozenset(
            _stem(tokens.text[index].lower())
            for index in indices
            if tokens.tag[index].startswith(_CONTENT_TAGS)
            and len(tokens.text[index]) >= _SHORTEST_STEM
        )


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
