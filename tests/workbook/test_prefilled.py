"""What a workbook was prefilled with is known when it comes back, whatever was done to it meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.field import fields_of
from ehport.form.project import Project, Section
from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang
from ehport.model.touched import Touch, Touched, touched
from ehport.workbook import layout
from tests.workbook.books import ROUND, SHEET, answer, edit, edit_book, given, read, row, texts, told_of, write
from tests.workbook.corpus import by_libreoffice, libreoffice

SEPTEMBER = replace(ROUND, id="2021-09", previous="2021-04")
DELIVERABLES = [{"name": "Pilot i Bergen", "planned": "09.2021"}, {"name": "Bredding", "planned": "06.2022"}]
TICKS = {each.section: each for each in fields_of(Project) if each.confirms}


@pytest.fixture
def prefilled(tmp_path: Path) -> Path:
    """Return a workbook of September with April's answers."""
    answers = replace(given(deliverables=DELIVERABLES, other="Ingenting."), last_round="2021-04")
    return write(tmp_path / "helse-vest.xlsx", answers, round_=SEPTEMBER)


def back(path: Path) -> Touched:
    """Return what became of the one prefilled project."""
    submission, told = read(path, SEPTEMBER)
    assert told_of(told, without={"REQUIRED"}) == []
    return touched(submission.projects[0])


def changed(path: Path) -> list[str]:
    return [name for name, touch in back(path).fields.items() if touch is Touch.CHANGED]


def test_a_workbook_that_comes_back_as_it_was_is_untouched(prefilled):
    found = back(prefilled)

    assert (found.was_prefilled, found.is_untouched) == (True, True)
    assert set(found.fields.values()) == {Touch.UNTOUCHED}
    assert {"id", "status", "deliverables", "relevance", "financing_total"} <= set(found.fields)


def test_a_workbook_that_is_not_prefilled_says_nothing_of_before(tmp_path):
    path = write(tmp_path / "helse-vest.xlsx", given(), round_=SEPTEMBER)

    found = back(path)
    columns = {cell.column for line in load_workbook(path)[SHEET].iter_rows() for cell in line if cell.value}

    assert found == Touched()
    assert max(columns) < column_index_from_string(layout.COPIES["B"])
    assert not found.is_untouched


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ({"status": "Gul"}, "status"),
        ({"other": None}, "other"),
        ({"cost_comment": "Dyrere enn ventet."}, "cost_comment"),
        ({"total_cost": 25}, "total_cost"),
    ],
)
def test_an_answer_that_was_changed_cleared_or_added_is_known(prefilled, typed, name):
    assert changed(edit(prefilled, answer(**typed))) == [name]


def test_a_number_typed_again_as_a_number_is_no_change(prefilled):
    assert changed(edit(prefilled, answer(total_cost=24))) == []


def insert(sheet: Worksheet) -> None:
    at = row(sheet, "deliverables.*")
    sheet.insert_rows(at)
    sheet[f"C{at}"], sheet[f"D{at}"] = "Forstudie", "Levert"


def delete(sheet: Worksheet) -> None:
    sheet.delete_rows(row(sheet, "deliverables.*"))


def clear(sheet: Worksheet) -> None:
    at = row(sheet, "deliverables.*") + 1
    sheet[f"C{at}"] = sheet[f"D{at}"] = None


def move(sheet: Worksheet) -> None:
    sheet[f"D{row(sheet, 'deliverables.*')}"] = "10.2021"


@pytest.mark.parametrize("change", [insert, delete, clear, move], ids=lambda change: change.__name__)
def test_a_list_is_changed_when_a_row_of_it_is(prefilled, change):
    assert changed(edit(prefilled, change)) == ["deliverables"]


def test_rows_in_another_order_are_no_change_and_keep_what_each_of_them_said(prefilled):
    def sort(sheet: Worksheet) -> None:
        first = row(sheet, "deliverables.*")
        for letter in layout.COLUMNS:
            one, other = sheet[f"{letter}{first}"], sheet[f"{letter}{first + 1}"]
            one.value, other.value = other.value, one.value

    edit(prefilled, sort)
    submission, _ = read(prefilled, SEPTEMBER)

    assert changed(prefilled) == []
    assert [entry.before["name"] for entry in submission.projects[0].rows["deliverables"]] == [
        "Bredding",
        "Pilot i Bergen",
    ]


