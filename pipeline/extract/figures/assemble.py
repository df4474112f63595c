"""Assembly: from a draft to a figure, with noun, comparator, change, context and entities."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.document import AnalysedDocument, PassedOver, Sentence
from pipeline.extract.figures.comparators import (
    Cue,
    change_of,
    comparator_after,
    comparator_before,
)
from pipeline.extract.figures.context import Context, ContextReader
from pipeline.extract.figures.drafts import Draft
from pipeline.extract.figures.figure import Figure, FigureEntity
from pipeline.extract.figures.money import dollar_of
from pipeline.extract.figures.nouns import NounPhrase, noun_after, singular
from pipeline.extract.figures.units import DOLLAR, WORDS, YEAR_OF_AGE, in_base_units, rate_after
from schemas.figures import FigureReject

if TYPE_CHECKING:
    from pipeline.extract.figures.figures import DateSpan, Mention

_AGE_BEFORE = re.compile(
    r"\b(?:aged|ages|age|age of|ages of|aged between|turned|turns|turning|the age of)[ ]$", re.I
)
_AGE_AFTER = re.compile(r"(?:,? or| and)[ -](?:older|younger)\b")
_AGE_GROUP = re.compile(
    r"\b(?:people|voters|those|adults|women|men|children|citizens|patients|anyone|everyone|"
    r"residents|americans|workers|persons|youths?)(?: aged)? (?:over|under|above|below) $",
    re.I,
)
_AGE_SUBJECT = re.compile(r"\b(?:he|she|I)(?: is| am|['’]m| was|'s|’s|'ll be| will be| turned| turns| would be| had been| is now| is only| is just)[ ](?:now |only |just )?$", re.I)
_PARALLEL_BEFORE: Final = frozenset(
    "with from compared versus vs vs. against and or but than while to by at is was of nor".split()
)
_IN_PLACE: Final = frozenset("in at near across throughout around outside inside within from".split())
_LISTED: Final = frozenset((" and ", " or ", " and even ", " or even ", " and then "))
_MOVED: Final = frozenset((" up ", " down ", ", up ", ", down "))
_OPEN_COMPOUND = re.compile(r"[-‑],? ?(?:and |or |to )?")


def _form(draft: Draft) -> tuple[bool, bool, int]:
    """How a number is written: in digits, in groups, with how many decimals."""
    return draft.numeral.is_digits, draft.numeral.is_grouped, draft.numeral.decimals


@dataclass(slots=True)
class Piece:
    """A draft with its tokens and noun."""

    draft: Draft
    first: int
    """Token index of the number's first token."""
    after: int
    """Token index of the first token after number and unit."""
    noun: NounPhrase | None = None
    cue: Cue | None = None
    late_cue: bool = False
    in_parentheses: bool = False
    twin: "Piece | None" = None
    """The figure that this one repeats in another unit: "7 miles (11 km)"."""


