"""The fact that this package reads: a quote."""

from dataclasses import dataclass

from pipeline.document import Fact

NAME = "quotes"
VERSION = "3"

Span = tuple[int, int]


@dataclass(slots=True, kw_only=True)
class Quote(Fact):
    """One stretch of speech; fields are the columns of fct_quote."""

    quote_type: str
    speaker_basis: str
    speaker_reason: str | None = None
    stance_code: str | None = None
    speaker_mention_id: str | None = None
    addressee_mention_id: str | None = None
    outer_quote_id: str | None = None
    speaker_surface: str | None = None
    speaker_role: str | None = None
    speaker_outlet: str | None = None
    addressee: str | None = None
    cue_surface: str | None = None
    quote_text_normalized: str
    is_negated: bool = False
    is_headline: bool = False
    is_truncated: bool = False
    is_damaged: bool = False
    parts: list[dict[str, int]] | None = None
    marked_parts: list[dict[str, int]] | None = None
    speaker_char_start: int | None = None
    speaker_char_end: int | None = None
    cue_char_start: int | None = None
    cue_char_end: int | None = None
