"""What words say about sameness: kinds of things counted, kinds of events, parts of a quantity.

Tables only, with the functions that read them. A word that stands in no table is compared by its
own letters, so the tables sharpen verdicts and nothing depends on their being complete.
"""

import re
from collections.abc import Iterable
from functools import cache

from pipeline.extract.entities.demonyms import COUNTRY_OF
from schemas.claims import Qualifier

# family -> kind -> nouns. Nouns of one kind name one thing; the kind "any" takes in its whole
# family. Kinds of a family in `LOOSE_FAMILIES` are mixed up by writers, the others are not.
_THINGS: dict[str, dict[str, str]] = {
    "people": {
        "any": "person people individual man woman human inhabitant resident citizen civilian "
        "local national life guest adult member worshipper participant protester demonstrator "
        "pensioner villager voter fan spectator survivor supporter marcher",
        "soldier": "troop soldier serviceman servicewoman personnel force fighter marine "
        "paratrooper conscript reservist combatant mercenary infantryman peacekeeper",
        "refugee": "refugee migrant evacuee returnee exile arrival displaced asylum-seeker",
        "casualty": "casualty victim death fatality dead wounded injured injury hurt body corpse",
        "child": "child minor kid baby pupil schoolchild boy girl infant orphan youngster",
        "student": "student undergraduate",
        "worker": "worker employee staff job position labourer miner nurse doctor teacher "
        "volunteer",
        "prisoner": "prisoner detainee captive hostage inmate",
        "official": "official lawmaker deputy senator parliamentarian mp legislator minister "
        "parliament-member congress-member assembly-member",
        "police": "officer policeman police",
        "passenger": "passenger traveller tourist visitor",
        "patient": "patient infection case",
    },
    "unit": {
        "any": "unit formation contingent detachment group",
        "battlegroup": "battlegroup battle-group taskforce",
        "battalion": "battalion",
        "brigade": "brigade",
        "division": "division",
        "regiment": "regiment",
    },
    "vehicle": {
        "any": "vehicle",
        "tank": "tank",
        "truck": "truck lorry",
        "bus": "bus coach minibus",
        "car": "car automobile",
        "ambulance": "ambulance",
        "carrier": "apc carrier",
    },
    "aircraft": {
        "any": "aircraft plane airplane warplane airframe",
        "fighter": "jet fighter-jet",
        "helicopter": "helicopter",
        "drone": "drone uav",
    },
    "ship": {
        "any": "ship vessel boat warship",
        "submarine": "submarine",
        "frigate": "frigate destroyer",
    },
    "munition": {
        "any": "weapon munition projectile",
        "missile": "missile",
        "rocket": "rocket",
        "shell": "shell round",
        "bomb": "bomb",
        "launcher": "launcher system",
    },
    "country": {"any": "country nation state ally government"},
    "settlement": {"any": "city town village settlement municipality"},
    "territory": {"any": "territory region province area district"},
    "dwelling": {"any": "home house household apartment flat dwelling"},
    "building": {"any": "building", "school": "school", "hospital": "hospital clinic"},
    "business": {"any": "company firm business enterprise"},
    "passage": {"any": "corridor route passage"},
    "vote": {"any": "vote ballot"},
    "attack": {"any": "attack strike raid bombardment assault"},
    "works": {"any": "factory plant mill"},
    "shop": {"any": "shop store outlet branch"},
}
LOOSE_FAMILIES = frozenset({"unit", "vehicle", "aircraft", "munition", "ship"})
# What a body of states calls those that make it up.
MEMBER_NOUNS = frozenset("member country state nation ally".split())
# Nouns so wide that sharing one says little.
WIDE_NOUNS = frozenset(
    "person people individual man woman thing case part point time way unit group member number "
    "country state candidate official leader other call republican democrat american".split()
)

_KIND_OF: dict[str, tuple[str, str]] = {
    noun: (family, kind)
    for family, kinds in _THINGS.items()
    for kind, nouns in kinds.items()
    for noun in nouns.split()
}

