"""The words of the page, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.lang.language import Text

WORDS: Mapping[str, Text] = {
    "name": Text("Norsk", "English"),
    "title": Text("Sjekk arbeidsboken", "Check the workbook"),
    "heading": Text("Sjekk arbeidsboken før du sender den", "Check the workbook before you send it"),
    "lead": Text(
        "Alt skjer i nettleseren din: ingenting blir sendt, og arbeidsboken blir ikke endret.",
        "Everything happens in your browser: nothing is sent, and the workbook is not changed.",
    ),
    "choose": Text("Velg arbeidsboken", "Choose the workbook"),
    "drop": Text("eller slipp den her", "or drop it here"),
    "starting": Text("Gjør klar sjekken", "Getting the check ready"),
    "ready": Text("Klar. Velg arbeidsboken du vil sjekke.", "Ready. Choose the workbook to check."),
    "soon": Text("{file} blir sjekket så snart sjekken er klar.", "{file} is checked as soon as the check is ready."),
    "checking": Text("Sjekker {file} …", "Checking {file} …"),
    "checked": Text("Sjekket kl. {time}: {counts}.", "Checked at {time}: {counts}."),
    "nothing": Text("ingenting å rette", "nothing to correct"),
    "has_errors": Text(
        "Rett feilene før du sender arbeidsboken.",
        "Correct the errors before you send the workbook.",
    ),
    "has_warnings": Text(
        "Ingen feil. Se over advarslene: rett det som er galt, og la stå det som er riktig.",
        "No errors. Look over the warnings: correct what is wrong, and leave what is right.",
    ),
    "is_well": Text("Alt i orden. Arbeidsboken kan sendes.", "All is well. The workbook can be sent."),
    "again": Text("Sjekk samme fil på nytt", "Check the same file again"),
    "choose_again": Text(
        "{file} er endret siden sist, og nettleseren må få den på nytt: velg den en gang til, eller slipp den her.",
        "{file} has changed since, and the browser has to be given it anew: choose it once more, or drop it here.",
    ),
    "mark": Text("Last ned merket kopi", "Download a marked copy"),
    "marking": Text("Lager merket kopi …", "Making a marked copy …"),
    "marked": Text(
        "{name} er lastet ned, med farge og merknad i hver celle det gjelder. Arbeidsboken din er ikke endret.",
        "{name} has been downloaded, with a colour and a note in each cell concerned. Your workbook is not changed.",
    ),
    "print": Text("Skriv ut", "Print"),
    "show": Text("Vis", "Show"),
    "whole_file": Text("Hele arbeidsboken", "The whole workbook"),
    "cell": Text("Celle {cell}", "Cell {cell}"),
    "sheet": Text("Arket {sheet}", "The sheet {sheet}"),
    "file": Text("Filen", "The file"),
    "help": Text("Hva du gjør: {help}", "What to do: {help}"),
    "settled": Text("Avklart med porteføljekontoret: {settled}", "Settled with the portfolio office: {settled}"),
    "why": Text("Hvorfor", "Why"),
    "one_error": Text("1 feil", "1 error"),
    "some_error": Text("{number} feil", "{number} errors"),
    "one_warning": Text("1 advarsel", "1 warning"),
    "some_warning": Text("{number} advarsler", "{number} warnings"),
    "one_info": Text("1 merknad", "1 note"),
    "some_info": Text("{number} merknader", "{number} notes"),
    "old": Text(
        "Denne nettleseren er for gammel til å kjøre sjekken, eller har slått av JavaScript. Åpne filen i en ny "
        "versjon av Edge, Chrome, Firefox eller Safari. Du kan også sende arbeidsboken uten å sjekke den; da svarer "
        "porteføljekontoret.",
        "This browser is too old to run the check, or has JavaScript switched off. Open the file in a recent version "
        "of Edge, Chrome, Firefox or Safari. You can also send the workbook without checking it; the portfolio "
        "office then answers.",
    ),
    "not_started": Text(
        "Sjekken kunne ikke starte i denne nettleseren. Prøv en ny versjon av Edge, Chrome eller Firefox, eller send "
        "arbeidsboken uten å sjekke den; da svarer porteføljekontoret.",
        "The check could not start in this browser. Try a recent version of Edge, Chrome or Firefox, or send the "
        "workbook without checking it; the portfolio office then answers.",
    ),
    "not_checked": Text(
        "Noe gikk galt i selve sjekken. Arbeidsboken er ikke endret. Send den likevel, og si fra til "
        "porteføljekontoret.",
        "Something went wrong in the check itself. The workbook is not changed. Send it all the same, and tell the "
        "portfolio office.",
    ),
    "contact": Text("Spørsmål? Kontakt", "Questions? Contact"),
    "technical": Text("Tekniske opplysninger", "Technical details"),
    "made": Text(
        "Sjekken er laget av ehport og er den samme som porteføljekontoret gjør. Den kjører på Pyodide (fri "
        "programvare, MPL-2.0, github.com/pyodide/pyodide).",
        "The check is made by ehport and is the one that the portfolio office does. It runs on Pyodide (free "
        "software, MPL-2.0, github.com/pyodide/pyodide).",
    ),
}
