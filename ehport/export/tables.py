"""The tables of a round's open data, in the order of the package."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.export import dependencies, financing
from ehport.export.figure_table import figures
from ehport.export.lasting import lasting
from ehport.export.lists import list_table
from ehport.export.projects import projects
from ehport.export.published import Published
from ehport.export.reconciliation import reconciled
from ehport.export.register_tables import adjustments, changes_of_state
from ehport.export.table import ExportTable
from ehport.export.trace_table import fact_table, make_trace
from ehport.export.vocabulary_tables import focus_areas, vocabularies
from ehport.form.field import fields_of, lists
from ehport.form.project import Project
from ehport.model.portfolio import Portfolio


def tables_of(published: Published) -> tuple[ExportTable, ...]:
    """Return every table of a round."""
    return _with_words(published, (*_answered(published), figures(published.figures.values()), make_trace(published)))


def data_of(published: Published) -> tuple[ExportTable, ...]:
    """Return the tables of a round that are the same whatever its report prints, with its facts among them."""
    return _with_words(published, (*_answered(published), fact_table(published)))


def _answered(published: Published) -> tuple[ExportTable, ...]:
    portfolio = published.portfolio
    return (
        projects(published),
        *_lists(portfolio),
        changes_of_state(published.summary.movements, portfolio.round.budget_year),
        adjustments(portfolio),
        *lasting(published.summary, portfolio.round.budget_year),
        *reconciled(published.summary.national.reconciliation, portfolio.round),
    )


def _with_words(published: Published, made: tuple[ExportTable, ...]) -> tuple[ExportTable, ...]:
    return (*made, focus_areas(published.portfolio.round, made), vocabularies(made))


def _lists(portfolio: Portfolio) -> Iterator[ExportTable]:
    for each in lists(fields_of(Project)):
        if not each.public or not each.asked_in(portfolio.round.id):
            continue
        if each.name not in financing.LISTS:
            further = (dependencies.needed(portfolio),) if each.name == dependencies.NAME else ()
            yield list_table(portfolio, each, *further)
        elif each.name == financing.NAME:
            yield financing.financing(portfolio)
