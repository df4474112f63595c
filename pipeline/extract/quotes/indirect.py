"""Indirect speech: which words a report governs."""

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.asides import EDGE_SPACE, around, is_parenthetic, is_set_off, trimmed
from pipeline.extract.quotes.cues import REFUSALS, VERBS
from pipeline.extract.quotes.ends import (
    before_afterthought,
    before_main_clause,
    before_next_speaker,
    past_conjunction,
    with_adverbials,
    with_condition,
    with_infinitive,
    with_next_clause,
    with_own_verb,
)
from pipeline.extract.quotes.quote import Span
from pipeline.extract.quotes.report import Report
from pipeline.extract.quotes.syntax import (
    FINITE,
    SUBJECTS,
    child_of,
    has_clause,
    opens_clause,
    subtree,
)
from schemas.quotes import CueStance

_CLOSING = frozenset("\"'”’»")
_QUESTIONS = frozenset("whether if why how what who when where which".split())
# What is said of somebody takes in of whom: "accused him of", "praised her for".
_WITH_TARGET = frozenset((CueStance.ACCUSED, CueStance.CRITICIZED, CueStance.PRAISED))
# "asked about it", "cannot confirm that": what was said is not told.
_EMPTY = frozenset(("PRP", "DT", "RBS", "WP", "WRB"))
# Prepositions that lead to what speech is about: "did not speak of it" reports no words.
_TOPICAL = frozenset(("of", "about"))
# How many tokens an addressee, a place or a day may take between a verb and its clause.
_MAX_ADDRESS = 12


def governed(doc: AnalysedDocument, report: Report) -> list[Span]:
    """Return the spans of the words that the report reports; empty when it reports none."""
    if report.content is not None:
        content = trimmed(doc.text, *report.content)
        return [] if content is None else [content]
    if "c" in report.cue.takes and is_parenthetic(doc, report):
        return around(doc, report)
    if report.is_aside:
        # "as mentioned above": nobody is said to speak.
        return [] if report.speaker is None else around(doc, report)
    after = following(doc, report)
    if after is not None:
        relative = _relative_before(doc, report)
        return [after] if relative is None else [relative, after]
    if "c" in report.cue.takes and is_set_off(doc, report):
        return around(doc, report)
    after = _unparsed(doc, report)
    return [] if after is None else [after]


def following(doc: AnalysedDocument, report: Report) -> Span | None:
    """Return the clause, infinitive or object that follows the verb, if it takes one."""
    tokens = doc.tokens
    verb = report.token
    takes = report.cue.takes
    limit = doc.sentence_at(tokens.start[verb]).char_end
    for child in doc.children[verb]:
        dep = tokens.dep[child]
        if child < verb:
            if dep == "ccomp" and _follows_mark(doc.text, report.clause_start):
                # '"...," she said in a note sent today': what she said stands before the verb.
                return None
            continue
        if dep in ("ccomp", "oprd") and "l" in takes and not report.is_passive:
            return _labelled(doc, report, child, limit)
        if dep == "ccomp" and takes & {"c", "w", "p"} and not _is_bare(doc, child):
            return _clause(doc, report, child, limit)
        if dep == "ccomp" and "t" in takes and _is_found(doc, report, child):
            return _clause(doc, report, child, limit)
        if dep == "xcomp" and "p" in takes:
            if report.is_passive:
                return _clause(doc, report, child, limit)
            told = child_of(doc, verb, "dobj")
            return None if told is None else _clause(doc, report, child, limit, told)
        if dep == "xcomp" and ("i" in takes or _is_gerund_clause(doc, report, child)):
            return _clause(doc, report, child, limit)
    if "o" in takes and report.is_passive and report.speaker is not None:
        told = child_of(doc, verb, "nsubjpass")
        if told is not None:
            first, last = subtree(doc, told)
            if first < last:
                return trimmed(doc.text, tokens.start[first], tokens.end[last])
            return None
    if "o" in takes:
        thing = child_of(doc, verb, "dobj")
        if thing == report.speaker_head:
            # ", repeated Smith, ": the parse takes who speaks for what is said.
            return None
        if thing is not None and thing > verb and not _is_empty(doc, *subtree(doc, thing)):
            return _clause(doc, report, thing, limit)
    elif "c" in takes and (clause := _clause_of_object(doc, report, limit)) is not None:
        return clause
    return _prepositional(doc, report, limit)


def _follows_mark(text: str, char: int) -> bool:
    while char > 0 and text[char - 1] in EDGE_SPACE:
        char -= 1
    return text[char - 1 : char] in _CLOSING


