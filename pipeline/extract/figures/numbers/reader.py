"""The reader of atoms: what stands between them, and the scale words behind a number."""

import re

from pipeline.extract.figures.numbers.atoms import Atom, Numeral, scaled

SPACES = " \u00a0\u202f\u2009"
GAPS = frozenset([*SPACES, "-", "\u2011", ""])
# "600-plus billion", "60-odd million": the bound stands between number and scale.
BOUND_GAPS = frozenset(("-plus ", " plus ", "+ ", "-odd ", " odd ", " or so "))
SCALES = frozenset(("scale", "hundred", "dozen"))
MAX_SCALE = 1e24


class AtomReader:
    """One sentence's atoms, and what several rules of the grammar ask of them."""

    def __init__(self, text: str, start: int, end: int, parts: list[Atom]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.parts = parts

    def gap(self, index: int) -> str:
        """Return what stands between an atom and the next, or a mark no rule accepts."""
        if index + 1 >= len(self.parts):
            return "\0"
        return self._between(self.parts[index].end, self.parts[index + 1].start)

    def _between(self, start: int, end: int) -> str:
        """Return a short gap in lower case, with runs of spaces as one."""
        if end - start > 12:
            return "\0"
        gap = self.text[start:end].lower()
        return re.sub(" {2,}", " ", gap) if "  " in gap else gap

    def kind(self, index: int) -> str:
        """Return the kind of an atom, or nothing past the last one."""
        return self.parts[index].kind if index < len(self.parts) else ""

    def _simple(self, index: int, kind: str) -> tuple[Numeral, int]:
        atom = self.parts[index]
        numeral = Numeral(kind, atom.start, atom.end, atom.value, words=atom.text)
        numeral.steps.append(f"{kind}:{atom.text}")
        return numeral, index + 1

    def _before(self, index: int, words: str, limit: int = 10) -> int | None:
        """Return where one of the words (joined by |) begins that stands just before an atom."""
        start = self.parts[index].start
        low = max(self.start, start - limit)
        tail = self.text[low:start].lower()
        for word in words.split("|"):
            for mark in (" ", "-"):
                if tail.endswith(word + mark):
                    begin = start - len(word) - 1
                    if begin == self.start or not self.text[begin - 1].isalnum():
                        return begin
        return None

    @staticmethod
    def _add(numeral: Numeral, part: float, end: int, step: str) -> Numeral:
        numeral.value = (numeral.value or 0.0) + part
        numeral.mantissa, numeral.end = numeral.value, end
        numeral.steps.append(step)
        return numeral

    def _scaled(self, numeral: Numeral, after: int) -> tuple[Numeral, int]:
        """Apply the scale words that follow: "3.6 million", "4 hundred thousand", "2 dozen"."""
        while after < len(self.parts) and numeral.value is not None:
            atom = self.parts[after]
            gap = self._between(numeral.end, atom.start)
            # "70 lakhs", "5 millions", "3 dozens": after digits the plural is a scale too.
            large = atom.value >= 1e5 or atom.text == "dozens"
            plural = atom.kind == "plural" and large and numeral.scale == 1
            bound = gap in BOUND_GAPS and atom.kind == "scale" and numeral.scale == 1
            if not (plural or atom.kind in SCALES) or not (gap in GAPS or bound):
                break
            if gap == "" and atom.text not in ("bn", "mn", "tn", "mln", "bln", "trn"):
                break
            if numeral.scale > 1 and atom.kind not in ("scale", "plural"):
                break
            if numeral.scale * atom.value > MAX_SCALE:
                break
            numeral.value = scaled(numeral.value, atom.value)
            numeral.scale *= atom.value
            numeral.end = atom.end
            numeral.steps.append(f"scale:{atom.text}")
            after += 1
        if after < len(self.parts) and self.parts[after].text == "half" and numeral.scale > 1:
            gap = self._between(numeral.end, self.parts[after].start)
            if gap == " and a ":  # "a million and a half"
                numeral.value = (numeral.value or 0.0) + numeral.scale / 2
                numeral.end = self.parts[after].end
                numeral.steps.append("and a half")
                after += 1
        return numeral, after
