"""Names: numbers that name or label something instead of counting it: Planet 9, Kick Six."""

import re
from collections.abc import Sequence
from functools import cached_property

from pipeline.document import AnalysedDocument, PassedOver
from pipeline.extract.figures.figure import Mention
from pipeline.extract.figures.numbers.atoms import Numeral
from pipeline.extract.figures.quantities.drafts import Draft
from pipeline.extract.figures.screen import rejects
from pipeline.extract.figures.screen.view import View
from pipeline.extract.figures.words import INSTITUTIONS, MONTHS
from pipeline.extract.nouns import singular
from schemas.figures import FigureReject

_INDEX_NAME = re.compile(
    r"(?:S\.? ?& ?P\.?(?:/[A-Z]+)?|Poor['’]?s|\bS P|\b[Ss][Pp]|FTSE|Nikkei|CAC|DAX|Stoxx|STOXX|"
    r"Russell|Fortune|Forbes|ASX|TOPIX|Topix|TSX|KOSPI|Nasdaq|NASDAQ|Hot|Big|Top|Area|Studio|"
    r"Formula|Catch|Euro|EURO)[ -]$"
)
_GAPPED = re.compile(
    r"[^.;:!?()]*?(?:,|,? and|,? but|,? while) (?:the |in |at |for |from )?"
    r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,3}[ ]"
)
_COMPOUND = re.compile(r"[-‑](?:way|time|sided|faced|dimensional|handed)\b")
_RANK_GROUP = re.compile(r"\b(?:top|bottom|final|last|big|elite|sweet) $")
_JOINED = re.compile(r"([^\W\d_]+)[-‑]$")
_CAPITAL_OF = re.compile(r"\b[A-Z][a-z]+ of $")
_PLURAL_VERBS = frozenset(("are", "were", "have"))


