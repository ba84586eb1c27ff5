"""The rules about one answer (C), declared: what could not be read, and what was read with a reservation."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.diagnostics.code import Code
from ehport.diagnostics.rule import Rule, answers, error, info, scene, warning

_TEXT_IS_KEPT = (
    "Teksten blir stående på prosjektarket, men svaret teller ikke med i tabeller og figurer.",
    "The text stays on the project page, but the answer does not count in tables and figures.",
)
_NEVER_REPAIRED = (
    "Ingenting rettes i stillhet: verdien brukes, og forbeholdet sies fra om.",
    "Nothing is repaired silently: the value is used, and the reservation is told.",
)
_NOTHING_TO_DO = ("ingenting må gjøres hvis det stemmer", "nothing needs to be done if this is right")

CELL_RULES: Mapping[Code, Rule] = {
    Code.REQUIRED: warning(
        ("Svar mangler", "Answer missing"),
        ("«{label}» er ikke fylt ut", "«{label}» is not filled in"),
        help=("fyll ut cellen. {how}", "fill in the cell. {how}"),
        why=(
            "Rapporten har en plass til svaret, og den blir stående tom.",
            "The report has a place for the answer, and it stays empty.",
        ),
        example=answers(purpose=""),
    ),
    Code.NOT_IN_VOCABULARY: warning(
        ("Ikke et av svarene i listen", "Not one of the listed answers"),
        (
            "«{label}» er «{found}», som ikke er et av svarene i listen",
            "«{label}» is «{found}», which is not one of the listed answers",
        ),
        help=("velg fra listen: {how}", "choose from the list: {how}"),
        why=_TEXT_IS_KEPT,
        example=answers(phase="Snart i mål"),
    ),
    Code.NOT_AN_AMOUNT: warning(
        ("Ikke et beløp", "Not an amount"),
        ("«{label}» er «{found}», som ikke er et beløp", "«{label}» is «{found}», which is not an amount"),
        help=(
            "skriv et tall i millioner kroner, for eksempel 12,5",
            "write a number in million kroner, for example 12.5",
        ),
        why=_TEXT_IS_KEPT,
        example=answers(operating_cost="omtrent tolv millioner"),
    ),
    Code.NOT_A_TIME: warning(
        ("Ikke et tidspunkt", "Not a time"),
        ("«{label}» er «{found}», som ikke er et tidspunkt", "«{label}» is «{found}», which is not a time"),
        help=(
            "skriv måned og år, kvartal eller år, for eksempel 06.2022, Q3 2022 eller 2022",
            "write month and year, quarter or year, for example 06.2022, Q3 2022 or 2022",
        ),
        why=_TEXT_IS_KEPT,
        example=answers(phase_ends="31.13.2022"),
    ),
    Code.PLACEHOLDER: warning(
        ("Veiledningsteksten står igjen", "Template text left in place"),
        (
            "«{label}» er fortsatt veiledningsteksten «{found}»",
            "«{label}» is still the template text «{found}»",
        ),
        help=(
            "skriv svaret over teksten, eller tøm cellen",
            "write the answer over the text, or empty the cell",
        ),
        why=("En veiledningstekst er ikke et svar.", "A template text is not an answer."),
        example=answers(
            preconditions=[{"name": "EPJ-utvikling, fastleger", "criticality": "Lav", "due": "<fra år – til år>"}]
        ),
    ),
    Code.TOO_LONG: warning(
        ("For lang tekst", "Text too long"),
        (
            "«{label}» er på {length} tegn, og det er satt av plass til {limit}",
            "«{label}» has {length} characters, and there is room for {limit}",
        ),
        help=("kort ned teksten til det leseren trenger", "shorten the text to what the reader needs"),
        why=(
            "Hele teksten skrives ut, men prosjektarket blir langt og tungt å lese.",
            "The whole text is printed, but the project page gets long and hard to read.",
        ),
        example=answers(strategy_comment="Prosjektet henger sammen med strategien på mange måter. " * 15),
    ),
    Code.TWO_RATINGS: warning(
        ("To farger i én celle", "Two colours in one cell"),
        ("«{label}» er «{found}», som er to farger", "«{label}» is «{found}», which is two colours"),
        help=(
            "velg én farge, den alvorligste hvis det er tvil: Grønn, Gul eller Rød",
            "choose one colour, the more serious when in doubt: Grønn, Gul or Rød",
        ),
        why=("Prosjektet kan bare telles med én farge.", "The project can be counted under one colour only."),
        example=answers(dependencies=[{"on": "Leverandøren", "status": "Grønn/Gul"}]),
    ),
    Code.TWO_LEVELS: warning(
        ("To nivåer i én celle", "Two levels in one cell"),
        ("«{label}» er «{found}», som er to nivåer", "«{label}» is «{found}», which is two levels"),
        help=(
            "velg ett nivå, det høyeste hvis det er tvil: Høy, Middels eller Lav",
            "choose one level, the higher when in doubt: Høy, Middels or Lav",
        ),
        why=_TEXT_IS_KEPT,
        example=answers(preconditions=[{"name": "EPJ-utvikling, fastleger", "criticality": "Middels - Høy"}]),
    ),
    Code.LOOKS_LIKE_KRONER: warning(
        ("Ser ut som kroner", "Looks like kroner"),
        (
            "«{label}» er «{found}», som ser ut som kroner; skjemaet spør om millioner",
            "«{label}» is «{found}», which looks like kroner; the form asks for millions",
        ),
        help=(
            "skriv beløpet i millioner kroner, for eksempel 660,7 for 660 733 000 kroner",
            "write the amount in million kroner, for example 660.7 for 660 733 000 kroner",
        ),
        why=(
            "Lest som millioner ville beløpet bli en million ganger for stort. Derfor telles det ikke.",
            "Read as millions, the amount would be a million times too large. Hence it does not count.",
        ),
        example=answers(total_cost="660733000"),
    ),
    Code.AMBIGUOUS_TIME: warning(
        ("Tidspunktet kan leses på flere måter", "The time can be read in several ways"),
        (
            "«{label}» er «{found}», som kan være to tidspunkter eller et tidsrom",
            "«{label}» is «{found}», which may be two times or a period",
        ),
        help=(
            "skriv ett tidspunkt, for eksempel 12.2021, eller et tidsrom med strek: 12.2020-12.2021",
            "write one time, for example 12.2021, or a period with a dash: 12.2020-12.2021",
        ),
        why=_TEXT_IS_KEPT,
        example=answers(phase_ends="12.20/12.21"),
    ),
    Code.AMOUNT_RANGE: warning(
        ("Et spenn, ikke et beløp", "A range, not an amount"),
        ("«{label}» er «{found}», som er et spenn", "«{label}» is «{found}», which is a range"),
        help=(
            "skriv det mest sannsynlige beløpet i millioner kroner, og spennet i kommentaren",
            "write the most likely amount in million kroner, and the range in the comment",
        ),
        why=("Et spenn kan ikke legges sammen med andre beløp.", "A range cannot be added to other amounts."),
        example=answers(operating_cost="37-45 MNOK"),
    ),
    Code.AMOUNT_ALTERNATIVES: warning(
        ("Flere beløp, ikke ett", "Several amounts, not one"),
        (
            "«{label}» er «{found}», som er flere beløp å velge mellom, eller deler som ikke blir summen",
            "«{label}» is «{found}», which is several amounts to choose from, or parts that do not make the sum",
        ),
        help=(
            "skriv det ene beløpet som gjelder, i millioner kroner, og de andre i kommentaren",
            "write the one amount that holds, in million kroner, and the others in the comment",
        ),
        why=(
            "Alternativer er anslag på de samme pengene. Lagt sammen ville de telt dobbelt.",
            "Alternatives are estimates of the same money. Added up, they would count twice.",
        ),
        example=answers(operating_cost="P50: 100 / P85: 120"),
    ),
    Code.NOT_AN_ANSWER: warning(
        ("Verken ja eller nei", "Neither yes nor no"),
        (
            "«{label}» er «{found}», som verken er ja, nei eller delvis",
            "«{label}» is «{found}», which is neither yes, no nor partly",
        ),
        help=("begynn svaret med Ja, Nei eller Delvis", "begin the answer with Ja, Nei or Delvis"),
        why=_TEXT_IS_KEPT,
        example=answers(business_case="Under arbeid"),
    ),
    Code.NOT_A_CATEGORY: warning(
        ("Ikke en kategori", "Not a category"),
        (
            "«{label}» er «{found}», som ikke er en kategori fra 1 til 5",
            "«{label}» is «{found}», which is not a category from 1 to 5",
        ),
        help=(
            "skriv nummeret på kategorien, for eksempel 4, eller flere med komma: 1, 4",
            "write the number of the category, for example 4, or several with a comma: 1, 4",
        ),
        why=_TEXT_IS_KEPT,
        example=answers(dependencies=[{"on": "Leverandøren", "category": "Finansiering"}]),
    ),
    Code.NOT_A_PROJECT_NUMBER: warning(
        ("Ikke et prosjektnummer", "Not a project number"),
        (
            "«{label}» er «{found}», som ikke er et nummer i porteføljen",
            "«{label}» is «{found}», which is not a portfolio number",
        ),
        help=(
            "skriv bare nummeret, for eksempel 144; et nytt prosjekt får nummer av porteføljekontoret",
            "write the number only, for example 144; a new project gets its number from the portfolio office",
        ),
        why=(
            "Nummeret er prosjektets identitet fra runde til runde.",
            "The number is the project's identity from round to round.",
        ),
        example=answers(id="hundreogførtifire"),
    ),
    Code.AREA_TOO_BROAD: warning(
        ("For vidt innsatsområde", "Focus area too broad"),
        (
            "«{label}» er «{found}», som er en hel strategisk satsing og ikke ett innsatsområde",
            "«{label}» is «{found}», which is a whole strategic area and not one focus area",
        ),
        help=(
            "velg ett innsatsområde med to tall, for eksempel {found}.1",
            "choose one focus area with two numbers, for example {found}.1",
        ),
        why=(
            "Budsjettet fordeles på innsatsområder, og hvert prosjekt står under ett.",
            "The budget is divided by focus area, and each project stands under one.",
        ),
        example=answers(focus_area="1"),
    ),
    Code.UNKNOWN_AREA: warning(
        ("Ukjent innsatsområde", "Unknown focus area"),
        (
            "«{label}» er «{found}», som ikke er et innsatsområde i strategien",
            "«{label}» is «{found}», which is no focus area of the strategy",
        ),
        help=(
            "skriv nummeret på innsatsområdet, for eksempel {example}",
            "write the number of the focus area, for example {example}",
        ),
        why=(
            "Budsjettet fordeles på innsatsområder, og hvert prosjekt står under ett.",
            "The budget is divided by focus area, and each project stands under one.",
        ),
        example=answers(focus_area="9.4"),
    ),
    Code.NOT_A_RATING: warning(
        ("Ikke en farge", "Not a colour"),
        ("«{label}» er «{found}», som ikke er en farge", "«{label}» is «{found}», which is not a colour"),
        help=("velg Grønn, Gul eller Rød", "choose Grønn, Gul or Rød"),
        why=_TEXT_IS_KEPT,
        example=answers(dependencies=[{"on": "Leverandøren", "status": "Utført"}]),
    ),
    Code.APPROXIMATE: info(
        ("Omtrentlig verdi", "Approximate value"),
        ("«{label}» er lest som omtrentlig: «{found}»", "«{label}» was read as approximate: «{found}»"),
        help=_NOTHING_TO_DO,
        why=_NEVER_REPAIRED,
        example=answers(operating_cost="ca 6,6 mill"),
    ),
    Code.CARRIED: error(
        ("Beløp ført videre fra et annet budsjettår", "Amount carried over from another budget year"),
        (
            "«{label}» er «{found}», ført videre fra forrige runde uten at aktøren har tatt stilling til det",
            "«{label}» is «{found}», carried over from the last round without the actor having settled it",
        ),
        help=(
            "skriv beløpet for disse årene uten merket i parentes; Kontroll sier hva som sto der før",
            "write the amount of these years without the mark in brackets; Check tells what was there before",
        ),
        why=(
            "Når budsjettåret flytter seg, gjelder noen beløp for andre år enn før. De teller med, men bare aktøren "
            "vet hvordan de skal deles.",
            "When the budget year moves, some amounts are for other years than before. They count, but the actor alone "
            "knows how to divide them.",
        ),
        example=answers(operating_cost="15 (må bekreftes)"),
    ),
    Code.UNCERTAIN: info(
        ("Usikker verdi", "Uncertain value"),
        ("«{label}» er lest som usikker: «{found}»", "«{label}» was read as uncertain: «{found}»"),
        help=_NOTHING_TO_DO,
        why=_NEVER_REPAIRED,
        example=answers(operating_cost="8?"),
    ),
    Code.FOOTNOTE: info(
        ("Fotnotemerke", "Footnote mark"),
        ("«{label}» har et fotnotemerke: «{found}»", "«{label}» has a footnote mark: «{found}»"),
        help=(
            "forklaringen bør stå i kommentarfeltet i samme del",
            "the explanation should stand in the comment of the same section",
        ),
        why=_NEVER_REPAIRED,
        example=answers(operating_cost="15 mill. *"),
    ),
    Code.THOUSANDS: info(
        ("Punktum som tusenskille", "A dot between thousands"),
        (
            "«{label}» er «{found}», der punktumet er lest som tusenskille",
            "«{label}» is «{found}», where the dot was read as separating thousands",
        ),
        help=(
            "ingenting må gjøres hvis det stemmer; komma er desimaltegn",
            "nothing needs to be done if this is right; a comma is the decimal sign",
        ),
        why=_NEVER_REPAIRED,
        example=answers(operating_cost="3.531 MNOK"),
    ),
    Code.UNIT: info(
        ("Beløpet er i kroner", "The amount is in kroner"),
        (
            "«{label}» er «{found}», som er regnet om fra kroner",
            "«{label}» is «{found}», which was converted from kroner",
        ),
        help=(
            "ingenting må gjøres hvis det stemmer; skjemaet spør om millioner kroner",
            "nothing needs to be done if this is right; the form asks for million kroner",
        ),
        why=_NEVER_REPAIRED,
        example=answers(operating_cost="400 000,-"),
    ),
    Code.PARTS: info(
        ("Summen av flere deler", "The sum of several parts"),
        (
            "«{label}» er lest som summen av delene: «{found}»",
            "«{label}» was read as the sum of its parts: «{found}»",
        ),
        help=(
            "ingenting må gjøres hvis delene skal legges sammen",
            "nothing needs to be done if the parts are to be added",
        ),
        why=_NEVER_REPAIRED,
        example=answers(operating_cost="Inv.: 10\nDrift: 2"),
    ),
    Code.SEVERAL_TIMES: info(
        ("Flere tidspunkter", "Several times"),
        ("«{label}» har flere tidspunkter: «{found}»", "«{label}» has several times: «{found}»"),
        help=_NOTHING_TO_DO,
        why=_NEVER_REPAIRED,
        example=answers(phase_ends="06.2023\n12.2023"),
    ),
    Code.NOTE: info(
        ("Svar med tilføyelse", "Answer with an addition"),
        (
            "«{label}» er «{found}»; tilføyelsen skrives ut, men teller ikke",
            "«{label}» is «{found}»; the addition is printed, but does not count",
        ),
        help=("skriv gjerne tilføyelsen i kommentarfeltet", "the comment is a good place for the addition"),
        why=_NEVER_REPAIRED,
        example=answers(business_case="Ja, for programmet"),
    ),
    Code.UNDECIDED: info(
        ("Ikke avklart", "Not decided"),
        (
            "«{label}» er «{found}» og telles som ikke avklart",
            "«{label}» is «{found}» and counts as not decided",
        ),
        help=("fyll ut svaret når det er avklart", "fill in the answer when it is decided"),
        why=(
            "Ikke avklart, tomt, null og ikke aktuelt er fire forskjellige svar.",
            "Not decided, empty, zero and not applicable are four different answers.",
        ),
        example=answers(operating_cost="Ikke beregnet"),
    ),
    Code.FORMULA_WITHOUT_VALUE: warning(
        ("Formel uten verdi", "Formula without a value"),
        ("«{label}» er en formel uten utregnet verdi", "«{label}» is a formula without a computed value"),
        help=(
            "åpne arbeidsboken i Excel og lagre den, eller skriv verdien i stedet for formelen",
            "open the workbook in Excel and save it, or write the value in place of the formula",
        ),
        why=(
            "Formler i en innmelding regnes ikke ut; bare den lagrede verdien leses.",
            "Formulas in a submission are not computed; only the stored value is read.",
        ),
        example=scene(
            "cellen har «=B4*2» og ble laget av et program som ikke regner",
            "the cell has «=B4*2» and was made by a program that does not compute",
        ),
    ),
    Code.CELL_ERROR: warning(
        ("Feilverdi fra Excel", "Error value from Excel"),
        ("«{label}» viser feilverdien «{found}»", "«{label}» shows the error value «{found}»"),
        help=(
            "rett formelen, eller skriv verdien i stedet",
            "correct the formula, or write the value instead",
        ),
        why=_TEXT_IS_KEPT,
        example=scene("cellen har en formel som viser #REF!", "the cell has a formula that shows #REF!"),
    ),
    Code.CELL_UNREADABLE: warning(
        ("Cellen er ødelagt", "The cell is damaged"),
        (
            "Det filen sier om «{label}», er ikke noe svar: «{found}»",
            "What the file says of «{label}» is no answer: «{found}»",
        ),
        help=(
            "åpne arbeidsboken i Excel, skriv svaret i cellen på nytt, og lagre",
            "open the workbook in Excel, write the answer into the cell again, and save",
        ),
        why=(
            "Programmet som lagret filen, har skrevet cellen galt. Alt annet i arbeidsboken er lest.",
            "The program that saved the file wrote the cell wrongly. Everything else in the workbook was read.",
        ),
        example=scene(
            "filen sier at cellen er et tall, men i den står det «abc»",
            "the file says that the cell is a number, but «abc» stands in it",
        ),
    ),
    Code.SHOWN_OTHERWISE: warning(
        ("Cellen viser noe annet enn den har", "The cell shows something else than it holds"),
        (
            "«{label}» viser «{found}», men cellen har tallet {stored}",
            "«{label}» shows «{found}», but the cell holds the number {stored}",
        ),
        help=(
            "det som vises, er lest; skriv svaret som tekst, eller endre cellens tallformat",
            "what is shown was read; write the answer as text, or change the cell's number format",
        ),
        why=(
            "Tallformatet runder av, skjuler eller bytter fortegn, og ingen kan se hva som er ment.",
            "The number format rounds, hides or changes the sign, and nobody can see which is meant.",
        ),
        example=scene(
            "cellen har tallet 12,6 og et tallformat uten desimaler, og viser 13",
            "the cell holds the number 12.6 in a format without decimals, and shows 13",
        ),
    ),
    Code.STRUCK_OUT: warning(
        ("Overstrøket tekst", "Text that is struck out"),
        (
            "I «{label}» er «{found}» strøket over, og det er ikke lest",
            "In «{label}», «{found}» is struck out, and it was not read",
        ),
        help=(
            "slett det som ikke gjelder lenger; gjelder det likevel, så ta bort overstrykingen",
            "delete what no longer holds; if it does hold, take the strikethrough away",
        ),
        why=(
            "En overstrøket tekst ved siden av en ny ville blitt lest som én: 24 og 30 som 2430.",
            "A struck-out text beside a new one would be read as one: 24 and 30 as 2430.",
        ),
        example=scene(
            "cellen viser «24» med strek over og «30» ved siden av",
            "the cell shows «24» with a line through it and «30» beside it",
        ),
    ),
    Code.SIGN_NOT_DRAWN: warning(
        ("Et tegn som ikke kan trykkes", "A sign that cannot be printed"),
        (
            "«{label}» har tegn som rapportens skrift ikke har: {found}",
            "«{label}» has signs that the report's typeface does not have: {found}",
        ),
        help=(
            "skriv det med bokstaver eller vanlige tegn i stedet; på papir blir tegnet til □",
            "write it in letters or usual signs instead; on paper the sign becomes □",
        ),
        why=(
            "Skriften som følger med rapporten, har bokstavene i europeiske språk og vanlige tegn, men ikke alle tegn.",
            "The typeface that comes with the report has the letters of European languages and usual signs, not all.",
        ),
        example=answers(strategy_comment="Møte med 中文 leverandør."),
    ),
    Code.NUMBER_TO_COME: info(
        ("Nummeret kommer fra kontoret", "The number comes from the office"),
        ("«{label}» er ikke fylt ut", "«{label}» is not filled in"),
        help=(
            "er prosjektet nytt, trengs ikke noe: porteføljekontoret gir det et nummer. Har det et nummer, skriv det. "
            "{how}",
            "if the project is new, nothing is needed: the office gives it a number. If it has one, write it. {how}",
        ),
        why=(
            "Bare kontoret kan gi et nytt prosjekt et nummer, så et tomt svar er ingen feil hos aktøren.",
            "Only the office can give a new project a number, so an empty answer is no mistake of the actor's.",
        ),
        example=scene("arket til et nytt prosjekt er uten nummer", "the sheet of a new project has no number"),
    ),
    Code.CELL_TYPE: info(
        ("Excel har gjort om svaret", "Excel has converted the answer"),
        (
            "«{label}» er lagret som {type} i Excel og er lest som «{found}»",
            "«{label}» is stored as {type} in Excel and was read as «{found}»",
        ),
        help=(
            "se etter at det er dette som skal stå der; skjemaets celler er tekst",
            "see that this is what is meant; the form's cells are text",
        ),
        why=(
            "Excel gjør av seg selv tekst som 1/5 om til en dato.",
            "Excel turns a text such as 1/5 into a date of its own accord.",
        ),
        example=scene(
            "«1/5» er skrevet i en celle som Excel har gjort om til en dato",
            "«1/5» is written in a cell that Excel has turned into a date",
        ),
    ),
    Code.TIME_PASSED: warning(
        ("Planlagt tid er passert", "Planned time has passed"),
        (
            "«{label}» er «{found}», som er passert, uten at det står hvordan det gikk{of}",
            "«{label}» is «{found}», which has passed, without saying how it went{of}",
        ),
        help=(
            "skriv Levert, Utgår eller den nye tiden, for eksempel 12.2022",
            "write Levert, Utgår or the new time, for example 12.2022",
        ),
        why=(
            "Leseren kan ikke se om det er levert, utsatt eller glemt.",
            "The reader cannot see whether it is delivered, postponed or forgotten.",
        ),
        example=answers(
            deliverables=[{"name": "Pilot", "planned": "12.2020"}],
            status="Gul",
            status_reason="Piloten venter på leverandøren.",
        ),
    ),
    Code.TIME_FAR: warning(
        ("Tidspunktet er langt unna", "The time is far away"),
        (
            "«{label}» er «{found}», som ligger før {first} eller etter {last}{of}",
            "«{label}» is «{found}», which lies before {first} or after {last}{of}",
        ),
        help=("se etter skrivefeil i årstallet", "look for a typing mistake in the year"),
        why=(
            "Et årstall langt unna er nesten alltid en skrivefeil.",
            "A year far away is nearly always a typing mistake.",
        ),
        example=answers(phase_ends="12.2202", ends="12.2203"),
    ),
}
