"""Summaries to draw: a few projects in, the results that figures are made from out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ehport.analysis.areas import FocusAreaBudget, StatusBudget, StrategicAreaBudget
from ehport.analysis.basis import Listed
from ehport.analysis.deliverables import Deliverables, DeliverableSlot, PlannedDeliverable
from ehport.analysis.dependencies import DependencyMap, Hub, ProjectLink
from ehport.analysis.ends import Ends, Slot
from ehport.analysis.fact import Unit
from ehport.analysis.movements import Movements
from ehport.analysis.next_year import NextYear
from ehport.analysis.operations import Operations
from ehport.analysis.organisations import GroupBudget, OrganisationBudget
from ehport.analysis.ratings import Distribution, Matrix, MatrixCell, RatingShare
from ehport.analysis.reconciliation import Outside, Reconciled, Reconciliation, ReportedUse
from ehport.analysis.segments import OFFICE, PLACES, SegmentView
from ehport.analysis.summary import Summary, summarise
from ehport.analysis.trends import RATED, UNITS, Point, Series, Trends
from ehport.analysis.waiting import Awaited, Need, Wait, WaitingMap, chosen
from ehport.changes.comparison import Comparison, compare
from ehport.figures.figure import Edition
from ehport.form.planned import PlannedTime
from ehport.form.register import OperatingEstimate
from ehport.form.vocabulary import ProjectState, Rating, Segment
from ehport.lang import numbers
from ehport.lang.language import Lang
from ehport.model.total import Total
from tests.analysis.portfolios import an_empty_portfolio
from tests.later_rounds import later_portfolio, sample_portfolio
from tests.september import all_edits

NB = Edition(Lang.NB, "2021-04", "2021-01")
EN = Edition(Lang.EN, "2021-04", "2021-01")
YEAR = 2021


def a_project(number: int, **changes: object) -> Listed:
    """Return a green project of Helse Vest with a budget of ten million."""
    plain = Listed(
        id=str(number), name=f"Prosjekt {number}", responsible="Helse Vest RHF", organisation="Helse Vest", area="1.1",
        state=ProjectState.ACTIVE, phase=None, status=Rating.GREEN, risk=Rating.GREEN, budget=10_000, next_year=5_000,
        ends=PlannedTime("2021-12"), ends_text="12.2021",
    )  # fmt: skip
    return replace(plain, **changes)


def many(count: int, **changes: object) -> tuple[Listed, ...]:
    """Return projects with ratings, areas and money that vary."""
    ratings = list(Rating)
    return tuple(
        a_project(
            100 + n, status=ratings[(n * n + n) % 3], risk=ratings[(n + n // 5) % 3], area=f"{1 + n % 5}.{1 + n % 3}",
            budget=(n * 7919) % 90_000, next_year=(n * 104_729) % 60_000 or None, **changes,
        )
        for n in range(count)
    )  # fmt: skip


def total(projects: Iterable[Listed], *, of_next_year: bool = False) -> Total:
    """Return the projects' money."""
    listed = [each for each in projects if not each.is_paused]
    amounts = {each.id: each.next_year if of_next_year else each.budget for each in listed}
    known = [amount for amount in amounts.values() if amount is not None]
    missing = tuple(project for project, amount in amounts.items() if amount is None)
    return Total(sum(known) if known else None, len(known), missing)


def a_distribution(field: str, projects: Sequence[Listed], previous: dict[Rating, int]) -> Distribution:
    """Return the ratings of a field."""
    rated = [[each for each in projects if getattr(each, field) is rating] for rating in Rating]
    money = [total(found) for found in rated]
    return Distribution(
        field,
        tuple(
            RatingShare(rating, tuple(found), share, budget, budget_share, previous.get(rating))
            for rating, found, share, budget, budget_share in zip(
                Rating, rated, numbers.shares(tuple(map(len, rated))), money,
                numbers.shares(tuple(each.amount or 0 for each in money)), strict=True,
            )
        ),
        tuple(each for each in projects if getattr(each, field) is None),
    )  # fmt: skip


def an_organisation(name: str, projects: Sequence[Listed], group: str = "Andre") -> OrganisationBudget:
    """Return an organisation with its projects."""
    return OrganisationBudget(name, name, group, tuple(projects), total(projects))


