"""Next year's portfolio: who goes on, who ends, who may come, and the money that is reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from ehport.analysis.basis import Basis, Listed, total
from ehport.analysis.fact import Fact, Unit
from ehport.analysis.sources import Origins
from ehport.analysis.sums import KNOWN, missing_facts, next_money
from ehport.form.vocabulary import State
from ehport.lang.language import Text
from ehport.model.total import Total

_NEXT = Text(
    "Årets prosjekter uten dem som slutter i år, og med kandidatene",
    "This year's projects without those that end this year, and with the candidates",
)
_NEXT_MONEY = Text(
    "Budsjettet neste år for prosjektene som ventes da: årets uten dem som slutter, og kandidatene",
    "Next year's budget of the projects expected then: this year's without those that end, and the candidates",
)
_ENDING = Text(
    "Prosjekter der siste dag i meldt slutt er i eller før budsjettåret, eller slutten er meldt som levert",
    "Projects whose last possible day of the reported end lies in or before the budget year, or whose end is delivered",
)
_PAID = Text(
    "Prosjekter som ventes neste år, uten dem som er på pause: de som budsjettet neste år kan omfatte",
    "Projects expected next year without those that are paused: those that next year's budget can cover",
)
_GOING_ON = Text("Årets prosjekter uten dem som slutter i år", "This year's projects without those that end this year")
_OVER = [State.DELIVERED.value, State.CLOSED.value]


@dataclass(frozen=True, slots=True)
class NextYear:
    """Next year's portfolio: this year's projects without those that end, and with the candidates."""

    year: int
    going_on: tuple[Listed, ...]
    ending: tuple[Listed, ...]
    candidates: tuple[Listed, ...]
    budget: Total

    @property
    def projects(self) -> tuple[Listed, ...]:
        """The projects expected next year."""
        return (*self.going_on, *self.candidates)


def next_year_facts(found: NextYear, origins: Origins) -> Iterator[Fact]:
    """Yield the facts about next year's portfolio."""
    ends = origins.answers(found.ending, "ends")
    yield Fact("ending.count", len(found.ending), Unit.COUNT, _ENDING, ends)
    yield Fact("ending.names", tuple(each.name for each in found.ending), Unit.NAMES, _ENDING, ends)
    states = origins.registered(found.projects, "state")
    cells = states + origins.answers(found.going_on, "ends")
    yield Fact("next.projects.count", len(found.projects), Unit.COUNT, _NEXT, cells)
    paid = found.budget.counted + len(found.budget.missing)
    yield Fact("next.paid.count", paid, Unit.COUNT, _PAID, cells)
    yield Fact("next.going_on.count", len(found.going_on), Unit.COUNT, _GOING_ON, cells)
    money = next_money(found.projects, origins)
    yield Fact("budget.next.total", found.budget.amount, Unit.TKR, _NEXT_MONEY, money)
    yield Fact("budget.next.counted.count", found.budget.counted, Unit.COUNT, KNOWN, money)
    yield from missing_facts("budget.next", found.budget, origins=origins)


def next_year(basis: Basis) -> NextYear:
    """Return the portfolio expected next year."""
    ends = ending(basis)
    going_on, over = basis.listed(basis.counted[~ends]), basis.listed(basis.counted[ends])
    candidates = basis.listed(basis.candidates)
    return NextYear(
        year=basis.portfolio.round.budget_year + 1,
        going_on=going_on,
        ending=over,
        candidates=candidates,
        budget=total((*going_on, *candidates), of_next_year=True),
    )


def expected(basis: Basis) -> pd.DataFrame:
    """Return the projects expected next year: the counted ones that do not end, and the candidates."""
    return pd.concat([basis.counted[~ending(basis)], basis.candidates])


def ending(basis: Basis) -> pd.Series[bool]:
    """Return which counted projects end this year: the last day their end may mean lies in or before it.

    A project whose end is delivered or closed has ended, whatever the date.
    """
    last_day = pd.Timestamp(basis.portfolio.round.budget_year, 12, 31)
    return (basis.counted["ends_latest"] <= last_day) | basis.counted["ends_state"].isin(_OVER)
