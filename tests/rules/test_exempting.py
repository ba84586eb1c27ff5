"""Every code that answers can give may be accepted by a row of the register, and is then shown with the reason."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ehport.diagnostics import machine, text
from ehport.diagnostics.catalogue import RULES
from ehport.diagnostics.code import Code
from ehport.diagnostics.severity import Severity
from ehport.lang.language import Lang
from ehport.model.portfolio import Portfolio
from ehport.rules import verdict
from tests.builders import a_register
from tests.rules.test_examples import MADE_OF_ANSWERS, collected

REASON = "Avtalt med aktøren."
ABOUT_EXEMPTIONS = {Code.EXEMPTION_UNUSED, Code.EXEMPTION_EXPIRED, Code.EXEMPTION_UNKNOWN}


def accepting(portfolio: Portfolio, code: Code, *projects: str) -> Portfolio:
    """Return a portfolio in which the office accepts a code in projects, or where there is none."""
    rows = [{"code": code.value, "project": each, "reason": REASON, "last_round": "2030-01"} for each in projects]
    accepted = a_register(exemptions=rows).rows["exemptions"]
    register = replace(portfolio.register, rows={**portfolio.register.rows, "exemptions": accepted})
    return replace(portfolio, register=register)


@pytest.mark.parametrize("code", [each for each in MADE_OF_ANSWERS if each not in ABOUT_EXEMPTIONS])
def test_an_accepted_code_is_a_note_with_the_reason_and_its_exemption_is_used(code: Code, tmp_path: Path) -> None:
    rule = RULES[code]
    portfolio, read = collected(rule.example, tmp_path, rule.since)
    projects = {each.at.project for each in verdict.check_round(portfolio, read) if each.code is code}

    found = verdict.check_round(accepting(portfolio, code, *sorted(projects)), read)

    accepted = [each for each in found if each.code is code]
    assert [(each.settled, each.severity) for each in accepted] == [(REASON, Severity.INFO)] * len(accepted) != []
    assert not ABOUT_EXEMPTIONS & {each.code for each in found}


def test_what_is_accepted_is_shown_with_the_reason_in_text_and_json(tmp_path: Path) -> None:
    rule = RULES[Code.UNTOUCHED]
    portfolio, read = collected(rule.example, tmp_path, rule.since)
    found = verdict.check_round(accepting(portfolio, Code.UNTOUCHED, "900"), read)
    assert f"   avklart: {REASON}" in text.report(found, Lang.NB, everything=True).splitlines()
    (told,) = json.loads(machine.as_json(found, Lang.NB))["diagnostics"]
    assert (told["code"], told["severity"], told["settled"]) == ("R333", "info", REASON)
