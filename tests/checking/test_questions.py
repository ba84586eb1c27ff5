"""Questions: few for each project, the heaviest first, in plain words, with the cells they are about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ehport.checking.questions import MOST, ProjectQuestions, RoundQuestions, questions, questions_of
from ehport.checking.questions_text import as_json, as_text
from ehport.diagnostics.code import Code
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio
from ehport.rounds.find import find_round
from ehport.rules import verdict
from ehport.system.errors import UsageError
from tests import builders
from tests.later_rounds import Draft, later_round
from tests.source import ROOT


def asked(portfolio: Portfolio) -> RoundQuestions:
    """Return the questions that a portfolio raises by the rules alone."""
    return questions_of(portfolio, verdict.check_round(portfolio, ()))


def of_project(**answers: object) -> ProjectQuestions:
    """Return the questions to one project with the given answers."""
    (actor,) = asked(builders.a_portfolio(builders.a_project(**answers))).actors
    (project,) = actor.projects
    return project


def test_a_green_project_with_an_overdue_deliverable_is_asked_for_its_plan() -> None:
    (question,) = of_project(deliverables=[{"name": "Pilot i Bergen", "planned": "01.2021"}]).questions

    assert question.text.nb == (
        "Statusen er grønn, men leveransen «Pilot i Bergen» skulle vært ferdig 01.2021. Hva er planen?"
    )
    assert question.text.en.endswith("the deliverable «Pilot i Bergen» was due 01.2021. What is the plan?")
    assert [each.field for each in question.cells] == ["status", "deliverables.planned"]


def test_several_of_a_sort_are_one_question_with_all_their_cells() -> None:
    late = [{"name": f"Part {n}", "planned": f"0{n}.2020"} for n in range(1, 6)]
    (question,) = of_project(status="Gul", status_reason="Utsatt.", deliverables=late).questions

    assert question.text.nb.startswith(
        "5 tidspunkter er passert: «Part 1» (01.2020), «Part 2» (02.2020), «Part 3» (03.2020) og 2 til."
    )
    assert len(question.cells) == 5


def test_the_heaviest_come_first_and_the_lightest_are_left_out() -> None:
    project = of_project(
        status="Rød",
        risk="Gul",
        total_cost="240",
        phase="Nesten ferdig",
        phase_ends="01.2023",
        ends="12.2022",
        purpose="",
        deliverables=[{"name": "Pilot", "planned": "01.2021"}],
        financing_total={"2020": "5", "2021": "12", "2022": "8"},
    )

    weights = [each.weight for each in project.questions]
    assert len(weights) == MOST
    assert weights == sorted(weights, reverse=True)
    assert project.questions[0].codes == (Code.RATING_NEEDS_REASON,)
    assert project.left > 0


def test_a_sound_project_is_not_asked_anything() -> None:
    assert asked(builders.a_portfolio()).count == 0


def test_what_the_office_has_accepted_is_not_asked_about() -> None:
    late = builders.a_project(deliverables=[{"name": "Pilot i Bergen", "planned": "01.2021"}])
    accepted = [
        {"code": code, "project": "900", "reason": "Avtalt.", "last_round": "2030-01"} for code in ("R305", "C233")
    ]

    assert asked(builders.a_portfolio(late, register=builders.a_register(exemptions=accepted))).count == 0


def test_a_project_that_leaves_is_not_asked() -> None:
    late = builders.a_project(status="Rød")
    register = builders.a_register(projects=[{"id": "900", "state": "Ferdigstilt"}])

    assert asked(builders.a_portfolio(late, register=register)).count == 0


def test_the_real_round_has_questions_for_each_actor_by_project() -> None:
    found = questions(find_round(ROOT, "2021-04"))

    assert [each.actor.id for each in found.actors if each.actor] == [each.id for each in found.round.actors]
    assert all(1 <= len(each.questions) <= MOST for actor in found.actors for each in actor.projects)
    assert all(each.text[lang].endswith("?") for each in _all(found) for lang in Lang)
    assert all(each.cells for each in _all(found))


def test_changes_since_the_last_round_are_asked_about(tmp_path: Path) -> None:
    def change(draft: Draft) -> None:
        draft.projects["100"]["status"] = "Rød"

    found = questions(later_round(tmp_path, change))
    of = {project.id: project for actor in found.actors for project in actor.projects}

    assert of["100"].questions[0].codes == (Code.TEXT_UNCHANGED,)
    assert "er endret fra «Gul» til «Rød»" in of["100"].questions[0].text.nb
    assert of["47"].questions[0].codes == (Code.UNTOUCHED,)


def test_one_actor_is_found_by_id_name_or_file() -> None:
    april = find_round(ROOT, "2021-04")

    by_id, by_name, by_file = (questions(april, each) for each in ("ks", "Kommunesektorens organisasjon", "ks.xlsx"))
    assert by_id == by_name == by_file
    assert [each.actor.id for each in by_id.actors if each.actor] == ["ks"]
    with pytest.raises(UsageError, match="helse-vest"):
        questions(april, "helse-øst")


def test_the_text_fits_the_width_and_names_the_cells(golden) -> None:
    text = as_text(questions(find_round(ROOT, "2021-04"), "helse-vest"), Lang.NB, 80)

    assert max(map(len, text.splitlines())) <= 80
    golden("questions-helse-vest.txt", f"{text}\n")


def test_json_has_a_record_for_each_question() -> None:
    found = questions(find_round(ROOT, "2021-04"), "ks")
    told = json.loads(as_json(found, Lang.NB))

    assert len(told["questions"]) == found.count
    assert told["questions"][0].keys() == {"actor", "project", "name", "question", "weight", "codes", "cells"}
    assert told["questions"][0]["cells"][0].keys() == {"file", "sheet", "cell", "field"}


def _all(found: RoundQuestions):
    return [each for actor in found.actors for project in actor.projects for each in project.questions]
