"""Ages: bare numbers that are someone's years: "aged 40", "Maria Silva, 40, said"."""

import re
from typing import Final

from pipeline.document import AnalysedDocument, Sentence
from pipeline.extract.figures.counted.piece import Piece
from pipeline.extract.figures.words import INSTITUTIONS

GROUP: Final = "age:group"
"""The rule of "the 16-24 age group", which counts nothing."""

_AGE_BEFORE = re.compile(
    r"\b(?:aged|ages|age|age of|ages of|aged between|turned|turns|turning|the age of|"
    r"as (?:young|old) as)[ ]$|\bage(?:, | \()$",
    re.IGNORECASE,
)
_AGE_WHEN = re.compile(
    r"\bwhen (?:he|she|I) (?:was|turned|is|turns) (?:only |just )?$", re.IGNORECASE
)
_AGE_AFTER = re.compile(r"(?:,? or| and)[ -](?:older|younger)\b")
_AGE_NAMED = re.compile(
    r"\b(?:pension|retirement|average|median|mean|minimum|voting|drinking|leaving|marriage) age\b"
    r"[^.;,]{0,30}\b(?:to|of|from|at|is|was|by) $",
    re.IGNORECASE,
)
_AGE_BAND = re.compile(r"[- ](?:year[- ])?age[- ](?:groups?|brackets?|range|bands?)\b")
_AGE_GROUP = re.compile(
    r"\b(?:people|voters|those|adults|women|men|children|citizens|patients|anyone|everyone|"
    r"residents|americans|workers|persons|youths?)(?: aged)? (?:over|under|above|below) $",
    re.IGNORECASE,
)
_AGE_SUBJECT = re.compile(
    r"\b(?:he|she|I|who)(?: is| am|['’]m| was|'s|’s|'ll be| will be| turned| turns| would be|"
    r" had been| is now| is only| is just)[ ](?:now |only |just )?$",
    re.IGNORECASE,
)
# "Ana Prica (left), 41, said": where the person stands in the picture.
_PLACE_IN_PHOTO = re.compile(
    r" \((?:(?:second|third|far|top|bottom)[ -])?"
    r"(?:left|right|cent(?:re|er)|above|below|pictured)\), $",
    re.IGNORECASE,
)
_IS_NOW = re.compile(r"\b[A-Z][^\W\d_]+ (?:is|was|turned|turns) (?:now |only |just )?$")
_AGE_CLAUSE = re.compile(r" (?:by|when|in|and|at|on)\b")
_LIFE_EXPECTANCY = re.compile(r"life expectancy\b", re.IGNORECASE)
_PLACING = frozenset("in at near from to of around across outside inside on off over into".split())


class AgeReader:
    """Tells which bare numbers of one document are ages."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.entity_at = {
            index: (entity.label, entity.token_start)
            for entity in doc.model_entities
            for index in range(entity.token_start, entity.token_end)
        }
        """Label and first token of the model's entity at a token."""

    def rule(self, piece: Piece, sentence: Sentence) -> str | None:
        """Return the rule by which a bare number is an age, or None."""
        draft = piece.draft
        if draft.unit is not None or draft.numeral.decimals > 1:
            return None
        value = draft.high if draft.is_range else draft.value
        if value is None or not 0 < value < 125:
            return None
        text, start, end = self.text, draft.start, draft.end
        before = text[max(sentence.char_start, start - 24) : start]
        early = (
            before
            if piece.cue is None
            else text[max(sentence.char_start, piece.cue.start - 24) : piece.cue.start]
        )
        longer = text[max(sentence.char_start, start - 60) : start]
        subject = _AGE_SUBJECT.search(before) is not None
        if _AGE_BEFORE.search(before) or _AGE_BEFORE.search(early):
            return "age:word before"
        if _AGE_BAND.match(text, end, sentence.char_end):
            return GROUP
        if subject and (
            not text[end : end + 2].strip(" ")[:1].isalpha() or _AGE_CLAUSE.match(text, end)
        ):
            return "age:he is"
        if piece.noun is None:
            if _AGE_WHEN.search(before):
                return "age:when he was"
            if _AGE_AFTER.match(text, end, sentence.char_end):
                return "age:or older"
            if _AGE_GROUP.search(before):
                return "age:people over"
            if self._named_is(before, text[end : end + 1], first=piece.first):
                return "age:a person is"
            if _AGE_NAMED.search(longer):
                return "age:of a named age"
        if _LIFE_EXPECTANCY.search(longer):
            return "age:life expectancy"
        if draft.numeral.is_bare_integer and self._after_person(piece, before, sentence):
            return "age:after a person's name"
        return None

    def _named_is(self, before: str, mark: str, *, first: int) -> bool:
        """A person is a number and no more is said of it: "Garland is 63, which means ..."."""
        if mark not in ("", ",", ".", ";", ")") or not _IS_NOW.search(before):
            return False
        verb = first - 1
        while verb > 0 and self.tokens.text[verb].lower() in ("now", "only", "just"):
            verb -= 1
        return self.entity_at.get(verb - 1, ("", 0))[0] == "PERSON"

    def _after_person(self, piece: Piece, before: str, sentence: Sentence) -> bool:
        """A name stands before, and a comma or bracket closes the number."""
        text, start, end = self.text, piece.draft.start, piece.draft.end
        closed = end >= sentence.char_end
        comma = before.endswith(", ") and (closed or text[end : end + 1] in (",", ".", ";", ")"))
        bracket = before.endswith("(") and text[end : end + 1] == ")"
        if not (comma or bracket) or (piece.draft.value or 0) < 1:
            return False
        name = piece.first - 2
        place = _PLACE_IN_PHOTO.search(before)
        if place is not None:
            opening = self.doc.token_at(start - len(place.group()) + 1)
            name = name if opening is None else opening - 1
        if name < sentence.token_start or self.tokens.tag[name] != "NNP":
            return False
        if bracket and self.tokens.text[name].lower() in INSTITUTIONS:
            return False
        label, begin = self.entity_at.get(name, ("", name))
        if label == "PERSON":
            return True
        if closed:
            return False
        # The model takes many a surname for a place; "in Kyiv, 40, ..." has a preposition.
        in_place = begin > sentence.token_start and self.tokens.text[begin - 1].lower() in _PLACING
        following = self.tokens.tag[piece.after + 1] if piece.after + 1 < len(self.tokens) else ""
        clause = following.startswith(("VB", "W", "MD", "DT", "NN")) or text[end : end + 1] != ","
        return comma and label not in ("DATE", "CARDINAL") and not in_place and clause
