"""Facts about the round itself: its dates, years and who handed in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.origins import from_round
from ehport.lang.language import Text
from ehport.model.member import Member, submitted
from ehport.model.portfolio import Portfolio
from ehport.model.standing import standing_of

_SETTING = Text("Står i rundens round.toml", "Stands in the round's round.toml")
_MONTH = Text("Måneden dataene er fra: måneden med siste frist", "The month of the data: that of the cut-off day")
_NEXT = Text("Året etter budsjettåret", "The year after the budget year")
_ACTORS = Text(
    "Arbeidsbøker som er levert i runden; en som ingen har rørt siden den ble sendt ut, er ikke levert",
    "Workbooks handed in for the round; one that nobody touched since it was sent out is not handed in",
)
_HANDED_IN = Text("Prosjekter i de leverte arbeidsbøkene", "Projects in the workbooks handed in")
_OF_ACTOR = Text(
    "Prosjekter i registeret som {name} har meldt inn", "Projects of the register that {name} has handed in"
)
_ADJUSTED = Text(
    "Verdier som porteføljekontoret har erstattet, hver med en rad i arket Justeringer",
    "Values that the portfolio office has replaced, each with a row on the sheet Justeringer",
)


def round_facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Yield the facts of the round."""
    known = portfolio.round
    yield Fact("round.title", known.title, Unit.TEXT, _SETTING, from_round("title", known.title))
    yield Fact("round.cutoff", known.cutoff, Unit.DATE, _SETTING, from_round("cutoff", known.cutoff))
    yield Fact("round.month", known.month, Unit.MONTH, _MONTH, from_round("cutoff", known.cutoff))
    yield Fact("round.published", known.published, Unit.MONTH, _SETTING, from_round("published", known.published))
    year = from_round("budget_year", known.budget_year)
    yield Fact("round.budget_year", known.budget_year, Unit.YEAR, _SETTING, year)
    yield Fact("round.next_year", known.budget_year + 1, Unit.YEAR, _NEXT, year)
    if known.previous:
        yield Fact("round.previous", known.previous, Unit.MONTH, _SETTING, from_round("previous", known.previous))
    yield from _handed_in(portfolio)
    adjusted = [each.source for member in portfolio.members for each in member.adjustments.values()]
    yield Fact("adjustments.count", len(adjusted), Unit.COUNT, _ADJUSTED, tuple(adjusted))


def _handed_in(portfolio: Portfolio) -> Iterator[Fact]:
    handed_in = [
        each for each in portfolio.submissions if not each.stands_in and standing_of(each, is_there=True).is_returned
    ]
    actors = tuple(cell for each in handed_in for cell in submitted(each, each.actor, "name"))
    yield Fact("actors.count", len(handed_in), Unit.COUNT, _ACTORS, actors)
    projects = [(each, project) for each in handed_in for project in each.projects]
    cells = tuple(cell for each, project in projects for cell in submitted(each, project, "name"))
    yield Fact("submissions.projects.count", len(projects), Unit.COUNT, _HANDED_IN, cells)
    by_file: dict[Path, list[Member]] = {each.file: [] for each in portfolio.submissions}
    for member in portfolio.members:
        if member.submission and member.submission.file in by_file:
            by_file[member.submission.file].append(member)
    for each in portfolio.submissions:
        known = by_file[each.file]
        cells = tuple(cell for member in known for cell in member.submitted(member.entry, "name"))
        words = rule(_OF_ACTOR, name=each.actor.record.name or each.actor_id)
        yield Fact(f"submissions.{each.actor_id}.count", len(known), Unit.COUNT, words, cells)
