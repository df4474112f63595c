"""Events: the day of what a clause tells, when the document dates the same thing elsewhere.

"One month after the plant closed" can be laid on the calendar in a document that also says
"the plant closed on 3 May".
"""

import datetime as dt

from pipeline.document import AnalysedDocument

_CONTENT_TAGS = ("NN", "VB", "JJ")
_ENDINGS = ("ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e")
# A clause reaches this many tokens around its verb; more is another clause.
_REACH = 40


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


class DatedEvents:
    """The clauses of a document that hold a known day, by the words they are told in."""

    def __init__(self, document: AnalysedDocument, dated: list[tuple[int, dt.date]]) -> None:
        self._document = document
        self._dated = dated
        self._clauses = [
            (document.sentence_at(char).index, date, self._clause_at(char)) for char, date in dated
        ]

    def date_of(self, char_start: int, char_end: int) -> dt.date | None:
        """Return the day of the event told in the span, when one dated clause tells the same.

        The same is told where the clauses share two words, one of which is no name.
        """
        for char, date in self._dated:
            if char_start <= char < char_end:
                return date
        told = self._words(self._document.tokens_in(char_start, char_end))
        home = self._document.sentence_at(char_start).index
        best: dict[dt.date, int] = {}
        for sentence, date, clause in self._clauses:
            if sentence == home:
                # "A month after the war began, today ..." dates today, not the war.
                continue
            shared = told.keys() & clause.keys()
            if len(shared) >= 2 and any(not told[stem] for stem in shared):
                best[date] = max(best.get(date, 0), len(shared))
        most = max(best.values(), default=0)
        dates = sorted(date for date, shared in best.items() if shared == most)
        return dates[0] if len(dates) == 1 else None

    def _clause_at(self, char: int) -> dict[str, bool]:
        """Return the content words of the innermost clause around a date."""
        tokens = self._document.tokens
        index = self._document.token_at(char)
        if index is None:
            return {}
        date_token = index
        while not tokens.tag[index].startswith("VB") and tokens.head[index] != index:
            index = tokens.head[index]
        sentence = self._document.sentence_at(char)
        first = max(sentence.token_start, index - _REACH)
        last = min(sentence.token_end, index + _REACH)
        inside = [
            place
            for place in range(first, last)
            if place != date_token and self._is_under(place, index)
        ]
        return self._words(inside)

    def _is_under(self, index: int, verb: int) -> bool:
        """Return whether the token belongs to the verb's clause and to no clause within it."""
        tokens = self._document.tokens
        for _ in range(_REACH):
            if index == verb:
                return True
            if tokens.head[index] == index or tokens.dep[index] in ("ccomp", "advcl", "relcl"):
                return False
            index = tokens.head[index]
        return False

    def _words(self, indices: "range | list[int]") -> dict[str, bool]:
        """Return the stems of content words and whether each is a name."""
        tokens = self._document.tokens
        return {
            _stem(tokens.text[index].lower()): tokens.tag[index].startswith("NNP")
            for index in indices
            if tokens.tag[index].startswith(_CONTENT_TAGS) and len(tokens.text[index]) >= 4
        }
