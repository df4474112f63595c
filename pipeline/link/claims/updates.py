"""Updates: whether two mentions with different values tell of different times."""

import datetime as dt

from pipeline.link.claims.mention import Mention
from pipeline.link.claims.stories import is_one_story
from pipeline.link.claims.vetoes import is_change
from pipeline.link.claims.voices import is_one_voice

_GROWING = frozenset({"kill", "injure", "arrest", "displace", "flee", "evacuate", "destroy"})
"""Kinds of events of which more becomes known day by day."""
_SOON = 2
"""Days between two reports of one event that may still be of one time."""


def is_update(a: Mention, b: Mention) -> bool:
    """Return whether the two tell of different times, as far as is known."""
    if is_change(a, b):
        return True
    if a.story_id == b.story_id:
        return bool(a.as_of and b.as_of and (a.as_of[1] < b.as_of[0] or b.as_of[1] < a.as_of[0]))
    if a.published is None or b.published is None:
        return False
    return a.published != b.published and not _are_rivals(a, b)


def _are_rivals(a: Mention, b: Mention) -> bool:
    """Return whether two speakers tell of one event otherwise, the one soon after the other.

    What stands is told anew as it changes, and a toll grows.
    """
    if a.published is None or b.published is None or a.is_standing or b.is_standing:
        return False
    earlier, later = sorted((a, b), key=lambda one: one.published or dt.date.min)
    is_toll = bool(a.events & b.events & _GROWING) and later.high >= earlier.low
    is_soon = abs((a.published - b.published).days) <= _SOON
    are_two = bool((a.voices or a.sources) and (b.voices or b.sources)) and not (
        a.sources & b.sources or is_one_voice(a.voices, b.voices)
    )
    is_level = "to" in (a.change_basis, b.change_basis)
    return is_soon and are_two and not is_toll and not is_level and is_one_story(a, b)
