from __future__ import annotations

from dataclasses import replace

import pytest

from ehport.analysis.summary import Summary
from ehport.changes.budget_bridge import Bridge
from ehport.changes.comparison import Comparison, compare
from ehport.figures.bridge import bridge
from ehport.figures.figure import Edition, Figure, Projects
from ehport.figures.transitions import transitions_risk, transitions_status
from ehport.figures.trend import trend_risk, trend_status
from ehport.figures.trend_money import trend_money
from ehport.form.vocabulary import ProjectState, Rating
from ehport.lang.language import Lang
from tests.figures import builders
from tests.later_rounds import Draft, Edit, later_portfolio, sample_portfolio

SEPTEMBER = Edition(Lang.NB, "2021-09", "2021-04")


def compared(edit: Edit) -> Summary:
    found = compare(sample_portfolio(), later_portfolio(edit))
    return replace(builders.a_full_summary(), comparison=found)


def ratings(**given: str) -> Edit:
    def edit(draft: Draft) -> None:
        for number, status in given.items():
            draft.projects[number.removeprefix("p")]["status"] = status

    return edit


def budget(number: str, amount: str) -> Edit:
    def edit(draft: Draft) -> None:
        draft.projects[number]["financing"][0]["amounts"]["2021"] = amount

    return edit


def made(figure: Figure | None) -> Figure:
    assert figure is not None
    return figure


def steps(found: Comparison | None) -> Bridge:
    assert found is not None
    return found.bridge


def test_without_a_round_before_nothing_is_drawn_about_changes():
    found = replace(builders.a_full_summary(), comparison=None, trends=builders.trends_of({"2021-04": {}}))

    drawings = (transitions_status, transitions_risk, bridge, trend_status, trend_risk, trend_money)

    assert [draw(found, builders.NB) for draw in drawings] == [None] * 6


def test_a_matrix_without_movement_is_not_printed():
    found = compared(budget("144", "65"))

    assert transitions_status(found, SEPTEMBER) is None
    assert bridge(found, SEPTEMBER) is not None


@pytest.mark.parametrize(
    ("given", "headline"),
    [
        ({"p144": "Rød"}, "Ett prosjekt har fått dårligere overordnet status"),
        ({"p144": "Rød", "p102": "Gul"}, "Ett prosjekt har fått dårligere overordnet status, og ett bedre"),
        ({"p102": "Grønn"}, "Ett prosjekt har fått bedre overordnet status"),
        ({"p144": ""}, "Ingen prosjekter har fått bedre eller dårligere overordnet status"),
    ],
)
def test_the_matrix_says_who_got_worse_and_who_got_better(given: dict[str, str], headline: str):
    assert made(transitions_status(compared(ratings(**given)), SEPTEMBER)).headline == headline


def test_the_matrix_has_the_rounds_as_rows_and_columns_with_money_and_projects():
    figure = made(transitions_status(compared(ratings(p144="Rød")), SEPTEMBER))
    rows = {row[0]: row[1:] for row in figure.data.rows}

    assert [column.label for column in figure.data.columns] == ["Fra april 2021", "Rød", "Gul", "Grønn", "Pauset"]
    assert list(rows) == [Rating.RED, Rating.YELLOW, Rating.GREEN, ProjectState.PAUSED]
    assert rows[Rating.GREEN][0] == Projects(("144",), "1", "71,0 mill.")
    assert rows[Rating.RED][1] == "Ingen"


def test_the_stairs_of_the_bridge_go_from_one_total_to_the_other():
    found = compared(budget("144", "65"))

    figure = made(bridge(found, SEPTEMBER))

    assert figure.headline == (
        "Budsjettet er 6,0 mill. kr lavere enn i april 2021; størst utslag gir redusert budsjett (−6,0)"
    )
    assert [row[:3] for row in figure.data.rows] == [
        ("Budsjett i april 2021", "1\u202f722,8", ""),
        ("Redusert budsjett", "−6,0", "1"),
    ]
    assert figure.data.total_row is not None
    assert figure.data.total_row[:2] == ("Budsjett i september 2021", "1\u202f716,8")
    assert steps(found.comparison).difference == -6_000


def test_totals_of_two_budget_years_say_so():
    found = compared(budget("144", "65"))
    assert found.comparison is not None
    moved = replace(found.comparison, bridge=replace(found.comparison.bridge, year_now=2022))

    figure = made(bridge(replace(found, comparison=moved), SEPTEMBER))

    assert figure.subtitle.endswith("Summene gjelder budsjettet for 2021 og for 2022.")


