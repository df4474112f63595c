"""Where reported words end, where the parse takes in too much of a sentence or too little."""

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.cues import VERBS
from pipeline.extract.quotes.syntax import (
    FINITE,
    SUBJECTS,
    child_of,
    has_clause,
    opens_clause,
    subtree,
)

_RELATIVE_TAGS = frozenset(("WDT", "WP", "WP$", "WRB"))
_CONTRASTS = frozenset(("although", "though", "while", "whereas"))
_CONDITIONS = frozenset(("if", "unless", "should"))
_ADVERBIALS = frozenset(("prep", "advcl", "advmod", "npadvmod"))
# What begins the writer's own measure of a reported figure: ", compared with", ", well above".
_COMPARES = frozenset("up down well less more compared also".split())
_HAVE = frozenset(("has", "have", "had"))
_ARTICLES = frozenset(("a", "an", "the"))
# How many tokens after "with" another speaker's verb may stand.
_MAX_WITH = 8


def with_infinitive(doc: AnalysedDocument, last: int) -> int:
    """Return the last token of an infinitive that follows: "called on them to stop"."""
    tokens = doc.tokens
    following = last + 1
    if following < len(tokens) and tokens.tag[following] == "TO":
        verb = tokens.head[following]
        if verb > following and tokens.tag[verb] == "VB":
            return max(last, subtree(doc, verb)[1])
    return last


def with_own_verb(doc: AnalysedDocument, report: int, last: int) -> int:
    """Return the last token of the verb that follows a subject cut off from it: "X | is over"."""
    tokens = doc.tokens
    verb = last + 1
    if verb >= len(tokens) or tokens.tag[verb] not in FINITE or tokens.text[verb] in VERBS:
        return last
    if tokens.dep[verb] in ("aux", "auxpass"):
        verb = tokens.head[verb]
    outer = report
    while tokens.head[outer] != outer:
        outer = tokens.head[outer]
        if outer == verb:
            # "Those who say so are wrong": the report is itself the subject.
            return last
    return max(last, subtree(doc, verb)[1])


def with_adverbials(doc: AnalysedDocument, report: int, last: int) -> int:
    """Return the last token of what the parse hangs on the report after the reported clause.

    "said he stayed because it rained": a reporting verb's own adverbials stand before its clause.
    """
    tokens = doc.tokens
    for child in doc.children[report]:
        if child > last and tokens.dep[child] in _ADVERBIALS:
            first, end = subtree(doc, child)
            if first != last + 1 or tokens.text[last] == ",":
                break
            last = end
    return last


def before_main_clause(doc: AnalysedDocument, report: int, first: int, last: int) -> int:
    """Return the last token before the main clause, where the report stands in a subordinate one.

    "While she said it rained, the match went on": the parse hangs the one on the other.
    """
    tokens = doc.tokens
    mark = child_of(doc, report, "mark", "advmod")
    opens = doc.sentence_at(tokens.start[report]).token_start
    if mark is None or mark != opens or tokens.tag[mark] not in ("IN", "WRB"):
        return last
    for token in range(first, last):
        if tokens.text[token] == "," and opens_clause(doc, token + 1):
            return token - 1
    return last


def past_conjunction(doc: AnalysedDocument, last: int, limit: int) -> int:
    """Return the last token of the "that" clause which an "and" at the end leads to.

    Without one, the conjunction leads out of what is reported.
    """
    tokens = doc.tokens
    if tokens.tag[last] != "CC":
        return last
    follows = last + 1 < len(tokens) and tokens.start[last + 1] < limit
    if follows and tokens.text[last + 1] == "that" and not _reports(doc, last + 1, limit):
        return doc.tokens_in(tokens.start[last], limit)[-1]
    return last - 1


def _reports(doc: AnalysedDocument, first: int, limit: int) -> bool:
    """Tell whether a reporting verb stands between the token and the limit."""
    rest = doc.tokens_in(doc.tokens.start[first], limit)
    return any(_is_reporting(doc, token) for token in rest)


