"""Elided nouns: what a bare number counts when its sentence says so in another place.

What a number shares with one set beside it belongs to lending; here its own clause tells.
"""

from typing import Final

from pipeline.document import AnalysedDocument, Sentence
from pipeline.extract.figures.counted.nouns import NounPhrase, noun_after
from pipeline.extract.figures.counted.piece import Piece

_SUBJECT_REACH: Final = 20
_COUNTS: Final = frozenset(("number", "count", "tally", "total", "numbers"))
# Said of people without naming them: "173 were injured", "the blast killed 12".
_DONE_TO_PEOPLE: Final = {
    form: state
    for state, forms in {
        "killed": "kill kills killed killing",
        "wounded": "wound wounds wounded wounding",
        "injured": "injure injures injured injuring",
        "hurt": "hurt hurts hurting",
        "arrested": "arrest arrests arrested arresting",
        "displaced": "displace displaces displaced displacing",
        "missing": "missing",
        "dead": "dead",
    }.items()
    for form in forms.split()
}
_GAP_MARKS: Final = frozenset((",", ";", "and", "with"))
_NAMES: Final = frozenset(("NNP", "NNPS"))
_NAME_REACH: Final = 5


class Elided:
    """Finds the nouns that bare numbers of one document leave out."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.doc = doc
        self.tokens = doc.tokens

    def fill(self, piece: Piece, spans: dict[int, int], sentence: Sentence) -> None:
        """Give a bare number what its subject numbers, or the state it is told to be in."""
        draft = piece.draft
        if draft.numeral.kind not in ("cardinal", "magnitude"):
            return
        if (draft.value or 0) % 1 or draft.is_multiple:
            return
        verb = self._verb(piece)
        if verb is None:
            return
        if draft.numeral.kind == "cardinal":
            piece.noun = self._number_of(piece, verb, spans, sentence)
        if piece.noun is None:
            piece.noun = self._state(piece, verb)
        if piece.noun is not None:
            draft.is_elided = True
            draft.steps.append(f"noun:told by '{self.tokens.text[verb]}'")

    def _verb(self, piece: Piece) -> int | None:
        tokens = self.tokens
        verb = piece.first
        for _ in range(4):
            verb = tokens.head[verb]
            if tokens.tag[verb].startswith("VB"):
                return tokens.head[verb] if tokens.dep[verb] in ("aux", "auxpass") else verb
        return None

    def _number_of(
        self, piece: Piece, verb: int, spans: dict[int, int], sentence: Sentence
    ) -> NounPhrase | None:
        """Return what is numbered: "the number of jobs fell to 400"."""
        tokens = self.tokens
        first = max(sentence.token_start, verb - _SUBJECT_REACH)
        for index in range(min(verb, piece.first) - 2, first - 1, -1):
            if tokens.dep[index] in ("nsubj", "nsubjpass") and tokens.head[index] == verb:
                counts = tokens.text[index].lower() in _COUNTS
                if counts and tokens.text[index + 1].lower() == "of":
                    return noun_after(self.doc, index + 1, verb, spans)
                return None
        return None

    def _state(self, piece: Piece, verb: int) -> NounPhrase | None:
        """Return the state that a number of people is in: "173 were injured" -> the injured."""
        tokens = self.tokens
        top = piece.first
        while tokens.head[top] != top and piece.first <= tokens.head[top] < piece.after:
            top = tokens.head[top]
        head, dep = tokens.head[top], tokens.dep[top]
        if tokens.dep[head] in ("aux", "auxpass"):
            head = tokens.head[head]
        told = verb
        if dep in ("nsubj", "nsubjpass"):
            told = next(
                (
                    child
                    for child in self.doc.children[verb]
                    if tokens.dep[child] in ("acomp", "oprd") and child > verb
                ),
                verb,
            )
            done = tokens.tag[told] in ("VBN", "VBG", "JJ")
        else:
            done = dep == "dobj" and head == verb
        state = _DONE_TO_PEOPLE.get(tokens.text[told].lower())
        if head != verb or not done or state is None:
            return None
        return NounPhrase(told, told, state, state, is_plural=True)

    def verbless(self, pieces: list[Piece], index: int) -> Piece | None:
        """Return the figure whose verb a name and a number go on without: "Poland 5, Chad 3".

        Between the two figures stands a name alone, which leads the second.
        """
        piece = pieces[index]
        if index == 0 or piece.draft.numeral.kind != "cardinal":
            return None
        earlier = pieces[index - 1]
        if earlier.draft.unit is None and earlier.noun is None:
            return None
        tokens = self.tokens
        name = piece.first - 1
        while name >= 0 and tokens.tag[name] in _NAMES and piece.first - name <= _NAME_REACH:
            name -= 1
        end = earlier.after if earlier.noun is None else max(earlier.after, earlier.noun.last + 1)
        if earlier.draft.is_elided:
            end = earlier.after
        between = range(end, name + 1)
        if name == piece.first - 1 or not 1 <= len(between) <= 2:
            return None
        if any(tokens.text[token].lower() not in _GAP_MARKS for token in between):
            return None
        piece.lead = piece.first - 1
        return earlier
