"""A municipality's portfolio: its own areas and codes, by settings alone, from the form to the data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ehport.analysis.facts import facts
from ehport.diagnostics.code import Code
from ehport.diagnostics.wording import remedy
from ehport.export.vocabulary_tables import focus_areas
from ehport.form.answers import from_record
from ehport.form.project import Project
from ehport.lang.language import Lang
from ehport.model.round import FILE, AskedActor, Round
from ehport.model.round_text import round_text
from ehport.rounds.find import find_round
from ehport.rounds.read import RoundRead, read_round
from ehport.workbook.form_book import write_form
from ehport.workbook.register_book import write_register
from tests.builders import SOUND, a_portfolio, a_register, a_round

STRATEGY = {"A": "Bedre tjenester", "B": "Grønnere by"}
AREAS = {"A1": "Skole", "A2": "Helse og omsorg", "A10": "Kultur", "B-vei": "Sykkel og gange", "7.4": "Beredskap"}
OFFICE = AskedActor("skole", "Oppvekstetaten")
BUDGETS = {"OPP-2024-001": ("A1", 12), "10234": ("A10", 7), "SYKKEL": ("B-vei Sykkel og gange", 5)}


def the_round(home: Path) -> Round:
    folder = home / "submissions" / "2021-04"
    return a_round(folder=folder, previous="", strategic_areas=STRATEGY, focus_areas=AREAS, actors=(OFFICE,))


def built(home: Path, **changed: str) -> RoundRead:
    """Return a round read whose three projects are written to its form."""
    round_ = the_round(home)
    (round_.folder / "editorial").mkdir(parents=True)
    (round_.folder / FILE).write_text(round_text(round_), "utf-8")
    records = [
        {
            **SOUND,
            "id": number,
            "name": f"Prosjekt {number}",
            "focus_area": area,
            "relevance": {area.split()[0]: "H"},
            "foundation_cost": "2",
            "financing": [{"source": "Egne midler", "amounts": {"2021": str(money)}}],
            "financing_total": None,
            **changed,
        }
        for number, (area, money) in BUDGETS.items()
    ]
    write_form(round_.folder / OFFICE.file, round_, OFFICE, [from_record(each, Project, 2021) for each in records])
    listed = [
        {
            "id": number,
            "name": f"Prosjekt {number}",
            "responsible": "Oppvekstetaten",
            "area": area.split()[0],
            "state": "Aktiv",
        }
        for number, (area, _) in BUDGETS.items()
    ]
    write_register(round_.folder / "register.xlsx", {"projects": listed}, round_id=round_.id)
    return read_round(find_round(home, round_.id))


def test_areas_and_codes_of_any_kind_go_from_the_form_to_the_numbers_and_the_data(tmp_path: Path) -> None:
    read = built(tmp_path)

    wrong = {each.code for each in read.diagnostics}
    found = facts(read.portfolio)

    assert not wrong & {Code.NOT_A_PROJECT_NUMBER, Code.UNKNOWN_AREA, Code.ID_UNKNOWN, Code.OTHER_AREA}
    assert Code.FOUNDATION_WITHOUT_AREA not in wrong
    areas = {each.id: each.area.value for each in read.portfolio.members if each.entry}
    assert areas == {"OPP-2024-001": "A1", "10234": "A10", "SYKKEL": "B-vei"}
    assert {code: found[f"strategic.{code}.budget"].value for code in STRATEGY} == {"A": 19_000, "B": 5_000}
    table = focus_areas(read.round, ())
    assert {row[0]: row[2] for row in table.rows} == {"A1": "A", "A2": "A", "A10": "A", "B-vei": "B", "7.4": "7"}


@pytest.mark.parametrize("area", ["A3", "C", "Skole", "1.1"])
def test_an_area_that_the_round_does_not_have_is_refused(area: str, tmp_path: Path) -> None:
    read = built(tmp_path, focus_area=area)

    told = [each for each in read.diagnostics if each.code is Code.UNKNOWN_AREA]
    assert len(told) == len(BUDGETS)
    assert "for eksempel A1" in remedy(told[0], Lang.NB)


def test_a_round_without_projects_has_nothing_in_its_areas() -> None:
    found = facts(a_portfolio(register=a_register(projects=[{"id": "900", "state": "Går ut"}])))

    assert found["strategic.1.count"].value == 0


def test_a_focus_area_belongs_to_the_longest_code_that_it_begins_with() -> None:
    round_ = replace(a_round(), strategic_areas={"1": "", "10": "", "A": "", "AB": ""}, focus_areas={})

    of = {area: round_.strategic_of(area) for area in ("1.2", "10.2", "A4", "AB4", "2.1")}

    assert of == {"1.2": "1", "10.2": "10", "A4": "A", "AB4": "AB", "2.1": "2"}