class Names:
    """One sentence, and which of its numbers belong to names."""

    def __init__(self, view: View, mentions: Sequence[Mention]) -> None:
        self.view = view
        self.doc = view.doc
        self.text = view.text
        self.first = view.first
        self.mentions = mentions

    def bare(
        self, numeral: Numeral, word: str, tag: str, items: list[Draft | PassedOver]
    ) -> rejects.Reason | None:
        """Return why a number without a unit names or numbers something instead of counting."""
        text, start, end = self.text, numeral.start, numeral.end
        before = text[max(self.first, start - 24) : start]
        lower = before.lower()
        if lower.endswith("multi-"):
            return rejects.Reason(FigureReject.IDIOM, start, end, "compound:multi")
        if numeral.words == "zero" and lower.endswith(("net ", "net-")):
            return rejects.Reason(FigureReject.IDIOM, start, end, "net-zero")
        if (
            text[end : end + 1] in "-‑"
            and word[:1].isalpha()
            and _COMPOUND.match(text, end, end + 14)
        ):
            return rejects.Reason(FigureReject.IDIOM, start, end, "compound:way")
        if numeral.words == "dozen" and lower.endswith(("baker's ", "baker’s ")):
            return rejects.Reason(FigureReject.IDIOM, start, end, "baker's dozen")
        alone = not tag.startswith(("NN", "JJ", "VB", "CD")) and word.lower() != "of"
        if alone and _RANK_GROUP.search(lower):
            return rejects.Reason(FigureReject.NAME, start, end, "name:rank-group")
        if not numeral.is_digits:
            joined = _JOINED.search(lower)
            if joined and joined.group(1) not in rejects.PREFIX_WORDS:
                return rejects.Reason(FigureReject.NAME, start, end, "glued:word-before")
            if text[start].isupper() and _CAPITAL_OF.search(before):
                return rejects.Reason(FigureReject.NAME, start, end, "name:capital")
            return None
        if not numeral.is_bare_integer:
            return None
        if self._is_bracketed_label(numeral, before, items):
            return rejects.Reason(FigureReject.LABEL, start - 1, end + 1, "label:bracket")
        index = self.doc.token_at(start)
        last = items[-1] if items else None
        in_unit = isinstance(last, Draft) and last.end >= start - 1  # "12 ft 2 in"
        if index is not None and before.endswith(" ") and alone and not in_unit:
            tokens = self.doc.tokens
            under = tokens.head[index] == index - 1 and tokens.dep[index] in ("nummod", "appos")
            if (
                under
                and tokens.tag[index - 1] == "NN"
                and index - 1 >= self.view.sentence.token_start
            ):
                return rejects.Reason(FigureReject.LABEL, start, end, "label:noun-before")
        return None

    def _is_bracketed_label(
        self, numeral: Numeral, before: str, items: list[Draft | PassedOver]
    ) -> bool:
        """A number alone in brackets goes on from a label, or belongs to a name of no person."""
        start = numeral.start
        if not before.endswith("(") or not self.text.startswith(")", numeral.end):
            return False
        previous = items[-1] if items else None
        follows = (
            isinstance(previous, PassedOver)
            and previous.reason_code in ("label", "list_marker")
            and start - previous.char_end <= 3
        )
        named = self.view.tag_before(start - 1) in ("NNP", "NNPS")
        institution = before[:-1].rstrip().rsplit(" ", 1)[-1].lower() in INSTITUTIONS
        person = self._person_ends(start - 1) and not institution
        return (follows or named) and not person

    def _person_ends(self, char: int) -> bool:
        """A person's name ends at an offset, over one space."""
        return not self._ends_of_persons.isdisjoint((char, char - 1, char - 2))

    @cached_property
    def _ends_of_persons(self) -> frozenset[int]:
        ends = self.doc.tokens.end
        return frozenset(
            [one.char_end for one in self.mentions if one.entity_type == "person"]
            + [
                ends[entity.token_end - 1]
                for entity in self.doc.model_entities
                if entity.label == "PERSON"
            ]
        )

    def name(self, numeral: Numeral, made: Draft, next_tag: str) -> rejects.Reason | None:
        """Return why the number is part of a name: Planet 9, Kick Six, 787 Dreamliner."""
        if made.unit is not None or made.has_sign or numeral.is_grouped or numeral.scale > 1:
            return None
        if numeral.decimals > 0:
            return None
        start, end = numeral.start, numeral.end
        before = self.text[max(self.first, start - 16) : start]
        if numeral.is_digits and _INDEX_NAME.search(before):
            return rejects.Reason(FigureReject.NAME, start, end, "name:index")
        tokens = self.doc.tokens
        index = self.doc.token_at(start)
        if index is None:
            return None
        glued_before = index > self.view.sentence.token_start and self.text[
            tokens.end[index - 1] : start
        ] in (" ", "-")
        previous_tag = tokens.tag[index - 1] if glued_before else ""
        previous = tokens.text[index - 1] if glued_before else ""
        capital = start > self.first and self.text[start].isupper()
        plural_next = next_tag in ("NNS", "NNPS") or next_tag.startswith("VB")
        plural_next = plural_next or (next_tag == "NN" and self._plural_form(made.end))
        if not numeral.is_digits:
            if capital and (previous_tag in ("NNP", "NNPS") or next_tag in ("NNP", "NNPS")):
                return rejects.Reason(FigureReject.NAME, start, end, "name:capital")
            return None
        if previous_tag in ("NNP", "NNPS") and not plural_next:
            if previous.rstrip(".").lower() in MONTHS:
                return None
            if self._counts_ahead(index):
                return None
            return rejects.Reason(FigureReject.NAME, start, end, "name:after-noun")
        if next_tag == "NNP" and numeral.is_bare_integer:
            head = tokens.head[index]
            plural = _plural_ahead(self.doc, index) or tokens.text[head].endswith("s")
            plural = plural or tokens.text[min(head + 1, len(tokens) - 1)] in _PLURAL_VERBS
            if tokens.tag[head] == "NNP" and head > index and not plural:
                return rejects.Reason(FigureReject.NAME, start, end, "name:before-noun")
        return None

    def _plural_form(self, char: int) -> bool:
        """The next word is a plural that the tagger did not know: amphorae."""
        _, word, _ = self.view.next(char)
        learned = word.endswith("ae")  # larvae, amphorae
        return word.islower() and len(word) > 3 and (learned or singular(word) != word)

    def is_gapped(self, numeral: Numeral, items: list[Draft | PassedOver]) -> bool:
        """A name and a number go on from an earlier figure: "Poland took 300, Romania 140"."""
        earlier = items[-1] if items else None
        if not isinstance(earlier, Draft) or numeral.start - earlier.end > 90:
            return False
        if earlier.is_currency and numeral.scale < 1000:
            return False
        return _GAPPED.fullmatch(self.text, earlier.end, numeral.start) is not None

    def _counts_ahead(self, index: int) -> bool:
        """The parse makes the number a modifier of a plural noun to its right."""
        tokens = self.doc.tokens
        head = tokens.head[index]
        return head > index and tokens.tag[head] in ("NNS", "NNPS")


def _plural_ahead(doc: AnalysedDocument, index: int) -> bool:
    tokens = doc.tokens
    for token in range(index + 1, min(index + 6, len(tokens))):
        if tokens.tag[token] in ("NNS", "NNPS"):
            return True
        if not tokens.tag[token].startswith(("NN", "JJ", "CC")):
            return False
    return False
