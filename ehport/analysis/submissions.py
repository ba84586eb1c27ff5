"""Submissions: the round they are for, who handed in, who is late, and what came back untouched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ehport.analysis.fact import Fact, Unit, rule
from ehport.analysis.sources import from_round
from ehport.form.project import Project
from ehport.form.vocabulary import ProjectState
from ehport.lang.language import Text
from ehport.model.member import Member, Source, submitted
from ehport.model.portfolio import Portfolio
from ehport.model.standing import Standing, standing_of
from ehport.model.submission import Entry, Submission
from ehport.model.touched import touched

_SETTING = Text("Står i rundens round.toml", "Stands in the round's round.toml")
_MONTH = Text("Måneden dataene er fra: måneden med siste frist", "The month of the data: that of the cut-off day")
_NEXT = Text("Året etter budsjettåret", "The year after the budget year")
_ACTORS = Text(
    "Arbeidsbøker som er levert i runden; en som ingen har rørt siden den ble sendt ut, er ikke levert",
    "Workbooks handed in for the round; one that nobody touched since it was sent out is not handed in",
)
_HANDED_IN = Text("Prosjekter i de leverte arbeidsbøkene", "Projects in the workbooks handed in")
_OF_SORT = {
    "portfolio": Text("Prosjekter i porteføljen blant de leverte", "Projects of the portfolio among those handed in"),
    "candidates": Text("Kandidater blant de leverte prosjektene", "Candidates among the projects handed in"),
    "others": Text(
        "Leverte prosjekter som verken er i porteføljen eller er kandidater",
        "Projects handed in that are neither of the portfolio nor candidates",
    ),
}
_OF_ACTOR = Text(
    "Prosjekter i registeret som {name} har meldt inn", "Projects of the register that {name} has handed in"
)
_ADJUSTED = Text(
    "Verdier som porteføljekontoret har erstattet, hver med en rad i arket Justeringer",
    "Values that the portfolio office has replaced, each with a row on the sheet Justeringer",
)
_ASKED = Text("Aktører som er spurt i runden", "Actors who are asked in the round")
_LATE = Text(
    "Aktører som ikke har levert, og som rapporten bruker forrige rundes innmelding fra",
    "Actors who have not returned, and whose submissions of last round the report uses",
)
_LATE_PROJECTS = Text(
    "Aktive, nye og pausede prosjekter som er kjent fra forrige rundes innmelding, fordi aktøren ikke har levert",
    "Active, new and paused projects known by last round's submission, because the actor has not returned",
)
_UNTOUCHED_PROJECTS = Text(
    "Aktive, nye og pausede prosjekter der ingen har endret eller bekreftet et svar siden arbeidsboken ble sendt ut",
    "Active, new and paused projects of which nobody changed or confirmed an answer since the workbook was sent out",
)
_UNTOUCHED_ACTORS = Text(
    "Aktører som ikke har rørt noe prosjekt i arbeidsboken siden den ble sendt ut",
    "Actors who touched no project in their workbook since it was sent out",
)
_UNTOUCHED_OF_ACTOR = Text(
    "Prosjekter hos {name} der ingen har endret eller bekreftet et svar siden arbeidsboken ble sendt ut",
    "Projects of {name} of which nobody changed or confirmed an answer since the workbook was sent out",
)


@dataclass(frozen=True, slots=True)
class LateActor:
    """An actor whose submission of last round is used, and the ids of its projects."""

    actor: str
    name: str
    projects: tuple[str, ...]

    @property
    def fact(self) -> str:
        """The name of the number of its projects."""
        return f"submissions.{self.actor}.count"


@dataclass(frozen=True, slots=True)
class UntouchedActor:
    """An actor with projects that nobody touched since the workbook was sent out, and whether that is all of it."""

    actor: str
    name: str
    projects: tuple[str, ...]
    is_whole: bool

    @property
    def fact(self) -> str:
        """The name of the number of those projects."""
        return f"submissions.{self.actor}.untouched.count"


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


def late_actors(portfolio: Portfolio) -> tuple[LateActor, ...]:
    """Return the actors whose submission of last round is used, each with its projects in the register."""
    found = []
    for each in portfolio.submissions:
        if each.stands_in:
            ids = tuple(member.id for member in portfolio.members if member.submission is each)
            found.append(LateActor(each.actor_id, portfolio.called(each), ids))
    return tuple(found)


def late_facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Yield how many actors are late, of how many who are asked, and how many projects it concerns."""
    asked = portfolio.round.actors
    yield Fact("round.actors.count", len(asked), Unit.COUNT, _ASKED, from_round("actors", len(asked)))
    late = [each for each in portfolio.submissions if each.stands_in]
    names = tuple(cell for each in late for cell in submitted(each, each.actor, "name"))
    yield Fact("late.count", len(late), Unit.COUNT, _LATE, names)
    projects = [each for each in portfolio.counted if each.is_late]
    cells = tuple(cell for each in projects for cell in each.submitted(each.entry, "name"))
    yield Fact("late.projects.count", len(projects), Unit.COUNT, _LATE_PROJECTS, cells)


