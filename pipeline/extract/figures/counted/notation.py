"""Notation: whether a point before three digits groups thousands, as in much of Europe.

"20.000 tanks" are twenty thousand by what they count. "1.900 kilometres" says nothing by
itself; it is read in the light of what the document wrote up to the end of the paragraph, so
that a later paragraph never changes an earlier value.
"""

import re
from functools import cached_property
from typing import Final

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.counted.piece import Piece
from pipeline.extract.figures.numbers.atoms import Numeral, scaled

# Only one who groups with points writes these: 1.200.000, 1.200,50, "2,5 million", and
# thousands without a remainder before something plural.
_EUROPEAN = re.compile(
    r"(?<![0-9.,])(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?![0-9.])"
    r"|[1-9][0-9]{0,2}\.[0-9]{3},[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,3},[0-9]{1,2} ?(?:million|billion|per cent|percent|%)"
    r"|[1-9][0-9]{0,2}\.000 (?=[a-z]+s\b)(?!seconds|points))"
)
_MEASURED: Final = frozenset(("measure", "currency", "count", "duration"))


class Notation:
    """What one document has shown of how it writes numbers, paragraph by paragraph."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc

    @cached_property
    def first_sign(self) -> int | None:
        """The index of the first used paragraph that groups thousands with points."""
        for sentence in self.doc.used_sentences:
            if _EUROPEAN.search(self.doc.text, sentence.char_start, sentence.char_end):
                return sentence.paragraph
        return None

    def resolve(self, piece: Piece, paragraph: int) -> None:
        """Give a number whose point may group thousands the value it has here."""
        draft = piece.draft
        numerals = [one for one in (draft.numeral, draft.upper) if one is not None]
        if not all(map(_may_group, numerals)):
            return
        why = self._why(piece, paragraph)
        if why is None:
            return
        if draft.value is not None:
            draft.value = scaled(draft.value, 1000)
        if draft.is_range and draft.low is not None and draft.high is not None:
            draft.low, draft.high = scaled(draft.low, 1000), scaled(draft.high, 1000)
        draft.steps.append(f"digits:point read as thousands, {why}")
        if not draft.is_range:
            draft.rule = "cardinal:point-thousands"

    def _why(self, piece: Piece, paragraph: int) -> str | None:
        draft = piece.draft
        if draft.unit is None and piece.noun is not None and piece.noun.is_plural:
            return "the noun is countable"
        kind = draft.unit.kind if draft.unit is not None else "count"
        if kind not in _MEASURED or (draft.unit is not None and draft.unit.name == "second"):
            return None
        if draft.numeral.words.endswith(".000") and draft.numeral.words != "1.000":
            return "no fraction in the news ends in three zeros"
        if self.first_sign is not None and self.first_sign <= paragraph:
            return "the document groups thousands with points"
        return None


def _may_group(numeral: Numeral) -> bool:
    return (
        numeral.is_ambiguous
        and numeral.is_digits
        and numeral.decimals == 3
        and numeral.scale == 1
        and "." in numeral.words
    )
