"""Facts about several things together: how many they are, what they cost, and which of them lack an amount."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ehport.analysis.basis import Listed
from ehport.analysis.fact import Fact, Unit
from ehport.analysis.sources import Origins, Sources, Traced, cells_of
from ehport.lang.language import Text
from ehport.model.total import Total

KNOWN = Text("Prosjekter som summen omfatter", "Projects that the sum covers")
_MISSING = Text(
    "Prosjekter som mangler i summen fordi de ikke har oppgitt et beløp som kan leses; pausede regnes ikke med",
    "Projects that the sum lacks because they give no amount that can be read; paused ones are left out",
)


def how_many(name: str, found: Iterable[Traced], words: Text) -> Fact:
    """Return how many things there are, with the cells of all of them."""
    listed = tuple(found)
    return Fact(name, len(listed), Unit.COUNT, words, cells_of(listed))


def sum_facts(
    name: str, total: Total, *, projects: Collection[Listed], words: Text, origins: Origins
) -> Iterator[Fact]:
    """Yield a sum of this year's money, how many projects it covers and how many it lacks."""
    paid = [each for each in projects if each.budget is not None]
    money = origins.money(paid)
    whole = f"{name}.total" if name == "budget" else f"{name}.budget"
    yield Fact(whole, total.over(projects), Unit.TKR, words, money)
    yield Fact(f"{name}.counted.count", total.counted, Unit.COUNT, KNOWN, money)
    yield from missing_facts(name, total, origins=origins)


def next_money(projects: Iterable[Listed], origins: Origins) -> Sources:
    """Return the cells of next year's money."""
    return origins.money([each for each in projects if each.next_year is not None], "next_year")


def missing_facts(name: str, total: Total, *, origins: Origins) -> Iterator[Fact]:
    """Yield how many projects a sum lacks, and which."""
    lacking = [origins.members[each] for each in total.missing]
    cells = tuple(cell for each in lacking for cell in each.registered("id"))
    yield Fact(f"{name}.missing.count", len(lacking), Unit.COUNT, _MISSING, cells)
    yield Fact(f"{name}.missing.names", tuple(each.name for each in lacking), Unit.NAMES, _MISSING, cells)
