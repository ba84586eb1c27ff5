"""The rules between rounds, declared: a project beside its former self (R330 to R349), actors and the whole (P450 on).

They run where the last round's folder is there, and from the round after the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.rule import SECOND_ROUND, Example, Rule, error, info, scene, warning
from ehport.diagnostics.severity import Severity

_PAID: tuple[Mapping[str, Any], ...] = ({"source": "Helse Vest", "amounts": {"2020": "4", "2021": "12", "2022": "20"}},)
_OTHER: Mapping[str, str] = {"id": "901", "name": "Felles register"}
_ENDED: Mapping[str, str] = {"state": "Ferdigstilt", "last_round": "2020-09"}
_GONE_THROUGH = (
    "Rapporten sier hvordan det står til nå. Svar som ingen har sett på, sier hvordan det sto til sist.",
    "The report tells how things stand now. Answers that nobody looked at tell how they stood last time.",
)
_IDENTITY = (
    "Ett prosjekt i ti bytter navn hvert år. Bare registeret kan si at det er det samme prosjektet.",
    "One project in ten changes its name every year. Only the register can tell that it is the same project.",
)
_COMES_AND_GOES = (
    "Rapporten forteller styrene hvilke prosjekter som er kommet til, hvilke som er gått ut, og hvorfor.",
    "The report tells the boards which projects have come, which have left, and why.",
)
_SLIPS = (
    "Styrene følger ikke bare om en plan holder, men hvor mange ganger den er endret, og hvor mye til sammen.",
    "The boards follow not only whether a plan holds, but how many times it has changed, and by how much in all.",
)


def _since(*before: Mapping[str, Any], **now: Any) -> Example:
    """Return an example of a project that answers differently than in the rounds before, oldest first."""
    return Example(now, before=before)


_OF_A_PROJECT: Mapping[Code, Rule] = {
    Code.SLIPPED: info(
        ("Utsatt eller dyrere", "Postponed or more expensive"),
        (
            "«{label}»{of} er «{found}», {by} enn {then} («{was}»)",
            "«{label}»{of} is «{found}», {by} than {then} («{was}»)",
        ),
        help=(
            "skriv grunnen i kommentaren til planene eller kostnadene, for eksempel «Anbudet tok et halvt år lenger»",
            "write the reason in the comment on the plans or the costs, for example «The tender took six months more»",
        ),
        why=_SLIPS,
        example=_since({"ends": "12.2022"}, ends="06.2023"),
    ),
    Code.SLIPPED_AGAIN: warning(
        ("Utsatt eller dyrere igjen", "Postponed or more expensive again"),
        (
            "«{label}»{of} er «{found}»: {moved} {times} ganger {since}, til sammen {total}",
            "«{label}»{of} is «{found}»: {moved} {times} times {since}, by {total} in all",
        ),
        help=(
            "se etter at planen holder nå, og skriv i kommentaren til planene eller kostnadene hva som er nytt, for "
            "eksempel «Ny plan er vedtatt i styringsgruppen»",
            "see that the plan holds now, and write in the comment on the plans or the costs what is new, for example "
            "«The steering committee has adopted a new plan»",
        ),
        why=_SLIPS,
        example=_since({"ends": "12.2021"}, {"ends": "12.2022"}, ends="12.2023"),
    ),
    Code.TEXT_UNCHANGED: info(
        ("Samme tekst, nytt svar", "The same text, a new answer"),
        (
            "«{label}» er som {then}, men «{moved}» er endret fra «{was}» til «{now}»",
            "«{label}» is as {then}, but «{moved}» has changed from «{was}» to «{now}»",
        ),
        help=(
            "skriv hva som har skjedd siden sist, for eksempel «Avtalen er undertegnet, og arbeidet er i rute igjen»",
            "write what has happened since, for example «The contract is signed, and the work is on schedule again»",
        ),
        why=(
            "En gammel forklaring ved siden av et nytt svar sier styrene hvorfor det var slik før, ikke hvorfor det er "
            "slik nå.",
            "An old explanation beside a new answer tells the boards why it was so before, not why it is so now.",
        ),
        example=_since(
            {"status": "Rød", "status_reason": "Avtalen med leverandøren er sagt opp."},
            status="Gul",
            status_reason="Avtalen med leverandøren er sagt opp.",
        ),
    ),
    Code.UNTOUCHED: warning(
        ("Prosjektet er ikke rørt", "The project is untouched"),
        (
            "Ingen svar i prosjektet er endret eller bekreftet {since}",
            "No answer of the project has been changed or confirmed {since}",
        ),
        help=(
            "gå gjennom svarene: rett det som er nytt, og velg Ja på «Ingen endring» i de delene som står ved lag",
            "go through the answers: correct what is new, and choose Ja at «No change» in the parts that still hold",
        ),
        why=_GONE_THROUGH,
        example=Example(before=({},), prefilled=True),
    ),
    Code.BUDGET_JUMP: warning(
        ("Sprang i budsjettet", "Jump in the budget"),
        (
            "Budsjettet for {year} er {now} mill. kroner, mot {was} mill. {then}",
            "The budget for {year} is NOK {now} million, against {was} million {then}",
        ),
        help=(
            "rett tallet hvis det er galt; er det riktig, skriv grunnen i kommentaren til finansieringen, for eksempel "
            "«Bredding er flyttet fra 2022»",
            "correct the figure if it is wrong; if it is right, write the reason in the comment on the financing, for "
            "example «Rollout is moved from 2022»",
        ),
        why=(
            "Et budsjett som endrer seg med minst halvparten og minst 5 millioner, er en ny plan eller en feil, og "
            "begge flytter summene styrene leser. Grensene er satt før noen har sett dem i bruk; derfor er regelen på "
            "prøve.",
            "A budget that changes by at least half and at least 5 million is a new plan or a mistake, and either "
            "moves the totals that the boards read. The limits were set before anybody saw them at work; so the rule "
            "is on trial.",
        ),
        example=_since(
            {"total_cost": "36", "financing": _PAID, "financing_total": _PAID[0]["amounts"]},
            total_cost="36",
            financing=[{"source": "Helse Vest", "amounts": {"2020": "4", "2021": "24", "2022": "8"}}],
            financing_total={"2020": "4", "2021": "24", "2022": "8"},
        ),
    ),
    Code.AMOUNT_GONE: error(
        ("Beløp borte da budsjettåret flyttet seg", "Amount gone when the budget year moved"),
        (
            "«{label}» er tom{of}, men {then} var det meldt «{was}» for disse årene",
            "«{label}» is empty{of}, but {then} «{was}» was given for these years",
        ),
        help=(
            "skriv beløpet for årene i overskriften; er det ingenting, skriv 0",
            "write the amount of the years in the heading; if there is none, write 0",
        ),
        why=(
            "Når budsjettåret flytter seg, samler noen kolonner andre år enn før. Et beløp som ikke skrives igjen, "
            "forsvinner fra summene.",
            "When the budget year moves, some columns gather other years than before. An amount that is not written "
            "again vanishes from the totals.",
        ),
        example=scene(
            "«Fra 2023» var 15 i forrige runde, og både «2023» og «Fra 2024» er tomme nå",
            "«From 2023» was 15 in the last round, and both «2023» and «From 2024» are empty now",
        ),
    ),
    Code.AMOUNT_JUMP: warning(
        ("Et beløp har skiftet størrelse", "An amount of another size"),
        (
            "«{label}»{of} er «{found}», {size} {then} («{was}»)",
            "«{label}»{of} is «{found}», {size} {then} («{was}»)",
        ),
        help=(
            "se etter at beløpet er i millioner kroner, for eksempel 12,5",
            "see that the amount is in million kroner, for example 12.5",
        ),
        why=(
            "Så store sprang er nesten alltid kroner eller tusen kroner der det skulle stått millioner.",
            "Jumps of that size are nearly always kroner or thousands of kroner where millions were asked for.",
        ),
        example=_since({"operating_cost": "1,5"}, operating_cost="1500"),
    ),
    Code.STALE_MONTH: warning(
        ("Gammel måned for revisjon", "An old month of revision"),
        (
            "«{label}» er «{found}», men svar er endret {since}",
            "«{label}» is «{found}», but answers have changed {since}",
        ),
        help=(
            "skriv måneden da svarene ble gått gjennom, for eksempel september 2021",
            "write the month in which the answers were gone through, for example september 2021",
        ),
        why=(
            "Måneden står på prosjektarket. Er den gammel, tror leseren at svarene er det også.",
            "The month stands on the project page. When it is old, readers take the answers to be old too.",
        ),
        example=_since({"risk": "Gul", "risk_description": "Knapt med fagfolk."}, revised="april 2021"),
    ),
    Code.RENAMED: warning(
        ("Prosjektet har skiftet navn", "The project has changed its name"),
        (
            "«{label}» er «{found}», men prosjektet het «{was}» {then}",
            "«{label}» is «{found}», but the project was called «{was}» {then}",
        ),
        help=(
            "skriv navnet som sist; er det nye navnet riktig, fører porteføljekontoret begge i registeret, det gamle "
            "under Tidligere navn og nummer",
            "write the name as last time; if the new name is right, the portfolio office enters both in the register, "
            "the old one under Earlier names and numbers",
        ),
        why=_IDENTITY,
        example=_since({}, name="Nasjonal innsynstjeneste"),
    ),
    Code.DELIVERY_UNDONE: warning(
        ("Levert, men likevel ikke", "Delivered, and yet not"),
        (
            "Leveransen «{name}» var levert {then}, men er nå {now}",
            "The deliverable «{name}» was delivered {then}, but is now {now}",
        ),
        help=(
            "skriv Levert hvis den er levert; er det en ny leveranse, gi den et eget navn og en egen rad",
            "write Levert if it is delivered; if it is another deliverable, give it a name and a row of its own",
        ),
        why=(
            "Rapporten har alt fortalt at leveransen er på plass.",
            "The report has already told that the deliverable is there.",
        ),
        example=_since(
            {"deliverables": [{"name": "Pilot i Bergen", "planned": "Levert"}]},
            deliverables=[{"name": "Pilot i Bergen", "planned": "12.2021"}],
        ),
    ),
    Code.RATING_LEAPT: warning(
        ("To trinn uten begrunnelse", "Two steps without a reason"),
        (
            "«{rated}» er gått fra «{was}» til «{now}» {since}, men «{label}» er tom",
            "«{rated}» has gone from «{was}» to «{now}» {since}, but «{label}» is empty",
        ),
        help=(
            "skriv i én eller to setninger hva som har skjedd, for eksempel «Ny leverandør er på plass»",
            "write in one or two sentences what has happened, for example «A new supplier is in place»",
        ),
        why=(
            "Fra rød til grønn, eller fra grønn til rød, er det første styrene spør om.",
            "From red to green, or from green to red, is the first thing the boards ask about.",
        ),
        example=_since({"status": "Rød", "status_reason": "Leverandøren har trukket seg."}, status="Grønn"),
    ),
}

_OF_THE_WHOLE: Mapping[Code, Rule] = {
    Code.SUBMISSION_UNTOUCHED: warning(
        ("Innmeldingen er ikke rørt", "The submission is untouched"),
        (
            "Ingen svar i noen av de {count} prosjektene er endret eller bekreftet {since}",
            "No answer in any of the {count} projects has been changed or confirmed {since}",
        ),
        help=(
            "gå gjennom svarene; skriv Ja på «{label}» hvis alt står ved lag",
            "go through the answers; write Ja at «{label}» if all of it still holds",
        ),
        why=_GONE_THROUGH,
        example=Example(
            before=({},), others=(_OTHER,), former=(_OTHER,), register={"projects": (_OTHER,)}, prefilled=True
        ),
    ),
    Code.NOTHING_BUT_CHANGED: warning(
        ("Ingenting nytt, men svar er endret", "Nothing new, but answers have changed"),
        (
            "«{label}» er «{found}», men svar er endret {since} i {projects}",
            "«{label}» is «{found}», but answers have changed {since} in {projects}",
        ),
        help=(
            "skriv Nei når noe er nytt; er endringen et uhell, skriv svaret fra sist tilbake",
            "write Nei when something is new; if the change is an accident, write last round's answer back",
        ),
        why=_GONE_THROUGH,
        example=Example(
            {"status": "Gul", "status_reason": "Anbudet er forsinket."},
            before=({},),
            actor={"nothing_to_report": "Ja"},
        ),
    ),
    Code.PROJECT_VANISHED: warning(
        ("Prosjektet er borte", "The project has vanished"),
        (
            "{id} {name} var med {then}, men verken registeret eller noen innmelding har det nå",
            "{id} {name} was {then}, but neither the register nor any submission has it now",
        ),
        help=(
            "før prosjektet i registeret igjen med tilstanden det har nå, for eksempel Ferdigstilt eller Går ut; lever "
            "det videre i et annet prosjekt, før nummeret der under Tidligere navn og nummer",
            "enter the project in the register again with the state it has now, for example Ferdigstilt or Går ut; if "
            "it lives on in another project, enter its number there under Earlier names and numbers",
        ),
        why=_COMES_AND_GOES,
        example=Example(before=({},), former=(_OTHER,)),
    ),
    Code.ACTOR_CHANGED: info(
        ("Prosjektet har byttet aktør", "The project has changed actor"),
        (
            "{id} {name} er meldt av {actor}; {then} var det {was}",
            "{id} {name} is reported by {actor}; {then} it was {was}",
        ),
        help=(
            "ingenting må gjøres hvis det stemmer; ellers ber du aktøren ta arket ut av arbeidsboken",
            "nothing needs to be done if this is right; if not, ask the actor to take the sheet out of the workbook",
        ),
        why=_COMES_AND_GOES,
        example=scene(
            "Helse Vest melder et prosjekt som KS meldte i forrige runde",
            "Helse Vest reports a project that KS reported in the last round",
        ),
    ),
    Code.PROJECT_NEW: info(
        ("Prosjektet er nytt siden sist", "The project is new since the last round"),
        (
            "{id} {name} er nytt {since}, med tilstanden {state}",
            "{id} {name} is new {since}, in the state {state}",
        ),
        help=(
            "ingenting må gjøres hvis det stemmer; er det et kjent prosjekt med nytt nummer, før det gamle under "
            "Tidligere navn og nummer",
            "nothing needs to be done if this is right; if it is a known project under a new number, enter the old one "
            "under Earlier names and numbers",
        ),
        why=_COMES_AND_GOES,
        example=Example(before=({},), others=(_OTHER,), register={"projects": ({**_OTHER, "state": "Ny"},)}),
    ),
    Code.NUMBER_CHANGED: warning(
        ("Samme navn, et annet nummer", "The same name, another number"),
        (
            "{name} har nummeret {id}, men {was} het det samme {then}",
            "{name} has the number {id}, but {was} was called the same {then}",
        ),
        help=(
            "er det samme prosjekt, før {was} under Tidligere navn og nummer; er det to, gi dem hvert sitt navn",
            "if it is the same project, enter {was} under Earlier names and numbers; if they are two, give each a name "
            "of its own",
        ),
        why=_IDENTITY,
        example=Example(
            before=({},),
            others=({**_OTHER, "id": "902"},),
            former=(_OTHER,),
            register={"projects": ({**_OTHER, "id": "902"},)},
        ),
    ),
    Code.NUMBER_TAKEN: warning(
        ("Nummeret er brukt før", "The number was used before"),
        (
            "{id} {name} har nummeret til «{was}», som var med til og med runde {round}",
            "{id} {name} has the number of «{was}», which was in the portfolio until round {round}",
        ),
        help=(
            "er det samme prosjekt som er tatt opp igjen, slett raden blant tidligere prosjekter; ellers gi det nye et "
            "eget nummer",
            "if it is the same project, resumed, delete the row among the former projects; otherwise give the new one "
            "a number of its own",
        ),
        why=_IDENTITY,
        example=Example(
            before=({},),
            register={"former_projects": ({"id": "900", "name": "Innsynslogg", **_ENDED},)},
        ),
    ),
}


def _in_time(code: Code, rule: Rule) -> Rule:
    """Return a rule from the round it is valid in, with the weight that it gains once actors know it."""
    if code is Code.TEXT_UNCHANGED:
        return rule.starting(SECOND_ROUND, ("2022-01", Severity.WARNING))
    started = rule.starting(SECOND_ROUND)
    return started.on_trial() if code is Code.BUDGET_JUMP else started


ROUND_RULES: Mapping[Code, Rule] = {
    code: _in_time(code, rule) for code, rule in {**_OF_A_PROJECT, **_OF_THE_WHOLE}.items()
}
