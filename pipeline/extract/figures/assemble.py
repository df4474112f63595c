"""Assembly: from a settled piece to a figure, with change, context, mode, date and entities."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.document import AnalysedDocument, Sentence
from pipeline.extract.figures.context.changes import change_of
from pipeline.extract.figures.context.context import Context, ContextReader
from pipeline.extract.figures.context.modes import ModeReader
from pipeline.extract.figures.context.roles import RoleReader
from pipeline.extract.figures.context.ties import TieReader
from pipeline.extract.figures.counted.notation import Notation
from pipeline.extract.figures.counted.nouns import NounPhrase
from pipeline.extract.figures.counted.piece import Piece
from pipeline.extract.figures.figure import DateSpan, Figure, FigureEntity, Mention
from pipeline.extract.figures.quantities.drafts import Draft
from pipeline.extract.figures.units.conversion import in_base_units
from pipeline.extract.figures.units.money import dollar_of
from pipeline.extract.figures.units.rates import rate_after
from pipeline.extract.figures.units.units import DOLLAR

# A bound this close to its number belongs to its span.
_NEAR: Final = 16


class Assembler:
    """Makes figures of one document's pieces."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.reader = ContextReader(doc)
        self.modes = ModeReader(doc)
        self.ties = TieReader(doc)
        self.roles = RoleReader(doc, self.ties)
        self.notation = Notation(doc)
        self.dollar: tuple[str, str] | None = None

    def enter(self, pieces: list[Piece], sentence: Sentence) -> None:
        """Take the numbers of a sentence, which no figure of it is about."""
        blocked = frozenset(index for piece in pieces for index in range(piece.first, piece.after))
        self.reader.blocked = self.ties.blocked = blocked
        self.reader.begin = self.ties.begin = sentence.token_start

    def figure(
        self,
        piece: Piece,
        sentence: Sentence,
        mentions: Sequence[Mention],
        dates: Sequence[DateSpan],
    ) -> tuple[Figure, list[FigureEntity]]:
        """Return the figure of a settled piece and its links to the sentence's mentions."""
        draft = piece.draft
        self._resolve_dollar(draft)
        self.notation.resolve(piece, sentence.paragraph)
        noun = None if draft.is_elided else piece.noun
        figure, last = self._measured(piece, noun, sentence)
        self._mark(figure, piece, noun, sentence)
        anchor = self._anchor(piece, noun)
        if piece.twin is None:
            context = self._context(piece, noun, anchor, last)
        else:
            twin = piece.twin
            main = self._anchor(twin, twin.noun)
            context = self._context(twin, twin.noun, main, twin.after)
        steps = list(draft.steps)
        if piece.cue is not None:
            steps.append(piece.cue.step)
        if figure.counted_noun is not None:
            steps.append(f"noun:{figure.counted_noun}")
        steps += self._relate(figure, context, anchor, piece)
        date, how = self.ties.date(figure, context, dates)
        if date is not None:
            figure.date_mention_id = date.fact_id or None
        links, told = self.roles.read(figure, context, anchor, mentions)
        figure.reading = "; ".join([*steps, *told, *([how] if how else [])])
        return figure, links

    def _measured(
        self, piece: Piece, noun: NounPhrase | None, sentence: Sentence
    ) -> tuple[Figure, int]:
        """Return the figure with value, unit and noun, and the token after all three.

        `noun` is the one written beside the number; `piece.noun` may be another number's.
        """
        draft, last, end = piece.draft, piece.after, piece.draft.end
        if noun is not None and noun.head >= piece.after:
            last = noun.last + 1
            end = max(end, self.tokens.end[noun.last])
        rate = draft.unit.rate if draft.unit else None
        if draft.unit is None:
            counted_rate = rate_after(self.text, end, sentence.char_end)
            if counted_rate is not None:
                rate, end = counted_rate
                draft.steps.append(f"rate:per {rate}")
        start = draft.start
        if piece.cue is not None:
            near = not piece.late_cue and piece.twin is None and start - piece.cue.end < _NEAR
            start = min(start, piece.cue.start) if near else start
            end = max(end, piece.cue.end) if piece.late_cue else end
        kind, code, name = self._unit(draft, piece.noun)
        if kind == "count" and rate is not None:
            name = f"{name} per {rate}"
        comparator = self._comparator(piece)
        low, high = self._bounds(draft, comparator)
        value = None if comparator in ("range", "magnitude") else draft.value
        base = None
        if draft.unit is not None and value is not None:
            base = in_base_units(draft.unit, value)
        counted = piece.noun if kind != "none" else None
        figure = Figure(
            char_start=start,
            char_end=end,
            rule_id=draft.rule,
            value=value,
            value_low=low,
            value_high=high,
            comparator=comparator,
            unit_kind=kind,
            unit_code=code,
            unit_name=name,
            rate_name=rate,
            value_base=base[0] if base else None,
            base_unit_code=base[1] if base else None,
            number_char_start=draft.number_start,
            number_char_end=draft.number_end,
        )
        if counted is not None:
            figure.counted_noun, figure.counted_noun_lemma = counted.text, counted.lemma
            figure.counted_modifiers = ", ".join(counted.modifiers) or None
        return figure, last

    def _mark(
        self, figure: Figure, piece: Piece, noun: NounPhrase | None, sentence: Sentence
    ) -> None:
        """Set the flags of a figure, and where its noun and its bound are written."""
        draft = piece.draft
        figure.is_implicit = draft.numeral.kind in ("implicit", "multiple")
        figure.is_vague = draft.numeral.kind in ("vague", "magnitude")
        figure.is_multiple = draft.is_multiple
        figure.is_share = draft.is_share
        figure.is_elided_unit = draft.is_elided
        figure.is_ambiguous = draft.numeral.is_ambiguous
        figure.is_truncated = sentence.is_truncated
        figure.is_damaged = sentence.is_damaged
        figure.is_repeat = sentence.repeat_of is not None
        if noun is not None:
            figure.noun_char_start = self.tokens.start[noun.first]
            figure.noun_char_end = self.tokens.end[noun.last]
        if piece.cue is not None:
            figure.cue_char_start, figure.cue_char_end = piece.cue.start, piece.cue.end

    def _relate(self, figure: Figure, context: Context, anchor: int, piece: Piece) -> list[str]:
        """Set change, context, mode and negation; return the steps that tell how they were read."""
        steps: list[str] = []
        change = change_of(
            self.tokens,
            anchor,
            piece.first,
            noun=figure.counted_noun_lemma,
            is_money=figure.unit_kind == "currency",
        )
        figure.change = piece.draft.change
        if change is not None:
            figure.change = piece.draft.change or change[0]
            figure.change_basis = change[1]
            steps.append(change[2])
        steps += context.steps
        figure.context, figure.agent = context.phrase, context.agent
        passive = False
        if context.verb is not None:
            figure.predicate = self.tokens.text[context.verb]
            passive = self.reader.subjects.is_passive(context.verb)
        mode = self.modes.read(context, passive)
        figure.modality = mode.modality
        if mode.step:
            steps.append(f"modality:{mode.modality} {mode.step}")
        denied = self.modes.negation(context)
        figure.is_negated = denied is not None
        if denied is not None:
            steps.append(f"negation:'{denied}'")
        return steps

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
        return self.reader.read(anchor, min(first, piece.first), stop, of_token, piece.lead)

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
            draft.unit = replace(
                draft.unit, code=code + draft.unit.code[3:], pint_name="", rate_pint=""
            )
        draft.steps.append(f"currency:{code} ({why})")
