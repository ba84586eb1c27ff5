"""Ends: when projects end, by quarter or by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ehport.analysis.basis import Basis, Listed
from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import Origins
from ehport.form.planned import PlannedTime
from ehport.lang.language import Text

T = TypeVar("T")
Place = tuple[int, int | None]
_ENDS = Text(
    "Prosjekter i porteføljen der meldt slutt ligger i {when}",
    "Projects of the portfolio whose reported end lies in {when}",
)
_ENDS_UNKNOWN = Text(
    "Prosjekter i porteføljen uten en slutt som kan leses", "Projects of the portfolio without an end that can be read"
)
_YEAR_ALONE = Text("{year}, uten kvartal", "{year}, without a quarter")
_QUARTER = Text("{quarter}. kvartal {year}", "Q{quarter} {year}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A quarter, or a whole year where ``quarter`` is ``None``, and the projects that end in it."""

    year: int
    quarter: int | None
    projects: tuple[Listed, ...]

    @property
    def fact(self) -> str:
        """The name of its facts."""
        return f"ends.{self.year}.q{self.quarter}" if self.quarter else f"ends.{self.year}.year"


@dataclass(frozen=True, slots=True)
class Ends:
    """When the counted projects end: by quarter, by year alone, and without an end that could be read."""

    quarters: tuple[Slot, ...]
    years: tuple[Slot, ...]
    unknown: tuple[Listed, ...]


def place(time: PlannedTime | None) -> Place | None:
    """Return the year and quarter a time lies in; a longer time has the year of its last day."""
    first, last = (time.earliest(), time.latest()) if time else (None, None)
    if first is None or last is None:
        return None
    quarter = (last.month + 2) // 3
    return last.year, quarter if (first.year, (first.month + 2) // 3) == (last.year, quarter) else None


def ends(basis: Basis) -> Ends:
    """Return when the counted projects end."""
    quarters, years, unknown = placed(basis.listed(basis.counted), lambda each: each.ends)
    return Ends(
        tuple(Slot(year, quarter, found) for (year, quarter), found in quarters),
        tuple(Slot(year, None, found) for (year, _), found in years),
        unknown,
    )


def placed(
    found: Iterable[T], time: Callable[[T], PlannedTime | None]
) -> tuple[list[tuple[Place, tuple[T, ...]]], list[tuple[Place, tuple[T, ...]]], tuple[T, ...]]:
    """Return what has a time, by quarter and by year alone, and what has none."""
    slots: dict[Place | None, list[T]] = {}
    for each in found:
        slots.setdefault(place(time(each)), []).append(each)
    unknown = tuple(slots.pop(None, ()))
    dated = {where: tuple(each) for where, each in slots.items() if where is not None}
    quarters = sorted((item for item in dated.items() if item[0][1]), key=lambda item: item[0])
    years = sorted((item for item in dated.items() if not item[0][1]), key=lambda item: item[0][0])
    return quarters, years, unknown


def end_facts(found: Ends, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about the ends of projects."""
    slots = (*found.quarters, *found.years)
    for slot in slots:
        cells = origins.answers(slot.projects, "ends")
        named = rule(_ENDS, when=quarter_of(slot.year, slot.quarter))
        yield Fact(f"{slot.fact}.count", len(slot.projects), Unit.COUNT, named, cells)
    for year in sorted({slot.year for slot in slots}):
        projects = _of_year(slots, year)
        cells = origins.answers(projects, "ends")
        yield Fact(f"ends.{year}.count", len(projects), Unit.COUNT, rule(_ENDS, when=str(year)), cells)
    unknown = origins.answers(found.unknown, "ends")
    yield Fact("ends.unknown.count", len(found.unknown), Unit.COUNT, _ENDS_UNKNOWN, unknown)


def quarter_of(year: int, quarter: int | None) -> Text:
    """Return a quarter in words, or a year where it has none."""
    return rule(_QUARTER, year=str(year), quarter=str(quarter)) if quarter else rule(_YEAR_ALONE, year=str(year))


def _of_year(slots: Iterable[Slot], year: int) -> list[Listed]:
    return [project for slot in slots if slot.year == year for project in slot.projects]
