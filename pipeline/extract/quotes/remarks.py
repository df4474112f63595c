"""Remarks on one's own words: "let me add that", "I would like to stress that", "may I say".

Whoever speaks already says by them only that he goes on.
"""

from pipeline.document import AnalysedDocument
from pipeline.extract.quotes.report import Report
from pipeline.extract.quotes.syntax import child_of

_FIRST_PERSON = frozenset("i we me us".split())
_SAYING = frozenset(
    """add admit affirm announce begin clarify conclude confirm emphasise emphasize explain mention
    note observe point put recall reiterate remark remind repeat reply respond say state stress
    tell underline underscore""".split()
)
# "I did not say so", "we used to say": what was or was not said is told.
_TELLING = frozenset("do did does don didn doesn have had used".split())


def is_own_remark(doc: AnalysedDocument, report: Report) -> bool:
    """Tell whether the one who speaks says in an infinitive that he says so."""
    tokens = doc.tokens
    verb = report.token
    if report.speaker_head is None or report.is_negated or tokens.tag[verb] != "VB":
        return False
    if tokens.text[report.speaker_head].lower() not in _FIRST_PERSON:
        return False
    if tokens.text[verb].lower() not in _SAYING:
        return False
    outer = tokens.head[verb]
    return all(
        (helper := child_of(doc, one, "aux")) is None or tokens.text[helper].lower() not in _TELLING
        for one in (verb, outer)
    )
