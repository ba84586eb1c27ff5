"""The facts of a project page's band: a value under its label, with notes on it."""

from __future__ import annotations

from dataclasses import dataclass

from ehport.report.table import TableCell


@dataclass(frozen=True, slots=True)
class Note:
    """What is said below a fact, and what was ``typed`` where it says so."""

    text: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class PageFact:
    """A fact in the band; ``notes`` stand below it, where the submission or the last round says something else."""

    label: str
    cell: TableCell
    notes: tuple[Note, ...] = ()
    number: bool = False
    small: bool = True

    @property
    def classes(self) -> str:
        """How the fact is set in the style sheet."""
        return " ".join(name for name, on in (("num", self.number), ("small", self.small)) if on)
