"""What is reported for each solution and year beside what is estimated, with numbers to add up by hand.

The register estimates Helsenorge 10 (2022) and 4 (2023), E-resept 2 − 2 (2022). Reported:

| project | solution      | cost | from | counts in       |
|---------|---------------|------|------|-----------------|
| 10      | Helsenorge    | 3    | 2022 | 2022 and 2023   |
| 10      | Kjernejournal | 1,5  | 2023 | 2023            |
| 11      | Helsenorge    | 2,5  | 2023 | 2023            |
| 12      | Helsenorge    | 7    | 2021 | before: in none |
| 13      | Helsenorge    | 9    | 2024 | after: in none  |
| 14      | Helsenorge    | 5    | –    | without year    |
"""

from __future__ import annotations

from functools import cache
from typing import Any

from ehport.analysis.fact import Fact
from ehport.analysis.facts import facts
from ehport.analysis.reconciliation import Outside, Reconciliation
from ehport.analysis.summary import summarise
from ehport.model.portfolio import Portfolio
from tests.analysis.portfolios import the_portfolio

HELSENORGE, JOURNAL = "Helsenorge", "Kjernejournal"


def answer(solution: str, cost: str, year: str = "") -> dict[str, str]:
    given = {"solution": solution, "operating_cost": cost, "from_year": year, "consulted": "Ja"}
    return {name: text for name, text in given.items() if text}


REPORTED: dict[str, dict[str, Any]] = {
    "10": {"solutions": [answer(HELSENORGE, "3", "2022"), answer(JOURNAL, "1,5", "2023")]},
    "11": {"solutions": [answer(HELSENORGE, "2,5", "2023")]},
    "12": {"solutions": [answer(HELSENORGE, "7", "2021")]},
    "13": {"solutions": [answer(HELSENORGE, "9", "2024")]},
    "14": {"solutions": [answer(HELSENORGE, "5")]},
}
USES = [
    {"project": "10", "name": "Journal", "owner": "Helse Vest", "solutions": "Helsenorge; HelseID"},
    {"project": "14", "name": "Register", "owner": "Helse Vest", "solutions": "helsenorge"},
    {"project": "15", "name": "Team", "owner": "Oslo", "solutions": "Helsenorge; E-resept"},
]
ESTIMATES = [
    {"solution": HELSENORGE, "effect": "Nye løsninger", "year": "2022", "amount": "10"},
    {"solution": "E-resept", "effect": "Nye løsninger", "year": "2022", "amount": "2"},
    {"solution": "E-resept", "effect": "Effektivisering", "year": "2022", "amount": "-2"},
    {"solution": HELSENORGE, "effect": "Økt bruk", "year": "2023", "amount": "4"},
]


def portfolio(reported: dict[str, dict[str, Any]] | None = None, **sheets: Any) -> Portfolio:
    given = REPORTED if reported is None else reported
    return the_portfolio(given, **{"solution_uses": USES, "operating_estimates": ESTIMATES, **sheets})


def found(*args: Any, **sheets: Any) -> Reconciliation:
    return summarise(portfolio(*args, **sheets)).national.reconciliation


@cache
def known() -> dict[str, Fact]:
    return dict(facts(portfolio()))


def lines(made: Reconciliation) -> list[tuple[str, int, int | None, int | None, int | None]]:
    return [(each.solution, each.year, each.amount, each.estimated, each.difference) for each in made.lines]


def test_both_sides_add_up_over_the_years_that_are_estimated() -> None:
    assert lines(found()) == [
        ("E-resept", 2022, None, 0, 0),
        ("E-resept", 2023, None, 0, 0),
        (JOURNAL, 2022, 0, None, 0),
        (JOURNAL, 2023, 1_500, None, 1_500),
        (HELSENORGE, 2022, 3_000, 10_000, -7_000),
        (HELSENORGE, 2023, 5_500, 14_000, -8_500),
        ("HelseID", 2022, None, None, None),
        ("HelseID", 2023, None, None, None),
    ]


def test_the_sum_of_a_year_is_the_sum_of_its_lines() -> None:
    made = found()

    assert [(each.year, each.amount, each.estimated, each.difference) for each in made.sums] == [
        (2022, 3_000, 10_000, -7_000),
        (2023, 7_000, 14_000, -7_000),
    ]
    for each in made.sums:
        assert each.difference == sum(line.difference or 0 for line in made.lines if line.year == each.year)
    assert [each.reporting for each in made.sums] == [("10",), ("10", "11")]


def test_who_the_register_has_and_who_reports_nothing_that_counts_is_lacking() -> None:
    lacking = {each.solution: [one.id for one in each.lacking] for each in found().lines}

    assert lacking == {"E-resept": ["15"], JOURNAL: [], HELSENORGE: ["14", "15"], "HelseID": ["10"]}
    assert [one.name for one in found().sums[0].lacking] == ["Journal", "Register", "Team"]


def test_what_no_year_counts_says_why() -> None:
    outside = {(each.project.id, each.solution): each.outside for each in found().uses}

    assert outside == {
        ("10", HELSENORGE): None,
        ("10", JOURNAL): None,
        ("11", HELSENORGE): None,
        ("12", HELSENORGE): Outside.BEFORE,
        ("13", HELSENORGE): Outside.AFTER,
        ("14", HELSENORGE): Outside.NO_YEAR,
    }


def test_an_amount_that_cannot_be_read_is_no_amount_and_nothing_more_needs_no_year() -> None:
    made = found({"10": {"solutions": [answer(HELSENORGE, "vet ikke", "2022"), answer("HelseID", "0")]}})

    assert [(each.outside, each.is_usable) for each in made.uses] == [(Outside.NO_AMOUNT, False), (None, True)]
    helseid = [each for each in made.lines if each.solution == "HelseID"]
    assert [(each.amount, each.lacking) for each in helseid] == [(0, ()), (0, ())]


def test_without_estimates_the_years_are_those_that_projects_report() -> None:
    made = found(operating_estimates=[])

    assert made.years == (2021, 2022, 2023, 2024)
    helsenorge = [each.amount for each in made.lines if each.solution == HELSENORGE]
    assert helsenorge == [7_000, 10_000, 12_500, 21_500]


def test_a_round_in_which_nobody_answers_has_no_reconciliation() -> None:
    assert found({}) == Reconciliation((), (), (), ())
    assert not [name for name in facts(portfolio({})) if name.startswith("reconciliation.")]


def test_every_number_has_its_cells_in_the_workbooks_and_the_register() -> None:
    reported, estimated, difference = (
        known()[f"reconciliation.2023.helsenorge.{name}.total"] for name in ("reported", "estimated", "difference")
    )

    assert (reported.value, [each.text for each in reported.sources]) == (5_500, ["3", "2022", "2,5", "2023"])
    assert (estimated.value, [each.text for each in estimated.sources]) == (14_000, ["10", "4"])
    assert {each.file for each in estimated.sources} == {"register.xlsx"}
    assert (difference.value, difference.sources) == (-8_500, (*reported.sources, *estimated.sources))


def test_the_sums_the_lacking_and_each_answer_are_facts() -> None:
    assert known()["reconciliation.2023.all.difference.total"].value == -7_000
    assert known()["reconciliation.2022.helsenorge.lacking.names"].value == ("Register", "Team")
    assert known()["reconciliation.2022.e-resept.reported.total"].value is None
    assert known()["project.10.solutions.kjernejournal.operating_cost"].value == 1_500
