"""Entities across documents: what is one, what stays apart, and what the user decides."""

from pathlib import Path
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.identity import content_id
from pipeline.link.entities import LinkedEntities, Overrides, link_entities, load_overrides
from schemas.entities import BRIDGE_ENTITY_ALIAS, DIM_ENTITY, META_ENTITY_REVIEW

Told = tuple[str, str, str] | tuple[str, str, str, str]
"""(document, name, type) or (document, name, type, surface)."""


def link(
    told: list[Told], overrides: Overrides | None = None, sources: dict[str, str] | None = None
) -> LinkedEntities:
    rows = [
        {
            "document_entity_id": content_id(document, kind, name),
            "document_id": document,
            "entity_type": kind,
            "mention_kind": "name",
            "method": "model",
            "name": name,
            "surface": surface[0] if surface else name,
        }
        for document, name, kind, *surface in told
    ]
    documents = list(dict.fromkeys(row[0] for row in told))
    sources = sources or {}
    return link_entities(
        pl.DataFrame(rows),
        pl.DataFrame(
            {
                "document_id": documents,
                "source_id": [sources.get(one, f"source of {one}") for one in documents],
            }
        ),
        overrides or Overrides(),
    )


def entity_of(linked: LinkedEntities, document: str, name: str, kind: str) -> str:
    row = linked.document_entities.filter(
        pl.col("document_entity_id") == content_id(document, kind, name)
    )
    return str(row["entity_id"].item())


def entity_names(linked: LinkedEntities) -> set[tuple[str, str]]:
    return set(linked.dim_entity.select("entity_name", "entity_type").iter_rows())


def test_the_tables_keep_their_contracts() -> None:
    linked = link(
        [
            ("a", "Boris Lund", "person", "Lund"),
            ("a", "Kyiv", "place", "Kiev"),
            ("b", "Boris Lunde", "person"),
            ("b", "France", "place"),
        ]
    )
    DIM_ENTITY.validate(linked.dim_entity)
    BRIDGE_ENTITY_ALIAS.validate(linked.bridge_entity_alias)
    META_ENTITY_REVIEW.validate(linked.review)
    codes = dict(linked.dim_entity.select("entity_name", "country_code").iter_rows())
    assert codes == {"Boris Lund": None, "Boris Lunde": None, "Kyiv": None, "France": "FR"}


def test_no_mentions_make_no_entities() -> None:
    linked = link([("a", "Ann Weller", "person")])
    empty = link_entities(
        pl.DataFrame(
            schema=dict.fromkeys(
                [
                    "document_entity_id",
                    "document_id",
                    "entity_type",
                    "mention_kind",
                    "method",
                    "name",
                    "surface",
                ],
                pl.String,
            )
        ),
        pl.DataFrame(schema={"document_id": pl.String, "source_id": pl.String}),
        Overrides(),
    )
    assert empty.dim_entity.schema == linked.dim_entity.schema
    assert empty.dim_entity.is_empty()
    assert empty.review.is_empty()


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Oleh Petrenskiy", "Oleh Petrenskyy"),
        ("person", "José Álvarez", "Jose Alvarez"),
        ("person", "John F. Marsh", "John Marsh"),
        ("organization", "Velmora Ltd", "Velmora Ltd."),
        ("organization", "Halden Centre for Defence", "Halden Center for Defense"),
        ("organization", "The Lindenhof Group", "Lindenhof Group"),
        ("place", "Saint Malo", "St. Malo"),
        ("place", "U.K.", "United Kingdom"),
    ],
)
def test_spellings_of_one_name_are_one_entity(kind: str, one: str, other: str) -> None:
    linked = link([("a", one, kind), ("b", other, kind)])
    assert linked.dim_entity.height == 1
    assert linked.dim_entity["document_count"].item() == 2


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Ann Weller", "Peter Weller"),
        ("person", "George Marsh Jr.", "George Marsh"),
        ("organization", "Bank of Velm", "Bank of Orsk"),
        ("place", "North Velm", "South Velm"),
    ],
)
def test_different_names_stay_apart(kind: str, one: str, other: str) -> None:
    assert link([("a", one, kind), ("b", other, kind)]).dim_entity.height == 2


def test_a_bare_surname_is_whom_its_document_speaks_of() -> None:
    linked = link(
        [
            ("a", "Boris Lund", "person"),
            ("a", "Harbour Party", "organization"),
            ("b", "Ada Lund", "person"),
            ("b", "Velmora", "organization"),
            ("c", "Lund", "person"),
            ("c", "Harbour Party", "organization"),
        ]
    )
    assert entity_of(linked, "c", "Lund", "person") == entity_of(
        linked, "a", "Boris Lund", "person"
    )


