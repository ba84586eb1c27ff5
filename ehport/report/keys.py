"""The key figures at the head of the summary."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.analysis.printed import Sentence
from ehport.lang.language import Text, same
from ehport.report.report import Report
from ehport.report.values import Values

_OPENING = "status"
_BEFORE = Text("{name} i {{{{ round.previous }}}}", "{name} in {{{{ round.previous }}}}")
_OF_YEAR = Text(
    "{{ previous.budget.total | mill }} for {{ previous.budget_year }} i {{ round.previous }}",
    "{{ previous.budget.total | mill }} for {{ previous.budget_year }} in {{ round.previous }}",
)


@dataclass(frozen=True, slots=True)
class Declared:
    """A key figure: a number with its unit, what it counts, and what to compare it with: the first that is known."""

    number: Text
    unit: Text
    what: Text
    then: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A key figure ready to be printed, its words as HTML; ``then`` is empty when there is nothing to compare with."""

    number: str
    unit: str
    what: str
    then: str


KEY_FIGURES = (
    Declared(
        same("{{ projects.count }}"),
        same(""),
        Text("prosjekter i porteføljen", "projects in the portfolio"),
        (
            Text(
                "Nye: {{ projects.new.count }}. På pause: {{ projects.paused.count }}. "
                "Går ut: {{ projects.leaving.count }}",
                "New: {{ projects.new.count }}. Paused: {{ projects.paused.count }}. "
                "Leaving: {{ projects.leaving.count }}",
            ),
        ),
    ),
    Declared(
        same("{{ budget.total | mill }}"),
        Text("mill. kr", "NOK million"),
        Text("budsjett for {{ round.budget_year }}", "budget for {{ round.budget_year }}"),
        (_OF_YEAR, _BEFORE.format(name="{{ previous.budget.total | mill }}")),
    ),
    Declared(
        same("{{ budget.next.total | mill }}"),
        Text("mill. kr", "NOK million"),
        Text("meldt for {{ round.next_year }}, foreløpig", "reported for {{ round.next_year }}, provisional"),
        (
            Text(
                "{{ budget.next.missing.count }} av {{ next.projects.count }} prosjekter mangler beløp",
                "{{ budget.next.missing.count }} of {{ next.projects.count }} projects give no amount",
            ),
        ),
    ),
    Declared(
        same("{{ status.yellow.share | tall }}"),
        same("%"),
        Text("har gul status", "have yellow status"),
        (_BEFORE.format(name="{{ previous.status.yellow.share }}"),),
    ),
    Declared(
        same("{{ risk.yellow.share | tall }}"),
        same("%"),
        Text("har gul risiko", "have yellow risk"),
        (_BEFORE.format(name="{{ previous.risk.yellow.share }}"),),
    ),
    Declared(
        Text("{{ status.red.count }} og {{ risk.red.count }}", "{{ status.red.count }} and {{ risk.red.count }}"),
        same(""),
        Text("med rød status og med rød risiko", "with red status and with red risk"),
        (
            Text(
                "Status: {{ status.red.names }}. Risiko: {{ risk.red.names }}",
                "Status: {{ status.red.names }}. Risk: {{ risk.red.names }}",
            ),
        ),
    ),
)


def key_figures(report: Report) -> tuple[KeyFigure, ...]:
    """Return the key figures whose numbers are known."""
    values, lang = Values(report.facts, report.lang), report.lang
    found = []
    for each in KEY_FIGURES:
        number, what = values.marked(each.number[lang]), values.marked(each.what[lang])
        if number is not None and what is not None:
            then = next((told for text in each.then if (told := values.marked(text[lang])) is not None), "")
            found.append(KeyFigure(number, each.unit[lang], what, then))
    return tuple(found)


def finding(report: Report) -> str:
    """Return what the summary opens with: the headline of the figure of the overall status."""
    figure = report.figures.get(_OPENING)
    return Sentence(figure.headline, ".") if figure else ""
