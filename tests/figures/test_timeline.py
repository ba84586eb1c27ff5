"""Deliverables in time: each stands where it is planned, nothing covers another, and slipped ones have their arrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from ehport.analysis.deliverables import Deliverables, DeliverableSlot, PlannedDeliverable
from ehport.analysis.summary import Summary
from ehport.figures.canvas import Canvas
from ehport.figures.figure import Figure
from ehport.figures.style import WIDE
from ehport.figures.timeline import deliverables_timeline
from ehport.figures.timeline_lanes import POINT, Axis, place_in_lanes
from tests.figures.builders import NB, YEAR, a_deliverable, a_project, a_summary, many
from tests.figures.reading import SVG, drawn

AXIS = Axis.of(Canvas(WIDE), YEAR)
PROJECT = a_project(1)


def planned(*times: str, **changes: bool | str) -> list[PlannedDeliverable]:
    return [a_deliverable(PROJECT, planned=each, **changes) for each in times]  # type: ignore[arg-type]


def summary(listed: list[PlannedDeliverable], *undated: PlannedDeliverable) -> Summary:
    projects = tuple({each.project.id: each.project for each in (*listed, *undated)}.values())
    slots = (DeliverableSlot(YEAR, None, tuple(listed)),) if listed else ()
    return replace(a_summary(projects), deliverables=Deliverables((), slots, undated))


def figure(listed: list[PlannedDeliverable], *undated: PlannedDeliverable) -> Figure:
    made = deliverables_timeline(summary(listed, *undated), NB)
    assert made is not None
    return made


def test_a_month_is_a_point_and_a_year_is_as_long_as_the_year():
    month, year = place_in_lanes(AXIS, planned("2021-06", "2021"))

    assert month.right - month.left == pytest.approx(POINT)
    assert AXIS.at(date(2021, 6, 1)) < (month.left + month.right) / 2 < AXIS.at(date(2021, 7, 1))
    assert (year.left, year.right) == (AXIS.at(date(2021, 1, 1)), AXIS.at(date(2021, 12, 31)))


def test_what_lies_outside_the_years_stands_at_an_edge_side_by_side():
    marks = place_in_lanes(AXIS, planned("2015-03", "2016", "2029-01"))

    assert [mark.lane for mark in marks] == [0, 0, 0]
    assert [mark.right < AXIS.left for mark in marks] == [True, True, False]
    assert marks[2].left > AXIS.right
    assert marks[2].right < WIDE.width


def test_no_mark_covers_another():
    marks = place_in_lanes(AXIS, planned(*["2021-06", "2021", "2021-34", "2014", "2022/2023", "2021-06-03"] * 9))

    assert len(marks) == 54
    for one, other in combinations(marks, 2):
        assert one.lane != other.lane or one.right <= other.left or other.right <= one.left


def test_a_slipped_deliverable_has_an_arrow_from_where_it_was_and_the_room_for_it():
    slipped, other = place_in_lanes(AXIS, [*planned("2022-06", first="2021-06"), *planned("2021-12")])[::-1]

    assert slipped.arrow == pytest.approx(sum(AXIS.span(a_deliverable(PROJECT, planned="2021-06").planned)) / 2)  # type: ignore[arg-type]
    assert slipped.lane != other.lane


def test_a_small_slip_still_has_an_arrow_that_can_be_seen():
    (slipped,) = place_in_lanes(AXIS, planned("2021-07", first="2021-06"))

    assert slipped.arrow is not None
    assert slipped.left - slipped.arrow > 2


def test_delivered_late_and_coming_deliverables_are_told_apart_without_colour():
    listed = [*planned("2021-01", delivered=True), *planned("2021-02", overdue=True), *planned("2021-12")]

    marks = [each.get("class") for each in drawn(figure(listed).svg).root.iter(f"{SVG}path")]

    assert [marks.count(each) for each in ("fill-accent-2", "fill-paper stroke-accent", "fill-accent")] == [1, 1, 1]


def test_a_first_round_says_nothing_of_what_has_moved():
    first, later = figure(planned("2021-12")), figure(planned("2021-12", first="2021-06"))

    assert "pil" not in first.subtitle
    assert "En pil går fra tiden som først var planlagt, til tiden som er planlagt nå (1 leveranse)" in later.subtitle
    assert later.headline == "Den ene leveransen er planlagt senere enn først meldt"
    assert [len(each.data.columns) for each in (first, later)] == [6, 7]


def test_what_cannot_be_placed_in_time_is_counted():
    undated = replace(a_deliverable(PROJECT), planned=None)

    made = figure(planned("2021-12"), undated, undated)

    assert "2 leveranser uten et bestemt tidspunkt er ikke tegnet." in made.subtitle
    assert made.data.total_row == ("Sum", "3", "0", "0", "3", "2")


def test_without_a_time_that_can_be_read_there_is_no_figure():
    assert deliverables_timeline(summary([], replace(a_deliverable(PROJECT), planned=None)), NB) is None


def test_the_deliverables_of_a_very_large_portfolio_stay_on_one_page():
    times = ["2020-06", "2021", "2021-12", "2022-33", "2021/2023", "2019"]
    listed = [a_deliverable(each, planned=times[n % 6]) for n, each in enumerate(many(120) * 10)]

    made = figure(listed)

    assert drawn(made.svg).size[1] <= 225
    assert drawn(made.svg).overlaps() == []
    assert len(made.data.values.rows) == 1200


def test_the_values_say_which_deliverable_moved_from_when():
    made = figure(planned("2021-12", first="2021-06"))

    assert made.data.values.rows == (("1", "1.1", "En leveranse", "2021-12", "2021-06", "false", "false"),)