def test_a_bare_surname_with_nothing_to_tell_stays_apart_and_is_proposed() -> None:
    linked = link(
        [("a", "Boris Lund", "person"), ("b", "Ada Lund", "person"), ("c", "Lund", "person")]
    )
    assert {"Lund", "Boris Lund", "Ada Lund"} == {name for name, _ in entity_names(linked)}
    proposed = {
        frozenset(row)
        for row in linked.review.filter(pl.col("reason_code") == "shared_surname")
        .select("entity_name", "other_entity_name")
        .iter_rows()
    }
    assert proposed == {frozenset({"Lund", "Boris Lund"}), frozenset({"Lund", "Ada Lund"})}


def test_a_country_in_common_tells_nothing() -> None:
    linked = link(
        [
            ("a", "Boris Lund", "person"),
            ("a", "France", "place"),
            ("b", "Lund", "person"),
            ("b", "France", "place"),
        ]
    )
    assert ("Lund", "person") in entity_names(linked)


def test_a_bare_surname_is_whom_its_source_names() -> None:
    told: list[Told] = [("a", "Boris Lund", "person"), ("b", "Lund", "person")]
    assert link(told, sources={"a": "s", "b": "s"}).dim_entity.height == 1


def test_an_acronym_means_what_another_document_defines() -> None:
    linked = link(
        [
            ("a", "Coastal Fisheries Authority", "organization", "CFA"),
            ("a", "Port Velm", "place"),
            ("b", "CFA", "organization"),
            ("b", "Port Velm", "place"),
        ]
    )
    assert entity_names(linked) == {
        ("Coastal Fisheries Authority", "organization"),
        ("Port Velm", "place"),
    }
    evidence = dict(linked.bridge_entity_alias.select("alias", "evidence_code").iter_rows())
    assert evidence["CFA"] == "acronym"


def test_a_general_name_is_one_body_in_each_country() -> None:
    linked = link(
        [
            ("a", "Ministry of Health", "organization"),
            ("a", "Kenya", "place"),
            ("b", "Health Ministry", "organization"),
            ("b", "Kenyan", "group"),
            ("c", "Ministry of Health", "organization"),
            ("c", "Chile", "place"),
        ]
    )
    bodies = {name for name, kind in entity_names(linked) if kind == "organization"}
    assert bodies == {"Ministry of Health (Kenya)", "Ministry of Health (Chile)"}
    assert linked.review.is_empty()


def test_a_country_stated_with_a_name_outweighs_what_the_document_speaks_of() -> None:
    linked = link(
        [
            ("a", "Ministry of Health (Chile)", "organization", "Ministry of Health"),
            ("a", "Kenya", "place"),
            ("b", "Ministry of Health", "organization"),
            ("b", "Chile", "place"),
        ]
    )
    bodies = {name for name, kind in entity_names(linked) if kind == "organization"}
    assert bodies == {"Ministry of Health (Chile)"}


def test_names_that_the_world_tells_apart_are_not_proposed() -> None:
    linked = link([("a", "West Africa", "place"), ("b", "East Africa", "place")])
    assert linked.dim_entity.height == 2
    assert linked.review.is_empty()


def test_a_rare_misreading_of_a_type_joins_the_common_one() -> None:
    told: list[Told] = [(f"d{n}", "Velmora", "organization") for n in range(4)]
    linked = link([*told, ("x", "Velmora", "person")])
    assert entity_names(linked) == {("Velmora", "organization")}


def test_a_person_and_a_place_of_one_name_stay_two_and_are_proposed() -> None:
    linked = link([("a", "Jordan", "place"), ("b", "Jordan", "person")])
    assert entity_names(linked) == {("Jordan", "place"), ("Jordan", "person")}
    assert linked.review["reason_code"].to_list() == ["type_conflict"]


def test_near_matches_are_proposed_and_not_merged() -> None:
    linked = link(
        [("a", "Halden Institute", "organization"), ("b", "Haldan Institute", "organization")]
    )
    assert linked.dim_entity.height == 2
    assert linked.review["reason_code"].to_list() == ["similar_name"]
    assert linked.review["similarity"].item() > 0.9


