"""Trying a rule on rounds that exist."""

from __future__ import annotations

import json
from pathlib import Path

from ehport.diagnostics import machine
from ehport.diagnostics.code import Code
from ehport.lang.language import Lang
from ehport.pipeline import check_round
from ehport.rounds import find_round
from ehport.trying import as_json, as_text, try_rule

ROOT = Path(__file__).parent.parent


def test_a_rule_hits_what_the_check_of_the_round_tells() -> None:
    told = [each for each in check_round(find_round(ROOT, "2021-04")) if each.code is Code.COST_DIFFERS]

    code, tried = try_rule(ROOT, "r302", ["2021-04"])

    assert code is Code.COST_DIFFERS
    assert [each.round.id for each in tried] == ["2021-04"]
    assert list(tried[0].hits) == told != []


def test_without_rounds_every_round_is_tried_and_a_round_without_hits_says_so() -> None:
    tried = try_rule(ROOT, "F103")
    assert [each.round.id for each in tried[1]] == ["2021-04"]
    assert as_text(*tried, Lang.EN).splitlines() == [
        "F103  Old Excel format (valid from round 2021-04)",
        "",
        "2021-04 – no hits",
    ]


def test_the_json_has_for_each_round_the_number_and_the_hits_as_check_writes_them() -> None:
    code, tried = try_rule(ROOT, "R302")
    told = json.loads(as_json(code, tried, Lang.NB))
    assert {name: told[name] for name in ("code", "since", "trial")} == {
        "code": "R302",
        "since": "2021-04",
        "trial": False,
    }
    (found,) = told["rounds"]
    assert (found["round"], found["valid"], found["count"]) == ("2021-04", True, len(tried[0].hits))
    assert found["diagnostics"] == [machine.record(each, Lang.NB) for each in tried[0].hits]
