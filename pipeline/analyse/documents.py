"""Documents analysed: lines cut, sentences drawn, tokens and entities of the model put in place."""

import bisect
import datetime as dt
import hashlib

from spacy.language import Language

from pipeline.analyse.model import analyse
from pipeline.clean.sentences import sentence_spans
from pipeline.document import AnalysedDocument, Document, ModelEntity, Paragraph, Sentence, Tokens
from pipeline.identity import content_id


def analyse_document(
    nlp: Language, text: str, *, published: dt.date | None = None
) -> AnalysedDocument:
    """Return the text as an analysed document of its own."""
    document = Document(
        document_id=content_id("document", text),
        source_id=content_id("source", text),
        document_index=0,
        external_id="text",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        published_date=published,
        published_basis="manifest" if published else "none",
        language_code="en",
    )
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    tokens = Tokens([], [], [], [], [], [])
    entities: list[ModelEntity] = []
    position = 0
    for line in text.split("\n"):
        start, end = position, position + len(line)
        position = end + 1
        if not line.strip():
            continue
        paragraph = Paragraph(
            index=len(paragraphs),
            char_start=start,
            char_end=end,
            role="body",
            is_used=True,
            rule_id="default",
        )
        paragraphs.append(paragraph)
        spans = sentence_spans(text, start, end)
        (analysis,) = analyse(nlp, [(text[start:end], [first - start for first, _ in spans])])
        offset = len(tokens)
        tokens.start += [one + start for one in analysis.start]
        tokens.end += [one + start for one in analysis.end]
        tokens.text += [
            text[first + start : last + start]
            for first, last in zip(analysis.start, analysis.end, strict=True)
        ]
        tokens.tag += analysis.tag
        tokens.dep += analysis.dep
        tokens.head += [one + offset for one in analysis.head]
        entities += [ModelEntity(a + offset, b + offset, c) for a, b, c in analysis.entities]
        for first, last in spans:
            sentences.append(
                Sentence(
                    index=len(sentences),
                    paragraph=paragraph.index,
                    char_start=first,
                    char_end=last,
                    role="body",
                    is_used=True,
                    rule_id="default",
                    token_start=bisect.bisect_left(tokens.start, first),
                    token_end=bisect.bisect_left(tokens.start, last),
                )
            )
    return AnalysedDocument(document, paragraphs, sentences, tokens, entities)
