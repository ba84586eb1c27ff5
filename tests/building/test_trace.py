"""A printed number followed back on the command line, in the sample round."""

from __future__ import annotations

import pytest

from ehport.building.trace import trace
from ehport.lang.language import Lang
from ehport.rounds.find import find_round
from ehport.system.errors import UsageError
from tests.source import ROOT


def lines(name: str, lang: Lang = Lang.NB) -> list[str]:
    return trace(find_round(ROOT, "2021-04"), name, lang).splitlines()


def test_a_number_is_told_with_its_unit_its_rule_its_printed_forms_and_its_cells() -> None:
    value, rule, printed, count, *cells = lines("budget.total")

    assert value == "budget.total: 1\u202f722,75 mill. kr"
    assert rule.startswith("Budsjettet i år")
    assert {"1,7", "1,72", "1\u202f723", "1\u202f722,8"} < set(printed.partition(": ")[2].split("; "))
    assert count == f"{len(cells)} celler:"
    assert "   direktoratet-for-e-helse.xlsx › 11 EPJ-løftet › F59: «20», lest som 20 mill. kr" in cells


def test_a_replaced_value_stands_before_the_one_that_counts_and_the_reason() -> None:
    *_, typed, replaced = lines("project.160.risk", Lang.EN)

    assert typed.endswith("«Gul-Rød»")
    assert ": «Gul», read as Yellow (adjusted: " in replaced


def test_a_number_that_the_report_does_not_print_says_so() -> None:
    assert "Ikke trykt i rapporten" in lines("quality.unread.count")


def test_a_name_that_does_not_exist_is_answered_with_names_that_are_near() -> None:
    with pytest.raises(UsageError, match=r"budget\.total"):
        lines("budget.totl")
