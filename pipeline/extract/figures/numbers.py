"""Numerals: runs of digits and number words read as one value, with exact spans.

`numerals(text, start, end)` yields every number written between two offsets, left to right,
without overlaps and without asking what it stands for; a digit or number word that makes no
value of its own (an ordinal, a broken group) is yielded too, so that nothing is lost.
The scan is linear: each character is looked at by one regular expression without nesting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.extract.figures.words import VAGUE, VULGAR, WORDS


class Atom(NamedTuple):
    """A run of digits or one number word."""

    kind: str
    value: float
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Numeral:
    """One number as written."""

    kind: str
    """cardinal, fraction, magnitude, multiple, vague, implicit, ordinal or unreadable."""
    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    scale: float = 1.0
    """The factor that a scale word or letter contributed."""
    mantissa: float = 0.0
    is_digits: bool = False
    is_grouped: bool = False
    decimals: int = 0
    is_ambiguous: bool = False
    words: str = ""
    """The number's first word, lower case: what rules about `one`, `both` or `half` ask for."""
    steps: list[str] = field(default_factory=list)

    @property
    def is_bare_integer(self) -> bool:
        """Digits alone: no grouping, decimals or scale."""
        return self.is_digits and not self.is_grouped and not self.decimals and self.scale == 1


def _alternatives(words: list[str]) -> str:
    """Return the words as one expression that branches on the first letter only once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda one: (one[0], -len(one), one)):
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_VULGAR = "".join(VULGAR)
_ATOM = re.compile(
    r"[0-9]+(?:[.,'’][0-9]+)*"
    rf"|[{_VULGAR}]"
    rf"|(?<![^\W_])(?i:{_alternatives(list(WORDS))})(?![^\W_])"
    r"|(?![0-9])\d+"
)
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN_GROUPS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_POINT_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?")
_APOSTROPHE_GROUPS = re.compile(r"[0-9]{1,3}(?:['’][0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
_ONE_POINT_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_POWER = re.compile(r" ?[×x*] ?10(?:\^|\*\*)?([-−–+⁻]?[0-9⁰¹²³⁴-⁹]{1,2})(?![0-9])")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_SPACES = " \u00a0\u202f\u2009"
_GAPS = frozenset([*_SPACES, "-", "\u2011", ""])
_MAX_DIGITS = 200  # with any scale the value still fits a float
_MAX_SCALE = 1e18


def atoms(text: str, start: int, end: int) -> list[Atom]:
    """Return every run of digits and every number word between the offsets."""
    found: list[Atom] = []
    for match in _ATOM.finditer(text, start, end):
        first, last = match.span()
        run = match.group()
        word = WORDS.get(run.lower())
        if word is not None:
            found.append(Atom(word.kind, word.value, first, last, run.lower()))
        elif run in VULGAR:
            found.append(Atom("vulgar", VULGAR[run], first, last, run))
        elif "0" <= run[0] <= "9":
            found.append(Atom("digits", 0.0, first, last, run))
        else:
            found.append(Atom("other_script", 0.0, first, last, run))
    return found


def numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Yield the numbers written between two offsets, in order and without overlap."""
    parts = atoms(text, start, end)
    reader = _Reader(text, start, end, parts)
    index = 0
    while index < len(parts):
        numeral, index = reader.read(index)
        yield numeral


