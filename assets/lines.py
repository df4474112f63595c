"""What the command line says, as lines of plain, safe text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assets.display import safe, shorten
from assets.values import claim_values, plain
from pipeline.run.reading import open_current
from pipeline.settings import Settings

if TYPE_CHECKING:
    from assets.launch import Build
    from pipeline.run.compare import ComparedClaim, Comparison
    from pipeline.run.forget import Forgotten
    from pipeline.run.status import Status
    from pipeline.run.trace import Trace
    from pipeline.run.verify import Verification

KINDS = {
    "figure": "fct_figure",
    "date": "fct_date_mention",
    "quote": "fct_quote",
    "mention": "fct_entity_mention",
}
"""What can be explained, and the table it lies in."""

_FOUND = {
    "dim_entity": "entities",
    "fct_entity_mention": "mentions",
    "fct_figure": "figures",
    "fct_date_mention": "dates",
    "fct_quote": "quotes",
    "fct_text_reuse": "reused passages",
    "dim_claim": "claims",
    "fct_contradiction": "contradictions",
}
_FIRST_QUERY = "SELECT value, unit_name, counted_noun, sentence FROM mart_figure LIMIT 10"
_SHOWN = 20
_LINE = 300
_TOLD_OTHERWISE = re.compile(r"text$|surface|.*char_|.*_id(_[ab])?$")
"""Columns that trace tells in words of its own, or not at all."""


def build_lines(settings: Settings, built: "Build") -> Iterator[str]:
    """Say what was read, what was found, how long it took, and what to do next."""
    generation = built.database.parent.name
    counts, rows = built.counts, built.rows
    if built.is_idle:
        yield f"Nothing new: generation {generation} stands ({built.seconds:.1f} s)."
    else:
        yield f"Published generation {generation} in {built.seconds:.1f} s."
    read = [
        f"{counts.get('files', 0):,} files in {settings.raw} ({counts.get('new_files', 0):,} new)"
    ]
    if not built.is_idle:
        read.append(f"{rows['dim_document']:,} documents")
        read.append(f"{counts.get('new_words', 0):,} words analysed")
    yield _row("read", ", ".join(read))
    if not built.is_idle:
        found = [f"{rows[table]:,} {what}" for table, what in _FOUND.items() if table in rows]
        yield _row("found", ", ".join(found))
        yield _row("set aside", f"{rows['meta_reject']:,} things with their reason, in meta_reject")
        yield from _unread(settings)
    # The link stays where it is from one generation to the next; not every file system has links.
    stable = settings.warehouse / "current" / built.database.name
    yield _row("warehouse", str(stable if stable.exists() else built.database))
    yield ""
    yield "Try next:"
    place = "" if str(settings.warehouse) == "warehouse" else f" --warehouse {settings.warehouse}"
    yield f'  newsledger query{place} "{_FIRST_QUERY}"'
    yield f"  newsledger trace{place} {_any_fact(settings) or 'ID'}"
    yield f"  newsledger report{place}"
    yield f"  newsledger status{place}"


def _unread(settings: Settings) -> Iterator[str]:
    """Say which inputs were not read, or not as written, and what to do about it."""
    with open_current(settings) as connection:
        messages = connection.execute(
            "SELECT message FROM meta_reject WHERE stage IN ('inventory', 'read') ORDER BY ALL"
        ).fetchall()
    if messages:
        yield _row("not read", f"{len(messages):,} inputs, or parts of them:")
        yield from (f"  {line}" for line in _listed(str(message) for (message,) in messages))


def _any_fact(settings: Settings) -> str | None:
    with open_current(settings) as connection:
        found = connection.execute(
            "SELECT figure_id FROM fct_figure ORDER BY figure_id LIMIT 1"
        ).fetchone()
    return None if found is None else str(found[0])


def status_lines(state: "Status") -> Iterator[str]:
    """Say what is in, what is new, how the last runs went, and what was rejected and why."""
    if state.generation is None:
        yield "No warehouse is published yet: run `newsledger build`."
    else:
        yield f"Generation {state.generation} is published."
        for table, rows in state.rows.items():
            yield _row(table, f"{rows:>10,} rows", width=22)
    for what, paths in (
        ("new", state.new),
        ("changed", state.changed),
        ("removed", state.removed),
    ):
        if paths:
            yield f"{len(paths):,} {what} in raw since:"
            yield from _listed(paths)
    if state.runs:
        yield "Last runs:"
    for run in state.runs:
        message = shorten(run["message"], _LINE)
        yield f"  {run['started_at'][:19]}  {run['status']:<10} {run['run_id']}  {message}".rstrip()
    if state.rejects:
        yield "Rejects by reason:"
    for reject in state.rejects:
        yield (
            f"  {reject['reject_count']:>8,}  {reject['reason_code']:<24} {reject['table_name']}"
        )


def trace_lines(found: "Trace") -> Iterator[str]:
    """Say where a row's words stand, what they rest on, and who read them when."""
    row = found.row
    yield f"{found.table} {_key(row)}"
    if row.get("char_start") is None or "extractor_name" not in row:
        yield from _said(row)
    if found.document is not None and row.get("char_start") is not None:
        document = found.document
        name = document["title"] or document["external_id"]
        yield _row("document", f"{document['document_id']}  {shorten(name, _LINE)}")
        yield _row("characters", f"{row['char_start']} to {row['char_end']} of its text")
    yield from _in_sentence(found)
    if found.source is not None and found.table != "dim_source":
        source = found.source
        published = source["publisher_name"] or "publisher unknown"
        yield _row("source", f"{safe(source['source_path'])}  ({safe(published)})")
        yield _row("sha256", source["sha256"])
        yield _row(
            "read by",
            f"{source['reader_name']} {source['reader_version']}, as {source['encoding']}",
        )
    if row.get("extractor_name"):
        extractor = f"{row['extractor_name']} {row['extractor_version']}"
        rule = f", rule {row['rule_id']}" if row.get("rule_id") else ""
        yield _row("extracted by", extractor + rule)
    if found.run is not None:
        yield _row("in run", f"{found.run['run_id']}, {found.run['started_at']} UTC")
    if row.get("speaker_basis"):
        speaker = row["speaker_name"] or row["speaker_surface"] or "nobody named"
        yield _row("speaker", f"{shorten(speaker, _LINE)} ({row['speaker_basis']})")
    if found.claim is not None:
        claim = found.claim
        yield _row("claim", f"{claim['claim_id']}  {shorten(claim['claim_name'], _LINE)}")
        yield _row("status", f"{claim['status_code']}, as {_witness(claim)}")
    if found.facts:
        yield _row("holds", ", ".join(f"{n:,} {_FOUND[table]}" for table, n in found.facts.items()))
    yield from _parts(found)


