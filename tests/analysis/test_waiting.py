from __future__ import annotations

from typing import Any

import pytest

from ehport.analysis.facts import facts
from ehport.analysis.summary import summarise
from ehport.analysis.waiting import WaitingMap
from tests.analysis.portfolios import the_portfolio

NORWAY = {"name": "Norsk helsenett", "short_name": "Norsk helsenett", "group": "Andre", "aliases": "NHN"}


def waiting(*, sheets: dict[str, Any] | None = None, **by_project: list[dict[str, Any]]) -> WaitingMap:
    changes = {name.removeprefix("of_"): {"dependencies": given} for name, given in by_project.items()}
    return summarise(the_portfolio(changes, **(sheets or {}))).waiting


def names(found: WaitingMap) -> dict[str, list[str]]:
    return {each.name: [wait.project for wait in each.waits] for each in found.every}


def test_a_party_that_two_projects_name_is_of_the_map_and_one_that_one_names_is_only_counted() -> None:
    found = waiting(of_10=[{"on": "HOD"}, {"on": "Leverandøren"}], of_11=[{"on": "HOD"}])

    assert names(found) == {"HOD": ["10", "11"]}
    assert [each.on for each in found.alone] == ["Leverandøren"]


@pytest.mark.parametrize(
    "others",
    [
        ["EPJ-leverandørene", "EPJ leverandører"],
        ["Epj-leverandører, fastleger mv.", "Kommuner/EPJ-leverandør"],
        ["NAV og EPJ-leverandører", "EPJ–leverandører – innføring"],
    ],
)
def test_a_party_is_one_however_it_is_written(others: list[str]) -> None:
    found = waiting(of_10=[{"on": others[0]}], of_11=[{"on": others[1]}])

    assert list(names(found).values()) == [["10", "11"]]


def test_an_organisation_of_the_register_and_a_national_solution_go_by_their_own_names() -> None:
    found = waiting(
        sheets={"organisations": (NORWAY,)},
        of_10=[{"on": "NHN – HelseID-løsningen"}],
        of_11=[{"on": "Norsk Helsenett (drift)"}],
        of_12=[{"on": "helseid"}],
    )

    assert names(found) == {"HelseID": ["10", "12"], "Norsk helsenett": ["10", "11"]}


def test_a_short_form_that_somebody_explains_is_the_same_party() -> None:
    found = waiting(of_10=[{"on": "Sentral forskrivningsmodul (SFM)"}], of_11=[{"on": "SFM"}])

    assert names(found) == {"Sentral forskrivningsmodul": ["10", "11"]}


def test_a_short_form_is_that_of_the_name_before_it_and_of_the_register_where_that_has_it() -> None:
    listed = waiting(of_10=[{"on": "NAV og Sentral forskrivningsmodul (SFM)"}], of_11=[{"on": "SFM"}])
    known = waiting(sheets={"organisations": (NORWAY,)}, of_10=[{"on": "Norsk helsenett (HN)"}], of_11=[{"on": "HN"}])

    assert names(listed) == {"Sentral forskrivningsmodul": ["10", "11"]}
    assert names(known) == {"Norsk helsenett": ["10", "11"]}


def test_a_project_of_the_register_is_awaited_by_number_or_name_and_is_no_party() -> None:
    found = waiting(of_10=[{"on": "Kurve i Oslo"}], of_11=[{"on": "Kurve"}, {"on": "14", "project": "14"}])

    assert [(each.project, [wait.project for wait in each.waits]) for each in found.every] == [
        ("12", ["10", "11"]),
        ("14", ["11"]),
    ]


@pytest.mark.parametrize("due", ["03.2021 (levert)", "Lukket", "Utgår"])
def test_nobody_waits_for_what_has_come_or_will_not(due: str) -> None:
    assert waiting(of_10=[{"on": "Logg", "due": due}]).every == ()


def test_a_wait_is_red_when_it_is_reported_red_or_the_project_needed_is() -> None:
    found = waiting(
        of_10=[{"on": "Kurve", "status": "Grønn"}, {"on": "Logg", "status": "Rød"}, {"on": "Register"}],
    )

    assert {each.project: [wait.is_red for wait in each.waits] for each in found.every} == {
        "12": [True],
        "11": [True],
        "14": [False],
    }


