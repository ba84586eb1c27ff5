"""What is said of who handed in fits any number of actors, projects and candidates."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ehport.analysis.fact import Fact, Unit
from ehport.lang.language import Lang, Text
from ehport.report import handing_in

NAMES = {
    "actors": "actors.count",
    "expected": "round.actors.count",
    "portfolio": "submissions.portfolio.count",
    "candidates": "submissions.candidates.count",
    "others": "submissions.others.count",
    "projects": "projects.count",
    "active": "projects.active.count",
    "late": "late.count",
    "late_projects": "late.projects.count",
}


def counted(**numbers: int) -> Mapping[str, Fact]:
    return {fact: Fact(fact, numbers.get(name, 0), Unit.COUNT, Text("", "")) for name, fact in NAMES.items()}


@pytest.mark.parametrize(
    ("numbers", "nb", "en"),
    [
        (
            {"actors": 8, "portfolio": 44, "candidates": 1},
            "åtte aktører om 44 prosjekter og én kandidat. ",
            "44 projects and one candidate. ",
        ),
        ({"actors": 1, "portfolio": 1}, "én aktør om ett prosjekt. ", "one actor on one project. "),
        (
            {"actors": 2, "portfolio": 2, "candidates": 2, "others": 1},
            "to aktører om to prosjekter, to kandidater og ett annet prosjekt. ",
            "two actors on two projects, two candidates and one other project. ",
        ),
        ({"actors": 1}, "Innmeldinger fra én aktør. ", "Submissions from one actor. "),
    ],
)
def test_candidates_are_told_apart_from_projects(numbers: dict[str, int], nb: str, en: str) -> None:
    assert nb in handing_in.basis(counted(**numbers), Lang.NB)
    assert en in handing_in.basis(counted(**numbers), Lang.EN)


def test_where_nobody_handed_in_the_report_says_so() -> None:
    assert handing_in.basis(counted(), Lang.NB) == "Ingen aktører har levert i denne runden."


@pytest.mark.parametrize(
    ("active", "expected"),
    [
        (0, "Ingen prosjekter er aktive, og status og risiko er derfor ikke regnet ut."),
        (1, "Status og risiko gjelder det ene aktive prosjektet."),
        (2, "Status og risiko gjelder de to aktive prosjektene."),
        (24, "Status og risiko gjelder de 24 aktive prosjektene."),
    ],
)
def test_what_status_and_risk_cover_fits_any_number(active: int, expected: str) -> None:
    assert handing_in.of_active(counted(active=active), Lang.NB) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (
            {"late_projects": 0},
            "1 av 8 aktører har ikke levert i denne runden. Ingen prosjekter i porteføljen er berørt.",
        ),
        ({"late_projects": 1}, "For 1 av 45 prosjekter bygger rapporten derfor på innmeldingen fra forrige runde"),
        ({"late_projects": 1}, "Prosjektet er merket med ‡"),
        ({"late_projects": 2}, "Prosjektene er merket med ‡"),
    ],
)
def test_late_actors_are_told_with_as_many_projects_as_they_have(numbers: dict[str, int], expected: str) -> None:
    assert expected in handing_in.late(counted(late=1, expected=8, projects=45, **numbers), Lang.NB)
