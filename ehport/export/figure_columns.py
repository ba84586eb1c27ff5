"""What the columns of the figures' numbers mean: of which type, in which unit, and what each says of its row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.analysis.fact import Unit
from ehport.export.table import TYPES, ColumnTerms, Type
from ehport.form.vocabulary import Term
from ehport.lang.language import Text


@dataclass(frozen=True, slots=True)
class FigureMeasure:
    """A column of a figure's numbers; words have no unit."""

    label: Text
    meaning: Text
    type: Type = Type.INTEGER
    unit: Unit | None = Unit.COUNT


def _word(label: Text, meaning: Text) -> FigureMeasure:
    return FigureMeasure(label, meaning, Type.TEXT, None)


def _money(label: Text, meaning: Text) -> FigureMeasure:
    return FigureMeasure(label, meaning, unit=Unit.TKR)


def _share(label: Text, meaning: Text) -> FigureMeasure:
    return FigureMeasure(label, meaning, unit=Unit.PERCENT)


_STATUS = Text("Den samlede vurderingen av prosjektene i raden", "The overall rating of the row's projects")
_SHARE = Text("Andel av prosjektene; tom når den ikke er kjent", "Share of the projects; empty when it is not known")

MEASURES: Mapping[str, FigureMeasure] = {
    "project": _word(Text("Prosjekt", "Project"), Text("Prosjektets nummer", "The project's number")),
    "organisation": _word(
        Text("Virksomhet", "Organisation"), Text("Virksomheten som er ansvarlig", "The organisation responsible")
    ),
    "group": _word(Text("Kostnadsgruppe", "Cost group"), Text("Virksomhetens gruppe", "The organisation's group")),
    "strategic_area": _word(Text("Strategiområde", "Strategic area"), Text("Områdets nummer", "The area's number")),
    "focus_area": _word(Text("Innsatsområde", "Focus area"), Text("Områdets nummer", "The area's number")),
    "segment": _word(
        Text("Segment", "Segment"),
        Text("Prosjektets segment; tom når det ikke er plassert", "The project's segment; empty when it is not placed"),
    ),
    "rating": _word(Text("Vurdering", "Rating"), Text("Status eller risiko, etter figuren", "Status or risk")),
    "status": _word(Text("Status", "Status"), _STATUS),
    "risk": _word(Text("Risiko", "Risk"), Text("Risikoen til prosjektene i raden", "The risk of the row's projects")),
    "needs": _word(Text("Trenger", "Needs"), Text("Prosjektet som trenger et annet", "The project that needs another")),
    "needed": _word(Text("Trengs", "Needed"), Text("Prosjektet som trengs", "The project that is needed")),
    "party": _word(
        Text("Annen part", "Other party"),
        Text("Den som trengs, når det ikke er et prosjekt", "Who is needed, when it is no project"),
    ),
    "criticality": _word(
        Text("Kritikalitet", "Criticality"), Text("Hvor viktig avhengigheten er", "How much depends on it")
    ),
    "due": _word(Text("Frist", "Due"), Text("Tid i EDTF (ISO 8601-2)", "Time in EDTF (ISO 8601-2)")),
    "is_overdue": FigureMeasure(
        Text("Over fristen", "Overdue"),
        Text("Fristen var ute før rundens dato", "The time was out before the round's day"),
        Type.TRUTH,
        None,
    ),
    "solution": _word(
        Text("Nasjonal løsning", "National solution"), Text("Løsningen anslaget gjelder", "What the estimate is for")
    ),
    "effect": _word(Text("Påvirkning", "Effect"), Text("Hva endringen kommer av", "What the change comes from")),
    "year": FigureMeasure(Text("År", "Year"), Text("Året raden gjelder", "The year of the row"), Type.YEAR, Unit.YEAR),
    "quarter": FigureMeasure(
        Text("Kvartal", "Quarter"),
        Text("1 til 4; tom når bare året er meldt", "1 to 4; empty when only the year is reported"),
        unit=Unit.NUMBER,
    ),
    "projects": FigureMeasure(Text("Prosjekter", "Projects"), Text("Antall prosjekter", "The number of projects")),
    "red": FigureMeasure(Text("Røde", "Red"), Text("Antall med rød status", "How many have red status")),
    "yellow": FigureMeasure(Text("Gule", "Yellow"), Text("Antall med gul status", "How many have yellow status")),
    "green": FigureMeasure(Text("Grønne", "Green"), Text("Antall med grønn status", "How many have green status")),
    "paused": FigureMeasure(Text("Pausede", "Paused"), Text("Antall på pause", "How many are paused")),
    "without_amount": FigureMeasure(
        Text("Uten beløp", "Without an amount"),
        Text("Antall som ikke har oppgitt budsjett", "How many give no budget"),
    ),
    "share": _share(
        Text("Andel", "Share"), Text("Andel av de vurderte prosjektene", "The share of the projects with a rating")
    ),
    "budget_year": FigureMeasure(
        Text("Budsjettår", "Budget year"),
        Text("Året budsjettet gjelder; tom når budsjettet ikke er kjent", "The year of the budget; empty if unknown"),
        Type.YEAR,
        Unit.YEAR,
    ),
    "budget": _money(Text("Budsjett", "Budget"), Text("Budsjettet i budsjettåret", "The budget of the budget year")),
    "budget_share": _share(
        Text("Andel av budsjettet", "Share of the budget"),
        Text("Andel av de vurderte prosjektenes budsjett", "The share of the budget of the projects with a rating"),
    ),
    "previous_share": _share(
        Text("Andel sist", "Share before"),
        Text("Andelen i forrige runde; tom når den ikke ble trykt", "The share in the round before; empty if unknown"),
    ),
    "next_budget": _money(
        Text("Budsjett neste år", "Budget next year"),
        Text("Budsjettet i året etter", "The budget of the year after"),
    ),
    "next_projects": FigureMeasure(
        Text("Prosjekter neste år", "Projects next year"),
        Text("Antall som ventes neste år", "How many are expected next year"),
    ),
    "next_without_amount": FigureMeasure(
        Text("Uten beløp neste år", "Without an amount next year"),
        Text("Antall av dem som ikke har oppgitt budsjett", "How many of them give no budget"),
    ),
    "deliverable": _word(Text("Leveranse", "Deliverable"), Text("Leveransens kode og navn", "Its code and name")),
    "planned": _word(Text("Planlagt", "Planned"), Text("Tid i EDTF (ISO 8601-2)", "Time in EDTF (ISO 8601-2)")),
    "first_planned": _word(
        Text("Først planlagt", "First planned"),
        Text("Tiden i den første runden, når den er senere nå", "The time in the first round, when it is later now"),
    ),
    "is_delivered": FigureMeasure(
        Text("Er levert", "Is delivered"), Text("Meldt levert", "Reported delivered"), Type.TRUTH, None
    ),
    "deliverables": FigureMeasure(Text("Leveranser", "Deliverables"), Text("Antall leveranser", "The number of them")),
    "delivered": FigureMeasure(Text("Levert", "Delivered"), Text("Antall som er levert", "How many are delivered")),
    "overdue": FigureMeasure(
        Text("Forsinket", "Overdue"),
        Text("Antall som var ventet før rundens dato", "How many were due before the round's day"),
    ),
    "estimated": _money(Text("Anslått", "Estimated"), Text("Anslaget i registeret", "The register's estimate")),
    "reported": _money(Text("Meldt", "Reported"), Text("Det prosjektene melder", "What projects report")),
    "amount": _money(Text("Beløp", "Amount"), Text("Anslått endring i kostnad", "The estimated change in cost")),
    "round": _word(Text("Runde", "Round"), Text("Runden raden gjelder", "The round of the row")),
    "before": _word(
        Text("Før", "Before"), Text("Hvor prosjektene sto i forrige runde", "Where the projects stood before")
    ),
    "now": _word(Text("Nå", "Now"), Text("Hvor prosjektene står i denne runden", "Where the projects stand now")),
    "step": _word(Text("Steg", "Step"), Text("Hvorfor budsjettet er endret", "Why the budget has changed")),
    "difference": _money(
        Text("Forskjell", "Difference"),
        Text("Virkningen på budsjettet i alt", "The effect on the total budget"),
    ),
    "red_share": _share(Text("Andel røde", "Share of red"), _SHARE),
    "yellow_share": _share(Text("Andel gule", "Share of yellow"), _SHARE),
    "green_share": _share(Text("Andel grønne", "Share of green"), _SHARE),
    "is_comparable": FigureMeasure(
        Text("Sammenlignbart", "Comparable"),
        Text("Tallene er regnet som i denne runden", "The figures are computed as in this round"),
        Type.TRUTH,
        None,
    ),
}

COLUMNS = ColumnTerms("figure_column", tuple(Term(name, each.label, each.meaning) for name, each in MEASURES.items()))
VALUE_TYPES = ColumnTerms(
    "value_type",
    tuple(
        Term(each.value, label, label)
        for each, label in TYPES.items()
        if each in {measure.type for measure in MEASURES.values()}
    ),
)
