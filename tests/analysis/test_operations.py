from __future__ import annotations

from ehport.analysis.summary import summarise
from tests.analysis.portfolios import the_portfolio

USES = [
    {"project": "11", "name": "Logg", "owner": "Helse Vest", "solutions": "HelseID; Grunndata"},
    {"project": "10", "name": "Journal", "owner": "Helse Vest", "solutions": "Helsenorge; E-resept"},
]
ESTIMATES = [
    {"solution": "E-resept", "effect": "Nye løsninger", "year": "2022", "amount": "2"},
    {"solution": "E-resept", "effect": "Effektivisering", "year": "2022", "amount": "-2"},
    {"solution": "Helsenorge", "effect": "Økt bruk", "year": "2022", "amount": "18,5"},
    {"solution": "Helsenorge", "effect": "Økt bruk", "year": "2023", "amount": "1"},
]


def test_projects_keep_the_registers_order_and_solutions_the_vocabularys() -> None:
    found = summarise(the_portfolio(solution_uses=USES)).operations

    assert [(each.id, each.solutions) for each in found.uses] == [
        ("11", ("HelseID", "Grunndata")),
        ("10", ("Helsenorge", "E-resept")),
    ]
    assert found.solutions == ("E-resept", "Helsenorge", "Grunndata", "HelseID")


def test_estimates_add_up_by_year() -> None:
    assert summarise(the_portfolio(operating_estimates=ESTIMATES)).operations.sums == {2022: 18_500, 2023: 1_000}


def test_what_the_projects_report_says_who_gave_nothing() -> None:
    found = summarise(
        the_portfolio({"10": {"operating_cost": "3"}, "11": {"operating_cost": "Ikke estimert"}})
    ).operations

    assert (found.reported_total.amount, found.reported_total.counted) == (3_000, 1)
    assert found.reported_total.missing == ("11", "12", "13", "14")
