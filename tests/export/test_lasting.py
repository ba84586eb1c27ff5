from __future__ import annotations

from typing import Any

from ehport.analysis.summary import Summary, summarise
from ehport.export.lasting import lasting
from tests.analysis.portfolios import the_portfolio
from tests.changes.two_rounds import later

FORMER = {"id": "160", "name": "Innsynslogg", "responsible": "Oslo kommune", "state": "Ferdigstilt"}


def tables(found: Summary) -> dict[str, list[dict[str, Any]]]:
    return {table.name: list(table.records()) for table in lasting(found, 2021)}


def test_a_first_round_has_no_such_tables() -> None:
    assert tables(summarise(the_portfolio())) == {}


def test_each_plan_stands_beside_the_first_in_thousand_kroner_and_months() -> None:
    before = the_portfolio({"10": {"ends": "06.2022", "total_cost": "40"}, "11": {"ends": "2021"}})
    now = {"10": {"ends": "12.2023", "total_cost": "30"}, "11": {"ends": "løpende"}}

    rows = {each["project_id"]: each for each in tables(summarise(later(now, before=before)))["baselines"]}

    assert rows["10"] == {
        "project_id": "10",
        "first_ends": "2022-06",
        "ends": "2023-12",
        "months_later": 18,
        "first_total_cost": 40_000,
        "total_cost": 30_000,
        "total_cost_change": -10_000,
        "rounds": 2,
    }
    assert [rows["11"][each] for each in ("first_ends", "ends", "months_later")] == ["2021", None, None]


def test_each_exit_has_when_why_and_the_result_as_the_register_has_them() -> None:
    former = {**FORMER, "last_round": "2020-09", "next_steps": "Linjen har overtatt.", "result": "I bruk."}

    rows = tables(summarise(the_portfolio(former_projects=[former])))["exits"]

    assert rows == [
        {
            "id": "160",
            "name": "Innsynslogg",
            "responsible": "Oslo kommune",
            "state": "completed",
            "last_round": "2020-09",
            "next_steps": "Linjen har overtatt.",
            "result": "I bruk.",
        }
    ]
