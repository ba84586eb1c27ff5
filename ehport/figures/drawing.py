"""From a way of drawing to a complete figure: both widths, the words, and how figures print money and counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ehport.analysis.basis import Listed
from ehport.analysis.printed import Printed, Sentence, parts_of, sentence
from ehport.figures.canvas import Canvas
from ehport.figures.figure import DataTable, Figure, FigureColumn
from ehport.figures.style import NARROW, WIDE
from ehport.figures.svg import svg
from ehport.figures.widths import fit
from ehport.form.vocabulary import ProjectState, Rating, Vocabulary
from ehport.lang import counting, numbers
from ehport.lang.counting import LARGEST_IN_WORDS, Noun, capital, in_words, verbs
from ehport.lang.language import Lang, Text
from ehport.model.total import Total

NOT_GIVEN = Text("ikke oppgitt", "not given")
PAUSED = Text("på pause", "paused")
IN_TABLE = Text("Tallene står i tabellen under figuren.", "The numbers are in the table below the figure.")
PROJECTS = Text("Prosjekter", "Projects")
NO_BUDGET = Text("Ingen aktive prosjekter har oppgitt budsjett", "No active project has given a budget")
ALL_PAUSED = Text(
    "{projects} er på pause og uten budsjett som teller", "{projects} {are} paused, with no budget that counts"
)
OF_GIVEN = (Text("budsjettet", "the budget"), Text("budsjettet som er oppgitt", "the budget that is given"))
BUDGET = Text("Budsjett {year}, mill. kr", "Budget {year}, NOK million")
WITHOUT = Text("Uten beløp", "No amount given")
SUM = Text("Sum", "Total")
MILLION = Text("{amount} mill. kr", "NOK {amount} million")
ALL_MARKS: tuple[Vocabulary, ...] = (*Rating, ProjectState.PAUSED)
_OF = Text(" av ", " of ")
_LACK_NOW = Text(", men {now} mangler beløp nå", ", but {now} {lack} an amount now")
_LACKED = Text(", men {before} manglet beløp da", ", but {before} lacked an amount then")
_LACK_BOTH = Text(
    ", men {now} mangler beløp nå, mot {many} da", ", but {now} {lack} an amount now, against {many} then"
)
_UNMARKED = Text(" En stiplet ring er et prosjekt uten status.", " A broken ring is a project without a status.")
Counted = tuple[int, str]  # a number with the name of its fact


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
        data=fit(data),
        key=key,
    )


def marks_of(projects: Sequence[Listed]) -> tuple[Vocabulary, ...]:
    """Return the marks that occur, in their order everywhere: what a key must explain."""
    found = {each.mark for each in projects}
    return tuple(mark for mark in ALL_MARKS if mark in found)


def unmarked(projects: Sequence[Listed], lang: Lang) -> str:
    """Return the sentence that explains the mark of projects without a status; empty when there are none."""
    return _UNMARKED[lang] if any(each.mark is None for each in projects) else ""


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


def without_money(projects: Sequence[Listed], fact: str, lang: Lang) -> str:
    """Return what is said of projects without any money: nobody has given a budget, or all of them are paused."""
    whole = len(projects), fact
    if not all(each.is_paused for each in projects):
        return NO_BUDGET[lang]
    return opening(sentence(ALL_PAUSED[lang], projects=part_of(whole, whole, lang), **verbs(len(projects))), lang)


def counted(number: int, lang: Lang, fact: str, of: Noun = counting.PROJECTS) -> str:
    """Return a number of projects, or of something else, with the word in the right number."""
    return sentence("{count} {word}", count=count(number, lang, fact), word=of.word(number)[lang])


def part_of(part: Counted, whole: Counted, lang: Lang, of: Noun = counting.PROJECTS, *, in_digits: bool = False) -> str:
    """Return a part of a whole as a sentence says it: ``20 av 43 prosjekter``, ``alle åtte prosjekter``."""
    said = counting.share_of(part[0], whole[0], of, lang, in_digits=in_digits)
    shown = [
        _in_words(*each, of, lang=lang) if said.in_words else count(each[0], lang, each[1]) for each in (part, whole)
    ]
    return sentence(said.template, part=shown[0], whole=shown[1])


def opening(text: str, lang: Lang, of: Noun = counting.PROJECTS) -> str:
    """Return a sentence with a capital first, that does not begin with a digit where a word says the same.

    What it begins by counting is ``of`` some sort: ``Tre prosjekter …``, ``Én virksomhet …``.
    """
    number, *rest = parts_of(text)
    if isinstance(number, Printed):
        if not number.form and number.isdecimal() and int(number) <= LARGEST_IN_WORDS and not _is_ratio(rest, lang):
            number = _in_words(int(number), number.fact, of, lang=lang)
        return Sentence(Printed(capital(number), number.fact, _capital_form(number.form)), *rest)
    return Sentence(capital(number), *rest)


def in_a_word(number: int, fact: str, lang: Lang, of: Noun = counting.PROJECTS) -> Printed:
    """Return a count in words up to twelve, in digits above."""
    return _in_words(number, fact, of, lang=lang)


def _in_words(number: int, fact: str, of: Noun, *, lang: Lang) -> Printed:
    if number > LARGEST_IN_WORDS:
        return count(number, lang, fact)
    return Printed(in_words(number, lang, is_neuter=of.is_neuter), fact, "ordn" if of.is_neuter else "ord")


def _capital_form(form: str) -> str:
    return capital(form) if form in ("ord", "ordn") else form


def _is_ratio(rest: Sequence[str], lang: Lang) -> bool:
    """Tell whether a number is the first of two that are told together, which then are digits both."""
    return bool(rest) and rest[0] == _OF[lang] and len(rest) > 1 and isinstance(rest[1], Printed)


def coverage(before: Counted, now: Counted, lang: Lang) -> str:
    """Return how many projects each of two compared sums lacks, to stand in the same sentence; empty when none does."""
    if not before[0] and not now[0]:
        return ""
    text = _LACK_NOW if not before[0] else _LACKED if not now[0] else _LACK_BOTH
    words = {"now": counted(now[0], lang, now[1]), "many": count(before[0], lang, before[1])}
    return sentence(text[lang], before=counted(before[0], lang, before[1]), **words, **verbs(now[0]))


def columns(heads: Sequence[str], *, words: int = 1) -> tuple[FigureColumn, ...]:
    """Return the columns of a table: first those with words, then those with numbers."""
    return tuple(FigureColumn(head, numeric=index >= words) for index, head in enumerate(heads))
