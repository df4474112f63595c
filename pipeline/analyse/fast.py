"""spaCy made fast: the same sums, in an order that suits the processor.

Three things take most of a small model's time, and none of them adds to what it says.
Embeddings are computed for every token, though a few thousand distinct words make up most of
any text. Maxout and layer normalisation walk through memory many times. And the transition
parser's loop gives Python's lock back and takes it again more than a hundred times a word.
Here each distinct token is embedded once a batch, layers work in blocks that stay in the
processor's cache, and the transition systems are stepped from Python, all texts of a batch at
once. What this module does not recognise is left to spaCy.
"""

import contextlib
import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import as_strided
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]
AnyModel = Model[Any, Any]

# The parser's table of features takes 4 KB a token.
_BATCH_TOKENS = 16_384
# For fewer texts at once spaCy's own loop is faster than steps from Python.
_FEW_DOCS = 8
# 256 rows of 288 numbers, in and out, fit into a core's second-level cache.
_BLOCK_ROWS = 256
_TOK2VEC_KINDS = [
    "extract_features",
    "list2ragged",
    "with_array",
    "with_array",
    "ragged2list",
    "with_array",
]
_VARIANCE_FLOOR = 1e-8  # as in thinc's layernorm


def one_blas_thread() -> None:
    """Keep numpy's matrix products on the calling thread from now on.

    They are small here: handing parts to other threads costs more than the product, and on
    busy cores several times as much. The variables that say so must be set before numpy is
    imported, by whoever starts the process; this can be said at any time.
    """
    package = Path(np.__file__).parent
    for folder in (package.with_name("numpy.libs"), package / ".dylibs"):
        for library in folder.glob("libscipy_openblas*"):
            with contextlib.suppress(AttributeError):  # a build with other names, or no threads
                ctypes.CDLL(str(library)).scipy_openblas_set_num_threads64_(1)


def annotate(nlp: Language, docs: Sequence[Doc]) -> None:
    """Let every component of the pipeline set its annotations on the docs."""
    for batch in _batches(docs):
        for _, pipe in nlp.pipeline:
            component: Any = pipe
            if len(batch) >= _FEW_DOCS and _is_greedy(component):
                predictions = _step_through(component, batch)
            else:
                predictions = component.predict(batch)
            component.set_annotations(batch, predictions)


def _batches(docs: Sequence[Doc]) -> Iterator[list[Doc]]:
    """Yield the docs that have tokens, those of like length together.

    They are then done after about as many steps, and no step is taken for a few.
    """
    batch: list[Doc] = []
    tokens = 0
    for doc in sorted(docs, key=len):
        if batch and tokens + len(doc) > _BATCH_TOKENS:
            yield batch
            batch, tokens = [], 0
        if len(doc):  # no component has anything to say of no tokens
            batch.append(doc)
            tokens += len(doc)
    if batch:
        yield batch


def _is_greedy(component: Any) -> bool:
    return hasattr(component, "transition_states") and component.cfg["beam_width"] == 1


def _step_through(component: Any, docs: list[Doc]) -> Any:
    """Return the final states that the component's own `predict` would return."""
    states = component.moves.init_batch(docs)
    scorer = component.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = component.transition_states(unfinished, scorer.predict(unfinished))
    return states


def quicken(nlp: Language) -> None:
    """Replace, in the model's components, the layers that this module knows by faster ones.

    They predict what the layers before them did, up to the rounding of the last bit; they
    cannot be trained.
    """
    for _, pipe in nlp.pipeline:
        for node in list(getattr(pipe, "model").walk()):  # noqa: B009 (not every component has one)
            if node.has_ref("embed") and node.has_ref("encode"):
                quick = _Tok2Vec.of(node.get_ref("embed"), node.get_ref("encode"))
                if quick is not None:
                    node.layers[:] = [Model("quick_tok2vec", _without_training(quick))]


def _without_training(
    predict: Callable[[list[Doc]], list[Floats]],
) -> Callable[[AnyModel, list[Doc], bool], tuple[list[Floats], Callable[[Any], Any]]]:
    def forward(
        _model: AnyModel, docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats], Callable[[Any], Any]]:
        if is_train:
            raise NotImplementedError("this model was made fast for prediction only")
        return predict(docs), lambda gradient: gradient

    return forward


