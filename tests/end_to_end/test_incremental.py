"""A run pays for what is new, and ends where a run from nothing would have ended."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.run import stores
from pipeline.settings import Settings
from schemas.contract import key_of
from schemas.registry import TABLES

TEXTS = [
    "BRUSSELS, March 24, 2022 - Petra Lindqvist, the agency's director, said on Thursday that "
    'some 300,000 people had left. "We need 40 trucks," she said.\n',
    "Lindqvist told reporters that 12 convoys reached Odesa last week. The price rose by 5%.\n",
    "The Northern Relief Agency (NRA) has 1,200 staff in Poland. NRA was founded in 1991.\n",
    "Some 300,000 people had left, according to Petra Lindqvist of the Northern Relief Agency.\n",
    "Read also\n\nShare\n",
    'Marek Lindqvist scored twice on Sunday. "It was luck," said the striker, 24.\n',
]
# Run ids and times differ between two histories; what changed depends on what was before.
_HISTORY = {"meta_run", "meta_relink"}
_HISTORY_COLUMNS = {"read_run_id", "extraction_run_id"}


def content(built) -> dict[str, list[tuple]]:
    """Return everything published that must not depend on history."""
    tables = {}
    for name, table in TABLES.items():
        if name in _HISTORY:
            continue
        columns = [f'"{column}"' for column in table.columns if column not in _HISTORY_COLUMNS]
        tables[name] = built.query(f'SELECT {", ".join(columns)} FROM "{name}" ORDER BY ALL')
    return tables


def test_nothing_new_means_nothing_done(house):
    house.put("a.txt", TEXTS[0])
    house.build()
    published = (house.root / "current").resolve()
    reports = house.build()
    assert all(report.is_idle for report in reports)
    assert (house.root / "current").resolve() == published


def test_only_what_is_new_is_extracted(house):
    house.put("a.txt", TEXTS[0])
    house.put("b.txt", TEXTS[1])
    house.build()
    house.put("c.txt", TEXTS[2])
    counts = {report.step: report.counts for report in house.build()}
    assert counts["sources"]["new_files"] == 1
    assert counts["extraction"]["new_documents"] == 1


def test_one_changed_record_does_not_touch_its_neighbours(house):
    house.put(
        "a.jsonl", '{"id": "x", "text": "Four ships left."}\n{"id": "y", "text": "Six came."}\n'
    )
    house.build()
    house.put(
        "a.jsonl", '{"id": "x", "text": "Four ships left."}\n{"id": "y", "text": "Nine came."}\n'
    )
    counts = {report.step: report.counts for report in house.build()}
    assert counts["extraction"]["new_documents"] == 1


def test_an_edit_of_an_extractor_does_not_run_the_model(house, monkeypatch):
    house.put("a.txt", TEXTS[0])
    before = {report.step: report.counts for report in house.build()}
    assert before["extraction"]["analysed_paragraphs"] > 0
    monkeypatch.setattr(stores, "code_digest", lambda *_: "edited")
    monkeypatch.setattr("pipeline.run.workspace.code_digest", lambda *_: "edited")
    after = {report.step: report.counts for report in house.build()}
    assert after["extraction"]["new_documents"] == 1
    assert after["extraction"]["analysed_paragraphs"] == 0


def test_a_removed_source_retires_its_facts(house):
    house.put("a.txt", TEXTS[0])
    gone = house.put("b.txt", TEXTS[1])
    house.build()
    gone.unlink()
    house.build()
    for name, table in TABLES.items():
        if "source_id" in table.columns and key_of(table):
            rows = house.query(
                f'SELECT count(*) FROM "{name}" '
                "WHERE source_id NOT IN (SELECT source_id FROM dim_source)"
            )
            assert rows == [(0,)], name
    assert house.query("SELECT source_path FROM dim_source") == [("a.txt",)]


def test_what_a_new_text_changes_in_others_is_listed(house):
    house.put("a.txt", "The NRA sent 40 trucks, Petra Lindqvist said.\n")
    house.build()
    house.put(
        "b.txt", "The Northern Relief Agency (NRA) sent 12 more trucks, Petra Lindqvist said.\n"
    )
    house.build()
    changed = house.query(
        "SELECT r.table_name, r.column_name FROM meta_relink AS r JOIN fct_entity_mention AS m "
        "ON m.entity_mention_id = r.row_id JOIN dim_source AS s USING (source_id) "
        "WHERE s.source_path = 'a.txt' AND r.old_value <> r.new_value"
    )
    assert ("fct_entity_mention", "entity_id") in changed


def test_what_the_user_decides_about_entities_wins_on_the_next_run(house):
    house.put("a.txt", "Petra Lindqvist sent 40 trucks to Odesa.\n")
    house.put("b.txt", "Marek Novotny sent 12 trucks to Odesa.\n")
    house.build()
    names = "SELECT entity_name FROM dim_entity WHERE entity_type = 'person' ORDER BY ALL"
    assert house.query(names) == [("Marek Novotny",), ("Petra Lindqvist",)]
    house.put("entities.yaml", "merges:\n- [Petra Lindqvist, Marek Novotny]\n")
    counts = {report.step: report.counts for report in house.build()}
    assert counts["extraction"]["new_documents"] == 0
    assert house.query(names) == [("Petra Lindqvist",)]
    assert house.query("SELECT count(*) FROM meta_relink WHERE column_name = 'entity_id'") >= [(1,)]


@pytest.fixture(scope="module")
def at_once():
    """{files: the content of the warehouse that is built from them at once}."""
    return {}


def actions() -> st.SearchStrategy[list[tuple[str, str, int]]]:
    names = st.sampled_from(["a.txt", "b.txt", "c.txt", "sub/d.txt"])
    kinds = st.sampled_from(["put", "put", "put", "remove", "rename", "build"])
    return st.lists(st.tuples(kinds, names, st.integers(0, len(TEXTS) - 1)), min_size=3, max_size=9)


def perform(house, steps: Iterable[tuple[str, str, int]]) -> None:
    for kind, name, number in steps:
        path = house.raw / name
        if kind == "put":
            house.put(name, TEXTS[number])
        elif kind == "remove":
            path.unlink(missing_ok=True)
        elif kind == "rename" and path.exists():
            path.rename(house.raw / f"renamed{number}.txt")
        elif kind == "build":
            house.build()


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=actions())
def test_bit_by_bit_equals_at_once(tmp_path_factory, house, at_once, steps):
    folder = tmp_path_factory.mktemp("history")
    (folder / "raw").mkdir()
    lived = type(house)(
        Settings(raw=folder / "raw", warehouse=folder / "lived", workers=1, free_disk_bytes=0)
    )
    perform(lived, steps)
    lived.build()
    # What the same files give at once is built once for all histories that end in them.
    ending = tuple(
        (path.relative_to(lived.raw), path.read_bytes())
        for path in sorted(lived.raw.rglob("*.txt"))
    )
    if ending not in at_once:
        fresh = type(house)(lived.settings.model_copy(update={"warehouse": folder / "fresh"}))
        fresh.build()
        at_once[ending] = content(fresh)
    assert content(lived) == at_once[ending]


@pytest.mark.parametrize("batch_words", [1, 1_000_000])
def test_how_work_is_packed_changes_nothing(house, tmp_path, batch_words):
    for number, text in enumerate(TEXTS):
        house.put(f"{number}.txt", text)
    house.build()
    other = type(house)(
        house.settings.model_copy(
            update={"warehouse": tmp_path / "other", "batch_words": batch_words, "workers": 2}
        )
    )
    other.build()
    assert content(house) == content(other)
