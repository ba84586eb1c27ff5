"""Filled workbooks as they come back: edited, copied and saved again; what is read of each, and what is told."""

from __future__ import annotations

import time
import unicodedata
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from ehport.checking.workbooks import check_files
from ehport.diagnostics import text as rendering
from ehport.form.project import Project
from ehport.lang.language import Lang
from ehport.workbook.celltext import LONGEST
from ehport.workbook.read import read_submission
from tests.workbook import corpus
from tests.workbook.books import ROUND, SHEET, answer, edit, edit_book, given, read, row, texts, told_of, write
from tests.workbook.hard_book import hard_book

NOON = datetime.fromisoformat("2022-06-30T12:05")


def _of_the_sheet(path: Path, change) -> tuple[list, list[str]]:
    submission, told = read(edit(path, change))
    return texts(submission), told_of(told)


def test_renamed_reordered_and_hidden_sheets_are_read_as_before(path):
    def rearrange(workbook: Workbook) -> None:
        workbook[SHEET].title = "Ark1 (2)"
        workbook.move_sheet("Ark1 (2)", -2)
        workbook["Ark1 (2)"].sheet_state = "hidden"
        workbook.worksheets[-1].sheet_state = "visible"

    submission, told = read(edit_book(path, rearrange))

    assert (texts(submission), told) == ([given()], [])
    assert submission.projects[0].sheet == "Ark1 (2)"


def test_a_deleted_project_is_gone_and_the_others_stay(tmp_path):
    path = write(tmp_path / "helse-vest.xlsx", given(), given(id="901", name="Ny logg"))

    submission, told = read(edit_book(path, lambda workbook: workbook.remove(workbook[SHEET])))

    assert ([each.record.id for each in submission.projects], told) == (["901"], [])


def test_without_the_sheet_of_the_actor_that_sheet_is_missed_once(path):
    submission, told = read(edit_book(path, lambda workbook: workbook.remove(workbook["Aktør"])))

    assert texts(submission) == [given()]
    assert told_of(told) == ["SHEET_MISSING"]


def test_without_the_hidden_sheet_the_round_says_which_years_it_is_about(path):
    submission, told = read(edit_book(path, lambda workbook: workbook.remove(workbook.worksheets[-1])))

    assert (texts(submission), told) == ([given()], [])


def test_a_sheet_copied_twice_and_left_as_it_is_is_the_same_project_thrice(path):
    def copy(workbook: Workbook) -> None:
        for _ in range(2):
            workbook.copy_worksheet(workbook[SHEET])

    submission, told = read(edit_book(path, copy))

    assert texts(submission) == [given()] * 3
    assert told == []


def test_wide_columns_and_high_rows_change_nothing(path):
    def widen(sheet: Worksheet) -> None:
        for letter in "ABCDEFGHI":
            sheet.column_dimensions[letter].width = 90
            sheet.column_dimensions[letter].hidden = False
        sheet.row_dimensions[row(sheet, "purpose")].height = 400
        sheet.sheet_view.zoomScale = 40
        sheet.freeze_panes = "D9"

    assert _of_the_sheet(path, widen) == ([given()], [])


