"""What linking the names of all documents costs, on generated mentions.

    python tests/bench/bench_entities.py --mentions 1000000

A few names are in all the papers and most in hardly any, as in news; persons go by their surname
now and then, and some names are taken for something else than they are. Names are made of
syllables, so that many are spelled alike and have to be compared.
"""

import argparse
import itertools
import json
import random
import resource
import time
from collections.abc import Iterator

import polars as pl

from pipeline.identity import content_id
from pipeline.link.entities import Overrides, link_entities
from schemas.entities import EntityType, MentionKind, MentionMethod

_SYLLABLES = "ba ko ri ma len tor vi sha dun pe gra lo mir sta nov han que zel jo ki".split()
_KINDS_OF_BODY = ("Group", "Ministry", "Bank", "Party", "University", "Ltd")
_GIVEN_NAMES = 800
_SURNAMES = 30_000
_MENTIONS_PER_NAME = 8
_NAMES_PER_DOCUMENT = 12
_MENTIONS_IN_A_DOCUMENT = (1, 2, 3)
_DOCUMENTS_PER_SOURCE = 10
_DOCUMENTS_PER_FRAME = 2_000
_COLUMNS = "document_entity_id document_id entity_type mention_kind method name surface".split()

Name = tuple[str, EntityType]


def generate(mentions: int, seed: int = 5) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return about so many staged mentions, and their documents; the same for the same seed."""
    chance = random.Random(seed)
    names = _names(mentions // _MENTIONS_PER_NAME, chance)
    weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(names))))
    in_a_document = sum(_MENTIONS_IN_A_DOCUMENT) / len(_MENTIONS_IN_A_DOCUMENT)
    documents = [
        f"{index:020x}" for index in range(round(mentions / _NAMES_PER_DOCUMENT / in_a_document))
    ]
    # In parts: as Python's objects, the rows would take more memory than linking them does.
    frames = [
        pl.DataFrame(
            (
                row
                for document in documents[first : first + _DOCUMENTS_PER_FRAME]
                for row in _mentions_of(document, names, weights, chance)
            ),
            schema=_COLUMNS,
            orient="row",
        )
        for first in range(0, len(documents), _DOCUMENTS_PER_FRAME)
    ]
    sources = [f"source {index // _DOCUMENTS_PER_SOURCE}" for index in range(len(documents))]
    return pl.concat(frames), pl.DataFrame({"document_id": documents, "source_id": sources})


def _names(count: int, chance: random.Random) -> list[Name]:
    given = [_word(chance) for _ in range(_GIVEN_NAMES)]
    surnames = [_word(chance) for _ in range(_SURNAMES)]
    names: list[Name] = []
    for _ in range(count):
        kind = chance.random()
        if kind < 0.5:
            person = f"{chance.choice(given)} {chance.choice(surnames)}"
            names.append((person, EntityType.PERSON))
        elif kind < 0.8:
            body = f"{_word(chance)} {chance.choice(_KINDS_OF_BODY)}"
            names.append((body, EntityType.ORGANIZATION))
        else:
            names.append((_word(chance) + _word(chance).lower(), EntityType.PLACE))
    return names


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).title()


def _mentions_of(
    document: str, names: list[Name], weights: list[float], chance: random.Random
) -> Iterator[tuple[str, ...]]:
    for full, kind in chance.choices(names, cum_weights=weights, k=_NAMES_PER_DOCUMENT):
        surname = full.split()[-1] if kind is EntityType.PERSON else full
        name = surname if chance.random() < 0.2 else full
        read_as = EntityType.ORGANIZATION if chance.random() < 0.02 else kind
        entity = content_id(document, read_as, name)
        for _ in range(chance.choice(_MENTIONS_IN_A_DOCUMENT)):
            surface = surname if chance.random() < 0.5 else name
            yield entity, document, read_as, MentionKind.NAME, MentionMethod.MODEL, name, surface


def _peak_mb() -> int:
    # In kilobytes on Linux.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print one JSON object with sizes, time and peak memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    mentions, documents = generate(parser.parse_args().mentions)
    before_mb = _peak_mb()
    before, before_cpu = time.perf_counter(), time.process_time()
    linked = link_entities(mentions, documents, Overrides())
    seconds, cpu_seconds = time.perf_counter() - before, time.process_time() - before_cpu
    result = {
        "mentions": mentions.height,
        "documents": documents.height,
        "names": mentions["name"].n_unique(),
        "entities": linked.dim_entity.height,
        "proposed_for_review": linked.review.height,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu_seconds, 1),
        "memory_before_mb": before_mb,
        "peak_memory_mb": _peak_mb(),
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
