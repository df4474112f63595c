"""Closed lists: the words that say that a quantity rose or fell."""

from typing import Final

INCREASES: Final = frozenset(
    """rise rises rose risen rising increase increases increased increasing climb climbs climbed
    climbing jump jumps jumped jumping gain gains gained gaining grow grows grew grown growing
    surge surges surged surging soar soars soared soaring advance advances advanced advancing add
    adds added adding up rally rallied rallies swell swelled expand expands expanded expanding
    raise raises raised raising higher improve improved improves boost boosts boosted boosting
    growth upward skyrocket skyrocketed accelerate accelerated edged-up hike hikes hiked hiking
    lift lifts lifted spike spiked spikes rebound rebounded leap leapt leaped extend extends
    extended extension uptick upped strengthen strengthened""".split()
)
DECREASES: Final = frozenset(
    """fall falls fell fallen falling drop drops dropped dropping decline declines declined
    declining decrease decreases decreased decreasing down lose loses lost losing slip slips
    slipped slipping slide slides slid sliding plunge plunges plunged plunging plummet plummets
    plummeted tumble tumbles tumbled tumbling shrink shrinks shrank shrunk cut cuts cutting sink
    sinks sank sunk dip dips dipped dipping retreat retreated ease eases eased shed sheds shedding
    reduce reduces reduced reducing reduction lower lowers lowered lowering crash crashed discount
    contract contracts contracted contracting weaken weakened slash slashed slashes trim trimmed
    loss downward shorten shortened""".split()
)
