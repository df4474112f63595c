"""Nouns: what a number counts, with its modifiers and its singular."""

from dataclasses import dataclass, field
from typing import Final

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.counted.classifiers import content_of
from pipeline.extract.figures.words import MONTHS, WEEKDAYS
from pipeline.extract.nouns import singular

_NOUNS: Final = frozenset(("NN", "NNS", "NNP", "NNPS"))
_ADJECTIVES: Final = frozenset(("JJ", "JJR", "JJS"))
_PARTICIPLES: Final = frozenset(("VBN", "VBG"))
_INSIDE: Final = _NOUNS | _ADJECTIVES | _PARTICIPLES | {"HYPH", "POS", "AFX", "FW"}
_DETERMINERS: Final = frozenset(("DT", "PDT", "PRP$", "WP$"))
# They say how many more there are, not what: "four more battlegroups".
_QUANTIFIERS: Final = frozenset(
    """more additional extra further another total combined fewer less many few several full
    whole""".split()
)
# Said of people without a noun: "3 killed and 12 wounded".
_STATES: Final = frozenset("dead killed wounded injured hurt missing displaced arrested".split())
_POINTERS: Final = frozenset("last this next same that these those each every ago".split())
_NEVER_COUNTED: Final = frozenset(
    """today tomorrow yesterday tonight morning evening afternoon earlier later respectively
    apiece each overall altogether total instead percent cent am pm gmt est pst utc et pt mark
    milestone threshold barrier""".split()
)


_REACH = 24


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
    tokens = doc.tokens
    tag, word = tokens.tag, tokens.text
    # What is counted stands near; without a bound hostile text would cost quadratic time.
    limit = min(limit, token + _REACH)
    position = token
    partitive = False
    hyphenated = position < limit and doc.text[tokens.start[position]] in "-‑"
    quantifiers: list[str] = []
    while position < limit and (tag[position] == "HYPH" or word[position].lower() in _QUANTIFIERS):
        if tag[position] != "HYPH":
            quantifiers.append(word[position])
        elif tokens.start[position] > tokens.end[position - 1]:
            return None  # a dash between spaces begins something else
        position += 1
    if position + 1 < limit and tag[position] == "''" and word[position + 1].lower() == "of":
        position += 1  # what is quoted is the number alone: "thousands" of them
    if position < limit and word[position].lower() == "of":
        partitive = True
        position += 1
    partitive = partitive or (share and position < limit and tag[position] in _DETERMINERS)
    start = position
    pronoun = partitive and position + 1 < limit and word[position].lower() == "those"
    if pronoun and tag[position + 1] in _PARTICIPLES:
        return NounPhrase(
            head=position,
            first=position,
            text=f"those {word[position + 1]}",
            lemma="those",
            is_partitive=True,
            is_plural=True,
        )
    while position < limit and (
        tag[position] in _DETERMINERS or word[position].lower() in _QUANTIFIERS
    ):
        if not partitive and word[position].lower() in _POINTERS:
            return None
        if not partitive and tag[position] in _DETERMINERS and position == start:
            return None
        position += 1
    if partitive:
        position = numbers.get(position, position)
    if position >= limit or (not partitive and word[position].lower() in _POINTERS):
        return None
    if word[position].lower() in _STATES and tag[min(position + 1, limit - 1)] not in _NOUNS:
        state = word[position].lower()
        return NounPhrase(position, position, state, state, is_partitive=partitive)
    first, head = position, -1
    while position < limit and position - first < 12:
        kind = tag[position]
        lower = word[position].lower()
        beyond = numbers.get(position)
        if beyond is not None and position != number:
            # "two 18-year-old men": a number with its own unit stands among the modifiers.
            if head >= 0 or beyond >= limit or tag[beyond] not in _NOUNS:
                break
            if doc.text[tokens.end[beyond - 1] - 1].isdigit():
                break
            first = position = beyond
            continue
        if kind in _NOUNS:
            if lower.rstrip(".") in _NEVER_COUNTED or (
                kind == "NNP" and (lower in WEEKDAYS or lower.rstrip(".") in MONTHS)
            ):
                break
            head = position
            following = tag[position + 1] if position + 1 < limit else ""
            if following == "HYPH" and position + 2 < limit:
                # "coal-fired plants": what is hyphenated is a modifier until a noun follows.
                head = position if hyphenated else -1
                position += 2
                if tag[position] in _NOUNS:
                    continue
                if hyphenated:
                    break
                position += 1
                continue
            if following == "POS":
                position += 1
                continue
            if following in _NOUNS:
                # "sales staff" goes on; "players Saturday" and "tests London ordered" do not.
                is_compound = tokens.head[position] > position
                if kind in ("NNS", "NNPS") and not is_compound:
                    break
            elif following in ("CC", ",", "IN") or following in _ADJECTIVES | _PARTICIPLES:
                if not _continues(doc, position, limit):
                    break
                position += 1
        elif kind == "POS":
            first, head = position + 1, -1
        elif kind in ("CC", ","):
            if head >= 0 or not _continues(doc, position - 1, limit):
                break
        elif kind in ("RB", "RBR", "RBS", "NFP", "``", "''"):
            if head >= 0:
                break
        elif kind == "CD":
            if head >= 0 or position == first:
                break
        elif kind not in _INSIDE or (
            head >= 0 and kind != "HYPH" and not _continues(doc, head, limit)
        ):
            break
        position += 1
    if head < 0:
        governed = first - 1 if partitive else token - 1
        head = _parsed_head(doc, first, limit, governed, numbers)
    elif plural and number > 0 and not partitive and not hyphenated:
        head = _further_plural(doc, head, limit, token - 1)
    if head < 0 or tokens.start[head] < tokens.start[first]:
        return None
    if not partitive and (plural or hyphenated):
        head = _measure_noun(doc, first, head, hyphenated)
    if not plural and not partitive:
        head = _single_noun(doc, first, head)
    phrase = _phrase(doc, first, head, partitive)
    phrase.modifiers[:0] = quantifiers
    content = None if hyphenated else content_of(doc, head, phrase.lemma)
    if content is not None:
        tail = doc.text[tokens.end[head] : tokens.end[content]]
        phrase.text += f" {' '.join(tail.split())}"
        phrase.last = content
    if number > 0 and not partitive:
        _add_left(doc, phrase, number)
    return phrase


