"""Every claim of a headline is found untrue in a world that does not bear it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.worlds.claims import known, untrue
from tests.worlds.truth import Truth
from tests.worlds.world import ACTIVE, GREEN, ORGANISATIONS, RED, YELLOW, Delivery, Project, World

VEST, NORD, HDIR, *_ = ORGANISATIONS


def a_project(number: int, **facts: object) -> Project:
    given = {"responsible": VEST.name, "area": "1.1", "status": GREEN, "risk": GREEN, "ends": (2022, 5)}
    money = {2021: 1000, 2022: 2000}
    shown = {"id": f"{number}", "name": f"P{number}", "state": ACTIVE, "sender": VEST.actor, "money": money}
    return Project(**{**shown, **given, **facts})


FIRST = World(
    id="2021-04",
    cutoff=date(2021, 4, 16),
    budget_year=2021,
    actors=(VEST, NORD),
    projects=(a_project(1), a_project(2, status=YELLOW), a_project(3, state="Kandidat", risk=RED)),
)
WORLD = replace(
    FIRST,
    id="2021-09",
    cutoff=date(2021, 9, 17),
    before=FIRST,
    projects=(
        a_project(1, status=RED, deliverables=(Delivery("Pilot", (2021, 1)), Delivery("Kurs", (2022, 1), "Levert"))),
        a_project(2, status=RED, risk=YELLOW, responsible=NORD.name, area="2.1", money={2021: 3000, 2022: 500}),
        a_project(3, state="Kandidat", risk=GREEN),
        a_project(4, status=YELLOW, ends=None, money={2021: 0}),
    ),
)

CLAIMS = (
    ("Helse Nord har det største budsjettet: 75 prosent av pengene",
     "Helse Vest har det største budsjettet: 25 prosent av pengene"),
    ("Helse Nord har mer enn halvparten av budsjettet", "Helse Vest har mer enn halvparten av budsjettet"),
    ("2 virksomheter har 3 prosjekter", "Helse Vest er ansvarlig for hele porteføljen"),
    ("Mest penger går til innsatsområde 2.1 Sikre ansvarsoverganger: 75 prosent av budsjettet",
     "Hele budsjettet går til innsatsområde 2.1 Sikre ansvarsoverganger"),
    ("Rød status er vanligst: 67 prosent av prosjektene", "Gul status er vanligst: 33 prosent av prosjektene"),
    ("Rød status er vanligst, og andelen har økt fra 0 til 67 prosent siden april 2021",
     "Rød status er vanligst, men andelen har gått ned fra 0 til 67 prosent siden april 2021"),
    ("To prosjekter har fått dårligere overordnet status",
     "Ett prosjekt har fått dårligere overordnet status, og ett bedre"),
    ("Ett prosjekt har fått dårligere risiko", "Ett prosjekt har fått bedre risiko"),
    ("Andelen med grønn risiko har gått ned fra 100 til 67 prosent siden april 2021",
     "Andelen med grønn risiko har økt fra 100 til 67 prosent siden april 2021"),
    ("To prosjekter slutter i 2022, og ett har ingen fast slutt", "To prosjekter slutter i 2022"),
    ("Én av to leveranser skulle vært levert, men er ikke meldt levert",
     "Én av to leveranser er meldt levert, og ingen av de andre har passert planlagt tid"),
    ("Budsjettet er 2,0 mill. kr høyere enn i april 2021; størst utslag gir økt budsjett (+2,0)",
     "Budsjettet er 2,0 mill. kr lavere enn i april 2021; størst utslag gir økt budsjett (+2,0)"),
    ("Budsjettet for 2022 er lavere enn for 2021 på ett av to strategiområder",
     "Budsjettet for 2022 er lavere enn for 2021 på alle strategiområder"),
    ("75 prosent av pengene ligger i prosjekter med rød status og gul risiko",
     "Alle tre aktive prosjekter har rød status og gul risiko"),
    ("«Modernisere journalløsninger» har flest leveranser: 2 av 2",
     "«Sikre ansvarsoverganger» har flest leveranser: 2 av 2"),
)  # fmt: skip


@pytest.mark.parametrize(("true", "false"), CLAIMS)
def test_a_headline_is_held_to_what_the_world_bears(true: str, false: str):
    assert all(map(known, (true, false)))
    assert untrue(true, Truth(WORLD)) == ""
    assert false in untrue(false, Truth(WORLD))
