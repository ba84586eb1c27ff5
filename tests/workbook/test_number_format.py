"""Number formats: what is read of a number is what is seen, as LibreOffice shows it."""

from __future__ import annotations

import csv
import re
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from ehport.form.kinds import Amount
from ehport.workbook.cells import CellLook, SheetCell
from ehport.workbook.number_format import show_number, show_text
from ehport.workbook.seen import read_as_seen
from tests.workbook.corpus import libreoffice

VALUES = (0, 12, 12.5, -12.5, 1234.5, 250_000, 12_500_000, 1_250_000_000, 0.125, 7.3333333333333)
FORMATS = (
    "General", "0", "0.0", "0.00", "#,##0", "#,##0.0", "# ##0.0", "0.##", "0000", "?0.0", "@",
    "#,##0,", "#,##0,,", "#,##0.0,", "#,##0.0,,", '#,##0.0,," MNOK"', '0.0,,\\ "mill. kr"', '0,"\\ tkr"',
    '0.00,,,\\ "mrd"', '0.0\\ "mrd"', '0" mill"', '#,##0.0 "mill. kr"', '#,##0\\ "kr"', '"kr "#,##0', "[$kr-414] #,##0",
    "[$kr-414]\\ #,##0.00", "#,##0.00\\ [$kr-414]", "[$NOK] #,##0", '#,##0",-"', "[$€-2] #,##0", "[$$-409]#,##0.00",
    "[$£-809]#,##0",
    "0%", "0.0%", "0.00 %", '0"%"', "#,##0;-#,##0", "#,##0;[Red]-#,##0", "#,##0_);(#,##0)", "0.0;[Red]\\-0.0;0",
    '_-* #,##0.00\\ _k_r_-;\\-* #,##0.00\\ _k_r_-;_-* "-"??\\ _k_r_-;_-@_-', '"ca. "0', '0"¹"', '0.0" *"',
    '0"–mill"', '[<0]"minus "0.0;0.0', "[Blue][<100]0.0;[Red]0",
    '"Ja";"Nei";"Nei"', '0.0;;"–"', ";;;", "[$-414]0.0", "0.0_ ", '"P50: "0', '"inntil "0\\ "mill"',
)  # fmt: skip
_LOCALE = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">'
    '<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nb-NO</value></prop></item></oor:items>'
)


def _cell(value: float, pattern: str) -> SheetCell:
    return SheetCell(1, 1, value, "n", CellLook(pattern))


def _as_shown(folder: Path) -> list[list[str]]:
    """Return what LibreOffice in Norwegian shows of every value in every format, one row for each format."""
    workbook = Workbook()
    for row, pattern in enumerate(FORMATS, 1):
        for column, value in enumerate(VALUES, 1):
            cell = workbook.active.cell(row, column, value)
            cell.number_format = pattern
    path = folder / "tall.xlsx"
    workbook.save(path)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_LOCALE, encoding="utf-8")
    as_csv = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true"
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run([*command, as_csv, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120)
    with (folder / "tall.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def _bare(text: str) -> str:
    """Return a text without blanks, and a bare number without zeros that say nothing."""
    bare = re.sub(r"\s", "", text).replace("−", "-")
    if bare == "-":  # how accountants write zero
        return "0"
    return f"{Decimal(bare.replace(',', '.')).normalize():f}" if re.fullmatch(r"-?\d*,?\d+", bare) else bare


@libreoffice
def test_what_is_read_is_what_libreoffice_shows(tmp_path: Path) -> None:
    rows = _as_shown(tmp_path)
    assert len(rows) == len(FORMATS) >= 40

    wrong = []
    for pattern, texts in zip(FORMATS, rows, strict=True):
        for value, shown in zip(VALUES, texts, strict=True):
            own = read_as_seen(_cell(value, pattern)).text
            read, meant = Amount().parse(own).value, Amount().parse(shown).value
            is_share = own.endswith("%") and shown.endswith("%")  # which is told with all its decimals
            if _bare(own) != _bare(shown) and not is_share and (read is None or read != meant):
                wrong.append((pattern, value, own, shown))
    assert wrong == [], "\n".join(map(str, wrong))


@pytest.mark.parametrize(
    ("value", "pattern", "text", "tkr"),
    [
        (12_500_000, '#,##0.0,," MNOK"', "12,5 MNOK", 12_500),
        (12.5, '0.0\\ "mrd"', "12,5 mrd", 12_500_000),
        (12_500_000, "#,##0.0,,", "12,5", 12_500),
        (250_000, "[$kr-414] #,##0", "kr 250 000", 250),
        (250, '#,##0" tkr"', "250 tkr", 250),
        (12, '0"¹"', "12¹", 12_000),
        (12.5, '"ca. "0.0', "ca. 12,5", 12_500),
        (-5, "#,##0_);(#,##0)", "-5", -5_000),
        (12_500_000, '[>=1000000]0.0,,\\ "mill";[>=1000]0,\\ "tusen";0', "12,5 mill", 12_500),
        (12_000, '[>=1000000]0.0,,\\ "mill";[>=1000]0,\\ "tusen";0', "12 tusen", 12),
        (12, '[>=1000000]0.0,,\\ "mill";[>=1000]0,\\ "tusen";0', "12", 12_000),
        (0.5, "#.0", "0,5", 500),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "0", 0),
        (12.5, "[$€-2] #,##0.0", "€ 12,5", None),
        (0.125, "0.0%", "12,5 %", None),
        (5, '0"%"', "5%", None),
        (1, '"Ja";;"Nei"', "Ja", None),
        (12_500, "0.00E+00", "1,25E+04", None),
        (2.5, "# ?/?", "2 1/2", None),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(value: float, pattern: str, text: str, tkr: int | None) -> None:
    found = read_as_seen(_cell(value, pattern))

    assert found.text == text
    assert Amount().parse(found.text).value == tkr


@pytest.mark.parametrize(
    ("value", "pattern", "text", "stored"),
    [
        (12.6, "0", "13", "12,6"),
        (-12.5, "0.0;0.0", "12,5", "-12,5"),
        (12.5, ";;;", "", "12,5"),
        (12.5, "0,", "0", "12,5"),
    ],
)
def test_what_a_format_hides_is_told(value: float, pattern: str, text: str, stored: str) -> None:
    found = read_as_seen(_cell(value, pattern))

    assert (found.text, found.problem and found.problem.name, dict(found.facts)) == (
        text,
        "SHOWN_OTHERWISE",
        {"stored": stored},
    )


@pytest.mark.parametrize(("value", "pattern"), [(33.333333, "0.0"), (0, "0;-0;"), (12.5, "0.0"), (1_234_567, "#,##0")])
def test_rounding_and_a_hidden_zero_are_not_told(value: float, pattern: str) -> None:
    assert read_as_seen(_cell(value, pattern)).problem is None


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [('@" mill"', "12 mill"), ("0.0", "12"), ("@", "12"), ("_-@_-", "12"), ("0;0;0;", ""), ('0;0;0;"ca. "@', "ca. 12")],
)
def test_a_text_is_read_as_its_format_shows_it(pattern: str, shown: str) -> None:
    assert show_text("12", pattern) == shown


@pytest.mark.parametrize(
    "pattern", ["", ";", "[", '"', "\\", "[>", "[>=]0", "E+", "/", "0/0", ",", ".", "%", "0" * 500]
)
def test_a_broken_format_shows_something(pattern: str) -> None:
    for value in ("0", "-1.5", "1e300", "1e-300"):
        assert isinstance(show_number(Decimal(value), pattern).text, str)
    assert isinstance(show_text("tekst", pattern), str)
