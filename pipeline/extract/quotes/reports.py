"""Reports: places where a verb or a phrase says that somebody speaks."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import ACCORDING_CUE, CUE_WORDS, NOUNS, REFUSALS, VERBS, Cue
from pipeline.extract.quotes.ends import with_infinitive
from pipeline.extract.quotes.syntax import (
    FINITE,
    child_of,
    nearby_subject,
    noun_phrase,
    opens_clause,
    subject,
    subtree,
    verb_group,
)
from schemas.quotes import CueStance

Span = tuple[int, int]

# A longer stretch without an end is a list or a fault: its parse says nothing, and following
# it for every verb in it would cost the square of its length.
MAX_SENTENCE_TOKENS = 400


@dataclass(slots=True)
class Report:
    """A reporting verb or phrase, who it says speaks, and the characters of its own clause."""

    token: int
    cue: Cue
    cue_span: Span
    speaker_head: int | None
    speaker: Span | None
    first_token: int
    """First token of the report's own clause."""
    clause_start: int
    """Where subject and verb begin, whichever comes first."""
    clause_end: int
    """Where subject and verb end, whichever comes last."""
    addressee: Span | None = None
    antecedent: Span | None = None
    """What the speaker stands for when it is a relative pronoun."""
    is_passive: bool = False
    content: Span | None = None
    """What a noun reports, which hangs on the noun itself."""
    is_finite: bool = True
    is_negated: bool = False
    """It says that this was not said."""
    is_aside: bool = False
    """It stands beside what it reports: "according to her", "as she put it"."""


def find_reports(doc: AnalysedDocument, is_quoted: Callable[[int], bool]) -> list[Report]:
    """Return every report in the document's sentences, in order.

    `is_quoted` tells whether a character stands in quotation marks: a report never has its
    subject on the other side of them.
    """
    tokens = doc.tokens
    reports = []
    # One pass at the speed of a look-up; everything else happens around hits only.
    for index in [at for at, word in enumerate(tokens.text) if word in CUE_WORDS]:
        word = tokens.text[index]
        report = None
        if (cue := VERBS.get(word)) is not None and (
            tokens.tag[index].startswith("VB") or _mistagged(doc, index)
        ):
            report = _verb_report(doc, index, cue, is_quoted)
        elif (cue := NOUNS.get(word)) is not None and tokens.tag[index].startswith("N"):
            report = _noun_report(doc, index, cue)
        elif word.lower() == "according":
            report = _phrase_report(doc, index)
        if report is not None:
            reports.append(report)
    return reports


