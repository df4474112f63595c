"""The page: what the sources say, who agrees, who contradicts whom, and what was left out.

One file that loads nothing and runs nothing, the same for the same generation.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from assets.html import Content, Html, element, joined, marked
from assets.values import claim_values
from pipeline.run.overview import Overview

_STYLE = Path(__file__).with_name("report_page.css")
# The page's own style, and nothing else: no script, no picture, no connection.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STATUS = {
    "disputed": "Disputed",
    "corroborated": "Corroborated",
    "repeated": "Repeated",
    "single_source": "Single source",
}
_STATUS_MEANS = {
    "disputed": "sources contradict each other",
    "corroborated": "independent witnesses agree",
    "repeated": "several mentions, one origin",
}
_LONGEST = 1_000

Row = dict[str, Any]


def render(found: Overview) -> str:
    """Return the page as HTML."""
    sections = (
        ("contradictions", "Contradictions", _contradictions(found.contradictions)),
        ("claims", "Claims that more than one sentence makes", _claims(found.claims)),
        ("sources", "Sources", _sources(found.sources)),
        ("left-out", "What was left out, and why", _left_out(found)),
    )
    title = "What the sources say"
    head = element(
        "head",
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        Html('<meta name="referrer" content="no-referrer">'),
        element("title", f"{title} · newsledger, generation {found.generation}"),
        Html(f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>"),
    )
    header = element(
        "header",
        element("p", f"newsledger · generation {found.generation}", class_="kicker"),
        element("h1", title),
        element("dl", (_count(name, number) for name, number in found.counts.items())),
        element("nav", (element("a", name, href=f"#{place}") for place, name, _ in sections)),
    )
    body = element(
        "body",
        header,
        element(
            "main",
            (
                element("section", element("h2", name), content, id=place)
                for place, name, content in sections
            ),
            element("p", f"Of each list, the first {found.most:,} at most.", class_="none"),
        ),
        element(
            "footer",
            "Every sentence here is the slice of a source. Its place, its rule and the run that "
            "read it: ",
            element("code", "newsledger trace ID"),
            ". All of them against the raw bytes: ",
            element("code", "newsledger verify"),
            ".",
        ),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _count(name: str, number: int) -> Html:
    return element("div", element("dt", name), element("dd", f"{number:,}"))


def _contradictions(rows: Sequence[Row]) -> Html:
    if not rows:
        return element("p", "No source contradicts another.", class_="none")
    return joined(_contradiction(row) for row in rows)


def _contradiction(row: Row) -> Html:
    severity = str(row["severity_code"])
    return element(
        "article",
        element(
            "h3",
            element("span", severity, class_=f"badge {severity}"),
            element("span", _words(row["kind_code"]), class_="badge"),
            row["claim_name"] or _words(row["kind_code"]).capitalize(),
        ),
        element("p", row["explanation"], class_="verdict"),
        element("div", _side(row, "a"), _side(row, "b"), class_="sides"),
        element("p", "contradiction", _id(row["contradiction_id"]), class_="place"),
        class_=f"card {severity}",
    )


def _side(row: Row, side: str) -> Html:
    others = int(row[f"mention_count_{side}"]) - 1
    start = int(row[f"sentence_char_start_{side}"])
    return element(
        "figure",
        element(
            "figcaption",
            _voice(row[f"publisher_{side}"], row[f"published_date_{side}"]),
            f" and {others:,} more" if others > 0 else None,
        ),
        _sentence(
            row[f"sentence_{side}"],
            int(row[f"char_start_{side}"]) - start,
            int(row[f"char_end_{side}"]) - start,
            row[f"surface_{side}"],
        ),
        _place(row[f"source_path_{side}"], row[f"char_start_{side}"], row[f"char_end_{side}"]),
    )


def _claims(rows: Sequence[Row]) -> Html:
    if not rows:
        return element("p", "No claim is made in more than one sentence.", class_="none")
    return joined(
        element(
            "div",
            element("h3", _STATUS[status], ": ", element("small", means)),
            (_claim(row) for row in rows if row["status_code"] == status),
        )
        for status, means in _STATUS_MEANS.items()
        if any(row["status_code"] == status for row in rows)
    )


def _claim(row: Row) -> Html:
    status = str(row["status_code"])
    witnesses = int(row["witness_count"])
    return element(
        "details",
        element(
            "summary",
            element("b", row["claim_name"]),
            element("span", _value(row), class_="value"),
            element("span", "updated", class_="badge") if row["is_updated"] else None,
            element(
                "span",
                f"{witnesses:,} {'witness' if witnesses == 1 else 'witnesses'}, "
                f"{int(row['mention_count']):,} mentions",
                class_="tally",
            ),
        ),
        element("ol", (_mention(one) for one in row["mentions"])),
        class_=f"claim {status}",
        open="" if status != "repeated" else None,
    )


def _mention(row: Row) -> Html:
    start = int(row["sentence_char_start"])
    witness = int(row["witness_index"])
    return element(
        "li",
        element(
            "div",
            element("span", f"witness {witness + 1}", class_=f"witness w{witness % 6}"),
            _voice(row["publisher"], row["published_date"]),
            element("span", f" {_words(row['witness_code'])}", class_="why"),
            class_="who",
        ),
        _sentence(
            row["sentence"],
            int(row["char_start"]) - start,
            int(row["char_end"]) - start,
            row["surface"],
        ),
        _place(row["source_path"], row["char_start"], row["char_end"], row["fact_id"]),
    )


def _value(row: Row) -> str:
    """Return what the claim says in numbers: a value, else a day, or the ends of either."""
    return next((words for _, words in claim_values(row)), "")


def _sources(rows: Sequence[Row]) -> Html:
    return _table(
        ("Source", "Publisher", "Dated", "Texts", "Words", "Read", "Figures", "Quotes"),
        (
            (
                _linked(row["source_path"], row["source_url"]),
                row["publisher_name"] or element("i", "not named"),
                _days(row["first_date"], row["last_date"]),
                _shown(row["text_count"] or 0),
                _shown(row["word_count"] or 0),
                "" if row["used_share"] is None else f"{row['used_share']:.0%}",
                _shown(row["figure_count"]),
                _shown(row["quote_count"]),
            )
            for row in rows
        ),
        numbers=range(3, 8),
    )


def _left_out(found: Overview) -> Html:
    return joined(
        element("h3", "Inputs not read, or not as written") if found.unread else None,
        element("ul", (element("li", one["message"]) for one in found.unread), class_="messages")
        if found.unread
        else None,
        element("h3", "Lines left out, by the rule that did"),
        _table(
            ("Role", "Rule", "Lines", "For example"),
            (
                (
                    _words(one["role"]),
                    element("code", one["rule_id"]),
                    _shown(one["line_count"]),
                    element("q", _short(one["example"])) if one["example"] else None,
                )
                for one in found.left_out
            ),
            numbers=range(2, 3),
        ),
        element("h3", "Numbers, marks and names set aside, by reason"),
        _table(
            ("Stage", "Reason", "Times", "For example"),
            (
                (
                    one["stage"],
                    _words(one["reason_code"]),
                    _shown(one["reject_count"]),
                    element("q", _short(one["example"])) if one["example"] else None,
                )
                for one in found.set_aside
            ),
            numbers=range(2, 3),
        ),
    )


def _table(
    names: Sequence[str], rows: Iterable[Sequence[Content]], *, numbers: Iterable[int]
) -> Html:
    right = set(numbers)

    def cells(tag: str, row: Sequence[Content], **attributes: str) -> Html:
        return element(
            "tr",
            (
                element(tag, cell, class_="number" if place in right else None, **attributes)
                for place, cell in enumerate(row)
            ),
        )

    return element(
        "div",
        element(
            "table",
            element("thead", cells("th", names, scope="col")),
            element("tbody", (cells("td", row) for row in rows)),
        ),
        class_="wide",
    )


def _voice(publisher: str, day: object) -> Html:
    return joined(
        element("b", publisher), " ", element("time", "undated" if day is None else str(day))
    )


def _sentence(text: str, start: int, end: int, surface: str) -> Html:
    """Return the sentence with the words marked, and what of them runs on beyond it."""
    if end > len(text):
        text = text[:start] + surface
    if len(text) > _LONGEST:
        # As much of it as lets the marked words stand in their surroundings.
        first = max(0, min(start - _LONGEST // 2, len(text) - _LONGEST))
        last = min(len(text), first + _LONGEST)
        cut = marked(text[first:last], start - first, end - first)
        return element(
            "blockquote", "… " if first else None, cut, " …" if last < len(text) else None
        )
    return element("blockquote", marked(text, start, end))


def _place(path: str, start: int, end: int, row_id: str | None = None) -> Html:
    place = f"{path}, characters {start:,} to {end:,}"
    return element("p", place, _id(row_id) if row_id else None, class_="place")


def _id(row_id: str) -> Html:
    """Return what `newsledger trace` takes."""
    return element("code", f" {row_id}")


def _linked(path: str, url: str | None) -> Html:
    """Return the path, as a link where the source names a page on the web."""
    if url and url.startswith(("https://", "http://")):
        return element("a", path, href=url, rel="noreferrer noopener nofollow")
    return joined(path)


def _days(first: object, last: object) -> str:
    return " to ".join(dict.fromkeys(str(one) for one in (first, last) if one is not None))


def _shown(number: int) -> str:
    return f"{number:,}"


def _words(code: object) -> str:
    return str(code).replace("_", " ")


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"
