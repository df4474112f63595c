"""What flows through the pipeline: a document, its lines and sentences, its tokens, its facts.

Every offset in this module is a Unicode code point, half-open, into the text as it is read:
`Document.text`, or of a wrapped text its `Reading`. Rooms further down the flow read these
records and never write into one that they did not make.
"""

import bisect
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.identity import content_id


@dataclass(slots=True, frozen=True, kw_only=True)
class Document:
    """One text as a named reader returned it, and what is known about it."""

    document_id: str
    source_id: str
    document_index: int
    external_id: str
    text: str
    text_sha256: str
    title: str | None = None
    publisher_name: str | None = None
    url: str | None = None
    published_date: dt.date | None = None
    published_basis: str = "none"
    language_code: str | None = None


@dataclass(slots=True, frozen=True)
class Reading:
    """A wrapped text as it read before: the breaks within its paragraphs are spaces, or nothing.

    What is read in it is later told in offsets of the text as it was written.
    """

    text: str
    _starts: list[int]
    """Offsets into the reading from which on ..."""
    _shifts: list[int]
    """... so much is to be added for the offset into the written text."""

    @classmethod
    def of(cls, written: str, edits: Iterable[tuple[int, int, str]]) -> "Reading":
        """Return the written text with each span (start, end, what is read there) replaced.

        Spans come in order and do not overlap; what is read in their place is never longer.
        """
        pieces: list[str] = []
        starts, shifts = [0], [0]
        length = position = 0
        for start, end, replacement in edits:
            piece = written[position:start] + replacement
            pieces.append(piece)
            length += len(piece)
            position = end
            starts.append(length)
            shifts.append(end - length)
        pieces.append(written[position:])
        return cls("".join(pieces), starts, shifts)

    def written_at(self, char: int) -> int:
        """Return where in the written text the character stands that is read at `char`."""
        return char + self._shifts[bisect.bisect_right(self._starts, char) - 1]

    def written_end(self, char: int) -> int:
        """Return where in the written text a span ends that ends at `char` as read."""
        return self.written_at(char - 1) + 1


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """One line or paragraph, used or not, with the rule that decided."""

    index: int
    char_start: int
    char_end: int
    role: str
    is_used: bool
    rule_id: str
    repeat_of: int | None = None
    """Index of the earlier paragraph with the same text, when there is one."""


@dataclass(slots=True, kw_only=True)
class Sentence:
    """One sentence or line fragment within a paragraph."""

    index: int
    """Counts through the whole document."""
    paragraph: int
    char_start: int
    char_end: int
    role: str
    is_used: bool
    rule_id: str
    is_truncated: bool = False
    is_damaged: bool = False
    repeat_of: int | None = None
    """Index of the earlier sentence with the same text, when there is one."""
    dateline_end: int | None = None
    """Where its own words begin after a dateline, an outlet's label or a time, if one opens it."""
    token_start: int = 0
    token_end: int = 0

    @property
    def own_start(self) -> int:
        """Where its own words begin."""
        return self.char_start if self.dateline_end is None else self.dateline_end


@dataclass(slots=True, frozen=True, kw_only=True)
class Segment:
    """One item of a document that digests several, or the whole of an ordinary one."""

    index: int
    char_start: int
    char_end: int
    first_paragraph: int
    end_paragraph: int
    """Index after that of the last paragraph."""
    basis: str
    outlet_name: str | None
    title: str | None
    has_own_outlet: bool
    rule_id: str


@dataclass(slots=True)
class ModelEntity:
    """A named entity as the statistical model marked it: tokens [start, end), its own label."""

    token_start: int
    token_end: int
    label: str


@dataclass(slots=True)
class Tokens:
    """The tokens of all used sentences, in document order, one list a column.

    No token crosses a sentence. `head` holds indices into the same lists; a root is its own
    head, and heads never lead out of a sentence. `tag` is Penn Treebank, `dep` ClearNLP, as
    spaCy's English models give them.
    """

    text: list[str]
    start: list[int]
    end: list[int]
    tag: list[str]
    dep: list[str]
    head: list[int]

    def __len__(self) -> int:
        return len(self.start)


@dataclass
class AnalysedDocument:
    """A document with its paragraphs, sentences, tokens and the model's own entities."""

    document: Document
    paragraphs: list[Paragraph]
    sentences: list[Sentence]
    tokens: Tokens
    model_entities: list[ModelEntity]
    reading: Reading | None = None
    """How a wrapped text is read; None for a text that is read as it was written."""

    @property
    def text(self) -> str:
        """The text as it is read, into which every offset points until rows are made."""
        return self.document.text if self.reading is None else self.reading.text

    def written_at(self, char: int) -> int:
        """Return where in the document's text the character stands that is read at `char`."""
        return char if self.reading is None else self.reading.written_at(char)

    def written_end(self, char: int) -> int:
        """Return where in the document's text a span ends that ends at `char` as read."""
        return char if self.reading is None else self.reading.written_end(char)

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token, its syntactic children in order."""
        children: list[list[int]] = [[] for _ in self.tokens.head]
        for index, head in enumerate(self.tokens.head):
            if head != index:
                children[head].append(index)
        return children

    @cached_property
    def used_sentences(self) -> list[Sentence]:
        """The sentences that facts are read from, in order."""
        return [sentence for sentence in self.sentences if sentence.is_used]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.char_start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.char_start for paragraph in self.paragraphs]

    def sentence_at(self, char: int) -> Sentence:
        """Return the last sentence that begins at or before `char`."""
        return self.sentences[max(0, bisect.bisect_right(self._sentence_starts, char) - 1)]

    def paragraph_at(self, char: int) -> Paragraph:
        """Return the last paragraph that begins at or before `char`."""
        return self.paragraphs[max(0, bisect.bisect_right(self._paragraph_starts, char) - 1)]

    def token_at(self, char: int) -> int | None:
        """Return the index of the token that covers `char`, or None."""
        index = bisect.bisect_right(self.tokens.start, char) - 1
        if index >= 0 and char < self.tokens.end[index]:
            return index
        return None

    def tokens_in(self, char_start: int, char_end: int) -> range:
        """Return the indices of the tokens that overlap the span."""
        first = bisect.bisect_right(self.tokens.end, char_start)
        return range(first, bisect.bisect_left(self.tokens.start, char_end, lo=first))


@dataclass(slots=True, kw_only=True)
class Fact:
    """What every extracted fact has. Further fields are named as the contract's columns.

    `fact_id` is filled by `identify` once an extractor is done, so that a later extractor can
    point at an earlier one's facts.
    """

    char_start: int
    char_end: int
    rule_id: str
    fact_id: str = field(default="", compare=False)


@dataclass(slots=True, frozen=True)
class PassedOver:
    """Something an extractor saw and did not take: a number that is no figure, a lone mark."""

    reason_code: str
    char_start: int
    char_end: int
    rule_id: str
    detail: str = ""


def identify(table: str, document: Document, facts: Sequence[Fact]) -> None:
    """Give each fact its id: a hash of table, document, its text's hash, span and ordinal."""
    seen: dict[tuple[int, int], int] = {}
    for fact in facts:
        span = (fact.char_start, fact.char_end)
        ordinal = seen.get(span, 0)
        seen[span] = ordinal + 1
        fact.fact_id = content_id(table, document.document_id, document.text_sha256, *span, ordinal)
