"""Closed lists: the words that write numbers in English, and what each one is worth."""

from typing import Final, NamedTuple


class Word(NamedTuple):
    """A number word: its kind in the grammar and its value."""

    kind: str
    value: float


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * index for index, word in enumerate(words.split())}


UNITS: Final = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    0,
)
TENS: Final = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
SCALES: Final = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "quintillion": 1e18,
    "sextillion": 1e21,
    "lakh": 1e5,
    "crore": 1e7,
}
SHORT_SCALES: Final = {"mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
# Letters that write a scale only when glued to digits; `m`, `b`, `t` and `k` are units too.
SCALE_LETTERS: Final = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "K": 1e3, "M": 1e6, "B": 1e9,
                        "T": 1e12, "mil": 1e6, "bil": 1e9, "Mn": 1e6, "Bn": 1e9, "MN": 1e6,
                        "BN": 1e9, "Tn": 1e12, "TN": 1e12, **SHORT_SCALES}  # fmt: skip
ORDINALS: Final = {
    **_numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
    **_numbered(
        "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", 30, 10
    ),
    "thousandth": 1000,
    "millionth": 1_000_000,
    "billionth": 1_000_000_000,
    "trillionth": 1_000_000_000_000,
}
PARTS: Final = {
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4, "thirds": 3, "fourths": 4, "fifths": 5,
    "sixths": 6, "sevenths": 7, "eighths": 8, "ninths": 9, "tenths": 10, "twelfths": 12,
    "hundredths": 100, "thousandths": 1000, "millionths": 1e6, "billionths": 1e9,
    "trillionths": 1e12,
}  # fmt: skip
PLURALS: Final = {
    "dozens": 12, "tens": 10, "hundreds": 100, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12, "lakhs": 1e5, "crores": 1e7,
}  # fmt: skip
MULTIPLES: Final = {
    "twice": 2, "thrice": 3, "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "triple": 3,
    "triples": 3, "tripled": 3, "tripling": 3, "treble": 3, "trebled": 3, "trebling": 3,
    "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintuple": 5, "quintupled": 5,
    "halved": 0.5, "halving": 0.5,
}  # fmt: skip
VAGUE: Final = {"several": (3, 9), "few": (3, 9)}
VULGAR: Final = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
    "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8,
    "⅞": 7 / 8,
}  # fmt: skip

WORDS: Final[dict[str, Word]] = {
    **{word: Word("unit", value) for word, value in UNITS.items()},
    **{word: Word("tens", value) for word, value in TENS.items()},
    "hundred": Word("hundred", 100),
    **{word: Word("scale", value) for word, value in (SCALES | SHORT_SCALES).items()},
    "dozen": Word("dozen", 12),
    **{word: Word("ordinal", value) for word, value in ORDINALS.items()},
    **{word: Word("part", value) for word, value in PARTS.items()},
    **{word: Word("plural", value) for word, value in PLURALS.items()},
    **{word: Word("multiple", value) for word, value in MULTIPLES.items()},
    **{
        f"{word}fold": Word("multiple", value)
        for word, value in (UNITS | TENS | {"hundred": 100, "thousand": 1000}).items()
        if value > 1
    },
    **{word: Word("vague", low) for word, (low, _) in VAGUE.items()},
    "couple": Word("pair", 2),
    "pair": Word("pair", 2),
    "trio": Word("pair", 3),
    "both": Word("both", 2),
    "single": Word("single", 1),
    "extra": Word("extra", 1),
    "additional": Word("extra", 1),
}
