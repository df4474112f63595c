"""What claims cost, on generated figures.

    python tests/bench/bench_claims.py --figures 1000000

Documents tell of events; most events are told of by one document, some by many, as in news. Each
telling has its own words around the same number, and now and then another number. The cost stands
beside that of the plain way: figures of one noun, value and place are paired by an equi-join in
polars, and the sentences of each pair compared by rapidfuzz.
"""

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandera.polars as pa
import polars as pl
from rapidfuzz import fuzz, process

from pipeline.link.claims import COLUMNS, find_claims
from schemas.contract import polars_schema
from schemas.dates import FCT_DATE_MENTION
from schemas.entities import FCT_ENTITY_MENTION
from schemas.figures import BRIDGE_FIGURE_ENTITY, FCT_FIGURE
from schemas.quotes import FCT_QUOTE
from schemas.reuse import FCT_TEXT_REUSE
from schemas.sources import DIM_DOCUMENT, DIM_SOURCE
from schemas.text import DIM_PARAGRAPH, DIM_SEGMENT, DIM_SENTENCE, SegmentBasis

_FIGURES_PER_DOCUMENT = 10
_ENTITIES = 20_000
_WORDS = 20_000
_PAIRS_AT_ONCE = 100_000
_ALIKE = 60
"""Of a hundred."""
_NOUNS = (
    "soldier refugee tank ship house school vote missile company worker child hospital tonne "
    "ticket flight village dollar permit tree bridge ambulance judge lawyer wagon turbine"
).split()


@dataclass(slots=True, frozen=True)
class _Tellings:
    """Figures as they are told, one sentence each: one entry per figure in every list."""

    value: list[float]
    noun: list[str]
    places: list[list[int]]
    text: list[str]


