"""A portfolio small enough to add up by hand.

| project | state     | organisation | area | status | risk   | 2021 | 2022 | ends    |
|---------|-----------|--------------|------|--------|--------|------|------|---------|
| 10      | active    | Helse Vest   | 1.1  | yellow | yellow | 12   | 8    | 12.2022 |
| 11      | active    | Helse Vest   | 1.1  | green  | yellow | 8    | –    | 06.2021 |
| 12      | active    | Oslo         | 2.1  | red    | red    | –    | –    | 2023    |
| 13      | paused    | Oslo         | 2.1  | (green)| (green)| 2,1  | 4    | 12.2023 |
| 14      | new       | Helse Vest   | 2.1  | green  | green  | 5,5  | 4    | –       |
| 15      | leaving   | Oslo         |      |        |        |      |      |         |
| 16      | completed | Oslo         |      |        |        |      |      |         |
| 17      | candidate | Oslo         | 1.1  | green  | green  | –    | 3    | 12.2027 |
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ehport.analysis.fact import Fact
from ehport.analysis.facts import facts
from ehport.analysis.summary import Summary, summarise
from ehport.form.project import Project
from ehport.form.register import Register
from ehport.model.portfolio import Portfolio, collect
from ehport.model.submission import Entry
from tests import builders

_VEST, _OSLO = "Helse Vest RHF", "Oslo kommune"
_ORGANISATIONS = (
    {"name": _OSLO, "short_name": "Oslo", "group": "Andre"},
    {**builders.ORGANISATION},
)
_STATES = (
    ("10", "Journal", _VEST, "Aktiv"),
    ("11", "Logg", _VEST, "Aktiv"),
    ("12", "Kurve", _OSLO, "Aktiv"),
    ("13", "Førerett", _OSLO, "Pauset"),
    ("14", "Register", _VEST, "Ny"),
    ("15", "Team", _OSLO, "Går ut"),
    ("16", "Innsyn", _OSLO, "Ferdigstilt"),
    ("17", "Institusjon", _OSLO, "Kandidat"),
)
_SUBMITTED: tuple[dict[str, Any], ...] = (
    {"id": "10", "status": "Gul", "risk": "Gul", "budget": "12", "next": "8", "ends": "12.2022"},
    {"id": "11", "status": "Grønn", "risk": "Gul", "budget": "8", "ends": "06.2021"},
    {"id": "12", "status": "Rød", "risk": "Rød", "ends": "2023", "focus_area": "2.1"},
    {"id": "13", "budget": "2,1", "next": "4", "ends": "12.2023", "focus_area": "2.1"},
    {"id": "14", "budget": "5,5", "next": "4", "ends": "", "focus_area": "2.1"},
    {"id": "17", "next": "3", "ends": "12.2027"},
)


def a_submitted(changes: dict[str, Any]) -> Entry[Project]:
    """Return a project with one source of financing, without anything else that is counted."""
    given = dict(changes)
    amounts = {"2021": given.pop("budget", ""), "2022": given.pop("next", "")}
    plain: dict[str, Any] = {
        "name": f"Prosjekt {given['id']}",
        "financing": [{"source": "Eieren", "amounts": amounts}],
        "financing_total": {},
        "deliverables": [],
        "dependencies": [],
        "relevance": {},
    }
    return builders.a_project(**{**plain, **given})


def the_register(**sheets: Any) -> Entry[Register]:
    """Return the register of the small portfolio, with further sheets; ``projects`` are further facts by number."""
    changes = sheets.pop("projects", {})
    projects = [
        {"id": number, "name": name, "responsible": responsible, "area": "", "state": state, **changes.get(number, {})}
        for number, name, responsible, state in _STATES
    ]
    return builders.a_register(
        **{"projects": [*projects, {"id": "900", "state": "Kandidat"}], "organisations": _ORGANISATIONS, **sheets}
    )


def the_portfolio(changes: dict[str, dict[str, Any]] | None = None, **sheets: Any) -> Portfolio:
    """Return the small portfolio; ``changes`` are further answers by project, ``sheets`` those of the register."""
    projects = [a_submitted({**each, **(changes or {}).get(each["id"], {})}) for each in _SUBMITTED]
    round_ = builders.a_round(strategic_areas={"1": "Arbeidsprosesser", "2": "Pasientforløp"})
    register = _without_the_sound_one(the_register(**sheets))
    return collect(round_, register, [builders.a_submission(*projects)])[0]


@cache
def the_summary() -> Summary:
    """Return the results of the small portfolio as it stands."""
    return summarise(the_portfolio())


@cache
def the_facts() -> Mapping[str, Fact]:
    """Return the facts of the small portfolio as it stands."""
    return facts(the_portfolio())


def an_empty_portfolio() -> Portfolio:
    """Return a portfolio without projects."""
    return collect(builders.a_round(), Entry(Register(), ""), [])[0]


def _without_the_sound_one(register: Entry[Register]) -> Entry[Register]:
    projects = tuple(each for each in register.rows["projects"] if each.record.id != "900")
    return Entry(
        register.record, register.sheet, register.cells, register.places, {**register.rows, "projects": projects}
    )
