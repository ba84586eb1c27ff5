"""The rules about files (F) and sheets (S), declared: what cannot be read, and what stands in odd places."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.diagnostics.code import Code
from ehport.diagnostics.rule import Rule, error, info, scene, warning

_NOTHING_READ = (
    "Uten arbeidsboken mangler aktørens prosjekter i rapporten.",
    "Without the workbook the actor's projects are missing from the report.",
)

FILE_RULES: Mapping[Code, Rule] = {
    Code.FILE_MISSING: error(
        ("Filen finnes ikke", "The file does not exist"),
        ("Filen «{file}» finnes ikke", "The file «{file}» does not exist"),
        help=(
            "se etter skrivefeil i navnet, eller gå til mappen der filen ligger",
            "look for a typing mistake in the name, or go to the folder where the file lies",
        ),
        why=_NOTHING_READ,
        example=scene(
            "«helse-vest.xlsx» er flyttet til en annen mappe",
            "«helse-vest.xlsx» has been moved to another folder",
        ),
    ),
    Code.NOT_A_WORKBOOK: error(
        ("Ikke en Excel-arbeidsbok", "Not an Excel workbook"),
        ("«{file}» er {kind}, ikke en Excel-arbeidsbok (.xlsx)", "«{file}» is {kind}, not an Excel workbook (.xlsx)"),
        help=(
            "innmeldingen er en Excel-arbeidsbok (.xlsx): {how}",
            "the submission is an Excel workbook (.xlsx): {how}",
        ),
        why=(
            "Bare arbeidsbøker i formatet .xlsx kan leses.",
            "Only workbooks in the .xlsx format can be read.",
        ),
        example=scene(
            "et Word-dokument har fått navnet «helse-vest.xlsx»",
            "a Word document has been named «helse-vest.xlsx»",
        ),
    ),
    Code.OLD_EXCEL: error(
        ("Gammelt Excel-format", "Old Excel format"),
        ("«{file}» er i det gamle Excel-formatet (.xls)", "«{file}» is in the old Excel format (.xls)"),
        help=(
            "åpne filen i Excel og velg Lagre som › Excel-arbeidsbok (.xlsx)",
            "open the file in Excel and choose Save As › Excel Workbook (.xlsx)",
        ),
        why=(
            "Det gamle formatet bevarer ikke skjemaets skjulte nøkler.",
            "The old format does not keep the hidden keys of the form.",
        ),
        example=scene("skjemaet er lagret som Excel 97–2003", "the form is saved as Excel 97–2003"),
    ),
    Code.PASSWORD: error(
        ("Filen er kryptert", "The file is encrypted"),
        ("«{file}» er beskyttet med passord", "«{file}» is protected with a password"),
        help=(
            "fjern passordet i Excel (Fil › Info › Beskytt arbeidsbok) og lagre på nytt",
            "remove the password in Excel (File › Info › Protect Workbook) and save again",
        ),
        why=(
            "En kryptert fil kan ikke leses av andre enn dem som har passordet.",
            "An encrypted file can be read only by those who have the password.",
        ),
        example=scene("skjemaet er lagret med passord for å åpnes", "the form is saved with a password for opening"),
    ),
    Code.LABELLED: error(
        ("Filen er kryptert med en følsomhetsetikett", "The file is encrypted by a sensitivity label"),
        (
            "«{file}» har en følsomhetsetikett som bare slipper inn bestemte lesere",
            "«{file}» has a sensitivity label that lets in certain readers only",
        ),
        help=(
            "velg i Excel en etikett uten kryptering (Hjem › Følsomhet), eller fjern tilgangsbegrensningen "
            "(Fil › Info › Beskytt arbeidsbok › Begrens tilgang), og lagre på nytt",
            "choose in Excel a label without encryption (Home › Sensitivity), or take the restriction away "
            "(File › Info › Protect Workbook › Restrict Access), and save again",
        ),
        why=(
            "En fil som er kryptert for bestemte lesere, kan ikke åpnes av porteføljekontoret.",
            "A file that is encrypted for certain readers cannot be opened by the portfolio office.",
        ),
        example=scene(
            "arbeidsboken er merket «Fortrolig» i Excel, og etiketten krypterer",
            "the workbook is labelled «Confidential» in Excel, and the label encrypts",
        ),
    ),
    Code.SENSITIVITY: warning(
        ("Arbeidsboken har en følsomhetsetikett", "The workbook has a sensitivity label"),
        (
            "«{file}» har følsomhetsetiketten «{labelled}», men svarene blir offentlige",
            "«{file}» has the sensitivity label «{labelled}», but its answers will be public",
        ),
        help=(
            "avklar med avsenderen at alt i arbeidsboken kan offentliggjøres, og be om etiketten for åpen informasjon",
            "settle with the sender that all of the workbook may be public, and ask for the label of open information",
        ),
        why=(
            "Rapporten og dataene er offentlige, og det som er trykt, kan ikke kalles tilbake.",
            "The report and the data are public, and what is printed cannot be called back.",
        ),
        example=scene("arbeidsboken er merket «Intern» i Excel", "the workbook is labelled «Internal» in Excel"),
    ),
    Code.LATE_BUT_RETURNED: warning(
        ("En som står som sen, har levert", "One who is named late has returned"),
        (
            "{actor} står under «late» i round.toml, men har levert, så den nye innmeldingen er brukt",
            "{actor} stands under «late» in round.toml, but has returned, so the new submission is used",
        ),
        help=("ta «{id}» bort fra «late» i round.toml", "take «{id}» away from «late» in round.toml"),
        why=(
            "For en som er sen, brukes forrige rundes svar, men bare så lenge det ikke er kommet noe nytt.",
            "For one who is late last round's answers are used, and only for as long as nothing new has come.",
        ),
        example=scene(
            'round.toml har late = ["helse-nord"], og arbeidsboken til Helse Nord er kommet',
            'round.toml has late = ["helse-nord"], and the workbook of Helse Nord has come',
        ),
    ),
    Code.LATE_WITHOUT_ANSWERS: error(
        ("En som står som sen, har ingen svar fra før", "One who is named late has no earlier answers"),
        (
            "{actor} står under «late» i round.toml, men runde {round} har ingen innmelding å bruke",
            "{actor} stands under «late» in round.toml, but round {round} has no submission to use",
        ),
        help=(
            "ta «{id}» bort fra «late», og lag et utkast med --draft til arbeidsboken kommer",
            "take «{id}» away from «late», and build a draft with --draft until the workbook comes",
        ),
        why=_NOTHING_READ,
        example=scene(
            'round.toml har late = ["ks"], og KS leverte ikke i forrige runde heller',
            'round.toml has late = ["ks"], and KS did not return in the last round either',
        ),
    ),
    Code.DAMAGED: error(
        ("Filen er ødelagt", "The file is damaged"),
        ("«{file}» er ødelagt og lar seg ikke lese", "«{file}» is damaged and cannot be read"),
        help=(
            "åpne filen i Excel, la Excel reparere den, se over svarene og lagre på nytt",
            "open the file in Excel, let Excel repair it, look through the answers and save again",
        ),
        why=_NOTHING_READ,
        example=scene("bare halve filen kom med da den ble sendt", "only half of the file arrived when it was sent"),
    ),
    Code.NO_PERMISSION: error(
        ("Ingen tilgang til filen", "No access to the file"),
        (
            "«{file}» kan ikke åpnes, fordi lesetilgang mangler",
            "«{file}» cannot be opened, because read access is missing",
        ),
        help=(
            "be den som eier filen om lesetilgang, eller kopier den til en mappe du har tilgang til",
            "ask the file's owner for read access, or copy it to a folder you have access to",
        ),
        why=_NOTHING_READ,
        example=scene(
            "filen ligger på et område du ikke har tilgang til",
            "the file lies on a share you have no access to",
        ),
    ),
    Code.OPEN_ELSEWHERE: error(
        ("Filen er åpen hos noen", "The file is open somewhere"),
        ("«{file}» er åpen i et annet program", "«{file}» is open in another program"),
        help=(
            "lagre og lukk filen i Excel, og prøv på nytt",
            "save and close the file in Excel, and try again",
        ),
        why=(
            "Det som ikke er lagret, kan ikke leses, og halve endringer skal ikke inn i rapporten.",
            "What is not saved cannot be read, and half a change must not reach the report.",
        ),
        example=scene(
            "arbeidsboken står åpen i Excel på en kollegas maskin",
            "the workbook is open in Excel on a colleague's machine",
        ),
    ),
    Code.TOO_LARGE: error(
        ("Filen er for stor", "The file is too large"),
        (
            "«{file}» er for stor: {size}, og grensen er {limit}",
            "«{file}» is too large: {size}, and the limit is {limit}",
        ),
        help=(
            "fjern bilder og innlimte ark; et utfylt skjema er under 1 MB og har noen tusen celler",
            "remove pictures and pasted sheets; a completed form is below 1 MB and has some thousand cells",
        ),
        why=(
            "Grensen verner mot filer som fyller minnet når de pakkes ut.",
            "The limit guards against files that fill the memory when unpacked.",
        ),
        example=scene(
            "det er limt inn store bilder i arbeidsboken", "large pictures have been pasted into the workbook"
        ),
    ),
    Code.EMPTY_FILE: error(
        ("Filen er tom", "The file is empty"),
        ("«{file}» er tom", "«{file}» is empty"),
        help=(
            "send arbeidsboken på nytt; filen har ikke noe innhold",
            "send the workbook again; the file has no content",
        ),
        why=_NOTHING_READ,
        example=scene("filen er på 0 byte", "the file has 0 bytes"),
    ),
    Code.NOT_THE_FORM: error(
        ("En annen arbeidsbok", "Another workbook"),
        ("«{file}» er ikke innmeldingsskjemaet", "«{file}» is not the submission form"),
        help=(
            "bruk arbeidsboken som porteføljekontoret har sendt ut for runden",
            "use the workbook that the portfolio office has sent out for the round",
        ),
        why=(
            "Svarene finnes igjen ved skjemaets nøkler og ledetekster, og filen har ingen av dem.",
            "Answers are found by the form's keys and labels, and the file has none of them.",
        ),
        example=scene(
            "en budsjettoversikt er levert i stedet for skjemaet",
            "a budget overview has been handed in instead of the form",
        ),
    ),
    Code.WRONG_ROUND: error(
        ("Skjema for en annen runde", "Form of another round"),
        ("«{file}» gjelder runde {given}, ikke {expected}", "«{file}» is for round {given}, not {expected}"),
        help=(
            "fyll ut arbeidsboken for runde {expected}; forrige rundes svar står allerede i den",
            "fill in the workbook of round {expected}; the previous round's answers are already in it",
        ),
        why=(
            "Årene i skjemaet følger runden, så beløp ville havne i feil år.",
            "The years of the form follow the round, so amounts would end up in the wrong year.",
        ),
        example=scene("arbeidsboken fra januar er sendt inn i april", "the January workbook is sent in April"),
    ),
    Code.OLD_FORM: warning(
        ("Eldre utgave av skjemaet", "Older version of the form"),
        (
            "«{file}» er utgave {given} av skjemaet; runden bruker utgave {expected}",
            "«{file}» is version {given} of the form; the round uses version {expected}",
        ),
        help=(
            "svarene leses, men se etter nye spørsmål i den nye arbeidsboken",
            "the answers are read, but look for new questions in the new workbook",
        ),
        why=(
            "Nye spørsmål finnes ikke i en eldre utgave og blir stående ubesvart.",
            "New questions are not in an older version and stay unanswered.",
        ),
        example=scene(
            "en kopi fra før siste endring av skjemaet er fylt ut",
            "a copy from before the last change of the form is filled in",
        ),
    ),
    Code.UNKNOWN_ACTOR: error(
        ("Ukjent aktør", "Unknown actor"),
        (
            "Aktørkoden «{found}» hører ikke til noen aktør i runden",
            "The actor code «{found}» belongs to no actor of the round",
        ),
        help=(
            "sett aktørkoden tilbake slik den sto i arbeidsboken fra porteføljekontoret, for eksempel helse-vest",
            "put the actor code back as it was in the portfolio office's workbook, for example helse-vest",
        ),
        why=("Koden sier hvem innmeldingen kommer fra.", "The code says whom the submission comes from."),
        example=scene("aktørkoden er skrevet om til «Helse V»", "the actor code has been rewritten as «Helse V»"),
    ),
    Code.ACTOR_TWICE: error(
        ("To arbeidsbøker fra én aktør", "Two workbooks of one actor"),
        (
            "Både «{file}» og «{other}» er fra aktøren «{actor}»",
            "Both «{file}» and «{other}» are from the actor «{actor}»",
        ),
        help=(
            "behold den som gjelder, og flytt den andre ut av mappen",
            "keep the one that holds, and move the other out of the folder",
        ),
        why=("Ingen kan vite hvilken av de to som gjelder.", "Nobody can know which of the two holds."),
        example=scene(
            "«helse-vest.xlsx» og «helse-vest (2).xlsx» ligger i mappen",
            "«helse-vest.xlsx» and «helse-vest (2).xlsx» lie in the folder",
        ),
    ),
    Code.ACTOR_OF_ANOTHER_FILE: error(
        ("Filnavn og aktør er ulike", "File name and actor differ"),
        (
            "«{file}» har aktørkoden «{actor}», som hører til «{expected}»",
            "«{file}» has the actor code «{actor}», which belongs to «{expected}»",
        ),
        help=(
            "gi filen navnet {expected}, eller rett aktørkoden på arket for aktøren",
            "name the file {expected}, or correct the actor code on the actor's sheet",
        ),
        why=(
            "En fil under feil navn kan skrive over en annen aktørs svar.",
            "A file under the wrong name may overwrite another actor's answers.",
        ),
        example=scene(
            "Helse Nords arbeidsbok er lagret som «helse-vest.xlsx»",
            "Helse Nord's workbook is saved as «helse-vest.xlsx»",
        ),
    ),
    Code.NO_PROJECTS: error(
        ("Ingen prosjekter", "No projects"),
        ("«{file}» har ingen prosjekter", "«{file}» has no projects"),
        help=(
            "fyll ut ett ark per prosjekt, eller svar Ja på spørsmålet om det ikke er noe nytt å melde",
            "fill in one sheet per project, or answer Ja to the question whether there is nothing to report",
        ),
        why=("En tom innmelding kan være en forglemmelse.", "An empty submission may be an oversight."),
        example=scene("alle prosjektarkene er slettet", "all project sheets are deleted"),
    ),
    Code.MACROS_IGNORED: info(
        ("Makroer brukes ikke", "Macros are not used"),
        ("«{file}» har makroer, som ikke blir kjørt", "«{file}» has macros, which are not run"),
        help=(
            "skjemaet trenger ingen makroer; lagre gjerne som .xlsx",
            "the form needs no macros; saving as .xlsx is fine",
        ),
        why=("Filer utenfra blir lest, aldri kjørt.", "Files from outside are read, never run."),
        example=scene("skjemaet er lagret som .xlsm", "the form is saved as .xlsm"),
    ),
    Code.ACTOR_MISSING: error(
        ("Arbeidsboken mangler", "The workbook is missing"),
        ("{actor} har ikke levert «{expected}»", "{actor} has not handed in «{expected}»"),
        help=(
            "legg arbeidsboken i rundens mappe; et utkast uten den lages med --draft",
            "put the workbook into the round's folder; a draft without it is built with --draft",
        ),
        why=_NOTHING_READ,
        example=scene(
            "en av aktørene i round.toml har ingen fil i mappen",
            "one of the actors in round.toml has no file in the folder",
        ),
    ),
    Code.NOT_A_REGISTER: error(
        ("Ikke et register", "Not a register"),
        ("«{file}» er ikke porteføljekontorets register", "«{file}» is not the portfolio office's register"),
        help=(
            "legg registeret fra forrige runde i mappen som register.xlsx",
            "put the previous round's register into the folder as register.xlsx",
        ),
        why=(
            "Registeret sier hvilke prosjekter porteføljen har.",
            "The register says which projects the portfolio has.",
        ),
        example=scene("en innmelding har fått navnet «register.xlsx»", "a submission has been named «register.xlsx»"),
    ),
    Code.EARLIER_ROUND_UNREADABLE: warning(
        ("Forrige runde kan ikke leses", "The round before cannot be read"),
        ("Runden {round} kan ikke leses: {why}", "The round {round} cannot be read: {why}"),
        help=(
            "rett filene i mappen til runde {round}, eller hent dem tilbake fra en sikkerhetskopi",
            "mend the files in the folder of round {round}, or take them back from a backup",
        ),
        why=(
            "Uten forrige runde kan ikke rapporten si hva som er endret, og reglene mellom runder gjelder ikke.",
            "Without the round before, the report cannot tell what has changed, and no rule compares the rounds.",
        ),
        example=scene(
            "«round.toml» i mappen til forrige runde mangler en tittel",
            "«round.toml» in the folder of the round before lacks a title",
        ),
    ),
    Code.NOT_MARKED: info(
        ("Ingen merket kopi", "No marked copy"),
        (
            "«{file}» er lagret slik at det ikke kan lages en merket kopi av den",
            "«{file}» is saved in such a way that no marked copy of it can be made",
        ),
        help=(
            "åpne den, lagre som vanlig Excel-arbeidsbok (.xlsx), og sjekk på nytt",
            "open it, save it as an ordinary Excel workbook (.xlsx), and check again",
        ),
        why=(
            "Meldingene står her, men ikke i cellene de gjelder.",
            "The diagnostics stand here, but not in the cells they are about.",
        ),
        example=scene(
            "arbeidsboken er lagret som «Strict Open XML-arbeidsbok»",
            "the workbook is saved as «Strict Open XML Spreadsheet»",
        ),
    ),
    Code.UNSAFE: error(
        ("Filen er ikke trygg å åpne", "The file is not safe to open"),
        (
            "«{file}» har {what}, som ikke finnes i en arbeidsbok fra Excel eller LibreOffice",
            "«{file}» has {what}, which no workbook of Excel or LibreOffice has",
        ),
        help=(
            "åpne den ikke; be avsenderen lagre skjemaet på nytt i Excel eller LibreOffice, som .xlsx",
            "do not open it; ask the sender to save the form again in Excel or LibreOffice, as .xlsx",
        ),
        why=(
            "Slikt kan fylle minnet, hente filer fra maskinen eller skrive utenfor mappen når noen pakker det ut.",
            "Such things can fill the memory, fetch files of the machine or write outside the folder when unpacked.",
        ),
        example=scene(
            "en del av filen heter «../../rapport.xml»",
            "a part of the file is called «../../report.xml»",
        ),
    ),
    Code.CHANGED_MEANWHILE: error(
        ("Filen ble endret mens den ble lest", "The file changed while it was read"),
        ("«{file}» ble endret mens den ble lest", "«{file}» changed while it was being read"),
        help=(
            "vent til den er lagret eller ferdig synkronisert, og prøv på nytt",
            "wait until it is saved or has been synchronised, and try again",
        ),
        why=(
            "Halvparten av to utgaver er ingen av dem, og skal ikke inn i rapporten.",
            "Half of two versions is neither of them, and must not reach the report.",
        ),
        example=scene(
            "noen lagrer arbeidsboken i den delte mappen idet rapporten bygges",
            "somebody saves the workbook in the shared folder just as the report is built",
        ),
    ),
    Code.LINK_OUT: error(
        ("Lenke ut av rundens mappe", "Link out of the round's folder"),
        (
            "«{file}» i rundens mappe er en lenke til en fil utenfor mappen",
            "«{file}» in the round's folder is a link to a file outside of it",
        ),
        help=(
            "legg selve filen i mappen; en arbeidsbok tas inn med ehport receive",
            "put the file itself into the folder; a workbook is taken in with ehport receive",
        ),
        why=(
            "En lenke kan føre til en fil som ikke er ment for rapporten, eller bytte innhold uten at mappen endres.",
            "A link may lead to a file that is not meant for the report, or change content while the folder stays.",
        ),
        example=scene(
            "«helse-vest.xlsx» er en lenke til en fil på et annet område",
            "«helse-vest.xlsx» is a link to a file on another share",
        ),
    ),
    Code.PREVIOUS_NOT_NAMED: warning(
        ("Forrige runde er ikke nevnt", "The round before is not named"),
        (
            "round.toml nevner ingen forrige runde, men {round} ligger ved siden av",
            "round.toml names no round before, but {round} lies beside it",
        ),
        help=(
            'skriv previous = "{round}" øverst i round.toml, for eksempel under budget_year; skal rundene ikke '
            "sammenlignes, godta meldingen med en rad i registerets ark Unntak",
            'write previous = "{round}" at the top of round.toml, for example below budget_year; if the rounds are not '
            "to be compared, accept this with a row in the register's sheet Unntak",
        ),
        why=(
            "Uten forrige runde kan ikke rapporten si hva som er endret, og reglene mellom runder gjelder ikke.",
            "Without the round before, the report cannot tell what has changed, and no rule compares the rounds.",
        ),
        example=scene(
            "«round.toml» for september 2021 har ingen linje «previous», og mappen 2021-04 ligger i submissions",
            "«round.toml» of September 2021 has no line «previous», and the folder 2021-04 lies in submissions",
        ),
    ),
    Code.FIELD_TWICE: warning(
        ("Spørsmålet står to ganger", "The question occurs twice"),
        (
            "«{label}» står to ganger på arket, og bare den første leses ({other})",
            "«{label}» occurs twice on the sheet, and only the first is read ({other})",
        ),
        help=("slett raden som ikke skal gjelde", "delete the row that does not hold"),
        why=("To svar på ett spørsmål kan være ulike.", "Two answers to one question may differ."),
        example=scene(
            "raden med totalkostnad er kopiert og limt inn én gang til",
            "the row with the total cost is copied and pasted once more",
        ),
    ),
    Code.FIELD_MISSING: warning(
        ("Spørsmålet er borte fra arket", "The question is gone from the sheet"),
        ("Raden for «{label}» finnes ikke på arket", "The row for «{label}» is not on the sheet"),
        help=(
            "kopier raden fra et annet prosjektark, med svaret i kolonnen for svar",
            "copy the row from another project sheet, with the answer in the answer column",
        ),
        why=(
            "Et svar uten rad kan ikke leses, og spørsmålet blir stående ubesvart.",
            "An answer without a row cannot be read, and the question stays unanswered.",
        ),
        example=scene("raden med fase er slettet", "the row with the phase is deleted"),
    ),
    Code.FIELD_UNKNOWN: warning(
        ("Ukjent rad", "Unknown row"),
        (
            "Raden «{found}» hører ikke til skjemaet og leses ikke",
            "The row «{found}» is not part of the form and is not read",
        ),
        help=(
            "flytt opplysningen til kommentarfeltet i samme del av skjemaet",
            "move the information to the comment of the same section",
        ),
        why=(
            "Det som står utenfor skjemaet, kommer ikke med i rapporten.",
            "What stands outside the form does not reach the report.",
        ),
        example=scene(
            "det er satt inn en egen rad «Prosjektkode»",
            "a row of its own, «Prosjektkode», has been inserted",
        ),
    ),
    Code.TEXT_OUTSIDE: warning(
        ("Tekst utenfor skjemaet", "Text outside the form"),
        (
            "«{found}» står utenfor skjemaets felt og leses ikke",
            "«{found}» stands outside the fields of the form and is not read",
        ),
        help=(
            "flytt teksten til feltet den gjelder, eller til kommentaren under",
            "move the text to the field it is about, or to the comment below",
        ),
        why=(
            "Det som står utenfor skjemaet, kommer ikke med i rapporten.",
            "What stands outside the form does not reach the report.",
        ),
        example=scene(
            "en merknad er skrevet i kolonnen til høyre for svaret",
            "a remark is written in the column to the right of the answer",
        ),
    ),
    Code.ROW_OUTSIDE_LIST: warning(
        ("Rad utenfor listen", "Row outside the list"),
        (
            "Raden «{found}» står utenfor listen «{label}» og leses ikke",
            "The row «{found}» stands outside the list «{label}» and is not read",
        ),
        help=(
            "sett inn en rad i listen og flytt svarene dit",
            "insert a row in the list and move the answers there",
        ),
        why=(
            "En rad hører til listen bare når den står under listens overskrifter.",
            "A row belongs to a list only when it stands under the list's headings.",
        ),
        example=scene(
            "en leveranse er skrevet nederst på arket", "a deliverable is written at the bottom of the sheet"
        ),
    ),
    Code.READ_BY_LABEL: info(
        ("Lest etter ledeteksten", "Read by its label"),
        (
            "Nøklene på arket «{sheet}» er borte, og svarene er funnet ved ledetekstene",
            "The keys of the sheet «{sheet}» are gone, and the answers were found by their labels",
        ),
        help=(
            "ingenting må gjøres; la den skjulte kolonne A stå urørt",
            "nothing needs to be done; leave the hidden column A untouched",
        ),
        why=(
            "Nøklene i kolonne A gjør at rader kan flyttes trygt.",
            "The keys in column A make it safe to move rows.",
        ),
        example=scene("den skjulte kolonne A er slettet", "the hidden column A is deleted"),
    ),
    Code.OLD_LABEL: info(
        ("Tidligere ledetekst", "Former label"),
        ("«{found}» er lest som «{label}»", "«{found}» was read as «{label}»"),
        help=(
            "ingenting må gjøres; spørsmålet har fått ny ordlyd",
            "nothing needs to be done; the question has a new wording",
        ),
        why=(
            "Ledetekster endres, og en eldre kopi skal fortsatt kunne leses.",
            "Labels change, and an older copy must still be readable.",
        ),
        example=scene(
            "raden heter «Totalbudsjett», som i en eldre utgave",
            "the row is called «Totalbudsjett», as in an older version",
        ),
    ),
    Code.SHEET_IGNORED: warning(
        ("Arket leses ikke", "The sheet is not read"),
        (
            "Arket «{sheet}» hører ikke til skjemaet og leses ikke",
            "The sheet «{sheet}» is not part of the form and is not read",
        ),
        help=(
            "et prosjekt lages ved å kopiere et prosjektark; andre ark kan slettes",
            "a project is made by copying a project sheet; other sheets can be deleted",
        ),
        why=(
            "Et prosjekt på et eget ark uten skjemaet ville ellers bli borte uten at noen ser det.",
            "A project on a sheet without the form would otherwise get lost unseen.",
        ),
        example=scene("det er lagt til et ark «Notater»", "a sheet «Notater» has been added"),
    ),
    Code.SHEET_EMPTY: info(
        ("Tomt prosjektark", "Empty project sheet"),
        (
            "Prosjektarket «{sheet}» er ikke fylt ut og leses ikke",
            "The project sheet «{sheet}» is not filled in and is not read",
        ),
        help=("fyll ut arket, eller slett det", "fill in the sheet, or delete it"),
        why=(
            "Skjemaet kommer med et tomt ark for nye prosjekter.",
            "The form comes with an empty sheet for new projects.",
        ),
        example=scene("det tomme arket for nye prosjekter står igjen", "the empty sheet for new projects is left"),
    ),
    Code.SHEET_MISSING: error(
        ("Arket mangler", "The sheet is missing"),
        ("Arket «{sheet}» mangler i «{file}»", "The sheet «{sheet}» is missing from «{file}»"),
        help=(
            "kopier arket fra arbeidsboken du fikk av porteføljekontoret",
            "copy the sheet from the workbook you received from the portfolio office",
        ),
        why=(
            "Arket har opplysninger som resten av innmeldingen bygger på.",
            "The sheet has information that the rest of the submission builds on.",
        ),
        example=scene("arket for aktøren er slettet", "the actor's sheet is deleted"),
    ),
    Code.SHEET_UNREADABLE: error(
        ("Arket kan ikke leses", "The sheet cannot be read"),
        (
            "Arket «{sheet}» er i listen over ark, men innholdet mangler eller er ødelagt",
            "The sheet «{sheet}» is in the list of sheets, but its content is missing or damaged",
        ),
        help=(
            "åpne arbeidsboken i Excel, se at arket er der med svarene, lagre og send på nytt",
            "open the workbook in Excel, see that the sheet is there with its answers, save and send it again",
        ),
        why=(
            "Et prosjekt på arket ville ellers bli borte uten at noen ser det.",
            "A project on the sheet would otherwise get lost unseen.",
        ),
        example=scene(
            "overføringen av filen ble avbrutt og reparert, og arket kom ikke med",
            "the transfer of the file was interrupted and repaired, and the sheet was left behind",
        ),
    ),
}
