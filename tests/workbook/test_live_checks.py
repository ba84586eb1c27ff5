"""The column Kontroll, as a spreadsheet program calculates it."""

from __future__ import annotations

import re
from pathlib import Path

from openpyxl import load_workbook

from ehport.checking.run import check_files
from ehport.diagnostics.severity import Severity
from ehport.workbook import layout
from tests.source import ROOT
from tests.workbook.corpus import all_by_libreoffice, libreoffice

SAMPLE = ROOT / "submissions" / "2021-04"
LEAST = 0.4
BUDGET_GONE = r"Budsjettet for \d+ mangler"  # at the total; the check names the project alone, if anything


@libreoffice
def test_most_errors_and_warnings_are_said_beside_the_answer_and_little_else_is(tmp_path: Path) -> None:
    workbooks = [path for path in sorted(SAMPLE.glob("*.xlsx")) if path.stem != "register"]
    weighty, told, said, other = 0, 0, 0, []
    for path, saved in zip(workbooks, all_by_libreoffice(workbooks, "xlsx", tmp_path), strict=True):
        beside = _said_in(saved)
        found = [each for each in check_files([path]).found if each.at.sheet and each.at.cell]
        rows = [(each.at.sheet, _row(each.at.cell)) for each in found]
        heavy = [row for row, each in zip(rows, found, strict=True) if each.severity is not Severity.INFO]
        weighty += len(heavy)
        told += sum(row in beside for row in heavy)
        said += len(beside)
        other += [text for row, text in beside.items() if row not in rows and not re.fullmatch(BUDGET_GONE, text)]

    assert weighty > 200
    assert told / weighty >= LEAST, f"{told} of {weighty}"
    assert said > 100
    assert other == []


def _said_in(path: Path) -> dict[tuple[str, int], str]:
    """Return what is said in a calculated workbook, by sheet and row."""
    return {
        (sheet.title, row): str(sheet[f"{layout.ROW_CHECK}{row}"].value or sheet[f"{layout.CHECK}{row}"].value)
        for sheet in load_workbook(path, data_only=True).worksheets
        for row in range(2, sheet.max_row + 1)
        if isinstance(sheet[f"{layout.PLACES}{row}"].value, int | float)
    }


def _row(cell: str) -> int:
    found = re.search(r"\d+", cell)
    assert found
    return int(found[0])
