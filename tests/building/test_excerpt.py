"""One chapter or one project asked for: by number, title or address; what there is not, is told with what there is."""

from __future__ import annotations

import pytest

from ehport.building.excerpt import find_excerpt
from ehport.building.options import BuildOptions
from ehport.report.parts import HtmlPart
from ehport.system.errors import UsageError

PARTS = (
    HtmlPart("title", "<section></section>"),
    HtmlPart("status", '<section id="status"><h2 id="status-1">Nytt</h2></section>', "2 Status for porteføljen"),
    HtmlPart("veikart", '<section id="veikart"></section>', "5 Veikart"),
    HtmlPart("vedlegg-1", '<section id="vedlegg-1"></section>', "Vedlegg 1 Prosjektene i porteføljen"),
    HtmlPart("prosjekt-5", '<article id="prosjekt-5"></article>', "5 Felles logg · Helse Vest"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("2", "status"),
        ("2.1.3", "status"),
        ("Status for porteføljen", "status"),
        ("2 status for porteføljen", "status"),
        ("status", "status"),
        ("#status-1", "status"),
        ("5", "veikart"),
        ("Vedlegg 1", "vedlegg-1"),
        ("vedlegg-1", "vedlegg-1"),
    ],
)
def test_a_chapter_is_found_by_what_it_is_called(asked: str, found: str) -> None:
    assert [each.key for each in find_excerpt(PARTS, BuildOptions(chapter=asked))] == [found]


@pytest.mark.parametrize("asked", ["5", "Felles logg", "5 Felles logg", "prosjekt-5", "#prosjekt-5"])
def test_a_project_is_found_by_what_it_is_called(asked: str) -> None:
    assert [each.key for each in find_excerpt(PARTS, BuildOptions(project=asked))] == ["prosjekt-5"]


def test_a_chapter_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(UsageError) as refused:
        find_excerpt(PARTS, BuildOptions(chapter="99"))

    assert refused.value.text.nb.splitlines() == [
        "Rapporten har ikke noe kapittel «99». Kapitlene er:",
        "   2 Status for porteføljen",
        "   5 Veikart",
        "   Vedlegg 1 Prosjektene i porteføljen",
    ]


@pytest.mark.parametrize("asked", ["2", "rapport", ""])
def test_a_project_that_does_not_exist_is_told_with_those_that_do(asked: str) -> None:
    with pytest.raises(UsageError) as refused:
        find_excerpt(PARTS, BuildOptions(project=asked))

    assert refused.value.text.en.splitlines()[1:] == ["   5 Felles logg · Helse Vest"]
