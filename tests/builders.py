"""Small things for tests, with everything filled in that the test does not speak of.

Answers are given as they are typed, in the shape of a record that fills a workbook; a term stands for its label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.actor import Actor
from ehport.form.answers import Row, from_record
from ehport.form.field import answers, fields_of, lists
from ehport.form.project import Project
from ehport.form.register import Register
from ehport.form.vocabulary import Vocabulary
from ehport.model.portfolio import Portfolio, collect
from ehport.model.round import AskedActor, Publication, Round
from ehport.model.submission import Cell, Entry, Submission

SOUND: Mapping[str, Any] = {
    "id": "900",
    "name": "Felles logg",
    "responsible": "Helse Vest RHF",
    "revised": "april 2021",
    "purpose": "Én logg for innsyn i hvem som har lest en journal.",
    "total_cost": "24",
    "deliverables": [{"name": "Pilot i Bergen", "planned": "09.2021"}],
    "relevance": {"1.1": "H"},
    "focus_area": "1.1",
    "project_model": "Ja",
    "several_phases": "Nei",
    "phase": "Gjennomføring",
    "phase_ends": "12.2021",
    "ends": "12.2022",
    "financing": [{"source": "Helse Vest", "amounts": {"2020": "4", "2021": "12", "2022": "8"}}],
    "financing_total": {"2020": "4", "2021": "12", "2022": "8"},
    "risk": "Grønn",
    "status": "Grønn",
    "dependencies": [
        {"on": "Leverandøren", "category": "1", "criticality": "Middels", "due": "12.2021", "status": "Gul"}
    ],
}
SOUND_NATIONAL: Mapping[str, Any] = {
    "criterion_digital": "Ja",
    "criterion_digital_reason": "Uten en felles digital logg får ingen innsyn.",
    "criterion_coordination": "Ja",
    "criterion_coordination_reason": "Sykehus og kommuner må ta loggen i bruk samtidig.",
    "segment": "Samstyre",
}
REGISTERED: Mapping[str, str] = {
    "id": "900",
    "name": "Felles logg",
    "responsible": "Helse Vest RHF",
    "area": "1.1",
    "state": "Aktiv",
}
ACTOR_SHEET = "Aktør"
ORGANISATION: Mapping[str, str] = {
    "name": "Helse Vest RHF",
    "short_name": "Helse Vest",
    "group": "Regionale helseforetak",
    "actor": "helse-vest",
}


def a_round(**changes: Any) -> Round:
    """Return the round of April 2021 with one actor."""
    given: dict[str, Any] = {
        "folder": Path("2021-04"),
        "id": "2021-04",
        "title": "Nasjonal e-helseportefølje",
        "cutoff": date(2021, 4, 16),
        "published": "2021-05",
        "budget_year": 2021,
        "previous": "2021-01",
        "form": "1",
        "publication": Publication(),
        "strategic_areas": {"1": "Digitalisering av arbeidsprosesser"},
        "focus_areas": {"1.1": "Modernisere journal- og samhandlingsløsninger", "2.1": ""},
        "actors": (AskedActor("helse-vest", "Helse Vest RHF"),),
    }
    return Round(**{**given, **changes})


def a_later_round(**changes: Any) -> Round:
    """Return the round of September 2021, whose form asks for the national portfolio too."""
    return a_round(**{"id": "2021-09", "cutoff": date(2021, 9, 15), "previous": "2021-04", **changes})


def a_project(**changes: Any) -> Entry[Project]:
    """Return a project's entry; an empty text leaves an answer out."""
    return project_of({**SOUND, **changes})


def project_of(record: Mapping[str, Any], budget_year: int = 2021) -> Entry[Project]:
    """Return a record of texts as a project's entry, read as a workbook's cells are."""
    found = from_record({name: _typed(value) for name, value in record.items()}, Project, budget_year)
    sheet = " ".join(filter(None, [found.texts.get("id"), found.texts.get("name")]))
    return entry_of(Project, found.texts, found.rows, sheet)


def a_submission(*projects: Entry[Project], actor: str = "helse-vest") -> Submission:
    """Return what an actor handed in."""
    own = an_actor(id=actor, name=actor)
    return Submission(Path(f"{actor}.xlsx"), "2021-04", own, projects or (a_project(),))


def an_actor(**answers: str) -> Entry[Actor]:
    """Return what an actor says about itself."""
    return entry_of(Actor, answers, {}, ACTOR_SHEET)


def a_register(**sheets: Iterable[Mapping[str, Any]]) -> Entry[Register]:
    """Return a register; a project of the same number as the sound one replaces what it says."""
    projects = {"900": REGISTERED}
    for row in sheets.pop("projects", ()):
        projects[row["id"]] = {**(REGISTERED if row["id"] == "900" else {**REGISTERED, "name": ""}), **row}
    rows: dict[str, Any] = {"projects": projects.values(), "organisations": (ORGANISATION,), **sheets}
    typed = {name: tuple(_typed(dict(row)) for row in given) for name, given in rows.items()}
    return entry_of(Register, {}, typed, "")


def a_portfolio(*projects: Entry[Project], register: Entry[Register] | None = None) -> Portfolio:
    """Return a portfolio of one actor's projects."""
    return collect(a_round(), register or a_register(), [a_submission(*projects)])[0]


def _typed(value: Any) -> Any:
    if isinstance(value, Vocabulary):
        return value.label.nb
    if isinstance(value, Mapping):
        return {name: _typed(each) for name, each in value.items()}
    return [_typed(each) for each in value] if isinstance(value, (list, tuple)) else value


def entry_of(record: type, texts: Mapping[str, str], rows: Mapping[str, Iterable[Row]], sheet: str) -> Entry[Any]:
    """Return texts and rows of texts as the entry of a record, read as a workbook's cells are."""
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    places = {each.name: f"C{number}" for number, each in enumerate(fields_of(record), 1)}
    for each in answers(fields_of(record)):
        if text := texts.get(each.name):
            reading = each.one.parse(text)
            values[each.name] = reading.value
            cells[each.name] = Cell(sheet, places[each.name], text, reading.flags)
    listed: dict[str, tuple[Entry[Any], ...]] = {}
    for each in lists(fields_of(record)):
        entries = tuple(
            _row(each.rows.record, row, sheet, f"{each.name}{n}") for n, row in enumerate(rows.get(each.name, ()), 1)
        )
        listed[each.name] = entries
        records = tuple(entry.record for entry in entries)
        values[each.name] = (records[0] if records else None) if each.rows.single else records
    return Entry(record(**values), sheet, cells, places, listed)


def _row(record: type, texts: Mapping[str, str], sheet: str, name: str) -> Entry[Any]:
    entry = entry_of(record, texts, {}, sheet)
    cells = {each: Cell(sheet, f"{name}-{cell.address}", cell.text, cell.flags) for each, cell in entry.cells.items()}
    return Entry(entry.record, sheet, cells, {each: f"{name}-{place}" for each, place in entry.places.items()})


def codes(found: Iterable[Diagnostic]) -> list[str]:
    """Return diagnostics as ``CODE field``, in order."""
    return [f"{each.code.value} {each.at.field}" for each in found]
