"""Lending: the unit or noun that a bare number shares with the figure it is set beside."""

import re
from typing import Final

from pipeline.document import AnalysedDocument, PassedOver, Sentence
from pipeline.extract.figures.counted.elided import Elided
from pipeline.extract.figures.counted.nouns import NounPhrase, noun_after
from pipeline.extract.figures.counted.piece import Piece, spans_of
from pipeline.extract.figures.quantities.comparators import Cue
from pipeline.extract.figures.quantities.drafts import Draft
from pipeline.extract.figures.units.rates import rate_after
from pipeline.extract.nouns import singular
from schemas.figures import FigureReject

_PARALLEL_BEFORE: Final = frozenset(
    """with from compared versus vs vs. including against and or but than while to by at is was of
    nor 's ’s""".split()
)
_LISTED: Final = frozenset((" and ", " or ", " and even ", " or even ", " and then "))
_DOUBLED: Final = frozenset((" and ", " or ", " if not ", " or even ", " or maybe ", " and even "))
_MOVED: Final = frozenset((" up ", " down ", ", up ", ", down "))
# "45 percent for one, 30 for another": what is told of each, and what stands between.
_FRAMES: Final = frozenset(("for", "in", "from", "against", "among", "on"))
_FRAME_MARKS: Final = frozenset((",", ";", "and", "but"))
_FRAME_REACH: Final = 8
# "Six of about 30 wells", "twelve of the port's roughly 90 boats"
_OF_A_WHOLE = re.compile(
    r" of (?:(?:the|its|his|her|their|our|my|your|these|those|all|all the) )?"
    r"(?:(?:[\w-]+ ){0,3}[\w-]+(?:['’]s|s['’]) )?"
    r"(?:(?:an? estimated|estimated|about|around|roughly|some|nearly|almost|approximately|"
    r"more than|over|at least|just over|fewer than) )?",
    re.IGNORECASE,
)
_OPEN_COMPOUND = re.compile(r"[-‑],? ?(?:and |or |to )?")


def _form(draft: Draft) -> tuple[bool, bool, int]:
    """How a number is written: in digits, in groups, with how many decimals."""
    return draft.numeral.is_digits, draft.numeral.is_grouped, draft.numeral.decimals


