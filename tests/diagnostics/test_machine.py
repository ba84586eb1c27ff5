"""Diagnostics as JSON: the documented shape, with every key always there."""

from __future__ import annotations

import json

from ehport.diagnostics import machine
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.lang.language import Lang, same

KEYS = ["code", "severity", "file", "sheet", "cell", "project", "field", "found", "message", "help", "settled", "trial"]
LONG = "omtrent tolv millioner " * 20


def found() -> list[Diagnostic]:
    at = Location("helse-vest.xlsx", "161", "C12", "161", "HELIKS", "total_cost")
    cost = Diagnostic(Code.NOT_AN_AMOUNT, at, {"label": same("Totalkostnad")}, found=LONG)
    return [
        cost,
        Diagnostic(Code.FILE_MISSING, Location("ks.xlsx")),
        Diagnostic(Code.FACT_UNKNOWN, Location("a.md", line=7), {"of": ""}),
    ]


def test_the_shape_is_the_documented_one() -> None:
    told = json.loads(machine.as_json(found(), Lang.NB))
    assert list(told) == ["diagnostics", "counts"]
    assert [list(each) for each in told["diagnostics"]] == [KEYS] * 3
    assert told["counts"] == {"error": 2, "warning": 1, "info": 0}


def test_what_was_typed_is_given_in_full() -> None:
    first = json.loads(machine.as_json(found(), Lang.NB))["diagnostics"][0]
    assert first["found"] == LONG
    assert first["code"] == "C203"
    assert first["severity"] == "warning"
    assert (first["sheet"], first["cell"], first["project"], first["field"]) == ("161", "C12", "161", "total_cost")


def test_a_line_of_a_text_file_stands_in_place_of_a_cell() -> None:
    assert json.loads(machine.as_json(found(), Lang.NB))["diagnostics"][2]["cell"] == "7"


def test_the_reason_of_the_office_stands_in_place_of_the_help() -> None:
    settled = Diagnostic(Code.FILE_MISSING, Location("ks.xlsx"), settled="Levert på papir.")
    told = json.loads(machine.as_json([settled], Lang.EN))["diagnostics"][0]
    assert (told["severity"], told["help"], told["settled"]) == ("info", "Levert på papir.", "Levert på papir.")


def test_letters_are_written_as_they_are_and_the_order_is_kept() -> None:
    told = machine.as_json(found(), Lang.NB)
    assert "beløp" in told
    assert [each["code"] for each in json.loads(told)["diagnostics"]] == ["C203", "F101", "P440"]
