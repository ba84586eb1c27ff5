"""The case paper: the round on two pages for those who decide, from its numbers and one text of the office's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ehport.analysis.printed import Printed
from ehport.analysis.ratings import Distribution, RedProject
from ehport.form.vocabulary import Rating
from ehport.lang import dates, numbers
from ehport.lang.language import Lang, Text
from ehport.report import markdown
from ehport.report.columns import money_column, project_cells, project_columns
from ehport.report.editorial import Editorial, EditorialHeading, Passage, Piece
from ehport.report.html import Templates
from ehport.report.keys import PrintedKeyFigure, finding, key_figures
from ehport.report.marking import unmark_numbers
from ehport.report.names import marker_of
from ehport.report.report import Report
from ehport.report.table import Content, Row, RowKind, Table, TableCell, TableColumn
from ehport.report.tables.changes import beginning, entered_left, foremost_changes
from ehport.report.typesetter import Typesetter
from ehport.report.values import Values
from ehport.report.wording import Word

_MOST_RED, _MOST_CHANGED, _MOST_MOVED = 8, 4, 6


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the case paper: a heading, text as HTML, and a table, each where there is one."""

    heading: str = ""
    text: str = ""
    table: Table | None = None
    is_written: bool = False


@dataclass(frozen=True, slots=True)
class CasePaper:
    """The case paper ready to be printed."""

    title: str
    round: str
    lead: str
    keys: tuple[PrintedKeyFigure, ...]
    opening: tuple[Section, ...]
    sections: tuple[Section, ...]


def case_paper(report: Report) -> CasePaper:
    """Return the case paper of a report.

    What the office has written before its first heading opens the paper; what it has under headings, as a rule what is
    to be decided, comes after the numbers.
    """
    lang, round_ = report.lang, report.portfolio.round
    written = tuple(_written(report.case, report))
    opening = tuple(each for each in written if not each.heading)
    return CasePaper(
        title=_TITLE.format(title=round_.title, month=dates.month(round_.month, lang))[lang],
        round=Word.DATA_AS_OF.text(day=dates.day(round_.cutoff, lang))[lang],
        lead=finding(report),
        keys=key_figures(report),
        opening=opening,
        sections=(*_counted(report), *(each for each in written if each.heading)),
    )


def render_case(report: Report) -> str:
    """Return the case paper as a part of a document, in HTML."""
    templates = Templates(report.lang, marker_of(report))
    return unmark_numbers(templates.render("sak", paper=case_paper(report)))


def _written(text: Editorial | None, report: Report) -> Iterator[Section]:
    """Yield what the office has written: first what stands before any heading, then heading by heading."""
    values = Values(report.facts, Lang.NB, is_foreign=not report.speaks_as_written)
    heading, passages = "", ""
    for piece in _below_title(text):
        if isinstance(piece, EditorialHeading):
            if passages or heading:
                yield Section(heading, passages, is_written=True)
            heading, passages = markdown.plain(piece.tokens, values.text), ""
        elif isinstance(piece, Passage):
            passages += markdown.render(piece.tokens, values.html)
    if passages or heading:
        yield Section(heading, passages, is_written=True)


def _below_title(text: Editorial | None) -> tuple[Piece, ...]:
    pieces = text.pieces if text else ()
    return tuple(each for each in pieces if not (isinstance(each, EditorialHeading) and each.level == 1))


def _counted(report: Report) -> Iterator[Section]:
    """Yield the sections that the report makes itself; one with nothing to show is left out."""
    lang, summary = report.lang, report.summary
    setter = replace(report.typesetter, paged={})
    made = (
        (_COLOURS, _colours(summary.status, summary.risk, setter)),
        (_RED, _red((*summary.red_status, *summary.red_risk), setter)),
        (_MOVED, _first(entered_left(summary, setter), _MOST_MOVED, setter)),
        (_CHANGED, foremost_changes(summary, setter, _MOST_CHANGED)),
    )
    for heading, (columns, rows) in made:
        if rows:
            table = Table(name="", columns=columns, rows=rows)
            yield Section(heading[lang], table=setter.explained(table))


