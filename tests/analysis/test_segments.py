from __future__ import annotations

from ehport.analysis.facts import facts
from ehport.analysis.segments import Segments
from ehport.analysis.summary import summarise
from ehport.form.vocabulary import Segment
from ehport.model.portfolio import Portfolio
from tests.analysis.portfolios import the_portfolio

GOVERN, COORDINATE, OBSERVE, INFORM = Segment
OFFICE = {"10": "Samstyre", "11": "Samstyre", "12": "Koordinere", "13": "Observere", "17": "Samstyre"}
ACTORS = {"10": "Samstyre", "11": "Informere", "13": "Koordinere", "14": "Informere", "17": "Informere"}


def portfolio(office: dict[str, str], actors: dict[str, str]) -> Portfolio:
    changes = {each: {"segment": segment} for each, segment in actors.items()}
    return the_portfolio(changes, projects={each: {"segment": segment} for each, segment in office.items()})


def found(office: dict[str, str], actors: dict[str, str]) -> Segments:
    return summarise(portfolio(office, actors)).national.segments


def test_projects_and_money_are_counted_on_each_side() -> None:
    made = found(OFFICE, ACTORS)

    counts = [{segment: len(projects) for segment, projects in view.projects.items()} for view in made.sides]
    assert counts == [
        {GOVERN: 2, COORDINATE: 1, OBSERVE: 1, INFORM: 0, None: 1},
        {GOVERN: 1, COORDINATE: 1, OBSERVE: 0, INFORM: 2, None: 1},
    ]
    assert made.office.budgets[GOVERN].amount == 20_000
    assert (made.office.budgets[COORDINATE].amount, made.office.budgets[COORDINATE].missing) == (None, ("12",))
    assert made.actor.budgets[INFORM].amount == 13_500


def test_how_many_each_side_places_is_a_fact() -> None:
    known = facts(portfolio(OFFICE, {"10": "Samstyre"}))

    assert [known[f"segments.{side}.placed.count"].value for side in ("office", "actor")] == [4, 1]
    assert {each.file for each in known["segments.office.placed.count"].sources} == {"register.xlsx"}


def test_every_counted_project_stands_in_one_place_of_the_cross_table() -> None:
    crossed = {place: [each.id for each in projects] for place, projects in found(OFFICE, ACTORS).crossed.items()}

    assert {place: ids for place, ids in crossed.items() if ids} == {
        (GOVERN, GOVERN): ["10"],
        (GOVERN, INFORM): ["11"],
        (COORDINATE, None): ["12"],
        (OBSERVE, COORDINATE): ["13"],
        (None, INFORM): ["14"],
    }


def test_a_difference_needs_both_sides() -> None:
    differences = [(each.project.id, each.office, each.actor) for each in found(OFFICE, ACTORS).differences]

    assert differences == [("11", GOVERN, INFORM), ("13", OBSERVE, COORDINATE)]


def test_a_side_that_places_nobody_is_left_out() -> None:
    assert [each.side for each in found(OFFICE, {}).sides] == ["office"]
    assert [each.side for each in found({}, ACTORS).sides] == ["actor"]
    assert not [name for name in facts(portfolio({}, {})) if name.startswith("segments.")]


def test_the_facts_have_the_cells_of_their_side() -> None:
    known = facts(portfolio(OFFICE, ACTORS))

    office, actor = known["segments.office.govern.count"], known["segments.actor.inform.count"]
    assert (office.value, {each.file for each in office.sources}) == (2, {"register.xlsx"})
    assert (actor.value, {each.file for each in actor.sources}) == (2, {"helse-vest.xlsx"})
    assert known["segments.differ.count"].value == 2
    assert known["segments.actor.inform.budget"].value == 13_500
    assert known["segments.crossed.govern.inform.count"].value == 1
