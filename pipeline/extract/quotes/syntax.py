"""What the parse says around a reporting verb: its subject, its clause, what it governs."""

from pipeline.document import AnalysedDocument

_AUXILIARIES = frozenset(("aux", "auxpass", "neg", "advmod"))
# What hangs on a noun and is not needed to know who is meant.
_LOOSE_ON_NOUN = frozenset(("relcl", "acl", "advcl", "punct", "appos", "cc", "conj", "dep"))
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


def subject(doc: AnalysedDocument, verb: int) -> int | None:
    """Return the head of who does what the verb says, found through shared subjects."""
    tokens = doc.tokens
    current = verb
    for _ in range(6):
        own = child_of(doc, current, "nsubj", "nsubjpass")
        if own is not None:
            return own
        head = tokens.head[current]
        if head == current:
            return None
        dep = tokens.dep[current]
        if dep in ("acl", "relcl") and tokens.tag[head].startswith(("N", "PRP")):
            return head
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dep", "ccomp"):
            return None
        if dep == "ccomp" and tokens.tag[current] not in ("VBG", "VB", "VBN"):
            return None
        if dep == "conj" and not tokens.tag[head].startswith(("V", "MD")):
            return None
        current = head
    return None


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
            if child < first:
                first = child
            elif child > last:
                last = child
            waiting.append(child)
    if last - first >= MAX_SPEAKER_TOKENS:
        last = min(last, max(head, first + MAX_SPEAKER_TOKENS - 1))
        first = max(first, last - MAX_SPEAKER_TOKENS + 1)
    return first, last


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
        if child == first - 1 and tokens.dep[child] in _AUXILIARIES:
            first = child
    for child in doc.children[verb]:
        if child == last + 1 and tokens.dep[child] == "prt":
            last = child
    return first, last
