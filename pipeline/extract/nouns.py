"""The singular of English nouns: regular endings, and the closed lists of those that are not.

Written here rather than taken from a library, because every worker would pay two seconds of
processor time to import the one there is.
"""

import re
from functools import cache

_PAIRS = """
alumni alumnus|analyses analysis|antennae antenna|appendices appendix|axes axe|bacteria bacterium
|bases base|biases bias|brethren brother|bureaux bureau|buses bus|calves calf|canvases canvas
|children child|chateaux chateau|crises crisis|criteria criterion|curricula curriculum|data data
|diagnoses diagnosis|dice die|dwarves dwarf|elves elf|emphases emphasis|feet foot|formulae formula
|fungi fungus|gases gas|geese goose|genera genus|halves half|hooves hoof|hypotheses hypothesis
|indices index|knives knife|larvae larva|leaves leaf|lenses lens|lice louse|lives life|loaves loaf
|matrices matrix|media media|memoranda memorandum|men man|mice mouse|nuclei nucleus|oases oasis
|oxen ox|parentheses parenthesis|people people|persons person|phenomena phenomenon
|prostheses prosthesis|plateaux plateau|quizzes quiz
|radii radius|scarves scarf|selves self|sheaves sheaf|shelves shelf
|stimuli stimulus|strata stratum|syllabi syllabus|synopses synopsis|syntheses synthesis
|teeth tooth|theses thesis|thieves thief|troops troop|vertebrae vertebra|vertices vertex
|wharves wharf|wives wife|wolves wolf|women woman
"""
_IRREGULAR: dict[str, str] = dict(pair.split() for pair in _PAIRS.split("|"))
_UNCHANGED = frozenset(
    """aircraft barracks cattle clergy corps crossroads data goods headquarters horsepower
    mathematics means media news offspring outskirts police physics politics premises remains
    innings proceedings rendezvous series sheep shrapnel spacecraft species staff thanks
    watercraft economics athletics clothes electronics gymnastics logistics
    mechanics yours itselves""".split()
)
# Plurals whose singular keeps the e: "movies", "caches", "shoes" are no "movy", "cach", "sho".
_KEEPS_E = frozenset(
    """achilles aches avalanches axes birdies bookies brownies caches calories canoes cookies
    creches dies eyries foes genies headaches heartaches hippies hoes horseshoes junkies lies
    magpies menageries moustaches movies mustaches niches oboes pies posses prairies psyches quiches
    reveries rookies selfies shoes smoothies ties toes toothaches veggies woes zombies""".split()
)
# Plurals of nouns in -i; any other word in -is is a singular.
_SINGULAR_I = frozenset(
    """afghanis alibis azeris bangladeshis bikinis emiratis houthis iraqis israelis jacuzzis kiwis
    kuwaitis nazis omanis pakistanis paparazzis qataris rabbis salafis saudis skis somalis
    tsunamis taxis yemenis""".split()
)
_SINGULAR_US = re.compile(r"(?<![ao])uses$")
_US_WITH_E = frozenset(
    "uses abuses disuses excuses fuses misuses muses recluses refuses reuses ruses".split()
)
_SINGULAR_AS = frozenset("aliases atlases christmases pancreases texases".split())
_NO_COMPOUND = frozenset("abdomen acumen omen regimen specimen stamen".split())
_TAKES_ES = re.compile(r"(?:ss|sh|ch|x|zz|tz)es$")


@cache
def singular(word: str) -> str:
    """Return the singular of an English noun as written in the plural, else the word itself.

    Lower case, unless the word begins with a capital.

    >>> [singular(word) for word in ("battlegroups", "parties", "movies", "Women", "viruses")]
    ['battlegroup', 'party', 'movie', 'Woman', 'virus']
    """
    lower = word.lower()
    if not lower.isalpha():
        return word if word[:1].isupper() else lower
    found = _IRREGULAR.get(lower) or _by_ending(lower)
    return found[:1].upper() + found[1:] if word[:1].isupper() else found


def _by_ending(word: str) -> str:
    if word in _UNCHANGED or len(word) < 3 or not word.endswith("s"):
        return _compound(word)
    if word in _KEEPS_E or word in _SINGULAR_I:
        return word[:-1]
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if _TAKES_ES.search(word) or word in _SINGULAR_AS:
        return word[:-2]
    if _SINGULAR_US.search(word) and word not in _US_WITH_E:
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1]


def _compound(word: str) -> str:
    """Return the singular of "policewomen", "schoolchildren", "grandchildren"."""
    for plural, ending in (("women", "woman"), ("men", "man"), ("children", "child")):
        if word.endswith(plural) and word not in _NO_COMPOUND:
            return word.removesuffix(plural) + ending
    return word
