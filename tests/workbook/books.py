"""Workbooks for tests: written from records, edited as people edit them, and read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.answers import Answers, from_record
from ehport.form.project import Project
from ehport.model.round import AskedActor, Round
from ehport.model.submission import Submission
from ehport.workbook.form_book import write_form
from ehport.workbook.read import read_submission
from tests.builders import SOUND, a_round

ACTOR = AskedActor("helse-vest", "Helse Vest RHF")
ROUND = a_round(focus_areas={"1.1": "Modernisere journalløsninger", "1.2": "", "2.1": "Dele opplysninger"})
SHEET = "900 Felles logg"
AREAS = {"relevance": {"1.1": "H", "2.1": "L"}, "preconditions": [{"name": "EPJ-utvikling, kommune", "due": "06.2022"}]}


def given(**changes: Any) -> Answers:
    """Return the answers of a sound project, with some of them changed."""
    return from_record({**SOUND, **AREAS, **changes}, Project, ROUND.budget_year)


def write(path: Path, *projects: Answers, round_: Round = ROUND) -> Path:
    """Write the workbook of one actor."""
    write_form(path, round_, ACTOR, projects or (given(),))
    return path


def edit(path: Path, change: Callable[[Worksheet], object], *, sheet: str = SHEET) -> Path:
    """Change a sheet as a person does, and save the workbook."""
    return edit_book(path, lambda workbook: change(workbook[sheet]))


def edit_book(path: Path, change: Callable[[Workbook], object]) -> Path:
    """Change a workbook as a person does, and save it."""
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)
    return path


def row(sheet: Worksheet, key: str) -> int:
    """Return the first row with a key."""
    return next(number for number in range(1, sheet.max_row + 1) if sheet.cell(number, 1).value == key)


def answer(**texts: Any) -> Callable[[Worksheet], None]:
    """Return an edit that types answers."""

    def type_answers(sheet: Worksheet) -> None:
        for name, value in texts.items():
            sheet.cell(row(sheet, name), 3).value = value

    return type_answers


def read(path: Path, round_: Round | None = ROUND) -> tuple[Submission, list[Diagnostic]]:
    """Read a workbook that can be read."""
    submission, told = read_submission(path, round_)
    assert submission is not None, [each.code.name for each in told]
    return submission, list(told)


def texts(submission: Submission) -> list[Answers]:
    """Return what every project answered, as typed."""
    return [each.answers() for each in submission.projects]


def told_of(told: list[Diagnostic], *, without: Mapping[str, object] | None = None) -> list[str]:
    """Return diagnostics as ``NAME cell``, in order."""
    return [f"{each.code.name} {each.at.cell}".strip() for each in told if each.code.name not in (without or {})]