class Assembler:
    """Makes figures of one document's drafts."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.reader = ContextReader(doc)
        self.spans: dict[int, int] = {}
        self.dollar: tuple[str, str] | None = None

    def pieces(self, drafts: list[Draft], sentence: Sentence) -> list[Piece]:
        """Return the drafts with the nouns they count and the words that bound them."""
        pieces = [self._place(draft, sentence) for draft in drafts]
        self.spans = {piece.first: piece.after for piece in pieces}
        self.reader.blocked = frozenset(
            index for piece in pieces for index in range(piece.first, piece.after)
        )
        for piece in pieces:
            self._complete(piece, sentence)
        return pieces

    def _place(self, draft: Draft, sentence: Sentence) -> Piece:
        inside = self.doc.tokens_in(draft.number_start, draft.number_end)
        first = inside.start
        after = self.doc.tokens_in(draft.end, sentence.char_end).start
        after = min(max(after, first), sentence.token_end)
        if after < sentence.token_end and self.tokens.start[after] < draft.end:
            # The token goes on behind the number: only a mark ("four-,") is left behind.
            rest = self.text[draft.end : self.tokens.end[after]]
            after += not any(mark.isalnum() for mark in rest)
        return Piece(draft, first, after)

    def _complete(self, piece: Piece, sentence: Sentence) -> None:
        draft, first, after = piece.draft, piece.first, piece.after
        limit = sentence.char_start
        piece.cue = comparator_before(self.text, draft.start, limit)
        if piece.cue is None:
            piece.cue = comparator_after(self.text, draft.number_end, sentence.char_end)
            if piece.cue is None and draft.end > draft.number_end:
                piece.cue = comparator_after(self.text, draft.end, sentence.char_end)
            piece.late_cue = piece.cue is not None
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
            self._noun_is_unit(piece)
        elif self.text[draft.end : draft.end + 4].lower() == " of " or draft.unit.kind == "ratio":
            piece.noun = noun_after(self.doc, after, sentence.token_end, self.spans, share=True)
        self._age(piece, sentence)
        if piece.late_cue and piece.cue is not None and draft.unit is None and piece.noun is None:
            beyond = self.doc.tokens_in(piece.cue.end, sentence.char_end).start
            piece.noun = noun_after(self.doc, beyond, sentence.token_end, self.spans)

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
        piece.after = noun.head + 1
        piece.noun = None

    def _age(self, piece: Piece, sentence: Sentence) -> None:
        """Read a bare number as an age: "aged 40", "Maria Silva, 40, said", "he turned 40"."""
        draft = piece.draft
        if draft.unit is not None or draft.numeral.decimals > 1:
            return
        value = draft.high if draft.is_range else draft.value
        if value is None or not 0 < value < 125:
            return
        text, start, end = self.text, draft.start, draft.end
        before = text[max(sentence.char_start, start - 24) : start]
        early = before if piece.cue is None else text[
            max(sentence.char_start, piece.cue.start - 24) : piece.cue.start
        ]
        rule = ""
        if _AGE_BEFORE.search(before) or _AGE_BEFORE.search(early):
            rule = "age:word before"
        elif piece.noun is None and _AGE_AFTER.match(text, end, sentence.char_end):
            rule = "age:or older"
        elif piece.noun is None and _AGE_GROUP.search(before):
            rule = "age:people over"
        elif _AGE_SUBJECT.search(before) and not text[end : end + 2].strip(" ")[:1].isalpha():
            rule = "age:he is"
        elif _AGE_SUBJECT.search(before) and re.match(r" (?:by|when|in|and|at|on)\b", text[end : end + 8]):
            rule = "age:he is"
        elif re.search(r"life expectancy\b", text[max(sentence.char_start, start - 60) : start], re.I):
            rule = "age:life expectancy"
        elif draft.numeral.is_bare_integer and self._after_person(piece, before, sentence):
            rule = "age:after a person's name"
        if rule:
            draft.unit = YEAR_OF_AGE
            draft.steps.append(rule)
            draft.rule = rule

    def _after_person(self, piece: Piece, before: str, sentence: Sentence) -> bool:
        text, end = self.text, piece.draft.end
        comma = before.endswith(", ") and text[end : end + 1] in (",", ".", ";", ")")
        bracket = before.endswith("(") and text[end : end + 1] == ")"
        if not (comma or bracket) or (piece.draft.value or 0) < 1:
            return False
        name = piece.first - 2
        if name < sentence.token_start or self.tokens.tag[name] != "NNP":
            return False
        labels = {
            entity.label
            for entity in self.doc.model_entities
            if entity.token_start <= name < entity.token_end
        }
        if "PERSON" in labels:
            return True
        # The model takes many a surname for a place; "in Kyiv, 40, ..." has a preposition.
        begin = min(
            (e.token_start for e in self.doc.model_entities if e.token_start <= name < e.token_end),
            default=name,
        )
        after_preposition = begin > sentence.token_start and self.tokens.tag[begin - 1] == "IN"
        following = self.tokens.tag[piece.after + 1] if piece.after + 1 < len(self.tokens) else ""
        clause = following.startswith(("VB", "W", "MD", "DT")) or text[end : end + 1] != ","
        return comma and not labels & {"DATE", "CARDINAL"} and not after_preposition and clause

    # The sentence as a whole

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
        kept: list[Piece] = []
        for piece in pieces:
            reason = self._doubt(piece, sentence)
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
            noun = noun_after(self.doc, beyond, sentence.token_end, self.spans)
            right.twin.noun = right.noun = noun

    def _lend_back(self, pieces: list[Piece], index: int) -> None:
        """Give a bare number the unit or noun of the figure that follows in its list."""
        piece = pieces[index]
        draft, text = piece.draft, self.text
        if draft.numeral.kind not in ("cardinal", "fraction"):
            return
        # "four-, five- and six-cylinder engines"; "280 million of the 1.5 billion shekels".
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
            if hyphen or level or gap.lower() in (" of the ", " of its ", " of his ", " of their ", " of "):
                self._take(piece, following, "elided:from the next figure")

    def _lend(self, pieces: list[Piece], index: int, sentence: Sentence) -> None:
        """Give a bare number the unit or noun of the figure it is set beside."""
        piece = pieces[index]
        draft = piece.draft
        text = self.text
        if draft.numeral.kind not in ("cardinal", "fraction"):
            return
        # "a pick or two"
        if piece.first - 2 >= sentence.token_start and draft.numeral.words == "two":
            noun = piece.first - 2
            if (
                self.tokens.text[piece.first - 1].lower() == "or"
                and self.tokens.tag[noun] == "NN"
            ):
                word = self.tokens.text[noun]
                piece.noun = NounPhrase(noun, noun, word, singular(word))
                draft.steps.append("noun:before")
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
        if word in ("with", "from", "versus", "vs", "vs.", "against", "than"):
            return same_form
        if word == "by":
            return kind == "percent"
        if word == "compared":
            return same_form
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

    def _doubt(self, piece: Piece, sentence: Sentence) -> tuple[FigureReject, str] | None:
        """Return why a number with neither unit nor noun is no figure after all."""
        draft = piece.draft
        numeral = draft.numeral
        if draft.unit is not None or piece.noun is not None or draft.is_range:
            return None
        if numeral.kind == "cardinal" and not numeral.is_digits and numeral.value == 1:
            return FigureReject.PRONOUN, "one:alone"
        return None

    # The figure

    def figure(
        self,
        piece: Piece,
        sentence: Sentence,
        mentions: Sequence["Mention"],
        dates: Sequence["DateSpan"],
    ) -> tuple[Figure, list[FigureEntity]]:
        """Return the figure of a settled piece and its links to the sentence's mentions."""
        draft = piece.draft
        self._resolve_dollar(draft)
        self._resolve_point(piece)
        noun = piece.noun
        own_noun = noun if noun is not None and not draft.is_elided else None
        end = draft.end
        last = piece.after
        if own_noun is not None and own_noun.head >= piece.after:
            last = own_noun.head + 1
            end = max(end, self.tokens.end[own_noun.head])
        start = draft.start
        rate = draft.unit.rate if draft.unit else None
        if draft.unit is None and own_noun is not None:
            counted_rate = rate_after(self.text, end, sentence.char_end)
            if counted_rate is not None:
                rate, end = counted_rate
                draft.steps.append(f"rate:per {rate}")
        comparator = self._comparator(piece)
        if piece.cue is not None:
            near = not piece.late_cue and draft.start - piece.cue.end < 16
            start = piece.cue.start if near and piece.cue.start < start else start
            end = max(end, piece.cue.end) if piece.late_cue else end
        anchor = self._anchor(piece, own_noun)
        if piece.twin is not None:
            other = piece.twin.noun
            main = self._anchor(piece.twin, other)
            context = self._context(piece.twin, other, main, piece.twin.after)
        else:
            context = self._context(piece, own_noun, anchor, last)
        kind, code, name = self._unit(draft, noun)
        if kind == "count" and rate is not None:
            name = f"{name} per {rate}"
        counted = noun if kind not in ("none",) else None
        change = change_of(self.tokens, anchor, piece.first)
        low, high = self._bounds(draft, comparator)
        value = None if comparator in ("range", "magnitude") else draft.value
        base = None
        if draft.unit is not None and value is not None:
            base = in_base_units(draft.unit, value)
        steps = list(draft.steps)
        if piece.cue is not None:
            steps.append(piece.cue.step)
        if counted is not None:
            steps.append(f"noun:{counted.text}")
        if change is not None:
            steps.append(change[2])
        figure = Figure(
            char_start=start,
            char_end=end,
            rule_id=draft.rule,
            value=value,
            value_low=low,
            value_high=high,
            comparator=comparator,
            change=draft.change or (change[0] if change else None),
            change_basis=change[1] if change else None,
            unit_kind=kind,
            unit_code=code,
            unit_name=name,
            rate_name=rate,
            value_base=base[0] if base else None,
            base_unit_code=base[1] if base else None,
            counted_noun=counted.text if counted else None,
            counted_noun_lemma=counted.lemma if counted else None,
            counted_modifiers=", ".join(counted.modifiers) or None if counted else None,
            context=context.phrase,
            agent=context.agent,
            predicate=context.predicate,
            modality=context.modality,
            is_negated=context.is_negated or self.text[max(0, start - 4) : start].lower() == "not ",
            is_implicit=draft.numeral.kind in ("implicit", "multiple"),
            is_vague=draft.numeral.kind in ("vague", "magnitude"),
            is_multiple=draft.is_multiple,
            is_share=draft.is_share,
            is_elided_unit=draft.is_elided,
            is_ambiguous=draft.numeral.is_ambiguous,
            is_truncated=sentence.is_truncated,
            is_damaged=sentence.is_damaged,
            is_repeat=sentence.repeat_of is not None,
            number_char_start=draft.number_start,
            number_char_end=draft.number_end,
            noun_char_start=self.tokens.start[own_noun.first] if own_noun else None,
            noun_char_end=self.tokens.end[own_noun.head] if own_noun else None,
            cue_char_start=piece.cue.start if piece.cue else None,
            cue_char_end=piece.cue.end if piece.cue else None,
            reading="; ".join(steps),
        )
        self._date(figure, dates)
        links = self._entities(figure, piece, context, anchor, mentions)
        return figure, links

    def _anchor(self, piece: Piece, noun: NounPhrase | None) -> int:
        if noun is not None and not noun.is_partitive:
            return noun.head
        inside = self.doc.tokens_in(piece.draft.start, piece.draft.end)
        if not inside:
            return min(piece.first, len(self.tokens) - 1)
        # The token of the expression that hangs outside it leads it.
        for index in inside:
            if self.tokens.head[index] not in inside or self.tokens.head[index] == index:
                return index
        return inside.start

    def _context(self, piece: Piece, noun: NounPhrase | None, anchor: int, last: int) -> Context:
        of_token = None
        draft = piece.draft
        if draft.unit is not None and noun is not None and noun.is_partitive:
            of_token = noun.head
        first = self.doc.tokens_in(draft.start, draft.end).start
        stop = last if of_token is None else piece.after
        return self.reader.read(anchor, min(first, piece.first), stop, of_token)

    def _comparator(self, piece: Piece) -> str:
        draft = piece.draft
        if draft.is_range or draft.numeral.kind == "vague":
            return "range"
        if draft.numeral.kind == "magnitude":
            return "magnitude"
        if draft.numeral.words == "couple":
            return "approx"
        return piece.cue.comparator if piece.cue is not None else "eq"

    @staticmethod
    def _bounds(draft: Draft, comparator: str) -> tuple[float | None, float | None]:
        if draft.low is not None:
            return draft.low, draft.high
        if comparator in ("ge", "gt"):
            return draft.value, None
        if comparator in ("le", "lt"):
            return None, draft.value
        return None, None

    @staticmethod
    def _unit(draft: Draft, noun: NounPhrase | None) -> tuple[str, str | None, str | None]:
        unit = draft.unit
        if unit is not None:
            return unit.kind, unit.code, unit.full_name
        if noun is not None and not draft.is_multiple:
            return "count", None, noun.lemma
        if draft.is_share or draft.is_multiple:
            return "ratio", None, None
        return "none", None, None

    def _resolve_dollar(self, draft: Draft) -> None:
        """Give a bare dollar sign the country's code that the document speaks for."""
        if draft.unit is None or draft.unit.name != DOLLAR.name or draft.unit.code[:3] != "USD":
            return
        if any(step.startswith("currency:") for step in draft.steps):
            return
        if "/100" in draft.unit.code:
            return
        if self.dollar is None:
            self.dollar = dollar_of(self.doc)
        code, why = self.dollar
        if code != "USD":
            draft.unit = type(draft.unit)(
                draft.unit.kind,
                code + draft.unit.code[3:],
                draft.unit.name,
                "",
                draft.unit.rate,
                "",
            )
        draft.steps.append(f"currency:{code} ({why})")

    def _resolve_point(self, piece: Piece) -> None:
        """20.000 of something countable and plural is twenty thousand, written as in Europe."""
        numeral, draft = piece.draft.numeral, piece.draft
        if not numeral.is_ambiguous or not numeral.is_digits or draft.is_range:
            return
        if numeral.decimals == 3 and "." in numeral.words:
            countable = piece.noun is not None and draft.unit is None and piece.noun.is_plural
            if countable or (draft.is_currency and numeral.words.endswith("000")):
                draft.value = (draft.value or 0.0) * 1000
                draft.steps.append("digits:point read as thousands, the noun is countable")
                draft.rule = "cardinal:point-thousands"

    # Dates and entities

    def _date(self, figure: Figure, dates: Sequence["DateSpan"]) -> None:
        best: tuple[int, DateSpan] | None = None
        for date in dates:
            if date.char_start < figure.number_char_end and figure.number_char_start < date.char_end:
                figure.date_mention_id = date.fact_id or None
                figure.is_date_part = True
                return
            distance = max(date.char_start - figure.char_end, figure.char_start - date.char_end)
            if best is None or distance < best[0]:
                best = (distance, date)
        if best is not None:
            figure.date_mention_id = best[1].fact_id or None

    def _entities(
        self,
        figure: Figure,
        piece: Piece,
        context: Context,
        anchor: int,
        mentions: Sequence["Mention"],
    ) -> list[FigureEntity]:
        links: list[FigureEntity] = []
        if not mentions:
            return links
        speaker = self.reader.speaker(anchor)
        for mention in mentions:
            start, end = mention.char_start, mention.char_end
            role = None
            if figure.noun_char_start is not None and figure.noun_char_end is not None:
                if start < figure.noun_char_end and figure.noun_char_start < end:
                    role = "counted"
            if role is None:
                for name, low, high in context.spans:
                    if start < high and low < end:
                        role = name
                        break
            if role is None and speaker is not None and start < speaker[1] and speaker[0] < end:
                role = "speaker"
                if figure.speaker_mention_id is None:
                    figure.speaker_mention_id = mention.fact_id or None
            if role is None and mention.entity_type == "place" and self._is_in(start):
                role = "place"
                figure.place = figure.place or self.text[start:end]
            if role is not None:
                links.append(FigureEntity(figure, mention.fact_id, role))
        return links

    def _is_in(self, start: int) -> bool:
        index = self.doc.token_at(start)
        while index is not None and index > 0 and self.tokens.tag[index - 1] in ("DT", "JJ", "NNP"):
            index -= 1
        return index is not None and index > 0 and self.tokens.text[index - 1].lower() in _IN_PLACE
