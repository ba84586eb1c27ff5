"""The submission form: a project and its lists, each question declared once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ehport.form.field import Rows, column, rows, tick
from ehport.form.kinds import (
    Amount,
    Categories,
    Choice,
    FocusArea,
    Line,
    ProjectId,
    Prose,
    Revised,
    When,
    Year,
)
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import (
    Answer,
    Category,
    Criticality,
    DeliverableState,
    Level,
    Phase,
    Rating,
    Segment,
    Solution,
    Tick,
    Vocabulary,
)
from ehport.lang.language import Lang, Text

FROM_SEPTEMBER_2021 = "2021-09"
OUTCOME_ASKED_SINCE = FROM_SEPTEMBER_2021  # the form of April 2021 asked when a deliverable was planned, and no more


class Section(Enum):
    """The numbered sections of a project sheet, in the form's order."""

    INFORMATION = Text("Prosjekt-/programinformasjon", "Project information")
    STRATEGY = Text("Strategisk tilknytning", "Strategic relevance")
    FINANCING = Text("Finansiering", "Financing")
    BENEFITS = Text("Gevinster, status, risiko og forutsetninger", "Benefits, status, risk and preconditions")
    DEPENDENCIES = Text("Avhengigheter", "Dependencies")
    NATIONAL = Text("Nasjonal portefølje", "National portfolio")

    @property
    def number(self) -> int:
        """The number printed before the section's title."""
        return list(type(self)).index(self) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable:
    """One deliverable of a project, with when it is planned."""

    name: str | None = column("Leveranse", "Deliverable", Line(300), required=True)
    code: str | None = column("Kode", "Code", Line(20))
    planned: PlannedTime | None = column("Planlagt", "Planned", When(), required=True)
    state: DeliverableState | None = column("Tilstand", "State", Choice(DeliverableState))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """How relevant a project is to one focus area."""

    area: str | None = column("Innsatsområde", "Focus area", FocusArea())
    level: Level | None = column("Relevans (H/M/L)", "Relevance (H/M/L)", Choice(Level))


@dataclass(frozen=True, slots=True, kw_only=True)
class Financing:
    """What one source pays, thousand kroner per period seen from the budget year."""

    source: str | None = column("Kilde (mill. kr)", "Source (NOK million)", Line(120), required=True)
    earlier: int | None = column("Til og med {earlier}", "Up to {earlier}", Amount())
    previous_year: int | None = column("{previous}", "{previous}", Amount())
    budget_year: int | None = column("{current}", "{current}", Amount(), counted=True)
    next_year: int | None = column("{next}", "{next}", Amount(), counted=True)
    later: int | None = column("Fra {later}", "From {later}", Amount())


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancingTotal:
    """The sum of the financing as the actor states it, thousand kroner per period."""

    earlier: int | None = column("Til og med {earlier}", "Up to {earlier}", Amount())
    previous_year: int | None = column("{previous}", "{previous}", Amount())
    budget_year: int | None = column("{current}", "{current}", Amount())
    next_year: int | None = column("{next}", "{next}", Amount())
    later: int | None = column("Fra {later}", "From {later}", Amount())


@dataclass(frozen=True, slots=True, kw_only=True)
class Precondition:
    """Something others must do before the benefits can come."""

    name: str | None = column("Forutsetning", "Precondition", Line(120), required=True)
    criticality: Criticality | None = column("Kritikalitet", "Criticality", Choice(Criticality))
    due: PlannedTime | None = column("Frist", "Due", When())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """Something a project needs from somebody else."""

    on: str | None = column("Avhengig av", "Depends on", Line(200), required=True)
    project: str | None = column(
        "Prosjektnummer",
        "Project number",
        ProjectId(),
        help=("Bare når det er et prosjekt i porteføljen.", "Only for a project in the portfolio."),
    )
    what: str | None = column("Hva", "What", Prose(600))
    purpose: str | None = column("Hva det skal brukes til", "What it is for", Prose(400))
    category: tuple[Category, ...] | None = column("Kategori", "Category", Categories(), formerly=("Kategori (1–5)",))
    criticality: Criticality | None = column("Kritikalitet", "Criticality", Choice(Criticality))
    due: PlannedTime | None = column("Frist", "Due", When())
    status: Rating | None = column("Status", "Status", Choice(Rating))


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionCost:
    """What a project adds to the yearly operating cost of one national solution."""

    solution: Solution | None = column("Nasjonal løsning", "National solution", Choice(Solution))
    operating_cost: int | None = column(
        "Årlige drifts- og forvaltningskostnader (mill. kr)",
        "Yearly operating and management cost (NOK million)",
        Amount(),
        formerly=("Årlig driftskostnad (mill. kr)",),
    )
    from_year: int | None = column("Fra år", "From year", Year())
    consulted: Answer | None = column("Norsk helsenett er konsultert", "Norsk helsenett was consulted", Choice(Answer))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapActivity:
    """An activity of the national roadmap that a project carries out."""

    activity: str | None = column("Aktivitet i veikartet", "Roadmap activity", Line(200), required=True)
    planned: PlannedTime | None = column("Planlagt", "Planned", When())