def _is_found(doc: AnalysedDocument, report: Report, child: int) -> bool:
    """Tell whether somebody or some document found that something is so; "this shows" does not."""
    tokens = doc.tokens
    if not report.is_finite or report.is_passive or report.speaker_head is None:
        return False
    opens = tokens.text[subtree(doc, child)[0]] == "that"
    return opens and tokens.tag[report.speaker_head].startswith(("N", "PRP"))


def _is_bare(doc: AnalysedDocument, participle: int) -> bool:
    """Tell whether a participle makes no clause: "said in a letter sent on Monday"."""
    return doc.tokens.tag[participle] == "VBN" and not any(
        doc.tokens.dep[child] in (*SUBJECTS, "aux", "auxpass") for child in doc.children[participle]
    )


def _clause_of_object(doc: AnalysedDocument, report: Report, limit: int) -> Span | None:
    """Return the clause whose subject the parse takes for the verb's object: "said tax is due"."""
    tokens = doc.tokens
    thing = child_of(doc, report.token, "dobj")
    if thing is None or thing < report.token or thing == report.speaker_head:
        return None
    first, last = subtree(doc, thing)
    end = with_own_verb(doc, report.token, last)
    if first != report.token + 1 or end == last:
        return None
    return trimmed(doc.text, tokens.start[first], min(tokens.end[end], limit))


def _is_gerund_clause(doc: AnalysedDocument, report: Report, child: int) -> bool:
    """Tell whether a gerund opens what is reported: "said leaving would cost jobs"."""
    tokens = doc.tokens
    if tokens.tag[child] != "VBG" or report.is_passive or "c" not in report.cue.takes:
        return False
    return tokens.tag[subtree(doc, child)[0]] in ("VBG", "RB")


def _unparsed(doc: AnalysedDocument, report: Report) -> Span | None:
    """Return the clause that a "that" or a question word opens, where the parse lost it."""
    tokens = doc.tokens
    takes = report.cue.takes
    sentence = doc.sentence_at(tokens.start[report.token])
    first = doc.tokens_in(report.clause_end, sentence.char_end)
    reach = _MAX_ADDRESS if report.is_finite or takes & {"a", "w"} else 1
    if tokens.tag[report.first_token - 1] == "WP":
        # "What he said last week is true": what he said is not told.
        reach = 0
    for token in first[:reach]:
        word = tokens.text[token].lower()
        opens = (
            (word == "that" and "c" in takes)
            or (word in _QUESTIONS and "w" in takes)
            or (
                token == first.start
                and "c" in takes
                and report.is_finite
                and opens_clause(doc, token)
            )
        )
        if opens and has_clause(doc, tokens.start[token], sentence.char_end):
            last = before_afterthought(doc, token, first[-1])
            if word in _QUESTIONS:
                last = _before_comma(doc, token, last)
            return trimmed(doc.text, tokens.start[token], tokens.end[last])
        if tokens.tag[token] in FINITE or (word == "," and not report.is_passive):
            return None
    return None


def _before_comma(doc: AnalysedDocument, first: int, last: int) -> int:
    for token in range(first, last):
        if doc.tokens.text[token] == ",":
            return token - 1
    return last


def _prepositional(doc: AnalysedDocument, report: Report, limit: int) -> Span | None:
    """Return what follows the preposition that leads to the content: "called for a vote"."""
    tokens = doc.tokens
    verb = report.token
    takes = report.cue.takes
    hung = doc.children[verb]
    if report.cue.stance is CueStance.ACCUSED:
        # "accuses the minister of lying": the parse may hang "of" on the one accused.
        hung = [*hung, *(one for thing in hung for one in _of(doc, thing) if thing > verb)]
    for child in hung:
        if child <= verb:
            continue
        if tokens.dep[child] == "advcl" and "for" in takes:
            # "called for them to go": the parse makes a clause of what "for" leads to.
            mark = child_of(doc, child, "mark")
            if mark is not None and tokens.text[mark] == "for":
                clause = _clause(doc, report, child, limit)
                return None if clause is None else (tokens.start[mark + 1], clause[1])
        if tokens.dep[child] == "prep" and tokens.text[child] in takes:
            last = subtree(doc, child)[1]
            is_unsaid = tokens.text[child] in _TOPICAL and child_of(doc, verb, "neg") is not None
            first = child + 1
            if last == child or is_unsaid or _is_empty(doc, first, last):
                return None
            if tokens.text[child] == "as" or report.cue.stance in _WITH_TARGET:
                thing = child_of(doc, verb, "dobj")
                first = first if thing is None else max(verb + 1, subtree(doc, thing)[0])
            last = max(with_infinitive(doc, last), _asked_of(doc, verb, child))
            last = before_afterthought(doc, first, last)
            return trimmed(doc.text, tokens.start[first], min(tokens.end[last], limit))
    return None


