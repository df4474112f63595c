"""Money: which country's dollar a document means."""

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.unit_table import AMERICAN, DOLLAR_COUNTRIES


def dollar_of(doc: AnalysedDocument) -> tuple[str, str]:
    """Return the ISO code of a bare "$" in this document, and why.

    Another country's dollar is chosen only when that country, and no other that has a dollar,
    is named in the text, and nothing American is.
    """
    text = doc.text
    named = {
        code: next((name for name in names if name in text), None)
        for code, names in DOLLAR_COUNTRIES.items()
    }
    found = [(code, name) for code, name in named.items() if name]
    american = next((name for name in AMERICAN if name in text), None)
    if len(found) == 1 and american is None:
        return found[0][0], f"the document names {found[0][1]} and nothing American"
    if not found:
        return "USD", "no other country with a dollar in the document"
    if american is not None:
        return "USD", f"the document names {american.strip()}"
    return "USD", "several countries with a dollar in the document"
