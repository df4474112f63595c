"""The linking itself: names brought together by spelling, known actors and short forms."""

from dataclasses import dataclass

import polars as pl

from pipeline.extract.entities.actors import actors
from pipeline.extract.entities.gazetteer import places
from pipeline.identity import content_id
from pipeline.link.entities.keys import APART, base_key, spelling_key
from pipeline.link.entities.overrides import Overrides
from pipeline.link.entities.review import propose_reviews
from pipeline.link.entities.scope import with_scope
from pipeline.link.entities.short_forms import resolve_short_forms
from pipeline.wording import one_line
from schemas.contract import polars_schema
from schemas.entities import (
    BRIDGE_ENTITY_ALIAS,
    DIM_ENTITY,
    AliasEvidence,
    EntityType,
    MentionKind,
)

_TYPES = [str(one) for one in EntityType]
# A name that is a person in some documents and something else in others is one thing only when
# the other reading is this many times rarer: then it is taken for a slip of the model.
_SLIP = 3


@dataclass(slots=True, frozen=True)
class LinkedEntities:
    """What linking makes of all mentions."""

    dim_entity: pl.DataFrame
    bridge_entity_alias: pl.DataFrame
    document_entities: pl.DataFrame
    """Columns document_entity_id, entity_id: one row per entity of a document."""
    review: pl.DataFrame


def link_entities(
    mentions: pl.LazyFrame | pl.DataFrame, documents: pl.DataFrame, overrides: Overrides
) -> LinkedEntities:
    """Return the entities behind the mentions of all documents.

    `mentions` are rows staged for fct_entity_mention; `documents` has document_id and source_id.
    """
    told = (
        mentions.lazy()
        .filter(pl.col("document_entity_id").is_not_null())
        .with_columns(one_line(pl.col("surface")))
        .group_by("document_entity_id", "document_id", "entity_type", "name", "surface")
        .agg(
            mention_count=pl.len().cast(pl.Int64),
            named_count=(pl.col("mention_kind") == MentionKind.NAME).sum().cast(pl.Int64),
        )
        .collect()
    )
    in_document = with_scope(
        told.group_by("document_entity_id", "document_id", "entity_type", "name").agg(
            pl.col("mention_count").sum()
        ),
        documents,
    )
    names = _keyed(
        in_document.group_by("name", "plain", "entity_type", "scope", "country").agg(
            pl.col("mention_count").sum(), document_count=pl.len().cast(pl.Int64)
        ),
        overrides,
    )
    entities = in_document.drop("mention_count", "country", "plain").join(
        names.select("name", "entity_type", "scope", "key", "final_type", "is_split"),
        on=["name", "entity_type", "scope"],
    )
    resolved, apart = _short_forms(entities, told, documents)
    entities = entities.join(
        resolved, on=["document_id", "key", "final_type"], how="left"
    ).with_columns(
        key=pl.when("is_split").then("key").otherwise(pl.coalesce("full_key", "key")),
        is_short=pl.col("full_key").is_not_null() & ~pl.col("is_split"),
    )
    ids = _ids(entities.select("key", "final_type").unique())
    entities = entities.join(ids, on=["key", "final_type"])
    told = told.join(
        entities.select("document_entity_id", "entity_id", "is_short"), on="document_entity_id"
    )
    dim_entity = _dim_entity(names, ids, told)
    return LinkedEntities(
        dim_entity=dim_entity,
        bridge_entity_alias=_aliases(told, dim_entity, overrides),
        document_entities=entities.select("document_entity_id", "entity_id").sort(
            "document_entity_id"
        ),
        review=propose_reviews(names, ids, dim_entity, apart),
    )


