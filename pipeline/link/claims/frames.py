"""Frames: what kind of doing a number is told of, the same for verbs that writers exchange.

"Established", "opened" and "agreed to open" are one frame for corridors, "fired" and "launched"
one for missiles. Verbs that only carry a number to the reader, such as "listed" or "stood at",
are of no frame: they deny nothing.
"""

from collections.abc import Iterable
from functools import cache

from pipeline.link.claims.words import DECISIONS, event_of, stem

_FRAMES = {
    "open": "open opened opening reopen reopened establish established establishing create created "
    "creation form formed built build found founded launch launched",
    "fire": "fire fired firing launch launched",
    "give": "provide provided send sent supply supplied deliver delivered delivery ship shipped "
    "shipment package contribution consignment donation aid give gave given donate donated pledge "
    "pledged promise promised offer offered pay paid grant granted lend lent transfer",
    "leave": "flee fled leave left cross crossed escape escaped exodus",
    "burn": "burn burnt burned burning torch torched ablaze fire consume consumed scorch scorched "
    "char charred",
    "attend": "attend attended attendance march marched rally rallied demonstrate demonstrated "
    "protest protested gather gathered turnout part watch watched",
    "carry": "carry carried carrying aboard",
    "survive": "survive survived survivor",
    "close": "close closed closing shut",
    "end": "cancel cancelled suspend suspended",
}
_FRAMES_OF: dict[str, frozenset[str]] = {
    word: frozenset(frame for frame, words in _FRAMES.items() if word in words.split())
    for word in " ".join(_FRAMES.values()).split()
}
_EVENT_FRAMES = {
    "create": "open",
    "promise": "give",
    "pay": "give",
    "flee": "leave",
}
# Stems of verbs whose subject only tells of the number, or thinks it so.
TELLERS = frozenset(
    "put puts puttin estim expec fores see saw seen proje forec predi speak spoke spoken value "
    "measu count calcu".split()
)
# Stems of verbs by which a number is merely told, held or reached.
_CARRYING = (
    DECISIONS
    | TELLERS
    | frozenset(
        "liste count recor regis repor total numbe stand stood reach come came amoun put puts show "
        "showe shown estim confi inclu hold held bring raise raisi doubl excee gave give topp "
        "compr conta featu set grow grown grew rise risen rose climb fall falle fell drop dropp "
        "incre decre swell sank sunk cut lower revis corre updat trim trimm reduc slash".split()
    )
)


@cache
def frames_of(word: str) -> frozenset[str]:
    """Return the frames of one verb or noun; of a word that is in none, none.

    >>> sorted(frames_of("launched")), frames_of("listed")
    (['fire', 'open'], frozenset())
    """
    lower = word.lower()
    return _FRAMES_OF.get(lower) or _FRAMES_OF.get(lower.removesuffix("s"), frozenset())


def frames(verb: str, near: Iterable[str]) -> frozenset[str]:
    """Return the frames of a figure: of its verb and of the words near it that name an event.

    A verb in no table is a frame of its own.
    """
    words = [verb, *near]
    found = frozenset().union(*map(frames_of, words))
    events = {event_of(word) for word in words}
    found |= {_EVENT_FRAMES.get(one, one) for one in events if one}
    if found or not verb:
        return found
    own = stem(verb)
    return frozenset() if own is None or is_carrying(own) else frozenset({own})


def is_carrying(predicate: str) -> bool:
    """Return whether the stem of a verb only carries a number, and says nothing of the event."""
    return predicate in _CARRYING
