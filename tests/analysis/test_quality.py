from __future__ import annotations

from ehport.analysis.summary import summarise
from ehport.form.field import answers, fields_of
from ehport.form.project import Project
from tests.analysis.portfolios import the_portfolio, the_summary

REQUIRED = sum(each.required and each.asked_in("2021-04") for each in answers(fields_of(Project)))


def test_an_undecided_and_an_unreadable_answer_are_answers_and_an_empty_one_is_not() -> None:
    before = the_summary().quality[0]
    after = summarise(the_portfolio({"10": {"total_cost": "Ikke estimert", "phase": "Xyz", "risk": None}})).quality[0]

    assert after.required == 6 * REQUIRED
    assert before.answered - after.answered == 1
    assert after.unread - before.unread == 1


def test_a_value_read_with_a_reservation_is_counted() -> None:
    before = the_summary().quality[0]
    after = summarise(the_portfolio({"10": {"total_cost": "ca 12"}})).quality[0]

    assert after.reserved - before.reserved == 1


def test_an_adjustment_is_told_with_what_was_submitted() -> None:
    adjusted = {"project": "12", "field": "risk", "value": "Gul", "reason": "Avtalt på møtet", "agreed_with": "Oslo"}
    (found,) = summarise(the_portfolio(adjustments=[adjusted])).adjustments

    assert (found.project.id, found.field, found.submitted, found.value) == ("12", "risk", "Rød", "Gul")
    assert (found.reason, found.agreed_with) == ("Avtalt på møtet", "Oslo")
