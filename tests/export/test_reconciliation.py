from __future__ import annotations

from ehport.analysis.summary import summarise
from ehport.export.reconciliation import reconciled
from tests.analysis.test_reconciliation import portfolio
from tests.builders import a_later_round, a_round


def test_each_solution_and_year_is_a_row_of_thousand_kroner_with_its_projects() -> None:
    (table,) = reconciled(summarise(portfolio()).national.reconciliation, a_later_round())

    rows = {(each["solution"], each["year"]): each for each in table.records()}
    assert rows["Helsenorge", 2023] == {
        "solution": "Helsenorge",
        "year": 2023,
        "reported": 5_500,
        "estimated": 14_000,
        "difference": -8_500,
        "reported_by": "10;11",
        "not_reported_by": "14;15",
    }
    assert (rows["E-resept", 2022]["reported"], rows["E-resept", 2022]["reported_by"]) == (None, None)
    assert len(rows) == 8


def test_a_round_that_does_not_ask_has_no_such_table() -> None:
    assert reconciled(summarise(portfolio()).national.reconciliation, a_round()) == ()
