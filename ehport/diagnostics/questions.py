"""The questions that diagnostics raise: what the office would ask the people of the project, by code.

A code that is not here raises no question: it is a matter of the form, of the register or of the office's text. Texts
name the facts of their diagnostic, as those of the catalogue do, and ``what`` it is about: the row of a list, or the
answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.diagnostics.code import Code
from ehport.lang.language import Text

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: how much it weighs, for one diagnostic, and for ``several`` of its code or its ``group``.

    For several the text has ``count`` and ``listed``, the ``item`` of each. What it ``takes`` are diagnostics of
    another code and list that this question asks about too: they add their cells, and are not asked by themselves.
    """

    weight: int
    one: Text
    several: Text | None = None
    item: Text | None = None
    group: str = ""
    takes: tuple[Code, str] | None = None


def _ask(weight: int, one: Pair, takes: tuple[Code, str] | None = None) -> Asked:
    return Asked(weight, Text(*one), takes=takes)


def _list(weight: int, one: Pair, several: Pair, *, item: Pair, group: str = "") -> Asked:
    return Asked(weight, Text(*one), Text(*several), Text(*item), group)


_ANSWER = ("«{label}»", "«{label}»")
_TYPED = ("«{label}» («{found}»)", "«{label}» («{found}»)")
_ROW = ("{what} ({found})", "{what} ({found})")
_UNREADABLE = _list(
    58,
    (
        "«{label}» er «{found}», som ikke kan leses med sikkerhet. Hva skal stå?",
        "«{label}» is «{found}», which cannot be read with certainty. What should it say?",
    ),
    (
        "{count} svar kan ikke leses med sikkerhet: {listed}. Hva skal stå?",
        "{count} answers cannot be read with certainty: {listed}. What should they say?",
    ),
    item=_TYPED,
    group="unreadable",
)
_MISSING = _list(
    62,
    (
        "«{label}» er ikke besvart. Hva er svaret, eller når er det klart?",
        "«{label}» is not answered. What is the answer, or when will it be known?",
    ),
    (
        "{count} spørsmål er ikke besvart: {listed}. Hva er svarene, eller når er de klare?",
        "{count} questions are not answered: {listed}. What are the answers, or when will they be known?",
    ),
    item=_ANSWER,
    group="missing",
)


_WAITS = (
    "Prosjektet venter på «{name}», som STATE. Hva betyr det for planen?",
    "The project waits for «{name}», which STATE. What does that mean for the plan?",
)
_WAITS_FOR_SEVERAL = (
    "Prosjektet venter på {count} prosjekter i vansker: {listed}. Hva betyr det for planen?",
    "The project waits for {count} projects in trouble: {listed}. What does that mean for the plan?",
)


def _waits(nb: str, en: str) -> Asked:
    """Return the question about a project that another waits for, and in which state it is."""
    one = (_WAITS[0].replace("STATE", nb), _WAITS[1].replace("STATE", en))
    item = (f"«{{name}}», som {nb}", f"«{{name}}», which {en}")
    return _list(71, one, _WAITS_FOR_SEVERAL, item=item, group="waits")


