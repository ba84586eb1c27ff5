"""A project of the portfolio: what the register knows of it, joined with what its actor handed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Generic, TypeVar

from ehport.form.field import field_of
from ehport.form.kinds import Amount, Kind
from ehport.form.project import Financing, FinancingTotal, Project
from ehport.form.reading import Flag
from ehport.form.register import Adjustment, Organisation, RegisterProject
from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang.language import Lang, Text
from ehport.model.round import REGISTER
from ehport.model.submission import Cell, Entry, Submission
from ehport.model.written import format_plain

T = TypeVar("T")

COUNTED = frozenset({ProjectState.ACTIVE, ProjectState.NEW, ProjectState.PAUSED})
ACTIVE = frozenset({ProjectState.ACTIVE, ProjectState.NEW})
EXITS = frozenset({ProjectState.LEAVING, ProjectState.COMPLETED})
_MILLION = Text("{amount} mill. kr", "NOK {amount} million")
_NOT_CERTAIN = frozenset({Flag.UNREADABLE, Flag.LOOKS_LIKE_KRONER, Flag.RANGE, Flag.ALTERNATIVES, Flag.PLACEHOLDER})


@dataclass(frozen=True, slots=True)
class Source:
    """A cell that a value was read from, or an adjustment that replaced it.

    ``value`` is what was read in the words of exports, ``held`` the same as its ``kind`` holds it.
    """

    file: str
    sheet: str
    cell: str
    text: str
    value: str = ""
    adjustment: str = ""
    kind: Kind[Any] | None = field(default=None, compare=False)
    held: Any = field(default=None, compare=False)

    def read(self, lang: Lang) -> str:
        """Return what was read as it is printed, with its unit; empty when nothing was, or nobody knows the kind."""
        return shown(self.held, self.kind, lang)


def in_round(cells: Iterable[Source], round_id: str) -> tuple[Source, ...]:
    """Return cells of another round, named by its folder too, but for those of a still earlier one: they have its."""
    return tuple(each if "/" in each.file else replace(each, file=f"{round_id}/{each.file}") for each in cells)


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value that the report uses, with the cells it comes from; ``None`` is not given or not readable."""

    value: T | None = None
    sources: tuple[Source, ...] = ()
    adjusted: bool = False


@dataclass(frozen=True, slots=True)
class Adjusted:
    """An adjustment that could be read: its value, and where it stands in the register."""

    record: Adjustment
    value: Any
    source: Source


