"""The files that a Norwegian Excel opens by a double click."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from ehport.export.for_excel import files_for_excel
from ehport.export.published import Published
from ehport.export.tables import tables_of


@pytest.fixture
def files(published: Published) -> dict[str, bytes]:
    numbered = replace(published, figure_numbers={"status": 3})
    return dict(files_for_excel(numbered, tables_of(numbered)))


def read(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_each_figure_is_a_file_named_by_its_number(files: dict[str, bytes]) -> None:
    named = [name for name in files if "/figur-" in name]

    assert named == ["excel/figur-03-status.csv"]
    assert read(files[named[0]])


def test_heads_are_titles_with_their_unit_and_the_rows_are_those_of_the_package(
    files: dict[str, bytes], published: Published
) -> None:
    rows = read(files["excel/projects.csv"])
    (table,) = (each for each in tables_of(published) if each.name == "projects")

    assert len(rows) == len(table.rows)
    assert any(head.endswith("(tusen kr)") for head in rows[0])
    assert "excel/trace.csv" not in files


def test_a_text_like_a_formula_is_safe_here_too(files: dict[str, bytes]) -> None:
    cells = [cell for row in read(files["excel/projects.csv"]) for cell in row.values()]

    assert "'=HYPERLINK(1)" in cells
    assert not [each for each in cells if each and each.startswith("=")]