def _meanings(vocabulary: type[Vocabulary], lang: Lang) -> str:
    """Return what each member of a vocabulary means, in one sentence each."""
    return " ".join(
        f"{each.label[lang]}: {each.meaning[lang][0].lower()}{each.meaning[lang][1:]}." for each in vocabulary
    )


_WHY_THE_CRITERION = (
    "Hører sammen med svaret: én eller to setninger om hvorfor.",
    "Belongs to the answer: one or two sentences on why.",
)
CRITERIA = ("criterion_digital", "criterion_coordination")
PRECONDITIONS = (
    "Andre prosjekter må gjennomføres",
    "EPJ-utvikling, fastleger",
    "EPJ-utvikling, kommune",
    "EPJ-utvikling, spesialist",
    "Organisasjonsutvikling, spesialist",
    "Organisasjonsutvikling, kommune",
    "Rutineendringer hos fastlegene",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One project, as its actor describes it in one round."""

    information_unchanged: Tick | None = tick(Section.INFORMATION, since=FROM_SEPTEMBER_2021)
    id: str | None = column(
        "Nummer i porteføljen",
        "Portfolio number",
        ProjectId(),
        required=True,
        counted=True,
        given_by_office=True,
        formerly=("Id i porteføljen", "ID"),
        help=(
            "Nummeret prosjektet har i porteføljen. Et nytt prosjekt får det av porteføljekontoret.",
            "The number the project has in the portfolio. A new project gets it from the portfolio office.",
        ),
    )
    name: str | None = column(
        "Prosjekt-/programnavn",
        "Project name",
        Line(160),
        required=True,
        formerly=("Prosjektnavn",),
        help=(
            "Navnet slik det skal kjennes igjen fra forrige runde.",
            "The name as readers know it from the last round.",
        ),
    )
    responsible: str | None = column("Ansvarlig virksomhet", "Responsible organisation", Line(120), required=True)
    owner: str | None = column(
        "Prosjekteier",
        "Project owner",
        Line(120),
        help=("Rolle og virksomhet, ikke navn på person.", "Role and organisation, not a person's name."),
    )
    manager: str | None = column(
        "Prosjektleder",
        "Project manager",
        Line(120),
        help=("Rolle og virksomhet, ikke navn på person.", "Role and organisation, not a person's name."),
    )
    revised: PlannedTime | None = column(
        "Sist revidert",
        "Last revised",
        Revised(),
        help=(
            "Måneden da svarene sist ble gått gjennom.",
            "The month in which the answers were last gone through.",
        ),
    )
    purpose: str | None = column(
        "Formål",
        "Purpose",
        Prose(1500),
        required=True,
        help=("Hva prosjektet skal oppnå, og for hvem.", "What the project is to achieve, and for whom."),
    )
    total_cost: int | None = column("Totalkostnad", "Total cost", Amount(), required=True, formerly=("Totalbudsjett",))
    foundation_cost: int | None = column(
        "Kostnad til felles grunnmur",
        "Cost of common foundations",
        Amount(),
        formerly=("Grunnmurskostnad",),
        help=(
            "Den delen av totalkostnaden som går til felles grunnmur, i millioner kroner.",
            "The part of the total cost that goes to common foundations, in million kroner.",
        ),
    )
    operating_cost: int | None = column(
        "Antatt årlige forvaltningskostnader etter avslutning",
        "Expected yearly management cost after the end",
        Amount(),
        formerly=("Årlig driftskostnad etter prosjektslutt",),  # a slip of the first blank form, for the same question
        help=(
            "Det det vil koste å forvalte det prosjektet lager, hvert år etter at prosjektet er avsluttet, i millioner "
            "kroner.",
            "What it will cost to manage what the project makes, each year after the project has ended, in million "
            "kroner.",
        ),
    )
    cost_comment: str | None = column("Kommentar til kostnadene", "Comment on the costs", Prose(1200))
    deliverables: tuple[Deliverable, ...] = rows(
        "Leveranser",
        "Deliverables",
        Rows(Deliverable),
        help=(
            "De viktigste resultatene og leveransene i hele prosjektperioden, én per rad. Planlagt tid skrives "
            "06.2022, Q3 2022 eller 2022; «Levert» når den er levert.",
            "The most important results and deliverables of the whole project period, one a row. Write the planned "
            "time as 06.2022, Q3 2022 or 2022; «Levert» when delivered.",
        ),
    )

    strategy_unchanged: Tick | None = tick(Section.STRATEGY, since=FROM_SEPTEMBER_2021)
    relevance: tuple[Relevance, ...] = rows(
        "Relevans for innsatsområdene",
        "Relevance to the focus areas",
        Rows(Relevance, keys="focus_areas", spare=0),
        help=("H, M eller L. Tomt betyr ikke relevant.", "H, M or L. Empty means not relevant."),
    )
    focus_area: str | None = column(
        "Primært innsatsområde",
        "Primary focus area",
        FocusArea(),
        required=True,
        counted=True,
        help=(
            "Nummeret på det ene området prosjektet bidrar mest til, for eksempel 1.1.",
            "The number of the one area the project contributes most to, for example 1.1.",
        ),
    )
    strategy_comment: str | None = column(
        "Kommentar til strategisk tilknytning", "Comment on strategic relevance", Prose(600)
    )
    project_model: Answer | None = column(
        "Følger Prosjektveiviseren", "Follows the project model", Choice(Answer), required=True
    )
    several_phases: Answer | None = column(
        "Leveranser i ulike faser",
        "Deliverables in different phases",
        Choice(Answer),
        required=True,
        formerly=("Gjennomføres i flere faser",),
        help=(
            "Har prosjektet leveranser som er i ulike faser?",
            "Does the project have deliverables that are in different phases?",
        ),
    )
    phase: Phase | None = column(
        "Fase",
        "Phase",
        Choice(Phase),
        required=True,
        formerly=("Nåværende fase",),
        help=(
            "Fasen prosjektet er i nå. Er leveransene i ulike faser: fasen der hovedtyngden av dem er.",
            "The phase that the project is in now. With deliverables in different phases: the one most of them are in.",
        ),
    )
    phase_ends: PlannedTime | None = column("Fasen slutter", "Phase ends", When())
    ends: PlannedTime | None = column(
        "Prosjektet slutter",
        "Project ends",
        When(),
        formerly=("Sluttdato",),
        help_formerly=(
            Text(
                "Måned og år når det er kjent, for eksempel 06.2022. Ellers kvartal eller år.",
                "Month and year when known, for example 06.2022. Otherwise quarter or year.",
            ),
        ),
        help=(
            "Hvis det er fastsatt; ellers lar du svaret stå tomt. Måned og år, for eksempel 06.2022, eller "
            "kvartal eller år.",
            "If it is decided; otherwise leave it empty. Month and year, for example 06.2022, or quarter or year.",
        ),
    )
    yearly_plans: Answer | None = column("Planer revideres årlig", "Plans are revised yearly", Choice(Answer))
    plan_comment: str | None = column("Kommentar til planene", "Comment on the plans", Prose(600))

    financing_unchanged: Tick | None = tick(Section.FINANCING, since=FROM_SEPTEMBER_2021)
    financing: tuple[Financing, ...] = rows(
        "Finansieringskilder",
        "Sources of financing",
        Rows(Financing),
        help=(
            "Én kilde per rad, millioner kroner. Tomt betyr ikke oppgitt, 0 betyr null kroner.",
            "One source a row, million kroner. Empty means not given, 0 means zero kroner.",
        ),
    )
    financing_total: FinancingTotal | None = rows(
        "Sum, slik den er meldt", "Total as stated", Rows(FinancingTotal, single=True, spare=0)
    )
    financing_comment: str | None = column("Kommentar til finansieringen", "Comment on the financing", Prose(1200))

    benefits_unchanged: Tick | None = tick(Section.BENEFITS, since=FROM_SEPTEMBER_2021)
    risk: Rating | None = column(
        "Risiko",
        "Risk",
        Choice(Rating),
        required=True,
        counted=True,
        help=("Én farge: Grønn, Gul eller Rød.", "One colour: Grønn, Gul or Rød."),
    )
    risk_description: str | None = column(
        "Beskrivelse av risiko og tiltak", "Description of risk and measures", Prose(2000)
    )
    affected_parties: str | None = column(
        "Berørte aktører",
        "Affected parties",
        Prose(600),
        formerly=("Berørte parter", "Berørte"),
        help=(
            "Aktører som blir påvirket av det prosjektet leverer.",
            "Those who are affected by what the project delivers.",
        ),
    )
    preconditions: tuple[Precondition, ...] = rows(
        "Forutsetninger",
        "Preconditions",
        Rows(Precondition, suggested=PRECONDITIONS, spare=2),
        help=(
            "Hvor kritisk er dette for at gevinstene skal komme, og når må det være på plass?",
            "How critical is this to the benefits, and when must it be in place?",
        ),
    )
    preconditions_comment: str | None = column(
        "Kommentar til forutsetningene",
        "Comment on the preconditions",
        Prose(1200),
        help=(
            "Hvilke andre prosjekter som må gjennomføres, og eventuelle kommentarer.",
            "Which other projects must be carried out, and any comments.",
        ),
    )
    benefit_owner: str | None = column("Gevinsteier", "Benefit owner", Line(200))
    business_case: Answer | None = column(
        "Prosjektbegrunnelse finnes",
        "Business case exists",
        Choice(Answer),
        formerly=("Kost-/nytteanalyse er gjort",),  # a slip of the first blank form, for the same question
        help=(
            "Finnes det en prosjektbegrunnelse, slik Prosjektveiviseren beskriver den?",
            "Is there a business case, as the project model Prosjektveiviseren describes it?",
        ),
    )
    benefits_identified: Answer | None = column(
        "Gevinster er identifisert",
        "Benefits are identified",
        Choice(Answer),
        help=(
            "Dette og de to neste svarene er status på arbeidet med å realisere gevinstene.",
            "This and the next two answers are the state of the work to realise the benefits.",
        ),
    )
    benefit_plan: Answer | None = column("Gevinstplan finnes", "Benefit plan exists", Choice(Answer))
    benefit_work: Answer | None = column("Gevinstarbeid er i gang", "Benefit work is under way", Choice(Answer))
    quantified_benefits: str | None = column(
        "Tallfestede gevinster",
        "Quantified benefits",
        Prose(400),
        help=(
            "Til sammen over levetiden av løsningen eller leveransen.",
            "In total over the lifetime of the solution or deliverable.",
        ),
    )
    benefit_lifetime: str | None = column(
        "Antatt levetid for løsningen/leveransen",
        "Expected lifetime of the solution or deliverable",
        Line(160),
        formerly=("Gevinstenes levetid",),
    )
    unquantified_benefits: str | None = column("Andre gevinster", "Other benefits", Prose(600))
    benefits_elsewhere: str | None = column(
        "Gevinster som realiseres i andre prosjekter", "Benefits realised in other projects", Prose(600)
    )
    benefits_comment: str | None = column("Kommentar til gevinstene", "Comment on the benefits", Prose(1500))
    status: Rating | None = column(
        "Overordnet status",
        "Overall status",
        Choice(Rating),
        required=True,
        counted=True,
        formerly=("Status",),
        help=("Én farge: Grønn, Gul eller Rød.", "One colour: Grønn, Gul or Rød."),
    )
    status_reason: str | None = column(
        "Begrunnelse for status",
        "Reason for status",
        Prose(1200),
        help=(
            "Skal fylles ut når status er gul eller rød.",
            "To be filled in when the status is yellow or red.",
        ),
    )

    dependencies_unchanged: Tick | None = tick(Section.DEPENDENCIES, since=FROM_SEPTEMBER_2021)
    dependencies: tuple[Dependency, ...] = rows(
        "Avhengigheter",
        "Dependencies",
        Rows(Dependency),
        help=(
            "Én avhengighet per rad. Kategori 1: tjenester og applikasjoner, 3: standarder, kodeverk og "
            "terminologi, 4: infrastruktur og felleskomponenter.",
            "One dependency a row. Category 1: services and applications, 3: standards and terminology, "
            "4: infrastructure and shared components.",
        ),
    )
    dependencies_consequence: str | None = column("Følger hvis det svikter", "Consequence if they fail", Prose(1000))
    other: str | None = column("Annet", "Other", Prose(800))

    national_unchanged: Tick | None = tick(Section.NATIONAL, since=FROM_SEPTEMBER_2021)
    criterion_digital: Answer | None = column(
        "Kriterium 1: digitalisering er vesentlig",
        "Criterion 1: digitalisation is essential",
        Choice(Answer),
        required=True,
        since=FROM_SEPTEMBER_2021,
        help=(
            "Digitalisering er en vesentlig del av det som må til for å nå formålet. Prosjektet gjelder "
            "kjernevirksomheten i helse- og omsorgstjenesten.",
            "Digitalisation is an essential part of what it takes to reach the purpose. The project is about the core "
            "business of health and care services.",
        ),
    )
    criterion_digital_reason: str | None = column(
        "Begrunnelse for kriterium 1",
        "Reason for criterion 1",
        Prose(600),
        since=FROM_SEPTEMBER_2021,
        help=_WHY_THE_CRITERION,
    )
    criterion_coordination: Answer | None = column(
        "Kriterium 2: flere aktører må samordne seg",
        "Criterion 2: several actors must coordinate",
        Choice(Answer),
        required=True,
        since=FROM_SEPTEMBER_2021,
        help=(
            "Aktøren lykkes ikke alene: prosjektet virker inn på andre, eller trenger noen utenfor egen styringslinje. "
            "Nasjonale løsninger krever alltid samordning.",
            "The actor cannot succeed alone: the project affects others, or needs somebody outside its own line. "
            "National solutions always need coordination.",
        ),
    )
    criterion_coordination_reason: str | None = column(
        "Begrunnelse for kriterium 2",
        "Reason for criterion 2",
        Prose(600),
        since=FROM_SEPTEMBER_2021,
        help=_WHY_THE_CRITERION,
    )
    segment: Segment | None = column(
        "Segment, aktørens vurdering",
        "Segment, the actor's view",
        Choice(Segment),
        required=True,
        since=FROM_SEPTEMBER_2021,
        help=(
            f"Hvordan de nasjonale utvalgene bør følge prosjektet. {_meanings(Segment, Lang.NB)}",
            f"How the national boards should follow the project. {_meanings(Segment, Lang.EN)}",
        ),
    )
    solutions: tuple[SolutionCost, ...] = rows(
        "Nasjonale e-helseløsninger som berøres",
        "National e-health solutions affected",
        Rows(SolutionCost, keys=tuple(each.label.nb for each in Solution), spare=0),
        since=FROM_SEPTEMBER_2021,
        help=(
            "Hvor mye dyrere løsningen blir i drift hvert år, og fra hvilket år. Norsk helsenett skal tas med på råd. "
            "0 betyr ikke dyrere, en tom rad at løsningen ikke berøres.",
            "How much more the solution costs to operate each year, and from which year. Norsk helsenett is to be "
            "consulted. 0 means no more, an empty row that the solution is not affected.",
        ),
    )
    roadmap: tuple[RoadmapActivity, ...] = rows(
        "Aktiviteter i veikartet",
        "Roadmap activities",
        Rows(RoadmapActivity),
        since=FROM_SEPTEMBER_2021,
        help=(
            "Aktivitetene i veikartet for nasjonale e-helseløsninger som prosjektet gjennomfører, én per rad, og når "
            "de er planlagt ferdig.",
            "The activities of the roadmap of national e-health solutions that the project carries out, one a row, "
            "and when they are planned to be done.",
        ),
    )
    first_ends: PlannedTime | None = column(
        "Første planlagte slutt",
        "First planned end",
        When(),
        since=FROM_SEPTEMBER_2021,
        help=("Slik den sto i den første planen. Endres aldri.", "As it stood in the first plan. It never changes."),
    )
    first_total_cost: int | None = column(
        "Første planlagte totalkostnad",
        "First planned total cost",
        Amount(),
        since=FROM_SEPTEMBER_2021,
        help=("Slik den sto i den første planen. Endres aldri.", "As it stood in the first plan. It never changes."),
    )