class Lender:
    """Settles what the pieces of one sentence share."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.elided = Elided(doc)

    def settle(
        self, pieces: list[Piece], sentence: Sentence, rejects: list[PassedOver]
    ) -> list[Piece]:
        """Return the pieces that stand, each with the unit or noun its neighbours lend it."""
        for index, piece in enumerate(pieces):
            before = self.text[piece.draft.start - 1 : piece.draft.start]
            piece.in_parentheses = before == "(" or (
                index > 0
                and pieces[index - 1].in_parentheses
                and ")" not in self.text[pieces[index - 1].draft.end : piece.draft.start]
            )
            if index > 0 and piece.in_parentheses:
                self._equivalent(pieces[index - 1], piece, sentence)
        # From the right, so that "two, three and four doors" lends through the middle one.
        for index in range(len(pieces) - 1, -1, -1):
            if pieces[index].draft.unit is None and pieces[index].noun is None:
                self._lend_back(pieces, index)
        for index, piece in enumerate(pieces):
            if piece.draft.unit is None and piece.noun is None:
                self._lend(pieces, index, sentence)
            else:
                self.elided.verbless(pieces, index)
        spans = spans_of(pieces)
        for piece in pieces:
            if piece.draft.unit is None and piece.noun is None:
                self.elided.fill(piece, spans, sentence)
        kept: list[Piece] = []
        for piece in pieces:
            reason = self._doubt(piece)
            if reason is None:
                kept.append(piece)
            else:
                start, end = piece.draft.number_start, piece.draft.number_end
                rejects.append(PassedOver(reason[0].value, start, end, reason[1]))
        return kept

    def _equivalent(self, left: Piece, right: Piece, sentence: Sentence) -> None:
        """The same quantity in another unit keeps the bound: "over 100 km (60 miles)"."""
        if left.draft.unit is None or right.draft.unit is None or left.draft.is_range:
            return
        gap = self.text[left.draft.end : right.draft.start]
        same = left.draft.unit.kind == right.draft.unit.kind
        if gap.strip(" (/") != "" or not same or right.draft.unit.kind == "percent":
            return
        right.twin = left.twin or left
        if left.cue is not None and right.cue is None and not left.late_cue:
            right.cue = Cue(left.cue.comparator, left.cue.start, left.cue.end, left.cue.step)
        close = right.draft.end
        if self.text[close : close + 1] != ")":
            return
        rate = rate_after(self.text, close + 1, sentence.char_end)
        if rate is not None and left.draft.unit.rate is None:
            for draft in (right.twin.draft, right.draft):
                if draft.unit is not None:
                    draft.unit = draft.unit.per(rate[0])
                    draft.steps.append(f"rate:per {rate[0]}, after the bracket")
        elif self.text[close + 1 : close + 5] == " of " and left.noun is None:
            beyond = self.doc.tokens_in(close + 1, sentence.char_end).start
            noun = noun_after(self.doc, beyond, sentence.token_end, spans_of([left, right]))
            right.twin.noun = right.noun = noun

    def _lend_back(self, pieces: list[Piece], index: int) -> None:
        """Give a bare number the unit or noun of the figure that follows in its list."""
        piece = pieces[index]
        draft, text = piece.draft, self.text
        if draft.numeral.kind == "magnitude" and index + 1 < len(pieces):
            # "dozens and dozens of stories", "hundreds if not thousands of them"
            following = pieces[index + 1]
            doubled = text[draft.end : following.draft.start].lower() in _DOUBLED
            if doubled and following.draft.numeral.kind == "magnitude":
                self._take(piece, following, "elided:from the next figure")
            return
        if draft.numeral.kind not in ("cardinal", "fraction") or draft.is_share:
            return
        # "four-, five- and six-cylinder engines"; "40 million of the 90 million euros".
        if index + 1 < len(pieces):
            following = pieces[index + 1]
            gap = text[draft.end : following.draft.start]
            hyphen = gap[:1] == "-" and _OPEN_COMPOUND.fullmatch(gap) is not None
            same_form = draft.numeral.is_digits == following.draft.numeral.is_digits
            listed = gap.lower() in _LISTED and same_form
            if listed and following.draft.is_currency and following.draft.has_sign:
                listed = False
            if listed and (following.draft.unit is not None or following.noun is not None):
                self._take(piece, following, "elided:from the next figure")
                return
            level = gap.lower() in _MOVED and not (
                following.draft.unit is not None and following.draft.unit.kind == "percent"
            )
            reached = gap == " to " and text.endswith(" by ", 0, draft.start)
            if hyphen or level or reached or _OF_A_WHOLE.fullmatch(gap):
                self._take(piece, following, "elided:from the next figure")

    def _lend(self, pieces: list[Piece], index: int, sentence: Sentence) -> None:
        """Give a bare number the unit or noun of the figure it is set beside."""
        piece = pieces[index]
        draft = piece.draft
        if draft.numeral.kind not in ("cardinal", "fraction"):
            return
        # "a pick or two"
        if piece.first - 2 >= sentence.token_start and draft.numeral.words == "two":
            noun = piece.first - 2
            if self.tokens.text[piece.first - 1].lower() == "or" and self.tokens.tag[noun] == "NN":
                word = self.tokens.text[noun]
                piece.noun = NounPhrase(noun, noun, word, singular(word))
                draft.steps.append("noun:before")
                return
        model = self.elided.verbless(pieces, index)
        if model is None and draft.rule == "cardinal:gapped" and index > 0:
            model = pieces[index - 1]
        if model is None and index > 0 and self._in_frame(pieces[index - 1], piece):
            self._take(piece, pieces[index - 1], "elided:told alike of another")
            return
        if model is not None:
            # "Poland took 300 refugees, Romania 140"
            self._take(piece, model, "elided:a name without its verb")
            return
        previous_word = self._word_before(piece, sentence)
        if previous_word not in _PARALLEL_BEFORE:
            return
        candidates = [
            earlier
            for earlier in reversed(pieces[:index])
            if (piece.in_parentheses or not earlier.in_parentheses)
            and self._parallel(earlier, piece, previous_word)
        ]
        if candidates:
            # A number written alike goes before one that is only nearer.
            alike = [one for one in candidates if _form(one.draft) == _form(draft)]
            self._take(piece, (alike or candidates)[0], "elided:from the figure before")

    def _in_frame(self, earlier: Piece, piece: Piece) -> bool:
        """One list tells the same of several: "45 percent for Silva, 30 for Prado"."""
        if _form(earlier.draft) != _form(piece.draft):
            return False
        tokens = self.tokens
        noun = None if earlier.draft.is_elided else earlier.noun
        after = earlier.after if noun is None else max(earlier.after, noun.last + 1)
        if max(after, piece.after) >= len(tokens) or not 1 < piece.first - after <= _FRAME_REACH:
            return False
        word = tokens.text[after].lower()
        listed = tokens.text[piece.first - 1].lower() in _FRAME_MARKS
        return listed and word in _FRAMES and tokens.text[piece.after].lower() == word

    def _word_before(self, piece: Piece, sentence: Sentence) -> str:
        start = piece.draft.start if piece.cue is None or piece.late_cue else piece.cue.start
        tokens = self.doc.tokens_in(sentence.char_start, start)
        index = tokens.stop - 1
        if index < sentence.token_start:
            return ""
        word = self.tokens.text[index].lower()
        if word == "to" and index > sentence.token_start:
            before = self.tokens.text[index - 1].lower()
            return before if before == "compared" else word
        return word

    def _parallel(self, earlier: Piece, piece: Piece, word: str) -> bool:
        left, right = earlier.draft, piece.draft
        if earlier.draft.rule == "range" or left.is_elided:
            return False
        same_form = (
            left.numeral.decimals == right.numeral.decimals
            and left.numeral.is_digits == right.numeral.is_digits
        )
        kind = "count" if left.unit is None else left.unit.kind
        if left.unit is None and earlier.noun is None:
            return False
        if kind in ("age", "ratio") or left.numeral.kind != "cardinal":
            return False
        if word in ("to", "at"):
            level = kind == "currency" or (
                kind == "count" and earlier.noun is not None and earlier.noun.lemma == "point"
            )
            return level and same_form and left.numeral.decimals > 0
        if word in ("is", "was", "of"):
            return kind == "currency" and same_form and left.numeral.decimals > 0
        if word in ("'s", "’s"):
            # "12 embassies to Ghana's 9"
            return same_form
        if word in ("with", "from", "versus", "vs", "vs.", "against", "than"):
            return same_form
        if word == "by":
            return kind == "percent"
        if word == "compared":
            return same_form
        if word == "including":
            return kind == "count" and not right.is_hyphenated
        if kind == "count":
            comparable = left.numeral.is_digits and right.numeral.is_digits
            return comparable and not piece.draft.is_hyphenated and word == "and"
        if kind == "duration":
            return False
        return same_form and left.numeral.is_grouped == right.numeral.is_grouped

    def _take(self, piece: Piece, source: Piece, step: str) -> None:
        if source.draft.unit is not None:
            piece.draft.unit = source.draft.unit
        elif source.noun is not None:
            piece.noun = source.noun
        else:
            return
        piece.draft.is_elided = True
        piece.draft.steps.append(step)

    def _doubt(self, piece: Piece) -> tuple[FigureReject, str] | None:
        """Return why a number with neither unit nor noun is no figure after all."""
        draft = piece.draft
        numeral = draft.numeral
        if draft.unit is not None or piece.noun is not None or draft.is_range or draft.is_share:
            return None
        if numeral.kind == "cardinal" and not numeral.is_digits and draft.value == 1:
            return FigureReject.PRONOUN, "one:alone"
        word = self.tokens.text[piece.first - 1].lower() if piece.first > 0 else ""
        few = not numeral.is_digits and numeral.kind == "cardinal" and (numeral.value or 99) <= 12
        if few and word in ("the", "these", "those"):
            return FigureReject.PRONOUN, "pronoun:the-two"
        return None
