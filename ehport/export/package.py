"""The descriptor of the data package: what it is, on which terms, and the schema of every table (Frictionless v1)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from ehport.export.published import Published
from ehport.export.table import CODE, FOCUS_AREAS, ID, PROJECTS, ExportColumn, ExportTable
from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.model.licence import LICENCE

FILE = "datapackage.json"
_KEYS = {PROJECTS: ID, FOCUS_AREAS: CODE}

_TITLE = Text("{title}, {month}: åpne data", "{title}, {month}: open data")
_DESCRIPTION = Text(
    "Åpne portfolio.xlsx for å lese i et regneark; programmer leser CSV-filene her, og excel/ har dem for Excel.\n"
    "{description}. Data per {day}. Alle felt er beskrevet i {dictionary}.",
    "Open portfolio.xlsx to read in a spreadsheet; programs read the CSV files here, and excel/ has them for Excel.\n"
    "The data of «{title}» as of {day}. All fields are described in {dictionary}. In Norwegian: {description}.",
)
_REGISTER = Text("Porteføljekontorets register", "The portfolio office's register")


def descriptor(published: Published, files: Sequence[tuple[ExportTable, bytes]], *, dictionary: str) -> dict[str, Any]:
    """Return the descriptor of tables as they are written."""
    round_, lang = published.portfolio.round, published.lang
    year, month = round_.id.split("-")
    about = round_.publication
    return {
        "profile": "tabular-data-package",
        "name": f"portfolio-{round_.id}",
        "title": _TITLE.format(title=round_.title, month=dates.month(round_.month, lang))[lang],
        "description": _DESCRIPTION.format(
            title=round_.title,
            description=about.description or round_.title,
            day=dates.day(round_.cutoff, lang),
            dictionary=dictionary,
        )[lang],
        "version": f"{year}.{int(month)}.0",
        "created": f"{published.created.isoformat()}T00:00:00Z",
        "keywords": list(about.keywords),
        "licenses": [{"name": LICENCE.name, "path": LICENCE.path, "title": LICENCE.title[lang]}],
        "contributors": [{"title": about.publisher, "role": "publisher"}] if about.publisher else [],
        "sources": _sources(published),
        "resources": [_resource(table, data, lang) for table, data in files],
    }


def path_of(table: ExportTable) -> str:
    """Return the name of a table's file."""
    return f"{table.name}.csv"


def _sources(published: Published) -> list[dict[str, str]]:
    portfolio = published.portfolio
    handed_in = [f"{each.actor.record.name or each.actor_id} ({each.source})" for each in portfolio.submissions]
    return [
        {"title": title} for title in (f"{_REGISTER[published.lang]} ({portfolio.round.register.name})", *handed_in)
    ]


def _resource(table: ExportTable, data: bytes, lang: Lang) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path_of(table),
        "title": table.title[lang],
        "description": table.help[lang],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table, lang),
    }


def _schema(table: ExportTable, lang: Lang) -> dict[str, Any]:
    keys = [each for each in table.columns if each.refers_to]
    schema: dict[str, Any] = {
        "fields": [_field(each, lang) for each in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if keys:
        schema["foreignKeys"] = [
            {"fields": each.name, "reference": {"resource": each.refers_to, "fields": _KEYS[each.refers_to]}}
            for each in keys
        ]
    return schema


def _field(column: ExportColumn, lang: Lang) -> dict[str, Any]:
    told = {
        "name": column.name,
        "type": column.type.value,
        "title": column.title[lang],
        "description": column.help[lang],
        "unit": column.unit.value,
        "constraints": _constraints(column),
    }
    field: dict[str, Any] = {name: value for name, value in told.items() if value}
    if column.terms:
        field["categories"] = [{"value": each.value, "label": each.label[lang]} for each in column.terms.members]
    return field


def _constraints(column: ExportColumn) -> dict[str, Any]:
    found: dict[str, Any] = {"required": True} if column.always else {}
    if column.terms and column.terms.several:
        one = "|".join(column.terms.values)
        found["pattern"] = f"({one})(;({one}))*"
    elif column.terms:
        found["enum"] = list(column.terms.values)
    elif column.pattern:
        found["pattern"] = column.pattern
    return found
