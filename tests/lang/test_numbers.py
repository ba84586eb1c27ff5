"""Shares in whole per cent: honest for the smallest part, and 100 in all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehport.lang.numbers import shares

COUNTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=12).filter(any).map(tuple)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((2, 20, 23), (4, 45, 51)),
        ((1, 23, 19), (2, 54, 44)),
        ((2, 31, 10), (5, 72, 23)),
        ((3, 20, 44), (4, 30, 66)),
        ((1, 1), (50, 50)),
        ((0, 0, 7), (0, 0, 100)),
        ((0, 0), (0, 0)),
    ],
)
def test_shares_add_up_without_making_a_tiny_part_larger(counts: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert shares(counts) == expected


@given(COUNTS)
def test_no_share_is_a_point_or_more_from_what_it_is(counts: tuple[int, ...]) -> None:
    found, exact = shares(counts), [Fraction(100 * each, sum(counts)) for each in counts]

    assert sum(found) == 100
    assert all(abs(share - each) < 1 for share, each in zip(found, exact, strict=True))
    assert all(share == 0 for share, count in zip(found, counts, strict=True) if not count)


@given(st.integers(1, 60), st.integers(61, 10**4))
def test_the_smaller_of_two_parts_is_rounded_half_up(small: int, large: int) -> None:
    assert shares((small, large))[0] == (200 * small + small + large) // (2 * (small + large))