def _is_reporting(doc: AnalysedDocument, token: int) -> bool:
    tokens = doc.tokens
    if tokens.text[token] not in VERBS:
        return False
    auxiliary = child_of(doc, token, "aux")
    has_spoken = auxiliary is not None and tokens.text[auxiliary] in _HAVE
    return tokens.tag[token] in FINITE or has_spoken


def _opens_subject(doc: AnalysedDocument, verb: int, token: int) -> bool:
    """Tell whether the verb's subject begins with the token."""
    subject = child_of(doc, verb, "nsubj")
    return subject is not None and subject < verb and subtree(doc, subject)[0] == token


def before_next_speaker(doc: AnalysedDocument, first: int, last: int) -> int:
    """Return the last token before a semicolon after which somebody else is heard."""
    tokens = doc.tokens
    for mark in range(first + 1, last):
        if tokens.text[mark] == ";" and any(
            _is_reporting(doc, token) and _opens_subject(doc, token, mark + 1)
            for token in range(mark + 1, last + 1)
        ):
            return mark - 1
    return last


def with_condition(doc: AnalysedDocument, last: int, limit: int) -> int:
    """Return the last token of a condition that follows: "would go if asked"."""
    tokens = doc.tokens
    following = last + 1
    if following >= len(tokens) or tokens.start[following] >= limit:
        return last
    if tokens.text[following] not in _CONDITIONS:
        return last
    verb = tokens.head[following]
    return max(last, subtree(doc, verb)[1]) if verb > following else last


def with_next_clause(doc: AnalysedDocument, last: int, limit: int) -> int:
    """Return the sentence's last token when a semicolon and nobody else's words follow."""
    tokens = doc.tokens
    following = last + 1
    if following >= len(tokens) or tokens.text[following] != ";":
        return last
    rest = doc.tokens_in(tokens.end[following], limit)
    if not has_clause(doc, tokens.end[following], limit):
        return last
    return last if _reports(doc, following, limit) else rest[-1]


def before_afterthought(doc: AnalysedDocument, first: int, last: int) -> int:
    """Return the last token before a clause that the writer adds after a comma at the end.

    ", who was then a senator", ", adding that", ", up a tenth": the parse hangs them on what is
    reported.
    """
    tokens = doc.tokens
    for token in range(first + 3, last - 1):
        if tokens.text[token] != ",":
            continue
        opener = token + 1
        if tokens.tag[opener] == "''" and tokens.text[opener + 1] in VERBS:
            opener += 1
        if tokens.tag[opener] == "IN" and tokens.tag[opener + 1] == "WDT":
            opener += 1
        if tokens.text[opener] in _CONTRASTS:
            verb = tokens.head[opener]
            if tokens.tag[verb] not in FINITE and child_of(doc, verb, *SUBJECTS) is None:
                continue
        elif tokens.tag[opener] in _RELATIVE_TAGS:
            verb = tokens.head[opener]
            if tokens.tag[verb] == "IN":
                verb = tokens.head[verb]
        elif tokens.tag[opener] == "VBG" and tokens.text[opener] in VERBS:  # noqa: SIM114
            verb = opener
        elif tokens.text[opener] == "with" and _reports_within(doc, opener):
            verb = opener
        elif tokens.text[opener] in _COMPARES:
            verb = max(opener, tokens.head[opener])
        elif tokens.text[opener] in _ARTICLES and _explains_name(doc, token):
            verb = tokens.head[opener]
        else:
            continue
        if subtree(doc, verb)[1] >= last:
            return token - 1
    return last


def _reports_within(doc: AnalysedDocument, preposition: int) -> bool:
    """Tell whether another speaker follows: ", with Smith saying that"."""
    tokens = doc.tokens
    first, last = subtree(doc, preposition)
    return any(
        tokens.tag[token] == "VBG" and tokens.text[token] in VERBS
        for token in range(first, min(last, first + _MAX_WITH) + 1)
    )


def _explains_name(doc: AnalysedDocument, comma: int) -> bool:
    """Tell whether the writer says after the comma who or what the name before it is."""
    tokens = doc.tokens
    is_name = tokens.tag[comma - 1].startswith("NNP")
    return is_name and tokens.dep[tokens.head[comma + 1]] == "appos"
