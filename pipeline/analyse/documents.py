"""Documents analysed: tokens and the model's entities put in place under lines and sentences."""

import bisect
import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.analyse.analysis import Analysis, Unit
from pipeline.clean.paragraphs import clean
from pipeline.clean.wrapping import unwrap
from pipeline.document import (
    AnalysedDocument,
    Document,
    ModelEntity,
    Paragraph,
    Reading,
    Sentence,
    Tokens,
)
from pipeline.identity import content_id

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(slots=True, frozen=True)
class CleanedDocument:
    """A document as it is read, with its paragraphs and sentences."""

    document: Document
    reading: Reading | None
    paragraphs: list[Paragraph]
    sentences: list[Sentence]

    @property
    def text(self) -> str:
        """The text as it is read, into which offsets of paragraphs and sentences point."""
        return self.document.text if self.reading is None else self.reading.text


def clean_document(document: Document) -> CleanedDocument:
    """Return the document unwrapped and cleaned."""
    reading = unwrap(document.text)
    text = document.text if reading is None else reading.text
    return CleanedDocument(document, reading, *clean(text, language_code=document.language_code))


def units(cleaned: CleanedDocument) -> list[Unit]:
    """Return what the model is asked: each used paragraph's text and where its sentences begin."""
    text, paragraphs = cleaned.text, cleaned.paragraphs
    starts: dict[int, list[int]] = {}
    for sentence in cleaned.sentences:
        begin = paragraphs[sentence.paragraph].char_start
        starts.setdefault(sentence.paragraph, []).append(sentence.char_start - begin)
    return [
        (text[one.char_start : one.char_end], starts.get(one.index, []))
        for one in paragraphs
        if one.is_used
    ]


def assemble(cleaned: CleanedDocument, analyses: Iterable[Analysis]) -> AnalysedDocument:
    """Return the document with one analysis for each used paragraph, in their order.

    Offsets become those of its text as it is read. Tokens of a sentence that is not used are left
    out, and so is an entity that reaches into one. Each sentence learns which tokens are its own.
    """
    text, paragraphs, sentences = cleaned.text, cleaned.paragraphs, cleaned.sentences
    tokens = Tokens([], [], [], [], [], [])
    entities: list[ModelEntity] = []
    under: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        under.setdefault(sentence.paragraph, []).append(sentence)
    used = [one for one in paragraphs if one.is_used]
    for paragraph, analysis in zip(used, analyses, strict=True):
        for part in _used_parts(paragraph, under.get(paragraph.index, []), analysis):
            _append(
                tokens,
                entities,
                analysis,
                text=text,
                offset=paragraph.char_start,
                part=part,
            )
    for sentence in sentences:
        sentence.token_start = bisect.bisect_left(tokens.start, sentence.char_start)
        sentence.token_end = bisect.bisect_left(
            tokens.start, sentence.char_end, lo=sentence.token_start
        )
    return AnalysedDocument(
        cleaned.document, paragraphs, sentences, tokens, entities, cleaned.reading
    )


def _used_parts(
    paragraph: Paragraph, sentences: list[Sentence], analysis: Analysis
) -> Iterator[range]:
    """Yield the tokens of the analysis that are kept, as ranges."""
    if all(one.is_used for one in sentences):
        yield range(len(analysis.start))
        return
    for one in sentences:
        if one.is_used:
            first, last = (
                bisect.bisect_left(analysis.start, char - paragraph.char_start)
                for char in (one.char_start, one.char_end)
            )
            yield range(first, last)


def _append(
    tokens: Tokens,
    entities: list[ModelEntity],
    analysis: Analysis,
    *,
    text: str,
    offset: int,
    part: range,
) -> None:
    kept = slice(part.start, part.stop)
    shift = len(tokens) - part.start
    start = [one + offset for one in analysis.start[kept]]
    end = [one + offset for one in analysis.end[kept]]
    tokens.start += start
    tokens.end += end
    tokens.text += [text[first:last] for first, last in zip(start, end, strict=True)]
    tokens.tag += analysis.tag[kept]
    tokens.dep += analysis.dep[kept]
    tokens.head += [one + shift for one in analysis.head[kept]]
    entities += [
        ModelEntity(first + shift, last + shift, label)
        for first, last, label in analysis.entities
        if part.start <= first and last <= part.stop
    ]


def analyse_document(
    nlp: "Language", text: str, *, published: dt.date | None = None
) -> AnalysedDocument:
    """Return the text, cleaned and analysed, as a document of its own."""
    from pipeline.analyse.model import analyse  # noqa: PLC0415 (else each import is of spaCy)

    document = Document(
        document_id=content_id("document", text),
        source_id=content_id("source", text),
        document_index=0,
        external_id="text",
        text=text,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published_date=published,
        published_basis="manifest" if published else "none",
        language_code="en",
    )
    cleaned = clean_document(document)
    return assemble(cleaned, analyse(nlp, units(cleaned)))
