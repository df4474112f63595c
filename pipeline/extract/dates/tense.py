"""Tense: whether what happens at a date lies before or after the telling, from the verb."""

from enum import Enum

from pipeline.document import AnalysedDocument, Sentence, Tokens

# A date hangs from its finite verb by a few prepositions, nouns and participles.
_CLIMB = 12
_AHEAD_OF = frozenset({"before", "ahead", "until", "till"})
_UP_TO = _AHEAD_OF | {"by"}
_MODALS = frozenset("will 'll ’ll wo shall may might can ca should must".split())
_PAST_HELPERS = frozenset("was were had did has have been".split())
_PRESENT_HELPERS = frozenset("is are 's ’s 're ’re am 'm ’m be".split())
_LEADS_TO_FUTURE = frozenset(
    """expected due set scheduled planned slated likely going poised bound about ready plans plan
    hopes hope intends intend aims aim""".split()
)
# Who "failed to agree on Friday" did so on Friday.
_LEADS_NOWHERE = frozenset(
    """failed managed began started continued tried refused declined helped came had used able
    forced happened got attempting attempted trying struggled""".split()
)
# An English verb's helpers stand before it: "will", after a long aside, "be seen".
_HELPERS_REACH = 16
_HELP = frozenset({"aux", "auxpass"})
_INTRODUCE = frozenset({"mark", "advmod"})
_SAME_LEVEL = frozenset({"conj", "appos"})


class Tense(Enum):
    """Where the clause places its date."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    """Present or infinitive: either, but rather ahead."""
    NONE = "none"
    """No verb governs the date."""


class _Before:
    """What stands before a date in its sentence, the article left out."""

    def __init__(self, tokens: Tokens, sentence: Sentence, first: int) -> None:
        index = first - 1
        if index >= sentence.token_start and tokens.text[index].lower() == "the":
            index -= 1
        self.word = tokens.text[index].lower() if index >= sentence.token_start else ""
        verb = index - 1 if self.word == "on" else index
        self.is_past_verb = verb >= sentence.token_start and tokens.tag[verb] == "VBD"
        """A verb in the past stands right before: "said [on] Tuesday"."""


class Tenses:
    """The tenses of a document's dates; each verb is looked at once."""

    def __init__(self, document: AnalysedDocument) -> None:
        self._document = document
        self._of_verbs: dict[int, Tense | None] = {}

    def of(self, char_start: int, char_end: int) -> tuple[Tense, Tense]:
        """Return the tense of the verb that a date modifies, and of the clause it stands in.

        The first is NONE when the date modifies a noun ("the 3 May ruling"), the second
        when there is no verb at all.
        """
        tokens = self._document.tokens
        inside = self._document.tokens_in(char_start, char_end)
        if not inside:
            return Tense.NONE, Tense.NONE
        before = _Before(tokens, self._document.sentence_at(char_start), inside.start)
        if before.is_past_verb:
            return Tense.PAST, Tense.PAST
        index = next((one for one in inside if tokens.head[one] not in inside), inside.start)
        leads_ahead = before.word in _UP_TO
        is_direct, clause = True, Tense.NONE
        for _ in range(_CLIMB):
            tag = tokens.tag[index]
            if tag.startswith(("VB", "MD")):
                tense = self._of_verb(index)
                clause = tense or Tense.OPEN
                if tense is not None:
                    break
            elif tokens.text[index].lower() in _AHEAD_OF:
                leads_ahead = True
            head = tokens.head[index]
            if head == index:
                break
            if (
                clause is Tense.NONE
                and tokens.tag[head].startswith(("NN", "PRP"))
                and tokens.dep[index] not in _SAME_LEVEL
            ):
                is_direct = False
            index = head
        if leads_ahead:
            # "He had spoken before Tuesday's vote" leaves it open on which side that lies.
            return (Tense.NONE, Tense.OPEN) if clause is Tense.PAST else (Tense.FUTURE,) * 2
        return (clause if is_direct else Tense.NONE), clause

    def verb_of(self, char_start: int, char_end: int) -> int | None:
        """Return the verb that a date hangs from, through nouns and prepositions or directly."""
        tokens = self._document.tokens
        inside = self._document.tokens_in(char_start, char_end)
        index = next((one for one in inside if tokens.head[one] not in inside), None)
        for _ in range(_CLIMB):
            if index is None or tokens.tag[index].startswith("VB"):
                return index
            index = tokens.head[index] if tokens.head[index] != index else None
        return None

    def are_coordinate(self, first: int | None, second: int | None) -> bool:
        """Return whether the verbs are one, or the second is coordinated with the first."""
        if first is None or second is None:
            return False
        tokens = self._document.tokens
        for _ in range(_CLIMB):
            if first == second:
                return True
            dep = tokens.dep[second]
            # Parsers take the middle of "left, returned and died" for a clause of its own.
            is_bare = dep == "advcl" and not self._is_introduced(second)
            if dep != "conj" and not is_bare:
                return False
            second = tokens.head[second]
        return False

    def _is_introduced(self, verb: int) -> bool:
        """Return whether "after", "when" and their like make a verb's clause subordinate."""
        return bool(_dependents_before(self._document, verb, _INTRODUCE))

    def _of_verb(self, verb: int) -> Tense | None:
        if verb not in self._of_verbs:
            self._of_verbs[verb] = _of_verb(self._document, verb)
        return self._of_verbs[verb]


def _dependents_before(
    document: AnalysedDocument, verb: int, relations: frozenset[str]
) -> list[int]:
    """Return the tokens shortly before a verb that depend on it in one of the relations."""
    tokens = document.tokens
    return [
        one
        for one in range(max(0, verb - _HELPERS_REACH), verb)
        if tokens.head[one] == verb and tokens.dep[one] in relations
    ]


def _of_verb(document: AnalysedDocument, verb: int) -> Tense | None:
    """Return the tense of a verb, or None for one that takes it from the verb above."""
    tokens = document.tokens
    tag = tokens.tag[verb]
    words = [tokens.text[one].lower() for one in _dependents_before(document, verb, _HELP)]
    if not _MODALS.isdisjoint(words):
        return Tense.PAST if "have" in words and tag == "VBN" else Tense.FUTURE
    if "to" in words:
        above = tokens.text[tokens.head[verb]].lower()
        if above in _LEADS_TO_FUTURE or above in _PRESENT_HELPERS:
            return Tense.FUTURE
        return None if above in _LEADS_NOWHERE else Tense.OPEN
    if not _PAST_HELPERS.isdisjoint(words) or (tag == "VBN" and "'d" in words):
        return Tense.PAST
    match tag:
        case "VBD":
            return Tense.PAST
        case "VBN":
            return Tense.OPEN if not _PRESENT_HELPERS.isdisjoint(words) else Tense.PAST
        case "VBG":
            return Tense.FUTURE if words else None
    return Tense.OPEN
