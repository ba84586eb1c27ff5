"""The names that chapters can use: each with its values, found by a word, on a narrow terminal and for programs."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path

import pytest

from ehport.building.fact_list import UsableNames, usable_names
from ehport.building.fact_list_text import as_csv, as_json, as_text
from ehport.lang.language import Lang
from ehport.report.expression import NumberName, parse_expression
from ehport.report.outline import OUTLINED
from ehport.rounds.find import find_round
from ehport.system.errors import UsageError
from tests.later_rounds import Draft, later_round
from tests.source import ROOT


@cache
def april(asked: str = "", lang: Lang = Lang.NB) -> UsableNames:
    return usable_names(find_round(ROOT, "2021-04"), lang, asked)


def test_every_name_is_one_that_an_expression_can_have() -> None:
    names = [each.name for each in april().facts]

    assert len(names) > 1000
    assert [name for name in names if parse_expression(name) != NumberName(name)] == []


def test_a_number_has_its_value_now_and_as_the_register_remembers_it() -> None:
    (found,) = (each for each in april().facts if each.name == "status.yellow.share")

    assert (found.now, found.before) == ("54\u00a0%", "61\u00a0%")
    assert found.forms == {"tall": "54", "ord": "54\u00a0prosent"}


def test_every_figure_and_table_of_the_outline_is_there_with_its_chapter() -> None:
    assert [each.block for each in april().blocks] == list(OUTLINED)
    assert {each.chapter for each in april().blocks} >= {"2 Status for porteføljen", "7 Drift og forvaltning"}


def test_words_find_names_by_name_and_rule_those_in_the_name_first() -> None:
    names = [each.name for each in april("gul status").facts]

    assert names[0] == "status.yellow.count"
    assert "matrix.yellow.red.count" in names
    assert not any(name.startswith(("project.", "change.", "previous.")) for name in names)


def test_a_projects_numbers_are_found_by_their_own_name() -> None:
    names = [each.name for each in april("project.102.").facts]

    assert "project.102.status" in names
    assert [name for name in names if not name.startswith("project.102.")] == []


def test_words_that_nothing_has_are_refused_with_the_remedy() -> None:
    with pytest.raises(UsageError, match="ehport facts ROUND"):
        april("xyzzy")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("asked", ["", "project"])
def test_the_text_fits_the_width_and_folds_the_projects(lang: Lang, asked: str) -> None:
    text = as_text(april(asked, lang), lang, 80)

    assert max(map(len, text.splitlines())) <= 80
    assert ("\nproject.102.status" in text) is (asked == "project")


def test_the_text_shows_value_rule_and_forms() -> None:
    text = as_text(april("status.yellow.share"), Lang.NB, 80)

    assert text.splitlines()[2:6] == [
        "status.yellow.share" + "54\u00a0%".rjust(42) + "61\u00a0%".rjust(19),
        "   Andel av de aktive og nye prosjektene med status, hele prosent, avrundet slik",
        "   at de blir 100 til sammen",
        "   Former: | tall → 54; | ord → 54\u00a0prosent",
    ]


def test_json_and_csv_have_all_names_in_one_shape() -> None:
    told = json.loads(as_json(april()))
    rows = list(csv.DictReader(io.StringIO(as_csv(april()))))

    assert [each["name"] for each in told["facts"]] == [row["name"] for row in rows]
    assert told["facts"][0].keys() == {"name", "unit", "now", "before", "forms", "rule"}
    assert told["blocks"][0] == {
        "kind": "figure",
        "name": "actors",
        "title": "",
        "chapter": "2 Status for porteføljen",
    }


@pytest.mark.slow
def test_the_round_before_has_its_own_values_also_of_single_projects(tmp_path: Path) -> None:
    def change(draft: Draft) -> None:
        draft.projects["167"]["status"] = "Rød"

    found = {each.name: each for each in usable_names(later_round(tmp_path, change), Lang.NB).facts}

    assert (found["project.167.status"].now, found["project.167.status"].before) == ("Rød", "Grønn")
    assert found["round.month"].before == "april 2021"
    assert found["status.red.count"].before == "1"
