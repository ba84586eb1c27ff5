"""The rules about one project (R), declared: answers that cannot both be right, or that call for another."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.diagnostics.code import Code
from ehport.diagnostics.rule import Rule, answers, info, warning

PROJECT_RULES: Mapping[Code, Rule] = {
    Code.SUM_DIFFERS: warning(
        ("Summen stemmer ikke med radene", "The total differs from its rows"),
        (
            "«{label}» er {stated} mill. kroner, men kildene er til sammen {sum} mill. kroner",
            "«{label}» is {stated} million, but the sources add up to {sum} million",
        ),
        help=(
            "rett den av dem som er gal: kildene over eller summen",
            "correct the one that is wrong: the sources above or the total",
        ),
        why=(
            "Rapporten bruker summen av kildene. Er den oppgitte summen den rette, blir budsjettet galt.",
            "The report uses the sum of the sources. If the stated total is the right one, the budget is wrong.",
        ),
        example=answers(
            financing=[{"source": "Helse Vest", "amounts": {"2020": "7"}}],
            financing_total={"2020": "8,75"},
            total_cost="7",
        ),
    ),
    Code.COST_DIFFERS: warning(
        ("Totalkostnad og finansiering er ulike", "Total cost and financing differ"),
        (
            "«{label}» er {cost} mill. kroner, men finansieringen er til sammen {sum} mill. kroner",
            "«{label}» is {cost} million, but the financing adds up to {sum} million",
        ),
        help=(
            "rett det som er galt, eller skriv i kommentaren hva forskjellen er, for eksempel «6 mill. "
            "er ikke finansiert»",
            "correct what is wrong, or write in the comment what the difference is, for example «6 "
            "million is not financed»",
        ),
        why=(
            "Forskjellen er enten penger som mangler, eller et tall som ikke er oppdatert.",
            "The difference is either money that is missing, or a figure that is out of date.",
        ),
        example=answers(total_cost="20", financing=[{"source": "Helse Vest", "amounts": {"2020": "4", "2021": "10"}}]),
    ),
    Code.RATING_NEEDS_REASON: warning(
        ("Begrunnelse mangler", "Reason missing"),
        ("«{label}» er tom, men «{rated}» er «{found}»", "«{label}» is empty, but «{rated}» is «{found}»"),
        help=(
            "skriv i én eller to setninger hva som er årsaken, og hva som gjøres med det",
            "write in one or two sentences what the cause is, and what is done about it",
        ),
        why=(
            "Styrene ser fargen først og spør så hvorfor.",
            "The boards see the colour first and then ask why.",
        ),
        example=answers(status="Gul", status_reason=""),
    ),
    Code.GREEN_WITH_REASON: warning(
        ("Grønn med begrunnelse for noe annet", "Green with a reason for something else"),
        (
            "«{label}» er «{found}», men begrunnelsen taler om «{words}»",
            "«{label}» is «{found}», but the reason speaks of «{words}»",
        ),
        help=(
            "vurder om fargen skal være gul, eller skriv hvorfor den likevel er grønn",
            "consider whether the colour should be yellow, or write why it is green all the same",
        ),
        why=(
            "Farge og begrunnelse som sier hver sitt, gjør leseren usikker på begge.",
            "Colour and reason that contradict each other make the reader doubt both.",
        ),
        example=answers(status="Grønn", status_reason="Leveransen er forsinket med ett kvartal."),
    ),
    Code.WATERMELON: warning(
        ("Grønn utenpå", "Green on the outside"),
        ("«{label}» er «{found}», men {signs}", "«{label}» is «{found}», but {signs}"),
        help=(
            "vurder om fargen skal være gul, eller skriv i begrunnelsen hvorfor den likevel er grønn",
            "consider whether the colour should be yellow, or write in the reason why it is green all the same",
        ),
        why=(
            "En grønn status som ikke stemmer med resten av svarene, skjuler det styrene trenger å vite.",
            "A green status that does not fit the other answers hides what the boards need to know.",
        ),
        example=answers(status="Grønn", dependencies=[{"on": "Leverandøren", "due": "12.2021", "status": "Rød"}]),
    ),
    Code.PHASE_AFTER_END: warning(
        ("Fasen slutter etter prosjektet", "The phase ends after the project"),
        (
            "«{label}» er «{found}», etter at prosjektet slutter («{ends}»)",
            "«{label}» is «{found}», after the project ends («{ends}»)",
        ),
        help=(
            "rett tiden for fasen eller for prosjektet, for eksempel 12.2022",
            "correct the time of the phase or of the project, for example 12.2022",
        ),
        why=(
            "Rapporten viser tidslinjen, og der må fasen ligge innenfor prosjektet.",
            "The report shows the timeline, and there the phase must lie within the project.",
        ),
        example=answers(phase_ends="12.2023", ends="12.2022"),
    ),
    Code.DELIVERABLE_AFTER_END: warning(
        ("Leveranse etter prosjektslutt", "Deliverable after the end"),
        (
            "Leveransen «{name}» er planlagt «{found}», etter at prosjektet slutter («{ends}»)",
            "The deliverable «{name}» is planned «{found}», after the project ends («{ends}»)",
        ),
        help=(
            "rett tiden for leveransen eller for prosjektet, for eksempel 12.2022",
            "correct the time of the deliverable or of the project, for example 12.2022",
        ),
        why=(
            "Når prosjektet er slutt, er det ingen som leverer.",
            "When the project is over, there is nobody to deliver.",
        ),
        example=answers(deliverables=[{"name": "Innføring", "planned": "05.2023"}], ends="12.2022"),
    ),
    Code.DEPENDENCY_OVERDUE: warning(
        ("Fristen for en avhengighet er passert", "The deadline of a dependency has passed"),
        (
            "Fristen for avhengigheten av «{name}» er «{found}», som er passert",
            "The deadline of the dependency on «{name}» is «{found}», which has passed",
        ),
        help=(
            "skriv Levert, eller den nye fristen, for eksempel 12.2022",
            "write Levert, or the new deadline, for example 12.2022",
        ),
        why=(
            "Enten er leveransen på plass, eller så er prosjektet forsinket av den.",
            "Either the delivery is in place, or the project is delayed by it.",
        ),
        example=answers(dependencies=[{"on": "Norsk helsenett", "due": "12.2020", "status": "Gul"}]),
    ),
    Code.AREA_WITHOUT_HIGH: warning(
        ("Primært innsatsområde uten H", "Primary focus area without H"),
        (
            "«{label}» er «{found}», men relevansen for området er {level}",
            "«{label}» is «{found}», but the relevance to that area is {level}",
        ),
        help=(
            "sett H på det primære innsatsområdet, eller velg et annet som har H",
            "put H on the primary focus area, or choose another that has H",
        ),
        why=(
            "Det primære området er det prosjektet bidrar mest til.",
            "The primary area is the one the project contributes most to.",
        ),
        example=answers(focus_area="1.1", relevance={"1.1": "M"}),
    ),
    Code.FOUNDATION_WITHOUT_AREA: warning(
        ("Grunnmurskostnad uten område 5", "Foundation cost without area 5"),
        (
            "«{label}» er «{found}», men prosjektet er ikke relevant for område 5, felles grunnmur",
            "«{label}» is «{found}», but the project is not relevant to area 5, the common foundations",
        ),
        help=(
            "sett H, M eller L på 5.1, 5.2 eller 5.3, eller rett kostnaden til 0",
            "put H, M or L on 5.1, 5.2 or 5.3, or correct the cost to 0",
        ),
        why=(
            "Kostnaden til felles grunnmur hører til strategiens område 5.",
            "The cost of common foundations belongs to area 5 of the strategy.",
        ),
        example=answers(foundation_cost="5", relevance={"1.1": "H"}),
    ),
    Code.UNIT_JUMP: warning(
        ("Sprang i størrelse", "Jump in size"),
        (
            "«{label}» er «{found}», mer enn {times} ganger så mye som «{other}» ({amount} mill.)",
            "«{label}» is «{found}», more than {times} times as much as «{other}» ({amount} million)",
        ),
        help=(
            "se etter at begge er i millioner kroner, for eksempel 12,5",
            "see that both are in million kroner, for example 12.5",
        ),
        why=(
            "Tall i kroner, tusen og millioner blandes lett i én tabell.",
            "Numbers in kroner, thousands and millions are easily mixed in one table.",
        ),
        example=answers(
            total_cost="9000",
            financing=[{"source": "Helse Vest", "amounts": {"2020": "9", "2021": "9000"}}],
            financing_total={},
        ),
    ),
    Code.UNIT_IN_DOUBT: warning(
        ("Beløpet er kanskje i en annen enhet", "The amount may be in another unit"),
        (
            "«{label}» er lest som {amount} mill. kroner, {size} {other} ({usual} mill.)",
            "«{label}» was read as NOK {amount} million, {size} {other} ({usual} million)",
        ),
        help=(
            "er {meant} mill. kroner ment, så skriv det; er {amount} riktig, svarer porteføljekontoret med en "
            "justering eller et unntak i registeret",
            "if {meant} million is meant, write that; if {amount} is right, the portfolio office answers with an "
            "adjustment or an exemption in the register",
        ),
        why=(
            "Et helt prosjekt i kroner eller tusen kroner stemmer med seg selv, og flytter likevel summene styrene "
            "leser. Derfor spørres det før beløpet legges til noe.",
            "A whole project in kroner or thousands of kroner agrees with itself, and still moves the totals that the "
            "boards read. So it is asked about before the amount is added to anything.",
        ),
        example=answers(
            total_cost="",
            financing=[{"source": "Helse Vest", "amounts": {"2020": "9", "2021": "9000"}}],
            financing_total={},
        ),
    ),
    Code.NO_BUDGET: warning(
        ("Budsjettet mangler", "The budget is missing"),
        ("Budsjettet for {year} er ikke oppgitt", "The budget for {year} is not given"),
        help=(
            "skriv beløpet per kilde i millioner kroner, for eksempel 12,5, eller 0 når det ikke brukes penger",
            "write the amount per source in million kroner, for example 12.5, or 0 when no money is spent",
        ),
        why=(
            "Budsjettet er hovedtallet i rapporten. Uten svar mangler prosjektet i alle summer.",
            "The budget is the report's main figure. Without an answer the project is missing from every total.",
        ),
        example=answers(
            financing=[{"source": "Helse Vest", "amounts": {"2020": "12"}}],
            financing_total={"2020": "12"},
            total_cost="12",
        ),
    ),
    Code.NUMBER_IN_NAME: info(
        ("Et annet nummer i navnet", "Another number in the name"),
        (
            "«{label}» har et eget nummer, «{number}»: «{found}»",
            "«{label}» has a number of its own, «{number}»: «{found}»",
        ),
        help=("skriv navnet uten aktørens egne nummer", "write the name without the actor's own numbers"),
        why=(
            "To nummer om samme prosjekt forveksles lett.",
            "Two numbers for one project are easily confused.",
        ),
        example=answers(name="Felles logg (PFS-21)"),
    ),
}