def test_a_wait_for_several_things_is_overdue_when_one_of_them_is() -> None:
    found = waiting(of_10=[{"on": "Logg", "due": "12.2021"}, {"on": "Logg", "due": "03.2021"}])

    (awaited,) = found.every
    assert [wait.is_overdue for wait in awaited.waits] == [True]
    assert [need.is_overdue for need in awaited.waits[0].needs] == [False, True]


def test_what_there_is_no_room_for_is_left_out_by_how_few_wait_for_it() -> None:
    parties = [{"on": f"Part {'abcdefghijklmnop'[n]}"} for n in range(14)]
    found = waiting(of_10=parties, of_11=parties, of_12=parties[12:])

    assert {each.name for each in found.left_out} == {"Part k", "Part l"}
    assert [len(each.waits) for each in found.shown] == [3, 3] + [2] * 10


def test_the_facts_count_what_the_map_shows() -> None:
    changes = {"10": {"dependencies": [{"on": "Kurve", "due": "03.2021"}, {"on": "HOD"}, {"on": "DIPS"}]}}
    changes["11"] = {"dependencies": [{"on": "HOD"}]}

    known = facts(the_portfolio(changes))

    assert {name: fact.value for name, fact in known.items() if name.startswith(("waiting.", "party."))} == {
        "waiting.projects.count": 2,
        "waiting.count": 3,
        "waiting.red.count": 1,
        "waiting.overdue.count": 1,
        "waiting.left_out.count": 0,
        "waiting.parties.count": 1,
        "waiting.alone.count": 1,
        "waiting.urgent.count": 1,
        "party.hod.awaited_by.count": 2,
    }
    assert known["project.12.awaited_by.count"].value == 1
    assert [cell.text for cell in known["party.hod.awaited_by.count"].sources] == ["HOD", "HOD"]


def test_what_is_red_or_overdue_is_listed_once_the_red_first_even_when_nobody_else_waits_for_it() -> None:
    found = waiting(
        of_10=[{"on": "DIPS og NAV", "due": "03.2021"}, {"on": "Leverandøren", "status": "Rød"}],
        of_11=[{"on": "DIPS"}, {"on": "NAV"}, {"on": "Kurve", "due": "03.2021"}],
    )

    assert [(each.project, each.on, each.is_red, each.is_overdue) for each in found.urgent] == [
        ("10", "Leverandøren", True, False),
        ("11", "Kurve", True, True),
        ("10", "DIPS og NAV", False, True),
    ]


def test_a_project_that_has_left_is_a_party_like_any_other() -> None:
    former = {"id": "160", "name": "Innsynslogg", "state": "Ferdigstilt", "last_round": "2020-09"}
    named = [{"on": "Innsynslogg"}]

    both = waiting(sheets={"former_projects": [former]}, of_10=named, of_11=named)
    one = waiting(sheets={"former_projects": [former]}, of_10=[*named, {"on": "Prosjekt 160", "project": "160"}])

    assert [(each.project, each.name, len(each.waits)) for each in both.every] == [("", "Innsynslogg", 2)]
    assert [each.on for each in one.alone] == ["Innsynslogg", "Prosjekt 160"]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["EPJ leverandørene i sykehus, fastlege", "EPJ-leverandører"], {"EPJ-leverandører"}),
        (["Kommune", "Kommunene"], {"Kommune", "Kommunene"}),
        (["eHelse", "eHelse i kommunene"], {"eHelse"}),
        (["Lege og pasient", "Lege og pasient"], {"Lege og pasient"}),
        (["Fastleger og NAV", "NAV"], {"NAV"}),
        (["Forum for data i helse", "Forum for data i helse"], {"Forum for data i helse"}),
    ],
)
def test_a_name_is_matched_whole_before_its_parts_and_never_cut(others: list[str], expected: set[str]) -> None:
    found = waiting(of_10=[{"on": others[0]}], of_11=[{"on": others[1]}])

    ((name, projects),) = names(found).items()
    assert projects == ["10", "11"]
    assert name in expected


def test_a_name_inside_another_word_is_not_that_name() -> None:
    found = waiting(of_10=[{"on": "Ehelseforum"}], of_11=[{"on": "eHelse"}], of_12=[{"on": "Kommunesektoren"}])

    assert names(found) == {}
    assert len(found.alone) == 3
