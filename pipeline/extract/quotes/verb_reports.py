"""Reporting verbs: who speaks by them, to whom, and in what form they say it."""

import re
from collections.abc import Callable

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import REFUSALS, Cue
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.report import Report, chars
from pipeline.extract.quotes.syntax import (
    FINITE,
    child_of,
    first_own,
    nearby_subject,
    noun_phrase,
    opens_clause,
    quoted_by,
    subject,
    subtree,
    verb_group,
)

_SUBJECT_PRONOUNS = frozenset(("he", "she", "they", "i", "we"))
_PARTICIPLES = frozenset(("acl", "advcl", "relcl", "amod", "pcomp", "xcomp", "oprd", "dep"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve", "'s", "’s", "'d", "’d"))
# Tokens of "54-year-old".
_AGED = 5
_YEARS_OLD = re.compile(r"[0-9]{1,3}-years?-old$")
# Tokens; a subject no further from its verb stands in the report's own clause.
_NEAR = 2


def read_verb(
    doc: AnalysedDocument, verb: int, cue: Cue, is_quoted: Callable[[int], bool]
) -> Report | None:
    """Return what the verb says of somebody's speech, or None where it reports none."""
    tokens = doc.tokens
    if tokens.dep[verb] in ("amod", "aux", "auxpass") and not _opens_inverted(doc, verb):
        return None
    if verb + 1 < len(tokens) and cue.particle == tokens.text[verb + 1]:
        cue = cue.with_particle or cue
    if not cue.takes:
        return None
    first, last = verb_group(doc, verb)
    passive = _is_passive(doc, verb, is_quoted)
    head = _agent(doc, verb) if passive else _who_speaks(doc, verb, first, is_quoted)
    if _is_writers_own(doc, verb, passive=passive) or _is_that_said(doc, verb, head):
        return None
    if _is_asked(doc, verb):
        return None
    cue_span = start, end = tokens.start[first], tokens.end[last]
    speaker = None
    if head is not None:
        named = _named_by(doc, verb, head)
        if named is None or tokens.text[named[0]].lower() == "how":
            # "How many banks say": a question says of nobody that he speaks.
            return None
        speaker = chars(doc, named)
        if tokens.head[head] == verb or abs(head - verb) <= _NEAR:
            start = min(start, speaker[0])
            end = max(end, speaker[1])
            first = min(first, named[0])
    quoting = quoted_by(doc, verb)
    if quoting is not None:
        by = child_of(doc, quoting, "nsubj")
        start = min(start, tokens.start[quoting if by is None else noun_phrase(doc, by)[0]])
    introduced = _introduced_by_as(doc, verb, first, cue)
    if introduced is not None:
        start = min(start, tokens.start[introduced])
    return Report(
        token=verb,
        cue=cue,
        cue_span=cue_span,
        speaker_head=head,
        speaker=speaker,
        first_token=first,
        clause_start=start,
        clause_end=end,
        addressee=_addressee(doc, verb, cue, passive=passive),
        antecedent=None if head is None else _antecedent(doc, verb, head),
        is_passive=passive,
        is_finite=tokens.tag[verb] in (*FINITE, "NNS")
        or (tokens.tag[verb] == "VBN" and not passive),
        is_negated=_is_negated(doc, verb),
        is_aside=introduced is not None,
    )


def is_mistagged(doc: AnalysedDocument, index: int) -> bool:
    """Tell whether what was tagged as a noun is a verb: "Smith answers.", "Smith claims he won"."""
    tokens = doc.tokens
    if tokens.tag[index] != "NNS" or doc.sentence_at(tokens.start[index]).token_start >= index:
        return False
    following = tokens.text[index + 1 : index + 2]
    if not tokens.text[index - 1][0].isupper() and tokens.tag[index - 1] != "CD":
        return False
    if opens_clause(doc, index + 1):
        return True
    return tokens.dep[index] == "ROOT" and following in (["."], [":"], [","])


# --- Who speaks, and to whom -------------------------------------------------------------


def _is_passive(doc: AnalysedDocument, verb: int, is_quoted: Callable[[int], bool]) -> bool:
    """Tell whether the verb's subject is what is said or who is spoken to.

    A participle that is a clause's own verb is a past tense that was tagged wrong.
    """
    tokens = doc.tokens
    auxiliary = child_of(doc, verb, "auxpass")
    if auxiliary is not None:
        is_inside = is_quoted(tokens.start[verb])
        if is_quoted(tokens.start[auxiliary]) == is_inside:
            return True
    if tokens.tag[verb] != "VBN" or tokens.dep[verb] not in _PARTICIPLES:
        return False
    has_had = any(
        tokens.dep[child] == "aux" and tokens.text[child].lower() in _HAVE
        for child in doc.children[verb]
    )
    has_subject = child_of(doc, verb, "nsubj") is not None or _opens_inverted(doc, verb)
    return not (has_had or has_subject)


def _agent(doc: AnalysedDocument, verb: int) -> int | None:
    """Return the head of whom "by" names beside a passive."""
    agent = child_of(doc, verb, "agent")
    return None if agent is None else child_of(doc, agent, "pobj")


def _who_speaks(
    doc: AnalysedDocument, verb: int, first: int, is_quoted: Callable[[int], bool]
) -> int | None:
    """Return the head of the active verb's subject, on the same side of quotation marks."""
    tokens = doc.tokens
    is_inside = is_quoted(tokens.start[verb])
    head = _pronoun_before(doc, first) if tokens.tag[verb] in FINITE else None
    if head is None:
        head = _aged_before(doc, first)
    if head is None:
        head = _parenthetic_subject(doc, verb, first)
    if head is None:
        head = subject(doc, verb)
    if head is not None and is_quoted(tokens.start[head]) == is_inside:
        return head
    follows_quote = verb > 0 and is_quoted(tokens.start[verb - 1])
    if is_inside or (tokens.tag[verb] == "VB" and not follows_quote):
        return None
    return nearby_subject(doc, verb, is_quoted)


def _named_by(doc: AnalysedDocument, verb: int, head: int) -> Span | None:
    """Return the first and last token of the phrase around the head, without the verb."""
    if head == _aged_before(doc, head + 1):
        return head + 1 - _AGED - (doc.tokens.tag[head - _AGED] == "DT"), head
    begin, stop = noun_phrase(doc, head)
    if begin <= verb <= stop:
        # The parse hangs the verb on its own subject: "Smith claims he won".
        begin, stop = (begin, verb - 1) if head < verb else (verb + 1, stop)
    return (begin, stop) if begin <= stop else None


def _addressee(doc: AnalysedDocument, verb: int, cue: Cue, *, passive: bool) -> Span | None:
    """Return who is spoken to: the subject of a passive, the object of an active verb."""
    spoken_to = None
    if passive and cue.takes & {"a", "p"}:
        spoken_to = subject(doc, verb)
    elif not passive and "a" in cue.takes:
        thing = child_of(doc, verb, "dobj", "dative")
        spoken_to = thing if thing is not None and thing > verb else None
    return None if spoken_to is None else chars(doc, noun_phrase(doc, spoken_to))


def _antecedent(doc: AnalysedDocument, verb: int, pronoun: int) -> Span | None:
    """Return the noun that a relative pronoun stands for: the one its clause hangs on.

    Any other word stands for itself.
    """
    tokens = doc.tokens
    if tokens.tag[pronoun] not in ("WP", "WDT"):
        return None
    clause = verb
    while tokens.dep[clause] in ("conj", "xcomp", "aux") and tokens.head[clause] > pronoun:
        clause = tokens.head[clause]
    noun = tokens.head[clause] if tokens.dep[clause] == "relcl" else pronoun - 1
    if noun == pronoun - 1 and noun >= 0 and tokens.text[noun] == ",":
        noun -= 1
    if noun < 0 or not tokens.tag[noun].startswith("N"):
        return None
    if tokens.dep[noun] == "appos" and tokens.tag[tokens.head[noun]].startswith("NNP"):
        noun = tokens.head[noun]
    return chars(doc, noun_phrase(doc, noun))


def _pronoun_before(doc: AnalysedDocument, first: int) -> int | None:
    """Return the pronoun right before the verb, whatever the parse makes the subject."""
    before = first - 1
    tokens = doc.tokens
    if before < 0 or doc.sentence_at(tokens.start[first]).token_start > before:
        return None
    return before if tokens.text[before].lower() in _SUBJECT_PRONOUNS else None


def _aged_before(doc: AnalysedDocument, first: int) -> int | None:
    """Return the last token of "the 54-year-old" before the verb: a person to a reader only."""
    is_aged = first >= _AGED and _YEARS_OLD.match("".join(doc.tokens.text[first - _AGED : first]))
    return first - 1 if is_aged else None


def _parenthetic_subject(doc: AnalysedDocument, verb: int, first: int) -> int | None:
    """Return the subject in ", said Smith, " where the parse takes Smith for an object."""
    tokens = doc.tokens
    if first == 0 or tokens.text[first - 1] != "," or tokens.tag[verb] not in ("VBD", "VBZ"):
        return None
    thing = child_of(doc, verb, "dobj")
    if thing is None or thing < verb or child_of(doc, verb, "ccomp", "xcomp") is not None:
        return None
    after = subtree(doc, thing)[1] + 1
    if after + 1 >= len(tokens):
        return None
    if tokens.text[after] == ".":
        return thing if tokens.tag[thing].startswith("NNP") else None
    return thing if tokens.text[after] == "," and tokens.tag[after + 1] in FINITE else None


# --- In what form ------------------------------------------------------------------------


def _introduced_by_as(doc: AnalysedDocument, verb: int, first: int, cue: Cue) -> int | None:
    """Return the "as" that sets the report beside what it reports: "as she put it"."""
    manner = child_of(doc, verb, "mark", "advmod")
    if manner is None or manner > first or doc.tokens.text[manner].lower() != "as":
        return None
    return manner if _says_no_more(doc, verb, cue) else None


def _is_that_said(doc: AnalysedDocument, verb: int, head: int | None) -> bool:
    """Tell whether nothing is reported: "That said, prices fell"."""
    tokens = doc.tokens
    return (
        head == verb - 1 and tokens.tag[head] == "DT" and tokens.text[verb + 1 : verb + 2] == [","]
    )


def _is_asked(doc: AnalysedDocument, verb: int) -> bool:
    """Tell whether a question asks for it to be said: "Will the minister admit that"."""
    helper = child_of(doc, verb, "aux")
    return (
        doc.tokens.tag[verb] == "VB"
        and helper is not None
        and helper < verb - 1
        and doc.tokens.tag[helper] in FINITE
        and (helper == first_own(doc, verb) or doc.tokens.text[helper - 1] == ":")
    )


def _says_no_more(doc: AnalysedDocument, verb: int, cue: Cue) -> bool:
    """Tell whether the verb leaves what is said to the words around: "as she noted", "put it"."""
    if child_of(doc, verb, "ccomp", "xcomp", "acomp") is not None:
        return False
    thing = child_of(doc, verb, "dobj")
    if thing is None:
        return "c" in cue.takes
    return doc.tokens.text[thing] == "it" and "l" not in cue.takes


def _is_writers_own(doc: AnalysedDocument, verb: int, *, passive: bool) -> bool:
    """Tell whether the writer speaks: "it should be noted that", "it is worth mentioning that"."""
    tokens = doc.tokens
    if tokens.text[tokens.head[verb]] == "worth" or tokens.text[verb - 1] == "worth":
        return True
    modal = child_of(doc, verb, "aux")
    thing = child_of(doc, verb, "nsubjpass")
    return (
        passive
        and modal is not None
        and tokens.text[modal] in ("should", "must")
        and thing is not None
        and tokens.text[thing].lower() == "it"
    )


def _is_negated(doc: AnalysedDocument, verb: int) -> bool:
    """Tell whether nobody says it: "did not say", "refused to say", "without saying"."""
    tokens = doc.tokens
    outer = tokens.head[verb]
    negation = child_of(doc, verb, "neg")
    if negation is not None:
        return negation < verb
    if tokens.dep[verb] == "xcomp":
        return tokens.text[outer] in REFUSALS or child_of(doc, outer, "neg") is not None
    return tokens.dep[verb] == "pcomp" and tokens.text[outer].lower() == "without"


def _opens_inverted(doc: AnalysedDocument, verb: int) -> bool:
    """Tell whether a sentence begins with the verb and a name: "Added Smith: ..."."""
    tokens = doc.tokens
    sentence = doc.sentence_at(tokens.start[verb])
    return (
        verb == sentence.token_start
        and verb + 1 < sentence.token_end
        and tokens.tag[verb + 1] in ("NNP", "NNPS")
    )
