"""Trying a rule on rounds that exist."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from ehport.checking.rule_trial import as_json, as_text, try_rule
from ehport.checking.workbooks import check_round
from ehport.diagnostics import machine
from ehport.diagnostics.code import Code
from ehport.lang.language import Lang
from ehport.rounds.find import find_round
from tests.later_rounds import Draft, later_round
from tests.source import ROOT


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


@pytest.fixture(scope="module")
def two_rounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample round and a September in which one project slips and one is in another unit."""

    def edit(draft: Draft) -> None:
        draft.projects["47"]["ends"] = "12.2024"
        draft.projects["199"]["operating_cost"] = "2500"
        draft.register["exemptions"] = [
            {"code": "R330", "project": "47", "reason": "Vedtatt av styret.", "last_round": "2021-09"}
        ]

    home = tmp_path_factory.mktemp("rounds")
    later_round(home, edit)
    return home


def contents(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_a_rule_between_rounds_is_tried_where_there_is_a_round_before_and_changes_none(two_rounds: Path) -> None:
    before = contents(two_rounds / "submissions")

    shown = as_text(*try_rule(two_rounds, "R330"), Lang.NB).splitlines()

    assert shown[2] == "2021-04 – ingen treff (gjelder ikke i runden, runden før er ikke her)"
    assert shown[4:6] == ["2021-09 – 1 treff", "   47 Program for kodeverk og terminologi – merknad"]
    assert shown[6].strip().startswith("«Prosjektet slutter» er «12.2024», 12 måneder senere enn i runde 2021-04")
    assert shown[-1] == "      avklart: Vedtatt av styret."
    assert contents(two_rounds / "submissions") == before


def test_a_rule_on_trial_is_marked_where_it_is_tried(two_rounds: Path) -> None:
    code, tried = try_rule(two_rounds, "R334", ["2021-09"])
    assert json.loads(as_json(code, tried, Lang.NB))["trial"] is True
    assert as_text(code, tried, Lang.NB).startswith("R334  Sprang i budsjettet (gjelder fra runde 2021-09, på prøve)\n")
