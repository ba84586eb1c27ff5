from __future__ import annotations

from dataclasses import replace

import pytest

from ehport.form.field import Field, Rows, fields_of
from ehport.form.project import Project
from ehport.form.reading import Flag
from ehport.form.register import Register
from ehport.form.vocabulary import Answer, Category, Level, Rating
from ehport.workbook.form_book import write_form
from ehport.workbook.parse import code_of
from ehport.workbook.read import read_submission
from tests.workbook.books import ACTOR, ROUND, SHEET, answer, edit, edit_book, given, read, told_of, write


def test_a_sound_workbook_becomes_records_without_a_word(path):
    submission, told = read(path)
    project = submission.projects[0].record

    assert told == []
    assert (submission.actor_id, submission.round_id) == ("helse-vest", "2021-04")
    assert (project.id, project.total_cost, project.status) == ("900", 24_000, Rating.GREEN)
    assert [(each.area, each.level) for each in project.relevance] == [("1.1", Level.HIGH), ("2.1", Level.LOW)]
    assert (project.financing[0].budget_year, project.financing_total.budget_year) == (12_000, 12_000)
    assert project.dependencies[0].category == (Category.SERVICES,)
    assert project.project_model is Answer.YES


def test_every_value_knows_its_cell(path):
    entry = read(path)[0].projects[0]

    assert (entry.sheet, entry.address("id"), entry.text("name")) == (SHEET, "C3", "Felles logg")
    assert entry.address("cost_comment").startswith("C")
    assert entry.rows["financing"][0].address("budget_year").startswith("F")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"purpose": ""}, [("REQUIRED", "purpose", "")]),
        ({"total_cost": "omtrent tolv millioner"}, [("NOT_AN_AMOUNT", "total_cost", "omtrent tolv millioner")]),
        ({"total_cost": "ca 12 mill *"}, [("APPROXIMATE",) * 1 + ("total_cost", "ca 12 mill *")]),
        ({"ends": "31.13.2022"}, [("NOT_A_TIME", "ends", "31.13.2022")]),
        ({"status": "Grønn/Gul"}, [("TWO_RATINGS", "status", "Grønn/Gul")]),
        ({"status": "Blå"}, [("NOT_A_RATING", "status", "Blå")]),
        ({"focus_area": "1"}, [("AREA_TOO_BROAD", "focus_area", "1")]),
        ({"focus_area": "6.3"}, [("UNKNOWN_AREA", "focus_area", "6.3")]),
        ({"phase": "Snart i mål"}, [("NOT_IN_VOCABULARY", "phase", "Snart i mål")]),
        ({"business_case": "Under arbeid"}, [("NOT_AN_ANSWER", "business_case", "Under arbeid")]),
        ({"id": "ny"}, [("NOT_A_PROJECT_NUMBER", "id", "ny")]),
        ({"benefit_owner": "x" * 201}, [("TOO_LONG", "benefit_owner", "x" * 201)]),
        ({"operating_cost": "<fyll ut>"}, [("PLACEHOLDER", "operating_cost", "<fyll ut>")]),
        ({"deliverables": [{"code": "L1", "planned": "2021"}]}, [("REQUIRED", "deliverables.name", "")]),
    ],
)
def test_what_a_cell_leaves_in_doubt_is_told_once(tmp_path, answers, expected):
    path = write(tmp_path / "helse-vest.xlsx", given(**answers))

    _, told = read(path)

    assert [(each.code.name, each.at.field, each.found) for each in told][:1] == expected
    assert len(told) == len(expected) + (answers.get("total_cost") == "ca 12 mill *")
    assert told[0].at.project_name == "Felles logg"


def test_only_answers_that_the_report_counts_are_marked_as_counted(path):
    _, told = read(edit(path, answer(status="Blå", phase="Blå")))

    assert [(each.at.field, bool(each.facts.get("counted"))) for each in told] == [("phase", False), ("status", True)]


def test_every_kind_of_answer_has_a_code_for_what_cannot_be_read():
    def kinds(fields: tuple[Field, ...]) -> list[object]:
        return [
            kind
            for each in fields
            for kind in (kinds(fields_of(each.kind.record)) if isinstance(each.kind, Rows) else [each.kind])
        ]

    readable = [each for each in kinds(fields_of(Project)) + kinds(fields_of(Register)) if not hasattr(each, "limit")]

    assert all(code_of(Flag.UNREADABLE, kind) for kind in readable)


def test_a_workbook_without_projects_says_so_unless_there_is_nothing_to_report(tmp_path):
    path = tmp_path / "helse-vest.xlsx"
    write_form(path, ROUND, ACTOR)

    assert told_of(read(path)[1]) == ["SHEET_EMPTY", "NO_PROJECTS"]
    assert told_of(read(edit(path, answer(nothing_to_report="Ja"), sheet="Aktør"))[1]) == ["SHEET_EMPTY"]


def test_a_workbook_of_another_round_is_not_read(path):
    submission, told = read_submission(path, replace(ROUND, id="2021-09"))

    assert submission is None
    assert [(each.code.name, each.facts["given"], each.facts["expected"]) for each in told] == [
        ("WRONG_ROUND", "2021-04", "2021-09")
    ]


def test_an_older_form_is_read_and_told(path):
    submission, told = read(path, replace(ROUND, form="2"))

    assert (len(submission.projects), told_of(told)) == (1, ["OLD_FORM"])


def test_a_workbook_by_itself_knows_its_own_round(path):
    submission, told = read(path, None)

    assert (submission.round_id, submission.projects[0].record.financing[0].next_year, told) == ("2021-04", 8_000, [])


@pytest.mark.parametrize("given", [None, "", "2021", "2021-13", "april"])
def test_a_workbook_by_itself_that_knows_no_round_is_not_the_form(path, given):
    def forget(book):
        hidden = next(sheet for sheet in book.worksheets if sheet["A1"].value == "@vocabulary")
        row = next(each[0].row for each in hidden.iter_rows(max_col=1) if each[0].value == "round")
        hidden.cell(row, 2).value = given

    submission, told = read_submission(edit_book(path, forget), None)

    assert (submission, [each.code.name for each in told]) == (None, ["NOT_THE_FORM"])


def test_an_actor_who_is_not_asked_is_told(path):
    _, told = read(edit(path, answer(id="helse-øst"), sheet="Aktør"))

    assert [(each.code.name, each.found, each.at.cell) for each in told] == [("UNKNOWN_ACTOR", "helse-øst", "C2")]


def test_a_workbook_under_another_actors_name_is_told(tmp_path):
    round_ = replace(ROUND, actors=(ACTOR, replace(ACTOR, id="ks")))
    path = write(tmp_path / "ks.xlsx")

    assert told_of(read(path, round_)[1]) == ["ACTOR_OF_ANOTHER_FILE C2"]


def test_without_the_actors_sheet_the_hidden_sheet_says_who_it_is(path):
    submission, told = read(edit_book(path, lambda workbook: workbook.remove(workbook["Aktør"])))

    assert (submission.actor_id, told_of(told)) == ("helse-vest", ["SHEET_MISSING"])


def test_without_the_hidden_sheet_the_round_says_what_is_asked(path):
    submission, told = read(edit_book(path, lambda workbook: workbook.remove(workbook["Kodeverk"])))

    assert (submission.projects[0].answers(), told) == (given(), [])