def groups_of(organisations: Sequence[OrganisationBudget]) -> tuple[GroupBudget, ...]:
    """Return the cost groups of organisations."""
    names = dict.fromkeys(each.group for each in organisations)
    members = [tuple(each for each in organisations if each.group == name) for name in names]
    money = [total(project for each in found for project in each.projects) for found in members]
    shares = numbers.shares(tuple(each.amount or 0 for each in money))
    return tuple(map(GroupBudget, names, members, money, shares))


def areas_of(projects: Sequence[Listed]) -> tuple[StrategicAreaBudget, ...]:
    """Return the strategic areas; the same projects go on next year."""
    codes = sorted({(each.area or "0")[0] for each in projects})
    found = [tuple(each for each in projects if (each.area or "0")[0] == code) for code in codes]
    return tuple(
        StrategicAreaBudget(code, f"Område {code}", part, total(part), part, total(part, of_next_year=True))
        for code, part in zip(codes, found, strict=True)
    )


def focus_of(projects: Sequence[Listed]) -> tuple[FocusAreaBudget, ...]:
    """Return the focus areas by status."""
    found = []
    for code in sorted({each.area or "" for each in projects}):
        part = tuple(each for each in projects if (each.area or "") == code)
        by_status = [(rating, tuple(each for each in part if each.status is rating)) for rating in (*Rating, None)]
        money = tuple(StatusBudget(rating, rated, total(rated)) for rating, rated in by_status if rated)
        found.append(FocusAreaBudget(code, f"Innsatsområde {code}", part, total(part), money))
    return tuple(found)


def dependencies_of(pairs: Iterable[tuple[Listed, Listed]]) -> DependencyMap:
    """Return who needs whom, given as pairs of the one that needs and the one that is needed."""
    plain = {"criticality": None, "due": None, "due_text": "", "status": None, "overdue": False, "troubles": ()}
    links = tuple(ProjectLink(needs=a, needed=b, what="en tjeneste", sources=(), **plain) for a, b in pairs)
    needed = {link.needed.id: link.needed for link in links}
    hubs = [Hub(each, tuple(link.needs for link in links if link.needed.id == each.id)) for each in needed.values()]
    return DependencyMap(links, tuple(sorted(hubs, key=lambda hub: -len(hub.needed_by))), ())


def waiting_of(pairs: Iterable[tuple[Listed, Listed | str]]) -> WaitingMap:
    """Return who waits for whom, given as pairs of the one that waits and a project or a party."""
    planned = PlannedTime("2021-12")
    waits: dict[tuple[str, str], dict[str, Wait]] = {}
    for n, (one, other) in enumerate(pairs):
        target = ("", other) if isinstance(other, str) else (other.id, other.name)
        need = Need(one.id, target[1], "en tjeneste", None, planned, "12.2021", None, n % 4 == 0, n % 3 == 0, ())
        wait = Wait(one.id, (need,))
        waits.setdefault(target, {}).setdefault(one.id, wait)
    found = [Awaited(name, project, tuple(each.values())) for (project, name), each in waits.items()]
    return chosen(found)


def a_summary(projects: Sequence[Listed] = (), **changes: object) -> Summary:
    """Return the results of a portfolio of projects; anything can be replaced."""
    active = tuple(each for each in projects if not each.is_paused)
    organisations = tuple(
        an_organisation(name, [each for each in projects if each.organisation == name])
        for name in dict.fromkeys(each.organisation for each in projects)
    )
    cells = [(status, risk) for status in Rating for risk in Rating]
    matching = [tuple(each for each in active if (each.status, each.risk) == cell) for cell in cells]
    money = total(projects)
    plain = Summary(
        projects=tuple(projects), active=active, everyone={each.id: each for each in projects}, budget=money,
        budget_year=YEAR, organisations=organisations, groups=groups_of(organisations),
        status=a_distribution("status", active, {}), risk=a_distribution("risk", active, {}),
        matrix=Matrix(tuple(MatrixCell(*at, found, total(found)) for at, found in zip(cells, matching, strict=True))),
        focus_areas=focus_of(projects), strategic_areas=areas_of(projects),
        next_year=NextYear(YEAR + 1, active, (), (), total(active, of_next_year=True)),
        ends=Ends((Slot(2021, 4, tuple(projects)),) if projects else (), (), ()),
        deliverables=Deliverables((), (), ()), movements=Movements((), (), (), (), ()), red_status=(), red_risk=(),
        dependencies=DependencyMap((), (), ()), waiting=WaitingMap(),
        operations=Operations((), (), (), {}, (), (), Total(None, 0)), relevance=(), quality=(), adjustments=(),
        trends=trends_of({"2021-04": {}}),
        national=summarise(an_empty_portfolio()).national,
    )  # fmt: skip
    return replace(plain, **changes)


