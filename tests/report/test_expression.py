"""Expressions: names and forms are taken, everything else is left unread."""

from __future__ import annotations

import pytest

from ehport.report.expression import BlockKind, BlockName, NumberName, Unreadable, parse_expression


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" figure: status-risk ", BlockName(BlockKind.FIGURE, "status-risk")),
        ("table:new", BlockName(BlockKind.TABLE, "new")),
        ("projects.count", NumberName("projects.count")),
        (" budget.total | mrd ", NumberName("budget.total", "mrd")),
        ("actor.helse-sør-øst.budget", NumberName("actor.helse-sør-øst.budget")),
    ],
)
def test_a_name_with_or_without_a_form_is_read(text, expected):
    assert parse_expression(text) == expected


def test_attributes_of_python_are_names_like_others_and_belong_to_nothing():
    assert parse_expression("projects.count.__class__") == NumberName("projects.count.__class__")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x.__class__()",
        "budget.total | mrd | mill",
        "budget total",
        "figure:",
        "chart: status",
        "1 + 1",
        "a..b",
        ".a",
        "a.",
        "budget['total']",
        "a | ",
        "__import__('os').system('id')",
        "projects.count if True else 0",
        "lambda: 1",
        "{% for x in y %}",
        "a;b",
        "a\x00b",
        "../../etc/passwd",
        "figure: ../status",
        "figure: status | mrd",
        "a" * 121,
    ],
)
def test_anything_else_is_not_evaluated_but_told(text):
    assert parse_expression(text) == Unreadable(text)
