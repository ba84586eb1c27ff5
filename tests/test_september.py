"""A round with a known list of edits gives exactly that list, a bridge that adds up, and the edits' transitions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ehport.changes.budget_bridge import Step
from ehport.changes.change import Event
from ehport.changes.comparison import Comparison, compare
from ehport.changes.ratings import RatingStanding
from ehport.comparing.compare import Compared
from ehport.comparing.json import as_json
from ehport.comparing.text import as_text
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio
from ehport.rounds.read import read_round
from tests import september
from tests.later_rounds import Draft, later_portfolio, later_round, sample_portfolio
from tests.september import EDITS, as_told

RED, YELLOW, GREEN = RatingStanding.RED, RatingStanding.YELLOW, RatingStanding.GREEN
UNRATED, PAUSED, OUTSIDE = RatingStanding.UNRATED, RatingStanding.PAUSED, RatingStanding.OUTSIDE

STATUS = {
    (YELLOW, RED): (["114"], 11_000),
    (YELLOW, PAUSED): (["195"], 0),
    (YELLOW, OUTSIDE): (["5", "137"], 58_500),
    (GREEN, RED): (["164"], 5000),
    (GREEN, YELLOW): (["141"], 4000),
    (GREEN, UNRATED): (["132"], 16_600),
    (GREEN, OUTSIDE): (["117", "119", "165", "171"], 43_300),
    (PAUSED, YELLOW): (["149"], 2100),
    (OUTSIDE, YELLOW): (["202"], 30_000),
    (OUTSIDE, GREEN): (["197", "200", "203", "206"], 47_000),
}
RISK = {
    (YELLOW, RED): (["160"], 143_800),
    (YELLOW, GREEN): (["144"], 65_000),
    (YELLOW, UNRATED): (["132"], 16_600),
    (YELLOW, PAUSED): (["195"], 0),
    (YELLOW, OUTSIDE): (["5", "117", "119", "137", "171"], 100_200),
    (PAUSED, YELLOW): (["149"], 2100),
    (OUTSIDE, YELLOW): (["200", "202", "203", "206"], 77_000),
    (GREEN, OUTSIDE): (["165"], 1600),
    (OUTSIDE, GREEN): (["197"], None),
}
STAYED = {
    "status": {RED: 1, YELLOW: 19, GREEN: 12, PAUSED: 1},
    "risk": {RED: 2, YELLOW: 22, GREEN: 9, PAUSED: 1},
}
STEPS = {
    Step.NEW: {"200": 10_000, "206": 12_000},
    Step.GONE: {"117": -27_000, "137": -8200, "119": -12_000, "165": -1600},
    Step.RESUMED: {"149": 2100},
    Step.JOINED: {"5": -50_300, "202": 30_000, "203": 25_000, "171": -2700},
    Step.UP: {"160": 5600},
    Step.DOWN: {"144": -6000},
    Step.ADJUSTED: {"11": 1400},
}
SLIPS = [
    "47 ends 1 × 6",
    "107 ends 1 × 6",
    "107 total_cost 1 × 31200",
    "181 phase_ends 1 × 4",
    "194 deliverables 1 × 12",
]
KEYS = (
    "project",
    "name",
    "kind",
    "event",
    "field",
    "label",
    "row",
    "before",
    "now",
    "difference",
    "unit",
    "others",
    "why",
    "alike",
)
TRANSITION = {"from", "to", "count", "projects", "budget_tkr", "missing", "budget_round"}
UNEXPLAINED = ["114 status", "144 risk", "160 risk"]


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(sample_portfolio(), later_portfolio(september.all_edits))


def told(comparison: Comparison) -> list[str]:
    return sorted(map(as_told, comparison.changes))


def expected() -> list[str]:
    return sorted(each for edit in EDITS for each in edit.told)


def submitted(portfolio: Portfolio) -> dict[str, str]:
    return {each.id: each.submission.actor_id for each in portfolio.members if each.submission}


def test_the_edits_are_many_and_of_many_projects_and_actors():
    edits = [each for each in EDITS if each.told]
    projects = {each.split()[0] for edit in edits for each in edit.told}
    actors = submitted(sample_portfolio())

    assert len(edits) >= 40
    assert len(projects) >= 12
    assert len({actors[each] for each in projects if each in actors}) >= 5


def test_the_edits_are_told_and_nothing_else(found):
    assert told(found) == expected()


def test_edits_that_change_nothing_are_edits():
    texts: list[str] = []

    def edit(draft: Draft) -> None:
        texts.append(repr((draft.records, draft.register)))
        for each in september.NO_CHANGES:
            each.do(draft)
            texts.append(repr((draft.records, draft.register)))

    later_portfolio(edit)

    assert len(set(texts)) == 1 + len(september.NO_CHANGES)


def test_edits_that_change_nothing_are_not_told():
    def edit(draft: Draft) -> None:
        for each in september.NO_CHANGES:
            each.do(draft)

    silent = compare(sample_portfolio(), later_portfolio(edit))

    assert told(silent) == []
    assert (silent.slips, silent.unexplained, silent.bridge.steps) == ((), (), ())


@pytest.mark.parametrize("edit", september.PORTFOLIO, ids=lambda edit: edit.says)
def test_an_edit_of_the_portfolio_alone_is_told_as_among_the_others(edit):
    alone = compare(sample_portfolio(), later_portfolio(edit.do))

    assert told(alone) == sorted(edit.told)


def test_a_round_does_not_differ_from_itself():
    same = compare(sample_portfolio(), sample_portfolio())

    assert (same.changes, same.slips, same.unexplained, same.bridge.steps) == ((), (), (), ())
    assert not any(each.is_change for of in same.transitions.values() for each in of.cells)


@pytest.mark.parametrize(("field", "moved"), [("status", STATUS), ("risk", RISK)])
def test_the_transitions_are_those_of_the_edits(found, field, moved):
    cells = found.transitions[field].cells

    changed = {
        (each.before, each.now): ([one.project for one in each.projects], each.budget.amount)
        for each in cells
        if each.is_change
    }
    assert {key: (sorted(ids, key=int), amount) for key, (ids, amount) in changed.items()} == moved
    assert {each.before: each.count for each in cells if not each.is_change} == STAYED[field]


def test_the_bridge_has_the_steps_of_the_edits_and_adds_up(found):
    bridge = found.bridge

    assert {each.step: {one.project: one.amount for one in each.projects} for each in bridge.steps} == STEPS
    assert bridge.before.amount == 1_722_750
    assert bridge.now.amount == 1_722_750 + sum(amount for step in STEPS.values() for amount in step.values())


def test_what_slipped_is_told_with_how_often_and_how_far(found):
    slips = [f"{each.project} {each.field} {each.times} × {each.total}" for each in found.slips]

    assert sorted(slips) == sorted(SLIPS)
    assert all(each.is_now for each in found.slips)


def test_changed_ratings_beside_unchanged_reasons_are_pointed_out(found):
    assert sorted(f"{each.change.project} {each.change.field}" for each in found.unexplained) == UNEXPLAINED


@pytest.mark.parametrize("lang", Lang)
def test_the_edits_are_told_as_text(found, golden, lang):
    shown = Compared(found, ("2021-04", "2021-09"), found.changes)

    golden(f"september.{lang}.txt", as_text(shown, lang, everything=True) + "\n")


def test_the_edits_are_told_as_json(found):
    shown = json.loads(as_json(Compared(found, ("2021-04", "2021-09"), found.changes), Lang.NB))

    assert len(shown["changes"]) == len(expected())
    assert {tuple(each) for each in shown["changes"]} == {KEYS}
    assert {each["event"] for each in shown["changes"]} <= {each.word for each in Event}
    assert shown["transitions"]["status"][0].keys() == TRANSITION
    assert sum(each["amount_tkr"] for each in shown["bridge"]["steps"]) == -21_700
    assert [each["times"] for each in shown["slips"]] == [1] * len(SLIPS)


def test_workbooks_and_records_with_the_same_edits_compare_alike(found, tmp_path: Path):
    read = read_round(later_round(tmp_path, september.all_edits)).portfolio
    assert read.previous is not None

    assert told(compare(read.previous, read)) == told(found)