def test_a_filter_with_hidden_rows_hides_no_answer(path):
    def filtered(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = f"A1:I{sheet.max_row}"
        for number in range(4, sheet.max_row, 2):
            sheet.row_dimensions[number].hidden = True

    assert _of_the_sheet(path, filtered) == ([given()], [])


def test_merged_cells_keep_the_answer_that_stands_first(path):
    def merge(sheet: Worksheet) -> None:
        at = row(sheet, "purpose")
        sheet.merge_cells(f"C{at}:I{at}")
        number = row(sheet, "total_cost")
        sheet.merge_cells(f"B{number}:B{number + 1}")

    submission, told = read(edit(path, merge))

    assert texts(submission) == [given()]
    assert told == []


def test_an_answer_merged_with_the_question_below_leaves_that_one_unanswered(path):
    def merge(sheet: Worksheet) -> None:
        answer(risk_description="Færre enn ventet tar den i bruk.")(sheet)
        at = row(sheet, "risk")
        sheet.merge_cells(f"C{at}:C{at + 1}")

    submission, _ = read(edit(path, merge))

    assert (submission.projects[0].text("risk"), submission.projects[0].text("risk_description")) == ("Grønn", "")
    assert submission.projects[0].answers().rows == given().rows


@pytest.mark.parametrize(
    "typed",
    ["totalkostnad", " Totalkostnad ", "TOTALKOSTNAD", "Total\u00adkostnad", "Totalkostnad\u00a0", "Totalkostnad\n"],
)
def test_a_label_typed_again_with_a_small_difference_is_the_same_label(path, typed):
    def retype(sheet: Worksheet) -> None:
        number = row(sheet, "total_cost")
        sheet.cell(number, 1).value, sheet.cell(number, 2).value = None, typed

    assert _of_the_sheet(path, retype) == ([given()], [])


def test_labels_pasted_with_letters_in_two_parts_are_the_same_labels(path):
    def decompose(workbook: Workbook) -> None:
        for sheet in workbook.worksheets[:-1]:
            for (cell,) in sheet.iter_rows(min_col=2, max_col=2):
                if isinstance(cell.value, str):
                    cell.value = unicodedata.normalize("NFD", cell.value)
            sheet.delete_cols(1)

    submission, told = read(edit_book(path, decompose))

    assert texts(submission) == [given()]
    assert told_of(told) == ["READ_BY_LABEL", "READ_BY_LABEL"]


@pytest.mark.parametrize(
    "typed",
    [
        "Første linje\nandre linje\n\nfjerde",
        "Fast\u00a0mellomrom og\u202fsmalt",
        "myk\u00adbinde\u00adstrek",
        unicodedata.normalize("NFD", "Blåbærsyltetøy på Ås"),
        "Ferdig 🎉 👩‍👩‍👧 🇳🇴",
        "_x000D_ er ikke et linjeskift",
        "<b>fet</b> &amp; kursiv",
        "\tinnrykk",
    ],
)
def test_text_is_read_as_it_was_typed(path, typed):
    submission, told = read(edit(path, answer(purpose=typed.replace("_x000D_", "_x005F_x000D_"))))

    assert (submission.projects[0].text("purpose"), told) == (typed, [])


def test_line_breaks_of_every_kind_are_one_sign(path):
    corpus.with_raw_answers(
        path, {"purpose": '<c r="{at}"{style} t="inlineStr"><is><t>en_x000D_\nto&#13;\ntre&#13;fire</t></is></c>'}
    )

    submission, _ = read(path)

    assert submission.projects[0].text("purpose") == "en\nto\ntre\nfire"


def test_text_pasted_with_formats_is_read_without_them(path):
    rich = (
        '<c r="{at}"{style} t="inlineStr"><is><r><rPr><b/><color rgb="FFFF0000"/></rPr><t xml:space="preserve">Én </t>'
        '</r><r><rPr><sz val="40"/></rPr><t>logg</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'
    )

    submission, told = read(corpus.with_raw_answers(path, {"purpose": rich}))

    assert (submission.projects[0].text("purpose"), told) == ("Én logg", [])


def test_a_cell_filled_to_the_brim_is_read_whole_and_told_to_be_long(path):
    brim = ("Æ" * 99 + "\n") * 327 + "z" * 67

    submission, told = read(edit(path, answer(purpose=brim)))

    assert len(brim) == LONGEST
    assert submission.projects[0].text("purpose") == brim
    assert [(each.code.name, each.facts["length"]) for each in told] == [("TOO_LONG", LONGEST)]


def test_a_source_of_money_that_is_too_long_is_told_and_breaks_no_rule(tmp_path):
    source = {"source": "x" * 2_000, "amounts": {"2021": "12"}}
    path = write(tmp_path / "helse-vest.xlsx", given(financing=[source]))

    told = check_files([path])

    assert "financing.source" in {each.at.field for each in told if each.code.name == "TOO_LONG"}


def test_numbers_as_text_and_texts_as_numbers_are_the_same_answers(path):
    def convert(sheet: Worksheet) -> None:
        answer(id=900, total_cost="24,00")(sheet)
        at = row(sheet, "financing.*")
        for cell in sheet[at][3:9]:
            if isinstance(cell.value, str) and cell.value.isdecimal():
                cell.value = int(cell.value)

    submission, told = read(edit(path, convert))

    assert submission.projects[0].record == read(path)[0].projects[0].record
    assert submission.projects[0].record.id == "900"
    assert submission.projects[0].record.total_cost == 24_000
    assert told == []


def test_the_same_answers_with_apostrophes_before_the_numbers_are_the_same(path):
    before = read(path)[0].projects[0].record
    cell = '<c r="{at}" s="0" quotePrefix="1" t="inlineStr"><is><t>24</t></is></c>'

    submission, told = read(corpus.with_raw_answers(path, {"total_cost": cell}))

    assert (submission.projects[0].record, told) == (before, [])


@pytest.mark.parametrize("value", [date(2022, 6, 30), NOON, True, 0.25, "#REF!", "#N/A"])
def test_no_kind_of_cell_breaks_any_answer(path, value):
    def fill(sheet: Worksheet) -> None:
        for number in range(3, sheet.max_row + 1):
            key = sheet.cell(number, 1).value
            for cell in sheet[number][1:9] if "." in str(key) else sheet[number][2:3]:
                if key and key[0] not in "@#/" and not key.endswith("[]"):
                    cell.value = value
                    cell.number_format = "0 %" if value == 0.25 else cell.number_format

    submission, told = read(edit(path, fill))
    shown = rendering.report(told, Lang.NB, everything=True)

    expected = {"#REF!": "CELL_ERROR", "#N/A": "CELL_ERROR", True: "NOT_AN_AMOUNT", 0.25: "NOT_A_TIME"}
    assert expected.get(value, "CELL_TYPE") in {each.code.name for each in told}
    assert all(each.at.cell or each.code.name == "FIELD_MISSING" for each in told)
    assert isinstance(submission.projects[0].record, Project)
    assert all(f"[{each.code.value}]" in shown for each in told)


def test_an_error_value_shows_as_itself_in_a_text_and_in_a_number(path):
    submission, told = read(edit(path, answer(purpose="#N/A", total_cost="#REF!")))

    assert [(each.code.name, each.at.field, each.found) for each in told] == [
        ("CELL_ERROR", "purpose", "#N/A"),
        ("CELL_ERROR", "total_cost", "#REF!"),
    ]
    assert submission.projects[0].record.total_cost is None


def test_the_value_that_a_formula_had_when_it_was_saved_is_the_answer(path):
    cells = {
        "total_cost": '<c r="{at}"{style}><f>12*2</f><v>24</v></c>',
        "purpose": '<c r="{at}"{style} t="str"><f>"Én logg"&amp;"!"</f><v>Én logg!</v></c>',
        "operating_cost": '<c r="{at}"{style} t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    }

    submission, told = read(corpus.with_raw_answers(path, cells))

    assert submission.projects[0].text("total_cost") == "24"
    assert submission.projects[0].text("purpose") == "Én logg!"
    assert [(each.code.name, each.at.field, each.found) for each in told] == [
        ("CELL_ERROR", "operating_cost", "#DIV/0!")
    ]


def test_a_formula_nobody_has_computed_asks_for_excel_and_does_not_say_empty(path):
    _, told = read(edit(path, answer(total_cost="=B4*2", name='="Felles "&"logg"')))
    shown = [rendering.report(told, lang) for lang in Lang]

    assert {each.code.name for each in told} == {"FORMULA_WITHOUT_VALUE"}
    assert "åpne arbeidsboken i Excel og lagre den" in shown[0]
    assert "open the workbook in Excel and save it" in shown[1]
    assert not any(word in text for text in shown for word in ("tom", "empty", "mangler", "missing"))


def test_notes_on_the_cells_are_no_answers(path):
    def note(sheet: Worksheet) -> None:
        sheet[f"C{row(sheet, 'total_cost')}"].comment = Comment("Er dette med mva.?", "Kontoret")
        sheet[f"C{row(sheet, 'operating_cost')}"].comment = Comment("Ukjent", "Kontoret")

    assert _of_the_sheet(path, note) == ([given()], [])


def test_threads_drawings_and_controls_are_no_answers(tmp_path):
    submission, told = read(hard_book(tmp_path / "helse-vest.xlsx"))

    assert (texts(submission), told) == ([given()], [])


def test_empty_rows_to_the_last_one_are_read_in_no_time(path):
    corpus.with_phantoms(path)
    began = time.process_time()

    submission, told = read(path)

    assert (texts(submission), told) == ([given()], [])
    assert time.process_time() - began < 5


def test_a_blank_typed_in_the_last_cell_of_all_is_nothing(path):
    def type_far_away(sheet: Worksheet) -> None:
        sheet["XFD1048576"], sheet["I1048576"] = " ", "\u00a0"

    assert _of_the_sheet(path, type_far_away) == ([given()], [])


def test_a_strict_workbook_with_dates_is_read_like_any_other(path):
    day = '<c r="{at}"{style} t="d"><v>2022-12-31</v></c>'
    corpus.strict(corpus.with_raw_answers(path, {"ends": day}))

    submission, told = read(path)

    assert submission.projects[0].record.ends.edtf == "2022-12-31"
    assert told_of(told) == [f"CELL_TYPE {submission.projects[0].address('ends')}"]


def test_macros_are_told_and_the_rest_is_read(path):
    submission, told = read(corpus.with_macros(path))

    assert (texts(submission), told_of(told)) == ([given()], ["MACROS_IGNORED"])


def test_a_workbook_of_a_program_without_styles_and_names_is_read_like_any_other(path):
    submission, told = read(corpus.by_a_plain_program(path))

    assert (texts(submission), told) == ([given()], [])


def test_a_workbook_of_an_older_form_is_read_by_its_old_labels_and_columns(tmp_path):
    path = write(tmp_path / "helse-vest.xlsx", given(dependencies=[{"on": "Leverandøren", "category": "1"}]))

    def age(sheet: Worksheet) -> None:
        for (cell,) in sheet.iter_rows(min_col=2, max_col=2):
            cell.value = {"Totalkostnad": "Totalbudsjett", "Fase": "Nåværende fase"}.get(cell.value, cell.value)
        for cell in sheet[row(sheet, "dependencies[]")]:
            cell.value = "Kategori (1–5)" if cell.value == "Kategori" else cell.value
        sheet.delete_cols(1)

    submission, told = read(edit(path, age))

    project = submission.projects[0]
    assert (project.text("total_cost"), project.text("phase")) == ("24", "Gjennomføring")
    assert project.rows["dependencies"][0].text("category") == "1"
    assert [(each.code.name, each.found) for each in told if each.code.name == "OLD_LABEL"] == [
        ("OLD_LABEL", "Totalbudsjett"),
        ("OLD_LABEL", "Nåværende fase"),
        ("OLD_LABEL", "Kategori (1–5)"),
    ]
    assert {each.code.name for each in told} == {"OLD_LABEL", "READ_BY_LABEL"}


@corpus.libreoffice
def test_what_libreoffice_saves_as_xlsx_is_read_like_any_other(path, tmp_path):
    submission, told = read(corpus.by_libreoffice(path, "xlsx", tmp_path))

    assert (texts(submission), told) == ([given()], [])


@corpus.libreoffice
def test_what_libreoffice_saves_as_its_own_is_called_what_it_is(path, tmp_path):
    saved = corpus.by_libreoffice(path, "ods", tmp_path)

    submission, told = read_submission(saved, ROUND)
    shown = rendering.report(told, Lang.NB)

    assert submission is None
    assert [each.code.name for each in told] == ["NOT_A_WORKBOOK"]
    assert "OpenDocument-regneark (.ods)" in shown
    assert "Fil › Lagre som" in shown
