"""The words that the web edition adds to those of the report: what a reader can do on a screen."""

from __future__ import annotations

from enum import Enum

from ehport.lang.language import Lang, Text


class WebWord(Enum):
    """A word or sentence of the web edition; the script puts numbers in for what stands in braces."""

    SKIP = Text("Hopp til innholdet", "Skip to the content")
    SHORTCUTS = Text("Snarveier", "Shortcuts")
    TOP = Text("Til toppen", "To the top")
    DRAFT = Text(
        "Utkast. Dataene har feil som ikke er rettet, og rapporten skal ikke deles videre.",
        "Draft. The data has errors that are not corrected, and the report is not to be shared.",
    )
    START = Text("Start", "Start")
    PORTFOLIO = Text("Porteføljen", "The portfolio")
    CHAPTERS = Text("Kapitlene", "The chapters")
    AT_A_GLANCE = Text("Kort fortalt", "At a glance")
    NEWS = Text("Det viktigste nå", "What matters now")
    NEW = Text("Nye", "New")
    PAUSED = Text("På pause", "Paused")
    LEAVING = Text("Går ut", "Leaving")
    RED = Text("Rød status eller risiko", "Red status or risk")
    CHANGED = Text("Ny vurdering av status eller risiko", "New rating of status or risk")
    MORE_NEWS = Text("og flere", "and more")
    DRAWN = Text("Porteføljen tegnet", "The portfolio drawn")
    BESIDE = Text("Last ned og les mer", "Download and read more")
    AS_PDF = Text("Rapporten som PDF", "The report as PDF")
    DATA = Text("Åpne data", "Open data")
    IN_EXCEL = Text("Dataene i Excel", "The data in Excel")
    OTHER_LANGUAGE = Text("In English", "På norsk")
    EARLIER = Text("Tidligere utgaver", "Earlier editions")
    LICENCE = Text("Lisens", "Licence")
    CONTACT = Text("Kontakt", "Contact")
    WHOLE = Text("Hele rapporten på én side", "The whole report on one page")
    OVER_ROUNDS = Text("Gjennom rundene", "Over the rounds")
    NEEDS = Text("Prosjekter som dette trenger noe fra", "Projects that this one needs something from")
    NEEDED_BY = Text(
        "Prosjekter som trenger noe fra dette prosjektet", "Projects that need something from this project"
    )
    AROUND = Text("Historikk og avhengigheter", "History and dependencies")
    FIND = Text("Søk", "Search")
    FIND_ALL = Text("Søk i hele rapporten", "Search the whole report")
    FIND_IN = Text(
        "Prosjektnummer, navn eller ord. Hvert treff vises med setningen der ordene står.",
        "Project number, name or words. Each hit is shown with its sentence.",
    )
    FOUND = Text("{count} steder har treff på «{words}».", "{count} places match “{words}”.")
    FOUND_ONE = Text("Ett sted har treff på «{words}».", "One place matches “{words}”.")
    FOUND_NONE = Text(
        "Ingen treff på «{words}». Prøv færre eller kortere ord.", "Nothing matches “{words}”. Try fewer words."
    )
    FOUND_ASKED = Text(
        "Ordene står også i spørsmålene i skjemaet, som er like for alle prosjekter.",
        "The words also stand in the questions of the form, which are alike for all projects.",
    )
    MORE_HITS = Text("{count} treff til her", "{count} more hits here")
    SEARCH = Text("Søk i prosjektene", "Search the projects")
    SEARCH_IN = Text("Navn, nummer eller ord fra svarene", "Name, number or words from the answers")
    FILTER = Text("Avgrens tabellen", "Filter the table")
    STATUS = Text("Status", "Status")
    STRATEGIC_AREA = Text("Strategiområde", "Strategic area")
    RESET = Text("Nullstill", "Reset")
    SHOWN = Text("Viser {shown} av {all} prosjekter.", "Showing {shown} of {all} projects.")
    NONE_SHOWN = Text(
        "Ingen av de {all} prosjektene passer. Ta bort et ord eller et kryss.",
        "None of the {all} projects fits. Take away a word or a cross.",
    )
    ELSEWHERE = Text(
        "Ordene finnes også i prosjekter utenfor tabellen:", "The words also occur in projects outside the table:"
    )
    SUM = Text("Sum av det som vises", "Total of what is shown")
    ONE_MORE = Text("og 1 celle til, som står i trace.csv", "and 1 more cell, which is in trace.csv")
    MORE = Text("og {count} celler til, som står i trace.csv", "and {count} more cells, which are in trace.csv")
    SOURCES = Text("Vis kilder", "Show sources")
    SOURCES_ARE = Text(
        "Velg et tall for å se regelen og cellene det kommer fra.",
        "Choose a number to see its rule and the cells it comes from.",
    )
    SOURCE = Text("Kilden til tallet", "The source of the number")
    CLOSE = Text("Lukk", "Close")
    PLACE = Text("{place} av {all} i utvalget", "{place} of {all} selected")
    BACK = Text("Til utvalget", "To the selection")
    PREVIOUS = Text("Forrige", "Previous")
    NEXT = Text("Neste", "Next")
    PRINT = Text("Skriv ut prosjektet", "Print the project")
    COPY = Text("Kopier lenken", "Copy the link")
    COPIED = Text("Lenken er kopiert.", "The link is copied.")
    COMPARE = Text("Sammenlign prosjekter", "Compare projects")
    COMPARE_WITH = Text("Sammenlign med …", "Compare with …")
    FIRST = Text("Det ene", "One")
    SECOND = Text("Det andre", "The other")
    ASKED = Text("Spørsmål", "Question")
    DIFFERENT_ONLY = Text("Vis bare det som er ulikt", "Show only what differs")
    GET_FIGURE = Text("Last ned {label}", "Download {label}")
    SORT = Text("Sorter", "Sort")

    def __getitem__(self, lang: Lang) -> str:
        """Return the words in a language."""
        text: Text = self.value
        return text[lang]


_W = WebWord
FOR_SCRIPT = (
    *(_W.SHOWN, _W.NONE_SHOWN, _W.ELSEWHERE, _W.SUM, _W.ONE_MORE, _W.MORE, _W.CLOSE),
    *(_W.FOUND, _W.FOUND_ONE, _W.FOUND_NONE, _W.FOUND_ASKED, _W.MORE_HITS, _W.FIND, _W.PLACE, _W.BACK),
    *(_W.PREVIOUS, _W.NEXT, _W.PRINT, _W.COPY, _W.COPIED, _W.COMPARE, _W.COMPARE_WITH, _W.ASKED, _W.GET_FIGURE),
    *(_W.WHOLE, _W.CHAPTERS),
)


def web_words(lang: Lang) -> dict[str, str]:
    """Return every word in one language, as the page template uses them."""
    return {name.lower(): word[lang] for name, word in WebWord.__members__.items()}


def script_words(lang: Lang) -> dict[str, str]:
    """Return the words that the script puts numbers into."""
    return {word.name.lower(): word[lang] for word in FOR_SCRIPT}
