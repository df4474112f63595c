"""Numerals: runs of digits and number words read as one value, with exact spans.

`numerals(text, start, end)` yields every number written between two offsets, left to right,
without overlaps and without asking what it stands for; a digit or number word that makes no
value of its own (an ordinal, a broken group) is yielded too, so that nothing is lost.
"""

import re
from collections.abc import Iterator

from pipeline.extract.figures.numbers.atoms import Atom, Numeral, atoms, digit_value
from pipeline.extract.figures.numbers.in_words import WordReader
from pipeline.extract.figures.numbers.reader import SPACES

_POWER = re.compile(r" ?[×x*] ?10(?:\^|\*\*)?([-−–+⁻]?[0-9⁰¹²³⁴-⁹]{1,2})(?![0-9])")
_EXPONENT = re.compile(r"[eE]([-−+]?[0-9]{1,2})(?![0-9A-Za-z])")
_LAST_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_MONTH_STARTS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_DENOMINATORS = frozenset([2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64])


def numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Yield the numbers written between two offsets, in order and without overlap."""
    parts = atoms(text, start, end)
    reader = _Reader(text, start, end, parts)
    index = 0
    while index < len(parts):
        numeral, index = reader.read(index)
        yield numeral


class _Reader(WordReader):
    """Reads one numeral at a time, in digits or in words."""

    def read(self, index: int) -> tuple[Numeral, int]:
        """Return the longest numeral that begins at the atom, and the index after it."""
        atom = self.parts[index]
        match atom.kind:
            case "digits" | "vulgar":
                return self._digits(index)
            case "unit" | "tens":
                return self._cardinal(index)
            case "hundred" | "scale" | "dozen":
                return self._bare_scale(index)
            case "plural":
                return self._magnitude(index)
            case "part":
                return self._part(index)
            case "ordinal":
                return self._ordinal(index)
            case "vague":
                return self._vague(index)
            case "pair":
                return self._pair(index)
            case "multiple":
                return self._simple(index, "multiple")
            case "both" | "single" | "extra":
                return self._simple(index, "implicit")
        return self._simple(index, "unreadable")

    def _digits(self, index: int) -> tuple[Numeral, int]:
        atom = self.parts[index]
        if atom.kind == "vulgar":
            numeral = Numeral("fraction", atom.start, atom.end, atom.value, words=atom.text)
            numeral.steps.append("fraction:sign")
            return self._scaled(numeral, index + 1)
        value, grouped, decimals, ambiguous, step = digit_value(atom.text)
        if value is None:
            numeral = Numeral("unreadable", atom.start, atom.end, None, words=atom.text)
            numeral.steps.append("digits:unreadable")
            return numeral, index + 1
        start, end, after = atom.start, atom.end, index + 1
        if self._opens_with_point(atom):
            start -= 1
            value, decimals, step = value / 10 ** len(atom.text), len(atom.text), "digits:decimal"
        elif not decimals and not grouped and len(atom.text) <= 3 and atom.text[0] != "0":
            joined = self._space_groups(index)
            if joined > index + 1:
                digits = "".join(self.parts[i].text for i in range(index, joined))
                value, grouped, step = float(digits), True, "digits:space-grouped"
                decimals = len(digits.partition(".")[2])
                end, after = self.parts[joined - 1].end, joined
        power = self._power(end, decimals)
        if power is not None:
            exponent, end = power
            value, step = value * 10.0**exponent, "digits:power-of-ten"
            while after < len(self.parts) and self.parts[after].start < end:
                after += 1
        numeral = Numeral(
            "cardinal",
            start,
            end,
            value,
            mantissa=value,
            is_digits=True,
            is_grouped=grouped,
            decimals=decimals,
            is_ambiguous=ambiguous,
            words=atom.text,
        )
        numeral.steps.append(step)
        if decimals == 0:
            mixed = self._mixed(numeral, after)
            if mixed is not None:
                return self._scaled(*mixed)
        return self._chained(*self._scaled(numeral, after))

    def _opens_with_point(self, atom: Atom) -> bool:
        """Tell whether a point before the digits makes them decimals: ".5"."""
        text, start = self.text, atom.start
        if start <= self.start or text[start - 1] != "." or "." in atom.text or "," in atom.text:
            return False
        before = text[start - 2 : start - 1] if start - 2 >= self.start else ""
        return not before.isalnum() and (not before or before not in ".)]”\"’'")

    def _power(self, end: int, decimals: int) -> tuple[int, int] | None:
        """Return the power of ten behind digits, and where it ends: "3 x 10^5", "1.2e6"."""
        power = _POWER.match(self.text, end, self.end)
        if power is None and decimals and self.text[end : end + 1] in "eE":
            power = _EXPONENT.match(self.text, end, self.end)
        if power is None:
            return None
        return int(power.group(1).translate(_SUPERSCRIPTS)), power.end()

    def _chained(self, numeral: Numeral, after: int) -> tuple[Numeral, int]:
        """Read "2 crore 50 lakh", "3 hundred and 21": the smaller numbers that follow."""
        if numeral.scale == 100 and self.gap(after - 1) == " and " and self.kind(after) == "digits":
            rest = self.parts[after].text
            ends = self.kind(after + 1) not in ("hundred", "scale") or self.gap(after) != " "
            if rest.isdigit() and len(rest) <= 2 and ends:  # "3 hundred and 21"
                return self._add(numeral, float(rest), self.parts[after].end, "and"), after + 1
        while (
            numeral.scale > 100
            and self.kind(after) == "digits"
            and self.kind(after + 1) in ("scale", "hundred")
            and self.gap(after - 1) == self.gap(after) == " "
            and self.parts[after].text.isdigit()
            and float(self.parts[after].text) * self.parts[after + 1].value < numeral.scale
        ):
            scale = self.parts[after + 1]
            part = float(self.parts[after].text) * scale.value
            numeral = self._add(numeral, part, scale.end, f"and {scale.text}")
            numeral.scale = scale.value
            after += 2
        return numeral, after

    def _space_groups(self, index: int) -> int:
        """Return the index after the last group of three that a space joins to the digits."""
        after = index + 1
        mark = self._written_gap(index)
        if len(mark) != 1 or mark not in SPACES:
            return after
        previous = self.text[self.parts[index].start - 1 : self.parts[index].start]
        if previous in "./-:#" and previous:
            return after
        while (
            after < len(self.parts)
            and self._written_gap(after - 1) == mark
            and self.kind(after) == "digits"
            and self.parts[after - 1].text.isdigit()
            and _LAST_GROUP.fullmatch(self.parts[after].text)
            and not self.text.startswith("s", self.parts[after].end)  # "44 737s"
        ):
            after += 1
        # "May 15 200 people" must not become 15,200.
        if mark == " " and self._word_before_is_month(index):
            return index + 1
        if mark == " " and self._is_row(after):
            return index + 1
        return after

    def _written_gap(self, index: int) -> str:
        """Return what is written between an atom and the next, runs of spaces as they are."""
        if index + 1 >= len(self.parts):
            return ""
        start = self.parts[index].end
        return self.text[start : min(self.parts[index + 1].start, start + 12)]

    def _is_row(self, after: int) -> bool:
        """Tell whether a bare number follows the last group, as in a table's next column.

        More than one space parts columns by itself: a single one then groups.
        """
        if self.kind(after) != "digits" or self._written_gap(after - 1) != " ":
            return False
        end = self.parts[after].end
        return not self.text[end : min(end + 1, self.end)].strip()

    def _word_before_is_month(self, index: int) -> bool:
        before = self.text[max(self.start, self.parts[index].start - 12) : self.parts[index].start]
        word = before.rstrip(" ").rsplit(" ", 1)[-1].rstrip(".").lower()
        return word[:3] in _MONTH_STARTS and word.isalpha() and len(word) >= 3

    def _mixed(self, numeral: Numeral, after: int) -> tuple[Numeral, int] | None:
        """Read "3½", "1 1/2", "1/2", "3 and a half" from the digits already read."""
        gap = self.gap(after - 1)
        following = self.parts[after] if after < len(self.parts) else None
        if following is None or numeral.value is None:
            return None
        if following.kind == "vulgar" and gap in ("", " "):
            return self._add(numeral, following.value, following.end, "mixed fraction"), after + 1
        if gap == "/" and self._is_fraction(after - 1, after):
            numeral.value /= float(following.text)
            numeral.mantissa, numeral.end, numeral.kind = numeral.value, following.end, "fraction"
            numeral.steps.append("fraction:n/m")
            return numeral, after + 1
        if (
            gap in (" ", "-")
            and following.kind == "digits"
            and self.gap(after) == "/"
            and self.kind(after + 1) == "digits"
            and self._is_fraction(after, after + 1)
        ):
            part = float(following.text) / float(self.parts[after + 1].text)
            return self._add(numeral, part, self.parts[after + 1].end, "mixed fraction"), after + 2
        return self._and_part(numeral, after)

    def _is_fraction(self, top: int, bottom: int) -> bool:
        """1/2, 3/4 and 9/16 are fractions; 9/11 and 24/7 are not."""
        upper, lower = self.parts[top].text, self.parts[bottom].text
        if not (upper.isdigit() and lower.isdigit() and len(upper) <= 2 and len(lower) <= 2):
            return False
        after = self.parts[bottom].end
        if self.text[after : after + 1] == "/":
            return False
        return 0 < int(upper) < int(lower) and int(lower) in _DENOMINATORS