def _parsed_head(
    doc: AnalysedDocument, first: int, limit: int, governed: int, numbers: dict[int, int]
) -> int:
    """Return the plural that the parse hangs the number or "of" on, past a mistagged modifier.

    "60 pledged delegates" and "thousands of COVID-19 tests" have a verb behind the number as
    far as the tagger knows; the parser still makes one phrase of them. -1 when there is none.
    """
    tokens = doc.tokens
    if governed < 0:
        return -1
    for index in range(first, min(first + 5, limit)):
        kind = tokens.tag[index]
        if index in numbers or kind in ("CD", "CC", ":") or "," in tokens.text[index]:
            break
        if kind == "NNS":
            whole = tokens.head[index] == governed or (
                tokens.head[governed] == index and tokens.dep[governed] == "nummod"
            )
            return index if whole and tokens.text[index].lower() not in _NEVER_COUNTED else -1
    return -1


def _further_plural(doc: AnalysedDocument, head: int, limit: int, number: int) -> int:
    """Return the plural that the parse counts behind a singular: "12 town, port and city halls"."""
    tokens = doc.tokens
    target = tokens.head[number]
    plural = tokens.tag[target] in ("NNS", "NNPS") and tokens.dep[number] == "nummod"
    if not plural or tokens.tag[head] not in ("NN", "NNP") or not head < target < limit:
        return head
    between = tokens.tag[head + 1 : target]
    joined = all(kind in _INSIDE or kind in ("CC", ",") for kind in between)
    return target if joined and len(between) <= 5 else head


def _measure_noun(doc: AnalysedDocument, first: int, head: int, hyphenated: bool) -> int:
    """Return the head that is counted: "page" in a 12 page document and a 12-page report."""
    tag = doc.tokens.tag
    if tag[first] != "NN" or first == head or tag[first + 1] == "HYPH":
        return head
    return first if hyphenated or tag[head] == "NN" else head


def _single_noun(doc: AnalysedDocument, first: int, head: int) -> int:
    """Return the singular before a plural that one cannot count: "the one gift children want"."""
    tokens = doc.tokens
    if head == first or tokens.tag[head] not in ("NNS", "NNPS") or tokens.tag[head - 1] != "NN":
        return head
    is_plural = singular(tokens.text[head]) != tokens.text[head]
    return head - 1 if is_plural else head


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


def _continues(doc: AnalysedDocument, token: int, limit: int) -> bool:
    """Tell whether the parse hangs a noun or adjective on a noun further right."""
    tokens = doc.tokens
    head = tokens.head[token]
    return (
        token < head < limit
        and head - token <= 5
        and tokens.tag[head] in _NOUNS
        and tokens.dep[token] in ("compound", "nmod", "amod", "poss", "conj")
    )


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
            not joined and len(word) > 4 and word.endswith(("ed", "ing")) and kind not in _NOUNS
        ):
            modifiers.append(word)
        elif joined or kind in _NOUNS or kind in _ADJECTIVES:
            modifiers.append(word)
            counted.append(word)
        elif kind in _PARTICIPLES:
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
