from __future__ import annotations

from dataclasses import replace
from typing import Any

from ehport.analysis.deliverables import PlannedDeliverable
from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.form.planned import PlannedTime
from ehport.model.remembering import remember
from tests.analysis.portfolios import the_portfolio
from tests.changes.two_rounds import later


def of(*deliverables: tuple[str, str]) -> dict[str, Any]:
    return {"deliverables": [{"name": name, "planned": planned} for name, planned in deliverables]}


def moved(before: dict[str, Any], now: dict[str, Any]) -> dict[str, PlannedTime | None]:
    """Return when the deliverables of a later round were first planned, where they are later now."""
    found = summarise(later(now, before=the_portfolio(before)))
    listed: list[PlannedDeliverable] = [each for area in found.deliverables_by_area for each in area.deliverables]
    return {each.name: each.first for each in listed}


def test_deliverables_stand_under_their_projects_focus_area() -> None:
    found = summarise(the_portfolio({"10": of(("A", "2021")), "11": of(("B", "")), "12": of(("C", "12.2021"))}))

    areas = found.deliverables_by_area

    assert [(each.code, [one.name for one in each.deliverables]) for each in areas] == [
        ("1.1", ["A", "B"]),
        ("2.1", ["C"]),
    ]
    assert [[one.name for one in each.placed] for each in areas] == [["A"], ["C"]]


def test_a_project_without_a_focus_area_comes_last() -> None:
    found = summarise(the_portfolio({"10": {**of(("A", "2021")), "focus_area": ""}, "12": of(("C", "2021"))}))

    assert [each.code for each in found.deliverables_by_area] == ["2.1", ""]


def test_a_deliverable_that_is_later_now_knows_when_it_was_first_planned() -> None:
    before = {"10": of(("Pilot", "06.2021"), ("Bredding", "2022"), ("Avslutning", "12.2022"))}
    now = {"10": of(("Avslutning", "10.2022"), ("Pilot", "12.2021"), ("Bredding", "06.2022"), ("Ny", "2023"))}

    assert moved(before, now) == {
        "Pilot": PlannedTime("2021-06"),
        "Bredding": None,
        "Avslutning": None,
        "Ny": None,
    }


def test_the_first_of_several_rounds_counts() -> None:
    rounds = [the_portfolio({"10": of(("Pilot", planned))}) for planned in ("06.2021", "09.2021", "12.2021")]
    known = [replace(remember(each), round_id=f"202{n}-01") for n, each in enumerate(rounds[:2])]

    found = summarise(replace(rounds[2], previous=rounds[1], memories=tuple(known)))

    assert [each.first for area in found.deliverables_by_area for each in area.deliverables] == [PlannedTime("2021-06")]


def test_each_area_has_its_facts_and_all_have_one_of_what_moved() -> None:
    portfolio = later(
        {"10": of(("A", "12.2021"), ("B", "03.2021")), "12": of(("C", "løpende"))},
        before=the_portfolio({"10": of(("A", "09.2021"))}),
    )

    known = facts(portfolio)

    assert {name: fact.value for name, fact in known.items() if name.startswith("area.1.1.deliverables")} == {
        "area.1.1.deliverables.count": 2,
        "area.1.1.deliverables.delivered": 0,
        "area.1.1.deliverables.overdue": 1,
        "area.1.1.deliverables.coming": 1,
        "area.1.1.deliverables.slipped": 1,
        "area.1.1.deliverables.undated": 0,
    }
    assert known["area.2.1.deliverables.undated"].value == 1
    assert known["deliverables.slipped.count"].value == 1
    assert [cell.text for cell in known["deliverables.slipped.count"].sources] == ["09.2021", "12.2021"]


def test_deliverables_are_delivered_overdue_or_to_come() -> None:
    listed = [
        {"name": "Pilot", "planned": "03.2021"},
        {"name": "Avtale", "planned": "02.2021 (utført)"},
        {"name": "Innføring", "planned": "05.2021"},
        {"name": "Opplæring", "planned": "Levert"},
        {"name": "Utvidelse", "planned": "Utgår"},
    ]
    found = summarise(the_portfolio({"10": {"deliverables": listed}})).deliverables

    first, second = found.quarters
    assert (first.year, first.quarter, first.planned, first.delivered) == (2021, 1, 1, 1)
    assert [(each.name, each.overdue) for each in first.deliverables] == [("Pilot", True), ("Avtale", False)]
    assert (second.quarter, second.planned, second.delivered) == (2, 1, 0)
    assert [(each.name, each.delivered) for each in found.undated] == [("Opplæring", True)]


def test_the_state_chosen_for_a_deliverable_goes_before_the_words_beside_the_time() -> None:
    listed = [
        {"name": "Pilot", "planned": "03.2021", "state": "Levert"},
        {"name": "Kurs", "planned": "03.2021", "state": "Utgår"},
    ]
    found = summarise(the_portfolio({"10": {"deliverables": listed}})).deliverables

    assert [(each.name, each.delivered, each.overdue) for each in found.quarters[0].deliverables] == [
        ("Pilot", True, False)
    ]
