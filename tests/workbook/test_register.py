from __future__ import annotations

import pytest
from openpyxl import Workbook, load_workbook

from ehport.form.field import fields_of
from ehport.form.register import Register
from ehport.form.vocabulary import ProjectState
from ehport.workbook.register import read_register
from ehport.workbook.register_book import write_register
from tests.workbook.books import edit_book

ROWS = {
    "projects": (
        {"id": "51", "name": "Alle møter", "responsible": "Helse Vest", "area": "4.1", "state": "Aktiv"},
        {"id": "131", "name": "=API", "responsible": "Norsk helsenett", "state": "Pauset", "aliases": "API; 13"},
    ),
    "adjustments": ({"project": "51", "field": "budget_year", "value": "12,5", "reason": "Avtalt\ni møte"},),
    "key_figures": ({"round": "2021-01", "name": "projects", "value": "44"},),
}


@pytest.fixture
def path(tmp_path):
    written = tmp_path / "register.xlsx"
    write_register(written, ROWS)
    return written


def test_a_register_comes_back_as_written_with_its_cells(path):
    register, told = read_register(path)

    assert register is not None
    assert (register.answers().rows, told) == (ROWS, ())
    assert register.record.projects[1].state is ProjectState.PAUSED
    assert (register.rows["projects"][1].sheet, register.rows["projects"][1].address("name")) == ("Prosjekter", "B4")


def test_the_same_register_gives_the_same_bytes(path, tmp_path):
    write_register(tmp_path / "again.xlsx", ROWS)

    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_every_list_has_a_sheet_and_a_word_about_it(path):
    workbook = load_workbook(path)
    lists = [each.label.nb for each in fields_of(Register)]

    assert workbook.sheetnames == ["Les meg", *lists, "Kodeverk"]
    assert [workbook["Les meg"].cell(number, 2).value for number in range(3, 3 + len(lists))] == lists
    assert all(each.help.nb.count(".") >= 2 and each.help.en for each in fields_of(Register))


def test_headings_serve_where_the_keys_are_gone_and_sheets_are_renamed(path):
    def strip(workbook: Workbook) -> None:
        for sheet in workbook.worksheets[1:-1]:
            sheet.delete_rows(1)
            sheet.title = f"Ark {sheet.title}"

    register, told = read_register(edit_book(path, strip))

    assert register is not None
    assert (register.answers().rows, told) == (ROWS, ())


def test_columns_and_rows_may_stand_in_any_order(path):
    def move(workbook: Workbook) -> None:
        sheet = workbook["Prosjekter"]
        sheet.insert_cols(1, 2)
        sheet.insert_rows(4, 3)

    register, told = read_register(edit_book(path, move))

    assert register is not None
    assert (register.answers().rows["projects"], told) == (ROWS["projects"], ())


def test_numbers_typed_in_excel_are_read_as_they_are_seen(path):
    def type_numbers(workbook: Workbook) -> None:
        workbook["Prosjekter"]["A5"], workbook["Prosjekter"]["D5"] = 197, 3.2

    register, told = read_register(edit_book(path, type_numbers))

    assert register is not None
    assert register.rows["projects"][2].record.id == "197"
    assert register.rows["projects"][2].record.area == "3.2"
    assert [(each.code.name, each.at.cell, each.at.field) for each in told] == [
        ("REQUIRED", "B5", "projects.name"),
        ("REQUIRED", "C5", "projects.responsible"),
        ("REQUIRED", "E5", "projects.state"),
    ]


def test_a_lost_sheet_a_lost_column_and_a_foreign_sheet_are_told(path):
    def lose(workbook: Workbook) -> None:
        workbook.remove(workbook["Historikk"])
        workbook["Unntak"].delete_cols(1)
        workbook.create_sheet("Kladd")["A1"] = "husk"

    _, told = read_register(edit_book(path, lose))

    assert [each.code.name for each in told] == ["FIELD_MISSING", "SHEET_IGNORED", "SHEET_MISSING"]


def test_a_list_or_field_that_the_register_lacks_is_refused(tmp_path):
    with pytest.raises(KeyError):
        write_register(tmp_path / "register.xlsx", {"projects": [{"colour": "blå"}]})


def test_a_column_of_later_rounds_is_neither_in_the_register_of_an_earlier_round_nor_missed_there(tmp_path):
    def headings(round_id, **more):
        rows = {"key_figures": ({**ROWS["key_figures"][0], **more},)}
        write_register(tmp_path / f"{round_id}.xlsx", rows, round_id=round_id)
        sheet = load_workbook(tmp_path / f"{round_id}.xlsx")["Historikk"]
        return [cell.value for cell in sheet[2]]

    assert "Sammenlignbart" not in headings("2021-04")
    assert read_register(tmp_path / "2021-04.xlsx")[1] == ()
    assert "Sammenlignbart" in headings("2021-09")
    assert "Sammenlignbart" in headings("2021-04", comparable="Nei")
