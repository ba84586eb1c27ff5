"""Every field of the form is compared: another answer in any of them is one change, and no other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ehport.changes.comparison import compare
from ehport.form.field import Field, answers, fields_of, lists
from ehport.form.kinds import Choice
from ehport.form.project import Project
from ehport.model.portfolio import Portfolio
from tests import builders

NOT_COMPARED = {"id": "it identifies the project", "revised": "it is another in every round"}
OTHERS = {
    "Amount": "99",
    "Categories": "2",
    "FocusArea": "2.1",
    "Line": "Noe annet",
    "ProjectId": "145",
    "Prose": "Noe annet.",
    "Revised": "mai 2030",
    "When": "12.2030",
    "Year": "2030",
}
DECLARED = [each for each in fields_of(Project) if not each.confirms]
ROWS = [
    (each, column)
    for each in lists(DECLARED)
    if not each.rows.single
    for column in answers(fields_of(each.rows.record))
]


def first(field: Field) -> str:
    return field.one.example


def other(field: Field) -> str:
    if isinstance(field.one, Choice):
        return list(field.one.vocabulary)[-1].label.nb
    return OTHERS[type(field.one).__name__]


def portfolio(record: dict[str, Any], round_id: str) -> Portfolio:
    found = builders.a_portfolio(builders.project_of({**builders.SOUND, **record}))
    return replace(found, round=replace(found.round, id=round_id))


def changed(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    return [each.field for each in compare(portfolio(before, "2021-09"), portfolio(now, "2022-01")).changes]


@pytest.mark.parametrize("field", answers(DECLARED), ids=lambda field: field.name)
def test_another_answer_is_one_change(field):
    found = changed({field.name: first(field)}, {field.name: other(field)})

    assert found == ([] if field.name in NOT_COMPARED else [field.name])


@pytest.mark.parametrize(
    "field", [each for each in answers(DECLARED) if each.name not in NOT_COMPARED], ids=lambda field: field.name
)
def test_an_answer_that_comes_or_goes_is_one_change(field):
    assert changed({field.name: ""}, {field.name: other(field)}) == [field.name]
    assert changed({field.name: other(field)}, {field.name: ""}) == [field.name]


@pytest.mark.parametrize(("listed", "column"), ROWS, ids=lambda field: field.name)
def test_another_answer_in_a_row_is_one_change(listed, column):
    key, *others = answers(fields_of(listed.rows.record))
    row = {each.name: first(each) for each in (key, *others)}
    found = changed({listed.name: [row]}, {listed.name: [{**row, column.name: other(column)}]})

    if listed.name == "financing":
        assert found in ([column.name], ["financing", "financing"])
    elif column is key:
        assert set(found) == {listed.name}  # another name, or a row that came and one that went
    else:
        assert found == [f"{listed.name}.{column.name}"]
