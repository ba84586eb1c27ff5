"""How a declared field becomes columns of open data: its value, and the text as typed where the two can differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from ehport.export.table import FOCUS_AREAS, ColumnTerms, ColumnUnit, ExportColumn, Facet, Type, Value
from ehport.form.field import Field, answers, years
from ehport.form.kinds import Amount, Day, FocusArea, Line, Number, ProjectId, Prose, RoundId, Year
from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import Category, State, Vocabulary
from ehport.lang.language import Lang, Text

T = TypeVar("T")

PROJECT_NUMBER = "[1-9][0-9]*"

_AMOUNT_HELP = Text("Her i hele tusen kroner.", "Here in whole thousand kroner.")
_TIME_HELP = Text(
    "Tid i EDTF (ISO 8601-2): 2021-06 er en måned, 2021-35 3. kvartal, 2021-41 2. halvår, 2022/.. fra 2022.",
    "Time in EDTF (ISO 8601-2): 2021-06 is a month, 2021-35 Q3, 2021-41 the second half-year, 2022/.. from 2022.",
)
_TYPED = (
    Text("{}, slik det er skrevet", "{}, as typed"),
    Text("Cellens tekst, uendret.", "The cell's text, unchanged."),
)
_STATE = (
    Text("{}: tilstand", "{}: state"),
    Text("Hva svaret sier om det som er planlagt.", "What the answer says of what is planned."),
)
_EARLIEST = (
    Text("{}: tidligst", "{}: earliest"),
    Text("Den første dagen tiden kan bety.", "The first day that the time may mean."),
)
_LATEST = (
    Text("{}: senest", "{}: latest"),
    Text(
        "Den siste dagen tiden kan bety; tom når slutten er åpen.",
        "The last day that the time may mean; empty when the end is open.",
    ),
)
_SEVERAL_HELP = Text("Flere er skilt med semikolon.", "Several are separated by semicolons.")
_UNIT_IN_LABEL = re.compile(r" \((?:mill\. kr|NOK million)\)$")  # of the form; open data has a unit of its own
_PATTERNS: Mapping[type, str] = {
    ProjectId: PROJECT_NUMBER,
    RoundId: "[0-9]{4}-[0-9]{2}",
    Number: r"-?[0-9]+(\.[0-9]+)?",
}


@dataclass(frozen=True, slots=True)
class ExportedAnswer:
    """An answer: its value, and its text as typed."""

    value: Any
    text: str = ""


AnswerOf = Callable[[T, Field], ExportedAnswer]
_Facets = tuple[Facet[ExportedAnswer], ...]


def facets_of(
    fields: Iterable[Field], answer: AnswerOf[T], budget_year: int, *, typed: bool = True
) -> tuple[Facet[T], ...]:
    """Return the columns of the public fields with one answer; ``answer`` says what a listed thing answers to a field.

    With ``typed`` each value that is not a text itself is followed by the text as typed.
    """
    return tuple(
        _asked(facet, answer, each)
        for each in public(answers(fields))
        for facet in (*_values(each, budget_year), *(_typed(each, budget_year) if typed else ()))
    )


def public(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return the fields that may be published."""
    return tuple(each for each in fields if each.public)


def label_of(field: Field, budget_year: int) -> Text:
    """Return a field's label with the years of a round in it, and without the form's unit."""
    return Text(*(_UNIT_IN_LABEL.sub("", field.label[lang].format(**years(budget_year))) for lang in Lang))


def _asked(facet: Facet[ExportedAnswer], answer: AnswerOf[T], field: Field) -> Facet[T]:
    return Facet(facet.column, lambda listed: facet.of(answer(listed, field)))


def _typed(field: Field, budget_year: int) -> _Facets:
    if isinstance(field.one, (Line, Prose)):
        return ()
    column = _beside(_plain(field, budget_year), "_text", _TYPED)
    return (Facet(column, lambda answer: answer.text or None),)


def _plain(field: Field, budget_year: int) -> ExportColumn:
    return ExportColumn(name=field.name, type=Type.TEXT, title=label_of(field, budget_year), help=field.help)


def _values(field: Field, budget_year: int) -> _Facets:
    kind, plain = field.one.python_type, _plain(field, budget_year)
    if issubclass(kind, PlannedTime):
        return _times(plain)
    if issubclass(kind, Vocabulary):
        return (Facet(_with(plain, terms=ColumnTerms.of(kind)), _word),)
    if kind is tuple:
        column = _with(plain, _SEVERAL_HELP, terms=ColumnTerms.of(Category, several=True))
        return (Facet(column, _words),)
    if isinstance(field.one, Day):
        return (Facet(_with(plain, type=Type.DAY), _day),)
    return (Facet(_scalar(plain, field.one), lambda answer: answer.value),)


def _word(answer: ExportedAnswer) -> str | None:
    return answer.value.value if answer.value else None


def _words(answer: ExportedAnswer) -> str | None:
    return ";".join(each.value for each in answer.value) if answer.value else None


def _day(answer: ExportedAnswer) -> date | None:
    return date.fromisoformat(answer.value) if answer.value else None


def _scalar(plain: ExportColumn, kind: object) -> ExportColumn:
    if isinstance(kind, Amount):
        return _with(plain, _AMOUNT_HELP, type=Type.INTEGER, unit=ColumnUnit.TKR)
    if isinstance(kind, Year):
        return _with(plain, type=Type.YEAR)
    if isinstance(kind, FocusArea):
        return _with(plain, refers_to=FOCUS_AREAS)
    return _with(plain, pattern=_PATTERNS.get(type(kind), ""))


def _times(plain: ExportColumn) -> _Facets:
    def of(take: Callable[[PlannedTime], Value]) -> Callable[[ExportedAnswer], Value]:
        return lambda answer: take(answer.value) if answer.value else None

    return (
        Facet(_with(plain, _TIME_HELP), of(lambda time: time.edtf)),
        Facet(_beside(plain, "_earliest", _EARLIEST, type=Type.DAY), of(PlannedTime.earliest)),
        Facet(_beside(plain, "_latest", _LATEST, type=Type.DAY), of(PlannedTime.latest)),
        Facet(_beside(plain, "_state", _STATE, terms=ColumnTerms.of(State)), of(lambda time: time.state.value)),
    )


def _beside(of: ExportColumn, ending: str, words: tuple[Text, Text], **rules: Any) -> ExportColumn:
    """Return a further column of the same field, with a title made from the first one's."""
    title = Text(*(words[0][lang].format(of.title[lang]) for lang in Lang))
    return ExportColumn(**{"name": of.name + ending, "type": Type.TEXT, "title": title, "help": words[1], **rules})


def _with(column: ExportColumn, help: Text | None = None, **changes: Any) -> ExportColumn:
    told = help and Text(*(" ".join(filter(None, (column.help[lang], help[lang]))) for lang in Lang))
    return replace(column, help=told or column.help, **changes)
