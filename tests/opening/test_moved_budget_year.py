"""A round whose budget year has moved: no money goes, and nobody is said to confirm what was not shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ehport.diagnostics.code import Code
from ehport.form.answers import from_record
from ehport.form.project import Project
from ehport.model.member import Member
from ehport.model.portfolio import PERIODS
from ehport.model.round import FILE
from ehport.model.round_text import round_text
from ehport.model.touched import Touch, touched
from ehport.opening.open import StartingPoint, prepare, write_opening
from ehport.opening.round_settings import Settled
from ehport.rounds.find import find_round
from ehport.rounds.read import RoundRead, read_round
from ehport.workbook.form_book import write_form
from ehport.workbook.layout import COPIES
from ehport.workbook.register_book import write_register
from tests.builders import REGISTERED, SOUND, a_round
from tests.workbook.books import answer, edit, edit_book, row

MONEY = {"source": "Egne midler", "amounts": {"..2019": "347", "2021": "121", "2022": "130", "2023..": "15"}}
WORKBOOK = "helse-vest.xlsx"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a round of one project, and the next with a later budget year."""
    given = a_round()
    actor = next(each for each in given.actors if each.file == WORKBOOK)
    folder = tmp_path / "submissions" / given.id
    folder.mkdir(parents=True)
    round_ = replace(given, folder=folder, previous="", actors=(actor,))
    (folder / FILE).write_text(round_text(round_), "utf-8")
    write_register(folder / "register.xlsx", {"projects": [REGISTERED]}, round_id=given.id)
    (folder / "editorial").mkdir()
    record = {**SOUND, "financing": [MONEY], "financing_total": None, "total_cost": "613"}
    write_form(folder / WORKBOOK, round_, actor, [from_record(record, Project, 2021)])
    write_opening(prepare(tmp_path, "2022-01", StartingPoint(given.id), Settled(budget_year="2022")))
    return tmp_path


def read(home: Path, round_id: str) -> RoundRead:
    return read_round(find_round(home, round_id))


def project(found: RoundRead) -> Member:
    member = found.portfolio.member(SOUND["id"])
    assert member is not None
    assert member.entry is not None
    return member


def money(found: RoundRead) -> int:
    return sum(project(found).amount(name).value or 0 for name in PERIODS)


def answer_nothing_new(home: Path) -> Path:
    path = home / "submissions" / "2022-01" / WORKBOOK
    return edit_book(path, lambda book: answer(nothing_to_report="Ja")(book.worksheets[1]))


def test_a_nil_return_keeps_the_money_and_confirms_all_but_what_nobody_divided(home: Path) -> None:
    answer_nothing_new(home)

    before, now = read(home, "2021-04"), read(home, "2022-01")

    assert money(before) == money(now) == 613_000
    asked = [(each.code, each.at.field, each.found) for each in now.diagnostics if each.code is Code.CARRIED]
    assert asked == [
        (Code.CARRIED, "financing.earlier", "347 (må bekreftes)"),
        (Code.CARRIED, "financing.later", "15 (må fordeles)"),
    ]
    entry = project(now).entry
    assert entry is not None
    assert touched(entry).fields["financing"] is Touch.UNTOUCHED
    assert touched(entry).fields["purpose"] is Touch.CONFIRMED


def test_what_nobody_settled_is_there_in_the_round_after_too(home: Path) -> None:
    answer_nothing_new(home)
    write_opening(prepare(home, "2022-04", StartingPoint("2022-01"), Settled(budget_year="2022")))

    assert money(read(home, "2022-04")) == 613_000


def test_money_left_open_in_a_workbook_without_marks_is_told_and_back_in_the_next_round(home: Path) -> None:
    def empty(sheet: Worksheet) -> None:
        for letter in "DH":
            for column in (letter, COPIES[letter]):
                sheet[f"{column}{row(sheet, 'financing[]') + 1}"] = None

    path = answer_nothing_new(home)
    edit(path, empty, sheet=project(read(home, "2022-01")).entry.sheet)  # type: ignore[union-attr]

    now = read(home, "2022-01")
    told = [(each.at.field, each.facts["was"]) for each in now.diagnostics if each.code is Code.AMOUNT_GONE]
    write_opening(prepare(home, "2022-04", StartingPoint("2022-01"), Settled(budget_year="2022")))

    assert told == [("financing.earlier", "347"), ("financing.later", "15")]
    assert money(now) == 251_000
    assert money(read(home, "2022-04")) == 613_000
