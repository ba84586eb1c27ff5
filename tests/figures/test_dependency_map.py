"""The dependency map stays legible: what is tied stands near, and a large portfolio does not outgrow the page."""

from __future__ import annotations

from dataclasses import replace

from ehport.analysis.basis import Listed
from ehport.figures.dependency_map import dependency_map
from ehport.figures.dependency_map_order import crossings, untangle
from ehport.figures.figure import Figure, Projects
from tests.figures.builders import NB, a_crowded_summary, a_full_summary, a_project, a_summary, waiting_of
from tests.figures.reading import SVG, drawn

LEAST = 6.5


def mapped(*pairs: tuple[Listed, Listed | str]) -> Figure:
    projects = dict.fromkeys(each for pair in pairs for each in pair if isinstance(each, Listed))
    figure = dependency_map(replace(a_summary(tuple(projects)), waiting=waiting_of(pairs)), NB)
    assert figure is not None
    return figure


def lines(figure: Figure, colour: str) -> list[str | None]:
    """Return how the curves of a colour are broken."""
    curves = [each for each in drawn(figure.svg).root.iter(f"{SVG}path") if "C" in (each.get("d") or "")]
    return [each.get("stroke-dasharray") for each in curves if each.get("class") == f"stroke-{colour}"]


def test_what_is_tied_stands_at_the_same_height():
    ties = [("a", "3"), ("b", "1"), ("c", "2"), ("c", "3")]

    left, right = untangle([["3", "2", "1"]], ties)

    assert crossings(left, right, ties) == 0


def test_the_right_column_keeps_its_groups():
    _, right = untangle([["1", "2"], ["x", "y"]], [("a", "x"), ("b", "1"), ("c", "2"), ("a", "2"), ("d", "y")])

    assert {*right[:2]} == {"1", "2"}


def test_lines_that_share_an_end_do_not_cross():
    assert crossings(["a", "b"], ["1"], [("a", "1"), ("b", "1")]) == 0
    assert crossings(["a", "b"], ["1", "2"], [("a", "2"), ("b", "1")]) == 1


def test_red_and_overdue_are_told_without_colour():
    one, two, three, four, five = (a_project(n) for n in range(5))
    figure = mapped((one, "NHN"), (two, "NHN"), (three, "NHN"), (four, "NHN"), (five, "NHN"))

    assert [bool(each and each != "none") for each in lines(figure, "red")] == [False, True]
    assert [bool(each and each != "none") for each in lines(figure, "ink")] == [True]
    assert lines(figure, "accent-2") == [None, None]
    squares = [each for each in drawn(figure.svg).root.iter() if each.get("class") == "fill-red stroke-red"]
    assert len(squares) == 2


def test_every_line_on_a_small_and_a_large_page_can_be_read():
    for found in (a_full_summary(), a_crowded_summary()):
        figure = dependency_map(found, NB)
        assert figure is not None
        for svg in (figure.svg, figure.narrow_svg):
            sizes = [float(each.get("font-size", "0")) for each in drawn(svg).root.iter(f"{SVG}text")]
            assert min(sizes) >= LEAST
        assert drawn(figure.svg).size[1] <= 225


def test_the_map_names_every_project_that_waits_on_paper_and_gives_its_number_on_a_small_screen():
    figure = mapped((a_project(7), "NHN"), (a_project(8), "NHN"))

    assert {"Prosjekt 7", "7", "Prosjekt 8", "8", "NHN", "(2)"} <= {text for text, _ in drawn(figure.svg).labels}
    assert {"7", "8", "NHN"} <= {text for text, _ in drawn(figure.narrow_svg).labels}


def test_a_portfolio_too_large_for_a_page_shows_what_most_wait_for_and_says_how_much_is_left_out():
    found = a_crowded_summary()
    figure = dependency_map(found, NB)

    assert figure is not None
    left_out = sum(len(each.waits) for each in found.waiting.left_out)
    assert f"{left_out} par til står bare i tabellen" in figure.subtitle
    assert len(figure.data.rows) == len(found.waiting.every)


def test_the_table_says_who_waits_for_whom_and_which_of_the_waits_are_red_or_overdue():
    figure = mapped((a_project(7), "NHN"), (a_project(8), "NHN"))

    assert figure.data.rows == (("NHN", "2", Projects(("7", "8")), Projects(("7",)), Projects(("7",))),)
    assert figure.data.values.rows[1] == ("8", None, "NHN", None, "2021-12", None, "false")
