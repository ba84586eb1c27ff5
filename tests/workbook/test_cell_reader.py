"""Cells read straight from the file: as openpyxl reads a sound one, and each on its own in one that is not."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as such
from hypothesis import strategies as some
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from ehport.lang.language import Lang
from ehport.workbook import book as opened
from ehport.workbook.annotating.annotate import annotate
from ehport.workbook.annotating.feedback_sheet import Feedback
from ehport.workbook.book import open_book
from ehport.workbook.cells import letters, number_of
from ehport.workbook.part_names import known_name
from ehport.workbook.read import read_submission
from ehport.workbook.register import read_register
from tests.workbook.books import ROUND, SHEET, given, read, texts, told_of
from tests.workbook.corpus import patch, patch_sheet, with_raw_answers
from tests.workbook.furniture import FURNITURE, LOOSE_PARTS, with_furniture, with_loose_part
from tests.workbook.hard_book import packed, read_parts

LAST_DAY = 70_000  # which openpyxl can show as a date
SIGN = "@project"  # without a sign of the form, no cell is read
FORMATS = ("General", "0.0", "#,##0", "0%", "yyyy-mm-dd", "d. mmmm yyyy", "h:mm", "[h]:mm", '#,##0 "mill. kr"', "@")
NINETIES = datetime.combine(date(1995, 1, 1), time())
TEXTS = some.text(some.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40)
VALUES = some.one_of(
    TEXTS.filter(lambda text: not text.startswith("=") and "_x" not in text),
    some.integers(-(10**9), 10**9),
    some.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 4)),
    some.booleans(),
    some.dates(date(1995, 1, 1), date(2090, 1, 1)),
    some.datetimes(NINETIES, datetime.combine(date(2090, 1, 1), time())).map(lambda each: each.replace(microsecond=0)),
    some.times().map(lambda each: each.replace(microsecond=0)),
)
PLACES = some.tuples(some.integers(3, 60), some.integers(1, 40))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@such(
    cells=some.dictionaries(PLACES, some.tuples(VALUES, some.sampled_from(FORMATS)), max_size=25),
    merges=some.lists(some.tuples(PLACES, PLACES), max_size=2),
    from_1904=some.booleans(),
)
def test_what_openpyxl_reads_of_a_sheet_is_what_is_read(tmp_path, cells, merges, from_1904):
    path = tmp_path / "bok.xlsx"
    workbook = Workbook()
    if from_1904:
        workbook.epoch = datetime.combine(date(1904, 1, 1), time())
    sheet = workbook.active
    sheet["A1"] = SIGN
    for (row, column), (value, pattern) in cells.items():
        cell = sheet.cell(row, column, value)
        if not isinstance(value, (date, time)):
            is_far = isinstance(value, float | int) and not 0 <= value <= LAST_DAY
            cell.number_format = "0.0" if is_far else pattern
    for one, other in merges:
        (top, bottom), (left, right) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        sheet.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)
    workbook.save(path)

    read_there = {
        (cell.row, cell.column): (cell.value, cell.number_format)
        for row in load_workbook(BytesIO(path.read_bytes())).active.iter_rows()
        for cell in row
        if cell.value is not None
    }
    read_here = {at: (cell.value, cell.number_format) for at, cell in open_book(path).sheets[0].cells.items()}

    assert {at: value for at, (value, _) in read_here.items()} == {at: value for at, (value, _) in read_there.items()}
    assert all(here == read_there[at][1] for at, (_, here) in read_here.items() if cells.get(at, ("", ""))[1] in here)


def test_columns_are_lettered_as_in_a_spreadsheet():
    assert [letters(number) for number in (1, 26, 27, 52, 703, 16384)] == ["A", "Z", "AA", "AZ", "AAA", "XFD"]
    assert [number_of(letters(number)) for number in range(1, 900)] == list(range(1, 900))


def test_struck_and_raised_text_is_told_by_its_pieces_and_by_its_cell(tmp_path):
    workbook = Workbook()
    sheet = workbook.active
    sheet["A1"] = SIGN
    raised, struck = InlineFont(vertAlign="superscript"), InlineFont(strike=True)
    sheet["C2"] = CellRichText("12", TextBlock(raised, "1"))
    sheet["C3"] = CellRichText(TextBlock(struck, "24"), "30")
    sheet["C4"], sheet["C4"].font = "gammelt", Font(strike=True)
    workbook.save(tmp_path / "bok.xlsx")

    cells = open_book(tmp_path / "bok.xlsx").sheets[0].cells

    pieces = {at: [(run.text, run.struck, run.raised) for run in cells[at, 3].runs] for at in (2, 3, 4)}
    assert pieces[2] == [("12", False, False), ("1", False, True)]
    assert pieces[3] == [("24", True, False), ("30", False, False)]
    assert (pieces[4], cells[4, 3].look.struck, cells[2, 3].value) == ([], True, "121")


@pytest.mark.parametrize("name", FURNITURE)
def test_odd_furniture_is_not_read_and_stays_in_the_marked_copy(path, name):
    with_furniture(path, name)
    received = path.read_bytes()

    submission, told = read(path)

    assert (texts(submission), told) == ([given()], [])
    _assert_copied(received)


@pytest.mark.parametrize("name", LOOSE_PARTS)
def test_parts_that_no_answer_needs_are_not_read_and_stay_in_the_marked_copy(path, name):
    with_loose_part(path, name)

    submission, told = read(path)

    assert (texts(submission), told) == ([given()], [])


def _assert_copied(received: bytes) -> None:
    """Assert that a marked copy has the parts that a mark does not touch, byte for byte."""
    before, after = read_parts(received), read_parts(annotate(received, Feedback("helse-vest.xlsx", (), Lang.NB)))
    own = ("xl/styles.xml", "xl/workbook.xml", "[content_types].xml", "xl/_rels/workbook.xml.rels")
    assert [name for name in before if before[name] != after.get(name) and known_name(name) not in own] == []


NAMES = {
    "backslashes": lambda name: name.replace("/", "\\"),
    "large letters": lambda name: name if name.startswith("[") else name.upper(),
    "a large folder": lambda name: name.replace("xl/worksheets", "xl/Worksheets"),
    "escapes": lambda name: name.replace("sheet3", "%73heet3"),
}


@pytest.mark.parametrize("name", NAMES)
def test_parts_are_found_whatever_case_and_slashes_their_names_have(path, name):
    path.write_bytes(packed({NAMES[name](each): data for each, data in read_parts(path).items()}))
    received = path.read_bytes()

    submission, told = read(path)

    assert (texts(submission), told) == ([given()], [])
    _assert_copied(received)


@pytest.mark.parametrize(
    ("target", "new"),
    [
        ("/xl/worksheets/", "worksheets/"),
        ("/xl/worksheets/", "..\\xl\\worksheets\\"),
        ("/xl/worksheets/", "./worksheets/"),
    ],
)
def test_targets_may_be_relative_and_have_other_slashes(path, target, new):
    patch(path, lambda name, text: text.replace(target, new) if name.endswith("workbook.xml.rels") else text)

    assert texts(read(path)[0]) == [given()]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="{at}"{style}><v>tolv</v></c>',
        '<c r="{at}"{style}><v>12,5</v></c>',
        '<c r="{at}"{style}><v>1_000</v></c>',
        '<c r="{at}"{style}><v>nan</v></c>',
        '<c r="{at}"{style} t="s"><v>99999</v></c>',
        '<c r="{at}"{style} t="s"><v>-1</v></c>',
        '<c r="{at}"{style} t="s"><v>x</v></c>',
        '<c r="{at}"{style} t="b"><v>ja</v></c>',
        '<c r="{at}"{style} t="d"><v>2022-13-45</v></c>',
        '<c r="{at}"{style} t="picture"><v>3</v></c>',
        '<c r="{at}"{style}><f>1+1</f><v>to</v></c>',
    ],
)
def test_a_cell_that_the_file_says_wrongly_is_told_and_all_else_is_read(path, cell):
    with_raw_answers(path, {"total_cost": cell})
    sound = {**given().texts, "total_cost": ""}

    submission, told = read(path)

    project = submission.projects[0]
    assert told_of(told) == [f"CELL_UNREADABLE {project.address('total_cost')}"]
    assert project.record.total_cost is None
    assert {**project.answers().texts, "total_cost": ""} == sound


def test_a_sheet_whose_part_is_gone_is_an_error_with_its_name(path):
    parts = read_parts(path)
    del parts["xl/worksheets/sheet3.xml"]
    path.write_bytes(packed(parts))

    _, told = read(path)

    assert [(each.code.name, each.facts["sheet"]) for each in told] == [("SHEET_UNREADABLE", SHEET)]


@pytest.mark.parametrize("change", ["rId404", ""])
def test_a_sheet_that_is_related_to_nothing_is_an_error_with_its_name(path, change):
    def loose(name: str, text: str) -> str:
        return re.sub(r'(name="900[^>]*r:id=")[^"]*', rf"\g<1>{change}", text) if name == "xl/workbook.xml" else text

    patch(path, loose)

    assert told_of(read(path)[1]) == ["SHEET_UNREADABLE"]


def test_no_cell_of_another_form_is_read(tmp_path, monkeypatch):
    workbook = Workbook()
    for number in range(5):
        sheet = workbook.create_sheet(f"Budsjett {number}")
        for row in range(200):
            sheet.append([f"Post {row}", row * 1.5, "kr"])
    path = tmp_path / "helse-vest.xlsx"
    workbook.save(path)
    monkeypatch.setattr(opened, "read_cells", lambda *_: pytest.fail("a cell was read"))

    found = [[each.code.name for each in told(path)] for told in (_of_submission, _of_register)]

    assert found == [["NOT_THE_FORM"], ["NOT_A_REGISTER"]]


def _of_submission(path: Path):
    return read_submission(path, ROUND)[1]


def _of_register(path: Path):
    return read_register(path)[1]


def test_a_card_alone_in_a_workbook_without_its_marks_is_known_by_its_labels(path):
    workbook = load_workbook(path)
    for title in workbook.sheetnames:
        if title != SHEET:
            del workbook[title]
    sheet = workbook[SHEET]
    sheet.title = "Ark1"
    sheet.delete_cols(1)
    workbook.save(path)

    submission, told = read(path)

    assert texts(submission)[0].texts["name"] == given().texts["name"]
    assert {"SHEET_MISSING", "READ_BY_LABEL"} <= {each.code.name for each in told}


def test_a_large_sheet_of_nothing_is_read_like_a_small_one(path):
    def padded(text: str) -> str:
        empty = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(600, 40_000))
        return text.replace("</sheetData>", f"{empty}</sheetData>")

    patch_sheet(path, padded)

    assert (texts(read(path)[0]), read(path)[1]) == ([given()], [])


def test_a_span_of_time_and_a_date_without_a_day_are_kept_apart(tmp_path):
    workbook = Workbook()
    workbook.active["A1"], workbook.active["B3"], workbook.active["B4"] = SIGN, timedelta(hours=30), time(4, 5)
    workbook.save(tmp_path / "bok.xlsx")

    cells = open_book(tmp_path / "bok.xlsx").sheets[0].cells

    assert (cells[3, 2].value, cells[4, 2].value) == (timedelta(hours=30), time(4, 5))
