"""The title page and the page about the report."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang import dates
from ehport.lang.language import Text
from ehport.report.report import Report
from ehport.report.table import Mark
from ehport.report.values import Values
from ehport.report.wording import Word

COVER = "cover"
_LATE = (
    Text("Ikke oppdatert", "Not updated"),
    Text(
        "{late} har ikke levert i denne runden. For {{{{ late.count }}}} av {{{{ round.actors.count }}}} aktører og "
        "{{{{ late.projects.count }}}} av {{{{ projects.count }}}} prosjekter er innmeldingen fra forrige runde brukt. "
        "Prosjektene er merket med ‡.",
        "{late}: not returned in this round. For {{{{ late.count }}}} of {{{{ round.actors.count }}}} actors and "
        "{{{{ late.projects.count }}}} of {{{{ projects.count }}}} projects the submission of the previous round is "
        "used. The projects are marked with ‡.",
    ),
)
_UNTOUCHED = (
    Text("Ikke gått gjennom", "Not gone through"),
    Text(
        "For {{{{ untouched.projects.count }}}} av {{{{ projects.count }}}} prosjekter har ingen endret eller "
        "bekreftet svarene fra forrige runde. {{{{ untouched.actors.count }}}} av {{{{ round.actors.count }}}} "
        "aktører har ikke rørt noe prosjekt.",
        "For {{{{ untouched.projects.count }}}} of {{{{ projects.count }}}} projects nobody changed or confirmed "
        "the answers of the previous round. {{{{ untouched.actors.count }}}} of {{{{ round.actors.count }}}} actors "
        "touched no project.",
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
    (
        Text("Grunnlag", "Based on"),
        Text(
            "Innmeldinger fra {{{{ actors.count | ord }}}} aktører om {{{{ submissions.projects.count }}}} prosjekter. "
            "Vedlegg 2 gjengir svarene slik de er meldt.",
            "Submissions from {{{{ actors.count | ord }}}} actors on {{{{ submissions.projects.count }}}} projects. "
            "Appendix 2 prints the answers as they were typed.",
        ),
    ),
    (
        Text("Tallene", "The numbers"),
        Text(
            "Beløp er millioner kroner i løpende kroner. Status og risiko gjelder de {{{{ projects.active.count }}}} "
            "aktive prosjektene. Budsjettet til prosjekter på pause er ikke med i summene. Prosentene er avrundet slik "
            "at de summerer seg til 100. «–» betyr ikke oppgitt og er noe annet enn 0.",
            "Amounts are million kroner in current prices. Status and risk cover the {{{{ projects.active.count }}}} "
            "active projects. The budgets of paused projects are in none of the totals. Percentages are rounded so "
            "that they add up to 100. «–» means not given and is not 0.",
        ),
    ),
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
    marks: tuple[Mark, ...]
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
        "late": ", ".join(each.name for each in report.summary.late),
    }
    values = Values(report.facts, lang)
    late = (_LATE,) if report.summary.late else ()
    untouched = (_UNTOUCHED,) if report.summary.untouched else ()
    told = (*_LINES, *late, *untouched)
    lines = ((label[lang], values.marked(text.format(**facts)[lang])) for label, text in told)
    marks = (*Rating, ProjectState.PAUSED)
    return Colophon(
        tuple((label, text) for label, text in lines if text),
        Word.MARKS[lang],
        tuple(report.typesetter.mark(each) for each in marks),
        Word.MARKS_SAY[lang],
        Word.OPEN_DATA[lang],
        Word.OPEN_DATA_IS[lang],
    )
