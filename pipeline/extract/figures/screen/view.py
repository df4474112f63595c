"""The view: one sentence as the rules of the screen look at it."""

from pipeline.document import AnalysedDocument, PassedOver, Sentence
from schemas.figures import FigureReject


def passed(code: FigureReject, start: int, end: int, rule: str) -> PassedOver:
    """Return the reject of a number."""
    return PassedOver(code.value, start, end, rule)


class View:
    """A sentence's text and tokens, and what stands beside an offset in it."""

    def __init__(self, doc: AnalysedDocument, sentence: Sentence) -> None:
        self.doc = doc
        self.text = doc.text
        self.sentence = sentence
        self.first = sentence.char_start
        self.last = sentence.char_end

    def next(self, char: int) -> tuple[int, str, str]:
        """Return index, text and tag of the first token at or after an offset."""
        tokens = self.doc.tokens
        covering = self.doc.tokens_in(char, self.last)
        for index in covering:
            if tokens.start[index] >= char or char < tokens.end[index]:
                word = self.text[max(char, tokens.start[index]) : tokens.end[index]]
                return index, word, tokens.tag[index]
        return len(tokens), "", ""

    def tag_before(self, char: int) -> str:
        """Return the tag of the token that ends just before an offset, over one space."""
        tokens = self.doc.tokens
        index = self.doc.token_at(char)
        if index is None or index <= self.sentence.token_start:
            return ""
        return tokens.tag[index - 1] if tokens.end[index - 1] >= char - 1 else ""
