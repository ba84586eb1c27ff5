from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.export.published import Published
from ehport.export.tables import tables_of
from ehport.export.write import write_data
from ehport.form.register import Register
from ehport.lang.language import Lang
from ehport.model.portfolio import collect
from ehport.model.round import Publication
from ehport.model.submission import Entry
from tests.builders import a_round
from tests.export.conftest import CONTACT, FORMULA, assert_valid


@pytest.fixture(scope="module")
def data(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_data(folder, published)
    return folder


def test_the_files_are_told_in_order_and_are_all_there_is(published: Published, tmp_path: Path) -> None:
    written = write_data(tmp_path / "data", published)

    names = [each.relative_to(tmp_path / "data").as_posix() for each in written]
    own = [each for each in names if "/" not in each]
    there = (each for each in (tmp_path / "data").rglob("*") if each.is_file())
    assert own[:2] == ["datapackage.json", "projects.csv"]
    assert own[-4:] == ["portfolio.json", "feltbeskrivelse.md", "data-dictionary.md", "portfolio.xlsx"]
    assert sorted(names) == sorted(each.relative_to(tmp_path / "data").as_posix() for each in there)


def test_the_package_is_valid_to_frictionless(data: Path) -> None:
    assert_valid(data)


def test_a_portfolio_with_nothing_in_it_is_a_valid_package_of_tables_without_rows(tmp_path: Path) -> None:
    nothing = collect(a_round(), Entry(Register(), ""), ())[0]
    published = Published(portfolio=nothing, summary=summarise(nothing), facts=facts(nothing), figures={})

    write_data(tmp_path, published)

    assert_valid(tmp_path)
    book = openpyxl.load_workbook(tmp_path / "portfolio.xlsx")
    assert book["Prosjekter"].max_row == 1
    assert all(sheet.auto_filter.ref == sheet.dimensions for sheet in book)


def test_the_descriptor_says_what_it_is_and_on_which_terms(data: Path) -> None:
    found = json.loads((data / "datapackage.json").read_text("utf-8"))

    assert (found["name"], found["version"]) == ("portfolio-2021-04", "2021.4.0")
    assert found["created"] == "2021-04-16T00:00:00Z"
    assert [each["name"] for each in found["licenses"]] == ["NLOD-2.0"]
    assert [each["title"] for each in found["sources"]] == [
        "Porteføljekontorets register (register.xlsx)",
        "Helse Vest RHF (helse-vest.xlsx)",
    ]


def test_an_english_descriptor_says_which_of_its_words_are_norwegian(published: Published, tmp_path: Path) -> None:
    round_ = replace(published.portfolio.round, publication=Publication(description="Status og planer"))
    portfolio = replace(published.portfolio, round=round_)

    write_data(tmp_path, replace(published, portfolio=portfolio, languages=(Lang.EN,)))

    assert json.loads((tmp_path / "datapackage.json").read_text("utf-8"))["description"] == (
        "Open portfolio.xlsx to read in a spreadsheet; programs read the CSV files here, and excel/ has them for "
        "Excel.\nThe data of «Nasjonal e-helseportefølje» as of 16 April 2021. All fields are described in "
        "data-dictionary.md. In Norwegian: Status og planer."
    )


def test_a_field_declares_its_unit_its_words_and_its_keys(data: Path) -> None:
    resources = {each["name"]: each for each in json.loads((data / "datapackage.json").read_text("utf-8"))["resources"]}
    fields = {each["name"]: each for each in resources["projects"]["schema"]["fields"]}

    assert (fields["budget_year"]["type"], fields["budget_year"]["unit"]) == ("integer", "NOK 1000")
    assert fields["status"]["constraints"] == {"enum": ["red", "yellow", "green"]}
    assert fields["status"]["categories"][0] == {"value": "red", "label": "Rød"}
    assert resources["deliverables"]["schema"]["primaryKey"] == ["project_id", "number"]
    assert resources["deliverables"]["schema"]["foreignKeys"] == [
        {"fields": "project_id", "reference": {"resource": "projects", "fields": "id"}}
    ]
    assert resources["projects"]["schema"]["missingValues"] == [""]


def test_another_day_can_be_given(published: Published, tmp_path: Path) -> None:
    write_data(tmp_path, replace(published, dated=date(2021, 5, 3)))

    found = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))

    assert found["created"] == "2021-05-03T00:00:00Z"


