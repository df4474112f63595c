"""What claims cost, on generated figures.

    python tests/bench/bench_claims.py --figures 1000000

Documents tell of events; most events are told of by one document, some by many, as in news. Each
telling has its own words around the same number, and now and then another number.
"""

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandera.polars as pa
import polars as pl

from pipeline.link.claims import COLUMNS, find_claims
from schemas.contract import polars_schema
from schemas.dates import FCT_DATE_MENTION
from schemas.entities import FCT_ENTITY_MENTION
from schemas.figures import BRIDGE_FIGURE_ENTITY, FCT_FIGURE
from schemas.quotes import FCT_QUOTE
from schemas.reuse import FCT_TEXT_REUSE
from schemas.sources import DIM_DOCUMENT, DIM_SOURCE
from schemas.text import DIM_PARAGRAPH, DIM_SEGMENT, DIM_SENTENCE

_FIGURES_PER_DOCUMENT = 10
_ENTITIES = 20_000
_WORDS = 20_000
_NOUNS = (
    "soldier refugee tank ship house school vote missile company worker child hospital tonne "
    "ticket flight village dollar permit tree bridge ambulance judge lawyer wagon turbine"
).split()


def generate(figures: int, seed: int = 11) -> dict[str, pl.DataFrame]:
    """Return the linked tables that `find_claims` takes, the same for the same arguments."""
    rng = np.random.default_rng(seed)
    documents = max(1, figures // _FIGURES_PER_DOCUMENT)
    events = max(1, figures // 2)
    # Squared: a few events are in all the papers.
    event = (rng.random(figures) ** 2 * events).astype(int)
    document = np.arange(figures) // _FIGURES_PER_DOCUMENT
    values = np.round(10 ** rng.uniform(0, 6, events), -1)[event]
    values = np.where(rng.random(figures) < 0.1, values + 10, values)
    noun = np.array(_NOUNS)[rng.integers(len(_NOUNS), size=events)[event]]
    places = (rng.random((events, 2)) ** 2 * _ENTITIES).astype(int)[event]
    words = (rng.random((events, 4)) ** 2 * _WORDS).astype(int)[event]
    own = (rng.random((figures, 3)) ** 2 * _WORDS).astype(int)
    texts = [
        f"The w{a} w{b} of Place{p} w{x} {int(v)} {n}s w{c} w{y} near Place{q} w{d} w{z}"
        for (a, b, c, d), (p, q), (x, y, z), v, n in zip(
            words.tolist(),
            places.tolist(),
            own.tolist(),
            values.tolist(),
            noun.tolist(),
            strict=True,
        )
    ]
    starts = [text.index(f" {int(v)} ") + 1 for text, v in zip(texts, values.tolist(), strict=True)]
    ends = [
        start + len(f"{int(v)} {n}s")
        for start, v, n in zip(starts, values.tolist(), noun.tolist(), strict=True)
    ]
    ids = [f"{index:020x}" for index in range(figures)]
    document_ids = [f"{index:020x}" for index in document.tolist()]
    facts = {"document_id": document_ids, "source_id": document_ids, "paragraph_id": ids}
    first = dt.date(2030, 1, 1)
    mention_rows = [
        (ids[row], f"{2 * row + side:020x}", f"{place:020x}", texts[row].index(f"Place{place}"))
        for row in range(figures)
        for side, place in enumerate(places[row].tolist())
    ]
    return {
        "figures": _filled(
            FCT_FIGURE,
            {
                **facts,
                "figure_id": ids,
                "sentence_id": ids,
                "value": values.tolist(),
                "counted_noun": [f"{one}s" for one in noun.tolist()],
                "counted_noun_lemma": noun.tolist(),
                "surface": [t[a:b] for t, a, b in zip(texts, starts, ends, strict=True)],
                "char_start": starts,
                "char_end": ends,
                "comparator": ["eq"] * figures,
                "unit_kind": ["count"] * figures,
                "modality": ["asserted"] * figures,
            },
        ),
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
                "text": texts,
            },
        ),
        "paragraphs": _filled(DIM_PARAGRAPH, {"paragraph_id": ids, "segment_id": document_ids}),
        "segments": _filled(DIM_SEGMENT, {"segment_id": sorted(set(document_ids))}),
        "documents": _filled(
            DIM_DOCUMENT,
            {
                "document_id": [f"{index:020x}" for index in range(documents)],
                "source_id": [f"{index:020x}" for index in range(documents)],
                "external_id": [str(index) for index in range(documents)],
                "publisher_name": [f"publisher {index % 500}" for index in range(documents)],
                "published_date": [first + dt.timedelta(index % 60) for index in range(documents)],
            },
        ),
        "sources": _filled(
            DIM_SOURCE, {"source_id": [f"{index:020x}" for index in range(documents)]}
        ),
        "mentions": _filled(
            FCT_ENTITY_MENTION,
            {
                "sentence_id": [row[0] for row in mention_rows],
                "paragraph_id": [row[0] for row in mention_rows],
                "document_id": [document_ids[row // 2] for row in range(len(mention_rows))],
                "entity_mention_id": [row[1] for row in mention_rows],
                "entity_id": [row[2] for row in mention_rows],
                "char_start": [row[3] for row in mention_rows],
                "char_end": [row[3] + 5 for row in mention_rows],
                "entity_type": ["place"] * len(mention_rows),
            },
        ),
    }


def _filled(table: pa.DataFrameSchema, columns: dict[str, list[object]]) -> pl.DataFrame:
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


def main() -> None:
    """Print one JSON object with sizes, time and peak memory of linking alone."""
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
        tables = {path.stem: pl.read_parquet(path) for path in Path(folder).iterdir()}
    before, cpu = time.perf_counter(), time.process_time()
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    claims = find_claims(**tables)
    print(
        json.dumps(
            {
                "figures": arguments.figures,
                "claims": claims.dim_claim.height,
                "claims_of_several_documents": claims.dim_claim.filter(
                    pl.col("document_count") > 1
                ).height,
                "contradictions": claims.fct_contradiction.height,
                "seconds": round(time.perf_counter() - before, 1),
                "cpu_seconds": round(time.process_time() - cpu, 1),
                "memory_before_mb": base,
                "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
