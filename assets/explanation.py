"""Why a figure was read as it was: each rule of its reading in plain words, with its span."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from assets.display import safe, shorten

if TYPE_CHECKING:
    from pipeline.run.explain import FigureLinks
    from pipeline.run.trace import Trace

_LINE: Final = 300
_WIDTH: Final = 11
_BOUNDS: Final = {
    "eq": "exactly",
    "approx": "about",
    "ge": "at least",
    "gt": "more than",
    "le": "at most",
    "lt": "less than",
    "range": "a range,",
    "magnitude": "a magnitude,",
}
_BASES: Final = {"by": "the size of", "from": "where it began:", "to": "where it ended:"}
_FLAGS: Final = {
    "is_implicit": "no numeral is written",
    "is_vague": "the words give bounds only",
    "is_multiple": "it multiplies another quantity",
    "is_share": "it is a part of what is counted",
    "is_elided_unit": "its unit or noun stands elsewhere in the sentence",
    "is_ambiguous": "the marks allow another reading",
    "is_date_part": "the same words also make a date",
    "is_truncated": "the sentence is cut off",
    "is_damaged": "the sentence is broken",
    "is_repeat": "the sentence repeats an earlier one",
}
# How each step of a reading begins -> the line it belongs to, and what it says there.
_STEPS: Final = tuple(
    (label, re.compile(pattern), words)
    for label, pattern, words in (
        ("number", r"digits$", "written in digits"),
        ("number", r"digits:(.+)", "written in digits, {0}"),
        ("number", r"number words$", "written in words"),
        ("number", r"scale:(.+)", "times {0}"),
        ("number", r"fraction:(.+)", "the fraction {0}"),
        ("number", r"magnitude:(.+)", "'{0}' gives a magnitude, from one such unit to ten"),
        ("number", r"vague:(.+)", "'{0}' is taken as 3 to 9"),
        ("number", r"implicit:(.+)", "'{0}' stands for a number"),
        ("number", r"multiple:(.+)", "'{0}' multiplies"),
        ("number", r"range:(.+)", "two numbers make a range ({0})"),
        ("number", r"sign:(.+)", "with a sign, {0}"),
        ("number", r"ratio:(.+)", "a ratio, {0}"),
        ("number", r"times:occurrences$", "'times' counts occurrences here"),
        ("unit", r"unit:(.+)", "the words say {0}"),
        ("unit", r"currency:(\S+) \((.+)\)", "{0}, as {1}"),
        ("unit", r"currency:(.+)", "{0}"),
        ("unit", r"rate:per (.+)", "for each {0}"),
        ("unit", r"age:(.+)", "an age, by the pattern '{0}'"),
        ("bound", r"comparator: (.+)", "{0} says so"),
        ("counts", r"noun:told by (.+)", "told by {0}"),
        ("counts", r"elided:(.+)", "shared, {0}"),
        ("counts", r"noun:(before)$", "it stands before the number"),
        ("about", r"label:(.+)", "its label is {0}"),
        ("about", r"column:(.+)", "its column is {0}"),
        ("movement", r"change: (.+?)(?: (?:by|from|to))?$", "{0} says so"),
        ("who", r"agent:.+ \((.+)\)$", "{0}"),
        ("mode", r"modality:\S+ (.+)", "{0} says so"),
        ("denied", r"negation:(.+)", "{0} says so"),
        ("where", r"place:(.+) \((.+)\)$", "'{0}' {1}"),
        ("when", r"date:none, (.+)", "{0}"),
        ("when", r"date:'.+' \((.+)\)$", "it {0}"),
    )
)
_SPLIT = re.compile(r"; (?=[a-z])")


def explanation_lines(found: "Trace", links: "FigureLinks") -> Iterator[str]:
    """Say what a figure was read as, then rule by rule why, then what it is tied to."""
    row = found.row
    yield f"figure {safe(str(row['figure_id']))}: {summary(row)}"
    if found.sentence is not None:
        yield _line("sentence", _marked(row, found.sentence))
    reasons = _reasons(str(row.get("reading") or ""))
    for label, value in _values(row, links):
        why = reasons.pop(label, [])
        if value or why:
            yield _line(label, value + (" -- " if value and why else "") + "; ".join(why))
    for label, why in reasons.items():
        yield _line(label, "; ".join(why))
    for entity in links.entities:
        words, name = safe(entity["surface"]), safe(entity["entity_name"])
        known = name if name == words else f"{words}, that is {name}"
        yield _line(f"  {entity['role']}", f"{known} ({entity['entity_type']})")
    flags = [words for name, words in _FLAGS.items() if row.get(name)]
    if flags:
        yield _line("note", "; ".join(flags))
    if links.claim is not None:
        claim = links.claim
        yield _line("claim", f"{shorten(claim['claim_name'], _LINE)} ({claim['status_code']})")
    reader = f"{row['extractor_name']} {row['extractor_version']}"
    yield _line("rule", f"{safe(str(row['rule_id']))}, by {safe(reader)}")


def summary(row: Mapping[str, Any]) -> str:
    """Return a figure in a few words.

    >>> summary({"comparator": "ge", "value": 40000.0, "counted_noun": "troops"})
    'at least 40,000 troops'
    """
    value, low, high = (row.get(name) for name in ("value", "value_low", "value_high"))
    number = _plain(value) if value is not None else f"{_plain(low)} to {_plain(high)}"
    unit = row.get("unit_name") if row.get("unit_kind") not in ("count", "none", "ratio") else ""
    unit = "percent" if unit == "percentage" else unit
    noun = row.get("counted_noun")
    of = "of" if noun and (unit or row.get("is_share")) else ""
    bound = _BOUNDS[row["comparator"]]
    parts = ("" if bound == "exactly" else bound, number, unit, of, noun)
    return safe(" ".join(part for part in parts if part))


def _values(row: Mapping[str, Any], links: "FigureLinks") -> Iterator[tuple[str, str]]:
    """Yield each line's label and the value that the row has for it."""
    yield "number", f"characters {row['number_char_start']} to {row['number_char_end']}"
    yield "bound", _span(_BOUNDS[row["comparator"]].rstrip(","), row, "cue")
    yield "unit", _unit(row)
    yield "counts", _counted(row)
    change, basis = row.get("change"), row.get("change_basis")
    yield "movement", f"{_BASES[basis]} an {change}" if change and basis else str(change or "")
    yield "about", safe(row.get("context") or "")
    yield "who", safe(row.get("agent") or "")
    yield "does", safe(row.get("predicate") or "")
    yield "mode", str(row["modality"])
    yield "denied", "yes" if row.get("is_negated") else ""
    yield "where", safe(row.get("place") or "")
    yield "when", _day(links.date)
    yield "told by", safe(links.speaker or "")