def _a_point(round_id: str, value: int | None, name: str, unlike: Collection[str]) -> Point:
    year = int(round_id[:4]) if UNITS[name] is Unit.TKR else None
    return Point(round_id, value, round_id not in unlike, year)


def trends_of(rounds: Mapping[str, Mapping[str, int]], unlike: Collection[str] = ()) -> Trends:
    """Return the trends of rounds, each with the figures that are known; some may be computed in another way."""
    series = {
        name: Series(name, tuple(_a_point(each, known.get(name), name, unlike) for each, known in rounds.items()))
        for name in UNITS
    }
    return Trends(tuple(rounds), series)


@cache
def a_comparison() -> Comparison:
    """Return the sample round compared with an invented round that follows it."""
    return compare(sample_portfolio(), later_portfolio(all_edits))


def three_rounds() -> Trends:
    """Return the trends of three rounds, of which the first told little and the second counted otherwise."""
    now = {
        f"{field}.{rating.value}.share": share
        for field in RATED
        for rating, share in zip(Rating, (2, 54, 44), strict=True)
    }
    now |= {f"{field}.rated.count": 43 for field in RATED} | {"projects.count": 45, "budget.total": 1_722_750}
    first = {"status.yellow.share": 61, "risk.yellow.share": 74, "budget.total": 1_620_000}
    return trends_of({"2020-09": first, "2021-01": {**now, "projects.count": 47}, "2021-04": now}, ("2021-01",))


def thirty_rounds() -> Trends:
    """Return the trends of thirty rounds, with gaps in between and figures that were counted otherwise at first."""
    rounds = {}
    for n in range(30):
        shares = numbers.shares((1 + n * n % 7, 20 + n * 3 % 11, 15 + n % 5))
        known = {
            f"{field}.{rating.value}.share": share
            for field in RATED
            for rating, share in zip(Rating, shares, strict=True)
        }
        known |= {f"{field}.rated.count": 40 + n % 9 for field in RATED}
        known |= {"projects.count": 42 + n % 9, "budget.total": 1_400_000 + n * n % 37 * 20_000}
        rounds[f"{2012 + n // 3}-{(1, 4, 9)[n % 3]:02}"] = known if n % 9 != 5 else {}
    return trends_of(rounds, list(rounds)[:6])


def a_deliverable(
    project: Listed, *, delivered: bool = False, overdue: bool = False, planned: str = "2021-35", first: str = ""
) -> PlannedDeliverable:
    """Return a deliverable of a project."""
    return PlannedDeliverable(
        project=project, code="", name="En leveranse", planned=PlannedTime(planned), planned_text="Q3 2021",
        delivered=delivered, overdue=overdue, sources=(), first=PlannedTime(first) if first else None,
    )  # fmt: skip


def an_estimate(solution: str, amount: int, effect: str = "Nye løsninger", year: int = 2022) -> OperatingEstimate:
    """Return what an effect costs a solution in a year."""
    return OperatingEstimate(solution=solution, effect=effect, year=year, amount=amount)


def with_operations(found: Summary, *estimates: OperatingEstimate) -> Summary:
    """Return a summary with the office's estimates."""
    return replace(found, operations=replace(found.operations, estimates=estimates))


def a_use(project: Listed, solution: str, amount: int | None) -> ReportedUse:
    """Return what a project reports of a solution, from 2022 on."""
    return ReportedUse(project, solution, amount, 2022, {}, (), None if amount is not None else Outside.NO_AMOUNT)


def with_reconciliation(found: Summary, *lines: tuple[str, int | None, int | None]) -> Summary:
    """Return a summary with what is reported and estimated for solutions in 2022."""
    made = []
    for solution, reported, estimated in lines:
        uses = () if reported is None else (a_use(found.projects[0], solution, reported),)
        estimates = () if estimated is None else ((estimated, ()),)
        made.append(Reconciled(solution, 2022, uses, estimates, (), uses))
    uses = tuple(use for each in made for use in each.reported)
    whole = Reconciled("", 2022, uses, tuple(one for each in made for one in each.estimates), (), uses)
    reconciled = Reconciliation((2022,), tuple(made), (whole,), uses)
    return replace(found, national=replace(found.national, reconciliation=reconciled))


