"""Quotations that contradict each other: one speaker in two wordings, one wording in two mouths.

A quotation cut short is an excerpt and contradicts nothing. What is compared are words alone,
without case and punctuation, as the quotes' own normalized text has them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import polars as pl
from rapidfuzz.distance import LCSseq, Opcode

from pipeline.identity import content_id
from pipeline.link.shingles import shingles
from schemas.claims import FCT_CONTRADICTION, ContradictionKind, Severity

_RUN = 4
_FREQUENCY_CAP = 40
"""Quotations that share a run with more others than this are a commonplace."""
_MIN_WORDS = 6
_SAME_WORDS = 0.85
"""Share of the shorter quotation's words, in order, by which two are one utterance."""
_SAME_UTTERANCE = 0.6
"""The same, when the speaker is the same too."""

_SHOWN = 20
"""Words of a quotation that an explanation shows."""
_LEAD = 8
"""Words that both wordings have, shown before the first in which they differ."""

Quote = dict[str, Any]


def quote_contradictions(
    quotes: pl.DataFrame,
    mentions: pl.DataFrame,
    label: Callable[[str], str],
    order: Callable[[str], tuple[Any, ...]],
) -> list[dict[str, Any]]:
    """Return the rows of fct_contradiction for quotations.

    `label` names a document in an explanation, `order` says which of two documents comes first.
    Of each pair of wordings the first pair of quotations is shown.
    """
    types = dict(
        mentions.filter(pl.col("entity_id").is_not_null())
        .select("entity_id", "entity_type")
        .unique()
        .sort("entity_id", "entity_type", descending=True)
        .iter_rows()
    )
    spoken = _spoken(quotes)
    pairs = _pairs(spoken)
    utterances = _utterances(spoken, {text for pair in pairs for text in pair}, order)
    rows = []
    for a, b in pairs:
        found = _judge(a, b, utterances, types)
        if found is not None:
            rows.append(_row(found, utterances, label))
    return sorted(rows, key=lambda row: str(row["contradiction_id"]))


def _spoken(quotes: pl.DataFrame) -> pl.DataFrame:
    """Return the quotations in the speaker's own words that name a speaker."""
    return quotes.with_columns(
        pl.col("quote_text_normalized").str.replace_all("’", "'", literal=True)
    ).filter(
        pl.col("speaker_entity_id").is_not_null(),
        pl.col("quote_type") == "direct",
        pl.col("outer_quote_id").is_null(),
        ~pl.col("is_headline"),
        ~pl.col("is_truncated"),
        pl.col("quote_text_normalized").str.count_matches(" ") + 1 >= _MIN_WORDS,
    )


def _pairs(spoken: pl.DataFrame) -> list[tuple[str, str]]:
    """Return the pairs of texts to compare: one in several mouths, or two that share two runs.

    Words that several speakers are given need no other wording to compare them with.
    """
    texts = (
        spoken.group_by(text="quote_text_normalized")
        .agg(speakers=pl.col("speaker_entity_id").n_unique())
        .sort("text")
    )
    shared = texts.filter(pl.col("speakers") > 1)["text"]
    runs = (
        shingles(texts.select("text").with_row_index("paragraph"), _RUN)
        .unique(["paragraph", "shingle"])
        .with_columns(frequency=pl.len().over("shingle"))
        .filter(pl.col("frequency").is_between(2, _FREQUENCY_CAP))
        .select("paragraph", "shingle")
    )
    alike = (
        runs.join(runs, on="shingle", suffix="_b")
        .filter(pl.col("paragraph") < pl.col("paragraph_b"))
        .group_by("paragraph", "paragraph_b")
        .len()
        .filter(pl.col("len") >= 2)
        .sort("paragraph", "paragraph_b")
    )
    first, second = (texts["text"].gather(alike[name]) for name in ("paragraph", "paragraph_b"))
    return [*zip(shared, shared, strict=True), *zip(first, second, strict=True)]


def _utterances(
    spoken: pl.DataFrame, texts: Collection[str], order: Callable[[str], tuple[Any, ...]]
) -> dict[str, list[Quote]]:
    """Return the quotations that have one of the texts, by it, the earliest first."""
    found: dict[str, list[Quote]] = defaultdict(list)
    asked = spoken.filter(pl.col("quote_text_normalized").is_in(sorted(texts)))
    for row in asked.sort("quote_id").iter_rows(named=True):
        found[row["quote_text_normalized"]].append(row)
    for same in found.values():
        same.sort(key=lambda row: (*order(row["document_id"]), row["char_start"]))
    return found


