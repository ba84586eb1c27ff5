from __future__ import annotations

import re
import warnings
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Lang
from ehport.workbook.annotating.annotate import annotate
from ehport.workbook.annotating.feedback_sheet import Feedback
from ehport.workbook.unreadable import UnreadableFileError
from ehport.workbook.xml_events import MAIN
from tests.workbook.books import SHEET, edit_book, given, read, texts, write
from tests.workbook.corpus import by_libreoffice, libreoffice
from tests.workbook.hard_book import NOTED, THREADED, hard_book, packed, read_parts


def _diagnostic(cell: str, code: Code = Code.NOT_AN_AMOUNT, **facts: object) -> Diagnostic:
    told = {"label": "Totalkostnad", "how": "et tall", "counted": False, **facts}
    return Diagnostic(code, Location("helse-vest.xlsx", SHEET, cell, project="900"), told, found="ca. 12 mill")


def _marked(path: Path, *diagnostics: Diagnostic, lang: Lang = Lang.NB) -> Path:
    copy = path.with_name("kopi.xlsx")
    copy.write_bytes(annotate(path.read_bytes(), Feedback(path.name, diagnostics, lang)))
    return copy


def _load(path: Path) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it would lose on saving
        return load_workbook(path)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return write(tmp_path / "helse-vest.xlsx", given(total_cost="ca. 12 mill eller noe", status="Lilla"))


def test_a_diagnosed_cell_is_coloured_and_commented(workbook):
    sheet = _load(_marked(workbook, _diagnostic("C12")))[SHEET]

    (found,) = (each for each in sheet.conditional_formatting if "C12" in str(each.sqref).split())
    assert found.rules[0].priority == 1
    assert found.rules[0].dxf.fill.bgColor.rgb == "FFFFF0B3"
    assert sheet["C12"].comment.text.startswith("▲ Advarsel C203\n«Totalkostnad» er «ca. 12 mill»")
    assert "→ skriv" in sheet["C12"].comment.text


def test_a_cell_with_two_diagnostics_has_the_colour_of_the_worst_which_its_comment_tells_first(workbook):
    error = _diagnostic("C12", Code.TWO_RATINGS, counted=True)

    sheet = _load(_marked(workbook, _diagnostic("C12"), error))[SHEET]

    (found,) = (each for each in sheet.conditional_formatting if "C12" in str(each.sqref).split())
    assert found.rules[0].dxf.fill.bgColor.rgb == "FFF8D0CC"
    told = sheet["C12"].comment.text
    assert told.startswith("■ Feil")
    assert "▲ Advarsel C203" in told


def test_the_first_sheet_lists_every_diagnostic_with_a_link_to_its_cell(workbook):
    about_file = Diagnostic(Code.NO_PROJECTS, Location("helse-vest.xlsx"), {"file": "helse-vest.xlsx"})
    book = _load(_marked(workbook, _diagnostic("C12"), about_file))

    first = book.worksheets[0]
    assert book.active is first
    assert first.title == "Tilbakemelding"
    rows = [[cell.value for cell in row] for row in first.iter_rows(min_row=5, min_col=2, max_col=7)]
    assert [(row[0][2:], row[1], row[2], row[5]) for row in rows] == [
        ("Feil", None, None, "F116"),
        ("Advarsel", SHEET, "C12", "C203"),
    ]
    assert first["D6"].hyperlink.location == f"'{SHEET}'!C12"


def test_the_first_sheet_is_ordered_as_the_text_and_can_be_filtered_and_ticked_off(workbook):
    """By project, the worst first, and under each fault the other cells it is in."""
    faults = (
        _diagnostic("C12"),
        _diagnostic("C14", Code.TWO_RATINGS, counted=True),
        Diagnostic(Code.NO_PROJECTS, Location("helse-vest.xlsx"), {"file": "helse-vest.xlsx"}),
        _diagnostic("C16"),
    )
    first = _load(_marked(workbook, *faults)).worksheets[0]

    rows = range(5, 5 + len(faults))
    assert [first[f"D{row}"].value for row in rows] == [None, "C14", "C12", "C16"]
    assert [first.row_dimensions[row].outlineLevel for row in rows] == [0, 0, 0, 1]
    assert first.auto_filter.ref == "B4:H8"
    assert first["H4"].value == "Rettet?"
    (choice,) = first.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("H5:H8", '"Ja"')
    (done,) = first.conditional_formatting
    assert done.rules[0].formula == ['$H5="Ja"']
    assert done.rules[0].dxf.font.strike


def test_the_first_sheet_has_a_title_that_no_sheet_of_the_actor_has(workbook):
    edit_book(workbook, lambda book: book.create_sheet("tilbakemelding"))

    book = _load(_marked(workbook, _diagnostic("C12")))

    assert book.sheetnames[0] == "Tilbakemelding (2)"
    assert book.sheetnames.count("tilbakemelding") == 1


def test_it_speaks_the_language_that_is_asked_for(workbook):
    book = _load(_marked(workbook, _diagnostic("C12"), lang=Lang.EN))

    assert book.worksheets[0].title == "Feedback"
    assert book[SHEET]["C12"].comment.text.startswith("▲ Warning C203")


def test_the_marks_are_not_read_when_the_copy_comes_back(workbook):
    _, told = read(workbook)
    submission, told_again = read(_marked(workbook, *told))

    assert texts(submission) == texts(read(workbook)[0])
    assert [(each.code, each.at.cell) for each in told_again] == [(each.code, each.at.cell) for each in told]


