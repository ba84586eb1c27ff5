from __future__ import annotations

from typing import Any

import pytest

from ehport.analysis.criteria import Criteria, both
from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.form.vocabulary import Answer
from tests.analysis.portfolios import the_portfolio

YES, PARTLY, NO = Answer.YES, Answer.PARTLY, Answer.NO
ANSWERS: dict[str, dict[str, Any]] = {
    "10": {"criterion_digital": "Ja", "criterion_coordination": "Ja"},
    "11": {"criterion_digital": "Ja", "criterion_coordination": "Delvis", "criterion_coordination_reason": "Bare én"},
    "12": {"criterion_digital": "Nei", "criterion_digital_reason": "Et bygg", "criterion_coordination": "Delvis"},
    "13": {"criterion_digital": "Ja"},
    "17": {"criterion_digital": "Nei", "criterion_coordination": "Nei"},
}


def found(answers: dict[str, dict[str, Any]]) -> Criteria:
    return summarise(the_portfolio(answers)).national.criteria


def test_the_counted_projects_are_told_by_answer_and_by_both_together() -> None:
    ids = [
        {answer: [each.id for each in projects] for answer, projects in line.projects.items()}
        for line in found(ANSWERS).lines
    ]

    assert ids == [
        {YES: ["10", "11", "13"], PARTLY: [], NO: ["12"], None: ["14"]},
        {YES: ["10"], PARTLY: ["11", "12"], NO: [], None: ["13", "14"]},
        {YES: ["10"], PARTLY: ["11"], NO: ["12"], None: ["13", "14"]},
    ]


@pytest.mark.parametrize(("answers", "together"), [
    ((YES, YES), YES),
    ((YES, PARTLY), PARTLY),
    ((None, PARTLY), None),
    ((NO, None), NO),
    ((PARTLY, NO), NO),
])  # fmt: skip
def test_one_no_decides_and_then_an_answer_that_is_lacking(
    answers: tuple[Answer | None, ...], together: Answer | None
) -> None:
    assert both(answers) is together


def test_who_does_not_wholly_meet_both_is_listed_with_the_reasons_for_that() -> None:
    listed = [(each.project.id, [*each.answers.values()], each.reasons) for each in found(ANSWERS).not_met]

    assert listed == [("11", [YES, PARTLY], ("Bare én",)), ("12", [NO, PARTLY], ("Et bygg",))]


def test_a_count_has_the_cells_of_the_answers_and_an_unanswered_one_those_of_the_register() -> None:
    known = facts(the_portfolio(ANSWERS))

    assert known["criteria.coordination.partly.count"].value == 2
    assert [each.text for each in known["criteria.coordination.partly.count"].sources] == ["Delvis", "Delvis"]
    assert known["criteria.both.none.names"].value == ("Førerett", "Register")
    assert [each.text for each in known["criteria.digital.none.count"].sources] == ["14"]


def test_a_round_without_answers_says_nothing() -> None:
    assert not found({}).is_answered
    assert not [name for name in facts(the_portfolio()) if name.startswith("criteria.")]