@dataclass(slots=True, frozen=True)
class _Finding:
    kind: ContradictionKind
    severity: Severity
    a: Quote
    b: Quote


def _judge(
    a: str, b: str, utterances: dict[str, list[Quote]], types: dict[str, str]
) -> _Finding | None:
    words_a, words_b = a.split(), b.split()
    share = LCSseq.similarity(words_a, words_b) / min(len(words_a), len(words_b))
    pairs = list(product(utterances[a], utterances[b]))
    if share >= _SAME_WORDS:
        for one, other in pairs:
            # Within one text, words come up again when they are quoted and answered.
            if one["document_id"] == other["document_id"]:
                continue
            if one["speaker_entity_id"] != other["speaker_entity_id"]:
                # A person may speak for an organization, and a pronoun may be misread.
                is_plain = all(
                    types.get(row["speaker_entity_id"]) == "person"
                    and row["speaker_basis"] == "named"
                    for row in (one, other)
                )
                severity = Severity.HARD if is_plain else Severity.SOFT
                return _Finding(ContradictionKind.SPEAKER, severity, one, other)
    equal = [one for one in LCSseq.opcodes(words_a, words_b) if one.tag == "equal"]
    if share < _SAME_UTTERANCE or len(equal) < 2:
        # What they share is one unbroken piece: an excerpt.
        return None
    for one, other in pairs:
        same_speaker = one["speaker_entity_id"] == other["speaker_entity_id"]
        if same_speaker and one["document_id"] != other["document_id"]:
            return _Finding(ContradictionKind.WORDING, Severity.SOFT, one, other)
    return None


def _row(
    found: _Finding, utterances: dict[str, list[Quote]], label: Callable[[str], str]
) -> dict[str, Any]:
    a, b = found.a, found.b
    first, second = label(a["document_id"]), label(b["document_id"])
    said, said_too = _matching_parts(a["quote_text_normalized"], b["quote_text_normalized"])
    if found.kind == ContradictionKind.SPEAKER:
        explanation = (
            f"{first} has {a['speaker_name']} say “{said}”, "
            f"{second} has {b['speaker_name']} say it."
        )
    else:
        explanation = (
            f"{a['speaker_name']} is quoted in two wordings: “{said}” ({first}), "
            f"“{said_too}” ({second})."
        )
    row: dict[str, Any] = {
        "contradiction_id": content_id(
            str(FCT_CONTRADICTION.name), found.kind, *sorted((a["quote_id"], b["quote_id"]))
        ),
        "kind_code": found.kind,
        "severity_code": found.severity,
        "explanation": explanation,
    }
    for side, quote in (("a", a), ("b", b)):
        row |= {
            f"quote_id_{side}": quote["quote_id"],
            f"document_id_{side}": quote["document_id"],
            f"sentence_id_{side}": quote["sentence_id"],
            f"surface_{side}": quote["surface"],
            f"mention_count_{side}": len(utterances[quote["quote_text_normalized"]]),
            f"char_start_{side}": quote["char_start"],
            f"char_end_{side}": quote["char_end"],
        }
    return row


def _matching_parts(a: str, b: str) -> tuple[str, str]:
    """Return of each text the words from the first to the last that both have.

    Of long ones, what is shown begins at the same words, shortly before the two first part.
    """
    words_a, words_b = a.split(), b.split()
    blocks = [one for one in LCSseq.opcodes(words_a, words_b) if one.tag == "equal"]
    first = next(
        one for one, after in zip(blocks, [*blocks[1:], None], strict=True) if _is_lead(one, after)
    )
    part_a = words_a[first.src_start : blocks[-1].src_end]
    part_b = words_b[first.dest_start : blocks[-1].dest_end]
    is_long = max(len(part_a), len(part_b)) > _SHOWN
    skipped = max(0, first.src_end - first.src_start - _LEAD) if is_long else 0
    return _brief(part_a, skipped), _brief(part_b, skipped)


def _is_lead(block: Opcode, after: Opcode | None) -> bool:
    """Return whether words that both have lead to more of them, and are not there by chance."""
    if after is None or block.src_end - block.src_start >= _RUN:
        return True
    gap = max(after.src_start - block.src_end, after.dest_start - block.dest_end)
    return gap < _SHOWN


def _brief(words: Sequence[str], skipped: int) -> str:
    """Return the words after those skipped, as many as are shown, with marks where more stand."""
    shown = " ".join(words[skipped : skipped + _SHOWN])
    return f"{'… ' if skipped else ''}{shown}{' …' if skipped + _SHOWN < len(words) else ''}"
