"""The catalogue: complete, the same in both languages, and in words that actors understand."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from ehport.diagnostics.catalogue import GROUPS, RULES, WEIGHED_BY_USE
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.rule import Rule
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.wording import message
from ehport.lang.language import Lang, Text

ALL = sorted(RULES.items())
BLAMING = re.compile(
    r"ugyldig|invalid|illegal|\bdu har skrevet\b|\byou have entered|\bstring\b|exception|traceback", re.IGNORECASE
)


def facts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def texts(rule: Rule) -> tuple[Text, ...]:
    return rule.title, rule.message, rule.help, rule.why


def test_every_code_is_in_the_catalogue_once() -> None:
    listed = [code for _, rules in GROUPS for code in rules]
    assert sorted(listed) == sorted(Code)


@pytest.mark.parametrize(("code", "rule"), ALL)
def test_both_languages_use_the_same_facts(code: Code, rule: Rule) -> None:
    for text in texts(rule):
        assert facts(text.nb) == facts(text.en), code


@pytest.mark.parametrize(("code", "rule"), ALL)
def test_every_text_is_there_in_two_languages(code: Code, rule: Rule) -> None:
    for text in texts(rule):
        assert text.nb.strip()
        assert text.en.strip()
        assert text.nb != text.en, code


@pytest.mark.parametrize(("code", "rule"), ALL)
def test_messages_blame_nobody_and_speak_no_python(code: Code, rule: Rule) -> None:
    assert not any(BLAMING.search(part) for text in texts(rule) for part in (text.nb, text.en)), code


@pytest.mark.parametrize(("code", "rule"), ALL)
def test_a_message_is_one_sentence_and_help_is_a_phrase(code: Code, rule: Rule) -> None:
    assert not rule.message.nb.endswith("."), code
    assert not rule.message.en.endswith("."), code
    assert rule.help.nb[0].islower(), code
    assert rule.help.en[0].islower(), code


def test_a_fault_in_a_counted_answer_is_an_error_and_a_warning_elsewhere() -> None:
    at = Location("a.xlsx")
    assert Diagnostic(Code.NOT_AN_AMOUNT, at, {"counted": True}).severity is Severity.ERROR
    assert Diagnostic(Code.NOT_AN_AMOUNT, at).severity is Severity.WARNING
    assert Diagnostic(Code.FOOTNOTE, at, {"counted": True}).severity is Severity.INFO


def test_what_the_office_has_settled_weighs_as_info() -> None:
    at = Location("a.xlsx")
    assert Diagnostic(Code.ID_TWICE, at, settled="Avtalt.").severity is Severity.INFO


def test_only_warnings_are_weighed_by_use() -> None:
    assert {RULES[code].severity for code in WEIGHED_BY_USE} == {Severity.WARNING}


def test_a_fact_that_exists_in_two_languages_is_put_in_by_language() -> None:
    told = Diagnostic(Code.REQUIRED, Location("a.xlsx"), {"label": Text("Formål", "Purpose"), "how": ""})
    assert message(told, Lang.NB) == "«Formål» er ikke fylt ut"
    assert message(told, Lang.EN) == "«Purpose» is not filled in"
