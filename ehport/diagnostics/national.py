"""The rules about the national portfolio, declared: entry criteria, segment, national solutions, roadmap, baseline.

Those of one project are R350 to R359, those with the register P417 to P419.
"""

from __future__ import annotations

from collections.abc import Mapping

from ehport.diagnostics.code import Code
from ehport.diagnostics.rule import SECOND_ROUND, Example, Rule, answers, info, warning

_MUST_ADD_UP = (
    "Rapporten avstemmer det prosjektene melder for hver løsning og hvert år mot anslagene i registeret.",
    "The report compares what projects report for each solution and year with the estimates in the register.",
)


def _solution(**given: str) -> Example:
    """Return an example of a project that reports about one solution, which the register has for it."""
    return Example({"solutions": [_row("Helsenorge", **given)]}, register=_listed("Helsenorge"))


def _row(solution: str, **given: str) -> Mapping[str, str]:
    row = {"solution": solution, "operating_cost": "3", "from_year": "2023", "consulted": "Ja", **given}
    return {name: text for name, text in row.items() if text}


def _listed(solutions: str) -> Mapping[str, tuple[Mapping[str, str], ...]]:
    use = {"project": "900", "name": "Felles logg", "owner": "Helse Vest RHF", "solutions": solutions}
    return {"solution_uses": (use,)}


_OF_ONE_PROJECT: Mapping[Code, Rule] = {
    Code.CRITERION_NOT_MET: warning(
        ("Inngangskriterium er ikke oppfylt", "Entry criterion not met"),
        (
            "«{label}» er «{found}», men porteføljen er for prosjekter som oppfyller begge kriteriene",
            "«{label}» is «{found}», but the portfolio is for projects that meet both criteria",
        ),
        help=(
            "se over svaret; gjelder kriteriet en del av prosjektet, skriv i begrunnelsen hvilken, og ellers: "
            "avtal med porteføljekontoret om prosjektet skal gå ut",
            "look over the answer; if the criterion holds for a part of the project, write in the reason which, and "
            "otherwise agree with the portfolio office whether the project should leave",
        ),
        why=(
            "Styrene har bestemt at et prosjekt må oppfylle begge kriteriene for å være med. Rapporten lister dem "
            "som ikke gjør det.",
            "The boards have decided that a project must meet both criteria to be in the portfolio. The report lists "
            "those that do not.",
        ),
        example=answers(criterion_coordination="Nei", criterion_coordination_reason="Berører bare egen helseregion."),
    ),
    Code.CRITERION_NEEDS_REASON: warning(
        ("Begrunnelse for inngangskriterium mangler", "Reason for an entry criterion missing"),
        (
            "«{label}» er tom, men «{criterion}» er «{answer}»",
            "«{label}» is empty, but «{criterion}» is «{answer}»",
        ),
        help=(
            "skriv i én eller to setninger hvorfor, for eksempel «Fastleger, sykehus og kommuner må ta løsningen i "
            "bruk samtidig»",
            "write in one or two sentences why, for example «GPs, hospitals and municipalities must adopt it at the "
            "same time»",
        ),
        why=(
            "Et kriterium uten begrunnelse kan ikke vurderes av andre enn den som svarte.",
            "A criterion without a reason can be judged by nobody but the one who answered.",
        ),
        example=answers(criterion_digital="Ja", criterion_digital_reason=""),
    ),
    Code.COST_WITHOUT_YEAR: warning(
        ("Driftskostnad uten år", "Operating cost without a year"),
        (
            "«{label}» er tom for {solution}, men driftskostnaden er {amount} mill. kroner",
            "«{label}» is empty for {solution}, but the operating cost is {amount} million kroner",
        ),
        help=(
            "skriv det første året løsningen blir dyrere i drift, for eksempel 2023",
            "write the first year in which the solution costs more to operate, for example 2023",
        ),
        why=_MUST_ADD_UP,
        example=_solution(from_year=""),
    ),
    Code.YEAR_WITHOUT_COST: warning(
        ("År uten driftskostnad", "A year without an operating cost"),
        (
            "«{label}» er tom for {solution}, men «{dated}» er «{year}»",
            "«{label}» is empty for {solution}, but «{dated}» is «{year}»",
        ),
        help=(
            "skriv hva løsningen koster mer i drift hvert år, i millioner kroner, for eksempel 2,5; skriv 0 når den "
            "ikke blir dyrere",
            "write how much more the solution costs to operate each year, in million kroner, for example 2.5; write 0 "
            "when it costs no more",
        ),
        why=_MUST_ADD_UP,
        example=_solution(operating_cost="", consulted=""),
    ),
    Code.NOT_CONSULTED: warning(
        ("Norsk helsenett er ikke konsultert", "Norsk helsenett was not consulted"),
        (
            "«{label}» {state} for {solution}, men prosjektet melder {amount} mill. kroner i driftskostnad",
            "«{label}» {state} for {solution}, but the project reports an operating cost of {amount} million kroner",
        ),
        help=(
            "ta anslaget opp med Norsk helsenett, og skriv Ja når det er gjort",
            "take the estimate up with Norsk helsenett, and write Ja when it is done",
        ),
        why=(
            "Norsk helsenett drifter løsningene og legger fram kostnadene for alle som betaler. Et anslag de ikke "
            "kjenner, kommer ikke med.",
            "Norsk helsenett operates the solutions and presents their costs to all who pay. An estimate that they do "
            "not know is left out.",
        ),
        example=_solution(consulted="Nei"),
    ),
    Code.OPERATED_EARLY: warning(
        ("Drift lenge før prosjektslutt", "Operation long before the end"),
        (
            "«{label}» er «{found}» for {solution}, lenge før prosjektet slutter («{ends}»)",
            "«{label}» is «{found}» for {solution}, long before the project ends («{ends}»)",
        ),
        help=(
            "se etter skrivefeil i året eller i prosjektets slutt; er begge riktige, skriv i kommentaren til "
            "kostnadene hva som settes i drift først",
            "look for a typing mistake in the year or in the project's end; if both are right, write in the comment "
            "on the costs what is put into operation first",
        ),
        why=(
            "En løsning blir dyrere i drift når prosjektet tar noe i bruk. Skjer det flere år før slutten, er ett "
            "av tallene ofte galt.",
            "A solution costs more to operate when the project puts something to use. When that is years before the "
            "end, one of the figures is often wrong.",
        ),
        example=Example(
            {"ends": "12.2025", "solutions": [_row("Helsenorge", from_year="2021")]},
            register=_listed("Helsenorge"),
        ),
    ),
    Code.ACTIVITY_WITHOUT_TIME: warning(
        ("Aktivitet i veikartet uten tid", "Roadmap activity without a time"),
        ("«{label}» er tom for aktiviteten «{name}»", "«{label}» is empty for the activity «{name}»"),
        help=(
            "skriv når aktiviteten er planlagt ferdig, for eksempel 06.2022, Q3 2022 eller 2022",
            "write when the activity is planned to be done, for example 06.2022, Q3 2022 or 2022",
        ),
        why=(
            "Veikartet for nasjonale e-helseløsninger er en tidslinje; en aktivitet uten tid har ingen plass der.",
            "The roadmap of national e-health solutions is a timeline; an activity without a time has no place in it.",
        ),
        example=answers(roadmap=[{"activity": "Dokumentdeling i Kjernejournal"}]),
    ),
    Code.FIRST_END_IS_LATER: warning(
        ("Første planlagte slutt er senere enn slutten nå", "The first planned end is later than the end now"),
        (
            "«{label}» er «{found}», etter at prosjektet nå slutter («{ends}»)",
            "«{label}» is «{found}», after the project now ends («{ends}»)",
        ),
        help=(
            "skriv slutten slik den sto i den første planen, for eksempel 12.2021; den endres aldri. Blir prosjektet "
            "virkelig ferdig før planen, skriv det i kommentaren til planene",
            "write the end as it stood in the first plan, for example 12.2021; it never changes. If the project really "
            "ends before its plan, write so in the comment on the plans",
        ),
        why=(
            "Rapporten viser hvor langt slutten har flyttet seg fra den første planen.",
            "The report shows how far the end has moved from the first plan.",
        ),
        example=answers(first_ends="06.2024", ends="12.2022"),
    ),
}

