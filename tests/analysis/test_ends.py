from __future__ import annotations

import pytest

from ehport.analysis.ends import place
from ehport.form.kinds import When
from tests.analysis.portfolios import the_summary


def test_projects_end_in_a_quarter_in_a_year_or_at_an_unknown_time() -> None:
    ends = the_summary().ends

    assert [(each.year, each.quarter, [p.id for p in each.projects]) for each in ends.quarters] == [
        (2021, 2, ["11"]),
        (2022, 4, ["10"]),
        (2023, 4, ["13"]),
    ]
    assert [(each.year, each.quarter, [p.id for p in each.projects]) for each in ends.years] == [(2023, None, ["12"])]
    assert [each.id for each in ends.unknown] == ["14"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("16.04.2021", (2021, 2)),
        ("Q4 2021", (2021, 4)),
        ("H2 2021", (2021, None)),
        ("2021", (2021, None)),
        ("10.2021-12.2021", (2021, 4)),
        ("2020-2022", (2022, None)),
        ("2022->", None),
        ("Løpende", None),
    ],
)
def test_a_time_lies_in_a_quarter_only_when_all_of_it_does(typed: str, expected: tuple[int, int | None] | None) -> None:
    assert place(When().parse(typed).value) == expected
