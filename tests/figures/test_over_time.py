from __future__ import annotations

from itertools import pairwise

import pytest

from ehport.analysis.trends import Point, Series
from ehport.figures.canvas import UNKNOWN, Canvas, Shape
from ehport.figures.over_time import Band, draw_bands
from ehport.figures.style import NARROW, WIDE, DrawingSize
from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang

ROUNDS = ("2020-09", "2021-01", "2021-04", "2021-09")


def drawn(*values: int | None, unlike: tuple[int, ...] = (), mark: Rating | None = Rating.RED) -> Canvas:
    """Return the drawing of one figure over rounds; the places in ``unlike`` are counted in another way."""
    rounds = tuple(f"{2000 + n // 3}-{(1, 4, 9)[n % 3]:02}" for n in range(len(values)))
    points = tuple(
        Point(each, value, n not in unlike) for n, (each, value) in enumerate(zip(rounds, values, strict=True))
    )
    texts = tuple("" if value is None else str(value) for value in values)
    peak = max((value for value in values if value is not None), default=0)
    canvas = Canvas(WIDE)
    draw_bands(canvas, rounds, [Band("Antall", Series("x", points), texts, peak, 20.0, mark)], Lang.NB)
    return canvas


def lines(canvas: Canvas, *, upright: bool) -> list[Shape]:
    """Return the lines between points, or those that stand for a break."""
    found = [each for each in canvas.shapes if len(each.points) == 2 and each.ink.stroke == "soft"]
    return [each for each in found if (each.points[0][0] == each.points[1][0]) is upright]


def outlines(canvas: Canvas) -> list[Shape]:
    return [each for each in canvas.shapes if each.ink == UNKNOWN]


def labels(canvas: Canvas) -> list[str]:
    return [each.text for each in canvas.labels]


def test_points_of_rounds_that_follow_each_other_are_joined():
    found = lines(drawn(1, 2, 3, 4), upright=False)

    assert len(found) == 3
    assert all(one.points[1] == other.points[0] for one, other in pairwise(found))


def test_what_is_said_below_stands_once_for_rounds_side_by_side_and_ends_at_the_break():
    years = (2020, 2021, 2021, 2022)
    points = tuple(Point(each, 5, True, year) for each, year in zip(ROUNDS, years, strict=True))
    below = tuple(map(str, years))

    for format_ in (WIDE, NARROW):
        canvas = Canvas(format_)
        band = Band("Kroner", Series("x", points), ("5",) * 4, 5, 20.0, below=below, below_name="Budsjettår")
        draw_bands(canvas, ROUNDS, [band], Lang.NB)
        said = [text.removeprefix("Budsjettår ") for text in labels(canvas)]
        assert [text for text in said if text in below] == ["2020", "2021", "2022"]
        assert len({line.points[0][0] for line in lines(canvas, upright=True)}) == 2


def test_no_value_but_this_rounds_crosses_an_upright_line():
    years = [2011 + n // 3 for n in range(30)]
    rounds = [f"{year}-{(1, 4, 9)[n % 3]:02}" for n, year in enumerate(years)]
    points = tuple(Point(each, 1_000, True, year) for each, year in zip(rounds, years, strict=True))
    canvas = Canvas(WIDE)

    draw_bands(canvas, rounds, [Band("Kroner", Series("x", points), ("1 000,0",) * 30, 1_000, 20.0)], Lang.NB)

    upright = [line.points[0][0] for line in lines(canvas, upright=True)]
    written = [each for each in canvas.labels if each.text == "1 000,0"]
    crossed = [each for each in written for x in upright if each.box.x < x < each.box.right]
    assert len(upright) == 9
    assert len(written) > 2
    assert len(crossed) <= 1


def test_no_line_crosses_a_round_that_is_not_known():
    canvas = drawn(1, None, 3, 4)

    assert len(lines(canvas, upright=False)) == 1
    assert len(outlines(canvas)) == 1
    assert "ikke" in labels(canvas)


def test_rounds_that_are_not_known_after_each_other_share_an_outline():
    (outline,) = outlines(drawn(1, None, None, 4))

    left, right = (side(x for x, _ in outline.points) for side in (min, max))

    assert right - left > 28


def test_a_changed_way_of_counting_is_an_upright_line_and_no_joint():
    canvas = drawn(1, 2, 3, 4, unlike=(0, 1))

    assert len(lines(canvas, upright=False)) == 2
    assert len(lines(canvas, upright=True)) == 1


def test_a_break_is_seen_across_a_round_that_is_not_known():
    assert len(lines(drawn(1, None, 3, unlike=(0,)), upright=True)) == 1


def test_columns_start_at_zero_and_are_as_high_as_their_values():
    bars = [each for each in drawn(10, 5, 20, mark=None).shapes if each.ink.fill.startswith("accent")]

    heights = [max(y for _, y in each.points) - min(y for _, y in each.points) for each in bars]

    assert heights == pytest.approx([10, 5, 20])
    assert len({max(y for _, y in each.points) for each in bars}) == 1
    assert [each.ink.fill for each in bars] == ["accent-2", "accent-2", "accent"]


def test_few_rounds_are_named_in_full_and_many_by_their_years():
    assert "januar 2000" in labels(drawn(1, 2))
    assert {"jan", "2000", "2001"} <= set(labels(drawn(*range(12))))
    many = labels(drawn(*range(30)))
    assert {"2000", "2009"} <= set(many)
    assert "jan" not in many


def test_with_many_rounds_this_one_and_the_extremes_keep_their_numbers():
    values = [1000 + n * 37 % 101 for n in range(30)]

    found = set(labels(drawn(*values, mark=None)))

    assert {str(values[-1]), str(max(values)), str(min(values))} <= found
    assert len(found & {str(each) for each in values}) < 30


@pytest.mark.parametrize("form", [WIDE, NARROW])
@pytest.mark.parametrize("count", [1, 2, 7, 30, 60])
def test_any_number_of_rounds_stays_on_the_canvas(form: DrawingSize, count: int):
    rounds = tuple(f"{2000 + n // 3}-{(1, 4, 9)[n % 3]:02}" for n in range(count))
    points = tuple(Point(each, n % 11, True) for n, each in enumerate(rounds))
    canvas = Canvas(form)

    draw_bands(
        canvas, rounds, [Band("Gul", Series("x", points), tuple(str(n % 11) for n in range(count)), 10, 13.0)], Lang.NB
    )

    assert min(each.box.x for each in canvas.labels) >= -0.1
    assert max(each.box.right for each in canvas.labels) <= form.width + 0.1
