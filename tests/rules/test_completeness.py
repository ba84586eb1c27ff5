"""Rules about the whole: each project once, under a number and an organisation that are known."""

from __future__ import annotations

from ehport.model.portfolio import collect
from ehport.rules import completeness
from ehport.rules.rules import check_portfolio
from ehport.rules.subject import calendar
from tests.builders import a_portfolio, a_project, a_register, a_round, a_submission, codes


def test_a_copied_sheet_with_its_number_is_told_at_the_copy() -> None:
    submission = a_submission(a_project(), a_project(name="Felles logg (2)"))
    (found,) = completeness.a_number_stands_once_in_a_workbook(submission, calendar(submission, a_round()))
    assert codes([found]) == ["P401 id"]
    assert found.at.sheet == "900 Felles logg (2)"
    assert str(found.facts["name"]) == "Felles logg"


def test_a_project_of_two_actors_is_told_at_the_second() -> None:
    handed_in = [a_submission(), a_submission(actor="helse-nord")]
    portfolio, _ = collect(a_round(), a_register(), handed_in)
    (found,) = completeness.a_number_stands_once_in_a_round(portfolio)
    assert (codes([found]), found.at.file) == (["P401 id"], "helse-nord.xlsx")


def test_a_copy_within_one_workbook_is_not_told_twice() -> None:
    portfolio = a_portfolio(a_project(), a_project(name="Felles logg (2)"))
    assert codes(completeness.a_number_stands_once_in_a_round(portfolio)) == []


def test_a_number_that_the_register_does_not_have_is_told() -> None:
    portfolio = a_portfolio(a_project(), a_project(id="999", name="Noe annet"))
    assert codes(completeness.numbers_are_in_the_register(portfolio)) == ["P402 id"]


def test_an_active_project_that_nobody_reports_is_told_at_the_register() -> None:
    portfolio = a_portfolio(register=a_register(projects=[{"id": "901", "name": "Glemt", "state": "Aktiv"}]))
    (found,) = completeness.projects_are_reported(portfolio)
    assert (codes([found]), found.at.file, found.at.project) == (["P403 id"], "register.xlsx", "901")


def test_a_paused_leaving_completed_or_candidate_project_may_be_left_out() -> None:
    states = ("Pauset", "Går ut", "Ferdigstilt", "Kandidat")
    rows = [{"id": str(number), "name": state, "state": state} for number, state in enumerate(states, 901)]
    assert codes(check_portfolio(a_portfolio(register=a_register(projects=rows)))) == ["P416 id"] * 4


def test_the_projects_of_an_actor_whose_workbook_is_missing_are_not_told_one_by_one() -> None:
    portfolio, _ = collect(a_round(), a_register(), [])
    assert codes(completeness.projects_are_reported(portfolio)) == []


def test_a_responsible_organisation_without_a_cost_group_is_told() -> None:
    portfolio = a_portfolio(register=a_register(projects=[{"id": "900", "responsible": "Sykehusinnkjøp HF"}]))
    (found,) = completeness.organisations_are_in_the_register(portfolio)
    assert (codes([found]), found.found) == (["P425 responsible"], "Sykehusinnkjøp HF")
