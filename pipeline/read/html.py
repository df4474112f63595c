"""HTML: the article's text and what the page says about itself, by trafilatura.

Nothing is fetched. Comments are not read. The page's title comes first, on a line of its
own, where the extracted text does not begin with it: headlines hold facts.
"""

import datetime as dt
from dataclasses import dataclass

# Without a bound of its own, the date finder would ask the clock what "today" is.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}


@dataclass(slots=True, frozen=True)
class Page:
    """What a page says; `text` is empty when no article was found in it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None


def read_page(html: str) -> Page:
    """Return the text and metadata of the article that an HTML page holds."""
    # A fifth of a second to import, and many a folder holds no page.
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import Document as Extracted  # noqa: PLC0415

    found = bare_extraction(
        html,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if not isinstance(found, Extracted):
        return Page("")
    body = found.text or ""
    title = found.title or None
    if title and body and not body.startswith(title):
        body = f"{title}\n{body}"
    return Page(
        text=body,
        title=title,
        publisher=found.sitename or None,
        url=found.url or None,
        published=dt.date.fromisoformat(found.date) if found.date else None,
    )
