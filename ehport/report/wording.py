"""The report's own words, in both languages; what the form or a vocabulary calls something is never repeated here."""

from __future__ import annotations

from enum import Enum

from ehport.lang.language import Lang, Text

LATE_SIGN = "‡"  # an asterisk is what actors type for their own notes


class Word(Enum):
    """A word or sentence that the report itself adds."""

    FIGURE = Text("Figur", "Figure")
    TABLE = Text("Tabell", "Table")
    APPENDIX = Text("Vedlegg", "Appendix")
    PREVIEW = Text("Forhåndsvisning: slik blir prosjektarkene trykt", "Preview: how the project pages will be printed")
    ABOUT = Text("Om rapporten", "About the report")
    CONTENTS = Text("Innhold", "Contents")
    LISTINGS = Text("Figurer og tabeller", "Figures and tables")
    FIGURES = Text("Figurer", "Figures")
    TABLES = Text("Tabeller", "Tables")
    BEHIND = Text("Tallene i figur {number}", "The numbers in figure {number}")
    NOT_GIVEN = Text("ikke oppgitt", "not given")
    ON_HOLD = Text("på pause", "paused")
    NOT_IN_TOTALS = Text("ikke i summene", "not in totals")
    NOT_READ = Text("uklart beløp", "unclear amount")
    NONE = Text("Ingen", "None")
    TOTAL = Text("Sum", "Total")
    MISSING = Text("{count} uten beløp", "{count} without an amount")
    INCOMPLETE = Text("ikke alle beløp er med", "not all amounts are included")
    MILLION = Text("mill.", "million")
    MILLION_KRONER = Text("mill. kr", "NOK million")
    AS_STATED = Text("meldt", "reported")
    ADJUSTED = Text("justert", "adjusted")
    UNANSWERED = Text("Ikke besvart:", "Not answered:")
    NOTHING_ANSWERED = Text("Ingen av spørsmålene er besvart.", "None of the questions is answered.")
    NO_SUBMISSION = Text(
        "Det er ikke sendt inn noe om prosjektet i denne runden. Opplysningene er fra porteføljekontorets register.",
        "Nothing was handed in about the project in this round. What stands here is from the office's register.",
    )
    LATE = Text(
        "Ikke oppdatert i denne runden: innmeldingen er fra forrige runde, {round}.",
        "Not updated in this round: the submission is from the previous round, {round}.",
    )
    NOT_UPDATED = Text(
        "Ikke oppdatert i denne runden: innmeldingen er fra forrige runde.",
        "Not updated in this round: the submission is from the previous round.",
    )
    NOT_UPDATED_SHORT = Text("ikke oppdatert", "not updated")
    BUDGET = Text("Budsjett {year}", "Budget {year}")
    BUDGET_IN_MILLIONS = Text("Budsjett {year}, mill. kr", "Budget {year}, NOK million")
    MONEY = Text("Finansiering, mill. kr", "Financing, NOK million")
    PROJECT = Text("Prosjekt", "Project")
    PROJECTS = Text("Prosjekter", "Projects")
    NUMBER = Text("Nr.", "No.")
    RESPONSIBLE = Text("Ansvarlig", "Responsible")
    BACK = Text("Til tabellen i vedlegg 1", "To the table in appendix 1")
    PREVIOUS = Text("Forrige prosjekt: {name}", "Previous project: {name}")
    NEXT = Text("Neste prosjekt: {name}", "Next project: {name}")
    UNKNOWN = Text("Ukjent: {found}", "Unknown: {found}")
    MARKS = Text("Merkene", "The marks")
    MARKS_SAY = Text("Symbol og ord sier det samme som fargen.", "Symbol and word say the same as the colour.")
    OPEN_DATA = Text("Åpne data", "Open data")
    OPEN_DATA_IS = Text(
        "Tallene i figurer og tabeller ligger som CSV ved siden av rapporten, med kilden til hvert tall.",
        "The numbers in figures and tables are available as CSV beside the report, with the source of each number.",
    )
    NOT_HANDED_IN = Text("Ikke meldt inn", "Not handed in")
    SUBMISSIONS_ARE = Text(
        "Hvert prosjekt har sitt ark. Svarene står slik de er skrevet, i skjemaets rekkefølge og med skjemaets "
        "nummer på avsnittene. Øverst står det leseren oftest leter etter, slik rapporten bruker det: status, "
        "risiko, fase, slutt og penger. Spørsmål uten svar er samlet på en linje i hvert avsnitt.",
        "Each project has a sheet of its own. The answers stand as they were typed, in the order of the form and under "
        "its numbers. At the top stands what readers look for most, as the report uses it: status, risk, phase, end, "
        "money. "
        "Questions without an answer are gathered on one line in each section.",
    )
    PORTFOLIO_IS = Text(
        "Prosjektene er ordnet etter primært innsatsområde. Nummeret og navnet leder til prosjektets ark i vedlegg 2.",
        "The projects are ordered by primary focus area. Number and name lead to the project's sheet in appendix 2.",
    )
    NO_TEXT = Text("Teksten til kapitlet er ikke skrevet ennå.", "The text of the chapter is not written yet.")
    DATA_AS_OF = Text("Data per {day}", "Data as of {day}")
    REPORT = Text("Rapport, {month}. {data}", "Report, {month}. {data}")

    def __getitem__(self, lang: Lang) -> str:
        """Return the words in a language."""
        text: Text = self.value
        return text[lang]

    def text(self, **facts: object) -> Text:
        """Return the words with facts put in."""
        text: Text = self.value
        return text.format(**facts)


def words(lang: Lang) -> dict[str, str]:
    """Return every word in one language, as page templates use them."""
    return {name.lower(): word[lang] for name, word in Word.__members__.items()}
