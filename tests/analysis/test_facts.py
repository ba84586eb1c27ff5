from __future__ import annotations

import pytest

from ehport.analysis.facts import facts
from ehport.analysis.trace import told, trace
from ehport.lang.language import Lang
from tests.analysis.portfolios import an_empty_portfolio, the_facts, the_portfolio

HISTORY = [
    {"round": "2021-01", "name": "budget.total", "value": "20"},
    {"round": "2021-01", "name": "status.yellow.share", "value": "61"},
    {"round": "2021-01", "name": "no.such.figure", "value": "1"},
]
OFFICE = [
    {"name": "invoiced", "value": "35,7", "unit": "mill. kr", "meaning": "Fakturert"},
    {"name": "meeting", "value": "2021-03-24", "unit": "dato", "meaning": "Møtet"},
    {"name": "years", "value": "5", "unit": "år", "meaning": "Erfaring"},
    {"name": "note", "value": "30. april", "meaning": "Notat"},
    {"name": "shared", "value": "E-resept; HelseID", "meaning": "Løsninger"},
]


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("projects.count", "", "5"),
        ("projects.active.count", "", "4"),
        ("projects.paused.count", "Ordn", "Ett"),
        ("projects.names.leaving", "", "Team og Innsyn"),
        ("budget.total", "", "25,5"),
        ("budget.missing.count", "ordn", "ett"),
        ("budget.missing.names", "", "Kurve"),
        ("budget.next.total", "mill", "15"),
        ("next.projects.count", "", "5"),
        ("ending.names", "", "Logg"),
        ("status.green.count", "", "2"),
        ("status.green.share", "tall", "50"),
        ("status.green.amount", "", "13,5"),
        ("risk.red.names", "", "Kurve"),
        ("matrix.green.yellow.amount", "", "8"),
        ("actor.helse-vest.count", "", "3"),
        ("actor.helse-vest.budget", "", "25,5"),
        ("actor.oslo.budget", "", "–"),
        ("group.regionale-helseforetak.share", "tall", "100"),
        ("area.1.1.budget", "", "20"),
        ("strategic.2.next", "", "4"),
        ("project.10.status", "", "Gul"),
        ("project.13.budget", "", "2,1"),
        ("project.12.ends", "", "2023"),
        ("round.next_year", "", "2022"),
        ("round.month", "", "april 2021"),
        ("ends.2021.count", "", "1"),
        ("organisations.count", "", "2"),
        ("actor.helse-vest.share", "tall", "100"),
        ("area.1.1.share", "tall", "78"),
        ("area.all.budget", "", "25,5"),
        ("area.all.green.budget", "", "13,5"),
        ("strategic.all.next.missing.count", "", "1"),
        ("strategies.lower.count", "", "2"),
        ("status.rated.share", "tall", "100"),
        ("status.rated.amount", "", "25,5"),
        ("matrix.rated.count", "", "4"),
        ("matrix.green.yellow.amount_share", "tall", "31"),
        ("project.10.financing", "", "20"),
        ("submissions.helse-vest.count", "", "6"),
        ("projects.not_handed_in.count", "", "0"),
    ],
)
def test_a_name_gives_the_number_in_the_form_asked_for(name: str, form: str, expected: str) -> None:
    assert the_facts()[name].printed(Lang.NB, form) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("previous.budget.total", "20"),
        ("change.budget.total", "5,5"),
        ("change.status.yellow.share", "−36"),
        ("office.invoiced", "35,7"),
        ("office.meeting", "24. mars 2021"),
        ("office.years", "5"),
        ("office.note", "30. april"),
        ("office.shared", "E-resept og HelseID"),
    ],
)
def test_the_office_adds_figures_of_its_own_and_of_the_previous_round(name: str, expected: str) -> None:
    known = facts(the_portfolio(key_figures=HISTORY, office_facts=OFFICE))

    assert known[name].printed(Lang.NB) == expected
    assert "previous.no.such.figure" not in known


def test_a_sum_is_traced_to_the_cells_it_adds_up() -> None:
    rows = trace(the_facts(), "budget.total")

    assert [(each.file, each.sheet, each.text, each.value) for each in rows] == [
        ("helse-vest.xlsx", "10 Prosjekt 10", "12", "12000"),
        ("helse-vest.xlsx", "11 Prosjekt 11", "8", "8000"),
        ("helse-vest.xlsx", "14 Prosjekt 14", "5,5", "5500"),
    ]


