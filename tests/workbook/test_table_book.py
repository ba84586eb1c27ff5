from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ehport.workbook.celltext import LONGEST
from ehport.workbook.table_book import BookColumn, BookSheet, BookValue, write_tables

STAMP = datetime(2021, 4, 16)  # noqa: DTZ001 - a workbook's stamp has no zone


def written(
    folder: Path, *rows: tuple[BookValue, ...], columns: tuple[BookColumn, ...] = (BookColumn("Verdi"),)
) -> Worksheet:
    write_tables(folder / "book.xlsx", [BookSheet("Ark", columns, rows)], STAMP)
    return openpyxl.load_workbook(folder / "book.xlsx")["Ark"]


def test_texts_are_never_formulas_errors_or_numbers(tmp_path: Path) -> None:
    texts = ["=1+1", "#N/A", "12", "_x000D_", "bjelle\x07"]

    sheet = written(tmp_path, *((text,) for text in texts))

    assert [sheet.cell(row, 1).data_type for row in range(2, 7)] == ["s"] * 5
    assert [sheet.cell(row, 1).value for row in range(2, 5)] == texts[:3]


def test_money_is_grouped_codes_stand_to_the_left_and_days_are_days(tmp_path: Path) -> None:
    columns = (BookColumn("Kode"), BookColumn("Beløp", grouped=True), BookColumn("Dag"))

    sheet = written(tmp_path, (144, 12_500, date(2021, 4, 16)), columns=columns)

    assert [cell.number_format for cell in sheet[2]] == ["General", "#,##0", "yyyy-mm-dd"]
    assert sheet["A2"].alignment.horizontal == "left"
    assert sheet["C2"].value == datetime(2021, 4, 16)  # noqa: DTZ001 - as openpyxl reads a day


def test_a_rating_is_coloured_by_its_word(tmp_path: Path) -> None:
    columns = (BookColumn("Status", ratings={"Rød": "red", "Gul": "yellow"}),)

    sheet = written(tmp_path, ("Rød",), columns=columns)

    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    assert [rule.formula for rule in rules] == [['"Rød"'], ['"Gul"']]


def test_a_table_without_rows_has_its_head_and_no_colours(tmp_path: Path) -> None:
    columns = (BookColumn("Status", ratings={"Rød": "red"}), BookColumn("Beløp", grouped=True))

    sheet = written(tmp_path, columns=columns)

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Status", "Beløp"]]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:B1")
    assert not list(sheet.conditional_formatting)


def test_a_text_that_no_cell_can_hold_is_cut_visibly(tmp_path: Path) -> None:
    sheet = written(tmp_path, ("a" * (LONGEST + 1),))

    assert str(sheet["A2"].value).endswith("a …")


def test_the_head_is_frozen_and_the_table_can_be_filtered(tmp_path: Path) -> None:
    sheet = written(tmp_path, ("a",), ("b",))

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:A3")


def test_an_empty_table_has_a_head(tmp_path: Path) -> None:
    assert [cell.value for cell in written(tmp_path)[1]] == ["Verdi"]
