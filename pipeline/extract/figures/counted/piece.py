"""The piece: a draft among its sentence's tokens, with the noun it counts and its bound."""

from dataclasses import dataclass

from pipeline.extract.figures.counted.nouns import NounPhrase
from pipeline.extract.figures.quantities.comparators import Cue
from pipeline.extract.figures.quantities.drafts import Draft


@dataclass(slots=True)
class Piece:
    """A draft with its tokens and noun."""

    draft: Draft
    first: int
    """Token index of the number's first token."""
    after: int
    """Token index of the first token after number and unit."""
    noun: NounPhrase | None = None
    cue: Cue | None = None
    late_cue: bool = False
    in_parentheses: bool = False
    lead: int | None = None
    """Token of the name that takes the place of the subject: "Poland 5, Latvia 3"."""
    twin: "Piece | None" = None
    """The figure that this one repeats in another unit: "7 miles (11 km)"."""


def spans_of(pieces: list[Piece]) -> dict[int, int]:
    """Return, for the first token of each number, the token after number and unit."""
    return {piece.first: piece.after for piece in pieces}