def test_the_same_round_gives_the_same_bytes(published: Published, tmp_path: Path) -> None:
    written = [{path.name: digest(path) for path in write_data(tmp_path / name, published)} for name in ("a", "b")]

    assert written[0] == written[1]


def test_no_file_has_a_contact_person(data: Path) -> None:
    texts = [path.read_bytes() for path in data.rglob("*") if path.is_file()]
    with zipfile.ZipFile(data / "portfolio.xlsx") as parts:
        texts += [parts.read(name) for name in parts.namelist()]

    assert not any(CONTACT.encode() in text for text in texts)


def test_a_text_like_a_formula_is_safe_in_spreadsheets_and_as_it_was_in_json(data: Path) -> None:
    purpose = next(csv.DictReader(io.StringIO((data / "projects.csv").read_text("utf-8"), newline="")))["purpose"]
    sheet = openpyxl.load_workbook(data / "portfolio.xlsx")["Prosjekter"]
    cell = next(cell for cell in sheet[2] if FORMULA in str(cell.value))

    assert purpose == f"'{FORMULA}"
    assert (cell.value, cell.data_type) == (f"'{FORMULA}", "s")
    assert json.loads((data / "portfolio.json").read_text("utf-8"))["projects"][0]["purpose"] == FORMULA


def test_the_json_document_has_every_project_with_its_own_rows(data: Path) -> None:
    found = json.loads((data / "portfolio.json").read_text("utf-8"))
    project = found["projects"][0]

    assert [each["id"] for each in found["projects"]] == ["900", "901", "902"]
    assert [each["name"] for each in project["deliverables"]] == ["Pilot i Bergen"]
    assert project["adjustments"][0]["used_value"] == "12500"
    assert "project_id" not in project["deliverables"][0]
    assert found["figures"]["status"]["rows"] == [
        {"rating": "green", "projects": 1},
        {"rating": "red", "projects": None},
    ]
    assert [each["text"] for each in found["facts"]["budget.total"]["cells"]] == ["12", "12,5"]
    assert found["facts"]["budget.total"]["printed"] == ["12,5", "13"]
    assert found["facts"]["projects.count"]["printed"] == []


def test_the_workbook_can_be_filtered_and_says_what_its_columns_are(data: Path) -> None:
    workbook = openpyxl.load_workbook(data / "portfolio.xlsx")
    sheet = workbook["Prosjekter"]
    row = dict(zip((cell.value for cell in sheet[1]), sheet[2], strict=True))

    assert workbook.sheetnames[-1] == "Feltbeskrivelse"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", sheet.dimensions)
    assert [row[title].value for title in ("Nummer", "Overordnet status", "Teller som prosjekt")] == [900, "Gul", "Ja"]
    assert (row["Finansiering: 2021"].value, row["Finansiering: 2021"].number_format) == (12_500, "#,##0")


@pytest.mark.parametrize("lang", Lang)
def test_the_dictionary_describes_every_column(published: Published, data: Path, lang: Lang) -> None:
    name = {Lang.NB: "feltbeskrivelse.md", Lang.EN: "data-dictionary.md"}[lang]
    sections = sections_of((data / name).read_text("utf-8"))

    for table in tables_of(published):
        lines = sections[f"{table.name}.csv: {table.title[lang]}"]
        for column in table.columns:
            assert any(line.startswith(f"| `{column.name}` | {column.title[lang]} |") for line in lines)


def sections_of(markdown: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    title = ""
    for line in markdown.splitlines():
        if line.startswith("## "):
            title = line.removeprefix("## ")
        found.setdefault(title, []).append(line)
    return found


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_record_for_catalogues_says_who_what_and_where(data: Path) -> None:
    record = json.loads((data / "dcat-ap-no.jsonld").read_text("utf-8"))

    assert record["@type"] == "dcat:Dataset"
    assert {"dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:theme"} <= record.keys()
    assert [each["dct:title"] for each in record["dcat:distribution"]] == ["CSV", "XLSX", "JSON"]
    assert all((data / each["dcat:accessURL"]["@id"]).is_file() for each in record["dcat:distribution"])
