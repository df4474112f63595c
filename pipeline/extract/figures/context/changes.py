"""Changes: whether a figure tells of a rise or a fall, by how much, from where or to where."""

from typing import Final

from pipeline.document import Tokens
from pipeline.extract.figures.quantities.movements import DECREASES, INCREASES

# Words that lead from a movement to how far it went; "fell in 3 states" and "rose after 2
# years" do not tell by how much.
_LEADING: Final = frozenset(
    """by from to at of than as between above below over under near around about past beyond
    toward towards""".split()
)
_MOVING: Final = frozenset(
    """go goes went gone going move moves moved moving edge edges edged edging tick ticks ticked
    ticking inch inches inched inching creep creeps crept creeping push pushes pushed pushing
    drive drives drove driven driving send sends sent sending bring brings brought bringing pick
    picks picked picking nudge nudges nudged come comes came coming drift drifts drifted
    drifting trend trends trended trending slow slows slowed slowing""".split()
)
_STANDING: Final = frozenset(
    """is are was were be been being am 's ’s close closes closed closing end ends ended ending
    finish finishes finished open opens opened trade trades traded trading settle settles settled
    stand stands stood""".split()
)
_RAISING: Final = frozenset(("raise", "raises", "raised", "raising"))
# What is raised by being spoken of or felt.
_BROUGHT_UP: Final = frozenset(
    "question concern doubt fear issue objection alarm eyebrow suspicion hope".split()
)
# Who does this to things or money leaves none the more or fewer for it.
_HANDLING: Final = frozenset(
    """sink sinks sank sunk sinking drop drops dropped dropping lift lifts lifted lifting raise
    raises raised raising""".split()
)
_STEPS: Final = frozenset("point notch place spot".split())
"""Nouns that count how far something moved."""
_STATES: Final = frozenset(("ill", "sick", "asleep"))  # adverbs to many a parser
_REACH: Final = 8
_HYPHENS: Final = frozenset(("-", "\u2010", "\u2011"))
_DESCRIBING: Final = frozenset(("compound", "nmod", "amod", "nummod"))


def change_of(
    tokens: Tokens, anchor: int, first: int, *, noun: str | None, is_money: bool
) -> tuple[str, str, str] | None:
    """Return direction, basis and step when the number belongs to a movement.

    `anchor` is the token that carries the figure in the parse, `first` the first token of its
    expression. The word looked for is the nearest verb, adverb or noun above the anchor. Things
    counted that do or suffer what a word of movement says are not themselves a movement: `noun`
    is what is counted, in the singular, and `is_money` says that the figure is an amount of it.
    """
    is_count = noun is not None and noun not in _STEPS
    basis = None
    previous = tokens.text[first - 1].lower() if first > 0 else ""
    if previous in ("by", "from", "to", "at"):
        basis = {"at": "to"}.get(previous, previous)
    elif first > 1 and previous == "of":
        basis = "by"
    is_hyphenated = first + 1 < anchor and tokens.text[first + 1] in _HYPHENS
    node = anchor
    for _ in range(4):
        above = tokens.head[node]
        if above == node:
            return None
        below, node = node, above
        word = tokens.text[node].lower()
        tag = tokens.tag[node]
        direction = "increase" if word in INCREASES else "decrease" if word in DECREASES else None
        if direction:
            if tag.startswith("VB") and _moves_another(tokens, node, below):
                return None
            if below == anchor and is_count and tokens.dep[below] == "nsubj" and below < node:
                return None  # "300 ships sank": they did, their number did not
            is_handled = (is_count and word in _HANDLING) or (is_money and word in _RAISING)
            if below == anchor and tokens.dep[below] == "dobj" and is_handled:
                return None  # "sank 300 ships", "raised $3 million"
            return direction, basis or "by", f"change: '{tokens.text[node]}' {basis or 'by'}"
        if tokens.dep[node] == "prep" and word not in _LEADING:
            return None
        described = tag.startswith("NN") and tokens.dep[below] in _DESCRIBING
        if is_hyphenated and described and tokens.dep[node] not in _DESCRIBING:
            return None  # "the 30-country alliance grew"; but "a half-point rate hike"
        if tag.startswith("VB"):
            particle = _particle(tokens, node, first)
            if particle is None:
                return None
            direction = "increase" if tokens.text[particle].lower() == "up" else "decrease"
            return direction, basis or "by", f"change: '{tokens.text[particle]}'"
    return None


def _moves_another(tokens: Tokens, verb: int, below: int) -> bool:
    """Tell whether the verb is of no movement of what hangs on it by `below`.

    A subject does not move when an object does ("six states raised taxes") or when it only
    takes on a state ("six guests fell ill"); nor is a question more for being raised.
    """
    if tokens.dep[below] == "dobj":
        raised = tokens.text[verb].lower() in _RAISING
        return raised and tokens.text[below].lower().removesuffix("s") in _BROUGHT_UP
    if tokens.dep[below] != "nsubj":
        return False
    return any(
        tokens.head[after] == verb
        and (tokens.dep[after] in ("dobj", "acomp") or tokens.text[after].lower() in _STATES)
        for after in range(verb + 1, min(verb + _REACH, len(tokens)))
    )


def _particle(tokens: Tokens, verb: int, first: int) -> int | None:
    """Return the "up" or "down" beside a verb that moves with it: "went up", not "set up".

    With a verb of being "up to" bounds the number instead: "the toll is up to 30".
    """
    word = tokens.text[verb].lower()
    if word not in _MOVING and word not in _STANDING:
        return None
    for beside in (verb - 1, verb + 1):
        if 0 <= beside < len(tokens) and tokens.text[beside].lower() in ("up", "down"):
            bounds = beside + 2 == first and tokens.text[beside + 1].lower() == "to"
            return None if bounds and word in _STANDING else beside
    return None
