"""Marks around numbers, and what is read back from them."""

from __future__ import annotations

from ehport.analysis.printed import Printed, sentence
from ehport.lang.language import Lang
from ehport.report.marking import collect_printed, mark_numbers, unmark_numbers
from tests.analysis.portfolios import the_facts


def test_a_number_is_marked_with_its_name_and_with_the_form_it_is_printed_in() -> None:
    assert mark_numbers(Printed("5", "projects.count")) == '<span data-fact="projects.count">5</span>'
    assert mark_numbers(Printed("fem", "projects.count", "ord")) == (
        '<span data-fact="projects.count" data-form="ord">fem</span>'
    )


def test_text_around_a_number_is_escaped_and_not_marked() -> None:
    told = sentence("{count} & <flere>", count=Printed("5", "projects.count"))

    assert mark_numbers(told) == '<span data-fact="projects.count">5</span> &amp; &lt;flere&gt;'
    assert mark_numbers("5") == "5"


def test_decimals_stand_in_the_mark_with_the_number_they_continue() -> None:
    assert mark_numbers(Printed("25", "budget.total"), ",5") == (
        '<span data-fact="budget.total">25<span class="frac">,5</span></span>'
    )


def test_paper_gets_the_numbers_without_their_marks() -> None:
    exact = mark_numbers(Printed("25", "budget.total"), ",5")
    told = mark_numbers(sentence("{count} <av> dem", count=Printed("5", "projects.count", "ord", lang="nb")))

    assert unmark_numbers(f"<td>{exact}</td><p>{told}</p>") == (
        '<td>25<span class="frac">,5</span></td><p>5 &lt;av&gt; dem</p>'
    )


def test_each_form_is_told_once_as_the_fact_prints_it_and_not_as_it_stands() -> None:
    html = ('<b data-fact="budget.total">999</b>', '<b data-fact="budget.total" data-form="mill">999</b>' * 2)

    found = collect_printed(html, the_facts(), Lang.NB)

    assert found == {"budget.total": ("25,5", "26")}


def test_a_number_in_another_language_than_the_report_is_told_in_its_own() -> None:
    foreign = mark_numbers(Printed("25,5", "budget.total", "mill1", lang="nb"))

    found = collect_printed([foreign, mark_numbers(Printed("25.5", "budget.total"))], the_facts(), Lang.EN)

    assert found == {"budget.total": ("25,5", "25.5")}


def test_a_mark_with_no_fact_is_not_told() -> None:
    assert collect_printed(['<b data-fact="no.such.number">1</b>'], the_facts(), Lang.NB) == {}