def _keyed(names: pl.DataFrame, overrides: Overrides) -> pl.DataFrame:
    """Add to each (name, entity_type) the preferred name if one is set, key and final type."""
    names = names.with_columns(base=base_key(pl.col("plain"))).with_columns(
        spelled=spelling_key(pl.col("base"), pl.col("entity_type"))
    )
    known = _known_actors()
    decided = _decided_names(overrides)
    names = names.join(
        known.rename({"preferred": "known"}), on=["spelled", "entity_type"], how="left"
    ).join(decided.rename({"preferred": "decided"}), on=["spelled", "entity_type"], how="left")
    # The user may have renamed the very name that the table prefers.
    names = names.with_columns(
        known_spelled=spelling_key(base_key(pl.col("known")), pl.col("entity_type"))
    ).join(
        decided.rename({"preferred": "decided_known", "spelled": "known_spelled"}),
        on=["known_spelled", "entity_type"],
        how="left",
    )
    names = names.with_columns(
        is_split=pl.col("name").is_in(sorted({one for group in overrides.splits for one in group})),
        chosen=pl.coalesce("decided", "decided_known"),
    ).with_columns(
        preferred=pl.when("is_split").then("name").otherwise(pl.coalesce("chosen", "known"))
    )
    names = names.with_columns(base=base_key(pl.coalesce("preferred", "plain")))
    names = _with_final_types(names, overrides)
    key = spelling_key(pl.col("base"), pl.col("final_type"))
    is_scoped = (pl.col("scope") != "") & pl.col("preferred").is_null()
    # A separator that no key contains keeps a name apart from all that are spelled like it.
    return names.with_columns(
        key=pl.when("is_split")
        .then(pl.lit(APART) + pl.col("name"))
        .when(is_scoped)
        .then(key + pl.lit(APART) + pl.col("scope"))
        .otherwise(key),
        shown=pl.when(is_scoped & pl.col("country").is_not_null())
        .then(pl.format("{} ({})", "plain", "country"))
        .otherwise(pl.coalesce("preferred", "name")),
        is_overridden=pl.col("is_split") | pl.col("chosen").is_not_null() | pl.col("is_typed"),
    ).select(
        "name",
        "shown",
        "entity_type",
        "scope",
        "mention_count",
        "document_count",
        "base",
        "preferred",
        "key",
        "final_type",
        "is_split",
        "is_overridden",
    )


def _known_actors() -> pl.DataFrame:
    table = actors()
    frame = pl.DataFrame(
        {
            "name": list(table),
            "preferred": [actor.name for actor in table.values()],
            "entity_type": [str(actor.entity_type) for actor in table.values()],
        }
    )
    return _by_spelling(frame)


def _decided_names(overrides: Overrides) -> pl.DataFrame:
    pairs = list(overrides.aliases.items())
    for first, *others in overrides.merges:
        pairs += [(name, first) for name in others]
    # Follow chains (A is B, B is C) to their end; a ring ends where it began.
    following = dict(pairs)
    preferred = []
    for _, first_target in pairs:
        target = first_target
        seen = {target}
        while (further := following.get(target)) is not None and further not in seen:
            target = further
            seen.add(target)
        preferred.append(target)
    # The preferred name decides for itself too, against the table of known actors.
    frame = pl.DataFrame(
        {
            "name": [name for name, _ in pairs] + preferred,
            "preferred": preferred + preferred,
        },
        schema={"name": pl.String, "preferred": pl.String},
    )
    return _by_spelling(frame.join(pl.DataFrame({"entity_type": _TYPES}), how="cross"))


def _by_spelling(frame: pl.DataFrame) -> pl.DataFrame:
    return (
        frame.with_columns(spelled=spelling_key(base_key(pl.col("name")), pl.col("entity_type")))
        .unique(["spelled", "entity_type"], keep="first", maintain_order=True)
        .select("spelled", "entity_type", "preferred")
    )


def _with_final_types(names: pl.DataFrame, overrides: Overrides) -> pl.DataFrame:
    """Add `final_type`: the user's, else the table's, else the name's prevailing type."""
    typed = pl.DataFrame(
        {"typed_name": list(overrides.types), "typed": list(overrides.types.values())},
        schema={"typed_name": pl.String, "typed": pl.String},
    )
    typed = (
        typed.with_columns(base=base_key(pl.col("typed_name")))
        .unique("base", keep="first", maintain_order=True)
        .select("base", "typed")
    )
    order = pl.col("entity_type").replace_strict(_TYPES, range(len(_TYPES)))
    readings = (
        names.group_by("base", "entity_type")
        .agg(pl.col("document_count").sum())
        .sort(["base", "document_count", order], descending=[False, True, False])
    )
    prevailing = readings.unique("base", keep="first", maintain_order=True).select(
        "base", prevailing="entity_type", prevailing_count="document_count"
    )
    person = str(EntityType.PERSON)
    is_slip = ((pl.col("entity_type") != person) & (pl.col("prevailing") != person)) | (
        pl.col("prevailing_count") >= _SLIP * pl.col("reading_count")
    )
    return (
        names.join(readings.rename({"document_count": "reading_count"}), on=["base", "entity_type"])
        .join(prevailing, on="base")
        .join(typed, on="base", how="left")
        .with_columns(
            is_typed=pl.col("typed").is_not_null(),
            final_type=pl.when(pl.col("typed").is_not_null())
            .then("typed")
            .when(is_slip)
            .then("prevailing")
            .otherwise("entity_type"),
        )
    )


