"""Rules between a project and the rest of the portfolio."""

from __future__ import annotations

from typing import Any

import pytest

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.lang.language import Text
from ehport.model.submission import Entry
from ehport.rules.rules import check_portfolio
from tests.builders import a_portfolio, a_project, a_register, codes

OTHER = {"id": "901", "name": "FRESK"}


def found(*projects: Entry[Any], others: tuple[dict[str, str], ...] = (), **own: str) -> list[Diagnostic]:
    register = a_register(projects=[{"id": "900", **own}, *others])
    return list(check_portfolio(a_portfolio(*projects, register=register)))


def waiting(on: str = "Innføring av Arena (FRESK)", **more: str) -> Entry[Any]:
    return a_project(dependencies=[{"on": on, **more}])


def test_a_project_that_is_as_the_register_has_it_gives_nothing() -> None:
    assert codes(found(a_project())) == []


@pytest.mark.parametrize("name", ["felles LOGG", "Felles logg (PFS-21)", "11 Felles logg", "Felles  logg"])
def test_case_spaces_and_own_numbers_are_no_other_name(name: str) -> None:
    assert codes(found(a_project(name=name))) == []


def test_an_earlier_name_is_a_known_name() -> None:
    assert codes(found(a_project(name="Innsynslogg"), aliases="Innsynslogg; 77")) == []


@pytest.mark.parametrize("name", ["Felles loggløsning", "Felles logg for alle", "Felles-logg 2"])
def test_a_name_that_is_recognisable_is_a_note(name: str) -> None:
    assert codes(found(a_project(name=name))) == ["P415 name"]


def test_a_name_that_is_another_is_a_warning() -> None:
    assert codes(found(a_project(name="Digital timebestilling"))) == ["P405 name"]


def test_a_project_without_a_number_is_recognised_by_its_name() -> None:
    assert codes(found(a_project(id=""))) == ["P404 id"]


def test_the_responsible_may_go_by_any_of_its_names() -> None:
    assert codes(found(a_project(responsible="Helse Vest"))) == []
    assert codes(found(a_project(responsible="Helse Bergen HF"))) == ["P411 responsible"]


def test_an_area_that_is_not_the_registers_is_told() -> None:
    assert codes(found(a_project(), area="2.1")) == ["P413 focus_area"]


def test_a_paused_project_has_no_colour() -> None:
    assert codes(found(a_project(), state="Pauset")) == ["P412 status"]
    assert codes(found(a_project(status=""), state="Pauset")) == []


@pytest.mark.parametrize(("state", "expected"), [
    ("Pauset", ["P406 dependencies.on"]),
    ("Går ut", ["P407 dependencies.on"]),
    ("Ferdigstilt", ["P407 dependencies.on"]),
    ("Kandidat", []),
])  # fmt: skip
def test_the_state_of_a_project_that_is_waited_for_is_told(state: str, expected: list[str]) -> None:
    told = [each for each in found(waiting(), others=({**OTHER, "state": state},)) if each.at.project == "900"]
    assert codes(told) == expected


def test_waiting_for_a_red_project_that_does_not_know_is_told_once_for_each() -> None:
    rows = [{"on": "FRESK"}, {"on": "Arena", "project": "901"}]
    red = a_project(**OTHER, status="Rød")
    told = found(a_project(dependencies=rows), red, others=(OTHER,))
    assert codes(told) == ["P408 dependencies.on", "P414 dependencies.on"]
    assert told[0].found == "FRESK"


def test_a_project_that_names_the_other_back_knows() -> None:
    back = a_project(**OTHER, dependencies=[{"on": "Felles logg"}])
    assert codes(found(waiting(), back, others=(OTHER,))) == []


@pytest.mark.parametrize("on", ["Fresken i rådhuset", "Alfresko", "Norsk helsenett"])
def test_a_name_counts_only_as_whole_words(on: str) -> None:
    assert codes(found(waiting(on), a_project(**OTHER), others=(OTHER,))) == []


def test_a_project_does_not_wait_for_itself() -> None:
    assert codes(found(waiting("Felles logg"))) == []


def test_a_deadline_before_the_other_side_ends_is_told_with_its_end() -> None:
    slow = a_project(**OTHER, ends="12.2024", dependencies=[{"on": "Felles logg"}])
    (told,) = found(waiting(due="06.2022"), slow, others=(OTHER,))
    assert codes([told]) == ["P410 dependencies.due"]
    assert (told.found, told.facts["ends"]) == ("06.2022", "12.2024")
    assert codes(found(waiting(due="12.2024"), slow, others=(OTHER,))) == []
    assert codes(found(waiting(due="Løpende"), slow, others=(OTHER,))) == []


def test_a_project_that_is_waited_for_is_found_by_an_earlier_number_and_an_earlier_name() -> None:
    other = {**OTHER, "aliases": "Regional logistikk; 77", "state": "Pauset"}
    assert codes(found(waiting("Et annet prosjekt", project="77"), others=(other,)))[0] == "P406 dependencies.on"
    assert codes(found(waiting("Regional logistikk"), others=(other,)))[0] == "P406 dependencies.on"


FORMER = {"id": "801", "name": "Regional logistikk", "state": "Ferdigstilt", "last_round": "2021-01", "aliases": "81"}


def among_former(*rows: dict[str, str], **former: str) -> list[Diagnostic]:
    register = a_register(former_projects=[{**FORMER, **former}])
    return list(check_portfolio(a_portfolio(a_project(dependencies=list(rows)), register=register)))


@pytest.mark.parametrize("row", [
    {"on": "Innføring av Regional logistikk"},
    {"on": "Et annet prosjekt", "project": "801"},
    {"on": "Et annet prosjekt", "project": "81"},
])  # fmt: skip
def test_waiting_for_a_project_that_left_in_an_earlier_round_is_told_with_when(row: dict[str, str]) -> None:
    (told,) = among_former(row)
    assert (codes([told]), told.facts["id"]) == (["P407 dependencies.on"], "801")
    assert told.facts["fate"] == Text("ble ferdigstilt i runde 2021-01", "was completed in round 2021-01")


def test_what_a_former_project_delivered_is_not_waited_for() -> None:
    assert among_former({"on": "Regional logistikk", "due": "Levert"}) == []


def test_a_former_project_is_told_once_however_many_rows_name_it() -> None:
    assert codes(among_former({"on": "Regional logistikk"}, {"on": "x", "project": "801"}, state="Går ut")) == [
        "P407 dependencies.on"
    ]


def test_a_number_that_leads_nowhere_is_told() -> None:
    assert codes(found(waiting("Et annet prosjekt", project="999"))) == ["P409 dependencies.project"]
