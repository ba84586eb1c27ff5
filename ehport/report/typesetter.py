"""Values set as cells of a table, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ehport.analysis.basis import Listed
from ehport.analysis.printed import Printed, sentence
from ehport.form.field import field_of
from ehport.form.project import Project
from ehport.form.vocabulary import ProjectState, Rating, Vocabulary
from ehport.lang import numbers
from ehport.lang.language import Lang
from ehport.model.total import Total
from ehport.report.table import Link, RatingMark, Table, TableCell
from ehport.report.wording import LATE_SIGN, Word


def project_anchor(project_id: str) -> str:
    """Return the id of a project's page."""
    return f"prosjekt-{project_id}"


def row_anchor(project_id: str) -> str:
    """Return the id of a project's row in the portfolio table."""
    return f"rad-{project_id}"


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets values in one language; ``paged`` are the projects that have a page to link to, as id → name.

    ``late`` are those whose submission is of last round: a sign stands after them, and a note below the table.
    """

    lang: Lang
    paged: Mapping[str, str]
    late: frozenset[str] = frozenset()

    def mark(self, member: Vocabulary) -> RatingMark:
        """Return a member with a symbol as it is drawn."""
        return RatingMark(member.symbol, member.label[self.lang], member.value)

    def rating(self, rating: Rating | None, *, paused: bool = False) -> TableCell:
        """Return a rating; a paused project has none, and says so."""
        if paused:
            return TableCell(mark=self.mark(ProjectState.PAUSED))
        return self.missing() if rating is None else TableCell(mark=self.mark(rating))

    def missing(self) -> TableCell:
        """Return what stands where nothing was given."""
        return TableCell(text=Word.NOT_GIVEN[self.lang], missing=True)

    def unread(self) -> TableCell:
        """Return what stands where an answer could not be read with certainty."""
        return TableCell(text=Word.NOT_READ[self.lang], missing=True)

    def on_hold(self) -> TableCell:
        """Return what stands where a paused project has nothing that counts."""
        return TableCell(text=Word.ON_HOLD[self.lang], missing=True)

    def money(self, tkr: int | None, fact: str) -> TableCell:
        """Return the amount of a fact in million kroner with one decimal; an unknown one is a dash, never zero."""
        if tkr is None:
            return TableCell(text=numbers.MISSING, missing=True)
        return TableCell(text=Printed(numbers.mnok(tkr, self.lang, decimals=1), fact, "mill1"))

    def signed_money(self, tkr: int, fact: str) -> TableCell:
        """Return how much an amount differs from another, in million kroner with its sign."""
        text = numbers.signed(tkr, numbers.mnok(tkr, self.lang, decimals=1))
        return TableCell(text=Printed(text, fact, "fortegn"))

    def exact_money(self, tkr: int | None, fact: str) -> TableCell:
        """Return an amount with the decimals it has, which are set in a space of their own so that units line up."""
        if tkr is None:
            return TableCell(text=numbers.MISSING, decimals="")
        whole, comma, rest = numbers.mnok(tkr, self.lang).partition("," if self.lang is Lang.NB else ".")
        return TableCell(text=Printed(whole, fact), decimals=comma + rest)

    def total(self, total: Total, fact: str, lacking: str) -> TableCell:
        """Return a sum, which says how many amounts it lacks; both are facts."""
        missing = self.count(len(total.missing), lacking).text
        note = sentence(Word.MISSING[self.lang], count=missing) if total.missing else ""
        return replace(self.money(total.amount, fact), note=note)

    def count(self, number: int, fact: str) -> TableCell:
        """Return the count of a fact."""
        return TableCell(text=Printed(numbers.number(number, self.lang), fact))

    def number(self, project: Listed) -> TableCell:
        """Return a project's number, linked to its page; it stands beside the name, which has the sign."""
        return replace(self, late=frozenset()).ids((project.id,))

    def name(self, project: Listed) -> TableCell:
        """Return a project's name, linked to its page."""
        return self.named(project.id, project.name)

    def needed(self, project: Listed) -> TableCell:
        """Return a project that others need: its name, and what makes it hard to depend on."""
        note, mark = self._trouble(project)
        return replace(self.name(project), note=note, note_mark=mark)

    def ids(self, ids: Iterable[str]) -> TableCell:
        """Return a list of project numbers, each linked to its page; those that have none come last."""
        found = tuple(ids)
        links = tuple(self._link(each) for each in found if each in self.paged)
        others = ", ".join(self._signed(each, each) for each in found if each not in self.paged)
        return TableCell(links=links, text=f", {others}" if links and others else others)

    def named(self, project_id: str, text: str) -> TableCell:
        """Return a text that leads to a project's page, when it has one."""
        signed = self._signed(project_id, text)
        if project_id not in self.paged:
            return TableCell(text=signed)
        return TableCell(links=(Link(project_anchor(project_id), signed),))

    def explained(self, table: Table) -> Table:
        """Return a table with a note that says what the sign after a late project means, where there is one."""
        cells = (cell for row in table.rows for cell in row.cells)
        texts = (text for cell in cells for text in (cell.text, *(each.text for each in cell.links)))
        if not self.late or not any(LATE_SIGN in text for text in texts):
            return table
        return replace(table, notes=(*table.notes, f"{LATE_SIGN} {Word.NOT_UPDATED[self.lang]}"))

    def _link(self, project_id: str) -> Link:
        """Return a project's number, which says its name to those who hear it alone."""
        name = self._signed(project_id, f"{project_id} {self.paged[project_id]}")
        return Link(project_anchor(project_id), self._signed(project_id, project_id), name)

    def _signed(self, project_id: str, text: str) -> str:
        return f"{text}{numbers.NARROW}{LATE_SIGN}" if project_id in self.late else text

    def _trouble(self, project: Listed) -> tuple[str, RatingMark | None]:
        for name, rating in (("status", project.status), ("risk", project.risk)):
            if rating is Rating.RED:
                return f"{field_of(Project, name).label[self.lang]}:", self.mark(rating)
        if project.is_paused:
            return "", self.mark(project.state)
        return project.state.label[self.lang], None
