"""Ties: the date and the place that the parse hangs on a figure or its clause."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.context.context import Context
from pipeline.extract.figures.context.date_screen import DateScreen
from pipeline.extract.figures.context.mode_words import REPORTING
from pipeline.extract.figures.context.subjects import SUBJECTS, dateline_tokens
from pipeline.extract.figures.figure import DateSpan, Figure, Mention

_LOCATIVE: Final = frozenset(
    "in at near across throughout around outside inside within off along beside".split()
)
# "The coast of Oman", "south of Seoul": the place is told by what follows.
_PARTS: Final = frozenset(
    """city town village province region district state area part parts coast border north south
    east west northeast northwest southeast southwest outskirts suburb suburbs capital centre
    center island islands streets port county republic kingdom""".split()
)
_INSIDE_PHRASE: Final = frozenset(("compound", "amod", "nmod", "appos", "conj", "nummod", "det"))
_UPWARD: Final = frozenset(
    """prep prt pobj npadvmod advmod tmod nmod compound amod nummod appos poss quantmod pcomp dep
    acomp""".split()
)
_SHARED: Final = frozenset(("xcomp", "advcl", "conj", "acl", "pcomp", "ccomp", "relcl"))
# "Despite the war in X", "in view of the war in X"
_GROUNDS: Final = frozenset(
    "despite because with without after before from against amid like about".split()
)
_GROUND_NOUNS: Final = frozenset("view light spite face wake terms".split())
# What follows is set against the figure: "15% fewer than in 2020".
_COMPARING: Final = frozenset("than versus compared unlike".split())
_CLAUSE_MARKS: Final = frozenset(';:()—–"“”')
_REACH = 12

# How closely a place or date hangs on a figure.
_OWN, _VERB, _ARGUMENT, _OUTER = range(4)
_NAMES: Final = ("its own phrase", "its verb", "its verb's subject or object", "the outer clause")


class Tie(NamedTuple):
    """How closely a node of the parse belongs to a figure."""

    rank: int
    order: int
    where: str = ""
    """Where a phrase must stand to be shared over clauses: "before" or "after" the figure's own
    clause, or "front" of the sentence."""


class TieReader:
    """Finds what else of a sentence belongs to its figures."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.children = doc.children
        self.datelines = dateline_tokens(doc)
        self.screen = DateScreen(doc)
        self.blocked: frozenset[int] = frozenset()
        """Tokens of the sentence's numbers: what hangs on another number is not shared."""
        self.begin = 0
        """First token of the sentence."""

    # The clause

    def nodes(self, context: Context) -> dict[int, Tie]:
        """Return the tokens that a place or date of the figure may hang on, with their rank."""
        tokens = self.tokens
        nodes: dict[int, Tie] = {}
        for order, node in enumerate(context.path):
            nodes.setdefault(node, Tie(_OWN, order))
        for node in range(context.first, min(context.last, len(tokens))):
            nodes.setdefault(node, Tie(_OWN, 0))
        verb = context.verb
        if verb is not None:
            nodes.setdefault(verb, Tie(_VERB, 0))
            if self._is_where(verb):
                nodes.setdefault(tokens.head[verb], Tie(_VERB, 1))
            for child in self.children[verb]:
                if tokens.dep[child] in (*SUBJECTS, "dobj", "attr"):
                    reports = tokens.text[verb].lower() in REPORTING
                    if not (reports and tokens.dep[child] in SUBJECTS):
                        nodes.setdefault(child, Tie(_ARGUMENT, 0))
                elif tokens.dep[child] == "agent":
                    for below in self.children[child]:
                        nodes.setdefault(below, Tie(_ARGUMENT, 2))
                elif tokens.dep[child] == "conj" and not self._stands_alone(verb, child):
                    # "killed 3 and wounded 12 in Cairo"
                    nodes.setdefault(child, Tie(_OUTER, 9, "after"))
            self._add_outer(nodes, verb)
        for node in context.path[:2]:
            for child in self.children[node]:
                if tokens.dep[child] == "conj" and child not in self.blocked:
                    nodes.setdefault(child, Tie(_OUTER, 8, "after"))
                elif tokens.dep[child] in ("acl", "relcl"):
                    # "30 people killed in Lima": what is told of the noun itself.
                    nodes.setdefault(child, Tie(_ARGUMENT, 1))
        return nodes

    def _is_where(self, verb: int) -> bool:
        """Tell whether the clause tells what happened at the noun or time before it."""
        tokens = self.tokens
        return tokens.dep[verb] == "relcl" and any(
            tokens.text[child].lower() in ("where", "when") for child in self.children[verb]
        )

    def _stands_alone(self, verb: int, other: int) -> bool:
        """Tell whether a joined verb has subject and form of its own: "3 fell and he left"."""
        own = {self.tokens.dep[child] for child in self.children[other]}
        helped = {self.tokens.dep[child] for child in self.children[verb]}
        lacks_helper = "auxpass" in helped and "auxpass" not in own
        return not own.isdisjoint(SUBJECTS) and not lacks_helper

    def _add_outer(self, nodes: dict[int, Tie], verb: int) -> None:
        tokens = self.tokens
        node = verb
        for order in range(4):
            above, dep = tokens.head[node], tokens.dep[node]
            if above == node or dep not in _SHARED:
                return
            if dep == "acl" and tokens.tag[node] != "VBG":
                return
            if dep == "pcomp":
                above = tokens.head[above]
                if tokens.tag[above] == "JJ":  # "guilty of taking"
                    above = tokens.head[above]
            if dep == "relcl":
                above = self._clause_of(above)
            told = dep == "ccomp" and tokens.text[above].lower() in REPORTING
            where = "front" if told or dep == "relcl" else "before" if dep == "conj" else ""
            nodes.setdefault(above, Tie(_OUTER, order, where))
            if where == "front" or not tokens.tag[above].startswith("VB"):
                return
            node = above

    def _clause_of(self, node: int) -> int:
        """Return the verb of the clause that a noun stands in, or the noun's topmost head."""
        tokens = self.tokens
        for _ in range(_REACH):
            if tokens.tag[node].startswith("VB") or tokens.head[node] == node:
                break
            node = tokens.head[node]
        return node

    # Places and dates

    def _attachment(
        self, start: int, end: int, nodes: dict[int, Tie]
    ) -> tuple[int, str, int] | None:
        """Return the node that a phrase hangs on, the preposition that leads it and its token.

        None when it hangs in another clause, or on another number.
        """
        tokens = self.tokens
        inside = self.doc.tokens_in(start, end)
        if not inside:
            return None
        node = next(
            (one for one in inside if tokens.head[one] not in inside or tokens.head[one] == one),
            inside.start,
        )
        led, leading, first, strays = "", -1, True, False
        for _ in range(_REACH):
            if node in nodes and (node not in inside or nodes[node].rank == _VERB):
                # "In view of the war in X" tells neither where nor when the clause happened.
                return None if strays and nodes[node].rank != _OWN else (node, led, leading)
            dep, above = tokens.dep[node], tokens.head[node]
            if above == node:
                return None
            strays = strays or (bool(led) and self._is_ground(node))
            if dep in ("prep", "prt") and not led:
                if tokens.text[node].lower() == "of" and tokens.text[above].lower() in _PARTS:
                    node = above
                    first = False
                    continue
                led, leading = tokens.text[node].lower(), node
            if tokens.text[node].lower() in _COMPARING:
                return None
            joined = dep == "conj" and ((first and not led) or tokens.tag[node] == "IN")
            passes = dep in _UPWARD or joined
            if not passes or (above in self.blocked and above not in nodes):
                return None
            first = first and dep in _INSIDE_PHRASE
            node = above
        return None

    def _is_ground(self, node: int) -> bool:
        """Tell whether a word leads to why or after what something happened, not to where."""
        word, dep = self.tokens.text[node].lower(), self.tokens.dep[node]
        return word in (_GROUNDS if dep == "prep" else _GROUND_NOUNS)

    def date(
        self, figure: Figure, context: Context, dates: Sequence[DateSpan]
    ) -> tuple[DateSpan | None, str]:
        """Return the date that a figure is told of, and how that is known."""
        dates = [date for date in dates if not self.screen.names_thing(date)]
        dates = self.screen.of_its_event(dates, context)
        if not dates:
            return None, ""
        nodes: dict[int, Tie] | None = None
        best: tuple[Tie, int, DateSpan] | None = None
        for date in dates:
            if (
                date.char_start < figure.number_char_end
                and figure.number_char_start < date.char_end
            ):
                figure.is_date_part = True
                return date, f"date:{self._said(date)} (holds the number)"
            bracketed = figure.char_start - 2 <= date.char_end <= figure.char_start
            if bracketed and self.text[figure.char_start - 1] == "(":
                return date, f"date:{self._said(date)} (stands before the bracket)"
            nodes = self.nodes(context) if nodes is None else nodes
            hung = self._attachment(date.char_start, date.char_end, nodes)
            if hung is None or self._is_dateline(date) or self._is_another_s(date, context):
                continue
            tie = nodes[hung[0]]
            if not self._is_shared(tie, hung[0], date.char_start, figure):
                continue
            if tie.rank == _ARGUMENT and figure.change is None and self._is_name(date, hung):
                continue  # "the 2005 book drew 40 readers" says when the book came out
            if hung[1] == "from" and figure.change is not None and not self.screen.is_span(date):
                continue  # "up 5% from a year ago" is told of now
            if self.screen.is_base(date, hung[2], figure):
                continue
            found = (tie, _distance(figure, date), date)
            if best is None or found[:2] < best[:2]:
                best = found
        if best is not None:
            return best[2], f"date:{self._said(best[2])} (hangs on {_NAMES[best[0].rank]})"
        near = min(dates, key=lambda date: _distance(figure, date))
        if not self._is_dateline(near) and self._is_same_stretch(figure, near):
            return near, f"date:{self._said(near)} (stands beside it)"
        return None, f"date:none, {self._said(near)} hangs on other words"

    def place(
        self, figure: Figure, context: Context, places: Sequence[Mention]
    ) -> tuple[Mention | None, list[Mention], str]:
        """Return the place a figure is told of, all places that tell it, and how it is known."""
        tied: list[tuple[Tie, int, Mention, str]] = []
        nodes = self.nodes(context)
        for place in places:
            hung = self._attachment(place.char_start, place.char_end, nodes)
            if hung is None or self._is_dateline(place):
                continue
            node, led, leading = hung
            tie = nodes[node]
            where = tie == Tie(_VERB, 1) and not led
            if led not in _LOCATIVE and not where:
                continue
            if not self._is_shared(tie, node, place.char_start, figure):
                continue
            begin = place.char_start if where else self.tokens.start[leading]
            words = self.text[begin : place.char_end] + " where" * where
            tied.append((tie, _distance(figure, place), place, " ".join(words.split())))
        if not tied:
            return None, [], ""
        tied.sort(key=lambda one: one[:2])
        tie, _, place, words = tied[0]
        told = [one[2] for one in tied if one[0].rank == tie.rank]
        return place, told, f"place:{words} (hangs on {_NAMES[tie.rank]})"

    def _is_shared(self, tie: Tie, node: int, start: int, figure: Figure) -> bool:
        """Tell whether what stands at `start` on another clause's node is the figure's too.

        What opens a list of clauses is shared by all, and so is what ends it; the place of a
        report is that of its facts only when the sentence opens with it.
        """
        if tie.where == "after":
            return start > figure.char_start
        if tie.where == "before":
            return start < self.tokens.start[node] and start < figure.char_start
        if tie.where == "front":
            opening = self.doc.tokens_in(self.tokens.start[self.begin], start)
            return len(opening) <= 3 and all(
                self.tokens.tag[index] in ("IN", "DT", "JJ", "RB") for index in opening
            )
        return True

    def _is_name(self, date: DateSpan, hung: tuple[int, str, int]) -> bool:
        """Tell whether a date stands before a noun without a preposition, to tell which it is."""
        if hung[1]:
            return False
        inside = self.doc.tokens_in(date.char_start, date.char_end)
        deps = {self.tokens.dep[index] for index in inside}
        return inside.stop <= hung[0] and "poss" not in deps

    def _is_another_s(self, date: DateSpan, context: Context) -> bool:
        """Tell whether a date follows another number at once: "to 40 from 38 the day before"."""
        before = self.doc.tokens_in(date.char_start, date.char_end).start - 1
        while before > self.begin and self.tokens.tag[before] == "DT":
            before -= 1
        return before in self.blocked and not context.first <= before < context.last

    def _is_dateline(self, span: DateSpan | Mention) -> bool:
        """Tell whether a date or place stands in the line that opens a report: "OSLO, May 3 - "."""
        inside = self.doc.tokens_in(span.char_start, span.char_end)
        return bool(inside) and inside.start in self.datelines

    def _said(self, date: DateSpan) -> str:
        return f"'{' '.join(self.text[date.char_start : date.char_end].split())}'"

    def _is_same_stretch(self, figure: Figure, date: DateSpan) -> bool:
        """Tell whether no verb, no mark and no other number stands between figure and date."""
        tokens = self.tokens
        leading = self.doc.tokens_in(date.char_start, date.char_end).start - 1
        while leading > self.begin and tokens.tag[leading] == "DT":
            leading -= 1
        if leading >= self.begin:
            word = tokens.text[leading].lower()
            if word in ("from", "than") or self.screen.is_base(date, leading, figure):
                return False
        low = min(figure.char_end, date.char_end)
        high = max(figure.char_start, date.char_start)
        between = self.doc.tokens_in(low, high)
        if len(between) > 8:
            return False
        for index in between:
            if tokens.tag[index].startswith(("VB", "MD", "W")) or index in self.blocked:
                return False
            if tokens.text[index] in _CLAUSE_MARKS or tokens.text[index] == ",":
                return False
            if tokens.dep[index] == "mark" or tokens.text[index].lower() in _COMPARING:
                return False
        return True


def _distance(figure: Figure, other: DateSpan | Mention) -> int:
    return max(other.char_start - figure.char_end, figure.char_start - other.char_end)
