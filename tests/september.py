"""A round of September, invented: every edit of the sample round's records, with what comparing must tell of it.

The expectations are written by hand beside each edit, as
``project kind event field [row]: «typed before» → «typed now» (difference)``; ``~`` marks rows that nothing but their
likeness joins, ``<`` the other projects, ``!`` the office's reason. An edit without expectations is no change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ehport.changes.change import Change
from tests.later_rounds import Draft

Do = Callable[[Draft], object]


@dataclass(frozen=True)
class Edit:
    """One edit: what is done, and what is told of it."""

    says: str
    do: Do
    told: tuple[str, ...] = ()


def as_told(change: Change) -> str:
    """Return a change as the expectations are written."""
    row = f" [{change.row}]" if change.row else ""
    difference = f" ({change.difference:+d})" if change.difference is not None else ""
    alike = " ~" if change.alike else ""
    others = f" < {', '.join(change.others)}" if change.others else ""
    why = f" ! {change.why}" if change.why else ""
    kind = change.kind.name.lower()
    return (
        f"{change.project} {kind} {change.event.word} {change.field}{row}: "
        f"«{change.before.typed}» → «{change.now.typed}»{difference}{alike}{others}{why}"
    )


def all_edits(draft: Draft) -> None:
    """Do every edit."""
    for each in EDITS:
        each.do(draft)


def _answer(project: str, **answers: str) -> Do:
    return lambda draft: draft.projects[project].update(answers)


def _row(project: str, listed: str, place: int, **answers: str) -> Do:
    return lambda draft: draft.projects[project][listed][place].update(answers)


def _amount(project: str, place: int, **amounts: str) -> Do:
    """Return what changes a source's amounts; ``in_2021`` is the amount of 2021."""
    given = {name.removeprefix("in_"): text for name, text in amounts.items()}
    return lambda draft: draft.projects[project]["financing"][place]["amounts"].update(given)


def _add(project: str, listed: str, **answers: Any) -> Do:
    return lambda draft: draft.projects[project].setdefault(listed, []).append(answers)


def _without(project: str, listed: str, place: int) -> Do:
    return lambda draft: draft.projects[project][listed].pop(place)


def _registered(project: str, **facts: str) -> Do:
    return lambda draft: draft.registered(project).update(facts)


def _adjusted(project: str, field: str, value: str) -> Do:
    """Return what changes the value of an adjustment; an empty one takes it out."""

    def do(draft: Draft) -> None:
        rows = draft.register["adjustments"]
        row = next(each for each in rows if (each["project"], each["field"]) == (project, field))
        row.update(value=value) if value else rows.remove(row)

    return do


def _gone(*projects: str, listed: bool = False) -> Do:
    """Return what takes projects out of the workbooks, and out of the register unless they are still ``listed``."""

    def do(draft: Draft) -> None:
        for number in projects:
            found = draft.projects.get(number)
            for record in draft.records.values():
                record["projects"] = [each for each in record["projects"] if each is not found]
        if not listed:
            rows = draft.register["projects"]
            draft.register["projects"] = [each for each in rows if each["id"] not in projects]

    return do


def _new(number: str, name: str, actor: str, *, budget: str = "", rating: str = "Grønn", **facts: str) -> Do:
    """Return what puts a project into the register and, when it has a budget, into an actor's workbook."""
    responsible = {"helse-vest": "Helse Vest RHF", "helse-midt-norge": "Helse Midt-Norge RHF"}

    def do(draft: Draft) -> None:
        who = responsible.get(actor, "Helsedirektoratet")
        listed = {"id": number, "name": name, "responsible": who, "area": "1.1", "state": "Ny", **facts}
        draft.register["projects"].append(listed)
        if budget:
            given = {"id": number, "name": name, "responsible": who, "status": rating, "risk": "Gul"}
            money = {"financing": [{"source": "Eieren", "amounts": {"2021": budget}}]}
            draft.records[actor]["projects"].append({**given, **money})

    return do


