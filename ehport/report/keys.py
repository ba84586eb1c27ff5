"""The key figures at the head of the summary: each is printed when its number is known, in words that fit it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ehport.analysis.fact import Fact
from ehport.analysis.printed import Printed, Sentence, sentence
from ehport.figures.drawing import counted, part_of
from ehport.form.vocabulary import Rating
from ehport.lang import numbers
from ehport.lang.counting import PROJECTS, verbs
from ehport.lang.language import Text
from ehport.report.marking import mark_numbers
from ehport.report.outline import NEXT_YEAR, PORTFOLIO_TABLE
from ehport.report.report import Report
from ehport.report.values import Values

_OPENING = "status"
_MOST_NAMED = 5
_MILLIONS = Text("mill. kr", "NOK million")
_IN_PORTFOLIO = Text("{word} i porteføljen", "{word} in the portfolio")
_MOVES = Text(
    "Nye: {{ projects.new.count }}. På pause: {{ projects.paused.count }}. Går ut: {{ projects.leaving.count }}",
    "New: {{ projects.new.count }}. Paused: {{ projects.paused.count }}. Leaving: {{ projects.leaving.count }}",
)
_BUDGET = Text("budsjett for {year}", "budget for {year}")
_WITHOUT = Text(", uten beløp fra {projects}", ", without an amount from {projects}")
_NO_BUDGET = Text("Budsjett for {year} er ikke oppgitt", "The budget for {year} is not given")
_BEFORE = Text("{{{{ {name} }}}} i {{{{ round.previous }}}}", "{{{{ {name} }}}} in {{{{ round.previous }}}}")
_OF_YEAR = Text(
    "{{ previous.budget.total | mill }} for {{ previous.budget_year }} i {{ round.previous }}",
    "{{ previous.budget.total | mill }} for {{ previous.budget_year }} in {{ round.previous }}",
)
_NEXT = Text("meldt for {year}, foreløpig", "reported for {year}, provisional")
_NO_NEXT = Text("Budsjett for {year} er ikke meldt ennå", "The budget for {year} is not yet reported")
_LACKING = Text("{projects} mangler beløp", "{projects} {give} no amount")
_YELLOW = Text("har gul {field}", "have yellow {field}")
_BOTH = Text("{status} og {risk}", "{status} and {risk}")
_RED = Text("med rød status og med rød risiko", "with red status and with red risk")
_NO_RED = Text("med rød status eller rød risiko", "with red status or red risk")
_NAMED = Text("{field}: {names}", "{field}: {names}")
_RED_BEFORE = Text(
    "{{ previous.status.red.count }} og {{ previous.risk.red.count }} i {{ round.previous }}",
    "{{ previous.status.red.count }} and {{ previous.risk.red.count }} in {{ round.previous }}",
)
_FIELDS = {"status": Text("status", "status"), "risk": Text("risiko", "risk")}


@dataclass(frozen=True, slots=True)
class PrintedKeyFigure:
    """A key figure ready to be printed, its words as HTML; ``then`` is empty when there is nothing to compare with.

    ``leads_to`` is where a reader finds what is behind it: a place, and after a question mark the projects to choose.
    """

    number: str
    unit: str
    what: str
    then: str
    leads_to: str = PORTFOLIO_TABLE


def key_figures(report: Report) -> tuple[PrintedKeyFigure, ...]:
    """Return the key figures whose numbers are known."""
    asked = _Asked(report, Values(report.facts, report.lang))
    made = (make(asked) for make in KEY_FIGURES)
    return tuple(each for each in made if each is not None)


def finding(report: Report) -> str:
    """Return what the summary opens with: the headline of the figure of the overall status."""
    figure = report.figures.get(_OPENING)
    return Sentence(figure.headline, ".") if figure else ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The report's facts, asked for what key figures print."""

    report: Report
    values: Values

    def __getitem__(self, name: str) -> Fact:
        return self.report.facts[name]

    def number(self, name: str) -> int:
        value = self[name].value if name in self.report.facts else 0
        return value if isinstance(value, int) else 0

    def printed(self, name: str, form: str = "") -> Printed:
        return Printed(self[name].printed(self.report.lang, form), name, form)

    def text(self, text: Text, **words: object) -> str:
        return sentence(text[self.report.lang], **words)

    def first(self, *texts: Text) -> str:
        """Return the first of some sentences whose numbers are all known, as HTML; empty when there is none."""
        told = (self.values.marked(text[self.report.lang]) for text in texts)
        return next((each for each in told if each is not None), "")


