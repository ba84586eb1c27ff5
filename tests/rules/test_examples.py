"""Every code's example gives the diagnostic it is an example of, and nothing else of that weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from ehport.diagnostics.catalogue import RULES
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.questions import QUESTIONS
from ehport.diagnostics.rule import FIRST_ROUND, Example
from ehport.diagnostics.wording import fill_in, message, remedy
from ehport.form.actor import Actor
from ehport.form.answers import from_record
from ehport.form.project import FROM_SEPTEMBER_2021, Project
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio, collect
from ehport.model.remembering import remember
from ehport.model.round import Round
from ehport.rules import verdict
from ehport.workbook.form_book import write_form
from ehport.workbook.read import read_submission
from tests.builders import (
    ACTOR_SHEET,
    SOUND,
    SOUND_NATIONAL,
    a_later_round,
    a_register,
    a_round,
    a_submission,
    entry_of,
    project_of,
)

FOLLOWS: Mapping[Code, frozenset[Code]] = {
    # A project under an unknown number leaves the registered one without a submission.
    Code.ID_UNKNOWN: frozenset({Code.NO_SUBMISSION}),
}
MADE_OF_ANSWERS = [code for code, rule in RULES.items() if rule.example.scene is None]


def checked(example: Example, folder: Path, since: str = FIRST_ROUND) -> tuple[Diagnostic, ...]:
    """Return what is told of an example in the first round whose form asks for its answers."""
    return verdict.check_round(*collected(example, folder, since))


@cache
def told_of(code: Code) -> tuple[Diagnostic, ...]:
    """Return what is told of the example of a rule."""
    with TemporaryDirectory() as folder:
        return checked(RULES[code].example, Path(folder), RULES[code].since)


def collected(example: Example, folder: Path, since: str) -> tuple[Portfolio, Sequence[Diagnostic]]:
    """Return the round of an example, read from a workbook, and what reading it told."""
    round_, sound = _round(since), _sound(example, since)
    path = folder / round_.actors[0].file
    records: list[dict[str, Any]] = [{**sound, **each} for each in (example.answers, *example.others)]
    given = [from_record(each, Project, round_.budget_year) for each in records]
    carried = FIRST_ROUND if example.prefilled else ""
    write_form(path, round_, round_.actors[0], [replace(each, last_round=carried) for each in given])
    submission, read = read_submission(path, round_)
    assert submission is not None
    if example.actor:
        actor = entry_of(Actor, {"id": "helse-vest", "name": "Helse Vest RHF", **example.actor}, {}, ACTOR_SHEET)
        submission = replace(submission, actor=actor)
    register = a_register(**{name: list(rows) for name, rows in example.register.items()})
    portfolio, told = collect(round_, register, [submission])
    past = _past(example)
    portfolio = replace(portfolio, previous=past[-1] if past else None, memories=tuple(map(remember, past)))
    return portfolio, [*read, *told]


def _round(since: str) -> Round:
    return a_later_round(id=since) if since > FIRST_ROUND else a_round()


def _sound(example: Example, since: str) -> Mapping[str, Any]:
    """Return the answers of a sound project; one that was there before has gone through them since."""
    if since == FIRST_ROUND:
        return SOUND
    return {**SOUND, **SOUND_NATIONAL, **({"revised": "september 2021"} if example.before else {})}


def _past(example: Example) -> list[Portfolio]:
    """Return the rounds before, oldest first."""
    others = [{**SOUND, **each} for each in example.former]
    register = a_register(projects=[{name: each[name] for name in ("id", "name")} for each in example.former])
    ids = (FIRST_ROUND, "2021-01")[: len(example.before)][::-1]
    found = []
    for round_id, answers in zip(ids, example.before, strict=True):
        projects = [project_of(each) for each in ({**SOUND, **answers}, *others)]
        found.append(collect(a_round(id=round_id), register, [a_submission(*projects)])[0])
    return found


@pytest.mark.parametrize("since", [FIRST_ROUND, FROM_SEPTEMBER_2021])
def test_a_sound_project_gives_no_diagnostic(since: str, tmp_path: Path) -> None:
    assert checked(Example(), tmp_path, since) == ()


@pytest.mark.parametrize("code", QUESTIONS)
def test_the_example_of_what_raises_a_question_gives_its_words_in_both_languages(code: Code) -> None:
    asked = QUESTIONS[code]
    told = next(each for each in told_of(code) if each.code is code)
    told = replace(told, facts={**told.facts, "what": "«Pilot»", "count": 2, "listed": "«a» og «b»"})

    for lang in Lang:
        assert fill_in(asked.one, told, lang).endswith("?")
        assert asked.several is None or fill_in(asked.several, told, lang).endswith("?")
        assert asked.item is None or fill_in(asked.item, told, lang)


@pytest.mark.parametrize("code", MADE_OF_ANSWERS)
def test_the_example_gives_its_diagnostic_in_both_languages(code: Code) -> None:
    found = told_of(code)

    weight = {each.severity for each in found if each.code is code}
    assert weight, [each.code.name for each in found]
    alike = {each.code for each in found if each.severity in weight} - FOLLOWS.get(code, frozenset())
    assert alike == {code}
    told = next(each for each in found if each.code is code)
    assert all(message(told, lang) and remedy(told, lang) for lang in Lang)


def test_every_other_example_is_a_scene_in_both_languages() -> None:
    scenes = [rule.example.scene for rule in RULES.values() if rule.example.scene is not None]
    assert len(scenes) + len(MADE_OF_ANSWERS) == len(RULES)
    assert all(scene.nb and scene.en and scene.nb != scene.en for scene in scenes)
