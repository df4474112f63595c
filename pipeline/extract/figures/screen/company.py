"""Company: words that are numbers only beside certain others (half, both, twice, several)."""

import re

from pipeline.document import PassedOver
from pipeline.extract.figures.numbers.atoms import Numeral
from pipeline.extract.figures.quantities import shares
from pipeline.extract.figures.quantities.drafts import Draft, draft
from pipeline.extract.figures.screen import rejects
from pipeline.extract.figures.screen.view import View, passed
from pipeline.extract.figures.units.units import WORDS
from schemas.figures import FigureReject

_AFTER_HALF = re.compile(
    r" (?:of|the|an?|its|their|his|her|our|my|as|that|this|those|these)\b", re.IGNORECASE
)
_WHICH_HALF = re.compile(
    r"\b(?:first|second|1st|2nd|other|better|opening|final)[- ]$", re.IGNORECASE
)
_CUT_BY_HALF = re.compile(
    r"\b(?:by|in|than|almost|nearly|about|over|roughly|least)[ ]$", re.IGNORECASE
)
_BEFORE_QUARTER = re.compile(r"\b(?:an?|one|nearly|about|almost|over|than)[ ]$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|one)[ ]$", re.IGNORECASE)
_FEW = re.compile(
    r"\b(?:a|the last|the past|the next|the first|next|last|past|every|quite a)[ ]$", re.IGNORECASE
)