def _short_forms(
    entities: pl.DataFrame, told: pl.DataFrame, documents: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    countries = [name for name, code in places().items() if code]
    seen = entities.select(
        "document_id",
        "key",
        entity_type="final_type",
        is_country=pl.col("name").is_in(countries),
    ).unique()
    # An acronym is a surface in capitals beside a longer name of the same entity.
    acronyms = (
        told.filter(
            pl.col("surface").str.contains(r"^[A-Z][A-Za-z0-9&.\-]*[A-Z]s?\.?$")
            & (pl.col("surface").str.len_chars() < pl.col("name").str.len_chars())
        )
        .join(
            entities.filter(~pl.col("is_split")).select("document_entity_id", "key", "final_type"),
            on="document_entity_id",
        )
        .select(key=base_key(pl.col("surface")), entity_type="final_type", full_key="key")
        .filter(pl.col("key") != pl.col("full_key"))
        .unique()
    )
    resolved, apart = resolve_short_forms(
        seen, acronyms, documents.select("document_id", "source_id")
    )
    return resolved.rename({"entity_type": "final_type"}), apart


def _ids(keys: pl.DataFrame) -> pl.DataFrame:
    pairs = zip(keys["final_type"].to_list(), keys["key"].to_list(), strict=True)
    return keys.with_columns(
        entity_id=pl.Series([content_id("dim_entity", *pair) for pair in pairs], dtype=pl.String)
    )


def _dim_entity(names: pl.DataFrame, ids: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    codes = {name: code for name, code in places().items() if code}
    preferred = (
        names.join(ids, on=["key", "final_type"])
        .sort(
            [
                pl.col("preferred").is_null(),
                "document_count",
                "mention_count",
                pl.col("name").str.len_chars(),
                "name",
            ],
            descending=[False, True, True, True, False],
        )
        .group_by("entity_id", maintain_order=True)
        .agg(
            entity_name=pl.col("shown").first(),
            entity_type=pl.col("final_type").first(),
            is_overridden=pl.col("is_overridden").any(),
        )
    )
    counts = told.group_by("entity_id").agg(
        pl.col("mention_count").sum(),
        document_count=pl.col("document_id").n_unique().cast(pl.Int64),
    )
    code = pl.col("entity_name").replace_strict(codes, default=None, return_dtype=pl.String)
    return (
        preferred.join(counts, on="entity_id")
        .with_columns(country_code=pl.when(pl.col("entity_type") == EntityType.PLACE).then(code))
        .select(list(polars_schema(DIM_ENTITY)))
        .sort("entity_id")
    )


def _aliases(told: pl.DataFrame, dim_entity: pl.DataFrame, overrides: Overrides) -> pl.DataFrame:
    known = actors()
    last_word = pl.col("entity_name").str.extract(r"(\S+)$")
    rows = (
        told.filter(pl.col("named_count") > 0)
        .group_by("entity_id", alias="surface")
        .agg(
            mention_count=pl.col("named_count").sum(),
            document_count=pl.col("document_id").n_unique().cast(pl.Int64),
        )
        .join(dim_entity.select("entity_id", "entity_name", "entity_type"), on="entity_id")
    )
    key = spelling_key(base_key(pl.col("alias")), pl.col("entity_type"))
    decided = [*overrides.aliases, *(one for group in overrides.merges for one in group)]
    evidence = (
        pl.when(pl.col("alias") == pl.col("entity_name"))
        .then(pl.lit(AliasEvidence.SAME_NAME))
        .when(pl.col("alias").is_in(decided))
        .then(pl.lit(AliasEvidence.OVERRIDE))
        .when(key == spelling_key(base_key(pl.col("entity_name")), pl.col("entity_type")))
        .then(pl.lit(AliasEvidence.SPELLING))
        .when(
            pl.col("alias").replace_strict(
                {name: actor.name for name, actor in known.items()},
                default=None,
                return_dtype=pl.String,
            )
            == pl.col("entity_name")
        )
        .then(pl.lit(AliasEvidence.CURATED))
        .when(
            (pl.col("entity_type") == EntityType.PERSON)
            & (base_key(pl.col("alias")) == base_key(last_word))
        )
        .then(pl.lit(AliasEvidence.SURNAME))
        .when(pl.col("alias").str.contains(r"^[A-Z][A-Za-z0-9&.\-]*[A-Z]s?\.?$"))
        .then(pl.lit(AliasEvidence.ACRONYM))
        .otherwise(pl.lit(AliasEvidence.DOCUMENT))
    )
    return (
        rows.with_columns(evidence_code=evidence.cast(pl.String))
        .select(list(polars_schema(BRIDGE_ENTITY_ALIAS)))
        .sort("entity_id", "alias")
    )
