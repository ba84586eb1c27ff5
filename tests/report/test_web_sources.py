"""The sources that a page offers for its numbers."""

from __future__ import annotations

from dataclasses import replace

from ehport.form.kinds import Amount
from ehport.model.member import Source
from ehport.report.web_sources import MOST_CELLS, used_sources
from tests.analysis.portfolios import the_portfolio
from tests.report.reports import a_report

MARKED = '<span data-fact="budget.total">25,5</span> <span data-fact="finnes.ikke">1</span>'


def cells_of(*sources: Source) -> tuple[object, object]:
    report = a_report(the_portfolio())
    fact = replace(report.facts["budget.total"], sources=sources)
    told = used_sources(MARKED, replace(report, facts={fact.name: fact}))["budget.total"]
    return told["cells"], told["more"]


def test_only_numbers_that_are_marked_and_known_are_told():
    report = a_report(the_portfolio())

    told = used_sources(MARKED, report)

    assert told.keys() == {"budget.total"}
    assert told["budget.total"]["value"] == "25,5 mill. kr"
    assert told["budget.total"]["rule"] == report.facts["budget.total"].rule.nb


def test_a_cell_is_told_with_what_was_typed_in_it():
    assert cells_of(Source("helse-vest.xlsx", "900", "F61", "ca.\n12")) == (
        ("helse-vest.xlsx › 900 › F61: «ca. 12»",),
        0,
    )


def test_an_adjustment_is_told_with_the_value_that_counts_in_the_unit_of_the_page_and_its_reason():
    source = Source("register.xlsx", "Justeringer", "D5", "12,50", "12500", "Avtalt i møte", Amount(), 12_500)

    assert cells_of(source)[0] == (
        "register.xlsx › Justeringer › D5: «12,50», lest som 12,5 mill. kr (justert: Avtalt i møte)",
    )


def test_many_cells_are_cut_and_counted():
    cells, more = cells_of(*(Source("a.xlsx", "1", f"F{row}", "1") for row in range(MOST_CELLS + 3)))

    assert len(cells) == MOST_CELLS
    assert more == 3