def test_rows_sorted_and_changed_at_once_keep_what_each_of_them_said(prefilled):
    def sort(sheet: Worksheet) -> None:
        first = row(sheet, "deliverables.*")
        sheet[f"C{first}"], sheet[f"D{first}"] = "Bredding", "12.2022"
        sheet[f"C{first + 1}"], sheet[f"D{first + 1}"] = "Pilot i Bergen", "09.2021"

    submission, _ = read(edit(prefilled, sort), SEPTEMBER)

    assert [dict(entry.before) for entry in submission.projects[0].rows["deliverables"]] == [
        DELIVERABLES[1],
        DELIVERABLES[0],
    ]


def test_a_list_divided_by_headings_that_lack_one_is_read_on(prefilled):
    def divide(sheet: Worksheet) -> None:
        head = row(sheet, "deliverables[]")
        sheet.insert_rows(head + 2)
        for letter in "ABDE":
            sheet[f"{letter}{head + 2}"] = sheet[f"{letter}{head}"].value
        sheet[f"C{head + 1}"], sheet[f"D{head + 1}"], sheet[f"D{head + 3}"] = "Forstudie", "12.2022", "07.2022"

    submission, _ = read(edit(prefilled, divide), SEPTEMBER)

    entries = submission.projects[0].rows["deliverables"]
    assert [(entry.text("name"), entry.text("planned")) for entry in entries] == [
        ("Forstudie", "12.2022"),
        ("", "07.2022"),
    ]


def test_a_relevance_taken_away_is_a_change(prefilled):
    def empty(sheet: Worksheet) -> None:
        for cell in sheet[row(sheet, "relevance.2.1")][3:9]:
            cell.value = None

    assert changed(edit(prefilled, empty)) == ["relevance"]


def test_a_stated_total_taken_away_is_a_change(prefilled):
    def empty(sheet: Worksheet) -> None:
        for cell in sheet[row(sheet, "financing_total")][2:9]:
            cell.value = None

    assert changed(edit(prefilled, empty)) == ["financing_total"]


def test_rows_and_columns_put_in_elsewhere_change_nothing(prefilled):
    def put_in(sheet: Worksheet) -> None:
        sheet.insert_rows(row(sheet, "purpose"), 3)
        sheet.insert_cols(3)
        sheet.insert_cols(2)

    assert back(edit(prefilled, put_in)).is_untouched


def test_without_the_hidden_columns_nothing_is_known_of_before(prefilled):
    edit(prefilled, lambda sheet: sheet.delete_cols(column_index_from_string(layout.COPIES["B"]), len(layout.COLUMNS)))

    assert back(prefilled) == Touched()


def test_the_hidden_copies_are_found_where_the_keys_are_gone(prefilled):
    edit(prefilled, lambda sheet: sheet.delete_cols(1))

    submission, told = read(prefilled, SEPTEMBER)

    assert touched(submission.projects[0]).is_untouched
    assert told_of(told, without={"REQUIRED"}) == ["READ_BY_LABEL"]


def test_a_sheet_copied_for_a_new_project_says_nothing_of_that_project(prefilled):
    def copy(workbook: Workbook) -> None:
        twin = workbook.copy_worksheet(workbook[SHEET])
        answer(id="901", name="Ny logg")(twin)
        twin.title = "Ny logg"

    submission, _ = read(edit_book(prefilled, copy), SEPTEMBER)

    assert {each.record.id: touched(each).was_prefilled for each in submission.projects} == {"900": True, "901": False}


def test_a_project_that_gets_its_number_is_no_copy_of_another_without_one(tmp_path):
    names = ("Felles logg", "Annen logg")
    given_ = [replace(given(id="", name=name), last_round="2021-04") for name in names]
    path = write(tmp_path / "helse-vest.xlsx", *given_, round_=SEPTEMBER)

    submission, _ = read(edit(path, answer(id="900"), sheet="Felles logg"), SEPTEMBER)

    assert [touched(each).was_prefilled for each in submission.projects] == [True, True]