def _renumbered(project: str, number: str) -> Do:
    def do(draft: Draft) -> None:
        draft.projects[project]["id"] = number
        draft.registered(project).update(id=number, aliases=project)

    return do


def _reversed(project: str, listed: str) -> Do:
    return lambda draft: draft.projects[project][listed].reverse()


def _retyped(project: str, field: str) -> Do:
    """Return what changes case, spaces and punctuation of a text, and no word."""

    def do(draft: Draft) -> None:
        text = draft.projects[project][field]
        draft.projects[project][field] = f"  {text.upper()} .".replace(" ", "  ")

    return do


PORTFOLIO = (
    Edit(
        "117 is completed",
        lambda draft: (
            _gone("117", listed=True)(draft),
            _registered("117", state="Ferdigstilt", next_steps="Linjen har overtatt.")(draft),
        ),
        ("117 membership left register.state: «Aktiv» → «Ferdigstilt» ! Linjen har overtatt.",),
    ),
    Edit("137 vanishes", _gone("137"), ("137 membership left register.state: «Aktiv» → «»",)),
    Edit(
        "165 is listed among those that were completed before",
        lambda draft: (
            _gone("165")(draft),
            draft.register.setdefault("former_projects", []).append(
                {
                    "id": "165",
                    "name": "DigiHelse",
                    "state": "Ferdigstilt",
                    "last_round": "2021-04",
                    "result": "I drift.",
                }
            ),
        ),
        ("165 membership left register.state: «Aktiv» → «Ferdigstilt» ! I drift.",),
    ),
    Edit(
        "200 is new",
        _new("200", "Prøveprosjekt Alfa", "helse-vest", budget="10"),
        ("200 membership entered register.state: «» → «Ny»",),
    ),
    Edit(
        "197 is no longer a candidate",
        _registered("197", state="Ny"),
        ("197 membership entered register.state: «Kandidat» → «Ny»",),
    ),
    Edit(
        "201 is a candidate",
        _new("201", "Prøveprosjekt Beta", "helse-vest", state="Kandidat"),
        ("201 membership candidate register.state: «» → «Kandidat»",),
    ),
    Edit(
        "195 is paused",
        _registered("195", state="Pauset", next_steps="Venter på utviklere."),
        ("195 membership paused register.state: «Aktiv» → «Pauset» ! Venter på utviklere.",),
    ),
    Edit(
        "149 goes on",
        _registered("149", state="Aktiv"),
        ("149 membership resumed register.state: «Pauset» → «Aktiv»",),
    ),
    Edit(
        "175 is called otherwise",
        _registered("175", name="Hjerneslagforløpet"),
        ("175 membership renamed register.name: «Pakkeforløp Hjerneslag» → «Hjerneslagforløpet»",),
    ),
    Edit(
        "172 is given to another",
        _registered("172", responsible="KS"),
        ("172 membership moved register.responsible: «Oslo Kommune» → «KS»",),
    ),
    Edit(
        "171 becomes a part of 60",
        lambda draft: (_gone("171")(draft), _registered("60", aliases="171")(draft)),
        (
            "60 membership merged register.aliases: «» → «171» < 171",
            # Its money is measured against both parts, of which one is left out of the answers.
            "60 money changed budget_year: «1,2 + 1,5» → «» (-2700)",
            "60 money changed operating_cost: «Se kommentar + 1,3» → «Se kommentar»",
            "60 money changed total_cost: «Se kommentar + 5» → «Se kommentar»",
        ),
    ),
    Edit(
        "5 becomes two",
        lambda draft: (
            _gone("5")(draft),
            _new("202", "Velferdsteknologi hjemme", "helsedirektoratet", budget="30", rating="Gul", aliases="5")(draft),
            _new("203", "Velferdsteknologi på institusjon", "helsedirektoratet", budget="25", aliases="5")(draft),
        ),
        ("5 membership split register.aliases: «» → «» < 202, 203",),
    ),
    Edit(
        "187 gets another number",
        _renumbered("187", "205"),
        ("205 membership renumbered register.id: «187» → «205» < 187",),
    ),
    Edit(
        "119 comes back under another number, which nothing joins to it",
        lambda draft: (_gone("119")(draft), _new("206", "HMN Lab", "helse-midt-norge", budget="12")(draft)),
        (
            "119 membership left register.state: «Aktiv» → «»",
            "206 membership entered register.state: «» → «Ny»",
            "206 membership namesake register.name: «HMN Lab» → «HMN Lab» < 119",
        ),
    ),
    Edit(
        "132 is not reported",
        _gone("132", listed=True),
        ("132 membership unreported register.state: «» → «»",),
    ),
    Edit(
        "161 gets a segment",
        _registered("161", segment="Samstyre"),
        ("161 scope changed register.segment: «» → «Samstyre»",),
    ),
)

