"""The JSON Schema of a record: what a project system hands in, field by field, with labels and rules as in the form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ehport.form.actor import Actor
from ehport.form.field import Field, answers, fields_of
from ehport.form.kinds import Choice
from ehport.form.project import Project
from ehport.lang.language import Lang, Text

Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ROUND, _PERIOD = r"^\d{4}-\d{2}$", r"^(\.\.\d{4}|\d{4}|\d{4}\.\.)$"
_OF_PERIODS = frozenset({"earlier", "previous_year", "budget_year", "next_year", "later"})
_VALUE = ["string", "number", "boolean", "null"]
_TITLE = Text("Innmelding til porteføljen", "Submission to the portfolio")
_ROUND_TITLE = Text("Runden, for eksempel 2021-09", "The round, for example 2021-09")
_ACTOR_TITLE = Text("Hvem som melder", "Who reports")
_PROJECTS_TITLE = Text("Prosjektene", "The projects")
_AMOUNTS = Text("Beløp per år: ..2019, 2020, 2021, 2022, 2023..", "Amounts by year: ..2019, 2020, 2021, 2022, 2023..")


def record_schema(lang: Lang) -> Schema:
    """Return the schema of a record, with titles and descriptions in a language."""
    return {
        "$schema": _DIALECT,
        "title": _TITLE[lang],
        **_object(
            {
                "round": {"type": "string", "pattern": _ROUND, "title": _ROUND_TITLE[lang]},
                "actor": {"title": _ACTOR_TITLE[lang], **_of(fields_of(Actor), lang, required=("id", "name"))},
                "projects": {
                    "type": "array",
                    "title": _PROJECTS_TITLE[lang],
                    "items": _of(fields_of(Project), lang),
                },
            },
            required=("round", "actor", "projects"),
        ),
    }


def _of(fields: Iterable[Field], lang: Lang, *, required: tuple[str, ...] = ()) -> Schema:
    return _object({each.name: _field(each, lang) for each in fields}, required=required)


def _object(properties: Schema, *, required: tuple[str, ...] = ()) -> Schema:
    made = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**made, "required": list(required)} if required else made


def _field(each: Field, lang: Lang) -> Schema:
    told = {"title": each.label[lang].split(" {")[0]}
    return {**told, **(_list(each, lang) if each.is_list else _answer(each, lang))}


def _answer(each: Field, lang: Lang) -> Schema:
    described = " ".join(filter(None, (each.help[lang], each.one.describe(lang))))
    kind = each.one
    listed = [member.label.nb for member in kind.vocabulary] if isinstance(kind, Choice) else [kind.example]
    return {"type": _VALUE, "description": described, "examples": listed}


def _list(each: Field, lang: Lang) -> Schema:
    row = _row(each, lang)
    if each.rows.single:
        return row
    rows: Schema = {"type": "array", "items": row}
    if not each.rows.keys:
        return {**rows, "description": each.help[lang]}
    first, *others = answers(fields_of(each.rows.record))
    keyed: Schema = {name: part for name, part in row["properties"].items() if name != first.name}
    by_key: list[Schema] = [_object(keyed), *([{"type": _VALUE}] if len(others) == 1 else [])]
    by_name = {"type": "object", "additionalProperties": {"anyOf": by_key}}
    return {"description": each.help[lang], "anyOf": [by_name, rows]}


def _row(each: Field, lang: Lang) -> Schema:
    """Return one row of a list; its periods are named by their years."""
    columns = fields_of(each.rows.record)
    row = _of(columns, lang)
    if not {column.name for column in columns} >= _OF_PERIODS:
        return row
    periods = {"type": "object", "patternProperties": {_PERIOD: {"type": _VALUE}}, "additionalProperties": False}
    own = {name: part for name, part in row["properties"].items() if name not in _OF_PERIODS}
    made = _object({**own, "amounts": {"title": _AMOUNTS[lang], **periods}})
    return {**made, "patternProperties": periods["patternProperties"]}
