"""The words for time: months, weekdays, units, numbers, zones. Lower case throughout."""

from schemas.dates import Granularity as Unit


def _numbered(names: str, first: int = 1) -> dict[str, int]:
    return {name: number for number, name in enumerate(names.split(), first)}


FULL_MONTHS = _numbered(
    "january february march april may june july august september october november december"
)
ABBREVIATED_MONTHS = _numbered("jan feb mar apr may jun jul aug sep oct nov dec") | {"sept": 9}
MONTHS = ABBREVIATED_MONTHS | FULL_MONTHS

FULL_WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday", 0)
WEEKDAYS = FULL_WEEKDAYS | {
    **_numbered("mon tue wed thu fri sat sun", 0),
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
}
PLURAL_WEEKDAYS = {name + "s": number for name, number in FULL_WEEKDAYS.items()}

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

UNITS = {
    unit.value: unit
    for unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
} | {
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}
PLURAL_UNITS = {
    "days": Unit.DAY,
    "weeks": Unit.WEEK,
    "weekends": Unit.WEEKEND,
    "months": Unit.MONTH,
    "quarters": Unit.QUARTER,
    "years": Unit.YEAR,
    "decades": Unit.DECADE,
    "centuries": Unit.CENTURY,
}
# Units shorter than a day say nothing about the calendar, except within a window of them.
HOURS_PER_DAY = 24

PARTS_OF_DAY = frozenset("morning afternoon evening night lunchtime".split())
PLURAL_PARTS_OF_DAY = frozenset(part + "s" for part in PARTS_OF_DAY)

CARDINALS = {"a": 1, "an": 1} | _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
CARDINALS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
ORDINAL_ENDINGS = frozenset("st nd rd th".split())
VAGUE_NUMBERS = frozenset("several few many some couple".split())

DECADE_NAMES = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}

# Minutes east of UTC. Zones that change with the season ("ET") are named without an offset.
ZONES: dict[str, int | None] = {
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "bst": 60,
    "wet": 0,
    "west": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "ist": 330,
    "pkt": 300,
    "sast": 120,
    "eat": 180,
    "wat": 60,
    "sgt": 480,
    "hkt": 480,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "et": None,
    "ct": None,
    "mt": None,
    "pt": None,
}
# "CST" is Chicago's and Shanghai's: a zone, but no offset without more.
ZONES["cst"] = None