def test_every_part_that_need_not_change_is_kept_byte_for_byte(tmp_path):
    path = hard_book(tmp_path / "helse-vest.xlsx")
    before, after = read_parts(path), read_parts(_marked(path, _diagnostic("C12"), _diagnostic(NOTED)))

    changed = {name for name, data in before.items() if after.get(name) != data}
    sheet = next(name for name, data in before.items() if b"<controls>" in data)
    assert list(after)[: len(before)] == list(before)
    assert changed == {
        "[Content_Types].xml",
        sheet,
        "xl/_rels/workbook.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
    }
    assert len(set(after) - set(before)) == 1  # the sheet of feedback


def test_what_changes_only_gains_the_marks(tmp_path):
    path = hard_book(tmp_path / "helse-vest.xlsx")
    before, after = read_parts(path), read_parts(_marked(path, _diagnostic("C12")))

    sheet = next(name for name, data in before.items() if b"<controls>" in data)
    assert _without_marks(after[sheet]) == _without_marks(before[sheet])
    assert after["xl/drawings/vmlDrawing1.vml"].startswith(before["xl/drawings/vmlDrawing1.vml"][: -len("</xml>")])
    for name in ("cellXfs", "fonts", "fills", "dxfs"):
        old, new = (etree.fromstring(parts["xl/styles.xml"]).find(f"{{{MAIN}}}{name}") for parts in (before, after))
        kept = [etree.tostring(each) for each in new][: len(old)]
        assert kept == [etree.tostring(each) for each in old]
        assert new.get("count") == str(len(new))


def _without_marks(sheet: bytes) -> bytes:
    tree = etree.fromstring(sheet)
    for rule in list(tree.iter("{*}cfRule")):
        rule.attrib.pop("priority")
        if rule.findtext(f"{{{MAIN}}}formula") == '"ehport"="ehport"':
            rule.getparent().getparent().remove(rule.getparent())
    for view in tree.iter("{*}sheetView"):
        view.attrib.pop("tabSelected", None)
    return etree.tostring(tree, method="c14n")


def test_a_comment_that_stands_there_is_kept_and_goes_on_with_the_note(tmp_path):
    path = hard_book(tmp_path / "helse-vest.xlsx")
    sheet = _load(_marked(path, _diagnostic(NOTED), _diagnostic(THREADED)))[SHEET]

    assert sheet[NOTED].comment.text.startswith("Gammel merknad\n\nehport:\n▲ Advarsel C203")
    assert sheet[THREADED].comment.text == "[Threaded comment] Stemmer dette?"


def test_a_copy_that_is_marked_again_has_only_the_new_marks(tmp_path):
    path = hard_book(tmp_path / "helse-vest.xlsx")
    twice = _marked(_marked(path, _diagnostic("C12"), _diagnostic(NOTED)), _diagnostic("C13"))
    book = _load(twice)

    assert [each.title for each in book.worksheets].count("Tilbakemelding") == 1
    assert book[SHEET]["C12"].comment is None
    assert book[SHEET][NOTED].comment.text == "Gammel merknad"
    assert book[SHEET]["C13"].comment.text.startswith("▲ Advarsel C203")
    ours = [each for each in book[SHEET].conditional_formatting if each.rules[0].formula == ['"ehport"="ehport"']]
    assert [str(each.sqref) for each in ours] == ["C13"]


def test_names_that_belong_to_one_sheet_still_do(workbook):
    before = _load(workbook)
    after = _load(_marked(workbook, _diagnostic("C12")))

    assert {each.title: each.print_area for each in after.worksheets[1:]} == {
        each.title: each.print_area for each in before.worksheets
    }


def test_the_received_file_is_left_alone(workbook):
    before = workbook.read_bytes()

    _marked(workbook, _diagnostic("C12"))

    assert workbook.read_bytes() == before


def test_a_workbook_without_styles_gets_its_own(workbook):
    parts = read_parts(workbook)
    relations = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = re.sub(rb"<Relationship [^>]*styles[^>]*/>", b"", relations)
    del parts["xl/styles.xml"]
    looks = re.compile(rb' (s|style|customFormat)="\d+"|<conditionalFormatting.*?</conditionalFormatting>')
    unstyled = {name: looks.sub(b"", data) for name, data in parts.items()}
    workbook.write_bytes(packed(unstyled))

    sheet = _load(_marked(workbook, _diagnostic("C12")))[SHEET]

    assert sheet["C12"].comment.text.startswith("▲ Advarsel C203")


def test_a_workbook_in_strict_open_xml_is_refused_with_the_remedy(workbook):
    strict = {
        name: data.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        for name, data in read_parts(workbook).items()
    }

    with pytest.raises(UnreadableFileError) as refused:
        annotate(packed(strict), Feedback(workbook.name, (), Lang.NB))

    assert refused.value.code is Code.NOT_MARKED


def test_what_was_typed_is_text_in_the_copy(workbook):
    hostile = Diagnostic(
        Code.NOT_AN_AMOUNT,
        Location("helse-vest.xlsx", SHEET, "C12"),
        {"label": "=1+1", "how": "<b>&\x00\x1b[31m"},
        found='</t></is><f>HYPERLINK("x")</f>\u202e',
    )
    book = _load(_marked(workbook, hostile))

    cell = book.worksheets[0]["E5"]
    assert cell.data_type == "s"
    assert '</t></is><f>HYPERLINK("x")</f><U+202E>' in cell.value


@libreoffice
def test_a_second_spreadsheet_program_opens_saves_and_keeps_it(tmp_path):
    path = hard_book(tmp_path / "helse-vest.xlsx")

    saved = by_libreoffice(_marked(path, _diagnostic("C12")), "xlsx", tmp_path)

    book = _load(saved)
    assert book.worksheets[0].title == "Tilbakemelding"
    assert book[SHEET]["C12"].comment.text.startswith("▲ Advarsel C203")
    assert texts(read(saved)[0]) == texts(read(path)[0])
