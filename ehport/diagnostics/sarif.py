"""Diagnostics as SARIF 2.1.0 (OASIS), the form in which code platforms take what a checker found.

A cell is a logical location (``sheet!C12``) of its file, a line of the office's text a region. What the office has
settled is suppressed, with its reason.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from ehport import __version__
from ehport.diagnostics.catalogue import RULES
from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.wording import message, remedy
from ehport.lang.language import Lang

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(diagnostics: Iterable[Diagnostic], lang: Lang, path: Callable[[str], str]) -> str:
    """Return the diagnostics as the text of a SARIF file; ``path`` gives the path of a diagnostic's file."""
    found = tuple(diagnostics)
    codes = sorted({each.code for each in found})
    driver = {"name": "ehport", "version": __version__, "rules": [_rule(each, lang) for each in codes]}
    run = {
        "tool": {"driver": driver},
        "language": lang.value,
        "results": [_result(each, lang, codes.index(each.code), path) for each in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: Code, lang: Lang) -> Mapping[str, Any]:
    rule = RULES[code]
    return {
        "id": code.value,
        "name": code.name,
        "shortDescription": {"text": rule.title[lang]},
        "fullDescription": {"text": rule.why[lang]},
    }


def _result(each: Diagnostic, lang: Lang, rule: int, path: Callable[[str], str]) -> Mapping[str, Any]:
    told = {
        "ruleId": each.code.value,
        "ruleIndex": rule,
        "level": _LEVELS[each.severity],
        "message": {"text": f"{message(each, lang)}. {remedy(each, lang)}"},
        "locations": [_location(each, path)],
        "partialFingerprints": {"ehport/v1": _fingerprint(each)},
        "properties": {"project": each.at.project, "field": each.at.field, "found": each.found},
    }
    suppressed = {"suppressions": [{"kind": "external", "justification": each.settled}]} if each.settled else {}
    return {**told, **suppressed}


def _location(each: Diagnostic, path: Callable[[str], str]) -> Mapping[str, Any]:
    at = each.at
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(path(at.file).replace("\\", "/"))}}
    if at.line:
        physical["region"] = {"startLine": at.line}
    if not at.sheet:
        return {"physicalLocation": physical}
    name = "!".join(filter(None, (at.sheet, at.cell)))
    logical = {"name": at.cell or at.sheet, "fullyQualifiedName": name, "kind": "member"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _fingerprint(each: Diagnostic) -> str:
    """Return what a diagnostic is known again by when rows have moved."""
    at = each.at
    facts = (each.code.value, at.file, at.project or at.sheet, at.field, each.found)
    return sha256("\x1f".join(facts).encode("utf-8", "surrogatepass")).hexdigest()