QUESTIONS: Mapping[Code, Asked] = {
    Code.NO_SUBMISSION: _ask(
        99,
        (
            "Prosjektet er ikke meldt inn. Er det fortsatt i gang, og hvem melder det inn?",
            "The project is not reported. Is it still under way, and who reports it?",
        ),
    ),
    Code.WATERMELON: _ask(
        97,
        ("Statusen er grønn, men {signs}. Hva er planen?", "The status is green, but {signs}. What is the plan?"),
        takes=(Code.TIME_PASSED, "deliverables"),
    ),
    Code.RATING_LEAPT: _ask(
        96,
        (
            "«{rated}» er gått fra «{was}» til «{now}» {since}, uten begrunnelse. Hva har skjedd?",
            "«{rated}» has gone from «{was}» to «{now}» {since}, without a reason. What has happened?",
        ),
    ),
    Code.RATING_NEEDS_REASON: _ask(
        95,
        (
            "«{rated}» er «{found}» uten begrunnelse. Hva er grunnen, og hva gjøres med det?",
            "«{rated}» is «{found}» without a reason. What is the reason, and what is done about it?",
        ),
    ),
    Code.SLIPPED_AGAIN: _list(
        92,
        (
            "{what} er {moved} {times} ganger {since}, til sammen {total}, og er nå «{found}». "
            "Hva skal til for at det holder denne gangen?",
            "{what} has {moved} {times} times {since}, by {total} in all, and is now «{found}». "
            "What does it take to hold this time?",
        ),
        (
            "{count} planer er flyttet eller økt flere ganger: {listed}. Hva skal til for at de holder denne gangen?",
            "{count} plans have moved or grown several times: {listed}. What does it take to hold them this time?",
        ),
        item=("{what} ({times} ganger, til sammen {total})", "{what} ({times} times, by {total} in all)"),
    ),
    Code.UNTOUCHED: _ask(
        90,
        (
            "Ingen svar er endret eller bekreftet {since}. Står alt ved lag?",
            "No answer has been changed or confirmed {since}. Does everything still hold?",
        ),
    ),
    Code.NO_BUDGET: _ask(
        88,
        (
            "Budsjettet for {year} er ikke oppgitt. Hva er det, eller når er det klart?",
            "The budget for {year} is not given. What is it, or when will it be known?",
        ),
    ),
    Code.TWO_RATINGS: _ask(
        86,
        ("«{label}» er «{found}». Hvilken av fargene gjelder?", "«{label}» is «{found}». Which colour holds?"),
    ),
    Code.TEXT_UNCHANGED: _list(
        85,
        (
            "«{moved}» er endret fra «{was}» til «{now}», men «{label}» er som {then}. Hva er nytt?",
            "«{moved}» has changed from «{was}» to «{now}», but «{label}» is as {then}. What is new?",
        ),
        (
            "{count} svar er endret uten ny forklaring: {listed}. Hva er nytt siden sist?",
            "{count} answers have changed without a new explanation: {listed}. What is new since?",
        ),
        item=("«{moved}» fra «{was}» til «{now}»", "«{moved}» from «{was}» to «{now}»"),
    ),
    Code.CRITERION_NOT_MET: _list(
        84,
        (
            "«{label}» er «{found}». Hva er grunnen til at prosjektet likevel bør være med i porteføljen?",
            "«{label}» is «{found}». Why should the project be in the portfolio all the same?",
        ),
        (
            "{count} kriterier er ikke oppfylt: {listed}. Hva er grunnen til at prosjektet likevel bør være med?",
            "{count} criteria are not met: {listed}. Why should the project be in the portfolio all the same?",
        ),
        item=_ANSWER,
    ),
    Code.BUDGET_JUMP: _ask(
        82,
        (
            "Budsjettet for {year} er {now} mill. kroner, mot {was} mill. {then}. Hva er grunnen?",
            "The budget for {year} is NOK {now} million, against {was} million {then}. What is the reason?",
        ),
    ),
    Code.GREEN_WITH_REASON: _ask(
        80,
        (
            "Statusen er grønn, men begrunnelsen taler om «{words}». Er grønn fortsatt riktig?",
            "The status is green, but the reason speaks of «{words}». Is green still right?",
        ),
    ),
    Code.DEPENDENCY_OVERDUE: _list(
        78,
        (
            "Fristen for avhengigheten av «{name}» var {found}. Er den oppfylt, eller hva er ny frist?",
            "The deadline of the dependency on «{name}» was {found}. Is it met, or what is the new one?",
        ),
        (
            "Fristen er passert for {count} avhengigheter: {listed}. Hvilke er oppfylt, og hva er ny frist for de "
            "andre?",
            "The deadline of {count} dependencies has passed: {listed}. Which are met, and what is the new one for "
            "the others?",
        ),
        item=("«{name}» ({found})", "«{name}» ({found})"),
    ),
    Code.TIME_PASSED: _list(
        76,
        (
            "{what} var satt til {found}, som er passert. Hvordan gikk det, eller hva er det nye tidspunktet?",
            "{what} was set to {found}, which has passed. How did it go, or what is the new time?",
        ),
        (
            "{count} tidspunkter er passert: {listed}. Hvordan gikk det, eller hva er de nye tidspunktene?",
            "{count} times have passed: {listed}. How did it go, or what are the new times?",
        ),
        item=_ROW,
    ),
    Code.DELIVERY_UNDONE: _ask(
        75,
        (
            "Leveransen «{name}» var levert {then}, men er nå {now}. Hva har skjedd?",
            "The deliverable «{name}» was delivered {then}, but is now {now}. What happened?",
        ),
    ),
    Code.UNIT_IN_DOUBT: _ask(
        83,
        (
            "«{label}» er {amount} mill. kroner, {size} {other} ({usual} mill.). Er {meant} mill. ment?",
            "«{label}» is NOK {amount} million, {size} {other} ({usual} million). Is {meant} million meant?",
        ),
    ),
    Code.UNIT_JUMP: _list(
        74,
        (
            "«{label}» er «{found}», mer enn {times} ganger så mye som «{other}». Er beløpet i millioner kroner?",
            "«{label}» is «{found}», more than {times} times as much as «{other}». Is the amount in million kroner?",
        ),
        (
            "{count} beløp er mye større enn de andre: {listed}. Er de i millioner kroner?",
            "{count} amounts are much larger than the others: {listed}. Are they in million kroner?",
        ),
        item=_TYPED,
    ),
    Code.DUE_BEFORE_DELIVERY: _ask(
        73,
        (
            "Prosjektet trenger «{name}» innen {found}, men det slutter først {ends}. Holder planen?",
            "The project needs «{name}» by {found}, but that ends as late as {ends}. Does the plan hold?",
        ),
    ),
    Code.SUM_DIFFERS: _list(
        72,
        (
            "«{label}» er {stated} mill. kroner, men kildene er til sammen {sum} mill. Hva er riktig?",
            "«{label}» is NOK {stated} million, but the sources add up to {sum} million. Which is right?",
        ),
        (
            "{count} summer stemmer ikke med kildene: {listed}. Hva er riktig?",
            "{count} totals do not agree with the sources: {listed}. Which are right?",
        ),
        item=("«{label}» ({stated}, ikke {sum})", "«{label}» ({stated}, not {sum})"),
    ),
    Code.DEPENDS_ON_PAUSED: _waits("er pauset", "is paused"),
    Code.DEPENDS_ON_LEAVING: _waits("{fate}", "{fate}"),
    Code.DEPENDS_ON_RED: _waits("har rød status", "has red status"),
    Code.CARRIED: _list(
        73,
        (
            "«{label}» er «{found}» fordi budsjettåret har flyttet seg. Hva skal stå der nå?",
            "«{label}» is «{found}» because the budget year has moved. What should it say now?",
        ),
        (
            "{count} beløp er ført videre fordi budsjettåret har flyttet seg: {listed}. Hva skal stå der nå?",
            "{count} amounts are carried over because the budget year has moved: {listed}. What should they say now?",
        ),
        item=_TYPED,
    ),
    Code.AMOUNT_JUMP: _list(
        70,
        (
            "{what} er «{found}», {size} {then} («{was}»). Er beløpet riktig?",
            "{what} is «{found}», {size} {then} («{was}»). Is the amount right?",
        ),
        (
            "{count} beløp er av en annen størrelse enn sist: {listed}. Er de riktige?",
            "{count} amounts are of another size than last time: {listed}. Are they right?",
        ),
        item=_TYPED,
    ),
    Code.LOOKS_LIKE_KRONER: _list(
        68,
        (
            "«{label}» er «{found}». Er det kroner, og hva er det i millioner?",
            "«{label}» is «{found}». Is that kroner, and what is it in millions?",
        ),
        (
            "{count} beløp ser ut som kroner: {listed}. Hva er de i millioner?",
            "{count} amounts look like kroner: {listed}. What are they in millions?",
        ),
        item=_TYPED,
    ),
    Code.CRITERION_NEEDS_REASON: _ask(
        66,
        (
            "Hva er begrunnelsen for svaret «{answer}» på «{criterion}»?",
            "What is the reason for the answer «{answer}» to «{criterion}»?",
        ),
    ),
    Code.COST_DIFFERS: _ask(
        65,
        (
            "Totalkostnaden er {cost} mill. kroner, men finansieringen er til sammen {sum} mill. Hva er forskjellen?",
            "The total cost is NOK {cost} million, but the financing adds up to {sum} million. What is the difference?",
        ),
    ),
    Code.REQUIRED: _MISSING,
    Code.PLACEHOLDER: _MISSING,
    Code.SLIPPED: _list(
        60,
        (
            "{what} er «{found}», {by} enn {then} («{was}»). Hva er grunnen?",
            "{what} is «{found}», {by} than {then} («{was}»). What is the reason?",
        ),
        (
            "{count} planer er flyttet eller økt siden sist: {listed}. Hva er grunnen?",
            "{count} plans have moved or grown since last time: {listed}. What is the reason?",
        ),
        item=("{what} ({by})", "{what} ({by})"),
    ),
    Code.NOT_IN_VOCABULARY: _UNREADABLE,
    Code.NOT_AN_AMOUNT: _UNREADABLE,
    Code.NOT_A_TIME: _UNREADABLE,
    Code.TWO_LEVELS: _UNREADABLE,
    Code.AMBIGUOUS_TIME: _UNREADABLE,
    Code.AMOUNT_RANGE: _UNREADABLE,
    Code.AMOUNT_ALTERNATIVES: _UNREADABLE,
    Code.NOT_AN_ANSWER: _UNREADABLE,
    Code.NOT_A_CATEGORY: _UNREADABLE,
    Code.AREA_TOO_BROAD: _UNREADABLE,
    Code.UNKNOWN_AREA: _UNREADABLE,
    Code.NOT_A_RATING: _UNREADABLE,
    Code.RENAMED: _ask(
        55,
        (
            "Prosjektet het «{was}» {then} og heter nå «{found}». Er det det samme prosjektet?",
            "The project was called «{was}» {then} and is now «{found}». Is it the same project?",
        ),
    ),
    Code.PHASE_AFTER_END: _ask(
        50,
        (
            "Fasen slutter «{found}», etter at prosjektet slutter («{ends}»). Hvilket tidspunkt er riktig?",
            "The phase ends «{found}», after the project ends («{ends}»). Which time is right?",
        ),
    ),
    Code.SEGMENT_DIFFERS: _ask(
        49,
        (
            "Segmentet er «{found}» etter deres vurdering og «{segment}» i registeret. Hva bygger vurderingen på?",
            "The segment is «{found}» in your view and «{segment}» in the register. What is your view based on?",
        ),
    ),
    Code.DELIVERABLE_AFTER_END: _list(
        48,
        (
            "Leveransen «{name}» er planlagt «{found}», etter at prosjektet slutter («{ends}»). Hva er riktig?",
            "The deliverable «{name}» is planned «{found}», after the project ends («{ends}»). What is right?",
        ),
        (
            "{count} leveranser er planlagt etter at prosjektet slutter: {listed}. Skal slutten flyttes?",
            "{count} deliverables are planned after the project ends: {listed}. Should the end be moved?",
        ),
        item=("«{name}» ({found})", "«{name}» ({found})"),
    ),
    Code.NOT_CONSULTED: _ask(
        46,
        (
            "Prosjektet melder {amount} mill. kroner i driftskostnad for {solution}. Er Norsk helsenett spurt?",
            "The project reports NOK {amount} million in operating cost for {solution}. Was Norsk helsenett asked?",
        ),
    ),
    Code.NOT_NAMED_BACK: _list(
        40,
        (
            "«{name}» nevner ikke prosjektet, som venter på det. Er avhengigheten avtalt?",
            "«{name}» does not name the project, which waits for it. Is the dependency agreed?",
        ),
        (
            "{count} prosjekter nevner ikke dette, som venter på dem: {listed}. Er avhengighetene avtalt?",
            "{count} projects do not name this one, which waits for them: {listed}. Are the dependencies agreed?",
        ),
        item=("«{name}»", "«{name}»"),
    ),
}
