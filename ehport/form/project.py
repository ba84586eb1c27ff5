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

    name: str | None = column(
        "Leveranse",
        "Deliverable",
        Line(300),
        required=True,
        help=(
            "Hva som blir levert, kort og gjenkjennelig. Leseren skal kunne se når det er gjort. Eksempel: Felles "
            "logg er i drift.",
            "What is delivered, short and easy to recognise, so that readers can see when it is done. Example: The "
            "common log is in operation.",
        ),
    )
    code: str | None = column(
        "Kode",
        "Code",
        Line(20),
        help=(
            "Kort kode dere selv bruker, hvis dere har en. Eksempel: L1.",
            "A short code of your own, if you have one. Example: L1.",
        ),
    )
    planned: PlannedTime | None = column(
        "Planlagt",
        "Planned",
        When(),
        required=True,
        help=(
            "Når leveransen er planlagt ferdig; rapporten viser hva som kommer når. Eksempel: 06.2022.",
            "When the deliverable is planned to be done; the report shows what comes when. Example: 06.2022.",
        ),
    )
    state: DeliverableState | None = column(
        "Tilstand",
        "State",
        Choice(DeliverableState),
        help=(
            "Hvordan det står til med leveransen. Er tiden passert, må det stå hva som skjedde. Eksempel: Levert.",
            "How the deliverable stands. When its time has passed, it must say what happened. Example: Levert.",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """How relevant a project is to one focus area."""

    area: str | None = column("Innsatsområde", "Focus area", FocusArea())
    level: Level | None = column(
        "Relevans (H/M/L)",
        "Relevance (H/M/L)",
        Choice(Level),
        help=(
            "Hvor mye prosjektet bidrar til området: H er høy, M middels og L lav.",
            "How much the project contributes to the area: H is high, M medium and L low.",
        ),
    )


_OF_A_SOURCE = (
    "Det kilden betaler i perioden, i millioner kroner. Rapporten legger sammen kildene. Eksempel: 12,5.",
    "What the source pays in the period, in million kroner. The report adds the sources. Example: 12,5.",
)
_OF_ALL_SOURCES = (34, 34)


@dataclass(frozen=True, slots=True, kw_only=True)
class Financing:
    """What one source pays, thousand kroner per period seen from the budget year."""

    source: str | None = column(
        "Kilde (mill. kr)",
        "Source (NOK million)",
        Line(120),
        required=True,
        help=(
            "Hvem som betaler. Rapporten viser hvem som finansierer porteføljen. Eksempel: Statsbudsjettet.",
            "Who pays. The report shows who finances the portfolio. Example: The state budget.",
        ),
    )
    earlier: int | None = column(
        "Til og med {earlier}",
        "Up to {earlier}",
        Amount(),
        help=_OF_A_SOURCE,
    )
    previous_year: int | None = column(
        "{previous}",
        "{previous}",
        Amount(),
        help=_OF_A_SOURCE,
    )
    budget_year: int | None = column(
        "{current}",
        "{current}",
        Amount(),
        counted=True,
        help=_OF_A_SOURCE,
    )
    next_year: int | None = column(
        "{next}",
        "{next}",
        Amount(),
        counted=True,
        help=_OF_A_SOURCE,
    )
    later: int | None = column(
        "Fra {later}",
        "From {later}",
        Amount(),
        help=_OF_A_SOURCE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancingTotal:
    """The sum of the financing as the actor states it, thousand kroner per period."""

    earlier: int | None = column(
        "Til og med {earlier}",
        "Up to {earlier}",
        Amount(),
        help=(
            "Alle kildene til sammen i perioden, i millioner kroner, så en glemt kilde blir oppdaget. Eksempel: 12,5.",
            "All sources together in the period, in million kroner, so that a forgotten source is found. Example: "
            "12,5.",
        ),
    )
    previous_year: int | None = column(
        "{previous}",
        "{previous}",
        Amount(),
        help=(
            "Alle kildene til sammen i perioden, i millioner kroner, så en glemt kilde blir oppdaget. Eksempel: 12,5.",
            "All sources together in the period, in million kroner, so that a forgotten source is found. Example: "
            "12,5.",
        ),
    )
    budget_year: int | None = column(
        "{current}",
        "{current}",
        Amount(),
        help=(
            "Alle kildene til sammen i perioden, i millioner kroner, så en glemt kilde blir oppdaget. Eksempel: 12,5.",
            "All sources together in the period, in million kroner, so that a forgotten source is found. Example: "
            "12,5.",
        ),
    )
    next_year: int | None = column(
        "{next}",
        "{next}",
        Amount(),
        help=(
            "Alle kildene til sammen i perioden, i millioner kroner, så en glemt kilde blir oppdaget. Eksempel: 12,5.",
            "All sources together in the period, in million kroner, so that a forgotten source is found. Example: "
            "12,5.",
        ),
    )
    later: int | None = column(
        "Fra {later}",
        "From {later}",
        Amount(),
        help=(
            "Alle kildene til sammen i perioden, i millioner kroner, så en glemt kilde blir oppdaget. Eksempel: 12,5.",
            "All sources together in the period, in million kroner, so that a forgotten source is found. Example: "
            "12,5.",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Precondition:
    """Something others must do before the benefits can come."""

    name: str | None = column(
        "Forutsetning",
        "Precondition",
        Line(120),
        required=True,
        help=(
            "Det andre må gjøre før gevinstene kan komme. Eksempel: EPJ-utvikling, kommune.",
            "What others must do before the benefits can come. Example: EPJ-utvikling, kommune.",
        ),
    )
    criticality: Criticality | None = column(
        "Kritikalitet",
        "Criticality",
        Choice(Criticality),
        help=(
            "Hvor mye gevinstene avhenger av dette. Eksempel: Høy når de ellers uteblir.",
            "How much the benefits depend on this. Example: Høy when they would not come otherwise.",
        ),
    )
    due: PlannedTime | None = column(
        "Frist",
        "Due",
        When(),
        help=(
            "Når det må være på plass for at gevinstene skal komme i tide. Eksempel: Q3 2022.",
            "When it must be in place for the benefits to come in time. Example: Q3 2022.",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """Something a project needs from somebody else."""

    on: str | None = column(
        "Avhengig av",
        "Depends on",
        Line(200),
        required=True,
        help=(
            "Prosjektet, virksomheten eller instansen dere venter på. Eksempel: Norsk helsenett.",
            "The project, organisation or body that you wait for. Example: Norsk helsenett.",
        ),
    )
    project: str | None = column(
        "Prosjektnummer",
        "Project number",
        ProjectId(),
        help=("Bare når det er et prosjekt i porteføljen.", "Only for a project in the portfolio."),
    )
    what: str | None = column(
        "Hva",
        "What",
        Prose(600),
        help=(
            "Leveransen eller resultatet dere trenger. Eksempel: Testmiljø med syntetiske data.",
            "The deliverable or result that you need. Example: A test environment with synthetic data.",
        ),
    )
    purpose: str | None = column(
        "Hva det skal brukes til",
        "What it is for",
        Prose(400),
        help=(
            "Hva dere skal bruke det til. Da ser begge parter hva som haster. Eksempel: Pilot i to kommuner.",
            "What you will use it for, so that both sides see what is urgent. Example: A pilot in two municipalities.",
        ),
    )
    category: tuple[Category, ...] | None = column(
        "Kategori",
        "Category",
        Categories(),
        formerly=("Kategori (1–5)",),
        help=(
            "Hva slags avhengighet det er. 1: tjenester og applikasjoner. 3: standarder, kodeverk og terminologi. 4: "
            "infrastruktur og felleskomponenter. Skriv flere tall med komma mellom. Eksempel: 1, 4.",
            "What kind of dependency it is. 1: services and applications. 3: standards, code systems and "
            "terminology. 4: infrastructure and shared components. Put commas between several. Example: 1, 4.",
        ),
    )
    criticality: Criticality | None = column(
        "Kritikalitet",
        "Criticality",
        Choice(Criticality),
        help=(
            "Hvor alvorlig det er om dere ikke får det. Eksempel: Høy når prosjektet stopper.",
            "How serious it is if you do not get it. Example: Høy when the project stops.",
        ),
    )
    due: PlannedTime | None = column(
        "Frist",
        "Due",
        When(),
        help=(
            "Når dere må ha det for å holde egen plan. Eksempel: 06.2022.",
            "When you must have it to keep your own plan. Example: 06.2022.",
        ),
    )
    status: Rating | None = column(
        "Status",
        "Status",
        Choice(Rating),
        help=(
            "Hvordan det går med det dere venter på, i én farge. Eksempel: Gul når det er forsinket.",
            "How what you wait for is going, in one colour. Example: Gul when it is late.",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionCost:
    """What a project adds to the yearly operating cost of one national solution."""

    solution: Solution | None = column("Nasjonal løsning", "National solution", Choice(Solution))
    operating_cost: int | None = column(
        "Årlige drifts- og forvaltningskostnader (mill. kr)",
        "Yearly operating and management cost (NOK million)",
        Amount(),
        formerly=("Årlig driftskostnad (mill. kr)",),
        help=(
            "Hvor mye dyrere løsningen blir per år. Eksempel: 1,5.",
            "How much more the solution costs a year. Example: 1,5.",
        ),
    )
    from_year: int | None = column(
        "Fra år",
        "From year",
        Year(),
        help=("Det første året kostnaden kommer. Eksempel: 2023.", "The first year of the cost. Example: 2023."),
    )
    consulted: Answer | None = column(
        "Norsk helsenett er konsultert",
        "Norsk helsenett was consulted",
        Choice(Answer),
        help=(
            "Norsk helsenett drifter løsningene og skal kjenne kostnaden. Eksempel: Ja.",
            "Norsk helsenett operates the solutions and must know the cost. Example: Ja.",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapActivity:
    """An activity of the national roadmap that a project carries out."""

    activity: str | None = column(
        "Aktivitet i veikartet",
        "Roadmap activity",
        Line(200),
        required=True,
        help=(
            "Navnet slik det står i veikartet, så det kan kjennes igjen. Eksempel: Innføre felles logg.",
            "The name as the roadmap has it, so that it is recognised. Example: Introduce a common log.",
        ),
    )
    planned: PlannedTime | None = column(
        "Planlagt",
        "Planned",
        When(),
        help=(
            "Når prosjektet er ferdig med aktiviteten. Eksempel: Q4 2022.",
            "When the project is done with the activity. Example: Q4 2022.",
        ),
    )


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
    responsible: str | None = column(
        "Ansvarlig virksomhet",
        "Responsible organisation",
        Line(120),
        required=True,
        help=(
            "Virksomheten som svarer for prosjektet; kostnadene grupperes etter den. Eksempel: Helse Vest RHF.",
            "The organisation that answers for the project; costs are grouped by it. Example: Helse Vest RHF.",
        ),
    )
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
    total_cost: int | None = column(
        "Totalkostnad",
        "Total cost",
        Amount(),
        required=True,
        formerly=("Totalbudsjett",),
        help=(
            "Det prosjektet antas å koste til sammen, i millioner kroner. Summen skal stemme med finansieringen. "
            "Eksempel: 12,5.",
            "What the project is expected to cost in all, in million kroner. It should agree with the financing. "
            "Example: 12,5.",
        ),
    )
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
    cost_comment: str | None = column(
        "Kommentar til kostnadene",
        "Comment on the costs",
        Prose(1200),
        help=(
            "Det leseren må vite for å forstå tallene. Eksempel: Kostnader til opplæring kommer i tillegg.",
            "What readers must know to understand the figures. Example: Training comes in addition.",
        ),
    )
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
        "Kommentar til strategisk tilknytning",
        "Comment on strategic relevance",
        Prose(600),
        help=(
            "Hvordan prosjektet bidrar, når bokstavene ikke sier nok. Eksempel: Bidrar til 1.1 gjennom felles logg.",
            "How the project contributes, when the letters do not say enough. Example: Contributes to 1.1 by a "
            "common log.",
        ),
    )
    project_model: Answer | None = column(
        "Følger Prosjektveiviseren",
        "Follows the project model",
        Choice(Answer),
        required=True,
        help=(
            "Styres prosjektet etter Prosjektveiviseren? Det sier hva som kan ventes i hver fase. Eksempel: Ja.",
            "Is the project run by the project model Prosjektveiviseren? It tells what to expect of each phase. "
            "Example: Ja.",
        ),
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
    phase_ends: PlannedTime | None = column(
        "Fasen slutter",
        "Phase ends",
        When(),
        help=(
            "Når fasen prosjektet er i nå, er planlagt fullført. Eksempel: 06.2022.",
            "When the phase that the project is in now is planned to be completed. Example: 06.2022.",
        ),
    )
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
    yearly_plans: Answer | None = column(
        "Planer revideres årlig",
        "Plans are revised yearly",
        Choice(Answer),
        help=(
            "Styres prosjektet etter planer som revideres årlig? Da er ikke sluttdatoen endelig. Eksempel: Nei.",
            "Is the project run by plans that are revised yearly? Its end is then not final. Example: Nei.",
        ),
    )
    plan_comment: str | None = column(
        "Kommentar til planene",
        "Comment on the plans",
        Prose(600),
        help=(
            "Det som kan flytte planen, og hva som skal til. Eksempel: Avventer vedtak om bevilgning.",
            "What may move the plan, and what it takes. Example: Awaits a decision on funding.",
        ),
    )

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
    financing_comment: str | None = column(
        "Kommentar til finansieringen",
        "Comment on the financing",
        Prose(1200),
        help=(
            "Det som er usikkert ved finansieringen. Eksempel: Midler for 2023 er ikke vedtatt.",
            "What is uncertain about the financing. Example: The money for 2023 is not decided.",
        ),
    )

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
        "Beskrivelse av risiko og tiltak",
        "Description of risk and measures",
        Prose(2000),
        help=(
            "De viktigste risikoene, og tiltakene som er planlagt og iverksatt. Eksempel: Knapphet på testere; to er "
            "leid inn.",
            "The most important risks, and the measures planned and taken. Example: Too few testers; two are hired.",
        ),
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
    benefit_owner: str | None = column(
        "Gevinsteier",
        "Benefit owner",
        Line(200),
        help=(
            "Virksomheten som skal ta ut gevinstene. Eksempel: Kommunene.",
            "The organisation that is to realise the benefits. Example: The municipalities.",
        ),
    )
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
    benefit_plan: Answer | None = column(
        "Gevinstplan finnes",
        "Benefit plan exists",
        Choice(Answer),
        help=(
            "En plan sier hvem som tar ut hvilke gevinster når. Eksempel: Delvis.",
            "A plan says who realises which benefits when. Example: Delvis.",
        ),
    )
    benefit_work: Answer | None = column(
        "Gevinstarbeid er i gang",
        "Benefit work is under way",
        Choice(Answer),
        help=(
            "Om noen allerede arbeider med å ta ut gevinster. Eksempel: Nei.",
            "Whether somebody already works to realise benefits. Example: Nei.",
        ),
    )
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
        help=(
            "Hvor lenge det prosjektet lager ventes å være i bruk. Eksempel: 10 år.",
            "How long what the project makes is expected to be in use. Example: 10 years.",
        ),
    )
    unquantified_benefits: str | None = column(
        "Andre gevinster",
        "Other benefits",
        Prose(600),
        help=(
            "Gevinster som ikke lar seg tallfeste. Eksempel: Tryggere legemiddelbruk.",
            "Benefits that cannot be put in figures. Example: Safer use of medicines.",
        ),
    )
    benefits_elsewhere: str | None = column(
        "Gevinster som realiseres i andre prosjekter",
        "Benefits realised in other projects",
        Prose(600),
        help=(
            "Gevinster av det prosjektet leverer, som kommer i andre prosjekter. Eksempel: I innføringen i kommunene.",
            "Benefits of what the project delivers that come in other projects. Example: In the municipalities' "
            "adoption.",
        ),
    )
    benefits_comment: str | None = column(
        "Kommentar til gevinstene",
        "Comment on the benefits",
        Prose(1500),
        help=(
            "Det leseren må vite om gevinstene. Eksempel: Beregnet for to regioner.",
            "What readers must know of the benefits. Example: Calculated for two regions.",
        ),
    )
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
            "terminologi, 4: infrastruktur og felleskomponenter. 2 og 5 har ikke egne navn.",
            "One dependency a row. Category 1: services and applications, 3: standards and terminology, "
            "4: infrastructure and shared components. 2 and 5 have no names of their own.",
        ),
    )
    dependencies_consequence: str | None = column(
        "Følger hvis det svikter",
        "Consequence if they fail",
        Prose(1000),
        help=(
            "Hva som skjer hvis det dere venter på, ikke kommer. Eksempel: Piloten utsettes et halvt år.",
            "What happens if what you wait for does not come. Example: The pilot is put off by half a year.",
        ),
    )
    other: str | None = column(
        "Annet",
        "Other",
        Prose(800),
        help=(
            "Annet rapportens lesere bør vite. Eksempel: Prosjektet slås sammen med et annet i 2023.",
            "Anything else that readers should know. Example: The project merges with another in 2023.",
        ),
    )

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
