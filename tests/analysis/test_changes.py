from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ehport.analysis.fact import Fact, Unit
from ehport.analysis.facts import facts
from ehport.changes.comparison import Comparison, compare
from ehport.changes.highlights import change_list, slip_list
from ehport.lang.language import Lang, Text
from tests.later_rounds import Draft, Edit, later_portfolio, sample_portfolio, unchanged
from tests.september import all_edits


@cache
def september() -> Mapping[str, Fact]:
    return facts(later_portfolio(all_edits))


def compared(edit: Edit) -> Comparison:
    return compare(sample_portfolio(), later_portfolio(edit))


def answers(project: str, **given: str) -> Edit:
    return lambda draft: draft.projects[project].update(given)


def value(name: str) -> object:
    return september()[name].value


def test_a_first_round_has_no_facts_about_changes():
    assert [name for name in facts(sample_portfolio()) if name.startswith(("changes.", "bridge.", "slips."))] == []


def test_a_round_like_the_one_before_has_changed_nothing():
    known = facts(later_portfolio(unchanged))

    assert known["changes.count"].value == known["changes.texts.count"].value == known["slips.count"].value == 0
    assert known["bridge.difference"].value == 0


def test_the_steps_of_the_bridge_add_up_to_the_difference_of_the_totals():
    steps = [
        fact.value for name, fact in september().items() if name.startswith("bridge.") and name.endswith(".amount")
    ]

    assert value("bridge.before") + sum(steps) == value("bridge.now") == value("budget.total")
    assert sum(map(bool, steps)) > 5


def test_the_projects_of_a_step_add_up_to_the_step():
    of_projects = [name for name in september() if name.startswith("bridge.joined.") and name.split(".")[-1].isdigit()]

    assert len(of_projects) == value("bridge.joined.count") == 4
    assert sum(september()[name].value for name in of_projects) == value("bridge.joined.amount")


def test_transitions_cover_every_project_of_either_round_once():
    before, now = sample_portfolio(), later_portfolio(all_edits)
    pairing = compare(before, now).pairing
    both = [(each.before, each.now) for each in pairing.pairs]
    either = [*both, *((each,) for each in pairing.added), *((each,) for each in pairing.gone)]

    told = {name: fact.value for name, fact in september().items() if name.startswith("transitions.status.")}

    names = [each for name, listed in told.items() if name.endswith(".names") for each in listed]
    assert sorted(names) == sorted(each[-1].name for each in either if any(one.is_counted for one in each))
    assert sum(number for name, number in told.items() if name.endswith(".count")) == len(names) > 45


def test_cells_of_the_earlier_round_are_named_by_its_folder():
    sources = september()["changes.164.status.before"].sources + september()["bridge.gone.117"].sources

    assert {each.file.partition("/")[0] for each in sources} == {"2021-04"}
    assert "/" not in september()["changes.164.status.now"].sources[0].file


def test_the_effect_of_a_split_counts_what_the_project_was_split_into():
    assert value("changes.5.effect") == value("bridge.joined.5") + value("bridge.joined.202") + value(
        "bridge.joined.203"
    )


def test_the_effect_is_that_of_the_heaviest_of_a_projects_changes():
    def edit(draft: Draft) -> None:
        ended = draft.projects["171"]
        for record in draft.records.values():
            record["projects"] = [each for each in record["projects"] if each is not ended]
        draft.register["projects"].remove(draft.registered("171"))
        draft.registered("60").update(aliases="171", name="Et nytt navn")

    known = facts(later_portfolio(edit))
    effect, of_ended = known["changes.60.effect"], known["bridge.joined.171"]

    assert effect.value == of_ended.value == known["bridge.difference"].value != 0
    assert {*of_ended.sources} < {*effect.sources}


def test_a_change_is_printed_with_its_sign_or_without_any():
    more, less = (Fact("x", amount, Unit.TKR, Text("", "")) for amount in (31_200, -47_250))

    assert (more.printed(Lang.NB, "fortegn"), less.printed(Lang.NB, "fortegn")) == ("+31,2", "−47,3")
    assert (more.printed(Lang.NB, "abs"), less.printed(Lang.NB, "abs")) == ("31,2", "47,3")
    assert Fact("x", 6, Unit.NUMBER, Text("", "")).printed(Lang.EN, "fortegn") == "+6"


def test_answers_that_decide_are_told_in_the_order_of_the_page_and_others_are_counted():
    def edit(draft: Draft) -> None:
        draft.projects["144"].update(ends="12.2023", status="Rød", purpose="Noe helt nytt.", manager="En annen")

    (found,) = change_list(compared(edit)).projects

    assert [each.field for each in found.told] == ["status", "ends"]
    assert (found.id, found.others, found.texts) == ("144", 0, 2)


def test_a_project_with_other_changes_alone_is_not_told_but_listed():
    found = change_list(compared(answers("144", purpose="Noe helt nytt.")))

    assert (found.projects, [each.id for each in found.rest]) == ((), ["144"])


def test_a_change_of_every_project_leaves_the_list_readable():
    def edit(draft: Draft) -> None:
        for project in draft.projects.values():
            project.update(status="Rød", risk="Rød", total_cost="123", ends="12.2031")

    found = change_list(compared(edit))
    rows = sum(len(each.told) + 1 for each in found.projects)

    assert 110 < rows <= 140
    assert len(found.projects) + len(found.rest) >= 43


def test_slips_of_this_round_are_told_and_older_ones_are_not():
    found = slip_list(compared(answers("144", ends="12.2023")))

    assert [(name, slip.project, slip.times) for name, slip in found.told["ends"]] == [("slips.144.ends", "144", 1)]
    assert found.more == 0


def test_no_more_deliverables_are_told_than_a_reader_takes_in():
    def edit(draft: Draft) -> None:
        for project in draft.projects.values():
            for each in project["deliverables"]:
                each["planned"] = "12.2031"

    found = slip_list(compared(edit))

    assert len(found.told["deliverables"]) == 25
    assert found.more > 25
    assert len({name for name, _ in found.told["deliverables"]}) == 25
