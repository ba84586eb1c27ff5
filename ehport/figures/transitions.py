"""From one standing to another: a table of the projects by where they stood before and now, so it has no drawing."""

from __future__ import annotations

from collections.abc import Sequence

from ehport.analysis.printed import Printed, Sentence, sentence
from ehport.analysis.summary import Summary
from ehport.changes.highlights import transition_fact
from ehport.changes.ratings import RatingStanding, Transition, Transitions
from ehport.figures.drawing import NOT_GIVEN, count, counted, mill, opening
from ehport.figures.figure import Cell, DataTable, Edition, Figure, FigureColumn, FigureValues, Projects
from ehport.form.vocabulary import ProjectState, Rating, Vocabulary
from ehport.lang.counting import in_words, verbs
from ehport.lang.language import Lang, Text

_SUBTITLE = Text(
    "{field} i {before} (radene) og i {now} (kolonnene): antall, budsjett i kroner og prosjektnummer.",
    "{field} in {before} (rows) and in {now} (columns): number, budget in kroner and project numbers.",
)
_ALT = Text(
    "Tabell: {field} i forrige runde mot {field} i denne, med antall, budsjett og prosjektnummer. {finding}.",
    "Table: {field} in the previous round against {field} in this one, with number, budget and project numbers. "
    "{finding}.",
)
_WORSE = Text("{projects} har fått dårligere {field}", "{projects} {have} a worse {field}")
_BETTER = Text("{count} bedre", "{count} a better one")
_BOTH = Text("{worse}, og {better}", "{worse}, and {better}")
_ONLY_BETTER = Text("{projects} har fått bedre {field}", "{projects} {have} a better {field}")
_NONE = Text("Ingen prosjekter har fått bedre eller dårligere {field}", "No project has a better or worse {field}")
_FROM = Text("Fra {month}", "From {month}")
_MILLION = Text("{amount} mill.", "{amount} million")  # the columns are narrow
_NOBODY = Text("Ingen", "None")
_OF_BEFORE = Text(
    "Prosjekter som er satt på pause eller er ute, har budsjettet fra forrige runde.",
    "Projects that are paused or have left have the budget of the previous round.",
)
_MARKS: dict[RatingStanding, Vocabulary] = {
    RatingStanding.RED: Rating.RED,
    RatingStanding.YELLOW: Rating.YELLOW,
    RatingStanding.GREEN: Rating.GREEN,
    RatingStanding.PAUSED: ProjectState.PAUSED,
}


def transitions_status(found: Summary, edition: Edition) -> Figure | None:
    """Return the matrix of the status; ``None`` when there is no round to compare with, or nothing has moved."""
    return _figure(found, "status", edition)


def transitions_risk(found: Summary, edition: Edition) -> Figure | None:
    """Return the matrix of the risk; ``None`` when there is no round to compare with, or nothing has moved."""
    return _figure(found, "risk", edition)


def _figure(found: Summary, field: str, edition: Edition) -> Figure | None:
    lang = edition.lang
    of = found.comparison.transitions[field] if found.comparison else None
    if of is None or not any(each.is_change for each in of.cells):
        return None
    word = of.label[lang]
    headline = opening(_finding(found, of, lang), lang)
    return Figure(
        name=f"transitions-{field}",
        svg="",
        headline=headline,
        subtitle=_SUBTITLE[lang].format(field=word, before=edition.before, now=edition.now),
        alt=sentence(_ALT[lang], field=word.lower(), finding=headline),
        data=_table(of, edition),
    )


def _finding(found: Summary, of: Transitions, lang: Lang) -> str:
    fact, field = f"changes.{of.field}", of.label[lang].lower()
    changes = found.comparison.changes if found.comparison else ()
    ratings = [each for each in changes if each.field == of.field and each.project in of.rated]
    worse = sum((each.difference or 0) > 0 for each in ratings)
    better = sum((each.difference or 0) < 0 for each in ratings)
    if not worse:
        if not better:
            return _NONE[lang].format(field=field)
        return sentence(
            _ONLY_BETTER[lang], projects=counted(better, lang, f"{fact}.better.count"), field=field, **verbs(better)
        )
    told = sentence(_WORSE[lang], projects=counted(worse, lang, f"{fact}.worse.count"), field=field, **verbs(worse))
    if not better:
        return told
    return Sentence(
        sentence(
            _BOTH[lang],
            worse=told,
            better=sentence(_BETTER[lang], count=_in_words(better, lang, f"{fact}.better.count")),
        )
    )


def _in_words(number: int, lang: Lang, fact: str) -> Printed:
    return Printed(in_words(number, lang, is_neuter=True), fact, "ordn")


def _table(of: Transitions, edition: Edition) -> DataTable:
    lang = edition.lang
    before, now = _used([each.before for each in of.cells]), _used([each.now for each in of.cells])
    heads = [FigureColumn(each.label[lang], rating=_MARKS.get(each)) for each in now]
    rows = tuple((_name(first, lang), *(_cell(of, of.cell(first, last), lang) for last in now)) for first in before)
    return DataTable(
        columns=(FigureColumn(_FROM[lang].format(month=edition.before)), *heads),
        rows=rows,
        note=_OF_BEFORE[lang] if any(each.is_of_before and each.is_change for each in of.cells) else "",
        values=FigureValues(
            ("before", "now", "projects", "budget"),
            tuple((each.before.value, each.now.value, each.count, each.budget.amount) for each in of.cells),
        ),
    )


def _used(found: Sequence[RatingStanding]) -> tuple[RatingStanding, ...]:
    return tuple(each for each in RatingStanding if each in found)


def _name(standing: RatingStanding, lang: Lang) -> Cell:
    return _MARKS.get(standing) or standing.label[lang]


def _cell(of: Transitions, found: Transition, lang: Lang) -> Cell:
    if not found.projects:
        return _NOBODY[lang]
    fact, amount = transition_fact(of, found), found.budget.amount
    money = sentence(_MILLION[lang], amount=mill(amount, lang, f"{fact}.amount"))
    ids = tuple(each.project for each in found.projects)
    return Projects(ids, count(found.count, lang, f"{fact}.count"), NOT_GIVEN[lang] if amount is None else money)
