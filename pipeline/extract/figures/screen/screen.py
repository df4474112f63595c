"""The screen: which of a sentence's numbers can be figures, and why the others are not."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.document import AnalysedDocument, PassedOver, Sentence
from pipeline.extract.figures.figure import DateSpan, Mention
from pipeline.extract.figures.numbers.atoms import Numeral
from pipeline.extract.figures.quantities import shares
from pipeline.extract.figures.quantities.drafts import Draft, draft
from pipeline.extract.figures.screen import rejects, times
from pipeline.extract.figures.screen.company import Company
from pipeline.extract.figures.screen.names import Names
from pipeline.extract.figures.screen.view import View, passed
from pipeline.extract.figures.screen.words import SCORE_NOUNS
from schemas.figures import FigureReject

_PER = re.compile(
    r"(?:\bper|/|\bfor every|\bin every|\bout of every|\bper every)[ ]?$", re.IGNORECASE
)
_TALLY = re.compile(r"\b(?:votes? (?:was|of|by)|voted|won|lost|beat|ahead|defeated)\b[^.;]*$")
_RATIO = re.compile(
    r"[ -](?:in|out[ -]of|of[ -]every|in[ -]every|out[ -]of[ -]every)[ -]", re.IGNORECASE
)
_SLASH_DIGITS = re.compile(r"/[0-9]{2}")
_LONGEST_GAP: Final = 14


class Screen:
    """Looks at every number of one sentence."""

    def __init__(
        self,
        doc: AnalysedDocument,
        sentence: Sentence,
        found: list[Numeral],
        mentions: Sequence[Mention],
        dates: Sequence[DateSpan],
    ) -> None:
        self.view = View(doc, sentence)
        self.company = Company(self.view)
        self.names = Names(self.view, mentions)
        self.text = doc.text
        self.first = sentence.char_start
        self.last = sentence.char_end
        self.found = found
        self.dates = dates
        self._date_index = 0

    def drafts(self) -> list[Draft | PassedOver]:
        """Return a draft or a reject for each number that no date accounts for, in order."""
        items: list[Draft | PassedOver] = []
        covered = part_end = self.first
        index = -1
        while index + 1 < len(self.found):
            index += 1
            numeral = self.found[index]
            if numeral.start < part_end:
                continue
            if numeral.start < covered:
                if numeral.end > covered:
                    # A longer mark was passed over and ends inside this number.
                    covered = numeral.end
                    items.append(
                        passed(FigureReject.CODE, numeral.start, numeral.end, "glued:overlap")
                    )
                continue
            pair = self._pair(index)
            if pair is not None:
                items += pair[0]
                covered = pair[1]
                continue
            item = self._one(index, items)
            if item is None:
                continue
            items.append(item)
            if isinstance(item, PassedOver):
                covered = max(covered, item.char_end)
            elif item.rule == "fraction:of-a-unit":
                part_end = item.end  # "one-half of 1 percent" is one figure
        return items

    # Neighbours

    def _date_over(self, start: int, end: int) -> DateSpan | None:
        while self._date_index < len(self.dates) and self.dates[self._date_index].char_end <= start:
            self._date_index += 1
        for date in self.dates[self._date_index : self._date_index + 3]:
            if date.char_start <= start and end <= date.char_end:
                return date
        return None

    def _pair(self, index: int) -> tuple[list[Draft | PassedOver], int] | None:
        """Return what two joined numbers are together: a score, a span of years, 1 in 5."""
        if index + 1 >= len(self.found):
            return None
        left, right = self.found[index], self.found[index + 1]
        gap = self.text[left.end : right.start]
        if len(gap) > _LONGEST_GAP:
            return None
        if _RATIO.fullmatch(gap):
            made = self._ratio(left, right)
            return None if made is None else ([made], made.end)
        reason: rejects.Reason | None = None
        if gap in ("-", "–", "—", "‑"):
            reason = self._dashed(left, right, index + 2 < len(self.found))
        elif gap in ("-to-", " to ") and left.is_digits == right.is_digits:
            reason = self._odds(left, right, gap)
        elif gap == ":" and right.is_bare_integer and len(right.words) == 1:
            reason = _both(FigureReject.SCORE, left, right, "score:colon")
        elif gap == " " and times.spoken_year(self.text, left, right):
            reason = _both(FigureReject.YEAR, left, right, "year:words")
        elif gap == "/":
            reason = self._slashed(left, right)
        if reason is None:
            return None
        return [passed(reason.code, reason.start, reason.end, reason.rule_id)], reason.end

    def _dashed(self, left: Numeral, right: Numeral, more: bool) -> rejects.Reason | None:
        """Return what two numbers joined by a dash are: a telephone, years, a house, a score.

        `more` says that further numbers follow in the sentence.
        """
        if more or left.is_digits:
            phone = rejects.address(self.text, left, self.last)
            if phone is not None and phone.code is not FigureReject.ADDRESS:
                return phone
        if self._date_over(left.start, left.end) or not left.is_digits:
            return None
        if times.spoken_year(self.text, left, right):
            return _both(FigureReject.YEAR, left, right, "year:words")
        if _spans_years(left, right):
            return _both(FigureReject.YEAR, left, right, "year:span")
        street = rejects.address(self.text, left, self.last)
        if street is not None:
            return street
        before = draft(self.text, left, self.first, self.last)
        after = draft(self.text, right, self.first, self.last)
        if before.has_sign or after.unit is not None or self.text.startswith("-", right.end):
            return None
        if left.start > self.first and self.text[left.start - 1].isalpha():
            return None
        _, word, _ = self.view.next(after.end)
        return rejects.score(left, right, word)

    def _odds(self, left: Numeral, right: Numeral, gap: str) -> rejects.Reason | None:
        """Return why "4 to 1" is a score, a vote or odds, when it is no range."""
        lower = (right.value or 0) < (left.value or 0) and right.scale == 1
        _, word, _ = self.view.next(right.end)
        whole = not (left.decimals or left.is_grouped or left.scale > 1)
        tally = _TALLY.search(self.text, max(self.first, left.start - 24), left.start)
        odds = gap == "-to-" or right.value == 1 or word in SCORE_NOUNS or tally
        plain = draft(self.text, left, self.first, self.last).unit is None
        if lower and whole and odds and plain and not self._from(left):
            return _both(FigureReject.SCORE, left, right, "score:to")
        return None

    def _slashed(self, left: Numeral, right: Numeral) -> rejects.Reason | None:
        """Return what two numbers joined by a slash are: years, or a code."""
        if _spans_years(left, right) and not self._in_path(left, right):
            return _both(FigureReject.YEAR, left, right, "year:slash")
        if not (left.is_digits and right.is_digits) or left.kind == "fraction":
            return None
        if _SLASH_DIGITS.match(self.text, right.end):
            return None  # 4/5/2020 is a date
        before = draft(self.text, left, self.first, self.last)
        if left.scale > 1 or right.scale > 1 or before.has_sign or before.unit is not None:
            return None
        return _both(FigureReject.CODE, left, right, "slash")

    def _in_path(self, left: Numeral, right: Numeral) -> bool:
        return "/" in (self.text[left.start - 1 : left.start], self.text[right.end : right.end + 1])

    def _from(self, numeral: Numeral) -> bool:
        return (
            self.text[max(self.first, numeral.start - 8) : numeral.start].lower().endswith("from ")
        )

    def _ratio(self, left: Numeral, right: Numeral) -> Draft | None:
        """Read "one in five", "two out of three" as a share."""
        if left.kind != "cardinal" or right.kind != "cardinal":
            return None
        if not left.value or not right.value or not left.value < right.value:
            return None
        gap = self.text[left.end : right.start].strip(" -").lower()
        alike = left.is_digits == right.is_digits or left.words == "one"
        if gap == "in" and (not alike or left.decimals or right.decimals or _is_year(right)):
            return None
        after = draft(self.text, right, self.first, self.last)
        _, word, tag = self.view.next(right.end)
        out_of = gap != "in"
        small = not left.is_digits or right.value <= 20
        worded = small and tag.startswith(("VB", "MD"))
        shared = out_of or worded or tag in ("NNS", "NNPS", "JJ", "NN", "NNP", "")
        odds = left.words == "one" and right.is_digits and tag in (",", ".", ":", "-RRB-")
        shared = shared or odds or word.lower() == "of"
        if after.unit is not None or not shared:
            return None
        steps = [*left.steps, *right.steps, "ratio:n in m"]
        value = left.value / right.value
        return Draft(left, left.start, right.end, left.start, right.end, value, steps=steps,
                     rule="share")  # fmt: skip

    # One number

    def _one(self, index: int, items: list[Draft | PassedOver]) -> Draft | PassedOver | None:
        numeral = self.found[index]
        made = draft(self.text, numeral, self.first, self.last)
        if numeral.kind == "fraction" and not numeral.is_digits:
            shares.of_a_unit(self.text, made, self.first, self.last)
        date = self._date_over(numeral.start, numeral.end)
        if date is not None and not self._serves_both(made):
            return None
        if numeral.kind in ("ordinal", "unreadable") and _is_inside(numeral, items):
            return None  # the unit of the figure before: "30 seconds", "two quarters"
        match numeral.kind:
            case "ordinal":
                return self.company.ordinal(numeral, items)
            case "unreadable":
                return self.company.unreadable(numeral)
            case "implicit":
                following = self.found[index + 1] if index + 1 < len(self.found) else None
                return self.company.implicit(numeral, made, following)
            case "multiple":
                return self.company.multiple(numeral, made)
            case "vague":
                return self.company.vague(numeral, made)
            case "magnitude":
                return self.company.magnitude(numeral, made)
            case "fraction" if not numeral.is_digits:
                return self.company.fraction(numeral, made, items)
        reason = self._cardinal(numeral, made, items)
        if reason is None:
            return made
        return passed(reason.code, reason.start, reason.end, reason.rule_id)

    @staticmethod
    def _serves_both(made: Draft) -> bool:
        return made.unit is not None and made.unit.kind in ("duration", "age")

    def _cardinal(
        self, numeral: Numeral, made: Draft, items: list[Draft | PassedOver]
    ) -> rejects.Reason | None:
        text = self.text
        if numeral.is_digits:
            reason = rejects.by_characters(text, numeral, self.first, self.last)
            if reason is not None and not made.has_sign:
                return reason
        large = not made.has_sign and (numeral.value or 0) >= 10
        per = _PER.search(text, max(self.first, numeral.start - 12), numeral.start)
        if large and per and (made.unit is None or per.group().startswith("per")):
            return rejects.Reason(FigureReject.RATE_BASE, numeral.start, numeral.end, "rate-base")
        if made.unit is not None:
            if made.unit.code == "deg" and made.is_hyphenated and numeral.value in (180, 360):
                return rejects.Reason(FigureReject.IDIOM, numeral.start, made.end, "full-turn")
            if not made.has_sign and made.unit.kind == "duration":
                reason = rejects.label(text, numeral, self.first)
                if reason is not None and made.unit.name not in ("year", "month", "week"):
                    return reason
            if made.has_sign or made.end - made.number_end > 1 or made.unit.kind == "percent":
                return None
        _, word, tag = self.view.next(made.end)
        if numeral.is_digits:
            reason = rejects.by_glue(text, numeral, self.first, self.last)
            if reason is not None and not (made.unit or numeral.scale > 1):
                return reason
            if reason is not None and reason.rule_id == "glued:letters-before":
                return reason
        if made.unit is None:
            reason = times.clock(text, numeral, self.first, self.last)
            reason = reason or times.year_in_words(text, numeral, self.first, tag)
            reason = reason or rejects.flight(text, numeral, self.first, self.last)
            reason = (
                reason or self._label(numeral, tag) or rejects.address(text, numeral, self.last)
            )
            if reason is None and numeral.is_digits:
                reason = self._after_year(numeral, items) or rejects.year(
                    text, numeral, self.first, self.last, (self.view.tag_before(numeral.start), tag)
                )
            if reason is None:
                reason = self.names.bare(numeral, word, tag, items)
        else:
            reason = None
        if reason is None and numeral.words == "one" and numeral.scale == 1 and numeral.value == 1:
            reason = rejects.one(text, numeral, word, tag, self.first)
        if reason is None and self.names.is_gapped(numeral, items):
            made.rule = "cardinal:gapped"
            return None
        return reason or self.names.name(numeral, made, tag)

    def _label(self, numeral: Numeral, next_tag: str) -> rejects.Reason | None:
        """A word that labels numbers does not when it is a verb or the number counts."""
        reason = rejects.label(self.text, numeral, self.first)
        if reason is None or not self.text[reason.start].islower():
            return reason
        counts = next_tag in ("NNS", "NNPS") or self.view.tag_before(numeral.start).startswith("VB")
        return None if counts else reason

    def _after_year(
        self, numeral: Numeral, items: list[Draft | PassedOver]
    ) -> rejects.Reason | None:
        """Years are listed: "in 2015 and 2016", "1600 and 1900"."""
        if not items or not _is_year(numeral):
            return None
        previous = items[-1]
        if isinstance(previous, PassedOver) and previous.reason_code in ("year", "date"):
            gap = self.text[previous.char_end : numeral.start].strip().lower()
            if gap in ("and", "to", "or", ",", ", and", "-", "–", "through", "until"):
                return rejects.Reason(FigureReject.YEAR, numeral.start, numeral.end, "year:listed")
        return None


def _is_inside(numeral: Numeral, items: list[Draft | PassedOver]) -> bool:
    last = items[-1] if items else None
    return isinstance(last, Draft) and numeral.end <= last.end


def _is_year(numeral: Numeral) -> bool:
    value = numeral.value or 0
    return numeral.is_bare_integer and len(numeral.words) == 4 and 1000 <= value < 2100


def _both(code: FigureReject, left: Numeral, right: Numeral, rule: str) -> rejects.Reason:
    return rejects.Reason(code, left.start, right.end, rule)


def _spans_years(left: Numeral, right: Numeral) -> bool:
    """Two years, the second in full or in two digits: 2018-19, 2021/2022."""
    if not _is_year(left) or not right.is_bare_integer or len(right.words) not in (2, 4):
        return False
    return len(right.words) == 2 or _is_year(right)