class _Reader:
    """Reads one numeral at a time from a list of atoms."""

    def __init__(self, text: str, start: int, end: int, parts: list[Atom]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.parts = parts

    def gap(self, index: int) -> str:
        """Return what stands between an atom and the next, or a mark no rule accepts."""
        if index + 1 >= len(self.parts):
            return "\0"
        first, last = self.parts[index].end, self.parts[index + 1].start
        return self.text[first:last].lower() if last - first <= 12 else "\0"

    def kind(self, index: int) -> str:
        """Return the kind of an atom, or nothing past the last one."""
        return self.parts[index].kind if index < len(self.parts) else ""

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

    # Digits

    def _digits(self, index: int) -> tuple[Numeral, int]:
        atom = self.parts[index]
        text = self.text
        if atom.kind == "vulgar":
            numeral = Numeral("fraction", atom.start, atom.end, atom.value, words=atom.text)
            numeral.steps.append("fraction:sign")
            return self._scaled(numeral, index + 1)
        value, grouped, decimals, ambiguous, step = _digit_value(atom.text)
        if value is None:
            numeral = Numeral("unreadable", atom.start, atom.end, None, words=atom.text)
            numeral.steps.append("digits:unreadable")
            return numeral, index + 1
        start, end, after = atom.start, atom.end, index + 1
        if (
            start > self.start
            and text[start - 1] == "."
            and "." not in atom.text
            and "," not in atom.text
            and (start - 1 == self.start or not text[start - 2].isalnum())
            and (start - 2 < self.start or text[start - 2] not in ".)]”\"’'")
        ):
            start -= 1
            value, decimals, step = value / 10 ** len(atom.text), len(atom.text), "digits:decimal"
        elif not decimals and not grouped and len(atom.text) <= 3 and atom.text[0] != "0":
            joined = self._space_groups(index)
            if joined > index + 1:
                digits = "".join(self.parts[i].text for i in range(index, joined))
                value, grouped, step = float(digits), True, "digits:space-grouped"
                end, after = self.parts[joined - 1].end, joined
        power = _POWER.match(text, end, self.end)
        if power:
            exponent = int(power.group(1).translate(_SUPERSCRIPTS))
            value, end, step = value * 10.0**exponent, power.end(), "digits:power-of-ten"
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
        return self._scaled(numeral, after)

    def _space_groups(self, index: int) -> int:
        """Return the index after the last group of three that a space joins to the digits."""
        after = index + 1
        mark = self.gap(index)
        if len(mark) != 1 or mark not in _SPACES:
            return after
        previous = self.text[self.parts[index].start - 1 : self.parts[index].start]
        if previous in "./-:#" and previous:
            return after
        while (
            after < len(self.parts)
            and self.gap(after - 1) == mark
            and self.kind(after) == "digits"
            and len(self.parts[after].text) == 3
        ):
            after += 1
        # "May 15 200 people" must not become 15,200.
        if mark == " " and self._word_before_is_month(index):
            return index + 1
        return after

    def _word_before_is_month(self, index: int) -> bool:
        before = self.text[max(self.start, self.parts[index].start - 12) : self.parts[index].start]
        word = before.rstrip(" ").rsplit(" ", 1)[-1].rstrip(".").lower()
        return word[:3] in _MONTH_STARTS and word.isalpha() and len(word) >= 3

    def _mixed(self, numeral: Numeral, after: int) -> tuple[Numeral, int] | None:
        """Read "3½", "1 1/2", "1/2", "3 and a half" from the digits already read."""
        text, end = self.text, numeral.end
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
            gap == " "
            and following.kind == "digits"
            and self.gap(after) == "/"
            and self.kind(after + 1) == "digits"
            and self._is_fraction(after, after + 1)
        ):
            part = float(following.text) / float(self.parts[after + 1].text)
            return self._add(numeral, part, self.parts[after + 1].end, "mixed fraction"), after + 2
        if following.text == "half" and gap in (" and a ", "-and-a-"):
            return self._add(numeral, 0.5, following.end, "and a half"), after + 1
        if following.text in ("quarter", "quarters") and gap == " and a " and text[end] == " ":
            return self._add(numeral, 0.25, following.end, "and a quarter"), after + 1
        return None

    def _is_fraction(self, top: int, bottom: int) -> bool:
        """1/2, 3/4 and 9/16 are fractions; 9/11 and 24/7 are not."""
        upper, lower = self.parts[top].text, self.parts[bottom].text
        if not (upper.isdigit() and lower.isdigit() and len(upper) <= 2 and len(lower) <= 2):
            return False
        after = self.parts[bottom].end
        if self.text[after : after + 1] == "/":
            return False
        return 0 < int(upper) < int(lower) and int(lower) in _DENOMINATORS

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
            gap = self.text[numeral.end : atom.start]
            # "70 lakhs", "5 millions": after digits the plural is a scale too.
            plural = atom.kind == "plural" and atom.value >= 1e5 and numeral.scale == 1
            if not (plural or atom.kind in ("scale", "hundred", "dozen")) or gap not in _GAPS:
                break
            if gap == "" and atom.text not in ("bn", "mn", "tn", "mln", "bln", "trn"):
                break
            if numeral.scale > 1 and atom.kind not in ("scale", "plural"):
                break
            if numeral.scale * atom.value > _MAX_SCALE:
                break
            numeral.value *= atom.value
            numeral.scale *= atom.value
            numeral.end = atom.end
            numeral.steps.append(f"scale:{atom.text}")
            after += 1
        if after < len(self.parts) and self.parts[after].text == "half" and numeral.scale > 1:
            gap = self.text[numeral.end : self.parts[after].start].lower()
            if gap == " and a ":  # "a million and a half"
                numeral.value = (numeral.value or 0.0) + numeral.scale / 2
                numeral.end = self.parts[after].end
                numeral.steps.append("and a half")
                after += 1
        return numeral, after

    # Words

    def _cardinal(self, index: int) -> tuple[Numeral, int]:
        total = group = 0.0
        ceiling = float("inf")
        after = index
        fraction = self._one_over(index)
        if fraction is not None:
            return fraction
        while after < len(self.parts):
            atom = self.parts[after]
            if after > index and not self._joins(after - 1):
                break
            if atom.kind == "unit":
                free = group % 100 == 0 or (
                    group % 100 >= 20 and group % 10 == 0 and 0 < atom.value < 10
                )
                if not free or (after > index and atom.value == 0):
                    break
                group += atom.value
            elif atom.kind == "tens":
                if group % 100 != 0:
                    break
                group += atom.value
            elif atom.kind == "hundred":
                if not 0 < group < 100:
                    break
                group *= 100
            elif atom.kind == "scale":
                if atom.value >= ceiling or group == 0:
                    break
                total += group * atom.value
                ceiling, group = atom.value, 0.0
            else:
                break
            after += 1
        value = total + group
        first, last = self.parts[index], self.parts[after - 1]
        numeral = Numeral(
            "cardinal", first.start, last.end, value, mantissa=value, words=first.text
        )
        numeral.steps.append("number words")
        if last.kind == "scale" and group == 0:
            numeral.scale = last.value
            numeral.mantissa = value / last.value
        elif last.kind == "hundred":
            numeral.scale, numeral.mantissa = 100.0, value / 100
        if after < len(self.parts):
            atom, gap = self.parts[after], self.gap(after - 1)
            if atom.kind == "dozen" and gap in _GAPS:
                return self._scaled(numeral, after)
            if atom.text == "half" and gap in (" and a ", "-and-a-", " and one "):
                numeral = self._add(numeral, 0.5 * numeral.scale, atom.end, "and a half")
                return self._scaled(numeral, after + 1)
            # "twenty-first": the tens belong to the ordinal.
            if atom.kind == "ordinal" and atom.value < 10 and gap == "-" and value % 100 >= 20:
                numeral.kind, numeral.end = "ordinal", atom.end
                return numeral, after + 1
        return numeral, after

    def _joins(self, index: int) -> bool:
        """Tell whether two number words belong to one number by what stands between them."""
        gap, left, right = self.gap(index), self.parts[index], self.parts[index + 1]
        if gap in _GAPS and gap:
            return gap in _SPACES or left.kind == "tens" or right.kind in ("hundred", "scale")
        if gap in (" and ", "-and-"):
            return left.kind in ("hundred", "scale") and right.kind in ("unit", "tens")
        return gap == ", " and left.kind == "scale" and right.kind in ("unit", "tens") and (
            self.kind(index + 2) == "hundred"
        )

    def _one_over(self, index: int) -> tuple[Numeral, int] | None:
        """Read "two thirds", "three-quarters", "one fifth" and "one and a half" scaled."""
        atom = self.parts[index]
        gap = self.gap(index)
        following = self.parts[index + 1] if index + 1 < len(self.parts) else None
        if following is None or gap not in (" ", "-", "\u2011") or atom.kind != "unit":
            return None
        top = atom.value
        is_part = following.kind == "part" and (top > 1) == following.text.endswith("s")
        is_part = is_part or (following.kind == "part" and following.text == "half" and top == 1)
        is_part = is_part or (following.kind == "ordinal" and top == 1 and following.value > 2)
        if not is_part or not 0 < top < following.value:
            return None
        if following.text in ("quarter", "quarters", "half", "halves") and not self._share(
            index + 1, gap
        ):
            return None
        value = top / following.value
        numeral = Numeral(
            "fraction", atom.start, following.end, value, mantissa=value, words=following.text
        )
        numeral.steps.append(f"fraction:{int(top)}/{int(following.value)}")
        return numeral, index + 2

    def _share(self, index: int, gap: str) -> bool:
        """Quarters and halves are shares when hyphenated or followed by "of" or "the"."""
        end = self.parts[index].end
        return gap != " " or self.text[end : end + 4].lower() in (" of ", " the", " as ")

    def _bare_scale(self, index: int) -> tuple[Numeral, int]:
        """Read "a million", "half a dozen", "hundred-year-old": a scale without digits."""
        atom = self.parts[index]
        start, value, step = atom.start, atom.value, f"scale:{atom.text}"
        article = self._before(index, "a|an")
        if article is not None:
            start, step = article, f"a {atom.text}"
        elif atom.text in ("mn", "bn", "tn", "mln", "bln", "trn"):
            return self._simple(index, "unreadable")
        numeral = Numeral(
            "cardinal", start, atom.end, value, scale=value, mantissa=1.0, words=atom.text
        )
        numeral.steps.append(step)
        after = index + 1
        if after < len(self.parts) and self.kind(after) in ("unit", "tens"):
            joined = self.gap(after - 1) in (" and ", " ") and atom.kind in ("hundred", "scale")
            if joined:
                rest, beyond = self._cardinal(after)
                smaller = rest.value is not None and rest.value < value
                if smaller and rest.kind == "cardinal" and rest.scale == 1:
                    return self._add(numeral, rest.value or 0.0, rest.end, "number words"), beyond
        return self._scaled(numeral, after)

    def _magnitude(self, index: int) -> tuple[Numeral, int]:
        """Read "hundreds of thousands": from one of the unit to ten of it."""
        first = self.parts[index]
        value, after = first.value, index + 1
        while (
            self.kind(after) in ("plural", "scale")
            and self.gap(after - 1) == " of "
            and value * self.parts[after].value <= _MAX_SCALE
        ):
            value *= self.parts[after].value
            after += 1
        numeral = Numeral("magnitude", first.start, self.parts[after - 1].end, None)
        numeral.low, numeral.high, numeral.words = value, value * 10, first.text
        numeral.steps.append("magnitude:" + self.text[numeral.start : numeral.end].lower())
        return numeral, after

    def _part(self, index: int) -> tuple[Numeral, int]:
        """Read "half", "half a million", "a quarter of", "half-dozen"."""
        atom = self.parts[index]
        gap = self.gap(index)
        if atom.text in ("half", "quarter") and gap in (" a ", "-a-", "-", " ", " of a "):
            following = self.parts[index + 1]
            if following.kind in ("scale", "dozen", "hundred") and (gap != " of a " or True):
                value = following.value / atom.value
                article = self._before(index, "a") if gap in ("-", " ", " of a ") else None
                numeral = Numeral(
                    "cardinal",
                    atom.start if article is None else article,
                    following.end,
                    value,
                    scale=following.value,
                    mantissa=1 / atom.value,
                    words=atom.text,
                )
                numeral.steps.append(f"{atom.text} of a {following.text}")
                return numeral, index + 2
        kind = "fraction" if atom.text in ("half", "quarter") else "unreadable"
        value = 1 / atom.value
        numeral = Numeral(kind, atom.start, atom.end, value, mantissa=value, words=atom.text)
        numeral.steps.append(f"fraction:1/{int(atom.value)}")
        return numeral, index + 1

    def _ordinal(self, index: int) -> tuple[Numeral, int]:
        """Read "a third of" as a share; any other ordinal stays one."""
        atom = self.parts[index]
        if atom.value >= 3 and self._before(index, "a|an") is not None:
            end = atom.end
            if self.text[end : end + 4].lower() in (" of ", " as ", " the"):
                value = 1 / atom.value
                numeral = Numeral(
                    "fraction", atom.start, end, value, mantissa=value, words=atom.text
                )
                numeral.steps.append(f"fraction:1/{int(atom.value)}")
                return numeral, index + 1
        return self._simple(index, "ordinal")

    def _vague(self, index: int) -> tuple[Numeral, int]:
        """Read "several", "a few hundred", "several dozen" as bounds."""
        atom = self.parts[index]
        low, high = VAGUE[atom.text]
        numeral = Numeral("vague", atom.start, atom.end, None, words=atom.text)
        factor, after = 1.0, index + 1
        while (
            self.kind(after) in ("hundred", "scale", "dozen")
            and self.gap(after - 1) == " "
            and factor * self.parts[after].value <= _MAX_SCALE
        ):
            factor *= self.parts[after].value
            numeral.end = self.parts[after].end
            after += 1
        numeral.low, numeral.high, numeral.scale = low * factor, high * factor, factor
        numeral.steps.append(f"vague:{atom.text}")
        return numeral, after

    def _pair(self, index: int) -> tuple[Numeral, int]:
        """Read "a couple of hundred" as a number; "a pair" alone only implies one."""
        atom = self.parts[index]
        gap = self.gap(index)
        if self.kind(index + 1) in ("hundred", "scale", "dozen") and gap in (" ", " of "):
            numeral = Numeral("cardinal", atom.start, atom.end, 2.0, mantissa=2, words=atom.text)
            numeral.steps.append(f"words:{atom.text}")
            numeral.end = self.parts[index + 1].start - 1
            return self._scaled(numeral, index + 1)
        return self._simple(index, "implicit")


