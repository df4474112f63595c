"""A report: a place where a verb or a phrase says that somebody speaks."""

from dataclasses import dataclass

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import Cue
from pipeline.extract.quotes.quote import Span


@dataclass(slots=True)
class Report:
    """A reporting verb or phrase, who it says speaks, and the characters of its own clause."""

    token: int
    cue: Cue
    cue_span: Span
    speaker_head: int | None
    speaker: Span | None
    first_token: int
    """First token of the report's own clause."""
    clause_start: int
    """Where subject and verb begin, whichever comes first."""
    clause_end: int
    """Where subject and verb end, whichever comes last."""
    addressee: Span | None = None
    antecedent: Span | None = None
    """What the speaker stands for when it is a relative pronoun."""
    is_passive: bool = False
    content: Span | None = None
    """What a noun reports, which hangs on the noun itself."""
    is_finite: bool = True
    is_negated: bool = False
    """It says that this was not said."""
    is_aside: bool = False
    """It stands beside what it reports: "according to her", "as she put it"."""


def chars(doc: AnalysedDocument, tokens: Span) -> Span:
    """Return the characters from the first of two tokens to the end of the second."""
    return doc.tokens.start[tokens[0]], doc.tokens.end[tokens[1]]
