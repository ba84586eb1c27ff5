"""What `explain` and `rules` say."""

from __future__ import annotations

import json

import pytest

from ehport.diagnostics.code import Code
from ehport.lang.language import Lang
from ehport.rules.explanation import explain, rules, rules_json, rules_text


def test_an_explanation_says_what_why_what_to_do_and_shows_an_example() -> None:
    told = explain("c203", Lang.NB)
    assert told is not None
    assert told.splitlines()[0] == "C203  Ikke et beløp"
    assert "Meldingen: «…» er «…», som ikke er et beløp" in told
    assert "   Antatt årlige forvaltningskostnader etter avslutning: «omtrent tolv millioner»" in told


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("code", list(Code))
def test_every_code_is_explained_with_nothing_left_to_fill_in(code: Code, lang: Lang) -> None:
    told = explain(code, lang)
    assert told is not None
    assert told.startswith(code.value)
    assert "{}" not in told
    assert told.count("\n") >= 7


def test_a_code_that_does_not_exist_has_no_explanation() -> None:
    assert explain("C999", Lang.NB) is None


def test_the_table_has_every_rule_once_with_its_weight() -> None:
    table = rules(Lang.EN)
    assert sorted(row[0] for row in table) == sorted(Code)
    assert ("P401", "error", "Between projects and actors", "The same number twice") in table


def test_the_rules_as_json_have_their_life() -> None:
    told = {each["code"]: each for each in json.loads(rules_json(Lang.EN))["rules"]}
    assert sorted(told) == sorted(Code)
    later = told["R332"]
    assert (later["severity"], later["since"], later["trial"]) == ("info", "2021-09", False)
    assert later["severities"] == [{"since": "2022-01", "severity": "warning"}]


def test_an_explanation_shows_what_the_rounds_before_said() -> None:
    told = explain("R331", Lang.EN)
    assert told is not None
    lines = told.partition("Example:")[2].splitlines()[1:]
    assert [line.strip() for line in lines] == [
        "Project ends: «12.2023»",
        "in the last round:",
        "Project ends: «12.2022»",
        "in the round before that:",
        "Project ends: «12.2021»",
    ]


def test_the_table_as_text_is_in_groups() -> None:
    assert rules_text(Lang.NB).startswith("Filer og ark\n   F101  feil      Filen finnes ikke\n")
