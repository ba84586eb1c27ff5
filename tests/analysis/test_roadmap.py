from __future__ import annotations

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from tests.analysis.portfolios import the_portfolio

CHANGES = {
    "14": {"roadmap": [{"activity": "Dokumentdeling", "planned": "Q3 2022"}, {"activity": "Kritisk info"}]},
    "10": {"roadmap": [{"activity": "Legemiddelliste", "planned": "2023"}, {"planned": "2024"}]},
    "17": {"roadmap": [{"activity": "Hos en kandidat", "planned": "2023"}]},
}


def test_activities_with_a_name_are_told_by_the_counted_projects() -> None:
    found = summarise(the_portfolio(CHANGES)).national.roadmap

    assert [(each.project.id, [(one.name, one.planned_text) for one in each.activities]) for each in found] == [
        ("10", [("Legemiddelliste", "2023")]),
        ("14", [("Dokumentdeling", "Q3 2022"), ("Kritisk info", "")]),
    ]


def test_they_are_counted_for_all_and_for_each_project_with_their_cells() -> None:
    known = facts(the_portfolio(CHANGES))

    assert known["roadmap.activities.count"].value == 3
    assert [each.text for each in known["roadmap.activities.count"].sources] == [
        "Legemiddelliste",
        "Dokumentdeling",
        "Kritisk info",
    ]
    assert (known["roadmap.projects.count"].value, known["project.14.roadmap.count"].value) == (2, 2)


def test_a_round_without_activities_has_no_such_facts() -> None:
    assert not [name for name in facts(the_portfolio()) if "roadmap" in name]
