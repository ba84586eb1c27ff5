"""The life of a rule: from which round it is valid, what it weighs in which round, and when it is on trial."""

from __future__ import annotations

import pytest

from ehport.diagnostics import catalogue, machine, text
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.rule import Rule
from ehport.diagnostics.severity import Severity
from ehport.lang.language import Lang
from ehport.rules.explanation import explain, rules_text
from ehport.rules.validity import drop_not_in_force

FOUND = Diagnostic(Code.FOUNDATION_WITHOUT_AREA, Location("a.xlsx", "1", "C1", "1"), {"label": "Grunnmur"}, "5")


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> list[Rule]:
    """Give a list in which a test puts the rule that stands in the catalogue meanwhile."""
    rules = [catalogue.RULES[FOUND.code]]
    for module in ("diagnostics.diagnostic", "diagnostics.wording"):
        monkeypatch.setattr(f"ehport.{module}.RULES", _Replaced(rules))
    monkeypatch.setattr("ehport.rules.validity.RULES", _Replaced(rules))
    monkeypatch.setattr("ehport.rules.explanation.RULES", _Replaced(rules))
    return rules


class _Replaced(dict[Code, Rule]):
    def __init__(self, rules: list[Rule]) -> None:
        super().__init__(catalogue.RULES)
        self._rules = rules

    def __getitem__(self, code: Code) -> Rule:
        return self._rules[-1] if code is FOUND.code else super().__getitem__(code)


def weighs(round_id: str) -> list[Severity]:
    return [each.severity for each in drop_not_in_force([FOUND], round_id)]


def test_a_rule_says_nothing_in_the_rounds_before_its_first(declared: list[Rule]) -> None:
    declared.append(declared[0].starting("2021-09"))
    assert [weighs(each) for each in ("2021-04", "2021-09", "2022-01")] == [[], [Severity.WARNING], [Severity.WARNING]]


def test_the_rules_of_the_first_round_hold_in_rounds_that_were_before_it() -> None:
    assert weighs("2020-09") == [Severity.WARNING]


def test_a_rule_may_weigh_more_from_a_later_round_on(declared: list[Rule]) -> None:
    rule = declared[0].starting("2021-09", ("2022-01", Severity.ERROR))
    declared.append(rule)
    assert [weighs(each) for each in ("2021-09", "2021-12", "2022-01", "2022-04")] == [
        [Severity.WARNING],
        [Severity.WARNING],
        [Severity.ERROR],
        [Severity.ERROR],
    ]


def test_a_rule_that_is_tried_speaks_in_every_round(declared: list[Rule]) -> None:
    declared.append(declared[0].starting("2022-01"))
    assert list(drop_not_in_force([FOUND], "2021-04")) == []
    assert [each.round for each in drop_not_in_force([FOUND], "2021-04", FOUND.code)] == ["2021-04"]


def test_a_rule_on_trial_weighs_as_a_note_and_is_marked_in_text_and_json(declared: list[Rule]) -> None:
    declared.append(declared[0].on_trial())
    assert weighs("2021-04") == [Severity.INFO]
    assert "grunnmur (på prøve)\n" in text.report([FOUND], Lang.NB, everything=True)
    told = machine.record(FOUND, Lang.EN)
    assert (told["trial"], str(told["message"]).endswith(" (on trial)")) == (True, True)


def test_the_explanation_tells_the_life_of_a_rule(declared: list[Rule]) -> None:
    declared.append(declared[0].starting("2021-09", ("2022-01", Severity.ERROR)))
    told = explain("R310", Lang.NB)
    assert told is not None
    assert "Advarsel, feil fra 2022-01. I ett prosjekt. Gjelder fra runde 2021-09." in told
    declared.append(declared[0].on_trial())
    assert "På prøve: veier som merknad, siden som advarsel." in (explain("R310", Lang.NB) or "")


def test_the_table_marks_what_is_on_trial_and_what_starts_later() -> None:
    marked = {line[3:7]: line for line in rules_text(Lang.NB).splitlines() if line.endswith(")")}
    for code, rule in catalogue.RULES.items():
        assert ("på prøve" in marked.get(code.value, "")) is rule.trial
        assert (f"fra {rule.since}" in marked.get(code.value, "")) is (rule.since > "2021-04")
