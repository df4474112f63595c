"""Pieces: drafts put among the sentence's tokens, with the noun each counts and its bound."""

import itertools
import re

from pipeline.document import AnalysedDocument, Sentence
from pipeline.extract.figures.counted.ages import GROUP, AgeReader
from pipeline.extract.figures.counted.nouns import NounPhrase, noun_after
from pipeline.extract.figures.counted.piece import Piece, spans_of
from pipeline.extract.figures.quantities.comparators import (
    Cue,
    comparator_after,
    comparator_before,
    comparator_inside,
)
from pipeline.extract.figures.quantities.drafts import Draft
from pipeline.extract.figures.units.money import Purse
from pipeline.extract.figures.units.units import WORDS, YEAR_OF_AGE
from pipeline.extract.nouns import singular

# "For over ten years", "took over an hour": what follows these is a quantity.
_BEFORE_A_BOUND = frozenset(
    """for in after within of to by at took take takes lasted last is are was were be been being
    has had have 's ’s a an the its his her their""".split()
)
_PLURAL_AS_IS = frozenset(("people", "police", "aircraft", "sheep", "cattle", "staff"))
_QUAKES = frozenset(("earthquake", "quake", "tremor", "temblor", "aftershock", "foreshock"))
_COUNTED_TIME = re.compile(
    r" (?:ago|old|earlier|later|before|after|longer|more|less|of|and (?:two|a half))\b"
)


def _is_preposition(text: str, cue: Cue | None) -> bool:
    """Before "one of" these words say where or of what: "furious about one of the cuts"."""
    return cue is not None and text[cue.start : cue.end].lower() in (
        "about", "around", "near", "over", "under", "above", "below",
    )  # fmt: skip