class Company:
    """One sentence, and what its number words stand for by the words around them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.doc = view.doc
        self.text = view.text
        self.first = view.first
        self.last = view.last

    def unreadable(self, numeral: Numeral) -> PassedOver:
        """Return why digits or a word of parts have no value of their own."""
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

    def implicit(
        self, numeral: Numeral, made: Draft, following: Numeral | None
    ) -> Draft | PassedOver | None:
        """Return what "both", "a pair of", "a single" or "an extra" stands for, or why nothing.

        None when the word only leads the number that follows.
        """
        before = self.text[max(self.first, numeral.start - 10) : numeral.start]
        index, word, tag = self.view.next(numeral.end)
        if numeral.words == "both":
            tokens = self.doc.tokens
            own = self.doc.token_at(numeral.start)
            paired = own is not None and tokens.dep[own] in ("preconj", "cc")
            if not paired and (word.lower() == "of" or self._both_of(index)):
                made.rule = "implicit:both"
                return made
            return passed(FigureReject.PRONOUN, numeral.start, numeral.end, "both")
        # In "a single one" the second word stands for the noun, and the first is the number.
        is_bare = numeral.words == "single" and word.lower() == "one"
        if following is not None and following.start <= numeral.end + 2 and not is_bare:
            return None  # "an additional 60 people", "an extra $5": the number is written
        article = _ARTICLE.search(before)
        if numeral.words in ("couple", "pair", "trio"):
            if article and word.lower() == "of":
                made.start = made.number_start = numeral.start - len(article.group())
                made.rule = f"implicit:{numeral.words}"
                return made
            return passed(FigureReject.IDIOM, numeral.start, numeral.end, numeral.words)
        if article and (tag in ("NN", "NNP") or is_bare):
            made.start = made.number_start = numeral.start - len(article.group())
            made.rule = f"implicit:{numeral.words}"
            if numeral.words != "single" and word.lower() in WORDS:
                unit = WORDS[word.lower()]
                if unit.kind != "ratio":
                    made.unit = unit
                    made.end = self.doc.tokens.end[index]
            return made
        return None

    def _both_of(self, index: int) -> bool:
        """Tell whether a plural follows that "both" counts, and not "both jobs and pride"."""
        tokens = self.doc.tokens
        end = self.view.sentence.token_end
        for token in range(index, min(index + 4, end)):
            if tokens.tag[token] in ("NNS", "NNPS"):
                following = token + 1
                return (
                    following >= self.view.sentence.token_end
                    or tokens.text[following].lower() != "and"
                )
            if not tokens.tag[token].startswith(("JJ", "NN", "VBN", "HYPH")):
                return False
        return False

    def multiple(self, numeral: Numeral, made: Draft) -> Draft | PassedOver:
        """Return the factor of "doubled", "twice" or "threefold", or why the word is an idiom."""
        _, word, tag = self.view.next(numeral.end)
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

    def vague(self, numeral: Numeral, made: Draft) -> Draft | PassedOver | None:
        """Return the bounds of "several" or "a few"; None when it counts nothing."""
        before = self.text[max(self.first, numeral.start - 12) : numeral.start]
        if numeral.words == "few":
            few = _FEW.search(before)
            if few is None and numeral.scale == 1:
                return None
            if few is not None and few.group().strip().lower() in ("a", "quite a"):
                made.start = made.number_start = numeral.start - 2
        _, word, tag = self.view.next(made.end)
        counts = tag in ("NNS", "NNPS", "JJ", "NN", "JJR", "VBN", "VBG") or word.lower() == "of"
        if made.unit is not None or counts:
            made.rule = f"vague:{numeral.words}"
            return made
        if numeral.scale > 1:
            return passed(FigureReject.UNREADABLE, numeral.start, numeral.end, "vague:alone")
        return None

    def magnitude(self, numeral: Numeral, made: Draft) -> Draft | PassedOver:
        """Return the bounds of "dozens" or "thousands"; "tens" alone is an idiom."""
        if numeral.words == "tens" and numeral.end - numeral.start == 4:
            return passed(FigureReject.IDIOM, numeral.start, numeral.end, "tens")
        return made

    def fraction(
        self, numeral: Numeral, made: Draft, items: list[Draft | PassedOver]
    ) -> Draft | PassedOver | None:
        """Return the share, the part of a unit, or why the word is neither.

        None when an earlier figure took it in: "two hours and a half".
        """
        text, end = self.text, numeral.end
        if made.unit is not None or shares.unit_and_a_half(text, made, self.first):
            return made
        previous = items[-1] if items else None
        earlier = previous if isinstance(previous, Draft) else None
        if earlier is not None and shares.adds_to(text, earlier, made):
            return None
        plain = end - numeral.start == len(numeral.words)
        if numeral.words == "quarter" and plain:
            return self._quarter(numeral, made, earlier)
        if numeral.words == "half" and plain:
            return self._half(numeral, made)
        return made

    def _quarter(self, numeral: Numeral, made: Draft, earlier: Draft | None) -> Draft | PassedOver:
        """Tell "a quarter of" and "fell by a quarter" from three months."""
        start, end = numeral.start, numeral.end
        _, word, tag = self.view.next(end)
        before = _BEFORE_QUARTER.search(self.text, max(self.first, start - 16), start)
        if before and word.lower() in ("of", "the"):
            return made
        if shares.stands_alone(self.text, start, self.first, tag, earlier):
            return made
        return passed(FigureReject.PERIOD, start, end, "quarter")

    def _half(self, numeral: Numeral, made: Draft) -> Draft | PassedOver:
        """Tell "half the seats" and "by half" from a period of a game and from "half-brother"."""
        start, end = numeral.start, numeral.end
        before = self.text[max(self.first, start - 16) : start]
        if _WHICH_HALF.search(before):
            return passed(FigureReject.PERIOD, start, end, "half:period")
        if _AFTER_HALF.match(self.text, end, self.last) or _CUT_BY_HALF.search(before):
            return made
        return passed(FigureReject.IDIOM, start, end, "half:compound")

    def ordinal(self, numeral: Numeral, items: list[Draft | PassedOver]) -> Draft | PassedOver:
        """Return the share that an ordinal stands for ("fell by a third"), or its reject."""
        previous = items[-1] if items else None
        earlier = previous if isinstance(previous, Draft) else None
        value = numeral.value or 0.0
        _, _, tag = self.view.next(numeral.end)
        part = value > 2 and numeral.steps == [f"ordinal:{numeral.words}"]
        if part and shares.stands_alone(self.text, numeral.start, self.first, tag, earlier):
            share = Numeral(
                "fraction", numeral.start, numeral.end, 1 / value, words=numeral.words,
                steps=[f"fraction:1/{int(value)}"],
            )  # fmt: skip
            made = draft(self.text, share, self.first, self.last)
            shares.of_a_unit(self.text, made, self.first, self.last)
            return made
        return passed(FigureReject.ORDINAL, numeral.start, numeral.end, "ordinal:word")
