from __future__ import annotations

import pytest

from ehport.analysis.ends import place
from ehport.analysis.summary import summarise
from ehport.form.kinds import When
from tests.analysis.portfolios import the_portfolio, the_summary


def test_projects_end_in_a_quarter_in_a_year_or_at_an_unknown_time() -> None:
    ends = the_summary().ends

    assert [(each.year, each.quarter, [p.id for p in each.projects]) for each in ends.quarters] == [
        (2021, 2, ["11"]),
        (2022, 4, ["10"]),
        (2023, 4, ["13"]),
    ]
    assert [(each.year, each.quarter, [p.id for p in each.projects]) for each in ends.years] == [(2023, None, ["12"])]
    assert [each.id for each in ends.unknown] == ["14"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("16.04.2021", (2021, 2)),
        ("Q4 2021", (2021, 4)),
        ("H2 2021", (2021, None)),
        ("2021", (2021, None)),
        ("10.2021-12.2021", (2021, 4)),
        ("2020-2022", (2022, None)),
        ("2022->", None),
        ("Løpende", None),
    ],
)
def test_a_time_lies_in_a_quarter_only_when_all_of_it_does(typed: str, expected: tuple[int, int | None] | None) -> None:
    assert place(When().parse(typed).value) == expected


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