def _parts(found: "Trace") -> Iterator[str]:
    """List what a row stands for: documents, places in the texts, contradictions."""
    for document in found.documents[:_SHOWN]:
        name = shorten(document["title"] or document["external_id"], _LINE)
        yield _row("document", f"{document['document_id']}  {name}")
    yield from _more(found.documents, "dim_document")
    for mention in found.mentions[:_SHOWN]:
        yield from _mention_lines(mention, str(mention["note"]), _marked(mention))
        place = str(mention["source_path"])
        if mention["external_id"] not in place:
            place += f", record {mention['external_id']}"
        span = f"characters {mention['char_start']} to {mention['char_end']}"
        yield f"      {mention['row_id']}  {span} of {shorten(place, _LINE)}"
    yield from _more(
        found.mentions,
        "fct_entity_mention" if found.table == "dim_entity" else "mart_claim_mention",
    )
    yield from _listed(map(_dispute, found.contradictions))


def _said(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a row without a place of its own says, value by value."""
    for name, value in list(row.items())[1:]:
        says_nothing = value is None or value is False or value == ""
        if says_nothing or isinstance(value, list) or _TOLD_OTHERWISE.match(name):
            continue
        yield _row(name, shorten(plain(value), _LINE), width=22)


def _more(items: Sequence[object], table: str) -> Iterator[str]:
    if len(items) > _SHOWN:
        yield f"  and {len(items) - _SHOWN:,} more, in {table}"


def _mention_lines(mention: Mapping[str, Any], note: str, sentence: str) -> Iterator[str]:
    """Yield who says so, when and in which words, and the sentence."""
    day = str(mention["published_date"] or "undated")
    words = f"“{shorten(mention['surface'], _LINE)}”"
    yield f"  - {day:<10} {shorten(mention['publisher'], _LINE)}: {words}, {note}"
    yield f"      {sentence}"


def _marked(mention: Mapping[str, Any]) -> str:
    """Return the sentence of a mention, with its words in brackets."""
    origin = int(mention["sentence_char_start"])
    return _bracketed(
        mention["sentence"], int(mention["char_start"]) - origin, int(mention["char_end"]) - origin
    )


def _bracketed(text: str, start: int, end: int) -> str:
    return f"{safe(text[:start])}[{safe(text[start:end])}]{safe(text[end:])}"


def _witness(mention: Mapping[str, Any]) -> str:
    return f"witness {mention['witness_index'] + 1} ({mention['witness_code']})"


def _dispute(contradiction: Mapping[str, Any]) -> str:
    kind = f"{contradiction['severity_code']}, {contradiction['kind_code']}"
    return f"! {kind}: {contradiction['explanation']}"


def explain_lines(found: "Trace") -> Iterator[str]:
    """Say how a fact was read: its words in their sentence, the rule, every value it has."""
    yield from _in_sentence(found)
    row = found.row
    yield _row("rule", safe(str(row.get("rule_id"))))
    hidden = {"surface", "rule_id", "extractor_name", "extractor_version"}
    for name, value in row.items():
        if value is None or name in hidden or name.endswith("_id") or "char_" in name:
            continue
        if value is False:
            continue
        yield _row(name, shorten(str(value), _LINE), width=22)


def comparison_lines(compared: "Comparison") -> Iterator[str]:
    """Say, claim by claim, how it stands, who says so in which sentence, and what is disputed."""
    if not compared.claims:
        yield f"No claim speaks of {shorten(compared.words, _LINE)}."
    for one in compared.claims:
        yield from _claim_lines(one)
        yield ""
    if compared.found > len(compared.claims):
        yield f"{len(compared.claims):,} of {compared.found:,} claims shown: see --limit."


def _claim_lines(compared: "ComparedClaim") -> Iterator[str]:
    claim = compared.claim
    yield shorten(claim["claim_name"], _LINE)
    yield _row("status", claim["status_code"] + (", updated" if claim["is_updated"] else ""))
    yield from (_row(name, value) for name, value in claim_values(claim))
    yield _row(
        "witnesses",
        f"{claim['witness_count']:,} independent; publishers {claim['publisher_count']:,}, "
        f"mentions {claim['mention_count']:,}",
    )
    yield _row("claim", claim["claim_id"])
    for mention in compared.mentions:
        yield from _mention_lines(mention, _witness(mention), safe(mention["sentence"]))
    yield from _listed(map(_dispute, compared.contradictions))


def verification_lines(proved: "Verification") -> Iterator[str]:
    """Say what was proved, and list what was not."""
    for table, spans in proved.spans.items():
        yield _row(table, f"{spans:>10,} spans proved", width=22)
    yield (
        f"{sum(proved.spans.values()):,} spans in {proved.documents:,} documents of "
        f"{proved.sources:,} sources proved against the raw bytes."
    )
    if not proved.is_sound:
        yield f"{len(proved.failures):,} not proved:"
        yield from _listed(f"{one.place}: {one.message}" for one in proved.failures)


def forgotten_lines(gone: "Forgotten") -> Iterator[str]:
    """Say what was removed."""
    yield f"{safe(gone.source_path)} is forgotten."
    yield _row("staged", f"{gone.staged_sources} sources, {gone.staged_documents} documents")
    yield _row("analyses", f"{gone.staged_analyses}")
    yield _row("generations", f"{gone.generations} older ones removed")


def _in_sentence(found: "Trace") -> Iterator[str]:
    """Yield the sentence with the row's own words marked, by their offsets."""
    row, sentence = found.row, found.sentence
    if sentence is None or row.get("char_start") is None:
        text = row.get("surface") or row.get("text")
        if text:
            yield _row("words", shorten(str(text), _LINE))
        return
    text, origin = str(sentence["text"]), int(sentence["char_start"])
    start, end = int(row["char_start"]) - origin, int(row["char_end"]) - origin
    if end > len(text):
        # A quote may run on into later sentences.
        yield _row("words", shorten(str(row.get("surface")), _LINE))
    yield _row("sentence", _bracketed(text, start, end))


def _key(row: Mapping[str, Any]) -> str:
    return safe(str(next(iter(row.values()))))


def _listed(items: Iterable[str]) -> Iterator[str]:
    items = list(items)
    for item in items[:_SHOWN]:
        yield f"  {shorten(item, _LINE)}"
    if len(items) > _SHOWN:
        yield f"  and {len(items) - _SHOWN:,} more"


def _row(name: str, value: str, *, width: int = 13) -> str:
    return f"  {name:<{width}} {value}"
