"""Tense: whether what happens at a date lies before or after the telling, from the verb."""

from enum import Enum

from pipeline.document import AnalysedDocument

# A date hangs from its verb by a few prepositions and nouns, never by a long chain.
_CLIMB = 8
_FUTURE_PREPOSITIONS = frozenset({"by", "until", "till", "before", "ahead"})
_PAST_PREPOSITIONS = frozenset({"since"})
_LEADS_TO_FUTURE = frozenset(
    """expected due set scheduled planned slated likely going poised bound about ready plans plan
    hopes hope intends intend aims aim""".split()
)


class Tense(Enum):
    """Where the clause places its date."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    """Present or infinitive: either, but rather ahead."""
    NONE = "none"
    """No verb governs the date directly."""


def tense_at(document: AnalysedDocument, char: int) -> tuple[Tense, Tense]:
    """Return the tense of the verb that the date modifies, and of the clause it stands in.

    The first is NONE when the date modifies a noun ("the 16 March ruling"), the second when
    there is no verb at all.
    """
    tokens = document.tokens
    index = document.token_at(char)
    if index is None:
        return Tense.NONE, Tense.NONE
    preposition = tokens.text[index - 1].lower() if index else ""
    is_direct = True
    for _ in range(_CLIMB):
        if tokens.tag[index].startswith(("VB", "MD")):
            tense = _of_verb(document, index)
            if preposition in _FUTURE_PREPOSITIONS and tense is not Tense.PAST:
                tense = Tense.FUTURE
            return (tense if is_direct else Tense.NONE), tense
        head = tokens.head[index]
        if head == index:
            break
        if tokens.tag[head].startswith(("NN", "PRP")) and tokens.dep[index] not in (
            "conj",
            "appos",
        ):
            is_direct = False
        index = head
    if preposition in _FUTURE_PREPOSITIONS:
        return Tense.FUTURE, Tense.FUTURE
    if preposition in _PAST_PREPOSITIONS:
        return Tense.PAST, Tense.PAST
    return Tense.NONE, Tense.NONE


def _of_verb(document: AnalysedDocument, verb: int) -> Tense:
    tokens = document.tokens
    tag = tokens.tag[verb]
    helpers = [
        child for child in document.children[verb] if tokens.dep[child] in ("aux", "auxpass")
    ]
    words = [tokens.text[child].lower() for child in helpers]
    if any(
        word in ("will", "'ll", "’ll", "shall", "wo", "may", "might", "can", "should", "must")
        for word in words
    ):
        has_perfect = "have" in words and tag == "VBN"
        return Tense.PAST if has_perfect else Tense.FUTURE
    if "to" in words:
        return Tense.FUTURE if _is_led_to_future(document, verb) else Tense.OPEN
    if any(
        word in ("was", "were", "had", "did", "has", "have", "'d", "’d", "been") for word in words
    ):
        return Tense.PAST
    if tag == "VBD":
        return Tense.PAST
    if tag == "VBN":
        return Tense.OPEN if any(word in ("is", "are", "be") for word in words) else Tense.PAST
    if tag == "VBG":
        if words:
            return Tense.FUTURE
        head = tokens.head[verb]
        return (
            _of_verb(document, head)
            if head < verb
            and tokens.tag[head][:2] == "VB"
            and (head != verb)
            and tokens.head[head] != verb
            else Tense.OPEN
        )
    return Tense.OPEN


def _is_led_to_future(document: AnalysedDocument, verb: int) -> bool:
    head = document.tokens.head[verb]
    return document.tokens.text[head].lower() in _LEADS_TO_FUTURE
