"""Titles: the words before a name that say what its bearer is."""

from pipeline.extract.entities.words import (
    COMPANY_SUFFIXES,
    COURTESY_TITLES,
    HEADS,
    NAME_PARTICLES,
    OF_HEADS,
    OFFICE_MODIFIERS,
    OFFICE_TITLES,
    ORGANIZATION_HEADS,
    PORTFOLIO_HOLDERS,
    PORTFOLIOS,
    ROYAL_TITLES,
)

_AFTER = ("of", "for", "and", "the")
_TITLE_WORDS = COURTESY_TITLES | OFFICE_TITLES | OFFICE_MODIFIERS
# Adjectives of an office that a name may hold: "Office of the Prime Minister".
_RANKED = ("prime", "vice", "deputy", "attorney")
_ORGANIZATION_ENDS = ORGANIZATION_HEADS | COMPANY_SUFFIXES
_JOINTS = ("-", "‐", "‑")


def title_at(lowered: list[str], index: int) -> tuple[int, str]:
    """Return the width of the title at the index of a run, and its kind; 0 where there is none."""
    word = lowered[index]
    if word not in _TITLE_WORDS:
        return 0, ""
    before = lowered[index - 1] if index else ""
    follows = lowered[index + 1] if index + 1 < len(lowered) else ""
    if follows in ("'s", "’s", "'") or before in NAME_PARTICLES or before in _JOINTS:
        return 0, ""
    # "Ministry of Justice": after these the word belongs to the name.
    if before in _AFTER and word in OFFICE_MODIFIERS:
        return 0, ""
    if word in COURTESY_TITLES:
        # "King Saud University" is named after him; "Amir Sheikh" is a name to the end.
        is_dedication = word in ROYAL_TITLES and any(one in HEADS for one in lowered[index:])
        return (0, "") if is_dedication or (index and not follows) else (1, "courtesy")
    width = 0
    for end in range(index, len(lowered)):
        if (
            lowered[end] in OFFICE_TITLES
            or (end > index and lowered[end] in COURTESY_TITLES)
            or lowered[max(index, end - 1) : end + 1] == ["chief", "executive"]
        ):
            width = end + 1 - index
        elif lowered[end] not in OFFICE_MODIFIERS and lowered[end] not in ("-", "and"):
            break
    stop = index + width
    # "General Assembly", "Chief Executive Council": the title's word opens another name.
    if stop < len(lowered) and lowered[stop] in ORGANIZATION_HEADS:
        return 0, ""
    if word == "general" and width == 1 and _opens_organization(lowered, stop):
        return 0, ""
    if stop < len(lowered) and lowered[stop] in ("'s", "’s", "'"):
        return 0, ""
    # "Council of Ministers", "Office of the President": it ends one.
    if before in _RANKED:
        before = lowered[index - 2] if index > 1 else ""
    if (
        before in _AFTER
        and stop == len(lowered)
        and any(one in OF_HEADS for one in lowered[:index])
    ):
        return 0, ""
    return width, "office"


def _opens_organization(lowered: list[str], index: int) -> bool:
    """Return whether an organization's head comes before the next title: General Motors."""
    for word in lowered[index:]:
        if word in _ORGANIZATION_ENDS:
            return True
        if word in _TITLE_WORDS:
            return False
    return False


def title_before(words: list[str], first: int) -> str:
    """Return the kind of title that stands before a run: courtesy, office, portfolio, of or none.

    After "minister of" comes a portfolio and then the person; after "ambassador to" or "chief
    of" a place or an institution and then the person.
    """
    if first == 0:
        return ""
    word = words[first - 1].lower().rstrip(".")
    if word in COURTESY_TITLES:
        return "courtesy"
    if word in OFFICE_TITLES:
        return "office"
    if first > 1 and word in ("of", "to", "the", "for", "at"):
        before = words[first - 2].lower()
        if before in PORTFOLIO_HOLDERS and word in ("of", "for"):
            return "portfolio"
        if (
            before in OFFICE_TITLES
            or before == "executive"
            or (before in ("of", "to", "at") and first > 2)
        ):
            return "of"
    return ""


def portfolio_width(lowered: list[str], begin: int) -> int:
    """Return how many words of a run after "minister of" name the field of office."""
    end = begin
    while end < len(lowered) and (
        lowered[end] in PORTFOLIOS or lowered[end] in ("and", ",", "the", "&", "state")
    ):
        end += 1
    return end - begin
