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
    SEARCH = Text("Søk i prosjektene", "Search the projects")
    SEARCH_IN = Text("Navn, nummer eller ord fra prosjektarket", "Name, number or words from the project's sheet")
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
    ARROWS = Text("Piltastene går til de andre tallene her.", "The arrow keys go to the other numbers here.")
    MORE = Text("og {count} celler til, som står i trace.csv", "and {count} more cells, which are in trace.csv")

    def __getitem__(self, lang: Lang) -> str:
        """Return the words in a language."""
        text: Text = self.value
        return text[lang]


FOR_SCRIPT = (
    WebWord.SHOWN, WebWord.NONE_SHOWN, WebWord.ELSEWHERE, WebWord.SUM, WebWord.ONE_MORE, WebWord.MORE, WebWord.ARROWS
)  # fmt: skip


def web_words(lang: Lang) -> dict[str, str]:
    """Return every word in one language, as the page template uses them."""
    return {name.lower(): word[lang] for name, word in WebWord.__members__.items()}


def script_words(lang: Lang) -> dict[str, str]:
    """Return the words that the script puts numbers into."""
    return {word.name.lower(): word[lang] for word in FOR_SCRIPT}