_MONTH_STARTS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_DENOMINATORS = frozenset([2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64])


def _digit_value(run: str) -> tuple[float | None, bool, int, bool, str]:
    """Return value, is grouped, decimals, is ambiguous and the step for a run of digits."""
    if len(run) > _MAX_DIGITS:
        return None, False, 0, False, ""
    if run.isdigit():
        return float(run), False, 0, False, "digits"
    if _COMMA_GROUPS.fullmatch(run) or _INDIAN_GROUPS.fullmatch(run):
        decimals = len(run.partition(".")[2])
        return float(run.replace(",", "")), True, decimals, False, "digits:comma-grouped"
    if _DECIMAL.fullmatch(run):
        ambiguous = _ONE_POINT_GROUP.fullmatch(run) is not None
        return float(run), False, len(run.partition(".")[2]), ambiguous, "digits:decimal"
    if _POINT_GROUPS.fullmatch(run):
        whole, _, part = run.partition(",")
        value = float(whole.replace(".", "") + "." + (part or "0"))
        return value, True, len(part), False, "digits:point-grouped"
    if _APOSTROPHE_GROUPS.fullmatch(run):
        return float(re.sub("['’]", "", run)), True, 0, False, "digits:apostrophe-grouped"
    if _DECIMAL_COMMA.fullmatch(run):
        value = float(run.replace(",", "."))
        return value, False, len(run.partition(",")[2]), True, "digits:decimal-comma"
    return None, False, 0, False, ""
