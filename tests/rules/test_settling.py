"""What the office has dealt with, and how much a fault weighs where the report does not use the answer."""

from __future__ import annotations

from typing import Any

import pytest

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.severity import Severity
from ehport.lang.language import same
from ehport.model.portfolio import Portfolio
from ehport.rules import verdict
from tests.builders import a_portfolio, a_project, a_register, codes

SHEET = "900 Felles logg"


def portfolio(state: str = "Aktiv", *, project: Any = None, **sheets: Any) -> Portfolio:
    register = a_register(projects=[{"id": "900", "state": state}], **sheets)
    return a_portfolio(project or a_project(status=""), register=register)


def fault(field: str, code: Code = Code.NOT_A_RATING) -> Diagnostic:
    at = Location("helse-vest.xlsx", SHEET, "C9", "900", "Felles logg", field)
    return Diagnostic(code, at, {"label": same(field), "counted": True}, "Lilla")


def adjustment(field: str, value: str) -> dict[str, str]:
    return {"project": "900", "field": field, "value": value, "reason": "Avtalt."}


def exemption(code: str = "C217", project: str = "900", field: str = "", last: str = "2021-09") -> dict[str, str]:
    return {"code": code, "project": project, "field": field, "reason": "Kjent.", "last_round": last}


def settled(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(each.code.value, each.settled) for each in found]


def test_an_adjusted_field_is_settled_with_the_reason_of_the_office() -> None:
    found = verdict.check_round(portfolio(adjustments=[adjustment("status", "Gul")]), [fault("status"), fault("risk")])
    assert [(each.settled, each.severity) for each in found] == [("Avtalt.", Severity.INFO), ("", Severity.ERROR)]


def test_an_adjusted_budget_settles_all_money_of_the_year() -> None:
    given = portfolio(
        adjustments=[adjustment("budget_year", "16,6")], project=a_project(financing=[], financing_total={})
    )
    read = [
        fault("financing.budget_year", Code.LOOKS_LIKE_KRONER),
        fault("financing.next_year", Code.LOOKS_LIKE_KRONER),
    ]
    found = [each for each in verdict.check_round(given, read) if each.code in {Code.LOOKS_LIKE_KRONER, Code.NO_BUDGET}]
    assert [(codes([each]), each.settled) for each in found] == [
        (["C209 financing.budget_year"], "Avtalt."),
        (["C209 financing.next_year"], ""),
        (["R312 financing_total.budget_year"], "Avtalt."),
    ]


def test_an_exemption_settles_its_code_in_its_project_until_its_last_round() -> None:
    found = verdict.check_round(portfolio(exemptions=[exemption()]), [fault("status")])
    assert [(each.settled, each.code) for each in found] == [("Kjent.", Code.NOT_A_RATING)]


def test_an_exemption_of_a_field_leaves_other_fields_alone() -> None:
    found = verdict.check_round(portfolio(exemptions=[exemption(field="risk")]), [fault("status"), fault("risk")])
    assert [each.settled for each in found] == ["", "Kjent."]


def test_an_exemption_that_is_out_of_date_settles_nothing_and_is_told() -> None:
    found = verdict.check_round(portfolio(exemptions=[exemption(last="2021-01")]), [fault("status")])
    assert [(each.code, each.settled) for each in found] == [(Code.NOT_A_RATING, ""), (Code.EXEMPTION_EXPIRED, "")]


def test_an_exemption_without_a_last_round_settles_nothing_and_only_its_empty_cell_is_told() -> None:
    found = verdict.check_round(portfolio(exemptions=[exemption(last="")]), [fault("status")])
    assert [(each.code, each.settled) for each in found] == [(Code.NOT_A_RATING, "")]


def test_exemptions_that_cover_nothing_or_name_the_unknown_are_told() -> None:
    listed = [exemption("R302"), exemption("R999"), exemption(project="999")]
    found = verdict.check_round(portfolio(exemptions=listed), [])
    assert [each.code.value for each in found] == ["P422", "P424", "P424"]


def test_an_exemption_of_a_note_settles_it_and_is_not_unused() -> None:
    found = verdict.check_round(portfolio(exemptions=[exemption("c222 ")]), [fault("status", Code.FOOTNOTE)])
    assert settled(found) == [("C222", "Kjent.")]


def test_an_exemption_may_name_a_list_or_a_period_of_money() -> None:
    read = [fault("financing.next_year", Code.AMOUNT_RANGE), fault("financing.budget_year", Code.AMOUNT_RANGE)]
    of_list = verdict.check_round(portfolio(exemptions=[exemption("C211", field="financing")]), read)
    of_year = verdict.check_round(portfolio(exemptions=[exemption("C211", field="next_year")]), read)
    assert [reason for _, reason in settled(of_list)] == ["Kjent.", "Kjent."]
    assert [reason for _, reason in settled(of_year)] == ["Kjent.", ""]


