"""The tables of the chapters, by the names that editorial text places them with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ehport.analysis.summary import Summary
from ehport.lang.language import Text
from ehport.report.table import Content, Table
from ehport.report.tables import (
    baseline,
    changes,
    criteria,
    dependencies,
    exits,
    movements,
    next_year,
    operations,
    quality,
    ratings,
    reconciliation,
    roadmap,
    segments,
    submissions,
    waiting,
)
from ehport.report.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Declared:
    """A table: its title, which may name this year and the next, and what fills it."""

    title: Text
    fill: Callable[[Summary, Typesetter], Content]


TABLES: Mapping[str, Declared] = {
    "entered-left": Declared(
        Text("Hva som har skjedd med porteføljen", "What happened to the portfolio"), changes.entered_left
    ),
    "changes": Declared(
        Text("Viktige endringer, prosjekt for prosjekt", "Important changes, project by project"),
        changes.changes,
    ),
    "unexplained": Declared(
        Text("Endret vurdering med uendret begrunnelse", "Ratings changed with the reason unchanged"),
        changes.unexplained,
    ),
    "slips": Declared(
        Text("Utsatt eller dyrere siden forrige runde", "Postponed or more expensive since the previous round"),
        changes.slips,
    ),
    "new": Declared(Text("Nye prosjekter", "New projects"), movements.new),
    "paused": Declared(Text("Prosjekter på pause", "Paused projects"), movements.paused),
    "leaving": Declared(
        Text("Prosjekter som går ut av porteføljen", "Projects that leave the portfolio"), movements.leaving
    ),
    "red-status": Declared(
        Text(
            "Prosjekter med rød status, med aktørens begrunnelse",
            "Projects with red status, with the actor's reason",
        ),
        ratings.red_status,
    ),
    "red-risk": Declared(
        Text(
            "Prosjekter med rød risiko, med aktørens beskrivelse",
            "Projects with red risk, with the actor's description",
        ),
        ratings.red_risk,
    ),
    "troubled-dependencies": Declared(
        Text(
            "Avhengigheter av prosjekter som er røde, pauset eller på vei ut",
            "Dependencies on projects that are red, paused or leaving",
        ),
        dependencies.troubled,
    ),
    "urgent-dependencies": Declared(
        Text(
            "Avhengigheter som er røde, eller der fristen er passert",
            "Dependencies that are red or overdue",
        ),
        waiting.urgent,
    ),
    "baseline": Declared(
        Text("Slutt og totalkostnad: først planlagt og nå", "End and total cost: first planned and now"),
        baseline.baseline,
    ),
    "exits": Declared(
        Text("Prosjekter som gikk ut i tidligere runder", "Projects that left in earlier rounds"), exits.exits
    ),
    "candidates": Declared(Text("Prosjektkandidater", "Candidates"), movements.candidates),
    "ending": Declared(Text("Prosjekter som slutter i {year}", "Projects that end in {year}"), next_year.ending),
    "without-next-year": Declared(
        Text("Prosjekter uten budsjett for {next}", "Projects without a budget for {next}"),
        next_year.without_next_year,
    ),
    "completed": Declared(Text("Ferdigstilte prosjekter", "Completed projects"), movements.completed),
    "operations-solutions": Declared(
        Text(
            "Prosjekter som gjør nasjonale e-helseløsninger dyrere i drift",
            "Projects that raise the operating cost of national e-health solutions",
        ),
        operations.solutions,
    ),
    "operations-reported": Declared(
        Text(
            "Antatt årlige forvaltningskostnader etter avslutning, som prosjektene selv melder",
            "Expected yearly management cost after the end, as the projects report it",
        ),
        operations.reported,
    ),
    "reconciliation": Declared(
        Text(
            "Det prosjektene melder for de nasjonale løsningene, avstemt mot anslagene i registeret",
            "What projects report for the national solutions, against the register's estimates",
        ),
        reconciliation.reconciliation,
    ),
    "solutions-reported": Declared(
        Text(
            "Hva hvert prosjekt melder om de nasjonale løsningene",
            "What each project reports about the national solutions",
        ),
        reconciliation.solutions_reported,
    ),
    "criteria": Declared(
        Text("Prosjekter etter svar på inngangskriteriene", "Projects by answers to the entry criteria"),
        criteria.criteria,
    ),
    "criteria-not-met": Declared(
        Text(
            "Prosjekter som ikke fullt ut oppfyller begge kriteriene",
            "Projects that do not wholly meet both criteria",
        ),
        criteria.criteria_not_met,
    ),
    "segments": Declared(Text("Segmentene i porteføljen", "The segments of the portfolio"), segments.segments),
    "segment-views": Declared(
        Text(
            "Prosjekter etter kontorets plassering og aktørens vurdering",
            "Projects by the office's placing and the actor's view",
        ),
        segments.segment_views,
    ),
    "segment-differences": Declared(
        Text(
            "Prosjekter som kontor og aktør plasserer i ulike segmenter",
            "Projects that office and actor place in different segments",
        ),
        segments.segment_differences,
    ),
    "roadmap": Declared(
        Text(
            "Aktiviteter i veikartet, etter prosjektene som gjennomfører dem",
            "Activities of the roadmap, by the projects that carry them out",
        ),
        roadmap.roadmap,
    ),
    "adjustments": Declared(
        Text("Svar som porteføljekontoret har justert", "Answers that the portfolio office has adjusted"),
        quality.adjustments,
    ),
    "quality": Declared(
        Text("Hvor fullstendig aktørene har svart", "How completely the actors answered"), quality.quality
    ),
    "late": Declared(
        Text("Prosjekter som ikke er oppdatert i denne runden", "Projects not updated in this round"),
        submissions.late,
    ),
    "untouched": Declared(
        Text(
            "Prosjekter som ingen har gått gjennom siden forrige runde", "Projects nobody went through since last round"
        ),
        submissions.untouched,
    ),
}


def make_table(name: str, summary: Summary, setter: Typesetter) -> Table | None:
    """Return a table by its name, nothing when there is nothing to put in it.

    Raises `KeyError` when there is no table of the name.
    """
    declared = TABLES[name]
    columns, rows = declared.fill(summary, setter)
    if not rows:
        return None
    title = declared.title.format(year=summary.budget_year, next=summary.next_year.year)[setter.lang]
    return setter.explained(Table(name=name, title=title, columns=columns, rows=rows))
