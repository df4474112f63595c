"""Closed lists that several rooms ask for."""

from typing import Final

MONTHS: Final = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
WEEKDAYS: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
    fri sat sun""".split()
)

# Ranks and places follow these in brackets, not ages.
INSTITUTIONS: Final = frozenset(
    """college university school institute academy hospital club council court bank company
    street road party station airport""".split()
)
