"""What text reuse costs and what it finds, on a generated corpus whose reuse is known.

    python tests/bench/bench_reuse.py --documents 100000

Words are drawn as language draws them: few are frequent, most are rare, and stock phrases recur.
Into some documents a paragraph of an earlier one is planted: whole, lightly edited (one word in
twenty changed), heavily edited (one in six), or one of its sentences alone. The cost stands
beside that of the plain equi-join that any such method needs at least.
"""

import argparse
import json
import resource
import time
from dataclasses import dataclass

import numpy as np
import polars as pl

from pipeline.link.reuse import FREQUENCY_CAP, find_reuse

_VOCABULARY = 30_000
_STOCK_PHRASES = 300
_SENTENCES = 3
_PARAGRAPHS = 3
_PLANTED_SHARE = 0.2
_KINDS = ("whole", "light", "heavy", "partial")
_CHANGED = {"whole": 0.0, "light": 1 / 20, "heavy": 1 / 6}


@dataclass
class Corpus:
    """Paragraphs as `find_reuse` takes them, and the pairs planted among them, by kind."""

    paragraphs: pl.DataFrame
    planted: dict[tuple[str, str], str]


def generate(documents: int, seed: int = 7) -> Corpus:
    """Return a corpus that is the same for the same arguments."""
    rng = np.random.default_rng(seed)
    frequency = 1 / np.arange(1, _VOCABULARY + 1)
    chances = np.cumsum(frequency / frequency.sum())

    def words(size: int) -> list[int]:
        return np.searchsorted(chances, rng.random(size)).clip(max=_VOCABULARY - 1).tolist()

    stock = [words(int(size)) for size in rng.integers(5, 9, _STOCK_PHRASES)]

    def sentence() -> list[int]:
        body = words(int(rng.integers(9, 24)))
        if rng.random() < 0.3:
            at = int(rng.integers(len(body)))
            # Squared, so that some phrases are far more common than others.
            body[at:at] = stock[int(rng.random() ** 2 * _STOCK_PHRASES)]
        return body

    def edited(original: list[int], share: float) -> list[int]:
        result: list[int] = []
        for word, chance in zip(original, rng.random(len(original)).tolist(), strict=True):
            if chance >= share:
                result.append(word)
            elif chance < share / 3:
                continue
            elif chance < share * 2 / 3:
                result += words(1)
            else:
                result += [word, *words(1)]
        return result

    sources = iter(rng.permutation(documents // 2).tolist())
    written: list[list[list[list[int]]]] = []
    planted: dict[tuple[str, str], str] = {}
    for document in range(documents):
        paragraphs = [[sentence() for _ in range(_SENTENCES)] for _ in range(_PARAGRAPHS)]
        if document >= documents // 2 and rng.random() < _PLANTED_SHARE * 2:
            source, kind = next(sources), _KINDS[int(rng.integers(len(_KINDS)))]
            theirs, mine = (int(one) for one in rng.integers(_PARAGRAPHS, size=2))
            original = written[source][theirs]
            if kind == "partial":
                # A sentence of fewer than eleven words is hardly more than a phrase.
                paragraphs[mine][1] = max(original, key=len)
            else:
                paragraphs[mine] = [edited(one, _CHANGED[kind]) for one in original]
            planted[_name(source, theirs), _name(document, mine)] = kind
        written.append(paragraphs)
    rows = [
        (
            _name(index, place),
            f"{index:020x}",
            " ".join(" ".join(f"w{word}" for word in one) + "." for one in paragraph),
        )
        for index, paragraphs in enumerate(written)
        for place, paragraph in enumerate(paragraphs)
    ]
    frame = pl.DataFrame(rows, schema=["paragraph_id", "document_id", "text"], orient="row")
    return Corpus(
        frame.with_columns(
            source_id="document_id", is_used=pl.lit(True), char_start=pl.lit(0, pl.Int64)
        ),
        planted,
    )


def _name(document: int, paragraph: int) -> str:
    return f"{document * _PARAGRAPHS + paragraph:020x}"


def quality(corpus: Corpus, edges: pl.DataFrame) -> dict[str, float]:
    """Return recall by kind and over all, and precision, of the edges found."""
    found = set(edges.select("paragraph_id_a", "paragraph_id_b").iter_rows())
    measures = {}
    for kind in (*_KINDS, "all"):
        wanted = {pair for pair, one in corpus.planted.items() if kind in (one, "all")}
        measures[f"recall_{kind}"] = len(wanted & found) / max(1, len(wanted))
    measures["precision"] = len(found & corpus.planted.keys()) / max(1, len(found))
    return measures


def plain_equi_join(paragraphs: pl.DataFrame) -> int:
    """Return the pairs that share two runs of five words: the least that any method must do."""
    words = (
        paragraphs.lazy()
        .with_row_index("p")
        .select("p", w=pl.col("text").str.to_lowercase().str.extract_all(r"\w+"))
    )
    word = pl.col("w")
    runs = (
        words.explode("w")
        .with_columns(last=pl.col("p").shift(-4))
        .select(
            "p",
            "last",
            run=pl.concat_str([word.shift(-step) for step in range(5)], separator=" ").hash(),
        )
        .filter(pl.col("p") == pl.col("last"))
        .select("p", "run")
        .unique()
        .collect()
        .lazy()
    )
    kept = runs.join(
        runs.group_by("run").len().filter(pl.col("len").is_between(2, FREQUENCY_CAP)), on="run"
    )
    return int(
        kept.join(kept, on="run")
        .filter(pl.col("p") < pl.col("p_right"))
        .group_by("p", "p_right")
        .len()
        .filter(pl.col("len") >= 2)
        .collect()
        .height
    )


def main() -> None:
    """Print one JSON object with sizes, times, peak memory and quality."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--baseline", action="store_true", help="also run the plain equi-join")
    arguments = parser.parse_args()
    corpus = generate(arguments.documents)
    before, cpu = time.perf_counter(), time.process_time()
    edges = find_reuse(corpus.paragraphs)
    seconds, cpu_seconds = time.perf_counter() - before, time.process_time() - cpu
    result: dict[str, float] = {
        "documents": arguments.documents,
        "paragraphs": corpus.paragraphs.height,
        "words": int(corpus.paragraphs["text"].str.count_matches(" ").sum()),
        "edges": edges.height,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu_seconds, 2),
        # In kilobytes on Linux. Taken before the baseline runs: it only ever rises.
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        **{name: round(value, 4) for name, value in quality(corpus, edges).items()},
    }
    if arguments.baseline:
        before, cpu = time.perf_counter(), time.process_time()
        plain_equi_join(corpus.paragraphs)
        result["baseline_seconds"] = round(time.perf_counter() - before, 2)
        result["baseline_cpu_seconds"] = round(time.process_time() - cpu, 2)
        result["ratio"] = round(seconds / result["baseline_seconds"], 2)
        # On a machine that others use too, this one can be told again.
        result["cpu_ratio"] = round(cpu_seconds / result["baseline_cpu_seconds"], 2)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