def _unit(row: Mapping[str, Any]) -> str:
    if row["unit_kind"] in ("none", "count"):
        return ""
    code = f" ({safe(row['unit_code'])})" if row.get("unit_code") else ""
    base = ""
    if row.get("value_base") is not None and row.get("base_unit_code") != row.get("unit_code"):
        base = f", {_plain(row['value_base'])} {safe(row['base_unit_code'])}"
    return f"{safe(row.get('unit_name') or row['unit_kind'])}{code}{base}"


def _counted(row: Mapping[str, Any]) -> str:
    noun = row.get("counted_noun")
    if not noun:
        return ""
    told = _span(safe(noun), row, "noun")
    if row.get("counted_modifiers"):
        told += f", with {safe(row['counted_modifiers'])}"
    return told


def _span(words: str, row: Mapping[str, Any], name: str) -> str:
    start, end = row.get(f"{name}_char_start"), row.get(f"{name}_char_end")
    return words if start is None else f"{words}, characters {start} to {end}"


def _day(date: Mapping[str, Any] | None) -> str:
    if date is None:
        return ""
    start, end = date["date_start"], date["date_end"]
    days = "no day that is known" if start is None else f"{start}"
    if start != end and end is not None:
        days += f" to {end}"
    return f"{safe(date['surface'])}: {days}"


def _reasons(reading: str) -> dict[str, list[str]]:
    """Return, by line, what the steps of a reading say in plain words."""
    reasons: dict[str, list[str]] = {}
    for step in _SPLIT.split(reading):
        for label, pattern, words in _STEPS:
            match = pattern.match(step)
            if match:
                reasons.setdefault(label, []).append(safe(words.format(*match.groups())))
                break
        else:
            if step and not step.startswith(("noun:", "predicate:", "speaker:")):
                reasons.setdefault("number", []).append(safe(step))
    return reasons


def _marked(row: Mapping[str, Any], sentence: Mapping[str, Any]) -> str:
    """Return the sentence with the expression in brackets and its number in double ones."""
    text, origin = str(sentence["text"]), int(sentence["char_start"])
    start, end = int(row["char_start"]) - origin, int(row["char_end"]) - origin
    first = int(row["number_char_start"]) - origin
    last = int(row["number_char_end"]) - origin
    return (
        f"{safe(text[:start])}[{safe(text[start:first])}[{safe(text[first:last])}]"
        f"{safe(text[last:end])}]{safe(text[end:])}"
    )


def _plain(value: float | None) -> str:
    return "any" if value is None else f"{value:,.15g}"


def _line(label: str, words: str) -> str:
    return f"  {label:<{_WIDTH}} {words}"
