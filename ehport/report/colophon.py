"""The title page and the page about the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehport.analysis.printed import sentence
from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang import dates
from ehport.lang.counting import listed
from ehport.lang.language import Text
from ehport.report import handing_in
from ehport.report.marking import mark_numbers
from ehport.report.report import Report
from ehport.report.table import RatingMark
from ehport.report.wording import Word

COVER = "cover"
_LATE = Text("Ikke oppdatert", "Not updated")
_UNTOUCHED = Text("Ikke gått gjennom", "Not gone through")
_BASIS = Text("Grunnlag", "Based on")
_NUMBERS = (
    Text("Tallene", "The numbers"),
    Text(
        "Beløp er millioner kroner i løpende kroner. {active} Budsjettet til prosjekter på pause er ikke med i "
        "summene. Prosentene er avrundet slik at de summerer seg til 100. «–» betyr ikke oppgitt og er noe annet enn "
        "0.",
        "Amounts are million kroner in current prices. {active} The budgets of paused projects are in none of the "
        "totals. Percentages are rounded so that they add up to 100. «–» means not given and is not 0.",
    ),
)
_LINES = (
    (Text("Tittel", "Title"), Text("{title}, {month}", "{title}, {month}")),
    (Text("Utgitt", "Published"), Text("{published}", "{published}")),
    (
        Text("Data per", "Data as of"),
        Text("{day}. Det som er meldt senere, er ikke med.", "{day}. What was reported later is not included."),
    ),
    (Text("Utgiver", "Publisher"), Text("{publisher}", "{publisher}")),
    (Text("Behandles i", "For"), Text("{recipients}", "{recipients}")),
)


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the title page says; a word of the title is never divided."""

    publisher: str
    words: tuple[str, ...]
    when: str
    svg: str
    key: str


@dataclass(frozen=True, slots=True)
class Colophon:
    """What the page about the report says, its lines as HTML; the marks are explained with their words."""

    lines: tuple[tuple[str, str], ...]
    marks_label: str
    marks: tuple[RatingMark, ...]
    marks_text: str
    data_label: str
    data_text: str


def title_page(report: Report) -> TitlePage:
    """Return the title page, with the portrait of the portfolio where there is one."""
    round_, lang = report.portfolio.round, report.lang
    month, day = dates.month(round_.published, lang), dates.day(round_.cutoff, lang)
    when = Word.REPORT.text(month=month, data=Word.DATA_AS_OF.text(day=day)[lang])[lang]
    cover = report.figures.get(COVER)
    return TitlePage(
        round_.publication.publisher,
        tuple(round_.title.split()),
        when,
        cover.svg if cover else "",
        cover.subtitle if cover else "",
    )


def colophon(report: Report) -> Colophon:
    """Return the page about the report; a line without content is left out."""
    round_, lang = report.portfolio.round, report.lang
    facts = {
        "title": round_.title,
        "month": dates.month(round_.month, lang),
        "published": dates.month(round_.published, lang).capitalize(),
        "day": dates.day(round_.cutoff, lang),
        "publisher": round_.publication.publisher,
        "recipients": round_.publication.recipients,
    }
    told = [(label, text.format(**facts)[lang]) for label, text in _LINES]
    numbers = sentence(_NUMBERS[1][lang], active=handing_in.of_active(report.facts, lang))
    told += [(_BASIS, handing_in.basis(report.facts, lang)), (_NUMBERS[0], numbers), *_not_new(report)]
    lines = ((label[lang], mark_numbers(text)) for label, text in told)
    marks = (*Rating, ProjectState.PAUSED)
    return Colophon(
        tuple((label, text) for label, text in lines if text),
        Word.MARKS[lang],
        tuple(report.typesetter.mark(each) for each in marks),
        Word.MARKS_SAY[lang],
        Word.OPEN_DATA[lang],
        Word.OPEN_DATA_IS[lang],
    )


def _not_new(report: Report) -> Iterator[tuple[Text, str]]:
    """Yield what is said of actors who are late, and of projects that nobody went through."""
    if late := report.summary.late:
        names = listed([each.name for each in late], report.lang)
        yield _LATE, handing_in.late_in_short(report.facts, names, report.lang)
    if report.summary.untouched:
        yield _UNTOUCHED, handing_in.untouched_in_short(report.facts, report.lang)
