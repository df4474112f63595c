"""Units: the one table of them, by the words and by the symbols that write each."""

from dataclasses import dataclass, replace
from typing import Final

from pipeline.extract.figures.units import table as unit_table


@dataclass(slots=True, frozen=True)
class Unit:
    """One unit of the table."""

    kind: str
    code: str
    name: str
    pint_name: str = ""
    rate: str | None = None
    rate_pint: str = ""

    def per(self, name: str) -> "Unit":
        """Return the unit taken per something else."""
        denominator = WORDS.get(name)
        return replace(
            self,
            rate=name,
            rate_pint=denominator.pint_name if denominator else "",
            code=f"{self.code}/{denominator.code if denominator else name}",
        )

    @property
    def full_name(self) -> str:
        """The name with its rate: "barrel per day"."""
        return self.name if self.rate is None else f"{self.name} per {self.rate}"


def _read_table(table: str, kind: str) -> list[tuple[Unit, list[str], list[str]]]:
    rows = []
    for line in table.strip().splitlines():
        fields = [field.strip() for field in line.split(" ;")]
        code, name = fields[0], fields[1]
        pint_name = fields[2] if kind != "currency" else ""
        words, symbols = fields[-2], fields[-1].rstrip(";").strip()
        rows.append((Unit(kind, code, name, pint_name), _forms(words), _forms(symbols)))
    return rows


def _forms(cell: str) -> list[str]:
    return [form.strip() for form in cell.strip(" ;").split(",") if form.strip()]


WORDS: Final[dict[str, Unit]] = {}
SYMBOLS: Final[dict[str, Unit]] = {}
for _table, _kind in (
    (unit_table.DURATIONS, "duration"),
    (unit_table.PERCENTS, "percent"),
    (unit_table.MEASURES, "measure"),
    (unit_table.RATIOS, "ratio"),
    (unit_table.CURRENCIES, "currency"),
):
    for _unit, _words, _symbols in _read_table(_table, _kind):
        for _form in _words:
            WORDS.setdefault(_form, _unit)
        for _form in _symbols:
            SYMBOLS.setdefault(_form, _unit)

DOLLAR: Final = SYMBOLS["$"]
YEAR_OF_AGE: Final = Unit("age", "a", "year of age", "year")
POUND: Final = Unit("measure", "[lb_av]", "pound-mass", "pound")
STERLING: Final = SYMBOLS["£"]
