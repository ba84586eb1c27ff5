"""Rules about planned times, seen from the cut-off 16 April 2021."""

from __future__ import annotations

from typing import Any

import pytest

from ehport.lang.language import Lang, same
from ehport.rules import times
from ehport.rules.subject import Subject, calendar
from tests.builders import a_project, a_round, a_submission, codes


def about(**changes: Any) -> Subject:
    submission = a_submission(a_project(**changes))
    return Subject(submission, submission.projects[0], calendar(submission, a_round()))


def deliverable(planned: str, **more: str) -> dict[str, Any]:
    return {"deliverables": [{"name": "Pilot", "planned": planned, **more}]}


@pytest.mark.parametrize("planned", ["12.2020", "Q1 2021", "15.04.2021", "2019-2020"])
def test_a_deliverable_that_was_due_needs_a_state(planned: str) -> None:
    assert codes(times.what_is_past_has_a_state(about(**deliverable(planned)))) == ["C233 deliverables.planned"]


@pytest.mark.parametrize(
    "planned", ["04.2021", "2021", "16.04.2021", "12.2020 - OK", "Levert", "03.21 utsatt", "2020->", "X"]
)
def test_a_deliverable_that_may_still_come_or_has_a_state_is_fine(planned: str) -> None:
    assert codes(times.what_is_past_has_a_state(about(**deliverable(planned)))) == []


def test_a_state_in_its_own_column_is_a_state() -> None:
    assert codes(times.what_is_past_has_a_state(about(**deliverable("12.2020", state="Levert")))) == []
    assert codes(times.what_is_past_has_a_state(about(**deliverable("12.2020", state="Planlagt")))) != []


def test_phase_and_end_that_have_passed_are_told_and_the_first_planned_end_is_not() -> None:
    found = codes(times.what_is_past_has_a_state(about(phase_ends="12.2020", ends="03.2021", first_ends="06.2019")))
    assert found == ["C233 phase_ends", "C233 ends"]


def test_the_row_is_named_in_the_message() -> None:
    (found,) = times.what_is_past_has_a_state(about(**deliverable("12.2020")))
    assert found.facts["of"] == same(" («Pilot»)")
    assert found.found == "12.2020"
    assert found.at.cell == "deliverables1-C3"


def test_a_year_of_another_generation_is_told() -> None:
    assert codes(times.times_are_near(about(ends="12.2202"))) == ["C234 ends"]
    assert codes(times.times_are_near(about(ends="1998"))) == ["C234 ends"]
    assert codes(times.times_are_near(about(ends="12.2030"))) == []


def test_the_phase_may_end_with_the_project_but_not_after_it() -> None:
    assert codes(times.the_phase_ends_with_the_project(about(phase_ends="12.2023", ends="12.2022"))) == [
        "R306 phase_ends"
    ]
    assert codes(times.the_phase_ends_with_the_project(about(phase_ends="12.2022", ends="12.2022"))) == []
    assert codes(times.the_phase_ends_with_the_project(about(phase_ends="2022", ends="06.2022"))) == []
    assert codes(times.the_phase_ends_with_the_project(about(phase_ends="12.2023", ends="Ikke fastsatt"))) == []


def test_a_deliverable_after_the_end_is_told_unless_it_is_delivered() -> None:
    assert codes(times.deliverables_come_before_the_end(about(**deliverable("05.2023")))) == [
        "R307 deliverables.planned"
    ]
    assert codes(times.deliverables_come_before_the_end(about(**deliverable("05.2023 - OK")))) == []
    assert codes(times.deliverables_come_before_the_end(about(**deliverable("2022")))) == []


@pytest.mark.parametrize(("due", "status", "expected"), [
    ("12.2020", "Gul", ["R308 dependencies.due"]),
    ("12.2020", "", ["R308 dependencies.due"]),
    ("12.2020", "Utført", []),
    ("12.2020 - OK", "Gul", []),
    ("Lukket", "Gul", []),
    ("Løpende", "Gul", []),
    ("2021", "Gul", []),
])  # fmt: skip
def test_a_deadline_that_has_passed_is_told_unless_the_dependency_is_met(
    due: str, status: str, expected: list[str]
) -> None:
    given = about(dependencies=[{"on": "Norsk helsenett", "due": due, "status": status}])
    assert codes(times.deadlines_lie_ahead(given)) == expected


def test_a_label_of_a_row_names_its_list() -> None:
    label = about().label("deliverables.planned")
    assert (label[Lang.NB], label[Lang.EN]) == ("Leveranser: Planlagt", "Deliverables: Planned")


def test_a_workbook_by_itself_is_seen_from_the_month_of_its_round() -> None:
    when = calendar(a_submission(), None)
    assert (when.cutoff.isoformat(), when.budget_year) == ("2021-04-01", 2021)
