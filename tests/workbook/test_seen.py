"""What a person sees is what is read: struck and raised text, years as headings, results and ticked boxes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.project import Project
from tests.workbook.books import edit, given, read, row, told_of, write
from tests.workbook.corpus import with_raw_answers

STRUCK, RAISED = InlineFont(strike=True), InlineFont(vertAlign="superscript")
LOWERED, PLAIN = InlineFont(vertAlign="subscript"), InlineFont(b=True)


def _project(path: Path) -> tuple[Project, list[str]]:
    submission, told = read(path)
    return submission.projects[0].record, told_of(told)


def _pieces(*pieces: Any) -> CellRichText:
    return CellRichText(*(each if isinstance(each, str) else TextBlock(*each) for each in pieces))


def _typed(path: Path, name: str, value: Any, font: Font | None = None) -> Path:
    def change(sheet: Worksheet) -> None:
        cell = sheet.cell(row(sheet, name), 3)
        cell.value = value
        if font:
            cell.font = font

    return edit(write(path), change)


@pytest.mark.parametrize(
    ("value", "tkr", "code"),
    [
        (_pieces("12", (RAISED, "1")), 12_000, "FOOTNOTE"),
        (_pieces("12", (RAISED, "1,2")), 12_000, "FOOTNOTE"),
        (_pieces("12", (RAISED, "1)")), 12_000, "FOOTNOTE"),
        (_pieces("12", (RAISED, "a"), " mill"), None, "NOT_AN_AMOUNT"),
        (_pieces("12", (RAISED, "a")), 12_000, "FOOTNOTE"),
        (_pieces("12", (RAISED, "2"), (PLAIN, " mill. kr")), 12_000, "FOOTNOTE"),
        (_pieces((RAISED, "12"), (RAISED, ",5")), 12_500, ""),
        ("12¹", 12_000, "FOOTNOTE"),
        (_pieces((STRUCK, "24"), (PLAIN, "30")), 30_000, "STRUCK_OUT"),
        (_pieces("24 ", (STRUCK, "30")), 24_000, "STRUCK_OUT"),
        (_pieces((STRUCK, "24"), (STRUCK, " mill")), None, "STRUCK_OUT"),
    ],
    ids=str,
)
def test_raised_and_struck_pieces_are_no_digits(tmp_path: Path, value: Any, tkr: int | None, code: str) -> None:
    project, told = _project(_typed(tmp_path / "helse-vest.xlsx", "operating_cost", value))

    assert project.operating_cost == tkr
    assert [each.split()[0] for each in told if "C" in each.split()[-1] and "COST" not in each][:1] == (
        [code] if code else []
    )


@pytest.mark.parametrize("value", ["24", 24, "24 mill"])
def test_a_cell_that_is_struck_out_says_nothing(tmp_path: Path, value: Any) -> None:
    project, told = _project(_typed(tmp_path / "helse-vest.xlsx", "operating_cost", value, Font(strike=True)))

    assert project.operating_cost is None
    assert "STRUCK_OUT" in " ".join(told)


def test_a_new_piece_in_a_struck_cell_is_read(tmp_path: Path) -> None:
    value = _pieces("24", (PLAIN, "30"))

    project, told = _project(_typed(tmp_path / "helse-vest.xlsx", "operating_cost", value, Font(strike=True)))

    assert project.operating_cost == 30_000
    assert "STRUCK_OUT" in " ".join(told)


def test_lowered_signs_stay_in_a_text(tmp_path: Path) -> None:
    value = _pieces("Mindre CO", (LOWERED, "2"), (PLAIN, " per m"), (RAISED, "2"))

    project, _ = _project(_typed(tmp_path / "helse-vest.xlsx", "strategy_comment", value))

    assert project.strategy_comment == "Mindre CO2 per m²"


def test_a_row_that_is_struck_out_is_no_row_and_told_once(tmp_path: Path) -> None:
    rows = [{"name": "Pilot", "planned": "12.2022"}, {"name": "Utrulling", "planned": "06.2023"}]
    path = write(tmp_path / "helse-vest.xlsx", given(deliverables=rows))

    def strike(sheet: Worksheet) -> None:
        at = next(cell.row for cells in sheet.iter_rows() for cell in cells if cell.value == "Pilot")
        for cell in sheet[at]:
            cell.font = Font(strike=True)

    project, told = _project(edit(path, strike))

    assert [each.name for each in project.deliverables] == ["Utrulling"]
    assert sum("STRUCK_OUT" in each for each in told) == 1


@pytest.mark.parametrize(
    ("as_heading", "number_format"),
    [(int, "General"), (float, "0"), (lambda year: _pieces(year, (RAISED, "1")), "@"), (lambda year: f"{year}*", "@")],
)
def test_years_are_headings_however_they_are_stored(tmp_path: Path, as_heading: Any, number_format: str) -> None:
    path = write(tmp_path / "helse-vest.xlsx")
    before, expected = _project(path)

    def change(sheet: Worksheet) -> None:
        for cell in sheet[row(sheet, "financing[]")]:
            if str(cell.value).isdecimal():
                cell.value = as_heading(cell.value)
                cell.number_format = number_format

    assert _project(edit(path, change)) == (before, expected)


@pytest.mark.parametrize(
    ("xml", "value"),
    [
        ('<c r="{at}"{style} t="b"><v>1</v></c>', "yes"),
        ('<c r="{at}"{style} t="b"><v>0</v></c>', "no"),
        ('<c r="{at}"{style} t="b"><f>1=1</f><v>1</v></c>', "yes"),
        ('<c r="{at}"{style} t="str"><f>IF(1=1,"Ja","Nei")</f><v>Ja</v></c>', "yes"),
    ],
)
def test_ticked_boxes_and_results_are_answers(tmp_path: Path, xml: str, value: str) -> None:
    path = write(tmp_path / "helse-vest.xlsx")

    with_raw_answers(path, {"business_case": xml.replace("{style}", "")})

    project, _ = _project(path)
    assert project.business_case is not None
    assert project.business_case.value == value