RATINGS = (
    Edit(
        "164 turns red, with a reason",
        _answer("164", status="Rød", status_reason="Innføringen er stanset."),
        (
            "164 rating changed status: «Grønn» → «Rød» (+2)",
            "164 text changed status_reason: «» → «Innføringen er stanset.»",
        ),
    ),
    Edit(
        "160 has one colour, and the office's adjustment is no longer needed",
        lambda draft: (_answer("160", risk="Rød")(draft), _adjusted("160", "risk", "")(draft)),
        ("160 rating changed risk: «Gul-Rød» → «Rød» (+1)",),
    ),
    Edit("144 is less risky", _answer("144", risk="Grønn"), ("144 rating changed risk: «Gul» → «Grønn» (-1)",)),
    Edit("141 turns yellow", _answer("141", status="Gul"), ("141 rating changed status: «Grønn» → «Gul» (+1)",)),
    Edit("114 turns red", _answer("114", status="Rød"), ("114 rating changed status: «Gul» → «Rød» (+1)",)),
)

MONEY = (
    Edit(
        "107 costs more",
        _answer("107", total_cost="760 mill."),
        ("107 money changed total_cost: «728,8 mill.» → «760 mill.» (+31200)",),
    ),
    Edit(
        "114 costs more to operate",
        _answer("114", operating_cost="2,5"),
        ("114 money changed operating_cost: «0*» → «2,5» (+2500)",),
    ),
    Edit(
        "160 gets more from one of its sources",
        _amount("160", 0, in_2021="60"),
        ("160 money changed budget_year: «54,4 + 53,6 + 10,0 + 18,4 + 1,8» → «60 + 53,6 + 10,0 + 18,4 + 1,8» (+5600)",),
    ),
    Edit("144 gets less", _amount("144", 0, in_2021="65"), ("144 money changed budget_year: «71» → «65» (-6000)",)),
    Edit(
        "190 moves money between two sources",
        lambda draft: (_amount("190", 0, in_2021="18,5")(draft), _amount("190", 1, in_2021="7,0")(draft)),
        (
            "190 money changed financing.budget_year [Medfinansieringsordningen]: «20,5» → «18,5» (-2000)",
            "190 money changed financing.budget_year [NAV]: «5,0» → «7,0» (+2000)",
        ),
    ),
    Edit(
        "the office adjusts 11 otherwise",
        _adjusted("11", "budget_year", "50"),
        ("11 money changed budget_year: «20 + 28,6» → «20 + 28,6» (+1400)",),
    ),
    Edit(
        "181 gets another source next year",
        _add("181", "financing", source="Digdir", amounts={"2022": "3"}),
        (
            "181 money changed next_year: «9» → «9 + 3» (+3000)",
            "181 money added financing [Digdir]: «» → «2022: 3»",
        ),
    ),
    Edit(
        "173 gives an amount for next year", _amount("173", 0, in_2022="4"), ("173 money changed next_year: «» → «4»",)
    ),
)