def _projects(asked: _Asked) -> PrintedKeyFigure:
    word = PROJECTS.word(asked.number("projects.count"))[asked.report.lang]
    what = asked.text(_IN_PORTFOLIO, word=word)
    return PrintedKeyFigure(mark_numbers(asked.printed("projects.count")), "", what, asked.first(_MOVES))


def _budget(asked: _Asked) -> PrintedKeyFigure:
    lang, year = asked.report.lang, asked.printed("round.budget_year")
    then = asked.first(_OF_YEAR, _BEFORE.format(name="previous.budget.total | mill"))
    if asked["budget.total"].value is None:
        return PrintedKeyFigure(numbers.MISSING, "", mark_numbers(asked.text(_NO_BUDGET, year=year)), then)
    what, missing = asked.text(_BUDGET, year=year), asked.number("budget.missing.count")
    if missing:
        projects = counted(missing, lang, "budget.missing.count")
        what = Sentence(what, asked.text(_WITHOUT, projects=projects))
    return PrintedKeyFigure(
        mark_numbers(asked.printed("budget.total", "mill")), _MILLIONS[lang], mark_numbers(what), then
    )


def _next(asked: _Asked) -> PrintedKeyFigure | None:
    lang, year = asked.report.lang, asked.printed("round.next_year")
    whole, missing = asked.number("next.paid.count"), asked.number("budget.next.missing.count")
    if not asked.number("next.projects.count"):
        return None
    then = ""
    if missing:
        projects = part_of((missing, "budget.next.missing.count"), (whole, "next.paid.count"), lang)
        then = mark_numbers(asked.text(_LACKING, projects=projects, **verbs(missing)))
    if asked["budget.next.total"].value is None:
        return PrintedKeyFigure(numbers.MISSING, "", mark_numbers(asked.text(_NO_NEXT, year=year)), then, NEXT_YEAR)
    number = mark_numbers(asked.printed("budget.next.total", "mill"))
    return PrintedKeyFigure(number, _MILLIONS[lang], mark_numbers(asked.text(_NEXT, year=year)), then, NEXT_YEAR)


def _yellow(field: str) -> Callable[[_Asked], PrintedKeyFigure | None]:
    def make(asked: _Asked) -> PrintedKeyFigure | None:
        if not asked.number(f"{field}.rated.count"):
            return None
        name, lang = f"{field}.yellow.share", asked.report.lang
        then = asked.first(_BEFORE.format(name=f"previous.{name}"))
        what, leads_to = asked.text(_YELLOW, field=_FIELDS[field][lang]), f"{PORTFOLIO_TABLE}?{field}=yellow"
        return PrintedKeyFigure(mark_numbers(asked.printed(name, "tall")), "%", what, then, leads_to)

    return make


def _red(asked: _Asked) -> PrintedKeyFigure | None:
    lang = asked.report.lang
    if not any(asked.number(f"{field}.rated.count") for field in _FIELDS):
        return None
    counts = {field: asked.number(f"{field}.red.count") for field in _FIELDS}
    if not any(counts.values()):
        number = mark_numbers(asked.printed("status.red.count"))
        return PrintedKeyFigure(number, "", _NO_RED[lang], asked.first(_RED_BEFORE))
    both = {field: asked.printed(f"{field}.red.count") for field in _FIELDS}
    then = Sentence(*_with_stops(list(_named(asked, counts))))
    field = next(each for each in counts if counts[each])
    leads_to = f"{PORTFOLIO_TABLE}?{field}=red"
    return PrintedKeyFigure(mark_numbers(asked.text(_BOTH, **both)), "", _RED[lang], mark_numbers(then), leads_to)


def _named(asked: _Asked, counts: dict[str, int]) -> Iterator[str]:
    """Yield the names of the red projects of each field, where there are some and not too many."""
    for field, number in counts.items():
        if 0 < number <= _MOST_NAMED:
            names = asked.printed(f"{field}.{Rating.RED.value}.names")
            yield asked.text(_NAMED, field=_FIELDS[field][asked.report.lang].capitalize(), names=names)


def _with_stops(told: list[str]) -> Iterator[str]:
    for place, each in enumerate(told):
        yield ". " if place else ""
        yield each


KEY_FIGURES = (_projects, _budget, _next, _yellow("status"), _yellow("risk"), _red)