def _tellings(figures: int, seed: int) -> _Tellings:
    """Return so many figures about half as many events, in words of their own."""
    rng = np.random.default_rng(seed)
    events = max(1, figures // 2)
    # Squared: a few events are in all the papers.
    event = (rng.random(figures) ** 2 * events).astype(int)
    values = np.round(10 ** rng.uniform(0, 6, events), -1)[event]
    values = np.where(rng.random(figures) < 0.1, values + 10, values).tolist()
    nouns = np.array(_NOUNS)[rng.integers(len(_NOUNS), size=events)[event]].tolist()
    places = (rng.random((events, 2)) ** 2 * _ENTITIES).astype(int)[event].tolist()
    vocabulary = [_word(number) for number in range(_WORDS)]
    words = (rng.random((events, 4)) ** 2 * _WORDS).astype(int)[event].tolist()
    own = (rng.random((figures, 3)) ** 2 * _WORDS).astype(int).tolist()
    texts = []
    for theirs, (p, q), mine, v, n in zip(words, places, own, values, nouns, strict=True):
        a, b, c, d = (vocabulary[word] for word in theirs)
        x, y, z = (vocabulary[word] for word in mine)
        texts.append(f"The {a} {b} of Place{p} {x} {int(v)} {n}s {c} {y} near Place{q} {d} {z}")
    return _Tellings(values, nouns, places, texts)


def _word(number: int) -> str:
    """Return a word of five letters; none is an "s", which might be taken for a plural's."""
    letters = "abcdefghijklmnopqrtuvwxyz"
    return "".join(letters[number // 25**place % 25] for place in range(5))


def generate(figures: int, seed: int = 11) -> dict[str, pl.DataFrame]:
    """Return the linked tables that `find_claims` takes, the same for the same arguments."""
    told = _tellings(figures, seed)
    ids = [f"{index:020x}" for index in range(figures)]
    document_ids = [f"{index // _FIGURES_PER_DOCUMENT:020x}" for index in range(figures)]
    facts = {"document_id": document_ids, "source_id": document_ids, "paragraph_id": ids}
    return {
        "figures": _figures(told, {**facts, "figure_id": ids, "sentence_id": ids}),
        "dates": pl.DataFrame(schema=polars_schema(FCT_DATE_MENTION)),
        "quotes": pl.DataFrame(schema=polars_schema(FCT_QUOTE)),
        "reuse": pl.DataFrame(schema=polars_schema(FCT_TEXT_REUSE)),
        "figure_entities": pl.DataFrame(schema=polars_schema(BRIDGE_FIGURE_ENTITY)),
        "sentences": _filled(
            DIM_SENTENCE,
            {
                **facts,
                "sentence_id": ids,
                "sentence_index": list(range(figures)),
                "char_start": [0] * figures,
                "text": told.text,
                "is_used": [True] * figures,
            },
        ),
        "paragraphs": _filled(
            DIM_PARAGRAPH,
            {"paragraph_id": ids, "document_id": document_ids, "segment_id": document_ids},
        ),
        "segments": _segments(sorted(set(document_ids))),
        **_documents(sorted(set(document_ids))),
        "mentions": _mentions(told, ids, document_ids),
    }


def _figures(told: _Tellings, ids: Mapping[str, Sequence[object]]) -> pl.DataFrame:
    expressions = [
        f"{int(value)} {noun}s" for value, noun in zip(told.value, told.noun, strict=True)
    ]
    starts = [
        text.index(f" {expression} ") + 1
        for text, expression in zip(told.text, expressions, strict=True)
    ]
    count = len(expressions)
    return _filled(
        FCT_FIGURE,
        {
            **ids,
            "value": told.value,
            "counted_noun": [f"{noun}s" for noun in told.noun],
            "counted_noun_lemma": told.noun,
            "surface": expressions,
            "char_start": starts,
            "char_end": [
                start + len(expression)
                for start, expression in zip(starts, expressions, strict=True)
            ],
            "comparator": ["eq"] * count,
            "unit_kind": ["count"] * count,
            "modality": ["asserted"] * count,
        },
    )


def _documents(ids: list[str]) -> dict[str, pl.DataFrame]:
    """Return documents of 500 publishers over sixty days, each from a source of its own."""
    first = dt.date(2030, 1, 1)
    places = range(len(ids))
    return {
        "documents": _filled(
            DIM_DOCUMENT,
            {
                "document_id": ids,
                "source_id": ids,
                "external_id": [str(place) for place in places],
                "publisher_name": [f"publisher {place % 500}" for place in places],
                "published_date": [first + dt.timedelta(place % 60) for place in places],
            },
        ),
        "sources": _filled(DIM_SOURCE, {"source_id": ids}),
    }


def _segments(ids: list[str]) -> pl.DataFrame:
    """Return documents as one segment each."""
    basis = [SegmentBasis.WHOLE] * len(ids)
    return _filled(DIM_SEGMENT, {"segment_id": ids, "document_id": ids, "basis": basis})


def _mentions(told: _Tellings, ids: list[str], document_ids: list[str]) -> pl.DataFrame:
    """Return both places of each sentence as mentions of entities."""
    rows = [
        (figure, 2 * figure + side, place, told.text[figure].index(f"Place{place}"))
        for figure, places in enumerate(told.places)
        for side, place in enumerate(places)
    ]
    return _filled(
        FCT_ENTITY_MENTION,
        {
            "sentence_id": [ids[figure] for figure, *_ in rows],
            "paragraph_id": [ids[figure] for figure, *_ in rows],
            "document_id": [document_ids[figure] for figure, *_ in rows],
            "entity_mention_id": [f"{mention:020x}" for _, mention, *_ in rows],
            "entity_id": [f"{place:020x}" for *_, place, _ in rows],
            "char_start": [start for *_, start in rows],
            "char_end": [start + len("Place") for *_, start in rows],
            "entity_type": ["place"] * len(rows),
        },
    )


def _filled(table: pa.DataFrameSchema, columns: Mapping[str, Sequence[object]]) -> pl.DataFrame:
    """Return the columns with all others that claims are found from, empty or false."""
    schema = polars_schema(table)
    frame = pl.DataFrame(columns, schema_overrides={n: schema[n] for n in columns})
    wanted = COLUMNS[str(table.name)]
    missing = [
        pl.lit(False if schema[name] == pl.Boolean else None, schema[name]).alias(name)
        for name in wanted
        if name not in columns
    ]
    return frame.with_columns(missing).select(wanted)


def plain_matching(tables: Mapping[str, pl.LazyFrame]) -> int:
    """Return how many pairs of figures of one noun, value and place stand in like sentences."""
    keyed = (
        tables["figures"]
        .select("sentence_id", "counted_noun_lemma", "value")
        .join(tables["mentions"].select("sentence_id", "entity_id"), on="sentence_id")
    )
    pairs = (
        keyed.join(keyed, on=["counted_noun_lemma", "value", "entity_id"], suffix="_b")
        .filter(pl.col("sentence_id") < pl.col("sentence_id_b"))
        .select("sentence_id", "sentence_id_b")
        .unique()
        .collect()
    )
    texts = tables["sentences"].select("sentence_id", "text").collect()
    alike = 0
    for some in pairs.iter_slices(_PAIRS_AT_ONCE):
        both = some.join(texts, on="sentence_id").join(
            texts.rename({"sentence_id": "sentence_id_b"}), on="sentence_id_b", suffix="_b"
        )
        scores = process.cpdist(
            both["text"].to_list(), both["text_b"].to_list(), scorer=fuzz.token_set_ratio
        )
        alike += int((scores >= _ALIKE).sum())
    return alike


def main() -> None:
    """Print one JSON object with sizes, times and the peak memory of linking alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=int, default=50_000)
    parser.add_argument("--write", type=Path, help="write the tables here and stop")
    arguments = parser.parse_args()
    if arguments.write:
        for name, table in generate(arguments.figures).items():
            table.write_parquet(arguments.write / f"{name}.parquet")
        return
    with tempfile.TemporaryDirectory() as folder:
        # Elsewhere, since making the tables takes more room than linking them.
        made = [__file__, "--write", folder, "--figures", str(arguments.figures)]
        subprocess.run([sys.executable, *made], check=True)
        scratch = Path(folder) / "scratch"
        scratch.mkdir()
        paths = Path(folder).glob("*.parquet")
        tables = {path.stem: pl.scan_parquet(path) for path in paths}
        print(json.dumps(measure(tables, scratch), indent=1))


def measure(tables: Mapping[str, pl.LazyFrame], scratch: Path) -> dict[str, float]:
    """Return what linking costs, and what it would cost the plain way."""
    at_first, before, cpu = _peak(), time.perf_counter(), time.process_time()
    claims = find_claims(scratch, **tables)
    seconds, cpu_seconds = time.perf_counter() - before, time.process_time() - cpu
    # Taken before all else: it only ever rises.
    peak = _peak()
    bytes_of_scratch = sum(one.stat().st_size for one in scratch.rglob("*") if one.is_file())
    before, cpu = time.perf_counter(), time.process_time()
    plain_matching(tables)
    plain, plain_cpu = time.perf_counter() - before, time.process_time() - cpu
    return {
        "figures": _count(tables["figures"]),
        "claims": _count(claims.dim_claim),
        "claims_of_several_documents": _count(
            claims.dim_claim.filter(pl.col("document_count") > 1)
        ),
        "contradictions": _count(claims.fct_contradiction),
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu_seconds, 1),
        "memory_before_mb": at_first,
        "peak_memory_mb": peak,
        "scratch_mb": bytes_of_scratch // 2**20,
        "tables_read_whole_would_take_mb": sum(
            round(one.collect().estimated_size("mb")) for one in tables.values()
        ),
        "plain_matching_seconds": round(plain, 1),
        "plain_matching_cpu_seconds": round(plain_cpu, 1),
        "ratio": round(seconds / plain, 1),
        # On a machine that others use too, this one can be told again.
        "cpu_ratio": round(cpu_seconds / plain_cpu, 1),
    }


def _peak() -> int:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _count(table: pl.LazyFrame) -> int:
    return int(table.select(pl.len()).collect().item())


if __name__ == "__main__":
    main()
