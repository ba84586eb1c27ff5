"""Rounds of any sort: none breaks the program, and what is said of each is true and well put."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from ehport.lang.language import Lang
from tests.worlds.building import not_plotted
from tests.worlds.held import ALL, Made, wrong_with
from tests.worlds.inventing import Sort, invented, sort_of, sorts

ROUNDS = 120 if os.environ.get("EHPORT_TEST_EVERYTHING") else 60  # `make fuzz` builds 5 000


@pytest.fixture(scope="module", autouse=True)
def without_plotting():
    with not_plotted():
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@settings(
    max_examples=ROUNDS,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(sort=sorts())
def test_a_round_of_any_sort_is_built_and_says_what_is_true(folder: Path, sort: Sort):
    lang = list(Lang)[sort.number % 2]
    made = (Made.DATA, Made.WEB, Made.LETTERS)[sort.number % 3]

    assert wrong_with(invented(sort), folder, lang, made) == []


@pytest.mark.parametrize("number", [19, 39, 59])
def test_a_large_round_is_built_with_all_that_belongs_to_it(folder: Path, number: int):
    world = invented(sort_of(number))

    assert len(world.projects) >= 20
    assert wrong_with(world, folder, list(Lang)[number % 4 // 2], ALL | Made.WORKBOOK) == []
