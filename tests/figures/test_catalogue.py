from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from ehport.analysis.summary import Summary
from ehport.figures.catalogue import FIGURES
from ehport.figures.figure import Figure
from ehport.figures.style import WIDE, palette
from ehport.lang.language import Lang
from tests.figures import builders
from tests.figures.reading import SVG, drawn

SUMMARIES: dict[str, Callable[[], Summary]] = {
    "crowded": builders.a_crowded_summary,
    "awkward": builders.an_awkward_summary,
    "single": lambda: builders.a_summary((builders.a_project(1),)),
}


@cache
def usual(lang: Lang) -> dict[str, Figure]:
    edition = builders.NB if lang is Lang.NB else builders.EN
    drawings = {name: draw(builders.a_full_summary(), edition) for name, draw in FIGURES.items()}
    return {name: figure for name, figure in drawings.items() if figure is not None}


@pytest.fixture(scope="module", params=["nb", "en", *SUMMARIES])
def figures(request: pytest.FixtureRequest) -> list[Figure]:
    if request.param in SUMMARIES:
        found = SUMMARIES[request.param]()
        return [figure for draw in FIGURES.values() if (figure := draw(found, builders.NB))]
    return list(usual(Lang(request.param)).values())


def svgs(figures: list[Figure]) -> list[str]:
    return [svg for figure in figures for svg in (figure.svg, figure.narrow_svg) if svg]


def test_every_figure_of_a_full_portfolio_is_drawn_under_its_own_name():
    assert {name: figure.name for name, figure in usual(Lang.NB).items()} == {name: name for name in FIGURES}


@pytest.mark.parametrize("name", FIGURES)
def test_without_projects_there_is_no_figure(name: str):
    assert FIGURES[name](builders.a_summary(), builders.NB) is None


def test_the_same_results_give_the_same_bytes():
    again = {name: draw(builders.a_full_summary(), builders.NB) for name, draw in FIGURES.items()}

    assert again == usual(Lang.NB)


def test_no_label_stands_on_another(figures: list[Figure]):
    assert [pair for svg in svgs(figures) for pair in drawn(svg).overlaps()] == []


def test_no_label_is_cut(figures: list[Figure]):
    assert [label for svg in svgs(figures) for label in drawn(svg).outside()] == []


def test_a_figure_fits_on_a_page_with_its_caption(figures: list[Figure]):
    heights = {figure.name: drawn(figure.svg).size[1] for figure in figures if figure.svg}

    assert {name: height for name, height in heights.items() if height > 225} == {}


def test_a_drawing_is_a_picture_that_starts_with_its_description(figures: list[Figure]):
    for figure in figures:
        for svg in filter(None, (figure.svg, figure.narrow_svg)):
            root = drawn(svg).root
            assert root.get("role") == "img"
            assert root[0].tag == f"{SVG}title"
            assert root[0].text == figure.alt


def test_identifiers_are_unique_in_a_document_and_start_with_the_figures_name():
    identifiers = [each for svg in svgs([*usual(Lang.NB).values()]) for each in re.findall(r'id="([^"]+)"', svg)]

    assert len(identifiers) == len(set(identifiers))
    assert all(each.startswith(tuple(FIGURES)) for each in identifiers)


def test_text_is_text_in_the_documents_typeface(figures: list[Figure]):
    for svg in svgs(figures):
        root = drawn(svg).root
        assert root.get("font-family") == "Source Sans 3"
        assert {each.get("font-family") for each in root.iter() if each is not root} == {None}
        assert {each.get("font-weight", "400") for each in root.iter(f"{SVG}text")} <= {"400", "600"}


def test_every_colour_is_of_the_palette_and_has_its_class(figures: list[Figure]):
    names = {colour.lower(): name for name, colour in palette().items()}
    for svg in svgs(figures):
        for element in drawn(svg).root.iter():
            classes = (element.get("class") or "").split()
            for part in ("fill", "stroke"):
                colour = element.get(part, "none")
                assert colour == "none" or colour in names
                assert (colour == "none") == (not any(each.startswith(part) for each in classes))


def test_a_description_says_kind_and_finding_and_names_no_file(figures: list[Figure]):
    for figure in figures:
        assert len(figure.alt) >= 20
        assert figure.name == "cover" or figure.headline in figure.alt
        assert ":" in figure.alt or figure.name == "cover"
        assert not re.search(r"\.(svg|png|xlsx|pdf)|[{}]|None", figure.alt + figure.headline + figure.subtitle)


def test_the_table_under_a_figure_is_as_wide_as_the_main_column(figures: list[Figure]):
    for figure in figures:
        if figure.svg:
            assert sum(column.width for column in figure.data.columns) == pytest.approx(WIDE.room, abs=0.1)


def test_no_norwegian_is_left_in_the_english_edition():
    said = " ".join(f"{each.headline} {each.subtitle} {each.alt}" for each in usual(Lang.EN).values())

    assert re.findall(r"\b(?:og|ikke|prosjekter|mill\. kr|tallene|virksomhet|antall|risiko|kvartal)\b", said) == []


def test_a_project_without_a_status_is_explained_in_the_subtitle():
    found = builders.a_summary((builders.a_project(1, status=None), builders.a_project(2)))

    figure = FIGURES["actors"](found, builders.NB)

    assert figure is not None
    assert "stiplet ring" in figure.subtitle


def test_the_first_round_of_all_has_no_round_before():
    found = builders.a_full_summary()

    figure = FIGURES["status"](found, replace(builders.NB, previous=""))

    assert figure is not None
    assert "siden" not in figure.headline
    assert len(figure.data.columns) == 5
