"""Text reuse: what is found, what is not, and that neither order nor strangers matter."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.identity import content_id
from pipeline.link.reuse import FREQUENCY_CAP, find_reuse
from schemas.reuse import FCT_TEXT_REUSE

STATEMENT = (
    "The council of the harbour towns will lend its neighbours forty dredgers for the winter, "
    "and expects to have every one of them back in good order before the herring season opens."
)
OTHER = (
    "Rain fell on the upper valley for nine days, and the road over the pass was closed to "
    "lorries while engineers looked at the slope above the second tunnel."
)


def paragraphs(*texts: str, used: bool = True, document: int = 0) -> pl.DataFrame:
    """Return paragraphs, each a document of its own, told apart by its place."""
    return pl.DataFrame(
        [
            {
                "paragraph_id": content_id("paragraph", document + index),
                "document_id": content_id("document", document + index),
                "source_id": content_id("source", document + index),
                "char_start": 10 * index,
                "text": text,
                "is_used": used,
            }
            for index, text in enumerate(texts)
        ],
        schema_overrides={"char_start": pl.Int64},
    )


def test_a_paragraph_repeated_with_other_punctuation_is_contained_both_ways() -> None:
    rows = find_reuse(paragraphs(STATEMENT, STATEMENT.upper().replace(",", " –"), OTHER))
    assert rows["containment_a_share"].to_list() == [1.0]
    assert rows["containment_b_share"].to_list() == [1.0]


def test_a_sentence_inside_a_longer_text_is_contained_one_way_and_its_passage_is_placed() -> None:
    frame = paragraphs(STATEMENT, f"{OTHER} {STATEMENT} {OTHER[:40]}")
    (row,) = find_reuse(frame).iter_rows(named=True)
    texts = dict(frame.select("paragraph_id", "text").iter_rows())
    starts = dict(frame.select("paragraph_id", "char_start").iter_rows())
    slices = {
        texts[row[f"paragraph_id_{side}"]][
            row[f"char_start_{side}"] - starts[row[f"paragraph_id_{side}"]] : row[
                f"char_end_{side}"
            ]
            - starts[row[f"paragraph_id_{side}"]]
        ]
        for side in "ab"
    }
    assert slices == {STATEMENT.rstrip(".")}
    assert sorted([row["containment_a_share"] == 1, row["containment_b_share"] == 1]) == [
        False,
        True,
    ]


def test_an_edited_copy_has_one_passage_on_each_side_of_the_edit() -> None:
    edited = STATEMENT.replace("forty dredgers", "some ships")
    (row,) = find_reuse(paragraphs(STATEMENT, edited)).iter_rows(named=True)
    assert len(row["passages"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        OTHER,
        "Nobody in the council of the harbour towns would say how many ships there are at all.",
        "Forty dredgers, then.",
        "",
    ],
    ids=["another story", "a stock phrase", "fewer words than a run", "empty"],
)
def test_no_edge_without_shared_wording(text: str) -> None:
    assert find_reuse(paragraphs(STATEMENT, text)).is_empty()


def test_text_that_is_not_used_takes_no_part() -> None:
    frame = pl.concat([paragraphs(STATEMENT), paragraphs(STATEMENT, used=False, document=1)])
    assert find_reuse(frame).is_empty()


def test_repetition_inside_a_document_is_told_apart() -> None:
    frame = paragraphs(STATEMENT, STATEMENT).with_columns(
        document_id=pl.lit(content_id("document", 0))
    )
    assert find_reuse(frame)["is_within_document"].to_list() == [True]


def test_mass_copies_link_each_to_the_first_and_no_square_of_pairs() -> None:
    copies = 3 * FREQUENCY_CAP
    rows = find_reuse(paragraphs(*[STATEMENT] * copies))
    assert len(rows) == copies - 1
    assert rows["paragraph_id_a"].n_unique() == 1
    assert set(rows["paragraph_id_b"]) | set(rows["paragraph_id_a"]) == set(
        paragraphs(*[STATEMENT] * copies)["paragraph_id"]
    )


@settings(max_examples=25, deadline=None)
@given(
    texts=st.lists(
        st.lists(st.sampled_from([*STATEMENT.split(), *OTHER.split()]), max_size=60).map(" ".join),
        max_size=6,
    ),
    seed=st.integers(0, 1000),
)
def test_rows_keep_the_contract_and_do_not_depend_on_order(texts: list[str], seed: int) -> None:
    frame = paragraphs(STATEMENT, STATEMENT[20:], *texts)
    rows = find_reuse(frame)
    FCT_TEXT_REUSE.validate(rows)
    assert find_reuse(frame.sample(fraction=1, shuffle=True, seed=seed)).equals(rows)


def test_an_unrelated_document_changes_nothing() -> None:
    frame = paragraphs(STATEMENT, STATEMENT[:120], f"{OTHER} {STATEMENT}")
    with_stranger = pl.concat(
        [
            frame,
            paragraphs(
                "Twelve words about a quite different matter, said to nobody in particular today.",
                document=9,
            ),
        ]
    )
    assert find_reuse(with_stranger).equals(find_reuse(frame))


def bench() -> ModuleType:
    path = Path(__file__).parents[1] / "bench" / "bench_reuse.py"
    spec = importlib.util.spec_from_file_location("bench_reuse", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_reuse"] = module
    spec.loader.exec_module(module)
    return module


def test_planted_reuse_is_found_whole_edited_and_in_part() -> None:
    module = bench()
    corpus = module.generate(4000)
    measures = module.quality(corpus, find_reuse(corpus.paragraphs))
    assert min(measures.values()) >= 0.98
    assert measures["recall_all"] >= 0.99
    assert measures["precision"] >= 0.99