def untouched_actors(portfolio: Portfolio) -> tuple[UntouchedActor, ...]:
    """Return the actors with a counted project that nobody touched, in the order of their submissions."""
    return tuple(_actor(portfolio, each, found) for each, found in _by_actor(portfolio))


def untouched_facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Yield how many projects nobody touched, of each actor too, and how many actors touched nothing at all."""
    by_actor = _by_actor(portfolio)
    names = [source for _, found in by_actor for source in _names(found)]
    count = sum(len(found) for _, found in by_actor)
    yield Fact("untouched.projects.count", count, Unit.COUNT, _UNTOUCHED_PROJECTS, tuple(names))
    whole = [each for each, _ in by_actor if _is_whole(each)]
    actors = tuple(source for each in whole for source in submitted(each, each.actor, "name"))
    yield Fact("untouched.actors.count", len(whole), Unit.COUNT, _UNTOUCHED_ACTORS, actors)
    for each, found in by_actor:
        actor = _actor(portfolio, each, found)
        yield Fact(actor.fact, len(found), Unit.COUNT, rule(_UNTOUCHED_OF_ACTOR, name=actor.name), _names(found))


def _handed_in(portfolio: Portfolio) -> Iterator[Fact]:
    handed_in = [
        each for each in portfolio.submissions if not each.stands_in and standing_of(each, is_there=True).is_returned
    ]
    actors = tuple(cell for each in handed_in for cell in submitted(each, each.actor, "name"))
    yield Fact("actors.count", len(handed_in), Unit.COUNT, _ACTORS, actors)
    projects = [(each, project) for each in handed_in for project in each.projects]
    cells = tuple(cell for each, project in projects for cell in submitted(each, project, "name"))
    yield Fact("submissions.projects.count", len(projects), Unit.COUNT, _HANDED_IN, cells)
    yield from _by_sort(portfolio, projects)
    by_file: dict[Path, list[Member]] = {each.file: [] for each in portfolio.submissions}
    for member in portfolio.members:
        if member.submission and member.submission.file in by_file:
            by_file[member.submission.file].append(member)
    for each in portfolio.submissions:
        known = by_file[each.file]
        cells = tuple(cell for member in known for cell in member.submitted(member.entry, "name"))
        words = rule(_OF_ACTOR, name=portfolio.called(each))
        yield Fact(f"submissions.{each.actor_id}.count", len(known), Unit.COUNT, words, cells)


def _by_sort(portfolio: Portfolio, handed_in: list[tuple[Submission, Entry[Project]]]) -> Iterator[Fact]:
    """Yield how many of the projects handed in are of the portfolio, candidates, or neither."""
    by_entry = {id(member.entry): member for member in portfolio.members if member.entry}
    sorts: dict[str, list[tuple[Submission, Entry[Project]]]] = {name: [] for name in _OF_SORT}
    for submission, project in handed_in:
        member = by_entry.get(id(project))
        is_candidate = member is not None and member.state is ProjectState.CANDIDATE
        name = "portfolio" if member and member.is_counted else "candidates" if is_candidate else "others"
        sorts[name].append((submission, project))
    for name, found in sorts.items():
        cells = tuple(cell for submission, project in found for cell in submitted(submission, project, "name"))
        yield Fact(f"submissions.{name}.count", len(found), Unit.COUNT, _OF_SORT[name], cells)


def _by_actor(portfolio: Portfolio) -> list[tuple[Submission, tuple[Member, ...]]]:
    return [(each, found) for each in portfolio.submissions if (found := _untouched_projects(portfolio, each))]


def _actor(portfolio: Portfolio, submission: Submission, found: tuple[Member, ...]) -> UntouchedActor:
    return UntouchedActor(
        submission.actor_id, portfolio.called(submission), tuple(each.id for each in found), _is_whole(submission)
    )


def _untouched_projects(portfolio: Portfolio, submission: Submission) -> tuple[Member, ...]:
    """Return the counted projects of a submission of this round that nobody touched."""
    own = (each for each in portfolio.counted if each.submission is submission and not submission.stands_in)
    return tuple(each for each in own if each.entry and touched(each.entry).is_untouched)


def _is_whole(submission: Submission) -> bool:
    return standing_of(submission, is_there=True) is Standing.UNTOUCHED


def _names(members: tuple[Member, ...]) -> tuple[Source, ...]:
    return tuple(source for each in members for source in each.submitted(each.entry, "name"))
