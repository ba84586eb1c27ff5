from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from ehport.building.preview import format_outcome, preview
from ehport.lang.language import Lang
from ehport.system.errors import UsageError
from ehport.system.progress import Progress
from ehport.workbook.form_book import write_form
from tests.workbook.books import ACTOR, ROUND, given, write

SILENT = Progress()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    twin = given(name="<b>Uten nummer</b>", id="")
    return write(tmp_path / "helse-vest.xlsx", given(), twin, given(id="900", name="Samme nummer"))


def test_a_web_page_shows_every_project_of_the_workbook_as_typed(workbook, tmp_path):
    made = preview(workbook, tmp_path / "ark.html", Lang.NB, SILENT)
    page = made.path.read_text("utf-8")

    assert page.count("Felles logg") >= 1
    assert "&lt;b&gt;Uten nummer&lt;/b&gt;" in page
    assert "Samme nummer" in page
    assert "<b>Uten" not in page


def test_no_link_of_a_web_page_leads_nowhere(workbook, tmp_path):
    page = preview(workbook, tmp_path / "ark.html", Lang.NB, SILENT).path.read_text("utf-8")

    targets = set(re.findall(r' href="#([^"]+)"', page))
    assert targets <= set(re.findall(r' id="([^"]+)"', page))
    assert targets


def test_a_web_page_asks_for_nothing_outside_itself(workbook, tmp_path):
    page = preview(workbook, tmp_path / "ark.html", Lang.EN, SILENT).path.read_text("utf-8")

    assert not re.findall(r'(?:src|href)="(?!#|data:)', page)
    assert "<script" not in page


def test_pages_are_stamped_and_carry_the_actors_name(workbook, tmp_path):
    made = preview(workbook, tmp_path / "ark.pdf", Lang.NB, SILENT)

    with pikepdf.open(made.path) as pdf:
        assert made.pages == len(pdf.pages) >= 3
        assert str(pdf.docinfo["/Title"]) == "Prosjektark fra Helse Vest RHF"
    assert format_outcome(made, Lang.NB) == f"Skrev {made.path} ({made.pages} sider)."


def test_what_is_wrong_in_the_workbook_does_not_stop_it(tmp_path):
    workbook = write(tmp_path / "helse-vest.xlsx", given(status="Lilla", total_cost="mye", ends="en gang"))

    made = preview(workbook, tmp_path / "ark.html", Lang.NB, SILENT)

    assert "Lilla" in made.path.read_text("utf-8")
    assert {each.code.value for each in made.diagnostics} >= {"C217", "C203"}


@pytest.mark.parametrize(("content", "why"), [(None, "does not exist"), (b"%PDF-1.7", "not"), (b"", "empty")])
def test_a_file_that_cannot_be_read_is_told(tmp_path, content, why):
    path = tmp_path / "helse-vest.xlsx"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(UsageError, match=why):
        preview(path, tmp_path / "ark.html", Lang.NB, SILENT)

    assert not (tmp_path / "ark.html").exists()


def test_a_workbook_without_projects_is_told_as_that_whatever_else_is_wrong_with_it(tmp_path):
    blank = tmp_path / "blank.xlsx"
    write_form(blank, ROUND, replace(ACTOR, id="", name=""), ())

    with pytest.raises(UsageError, match="it has no project sheets that are filled in"):
        preview(blank, tmp_path / "ark.html", Lang.NB, SILENT)


def test_another_kind_of_file_is_not_made(workbook, tmp_path):
    with pytest.raises(UsageError, match=r"\.pdf or \.html"):
        preview(workbook, tmp_path / "ark.docx", Lang.NB, SILENT)
