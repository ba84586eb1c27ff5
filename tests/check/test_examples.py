"""Every code's example gives the diagnostic it is an example of, and nothing else of that weight."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ehport.check import verdict
from ehport.diagnostics.catalogue import RULES, message, remedy, severity
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.rule import FIRST_ROUND, Example
from ehport.form.answers import from_record
from ehport.form.project import FROM_SEPTEMBER_2021, Project
from ehport.lang.language import Lang
from ehport.model.portfolio import collect
from ehport.workbook.form_book import write_form
from ehport.workbook.read import read_submission
from tests.builders import SOUND, SOUND_NATIONAL, a_later_round, a_register, a_round

FOLLOWS: Mapping[Code, frozenset[Code]] = {
    # A project under an unknown number leaves the registered one without a submission.
    Code.ID_UNKNOWN: frozenset({Code.NO_SUBMISSION}),
}
MADE_OF_ANSWERS = [code for code, rule in RULES.items() if rule.example.scene is None]


def checked(example: Example, folder: Path, since: str = FIRST_ROUND) -> tuple[Diagnostic, ...]:
    """Return what is told of an example in the first round whose form asks for its answers."""
    later = since > FIRST_ROUND
    round_, sound = (a_later_round(id=since), {**SOUND, **SOUND_NATIONAL}) if later else (a_round(), SOUND)
    path = folder / round_.actors[0].file
    records: list[dict[str, Any]] = [{**sound, **each} for each in (example.answers, *example.others)]
    write_form(path, round_, round_.actors[0], [from_record(each, Project, round_.budget_year) for each in records])
    submission, read = read_submission(path, round_)
    assert submission is not None
    register = a_register(**{name: list(rows) for name, rows in example.register.items()})
    portfolio, told = collect(round_, register, [submission])
    return verdict.of_round(portfolio, [*read, *told])


@pytest.mark.parametrize("since", [FIRST_ROUND, FROM_SEPTEMBER_2021])
def test_a_sound_project_gives_no_diagnostic(since: str, tmp_path: Path) -> None:
    assert checked(Example(), tmp_path, since) == ()


@pytest.mark.parametrize("code", MADE_OF_ANSWERS)
def test_the_example_gives_its_diagnostic_in_both_languages(code: Code, tmp_path: Path) -> None:
    rule = RULES[code]
    found = checked(rule.example, tmp_path, rule.since)

    weight = {severity(each) for each in found if each.code is code}
    assert weight, [each.code.name for each in found]
    alike = {each.code for each in found if severity(each) in weight} - FOLLOWS.get(code, frozenset())
    assert alike == {code}
    told = next(each for each in found if each.code is code)
    assert all(message(told, lang) and remedy(told, lang) for lang in Lang)


def test_every_other_example_is_a_scene_in_both_languages() -> None:
    scenes = [rule.example.scene for rule in RULES.values() if rule.example.scene is not None]
    assert len(scenes) + len(MADE_OF_ANSWERS) == len(RULES)
    assert all(scene.nb and scene.en and scene.nb != scene.en for scene in scenes)