TIMES = (
    Edit("107 ends later", _answer("107", ends="Q2 2022"), ("107 time later ends: «12.21*» → «Q2 2022» (+6)",)),
    Edit("47 ends later", _answer("47", ends="06.24"), ("47 time later ends: «12.23» → «06.24» (+6)",)),
    Edit("141 ends earlier", _answer("141", ends="06.22"), ("141 time earlier ends: «12.22» → «06.22» (-6)",)),
    Edit(
        "181 stays in its phase for longer",
        _answer("181", phase_ends="09.22"),
        ("181 time later phase_ends: «05.22» → «09.22» (+4)",),
    ),
    Edit(
        "191 knows when it ends",
        _answer("191", ends="12.2028"),
        ("191 time changed ends: «Ikke avklart» → «12.2028»",),
    ),
    Edit(
        "184 knows its end more precisely",
        _answer("184", ends="06.2023"),
        ("184 time changed ends: «2023» → «06.2023» (+0)",),
    ),
    Edit(
        "173 goes into its next phase, which ends when it ends",
        _answer("173", phase="Avslutning", phase_ends="10.21"),
        (
            "173 phase changed phase: «Gjennomføring» → «Avslutning»",
            "173 time changed phase_ends: «03.21» → «10.21»",
        ),
    ),
)

DELIVERABLES = (
    Edit(
        "191 delivers",
        _row("191", "deliverables", 0, planned="Levert"),
        ("191 scope delivered deliverables.state [Planfase - Fullført planfase]: «Des. 2021» → «Levert»",),
    ),
    Edit(
        "194 puts off a deliverable",
        _row("194", "deliverables", 3, planned="12.2022"),
        (
            "194 scope later deliverables.planned [SSD for Helhetlig samhandling steg 2-n levert av forprosjektet.]: "
            "«12.2021» → «12.2022» (+12)",
        ),
    ),
    Edit(
        "194 adds a deliverable",
        _add("194", "deliverables", name="Prøveleveranse", planned="2023"),
        ("194 scope added deliverables [Prøveleveranse]: «» → «2023»",),
    ),
    Edit(
        "100 takes a deliverable out",
        _without("100", "deliverables", 3),
        (
            "100 scope removed deliverables [Oppgradering av digital fødselsmelding til modernisert folkeregister]: "
            "«2020» → «»",
        ),
    ),
    Edit(
        "190 drops a deliverable",
        _row("190", "deliverables", 4, state="Utgår"),
        ("190 scope dropped deliverables.state [Logistikk og lager]: «Des 2023» → «Des 2023, Utgår»",),
    ),
    Edit(
        "169 calls a deliverable almost the same",
        _row("169", "deliverables", 8, name="Etablere datafangst fra helsestasjon (HST)"),
        (
            "169 scope renamed deliverables [Etablere datafangst fra helsestasjon (HST)]: "
            "«Etablere datafangst fra HST» → «Etablere datafangst fra helsestasjon (HST)» ~",
        ),
    ),
    Edit(
        "145 calls a deliverable with a code quite otherwise",
        _row("145", "deliverables", 5, name="Innføring i alle fylker"),
        (
            "145 scope renamed deliverables [Innføring i alle fylker]: "
            "«Løsning overlevet til nasjonal innføring» → «Innføring i alle fylker»",
        ),
    ),
)

