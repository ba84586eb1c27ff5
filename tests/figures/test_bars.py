from __future__ import annotations

import pytest

from ehport.figures.bars import GAP, BarAmount, scale
from ehport.figures.canvas import Canvas
from ehport.figures.style import WIDE
from ehport.lang.language import Lang
from ehport.model.total import Total


def an_amount(value: int | None, missing: tuple[str, ...] = ()) -> BarAmount:
    return BarAmount.of(Total(value, 1, missing), Lang.NB)


def test_bars_start_at_zero_and_are_as_long_as_their_value():
    on = scale(Canvas(WIDE), [an_amount(828_600), an_amount(414_300)], left=42, right=170)

    assert on.bar(828_600, 0, 3).x == 42
    assert on.bar(828_600, 0, 3).width == pytest.approx(2 * on.bar(414_300, 0, 3).width)


def test_the_longest_bar_leaves_room_for_its_number():
    canvas = Canvas(WIDE)
    amount = an_amount(1_722_800)
    on = scale(canvas, [amount], left=42, right=170)

    assert on.bar(1_722_800, 0, 3).right + GAP + canvas.width_of(amount.text) == pytest.approx(170)


def test_a_negative_amount_goes_left_from_a_common_zero():
    on = scale(Canvas(WIDE), [an_amount(38_000), an_amount(-2_000)], left=42, right=170)

    assert on.bar(-2_000, 0, 3).x == pytest.approx(42)
    assert on.bar(-2_000, 0, 3).right == pytest.approx(on.zero)
    assert on.bar(38_000, 0, 3).x == pytest.approx(on.zero)


def test_zero_is_seen_as_a_tick():
    on = scale(Canvas(WIDE), [an_amount(0), an_amount(None)], left=42, right=170)

    assert 0 < on.bar(0, 0, 3).width < 1


def test_what_is_not_given_and_what_is_paused_are_said():
    assert an_amount(None, missing=("131",)).text == "ikke oppgitt"
    assert an_amount(None).text == "på pause"
    assert an_amount(0).text == "0,0"
