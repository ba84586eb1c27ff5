"""The table of projects: what the register says, what counts in the report, and every single answer."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from ehport.export.columns import ExportedAnswer, facets_of, label_of
from ehport.export.published import Published
from ehport.export.table import ID, PROJECTS, ColumnUnit, ExportColumn, ExportTable, Facet, Type, columns_of, rows_of
from ehport.form.field import Field, field_of, fields_of
from ehport.form.project import Financing, Project
from ehport.form.register import RegisterProject
from ehport.lang.language import Lang, Text
from ehport.model.member import Member
from ehport.model.portfolio import PERIODS

_SUBMITTED = "submitted_"
_RATINGS = ("status", "risk")

_TITLE = Text("Prosjekter", "Projects")
_HELP = Text(
    "Ett prosjekt per rad: alle i registeret, også de som går ut og kandidatene. Rapportens antall prosjekter er "
    "radene med is_counted; budsjettet og fordelingen av status og risiko er radene med is_active. Et svar som "
    "kontoret har justert, står justert, med teksten slik den er skrevet ved siden av. Et prosjekt på pause har "
    "verken status eller risiko.",
    "One project a row: all in the register, also those leaving and the candidates. The report's number of projects "
    "is the rows with is_counted; its budget and its shares of status and risk are the rows with is_active. An "
    "answer that the office adjusted stands adjusted, with the text as typed beside it. A paused project has "
    "neither status nor risk.",
)
_MONEY_TITLE = Text("Finansiering: {period}", "Financing: {period}")
_MONEY_HELP = Text(
    "Pengene rapporten regner med, hele tusen kroner: summen av kildene, ellers summen slik den er meldt, justert "
    "der kontoret har gjort det.",
    "The money that the report counts, whole thousand kroner: the sum of the sources, else the total as stated, "
    "adjusted where the office did so.",
)
_SUBMITTED_TITLE = Text("{label} (meldt inn)", "{label} (submitted)")


_ORGANISATION = ExportColumn(name="organisation", type=Type.TEXT, title=Text("Virksomhet", "Organisation"))
_GROUP = ExportColumn(name="group", type=Type.TEXT, title=Text("Kostnadsgruppe", "Cost group"))
_ACTOR = ExportColumn(
    name="actor",
    type=Type.TEXT,
    title=Text("Aktør", "Actor"),
    help=Text("Den som meldte inn; tom når ingen gjorde det.", "Who handed in; empty when nobody did."),
)
_ROUND = ExportColumn(
    name="submitted_round",
    type=Type.TEXT,
    title=Text("Runden svarene er fra", "The round of the answers"),
    help=Text(
        "En tidligere runde når aktøren ikke meldte inn på nytt; tom når det ikke er noen svar.",
        "An earlier round when the actor did not hand in anew; empty when there are no answers.",
    ),
)
_IS_COUNTED = ExportColumn(
    name="is_counted",
    type=Type.TRUTH,
    title=Text("Teller som prosjekt", "Counts as a project"),
    help=Text("Aktiv, ny eller pauset.", "Active, new or paused."),
    always=True,
)
_IS_ACTIVE = ExportColumn(
    name="is_active",
    type=Type.TRUTH,
    title=Text("Penger og vurderinger teller", "Money and ratings count"),
    help=Text("Aktiv eller ny.", "Active or new."),
    always=True,
)
_IS_EXPECTED = ExportColumn(
    name="is_expected_next_year",
    type=Type.TRUTH,
    title=Text("Ventes neste år", "Expected next year"),
    help=Text(
        "Årets prosjekter uten dem som slutter, og med kandidatene.",
        "This year's projects without those that end, and with the candidates.",
    ),
    always=True,
)


def projects(published: Published) -> ExportTable:
    """Return the projects of the register, by number."""
    round_ = published.portfolio.round
    known = (
        *facets_of(fields_of(RegisterProject), _registered, round_.budget_year, typed=False),
        *_counting({each.id for each in published.summary.next_year.projects}),
        *(_money(name, round_.budget_year) for name in PERIODS),
    )
    taken = {each.column.name for each in known}
    asked = (_apart(each, taken) for each in fields_of(Project) if each.asked_in(round_.id))
    facets = (*known, *facets_of(asked, _answer, round_.budget_year))
    return ExportTable(
        name=PROJECTS,
        title=_TITLE,
        help=_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, published.portfolio.members),
        key=(ID,),
    )


def _registered(member: Member, field: Field) -> ExportedAnswer:
    return ExportedAnswer(member.state if field.name == "state" else getattr(member.register.record, field.name))


def _apart(field: Field, taken: Container[str]) -> Field:
    """Return a field of the form under a name of its own where the register has one of that name."""
    if field.name not in taken:
        return field
    label = Text(*(_SUBMITTED_TITLE[lang].format(label=field.label[lang]) for lang in Lang))
    return replace(field, name=_SUBMITTED + field.name, label=label)


def _answer(member: Member, field: Field) -> ExportedAnswer:
    name = field.name.removeprefix(_SUBMITTED)
    text = member.entry.text(name) if member.entry else ""
    if name != field.name:
        return ExportedAnswer(getattr(member.entry.record, name) if member.entry else None, text)
    # A paused project has no ratings, and the area may come from the register: the member knows.
    if name == "focus_area":
        return ExportedAnswer(member.area.value, text)
    if name in _RATINGS:
        return ExportedAnswer(getattr(member, name).value, text)
    return ExportedAnswer(member.known(name).value, text)


def _counting(expected: Container[str]) -> tuple[Facet[Member], ...]:
    return (
        Facet(_ORGANISATION, lambda member: member.organisation.short_name),
        Facet(_GROUP, lambda member: member.organisation.group),
        Facet(_ACTOR, lambda member: member.submission.actor_id if member.submission else None),
        Facet(_ROUND, lambda member: member.submission.round_id if member.submission else None),
        Facet(_IS_COUNTED, lambda member: member.is_counted),
        Facet(_IS_ACTIVE, lambda member: member.is_active),
        Facet(_IS_EXPECTED, lambda member: member.id in expected),
    )


def _money(period: str, budget_year: int) -> Facet[Member]:
    label = label_of(field_of(Financing, period), budget_year)
    title = Text(*(_MONEY_TITLE[lang].format(period=label[lang]) for lang in Lang))
    column = ExportColumn(name=period, type=Type.INTEGER, title=title, help=_MONEY_HELP, unit=ColumnUnit.TKR)
    return Facet(column, lambda member: member.amount(period).value)