def _verb_report(
    doc: AnalysedDocument, verb: int, cue: Cue, is_quoted: Callable[[int], bool]
) -> Report | None:
    tokens = doc.tokens
    sentence = doc.sentence_at(tokens.start[verb])
    if sentence.token_end - sentence.token_start > MAX_SENTENCE_TOKENS:
        return None
    if tokens.dep[verb] in ("amod", "aux", "auxpass") and not _opens_inverted(doc, verb):
        return None
    if verb + 1 < len(tokens) and cue.particle == tokens.text[verb + 1]:
        cue = cue.with_particle or cue
    if not cue.takes:
        return None
    inside = is_quoted(tokens.start[verb])
    first, last = verb_group(doc, verb)
    # A participle that is a clause's own verb is a past tense that was tagged wrong.
    passive = (
        tokens.tag[verb] == "VBN"
        and tokens.dep[verb] in _PARTICIPLES
        and not any(
            tokens.dep[child] == "aux" and tokens.text[child].lower() in _HAVE
            for child in doc.children[verb]
        )
    )
    if passive and (child_of(doc, verb, "nsubj") is not None or _opens_inverted(doc, verb)):
        passive = False
    auxiliary = child_of(doc, verb, "auxpass")
    passive = passive or (auxiliary is not None and is_quoted(tokens.start[auxiliary]) == inside)
    head = addressee = None
    if passive:
        agent = child_of(doc, verb, "agent")
        head = child_of(doc, agent, "pobj") if agent is not None else None
        spoken_to = subject(doc, verb)
        if spoken_to is not None and cue.takes & {"a", "p"}:
            addressee = _chars(doc, noun_phrase(doc, spoken_to))
    else:
        head = _pronoun_before(doc, first) if tokens.tag[verb] in FINITE else None
        if head is None:
            head = _parenthetic_subject(doc, verb, first)
        if head is None:
            head = subject(doc, verb)
        if head is not None and is_quoted(tokens.start[head]) != inside:
            head = None
        if (
            head is None
            and not inside
            and (tokens.tag[verb] != "VB" or (verb > 0 and is_quoted(tokens.start[verb - 1])))
        ):
            head = nearby_subject(doc, verb, is_quoted)
    if _is_writers_own(doc, verb, passive=passive):
        return None
    if head == verb - 1 and tokens.tag[head] == "DT" and tokens.text[verb + 1 : verb + 2] == [","]:
        # "That said, ..." reports nothing.
        return None
    start, end = tokens.start[first], tokens.end[last]
    cue_span = (start, end)
    speaker = None
    if head is not None:
        begin, stop = noun_phrase(doc, head)
        if begin <= verb <= stop:
            # The parse hangs the verb on its own subject: "Smith claims he won".
            begin, stop = (begin, verb - 1) if head < verb else (verb + 1, stop)
            if begin > stop:
                return None
        speaker = _chars(doc, (begin, stop))
        if tokens.head[head] == verb or abs(head - verb) <= 2:
            start = min(start, speaker[0])
            end = max(end, speaker[1])
            first = min(first, begin)
    if not passive and "a" in cue.takes:
        spoken_to = child_of(doc, verb, "dobj", "dative")
        if spoken_to is not None and spoken_to > verb:
            addressee = _chars(doc, noun_phrase(doc, spoken_to))
    manner = child_of(doc, verb, "mark", "advmod")
    is_aside = (
        manner is not None
        and manner <= first
        and tokens.text[manner].lower() == "as"
        and _says_no_more(doc, verb, cue)
    )
    if manner is not None and is_aside:
        start = min(start, tokens.start[manner])
    antecedent = None
    if head is not None and tokens.tag[head] in ("WP", "WDT"):
        antecedent = _antecedent(doc, verb, head)
    return Report(
        token=verb,
        cue=cue,
        cue_span=cue_span,
        speaker_head=head,
        speaker=speaker,
        first_token=first,
        clause_start=start,
        clause_end=end,
        addressee=addressee,
        antecedent=antecedent,
        is_passive=passive,
        is_finite=tokens.tag[verb] in (*FINITE, "NNS")
        or (tokens.tag[verb] == "VBN" and not passive),
        is_negated=_is_negated(doc, verb),
        is_aside=is_aside,
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


def _mistagged(doc: AnalysedDocument, index: int) -> bool:
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


def _antecedent(doc: AnalysedDocument, verb: int, pronoun: int) -> Span | None:
    """Return the noun that a relative pronoun stands for: the one its clause hangs on."""
    tokens = doc.tokens
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
    return _chars(doc, noun_phrase(doc, noun))


def _pronoun_before(doc: AnalysedDocument, first: int) -> int | None:
    """Return the pronoun right before the verb, whatever the parse makes the subject."""
    before = first - 1
    tokens = doc.tokens
    if before < 0 or doc.sentence_at(tokens.start[first]).token_start > before:
        return None
    return before if tokens.text[before].lower() in _SUBJECT_PRONOUNS else None


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


def _opens_inverted(doc: AnalysedDocument, verb: int) -> bool:
    """Tell whether a sentence begins with the verb and a name: "Added Smith: ..."."""
    tokens = doc.tokens
    sentence = doc.sentence_at(tokens.start[verb])
    return (
        verb == sentence.token_start
        and verb + 1 < sentence.token_end
        and tokens.tag[verb + 1] in ("NNP", "NNPS")
    )


_SUBJECT_PRONOUNS = frozenset(("he", "she", "they", "i", "we"))
_PARTICIPLES = frozenset(("acl", "advcl", "relcl", "amod", "pcomp", "xcomp", "oprd", "dep"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve", "'s", "’s", "'d", "’d"))


def _noun_report(doc: AnalysedDocument, noun: int, cue: Cue) -> Report | None:
    """Read "the minister's claim that", "her promise to", "its call for": with whose it is."""
    tokens = doc.tokens
    sentence = doc.sentence_at(tokens.start[noun])
    if sentence.token_end - sentence.token_start > MAX_SENTENCE_TOKENS:
        return None
    owner = child_of(doc, noun, "poss")
    if owner is None:
        return None
    content = None
    for child in doc.children[noun]:
        if child < noun:
            continue
        if tokens.dep[child] in ("acl", "ccomp"):
            mark = child_of(doc, child, "mark", "aux")
            if mark is not None and tokens.text[mark] in ("that", "to"):
                content = subtree(doc, child)
        elif tokens.text[child] == "for" and cue.stance is CueStance.URGED:
            last = with_infinitive(doc, subtree(doc, child)[1])
            content = (child + 1, last) if last > child else None
    if content is None:
        return None
    first = noun_phrase(doc, owner)
    return Report(
        token=noun,
        cue=cue,
        cue_span=(tokens.start[noun], tokens.end[noun]),
        speaker_head=owner,
        speaker=_without_possessive(doc, first),
        first_token=first[0],
        clause_start=tokens.start[first[0]],
        clause_end=tokens.end[noun],
        content=_chars(doc, content),
    )


def _without_possessive(doc: AnalysedDocument, span: Span) -> Span:
    first, last = span
    while last > first and doc.tokens.tag[last] == "POS":
        last -= 1
    return _chars(doc, (first, last))


def _phrase_report(doc: AnalysedDocument, word: int) -> Report | None:
    """Read "according to X"."""
    tokens = doc.tokens
    sentence = doc.sentence_at(tokens.start[word])
    if sentence.token_end - sentence.token_start > MAX_SENTENCE_TOKENS:
        return None
    if word + 1 >= len(tokens) or tokens.text[word + 1] != "to":
        return None
    head = child_of(doc, word + 1, "pobj")
    if head is None:
        return None
    first, last = subtree(doc, head)
    if tokens.text[last] == ",":
        last -= 1
    speaker = _chars(doc, noun_phrase(doc, head))
    return Report(
        token=word,
        cue=ACCORDING_CUE,
        cue_span=(tokens.start[word], tokens.end[word + 1]),
        speaker_head=head,
        speaker=speaker,
        first_token=word,
        clause_start=tokens.start[word],
        clause_end=max(tokens.end[last], speaker[1]) if first > word else speaker[1],
        is_aside=True,
    )


def _chars(doc: AnalysedDocument, span: Span) -> Span:
    return doc.tokens.start[span[0]], doc.tokens.end[span[1]]
