"""Classifiers: nouns that say in what portions something is counted, "cases of measles"."""

from typing import Final

from pipeline.document import AnalysedDocument

# A number of these says little without what they hold or are of.
_CLASSIFIERS: Final = frozenset(
    """bag batch bottle box bundle bunch can carton case cask category class clutch consignment
    copy count crate cup dose drop episode form gallon glass group herd incident instance item jar
    kind lot medal outbreak pack package packet pair pallet piece pint portion ration round
    sack sample set sheet shipment shred slice sort spoonful stack strain strand style tin
    tray truckload tube type unit vial variety volume""".split()
)
_CONTENT: Final = frozenset(("NN", "NNS", "JJ", "HYPH", "VBG", "VBN", "NNP", "NNPS"))
_LONGEST: Final = 4


def content_of(doc: AnalysedDocument, head: int, lemma: str) -> int | None:
    """Return the last token of what a classifier is of, or None when it is none or stands alone.

    Only a bare noun phrase is its content: "boxes of nails", not "boxes of the nails he sold".
    """
    tokens = doc.tokens
    last = len(tokens) - 1
    if lemma.lower() not in _CLASSIFIERS or head + 2 > last:
        return None
    if tokens.text[head + 1].lower() != "of" or tokens.head[head + 1] != head:
        return None
    found = None
    for index in range(head + 2, min(head + 2 + _LONGEST, last + 1)):
        if tokens.tag[index] not in _CONTENT:
            break
        if tokens.dep[index] == "pobj" and tokens.head[index] == head + 1:
            found = index
    return found if found is not None and tokens.tag[found].startswith("NN") else None
