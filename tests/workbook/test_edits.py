"""What people do to the form between getting it and sending it."""

from __future__ import annotations

from datetime import date, time

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbook.books import SHEET, answer, edit, edit_book, given, read, row, texts, told_of, write


def test_a_row_inserted_in_a_list_belongs_to_the_list(path):
    def insert(sheet: Worksheet) -> None:
        at = row(sheet, "deliverables.*")
        sheet.insert_rows(at)
        sheet[f"C{at}"], sheet[f"D{at}"] = "Forstudie", "Levert"

    submission, told = read(edit(path, insert))

    assert [each.text("name") for each in submission.projects[0].rows["deliverables"]] == [
        "Forstudie",
        "Pilot i Bergen",
    ]
    assert submission.projects[0].text("other") == given().texts.get("other", "")
    assert told == []


def test_rows_deleted_from_a_list_are_gone_and_the_rest_stays(path):
    submission, told = read(edit(path, lambda sheet: sheet.delete_rows(row(sheet, "deliverables.*"), 4)))

    assert "deliverables" not in submission.projects[0].rows
    assert submission.projects[0].answers().rows["financing"] == given().rows["financing"]
    assert told == []


def test_a_copied_sheet_is_a_project_whatever_it_is_called(path):
    def copy(workbook: Workbook) -> None:
        twin = workbook.copy_worksheet(workbook[SHEET])
        twin.title = "Kopi av noe helt annet"
        answer(id="901", name="Ny logg")(twin)
        workbook.move_sheet(twin, -3)

    submission, told = read(edit_book(path, copy))

    assert sorted(each.record.id for each in submission.projects) == ["900", "901"]
    assert told == []


def test_answers_are_found_by_label_when_the_key_column_is_deleted(path):
    def delete(workbook: Workbook) -> None:
        for sheet in workbook.worksheets[:-1]:
            sheet.delete_cols(1)

    submission, told = read(edit_book(path, delete))

    assert texts(submission) == [given()]
    assert told_of(told) == ["READ_BY_LABEL", "READ_BY_LABEL"]


def test_answers_are_found_by_label_when_the_keys_are_wiped_and_the_end_rows_lost(path):
    def wipe(workbook: Workbook) -> None:
        for sheet in workbook.worksheets[:-1]:
            for number in range(sheet.max_row, 0, -1):
                if str(sheet.cell(number, 1).value).startswith("/"):
                    sheet.delete_rows(number)
            for (cell,) in sheet.iter_rows(max_col=1):
                cell.value = None

    submission, told = read(edit_book(path, wipe))

    assert texts(submission) == [given()]
    assert told_of(told) == ["READ_BY_LABEL", "READ_BY_LABEL"]


def test_text_in_a_list_that_looks_like_a_label_stays_in_the_list_without_keys(tmp_path):
    rows = [{"code": "Annet", "name": "Status", "planned": "06.2022"}]
    path = write(tmp_path / "helse-vest.xlsx", given(deliverables=rows))

    submission, _ = read(edit(path, lambda sheet: sheet.delete_cols(1)))

    assert submission.projects[0].answers().rows["deliverables"] == tuple(rows)


def test_a_former_label_is_read_where_there_is_no_key(path):
    def rename(sheet: Worksheet) -> None:
        number = row(sheet, "total_cost")
        sheet.cell(number, 1).value = None
        sheet.cell(number, 2).value = "Totalbudsjett"

    submission, told = read(edit(path, rename))

    assert submission.projects[0].text("total_cost") == "24"
    assert [(each.code.name, each.found) for each in told] == [("OLD_LABEL", "Totalbudsjett")]


def test_columns_inserted_beside_the_answers_do_not_move_them(path):
    submission, told = read(edit(path, lambda sheet: (sheet.insert_cols(3), sheet.insert_cols(2))))

    assert (texts(submission), told) == ([given()], [])


def test_a_label_in_another_case_or_with_soft_hyphens_is_the_same_label(path):
    def retype(sheet: Worksheet) -> None:
        number = row(sheet, "total_cost")
        sheet.cell(number, 1).value = None
        sheet.cell(number, 2).value = " total\u00adKOSTNAD\u00a0"

    submission, told = read(edit(path, retype))

    assert (submission.projects[0].text("total_cost"), told) == ("24", [])


def test_a_question_asked_twice_is_told_and_the_first_is_read(path):
    def paste(sheet: Worksheet) -> None:
        number = row(sheet, "total_cost")
        sheet.insert_rows(number + 1)
        for column, value in enumerate(("total_cost", "Totalkostnad", "99"), start=1):
            sheet.cell(number + 1, column).value = value

    submission, told = read(edit(path, paste))

    assert submission.projects[0].text("total_cost") == "24"
    assert [each.code.name for each in told] == ["FIELD_TWICE"]
    assert told[0].facts["other"] == submission.projects[0].address("total_cost")


