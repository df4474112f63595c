"""Number words: "twenty-eight thousand six hundred", "half a million", "two thirds"."""

import re

from pipeline.extract.figures.numbers.atoms import Numeral, scaled
from pipeline.extract.figures.numbers.reader import (
    BOUND_GAPS,
    GAPS,
    MAX_SCALE,
    SCALES,
    SPACES,
    AtomReader,
)
from pipeline.extract.figures.numbers.words import VAGUE

_MAX_DECIMALS = 9
# What a mixed number with a quarter or a third measures: "two and a third times", but not
# "they shot two and a third fled".
_MEASURED = re.compile(
    r" (?:per ?cent|percentage|points?|times|years|months|weeks|days|hours|minutes|miles|inches|"
    r"feet|metres|meters|kilomet(?:re|er)s|tonnes|pounds|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)


class WordReader(AtomReader):
    """Reads numbers written in words."""

    def _cardinal(self, index: int) -> tuple[Numeral, int]:
        fraction = self._one_over(index)
        if fraction is not None:
            return fraction
        total, group, after = self._sum(index)
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
        return self._extended(numeral, index, after)

    def _sum(self, index: int) -> tuple[float, float, int]:
        """Add up number words; return what scales closed, the rest, and the index after them."""
        total = group = 0.0
        ceiling = float("inf")
        after = index
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
        return total, group, after

    def _extended(self, numeral: Numeral, index: int, after: int) -> tuple[Numeral, int]:
        """Read what goes on behind a cardinal: a dozen, decimals, a part, an ordinal's end."""
        if after >= len(self.parts):
            return numeral, after
        atom, gap, value = self.parts[after], self.gap(after - 1), numeral.value or 0.0
        if (atom.kind == "dozen" or atom.text == "dozens") and gap in GAPS:
            return self._scaled(numeral, after)
        if gap == " point " and numeral.scale <= 100 and atom.kind in ("unit", "tens"):
            return self._decimal_words(numeral, index, after)
        mixed = self._and_part(numeral, after)
        if mixed is not None:
            return self._scaled(*mixed)
        if gap in BOUND_GAPS and atom.kind == "scale":
            return self._scaled(numeral, after)
        if atom.kind == "part" and atom.value > 4 and gap in (" ", "-"):
            # "twenty-three fifths"
            numeral.kind, numeral.end, numeral.words = "fraction", atom.end, atom.text
            numeral.value = value / atom.value
            numeral.steps.append(f"fraction:{int(value)}/{int(atom.value)}")
            return numeral, after + 1
        # "twenty-first": the tens belong to the ordinal.
        if atom.kind == "ordinal" and atom.value < 10 and gap == "-" and value % 100 >= 20:
            numeral.kind, numeral.end = "ordinal", atom.end
            return numeral, after + 1
        return numeral, after

    def _joins(self, index: int) -> bool:
        """Tell whether two number words belong to one number by what stands between them."""
        gap, left, right = self.gap(index), self.parts[index], self.parts[index + 1]
        if gap in GAPS and gap:
            return gap in SPACES or left.kind == "tens" or right.kind in ("hundred", "scale")
        if gap in (" and ", "-and-"):
            return left.kind in ("hundred", "scale") and right.kind in ("unit", "tens")
        return (
            gap == ", "
            and left.kind == "scale"
            and right.kind in ("unit", "tens")
            and (self.kind(index + 2) == "hundred")
        )

    def _decimal_words(self, numeral: Numeral, index: int, after: int) -> tuple[Numeral, int]:
        """Read "two point five", "two hundred point zero three" behind the word point."""
        # "At one point two men left": a point in time.
        if numeral.value == 1 and self._before(index, "at|that|any|this") is not None:
            return numeral, after
        digits = ""
        while self.kind(after) in ("unit", "tens") and len(digits) < _MAX_DECIMALS:
            if digits and self.gap(after - 1) not in (" ", "-"):
                break
            atom = self.parts[after]
            value = int(atom.value)
            paired = self.kind(after + 1) == "unit" and self.gap(after) in (" ", "-")
            if atom.kind == "tens" and paired and 0 < self.parts[after + 1].value < 10:
                after += 1
                value += int(self.parts[after].value)
            digits += str(value)
            numeral.end = self.parts[after].end
            after += 1
        numeral.value = (numeral.value or 0.0) + int(digits) / 10 ** len(digits)
        numeral.mantissa, numeral.decimals, numeral.scale = numeral.value, len(digits), 1.0
        numeral.steps.append("decimal in words")
        return self._scaled(numeral, after)

    def _and_part(self, numeral: Numeral, after: int) -> tuple[Numeral, int] | None:
        """Read "two and a half", "five and a quarter percent", "one and three-quarter hours"."""
        if after >= len(self.parts):
            return None
        atom, gap = self.parts[after], self.gap(after - 1)
        if atom.text == "half" and gap in (" and a ", "-and-a-", " and one "):
            return self._add(numeral, 0.5 * numeral.scale, atom.end, "and a half"), after + 1
        if numeral.scale != 1 or numeral.decimals:
            return None
        part = atom.text == "quarter" or (atom.kind == "ordinal" and 2 < atom.value < 100)
        if part and gap in (" and a ", "-and-a-") and _MEASURED.match(self.text, atom.end):
            return self._add(numeral, 1 / atom.value, atom.end, f"and a {atom.text}"), after + 1
        if gap == " and " and atom.kind == "unit" and self.gap(after) in (" ", "-"):
            below = self.parts[after + 1]
            named = below.kind == "part" or (below.kind == "ordinal" and below.value > 2)
            measured = _MEASURED.match(self.text, below.end)
            whole = below.text[-1] == "s" and self.text[below.end : below.end + 4] != " of "
            if named and 0 < atom.value < below.value and (measured or whole):
                value = atom.value / below.value
                return self._add(numeral, value, below.end, "mixed fraction"), after + 2
        return None

    def _one_over(self, index: int) -> tuple[Numeral, int] | None:
        """Read "two thirds", "three-quarters", "one fifth" and "one and a half" scaled."""
        atom = self.parts[index]
        gap = self.gap(index)
        following = self.parts[index + 1] if index + 1 < len(self.parts) else None
        if following is None or gap not in (" ", "-", "\u2011") or atom.kind != "unit":
            return None
        top = atom.value
        several = following.text.endswith("s") or gap in ("-", "\u2011")
        is_part = following.kind == "part" and (several if top > 1 else following.text[-1] != "s")
        is_part = is_part or (following.kind == "part" and following.text == "half" and top == 1)
        is_part = is_part or (following.kind == "ordinal" and top == 1 and following.value > 2)
        # "The last two quarters" are periods: nobody calls a half two quarters.
        if not is_part or not 0 < top < following.value or (top, following.value) == (2, 4):
            return None
        scaled = self.kind(index + 2) in SCALES and self.gap(index + 1) in (" ", "-")
        period = following.text in ("quarter", "quarters", "half", "halves")
        if period and not scaled and not self._share(index + 1, gap):
            return None
        value = top / following.value
        numeral = Numeral(
            "fraction", atom.start, following.end, value, mantissa=value, words=following.text
        )
        numeral.steps.append(f"fraction:{int(top)}/{int(following.value)}")
        return self._part_of_scale(numeral, index + 2)

    def _part_of_scale(self, numeral: Numeral, after: int) -> tuple[Numeral, int]:
        """Read "three-quarters of a million" and "a third of a million" as numbers."""
        if self.kind(after) in SCALES and self.gap(after - 1) in (" of a ", " ", "-"):
            scale = self.parts[after]
            numeral.kind, numeral.end, numeral.scale = "cardinal", scale.end, scale.value
            numeral.value = scaled(numeral.value or 0.0, scale.value)
            numeral.steps.append(f"of a {scale.text}")
            after += 1
        return numeral, after

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
            and value * self.parts[after].value <= MAX_SCALE
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
            if following.kind in ("scale", "dozen", "hundred"):
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
                return self._part_of_scale(numeral, index + 1)
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
            and factor * self.parts[after].value <= MAX_SCALE
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
