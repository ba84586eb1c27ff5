"""The office's register: one record per sheet, declared like the form."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.form.field import Rows, column, rows
from ehport.form.kinds import Amount, Choice, Day, FocusArea, Line, Number, ProjectId, Prose, RoundId, Year
from ehport.form.project import FROM_SEPTEMBER_2021
from ehport.form.vocabulary import Answer, ProjectState, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterProject:
    """One project in the register; its id is its identity, whatever the project is called."""

    id: str | None = column("Nummer", "Number", ProjectId(), required=True)
    name: str | None = column("Kortnavn", "Short name", Line(120), required=True)
    responsible: str | None = column("Ansvarlig virksomhet", "Responsible organisation", Line(120), required=True)
    area: str | None = column("Innsatsområde", "Focus area", FocusArea())
    state: ProjectState | None = column("Tilstand", "State", Choice(ProjectState), required=True)
    next_steps: str | None = column("Veien videre", "Next steps", Prose(600))
    description: str | None = column("Beskrivelse", "Description", Prose(800))
    result: str | None = column("Resultat", "Result", Prose(800))
    on_time: Answer | None = column("I tide", "On time", Choice(Answer))
    remaining: str | None = column("Gjenstår", "Remaining", Prose(600))
    paused_until: str | None = column("Pauset til", "Paused until", Line(40))
    segment: Segment | None = column("Segment", "Segment", Choice(Segment))
    aliases: str | None = column(
        "Tidligere navn og nummer",
        "Earlier names and numbers",
        Prose(600),
        help=("Skilt med semikolon.", "Separated by semicolons."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerProject:
    """A project that left the portfolio, as it was in its last round."""

    id: str | None = column("Nummer", "Number", ProjectId(), required=True)
    name: str | None = column("Kortnavn", "Short name", Line(120), required=True)
    responsible: str | None = column("Ansvarlig virksomhet", "Responsible organisation", Line(120))
    area: str | None = column("Innsatsområde", "Focus area", FocusArea())
    state: ProjectState | None = column(
        "Tilstand",
        "State",
        Choice(ProjectState),
        required=True,
        help=("Går ut eller Ferdigstilt.", "Går ut (leaving) or Ferdigstilt (completed)."),
    )
    last_round: str | None = column("Siste runde", "Last round", RoundId(), required=True)
    next_steps: str | None = column("Grunn og veien videre", "Reason and next steps", Prose(600))
    result: str | None = column("Resultat", "Result", Prose(800))
    aliases: str | None = column(
        "Tidligere navn og nummer",
        "Earlier names and numbers",
        Prose(600),
        help=("Skilt med semikolon.", "Separated by semicolons."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A submitted value that the office replaces by agreement; every adjustment is printed."""

    project: str | None = column("Nummer", "Number", ProjectId(), required=True)
    field: str | None = column("Felt", "Field", Line(60), required=True)
    value: str | None = column("Verdi", "Value", Line(200), required=True)
    reason: str | None = column("Begrunnelse", "Reason", Prose(600), required=True)
    agreed_with: str | None = column("Avtalt med", "Agreed with", Line(120))
    date: str | None = column("Dato", "Date", Day())


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A diagnostic that the office accepts for a project, until a round."""

    code: str | None = column("Kode", "Code", Line(4), required=True)
    project: str | None = column(
        "Nummer",
        "Number",
        ProjectId(),
        help=(
            "Prosjektets nummer; tomt for en melding som ikke hører til noe prosjekt.",
            "The project's number; empty for a diagnostic that belongs to no project.",
        ),
    )
    field: str | None = column(
        "Felt",
        "Field",
        Line(60),
        help=(
            "Bare når unntaket gjelder ett felt, for eksempel status, eller én fil, for eksempel ks.xlsx.",
            "Only when the exemption is of one field, for example status, or of one file, for example ks.xlsx.",
        ),
    )
    reason: str | None = column("Begrunnelse", "Reason", Prose(600), required=True)
    last_round: str | None = column("Gjelder til og med runde", "Valid up to round", RoundId(), required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that is responsible for projects, sends a workbook, or both."""

    name: str | None = column("Virksomhet", "Organisation", Line(120), required=True)
    short_name: str | None = column("Kortnavn", "Short name", Line(60), required=True)
    group: str | None = column("Kostnadsgruppe", "Cost group", Line(60), required=True)
    actor: str | None = column(
        "Aktørkode",
        "Actor code",
        Line(60),
        help=(
            "Navnet på arbeidsboken uten .xlsx; tomt når virksomheten ikke melder inn selv.",
            "The workbook's name without .xlsx; empty when others report for it.",
        ),
    )
    aliases: str | None = column(
        "Andre navn", "Other names", Prose(400), help=("Skilt med semikolon.", "Separated by semicolons.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionUse:
    """A project that makes national solutions dearer to operate."""

    project: str | None = column("Nummer", "Number", ProjectId(), required=True)
    name: str | None = column("Prosjekt", "Project", Line(120), required=True)
    owner: str | None = column("Eier", "Owner", Line(120), required=True)
    solutions: str | None = column(
        "E-helseløsninger",
        "E-health solutions",
        Line(200),
        required=True,
        help=("Skilt med semikolon.", "Separated by semicolons."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatingEstimate:
    """What one effect does to the operating cost of one national solution in a year."""

    solution: str | None = column("E-helseløsning", "E-health solution", Line(60), required=True)
    effect: str | None = column("Påvirkning", "Effect", Line(60), required=True)
    year: int | None = column("År", "Year", Year(), required=True)
    amount: int | None = column("Beløp (mill. kr)", "Amount (NOK million)", Amount(), required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A published figure of a round before ehport, under the name that this round's figure has."""

    round: str | None = column("Runde", "Round", RoundId(), required=True)
    name: str | None = column("Tall", "Figure", Line(60), required=True)
    value: str | None = column("Verdi", "Value", Number(), required=True)
    note: str | None = column("Merknad", "Note", Prose(400))
    comparable: Answer | None = column(
        "Sammenlignbart",
        "Comparable",
        Choice(Answer),
        since=FROM_SEPTEMBER_2021,
        help=(
            "Nei når tallet er regnet på en annen måte enn tallene etter det. Figurene viser da et brudd.",
            "No when the figure was computed in another way than those after it. The figures then show a break.",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFact:
    """A figure that the office knows from elsewhere and uses in its chapters."""

    name: str | None = column("Navn", "Name", Line(60), required=True)
    value: str | None = column("Verdi", "Value", Line(60), required=True)
    unit: str | None = column("Enhet", "Unit", Line(40))
    about: Answer | None = column("Omtrentlig", "Approximate", Choice(Answer))
    meaning: str | None = column("Hva tallet er", "What the figure is", Prose(400), required=True)
    source: str | None = column("Kilde", "Source", Line(200))


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What the office knows of a round, sheet by sheet."""

    projects: tuple[RegisterProject, ...] = rows(
        "Prosjekter",
        "Projects",
        Rows(RegisterProject, spare=10),
        help=(
            "Alle prosjekter som er med i runden, med tilstand og innsatsområde. Nummeret er prosjektets "
            "identitet og endres aldri.",
            "All projects of the round, with state and focus area. The number is the project's identity and "
            "never changes.",
        ),
    )
    former_projects: tuple[FormerProject, ...] = rows(
        "Tidligere prosjekter",
        "Former projects",
        Rows(FormerProject, spare=5),
        since=FROM_SEPTEMBER_2021,
        help=(
            "Prosjekter som er gått ut eller ferdigstilt i en tidligere runde. Fylles ut når en ny runde åpnes, og "
            "brukes ikke på nytt: numrene deres er opptatt.",
            "Projects that left or were completed in an earlier round. Filled in when a new round is opened; their "
            "numbers are taken and not used again.",
        ),
    )
    adjustments: tuple[Adjustment, ...] = rows(
        "Justeringer",
        "Adjustments",
        Rows(Adjustment, spare=10),
        help=(
            "Innmeldte verdier som kontoret har rettet etter avtale med aktøren. Hver justering skrives ut i "
            "rapporten.",
            "Submitted values that the office has corrected by agreement with the actor. Every adjustment is "
            "printed in the report.",
        ),
    )
    exemptions: tuple[Exemption, ...] = rows(
        "Unntak",
        "Exemptions",
        Rows(Exemption, spare=10),
        help=(
            "Meldinger som kontoret godtar for et prosjekt, med grunn. Et unntak gjelder til og med runden som "
            "står oppført.",
            "Diagnostics that the office accepts for a project, with the reason. An exemption holds up to the "
            "round given.",
        ),
    )
    organisations: tuple[Organisation, ...] = rows(
        "Aktører",
        "Organisations",
        Rows(Organisation, spare=5),
        help=(
            "Virksomhetene som har prosjekter, og hvem av dem som melder inn. Kostnadsgruppen avgjør hvor de "
            "står i oversiktene.",
            "The organisations that have projects, and which of them submit. The cost group decides where they "
            "stand in the overviews.",
        ),
    )
    solution_uses: tuple[SolutionUse, ...] = rows(
        "Løsninger",
        "Solutions",
        Rows(SolutionUse, spare=5),
        help=(
            "Prosjekter som gjør nasjonale løsninger dyrere å drifte. Brukes i kapitlet om drift og forvaltning.",
            "Projects that raise the operating cost of national solutions. Used in the chapter on operation and "
            "maintenance.",
        ),
    )
    operating_estimates: tuple[OperatingEstimate, ...] = rows(
        "Driftsanslag",
        "Operating estimates",
        Rows(OperatingEstimate, spare=5),
        help=(
            "Anslått endring i driftskostnad per løsning og år, i millioner kroner. En nedgang skrives med minus "
            "foran.",
            "Estimated change in operating cost by solution and year, in million kroner. A decrease has a minus sign.",
        ),
    )
    key_figures: tuple[KeyFigure, ...] = rows(
        "Historikk",
        "Earlier figures",
        Rows(KeyFigure, spare=10),
        help=(
            "Publiserte tall fra tidligere runder, med samme navn som tallene i denne. Rapporten sammenligner med dem.",
            "Published figures of earlier rounds, under the names this round's figures have. The report compares "
            "with them.",
        ),
    )
    office_facts: tuple[OfficeFact, ...] = rows(
        "Nøkkeltall",
        "Key facts",
        Rows(OfficeFact, spare=5),
        help=(
            "Tall som kontoret kjenner fra andre kilder og bruker i kapitlene. Kapitlene viser til dem ved navn.",
            "Figures that the office knows from other sources and uses in its chapters. The chapters refer to "
            "them by name.",
        ),
    )