_WITH_REGISTER: Mapping[Code, Rule] = {
    Code.SEGMENT_DIFFERS: warning(
        ("Aktør og kontor har ulikt segment", "Actor and office differ on the segment"),
        (
            "«{label}» er «{found}», men i registeret er segmentet «{segment}»",
            "«{label}» is «{found}», but in the register the segment is «{segment}»",
        ),
        help=(
            "aktør og porteføljekontor blir enige om segmentet, og den som tok feil, retter: aktøren i arbeidsboken, "
            "kontoret i registeret",
            "actor and portfolio office agree on the segment, and whoever was wrong corrects: the actor in the "
            "workbook, the office in the register",
        ),
        why=(
            "Segmentet avgjør hvordan de nasjonale utvalgene behandler prosjektet.",
            "The segment decides how the national boards treat the project.",
        ),
        example=Example({"segment": "Informere"}, register={"projects": ({"id": "900", "segment": "Samstyre"},)}),
    ),
    Code.SOLUTION_NOT_REPORTED: warning(
        ("Løsning i registeret er ikke meldt", "A solution of the register is not reported"),
        (
            "«{label}» har ingenting om {solutions}, som registeret sier at prosjektet gjør dyrere i drift",
            "«{label}» says nothing about {solutions}, although in the register the project raises their cost",
        ),
        help=(
            "skriv årlig driftskostnad og fra hvilket år; skriv 0 når løsningen ikke blir dyrere, og si fra til "
            "porteføljekontoret",
            "write the yearly operating cost and from which year; write 0 when the solution costs no more, and tell "
            "the portfolio office",
        ),
        why=_MUST_ADD_UP,
        example=Example(register=_listed("Helsenorge; HelseID")),
    ),
    Code.SOLUTION_NOT_IN_REGISTER: info(
        ("Meldt løsning er ikke i registeret", "A reported solution is not in the register"),
        (
            "Prosjektet melder {amount} mill. kroner for {solution}, men står ikke med den løsningen i registeret",
            "The project reports {amount} million kroner for {solution}, but the register does not have that "
            "solution for it",
        ),
        help=(
            "før løsningen på prosjektet i registerets ark «Løsninger», eller spør aktøren om den er ment",
            "enter the solution for the project in the register's sheet «Løsninger», or ask the actor whether it is "
            "meant",
        ),
        why=(
            "Arket «Løsninger» er det rapporten viser som prosjektene bak økt drift. Mangler prosjektet der, er "
            "kostnaden uten forklaring.",
            "The sheet «Løsninger» is what the report shows as the projects behind higher operating costs. When the "
            "project is not there, the cost has no explanation.",
        ),
        example=answers(solutions=[_row("HelseID", operating_cost="1,5")]),
    ),
}

NATIONAL_RULES: Mapping[Code, Rule] = {
    code: rule.starting(SECOND_ROUND) for code, rule in (*_OF_ONE_PROJECT.items(), *_WITH_REGISTER.items())
}
