from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ehport.form.answers import from_record
from ehport.form.field import Rows, fields_of, lists
from ehport.form.project import Project
from ehport.lang.language import Lang
from ehport.model.round import AskedActor, Contact
from ehport.rounds.find import usable
from ehport.workbook.celltext import LONGEST, TextTooLongError
from ehport.workbook.form_book import write_form
from ehport.workbook.layout import COLUMNS, places
from ehport.workbook.read import read_submission
from tests.builders import a_round
from tests.workbook.books import ACTOR, ROUND, SHEET, given, read, row, texts, told_of, write

RECORDS = Path(__file__).parents[1] / "rounds" / "2021-04"


@pytest.mark.parametrize("record", sorted((RECORDS / "submissions").glob("*.json")), ids=lambda path: path.stem)
def test_every_cell_of_the_2021_records_comes_back_as_typed(tmp_path, record):
    round_ = usable(RECORDS, of=None)
    found = json.loads(record.read_text("utf-8"))
    projects = [from_record(each, Project, round_.budget_year) for each in found["projects"]]
    path = tmp_path / f"{record.stem}.xlsx"

    write_form(path, round_, AskedActor(**found["actor"]), projects)
    submission, told = read_submission(path, round_)

    assert submission is not None
    assert texts(submission) == projects
    assert [each for each in told if each.code[0] in "FS"] == []


def test_the_same_answers_give_the_same_bytes(tmp_path):
    first = write(tmp_path / "first.xlsx").read_bytes()

    assert write(tmp_path / "second.xlsx").read_bytes() == first


def test_rows_may_grow_with_their_text(tmp_path):
    path = write(tmp_path / "helse-vest.xlsx")

    with zipfile.ZipFile(path) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]

    assert all(b' ht="' in sheet and b"customHeight" not in sheet for sheet in sheets[:3])


def test_a_blank_form_has_an_empty_project_with_the_suggested_preconditions(tmp_path):
    path = tmp_path / "helse-vest.xlsx"
    write_form(path, ROUND, ACTOR)

    workbook = load_workbook(path)
    sheet = workbook["Nytt prosjekt"]

    assert workbook.sheetnames == ["Veiledning", "Aktør", "Nytt prosjekt", "Kodeverk"]
    assert sheet.cell(row(sheet, "preconditions.*"), 3).value == "Andre prosjekter må gjennomføres"
    assert [sheet.cell(row(sheet, f"relevance.{area}"), 3).value for area in ("1.1", "1.2")] == [
        "1.1 Modernisere journalløsninger",
        "1.2",
    ]


def test_an_empty_card_can_follow_the_projects(tmp_path):
    path = tmp_path / "helse-vest.xlsx"
    write_form(path, ROUND, ACTOR, (given(), None))

    submission, told = read(path)

    assert (len(submission.projects), told_of(told)) == (1, ["SHEET_EMPTY"])


def test_sheets_have_legal_and_different_titles(tmp_path):
    names = ["A/B: et [langt] navn som aldri tar slutt", "A/B: et [langt] navn som aldri får en ende", "'", "History"]
    path = write(tmp_path / "helse-vest.xlsx", *(given(id="", name=name) for name in names))

    assert load_workbook(path).sheetnames[2:-1] == [
        "A B et langt navn som aldri tar",
        "A B et langt navn som aldri får",
        "–",
        "History (2)",
    ]


def test_formulas_numbers_and_odd_signs_are_written_as_text(tmp_path):
    odd = ["=1+1", "'hei", "#N/A", "0047", "a\tb", "_x000D_", "_x005F_x000D_", "\x07pip\ufffe", " luft ", "x005F_"]
    rows = [{"name": text, "planned": "2022"} for text in odd]
    path = write(tmp_path / "helse-vest.xlsx", given(deliverables=rows))

    submission, told = read(path)

    assert [each.text("name") for each in submission.projects[0].rows["deliverables"]] == odd
    assert told == []


def test_a_text_that_a_cell_cannot_hold_is_refused_and_never_cut(tmp_path):
    with pytest.raises(TextTooLongError):
        write(tmp_path / "helse-vest.xlsx", given(purpose="x" * (LONGEST + 1)))

    assert list(tmp_path.iterdir()) == []


def test_labels_are_locked_and_rows_of_lists_are_free_to_the_last_column(tmp_path):
    sheet = load_workbook(write(tmp_path / "helse-vest.xlsx"))[SHEET]
    label, listed = row(sheet, "purpose"), row(sheet, "deliverables.*")

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert (sheet[f"B{label}"].protection.locked, sheet[f"C{label}"].protection.locked) == (True, False)
    assert not any(cell.protection.locked for cell in sheet[listed] if cell.has_style)
    assert not any(sheet.column_dimensions[letter].protection.locked for letter in "ABCDEFGHIJ")
    assert sheet.column_dimensions["K"].max == 16384
    assert not sheet.column_dimensions["K"].protection.locked


def test_drop_downs_go_by_defined_names_that_exist(tmp_path):
    workbook = load_workbook(write(tmp_path / "helse-vest.xlsx"))
    used = {each.formula1 for each in workbook[SHEET].data_validations.dataValidation if each.type == "list"}

    assert {"Kodeverk_Rating", "Kodeverk_Answer", "Kodeverk_FocusArea"} <= used <= set(workbook.defined_names)
    assert workbook["Kodeverk"].sheet_state == "veryHidden"


def test_an_english_form_reads_like_a_norwegian_one(tmp_path):
    path = tmp_path / "helse-vest.xlsx"
    write_form(path, ROUND, ACTOR, (given(),), lang=Lang.EN)

    submission, told = read(path)

    assert (texts(submission), told) == ([given()], [])


def test_a_question_of_a_later_round_is_not_asked_before(tmp_path):
    sheet = load_workbook(write(tmp_path / "helse-vest.xlsx"))[SHEET]

    assert "segment" not in {cell.value for cell in sheet["A"]}


@pytest.mark.parametrize("listed", lists(fields_of(Project)), ids=lambda each: each.name)
def test_every_column_of_a_list_has_a_place_of_its_own(listed):
    assert isinstance(listed.kind, Rows)
    letters = list(places(Project, listed.name).values())

    assert len(letters) == len(set(letters)) == len(fields_of(listed.kind.record))
    assert set(letters) <= set(COLUMNS)


def test_the_guide_says_whom_to_ask_when_the_round_does(tmp_path: Path) -> None:
    round_ = a_round(contact=Contact("Porteføljekontoret", "post@eksempel.no", "22 00 00 00"))

    write_form(tmp_path / "ks.xlsx", round_, AskedActor("ks", "KS"))
    write_form(tmp_path / "uten.xlsx", a_round(), AskedActor("ks", "KS"))

    lead = load_workbook(tmp_path / "ks.xlsx")["Veiledning"]["B2"].value
    assert lead.endswith("Spørsmål og svar til Porteføljekontoret, post@eksempel.no, 22 00 00 00.")
    assert "Spørsmål" not in load_workbook(tmp_path / "uten.xlsx")["Veiledning"]["B2"].value