@pytest.mark.parametrize("key", ["relevance.1.1", "financing_total"])
def test_a_row_that_is_always_there_is_read_once(path, key):
    def paste(sheet: Worksheet) -> None:
        number = row(sheet, key)
        sheet.insert_rows(number + 1)
        for column in range(1, 10):
            sheet.cell(number + 1, column).value = sheet.cell(number, column).value

    submission, told = read(edit(path, paste))

    assert texts(submission) == [given()]
    assert [each.code.name for each in told] == ["FIELD_TWICE"]


def test_a_deleted_question_is_told_once_and_not_as_an_empty_answer(path):
    submission, told = read(edit(path, lambda sheet: sheet.delete_rows(row(sheet, "purpose"))))

    assert submission.projects[0].record.purpose is None
    assert [(each.code.name, each.facts["label"].nb) for each in told] == [("FIELD_MISSING", "Formål")]


def test_text_beside_below_and_between_the_answers_is_pointed_out(path):
    def scribble(sheet: Worksheet) -> None:
        sheet.cell(row(sheet, "purpose"), 6).value = "se vedlegg"
        sheet.cell(sheet.max_row + 3, 3).value = "hilsen Kari"
        number = row(sheet, "total_cost")
        sheet.insert_rows(number)
        sheet.cell(number, 2).value, sheet.cell(number, 3).value = "Prosjektkode", "A7"

    submission, told = read(edit(path, scribble))

    assert texts(submission) == [given()]
    assert [(each.code.name, each.found) for each in told] == [
        ("TEXT_OUTSIDE", "se vedlegg"),
        ("FIELD_UNKNOWN", "Prosjektkode"),
        ("TEXT_OUTSIDE", "hilsen Kari"),
    ]


def test_a_row_of_a_list_below_another_list_is_told_and_not_mixed_in(path):
    def move(sheet: Worksheet) -> None:
        last = sheet.max_row + 1
        sheet.cell(last, 1).value, sheet.cell(last, 3).value = "deliverables.*", "Bortkommen"

    submission, told = read(edit(path, move))

    assert texts(submission) == [given()]
    assert [(each.code.name, each.found) for each in told] == [("ROW_OUTSIDE_LIST", "Bortkommen")]


def test_a_column_of_a_list_without_its_heading_is_missing(path):
    def rename(sheet: Worksheet) -> None:
        sheet.cell(row(sheet, "deliverables[]"), 4).value = "Når da"

    _, told = read(edit(path, rename))

    assert [each.code.name for each in told][:2] == ["FIELD_UNKNOWN", "FIELD_MISSING"]
    assert told[1].facts["label"].nb == "Leveranser: Planlagt"


def test_other_sheets_are_ignored_aloud_and_feedback_in_silence(path):
    def add(workbook: Workbook) -> None:
        workbook.create_sheet("Notater")["B2"] = "husk"
        workbook.create_sheet("Tilbakemelding", 0)["A1"] = "@feedback"
        workbook.create_sheet("Tomt")

    submission, told = read(edit_book(path, add))

    assert (texts(submission), told_of(told)) == ([given()], ["SHEET_IGNORED"])


def test_a_style_far_away_costs_nothing(path):
    submission, told = read(edit(path, lambda sheet: setattr(sheet["XFD1048576"], "number_format", "0.00")))

    assert (texts(submission), told) == ([given()], [])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.5, "12,5"),
        (0.1 + 0.2, "0,3"),
        (660733000, "660733000"),
        (24, "24"),
        (1e20, "100000000000000000000"),
        (True, "SANN"),
        (date(2021, 12, 31), "31.12.2021"),
        (time(13, 30), "13:30"),
        ("12,5 mill", "12,5 mill"),
    ],
)
def test_a_cell_is_read_as_a_person_sees_it(path, value, text):
    submission, _ = read(edit(path, answer(total_cost=value)))

    assert submission.projects[0].text("total_cost") == text


@pytest.mark.parametrize(
    ("number_format", "value", "text"),
    [("0 %", 0.125, "12,5 %"), ("mmm yy", date(2021, 6, 1), "06.2021"), ("yyyy", date(2021, 1, 1), "2021")],
)
def test_the_number_format_decides_what_is_seen(path, number_format, value, text):
    def type_it(sheet: Worksheet) -> None:
        cell = sheet.cell(row(sheet, "ends"), 3)
        cell.value, cell.number_format = value, number_format

    submission, _ = read(edit(path, type_it))

    assert submission.projects[0].text("ends") == text


def test_a_date_that_excel_made_is_told_with_its_type(path):
    submission, told = read(edit(path, answer(ends=date(2021, 12, 31))))

    assert submission.projects[0].record.ends.edtf == "2021-12-31"
    assert [(each.code.name, each.facts["type"].nb, each.found) for each in told] == [
        ("CELL_TYPE", "dato", "31.12.2021")
    ]


def test_a_formula_without_a_stored_value_and_an_error_value_are_told(path):
    _, told = read(edit(path, answer(total_cost="=B4*2", operating_cost="#REF!")))

    assert [(each.code.name, each.at.field) for each in told] == [
        ("FORMULA_WITHOUT_VALUE", "total_cost"),
        ("CELL_ERROR", "operating_cost"),
    ]