class PieceMaker:
    """Puts the drafts of one document's sentences among their tokens."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.spans: dict[int, int] = {}
        self.purse = Purse(doc)
        self.ages = AgeReader(doc)

    def pieces(self, drafts: list[Draft], sentence: Sentence) -> list[Piece]:
        """Return the drafts with the nouns they count and the words that bound them."""
        pieces = [self._place(draft, sentence) for draft in drafts]
        self.spans = spans_of(pieces)
        for piece in pieces:
            self._complete(piece, sentence)
        for left, right in itertools.pairwise(pieces):
            self._pair(left, right)
        self._drop_signs(pieces)
        return pieces

    def _pair(self, left: Piece, right: Piece) -> None:
        """Share what two numbers side by side are given once: "aged 7 and 10", "52 to 48%"."""
        gap = self.text[left.draft.end : right.draft.start]
        bare, unit = right.draft, left.draft.unit
        if gap == " to " and right.draft.unit is not None and right.draft.unit.kind == "percent":
            bare, unit = left.draft, right.draft.unit
        elif gap not in (" and ", ", ", " or ", ", and ") or unit is not YEAR_OF_AGE:
            return
        piece = left if bare is left.draft else right
        alike = left.draft.numeral.is_digits == right.draft.numeral.is_digits
        if bare.unit is None and piece.noun is None and alike and not bare.is_range:
            bare.unit, bare.is_elided = unit, True
            bare.steps.append("elided:from the number beside it")

    def _drop_signs(self, pieces: list[Piece]) -> None:
        """A currency code before a number is no noun: "a fifth of the EUR 90 million"."""
        signs = {
            index
            for piece in pieces
            if piece.draft.start < piece.draft.number_start
            for index in self.doc.tokens_in(piece.draft.start, piece.draft.number_start)
        }
        for piece in pieces:
            noun = piece.noun
            named = noun is not None and any(mark.isalnum() for mark in noun.text)
            if noun is not None and (noun.head in signs or not named):
                piece.noun = None

    def _place(self, draft: Draft, sentence: Sentence) -> Piece:
        self._resolve_money(draft)
        inside = self.doc.tokens_in(draft.number_start, draft.number_end)
        first = inside.start
        after = self.doc.tokens_in(draft.end, sentence.char_end).start
        after = min(max(after, first), sentence.token_end)
        if after < sentence.token_end and self.tokens.start[after] < draft.end:
            # The token goes on behind the number: only a mark ("four-,") is left behind.
            rest = self.text[draft.end : self.tokens.end[after]]
            after += not any(mark.isalnum() for mark in rest)
        return Piece(draft, first, after)

    def _resolve_money(self, draft: Draft) -> None:
        if draft.unit is None or not draft.is_currency:
            return
        own = self.purse.resolve(draft.unit, self.text[draft.start : draft.end])
        if own is not None:
            draft.unit = own[0]
            draft.steps.append(own[1])

    def _complete(self, piece: Piece, sentence: Sentence) -> None:
        draft, first, after = piece.draft, piece.first, piece.after
        limit = sentence.char_start
        piece.cue = comparator_before(self.text, draft.start, limit)
        one_of = draft.numeral.words == "one" and self.text.startswith(" of ", draft.end)
        if self._over_a_time(piece) or (one_of and _is_preposition(self.text, piece.cue)):
            piece.cue = None
        if piece.cue is None or piece.cue.comparator == "approx":
            # "About 500 or more" is bounded, not only near.
            late = comparator_after(self.text, draft.number_end, sentence.char_end)
            if late is None and draft.end > draft.number_end:
                late = comparator_after(self.text, draft.end, sentence.char_end)
            late = late or comparator_inside(self.text, draft.number_start, draft.number_end)
            if late is not None and (piece.cue is None or late.comparator != "approx"):
                piece.cue, piece.late_cue = late, True
        if draft.unit is None:
            several = draft.value is None or abs(draft.value) != 1
            share = draft.numeral.kind == "fraction" or draft.is_multiple
            piece.noun = noun_after(
                self.doc,
                after,
                sentence.token_end,
                self.spans,
                number=first,
                plural=several,
                share=share and not draft.numeral.is_digits,
            )
            if piece.noun is not None and self._is_cut(piece.noun, sentence):
                piece.noun = None
            self._noun_is_unit(piece)
            self._magnitude(piece, sentence)
        elif self.text[draft.end : draft.end + 4].lower() == " of " or draft.unit.kind == "ratio":
            piece.noun = noun_after(self.doc, after, sentence.token_end, self.spans, share=True)
        rule = self.ages.rule(piece, sentence)
        if rule is not None:
            draft.unit, draft.rule = YEAR_OF_AGE, rule
            draft.steps.append(rule)
            piece.noun = None if rule == GROUP else piece.noun
        if piece.late_cue and piece.cue is not None and draft.unit is None and piece.noun is None:
            beyond = self.doc.tokens_in(piece.cue.end, sentence.char_end).start
            piece.noun = noun_after(self.doc, beyond, sentence.token_end, self.spans)

    def _is_cut(self, noun: NounPhrase, sentence: Sentence) -> bool:
        """Tell whether a text breaks off inside a word, which is then no noun: "300 wor..."."""
        rest = self.text[self.tokens.end[noun.last] : sentence.char_end].rstrip()
        word = self.tokens.text[noun.head].lower()
        # What is left of a word may be tagged a plural without being one: "1,250 sol...".
        is_whole = noun.is_plural and (singular(word) != word or word in _PLURAL_AS_IS)
        return sentence.is_truncated and not is_whole and rest in ("...", "…")

    def _magnitude(self, piece: Piece, sentence: Sentence) -> None:
        """A "magnitude 6.4 quake" or "a 6.4 quake" has a magnitude; no quakes are counted."""
        noun = piece.noun
        one = noun is not None and not noun.is_plural and noun.lemma.lower() in _QUAKES
        if one and piece.draft.numeral.decimals:
            piece.noun = None
            piece.draft.steps.append("noun:none, a magnitude")
        before = piece.first - 1
        named = before >= sentence.token_start and piece.draft.numeral.is_digits
        if named and self.tokens.text[before].lower() == "magnitude":
            word = self.tokens.text[before]
            piece.noun = NounPhrase(before, before, word, word.lower())

    def _over_a_time(self, piece: Piece) -> bool:
        """The word "over" names the time something takes: "over two years, it will cost ...".

        The parser then makes it a preposition, and a modifier of the number where it compares.
        """
        cue, unit = piece.cue, piece.draft.unit
        if cue is None or unit is None or unit.kind != "duration":
            return False
        if _COUNTED_TIME.match(self.text, piece.draft.end):
            return False
        index = self.doc.token_at(cue.start)
        tokens = self.tokens
        return (
            index is not None
            and self.text[cue.start : cue.end].lower() == "over"
            and (tokens.dep[index] == "prep" or self._after_noun(index))
            and (index == 0 or tokens.text[index - 1].lower() not in _BEFORE_A_BOUND)
        )

    def _after_noun(self, index: int) -> bool:
        """What took the time stands before it: "lost 8 kg on average over 12 weeks"."""
        return index > 0 and self.tokens.tag[index - 1] in ("NN", "NNS", "NNP", "JJ")

    def _noun_is_unit(self, piece: Piece) -> None:
        """A unit behind an adjective or "of" is still one: "50 previous years", "of dollars"."""
        noun, draft = piece.noun, piece.draft
        if noun is None or draft.rule == "share" or draft.numeral.kind == "fraction":
            return
        if noun.is_partitive and draft.numeral.scale < 1000 and draft.numeral.kind != "magnitude":
            return
        unit = WORDS.get(self.tokens.text[noun.head].lower())
        plain = all(self.tokens.tag[index][0] in "JVRH" for index in range(noun.first, noun.head))
        if unit is None or unit.kind == "ratio" or not plain or piece.draft.is_hyphenated:
            return
        if unit.name in ("second", "quarter", "cup", "stone", "time"):
            return
        draft.unit = unit
        draft.end = self.tokens.end[noun.head]
        draft.steps.append(f"unit:{unit.name} (behind modifiers)")
        self._resolve_money(draft)
        piece.after = noun.head + 1
        piece.noun = None
