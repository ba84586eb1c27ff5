"""A workbook that was prefilled, checked by itself: what it says beside what it said when it was opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.lang.language import Text
from ehport.model.restored import restore
from ehport.rules import verdict
from tests.builders import a_project
from tests.workbook.books import ROUND, answer, edit, given, read, write

SEPTEMBER = replace(ROUND, id="2021-09", previous="2021-04")
SAID = {
    "status": "Rød",
    "status_reason": "Leverandøren er forsinket.",
    "operating_cost": "1,5",
    "deliverables": [{"name": "Pilot i Bergen", "planned": "Levert"}, {"name": "Bredding", "planned": "06.2022"}],
}


@pytest.fixture
def prefilled(tmp_path: Path) -> Path:
    """Return a workbook of September with April's answers."""
    return write(tmp_path / "helse-vest.xlsx", replace(given(**SAID), last_round="2021-04"), round_=SEPTEMBER)


def told(path: Path) -> list[Diagnostic]:
    submission, found = read(path, SEPTEMBER)
    between = {Code(f"R3{number}") for number in range(30, 40)} | {Code.SUBMISSION_UNTOUCHED, Code.NOTHING_BUT_CHANGED}
    return [each for each in verdict.check_workbook(submission, found, SEPTEMBER) if each.code in between]


def codes_after(path: Path, change: Callable[[Worksheet], object]) -> list[str]:
    return [f"{each.code.value} {each.at.field}" for each in told(edit(path, change))]


def test_a_workbook_that_comes_back_as_it_was_is_told_without_any_other_round(prefilled: Path) -> None:
    (found,) = told(prefilled)
    assert (found.code, found.facts["since"]) == (Code.UNTOUCHED, Text("siden runde 2021-04", "since round 2021-04"))


def test_without_a_round_the_last_one_has_no_name(prefilled: Path) -> None:
    submission, found = read(prefilled, None)
    since = [
        each.facts["since"] for each in verdict.check_workbook(submission, found, None) if each.code is Code.UNTOUCHED
    ]
    assert since == [Text("siden sist", "since last time")]


def test_answers_that_moved_are_held_against_what_stood_there(prefilled: Path) -> None:
    def change(sheet: Worksheet) -> None:
        answer(status="Gul", operating_cost="1500", revised="september 2021")(sheet)
        next(cell for line in sheet.iter_rows() for cell in line if cell.value == "Levert").value = "12.2021"

    expected = ["R332 status_reason", "R338 deliverables.planned", "R335 operating_cost"]
    assert codes_after(prefilled, change) == expected


def test_a_leap_without_a_reason_is_told_instead_of_the_missing_reason(prefilled: Path) -> None:
    def change(sheet: Worksheet) -> None:
        answer(status="Grønn", status_reason=None, revised="september 2021")(sheet)

    assert codes_after(prefilled, change) == ["R339 status_reason"]


def test_an_old_month_beside_a_new_answer_is_told(prefilled: Path) -> None:
    assert codes_after(prefilled, answer(risk="Gul", risk_description="Knapt.")) == ["R336 revised"]


def test_a_workbook_that_was_not_prefilled_is_compared_with_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "helse-vest.xlsx", given(**SAID), round_=SEPTEMBER)
    assert told(path) == []


def test_what_a_prefilled_workbook_said_is_read_again(prefilled: Path) -> None:
    submission, _ = read(edit(prefilled, answer(status="Gul", total_cost="30")), SEPTEMBER)
    was = restore(submission.projects[0])
    assert was is not None
    known = a_project(**SAID)
    for name in ("status", "total_cost", "ends", "status_reason"):
        assert getattr(was.record, name) == getattr(known.record, name), name
    assert [each.text("name") for each in was.rows["deliverables"]] == ["Pilot i Bergen", "Bredding"]
    assert [each.record.budget_year for each in was.rows["financing"]] == [12_000]