def with_segments(found: Summary, side: str = OFFICE) -> Summary:
    """Return a summary with every fifth project in no segment, and the others in turn."""
    projects: dict[Segment | None, tuple[Listed, ...]] = {
        place: found.projects[n :: len(PLACES)] for n, place in enumerate(PLACES)
    }
    view = SegmentView(side, projects, {place: total(listed) for place, listed in projects.items()})
    segments = replace(found.national.segments, **{side: view})
    return replace(found, national=replace(found.national, segments=segments))


def a_full_summary(count: int = 45) -> Summary:
    """Return a portfolio in which every figure has something to draw."""
    names = ("Direktoratet for e-helse", "Helse Vest", "Helsedirektoratet", "Norsk helsenett")
    projects = [replace(each, organisation=names[n % 7 % 4]) for n, each in enumerate(many(count - 1))]
    projects.append(a_project(9, state=ProjectState.PAUSED, status=None, risk=None, budget=None, next_year=None))
    active = tuple(projects[:-1])
    quarter = Slot(2021, 4, tuple(projects[: count // 2]))
    year = Slot(2023, None, tuple(projects[count // 2 : -4]))
    late, done = a_deliverable(projects[0], overdue=True), a_deliverable(projects[1], delivered=True)
    found = a_summary(
        projects,
        status=a_distribution("status", active, {Rating.YELLOW: 61}),
        trends=three_rounds(),
        comparison=a_comparison(),
        ends=Ends((quarter,), (year,), tuple(projects[-4:])),
        deliverables=Deliverables(
            (DeliverableSlot(2020, 3, (late, done)), DeliverableSlot(2021, 4, (a_deliverable(projects[2]),))),
            (DeliverableSlot(2022, None, (a_deliverable(projects[3]),)),),
            (a_deliverable(projects[4]),),
        ),
        dependencies=dependencies_of((each, projects[n % 11]) for n, each in enumerate(projects) if n % 11 != n),
        waiting=waiting_of((each, on) for n, each in enumerate(projects) for on in _four(projects, n)),
    )
    found = with_reconciliation(found, ("Helsenorge", 9_500, 38_000), ("E-resept", None, -2_000), ("HelseID", 0, None))
    found = with_segments(found)
    return with_operations(found, an_estimate("Helsenorge", 38_000), an_estimate("E-resept", -2_000, "Effektivisering"))


def _four(projects: Sequence[Listed], n: int) -> tuple[Listed | str, ...]:
    """Return what a project waits for: two others and two parties, some of which many wait for."""
    others = [each for each in (projects[n * n % 37 % len(projects)], projects[n * 5 % 13]) if each is not projects[n]]
    return (*others, f"Direktoratet utenfor porteføljen {n % 4}", f"Leverandør {n * 7 % 23}")


def a_crowded_summary() -> Summary:
    """Return a large portfolio with long names, many organisations and no end of dependencies."""
    full = a_full_summary(120)
    projects = tuple(
        replace(
            each,
            name=f"Et prosjekt med et uvanlig langt navn nummer {each.id}",
            organisation=f"En virksomhet med et ganske langt navn {n % 25}",
        )
        for n, each in enumerate(full.projects)
    )
    crowded = a_summary(
        projects,
        deliverables=full.deliverables,
        operations=full.operations,
        trends=thirty_rounds(),
        comparison=a_comparison(),
        ends=Ends((Slot(2021, 4, projects[:50]),), (Slot(2035, None, projects[50:70]),), projects[70:]),
        dependencies=dependencies_of((each, projects[n * n % 37]) for n, each in enumerate(projects)),
        waiting=waiting_of((each, on) for n, each in enumerate(projects) for on in _four(projects, n)),
    )
    ratings = {Rating.RED: 3, Rating.YELLOW: 4}
    return replace(crowded, status=a_distribution("status", crowded.active, ratings))


def an_awkward_summary() -> Summary:
    """Return three projects: negative money, none, and nothing told; one name is a single long word."""
    return a_summary(
        (
            a_project(1, budget=-5_000, next_year=-100, status=Rating.RED),
            a_project(2, budget=0, organisation="Asylmottaksmyndighetsforvaltningsdirektoratet", area="2.1"),
            a_project(3, budget=None, next_year=None, status=None, organisation="KS & <sønn>"),
        )
    )
