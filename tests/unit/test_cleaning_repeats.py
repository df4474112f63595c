"""Lines that stand on many pages: which are boilerplate, and what that depends on."""

import time

import polars as pl
import pytest

from pipeline.clean.paragraphs import clean
from pipeline.identity import content_id
from pipeline.link.repeated_lines import find_boilerplate, lines_of, with_boilerplate

TOWNS = ["Tavrin", "Orlova", "Halden", "Kolm", "Varberg", "Olden", "Taarmond", "Holmey"]


def story(town: str) -> str:
    return (
        f"The council of {town} approved on Monday a loan of 14 million crowns for the roof of "
        f"the old market, which came down in the storm of {town}'s winter fair.\n\n"
        f"Nobody was hurt in {town}, the mayor said, and the traders will be paid.\n\n"
    )


def standing_lines(pages: list[tuple[str | None, str]]) -> dict[str, str]:
    """Return {line: rule} of what is boilerplate on the pages: (publisher, text) each."""
    documents, rows = [], []
    for number, (publisher, text) in enumerate(pages):
        document = content_id("document", number)
        documents.append({"document_id": document, "publisher_name": publisher})
        paragraphs, _ = clean(text)
        rows += [
            {
                "paragraph_id": content_id("paragraph", number, one.index),
                "document_id": document,
                "text": text[one.char_start : one.char_end],
                "role": str(one.role),
                "is_used": one.is_used,
            }
            for one in paragraphs
        ]
    schema = {"document_id": pl.String, "publisher_name": pl.String}
    frame = pl.DataFrame(rows)
    found = find_boilerplate(lines_of(frame), pl.DataFrame(documents, schema=schema))
    verdicts = with_boilerplate(frame, found)
    assert verdicts.height == frame.height
    assert verdicts["is_boilerplate"].sum() == found.height
    kept = verdicts.filter("is_boilerplate")
    return dict(zip(kept["text"], kept["boilerplate_rule_id"], strict=True))


def test_a_publishers_standing_line_is_boilerplate_and_another_publishers_is_not():
    line = "Your valley, your paper since 1921"
    pages = [
        ("Upland Chronicle", f"{story(town)}{line}\n\n{story('Lower ' + town)}")
        for town in TOWNS[:3]
    ]
    pages += [
        ("Harbour Post", f"{story(town)}{line}\n\n{story('Upper ' + town)}") for town in TOWNS[3:5]
    ]
    assert standing_lines(pages[3:]) == {}
    assert standing_lines(pages) == {line: "repeated_by_publisher"}


def test_versions_of_one_text_are_one_document():
    text = story("Tavrin") + "What happens next\n\n" + story("Orlova")
    versions = [
        ("Harbour Post", text + f"Updated for the {n}th time, with new words by now.")
        for n in range(5)
    ]
    assert standing_lines(versions) == {}


def test_a_whole_sentence_takes_more_pages_than_a_fragment():
    sentence = "The Chronicle is owned by nobody but those who read it."
    pages = [("Upland Chronicle", f"{story(town)}{sentence}\n") for town in TOWNS]
    assert standing_lines(pages[:4]) == {}
    assert standing_lines(pages[:5]) == {sentence: "repeated_by_publisher"}
    elsewhere = [("Upland Chronicle", story(f"New {town}")) for town in TOWNS[:6]]
    assert standing_lines(pages[:5] + elsewhere) == {}


def test_a_headline_and_a_dateline_return_because_the_news_does():
    pages = [
        ("Harbour Post", f"The night in the valley\n\nTavrin, 3 March 2023\n\n{story(town)}")
        for town in TOWNS
    ]
    assert standing_lines(pages) == {}


def test_without_a_publisher_only_a_line_of_many_documents_is_boilerplate():
    line = "The valley from above"
    pages = [
        (None, f"{story(f'{town} {n}')}{line}\n\n{story(f'Old {town} {n}')}")
        for town in TOWNS
        for n in range(7)
    ]
    assert standing_lines(pages[:49]) == {}
    assert standing_lines(pages) == {line: "repeated_in_corpus"}
    assert standing_lines(pages[::-1]) == standing_lines(pages)


@pytest.mark.parametrize("lines", [200_000])
def test_many_lines_are_compared_in_seconds(lines: int):
    frame = pl.DataFrame({"number": range(lines)}).select(
        paragraph_id=pl.col("number").cast(pl.String),
        document_id=(pl.col("number") // 10).cast(pl.String),
        text=pl.format("Line {} of the page of the valley", pl.col("number") % 5_000),
        role=pl.lit("body"),
        is_used=pl.lit(value=True),
    )
    documents = frame.select(pl.col("document_id").unique(), publisher_name=pl.lit("Harbour Post"))
    begin = time.process_time()
    find_boilerplate(lines_of(frame), documents)
    assert time.process_time() - begin < 5
