"""Records: JSON that fills a workbook, the schema it holds to, and the way back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from ehport.cli import app
from ehport.form.record_schema import record_schema
from ehport.lang.language import Lang
from ehport.opening.extract import extract
from ehport.opening.json_records import read_record_file
from ehport.opening.open import fill
from ehport.system.errors import UsageError
from tests.builders import SOUND
from tests.source import ROOT

WORKBOOKS = sorted(path for path in (ROOT / "submissions" / "2021-04").glob("*.xlsx") if path.name != "register.xlsx")
RECORD = {"round": "2021-04", "actor": {"id": "helse-vest", "name": "Helse Vest RHF"}, "projects": [dict(SOUND)]}
VALID = Draft202012Validator(record_schema(Lang.NB))


def given(tmp_path: Path, found: Any, encoding: str = "utf-8") -> Path:
    path = tmp_path / "svar.json"
    path.write_text(json.dumps(found, ensure_ascii=False), encoding)
    return path


def with_project(**changes: Any) -> dict[str, Any]:
    return {**RECORD, "projects": [{**SOUND, **changes}]}


@pytest.mark.parametrize("workbook", WORKBOOKS[:3], ids=lambda path: path.stem)
def test_a_workbook_becomes_a_record_that_fills_the_same_workbook(tmp_path, workbook):
    record, _ = extract(workbook)
    assert record is not None
    (tmp_path / "svar.json").write_text(record, "utf-8")

    fill(tmp_path / "svar.json", tmp_path / "ny.xlsx")

    assert extract(tmp_path / "ny.xlsx")[0] == record
    assert list(VALID.iter_errors(json.loads(record))) == []


def test_what_an_actor_says_of_itself_goes_both_ways(tmp_path):
    said = {"contact": "Kari Normann", "nothing_to_report": True, "comment": "Vi er klare."}

    fill(given(tmp_path, {**RECORD, "actor": {**RECORD["actor"], **said}}), tmp_path / "ny.xlsx")

    assert json.loads(extract(tmp_path / "ny.xlsx")[0] or "")["actor"] == {
        **RECORD["actor"],
        **said,
        "nothing_to_report": "Ja",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    ("value", "text"),
    [(12.5, "12,5"), (0, "0"), (-3, "-3"), (1e3, "1000"), (True, "Ja"), (False, "Nei"), (None, "")],
)
def test_numbers_true_false_and_null_are_written_as_a_person_would(tmp_path, value, text, encoding):
    path = given(tmp_path, with_project(total_cost=value), encoding)

    project = read_record_file(path).record().projects[0]

    assert project is not None
    assert project.texts.get("total_cost", "").removesuffix(",0") == text


def refusal(path: Path) -> str:
    with pytest.raises(UsageError) as refused:
        read_record_file(path).record()
    return refused.value.text.nb


@pytest.mark.parametrize(
    ("found", "part", "near"),
    [
        (with_project(total_cots="3"), "projects[0].total_cots", "total_cost"),
        (with_project(Status="Grønn"), "projects[0].Status", "status"),
        (with_project(financing=[{"source": "x"}, {"sorce": "y"}]), "projects[0].financing[1].sorce", "source"),
        (with_project(financing=[{"source": "x", "amounts": {"20222": 3}}]), "projects[0].financing[0].20222", ""),
        (with_project(deliverables={"name": "x"}), "projects[0].deliverables", "liste"),
        (with_project(deliverables=["x"]), "projects[0].deliverables[0]", "objekt"),
        (with_project(name=["x"]), "projects[0].name", "tekst"),
        ({**RECORD, "projects": [SOUND, "x"]}, "projects[1]", "objekt"),
        ({**RECORD, "projects": {}}, "projects", "liste"),
        ({**RECORD, "project": []}, "project", "projects"),
        ({**RECORD, "actor": "Helse Vest"}, "actor", "objekt"),
        ({**RECORD, "actor": {"id": "helse-vest"}}, "actor.name", "mangler"),
        ({"round": "2021-04"}, "actor", "mangler"),
        ([], "…", "objekt"),
    ],
)
def test_what_the_form_does_not_take_is_told_with_its_path_and_what_is_near(tmp_path, found, part, near):
    said = refusal(given(tmp_path, found))

    assert f"«{part}»" in said
    assert near in said
    assert "ehport dictionary --format json-schema" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"{", "linje 1"),
        (b"\xff\xfe\xfa", "UTF-8"),
        (b'{"round": "2021-04", "round": "2021-09"}', "to ganger"),
        (b'{"round": NaN}', "ikke et tall"),
        (b"[" * 100_000, ""),
    ],
)
def test_what_is_no_json_is_told(tmp_path, text, told):
    (tmp_path / "svar.json").write_bytes(text)

    assert told in refusal(tmp_path / "svar.json")


@pytest.mark.parametrize("lang", Lang)
def test_the_schema_is_a_schema_and_knows_what_fill_refuses(lang):
    ran = CliRunner().invoke(app, ["dictionary", "--format", "json-schema", "--lang", lang])
    schema = json.loads(ran.stdout)
    Draft202012Validator.check_schema(schema)
    valid = Draft202012Validator(schema)

    assert valid.is_valid(RECORD)
    assert valid.is_valid(with_project(total_cost=12.5, project_model=True, phase=None))
    assert not valid.is_valid(with_project(total_cots="3"))
    assert not valid.is_valid(with_project(deliverables={"name": "x"}))
    assert not valid.is_valid({**RECORD, "actor": {"id": "helse-vest"}})


def test_a_file_that_is_no_workbook_is_told_and_nothing_is_written(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")

    ran = CliRunner().invoke(app, ["extract", str(tmp_path / "a.xlsx"), "--out", str(tmp_path / "a.json")])

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "F102" in ran.stderr
    assert not (tmp_path / "a.json").exists()
