from __future__ import annotations

import pytest

from ehport.figures.canvas import Box, Canvas
from ehport.figures.style import LABEL, NARROW, WIDE
from tests.figures.reading import overlap


def test_a_long_name_is_broken_into_lines_that_fit():
    canvas = Canvas(WIDE)

    lines = canvas.wrapped("Nasjonal styring av e-helse og økt gjennomføring", 40)

    assert " ".join(lines) == "Nasjonal styring av e-helse og økt gjennomføring"
    assert all(canvas.width_of(line) <= 40 for line in lines)


def test_a_word_that_is_too_long_alone_is_cut_with_a_hyphen():
    canvas = Canvas(WIDE)

    lines = canvas.wrapped("Asylmottaksmyndighetsforvaltningsdirektoratet", 30)

    assert len(lines) > 1
    assert "".join(line.removesuffix("-") for line in lines) == "Asylmottaksmyndighetsforvaltningsdirektoratet"
    assert all(canvas.width_of(line) <= 30 for line in lines)


def test_an_empty_name_is_one_empty_line():
    assert Canvas(WIDE).wrapped("  ", 30) == ("",)


def test_text_is_larger_on_a_small_screen():
    assert Canvas(NARROW).width_of("Helse Vest") == pytest.approx(1.15 * Canvas(WIDE).width_of("Helse Vest"))


@pytest.mark.parametrize(("anchor", "left"), [("start", 50), ("middle", 45), ("end", 40)])
def test_a_label_stands_around_its_point(anchor: str, left: float):
    canvas = Canvas(WIDE)
    text = "Helse Vest"

    box = canvas.words((50, 5), text, LABEL, anchor=anchor)

    assert box.x == pytest.approx(50 - (50 - left) / 10 * canvas.width_of(text))
    assert box.y < 5 < box.y + box.height


def test_the_canvas_grows_with_what_is_drawn():
    canvas = Canvas(WIDE)

    canvas.bar(Box(0, 10, 5, 3), "accent")

    assert canvas.height == 13


def test_semibold_is_wider_than_regular():
    canvas = Canvas(WIDE)

    assert canvas.width_of("Budsjett", LABEL) < canvas.width_of("Budsjett", type(LABEL)(weight=600))


def test_boxes_that_share_an_edge_do_not_overlap():
    assert not overlap(Box(0, 0, 10, 4), Box(10, 0, 10, 4))
    assert overlap(Box(0, 0, 10, 4), Box(9, 3, 10, 4))


def test_the_outline_of_the_unknown_stays_within_its_box():
    canvas = Canvas(WIDE)

    canvas.unknown(Box(10, 0, 160, 5))

    stroke = canvas.shapes[0].ink.width * 25.4 / 72
    xs = [x for x, _ in canvas.shapes[0].points]
    assert min(xs) - stroke / 2 == pytest.approx(10)
    assert max(xs) + stroke / 2 == pytest.approx(170)