def test_a_trend_says_where_it_came_from_and_where_it_was_highest():
    rounds = {"2020-09": 40, "2021-01": 61, "2021-04": 54}
    known = {month: {"status.yellow.share": share} for month, share in rounds.items()}
    found = replace(builders.a_full_summary(), trends=builders.trends_of(known))

    assert made(trend_status(found, builders.NB)).headline == (
        "Andelen med gul status har økt fra 40 til 54 prosent siden september 2020, "
        "med 61 prosent på det meste i januar 2021"
    )


def test_a_trend_never_compares_what_was_computed_in_another_way():
    known = {month: {"status.yellow.share": share} for month, share in (("2021-01", 61), ("2021-04", 54))}
    found = replace(builders.a_full_summary(), trends=builders.trends_of(known, unlike=("2021-01",)))

    figure = made(trend_status(found, builders.NB))

    assert figure.headline == "Andelen med gul status er 54 prosent og kan ikke sammenlignes med tidligere runder"
    assert "loddrett strek" in figure.subtitle
    assert figure.data.note == "Regnet på en annen måte enn tallene i denne runden: januar 2021."


def test_budgets_of_two_years_are_not_compared_and_name_their_years():
    known = {"2021-01": {"budget.total": 1_620_000}, "2021-04": {"budget.total": 1_722_750}}
    moved = {**known, "2022-01": {"budget.total": 886_200}}
    again = {**moved, "2022-04": {"budget.total": 900_000}}

    one, two, three = (
        made(trend_money(replace(builders.a_full_summary(), trends=builders.trends_of(each)), builders.NB))
        for each in (known, moved, again)
    )

    assert one.headline == "Budsjettet har økt fra 1\u202f620,0 til 1\u202f722,8 mill. kr siden januar 2021"
    assert two.headline == "Budsjettet for 2022 er 886,2 mill. kr; budsjettåret er flyttet fra 2021"
    assert three.headline == "Budsjettet for 2022 har økt fra 886,2 til 900,0 mill. kr siden januar 2022"
    assert ["budsjettåret er et annet" in each.subtitle for each in (one, two, three)] == [False, True, True]
    assert [len(each.data.columns) for each in (one, two, three)] == [3, 4, 4]
    assert [row[2] for row in two.data.rows] == ["2021", "2021", "2022"]
    assert [row[2] for row in one.data.values.rows] == [2021, 2021]


def test_a_line_that_means_two_things_says_both():
    known = {month: {"budget.total": 1_000} for month in ("2020-09", "2021-01", "2021-04")}
    trends = builders.trends_of(known, unlike=("2020-09", "2021-01"))

    figure = made(trend_money(replace(builders.a_full_summary(), trends=trends), builders.NB))

    assert "regnet på ulike måter eller gjelder ulike budsjettår" in figure.subtitle
    assert figure.headline == "Budsjettet for 2021 er 1,0 mill. kr og kan ikke sammenlignes med tidligere runder"


def test_projects_without_a_budget_are_counted_beside_the_sum():
    projects = [builders.a_project(n, budget=None if n < 3 else 10_000) for n in range(8)]
    trends = builders.trends_of({month: {"budget.total": 50_000} for month in ("2021-01", "2021-04")})

    lacking = made(trend_money(builders.a_summary(projects, trends=trends), builders.NB))
    full = made(trend_money(builders.a_summary(projects[3:], trends=trends), builders.NB))

    assert lacking.subtitle.endswith(
        " Tre av åtte aktive prosjekter har ikke oppgitt budsjett i denne runden og mangler i summen."
    )
    assert "ikke oppgitt budsjett" not in full.subtitle


def test_what_was_never_published_is_a_dash_in_the_table_and_nothing_in_the_data():
    figure = made(trend_status(replace(builders.a_full_summary(), trends=builders.three_rounds()), builders.NB))

    assert figure.data.rows[0] == ("September 2020", "–", "61", "–", "–")
    assert figure.data.values.rows[0] == ("2020-09", None, 61, None, None, "true")
    assert "Stiplet: ikke oppgitt." in figure.subtitle


def test_a_trend_begins_with_the_first_round_that_is_known_for_it():
    known = {"2019-01": {"budget.total": 1}, "2021-01": {"risk.yellow.share": 74}, "2021-04": {"risk.yellow.share": 72}}
    found = replace(builders.a_full_summary(), trends=builders.trends_of(known))

    assert [row[0] for row in made(trend_risk(found, builders.NB)).data.rows] == ["Januar 2021", "April 2021"]
    assert made(trend_money(found, builders.NB)).data.rows[0][0] == "Januar 2019"