def test_an_adjusted_value_is_traced_to_both_cells_and_the_reason() -> None:
    adjusted = {"project": "12", "field": "risk", "value": "Gul", "reason": "Avtalt på møtet"}
    submitted, replaced = trace(facts(the_portfolio(adjustments=[adjusted])), "project.12.risk")

    assert (submitted.file, submitted.text, submitted.value) == ("helse-vest.xlsx", "Rød", "red")
    assert (replaced.file, replaced.value, replaced.adjustment) == ("register.xlsx", "yellow", "Avtalt på møtet")


def test_a_share_is_traced_to_all_projects_it_is_a_share_of() -> None:
    known = the_facts()

    assert [each.value for each in trace(known, "status.red.count")] == ["red"]
    assert [each.value for each in trace(known, "status.red.share")] == ["red", "yellow", "green", "green"]


def test_deliverables_are_counted_by_the_time_they_have_or_lack() -> None:
    listed = [
        {"name": "Pilot", "planned": "03.2021"},
        {"name": "Avtale", "planned": "02.2021 (utført)"},
        {"name": "Innføring", "planned": "2021"},
        {"name": "Opplæring", "planned": "Q3 2022"},
        {"name": "Utvidelse", "planned": ""},
    ]
    known = facts(the_portfolio({"10": {"deliverables": listed}}))
    measures = ("count", "delivered", "overdue", "coming")

    def counted(when: str) -> list[object]:
        return [known[f"deliverables.{when}.{measure}"].value for measure in measures]

    assert counted("2021.q1") == [2, 1, 1, 0]
    assert counted("2021.year") == [1, 0, 0, 1]
    assert counted("2021") == [3, 1, 1, 1]
    assert counted("2022") == [1, 0, 0, 1]
    assert counted("undated") == [1, 0, 0, 1]
    assert [each.text for each in known["deliverables.2021.overdue"].sources] == ["03.2021"]
    assert known["deliverables.coming.count"].value == 3


def test_quality_is_traced_to_the_cells_that_it_counts() -> None:
    known = facts(the_portfolio({"10": {"phase": "Xyz", "total_cost": "ca 12"}}))

    assert ("10 Prosjekt 10", "Xyz") in [(each.sheet, each.text) for each in known["quality.unread.count"].sources]
    assert "ca 12" in [each.text for each in known["quality.helse-vest.reserved.count"].sources]
    assert len(known["quality.answered.count"].sources) == known["quality.answered.count"].value


def test_every_count_of_what_was_handed_in_leads_to_cells() -> None:
    known = the_facts()
    handed_in = ("actors.", "submissions.", "quality.")

    sources = [each for name, fact in known.items() if name.startswith(handed_in) for each in fact.sources]

    assert sources
    assert all(each.sheet and each.cell for each in sources)


def test_a_count_of_projects_is_traced_to_their_states_in_the_register() -> None:
    rows = trace(the_facts(), "projects.count")

    assert [each.value for each in rows] == ["active", "active", "active", "paused", "new"]
    assert {each.file for each in rows} == {"register.xlsx"}


def test_every_fact_can_be_printed_and_explained_in_both_languages() -> None:
    known = facts(the_portfolio(key_figures=HISTORY, office_facts=OFFICE))

    for name, fact in known.items():
        assert fact.name == name
        assert "{" not in fact.rule[Lang.NB] + fact.rule[Lang.EN]
        assert all(isinstance(fact.printed(lang), str) for lang in Lang)


def test_a_cell_is_told_as_typed_and_as_read_with_the_reason_that_it_replaces_another() -> None:
    adjusted = {"project": "10", "field": "budget_year", "value": "12,5", "reason": "Avtalt på møtet"}
    known = facts(the_portfolio({"10": {"budget": "ca 12"}}, adjustments=[adjusted]))

    lines = [told(each, Lang.NB).partition(": ")[2] for each in known["project.10.budget"].sources]

    assert lines == ["«ca 12», lest som 12 mill. kr", "«12,5», lest som 12,5 mill. kr (justert: Avtalt på møtet)"]
    assert told(known["project.10.budget"].sources[0], Lang.EN).endswith("«ca 12», read as NOK 12 million")
    assert told(known["project.10.status"].sources[0], Lang.NB).endswith(": «Gul»")


def test_an_empty_portfolio_has_counts_of_zero() -> None:
    known = facts(an_empty_portfolio())

    assert known["projects.count"].value == 0
    assert known["budget.total"].printed(Lang.NB) == "0"


def test_two_figures_of_the_office_with_one_name_are_the_first_of_them() -> None:
    twice = [{"name": "years", "value": each, "meaning": "Erfaring"} for each in ("5", "6")]

    assert facts(the_portfolio(office_facts=twice))["office.years"].value == 5
