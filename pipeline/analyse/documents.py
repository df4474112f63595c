"""Documents analysed: tokens and the model's entities put in place under lines and sentences."""

import bisect
import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.analyse.analysis import Analysis, Unit
from pipeline.clean.paragraphs import clean
from pipeline.document import AnalysedDocument, Document, ModelEntity, Paragraph, Sentence, Tokens
from pipeline.identity import content_id

if TYPE_CHECKING:
    from spacy.language import Language


def units(document: Document, paragraphs: list[Paragraph], sentences: list[Sentence]) -> list[Unit]:
    """Return what the model is asked: each used paragraph's text and where its sentences begin."""
    starts: dict[int, list[int]] = {}
    for sentence in sentences:
        begin = paragraphs[sentence.paragraph].char_start
        starts.setdefault(sentence.paragraph, []).append(sentence.char_start - begin)
    return [
        (document.text[one.char_start : one.char_end], starts.get(one.index, []))
        for one in paragraphs
        if one.is_used
    ]


def assemble(
    document: Document,
    paragraphs: list[Paragraph],
    sentences: list[Sentence],
    analyses: Iterable[Analysis],
) -> AnalysedDocument:
    """Return the document with one analysis for each used paragraph, in their order.

    Offsets become the document's. Tokens of a sentence that is not used are left out, and so
    is an entity that reaches into one. Each sentence learns which tokens are its own.
    """
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
                text=document.text,
                offset=paragraph.char_start,
                part=part,
            )
    for sentence in sentences:
        sentence.token_start = bisect.bisect_left(tokens.start, sentence.char_start)
        sentence.token_end = bisect.bisect_left(
            tokens.start, sentence.char_end, lo=sentence.token_start
        )
    return AnalysedDocument(document, paragraphs, sentences, tokens, entities)


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
    paragraphs, sentences = clean(text, language_code="en")
    return assemble(
        document, paragraphs, sentences, analyse(nlp, units(document, paragraphs, sentences))
    )
