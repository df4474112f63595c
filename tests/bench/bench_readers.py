"""What each reader of facts costs beside the model's own analysis of the same texts.

    python tests/bench/bench_readers.py [--texts FILE.jsonl]

The texts are analysed once, and each reader then reads them alone. spaCy as it comes reads them
in the same run: against its cost each reader's is given as a share.
"""

import statistics
import time
from collections.abc import Callable

import spacy
from bench_analysis import plain
from corpus import chosen_texts

from pipeline.analyse.documents import analyse_document
from pipeline.analyse.model import MODEL_NAME, load_model
from pipeline.clean.paragraphs import clean
from pipeline.clean.wrapping import unwrap
from pipeline.document import AnalysedDocument
from pipeline.extract.dates import DateMention, read_dates
from pipeline.extract.entities import EntityMention, read_entities
from pipeline.extract.figures import read_figures
from pipeline.extract.quotes import read_quotes

GOAL = 10
"""Per cent of the analysis that entities and dates may take together."""


def main() -> None:
    """Measure and print."""
    texts, rounds = chosen_texts(__doc__)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words:,} words, median of {rounds} rounds")

    # Layers keep the operations of the moment they are made in; here none have been chosen.
    bare = spacy.load(MODEL_NAME, exclude=["attribute_ruler", "lemmatizer"])
    model = load_model()
    analysed = [analyse_document(model, text) for text in texts]
    mentions = [read_entities(one)[0] for one in analysed]
    dates = [read_dates(one)[0] for one in analysed]
    work_of = readers(texts, analysed, mentions, dates)
    for work in work_of.values():
        work()  # Not measured: what is loaded on first use, a process pays for once.

    seconds: dict[str, list[float]] = {}
    for _ in range(rounds):
        # In turns, so that whatever else the machine does falls on all of them.
        seconds.setdefault("spaCy", []).append(cpu_seconds(lambda: list(plain(bare, texts))))
        for name, work in work_of.items():
            forget_what_readers_share(analysed)
            seconds.setdefault(name, []).append(cpu_seconds(work))
    cost = {name: statistics.median(taken) for name, taken in seconds.items()}
    cost["entities + dates"] = cost["entities"] + cost["dates"]
    for name, taken in cost.items():
        share = 100 * taken / cost["spaCy"]
        goal = f"  (goal: under {GOAL})" if name == "entities + dates" else ""
        rate = f"{words / taken:>12,.0f} words per CPU-second"
        print(f"{name:<17}{rate} {share:7.2f} % of spaCy{goal}")


def readers(
    texts: list[str],
    analysed: list[AnalysedDocument],
    mentions: list[list[EntityMention]],
    dates: list[list[DateMention]],
) -> dict[str, Callable[[], object]]:
    """Return each reader's whole work, by name."""
    return {
        "unwrap": lambda: [unwrap(text) for text in texts],
        "clean": lambda: [clean(text, language_code="en") for text in texts],
        "entities": lambda: [read_entities(one) for one in analysed],
        "dates": lambda: [read_dates(one) for one in analysed],
        "figures": lambda: [
            read_figures(*read) for read in zip(analysed, mentions, dates, strict=True)
        ],
        "quotes": lambda: [read_quotes(*read) for read in zip(analysed, mentions, strict=True)],
    }


def forget_what_readers_share(analysed: list[AnalysedDocument]) -> None:
    """Drop what a document keeps from one reader for the next: each pays for it alone."""
    kept = AnalysedDocument.__dataclass_fields__
    for document in analysed:
        for name in document.__dict__.keys() - kept:
            del document.__dict__[name]


def cpu_seconds(work: Callable[[], object]) -> float:
    """Do the work and return its seconds of processor time."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
