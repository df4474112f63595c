"""Words a second through the model: this pipeline's analysis against spaCy as it comes.

Both read the same texts in turns, so that whatever else the machine does falls on both. Say
`--texts FILE.jsonl` to measure on texts of your own, an object with `text` a line.
"""

import resource
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from corpus import chosen_texts
from spacy.language import Language

from pipeline.analyse.analysis import Analysis, Unit
from pipeline.analyse.frames import analyses_from_frame, analyses_to_frame, analysis_key
from pipeline.analyse.model import MODEL_NAME, analyse, load_model
from pipeline.analyse.pool import Crew
from pipeline.clean.sentences import sentence_spans

WORKERS = 2
TEXTS_A_BATCH = 20


def main() -> None:
    """Measure and print."""
    texts, rounds = chosen_texts(__doc__)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words:,} words")

    # Layers keep the operations of the moment they are made in; here none have been chosen.
    bare = spacy.load(MODEL_NAME, exclude=["attribute_ruler", "lemmatizer"])
    fast = load_model()
    ratios, wall_ratios = [], []
    peaks: list[float] = []
    for number in range(1, rounds + 1):
        bare_rate, bare_wall = rates(words, plain(bare, texts))
        fast_rate, _ = rates(words, analyse(fast, paragraphs(texts)))
        _, pool_wall = rates(words, in_workers(texts, peaks))
        ratios.append(fast_rate / bare_rate)
        wall_ratios.append(pool_wall / bare_wall)
        print(
            f"round {number}: words per CPU-second {bare_rate:,.0f} spaCy, {fast_rate:,.0f} here;"
            f" per second of wall time {bare_wall:,.0f} nlp.pipe, {pool_wall:,.0f}"
            f" in {WORKERS} workers, their start included"
        )
    print(f"per CPU-second x {statistics.median(ratios):.2f} (median of {rounds} rounds)")
    print(f"in wall time   x {statistics.median(wall_ratios):.2f}")
    kept(texts, fast, words)
    print(f"peak memory of a worker {max(peaks):,.0f} MB")


def rates(words: int, work: Iterable[object]) -> tuple[float, float]:
    """Do the work and return words per second of processor and of wall time."""
    begun, began = time.process_time(), time.perf_counter()
    for _ in work:
        pass
    return words / (time.process_time() - begun), words / (time.perf_counter() - began)


def plain(nlp: Language, texts: Sequence[str]) -> Iterator[object]:
    """Yield what spaCy makes of whole texts."""
    yield from nlp.pipe(texts)


def paragraphs(texts: Iterable[str]) -> list[Unit]:
    """Return the paragraphs of the texts, with their sentences drawn."""
    return [
        (line, [start for start, _ in sentence_spans(line, 0, len(line))])
        for text in texts
        for line in text.split("\n")
        if line.strip()
    ]


def in_workers(texts: Sequence[str], peaks: list[float]) -> Iterator[object]:
    """Yield the outcome of each batch of texts, analysed by workers started for it.

    `peaks` takes note of the memory that a worker had held at its most, in MB.
    """
    batches = [list(batch) for batch in batched_texts(texts)]
    crew = Crew(peak_of_analysis, load=load_model, setup=itself, size=WORKERS)
    for outcome in crew.run(batches):
        if outcome.value is None:
            raise RuntimeError(outcome.failure)
        peaks.append(outcome.value)
        yield outcome


def itself(loaded: Language) -> Language:
    """Return what was loaded."""
    return loaded


def batched_texts(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the texts, some at a time."""
    for first in range(0, len(texts), TEXTS_A_BATCH):
        yield texts[first : first + TEXTS_A_BATCH]


def peak_of_analysis(nlp: Language, texts: list[str]) -> float:
    """Analyse the texts and return the most memory that this process has held, in MB."""
    for _ in analyse(nlp, paragraphs(texts)):
        pass
    # What getrusage says of a new process counts the one that it was forked from.
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def kept(texts: Sequence[str], nlp: Language, words: int) -> None:
    """Print what it costs to keep analyses and to have them again."""
    units = paragraphs(texts)
    found: dict[str, Analysis] = {
        analysis_key(text, starts, "bench"): analysis
        for (text, starts), analysis in zip(units, analyse(nlp, units), strict=True)
    }
    begun = time.perf_counter()
    frame = analyses_to_frame(list(found), list(found.values()))
    written = time.perf_counter()
    analyses_from_frame(frame)
    read_again = time.perf_counter()
    print(
        f"kept at {words / (written - begun):,.0f} words a second,"
        f" had again at {words / (read_again - written):,.0f}"
    )


if __name__ == "__main__":
    main()
