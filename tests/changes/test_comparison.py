"""What changed between two rounds: what counts as a change, what it is called, and what it weighs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ehport.changes.change import ChangeKind, Event
from ehport.changes.comparison import compare
from ehport.lang.language import Lang
from ehport.model.remembering import remember
from tests import builders
from tests.changes.two_rounds import LATER, compared, compared_projects, registers, told


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"total_cost": "12"}, {"total_cost": "12,0"}),
        ({"total_cost": "12"}, {"total_cost": "12 mill. kroner"}),
        ({"ends": "06.2022"}, {"ends": "juni 2022"}),
        ({"purpose": "Én logg, for innsyn."}, {"purpose": "én logg –\nfor  INNSYN"}),
        ({"status": "Gul"}, {"status": "GUL"}),
        ({"total_cost": "Ikke avklart"}, {"total_cost": "ikke avklart."}),
        ({"revised": "april 2021"}, {"revised": "september 2021"}),
        ({"ends": "-"}, {"ends": ""}),
        ({"preconditions": [{"name": "EPJ-utvikling, kommune"}]}, {"preconditions": []}),
        ({"dependencies": [{"on": "A"}, {"on": "B"}]}, {"dependencies": [{"on": "B"}, {"on": "A"}]}),
    ],
)
def test_what_says_the_same_is_no_change(before, now):
    assert told(compared_projects(before, now).changes) == []


def test_changes_are_ranked_by_what_they_are_about_and_then_by_how_much():
    found = compared(
        {
            "10": {"status": "Rød", "total_cost": "25", "purpose": "Noe annet.", "ends": "06.2023"},
            "11": {"status": "Rød", "ends": "06.2022", "phase": "Avslutning"},
            "14": {"total_cost": "30", "ends": "", "focus_area": "1.1"},
        }
    )

    assert told(found.changes) == [
        "11 changed status",
        "10 changed status",
        "14 changed total_cost",
        "10 changed total_cost",
        "11 later ends",
        "10 later ends",
        "11 changed phase",
        "14 changed focus_area",
        "10 changed purpose",
    ]


def test_a_rating_has_moved_by_steps_and_more_is_worse():
    found = compared({"11": {"status": "Rød"}, "10": {"status": "Grønn"}})

    assert [each.difference for each in found.of_kind(ChangeKind.RATING)] == [2, -1]


def test_a_paused_project_has_no_rating_that_could_change():
    assert told(compared({"13": {"status": "Rød", "risk": "Rød"}}).changes) == []


def test_the_value_that_the_report_uses_is_compared_and_the_typed_one_shown():
    adjusted = {"adjustments": [{"project": "10", "field": "status", "value": "Rød", "reason": "Avtalt"}]}
    change = compared({}, **adjusted).changes[0]

    assert (change.before.typed, change.now.typed) == ("Gul", "Gul")
    assert (change.before.shown(Lang.NB), change.now.shown(Lang.NB)) == ("Gul", "Rød")
    assert change.now.adjusted
    assert [each.file for each in change.now.sources] == ["helse-vest.xlsx", "register.xlsx"]


def test_an_unchanged_reason_beside_a_changed_rating_is_pointed_out():
    silent = compared_projects(
        {"status": "Gul", "status_reason": "Anskaffelsen er forsinket."},
        {"status": "Rød", "status_reason": "anskaffelsen er  forsinket"},
    )
    told_anew = compared_projects({"status": "Gul", "status_reason": "Sen."}, {"status": "Rød", "status_reason": "Ny."})
    empty = compared_projects({"status": "Gul"}, {"status": "Rød"})

    assert [(each.change.field, each.reason) for each in silent.unexplained] == [("status", "status_reason")]
    assert told_anew.unexplained == ()
    assert empty.unexplained == ()


def test_a_rating_that_only_the_office_changed_needs_no_new_reason():
    found = compared(
        {"10": {"status_reason": "Sen."}},
        {"10": {"status_reason": "Sen."}},
        adjustments=[{"project": "10", "field": "status", "value": "Rød", "reason": "Avtalt"}],
    )

    assert told(found.changes) == ["10 changed status"]
    assert found.unexplained == ()


def test_an_answer_to_a_question_that_was_not_asked_before_is_no_change():
    assert told(compared_projects({}, {"segment": "Samstyre", "criterion_digital": "Ja"}).changes) == []


def test_a_time_that_goes_on_is_compared_with_its_own_year_when_the_budget_year_moves():
    before = {"financing": [{"source": "A", "amounts": {"2021": "12", "2022": "8"}}], "financing_total": {}}
    same = builders.project_of(
        {
            **builders.SOUND,
            "financing": [{"source": "A", "amounts": {"2021": "12", "2022": "8"}}],
            "financing_total": {},
        },
        2022,
    )
    first = builders.a_portfolio(builders.a_project(**before))
    later = builders.a_portfolio(same)
    later = replace(later, round=replace(later.round, **LATER, budget_year=2022))

    found = compare(first, later)

    assert told(found.changes) == []
    assert (found.bridge.before.amount, found.bridge.now.amount) == (12_000, 8000)
    assert found.bridge.is_other_year


def test_money_that_moves_between_sources_is_told_only_when_the_sum_stays():
    def financing(*amounts: str) -> dict[str, object]:
        return {
            "financing": [{"source": name, "amounts": {"2021": each}} for name, each in zip("AB", amounts, strict=True)]
        }

    moved = compared_projects(financing("12", "8"), financing("10", "10"))
    grown = compared_projects(financing("12", "8"), financing("12", "10"))

    assert told(moved.changes) == ["900 changed financing.budget_year B", "900 changed financing.budget_year A"]
    assert told(grown.changes) == ["900 changed budget_year"]


def test_a_source_under_another_name_is_renamed():
    before = {"financing": [{"source": "Helse Vest RHF", "amounts": {"2021": "12"}}]}
    now = {"financing": [{"source": "Helse Vest RHF, drift", "amounts": {"2021": "12"}}]}

    change = compared_projects(before, now).changes[0]

    assert (change.event, change.field, change.alike) == (Event.RENAMED, "financing", True)


@pytest.mark.parametrize(
    ("before", "now", "event", "months"),
    [
        ({"planned": "06.2021"}, {"planned": "12.2021"}, "later", 6),
        ({"planned": "12.2021"}, {"planned": "06.2021"}, "earlier", -6),
        ({"planned": "2021"}, {"planned": "06.2021"}, "changed", 0),
        ({"planned": "06.2021"}, {"planned": "Levert"}, "delivered", None),
        ({"planned": "06.2021"}, {"planned": "09.2021", "state": "Levert"}, "delivered", None),
        ({"planned": "06.2021"}, {"planned": "06.2021", "state": "Utgår"}, "dropped", None),
        ({"planned": "Levert"}, {"planned": "12.2021"}, "reopened", None),
        ({"planned": "06.2021"}, {"planned": "06.2021", "state": "Utsatt"}, "changed", None),
        ({"planned": "X"}, {"planned": "X X"}, "changed", None),
    ],
)
def test_what_became_of_a_deliverable_is_one_change(before, now, event, months):
    found = compared_projects(
        {"deliverables": [{"name": "Pilot", **before}]}, {"deliverables": [{"name": "Pilot", **now}]}
    )

    assert [(each.event.word, each.difference) for each in found.changes] == [(event, months)]


def test_a_list_tells_what_came_and_went():
    found = compared_projects(
        {"dependencies": [{"on": "NHN", "due": "2021"}], "deliverables": [{"name": "Pilot"}]},
        {"dependencies": [{"on": "Leverandøren", "due": "2022", "status": "Gul"}], "deliverables": []},
    )

    assert sorted(told(found.changes)) == [
        "900 added dependencies Leverandøren",
        "900 removed deliverables Pilot",
        "900 removed dependencies NHN",
    ]
    added = next(each for each in found.changes if each.event is Event.ADDED)
    assert added.now.typed == "2022, Gul"


def test_what_comes_goes_and_changes_hands_is_told_with_the_offices_reason():
    found = registers(
        [
            {"id": "10", "name": "Logg"},
            {"id": "11", "name": "Innsyn"},
            {"id": "12", "name": "Kurve", "state": "Kandidat"},
        ],
        [
            {"id": "10", "name": "Logg", "responsible": "Oslo kommune"},
            {"id": "11", "name": "Innsyn", "state": "Går ut", "next_steps": "Videre i linjen."},
            {"id": "13", "name": "Register", "state": "Ny"},
        ],
    )

    assert told(found.changes) == [
        "13 entered register.state",
        "11 left register.state",
        "10 moved register.responsible",
        "12 withdrawn register.state",
    ]
    assert next(each.why for each in found.changes if each.event is Event.LEFT) == "Videre i linjen."


def test_a_merger_and_a_split_tell_what_the_register_says_of_those_that_ended():
    found = registers(
        [{"id": "10", "name": "Logg"}, {"id": "11", "name": "Innsyn"}, {"id": "12", "name": "Kurve"}],
        [
            {"id": "10", "name": "Logg", "aliases": "11", "state": "Pauset"},
            {"id": "11", "name": "Innsyn", "state": "Går ut", "next_steps": "Går inn i Logg."},
            {"id": "20", "name": "Kurve vest", "aliases": "12"},
            {"id": "21", "name": "Kurve nord", "aliases": "12"},
        ],
    )

    assert told(found.changes) == [
        "10 merged register.aliases",
        "12 split register.aliases",
        "10 paused register.state",
    ]
    assert [(each.others, each.why) for each in found.changes[:2]] == [(("11",), "Går inn i Logg."), (("20", "21"), "")]


def test_an_organisation_under_another_name_has_given_nothing_away():
    renamed = {"name": "Helse Vest", "short_name": "Vest", "group": "Andre", "aliases": "Helse Vest RHF"}
    found = compared({}, organisations=(renamed,))

    assert not found.of_event(Event.MOVED)


def test_what_had_left_before_has_nothing_left_to_tell():
    assert told(registers([{"id": "10", "name": "Logg", "state": "Går ut"}], []).changes) == []


def test_a_project_that_returns_enters_again():
    found = registers([{"id": "10", "name": "Logg", "state": "Går ut"}], [{"id": "10", "name": "Logg"}])

    assert told(found.changes) == ["10 entered register.state"]


def test_slips_are_counted_over_all_rounds_that_are_known():
    ends = ["12.2021", "06.2022", "06.2022", "Ikke avklart", "03.2022", "12.2022"]
    rounds = [builders.a_portfolio(builders.a_project(ends=each, first_ends="06.2021")) for each in ends]
    dated = [
        replace(each, round=replace(each.round, id=f"{2021 + number // 4}-{1 + 3 * (number % 4):02}"))
        for number, each in enumerate(rounds)
    ]
    now = replace(dated[-1], memories=tuple(map(remember, dated[:-1])))

    slip = next(each for each in compare(dated[-2], now).slips if each.field == "ends")

    assert (slip.times, slip.total, slip.is_now) == (2, 12, True)
    assert (slip.first.round_id, len(slip.history)) == ("2021-01", 5)
    assert slip.from_baseline == 18


def test_what_nobody_knows_now_has_not_slipped_now():
    rounds = [builders.a_portfolio(builders.a_project(ends=each)) for each in ("12.2021", "06.2022", "Ikke avklart")]
    dated = [replace(each, round=replace(each.round, id=f"2021-0{number}")) for number, each in enumerate(rounds, 1)]
    now = replace(dated[-1], memories=tuple(map(remember, dated[:-1])))

    slip = next(each for each in compare(dated[-2], now).slips if each.field == "ends")

    assert (slip.times, slip.total, slip.is_now) == (1, 6, False)


def test_a_project_with_a_new_number_neither_came_nor_went():
    first = registers([{"id": "10", "name": "Logg"}], [{"id": "20", "name": "Logg", "aliases": "10"}])

    assert told(first.changes) == ["20 renumbered register.id"]
    assert first.changes[0].others == ("10",)


def test_the_rounds_of_a_comparison_are_said():
    found = compared({})

    assert (found.before.id, found.now.id) == ("2021-04", "2021-09")
    assert found.before.cutoff < found.now.cutoff == date(2021, 9, 17)
