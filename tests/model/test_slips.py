"""Slips: when a planned time has moved, and by how much."""

from __future__ import annotations

import pytest

from ehport.form.kinds import When
from ehport.model.slips import is_earlier, is_later, months_between, only_precision


def time(text: str):
    return When().parse(text).value


@pytest.mark.parametrize(
    ("before", "now", "months"),
    [
        ("06.2022", "12.2022", 6),
        ("2021", "2022", 12),
        ("Q2 2021", "2022", 18),
        ("12.2022", "06.2023", 6),
        ("2021", "2021-2023", 24),
        ("01.06.2021", "20.06.2021", 0),
    ],
)
def test_a_plan_that_ends_later_has_slipped(before, now, months):
    assert is_later(time(now), than=time(before))
    assert months_between(time(before), time(now)) == months


@pytest.mark.parametrize(
    ("before", "now"),
    [("2022", "Q2 2022"), ("2022", "06.2022"), ("Q2 2022", "06.2022"), ("06.2022", "2022"), ("06.2022", "30.06.2022")],
)
def test_a_change_of_precision_alone_is_no_slip(before, now):
    assert only_precision(time(before), time(now))
    assert not is_later(time(now), than=time(before))
    assert months_between(time(before), time(now)) == 0


def test_the_same_time_written_otherwise_has_not_moved():
    assert time("06.2022") == time("juni 2022")
    assert months_between(time("06.2022"), time("juni 2022")) == 0


def test_a_plan_that_comes_closer_is_no_slip():
    assert is_earlier(time("06.2022"), than=time("12.2022"))
    assert not is_later(time("06.2022"), than=time("12.2022"))
    assert months_between(time("12.2022"), time("06.2022")) == -6


@pytest.mark.parametrize("text", ["Ikke avklart", "2022->", "Levert"])
def test_times_without_a_last_day_are_not_compared(text):
    assert not is_later(time(text), than=time("06.2022"))
    assert not is_later(time("06.2022"), than=time(text))
    assert months_between(time("06.2022"), time(text)) is None


def test_what_was_delivered_later_than_planned_is_no_slipped_plan():
    assert not is_later(time("Levert 12.2022"), than=time("06.2022"))


def test_nothing_is_compared_with_nothing():
    assert not is_later(None, than=time("06.2022"))
    assert months_between(None, None) is None
