"""Nouns: what a number counts, with its modifiers and its singular."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.counted.classifiers import content_of
from pipeline.extract.figures.counted.heads import (
    ADJECTIVES,
    NOUNS,
    PARTICIPLES,
    HeadSearch,
    further_plural,
    measure_noun,
    parsed_head,
    single_noun,
)
from pipeline.extract.nouns import singular

_DETERMINERS: Final = frozenset(("DT", "PDT", "PRP$", "WP$"))
# They say how many more there are, not what: "four more battlegroups".
_QUANTIFIERS: Final = frozenset(
    """more additional extra further another total combined fewer less many few several full
    whole""".split()
)
# Said of people without a noun: "3 killed and 12 wounded".
_STATES: Final = frozenset("dead killed wounded injured hurt missing displaced arrested".split())
_POINTERS: Final = frozenset("last this next same that these those each every ago".split())
_REACH: Final = 24


@dataclass(slots=True)
class NounPhrase:
    """The noun phrase a number counts."""

    head: int
    """Token index of the head."""
    first: int
    """Token index of its first word."""
    text: str
    """The phrase as counted: head with noun and adjective modifiers, without quantifiers."""
    lemma: str
    modifiers: list[str] = field(default_factory=list)
    is_partitive: bool = False
    """An "of" stands between: "one of the wells"."""
    is_proper: bool = False
    """The head is a singular proper noun, which a number rarely counts."""
    is_plural: bool = False
    last: int = -1
    """Token index of its last word, which may be what the head is of: "cases of measles"."""

    def __post_init__(self) -> None:
        self.last = max(self.last, self.head)


class _Opening(NamedTuple):
    """What stands between a number and the phrase that it counts."""

    end: int
    """Token index of the first word that is neither hyphen, quantifier nor "of"."""
    quantifiers: list[str]
    is_hyphenated: bool
    is_partitive: bool


def noun_after(
    doc: AnalysedDocument,
    token: int,
    limit: int,
    numbers: dict[int, int],
    *,
    number: int = -1,
    plural: bool = True,
    share: bool = False,
) -> NounPhrase | None:
    """Return the noun phrase that begins at a token, as a number before it counts it.

    `number` is the token of the number, whose own modifiers on the left count too ("the top
    three seeds"); `plural` says that it is other than one; `share` that a determiner may
    follow ("half the seats"). `numbers` maps the first token of every other number to the one
    after it.
    """
    # What is counted stands near; without a bound hostile text would cost quadratic time.
    limit = min(limit, token + _REACH)
    opening = _opening(doc, token, limit, share)
    if opening is None:
        return None
    those = _those(doc, opening, limit)
    if those is not None:
        return those
    first = _past_determiners(doc, opening, limit, numbers)
    if first is None:
        return None
    partitive, hyphenated = opening.is_partitive, opening.is_hyphenated
    state = doc.tokens.text[first].lower()
    if state in _STATES and doc.tokens.tag[min(first + 1, limit - 1)] not in NOUNS:
        return NounPhrase(first, first, state, state, is_partitive=partitive)
    search = HeadSearch(doc, first, limit, numbers, number=number, hyphenated=hyphenated)
    search.run()
    first, head = search.first, search.head
    if head < 0:
        governed = first - 1 if partitive else token - 1
        head = parsed_head(doc, first, limit, governed, numbers)
    elif plural and number > 0 and not partitive and not hyphenated:
        head = further_plural(doc, head, limit, token - 1)
    if head < first:
        return None
    if not partitive and (plural or hyphenated):
        head = measure_noun(doc, first, head, hyphenated)
    if not plural and not partitive:
        head = single_noun(doc, first, head)
    phrase = _phrase(doc, first, head, partitive)
    phrase.modifiers[:0] = opening.quantifiers
    if not hyphenated:
        _add_content(doc, phrase)
    if number > 0 and not partitive:
        _add_left(doc, phrase, number)
    return phrase


def _opening(doc: AnalysedDocument, token: int, limit: int, share: bool) -> _Opening | None:
    """Return what leads to the phrase; None when a dash between spaces begins something else."""
    tokens = doc.tokens
    tag, word = tokens.tag, tokens.text
    position = token
    hyphenated = position < limit and doc.text[tokens.start[position]] in "-‑"
    quantifiers: list[str] = []
    while position < limit and (tag[position] == "HYPH" or word[position].lower() in _QUANTIFIERS):
        if tag[position] != "HYPH":
            quantifiers.append(word[position])
        elif tokens.start[position] > tokens.end[position - 1]:
            return None
        position += 1
    if position + 1 < limit and tag[position] == "''" and word[position + 1].lower() == "of":
        position += 1  # what is quoted is the number alone: "thousands" of them
    partitive = position < limit and word[position].lower() == "of"
    position += partitive
    partitive = partitive or (share and position < limit and tag[position] in _DETERMINERS)
    return _Opening(position, quantifiers, hyphenated, partitive)


def _those(doc: AnalysedDocument, opening: _Opening, limit: int) -> NounPhrase | None:
    """Return the phrase of "12 of those detained", which has no noun."""
    tokens, position = doc.tokens, opening.end
    if not opening.is_partitive or position + 1 >= limit:
        return None
    if tokens.text[position].lower() != "those" or tokens.tag[position + 1] not in PARTICIPLES:
        return None
    text = f"those {tokens.text[position + 1]}"
    return NounPhrase(position, position, text, "those", is_partitive=True, is_plural=True)


def _past_determiners(
    doc: AnalysedDocument, opening: _Opening, limit: int, numbers: dict[int, int]
) -> int | None:
    """Return the first token of the phrase itself; None when the number counts none."""
    tag, word = doc.tokens.tag, doc.tokens.text
    position, partitive = opening.end, opening.is_partitive
    while position < limit and (
        tag[position] in _DETERMINERS or word[position].lower() in _QUANTIFIERS
    ):
        leads = tag[position] in _DETERMINERS and position == opening.end
        if not partitive and (leads or word[position].lower() in _POINTERS):
            return None
        position += 1
    if partitive:
        position = numbers.get(position, position)
    if position >= limit or (not partitive and word[position].lower() in _POINTERS):
        return None
    return position


def _add_content(doc: AnalysedDocument, phrase: NounPhrase) -> None:
    """Add what a classifier is of: "cases of measles"."""
    content = content_of(doc, phrase.head, phrase.lemma)
    if content is not None:
        tail = doc.text[doc.tokens.end[phrase.head] : doc.tokens.end[content]]
        phrase.text += f" {' '.join(tail.split())}"
        phrase.last = content


def _add_left(doc: AnalysedDocument, phrase: NounPhrase, number: int) -> None:
    """Add the adjective between determiner and number: "the previous two sessions"."""
    tokens = doc.tokens
    left = number - 1
    if tokens.tag[left] != "JJ" or tokens.head[left] != phrase.head:
        return
    word = tokens.text[left]
    if word.lower() in _POINTERS | _QUANTIFIERS | {"own"} or tokens.dep[left] != "amod":
        return
    phrase.text = f"{word} {phrase.text}"
    phrase.modifiers.insert(0, word)


def _phrase(doc: AnalysedDocument, first: int, head: int, partitive: bool) -> NounPhrase:
    tokens, text = doc.tokens, doc.text
    modifiers: list[str] = []
    counted: list[str] = []
    index = first
    while index < head:
        # A hyphenated compound is one modifier: "coal-fired".
        stop = index
        while stop + 2 <= head and tokens.tag[stop + 1] == "HYPH":
            stop += 2
        if stop >= head:
            break
        word = text[tokens.start[index] : tokens.end[stop]]
        kind = tokens.tag[stop]
        joined = stop > index
        if not word[0].isalnum():
            pass
        elif word.lower() in _QUANTIFIERS or (
            not joined and len(word) > 4 and word.endswith(("ed", "ing")) and kind not in NOUNS
        ):
            modifiers.append(word)
        elif joined or kind in NOUNS or kind in ADJECTIVES:
            modifiers.append(word)
            counted.append(word)
        elif kind in PARTICIPLES:
            modifiers.append(word)
        index = stop + 1
    head_word = text[tokens.start[index] : tokens.end[head]]
    kind = tokens.tag[head]
    return NounPhrase(
        head=head,
        first=first,
        text=" ".join([*counted[-5:], head_word]),
        lemma=singular(tokens.text[head]),
        modifiers=modifiers,
        is_partitive=partitive,
        is_proper=kind == "NNP",
        is_plural=kind in ("NNS", "NNPS"),
    )