@dataclass(slots=True)
class _Maxout:
    """A maxout layer and the normalisation after it, as one."""

    weight: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: AnyModel, norm: AnyModel) -> "_Maxout":
        # Columns piece by piece: then the maximum is taken between contiguous rows.
        weight, bias, gain, shift = (
            np.asarray(layer.get_param(name), dtype=np.float32)
            for layer, name in ((maxout, "W"), (maxout, "b"), (norm, "G"), (norm, "b"))
        )
        by_piece = weight.transpose(2, 1, 0)
        return cls(
            weight=np.ascontiguousarray(by_piece.reshape(len(by_piece), -1)),
            bias=bias.T.reshape(-1),
            gain=gain,
            shift=shift,
        )

    def __call__(self, rows: Floats) -> Floats:
        width = len(self.gain)
        pieces = rows @ self.weight
        pieces += self.bias
        best = pieces[:, :width]
        for first in range(width, pieces.shape[1], width):
            best = np.maximum(best, pieces[:, first : first + width])
        mean = best @ np.full(width, 1 / width, dtype=np.float32)
        best -= mean[:, None]
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width)
        best *= (1 / np.sqrt(variance + np.float32(_VARIANCE_FLOOR)))[:, None]
        best *= self.gain
        best += self.shift
        return best


@dataclass(slots=True)
class _Tok2Vec:
    """Hash embeddings of lexical attributes, then residual maxout layers over a window of three."""

    columns: list[int | str]
    embed: AnyModel
    mix: _Maxout
    layers: list[_Maxout]
    gap: int

    @classmethod
    def of(cls, embed: AnyModel, encode: AnyModel) -> "_Tok2Vec | None":
        """Return the two halves of a spaCy tok2vec as one; None if their layers are others."""
        kinds = [layer.name.partition("(")[0] for layer in (*embed.layers, encode)]
        if kinds != _TOK2VEC_KINDS:
            return None
        residuals = encode.layers[0].layers
        if any(one.name != f"residual({one.layers[0].name})" for one in residuals):
            return None
        mix = _mixer(embed.layers[3])
        layers = [_mixer(one, "expand_window") for one in residuals]
        if mix is None or None in layers:
            return None
        return cls(
            columns=embed.layers[0].attrs["columns"],
            embed=embed.layers[2].layers[0],
            mix=mix,
            layers=[one for one in layers if one is not None],
            gap=encode.attrs["pad"],
        )

    def __call__(self, docs: list[Doc]) -> list[Floats]:
        """Return the vectors of each doc's tokens."""
        width = len(self.columns)
        keys = np.concatenate([doc.to_array(self.columns).reshape(-1, width) for doc in docs])
        if not len(keys):
            return [np.zeros((0, len(self.mix.gain)), dtype=np.float32) for _ in docs]
        first, place = _distinct_rows(keys)
        distinct = _in_blocks(self.mix, self.embed.predict(keys[first]))
        # Texts stand apart by as many empty rows as windows reach, and do not see each other.
        lengths = [len(doc) for doc in docs]
        ends = np.cumsum([self.gap + length for length in lengths])
        token_rows = np.arange(len(keys)) + np.repeat(
            self.gap * np.arange(1, len(docs) + 1), lengths
        )
        rows = np.zeros((int(ends[-1]) + self.gap, distinct.shape[1]), dtype=np.float32)
        rows[token_rows] = distinct[place]
        for layer in self.layers:
            rows = rows + _in_blocks(layer, _windows(rows))
        return [
            rows[end - length : end] for end, length in zip(ends.tolist(), lengths, strict=True)
        ]


def _mixer(layer: AnyModel, *before: str) -> _Maxout | None:
    """Return the layer's maxout if that, its normalisation and `before` are all it is made of."""
    leaves = [one for one in layer.walk(order="dfs_pre") if not one.layers]
    if [one.name for one in leaves] != [*before, "maxout", "layernorm", "dropout"]:
        return None
    if any(one.attrs.get("window_size", 1) != 1 for one in leaves):
        return None
    return _Maxout.of(*leaves[len(before) : len(before) + 2])


def _distinct_rows(keys: npt.NDArray[np.uint64]) -> tuple[Indices, Indices]:
    """Return where each distinct row stands first, and for every row which of these it equals."""
    odd = np.uint64(0x9E3779B97F4A7C15)
    mixed = keys[:, 0].copy()
    for column in keys.T[1:]:
        mixed = (mixed ^ (mixed >> np.uint64(29))) * odd + column
    _, first, place = np.unique(mixed, return_index=True, return_inverse=True)
    if not np.array_equal(keys[first][place], keys):  # two rows met in one hash
        _, first, place = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    return first, place


def _windows(rows: Floats) -> Floats:
    """Return a view of each row between the one before and the one after, zeros at the ends."""
    count, width = rows.shape
    padded = np.zeros((count + 2, width), dtype=np.float32)
    padded[1:-1] = rows
    # Neighbours lie side by side in memory: a window is three rows read as one.
    return as_strided(padded, (count, 3 * width), padded.strides, writeable=False)


def _in_blocks(layer: _Maxout, rows: Floats) -> Floats:
    result = np.empty((len(rows), len(layer.gain)), dtype=np.float32)
    for begin in range(0, len(rows), _BLOCK_ROWS):
        block = rows[begin : begin + _BLOCK_ROWS]
        result[begin : begin + _BLOCK_ROWS] = layer(np.ascontiguousarray(block))
    return result
