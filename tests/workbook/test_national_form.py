"""The questions about the national portfolio: asked from September 2021 on, and read as they were filled in."""

from __future__ import annotations

from pathlib import Path

from ehport.form.answers import from_record, to_record
from ehport.form.field import fields_of
from ehport.form.project import FROM_SEPTEMBER_2021, Project
from ehport.model.round import Round
from ehport.workbook.form_book import write_form
from ehport.workbook.read import read_submission
from tests.builders import SOUND, SOUND_NATIONAL, a_later_round, a_round

ANSWERED = {
    **SOUND_NATIONAL,
    "solutions": {
        "Kjernejournal": {"operating_cost": "1,5", "from_year": "2023", "consulted": "Ja"},
        "HelseID": {"operating_cost": "ca. 2", "from_year": "", "consulted": "Nei"},
    },
    "roadmap": [{"activity": "Dokumentdeling", "planned": "Q3 2022"}, {"activity": "Kritisk informasjon"}],
    "first_ends": "12.2021",
    "first_total_cost": "18",
}
ASKED = {each.name for each in fields_of(Project) if each.since == FROM_SEPTEMBER_2021 and not each.confirms}


def handed_in(folder: Path, round_: Round) -> dict[str, object]:
    """Return the national answers of a record that was written to a workbook and read again."""
    path = folder / round_.actors[0].file
    given = from_record({**SOUND, **ANSWERED}, Project, round_.budget_year)
    write_form(path, round_, round_.actors[0], [given])
    submission, told = read_submission(path, round_)
    assert submission is not None
    assert [each.code for each in told if each.code.value[0] in "SF"] == []
    record = to_record(submission.projects[0].answers(), Project, round_.budget_year)
    return {name: answer for name, answer in record.items() if name in ASKED}


def test_every_national_question_of_a_record_comes_back_as_typed(tmp_path: Path) -> None:
    assert set(ANSWERED) == ASKED
    helseid = {"operating_cost": "ca. 2", "consulted": "Nei"}
    assert handed_in(tmp_path, a_later_round()) == {
        **ANSWERED,
        "solutions": {**ANSWERED["solutions"], "HelseID": helseid},
    }


def test_the_april_form_asks_none_of_them(tmp_path: Path) -> None:
    assert handed_in(tmp_path, a_round()) == {}
