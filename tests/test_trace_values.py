"""The trace of the sample round added up anew: printed forms against exact values, and exact values against cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.export.restored import restore
from tests.sample_report import SampleReport

Rows = Mapping[str, list[dict[str, str]]]

WORDS = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
PERIODS = ("earlier", "previous", "budget", "next", "later")
ONE_CELL_EACH = ("projects.", "deliverables.", "submissions.", "adjustments.", "actors.")


@pytest.fixture(scope="module")
def rows(built_report: SampleReport) -> Rows:
    text = (built_report.folder / "data" / "trace.csv").read_text("utf-8")
    found: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        found.setdefault(row["name"], []).append({name: restore(cell) for name, cell in row.items()})
    return found


def exact(rows: Rows, name: str) -> int:
    return int(rows[name][0]["exact"] or 0)


def is_rounded(printed: str, value: str, *units: int) -> bool:
    """Tell whether a printed number is a value in one of some units, rounded to the decimals it is printed with."""
    text = printed.replace("\u202f", "").replace("\u2212", "-").replace(",", ".")
    step = Decimal(1).scaleb(-len(text.partition(".")[2]))
    return any((Decimal(value) / unit).quantize(step, ROUND_HALF_UP) == Decimal(text) for unit in units)


def is_right(printed: str, row: Mapping[str, str]) -> bool:
    if not row["exact"]:
        return printed == "–"
    if row["unit"] == "tkr":
        return is_rounded(printed, row["exact"], 1000, 1_000_000)
    if row["unit"] == "percent":
        return printed.split()[0] == row["exact"]
    if row["unit"] == "count":
        word = "én" if printed.lower() == "ett" else printed.lower()
        return str(WORDS.index(word)) == row["exact"] if word in WORDS else is_rounded(printed, row["exact"], 1)
    return row["unit"] not in ("year", "text") or printed == row["exact"]


def test_every_printed_form_is_the_exact_value_rounded(rows: Rows) -> None:
    forms = [(form, each[0]) for each in rows.values() for form in each[0]["printed"].split("; ") if form]

    assert len(forms) > 600
    assert [(row["name"], form, row["exact"]) for form, row in forms if not is_right(form, row)] == []


@pytest.mark.parametrize(
    ("printed", "exact", "unit"),
    [("1\u202f723", "1722750", "tkr"), ("1,72", "1722750", "tkr"), ("−1,5", "-1500", "tkr"), ("Én", "1", "count")],
)
def test_a_rounded_form_is_right(printed: str, exact: str, unit: str) -> None:
    assert is_right(printed, {"exact": exact, "unit": unit})


@pytest.mark.parametrize(
    ("printed", "exact", "unit"),
    [("1\u202f722", "1722750", "tkr"), ("999", "1722750", "tkr"), ("999", "45", "count"), ("to", "1", "count")],
)
def test_another_number_is_not_right(printed: str, exact: str, unit: str) -> None:
    assert not is_right(printed, {"exact": exact, "unit": unit})


def test_the_money_of_a_project_is_the_sum_of_its_cells_or_what_replaces_them(rows: Rows) -> None:
    names = [name for name in rows if name.startswith("project.") and name.endswith(PERIODS)]

    wrong = []
    for name in names:
        cells = [cell for cell in rows[name] if cell["file"]]
        replaced = [cell for cell in cells if cell["adjustment"]]
        total = sum(int(cell["value"] or 0) for cell in replaced or cells)
        wrong += [(name, total)] if total != exact(rows, name) else []
    assert len(names) > 200
    assert wrong == []


def test_the_budget_of_the_portfolio_is_that_of_its_active_and_new_projects(rows: Rows) -> None:
    paid = [name for name, each in rows.items() if name.endswith(".state") and each[0]["exact"] in ("Aktiv", "Ny")]

    assert len(paid) == exact(rows, "projects.active.count")
    assert sum(exact(rows, name.replace(".state", ".budget")) for name in paid) == exact(rows, "budget.total")


def test_a_count_of_what_has_a_cell_each_is_the_number_of_cells(rows: Rows) -> None:
    counts = [name for name, each in rows.items() if name.startswith(ONE_CELL_EACH) and each[0]["unit"] == "count"]

    assert len(counts) > 50
    assert [name for name in counts if exact(rows, name) != sum(bool(cell["file"]) for cell in rows[name])] == []
