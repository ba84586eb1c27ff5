"""Names in a report in another language: marked where they stand, once, and nowhere that has no place for it."""

from __future__ import annotations

import pytest

from ehport.lang.language import Lang
from ehport.report.names import Marker, marker_of, names_of
from tests.analysis.portfolios import the_portfolio
from tests.report.reports import a_report

MARKER = Marker({"Helse Vest", "Helse Vest RHF", "Logg & kurve", "Pilot"})


def test_a_name_in_a_sentence_is_marked_and_the_longest_wins() -> None:
    assert MARKER.mark("<p>Helse Vest RHF has 3 of 5</p>") == '<p><span lang="nb">Helse Vest RHF</span> has 3 of 5</p>'


def test_a_name_is_found_as_it_is_escaped() -> None:
    assert MARKER.mark("<td>Logg &amp; kurve</td>") == '<td><span lang="nb">Logg &amp; kurve</span></td>'


@pytest.mark.parametrize(
    "html",
    [
        '<td lang="nb"><p>Pilot</p><p>Pilot</p></td>',
        '<td lang="nb"><table><td>x</td></table>Pilot</td>',
        '<a title="Pilot" href="#x">Next</a>',
        "<svg><title>Pilot</title><text>Pilot</text></svg>",
        "<script>const name = '<b>' + \"Pilot\";</script>",
        "<!DOCTYPE html>\n<p>Pilots and AutoPilot</p>",
    ],
)
def test_what_is_marked_already_or_has_no_place_for_it_is_left_alone(html: str) -> None:
    assert MARKER.mark(html) == html


@pytest.mark.parametrize(
    "before", ['<td lang="nb"><i>Pilot</i></td>', '<meta name="description" lang="nb" content="x">']
)
def test_after_what_is_marked_names_are_marked_again(before: str) -> None:
    assert MARKER.mark(f"{before}<td>Pilot</td>") == f'{before}<td><span lang="nb">Pilot</span></td>'


def test_names_of_projects_and_organisations_and_the_title_are_known() -> None:
    names = names_of(a_report(the_portfolio(), lang=Lang.EN))

    assert {"Førerett", "Helse Vest", "Nasjonal e-helseportefølje"} <= names
    assert "" not in names


def test_a_norwegian_report_has_nothing_to_mark() -> None:
    assert marker_of(a_report(the_portfolio())) is None
    assert Marker(()).mark("<p>Pilot</p>") == "<p>Pilot</p>"
