from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ehport.analysis.baseline import Baseline, baselines
from ehport.analysis.facts import facts
from ehport.form.planned import PlannedTime
from ehport.model.portfolio import Portfolio
from ehport.model.remembering import remember
from tests.analysis.portfolios import the_portfolio
from tests.changes.two_rounds import later


def of(now: dict[str, Any], *before: dict[str, Any]) -> Portfolio:
    """Return a portfolio in which project 10 says something now, after what it said in rounds before."""
    earlier = [the_portfolio({"10": each}) for each in before]
    known = [replace(remember(each), round_id=f"20{n + 15}-09") for n, each in enumerate(earlier)]
    found = later({"10": now}, before=earlier[-1] if earlier else None)
    return replace(found, previous=earlier[-1] if earlier else None, memories=tuple(known))


def baseline(now: dict[str, Any], *before: dict[str, Any]) -> Baseline | None:
    return next((each for each in baselines(of(now, *before)) if each.project == "10"), None)


def test_the_earliest_round_that_is_known_has_the_first_plan() -> None:
    found = baseline(
        {"ends": "12.2023", "total_cost": "30"},
        {"ends": "", "total_cost": "20"},
        {"ends": "06.2022", "total_cost": ""},
        {"ends": "12.2022", "total_cost": "24"},
    )

    assert found is not None
    assert found.ends is not None
    assert found.cost is not None
    assert (found.ends.first, found.months) == (PlannedTime("2022-06"), 18)
    assert (found.cost.first, found.increase, found.cost.percent) == (20_000, 10_000, 50)
    assert found.rounds == 4


def test_the_first_plan_that_the_actor_states_goes_before_that_of_any_round() -> None:
    found = baseline(
        {"ends": "12.2023", "total_cost": "30", "first_ends": "2020", "first_total_cost": "60"},
        {"ends": "06.2022", "total_cost": "20"},
    )

    assert found is not None
    assert (found.months, found.increase) == (36, -30_000)
    assert found.cost is not None
    assert found.cost.percent == -50


@pytest.mark.parametrize("stated", ["Ikke avklart", "løpende"])
def test_a_stated_first_plan_without_a_last_day_leaves_that_of_the_earliest_round(stated: str) -> None:
    found = baseline({"ends": "12.2023", "first_ends": stated}, {"ends": "12.2022"})

    assert found is not None
    assert found.ends is not None
    assert (found.ends.first, found.months) == (PlannedTime("2022-12"), 12)
    assert baseline({"ends": "12.2023", "first_ends": stated, "total_cost": ""}) is None


def test_a_project_that_was_never_planned_before_has_no_baseline() -> None:
    assert baselines(the_portfolio()) == ()
    assert baseline({"ends": "12.2023"}, {"ends": "", "total_cost": ""}) is None
    assert baseline({"ends": "2023"}, {"ends": "ikke avklart", "total_cost": ""}) is None


def test_a_plan_that_has_lost_its_last_day_is_not_kept_and_nobody_can_tell_how_far_it_moved() -> None:
    found = baseline({"ends": "løpende", "total_cost": ""}, {"ends": "12.2022", "total_cost": "20"})

    assert found is not None
    assert found.ends is not None
    assert (found.ends.change, found.months, found.is_kept, found.cost) == (None, 0, False, None)


def test_a_plan_that_has_only_become_more_precise_is_kept() -> None:
    found = baseline({"ends": "06.2022", "total_cost": "20"}, {"ends": "2022", "total_cost": "20"})

    assert found is not None
    assert found.is_kept


def test_the_most_delayed_comes_first_and_then_what_costs_most_more() -> None:
    before = the_portfolio({each: {"ends": "2022", "total_cost": "10"} for each in ("10", "11", "12", "13")})
    now = later(
        {
            "10": {"ends": "2022", "total_cost": "11"},
            "11": {"ends": "2024", "total_cost": "10"},
            "12": {"ends": "2022", "total_cost": "15"},
            "13": {"ends": "2021", "total_cost": "10"},
        },
        before=before,
    )

    assert [each.project for each in baselines(now) if each.project != "14"] == ["11", "12", "10", "13"]


def test_the_facts_count_later_earlier_dearer_cheaper_and_kept_plans() -> None:
    first = {"ends": "06.2023", "total_cost": "25"}
    before = the_portfolio(dict.fromkeys(("10", "11", "12", "13", "14"), first))
    now = {
        "10": {"ends": "12.2023", "total_cost": "30", "first_total_cost": "20"},
        "11": {"ends": "12.2023", "total_cost": "20"},
        "12": {"ends": "03.2023", "total_cost": "24"},
        "13": first,
        "14": {"ends": "12.2024", "total_cost": "25"},
    }

    known = facts(later(now, before=before))

    assert known["baseline.count"].value == 5
    counts = {each: known[f"baseline.{each}.count"].value for each in ("later", "earlier", "dearer", "cheaper", "kept")}
    assert counts == {"later": 3, "earlier": 1, "dearer": 1, "cheaper": 2, "kept": 1}
    assert known["baseline.10.ends.months"].value == 6
    assert known["baseline.10.total_cost.percent"].value == 50
    assert [cell.text for cell in known["baseline.10.total_cost.change"].sources] == ["20", "30"]


def test_a_first_round_has_no_facts_of_first_plans() -> None:
    portfolio = the_portfolio()
    known = facts(replace(portfolio, round=replace(portfolio.round, cutoff=date(2021, 4, 16))))

    assert [name for name in known if name.startswith(("baseline.", "exits."))] == []
