from __future__ import annotations

import pytest

from ehport.form.planned import PlannedTime
from ehport.form.vocabulary import Category, Rating, State
from ehport.model.written import format_plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (12_000, "12000"),
        (Rating.YELLOW, "yellow"),
        ((Category.SERVICES, Category.INFRASTRUCTURE), "1;4"),
        (PlannedTime("2022-06"), "2022-06"),
        (PlannedTime(None, State.ONGOING), "ongoing"),
    ],
)
def test_a_value_is_written_in_the_words_of_exports(value: object, expected: str) -> None:
    assert format_plain(value) == expected
