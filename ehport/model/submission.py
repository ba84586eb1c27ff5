"""A submission: every record of an actor's workbook, and the cell that each value came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from ehport.form.actor import Actor
from ehport.form.answers import Answers
from ehport.form.project import Project
from ehport.form.reading import Flag

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with something in it: where it is, the text as typed, and with which reservations it was read."""

    sheet: str
    address: str
    text: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with where each of its values came from.

    ``cells`` has every answered field; ``places`` has the address of every field, answered or not; ``rows`` has the
    entries of each list (a single row counts as a list of one). ``before`` has what prefilled cells said when the
    workbook was opened, and for a list how many rows it had; nothing when the workbook was not prefilled.
    ``is_confirmed`` tells that the sender had nothing new to report, so that all of it still holds.
    """

    record: R
    sheet: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[Entry[Any], ...]] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    is_confirmed: bool = False

    def text(self, name: str) -> str:
        """Return an answer as typed, empty when there is none."""
        cell = self.cells.get(name)
        return cell.text if cell else ""

    def address(self, name: str) -> str:
        """Return the cell address of a field, empty when it has none."""
        cell = self.cells.get(name)
        return cell.address if cell else self.places.get(name, "")

    def filled_in(self) -> Entry[R]:
        """Return the entry without the cells in which the form's own prompt was left in place."""
        cells = {name: cell for name, cell in self.cells.items() if Flag.PLACEHOLDER not in cell.flags}
        rows = {name: tuple(each.filled_in() for each in found) for name, found in self.rows.items()}
        return replace(self, cells=cells, rows=rows)

    def not_prefilled(self) -> Entry[R]:
        """Return the entry without what its cells said before."""
        rows = {name: tuple(each.not_prefilled() for each in found) for name, found in self.rows.items()}
        return replace(self, before={}, rows=rows)

    def answers(self) -> Answers:
        """Return what was answered, as text."""
        texts = {name: cell.text for name, cell in self.cells.items()}
        rows = {name: tuple(entry.answers().texts for entry in found) for name, found in self.rows.items() if found}
        return Answers(texts, rows)


@dataclass(frozen=True, slots=True)
class Submission:
    """What one actor handed in for one round; one that ``stands_in`` is used in the next, because its actor is late."""

    file: Path
    round_id: str
    actor: Entry[Actor]
    projects: tuple[Entry[Project], ...]
    stands_in: bool = False

    @property
    def actor_id(self) -> str:
        """The actor's code."""
        return self.actor.record.id or self.file.stem

    @property
    def source(self) -> str:
        """The file as the source of values: below its round's folder when it is used in another round."""
        return f"{self.round_id}/{self.file.name}" if self.stands_in else self.file.name