def _first(content: Content, most: int, setter: Typesetter) -> Content:
    """Return so many rows of a table at most, and how many there are more."""
    columns, rows = content
    left = len(rows) - most
    if left <= 0:
        return content
    more = _MORE.format(count=numbers.number(left, setter.lang))[setter.lang]
    return columns, (*rows[:most], Row((TableCell(text=more),), spans=len(columns)))


def _colours(status: Distribution, risk: Distribution, setter: Typesetter) -> Content:
    """Return how many projects, and how much money, have each colour of status and of risk."""
    lang = setter.lang
    if not (status.count or risk.count):
        return (), ()
    columns = [TableColumn(_COLOUR[lang], 26)]
    for field in _FIELDS.values():
        columns += [
            TableColumn(_COUNT.format(field=field)[lang], 20, number=True),
            TableColumn(_SHARE.format(field=field)[lang], 20, number=True),
            money_column(_MONEY.format(field=field)[lang], 32),
        ]
    return tuple(columns), tuple(_of_colour(rating, (status, risk), setter) for rating in Rating)


def _of_colour(rating: Rating, fields: tuple[Distribution, ...], setter: Typesetter) -> Row:
    cells = [setter.rating(rating)]
    for each in fields:
        [found] = [share for share in each.ratings if share.rating is rating]
        fact = f"{each.field}.{rating.value}"
        share = Printed(numbers.percent(found.share, setter.lang), f"{fact}.share")
        cells += [
            setter.count(found.count, f"{fact}.count"),
            TableCell(text=share) if each.count else setter.missing(),
            setter.total(found.budget, f"{fact}.budget", f"{fact}.budget.missing.count"),
        ]
    return Row(tuple(cells))


def _red(found: tuple[RedProject, ...], setter: Typesetter) -> Content:
    """Return the red projects once each, with what is red and the beginning of the actor's reason."""
    lang = setter.lang
    known: dict[str, list[RedProject]] = {}
    for each in found:
        known.setdefault(each.project.id, []).append(each)
    columns = (*project_columns(lang, 38, 32), TableColumn(_WHAT_IS_RED[lang], 24), TableColumn(_REASON[lang], 62))
    rows = [_red_row(each, setter) for each in known.values()]
    return _first((columns, tuple(rows)), _MOST_RED, setter)


def _red_row(found: list[RedProject], setter: Typesetter) -> Row:
    project, lang = found[0].project, setter.lang
    labels = [word[lang] for name, word in _FIELDS.items() if getattr(project, name) is Rating.RED]
    red = _AND[lang].format(a=labels[0], b=labels[1].lower()) if len(labels) > 1 else "".join(labels)
    reason = next((each.reason for each in found if each.reason), "")
    told = TableCell(typed=(beginning(reason),)) if reason else setter.missing()
    return Row((*project_cells(project, setter), TableCell(text=red), told), RowKind.PLAIN)


_TITLE = Text("Sak: {title}, {month}", "Case: {title}, {month}")
_FIELDS = {"status": Text("Status", "Status"), "risk": Text("Risiko", "Risk")}
_COLOURS = Text("Farger og penger", "Colours and money")
_RED = Text("Røde prosjekter", "Red projects")
_MOVED = Text("Inn i og ut av porteføljen", "Into and out of the portfolio")
_CHANGED = Text("De viktigste endringene", "The most important changes")
_COLOUR = Text("Farge", "Colour")
_COUNT = Text("{field}: antall", "{field}: number")
_SHARE = Text("{field}: andel", "{field}: share")
_MONEY = Text("{field}: budsjett, mill. kr", "{field}: budget, NOK million")
_WHAT_IS_RED, _REASON = Text("Rødt", "Red"), Text("Begrunnelse fra aktøren", "The actor's reason")
_AND = Text("{a} og {b}", "{a} and {b}")
_MORE = Text("Og {count} til, som står i rapporten.", "And {count} more, which are in the report.")
