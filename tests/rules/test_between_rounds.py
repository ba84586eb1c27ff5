"""The rules between a round and the last one: what they hit, and where they stay silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.form.actor import Actor
from ehport.lang.language import Text
from ehport.model.portfolio import Portfolio, collect
from ehport.model.remembering import remember
from ehport.model.round import AskedActor
from ehport.model.submission import Entry
from ehport.rules import verdict
from ehport.rules.between_rounds import check_since_last
from tests.builders import (
    ACTOR_SHEET,
    SOUND,
    a_later_round,
    a_project,
    a_register,
    a_round,
    a_submission,
    codes,
    entry_of,
    project_of,
)
from tests.later_rounds import Draft, later_portfolio

SECOND = {"id": "901", "name": "Felles register"}
PAID = {"source": "Helse Vest", "amounts": {"2020": "4", "2021": "12", "2022": "8"}}
Changes = Mapping[str, Any]


def portfolio(now: Sequence[Entry[Any]], *before: Sequence[Entry[Any]], **more: Any) -> Portfolio:
    """Return the round of September 2021 after rounds, oldest first, the last of them that of April."""
    ids = [f"2021-{4 - number:02}" for number in range(len(before))][::-1]
    past = [
        collect(a_round(id=round_id), more.get("then") or registered(projects), [a_submission(*projects)])[0]
        for round_id, projects in zip(ids, before, strict=True)
    ]
    actor = entry_of(Actor, {"id": "helse-vest", "name": "Helse Vest", **more.get("actor", {})}, {}, ACTOR_SHEET)
    submission = replace(a_submission(*now), actor=actor)
    found, _ = collect(more.get("round") or a_later_round(), more.get("register") or registered(now), [submission])
    return replace(found, previous=past[-1] if past else None, memories=tuple(map(remember, past)))


def registered(projects: Sequence[Entry[Any]], **sheets: Any) -> Entry[Any]:
    rows = [{"id": each.record.id, "name": each.record.name, **sheets.get(each.record.id, {})} for each in projects]
    return a_register(projects=rows)


def told(now: Changes, *before: Changes, **more: Any) -> list[Diagnostic]:
    """Return what is told of one project that was gone through in September, beside its earlier answers."""
    current = a_project(**{"revised": "september 2021", **now})
    name = {"900": {"name": "Felles logg"}}
    register = more.pop("register", None) or registered([current], **name)
    past = [[a_project(**each)] for each in before]
    return list(check_since_last(portfolio([current], *past, register=register, **more)))


def test_without_a_last_round_nothing_is_told() -> None:
    assert told({"status": "Rød"}) == []


def test_a_project_that_was_gone_through_and_stands_gives_nothing() -> None:
    assert told({}, {}) == []


@pytest.mark.parametrize(("field", "before", "now"), [
    ("ends", "12.2022", "06.2023"),
    ("phase_ends", "12.2021", "Q1 2022"),
    ("total_cost", "24", "30"),
])  # fmt: skip
def test_what_slips_once_is_told_as_a_note(field: str, before: str, now: str) -> None:
    found = told({field: now}, {field: before})
    assert codes(found) == [f"R330 {field}"]
    assert found[0].facts["was"] == Text(before, before)


@pytest.mark.parametrize(("field", "before", "now"), [
    ("ends", "12.2022", "06.2022"),
    ("ends", "2022", "06.2022"),
    ("ends", "12.2022", "12.2022 Levert"),
    ("total_cost", "24", "20"),
    ("total_cost", "24", "24,0"),
])  # fmt: skip
def test_what_comes_closer_is_given_more_precisely_or_is_done_has_not_slipped(
    field: str, before: str, now: str
) -> None:
    assert [each for each in told({field: now}, {field: before}) if each.code is Code.SLIPPED] == []


def test_the_end_of_another_phase_has_not_slipped() -> None:
    was = {"phase": "Planlegging", "phase_ends": "06.2021"}
    assert told({"phase": "Gjennomføring", "phase_ends": "12.2022"}, was) == []


def test_what_slips_again_is_told_with_how_often_since_when_and_how_far() -> None:
    (found,) = told({"ends": "12.2023"}, {"ends": "12.2021"}, {"ends": "12.2022"})
    assert codes([found]) == ["R331 ends"]
    assert {name: found.facts[name] for name in ("times", "since", "total")} == {
        "times": 2,
        "since": Text("siden runde 2021-03", "since round 2021-03"),
        "total": Text("24 måneder", "24 months"),
    }


def test_a_cost_that_grows_again_is_told_in_million_kroner() -> None:
    (found,) = told({"total_cost": "26,5"}, {"total_cost": "24"}, {"total_cost": "25"})
    assert (codes([found]), found.facts["total"]) == (
        ["R331 total_cost"],
        Text("2,5 mill. kroner", "NOK 2.5 million"),
    )


def test_what_slipped_came_closer_and_slipped_again_is_told_with_what_is_left_of_it() -> None:
    past = [{"ends": each} for each in ("12.2022", "12.2023", "12.2021")]
    (found,) = told({"ends": "06.2022"}, *past)
    assert (found.facts["times"], found.facts["total"]) == (2, Text("\u22126 måneder", "\u22126 months"))


@pytest.mark.parametrize(("now", "total"), [
    ("01.12.2022", Text("0 måneder", "0 months")),
    ("20.12.2022", Text("noen dager", "some days")),
])  # fmt: skip
def test_what_came_all_the_way_back_has_moved_by_nothing(now: str, total: Text) -> None:
    past = [{"ends": each} for each in ("01.12.2022", "01.12.2023", "01.06.2022")]
    (found,) = told({"ends": now}, *past)
    assert (found.facts["times"], found.facts["total"]) == (2, total)


def test_what_slipped_before_and_stands_now_is_not_told_again() -> None:
    assert told({"ends": "12.2022"}, {"ends": "12.2021"}, {"ends": "12.2022"}) == []


def test_a_deliverable_that_slips_is_told_at_its_row_whatever_its_place() -> None:
    before = [{"name": "Pilot i Bergen", "planned": "09.2021"}, {"name": "Bredding", "planned": "06.2022"}]
    now = [{"name": "Avtale", "planned": "01.2022"}, before[1], {"name": "Pilot i Bergen", "planned": "12.2021"}]
    (found,) = told({"deliverables": now}, {"deliverables": before})
    assert codes([found]) == ["R330 deliverables.planned"]
    assert found.at.cell.startswith("deliverables3")
    assert str(found.facts["of"].nb) == " («Pilot i Bergen»)"  # type: ignore[attr-defined]


def test_a_deliverable_that_is_dropped_or_delivered_has_not_slipped() -> None:
    before = {"deliverables": [{"name": "Pilot i Bergen", "planned": "09.2021"}]}
    for state in ("Utgår", "Levert"):
        now = {"deliverables": [{"name": "Pilot i Bergen", "planned": "12.2021", "state": state}]}
        assert told(now, before) == []


@pytest.mark.parametrize(("field", "before", "now", "text"), [
    ("status", "Rød", "Gul", "status_reason"),
    ("risk", "Grønn", "Gul", "risk_description"),
    ("ends", "12.2022", "06.2022", "plan_comment"),
    ("total_cost", "24", "23", "cost_comment"),
])  # fmt: skip
def test_a_text_that_stands_beside_a_new_answer_is_told(field: str, before: str, now: str, text: str) -> None:
    said = "Leverandøren er forsinket."
    found = told({field: now, text: "leverandøren  er FORSINKET"}, {field: before, text: said})
    assert codes(found) == [f"R332 {text}"]
    assert (found[0].facts["was"], found[0].facts["now"]) == (before, now)


def test_a_new_text_or_none_beside_a_new_answer_is_fine() -> None:
    was = {"status": "Rød", "status_reason": "Leverandøren er forsinket."}
    assert told({"status": "Gul", "status_reason": "Ny avtale er på plass."}, was) == []
    assert told({"ends": "06.2022"}, {"ends": "12.2022"}) == []


def test_the_same_text_weighs_more_once_actors_know_the_rule() -> None:
    was = {"status": "Rød", "status_reason": "Leverandøren er forsinket."}
    now = {**was, "status": "Gul", "revised": "september 2021"}
    weights = []
    for round_id in ("2021-09", "2022-01"):
        found = verdict.check_round(
            portfolio([a_project(**now)], [a_project(**was)], round=a_later_round(id=round_id)), []
        )
        weights += [each.severity for each in found if each.code is Code.TEXT_UNCHANGED]
    assert weights == [Severity.INFO, Severity.WARNING]


@pytest.mark.parametrize(("before", "now"), [("Rød", "Grønn"), ("Grønn", "Rød")])
def test_two_steps_without_a_reason_are_told_once(before: str, now: str) -> None:
    was, current = {"risk": before, "risk_description": "Knapt."}, {"risk": now, "revised": "september 2021"}
    found = verdict.check_round(portfolio([a_project(**current)], [a_project(**was)]), [])
    about = [each for each in found if each.at.field == "risk_description"]
    assert codes(about) == ["R339 risk_description"]


def test_one_step_or_two_with_a_reason_are_fine() -> None:
    assert told({"status": "Gul", "status_reason": "Ny plan."}, {"status": "Grønn"}) == []
    assert told({"status": "Rød", "status_reason": "Ny plan."}, {"status": "Grønn"}) == []


def test_a_new_name_is_told_unless_the_register_knows_both() -> None:
    register = a_register(projects=[{"id": "900", "name": "Innsynslogg", "aliases": "Felles logg"}])
    assert codes(told({"name": "Innsynslogg"}, {})) == ["R337 name"]
    assert told({"name": "Innsynslogg"}, {}, register=register) == []
    assert told({"name": "Felles  LOGG (PFS-21)"}, {}) == []


def test_a_name_put_right_is_fine_and_one_that_the_register_forgot_is_told() -> None:
    put_right = portfolio([a_project(revised="september 2021")], [a_project(name="Logg for alle")], then=a_register())
    assert codes(check_since_last(put_right)) == []
    renamed = a_register(projects=[{"id": "900", "name": "Innsynslogg"}])
    then = {"register": renamed, "then": a_register()}
    given = portfolio([a_project(name="Innsynslogg", revised="september 2021")], [a_project()], **then)
    assert codes(check_since_last(given)) == ["R337 name"]


def test_a_new_name_is_not_told_as_a_strange_one_too() -> None:
    now = a_project(name="Innsynslogg", revised="september 2021")
    given = portfolio([now], [a_project()], register=a_register())
    about = [each for each in verdict.check_round(given, []) if each.at.field == "name"]
    assert codes(about) == ["R337 name"]


@pytest.mark.parametrize("revised", ["april 2021", "mars 2021"])
def test_an_old_month_is_told_when_answers_have_changed(revised: str) -> None:
    assert codes(told({"revised": revised, "risk": "Gul"}, {"revised": "april 2021"})) == ["R336 revised"]


def test_a_month_after_the_last_round_is_old_when_it_was_there_then() -> None:
    assert codes(told({"revised": "mai 2021", "risk": "Gul"}, {"revised": "mai 2021"})) == ["R336 revised"]
    assert told({"revised": "juni 2021", "risk": "Gul"}, {"revised": "mai 2021"}) == []


def test_a_deliverable_that_is_no_longer_delivered_is_told() -> None:
    before = [{"name": "Pilot i Bergen", "planned": "Levert"}, {"name": "Bredding", "planned": "06.2022"}]
    now = [{"name": "Pilot i Bergen", "planned": "12.2021"}, {"name": "Bredding", "planned": "Levert"}]
    (found,) = told({"deliverables": now}, {"deliverables": before})
    assert (codes([found]), found.facts["name"]) == (["R338 deliverables.planned"], "Pilot i Bergen")


def test_a_deliverable_that_is_no_longer_delivered_is_not_told_as_slipped_too_and_another_one_is() -> None:
    before = [{"name": "Pilot i Bergen", "planned": "Levert 03.2021"}, {"name": "Bredding", "planned": "06.2022"}]
    now = [{"name": "Pilot i Bergen", "planned": "12.2021"}, {"name": "Bredding", "planned": "12.2022"}]
    given = portfolio([a_project(deliverables=now, revised="september 2021")], [a_project(deliverables=before)])
    found = [each for each in verdict.check_round(given, []) if each.at.field == "deliverables.planned"]
    told_of = [(each.code.value, each.at.cell.partition("-")[0]) for each in found]
    assert told_of == [("R338", "deliverables1"), ("R330", "deliverables2")]


def test_an_amount_in_another_unit_is_told_at_its_cell() -> None:
    before = {"financing": [PAID], "operating_cost": "1500", "total_cost": "24"}
    now = [{"source": "Stat", "amounts": {"2021": "1"}}, {**PAID, "amounts": {**PAID["amounts"], "2022": "8000"}}]  # type: ignore[dict-item]
    found = told({"financing": now, "operating_cost": "1,5"}, before)
    assert codes(found) == ["R335 operating_cost", "R335 financing.next_year"]
    assert found[1].at.cell.startswith("financing2")
    assert found[0].facts["was"] == "1500"


def test_the_years_of_the_last_round_are_found_again_when_the_budget_year_moves() -> None:
    before = {"financing": [PAID], "financing_total": {"2021": "12", "2022": "8"}}
    sources = [{"source": "Helse Vest", "amounts": {"2022": "8000"}}]
    answers = {**SOUND, "revised": "januar 2022", "financing": sources, "financing_total": {"2022": "8"}}
    now = project_of(answers, 2022)
    later = a_later_round(id="2022-01", budget_year=2022, cutoff=date(2022, 1, 15))
    found = list(check_since_last(portfolio([now], [a_project(**before)], round=later)))
    assert codes(found) == ["R335 financing.budget_year", "R340 financing.earlier"]  # 2020 and 2021 are gone


@pytest.mark.parametrize(("before", "now", "expected"), [
    ("12", "18", ["R334 financing_total.budget_year"]),
    ("12", "5", ["R334 financing_total.budget_year"]),
    ("0", "6", ["R334 financing_total.budget_year"]),
    ("12", "17", []),
    ("2", "6", []),
    ("20", "26", []),
    ("", "26", []),
])  # fmt: skip
def test_a_budget_that_moves_by_half_and_five_million_is_told(before: str, now: str, expected: list[str]) -> None:
    stated = [{"financing": [], "financing_total": {"2021": amount}} for amount in (now, before)]
    assert codes(told(*stated)) == expected


def test_a_budget_in_another_unit_is_told_as_that_alone() -> None:
    stated = [{"financing": [], "financing_total": {"2021": amount}} for amount in ("12000", "12")]
    assert codes(told(*stated)) == ["R335 financing_total.budget_year"]


def test_the_budget_rule_is_on_trial() -> None:
    stated = [{"financing": [], "financing_total": {"2021": amount}} for amount in ("18", "12")]
    assert [each.severity for each in told(*stated)] == [Severity.INFO]


def test_a_project_that_nobody_touched_is_told_and_a_confirmed_one_is_not() -> None:
    untouched, changed = a_project(), a_project(**SECOND, risk="Gul", revised="september 2021")
    before = [a_project(), a_project(**SECOND)]
    given = portfolio([untouched, changed], before)
    assert codes(check_since_last(given)) == ["R333 revised"]
    given = portfolio([replace(untouched, is_confirmed=True), changed], before)
    assert codes(check_since_last(given)) == []


def test_a_workbook_that_nobody_touched_is_told_once() -> None:
    projects = [a_project(), a_project(**SECOND)]
    (found,) = check_since_last(portfolio(projects, projects))
    assert (codes([found]), found.at.sheet, found.facts["count"]) == (["P450 nothing_to_report"], ACTOR_SHEET, 2)


def test_what_was_taken_from_the_last_round_for_a_late_actor_is_not_compared() -> None:
    given = portfolio([a_project()], [a_project()])
    assert codes(check_since_last(given)) == ["R333 revised"]
    late = replace(given, submissions=tuple(replace(each, stands_in=True) for each in given.submissions))
    assert codes(check_since_last(late)) == []


def test_nothing_to_report_beside_changed_answers_is_told_with_the_projects() -> None:
    now = a_project(risk="Gul", revised="september 2021")
    (found,) = check_since_last(portfolio([now], [a_project()], actor={"nothing_to_report": "Ja"}))
    assert codes([found]) == ["P451 nothing_to_report"]
    assert found.facts["projects"] == Text("Felles logg", "Felles logg")


@pytest.mark.parametrize(("count", "told_of"), [
    (3, Text("Logg 1, Logg 2, Logg 3", "Logg 1, Logg 2, Logg 3")),
    (5, Text("Logg 1, Logg 2, Logg 3 og 2 til", "Logg 1, Logg 2, Logg 3 and 2 more")),
])  # fmt: skip
def test_of_many_changed_projects_three_are_named(count: int, told_of: Text) -> None:
    names = [{"id": str(900 + each), "name": f"Logg {each}"} for each in range(1, count + 1)]
    now = [a_project(**each, risk="Gul", revised="september 2021") for each in names]
    before = [a_project(**each) for each in names]
    (found,) = check_since_last(portfolio(now, before, actor={"nothing_to_report": "Ja"}))
    assert found.facts["projects"] == told_of


def test_a_project_that_is_gone_is_told_unless_its_state_or_an_alias_accounts_for_it() -> None:
    now, before = [a_project(revised="september 2021")], [a_project(), a_project(**SECOND)]
    (found,) = check_since_last(portfolio(now, before))
    assert (codes([found]), found.at.project, found.at.file) == (["P452 state"], "901", "register.xlsx")
    left = registered(before, **{"901": {"state": "Ferdigstilt"}})
    assert codes(check_since_last(portfolio(now, before, then=left))) == []
    heir = registered(now, **{"900": {"aliases": "901"}})
    merged = codes(check_since_last(portfolio(now, before, register=heir)))
    assert merged == ["R334 financing_total.budget_year"]  # the heir is held against what both had


def test_a_project_on_the_sheet_of_former_ones_has_not_vanished() -> None:
    now, before = [a_project(revised="september 2021")], [a_project(), a_project(**SECOND)]
    left = {**SECOND, "state": "Går ut", "last_round": "2021-04", "next_steps": "Slått sammen med et annet."}
    given = portfolio(now, before, register=a_register(former_projects=[left]))
    assert codes(check_since_last(given)) == []


def test_a_number_of_a_former_project_is_not_used_again() -> None:
    left = {"id": "900", "name": "Innsynslogg", "state": "Ferdigstilt", "last_round": "2020-09"}
    register = a_register(former_projects=[left])
    found = verdict.check_round(portfolio([a_project()], register=register), [])
    about = [each for each in found if each.at.file == "register.xlsx"]
    assert [(each.code.value, each.at.project) for each in about] == [("P455", "900")]


def test_a_project_that_came_is_a_note_at_the_register() -> None:
    now = [a_project(revised="september 2021"), a_project(**SECOND)]
    (found,) = check_since_last(portfolio(now, [a_project()]))
    assert (codes([found]), found.severity, found.at.project) == (["P453 id"], Severity.INFO, "901")


def test_a_candidate_that_has_begun_is_told_as_new() -> None:
    projects = [a_project(risk="Gul", revised="september 2021")]
    then = {"register": registered(projects, **{"900": {"state": "Ny"}})}
    given = portfolio(projects, [a_project()], then=registered(projects, **{"900": {"state": "Kandidat"}}), **then)
    assert codes(check_since_last(given)) == ["P453 id"]


def test_a_known_name_under_a_new_number_is_told_as_that_alone() -> None:
    now = [a_project(revised="september 2021"), a_project(id="902", name="Felles register")]
    before = [a_project(), a_project(**SECOND)]
    (found,) = check_since_last(portfolio(now, before))
    assert (codes([found]), found.facts["was"]) == (["P454 id"], "901")


def test_the_real_round_carried_over_with_one_edit_tells_that_edit_alone() -> None:
    def edit(draft: Draft) -> None:
        for project in draft.projects.values():
            project["revised"] = "september 2021"
        draft.projects["47"]["ends"] = "12.2024"

    assert [(each.at.project, each.code.value) for each in check_since_last(later_portfolio(edit))] == [("47", "R330")]


def test_an_exemption_holds_for_its_rounds_and_then_the_rule_returns() -> None:
    exempt = {"code": "R331", "project": "900", "reason": "Vedtatt av styret.", "last_round": "2021-09"}
    register = a_register(exemptions=[exempt])
    past = [[a_project(ends=each)] for each in ("12.2021", "12.2022")]
    seen = []
    for round_id in ("2021-09", "2022-01"):
        now = [a_project(ends="12.2023", revised="september 2021")]
        given = portfolio(now, *past, register=register, round=a_later_round(id=round_id))
        told = [
            each for each in verdict.check_round(given, []) if each.code in {Code.SLIPPED_AGAIN, Code.EXEMPTION_EXPIRED}
        ]
        seen.append([(each.code.value, each.severity.value, each.settled) for each in told])
    assert seen == [
        [("R331", "info", "Vedtatt av styret.")],
        [("R331", "warning", ""), ("P423", "warning", "")],
    ]


def test_a_project_that_another_actor_reported_last_time_is_told_with_both_names():
    there = [a_project()]
    before, _ = collect(a_round(), registered(there), [a_submission(*there, actor="ks")])
    actors = (AskedActor("helse-vest", "Helse Vest RHF"), AskedActor("ks", "KS"))
    now, _ = collect(a_later_round(actors=actors), registered(there), [a_submission(*there)])

    found = [each for each in check_since_last(replace(now, previous=before)) if each.code is Code.ACTOR_CHANGED]

    assert [(each.facts["was"], each.facts["actor"], each.at.project) for each in found] == [
        ("KS", "Helse Vest RHF", "900")
    ]
    assert not [each for each in check_since_last(portfolio(there, there)) if each.code is Code.ACTOR_CHANGED]