@pytest.mark.parametrize("typed", ["Ja", "x", "X"])
def test_a_tick_confirms_what_was_not_changed_in_its_section(prefilled, typed):
    tick = TICKS[Section.FINANCING].name
    edit(prefilled, answer(**{tick: typed, "financing_comment": "Avklart."}))

    found = back(prefilled)

    assert (found.fields["financing"], found.fields["financing_comment"]) == (Touch.CONFIRMED, Touch.CHANGED)
    assert (found.fields["status"], found.is_untouched) == (Touch.UNTOUCHED, False)
    assert (found.sections[Section.FINANCING], found.sections[Section.BENEFITS]) == (Touch.CHANGED, Touch.UNTOUCHED)


def test_nothing_to_report_confirms_every_answer_without_a_tick(prefilled):
    edit(prefilled, answer(nothing_to_report="Ja"), sheet="Aktør")

    found = back(prefilled)

    assert set(found.fields.values()) == {Touch.CONFIRMED}


def test_every_section_has_one_tick_and_it_comes_first():
    first = {}
    for each in fields_of(Project):
        first.setdefault(each.section, each)

    assert list(TICKS) == list(Section)
    assert first == TICKS
    assert not any(each.public or each.printed for each in TICKS.values())


def test_ticks_stand_only_where_something_can_be_confirmed(prefilled, tmp_path):
    blank = write(tmp_path / "blank.xlsx", given(), round_=SEPTEMBER)
    names = {each.name: section for section, each in TICKS.items()}

    asked = [
        [names[cell.value] for cell in load_workbook(path)[SHEET]["A"] if cell.value in names]
        for path in (prefilled, blank)
    ]

    assert asked == [[each for each in Section if each is not Section.NATIONAL], []]


def test_prefilled_cells_are_tinted_until_they_change(prefilled):
    sheet = load_workbook(prefilled)[SHEET]
    rules = [(str(area.sqref), rule) for area in sheet.conditional_formatting for rule in area.rules]
    areas = [area for area, rule in rules if f"EXACT(B3,{layout.COPIES['B']}3)" in rule.formula[0]]
    tints = [rule.formula[0] for area, rule in rules if area in areas]
    italic = [rule.formula[0] for _, rule in rules if rule.dxf.font and rule.dxf.font.i]

    assert areas == [f"B3:I{sheet.max_row}"]
    assert all(rating.label[Lang.NB] in tints[0] for rating in Rating)
    assert any(each.startswith("AND(TRIM(") and "NOT(" not in each for each in italic)
    assert sheet["B2"].value == layout.LAST_ROUND[Lang.NB]
    assert "april 2021" in sheet["C2"].value


def test_the_copies_are_hidden_and_not_printed(prefilled):
    sheet = load_workbook(prefilled)[SHEET]
    columns = sheet.column_dimensions[layout.COPIES["B"]]

    assert (columns.hidden, columns.max) == (True, column_index_from_string(layout.COPIES["I"]))
    assert sheet.print_area == f"'{SHEET}'!$B$1:$I${sheet.max_row}"
    assert not any(cell.protection.locked for cell in sheet[row(sheet, "deliverables.*")] if cell.has_style)


@libreoffice
def test_libreoffice_keeps_what_was_prefilled(prefilled, tmp_path):
    edit(prefilled, answer(status="Gul"))

    assert changed(by_libreoffice(prefilled, "xlsx", tmp_path)) == ["status"]


KEYS = {
    "all are emptied": lambda key: None,
    "those of rows are emptied": lambda key: None if "." in key else key,
    "blanks stand there": lambda key: " ",
    "one row's key is pasted over all areas": lambda key: "relevance.1.1" if key.startswith("relevance.") else key,
    "a deliverable's key is pasted over areas": lambda key: "deliverables.*" if key.startswith("relevance.") else key,
    "a question's key is pasted over another": lambda key: "name" if key == "total_cost" else key,
}


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("round_", [ROUND, None], ids=["in a round", "alone"])
def test_whatever_becomes_of_the_keys_nothing_is_changed_that_was_not(path, keys, round_):
    before, _ = read(path, round_)

    def paste(sheet):
        for number in range(1, sheet.max_row + 1):
            if key := sheet.cell(number, 1).value:
                sheet.cell(number, 1).value = KEYS[keys](key)

    after, told = read(edit(path, paste), round_)

    assert texts(after) == texts(before)
    assert {each.code.name for each in told} <= {"READ_BY_LABEL"}
