from __future__ import annotations

import pandas as pd
import pytest

from ehport.form.field import answers, fields_of
from ehport.form.project import Project
from ehport.form.register import RegisterProject
from ehport.model.frames import columns_of, frames
from tests.analysis.portfolios import an_empty_portfolio, the_portfolio

NAMES = ("projects", "deliverables", "financing", "relevance", "preconditions", "dependencies")


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_portfolio_has_the_same_columns_and_types(name: str) -> None:
    empty = getattr(frames(an_empty_portfolio()), name)
    filled = getattr(frames(the_portfolio()), name)

    assert len(empty) == 0
    assert empty.dtypes.to_dict() == filled.dtypes.to_dict()


def test_every_single_answer_of_the_form_and_the_register_has_its_columns() -> None:
    columns = set(frames(an_empty_portfolio()).projects.columns)
    registered = {each.name for each in fields_of(RegisterProject)}

    for field in answers(fields_of(Project)):
        expected = {f"submitted_{name}" if name in registered else name for name in columns_of(field)}
        assert expected <= columns


def test_a_project_has_the_registers_facts_and_adjusted_answers() -> None:
    adjusted = {"project": "12", "field": "risk", "value": "Gul", "reason": "Avtalt"}
    projects = frames(the_portfolio(adjustments=[adjusted])).projects.set_index("id")

    assert projects.loc["12", ["name", "state", "organisation", "status", "risk"]].to_list() == [
        "Kurve",
        "active",
        "Oslo",
        "red",
        "yellow",
    ]
    assert projects.loc["10", "submitted_name"] == "Prosjekt 10"
    assert pd.isna(projects.loc["13", "status"])


def test_money_is_whole_thousand_kroner_and_missing_where_it_is_not_known() -> None:
    projects = frames(the_portfolio()).projects.set_index("id")

    assert projects["budget_year"].dtype == "Int64"
    assert projects["budget_year"].dropna().to_dict() == {"10": 12_000, "11": 8_000, "13": 2_100, "14": 5_500}


def test_a_planned_time_keeps_its_precision_and_has_a_first_and_a_last_day() -> None:
    ends = frames(the_portfolio({"10": {"ends": "Q3 2022"}})).projects.set_index("id").loc["10"]

    assert (ends["ends"], ends["ends_state"]) == ("2022-35", "planned")
    assert (ends["ends_earliest"], ends["ends_latest"]) == (pd.Timestamp(2022, 7, 1), pd.Timestamp(2022, 9, 30))


def test_financing_is_one_row_per_source_period_and_year() -> None:
    financing = frames(the_portfolio({"10": {"financing_total": {"2021": "13"}}})).financing
    rows = financing[(financing["project_id"] == "10") & (financing["year"] == 2021)]

    assert rows[["source", "is_stated_total", "period", "amount"]].fillna({"source": ""}).to_numpy().tolist() == [
        ["Eieren", False, "budget_year", 12_000],
        ["", True, "budget_year", 13_000],
    ]
    assert sorted(set(financing["year"])) == [2019, 2020, 2021, 2022, 2023]


def test_the_rows_of_a_list_point_to_their_project() -> None:
    needed = [{"on": "Kurve", "category": "1 og 4", "criticality": "Høy"}, {"on": "Logg"}]
    found = frames(the_portfolio({"10": {"dependencies": needed}})).dependencies

    assert found[["project_id", "number", "on"]].to_numpy().tolist() == [["10", 1, "Kurve"], ["10", 2, "Logg"]]
    assert found.loc[0, ["category", "criticality"]].to_list() == ["1;4", "high"]