@dataclass(frozen=True, slots=True)
class Member:
    """One project of the portfolio in a round."""

    register: Entry[RegisterProject]
    organisation: Organisation
    entry: Entry[Project] | None = None
    submission: Submission | None = None
    adjustments: Mapping[str, Adjusted] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The project's id in the register."""
        return self.register.record.id or ""

    @property
    def name(self) -> str:
        """The short name in the register."""
        return self.register.record.name or ""

    @property
    def responsible(self) -> str:
        """The responsible organisation as the register writes it."""
        return self.register.record.responsible or ""

    @property
    def state(self) -> ProjectState:
        """The state in the register; a project without one is active."""
        return self.register.record.state or ProjectState.ACTIVE

    @property
    def is_counted(self) -> bool:
        """Tell whether the project is one of the portfolio's projects: active, new or paused."""
        return self.state in COUNTED

    @property
    def is_active(self) -> bool:
        """Tell whether the project's ratings and money count: active or new."""
        return self.state in ACTIVE

    @property
    def is_late(self) -> bool:
        """Tell whether what is known of the project is what its actor handed in last round."""
        return self.submission is not None and self.submission.stands_in

    @property
    def status(self) -> Known[Rating]:
        """The overall status, adjusted where the register says so; a paused project has none."""
        return self.known("status") if self.state is not ProjectState.PAUSED else Known()

    @property
    def risk(self) -> Known[Rating]:
        """The risk, adjusted where the register says so; a paused project has none."""
        return self.known("risk") if self.state is not ProjectState.PAUSED else Known()

    @property
    def area(self) -> Known[str]:
        """The primary focus area: adjusted, else submitted, else the register's."""
        found: Known[str] = self.known("focus_area")
        if found.value is not None or self.register.record.area is None:
            return found
        return Known(self.register.record.area, self.registered("area"))

    def known(self, name: str) -> Known[Any]:
        """Return the value of a single answer: the adjusted one, else the submitted one."""
        adjusted = self.adjustments.get(name)
        submitted = self.submitted(self.entry, name)
        if adjusted is not None:
            return Known(adjusted.value, (*submitted, adjusted.source), adjusted=True)
        if self.entry is None:
            return Known()
        return Known(getattr(self.entry.record, name), submitted)

    def amount(self, period: str) -> Known[int]:
        """Return the money of a period (``budget_year``, ``next_year``, …), thousand kroner.

        The sum of the sources counts when at least one gives an amount and none is uncertain; otherwise the total as
        stated, if it can be read. An adjustment of the period replaces both.
        """
        adjusted = self.adjustments.get(period)
        found = self.reported(period)
        if adjusted is not None:
            return Known(adjusted.value, (*(found.sources or self._typed(period)), adjusted.source), adjusted=True)
        return found

    def together(self, periods: Iterable[str]) -> Known[int]:
        """Return the money of several periods, of those that have an amount."""
        amounts = [self.amount(period) for period in periods]
        known = [each for each in amounts if each.value is not None]
        total = sum(each.value for each in known if each.value is not None)
        return Known(total if known else None, tuple(source for each in known for source in each.sources))

    def reported(self, period: str) -> Known[int]:
        """Return the money of a period as the actor reported it, before any adjustment."""
        if self.entry is None:
            return Known()
        listed: tuple[Entry[Financing], ...] = self.entry.rows.get("financing", ())
        stated: tuple[Entry[FinancingTotal], ...] = self.entry.rows.get("financing_total", ())
        given = [row for row in listed if getattr(row.record, period) is not None]
        doubtful = any(_NOT_CERTAIN & set(row.cells[period].flags) for row in listed if period in row.cells)
        if given and not doubtful:
            total = sum(getattr(row.record, period) for row in given)
            return Known(total, tuple(source for row in given for source in self.submitted(row, period)))
        sources = tuple(source for row in stated for source in self.submitted(row, period))
        total = getattr(stated[0].record, period) if stated else None
        return Known(total, sources if total is not None else ())

    def typed(self, period: str) -> bool:
        """Tell whether something is answered about the money of a period, readable or not."""
        return any(source.text.strip() for source in self._typed(period))

    def _typed(self, period: str) -> tuple[Source, ...]:
        """Return everything that was answered about a period, readable or not."""
        rows = self.entry.rows if self.entry else {}
        listed = (*rows.get("financing", ()), *rows.get("financing_total", ()))
        return tuple(source for row in listed for source in self.submitted(row, period))

    def submitted(self, entry: Entry[Any] | None, name: str) -> tuple[Source, ...]:
        """Return the cell of an answer in the project's submission, none when it was not answered."""
        return submitted(self.submission, entry, name) if self.submission and entry else ()

    def registered(self, name: str) -> tuple[Source, ...]:
        """Return the register's cell of a fact about the project, none when it is empty."""
        return registered(self.register, name)


def shown(value: Any, kind: Kind[Any] | None, lang: Lang) -> str:
    """Return a value as it is printed, with its unit; empty when there is none, or nobody knows its kind."""
    if kind is None or value is None:
        return ""
    text = kind.format(value, lang)
    return _MILLION.format(amount=text)[lang] if isinstance(kind, Amount) else text


def submitted(submission: Submission, entry: Entry[Any], name: str) -> tuple[Source, ...]:
    """Return the cell of an answer in a submission, none when it was not answered."""
    return _sources(submission.source, entry, name)


def registered(entry: Entry[Any], name: str) -> tuple[Source, ...]:
    """Return the cell of a fact in the register, none when it is empty."""
    return _sources(REGISTER, entry, name)


def source_in(file: str, cell: Cell, value: object, *, kind: Kind[Any] | None = None) -> Source:
    """Return a cell of a file with the value that was read from it."""
    return Source(file, cell.sheet, cell.address, cell.text, format_plain(value), kind=kind, held=value)


def _sources(file: str, entry: Entry[Any], name: str) -> tuple[Source, ...]:
    cell = entry.cells.get(name)
    if cell is None:
        return ()
    value = getattr(entry.record, name, None)
    record: Any = type(entry.record)
    return (source_in(file, cell, value, kind=_kind(record, name)),)


@cache
def _kind(record: Any, name: str) -> Kind[Any]:
    return field_of(record, name).one
