from __future__ import annotations

from typing import Any

from ehport.analysis.dependencies import DependencyMap, Trouble
from ehport.analysis.summary import summarise
from ehport.form.vocabulary import Criticality
from tests.analysis.portfolios import the_portfolio


def mapped(**by_project: list[dict[str, Any]]) -> DependencyMap:
    changes = {name.removeprefix("of_"): {"dependencies": given} for name, given in by_project.items()}
    return summarise(the_portfolio(changes)).dependencies


def test_a_dependency_is_on_the_projects_it_names_and_else_on_others() -> None:
    found = mapped(of_10=[{"on": "Leverandøren"}, {"on": "Kurve og Logg i regionen"}, {"on": "14", "project": "14"}])

    assert [(each.needs.id, each.needed.id) for each in found.links] == [("10", "12"), ("10", "11"), ("10", "14")]
    assert found.elsewhere == 1


def test_a_dependency_on_a_red_paused_or_leaving_project_is_troubled() -> None:
    found = mapped(of_11=[{"on": "Kurve"}, {"on": "Førerett"}, {"on": "Team"}, {"on": "Journal"}])

    assert [each.troubles for each in found.links] == [(Trouble.RED,), (Trouble.PAUSED,), (Trouble.LEAVING,), ()]
    assert [each.needed.id for each in found.troubled] == ["12", "13", "15"]


def test_a_dependency_is_overdue_when_its_last_day_is_before_the_cut_off_and_it_is_not_delivered() -> None:
    due = ["03.2021", "03.2021 (utført)", "2021", "Lukket"]
    found = mapped(of_10=[{"on": "Kurve", "due": each, "criticality": "Høy"} for each in due])

    assert [each.overdue for each in found.links] == [True, False, False, False]
    assert {each.criticality for each in found.links} == {Criticality.HIGH}


def test_the_project_that_most_others_need_comes_first() -> None:
    found = mapped(of_10=[{"on": "Logg"}, {"on": "Kurve"}, {"on": "Kurve"}], of_11=[{"on": "Kurve"}])

    assert [(each.project.id, [p.id for p in each.needed_by]) for each in found.hubs] == [
        ("12", ["10", "11"]),
        ("11", ["10"]),
    ]