def test_every_alias_is_counted_under_its_entity() -> None:
    linked = link(
        [
            ("a", "Kyiv", "place", "Kiev"),
            ("a", "Kyiv", "place", "Kiev"),
            ("b", "Kyiv", "place", "Kyiv"),
        ]
    )
    rows = linked.bridge_entity_alias.select(
        "alias", "mention_count", "document_count", "evidence_code"
    ).rows()
    assert rows == [("Kiev", 2, 1, "curated"), ("Kyiv", 1, 1, "same_name")]


def test_the_users_aliases_merges_types_and_splits_win() -> None:
    told: list[Told] = [
        ("a", "BoLu", "person"),
        ("b", "Boris Lund", "person"),
        ("c", "Halden Institute", "place"),
        ("d", "Halden Institute for Security", "organization"),
        ("e", "Oleh Petrenskiy", "person"),
        ("f", "Oleh Petrenskyy", "person"),
        ("g", "Kyiv", "place"),
    ]
    overrides = Overrides(
        aliases={"BoLu": "Boris Lund", "Kyiv": "Kiev"},
        merges=(("Halden Institute", "Halden Institute for Security"),),
        splits=(("Oleh Petrenskiy", "Oleh Petrenskyy"),),
        types={"Halden Institute": "organization"},
    )
    linked = link(told, overrides)
    assert entity_names(linked) == {
        ("Boris Lund", "person"),
        ("Halden Institute", "organization"),
        ("Oleh Petrenskiy", "person"),
        ("Oleh Petrenskyy", "person"),
        ("Kiev", "place"),
    }
    assert linked.dim_entity["is_overridden"].all()
    evidence = dict(linked.bridge_entity_alias.select("alias", "evidence_code").iter_rows())
    assert evidence["BoLu"] == "override"


def test_overrides_are_read_and_mistakes_are_told(tmp_path: Path) -> None:
    path = tmp_path / "entities.yaml"
    path.write_text(
        "aliases:\n  Boris Lund: [BoLu, 7]\n  Kiev: Kyiv\n"
        "merges:\n  - [One, Two]\n  - Three\n"
        "types:\n  One: organization\n  Two: planet\n"
        "colours: {One: red}\n",
        encoding="utf-8",
    )
    overrides, messages = load_overrides(path)
    assert overrides == Overrides(
        aliases={"BoLu": "Boris Lund", "Kyiv": "Kiev"},
        merges=(("One", "Two"),),
        types={"One": "organization"},
    )
    assert len(messages) == 4
    for word in ("colours", "planet", "Three", "7"):
        assert any(word in message for message in messages), word


@pytest.mark.parametrize(
    "content",
    [b"aliases: [unclosed", b"\xff\xfe\x00", b"- a list", b"!!python/object/apply:os.system [ls]"],
)
def test_a_file_that_cannot_be_read_is_told_and_decides_nothing(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "entities.yaml"
    path.write_bytes(content)
    overrides, messages = load_overrides(path)
    assert overrides == Overrides()
    assert len(messages) == 1


def test_no_file_is_no_mistake(tmp_path: Path) -> None:
    assert load_overrides(tmp_path / "entities.yaml") == (Overrides(), [])


_NAMES = st.sampled_from(
    [
        ("Boris Lund", "person"),
        ("Ada Lund", "person"),
        ("Lund", "person"),
        ("Lund", "place"),
        ("CFA", "organization"),
        ("Coastal Fisheries Authority", "organization"),
        ("Coastal Fishery Authority", "organization"),
        ("Kiev", "place"),
        ("Kyiv", "place"),
        ("Kyiv", "organization"),
        ("France", "place"),
        ("…", "other"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    told=st.lists(
        st.tuples(st.sampled_from("abcdef"), _NAMES).map(lambda one: (one[0], *one[1])),
        min_size=1,
        max_size=24,
    ),
    seed=st.randoms(use_true_random=False),
)
def test_the_order_of_documents_changes_nothing(
    told: list[tuple[str, str, str]], seed: Random
) -> None:
    shuffled = list(told)
    seed.shuffle(shuffled)
    one, other = link(list(told)), link(list(shuffled))
    assert one.dim_entity.equals(other.dim_entity)
    assert one.bridge_entity_alias.equals(other.bridge_entity_alias)
    assert one.document_entities.equals(other.document_entities)
    assert one.review.equals(other.review)
    assert one.document_entities["document_entity_id"].is_unique().all()
    assert one.dim_entity["mention_count"].sum() == len(told)
    assert set(one.document_entities["entity_id"]) == set(one.dim_entity["entity_id"])