CONTENT = (
    Edit(
        "47 needs something later",
        _row("47", "dependencies", 0, due="06.24"),
        ("47 scope changed dependencies.due [Helseplattformen]: «12.23» → «06.24» (+6)",),
    ),
    Edit(
        "47 needs something more",
        _row("47", "dependencies", 4, criticality="Høy"),
        ("47 scope changed dependencies.criticality [HOD]: «Middels» → «Høy»",),
    ),
    Edit(
        "161 waits for something that is red",
        _row("161", "dependencies", 2, status="Rød"),
        ("161 scope changed dependencies.status [Norsk Helsenett/Kjernejournal]: «Gul» → «Rød» (+1)",),
    ),
    Edit(
        "102 no longer depends on 111",
        _without("102", "dependencies", 3),
        ("102 scope removed dependencies [Helseplattformen]: «1, Høy, 05.21 **), Gul» → «»",),
    ),
    Edit(
        "102 depends on something new",
        _add("102", "dependencies", on="Prøvemiljøet", criticality="Lav", due="12.2022"),
        ("102 scope added dependencies [Prøvemiljøet]: «» → «Lav, 12.2022»",),
    ),
    Edit(
        "160 finds a precondition less critical",
        _row("160", "preconditions", 1, criticality="Middels"),
        ("160 scope changed preconditions.criticality [EPJ-utvikling, fastleger]: «Høy» → «Middels»",),
    ),
    Edit(
        "181 is most relevant to another focus area",
        _answer("181", focus_area="2.2"),
        ("181 scope changed focus_area: «2.1» → «2.2»",),
    ),
    Edit(
        "107 is relevant to one more focus area, and less to another",
        lambda draft: draft.projects["107"]["relevance"].update({"1.1": "L", "5.1": "L"}),
        (
            "107 scope added relevance [1.1]: «» → «L»",
            "107 scope changed relevance.level [5.1]: «M» → «L»",
        ),
    ),
    Edit(
        "164 has a benefit plan",
        _answer("164", benefit_plan="Ja"),
        ("164 scope changed benefit_plan: «Nei» → «Ja»",),
    ),
)

TEXTS = (
    Edit(
        "51 has another owner",
        _answer("51", owner="Avdelingsleder, Helse Vest"),
        ("51 text changed owner: «Prosjekteier, Helse Vest» → «Avdelingsleder, Helse Vest»",),
    ),
    Edit(
        "182 says more of what it needs from one of two dependencies on the same",
        _row("182", "dependencies", 2, what="Sentral forskrivningsmodul i drift"),
        (
            "182 text changed dependencies.what [Direktoratet for e-helse]: "
            "«Sentral forskrivningsmodul» → «Sentral forskrivningsmodul i drift»",
        ),
    ),
    Edit(
        "145 says something else where an amount is asked for",
        _answer("145", operating_cost="Ikke beregnet"),
        ("145 money changed operating_cost: «Foreløpig ikke avklart» → «Ikke beregnet»",),
    ),
)

NO_CHANGES = (
    Edit("an amount is written otherwise", _answer("145", total_cost="48,0")),
    Edit("a month is written otherwise", _answer("190", ends="desember 2023")),
    Edit("a day of words is written otherwise", _answer("125", ends="ikke fastsatt")),
    Edit("case, spaces and punctuation", _retyped("144", "purpose")),
    Edit("the month of the answers", _answer("196", revised="september 2021")),
    Edit("rows in another order", _reversed("193", "deliverables")),
    Edit("dependencies in another order", _reversed("194", "dependencies")),
    Edit(
        "suggested rows that said nothing are taken out", lambda draft: draft.projects["181"].pop("preconditions", None)
    ),
    Edit("the same number with its unit", _answer("173", total_cost="45 mill. kroner")),
    Edit("a new project is new no longer", _registered("199", state="Aktiv")),
    Edit("those who had left are listed no longer", _gone("112", "138", "139", "170")),
    Edit("another name of the same organisation", _registered("51", responsible="Helse Vest")),
    Edit("what the office had adjusted is now reported so", _answer("51", focus_area="4.1")),
    Edit("an answer to a question that was not asked before", _answer("47", criterion_digital="Ja")),
    Edit("a colour in capitals", _answer("102", status="RØD")),
)

EDITS = (*PORTFOLIO, *RATINGS, *MONEY, *TIMES, *DELIVERABLES, *CONTENT, *TEXTS, *NO_CHANGES)
