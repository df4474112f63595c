"""Runs: stretches of capitalised words that may hold a name, or several.

A run goes on over what joins the words of a name ("of", "bin", a hyphen) and stops at everything
else. It knows letters, tags and the model's spans; what a name means is asked further on.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.document import AnalysedDocument, Sentence
from pipeline.extract.entities.actors import actors, known_beginnings
from pipeline.extract.entities.demonyms import is_demonym
from pipeline.extract.entities.gazetteer import is_place
from pipeline.extract.entities.given_names import GIVEN_NAMES
from pipeline.extract.entities.words import (
    CALENDAR,
    COMPOUND_TAILS,
    CURRENCIES,
    FOR_HEADS,
    FUNCTION_WORDS,
    NAME_PARTICLES,
    OF_HEADS,
    OFFICES_FIELDS,
    ORGANIZATION_HEADS,
    OWNERS,
    PORTFOLIOS,
    POSSESSED_HEADS,
)

_PROPER = ("NNP", "NNPS")
_OF_WORDS = ("of", "for", "the")
_OPENERS = ("“", '"', ":", "‘", "-", "–", "—", "(", "•", "*")
_AND_SHORT = ("n", "'n", "’n", "‘n")
_TAIL_LENGTH = 6
# No name is longer; the bound keeps hostile text from costing the square of its length.
_LONGEST_RUN = 30
_HYPHENS = frozenset("-‐‑")
_FULL_STOPS = (".", "!", "?", "”", '"', ")")
# Words that a missing space has joined across a mark.
_GLUED = re.compile(r"[“”\",;:()\[\]|]")
_AMOUNT = re.compile(r"^(?:[A-Z]{1,3}\$?|Rs\.?)[0-9][0-9,.]*(?:m|mn|mil|bn|b|k)?$")
# A line of at least this many words of which nearly all begin with capitals is a headline.
_HEADLINE_WORDS = 3
_HEADLINE_SHARE = 0.75


@dataclass(slots=True)
class Run:
    """Tokens [first, end) of one sentence."""

    first: int
    end: int
    in_headline: bool


def find_runs(doc: AnalysedDocument) -> list[Run]:
    """Return the runs of the used sentences, in order."""
    words = doc.tokens.text
    # Comparing with the lower-cased word costs a tenth of asking each letter.
    capitals = [
        index for index, word in enumerate(words) if word != word.lower() and _may_be_name(word)
    ]
    if not capitals:
        return []
    dates = _dates(doc)
    inside = _inside_model_spans(doc)
    runs: list[Run] = []
    sentences = iter(doc.used_sentences)
    sentence = next(sentences)
    in_headline = False
    checked = -1
    for index in capitals:
        while index >= sentence.token_end:
            sentence = next(sentences)
        if sentence.index != checked:
            checked = sentence.index
            in_headline = _is_headline(words, sentence)
            last: Run | None = None
        if index in dates or _is_currency(words, index) or not _opens(doc, index, sentence, inside):
            last = None
            continue
        if last is not None and _joins(doc, last, index, inside):
            last.end = index + 1
        else:
            last = Run(index, index + 1, in_headline)
            runs.append(last)
        _with_tail(doc, last)
    for run in runs:
        _with_particle(doc, run)
    return runs


def _may_be_name(word: str) -> bool:
    return word in actors() or (
        not word[0].isdigit()
        and "://" not in word
        and "@" not in word
        and not word.startswith("www.")
        and not _AMOUNT.match(word)
        and not _GLUED.search(word)
    )


def _dates(doc: AnalysedDocument) -> set[int]:
    """Return the tokens that are words of the calendar or of money."""
    words = doc.tokens.text
    marked = {
        index
        for entity in doc.model_entities
        if entity.label in ("DATE", "TIME")
        for index in range(entity.token_start, entity.token_end)
        if words[index].lower().rstrip(".") in CALENDAR
    }
    for entity in doc.model_entities:
        if entity.label == "MONEY":
            marked.update(
                index
                for index in range(entity.token_start, entity.token_end)
                if words[index].rstrip("$") in CURRENCIES
            )
    return marked


def _is_currency(words: list[str], index: int) -> bool:
    """Return whether the word only says which dollars are meant."""
    return (
        words[index] in CURRENCIES
        and index + 1 < len(words)
        and words[index + 1].lower() in ("$", "dollar", "dollars")
    )


def _inside_model_spans(doc: AnalysedDocument) -> dict[int, tuple[int, str]]:
    return {
        index: (place, entity.label)
        for place, entity in enumerate(doc.model_entities)
        if entity.label in ("ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "LOC", "PERSON")
        for index in range(entity.token_start, entity.token_end)
    }


def _is_headline(words: list[str], sentence: Sentence) -> bool:
    told = words[sentence.token_start : sentence.token_end]
    if told[0].lower() == "by":
        # A byline: names only, and every one of them whole.
        return False
    if told[-1] in _FULL_STOPS and not all(word[0].isupper() for word in told if word.isalpha()):
        return False
    long = [word for word in told if len(word) > 3 and word.isalpha()]
    if len(long) < _HEADLINE_WORDS:
        return False
    return sum(word[0].isupper() for word in long) >= _HEADLINE_SHARE * len(long)


def _opens(
    doc: AnalysedDocument, index: int, sentence: Sentence, inside: dict[int, tuple[int, str]]
) -> bool:
    """Return whether the word may be part of a name rather than the start of a sentence."""
    words = doc.tokens.text
    word, tag = words[index], doc.tokens.tag[index]
    lowered = word.lower()
    if lowered in FUNCTION_WORDS:
        if tag not in _PROPER:
            return False
        # "US", "IT"; or a family name that is a word too: Franco So Kam-wai, George Will.
        if word.isupper() and len(word) > 1 and index in inside:
            return True
        return (
            sentence.token_start < index < sentence.token_end - 1
            and words[index - 1][0].isupper()
            and (words[index + 1][0].isupper() or words[index - 1] in GIVEN_NAMES)
        )
    if lowered.rstrip(".") in CALENDAR and tag in _PROPER and index not in inside:
        return False
    if tag in _PROPER or index in inside or _stands_alone(word):
        return True
    if index > sentence.token_start and words[index - 1] not in _OPENERS:
        return tag[0] in "NJF" or word.isupper()
    if len(word) > 1 and word.isupper():
        return True
    # The first word of a sentence has a capital anyway: "Supreme Court judges", "P C Varma".
    following = index + 1
    return (
        following < sentence.token_end
        and tag[:2] in ("JJ", "NN")
        and doc.tokens.tag[following] in _PROPER
        and words[following][0].isupper()
    )


def _joins(doc: AnalysedDocument, run: Run, index: int, inside: dict[int, tuple[int, str]]) -> bool:
    words, starts, ends = doc.tokens.text, doc.tokens.start, doc.tokens.end
    gap = words[run.end : index]
    if "\n" in doc.text[ends[run.end - 1] : starts[index]]:
        return False
    if index - run.first >= _LONGEST_RUN:
        return False
    if not gap:
        return True
    if len(gap) > 3:
        return False
    beginnings = known_beginnings()
    if any(" ".join(words[begin : index + 1]) in beginnings for begin in range(run.first, run.end)):
        return True
    first = gap[0]
    if len(gap) == 1:
        touching = starts[index] == ends[run.end - 1] + len(first)
        if first in _HYPHENS:
            return touching and (
                not (_stands_alone(words[run.end - 1]) and _stands_alone(words[index]))
                or _qualify(words, run.end - 1, index)
            )
        if first in ("'", "’"):
            return touching or words[index].lower() in POSSESSED_HEADS
        if first in _AND_SHORT:
            return True
        if first == "&":
            return _in_one_span(inside, run.end - 1, index, "ORG") or (
                words[run.end - 1].isupper() and words[index].isupper()
            )
        if first in ("'s", "’s"):
            return words[run.end - 1].lower() in OWNERS or (
                words[index].lower() in POSSESSED_HEADS and not _stands_alone(words[run.end - 1])
            )
    if all(word in NAME_PARTICLES or word in _HYPHENS for word in gap):
        return True
    left = [word.lower() for word in words[run.first : run.end]]
    following = words[index].lower()
    if all(word in _OF_WORDS for word in gap) and first != "the":
        heads = OF_HEADS if first == "of" else FOR_HEADS
        is_acronym = words[index].isupper() and len(words[index]) > 2 and not is_place(words[index])
        goes_on = left[-1] in heads or (left[-1] in OFFICES_FIELDS and _is_headed(left))
        return goes_on and not (is_acronym and len(left) > 1)
    if gap in (["and"], [","], [",", "and"]):
        if any(word in OF_HEADS for word in left) and ("of" in left or "for" in left):
            return following in PORTFOLIOS or (first == "and" and _ends_acronym(words, index))
        return (
            first == "and"
            and all(word in PORTFOLIOS or word in ("and", ",") for word in left)
            and (following in PORTFOLIOS or following in ORGANIZATION_HEADS)
        )
    if len(gap) == 1 and first in ("on", "against", "in", "to"):
        return _in_one_span(inside, run.end - 1, index) and any(word in OF_HEADS for word in left)
    return False


def _qualify(words: list[str], one: int, other: int) -> bool:
    """Return whether two peoples joined by a hyphen begin a name: Korean-German Society."""
    return (
        is_demonym(words[one])
        and is_demonym(words[other])
        and other + 1 < len(words)
        and words[other + 1][0].isupper()
    )


def _is_headed(left: list[str]) -> bool:
    """Return whether the words go on after a head: "Office for the Coordination", of what?"""
    return any(word in OF_HEADS and after in ("of", "for") for word, after in pairwise(left))


def _ends_acronym(words: list[str], index: int) -> bool:
    """Return whether an acronym in brackets follows that the words up to it may end.

    In "Front for Democracy and Justice (FDJ)" the last letter stands for the last word.
    """
    for place in range(index + 1, min(index + 4, len(words) - 1)):
        if words[place] == "(":
            short = words[place + 1]
            return short.isupper() and short[-1] == words[place - 1][0]
    return False


def _in_one_span(inside: dict[int, tuple[int, str]], one: int, other: int, label: str = "") -> bool:
    span = inside.get(one)
    return span is not None and span == inside.get(other) and label in ("", span[1])


def _stands_alone(word: str) -> bool:
    return is_place(word) or is_demonym(word) or word in actors()


def _with_tail(doc: AnalysedDocument, run: Run) -> None:
    """Take in the second half of a hyphenated given name: Chan Siu-ming."""
    words, starts, ends = doc.tokens.text, doc.tokens.start, doc.tokens.end
    end = run.end
    if (
        end - run.first >= 2
        and end + 1 < len(words)
        and words[end] in _HYPHENS
        and starts[end] == ends[end - 1]
        and starts[end + 1] == ends[end]
        and words[end + 1].isalpha()
        and words[end + 1].islower()
        and len(words[end + 1]) <= _TAIL_LENGTH
        and words[end + 1] not in COMPOUND_TAILS
    ):
        run.end = end + 2


def _with_particle(doc: AnalysedDocument, run: Run) -> None:
    """Take in what begins an Arabic name in lower case: bin Rashid, al-Amin."""
    words, starts, ends = doc.tokens.text, doc.tokens.start, doc.tokens.end
    before = run.first - 1
    if before >= 1 and words[before] in _HYPHENS and starts[run.first] == ends[before]:
        if words[before - 1] in NAME_PARTICLES or words[before - 1].lower() == "sub":
            run.first = before - 1
    elif before >= 0 and words[before] in ("bin", "ibn", "bint", "al"):
        run.first = before