# Events that exclude each other: who was killed was not, in that count, injured.
_EVENTS: dict[str, str] = {
    "kill": "kill killed die died dead death perish drown drowned fatality fatally slain massacre",
    "injure": "injure injured wound wounded hurt injury",
    "flee": "flee fled leave left escape escaped cross crossed exodus",
    "evacuate": "evacuate evacuated evacuation rescue rescued",
    "receive": "receive received host hosting hosted shelter sheltering admit admitted accept "
    "accepted welcome welcomed",
    "displace": "displace displaced",
    "arrest": "arrest arrested detain detained jail jailed imprison",
    "deploy": "deploy deployed deployment place placed station stationed move moved send sent "
    "position positioned base based post posted reinforce",
    "create": "create created creation establish established establishing form formed set build",
    "pay": "pay paid give gave given provide provided donate donated grant granted allocate lend",
    "promise": "promise promised pledge pledged commit committed offer offered",
    "request": "propose proposed proposal ask asked request requested demand demanded seek sought "
    "need needed want wanted",
    "cost": "cost",
    "destroy": "destroy destroyed shoot shot damage damaged down downed collapse collapsed flatten "
    "flattened wreck wrecked",
    "vote": "vote voted abstain abstained",
    "sanction": "sanction sanctioned blacklist blacklisted",
    "extend": "extend extended extension prolong prolonged prolongation renew renewed renewal",
}
_EVENT_OF: dict[str, str] = {
    word: event for event, words in _EVENTS.items() for word in words.split()
}
# Pairs of these never tell of one quantity; other events may go together.
_EXCLUSIVE = frozenset(
    {"kill", "injure", "flee", "evacuate", "receive", "displace", "arrest", "request", "sanction"}
)

# Each pair, and what comes down to it, is two halves of a whole: never one quantity.
_OPPOSED = {
    word: (index, side)
    for index, pair in enumerate(
        (
            (
                "man men male boy brother son husband",
                "woman women female girl sister daughter wife",
            ),
            ("import imported importe", "export exported expor"),
            ("arrival", "departure depar"),
            ("birth", "death"),
            ("win victory", "loss defeat"),
            ("north northern north", "south southern south"),
            ("domestic domes", "foreign forei"),
        )
    )
    for side, words in enumerate(pair)
    for word in words.split()
}

_ADDITIONAL = frozenset("additional more extra further new other another fresh added".split())
_TOTAL = frozenset("total overall altogether combined aggregate".split())
_TOTAL_PHRASE = re.compile(r"\b(?:in all|in total|a total of|altogether)\b", re.IGNORECASE)

_COUNTRIES = frozenset(COUNTRY_OF.values()) - {"European Union"}
_COUNTRY_ALIASES = {
    "US": "United States", "U.S.": "United States", "USA": "United States",
    "the United States": "United States", "America": "United States",
    "UK": "United Kingdom", "U.K.": "United Kingdom", "Britain": "United Kingdom",
    "Turkey": "Türkiye", "Czechia": "Czech Republic", "Burma": "Myanmar",
}  # fmt: skip

