"""From a way of drawing to a complete figure: both widths, the words, and how figures print money and counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ehport.analysis.basis import Listed
from ehport.analysis.fact import NEUTER, in_words
from ehport.analysis.printed import Printed, Sentence, parts_of, sentence
from ehport.figures.canvas import Canvas
from ehport.figures.figure import Column, DataTable, Figure
from ehport.figures.style import NARROW, WIDE
from ehport.figures.svg import svg
from ehport.figures.widths import fitted
from ehport.form.vocabulary import ProjectState, Rating, Vocabulary
from ehport.lang import numbers
from ehport.lang.language import Lang, Text
from ehport.model.total import Total

NOT_GIVEN = Text("ikke oppgitt", "not given")
PAUSED = Text("på pause", "paused")
IN_TABLE = Text("Tallene står i tabellen under figuren.", "The numbers are in the table below the figure.")
PROJECTS = Text("Prosjekter", "Projects")
BUDGET = Text("Budsjett {year}, mill. kr", "Budget {year}, NOK million")
WITHOUT = Text("Uten beløp", "No amount given")
SUM = Text("Sum", "Total")
MILLION = Text("{amount} mill. kr", "NOK {amount} million")
ACTIVE = (Text("aktivt prosjekt", "active project"), Text("aktive prosjekter", "active projects"))
ALL_MARKS: tuple[Vocabulary, ...] = (*Rating, ProjectState.PAUSED)
_UNMARKED = Text(" En stiplet ring er et prosjekt uten status.", " A broken ring is a project without a status.")
_AND = Text(" og ", " and ")
_LARGEST_IN_WORDS = 12
_COUNTED = (Text("prosjekt", "project"), Text("prosjekter", "projects"))


@dataclass(frozen=True, slots=True)
class Words:
    """What a figure says: its finding, what it measures, and its description for those who do not see it."""

    headline: str
    subtitle: str
    alt: str


def complete(
    name: str,
    draw: Callable[[Canvas], None],
    *,
    words: Words,
    data: DataTable,
    key: tuple[Vocabulary, ...] = (),
) -> Figure:
    """Return the figure drawn for the page and for a small screen."""
    wide, narrow = Canvas(WIDE), Canvas(NARROW)
    draw(wide)
    draw(narrow)
    return Figure(
        name=name,
        svg=svg(wide, name=name, title=words.alt),
        narrow_svg=svg(narrow, name=f"{name}-narrow", title=words.alt),
        headline=words.headline,
        subtitle=words.subtitle,
        alt=words.alt,
        data=fitted(data),
        key=key,
    )


def mark_of(project: Listed) -> Vocabulary | None:
    """Return the mark that a project is drawn with: paused, or its status, if it has one."""
    return ProjectState.PAUSED if project.is_paused else project.status


def marks_of(projects: Sequence[Listed]) -> tuple[Vocabulary, ...]:
    """Return the marks that occur, in their order everywhere: what a key must explain."""
    found = {mark_of(each) for each in projects}
    return tuple(mark for mark in ALL_MARKS if mark in found)


def unmarked(projects: Sequence[Listed], lang: Lang) -> str:
    """Return the sentence that explains the mark of projects without a status; empty when there are none."""
    return _UNMARKED[lang] if any(mark_of(each) is None for each in projects) else ""


def mill(amount: int | None, lang: Lang, fact: str = "") -> str:
    """Return an amount in million kroner with one decimal, as all computed tables have it; it may be that of a fact."""
    text = numbers.mnok(amount, lang, decimals=1)
    return text if amount is None or not fact else Printed(text, fact, "mill1")


def money(total: Total, projects: Sequence[Listed], lang: Lang, fact: str) -> str:
    """Return the money of projects for a table: zero without projects, a dash when not given, a word when all pause."""
    if projects and total.amount is None and not total.missing:
        return PAUSED[lang]
    return mill(total.over(projects), lang, fact)


def count(number: int, lang: Lang, fact: str) -> Printed:
    """Return a count that is a fact."""
    return Printed(numbers.number(number, lang), fact)


def truth(known: bool) -> str:
    """Return whether something holds, as open data has it."""
    return "true" if known else "false"


def percent(share: int, fact: str) -> Printed:
    """Return a percentage that is a fact, without its sign."""
    return Printed(str(share), fact, "tall")


def counted(number: int, lang: Lang, fact: str, of: tuple[Text, Text] = _COUNTED) -> str:
    """Return a number of projects, or of something else, with the word in the right number."""
    return sentence("{count} {word}", count=count(number, lang, fact), word=of[number != 1][lang])


def opening(text: str, lang: Lang) -> str:
    """Return a sentence that does not begin with a digit where a word says the same: ``Tre prosjekter …``."""
    number, *rest = parts_of(text)
    if not isinstance(number, Printed) or number.form or not number.isdecimal() or int(number) > _LARGEST_IN_WORDS:
        return text
    of_neuter = "".join(rest).startswith(f" {_COUNTED[0][lang]}")
    word = in_words(int(number), lang, **({"words": NEUTER} if of_neuter else {}))
    return Sentence(Printed(f"{word[0].upper()}{word[1:]}", number.fact, "Ordn" if of_neuter else "Ord"), *rest)


def columns(heads: Sequence[str], *, words: int = 1) -> tuple[Column, ...]:
    """Return the columns of a table: first those with words, then those with numbers."""
    return tuple(Column(head, numeric=index >= words) for index, head in enumerate(heads))


def listed(names: Sequence[str], lang: Lang) -> str:
    """Return names as a sentence lists them: «A, B og C»."""
    return _AND[lang].join([*([", ".join(names[:-1])] if len(names) > 1 else []), *names[-1:]])
