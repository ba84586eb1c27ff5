"""The forms for other programs, read back by libraries that know them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from junitparser import Failure, JUnitXml
from pydantic import BaseModel
from sarif_pydantic import Sarif

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.github import as_commands, as_log, as_summary
from ehport.diagnostics.junit import as_junit
from ehport.diagnostics.sarif import as_sarif
from ehport.lang.language import Lang

CELL = Diagnostic(
    Code.NOT_AN_AMOUNT,
    Location("helse vest.xlsx", "900 Felles logg", "C12", project="900", field="total_cost"),
    {"label": "Totalkostnad", "how": "skriv et tall"},
    found="ca. 12\x1b[31m: mill,\n100 %",
)
LINE = Diagnostic(Code.FACT_UNKNOWN, Location("editorial/02-status.md", line=14), {"of": ""}, found="status.gul")
SETTLED = Diagnostic(
    Code.ID_UNKNOWN, Location("helse vest.xlsx", "Ark"), {"label": "Nummer"}, found="999", settled="Avtalt."
)
FOUND = (SETTLED, CELL, LINE)


def _path(file: str) -> str:
    return f"submissions/2021-04/{file}"


@pytest.fixture(params=Lang)
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param


def test_sarif_is_sarif_and_has_no_word_of_its_own(lang):
    found = Sarif.model_validate_json(as_sarif(FOUND, lang, _path))

    assert list(_unknown(found)) == []
    (run,) = found.runs
    assert [each.id for each in run.tool.driver.rules] == sorted(each.code.value for each in FOUND)
    assert [each.rule_id for each in run.results] == ["P402", "C203", "P440"]
    assert [run.tool.driver.rules[each.rule_index].id for each in run.results] == ["P402", "C203", "P440"]
    assert [each.level for each in run.results] == ["note", "warning", "error"]


def _unknown(model: BaseModel) -> Iterator[str]:
    """Yield the keys that the library's model of the standard does not have."""
    known_elsewhere = {"language", "suppressions"}  # in the standard (3.14.7, 3.27.23), not in the library
    yield from set(model.model_extra or ()) - known_elsewhere
    for name in type(model).model_fields:
        value = getattr(model, name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, BaseModel):
                yield from _unknown(each)


def test_sarif_names_file_cell_and_line():
    results = json.loads(as_sarif(FOUND, Lang.NB, _path))["runs"][0]["results"]
    cell, line = results[1]["locations"][0], results[2]["locations"][0]

    assert cell["physicalLocation"]["artifactLocation"]["uri"] == "submissions/2021-04/helse%20vest.xlsx"
    assert cell["logicalLocations"][0]["fullyQualifiedName"] == "900 Felles logg!C12"
    assert line["physicalLocation"]["region"] == {"startLine": 14}
    assert results[0]["suppressions"] == [{"kind": "external", "justification": "Avtalt."}]


def test_sarif_knows_a_diagnostic_again_when_its_row_has_moved():
    moved = replace(CELL, at=replace(CELL.at, cell="C14"))
    first, second = (
        json.loads(as_sarif([each], Lang.NB, _path))["runs"][0]["results"][0]["partialFingerprints"]
        for each in (CELL, moved)
    )

    assert first == second


def test_junit_fails_for_errors_and_passes_for_the_rest(lang):
    suites = {each.name: each for each in JUnitXml.fromstring(as_junit(FOUND, lang, _path).encode())}

    text = suites["submissions/2021-04/editorial/02-status.md"]
    book = suites["submissions/2021-04/helse vest.xlsx"]
    assert (text.tests, text.failures, book.tests, book.failures) == (1, 1, 2, 0)
    (case,) = text
    assert [type(each) for each in case.result] == [Failure]
    assert case.result[0].type == "P440"
    assert "C203" in next(each.system_out for each in book if each.name == "900")


@pytest.mark.parametrize(("sign", "seen"), [("\x1b", "<U+001B>"), ("\ufffe", "<U+FFFE>"), ("\uffff", "<U+FFFF>")])
def test_junit_makes_signs_that_xml_cannot_hold_visible(sign, seen):
    told = replace(CELL, found=f"ca. {sign}12")

    (suite,) = JUnitXml.fromstring(as_junit([told], Lang.NB, _path).encode())

    assert f"ca. {seen}12" in next(each.system_out for each in suite)


def test_workflow_commands_are_one_line_each_with_the_errors_first():
    lines = as_commands(FOUND, Lang.NB, _path).splitlines()

    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]
    assert lines[0].startswith("::error file=submissions/2021-04/editorial/02-status.md,line=14,title=P440 ")
    properties, _, message = lines[1].removeprefix("::warning ").partition("::")
    assert dict(each.split("=", 1) for each in properties.split(","))["line"] == "1"
    assert "100 %25" in message
    assert "\x1b" not in message


def test_the_log_of_a_workflow_has_the_text_in_which_nothing_is_obeyed_and_then_the_commands():
    sly = replace(LINE, found="x\n::error::tull")

    stop, *lines = as_log((*FOUND, sly), Lang.NB, _path).splitlines()

    token = stop.removeprefix("::stop-commands::")
    text, commands = lines[: lines.index(f"::{token}::")], lines[lines.index(f"::{token}::") + 1 :]
    assert token != stop
    assert "Totalkostnad" in "\n".join(text)
    assert len(commands) == len(FOUND) + 1
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in commands)


def test_the_summary_of_a_workflow_has_every_fault_as_a_row_of_a_table():
    told = as_summary((*FOUND, replace(CELL, at=replace(CELL.at, cell="C13"))), Lang.NB).splitlines()

    assert told[2] == "1 feil, 2 advarsler, 1 merknad"
    rows = told[6:]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [6, 6]
    assert "| C12, C13 | advarsel C203 |" in "\n".join(rows)
