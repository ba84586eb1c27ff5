"""Everything one report is printed from, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ehport.analysis.fact import Fact
from ehport.analysis.summary import Summary
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.figures.figure import Figure
from ehport.lang.language import Lang
from ehport.model.member import Member
from ehport.model.portfolio import Portfolio
from ehport.report.editorial import Editorial
from ehport.report.typesetter import Typesetter


@dataclass(frozen=True)
class Report:
    """A round's results, figures and texts; in a draft what is wrong is printed too.

    The project pages of a report that is ``alone`` have no chapters and no appendix around them. ``case`` is what the
    office has written for those who decide.
    """

    portfolio: Portfolio
    summary: Summary
    facts: Mapping[str, Fact]
    figures: Mapping[str, Figure]
    editorial: Mapping[str, Editorial]
    diagnostics: tuple[Diagnostic, ...] = ()
    lang: Lang = Lang.NB
    draft: bool = False
    alone: bool = False
    case: Editorial | None = None

    @cached_property
    def paged(self) -> tuple[Member, ...]:
        """The projects with a page: those of the portfolio, and every other project with a submission."""
        return tuple(each for each in self.portfolio.members if each.is_counted or each.entry is not None)

    @cached_property
    def typesetter(self) -> Typesetter:
        """Sets values in the report's language."""
        late = frozenset(each.id for each in self.paged if each.is_late)
        return Typesetter(self.lang, {each.id: each.name for each in self.paged}, late)

    @cached_property
    def used_columns(self) -> frozenset[tuple[str, str]]:
        """The columns of projects' lists that somebody filled in, as list and column."""
        entries = (each.entry.filled_in() for each in self.paged if each.entry)
        rows = ((name, row) for entry in entries for name, found in entry.rows.items() for row in found)
        return frozenset((name, column) for name, row in rows for column in row.cells if row.text(column).strip())

    @property
    def speaks_as_written(self) -> bool:
        """Tell whether the report is in the language that the office and the actors write."""
        return self.lang is Lang.NB

    @property
    def budget_year(self) -> int:
        """The year that the round's budget is for."""
        return self.portfolio.round.budget_year
