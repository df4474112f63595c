"""Documents made by hand, for readers that need no parse."""

import datetime as dt

from pipeline.document import AnalysedDocument, Document, Paragraph, Sentence, Tokens


def plain_document(
    text: str, published: dt.date | None = None, *, has_tokens: bool = True
) -> AnalysedDocument:
    """Return a document of one sentence a line whose words, if any, are nouns of their own."""
    document = Document(
        document_id="0" * 20,
        source_id="0" * 20,
        document_index=0,
        external_id="text",
        text=text,
        text_sha256="0" * 64,
        published_date=published,
    )
    paragraphs, sentences = [], []
    tokens = Tokens([], [], [], [], [], [])
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        first = len(tokens)
        if has_tokens:
            _add_words(tokens, line, start)
        if line.strip():
            body = Paragraph(
                index=len(paragraphs),
                char_start=start,
                char_end=end,
                role="body",
                is_used=True,
                rule_id="test",
            )
            paragraphs.append(body)
            sentences.append(
                Sentence(
                    index=body.index,
                    paragraph=body.index,
                    char_start=start,
                    char_end=end,
                    role=body.role,
                    is_used=True,
                    rule_id=body.rule_id,
                    token_start=first,
                    token_end=len(tokens),
                )
            )
        start = end + 1
    return AnalysedDocument(document, paragraphs, sentences, tokens, [])


def _add_words(tokens: Tokens, line: str, start: int) -> None:
    first = len(tokens)
    for word in line.split(" "):
        if word:
            tokens.text.append(word)
            tokens.start.append(start)
            tokens.end.append(start + len(word))
        start += len(word) + 1
    count = len(tokens) - first
    tokens.tag += ["NN"] * count
    tokens.dep += ["dep"] * count
    tokens.head += [first] * count
