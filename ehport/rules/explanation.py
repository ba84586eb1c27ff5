"""What a code means, in full, and the table of all rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ehport.diagnostics.catalogue import GROUPS, ON_TRIAL, RULES, WEIGHED_BY_USE
from ehport.diagnostics.code import Code
from ehport.diagnostics.rule import FIRST_ROUND, Example, Rule
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import severity_word
from ehport.form.actor import Actor
from ehport.form.field import Field, field_of, fields_of
from ehport.form.project import Project
from ehport.form.register import Register
from ehport.lang.language import Lang, Text

_WHY = Text("Hvorfor", "Why")
_HELP = Text("Hva du gjør", "What to do")
_EXAMPLE = Text("Eksempel", "Example")
_SAYS = Text("Meldingen", "The message")
_SINCE = Text("Gjelder fra runde {round}", "Applies from round {round}")
_TRIAL = Text("På prøve: veier som merknad, siden som {word}", "On trial: weighs as a note, later as: {word}")
_FROM = Text("fra {round}", "from {round}")
_COUNTED = Text("feil der svaret telles i rapporten", "an error where the report counts the answer")
_EMPTY = Text("(tomt)", "(empty)")
_ANOTHER = Text("et annet prosjekt", "another project")
_LAST, _BEFORE_THAT = Text("i forrige runde", "in the last round"), Text("i runden før den", "in the round before that")
_ANOTHER_THEN = Text("et annet prosjekt i forrige runde", "another project in the last round")
_CAME_BACK = Text(
    "arbeidsboken kom tilbake slik den ble sendt ut, med svarene fra sist",
    "the workbook came back as it was sent out, with the last answers in it",
)
_BUDGET_YEAR = int(FIRST_ROUND[:4])


def codes() -> tuple[str, ...]:
    """Return the codes of all rules."""
    return tuple(each.value for each in RULES)


def explain(code: str, lang: Lang) -> str | None:
    """Return what a code means, ``None`` when there is no such code."""
    try:
        known = Code(code.strip().upper())
    except ValueError:
        return None
    rule = RULES[known]
    lines = [
        f"{known.value}  {rule.title[lang]}",
        f"{_weight(known, rule, lang)}. {_group(known)[lang]}. {_SINCE[lang].format(round=rule.since)}.",
        "",
        f"{_WHY[lang]}: {rule.why[lang]}",
        f"{_SAYS[lang]}: {_with_gaps(rule.message, lang)}",
        f"{_HELP[lang]}: {_with_gaps(rule.help, lang)}",
        "",
        f"{_EXAMPLE[lang]}:",
        *(f"   {line}" for line in _example(rule.example, lang)),
    ]
    return "\n".join(lines)


def rules(lang: Lang) -> tuple[tuple[str, str, str, str], ...]:
    """Return a row for every rule: code, severity, group, and title with what is special about its life."""
    return tuple(
        (code.value, severity_word(rule.severity_in(""), lang), group[lang], _titled(rule, lang))
        for group, listed in GROUPS
        for code, rule in listed.items()
    )


def rules_text(lang: Lang) -> str:
    """Return the table of all rules as text, group by group."""
    lines: list[str] = []
    last = ""
    for code, weight, group, title in rules(lang):
        if group != last:
            lines += ["", group] if lines else [group]
            last = group
        lines.append(f"   {code}  {weight:<9} {title}")
    return "\n".join(lines)


def rules_json(lang: Lang) -> str:
    """Return all rules as JSON text."""
    told = [
        {
            "code": code.value,
            "severity": rule.severity_in("").value,
            "group": group[lang],
            "title": rule.title[lang],
            "since": rule.since,
            "severities": [{"since": start, "severity": weight.value} for start, weight in rule.severities],
            "trial": rule.trial,
        }
        for group, listed in GROUPS
        for code, rule in listed.items()
    ]
    return json.dumps({"rules": told}, ensure_ascii=False, indent=2)


def _titled(rule: Rule, lang: Lang) -> str:
    """Return a rule's title, with the round it is valid from when that is not the first, and its trial mark."""
    marks = [_FROM[lang].format(round=rule.since)] if rule.since > FIRST_ROUND else []
    marks += [f"{severity_word(weight, lang)} {_FROM[lang].format(round=start)}" for start, weight in rule.severities]
    marks += [ON_TRIAL[lang]] if rule.trial else []
    return f"{rule.title[lang]} ({', '.join(marks)})" if marks else rule.title[lang]


def _weight(code: Code, rule: Rule, lang: Lang) -> str:
    word = severity_word(rule.severity, lang)
    if rule.trial:
        return _TRIAL[lang].format(word=word)
    later = [f"{severity_word(weight, lang)} {_FROM[lang].format(round=start)}" for start, weight in rule.severities]
    raised = code in WEIGHED_BY_USE and rule.severity is not Severity.ERROR
    return ", ".join([word.capitalize(), *later, *([_COUNTED[lang]] if raised else [])])


def _group(code: Code) -> Text:
    return next(group for group, listed in GROUPS if code in listed)


def _with_gaps(text: Text, lang: Lang) -> str:
    """Return a text with ``…`` where a diagnostic puts its facts in."""
    return text[lang].format_map(_Gaps())


class _Gaps(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "" if name in {"of", "where"} else "…"


def _example(example: Example, lang: Lang) -> Iterator[str]:
    if example.scene is not None:
        yield example.scene[lang]
    yield from _answers(example.answers, Project, lang)
    yield from _answers(example.actor, Actor, lang)
    for other in example.others:
        yield from _part(_ANOTHER, other, lang)
    yield from _past(example, lang)
    for name, rows in example.register.items():
        sheet = field_of(Register, name)
        for row in rows:
            yield f"register.xlsx › {sheet.label[lang]}: {_row(row, sheet, lang)}"


def _past(example: Example, lang: Lang) -> Iterator[str]:
    """Yield what earlier rounds said, the last one first."""
    if example.prefilled:
        yield _CAME_BACK[lang]
    for said, when in zip(reversed(example.before), (_LAST, _BEFORE_THAT), strict=False):
        if said:
            yield from _part(when, said, lang)
    for other in example.former:
        yield from _part(_ANOTHER_THEN, other, lang)


def _part(title: Text, given: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    yield f"{title[lang]}:"
    yield from (f"   {line}" for line in _answers(given, Project, lang))


def _answers(given: Mapping[str, Any], of: type, lang: Lang) -> Iterator[str]:
    for name, value in given.items():
        declared = field_of(of, name)
        label = declared.label[lang]
        if isinstance(value, str):
            yield f"{label}: {_shown(value, lang)}"
        elif isinstance(value, Mapping):
            yield f"{label}: {', '.join(f'{key} {_shown(text, lang)}' for key, text in value.items())}"
        else:
            yield from (f"{label}: {_row(row, declared, lang)}" for row in value)


def _row(row: Mapping[str, Any], listed: Field, lang: Lang) -> str:
    labels = {each.name: each.heading(lang, _BUDGET_YEAR) for each in fields_of(listed.rows.record)}
    flat = {**{name: text for name, text in row.items() if name != "amounts"}, **row.get("amounts", {})}
    return "; ".join(f"{labels.get(name, name)}: {_shown(text, lang)}" for name, text in flat.items())


def _shown(text: str, lang: Lang) -> str:
    line = " / ".join(text.split("\n"))
    if len(line) > 80:
        line = line[:79] + "…"
    return f"«{line}»" if line else _EMPTY[lang]