def test_an_exemption_of_an_answer_does_not_cover_a_column_of_the_same_name() -> None:
    found = verdict.check_round(portfolio(exemptions=[exemption(field="status")]), [fault("dependencies.status")])
    assert settled(found) == [("C217", ""), ("P422", "")]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("Risiko", "risk"),
        ("Totalbudsjett", "total_cost"),
        ("Budsjett 2022", "financing_total.next_year"),
        ("Finansieringskilder", "financing.next_year"),
        ("Finansieringskilder: 2022", "financing.next_year"),
        ("dependencies: due", "dependencies.due"),
        ("Tilstand", "state"),
    ],
)
def test_an_exemption_may_name_a_field_as_the_form_does(typed: str, field: str) -> None:
    found = verdict.check_round(portfolio(exemptions=[exemption(field=typed)]), [fault(field), fault("status")])
    assert {each.at.field: each.settled for each in found} == {field: "Kjent.", "status": ""}


def test_an_exemption_without_a_project_covers_what_belongs_to_none() -> None:
    missing = [Diagnostic(Code.ACTOR_MISSING, Location(f"{name}.xlsx"), {}) for name in ("ks", "fhi")]
    given = portfolio(exemptions=[exemption("F118", "", "ks.xlsx")], project=a_project())
    assert settled(verdict.check_round(given, missing)) == [("F118", "Kjent."), ("F118", "")]
    given = portfolio(exemptions=[exemption("F118", "")], project=a_project())
    assert settled(verdict.check_round(given, missing)) == [("F118", "Kjent."), ("F118", "Kjent.")]


def test_a_project_that_the_register_does_not_have_may_be_exempt_from_being_unknown() -> None:
    register = a_register(exemptions=[exemption("P402", "999")])
    found = verdict.check_round(a_portfolio(a_project(), a_project(id="999", name="Annet"), register=register), [])
    assert settled(found) == [("P402", "Kjent.")]


@pytest.mark.parametrize(("field", "code"), [("staus", "P424"), ("status.frist", "P424"), ("Totalkostnad", "P422")])
def test_an_exemption_of_a_field_that_does_not_exist_is_told(field: str, code: str) -> None:
    found = verdict.check_round(portfolio(exemptions=[exemption("R302", field=field)], project=a_project()), [])
    assert settled(found) == [(code, "")]


def test_an_exemption_that_was_renewed_is_not_told_as_expired_but_as_unused() -> None:
    listed = [exemption(last="2021-01"), exemption(last="2021-09")]
    found = verdict.check_round(portfolio(exemptions=listed), [fault("status")])
    assert settled(found) == [("C217", "Kjent."), ("P422", "")]


def test_what_is_told_about_the_chapters_is_settled_with_them() -> None:
    told = [Diagnostic(Code.EDITORIAL_MISSING, Location(f"editorial/{name}.md"), {}) for name in ("02", "03")]
    given = portfolio(exemptions=[exemption("P444", "", "02.md"), exemption("P441", "")], project=a_project())
    assert settled(verdict.check_chapters(given, told)) == [("P444", "Kjent."), ("P444", ""), ("P422", "")]
    assert verdict.check_round(given, []) == ()


def test_a_fault_in_an_answer_of_a_paused_project_is_no_error() -> None:
    (found,) = verdict.check_round(portfolio("Pauset"), [fault("status")])
    assert found.severity is Severity.WARNING


def test_next_years_money_of_a_candidate_counts_and_its_colour_does_not() -> None:
    read = [fault("status"), fault("financing.next_year", Code.AMOUNT_RANGE)]
    project = a_project(financing=[], financing_total={"2021": "24"})
    found = verdict.check_round(portfolio("Kandidat", project=project), read)
    assert [each.severity for each in found if each.found == "Lilla"] == [Severity.WARNING, Severity.ERROR]


def test_a_source_that_cannot_be_read_is_no_error_when_the_stated_total_can() -> None:
    sources = [{"source": "Drift", "amounts": {"2021": "0, 5 mill"}}]
    project = a_project(status="", financing=sources, financing_total={"2021": "24"})
    (found,) = verdict.check_round(portfolio(project=project), [fault("financing.budget_year", Code.NOT_AN_AMOUNT)])
    assert found.severity is Severity.WARNING


def test_a_missing_number_is_told_once_when_the_name_is_known() -> None:
    project = a_project(id="")
    at = Location("helse-vest.xlsx", "Felles logg", "C5", field="id")
    read = [Diagnostic(Code.NUMBER_TO_COME, at, {"label": same("Nummer"), "counted": True, "how": ""})]
    found = verdict.check_round(portfolio(project=project), read)
    assert [(each.code, each.at.project) for each in found] == [(Code.ID_MISSING, "900")]


def test_diagnostics_stand_under_the_number_of_the_register() -> None:
    at = Location("helse-vest.xlsx", "ID 900 Felles logg", "C5", "ID 900", field="status")
    given = portfolio(project=a_project(id="ID 900", status=""))
    (found,) = verdict.check_round(given, [Diagnostic(Code.FOOTNOTE, at, {"label": same("Status")})])
    assert found.at.project == "900"
