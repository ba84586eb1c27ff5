"""The rules about the portfolio (P), declared: between projects, in the register, in the office's text."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.diagnostics.code import Code
from ehport.diagnostics.rule import Example, Rule, answers, error, info, scene, warning
from ehport.system.text_files import HOW_TO_SAVE

_ONE_PROJECT_ONE_NUMBER = (
    "Nummeret er prosjektets identitet: med feil nummer havner svarene på et annet prosjekt.",
    "The number is the project's identity: under a wrong number the answers end up with another project.",
)
_OTHERS_MUST_KNOW = (
    "Den som venter på et annet prosjekt, bør vite hvordan det står til med det.",
    "Those who wait for another project should know how it stands.",
)
_OTHER = "Felles register"


def _with_other(state: str, **given: str) -> Example:
    """Return an example of a project that depends on another, number 901, in a state."""
    return Example(
        {"dependencies": [{"on": _OTHER, "project": "901", "due": given.pop("due", "12.2022")}]},
        others=({"id": "901", "name": _OTHER, **given},),
        register={"projects": ({"id": "901", "name": _OTHER, "state": state},)},
    )


PROJECT_COMPARISON_RULES: Mapping[Code, Rule] = {
    Code.ID_TWICE: error(
        ("Samme nummer to ganger", "The same number twice"),
        (
            "Nummeret «{id}» står også på «{name}» ({other})",
            "The number «{id}» also stands on «{name}» ({other})",
        ),
        help=(
            "slett den kopien som ikke gjelder, eller gi prosjektet det nummeret det skal ha",
            "delete the copy that does not hold, or give the project the number it should have",
        ),
        why=_ONE_PROJECT_ONE_NUMBER,
        example=Example(others=({"name": "Felles logg, kopi"},)),
    ),
    Code.ID_UNKNOWN: error(
        ("Ukjent nummer", "Unknown number"),
        (
            "«{label}» er «{found}», som ikke finnes i registeret",
            "«{label}» is «{found}», which is not in the register",
        ),
        help=(
            "se etter skrivefeil i nummeret; et nytt prosjekt meldes til porteføljekontoret og føres i registeret",
            "look for a typing mistake in the number; a new project is announced to the portfolio "
            "office and entered in the register",
        ),
        why=_ONE_PROJECT_ONE_NUMBER,
        example=answers(id="999"),
    ),
    Code.NO_SUBMISSION: error(
        ("Prosjektet er ikke meldt inn", "The project is not reported"),
        ("Ingen aktør har meldt inn {id} {name}", "No actor has reported {id} {name}"),
        help=(
            "be {responsible} om prosjektarket, eller endre tilstanden i registeret, for eksempel til Pauset",
            "ask {responsible} for the project sheet, or change the state in the register, for example to Pauset",
        ),
        why=(
            "Et aktivt prosjekt uten innmelding har verken status, risiko eller budsjett i rapporten.",
            "An active project without a submission has neither status, risk nor budget in the report.",
        ),
        example=Example(register={"projects": ({"id": "901", "name": _OTHER, "state": "Aktiv"},)}),
    ),
    Code.ID_MISSING: warning(
        ("Kjent igjen på navnet", "Recognised by its name"),
        (
            "Prosjektet har ikke oppgitt nummer og er kjent igjen som {id} {name}",
            "The project gives no number and is recognised as {id} {name}",
        ),
        help=(
            "skriv nummeret på arket, for eksempel {id}",
            "write the number on the sheet, for example {id}",
        ),
        why=_ONE_PROJECT_ONE_NUMBER,
        example=answers(id=""),
    ),
    Code.NUMBER_WANTED: error(
        ("Nytt prosjekt uten nummer", "A new project without a number"),
        (
            "«{name}» på arket {other} er meldt uten nummer, og er ikke i registeret",
            "«{name}» on the sheet {other} is reported without a number, and is not in the register",
        ),
        help=(
            "før prosjektet inn i registeret under samme navn, med et nytt nummer",
            "enter the project in the register under the same name, with a new number",
        ),
        why=(
            "Et prosjekt uten nummer er ikke med i rapporten, og bare porteføljekontoret kan gi det et nummer.",
            "A project without a number is not in the report, and only the portfolio office can give it one.",
        ),
        example=scene("et nytt prosjekt er meldt uten nummer", "a new project is reported without a number"),
    ),
    Code.NAME_DIFFERS: warning(
        ("Navnet er et annet enn i registeret", "The name is not the register's"),
        (
            "«{label}» er «{found}», men {id} heter «{name}» i registeret",
            "«{label}» is «{found}», but {id} is called «{name}» in the register",
        ),
        help=(
            "skriv navnet som i registeret, eller meld det nye navnet til porteføljekontoret",
            "write the name as in the register, or tell the portfolio office the new name",
        ),
        why=(
            "Et nytt navn på et kjent nummer er enten et navnebytte eller feil ark.",
            "A new name under a known number is either a renaming or the wrong sheet.",
        ),
        example=answers(name="Digital timebestilling"),
    ),
    Code.DEPENDS_ON_PAUSED: warning(
        ("Avhengig av et pauset prosjekt", "Depends on a paused project"),
        (
            "Prosjektet er avhengig av «{name}» ({id}), som er pauset",
            "The project depends on «{name}» ({id}), which is paused",
        ),
        help=(
            "skriv hva pausen betyr for prosjektet, og hva som gjøres med det",
            "write what the pause means for the project, and what is done about it",
        ),
        why=_OTHERS_MUST_KNOW,
        example=_with_other("Pauset"),
    ),
    Code.DEPENDS_ON_LEAVING: warning(
        ("Avhengig av et prosjekt som går ut", "Depends on a project that leaves"),
        (
            "Prosjektet er avhengig av «{name}» ({id}), som {fate}",
            "The project depends on «{name}» ({id}), which {fate}",
        ),
        help=(
            "skriv hvem som leverer i stedet, eller fjern avhengigheten hvis den er oppfylt",
            "write who delivers instead, or remove the dependency if it is met",
        ),
        why=_OTHERS_MUST_KNOW,
        example=_with_other("Går ut"),
    ),
    Code.DEPENDS_ON_RED: warning(
        ("Avhengig av et rødt prosjekt", "Depends on a red project"),
        (
            "Prosjektet er avhengig av «{name}» ({id}), som har rød status",
            "The project depends on «{name}» ({id}), whose status is red",
        ),
        help=(
            "skriv hva det betyr for prosjektet, og vurder fargen på avhengigheten",
            "write what this means for the project, and consider the colour of the dependency",
        ),
        why=_OTHERS_MUST_KNOW,
        example=_with_other("Aktiv", status="Rød", status_reason="Leverandøren har trukket seg."),
    ),
    Code.DEPENDENCY_UNKNOWN: warning(
        ("Ukjent prosjekt i en avhengighet", "Unknown project in a dependency"),
        (
            "«{label}» er «{found}», som ikke finnes i registeret",
            "«{label}» is «{found}», which is not in the register",
        ),
        help=(
            "skriv nummeret prosjektet har i porteføljen, eller la feltet stå tomt",
            "write the number the project has in the portfolio, or leave the field empty",
        ),
        why=(
            "Avhengigheten kommer ikke med i kartet over avhengigheter.",
            "The dependency is left out of the dependency map.",
        ),
        example=answers(dependencies=[{"on": "Et annet prosjekt", "project": "999", "due": "12.2022"}]),
    ),
    Code.DUE_BEFORE_DELIVERY: warning(
        ("Fristen er før den andre leverer", "The deadline is before the other delivers"),
        (
            "Fristen er «{found}», men «{name}» ({id}) slutter først «{ends}»",
            "The deadline is «{found}», but «{name}» ({id}) does not end before «{ends}»",
        ),
        help=(
            "avtal en frist som begge kan holde, for eksempel {ends}",
            "agree on a deadline that both can keep, for example {ends}",
        ),
        why=_OTHERS_MUST_KNOW,
        example=_with_other("Aktiv", ends="12.2024", phase_ends="12.2024", due="06.2021"),
    ),
    Code.RESPONSIBLE_DIFFERS: info(
        ("En annen ansvarlig enn i registeret", "Another responsible than in the register"),
        (
            "«{label}» er «{found}», men registeret har «{responsible}»",
            "«{label}» is «{found}», but the register has «{responsible}»",
        ),
        help=(
            "ingenting må gjøres: rapporten bruker registeret; meld fra hvis ansvaret er flyttet",
            "nothing needs to be done: the report uses the register; tell the office if the responsibility has moved",
        ),
        why=(
            "Antall og budsjett per virksomhet følger den ansvarlige i registeret.",
            "Counts and budgets per organisation follow the responsible one in the register.",
        ),
        example=answers(responsible="Sykehusinnkjøp HF"),
    ),
    Code.PAUSED_WITH_RATING: info(
        ("Pauset, men med farge", "Paused, but with a colour"),
        (
            "«{label}» er «{found}», men prosjektet er pauset i registeret",
            "«{label}» is «{found}», but the project is paused in the register",
        ),
        help=(
            "ingenting må gjøres: rapporten viser prosjektet som pauset; meld fra hvis det er i gang igjen",
            "nothing needs to be done: the report shows the project as paused; tell the office if it has resumed",
        ),
        why=(
            "Pauset er en tilstand, ikke en farge, og fargen til et pauset prosjekt telles ikke.",
            "Paused is a state, not a colour, and the colour of a paused project is not counted.",
        ),
        example=Example(
            {"status": "Gul", "status_reason": "Venter på avklaring."},
            register={"projects": ({"id": "900", "state": "Pauset"},)},
        ),
    ),
    Code.OTHER_AREA: warning(
        ("Et annet innsatsområde enn i registeret", "Another focus area than in the register"),
        (
            "«{label}» er «{found}», men registeret har {area}",
            "«{label}» is «{found}», but the register has {area}",
        ),
        help=(
            "bruk {area}, eller bli enig med porteføljekontoret om å flytte prosjektet",
            "use {area}, or agree with the portfolio office to move the project",
        ),
        why=(
            "Flyttes et prosjekt mellom områder, endres budsjettet for begge.",
            "When a project moves between areas, the budget of both changes.",
        ),
        example=Example(register={"projects": ({"id": "900", "area": "2.1"},)}),
    ),
    Code.NOT_NAMED_BACK: info(
        ("Den andre nevner ikke avhengigheten", "The other side does not name the dependency"),
        (
            "«{name}» ({id}) nevner ikke prosjektet, som venter på det",
            "«{name}» ({id}) does not name the project, which waits for it",
        ),
        help=(
            "se etter at {responsible} vet om avhengigheten",
            "see that {responsible} knows of the dependency",
        ),
        why=(
            "En avhengighet bare den ene kjenner, er den som oftest svikter.",
            "A dependency that only one side knows is the one that fails most often.",
        ),
        example=_with_other("Aktiv"),
    ),
    Code.NAME_VARIES: info(
        ("Navnet er skrevet annerledes", "The name is written differently"),
        (
            "«{label}» er «{found}»; i registeret står «{name}»",
            "«{label}» is «{found}»; the register has «{name}»",
        ),
        help=(
            "ingenting må gjøres: rapporten bruker navnet i registeret",
            "nothing needs to be done: the report uses the name in the register",
        ),
        why=(
            "Like navn gjør prosjektet lett å finne igjen fra runde til runde.",
            "Equal names make a project easy to find from round to round.",
        ),
        example=answers(name="Felles loggløsning"),
    ),
    Code.NOT_REPORTED: info(
        ("Ikke meldt inn, og ikke ventet", "Not reported, and not expected"),
        (
            "{id} {name} er ikke meldt inn; tilstanden i registeret er «{state}»",
            "{id} {name} is not reported; its state in the register is «{state}»",
        ),
        help=("ingenting må gjøres", "nothing needs to be done"),
        why=(
            "Pausede, ferdige og utgåtte prosjekter trenger ikke noe prosjektark.",
            "Paused, completed and leaving projects need no project sheet.",
        ),
        example=Example(register={"projects": ({"id": "901", "name": _OTHER, "state": "Pauset"},)}),
    ),
}

REGISTER_RULES: Mapping[Code, Rule] = {
    Code.ADJUSTMENT_UNKNOWN: error(
        ("Justering av noe ukjent", "Adjustment of something unknown"),
        (
            "Justeringen gjelder feltet «{name}» i prosjekt «{project}», som ikke finnes eller ikke kan justeres",
            "The adjustment is of the field «{name}» in project «{project}», which is unknown or cannot be adjusted",
        ),
        help=(
            "skriv et nummer fra registeret, og feltet slik det heter i skjemaet, for eksempel Totalkostnad eller "
            "Budsjett 2021; et svar i en liste kan ikke justeres",
            "write a number from the register, and the field as the form calls it, for example Total cost or "
            "Budget 2021; an answer in a list cannot be adjusted",
        ),
        why=(
            "Rapporten ville vise den innmeldte verdien, som kontoret har ment å erstatte.",
            "The report would show the submitted value, which the office meant to replace.",
        ),
        example=Example(
            register={"adjustments": ({"project": "900", "field": "farge", "value": "Gul", "reason": "Avtalt."},)}
        ),
    ),
    Code.ADJUSTMENT_UNREADABLE: error(
        ("Justering som ikke kan leses", "Adjustment that cannot be read"),
        (
            "Justeringen av «{name}» er «{value}», som feltet ikke kan ha",
            "The adjustment of «{name}» is «{value}», which the field cannot hold",
        ),
        help=(
            "skriv verdien slik aktøren ville skrevet den, for eksempel Gul eller 16,6",
            "write the value as the actor would, for example Gul or 16,6",
        ),
        why=(
            "Rapporten ville vise den innmeldte verdien, som kontoret har ment å erstatte.",
            "The report would show the submitted value, which the office meant to replace.",
        ),
        example=Example(
            register={"adjustments": ({"project": "900", "field": "status", "value": "Lilla", "reason": "Avtalt."},)}
        ),
    ),
    Code.EXEMPTION_UNUSED: info(
        ("Unntak som ikke trengs", "Exemption that is not needed"),
        (
            "Unntaket for {name}{where} dekker ingen melding i denne runden",
            "The exemption of {name}{where} covers no diagnostic of this round",
        ),
        help=("slett unntaket fra registeret", "delete the exemption from the register"),
        why=(
            "Et unntak som blir stående, kan skjule en ny feil senere.",
            "An exemption that is left can hide a new fault later.",
        ),
        example=Example(
            register={"exemptions": ({"code": "R302", "project": "900", "reason": "Avtalt.", "last_round": "2030-01"},)}
        ),
    ),
    Code.EXEMPTION_EXPIRED: warning(
        ("Unntak som er gått ut", "Exemption that has expired"),
        (
            "Unntaket for {name}{where} gjaldt til og med runde {last}",
            "The exemption of {name}{where} was valid up to round {last}",
        ),
        help=(
            "avtal på nytt og flytt runden, eller slett unntaket",
            "agree again and move the round, or delete the exemption",
        ),
        why=(
            "Et unntak er en avtale for en tid, og meldingen teller igjen.",
            "An exemption is an agreement for a time, and the diagnostic counts again.",
        ),
        example=Example(
            {"name": "Felles logg (PFS-21)"},
            register={
                "exemptions": ({"code": "R313", "project": "900", "reason": "Avtalt.", "last_round": "2020-01"},)
            },
        ),
    ),
    Code.EXEMPTION_UNKNOWN: warning(
        ("Unntak for noe ukjent", "Exemption of something unknown"),
        (
            "Unntaket gjelder «{name}»{where}, som ikke finnes",
            "The exemption is of «{name}»{where}, which does not exist",
        ),
        help=(
            "skriv en kode fra «ehport rules», for eksempel R302, et nummer fra registeret, og om nødvendig et "
            "felt slik det heter i skjemaet, for eksempel Totalkostnad eller Avhengigheter: Frist; la nummeret stå "
            "tomt når meldingen ikke hører til noe prosjekt",
            "write a code from «ehport rules», for example R302, a number from the register, and a field if "
            "needed as the form calls it, for example Total cost or Dependencies: Due; leave the number empty when the "
            "diagnostic belongs to no project",
        ),
        why=(
            "Unntaket virker ikke, og meldingen det var ment for, står ved lag.",
            "The exemption has no effect, and the diagnostic it was meant for stands.",
        ),
        example=Example(
            register={"exemptions": ({"code": "R999", "project": "900", "reason": "Avtalt.", "last_round": "2030-01"},)}
        ),
    ),
    Code.ORGANISATION_UNKNOWN: error(
        ("Ukjent virksomhet i registeret", "Unknown organisation in the register"),
        (
            "«{label}» er «{found}», som ikke står på arket for aktører",
            "«{label}» is «{found}», which is not on the sheet of organisations",
        ),
        help=(
            "bruk navnet fra arket for aktører, eller før virksomheten opp der",
            "use the name from the sheet of organisations, or enter the organisation there",
        ),
        why=(
            "Uten kostnadsgruppe faller prosjektet ut av tabellen over virksomheter.",
            "Without a cost group the project drops out of the table of organisations.",
        ),
        example=Example(register={"projects": ({"id": "900", "responsible": "Sykehusinnkjøp HF"},)}),
    ),
}

_WRITE_THE_CHAPTER = (
    "skriv kapitlet, for eksempel to setninger om hva som er nytt; et utkast uten lages med --draft",
    "write the chapter, for example two sentences on what is new; a draft without it is built with --draft",
)
_NOTHING_WRITTEN = (
    "Rapporten ville vise en overskrift uten noe under, eller forrige rundes overskrifter som om de gjaldt nå.",
    "The report would show a heading with nothing under it, or last round's headings as if they held now.",
)

EDITORIAL_RULES: Mapping[Code, Rule] = {
    Code.FACT_UNKNOWN: error(
        ("Ukjent tall i teksten", "Unknown figure in the text"),
        (
            "«{found}» er ikke navnet på noe tall i runden",
            "«{found}» is not the name of any figure of the round",
        ),
        help=(
            "skriv et av navnene fra «ehport facts RUNDE», for eksempel status.yellow.share{of}",
            "write one of the names from «ehport facts ROUND», for example status.yellow.share{of}",
        ),
        why=(
            "Tall i teksten skrives som navn, så de aldri kan være et annet tall enn figurens.",
            "Figures in the text are written as names, so that they can never differ from the chart.",
        ),
        example=scene("teksten har {{ status.gul.andel }}", "the text has {{ status.gul.andel }}"),
    ),
    Code.BLOCK_UNKNOWN: error(
        ("Ukjent figur eller tabell", "Unknown figure or table"),
        (
            "«{found}» er ikke navnet på noen figur eller tabell",
            "«{found}» is not the name of any figure or table",
        ),
        help=(
            "skriv et av navnene fra «ehport facts RUNDE», for eksempel {{{{ figure: status }}}}{of}",
            "write one of the names from «ehport facts ROUND», for example {{{{ figure: status }}}}{of}",
        ),
        why=("Plassen i kapitlet ville stå tom.", "The place in the chapter would stay empty."),
        example=scene("teksten har {{ figure: statuss }}", "the text has {{ figure: statuss }}"),
    ),
    Code.BLOCK_NOT_PLACED: info(
        ("Figur eller tabell uten plass", "Figure or table without a place"),
        (
            "«{name}» er ikke plassert i noe kapittel og kommer til slutt i avsnittet",
            "«{name}» is not placed in any chapter and comes at the end of its section",
        ),
        help=("skriv {{{{ {name} }}}} der den skal stå", "write {{{{ {name} }}}} where it belongs"),
        why=(
            "Figurer leses best ved siden av teksten de hører til.",
            "Charts are best read beside the text they belong to.",
        ),
        example=scene("kapittel 2 nevner ikke figuren over risiko", "chapter 2 does not place the chart of risk"),
    ),
    Code.EDITORIAL_SYNTAX: error(
        ("Uttrykket kan ikke leses", "The expression cannot be read"),
        ("Uttrykket «{found}» kan ikke leses", "The expression «{found}» cannot be read"),
        help=(
            "skriv et navn mellom doble klammer, for eksempel {{{{ status.yellow.share }}}}",
            "write a name between double braces, for example {{{{ status.yellow.share }}}}",
        ),
        why=(
            "Uttrykket ville stå i rapporten slik det er skrevet.",
            "The expression would stand in the report as it is written.",
        ),
        example=scene(
            "teksten har {{ status.yellow.share uten de siste klammene",
            "the text has {{ status.yellow.share without the closing braces",
        ),
    ),
    Code.EDITORIAL_MISSING: warning(
        ("Kapitlet mangler tekst", "The chapter has no text"),
        (
            "Kapitlet «{file}» finnes ikke i mappen for redaksjonell tekst",
            "The chapter «{file}» is not in the folder of editorial text",
        ),
        help=(
            "skriv kapitlet, eller la rapporten komme uten tekst der",
            "write the chapter, or let the report appear without text there",
        ),
        why=(
            "Figurer og tabeller skrives ut også uten tekst, men leseren mangler sammenhengen.",
            "Charts and tables are printed without text as well, but the reader lacks the context.",
        ),
        example=scene("«02-status.md» er slettet", "«02-status.md» is deleted"),
    ),
    Code.NUMBER_COPIED: info(
        ("Tall skrevet for hånd", "Figure written by hand"),
        (
            "«{found}» er {name} i runden, skrevet for hånd ({meaning})",
            "«{found}» is {name} of the round, written by hand ({meaning})",
        ),
        help=(
            "skriv {expression} i stedet for «{found}», så følger det med når dataene endres",
            "write {expression} instead of «{found}», so that it follows when the data changes",
        ),
        why=(
            "Tallet er riktig nå, men blir feil når et svar rettes eller neste runde begynner med samme tekst.",
            "The figure is right now, and goes wrong when an answer is corrected, or in the next round with this text.",
        ),
        example=scene("teksten har «45 prosjekter»", "the text has «45 prosjekter»"),
    ),
    Code.NUMBER_OF_PREVIOUS: warning(
        ("Forrige rundes tall", "The previous round's figure"),
        (
            "«{found}» er {name} i forrige runde; i denne er det {now} ({meaning})",
            "«{found}» is {name} of the previous round; in this one it is {now} ({meaning})",
        ),
        help=(
            "skriv {expression} i stedet for «{found}», eller si i setningen at tallet er fra forrige runde",
            "write {expression} instead of «{found}», or say in the sentence that it is the previous round's",
        ),
        why=(
            "Teksten er overtatt fra forrige runde, og tabellene ved siden av viser noe annet.",
            "The text was taken over from the previous round, and the tables beside it show something else.",
        ),
        example=scene(
            "teksten har «61 prosent har gul status», som gjaldt i januar",
            "the text has «61 prosent har gul status», which was so in January",
        ),
    ),
    Code.NUMBER_NEARLY: warning(
        ("Nesten rundens tall", "Nearly the round's figure"),
        (
            "«{found}» ligner på {name}, som er {now} i denne runden og {before} i forrige ({meaning})",
            "«{found}» is close to {name}, which is {now} in this round and {before} in the previous ({meaning})",
        ),
        help=(
            "skriv {expression} i stedet for «{found}» hvis det er dette tallet teksten mener",
            "write {expression} instead of «{found}» if this is the figure that the text means",
        ),
        why=(
            "Et tall som nesten stemmer, er oftest regnet for hånd eller skrevet før et svar ble rettet.",
            "A figure that is nearly right was mostly counted by hand, or written before an answer was corrected.",
        ),
        example=scene(
            "teksten har «46 prosjekter», og porteføljen har 45",
            "the text has «46 prosjekter», and the portfolio has 45",
        ),
    ),
    Code.NUMBER_OTHER: warning(
        ("Et annet tall enn rundens", "Another number than the round's"),
        (
            "«{found}» er skrevet om {name}, som er {now} i denne runden og {before} i forrige ({meaning})",
            "«{found}» is written of {name}, which is {now} in this round and {before} in the previous ({meaning})",
        ),
        help=(
            "skriv {expression} i stedet for «{found}», eller si hvilket annet tall det er",
            "write {expression} instead of «{found}», or say which other figure it is",
        ),
        why=(
            "Setningen sier bare ett tall om én aktør, ett område eller én farge, og rapporten har et annet.",
            "The sentence states one figure of one actor, one area or one colour, and the report has another.",
        ),
        example=scene(
            "teksten har «Helse Vest har 9 prosjekter», og Helse Vest har 4",
            "the text has «Helse Vest har 9 prosjekter», and Helse Vest has 4",
        ),
    ),
    Code.EDITORIAL_NOT_PRINTED: warning(
        ("Teksten blir ikke trykt", "The text is not printed"),
        (
            "«{file}» hører ikke til noe kapittel, så ingenting i den kommer med i rapporten",
            "«{file}» belongs to no chapter, so nothing of it comes into the report",
        ),
        help=(
            "flytt teksten til et av kapitlene, for eksempel {example}, eller slett filen",
            "move the text into one of the chapters, for example {example}, or delete the file",
        ),
        why=(
            "Rapportens kapitler har faste filnavn, og en fil med et annet navn ser ut som om den er med.",
            "The report's chapters have fixed file names, and a file under another name looks as if it were included.",
        ),
        example=scene("mappen har «02-status-ny.md»", "the folder has «02-status-ny.md»"),
    ),
    Code.EDITORIAL_TOO_LARGE: error(
        ("Kapitlet er for stort", "The chapter is too large"),
        ("«{file}» har {more}, og grensen er {limit}", "«{file}» has {more}, and the limit is {limit}"),
        help=(
            "del teksten, eller ta bort det som ikke hører hjemme i et kapittel",
            "divide the text, or take away what does not belong in a chapter",
        ),
        why=(
            "Et kapittel er noen sider tekst; mye mer enn det er en annen fil som er lagt i mappen ved en feil.",
            "A chapter is some pages of text; much more than that is another file put into the folder by mistake.",
        ),
        example=scene("«02-status.md» er på 4 MB", "«02-status.md» has 4 MB"),
    ),
    Code.EDITORIAL_ENCODING: error(
        ("Kapitlet er ikke lagret som UTF-8", "The chapter is not saved as UTF-8"),
        (
            "«{file}» er ikke lagret i UTF-8, men i {encoding}, så ingenting i den kan leses",
            "«{file}» is not saved in UTF-8, but in {encoding}, so nothing of it can be read",
        ),
        help=(HOW_TO_SAVE.nb, HOW_TO_SAVE.en),
        why=(
            "Bokstavene æ, ø og å blir feil, og kapitlet ville mangle i rapporten.",
            "Letters such as æ, ø and å would come out wrong, and the chapter would be missing from the report.",
        ),
        example=scene("«02-status.md» er lagret som ANSI", "«02-status.md» is saved as ANSI"),
    ),
    Code.EDITORIAL_EMPTY: error(
        ("Kapitlet er tomt", "The chapter is empty"),
        ("«{file}» er tom", "«{file}» is empty"),
        help=_WRITE_THE_CHAPTER,
        why=_NOTHING_WRITTEN,
        example=scene("«00-forord.md» er tom", "«00-forord.md» is empty"),
    ),
    Code.EDITORIAL_ONLY_HEADINGS: error(
        ("Kapitlet har bare overskrifter", "The chapter has headings only"),
        (
            "«{file}» har overskrifter, men ingen tekst under dem",
            "«{file}» has headings, but no text under them",
        ),
        help=_WRITE_THE_CHAPTER,
        why=_NOTHING_WRITTEN,
        example=scene(
            "«01-oppsummering.md» er som da runden ble åpnet", "«01-oppsummering.md» is as it was when the round opened"
        ),
    ),
    Code.EDITORIAL_BARE_HEADING: error(
        ("Ingenting under overskriften", "Nothing under the heading"),
        ("Det står ingenting under overskriften «{found}»", "Nothing stands under the heading «{found}»"),
        help=(
            "skriv det som er nytt, eller ta bort overskriften",
            "write what is new, or take the heading away",
        ),
        why=_NOTHING_WRITTEN,
        example=scene(
            "«## Risiko» er fulgt av «## Økonomi», uten tekst mellom",
            "«## Risiko» is followed by «## Økonomi», with no text between",
        ),
    ),
}
