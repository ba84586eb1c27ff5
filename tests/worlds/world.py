"""A world: everything that a round is made from, in plain values that know nothing of how the program computes.

Amounts are whole thousand kroner, times are (year, month), and what nobody gave is ``None``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

RED, YELLOW, GREEN = "Rød", "Gul", "Grønn"
RATINGS = (RED, YELLOW, GREEN)
NEW, ACTIVE, PAUSED, LEAVING, COMPLETED, CANDIDATE = "Ny", "Aktiv", "Pauset", "Går ut", "Ferdigstilt", "Kandidat"
STATES = (NEW, ACTIVE, PAUSED, LEAVING, COMPLETED, CANDIDATE)
STRATEGY = {"1": "Digitalisering av arbeidsprosesser", "2": "Bedre sammenheng i pasientforløp", "5": "Felles grunnmur"}
AREAS = {
    "1.1": "Modernisere journalløsninger",
    "1.2": "",
    "2.1": "Sikre ansvarsoverganger",
    "2.2": "Dele legemiddelopplysninger",
    "5.1": "Felles byggeklosser",
}
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of the register; one that is an actor sends a workbook under its code."""

    name: str
    short: str
    group: str
    actor: str


ORGANISATIONS = (
    Organisation("Helse Vest RHF", "Helse Vest", "Regionale helseforetak", "helse-vest"),
    Organisation("Helse Nord RHF", "Helse Nord", "Regionale helseforetak", "helse-nord"),
    Organisation("Helsedirektoratet", "Hdir", "Statlige virksomheter", "helsedirektoratet"),
    Organisation("Folkehelseinstituttet", "FHI", "Statlige virksomheter", "folkehelseinstituttet"),
    Organisation("Kommunesektorens organisasjon", "KS", "Kommunal sektor", "ks"),
    Organisation("Norsk helsenett SF", "NHN", "Andre", "norsk-helsenett"),
    Organisation("Oslo kommune", "Oslo", "Kommunal sektor", ""),
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A deliverable: what, when it is planned, and the state that the form's drop-down says."""

    name: str
    planned: Month | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A dependency: on whom or which project, how critical, when due, and how it stands."""

    on: str
    criticality: str = ""
    due: Month | None = None
    status: str = ""
    project: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project as the register lists it and, where it ``is_sent``, as its actor describes it."""

    id: str
    name: str
    responsible: str
    state: str
    sender: str = ""
    registered_area: str | None = None
    area: str | None = None
    status: str | None = None
    risk: str | None = None
    money: Mapping[int, int | None] = field(default_factory=dict)
    sources: int = 1
    total_cost: int | None = None
    ends: Month | None = None
    phase: str = ""
    phase_ends: Month | None = None
    relevance: Mapping[str, str] = field(default_factory=dict)
    deliverables: tuple[Delivery, ...] = ()
    needs: tuple[Need, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    of_register: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_sent(self) -> bool:
        """Tell whether an actor describes it."""
        return bool(self.sender)

    @property
    def is_counted(self) -> bool:
        """Tell whether it is one of the portfolio's."""
        return self.state in (NEW, ACTIVE, PAUSED)

    @property
    def is_active(self) -> bool:
        """Tell whether its ratings and money count."""
        return self.state in (NEW, ACTIVE)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A value that the office put in place of a submitted one; ``value`` as it is typed."""

    project: str
    field: str
    value: str
    agreed_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One round with all that lies in its folder, and the world of the round before."""

    id: str
    cutoff: date
    budget_year: int
    projects: tuple[Project, ...] = ()
    actors: tuple[Organisation, ...] = ()
    silent: frozenset[str] = frozenset()
    late: tuple[str, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    sheets: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    chapters: Mapping[str, str] = field(default_factory=dict)
    before: World | None = None

    @property
    def rounds(self) -> tuple[World, ...]:
        """All rounds up to this one, oldest first."""
        return (*(self.before.rounds if self.before else ()), self)

    def project(self, number: str) -> Project | None:
        """Return a project by its number."""
        return next((each for each in self.projects if each.id == number), None)

    def short_name(self, organisation: str) -> str:
        """Return what an organisation is called for short."""
        return next((each.short for each in ORGANISATIONS if each.name == organisation), organisation)


def adjusted(world: World, project: Project) -> Project:
    """Return a project as the report is to use it: with the office's values in the place of the actor's."""
    known = project
    for each in world.adjustments:
        if each.project == project.id:
            known = _with(known, each, world.budget_year)
    return known


def _with(project: Project, adjustment: Adjustment, budget_year: int) -> Project:
    if adjustment.field in ("status", "risk"):
        return replace(project, **{adjustment.field: adjustment.value})
    if adjustment.field == "focus_area":
        return replace(project, area=adjustment.value)
    years = {"budget_year": budget_year, "next_year": budget_year + 1}
    year, amount = years[adjustment.field], round(float(adjustment.value.replace(",", ".")) * 1000)
    return replace(project, money={**project.money, year: amount})
