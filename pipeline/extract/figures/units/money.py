"""Money: which country's dollar, rupee or franc a document means."""

import re
from dataclasses import replace
from typing import Final

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.units.countries import AMERICAN, DOLLAR_COUNTRIES, SHARED_NAMES
from pipeline.extract.figures.units.units import SYMBOLS, Unit

# A shared name as written without a country, "rupees", "Rs", and the word before it.
_SHARED: Final = re.compile(
    rf"(?:([^\W\d_]+) )?(?<![^\W_])(?:({'|'.join(SHARED_NAMES)})s?|rs|re)\b(?! sterling)",
    re.IGNORECASE,
)
_NATIONAL: Final = frozenset(
    unit.name.split()[0] for unit in SYMBOLS.values() if unit.kind == "currency"
)


class Purse:
    """The shared names of one document's money, each resolved once."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.resolved: dict[str, tuple[str, str]] = {}

    def resolve(self, unit: Unit, written: str) -> tuple[Unit, str] | None:
        """Return the unit that a shared name stands for here, and the step that says why."""
        match = _SHARED.search(written)
        if match is None or (match.group(1) or "").lower() in _NATIONAL:
            return None
        name = (match.group(2) or "rupee").lower()
        default, countries = SHARED_NAMES[name]
        if unit.code[:3] != default and unit.code[:3] not in countries:
            return None
        if name not in self.resolved:
            self.resolved[name] = shared_of(self.doc, name)
        code, why = self.resolved[name]
        known = SYMBOLS.get(code)
        if known is None:
            return None
        if unit.rate is not None:
            known = replace(
                known, code=code + unit.code[3:], rate=unit.rate, rate_pint=unit.rate_pint
            )
        return known, f"currency:{code} ({why})"


def shared_of(doc: AnalysedDocument, name: str) -> tuple[str, str]:
    """Return the ISO code of a name that several countries' money has, and why.

    It is the country that the document names most often; the first in the table when two are
    named alike, and the table's choice when none is named.
    """
    default, countries = SHARED_NAMES[name]
    text = doc.text
    best, times, word = default, 0, ""
    for code, words in countries.items():
        counts = [text.count(one) for one in words]
        if sum(counts) > times:
            best, times, word = code, sum(counts), words[counts.index(max(counts))]
    if not times:
        return default, f"no country with a {name} in the document"
    return best, f"the document names {word} most"


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
