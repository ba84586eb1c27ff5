from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import pytest

from ehport.form.field import answers, fields_of, lists
from ehport.form.project import Project
from ehport.form.register import RegisterProject
from ehport.model.frames import columns_of, list_frame, project_frame
from ehport.model.portfolio import Portfolio
from tests.analysis.portfolios import an_empty_portfolio, the_portfolio

LISTS = [each.name for each in lists(fields_of(Project))]
FRAMES = [project_frame, *(partial(list_frame, name=name) for name in LISTS)]


@pytest.mark.parametrize("frame", FRAMES, ids=["projects", *LISTS])
def test_an_empty_portfolio_has_the_same_columns_and_types(frame: Callable[[Portfolio], pd.DataFrame]) -> None:
    empty, filled = frame(an_empty_portfolio()), frame(the_portfolio())

    assert len(empty) == 0
    assert empty.dtypes.to_dict() == filled.dtypes.to_dict()


def test_every_single_answer_of_the_form_and_the_register_has_its_columns() -> None:
    columns = set(project_frame(an_empty_portfolio()).columns)
    registered = {each.name for each in fields_of(RegisterProject)}

    for field in answers(fields_of(Project)):
        expected = {f"submitted_{name}" if name in registered else name for name in columns_of(field)}
        assert expected <= columns


def test_a_project_has_the_registers_facts_and_adjusted_answers() -> None:
    adjusted = {"project": "12", "field": "risk", "value": "Gul", "reason": "Avtalt"}
    projects = project_frame(the_portfolio(adjustments=[adjusted])).set_index("id")

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
    projects = project_frame(the_portfolio()).set_index("id")

    assert projects["budget_year"].dtype == "Int64"
    assert projects["budget_year"].dropna().to_dict() == {"10": 12_000, "11": 8_000, "13": 2_100, "14": 5_500}


def test_a_planned_time_keeps_its_precision_and_has_a_first_and_a_last_day() -> None:
    ends = project_frame(the_portfolio({"10": {"ends": "Q3 2022"}})).set_index("id").loc["10"]

    assert (ends["ends"], ends["ends_state"]) == ("2022-35", "planned")
    assert (ends["ends_earliest"], ends["ends_latest"]) == (pd.Timestamp(2022, 7, 1), pd.Timestamp(2022, 9, 30))


def test_the_rows_of_a_list_point_to_their_project() -> None:
    needed = [{"on": "Kurve", "category": "1 og 4", "criticality": "Høy"}, {"on": "Logg"}]
    found = list_frame(the_portfolio({"10": {"dependencies": needed}}), "dependencies")

    assert found[["project_id", "number", "on"]].to_numpy().tolist() == [["10", 1, "Kurve"], ["10", 2, "Logg"]]
    assert found.loc[0, ["category", "criticality"]].to_list() == ["1;4", "high"]