# Words that writers exchange; the stem stands for all of them.
_SYNONYMS = {
    word: head
    for head, words in {
        "term": "mandate tenure",
        "extend": "prolong prolongation renew extra longer",
        "boss": "chief head leader leaders helm",
        "war": "invasion conflict offensive operation attack",
        "flee": "left leave escaped fled",
        "stay": "remain remains stays",
        "begin": "start started began launched launch since",
        "grow": "growth grew grown growing",
        "buy": "bought purchase purchased acquire acquired",
        "sell": "sold",
        "lose": "lost",
        "win": "won",
        "catch": "caught",
        "steal": "stolen stole",
        "shoot": "shot",
        "build": "built",
        "seek": "sought",
        "ally": "allies alliance",
        "talk": "negotiations negotiation talks",
        "quake": "earthquake tremor",
        "fire": "blaze wildfire inferno",
        "strike": "walkout stoppage",
        "cost": "costing price bill",
        "spend": "spent spending expenditure outlay",
        "deficit": "shortfall",
        "revenue": "turnover",
        "harvest": "crop",
        "jobless": "unemployed",
        "board": "aboard onboard",
        "need": "needed",
        "end": "expire expires expired ends ended",
    }.items()
    for word in words.split()
}
_STOP = frozenset(
    "a about after again all also although am an and another any are around as at be because been "
    "before being between both but by can could did do does during each either every few first for "
    "from further get got had has have he her here hers him his how however i if in into is it its "
    "just last later least less like made make many may me might more most much must my near new "
    "next no nor not now of off on one only or other our out over own per rather said same say "
    "says she should since so some still such than that the their them then there these they this "
    "those though through to too two under until up upon us very was we were what when where "
    "which while who whom whose why will with within without would yet you your mr mrs ms dr told "
    "according added report reported reports today yesterday tomorrow monday tuesday wednesday "
    "thursday friday saturday sunday january february april june july august september "
    "october november december year years month months week weeks day days number total some "
    "thousand million billion hundred dozen".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# Stems of verbs by which something is settled and not yet done.
DECISIONS = frozenset("agree appro annou decid promi pledg commi order propo plan vow".split())
# Acts of will: whoever tells of them has it from the actor. What is merely done others may see.
ACTS_OF_WILL = frozenset({"create", "promise", "extend", "sanction"})
STATEMENT_NOUNS = frozenset(
    "statement communique communiqué declaration resolution announcement release".split()
)


@cache
def nation(name: str) -> str | None:
    """Return what stands for a country, by its name or the adjective of its people.

    >>> nation("Swedish") == nation("Sweden"), nation("Malmo")
    (True, None)
    """
    country = COUNTRY_OF.get(name) or _COUNTRY_ALIASES.get(name, name)
    return f"nation {country}" if country in _COUNTRIES else None


def nations(texts: Iterable[str]) -> frozenset[str]:
    """Return what stands for the countries of whose people the words speak."""
    found = {nation(word) for word in (text.strip(".,") for text in texts) if word in COUNTRY_OF}
    return frozenset(one for one in found if one)


@cache
def thing(lemma: str) -> tuple[str, str] | None:
    """Return (family, kind) of a counted noun, or None for one in no table.

    >>> thing("lorry")
    ('vehicle', 'truck')
    """
    return _KIND_OF.get(lemma.lower().replace(" ", "-")) or _KIND_OF.get(lemma.lower())


@cache
def event_of(word: str) -> str | None:
    """Return the kind of event a verb or noun tells of, or None.

    >>> event_of("placing"), event_of("killings")
    ('deploy', 'kill')
    """
    lower = word.lower()
    forms = [lower, lower.removesuffix("s")]
    for ending in ("ings", "ing", "ed"):
        if lower.endswith(ending):
            root = lower.removesuffix(ending)
            forms += [root, f"{root}e"]
    return next((_EVENT_OF[form] for form in forms if form in _EVENT_OF), None)


def events_exclude(first: str, second: str) -> bool:
    """Return whether no quantity is told of by both kinds of event."""
    return first != second and first in _EXCLUSIVE and second in _EXCLUSIVE


def opposed(first: str, second: str) -> bool:
    """Return whether two words, nouns or stems, name two halves of a whole.

    >>> opposed("man", "woman"), opposed("man", "boy"), opposed("man", "person")
    (True, False, False)
    """
    a, b = _OPPOSED.get(first), _OPPOSED.get(second)
    return a is not None and b is not None and a[0] == b[0] and a[1] != b[1]


@cache
def stem(word: str) -> str | None:
    """Return what stands for a word in comparison, or None for one that says nothing.

    >>> stem("extension") == stem("extended"), stem("the")
    (True, None)
    """
    lower = word.lower()
    if lower in _STOP or len(lower) < 3:
        return None
    lower = _SYNONYMS.get(lower, lower)
    if lower.endswith("ies") and len(lower) > 4:
        lower = f"{lower[:-3]}y"
    elif lower.endswith("s") and not lower.endswith("ss"):
        lower = _SYNONYMS.get(lower[:-1], lower[:-1])
    return lower[:5]


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text."""
    found = {stem(word) for word in _WORD.findall(text)}
    return frozenset(one for one in found if one)


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, in order."""
    return [word.lower() for word in _WORD.findall(text)]


def qualifier(before: str, expression: str, after: str) -> Qualifier:
    """Return which part of a quantity an expression gives, from it and the words around it.

    >>> qualifier("", "four more boats", ""), qualifier("", "more than four boats", "in all")
    (<Qualifier.ADDITIONAL: 'additional'>, <Qualifier.TOTAL: 'total'>)
    """
    inside = words(expression)
    if _TOTAL.intersection(inside) or _TOTAL.intersection(words(before)[-8:]):
        return Qualifier.TOTAL
    if _TOTAL_PHRASE.search(after[:24]) or _TOTAL_PHRASE.search(before[-24:]):
        return Qualifier.TOTAL
    following = [*inside[1:], *words(after)[:1]]
    for word, next_word in zip(inside, [*following, ""], strict=False):
        if word in _ADDITIONAL and next_word != "than":
            return Qualifier.ADDITIONAL
    return Qualifier.UNMARKED
