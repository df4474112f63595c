"""Company: words that are numbers only beside certain others (half, both, twice, several)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.document import AnalysedDocument, PassedOver, Sentence
from pipeline.extract.figures import rejects
from pipeline.extract.figures.atoms import Numeral
from pipeline.extract.figures.drafts import Draft
from pipeline.extract.figures.units import WORDS, rate_after
from schemas.figures import FigureReject

if TYPE_CHECKING:
    from pipeline.extract.figures.figures import DateSpan, Mention

_AFTER_HALF = re.compile(
    r" (?:of|the|an?|its|their|his|her|our|my|as|that|this|those|these)\b", re.IGNORECASE
)
_HALF_UNIT = re.compile(r"(?:[ ]an?[ ]|[- ])([a-z]+)", re.IGNORECASE)
_BEFORE_HALF = re.compile(
    r"\b(?:by|about|almost|nearly|than|over|under|roughly|just|only|a|around|approximately|up to|"
    r"in|to|and|or|from|the other)[ ]$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:an?|one)[ ]$", re.IGNORECASE)
_FEW = re.compile(
    r"\b(?:a|the last|the past|the next|the first|next|last|past|every|quite a)[ ]$", re.IGNORECASE
)


def passed(code: FigureReject, start: int, end: int, rule: str) -> PassedOver:
    """Return the reject of a number."""
    return PassedOver(code.value, start, end, rule)


class Company:
    """One sentence, and what its number words stand for by the words around them."""

    def __init__(
        self,
        doc: AnalysedDocument,
        sentence: Sentence,
        found: list[Numeral],
        mentions: Sequence["Mention"],
        dates: Sequence["DateSpan"],
    ) -> None:
        self.doc = doc
        self.text = doc.text
        self.first = sentence.char_start
        self.last = sentence.char_end
        self.sentence = sentence
        self.found = found
        self.mentions = mentions
        self.dates = dates
        self.date_index = 0

    def _next(self, char: int) -> tuple[int, str, str]:
        """Return index, text and tag of the first token at or after an offset."""
        tokens = self.doc.tokens
        covering = self.doc.tokens_in(char, self.last)
        for index in covering:
            if tokens.start[index] >= char or char < tokens.end[index]:
                word = self.text[max(char, tokens.start[index]) : tokens.end[index]]
                return index, word, tokens.tag[index]
        return len(tokens), "", ""

    def _unreadable(self, numeral: Numeral) -> PassedOver:
        start, end = numeral.start, numeral.end
        if numeral.steps == ["unreadable:" + numeral.words] and not numeral.words.isalpha():
            return passed(FigureReject.OTHER_SCRIPT, start, end, "other-script")
        if numeral.words.isalpha():
            return passed(FigureReject.PERIOD, start, end, f"part:{numeral.words}")
        reason = rejects.by_characters(self.text, numeral, self.first, self.last)
        if reason is not None:
            return passed(reason.code, reason.start, reason.end, reason.rule_id)
        if re.fullmatch(r"[0-9]{1,4}\.[0-9]{1,2}\.[0-9]{1,4}", numeral.words):
            return passed(FigureReject.DATE, start, end, "date:digits")
        if numeral.words.count(".") > 1:
            return passed(FigureReject.CODE, start, end, "code:points")
        return passed(FigureReject.UNREADABLE, start, end, "digits:groups")

    def _implicit(self, numeral: Numeral, made: Draft) -> Draft | PassedOver | None:
        before = self.text[max(self.first, numeral.start - 10) : numeral.start]
        index, word, tag = self._next(numeral.end)
        if numeral.words == "both":
            tokens = self.doc.tokens
            own = self.doc.token_at(numeral.start)
            paired = own is not None and tokens.dep[own] in ("preconj", "cc")
            if not paired and (tag in ("NNS", "NNPS") or word.lower() == "of"):
                made.rule = "implicit:both"
                return made
            return passed(FigureReject.PRONOUN, numeral.start, numeral.end, "both")
        article = _ARTICLE.search(before)
        if numeral.words in ("couple", "pair", "trio"):
            if article and word.lower() == "of":
                made.start = made.number_start = numeral.start - len(article.group())
                made.rule = f"implicit:{numeral.words}"
                return made
            return passed(FigureReject.IDIOM, numeral.start, numeral.end, numeral.words)
        if article and tag in ("NN", "CD", "NNP"):
            made.start = made.number_start = numeral.start - len(article.group())
            made.rule = f"implicit:{numeral.words}"
            if numeral.words != "single" and word.lower() in WORDS:
                unit = WORDS[word.lower()]
                if unit.kind == "duration":
                    made.unit = unit
                    made.end = self.doc.tokens.end[index]
            return made
        return None

    def _multiple(self, numeral: Numeral, made: Draft) -> Draft | PassedOver:
        _, word, tag = self._next(numeral.end)
        own = self.doc.token_at(numeral.start)
        own_tag = self.doc.tokens.tag[own] if own is not None else ""
        verb = own_tag.startswith("VB") and numeral.words not in ("doubles", "triples")
        verb = verb and word.lower() not in ("down", "over", "back", "up", "as")
        plain = numeral.words in ("twice", "thrice") or numeral.words.endswith("fold")
        measured = tag in ("DT", "PRP$", "CD", "WP", "$") and word.lower() not in ("a", "an")
        if verb or plain or measured:
            made.is_multiple = True
            made.rule = f"multiple:{numeral.words}"
            return made
        return passed(FigureReject.IDIOM, numeral.start, numeral.end, f"multiple:{numeral.words}")

    def _vague(self, numeral: Numeral, made: Draft) -> Draft | PassedOver | None:
        before = self.text[max(self.first, numeral.start - 12) : numeral.start]
        if numeral.words == "few":
            few = _FEW.search(before)
            if few is None and numeral.scale == 1:
                return None
            if few is not None and few.group().strip().lower() in ("a", "quite a"):
                made.start = made.number_start = numeral.start - 2
        _, word, tag = self._next(made.end)
        counts = tag in ("NNS", "NNPS", "JJ", "NN", "JJR", "VBN", "VBG") or word.lower() == "of"
        if made.unit is not None or counts:
            made.rule = f"vague:{numeral.words}"
            return made
        if numeral.scale > 1:
            return passed(FigureReject.UNREADABLE, numeral.start, numeral.end, "vague:alone")
        return None

    def _magnitude(self, numeral: Numeral, made: Draft) -> Draft | PassedOver:
        _, word, tag = self._next(made.end)
        if numeral.words == "tens" and numeral.end - numeral.start == 4:
            return passed(FigureReject.IDIOM, numeral.start, numeral.end, "tens")
        del word, tag
        return made

    def _fraction(self, numeral: Numeral, made: Draft) -> Draft | PassedOver:
        text, end = self.text, numeral.end
        if numeral.value == 0.5 and numeral.words in ("half", "quarter"):
            window = text[end : min(self.last, end + 16)]
            unit = _HALF_UNIT.match(window)
            if unit and unit.group(1).lower() in WORDS:
                known = WORDS[unit.group(1).lower()]
                if known.kind in ("duration", "measure"):
                    made.unit, made.end = known, end + unit.end()
                    made.steps.append(f"unit:{known.name}")
                    rate = rate_after(text, made.end, self.last)
                    if rate is not None:
                        made.unit, made.end = made.unit.per(rate[0]), rate[1]
                    made.rule = "fraction:half-unit"
                    return made
        before = text[max(self.first, numeral.start - 16) : numeral.start]
        after = _AFTER_HALF.match(text, end, self.last)
        if numeral.words == "quarter":
            if (after and after.group().strip().lower() in ("of", "the")) and re.search(
                r"\b(?:an?|one|nearly|about|almost|over|than)[ ]$", before, re.IGNORECASE
            ):
                return made
            if end - numeral.start > 7:
                return made
            return passed(FigureReject.PERIOD, numeral.start, end, "quarter")
        if numeral.words == "half" and end - numeral.start == 4:
            if re.search(
                r"\b(?:first|second|1st|2nd|other|better|opening|final)[- ]$", before, re.IGNORECASE
            ):
                return passed(FigureReject.PERIOD, numeral.start, end, "half:period")
            cut = re.search(
                r"\b(?:by|in|than|almost|nearly|about|over|roughly|least)[ ]$",
                before,
                re.IGNORECASE,
            )
            if after or cut:
                return made
            return passed(FigureReject.IDIOM, numeral.start, end, "half:compound")
        return made
