"""Rules about the national portfolio: entry criteria, segment, national solutions, roadmap and baseline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from ehport.diagnostics import national
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.wording import message
from ehport.form.project import FROM_SEPTEMBER_2021
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio, collect
from ehport.rules.rules import check_portfolio, check_submission
from tests.builders import SOUND_NATIONAL, a_later_round, a_project, a_register, a_round, a_submission, codes

FULL = {"operating_cost": "3", "from_year": "2023", "consulted": "Ja"}


def told(**answers: Any) -> list[Diagnostic]:
    """Return what is told of one project's answers in the September round."""
    submission = replace(a_submission(a_project(**{**SOUND_NATIONAL, **answers})), round_id="2021-09")
    return list(check_submission(submission, a_later_round()))


def solution(name: str = "Helsenorge", **row: str) -> Mapping[str, Any]:
    return {"solutions": [{"solution": name, **{key: text for key, text in {**FULL, **row}.items() if text}}]}


def compared(uses: str = "", segment: str = "", round_id: str = "2021-09", **answers: Any) -> list[Diagnostic]:
    """Return what is told of a project beside the register, which has the solutions and the segment given."""
    project = {"id": "900", **({"segment": segment} if segment else {})}
    listed = [{"project": "900", "name": "Logg", "owner": "Helse Vest", "solutions": uses}] if uses else []
    submission = replace(a_submission(a_project(**{**SOUND_NATIONAL, **answers})), round_id=round_id)
    return list(check_portfolio(_portfolio(submission, a_register(projects=[project], solution_uses=listed))))


def _portfolio(submission: Any, register: Any) -> Portfolio:
    round_ = a_later_round() if submission.round_id == "2021-09" else a_round()
    return collect(round_, register, [submission])[0]


def test_the_rules_apply_from_the_round_that_asks() -> None:
    assert {rule.since for rule in national.NATIONAL_RULES.values()} == {FROM_SEPTEMBER_2021}


@pytest.mark.parametrize(("answer", "expected"), [
    ("Ja", []),
    ("Delvis", ["R350 criterion_digital"]),
    ("Nei", ["R350 criterion_digital"]),
])  # fmt: skip
def test_a_criterion_that_is_not_wholly_met_is_told(answer: str, expected: list[str]) -> None:
    assert codes(told(criterion_digital=answer)) == expected


def test_each_criterion_is_told_of_by_itself() -> None:
    found = told(criterion_digital="Nei", criterion_coordination="Nei")
    assert codes(found) == ["R350 criterion_digital", "R350 criterion_coordination"]


def test_an_answer_about_a_criterion_needs_a_reason_and_no_answer_needs_none() -> None:
    assert codes(told(criterion_coordination_reason=" ")) == ["R351 criterion_coordination_reason"]
    assert codes(told(criterion_digital="", criterion_digital_reason="")) == []


def test_a_cost_needs_a_year_and_a_year_needs_a_cost() -> None:
    assert codes(told(**solution())) == []
    assert codes(told(**solution(from_year=""))) == ["R352 solutions.from_year"]
    assert codes(told(**solution(operating_cost="", consulted=""))) == ["R353 solutions.operating_cost"]


def test_no_cost_needs_neither_a_year_nor_norsk_helsenett() -> None:
    assert codes(told(**solution(operating_cost="0", from_year="", consulted=""))) == []


def test_a_year_that_cannot_be_read_is_not_told_of_as_missing() -> None:
    assert codes(told(**solution(from_year="snart"))) == []


@pytest.mark.parametrize(("answer", "expected"), [
    ("", ["R354 solutions.consulted"]),
    ("Nei", ["R354 solutions.consulted"]),
    ("Delvis", []),
])  # fmt: skip
def test_norsk_helsenett_is_to_know_of_every_cost(answer: str, expected: list[str]) -> None:
    assert codes(told(**solution(consulted=answer))) == expected


def test_the_message_says_whether_the_answer_is_empty_or_no() -> None:
    (empty,), (no,) = told(**solution(consulted="")), told(**solution(consulted="Nei"))
    assert "er tom for Helsenorge" in message(empty, Lang.NB)
    assert "is «Nei» for Helsenorge" in message(no, Lang.EN)
    assert "3 mill. kroner" in message(no, Lang.NB)


@pytest.mark.parametrize(("year", "expected"), [("2023", []), ("2022", ["R355 solutions.from_year"])])
def test_operation_three_years_before_the_end_is_early(year: str, expected: list[str]) -> None:
    assert codes(told(ends="03.2025", **solution(from_year=year))) == expected


def test_an_activity_of_the_roadmap_has_a_time() -> None:
    rows = [{"activity": "Dokumentdeling"}, {"activity": "Kritisk informasjon", "planned": "Q3 2022"}]
    (found,) = told(roadmap=rows)
    assert codes([found]) == ["R356 roadmap.planned"]
    assert "«Dokumentdeling»" in message(found, Lang.NB)


@pytest.mark.parametrize(("first", "expected"), [
    ("12.2022", []),
    ("2022", []),
    ("06.2021", []),
    ("01.2023", ["R357 first_ends"]),
])  # fmt: skip
def test_the_first_end_is_not_after_the_end_now(first: str, expected: list[str]) -> None:
    assert codes(told(first_ends=first, ends="12.2022")) == expected


def test_both_segments_are_told_when_they_differ() -> None:
    (found,) = compared(segment="Informere")
    assert codes([found]) == ["P417 segment"]
    assert ("«Samstyre»" in message(found, Lang.NB), "«Inform»" in message(found, Lang.EN)) == (True, True)
    assert codes(compared(segment="Samstyre")) == []


def test_a_segment_that_one_of_them_does_not_give_differs_from_nothing() -> None:
    project = a_project(**{**SOUND_NATIONAL, "segment": ""})
    submission = replace(a_submission(project), round_id="2021-09")
    register = a_register(projects=[{"id": "900", "segment": "Informere"}])
    assert list(check_portfolio(_portfolio(submission, register))) == []
    assert codes(compared()) == []


def test_what_the_register_lists_and_nobody_reports_is_told_once_with_all_solutions() -> None:
    (found,) = compared(uses="E-resept; Helsenorge; HelseID", **solution())
    assert codes([found]) == ["P418 solutions"]
    assert "E-resept, HelseID" in message(found, Lang.NB)


def test_what_is_reported_and_not_listed_is_told_at_its_row() -> None:
    assert codes(compared(**solution())) == ["P419 solutions.operating_cost"]
    assert codes(compared(uses="helsenorge", **solution())) == []
    assert codes(compared(**solution(operating_cost="0"))) == []


def test_a_round_that_does_not_ask_for_solutions_misses_none() -> None:
    assert codes(compared(uses="Helsenorge", round_id="2021-04")) == []
