"""What reading quotes costs beyond the analysis, and that marks without end cost no more.

    python tests/bench/bench_quotes.py

The texts are those of the quality set, analysed once and read again and again; the hostile ones
are 25,000 and 100,000 characters of marks, whose costs must stand as their lengths do.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.analyse.documents import analyse_document
from pipeline.analyse.model import load_model
from pipeline.document import AnalysedDocument
from pipeline.extract.quotes import read_quotes

_CASES = Path(__file__).parents[1] / "quality" / "quotes_cases.jsonl"
_ROUNDS = 40
_TEXTS_A_DOCUMENT = 25
_HOSTILE = ('"', "“", "'", ' "a', "“A b. ", '"We go on and on." ')


def _cpu_seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _read_afresh(documents: list[AnalysedDocument]) -> None:
    for document in documents:
        # What the document keeps between extractors is made anew: its cost counts here too.
        document.__dict__.pop("children", None)
        read_quotes(document, [])


def main() -> None:
    """Print words per CPU-second, and the cost of hostile texts."""
    nlp = load_model()
    texts = [json.loads(line)["text"] for line in _CASES.read_text(encoding="utf-8").splitlines()]
    documents = [
        analyse_document(nlp, "\n\n".join(texts[first : first + _TEXTS_A_DOCUMENT]))
        for first in range(0, len(texts), _TEXTS_A_DOCUMENT)
    ]
    words = sum(len(text.split()) for text in texts)
    _read_afresh(documents)
    seconds = _cpu_seconds(lambda: [_read_afresh(documents) for _ in range(_ROUNDS)])
    print(f"quotes: {words * _ROUNDS / seconds:,.0f} words per CPU-second, a quote in every line")
    for unit in _HOSTILE:
        short, long = (
            _cpu_seconds(lambda document=document: read_quotes(document, []))
            for document in (
                analyse_document(nlp, unit * (size // len(unit))) for size in (25_000, 100_000)
            )
        )
        print(f"quotes: {unit!r:24} 25,000 characters {short:6.3f} s, 100,000 {long:6.3f} s")


if __name__ == "__main__":
    main()