def _of(doc: AnalysedDocument, thing: int) -> list[int]:
    """Return the clauses that "of" hangs on an object: "the minister of lying"."""
    tokens = doc.tokens
    return [
        child
        for child in doc.children[thing]
        if tokens.dep[thing] == "dobj"
        and tokens.text[child] == "of"
        and child_of(doc, child, "pcomp") is not None
    ]


def _is_empty(doc: AnalysedDocument, first: int, last: int) -> bool:
    """Tell whether one word such as "it" stands for all that was said, or for what is not."""
    tokens = doc.tokens
    return (first == last and tokens.tag[last] in _EMPTY) or tokens.text[first] == "comment"


def _labelled(doc: AnalysedDocument, report: Report, label: int, limit: int) -> Span | None:
    """Return a thing and what it is called: "called the plan reckless"."""
    thing = child_of(doc, report.token, "dobj")
    return _clause(doc, report, label, limit, thing)


def _clause(
    doc: AnalysedDocument, report: Report, head: int, limit: int, begin: int | None = None
) -> Span | None:
    """Return the words under `head`, and from `begin` on, as far as they are what is reported."""
    tokens = doc.tokens
    first, last = subtree(doc, head)
    if begin is None and tokens.dep[head] == "ccomp" and "a" not in report.cue.takes:
        # "said prices, which had fallen, would rise": the parse takes the subject for an object.
        thing = child_of(doc, report.token, "dobj")
        if thing is not None and thing > report.token:
            begin = thing
    if begin is not None:
        first = min(first, subtree(doc, begin)[0])
    elif (
        tokens.dep[head] == "ccomp"
        and tokens.tag[head] in FINITE
        and child_of(doc, head, *SUBJECTS, "mark") is None
        and "a" not in report.cue.takes
    ):
        # A finite clause has a subject: the parse has hung it on the verb.
        first = report.token + 1
    first = max(first, report.token + 1)
    if last < first:
        return None
    last = with_own_verb(doc, report.token, last)
    if tokens.dep[head] in ("ccomp", "xcomp"):
        last = with_adverbials(doc, report.token, last)
    last = _before_next_report(doc, report, head, first, last)
    last = with_condition(doc, with_infinitive(doc, last), limit)
    last = with_next_clause(doc, last, limit)
    last = before_main_clause(doc, report.token, first, last)
    last = before_afterthought(doc, first, before_next_speaker(doc, first, last))
    last = past_conjunction(doc, last, limit)
    return trimmed(doc.text, tokens.start[first], min(tokens.end[last], limit))


def _asked_of(doc: AnalysedDocument, verb: int, preposition: int) -> int:
    """Return the last token of the infinitive that says what those named are asked to do."""
    tokens = doc.tokens
    for child in doc.children[verb]:
        if child > preposition and tokens.dep[child] in ("xcomp", "advcl"):
            to = child_of(doc, child, "aux")
            if to is not None and tokens.tag[to] == "TO":
                return subtree(doc, child)[1]
    return preposition


def _before_next_report(
    doc: AnalysedDocument, report: Report, head: int, first: int, last: int
) -> int:
    """Return the last token before the same speaker's next act: "... and called on".

    The parse often hangs it on the reported clause.
    """
    tokens = doc.tokens
    for child in doc.children[head]:
        if (
            tokens.dep[child] == "conj"
            and child > head
            and (tokens.text[child] in VERBS or tokens.text[child] in REFUSALS)
            and _goes_with(doc, report, child)
            and child_of(doc, child, "nsubj", "nsubjpass") is None
        ):
            joint = child
            while joint > first and tokens.tag[joint - 1] in ("CC", "RB", ",", "MD"):
                joint -= 1
            return joint - 1 if joint < child else last
    return last


def _goes_with(doc: AnalysedDocument, report: Report, verb: int) -> bool:
    """Tell whether a verb has a form in which it may stand beside the reporting one."""
    tag = doc.tokens.tag[verb]
    return tag == doc.tokens.tag[report.token] or (report.is_finite and tag in ("VBD", "VBZ"))


def _relative_before(doc: AnalysedDocument, report: Report) -> Span | None:
    """Return the relative pronoun that belongs to the content: "which they say will end"."""
    tokens = doc.tokens
    before = report.first_token - 1
    if before < 0 or tokens.tag[before] not in ("WDT", "WP", "IN"):
        return None
    if tokens.text[before].lower() not in ("which", "that", "who", "whom", "what"):
        return None
    if tokens.head[before] == report.token and tokens.dep[before] in (*SUBJECTS, "mark"):
        # "who was asked about": the one spoken to; "added that she says": no relative.
        return None
    if tokens.start[before] < doc.sentence_at(report.clause_start).char_start:
        return None
    return tokens.start[before], tokens.end[before]
