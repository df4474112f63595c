"""What the parse says around a reporting verb: its subject, its clause, what it governs."""

from collections.abc import Callable

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import VERBS

_AUXILIARIES = frozenset(("aux", "auxpass", "neg", "advmod"))
# What hangs on a noun and is not needed to know who is meant.
_LOOSE_ON_NOUN = frozenset(("relcl", "acl", "advcl", "punct", "appos", "cc", "conj", "dep"))
_SHARES_SUBJECT = frozenset(
    ("conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dep", "ccomp", "acomp", "advmod")
)
_NAMING = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
_PHRASE = _NAMING | frozenset(("DT", "PRP$", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS"))
_WRITINGS = frozenset(
    "statement release letter response reply email e-mail memo message tweet post note".split()
)
_QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
# "The board today said": when, not who.
_DAYS = frozenset("today yesterday tonight tomorrow earlier".split())
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Tags of verbs that make a clause."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
"""Relations in which a clause's subject stands to its verb."""
_MAX_CLIMB = 8
_MAX_LOOK_BACK = 60
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD", "WP", "WDT", "JJ", "JJS"))
MAX_SPEAKER_TOKENS = 12


def subtree(doc: AnalysedDocument, token: int) -> tuple[int, int]:
    """Return the first and last token under `token`, itself included."""
    children = doc.children
    first = last = token
    waiting = [token]
    while waiting:
        for child in children[waiting.pop()]:
            if child < first:
                first = child
            elif child > last:
                last = child
            waiting.append(child)
    return first, last


def child_of(doc: AnalysedDocument, token: int, *deps: str) -> int | None:
    """Return the first child that stands in one of the relations."""
    for child in doc.children[token]:
        if doc.tokens.dep[child] in deps:
            return child
    return None


def has_clause(doc: AnalysedDocument, start: int, end: int) -> bool:
    """Tell whether a verb that makes a clause stands within the characters."""
    tokens = doc.tokens
    return any(tokens.tag[token] in FINITE for token in doc.tokens_in(start, end))


def opens_clause(doc: AnalysedDocument, token: int) -> bool:
    """Tell whether a subject and right after it a verb stand there: "he was", "taxes rose"."""
    tokens = doc.tokens
    subject = last_naming(doc, token, min(token + MAX_SPEAKER_TOKENS, len(tokens) - 1))
    return subject is not None and tokens.tag[subject + 1] in FINITE


def subject(doc: AnalysedDocument, verb: int) -> int | None:
    """Return the head of who does what the verb says, found through shared subjects."""
    tokens = doc.tokens
    if (
        tokens.tag[verb] == "VBG"
        and tokens.dep[verb - 1] == "pobj"
        and tokens.text[tokens.head[verb - 1]] == "with"
        and doc.sentence_at(tokens.start[verb]).token_start < verb
    ):
        # "It ended with Smith saying": the parse hangs the verb on "ended", or "It" on the verb.
        return verb - 1
    quoting = quoted_by(doc, verb)
    if quoting is not None and (quoted := child_of(doc, quoting, "dobj")) is not None:
        return quoted
    current = verb
    through_nouns = False
    for _ in range(_MAX_CLIMB):
        own = child_of(doc, current, "nsubj", "nsubjpass")
        # "After saying that, Smith left": the clause that the verb opens comes before its subject.
        if own is not None and (own < verb or verb < own < current or _is_inverted(doc, own)):
            return own if own >= first_own(doc, verb) else None
        head = tokens.head[current]
        if head == current:
            return None
        dep = tokens.dep[current]
        if tokens.tag[head].startswith(("V", "MD")) or through_nouns:
            if dep == "xcomp":
                # "They pressed Smith to say": the one pressed does the saying.
                pressed = child_of(doc, head, "dobj")
                if pressed is not None and tokens.tag[pressed] in ("NNP", "PRP"):
                    return pressed
            elif (dep == "conj" and _is_sibling_of_outer(doc, verb, head)) or (
                current == verb and _adds_to_report(doc, verb, head)
            ):
                head = tokens.head[head]
            elif not through_nouns and dep not in _SHARES_SUBJECT:
                return None
            if dep == "ccomp" and tokens.tag[current] in FINITE:
                return None
        elif _leads_past_noun(doc, current, head):
            through_nouns = True
        elif dep in ("acl", "relcl") and tokens.tag[head] in _NAMING:
            return head
        elif dep not in ("pcomp", "prep") and not tokens.tag[head].startswith(("JJ", "RB")):
            return None
        current = head
    return None


def quoted_by(doc: AnalysedDocument, verb: int) -> int | None:
    """Return the verb by which somebody quotes another as saying: "The paper quotes her as"."""
    tokens = doc.tokens
    leads = tokens.head[verb]
    if tokens.dep[verb] != "pcomp" or tokens.text[leads] != "as":
        return None
    quoting = tokens.head[leads]
    return quoting if tokens.text[quoting] in _QUOTING else None


def first_own(doc: AnalysedDocument, token: int) -> int:
    """Return the first token of the sentence's own words: after "VIENNA, May 3 (AP) — "."""
    sentence = doc.sentence_at(doc.tokens.start[token])
    if sentence.dateline_end is None:
        return sentence.token_start
    return doc.tokens_in(sentence.dateline_end, sentence.char_end).start


def _is_inverted(doc: AnalysedDocument, head: int) -> bool:
    """Tell whether a subject after its verb is one: "said Smith", not "said taxes would rise"."""
    tokens = doc.tokens
    following = subtree(doc, head)[1] + 1
    return following >= len(tokens) or tokens.tag[following] not in FINITE


def _is_sibling_of_outer(doc: AnalysedDocument, verb: int, head: int) -> bool:
    """Tell whether a verb hung on a reported clause goes with the verb that reports it.

    "She says prices fell and says they will rise": same form, same subject.
    """
    tokens = doc.tokens
    outer = tokens.head[head]
    if tokens.dep[head] != "ccomp" or tokens.tag[outer] != tokens.tag[verb]:
        return False
    after_comma = tokens.tag[verb - 1] == "CC" and tokens.text[verb - 2] == ","
    return after_comma or tokens.tag[verb] != tokens.tag[head]


def _adds_to_report(doc: AnalysedDocument, verb: int, head: int) -> bool:
    """Tell whether a participle hung on a reported clause is the reporter's: "..., adding that"."""
    tokens = doc.tokens
    return (
        tokens.tag[verb] == "VBG"
        and tokens.tag[verb - 1] in (",", "''")
        and tokens.dep[head] == "ccomp"
        and tokens.text[tokens.head[head]] in VERBS
    )


def _leads_past_noun(doc: AnalysedDocument, current: int, noun: int) -> bool:
    """Tell whether words hung on a noun are done by the sentence's subject.

    ", calling it a mistake", "took pains to say", "issued a statement saying".
    """
    tokens = doc.tokens
    if tokens.tag[current] == "VBG" and (
        tokens.text[current - 1] == "," or _is_set_off_phrase(doc, noun)
    ):
        return True
    if tokens.dep[current] != "acl":
        return False
    is_object = tokens.dep[noun] == "dobj"
    return is_object and (tokens.tag[current] == "VB" or tokens.text[noun].lower() in _WRITINGS)


def _is_set_off_phrase(doc: AnalysedDocument, noun: int) -> bool:
    """Tell whether the noun ends a phrase after a comma: ", at one point calling"."""
    tokens = doc.tokens
    preposition = tokens.head[noun]
    return (
        tokens.dep[noun] == "pobj"
        and tokens.text[preposition] in ("at", "on", "in")
        and tokens.text[preposition - 1] == ","
    )


def nearby_subject(
    doc: AnalysedDocument, verb: int, is_quoted: Callable[[int], bool]
) -> int | None:
    """Return the head of the noun phrase beside the verb, where the parse gives no subject.

    Words in quotation marks are nobody's name here.
    """
    tokens = doc.tokens
    sentence = doc.sentence_at(tokens.start[verb])
    first = verb
    begin = first_own(doc, verb)
    while first > begin and verb - first < _MAX_LOOK_BACK:
        if is_quoted(tokens.start[first - 1]):
            break
        first -= 1
    before = verb - 1
    while before >= first and (
        tokens.tag[before] in ("RB", "MD", "VBZ", "VBP", "VBD") or tokens.text[before] in _DAYS
    ):
        if is_name_as_modal(doc, before, verb):
            return before
        before -= 1
    if before >= first and tokens.text[before] == ")":
        while before >= first and tokens.text[before] != "(":
            before -= 1
        before -= 1
    if before >= first and tokens.tag[before] in _NAMING:
        return before
    named = _set_off_name(doc, first, verb)
    if named is None:
        while first < verb and (tokens.tag[first] not in _PHRASE or tokens.tag[first] == "VBG"):
            first += 1
        named = last_naming(doc, first, verb)
    if named is None:
        named = last_naming(doc, verb + 1, sentence.token_end)
        if named is not None and is_quoted(tokens.start[named]):
            return None
    return named


def _set_off_name(doc: AnalysedDocument, first: int, verb: int) -> int | None:
    """Return the name that begins a clause and is told more of: "Smith, who is 40, said"."""
    tokens = doc.tokens
    for token in range(first, verb):
        if token > first and tokens.text[token - 1] != ",":
            continue
        named = last_naming(doc, token, verb)
        if named is not None and tokens.tag[named] == "NNP" and tokens.text[named + 1] == ",":
            return named
    return None


def last_naming(doc: AnalysedDocument, first: int, limit: int) -> int | None:
    """Return the last noun of the phrase that begins at `first`."""
    tokens = doc.tokens
    head = None
    while first < limit and tokens.tag[first] in _PHRASE:
        if tokens.tag[first] in _NAMING:
            head = first
        first += 1
    return head


def is_name_as_modal(doc: AnalysedDocument, token: int, verb: int) -> bool:
    """Tell whether what was tagged as a modal is a name, such as Will or May."""
    tokens = doc.tokens
    return (
        tokens.tag[token] == "MD"
        and tokens.tag[verb] in ("VBD", "VBZ", "VBN")
        and tokens.text[token][0].isupper()
    )


def noun_phrase(doc: AnalysedDocument, head: int) -> tuple[int, int]:
    """Return the first and last token of the phrase that names who `head` is.

    Relative clauses and what stands between commas are left out, except that a proper name
    after a title is kept: "the chief executive, Ann Smith".
    """
    tokens = doc.tokens
    first = last = head
    waiting = [head]
    while waiting:
        current = waiting.pop()
        for child in doc.children[current]:
            dep = tokens.dep[child]
            if dep in _LOOSE_ON_NOUN and not _belongs(doc, current, child):
                continue
            if dep == "prep" and tokens.text[child - 1] == ",":
                continue
            if child < first:
                first = child
            elif child > last:
                last = child
            waiting.append(child)
    if tokens.tag[last] == "NNP":
        last = _up_to_bracket(doc, last)
    first = max(first, min(head, first_own(doc, head)))
    if last - first >= MAX_SPEAKER_TOKENS:
        last = min(last, max(head, first + MAX_SPEAKER_TOKENS - 1))
        first = max(first, last - MAX_SPEAKER_TOKENS + 1)
    return first, last


def _up_to_bracket(doc: AnalysedDocument, last: int) -> int:
    """Return where the name ends that goes on up to a bracket: "Mayor Ann Smith (Ind.)"."""
    tokens = doc.tokens
    limit = min(last + MAX_SPEAKER_TOKENS, len(tokens) - 1)
    token = last
    while token < limit and tokens.tag[token] == "NNP":
        token += 1
    return token - 1 if tokens.text[token] == "(" else last


def _belongs(doc: AnalysedDocument, head: int, child: int) -> bool:
    tokens = doc.tokens
    dep = tokens.dep[child]
    if dep == "appos":
        return tokens.tag[child].startswith("NNP") and not tokens.tag[head].startswith("NNP")
    if dep in ("cc", "conj"):
        return tokens.tag[child] == "CC" or tokens.tag[child] in _NOUNS
    return dep == "punct" and tokens.text[child] in ("-", "–", "'", "’", ".") and child < head


def verb_group(doc: AnalysedDocument, verb: int) -> tuple[int, int]:
    """Return the first and last token of the verb with its auxiliaries and particle."""
    tokens = doc.tokens
    first = last = verb
    for child in reversed(doc.children[verb]):
        if (
            child == first - 1
            and tokens.dep[child] in _AUXILIARIES
            and not is_name_as_modal(doc, child, verb)
        ):
            first = child
    for child in doc.children[verb]:
        if child == last + 1 and tokens.dep[child] == "prt":
            last = child
    return first, last
