"""Closed lists: the verbs, nouns and adverbs that say in what mode a number is given."""

from functools import cache
from typing import Final

# Of verbs the base form; `mode_of_verb` knows the regular endings and the irregular forms below.
_VERBS: Final = {
    "planned": """plan agree pledge expect aim intend schedule promise target project forecast
        announce slate set vow decide commit hope propose anticipate prepare earmark allocate
        budget envisage envision foresee predict contemplate weigh consider contract offer
        guarantee approve authorize authorise book""",
    "requested": """ask call urge demand request seek want need require appeal recommend order
        press lobby petition plead beg advise encourage insist mandate""",
    "possible": """believe fear suspect allege accuse threaten risk seem appear think presume
        rumour rumor speculate suppose assume reckon tend try attempt""",
}
_IRREGULAR: Final = {
    "sought": "seek", "thought": "think", "foresaw": "foresee", "foreseen": "foresee",
    "planned": "plan", "planning": "plan", "slated": "slate", "committed": "commit",
    "committing": "commit", "begged": "beg", "begging": "beg", "budgeted": "budget",
    "targeted": "target", "forecasted": "forecast", "setting": "set", "tried": "try",
    "tries": "try", "trying": "try",
}  # fmt: skip
_VERB_MODE: Final = {base: mode for mode, bases in _VERBS.items() for base in bases.split()}

# With a number as their own object these tell of what was done: "set 4 records", "called 3
# witnesses", "ordered 5 pizzas", "considered 12 bids".
DONE_TO_OBJECT: Final = frozenset(
    """set commit announce call order ask decide press advise encourage insist contract offer
    approve book consider weigh agree think believe try attempt assume reckon suppose tend seem
    appear accuse suspect threaten need require prepare contemplate approve authorize
    authorise""".split()
)
# As passives with a complement or of a subject these hedge; in the active they name whose view
# it is, which is the speaker's business.
HEDGED_AS_PASSIVE: Final = frozenset(
    "believe fear suspect allege think presume rumour rumor suppose assume reckon".split()
)

_NOUNS: Final = {
    "planned": """plan plans pledge pledges target targets goal goals promise promises projection
        projections forecast forecasts intention proposal proposals aim agreement deal commitment
        commitments expectation expectations bid vow offer offers decision ambition quota""",
    "requested": """call calls request requests demand demands appeal appeals recommendation
        recommendations need petition order orders""",
    "possible": """risk risks threat threats possibility chance chances potential likelihood fear
        fears allegation allegations prospect prospects attempt attempts effort efforts ability
        capacity opportunity""",
}
NOUN_MODE: Final = {noun: mode for mode, nouns in _NOUNS.items() for noun in nouns.split()}
# Before an infinitive only: "the capacity to store 5", but "a capacity of 5", "a deal of 5".
ONLY_WITH_INFINITIVE: Final = frozenset(
    """agreement deal bid decision attempt attempts effort efforts ability capacity opportunity
    need offer offers""".split()
)

MODALS: Final = {
    "will": "planned", "shall": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned",
    "must": "requested", "should": "requested", "ought": "requested", "may": "possible",
    "might": "possible", "could": "possible", "can": "possible", "ca": "possible",
    "would": "conditional", "'d": "conditional", "’d": "conditional",
}  # fmt: skip
HEDGES: Final = frozenset(
    "possibly perhaps likely potentially probably reportedly allegedly maybe presumably".split()
)
CONDITIONS: Final = frozenset(("if", "unless", "provided"))
NEGATIONS: Final = frozenset(("not", "n't", "n’t", "never", "nor", "neither"))
# "Not only 5", "not until 5": the number stands.
AFFIRMING: Final = frozenset("only just merely simply until because out even".split())
DENIALS: Final = frozenset(
    """deny denies denied denying refuse refuses refused refusing decline declines declined
    declining fail fails failed failing reject rejects rejected rejecting""".split()
)

REPORTING: Final = frozenset(
    """say says said saying tell tells told report reports reported estimate estimates estimated
    claim claims claimed add adds added announce announces announced state states stated warn
    warns warned note notes noted show shows showed shown find finds found reveal reveals revealed
    according predict predicts predicted put puts confirm confirms confirmed argue argues argued
    suggest suggests suggested indicate indicates indicated declare declares declared write writes
    wrote tweet tweets tweeted insist insists insisted acknowledge acknowledged admit admits
    admitted conclude concludes concluded calculate calculates calculated stress stresses stressed
    explain explains explained recall recalls recalled reply replies replied think thinks
    believe believes""".split()
)


def base_of(word: str) -> str:
    """Return the base form of a listed verb's form, else the word itself.

    >>> [base_of(word) for word in ("pledges", "urged", "sought", "hoping", "tables")]
    ['pledge', 'urge', 'seek', 'hope', 'tables']
    """
    return _base(word) or word


def mode_of_verb(word: str) -> str | None:
    """Return the mode that a verb, in any form, gives what it governs."""
    base = _base(word)
    return _VERB_MODE[base] if base else None


@cache
def _base(word: str) -> str | None:
    if word in _VERB_MODE:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, restored in (("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ing", ""),
                             ("ing", "e")):  # fmt: skip
        base = word.removesuffix(ending) + restored
        if base != word and base in _VERB_MODE and word.endswith(ending):
            return base
    return None
