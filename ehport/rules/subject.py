"""A submitted project under check: its answers, where they stand, and the calendar of its round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.field import answers, field_of, fields_of, lists
from ehport.form.kinds import Revised, When
from ehport.form.planned import PlannedTime
from ehport.form.project import Project
from ehport.lang.language import Lang, Text, same
from ehport.model.round import Round
from ehport.model.submission import Entry, Submission

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a rule asks of a round: the day its data is from, its budget year, what areas of foundations begin with."""

    cutoff: date
    budget_year: int
    foundations: str = "5."


def calendar(submission: Submission, round_: Round | None) -> Calendar:
    """Return the calendar of a round; for a workbook by itself the first day of the month in its round's id."""
    if round_ is not None:
        return Calendar(round_.cutoff, round_.budget_year, round_.foundations)
    day = date.fromisoformat(f"{submission.round_id}-01")
    return Calendar(day, day.year)


@dataclass(frozen=True, slots=True)
class Time:
    """A planned time in a project: the field's name, the time, and the row it stands in, if any."""

    name: str
    when: PlannedTime
    row: Entry[Any] | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """One submitted project; ``id`` is its number in the register when that is known."""

    submission: Submission
    entry: Entry[Project]
    calendar: Calendar
    id: str = ""

    @property
    def project(self) -> Project:
        """The project's answers."""
        return self.entry.record

    def at(self, name: str, row: Entry[Any] | None = None) -> Location:
        """Return where a field stands; ``deliverables.planned`` is a field of a row."""
        own = self.entry if row is None else row
        return Location(
            self.submission.file.name,
            self.entry.sheet,
            own.address(name.rpartition(".")[2]),
            project=self.id or self.project.id or "",
            project_name=self.project.name or "",
            field=name,
        )

    def typed(self, name: str, row: Entry[Any] | None = None) -> str:
        """Return an answer as typed."""
        return (self.entry if row is None else row).text(name.rpartition(".")[2])

    def rows(self, name: str) -> tuple[Entry[Any], ...]:
        """Return the rows of a list."""
        return self.entry.rows.get(name, ())

    def label(self, name: str) -> Text:
        """Return the heading of a field as the actor sees it; a field of a row is called by its list too."""
        declared, year = field_of(Project, name), self.calendar.budget_year
        own = Text(declared.heading(Lang.NB, year), declared.heading(Lang.EN, year))
        listed = field_of(Project, name.partition(".")[0])
        return own if listed is declared else Text(f"{listed.label.nb}: {own.nb}", f"{listed.label.en}: {own.en}")

    def tell(self, code: Code, name: str, row: Entry[Any] | None = None, /, **facts: object) -> Diagnostic:
        """Return a diagnostic about a field, with its label and the answer as typed among its facts."""
        told = {"label": self.label(name), **facts}
        return Diagnostic(code, self.at(name, row), told, found=self.typed(name, row))

    def times(self) -> Iterator[Time]:
        """Yield every planned time of the project and its rows, but not when the answers were revised."""
        for each in _timed(Project):
            when = getattr(self.project, each)
            if when is not None:
                yield Time(each, when)
        for listed in lists(fields_of(Project)):
            for row in self.rows(listed.name):
                for each in _timed(listed.rows.record):
                    if (when := getattr(row.record, each)) is not None:
                        yield Time(f"{listed.name}.{each}", when, row)


def named(text: str | None) -> str:
    """Return a name short enough to stand in a message."""
    return shorten(text or "", _LONGEST_NAME, placeholder=" …")


def of_row(row: Entry[Any] | None) -> Text:
    """Return which row a diagnostic is about, to stand at the end of its message."""
    if row is None:
        return same("")
    record: type = type(row.record)
    name = named(row.text(fields_of(record)[0].name))
    return same(f" («{name}»)" if name else "")  # a list of one row, the sum, has nothing to be called by


def _timed(record: type) -> Iterator[str]:
    for each in answers(fields_of(record)):
        if isinstance(each.one, When) and not isinstance(each.one, Revised):
            yield each.name
