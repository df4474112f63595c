"""HTML put together so that text cannot become markup: whatever is not `Html` is escaped."""

import html
from collections.abc import Iterable

from assets.display import safe


class Html(str):
    """Markup that was made here."""

    __slots__ = ()


Content = Html | str | int | None


def element(tag: str, *content: Content | Iterable[Content], **attributes: str | None) -> Html:
    """Return an element; `class_` names its class, and an attribute that is None is left out.

    >>> element("p", "1 < 2 ", element("b", "so"), class_="note")
    '<p class="note">1 &lt; 2 <b>so</b></p>'
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(safe(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Html(f"<{tag}{given}>{joined(*content)}</{tag}>")


def joined(*content: Content | Iterable[Content]) -> Html:
    """Return the contents one after the other, each text escaped and without hidden characters."""
    return Html("".join(_markup(one) for one in content))


def _markup(content: Content | Iterable[Content]) -> str:
    if content is None:
        return ""
    if isinstance(content, Html):
        return content
    if isinstance(content, str | int):
        return html.escape(safe(str(content), lines=True))
    return "".join(_markup(one) for one in content)


def marked(text: str, start: int, end: int) -> Html:
    """Return the text with the characters from `start` to `end` marked, as far as it has them."""
    start, end = max(0, start), min(len(text), end)
    if start >= end:
        return joined(text)
    return joined(text[:start], element("mark", text[start:end]), text[end:])
